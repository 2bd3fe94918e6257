"""Two sheets, the expected one and the one that is: which facts are the same, and what differs in them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose
from typing import Any, NamedTuple

from ..formats import SECTIONS

Fact = dict[str, Any]
Sheet = dict[str, Any]
_PLACE = ("start", "end", "sentence")
_KEYS = ("name", "title", "text", "value", "mentions")  # what a fact is known by
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
    """

    section: str
    kind: str
    fact: str
    sentence: str
    field: str | None = None
    was: Any = None
    now: Any = None


Pair = tuple[Fact | None, Fact | None]


def compare(expected: Sheet, found: Sheet, text: str, only: Sequence[str] = SECTIONS) -> list[Difference]:
    """Return what differs in the sections that `expected` has.

    Args:
        expected: a sheet, whole or partial: a section or a field that it lacks isn't compared, and ids are no facts.
        found: the whole sheet of the article.
        text: the article.
        only: the sections to compare.
    """
    differences = []
    if "source" in expected and set(only) == set(SECTIONS):
        differences += _changes("source", expected["source"], found["source"], "", _Names(expected, found))
    names = _Names(expected, found)
    for section in SECTIONS:
        if section in expected and section in only:
            for was, now in pair(expected[section], found[section]):
                differences += _difference(section, was, now, found, text, names)
    return differences


def _difference(section: str, was: Fact | None, now: Fact | None, found: Sheet, text: str, names: _Names) -> list[Difference]:
    if was is not None and now is not None:
        return _changes(section, was, now, _sentence(now, found, text), names)
    fact = was or now or {}
    return [Difference(section, "missing" if now is None else "unexpected", _called(fact, text), _sentence(fact, found, text))]


def _changes(section: str, was: Fact, now: Fact, sentence: str, names: _Names) -> list[Difference]:
    changes = []
    for field in was:
        old, new = was[field], now.get(field)
        if field == "id" or (field == "sentence" and names.spans_given):
            continue
        if field == "holder":
            if names.same(old, new):
                continue
            old, new = names.was(old), names.now(new)
        if field == "mentions":
            old, new = _unlike(old, new or [])
        if not _equal(old, new):
            changes.append(Difference(section, "changed", _called(now, ""), sentence, field, old, new))
    return changes


def _equal(was: Any, now: Any) -> bool:
    """Say whether two values are the same; of numbers, six digits count: a sheet written by hand holds 54.166667."""
    if isinstance(was, int | float) and isinstance(now, int | float) and not isinstance(was, bool):
        return isclose(was, now, rel_tol=1e-6)
    return bool(was == now)


def _unlike(was: list[Fact], now: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return the mentions of each side that the other lacks."""
    left = list(now)
    lost = []
    for mention in was:
        same = next((other for other in left if all(other.get(key) == mention[key] for key in mention)), None)
        if same is None:
            lost.append(mention)
        else:
            left.remove(same)
    return lost, left


class _Names:
    """Who holds an office: ids of two sheets are compared by the people that they stand for."""

    def __init__(self, expected: Sheet, found: Sheet) -> None:
        self._now = {person["id"]: person["name"] for person in found["people"]}
        self._was = {p["id"]: p.get("name", p["id"]) for p in expected.get("people", []) if "id" in p}
        self._same = {(w.get("id"), n["id"]) for w, n in pair(expected.get("people", []), found["people"]) if w and n}
        self.spans_given = "sentences" in expected

    def was(self, holder: str | None) -> str | None:
        """Return the name of an expected holder, who may be given by name."""
        return None if holder is None else self._was.get(holder) or (holder if self._was else self._now.get(holder, holder))

    def now(self, holder: str | None) -> str | None:
        """Return the name of the holder that is."""
        return None if holder is None else self._now.get(holder, holder)

    def same(self, was: str | None, now: str | None) -> bool:
        """Say whether both are the same person, or nobody."""
        return (was, now) in self._same or self.was(was) == self.now(now)


def pair(expected: Sequence[Fact], found: Sequence[Fact]) -> list[Pair]:
    """Return the pairs of facts that are meant to be the same, in the expected order; a fact without another half follows at its place.

    Facts with the same place in the text are the same, then those whose places overlap, then those most of whose given fields agree.
    """
    halves: dict[int, int] = {}
    free = set(range(len(found)))
    by_place: dict[Any, list[int]] = {}
    for j, fact in enumerate(found):
        by_place.setdefault(_extent(fact), []).append(j)
    for i, fact in enumerate(expected):
        same = [j for j in by_place.get(_extent(fact), ()) if j in free] if _extent(fact) else []
        if same:
            halves[i] = same[0]
            free.discard(same[0])
    scores = [(_likeness(expected[i], found[j]), i, j) for i in range(len(expected)) if i not in halves for j in sorted(free)]
    for score, i, j in sorted(scores, key=lambda entry: (-entry[0][0], -entry[0][1], abs(entry[1] - entry[2]), entry[1:])):
        if any(score) and i not in halves and j in free:
            halves[i] = j
            free.discard(j)
    return _in_order(expected, found, halves, free)


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
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in _extents(was) for b in _extents(now))
    given = [field for field in was if field not in ("id", "holder", *_PLACE)]
    agreed = [field for field in given if _agrees(field, was[field], now.get(field))]
    share = len(agreed) / len(given) if given else 0.0
    known = any(field in agreed for field in _KEYS) or not any(field in given for field in _KEYS)
    return (shared, share) if shared or (known and share >= _ENOUGH) else (0, 0.0)


def _agrees(field: str, was: Any, now: Any) -> bool:
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


def _sentence(fact: Fact, found: Sheet, text: str) -> str:
    """Return the sentence of the fact's place, or of its text where it has no place; empty if it has neither."""
    extent = _extent(fact)
    start = extent[0] if extent else text.find(str(fact.get("text") or fact.get("name") or "\0"))
    return next((text[span["start"] : span["end"]] for span in found["sentences"] if span["start"] <= start < span["end"]), "")
