"""The pinned shares of each field, which CI holds the program to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from evaluation.scoring import Count

BASELINE = Path(__file__).parent / "baseline.json"
SLACK = 0.01  # a retrained model may turn a row of any field, and not the field
ROUNDING = 0.00005  # the shares are pinned with four digits


def read_baseline(path: Path = BASELINE) -> dict[str, float]:
    """Return the pinned share of each field."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_baseline(counts: Mapping[str, Count], path: Path = BASELINE) -> None:
    """Pin the shares of `counts`."""
    shares = {field: round(count.share, 4) for field, count in counts.items()}
    path.write_text(json.dumps(shares, indent=2) + "\n", encoding="utf-8")


def fallen(counts: Mapping[str, Count], baseline: Mapping[str, float]) -> list[str]:
    """Return a line for each field that only one side has, or that fell by more than a point and more than one fact."""
    lines = []
    for field in [*baseline, *(f for f in counts if f not in baseline)]:
        if field not in counts or field not in baseline:
            lines.append(f"{field}: not {'scored' if field in baseline else 'in the baseline'}; --update rewrites it")
        elif counts[field].share < baseline[field] - max(SLACK, 1 / max(counts[field].of, 1)) - ROUNDING:
            one = counts[field]
            lines.append(f"{field}: {one.share:.4f} ({one.right} of {one.of}), pinned at {baseline[field]:.4f}")
    return lines
