"""What is one name: the places of the tables whose names have several words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from ..places.gazetteer import name_key
from ..places.known import known_places
from .words import (
    goes_on,
    goes_on_before,
)


def with_known_places(doc: Doc, spans: list[Span]) -> list[Span]:
    """Add the places of the tables whose names have several words (`horn of Africa`), in place of the parts that the recogniser saw."""
    covers = {token.i: span for span in spans for token in span}
    added: list[Span] = []
    for start, end in _known_runs(doc):
        inside = {covers[i].start: covers[i] for i in range(start, end) if i in covers}
        reaches_out = any(span.start < start or span.end > end for span in inside.values())
        if not reaches_out and not goes_on(doc, end) and not goes_on_before(doc, start):
            added.append(Span(doc, start, end, label="LOC"))
    taken = {token.i for span in added for token in span}
    return sorted([*added, *(span for span in spans if span.start not in taken)], key=lambda span: span.start)


def _known_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the known places of several words, the longest at each token, without overlap."""
    phrases = _phrases()
    words = [(token.i, name_key(token.text)) for token in doc if token.text != "-"]
    at = 0
    while at < len(words):
        length = next(
            (len(p) for p in phrases.get(words[at][1], ()) if tuple(word for _, word in words[at : at + len(p)]) == p),
            0,
        )
        if length:
            start, end = words[at][0], words[at + length - 1][0] + 1
            if doc[end - 1].text[:1].isupper() or doc[start].text[:1].isupper():
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
