"""Loads the TOML files that hold what the extractors know."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(path: str) -> dict[str, Any]:
    """Return the content of the TOML file at `path`, relative to the package: `load("dates/dates.toml")`. Treat it as read-only."""
    return tomllib.loads(files(__package__).joinpath(path).read_text(encoding="utf-8"))


@cache
def word_set(file: str, *path: str) -> frozenset[str]:
    """Return a list of a TOML file, an array or a comma-separated string: `word_set("places/places.toml", "heads", "water")`."""
    value = load(file)
    for key in path:
        value = value[key]
    return frozenset(split_list(value) if isinstance(value, str) else value)


def split_list(text: str) -> list[str]:
    """Return the names of a comma-separated string, which may go over several lines."""
    return [name for part in text.split(",") if (name := " ".join(part.split()))]


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, the longest that fits: `(?:half|seven(?:teen|ty)?)`.

    What several of them begin with is written once, so that few letters are compared where none of them stands.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    may_end = rests.pop("", None) is not None
    branches = [re.escape(letter) + any_of(rest) for letter, rest in sorted(rests.items())]
    if len(branches) == 1 and not may_end:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' * may_end}" if branches else ""
