"""The town and the state at the head of a dateline: `TROY, N.C. (AP) --`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from ..places.gazetteer import name_key
from ..places.known import states
from .words import DASHES

_WORDS = 4  # of a town's name
_ENDS = DASHES | {"(", "--", "/"}


def with_datelines(doc: Doc, words: Sequence[str], spans: list[Span]) -> list[Span]:
    """Return `spans` with the town and the state of each dateline, in place of what the recogniser took their words for."""
    found = [span for start in range(len(doc)) if _may_begin(doc, words, start) for span in _dateline(doc, words, start)]
    taken = {i for span in found for i in range(span.start, span.end)}
    kept = [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
    return sorted([*kept, *found], key=lambda span: span.start)


def _may_begin(doc: Doc, words: Sequence[str], at: int) -> bool:
    first = at == 0 or "\n" in words[at - 1] or doc[at].is_sent_start
    return bool(first) and len(words[at]) > 1 and words[at].isupper()


def _dateline(doc: Doc, words: Sequence[str], start: int) -> Iterator[Span]:
    """Yield the town and the state of the dateline that begins at `start`, if one does."""
    comma = next((at for at in range(start + 1, min(start + _WORDS + 1, len(words))) if not words[at].isupper()), len(words))
    state = comma + 1
    if state + 1 >= len(words) or words[comma] != "," or name_key(words[state]) not in states():
        return
    end = state + 1 + (words[state + 1] == ".")
    if words[end : end + 1] and words[end] in _ENDS:
        yield Span(doc, start, comma, label="LOC")
        yield Span(doc, state, end, label="LOC")
