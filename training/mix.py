"""Mix the weights of two stages: `python -m training.mix FIRST/weights.pt LATER/weights.pt --share 0.75 --work FOLDER`.

Writes FOLDER/weights.pt, of which `--share` is the later stage's: between the two lie weights that keep what each does best. The reader
is mixed where both stages have one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("later", type=Path)
    parser.add_argument("--share", type=float, default=0.75, help="of the later weights in the mix (0 to 1)")
    parser.add_argument("--work", type=Path, required=True, help="folder that gets weights.pt")
    args = parser.parse_args()
    first, later = (torch.load(path, weights_only=True) for path in (args.first, args.later))
    names = first["labels"]["names"]
    if later["labels"]["names"][: len(names)] != names or first["vocabulary"] != later["vocabulary"]:
        raise SystemExit(f"{args.later}: trained with other labels or words than {args.first}; mix stages of one run")
    args.work.mkdir(parents=True, exist_ok=True)
    parts = {"weights", "reader"} & set(first) & set(later)
    torch.save({**later, **{part: mixed(first[part], later[part], args.share) for part in parts}}, args.work / "weights.pt")


def mixed(first: dict[str, torch.Tensor], later: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """Return `share` of `later` and the rest of `first`, tensor by tensor.

    What isn't floating point comes from `first`; the heads and the rows of labels that only `later` knows are its own.
    """
    return later | {key: _mixed(w, later[key], share) for key, w in first.items()}


def _mixed(first: torch.Tensor, later: torch.Tensor, share: float) -> torch.Tensor:
    if not first.is_floating_point():
        return first
    known = len(first) if first.dim() else None
    both = first * (1 - share) + (later[:known] if known else later) * share
    return torch.cat((both, later[known:])) if known and len(later) > known else both


if __name__ == "__main__":
    main()
