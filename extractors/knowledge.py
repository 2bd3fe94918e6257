"""Loads the TOML files that hold what the extractors know."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(path: str) -> dict[str, Any]:
    """Return the content of the TOML file at `path`, relative to the package: `load("dates/dates.toml")`. Treat it as read-only."""
    return tomllib.loads(files(__package__).joinpath(path).read_text(encoding="utf-8"))
