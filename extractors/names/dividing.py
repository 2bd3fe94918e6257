"""What is one name: two that the recogniser took for one apart."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ..places.countries import code_of_country
from ..places.known import is_known_place, place_words
from .words import ARTICLES, DASHES, PLACE_LABELS, POSSESSIVES, ends_as_body, is_acronym, is_known_body


def divided(span: Span, named: frozenset[str]) -> Iterator[Span]:
    """Yield the names that are joined in one span; `named` are the places that the article names."""
    doc, start = span.doc, span.start
    for token in span:
        if token.i > start and _divides(span, start, token, named):
            yield Span(doc, start, token.i, label=span.label_)
            start = token.i + 1
    if start < span.end:
        yield Span(doc, start, span.end, label=span.label_)


def _divides(span: Span, start: int, token: Token, named: frozenset[str]) -> bool:
    """Say whether `token` stands between two names of `span`, the first of which begins at `start`."""
    doc = span.doc
    left, right = doc[start : token.i], doc[token.i + 1 : span.end]
    if token.text in ("/", "|", "\n", "\n\n") or (token.is_space and "\n" in token.text):
        return True
    if not len(right) or token.i == start:
        return False
    place = span.label_ in PLACE_LABELS
    if token.text == "," and place:
        return right.text not in ("D.C.", "DC")
    if token.text in DASHES:
        return bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)  # "AMMAN — Jordan"
    if token.text in POSSESSIVES:
        return bool(right[0].text[:1].isupper()) and (_is_owner(left) or (place and _is_place_name(left.text, named)))
    return False


def _is_place_name(text: str, named: frozenset[str]) -> bool:
    """Say whether `text` is a place by itself, with the point of the compass or an article in front of it or not."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in (ARTICLES | place_words("words", "directions")):
        del words[0]
    return " ".join(words) in named or is_known_place(" ".join(words))


def _is_owner(left: Span) -> bool:
    """Say whether `left`, before a possessive, is a name of its own: a country or an organisation (`China's`), not `People's`."""
    text = " ".join(t.text for t in left if t.lower_ not in ARTICLES)
    return bool(code_of_country(text)) or is_acronym(text) or ends_as_body(text) or is_known_body(text)
