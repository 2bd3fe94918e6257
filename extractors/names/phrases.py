"""What is one name: the places of the tables whose names have several words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from ..places.gazetteer import find_cities, name_key
from ..places.known import known_places
from .words import body_words, goes_on, goes_on_before


def with_known_places(doc: Doc, words: Sequence[str], spans: list[Span]) -> list[Span]:
    """Add the places of the tables whose names have several words (`horn of Africa`), in place of the parts that the recogniser saw."""
    covers = {i: span for span in spans for i in range(span.start, span.end)}
    added: list[Span] = []
    for start, end in _known_runs(words):
        inside = {covers[i].start: covers[i] for i in range(start, end) if i in covers}
        reaches_out = any(span.start < start or span.end > end for span in inside.values())
        if not reaches_out and not goes_on(doc, end) and not goes_on_before(doc, start):
            added.append(Span(doc, start, end, label="LOC"))
    added.extend(_seats(doc, words, covers.keys() | {i for span in added for i in range(span.start, span.end)}))
    taken = {i for span in added for i in range(span.start, span.end)}
    return sorted([*added, *(span for span in spans if span.start not in taken)], key=lambda span: span.start)


def linked(doc: Doc, spans: Sequence[Span]) -> list[Span]:
    """Return `spans`, two bodies with a small word of another language between as one: `Kvinna` till `Kvinna Foundation`."""
    joined: list[Span] = []
    for span in spans:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.label_ == span.label_ == "ORG"
            and doc[before.end : span.start].text in body_words("foreign_links")
        ):
            joined[-1] = Span(doc, before.start, span.end, label="ORG")
        else:
            joined.append(span)
    return joined


def _seats(doc: Doc, words: Sequence[str], covered: Container[int]) -> Iterator[Span]:
    """Yield the towns of several words that the recogniser missed before `-based`: `a Sugar Land-based dealer`."""
    for at, word in enumerate(words):
        if word == "based" and at > 2 and words[at - 1] == "-" and at - 2 not in covered:
            starts = [start for start in range(max(0, at - 4), at - 2) if all(w[:1].isupper() for w in words[start : at - 1])]
            start = next((start for start in starts if find_cities(doc[start : at - 1].text)), None)
            if start is not None:
                yield Span(doc, start, at - 1, label="LOC")


def _known_runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the known places of several words, the longest at each token, without overlap."""
    phrases = _phrases()
    by_word = {word: name_key(word) for word in dict.fromkeys(words)}
    numbers = [i for i, word in enumerate(words) if word != "-"]
    keys = [by_word[words[i]] for i in numbers]
    at = 0
    while at < len(keys):
        length = next((len(phrase) for phrase in phrases.get(keys[at], ()) if tuple(keys[at : at + len(phrase)]) == phrase), 0)
        if length:
            start, end = numbers[at], numbers[at + length - 1] + 1
            if words[end - 1][:1].isupper() or words[start][:1].isupper():
                yield start, end
        at += length or 1


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of the known places of several words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in known_places():
        words = tuple(key.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}
