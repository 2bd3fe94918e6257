"""Figures of different articles side by side: those that measure the same, in the same place, at the same time."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..dates.timex import first_and_last_day
from ..knowledge import load, split_list, word_set
from ..people.words import words_of_name
from ..pipeline.lemmas import singular
from .places import block_of_place

if TYPE_CHECKING:
    from ..models import FactSheet, Money, Percentage, Place, Quantity

_FILE = "collection/collection.toml"
_COUNTRY = re.compile(r"place:[A-Z]{2}$")
_NEAR = datetime.timedelta(days=7)  # two reports of one event are not further apart


class Topic(NamedTuple):
    """What a figure is about.

    Attributes:
        key: the same for figures that measure the same in the same unit.
        places: the blocks of the places in its sentence.
    """

    key: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """A figure of an article, as far as it tells whether another one can stand beside it.

    Attributes:
        article: the key of its article.
        number: in the article.
        topic: what it is about.
        value: its number, or its ends.
        first, last: the days that it holds for; those of `when` if it has any, else the day of publication.
        dated: whether they are those of `when`.
        around: the blocks of all places of the article, and that of its country.
    """

    article: str
    number: int
    topic: Topic
    value: tuple[float | None, ...]
    first: datetime.date
    last: datetime.date
    dated: bool
    around: frozenset[str]


def topic_of(figure: Percentage | Money | Quantity, sheet: FactSheet) -> Topic | None:
    """Return what a figure of a sheet is about; None where it doesn't tell more than what is counted, or nothing."""
    near = _places_in(sheet, figure.sentence)
    named = {word for place in near for mention in place.mentions for word in words_of_name(mention.text)}
    words = [singular(word) for word in words_of_name(figure.measure or "") if word not in named]
    unit = str(getattr(figure, "currency", None) or getattr(figure, "unit", ""))
    events = sorted({event for word in words if (event := _events().get(word))})
    about = sorted({word for word in words if word not in word_set(_FILE, "measures", "silent")})
    if events and getattr(figure, "dimension", "") == "count":
        about, unit = events, "count"
    elif not about or about == [singular(unit)]:
        return None
    key = "|".join((" ".join(about), unit, figure.kind, figure.per or ""))
    return Topic(key, tuple(dict.fromkeys(map(block_of_place, near))))


def _places_in(sheet: FactSheet, sentence: int) -> list[Place]:
    if sentence >= len(sheet.sentences):
        return []
    span = sheet.sentences[sentence]
    return [place for place in sheet.places if any(span.start <= mention.start < span.end for mention in place.mentions)]


@cache
def _events() -> dict[str, str]:
    """Return the event that each of the words for it tells of."""
    return {word: event for event, words in load(_FILE)["events"].items() for word in split_list(words)}


def days_of(when: str | None, published: str | None) -> tuple[str, str, bool] | None:
    """Return the first and the last day (ISO 8601) of `when`, and True; else the day of publication twice, and False; None for neither."""
    first, last = first_and_last_day(when) if when else (None, None)
    if first and last:
        return first, last, True
    return (published[:10], published[:10], False) if published else None


def side_by_side(figures: Iterable[Said]) -> Iterator[list[Said]]:
    """Yield the figures of different articles that can be compared, those that differ first, then those of most articles.

    Args:
        figures: of all articles, in any order.
    """
    groups = [group for same in _by_topic(figures) for group in _agreeing(same) if len({said.article for said in group}) > 1]
    yield from sorted(groups, key=lambda group: (not differ(group), -len(group), group[0].topic.key, group[0].first, group[0].article))


def differ(group: Sequence[Said]) -> bool:
    """Say whether the articles of a group give different values."""
    return len({said.value for said in group}) > 1


def _by_topic(figures: Iterable[Said]) -> Iterable[list[Said]]:
    topics: dict[str, list[Said]] = {}
    for said in sorted(figures, key=lambda said: (said.topic.key, said.first, said.last, said.article, said.number)):
        topics.setdefault(said.topic.key, []).append(said)
    return topics.values()


def _agreeing(figures: Sequence[Said]) -> list[list[Said]]:
    """Return the figures of one topic in groups; each joins the first group whose first figure it agrees with."""
    groups: list[list[Said]] = []
    for said in figures:
        group = next((group for group in groups if _same_time(group[0], said) and _same_place(group[0], said)), None)
        if group is None:
            groups.append([said])
        elif all((other.article, other.value) != (said.article, said.value) for other in group):
            group.append(said)
    return groups


def _same_time(one: Said, other: Said) -> bool:
    if one.dated and other.dated:
        short = max(one.last - one.first, other.last - other.first) <= _NEAR
        return (one.first, one.last) == (other.first, other.last) or (short and one.first <= other.last and other.first <= one.last)
    if max(one.last - one.first, other.last - other.first) > _NEAR:
        return False
    return one.first - other.last <= _NEAR and other.first - one.last <= _NEAR


def _same_place(one: Said, other: Said) -> bool:
    """Say whether the sentences are of one country, and neither names towns that the other article doesn't.

    Two articles of one event share a town besides.
    """
    if not _countries(one) & _countries(other):
        return False
    towns = [{place for place in said.topic.places if not _COUNTRY.match(place)} for said in (one, other)]
    if any(own and not own & said.around for own, said in zip(towns, (other, one), strict=True)):
        return False
    shared = {place for place in one.around & other.around if not _COUNTRY.match(place)}
    return bool(shared) or one.topic.key.split("|")[0] not in load(_FILE)["events"]


def _countries(said: Said) -> set[str]:
    """Return the countries that the sentence names, else those of the article."""
    named = {place for place in said.topic.places if _COUNTRY.match(place)}
    return named or {place for place in said.around if _COUNTRY.match(place)}
