"""Names that the recogniser missed: countries, news agencies, abbreviations, offices called after their head."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Span

from ..knowledge import load
from ..offices.lexicon import heads
from ..places.countries import code_of_country
from ..places.gazetteer import name_key
from ..places.known import is_known_place
from .words import (
    POSSESSIVES,
    announces_body,
    body_words,
    goes_on,
    goes_on_before,
    initials,
)


def with_missed_names(doc: Doc, spans: list[Span]) -> list[Span]:
    """Add the countries, news agencies and abbreviations that the recogniser missed where they stand alone as proper nouns."""
    abbreviated = {initials(span.text) for span in spans if span.label_ == "ORG" and len(span) > 2}
    covered = {token.i for span in spans for token in span} | {token.i for span in doc.ents for token in span}
    added: list[Span] = []
    for token in doc:
        if token.i in covered:
            continue
        if len(token) > 2 and token.is_upper and name_key(token.text) in abbreviated and not doc[max(0, token.i - 1)].is_upper:
            added.append(Span(doc, token.i, token.i + 1, label="ORG"))  # "WHO experts", where the article has the World Health Organization
        if token.pos_ != "PROPN" or not token.text[:1].isupper():
            continue
        if token.i + 1 < len(doc) and doc[token.i + 1].is_currency:
            continue  # "US$5 million"
        body = token.text in body_words("agencies") or (announces_body(doc, token.i) and not is_known_place(token.text))
        place = code_of_country(token.text) or token.text in load("places/places.toml")["short"]
        label = "LOC" if place and not body else "ORG" if body else ""
        if label and not goes_on(doc, token.i + 1) and not goes_on_before(doc, token.i):
            added.append(Span(doc, token.i, token.i + 1, label=label))
    return sorted([*spans, *added, *_offices(doc, covered)], key=lambda span: span.start)


def _offices(doc: Doc, covered: Container[int]) -> Iterator[Span]:
    """Yield the offices that bear the title of their head and that the recogniser missed: `Prime Minister's Office`."""
    for token in doc[2:]:
        if token.text not in ("Office", "Department") or token.i in covered or doc[token.i - 1].text not in POSSESSIVES:
            continue
        start = token.i - 1
        while start > max(0, token.i - 6) and (doc[start - 1].text.istitle() or (doc[start - 1].text == "-" and start < token.i - 1)):
            start -= 1
        starts = (at for at in range(start, token.i - 1) if _is_high_title(tuple(_words(doc[at : token.i - 1]))))
        at = next(starts, None)
        if at is not None and not any(i in covered for i in range(at, token.i)):
            yield Span(doc, at, token.i + 1, label="ORG")


def _is_high_title(words: tuple[str, ...]) -> bool:
    """Say whether `words` are a title of a state that needs no name beside it: `prime minister`, not `prosecutor`."""
    head = heads().get(words)
    return head is not None and head.kind in ("state", "minister") and (len(words) > 1 or words == ("president",))


def _words(name: Span) -> Iterator[str]:
    """Yield the words of a title in small letters, without its hyphens."""
    return (token.lower_ for token in name if token.text != "-")
