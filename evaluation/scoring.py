"""Holds fact sheets against the facts that were read by hand, field by field.

A fact of the sheet belongs to the expected one that it overlaps most (figures, offices, dates) or whose name it has. `found` counts the
expected facts and the false ones; a field of a fact is judged where the fact is found (of figures: with the right value and unit).
`complete` counts all expected facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from evaluation.expected import Expected, ExpectedFigure, ExpectedName, ExpectedOffice, Fair, unit_of
from evaluation.matching import normal, same_name, same_words
from newsfacts import FactSheet
from newsfacts.models import Money, Number, Office, Organization, Percentage, Person, Place, Quantity

AnyFigure = Percentage | Money | Quantity
Name = Person | Place | Organization


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


@dataclass(frozen=True)
class Verdict:
    """Whether one field of one fact is right, with both readings of it in words."""

    field: str
    right: bool
    article: str
    fact: str
    expected: str
    found: str


@dataclass(frozen=True)
class Count:
    """How many of `of` judgements of a field are right."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 1.0


def count(verdicts: Iterable[Verdict]) -> dict[str, Count]:
    """Return the counts of each field, in the order in which the fields come first."""
    counts: dict[str, Count] = {}
    for verdict in verdicts:
        before = counts.get(verdict.field, Count())
        counts[verdict.field] = Count(before.right + verdict.right, before.of + 1)
    return counts


def score(expected: Sequence[Expected], sheets: Sequence[FactSheet]) -> list[Verdict]:
    """Return the verdicts of all sections."""
    sections = (score_figures, score_offices, score_names, score_dates)
    return [verdict for section in sections for verdict in section(expected, sheets)]


def score_figures(expected: Iterable[Expected], sheets: Iterable[FactSheet]) -> Iterator[Verdict]:
    """Judge percentages, money and quantities: found, value (with unit), kind, direction, measure, when, status, source.

    `complete` asks for value, kind, direction, measure and when, `whole` for status and source, too. `source` is judged where either side
    names one, `not actual` where either side says another status.
    """
    for wanted, sheet in zip(expected, sheets, strict=True):
        if wanted.figures is not None:
            found: list[AnyFigure] = [*sheet.percentages, *sheet.money, *sheet.quantities]
            for figure, other in pair(wanted.figures, found, overlap):
                yield from _judge_figure(wanted.article.name, figure, other)


def _judge_figure(article: str, wanted: ExpectedFigure | None, found: AnyFigure | None) -> Iterator[Verdict]:
    fact = (wanted or found).text  # type: ignore[union-attr]

    def verdict(field: str, right: bool, expected: object = "", read: object = "") -> Verdict:
        return Verdict(f"figures {field}", right, article, fact, _shown(expected), _shown(read))

    yield verdict("found", wanted is not None and found is not None, wanted and wanted.text, found and found.text)
    if wanted is None:
        return
    valued = found is not None and same_amount(wanted, found)
    if found is not None:
        yield verdict("value", valued, _amount(wanted, wanted.unit), _amount(found, unit_of(found)))
    said = list(_said(wanted, found)) if found is not None and valued else []
    for field, right, fair, read in said:
        yield verdict(field, right, fair, read)
    judged = {field: right for field, right, _, _ in said}
    complete = valued and all(judged[field] for field in ("kind", "direction", "measure", "when"))
    yield verdict("complete", complete)
    if wanted.status and wanted.source:
        yield verdict("whole", complete and judged["status"] and judged.get("source", True))


def _said(wanted: ExpectedFigure, found: AnyFigure) -> Iterator[tuple[str, bool, Fair, str | None]]:
    """Yield each field that a sentence says of an amount: its name, whether it is right, both readings."""
    yield "kind", found.kind in wanted.kind, wanted.kind, found.kind
    yield "direction", found.direction in wanted.direction, wanted.direction, found.direction
    yield "measure", same_words(found.measure, wanted.measure), wanted.measure, found.measure
    yield "when", found.when in wanted.when, wanted.when, found.when
    if wanted.status:
        yield "status", found.status in wanted.status, wanted.status, found.status
        if found.status != "actual" or "actual" not in wanted.status:
            yield "not actual", found.status in wanted.status, wanted.status, found.status
    source = found.source.text if found.source else None
    if wanted.source and (source is not None or None not in wanted.source):
        yield "source", same_words(source, wanted.source), wanted.source, source


def same_amount(wanted: ExpectedFigure, found: AnyFigure) -> bool:
    """Whether value and unit are the same; of a count the noun alone is asked for (`leader` for `business leader`)."""
    units = [normal(wanted.unit), normal(unit_of(found))]
    if isinstance(found, Quantity) and found.dimension == "count":
        units = [unit.split()[-1] for unit in units]
    amounts = zip((wanted.value, wanted.low, wanted.high), (found.value, found.low, found.high), strict=True)
    return units[0] == units[1] and all(_same_number(a, b) for a, b in amounts)


def _same_number(a: Number | None, b: Number | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1.0, abs(b))


def score_offices(expected: Iterable[Expected], sheets: Iterable[FactSheet]) -> Iterator[Verdict]:
    """Judge offices: found, title, of, country (where it is expected), holder, former; `complete` asks for all of them."""
    for wanted, sheet in zip(expected, sheets, strict=True):
        if wanted.offices is not None:
            people = {person.id: person.name for person in sheet.people}
            for office, other in pair(wanted.offices, sheet.offices, _office_overlap):
                yield from _judge_office(wanted.article.name, office, other, people.get((other and other.holder) or ""))


