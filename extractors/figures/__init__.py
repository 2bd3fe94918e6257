"""Figures as complete facts: value and unit, what is measured, whether it is a change, a share or a level, which way, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from spacy.tokens import Doc

from ..article import Article
from ..models import Date, Dimension, Money, Percentage, Place, Qualifier, Quantity
from ..spans import SentenceIndex
from .measure import measures
from .movement import movements
from .period import moments, periods
from .respective import apart, in_turn
from .site import locate, taken_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .amounts import Amount

__all__ = ["Figures", "complete", "find_figures"]


@dataclass(frozen=True)
class Figures:
    """The figures of an article, each list in the order of the text."""

    percentages: list[Percentage]
    money: list[Money]
    quantities: list[Quantity]


def find_figures(doc: Doc, article: Article, dates: list[Date], places: Sequence[Place] = ()) -> Figures:
    """Return the percentages, the amounts of money and the quantities of `doc`.

    `dates` are the article's dates (TIMEX3): no figure is read from them, and `when` of a figure is the value of one of them. The countries
    of its `places` tell whose dollars and pesos it writes of.
    """
    from .amounts import find_amounts

    amounts = find_amounts(doc, article, [(d.start, d.end) for d in dates], places)
    return complete(doc, amounts, dates)


def complete(doc: Doc, amounts: Sequence[Amount], dates: Sequence[Date]) -> Figures:
    """Return `amounts` with what their sentences say of them: kind, direction, measure, when."""
    amounts = sorted(amounts, key=lambda a: (a.start, a.end))
    date_tokens = taken_tokens(doc, [(d.start, d.end) for d in dates])
    skipped = _timed(doc, dates) | frozenset(i for a in amounts for i in range(*a.tokens))
    sites = locate(doc, amounts, date_tokens)
    times = moments(doc, dates)
    moved, measured, timed = movements(sites), apart(measures(sites, skipped), skipped), in_turn(periods(sites, times), times)
    text, sentence_of = doc.text, SentenceIndex(doc)
    percentages: list[Percentage] = []
    money: list[Money] = []
    quantities: list[Quantity] = []
    for site in sites:
        amount = site.amount
        kind, direction = moved[site]
        said: dict[str, Any] = {
            "text": text[amount.start : amount.end],
            "start": amount.start,
            "end": amount.end,
            "sentence": sentence_of(amount.start),
            "value": amount.value,
            "low": amount.low,
            "high": amount.high,
            "qualifier": cast("Qualifier | None", amount.qualifier),
            "kind": kind,
            "direction": direction,
            "measure": measured[site],
            "when": timed[site],
            "per": amount.per,
        }
        if amount.section == "percentages":
            percentages.append(Percentage(unit=cast("Any", amount.unit), **said))
        elif amount.section == "money":
            money.append(Money(currency=amount.unit, **said))
        else:
            dimension = cast("Dimension", amount.dimension)
            quantities.append(Quantity(unit=amount.unit, dimension=dimension, si_value=amount.si_value, si_unit=amount.si_unit, **said))
    return Figures(percentages, money, quantities)


def _timed(doc: Doc, dates: Sequence[Date]) -> frozenset[int]:
    """Return the tokens of dates that are no part of a measure: not `annual` in `annual inflation`, not `10-year` in `10-year bond`."""
    spans = [(d, doc.char_span(d.start, d.end, alignment_mode="expand")) for d in dates]
    attributes = {"amod", "compound", "nummod"}
    outside = [s for d, s in spans if s is not None and not (d.type in {"SET", "DURATION"} and s.root.dep_ in attributes)]
    return frozenset(i for span in outside for i in range(span.start, span.end))
