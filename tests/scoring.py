"""Holds a fact sheet against the expected one: hits, precision and recall of each section, and every difference in words.

A fact is right where the fields that users rely on are: a name; a place's country; an office's title, body, holder and `former`; the
TIMEX3 value of a date; value and unit or currency of a figure. Facts with a span of their own must also overlap the expected span.
`figures told` asks for a figure's kind, direction, period and rate too, `figures measure` for what it measures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from newsfacts.models import Date, FactSheet, Figure, Mention, Money, Office, Organization, Percentage, Person, Place, Quantity, Span

Fact = Any
Same = Callable[[Fact, Fact], bool]
Shown = Callable[[Fact], str]

SMALL_WORDS = frozenset(["a", "an", "the", "of", "in", "on", "for", "to", "and", "its", "their", "by", "at", "from", "with", "s"])


@dataclass(frozen=True)
class Score:
    """How many of the `found` facts are among the `expected` ones."""

    hits: int = 0
    found: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.found + other.found, self.expected + other.expected)


@dataclass(frozen=True)
class Comparison:
    """The score of one section and the facts that stand on one side only."""

    score: Score
    differences: list[str]


def all_mentions(sheet: FactSheet) -> list[Mention]:
    """Every mention of the sheet's people, offices, places and organisations."""
    entities: list[Person | Office | Place | Organization] = [*sheet.people, *sheet.offices, *sheet.places, *sheet.organizations]
    return [mention for entity in entities for mention in entity.mentions]


def all_spans(sheet: FactSheet) -> list[Span]:
    """Every fact of the sheet that has a span of its own: dates and figures."""
    return [*sheet.dates, *sheet.percentages, *sheet.money, *sheet.quantities]


def all_quotes(sheet: FactSheet) -> list[tuple[int, int, str]]:
    """Start, end and text of everything that the sheet quotes from its article."""
    figures: list[Figure] = [*sheet.percentages, *sheet.money, *sheet.quantities]
    credits_ = [figure.source for figure in figures if figure.source]
    return [(q.start, q.end, q.text) for q in (*all_mentions(sheet), *all_spans(sheet), *credits_, *sheet.sentences)]


def compare(expected: FactSheet, found: FactSheet) -> dict[str, Comparison]:
    """Return the comparison of each section of two sheets of one article."""
    wanted_figures: list[Figure] = [*expected.percentages, *expected.money, *expected.quantities]
    found_figures: list[Figure] = [*found.percentages, *found.money, *found.quantities]
    wanted_offices, found_offices = [_named(o, expected) for o in expected.offices], [_named(o, found) for o in found.offices]
    return {
        "people": _match(expected.people, found.people, _same_name, _show_name),
        "offices": _match(wanted_offices, found_offices, _same_office, repr),
        "places": _match(expected.places, found.places, _same_place, _show_name),
        "organizations": _match(expected.organizations, found.organizations, _same_name, _show_name),
        "dates": _match(expected.dates, found.dates, _same_date, _show_date),
        "percentages": _match(expected.percentages, found.percentages, _same_amount, _show_figure),
        "money": _match(expected.money, found.money, _same_amount, _show_figure),
        "quantities": _match(expected.quantities, found.quantities, _same_amount, _show_figure),
        "figures told": _match(wanted_figures, found_figures, _same_story, _show_figure),
        "figures measure": _match(wanted_figures, found_figures, _same_measure, _show_figure),
    }


def pooled(comparisons: Iterable[dict[str, Comparison]]) -> dict[str, Score]:
    """Return the score of each section over all articles."""
    totals: dict[str, Score] = {}
    for comparison in comparisons:
        for section, part in comparison.items():
            totals[section] = totals.get(section, Score()) + part.score
    return totals


def _match(expected: list[Fact], found: list[Fact], same: Same, show: Shown) -> Comparison:
    """Give each expected fact the first found one that is the same and not yet taken."""
    rest, missed = list(found), []
    for fact in expected:
        hit = next((i for i, other in enumerate(rest) if same(fact, other)), None)
        if hit is None:
            missed.append(fact)
        else:
            rest.pop(hit)
    lines = [f"missed  {show(fact)}" for fact in missed] + [f"wrong   {show(fact)}" for fact in rest]
    return Comparison(Score(len(expected) - len(missed), len(found), len(expected)), lines)


def _same_name(a: Person | Organization, b: Person | Organization) -> bool:
    return a.name.casefold() == b.name.casefold()


def _same_place(a: Place, b: Place) -> bool:
    return (_proper(a.name), a.country) == (_proper(b.name), b.country)


def _proper(name: str) -> str:
    """A place's name without the kind of place that may follow it: `Bayline` for `Bayline refinery`."""
    return re.sub(r" [a-z]+$", "", name).casefold() or name.casefold()


def _named(office: Office, sheet: FactSheet) -> tuple[str, str | None, str | None, bool]:
    """An office with names for ids: title, body or country under its fullest name, holder, former."""
    entities: list[Person | Place | Organization] = [*sheet.organizations, *sheet.places, *sheet.people]
    full = next((e.name for e in entities if office.of in (e.name, *(m.text for m in e.mentions))), office.of)
    holder = next((p.name for p in sheet.people if p.id == office.holder), None)
    return office.title, full, holder, office.former


def _same_office(a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
    return str(a).casefold() == str(b).casefold()


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _same_date(a: Date, b: Date) -> bool:
    return _overlap(a, b) and (a.type, a.value) == (b.type, b.value)


def _unit(figure: Figure) -> str:
    """The unit; of a count the noun alone (`leader` for `business leader`)."""
    if isinstance(figure, Money):
        return figure.currency
    if isinstance(figure, Quantity) and figure.dimension == "count":
        return figure.unit.casefold().split()[-1]
    return figure.unit if isinstance(figure, Percentage | Quantity) else ""


def _same_amount(a: Figure, b: Figure) -> bool:
    return _overlap(a, b) and (a.value, a.low, a.high, _unit(a)) == (b.value, b.low, b.high, _unit(b))


def _same_story(a: Figure, b: Figure) -> bool:
    return _same_amount(a, b) and (a.kind, a.direction, a.when, a.per) == (b.kind, b.direction, b.when, b.per)


def _same_measure(a: Figure, b: Figure) -> bool:
    """At least half of the words (F1) are the same."""
    ours, theirs = _content_words(a.measure), _content_words(b.measure)
    return _same_amount(a, b) and 4 * len(ours & theirs) >= len(ours) + len(theirs) > 0


def _content_words(phrase: str | None) -> set[str]:
    return {w.removesuffix("s") for w in re.findall(r"\w+", (phrase or "").casefold())} - SMALL_WORDS


def _show_name(entity: Person | Place | Organization) -> str:
    return f"{entity.name} ({entity.country})" if isinstance(entity, Place) else entity.name


def _show_date(date: Date) -> str:
    return f"{date.text} = {date.type} {date.value}"


def _show_figure(figure: Figure) -> str:
    amount = figure.value if figure.low is None else f"{figure.low} to {figure.high}"
    parts = [
        figure.text,
        f"{amount} {_unit(figure)}",
        figure.kind,
        figure.direction,
        figure.measure,
        figure.when,
        figure.per and f"per {figure.per}",
    ]
    return " · ".join(str(part) for part in parts if part)
