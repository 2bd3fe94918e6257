"""Facts that are sure enough: the sheet without the others, with references that still hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .formats import FIGURES, SECTIONS

if TYPE_CHECKING:
    from newsfacts import FactSheet

_DOUBTFUL = 0.5  # what is less sure is more often wrong than right


def is_doubtful(fact: Any) -> bool:
    """Say whether a fact is more often wrong than right: the table and the page dim it."""
    return bool(fact.confidence < _DOUBTFUL)


def sure_sheet(sheet: FactSheet, least: float) -> FactSheet:
    """Return the sheet with those facts alone whose confidence is at least `least`, from 0 to 1.

    Ids stay as they are. A holder or a credited person or body that has left becomes None; the words of the credit stay.
    """
    facts: dict[str, list[Any]] = {section: [f for f in getattr(sheet, section) if f.confidence >= least] for section in SECTIONS[:-1]}
    left = {fact.id for section in ("people", "organizations") for fact in facts[section]}
    facts["offices"] = [o if o.holder is None or o.holder in left else o.model_copy(update={"holder": None}) for o in facts["offices"]]
    for section in FIGURES:
        facts[section] = [_credited(figure, left) for figure in facts[section]]
    return sheet.model_copy(update=facts)


def _credited(figure: Any, left: set[str]) -> Any:
    """Return the figure with the id of its credit only where that person or body is still in the sheet."""
    if figure.source is None or figure.source.id is None or figure.source.id in left:
        return figure
    return figure.model_copy(update={"source": figure.source.model_copy(update={"id": None})})
