"""What the training runs share: files that are whole or not there, and the running average of the weights."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch

Average = dict[str, torch.Tensor]


def write_whole(state: dict[str, Any], path: Path) -> None:
    """Write `state` to `path`, which is never there in part."""
    temporary = path.with_suffix(".tmp")
    torch.save(state, temporary)
    temporary.replace(path)


def averaged(average: Average | None, parameters: Iterable[tuple[str, torch.nn.Parameter]], decay: float) -> Average:
    """Return the running average of the parameters that are trained, moved to their present values by 1 - `decay`; a copy, if it is new."""
    trained = {name: parameter.detach() for name, parameter in parameters if parameter.requires_grad}
    if average is None:
        return {name: value.clone() for name, value in trained.items()}
    for name, value in trained.items():
        average[name].mul_(decay).add_(value, alpha=1 - decay)
    return average
