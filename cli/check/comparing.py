"""Two sheets, the expected one and the one that is: which facts are the same, and what differs in them. Pure."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from math import isclose
from typing import Any, NamedTuple

from ..formats import SECTIONS

Fact = dict[str, Any]
Sheet = dict[str, Any]
_PLACE = ("start", "end", "sentence")
_UNCOMPARED = ("id", "holder", "confidence", *_PLACE)
CREDITED = ("people", "organizations")  # whom a holder or a credit stands for
_KEYS = ("name", "title", "text", "value", "mentions")  # what a fact is known by
_CLOSE = 1e-6  # two numbers of which six digits are the same
_CANDIDATES, _ROUNDS = 20, 10  # other halves that a fact is held against in a round, and the rounds: they keep the pairing linear
_ENOUGH = 0.5  # of the given fields agree: the same fact, that changed


class Difference(NamedTuple):
    """What is not as expected.

    Attributes:
        section: of the fact, or `source`.
        kind: `missing`, `unexpected` or `changed`.
        fact: the fact's name or text.
        sentence: the sentence that it stands in, or an empty string.
        field: that changed; else None.
        was: its expected value.
        now: the value that it has.
        start: where the fact stands in the article's text, if that is known.
    """

    section: str
    kind: str
    fact: str
    sentence: str
    field: str | None = None
    was: Any = None
    now: Any = None
    start: int | None = None


class _Place(NamedTuple):
    """Where a fact stands in the text, or None, and the sentence there, or an empty string."""

    start: int | None
    sentence: str


Pair = tuple[Fact | None, Fact | None]


def compare(expected: Sheet, found: Sheet, text: str, only: Sequence[str] = SECTIONS) -> list[Difference]:
    """Return what differs in the sections that `expected` has.

    Args:
        expected: a sheet, whole or partial: a section or a field that it lacks isn't compared, ids are no facts, and `confidence`
            is another one after each training. With `at_least` true the article may have facts that it lacks.
        found: the whole sheet of the article.
        text: the article.
        only: the sections to compare.
    """
    differences = []
    if "source" in expected and set(only) == set(SECTIONS):
        differences += _changes("source", expected["source"], found["source"], _Place(None, ""), _Names(expected, found))
    names = _Names(expected, found)
    for section in SECTIONS:
        if section in expected and section in only:
            for was, now in pair(expected[section], found[section]):
                if was is None and expected.get("at_least"):
                    continue
                differences += _difference(section, was, now, found, text, names)
    return differences


def _difference(section: str, was: Fact | None, now: Fact | None, found: Sheet, text: str, names: _Names) -> list[Difference]:
    if was is not None and now is not None:
        return _changes(section, was, now, _place(now, found, text), names)
    fact = was or now or {}
    start, sentence = _place(fact, found, text)
    return [Difference(section, "missing" if now is None else "unexpected", _called(fact, text), sentence, start=start)]


def _changes(section: str, was: Fact, now: Fact, place: _Place, names: _Names) -> list[Difference]:
    changes = []
    for field in was:
        old, new = was[field], now.get(field)
        if field in ("id", "confidence") or (field == "sentence" and names.spans_given):
            continue
        if field == "source" and old is not None and new is not None and names.same_credit(old, new):
            continue
        if field == "holder":
            if names.same(old, new):
                continue
            old, new = names.was(old), names.now(new)
        if field == "mentions":
            old, new = _unlike(old, new or [])
        if not _equal(old, new):
            changes.append(Difference(section, "changed", _called(now, ""), place.sentence, field, old, new, place.start))
    return changes


def _equal(was: Any, now: Any) -> bool:
    """Say whether two values are the same; of numbers, six digits count: a sheet written by hand holds 54.166667."""
    if isinstance(was, int | float) and isinstance(now, int | float) and not isinstance(was, bool):
        with suppress(OverflowError):  # a whole number beyond floats
            return isclose(was, now, rel_tol=_CLOSE)
    return bool(was == now)


def _unlike(was: list[Fact], now: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return the mentions of each side that the other lacks."""
    by_keys: dict[tuple[str, ...], dict[tuple[Any, ...], list[int]]] = {}
    left = set(range(len(now)))
    lost = []
    for mention in was:
        keys = tuple(sorted(mention))
        if keys not in by_keys:
            places = by_keys[keys] = {}
            for j in reversed(range(len(now))):
                places.setdefault(tuple(now[j].get(key) for key in keys), []).append(j)
        same = by_keys[keys].get(tuple(map(_hashable, (mention[key] for key in keys))), [])
        while same and same[-1] not in left:
            same.pop()
        if same:
            left.discard(same.pop())
        else:
            lost.append(mention)
    return lost, [now[j] for j in sorted(left)]


