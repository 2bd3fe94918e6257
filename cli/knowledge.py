"""Loads `knowledge.toml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def knowledge() -> dict[str, Any]:
    """Return what the command knows. Treat it as read-only."""
    import tomllib

    return tomllib.loads(files(__package__).joinpath("knowledge.toml").read_text(encoding="utf-8"))
