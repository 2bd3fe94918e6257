"""The mentions of one person so far."""

from __future__ import annotations

from dataclasses import dataclass, field

CANDIDATES = 12  # people of one name that a mention is held against, the latest first: keeps the joining linear


@dataclass
class Cluster:
    """The mentions of one person so far. `words` is the fullest name, folded."""

    words: list[str]
    name: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    latest: int = -1
