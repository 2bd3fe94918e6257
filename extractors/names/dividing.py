"""What is one name: two that the recogniser took for one apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from ..offices.lexicon import first_words
from ..places.countries import code_of_country
from ..places.gazetteer import name_key
from ..places.known import is_in_tables, is_known_place, known_places, place_words
from .words import ARTICLES, DASHES, PLACE_LABELS, POSSESSIVES, body_words, ends_as_body, is_acronym, is_known_body


def divided(span: Span, named: frozenset[str]) -> Iterator[Span]:
    """Yield the names that are joined in one span; `named` are the places that the article names."""
    doc, start = span.doc, span.start
    if at := _between_countries(span):
        yield Span(doc, start, at, label=span.label_)
        start = at
    for token in span:
        if token.i > start and _divides(span, start, token, named):
            yield Span(doc, start, token.i, label=span.label_)
            start = token.i + 1
    if start < span.end:
        yield Span(doc, start, span.end, label=span.label_)


def _between_countries(span: Span) -> int | None:
    """Return the token at which the second of two countries begins in one span: `U.S. Namibia cooperation`."""
    if span.label_ not in PLACE_LABELS or len(span) > 4 or is_in_tables(span.text):
        return None
    ends = range(span.start + 1, span.end)
    doc = span.doc
    return next((at for at in ends if code_of_country(doc[span.start : at].text) and code_of_country(doc[at : span.end].text)), None)


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


def as_country(span: Span) -> Span:
    """Return the country in `government of South Sudan`, which in small letters names no body."""
    doc, at = span.doc, span.start + 2
    rest = doc[at : span.end]
    described = span.label_ == "ORG" and len(rest) > 0 and doc[span.start].text in ("government", "governments", "people")
    return Span(doc, at, span.end, label="LOC") if described and doc[at - 1].lower_ == "of" and code_of_country(rest.text) else span


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
        return True
    if token.text in DASHES:
        spaced = bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)  # "AMMAN — Jordan"
        return spaced or (place and token.text == "-" and _are_two_places(left, right, named))
    if token.text in POSSESSIVES:
        return bool(right[0].text[:1].isupper()) and (_is_owner(left) or (place and _is_place_name(left.text, named)))
    if token.lower_ != "of":
        return False
    if place:
        part = left[-1].lower_ in place_words("words", "parts") or name_key(left.text) in known_places()
        part = part and bool(code_of_country(right.text)) and not is_in_tables(doc[start : span.end].text)  # no "Gulf of Guinea"
        return left[-1].text in place_words("words", "kinds") or part
    return span.label_ == "ORG" and right[0].lower_ == "the" and ends_as_body(left.text) and ends_as_body(right.text)


def _are_two_places(left: Span, right: Span, named: frozenset[str]) -> bool:
    """Say whether a hyphen joins two places (`the Napier-Gisborne railway`), not the halves of a name (`Guinea-Bissau`)."""
    whole = left.doc[left.start : right.end].text
    first = right[:1] if len(right) > 1 and right[1].text == "-" else right
    return not is_known_place(whole) and all(len(side.text) > 3 and _is_place_name(side.text, named) for side in (left, first))


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
