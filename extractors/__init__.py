"""newsfacts: the facts in English news articles, each tied to the characters it was read from.

>>> import newsfacts
>>> sheet = newsfacts.extract("Sales at Acme rose 5 percent in March, Acme said on Tuesday.", published="2026-04-14")
>>> sheet.percentages[0].value
5
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Article", "FactSheet", "ModelError", "__version__", "extract", "load_pipeline", "make_sheet"]

if TYPE_CHECKING:
    from .api import extract
    from .article import Article
    from .models import FactSheet
    from .pipeline import ModelError, load_pipeline
    from .sheet import make_sheet

_HOMES = {
    "Article": "article",
    "FactSheet": "models",
    "ModelError": "pipeline",
    "extract": "api",
    "load_pipeline": "pipeline",
    "make_sheet": "sheet",
}


def __dir__() -> list[str]:
    """Return the public names alone, those too that are imported when they are first used."""
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: `newsfacts --help` must not wait for spaCy."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