class _Names:
    """Who holds an office or is credited: ids of two sheets are compared by the people and the bodies that they stand for.

    An id that the expected sheet gives to nobody stands for nobody: it is compared as a name, and differs from every other.
    """

    def __init__(self, expected: Sheet, found: Sheet) -> None:
        self._was: dict[str, str] = {}
        self._now: dict[str, str] = {}
        self._same: set[tuple[str, str]] = set()
        for section in CREDITED:
            self._was |= {fact["id"]: fact.get("name", fact["id"]) for fact in expected.get(section, []) if "id" in fact}
            self._now |= {fact["id"]: fact["name"] for fact in found[section]}
            pairs = pair(expected.get(section, []), found[section])
            self._same |= {(was["id"], now["id"]) for was, now in pairs if was and now and "id" in was}
        self.spans_given = "sentences" in expected

    def was(self, id_: str | None) -> str | None:
        """Return the name of an expected holder or credit, who may be given by name."""
        return None if id_ is None else self._was.get(id_, id_)

    def now(self, id_: str | None) -> str | None:
        """Return the name of the one that is."""
        return None if id_ is None else self._now.get(id_, id_)

    def same(self, was: str | None, now: str | None) -> bool:
        """Say whether both are the same person or body, or nobody."""
        return (was, now) in self._same or self.was(was) == self.now(now)

    def same_credit(self, was: Fact, now: Fact) -> bool:
        """Say whether a figure's credit is as expected, in the fields that are given."""
        return all(self.same(was[key], now[key]) if key == "id" else was[key] == now[key] for key in was)


def pair(expected: Sequence[Fact], found: Sequence[Fact]) -> list[Pair]:
    """Return the pairs of facts that are meant to be the same, in the expected order; a fact without another half follows at its place.

    Facts with the same place in the text are the same, then those whose places overlap, then those most of whose given fields agree.
    """
    halves: dict[int, int] = {}
    free = set(range(len(found)))
    by_place: dict[Any, list[int]] = {}
    for j in reversed(range(len(found))):
        by_place.setdefault(_extent(found[j]), []).append(j)
    for i, fact in enumerate(expected):
        same = by_place.get(_extent(fact)) if _extent(fact) else None
        if same:
            halves[i] = same.pop()
            free.discard(halves[i])
    open_ = [i for i in range(len(expected)) if i not in halves]
    for _ in range(_ROUNDS):
        joined = _joined(expected, found, open_, free)
        if not joined:
            break
        halves |= joined
        free -= set(joined.values())
        open_ = [i for i in open_ if i not in halves]
    return _in_order(expected, found, halves, free)


def _joined(expected: Sequence[Fact], found: Sequence[Fact], open_: Sequence[int], free: set[int]) -> dict[int, int]:
    """Return the best pairs of facts that are still alone, the most alike first. What is left may have candidates in another round."""
    candidates = {*_overlapping(expected, found, open_, free), *_agreeing(expected, found, open_, free)}
    scores = [(_likeness(expected[i], found[j]), i, j) for i, j in candidates]
    halves: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scores, key=lambda entry: (-entry[0][0], -entry[0][1], abs(entry[1] - entry[2]), entry[1:])):
        if any(score) and i not in halves and j not in taken:
            halves[i] = j
            taken.add(j)
    return halves


