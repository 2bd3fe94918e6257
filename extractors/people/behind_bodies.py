"""People whom the recogniser read as one name with the body before them: `Head of ABC Samir Nader`, `Great Khural G.Zandan`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from ..names.words import body_words, is_acronym
from ..offices.lexicon import first_words
from ..places.known import is_known_place


def bodies_and_heads(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield `spans`, with `ABC` and `Samir Nader` apart in `Head of ABC Samir Nader` where the article has named the ABC."""
    spans = list(spans)
    known = frozenset(span.text for span in spans if span.label_ == "ORG" and len(span) == 1 and is_acronym(span.text))
    for span in spans:
        at = _end_of_body(span, known) if span.label_ == "ORG" and len(span) > 2 and _is_head_of(span) else span.end
        if at < span.end and _is_full_name(span.doc[at : span.end]):
            yield Span(span.doc, span.start, at, label="ORG")
            yield Span(span.doc, at, span.end, label="PERSON")
        elif span.label_ == "PERSON" and (start := _start_behind_body(span)) > span.start:
            yield Span(span.doc, start, span.end, label="PERSON")
        else:
            yield span


def _end_of_body(span: Span, known: frozenset[str]) -> int:
    """Return the token at which a body's name ends by its own words: `ABC`, where the article has it alone, `the Central Bank`."""
    heads_of_bodies = body_words("heads")
    ends = (token.i + 1 for token in span[1:] if token.text in heads_of_bodies)
    return span.start + 1 if span[0].text in known else max(ends, default=span.end)


def _start_behind_body(span: Span) -> int:
    """Return the token at which a person's name begins behind the end of a body's: `Great Khural` | `G.Zandan`."""
    bodies = body_words("heads")
    return max((token.i + 1 for token in span[:-1] if token.text in bodies), default=span.start)


def _is_head_of(span: Span) -> bool:
    """Say whether `span` stands behind a title and `of`."""
    at = span.start - 1
    at -= at > 1 and span.doc[at].lower_ == "the"
    return at > 0 and span.doc[at].lower_ == "of" and span.doc[at - 1].lower_ in first_words()


def _is_full_name(name: Span) -> bool:
    """Say whether two to four words can be a person's name: none of them is a kind of body or a place."""
    bodies = body_words("heads") | body_words("first_heads")
    return 2 <= len(name) <= 4 and all(t.text.istitle() and t.text not in bodies and not is_known_place(t.text) for t in name)
