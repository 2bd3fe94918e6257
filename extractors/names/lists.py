"""The enumerations that names stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

_LISTING = frozenset((",", "and", "or", "&", "as", "well", ";", "(", ")", "to", "from", "in", "%", "percent", "plus"))


def enumerations(doc: Doc, spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Yield the spans in runs between which only commas, conjunctions and figures stand (`Surco (2,120 to 2,352); Ate (1,574)`)."""
    run: list[Span] = []
    for span in spans:
        if run and not all(token.lower_ in _LISTING or token.pos_ == "NUM" for token in doc[run[-1].end : span.start]):
            yield run
            run = []
        run.append(span)
    if run:
        yield run