def _judge_office(article: str, wanted: ExpectedOffice | None, found: Office | None, holder: str | None) -> Iterator[Verdict]:
    fact = wanted.text if wanted else found.title  # type: ignore[union-attr]

    def verdict(field: str, right: bool, expected: object = "", read: object = "") -> Verdict:
        return Verdict(f"offices {field}", right, article, fact, _shown(expected), _shown(read))

    yield verdict("found", wanted is not None and found is not None, wanted and wanted.title, found and found.title)
    if wanted is None:
        return
    fields = list(_held(wanted, found, holder)) if found else []
    for field, right, fair, read in fields:
        yield verdict(field, right, fair, read)
    yield verdict("complete", found is not None and all(right for field, right, _, _ in fields if field != "country"))


def _held(wanted: ExpectedOffice, found: Office, holder: str | None) -> Iterator[tuple[str, bool, object, object]]:
    yield "title", same_name(found.title, wanted.title), wanted.title, found.title
    yield "of", same_name(found.of, wanted.of), wanted.of, found.of
    if wanted.country:
        yield "country", found.country in wanted.country, wanted.country, found.country
    yield "holder", same_name(holder, wanted.holder), wanted.holder, holder
    yield "former", found.former == wanted.former, wanted.former, found.former


def score_names(expected: Iterable[Expected], sheets: Iterable[FactSheet]) -> Iterator[Verdict]:
    """Judge people, places and organisations: found by their fullest name, their mentions, a place's type and country."""
    for wanted, sheet in zip(expected, sheets, strict=True):
        sections: list[tuple[str, list[ExpectedName] | None, Sequence[Name]]] = [
            ("people", wanted.people, sheet.people),
            ("places", wanted.places, sheet.places),
            ("organizations", wanted.organizations, sheet.organizations),
        ]
        for section, names, found in sections:
            if names is not None:
                for name, other in pair(names, found, lambda a, b: int(normal(a.name) == normal(b.name))):
                    yield from _judge_name(section, wanted.article.name, name, other)


def _judge_name(section: str, article: str, wanted: ExpectedName | None, found: Name | None) -> Iterator[Verdict]:
    fact = (wanted or found).name  # type: ignore[union-attr]

    def verdict(field: str, right: bool, expected: object, read: object) -> Verdict:
        return Verdict(f"{section} {field}", right, article, fact, _shown(expected), _shown(read))

    yield verdict("found", wanted is not None and found is not None, wanted and wanted.name, found and found.name)
    if wanted is None or found is None:
        return
    mentions = tuple(mention.text for mention in found.mentions)
    if wanted.mentions:
        yield verdict("mentions", mentions == wanted.mentions, wanted.mentions, mentions)
    if isinstance(found, Place) and wanted.type:
        yield verdict("type", found.type in wanted.type, wanted.type, found.type)
    if isinstance(found, Place) and wanted.country:
        yield verdict("country", found.country in wanted.country, wanted.country, found.country)


def score_dates(expected: Iterable[Expected], sheets: Iterable[FactSheet]) -> Iterator[Verdict]:
    """Judge dates: found, and their TIMEX3 type and value."""
    for wanted, sheet in zip(expected, sheets, strict=True):
        if wanted.dates is None:
            continue
        for date, other in pair(wanted.dates, sheet.dates, overlap):
            both = [d and f"{d.type} {d.value}" for d in (date, other)]
            fact = (date or other).text  # type: ignore[union-attr]
            yield Verdict("dates found", None not in (date, other), wanted.article.name, fact, *map(_shown, both))
            if date and other:
                yield Verdict("dates value", both[0] == both[1], wanted.article.name, fact, *map(_shown, both))


def pair(
    wanted: Sequence[Wanted], found: Sequence[Found], likeness: Callable[[Wanted, Found], int]
) -> list[tuple[Wanted | None, Found | None]]:
    """Give each expected fact the likest of the found ones that is left; what has no partner stands beside None."""
    left = list(range(len(found)))
    pairs: list[tuple[Wanted | None, Found | None]] = []
    for fact in wanted:
        best = max(left, key=lambda i: (likeness(fact, found[i]), -i), default=None)
        if best is None or likeness(fact, found[best]) <= 0:
            pairs.append((fact, None))
        else:
            left.remove(best)
            pairs.append((fact, found[best]))
    return pairs + [(None, found[i]) for i in left]


def overlap(a: _Stretch, b: _Stretch) -> int:
    """Return how many characters two stretches share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _office_overlap(wanted: ExpectedOffice, found: Office) -> int:
    """Return how much of the title a mention covers, twice where the title is the same: two titles may share one word."""
    covered = max((overlap(wanted, mention) for mention in found.mentions), default=0)
    return covered * (1 + same_name(found.title, wanted.title))


def _amount(figure: ExpectedFigure | AnyFigure, unit: str) -> str:
    return f"{figure.value if figure.low is None else f'{figure.low} to {figure.high}'} {unit}"


def _shown(reading: object) -> str:
    if isinstance(reading, tuple):
        return " or ".join(_shown(one) for one in reading)
    return "-" if reading in (None, "") else str(reading)
