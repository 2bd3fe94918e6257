"""The pinned shares of each field, which CI holds the program to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from evaluation.scoring import Count

BASELINE = Path(__file__).parent / "baseline.json"
SLACK = 0.01  # a retrained model may turn a row, and not a field


def read_baseline(path: Path = BASELINE) -> dict[str, float]:
    """Return the pinned share of each field."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_baseline(counts: Mapping[str, Count], path: Path = BASELINE) -> None:
    """Pin the shares of `counts`."""
    shares = {field: round(count.share, 4) for field, count in counts.items()}
    path.write_text(json.dumps(shares, indent=2) + "\n", encoding="utf-8")


def fallen(counts: Mapping[str, Count], baseline: Mapping[str, float]) -> list[str]:
    """Return a line for each field that is more than a point below its pinned share, or that only one side has."""
    lines = []
    for field in [*baseline, *(f for f in counts if f not in baseline)]:
        if field not in counts or field not in baseline:
            lines.append(f"{field}: not {'scored' if field in baseline else 'in the baseline'}; --update rewrites it")
        elif round(counts[field].share, 4) < round(baseline[field] - SLACK, 4):
            share = counts[field].share
            lines.append(f"{field}: {share:.4f} ({counts[field].right} of {counts[field].of}), pinned at {baseline[field]:.4f}")
    return lines