def _overlapping(expected: Sequence[Fact], found: Sequence[Fact], open_: Sequence[int], free: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the facts whose places overlap, of each those with some of the others."""
    ends = [(at, side, i, 0) for i in open_ for start, end in _extents(expected[i]) for at, side in ((start, 1), (end, 0)) if start < end]
    ends += [(at, side, j, 1) for j in free for start, end in _extents(found[j]) for at, side in ((start, 1), (end, 0)) if start < end]
    covering: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    for _, begins, number, sheet in sorted(ends):
        if begins:
            covering[sheet][number] += 1
            for other in islice(covering[1 - sheet], _CANDIDATES):
                yield (other, number) if sheet else (number, other)
        elif covering[sheet][number] > 1:
            covering[sheet][number] -= 1
        else:
            del covering[sheet][number]


def _agreeing(expected: Sequence[Fact], found: Sequence[Fact], open_: Sequence[int], free: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the facts that agree in what they are known by; where many do, each with those at about its place among them."""
    groups: dict[tuple[str, Any], tuple[list[int], list[int]]] = {}
    for i in open_:
        given = [field for field in expected[i] if field not in _UNCOMPARED]
        for key in _keys(expected[i], [field for field in given if field in _KEYS] or given, _CLOSE):
            groups.setdefault(key, ([], []))[0].append(i)
    fields = {field for field, _ in groups}
    for j in sorted(free):
        for key in _keys(found[j], fields, 0) & groups.keys():
            groups[key][1].append(j)
    for wanted, there in groups.values():
        for rank, i in enumerate(wanted):
            start = max(0, min(rank, len(there)) - _CANDIDATES // 2)
            for j in there[start : start + _CANDIDATES]:
                yield i, j


def _keys(fact: Fact, fields: Iterable[str], close: float) -> set[tuple[str, Any]]:
    return {(field, value) for field in fields for value in _values(fact.get(field), close)}


def _values(value: Any, close: float) -> set[Any]:
    """Return what two values that agree have in common: of numbers five digits, those of both edges of what is `close`."""
    if isinstance(value, list):
        return {_hashable(mention.get("text")) for mention in value if isinstance(mention, dict)}
    if isinstance(value, dict):
        return {_hashable(value.get("text"))}
    if isinstance(value, int | float) and not isinstance(value, bool):
        with suppress(OverflowError):
            return {f"{value * (1 + sign * 2 * close):.5g}" for sign in (-1, 1)}
    return {_hashable(value)}


def _hashable(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list | dict) else value


def _in_order(expected: Sequence[Fact], found: Sequence[Fact], halves: dict[int, int], free: set[int]) -> list[Pair]:
    pairs: list[tuple[float, Pair]] = [(i, (fact, found[halves[i]] if i in halves else None)) for i, fact in enumerate(expected)]
    positions = {j: i for i, j in halves.items()}
    before = -1.0
    for j, fact in enumerate(found):
        before = positions.get(j, before)
        if j in free:
            pairs.append((before + 0.5, (None, fact)))
    return [both for _, both in sorted(pairs, key=lambda entry: entry[0])]


def _extent(fact: Fact) -> tuple[int, int] | None:
    """Return the place of a fact, or of its first mention."""
    place = (fact.get("mentions") or [fact])[0]
    return (place["start"], place["end"]) if "start" in place and "end" in place else None


def _likeness(was: Fact, now: Fact) -> tuple[int, float]:
    """Return how many characters both cover, and the share of the given fields that agree; zeros if they are different facts."""
    shared = _shared(_extents(was), _extents(now))
    given = [field for field in was if field not in _UNCOMPARED]
    agreed = [field for field in given if _agrees(field, was[field], now.get(field))]
    share = len(agreed) / len(given) if given else 0.0
    known = any(field in agreed for field in _KEYS) or not any(field in given for field in _KEYS)
    return (shared, share) if shared or (known and share >= _ENOUGH) else (0, 0.0)


def _shared(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> int:
    """Return the characters that an extent of each covers, counted for each two extents."""
    ends = [(at, step, side) for side, extents in enumerate((first, second)) for a, b in extents if a < b for at, step in ((a, 1), (b, -1))]
    covering, before, shared = [0, 0], 0, 0
    for at, step, side in sorted(ends):
        shared += covering[0] * covering[1] * (at - before)
        covering[side] += step
        before = at
    return shared


def _agrees(field: str, was: Any, now: Any) -> bool:
    if field == "source":
        return _equal(was and was.get("text"), now and now.get("text"))
    if field != "mentions":
        return _equal(was, now)
    return bool({m["text"] for m in was if "text" in m} & {m["text"] for m in now or []})


def _extents(fact: Fact) -> list[tuple[int, int]]:
    places = fact.get("mentions") or [fact]
    return [(place["start"], place["end"]) for place in places if "start" in place and "end" in place]


def _called(fact: Fact, text: str) -> str:
    for field in ("text", "title", "name", "value"):
        if fact.get(field) is not None:
            return str(fact[field])
    extent = _extent(fact)
    if extent and text:
        return text[slice(*extent)]
    return ", ".join(f"{field} {value}" for field, value in fact.items() if value is not None and field != "mentions")


def _place(fact: Fact, found: Sheet, text: str) -> _Place:
    """Return where a fact stands, or its text where it has no place, and that sentence."""
    extent = _extent(fact)
    start = extent[0] if extent else text.find(str(fact.get("text") or fact.get("name") or "\0"))
    index = bisect_right(found["sentences"], start, key=lambda span: span["start"]) - 1
    span = found["sentences"][index] if index >= 0 else {"start": 0, "end": 0}
    sentence = text[span["start"] : span["end"]] if span["start"] <= start < span["end"] else ""
    return _Place(start if start >= 0 else None, sentence)
