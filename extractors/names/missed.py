"""Names that the recogniser missed: countries, news agencies, abbreviations, offices called after their head."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span

from ..knowledge import load
from ..offices.lexicon import heads
from ..places.countries import code_of_country
from ..places.gazetteer import name_key
from ..places.known import is_known_place
from .words import POSSESSIVES, announces_body, body_words, goes_on, goes_on_before, initials


def with_missed_names(doc: Doc, words: Sequence[str], entities: Iterable[Span], spans: Sequence[Span]) -> list[Span]:
    """Add the countries, news agencies and abbreviations that the recogniser missed where they stand alone as proper nouns."""
    abbreviated = {initials(span.text) for span in spans if span.label_ == "ORG" and len(span) > 2}
    covered = {i for span in itertools.chain(spans, entities) for i in range(span.start, span.end)}
    added: list[Span] = []
    for at, word in enumerate(words):
        if at in covered or not (word[:1].isupper() or word.isupper()):
            continue
        if len(word) > 2 and word.isupper() and name_key(word) in abbreviated and not words[max(0, at - 1)].isupper():
            added.append(Span(doc, at, at + 1, label="ORG"))  # "WHO experts", where the article has the World Health Organization
        if label := _label_alone(doc, at, word):
            added.append(Span(doc, at, at + 1, label=label))
    return sorted([*spans, *added, *_offices(doc, words, covered)], key=lambda span: span.start)


def _label_alone(doc: Doc, at: int, word: str) -> str:
    """Return what the proper noun `word` at token `at` is when it stands alone: a country, a news agency, a body by what announces it."""
    if doc[at].pos_ != "PROPN" or not word[:1].isupper():
        return ""
    if at + 1 < len(doc) and doc[at + 1].is_currency:
        return ""  # "US$5 million"
    body = word in body_words("agencies") or (announces_body(doc, at) and not is_known_place(word))
    place = code_of_country(word) or word in load("places/places.toml")["short"]
    label = "LOC" if place and not body else "ORG" if body else ""
    return label if label and not goes_on(doc, at + 1) and not goes_on_before(doc, at) else ""


def _offices(doc: Doc, words: Sequence[str], covered: Container[int]) -> Iterator[Span]:
    """Yield the offices that bear the title of their head and that the recogniser missed: `Prime Minister's Office`."""
    for end, word in enumerate(words):
        if word not in ("Office", "Department") or end < 2 or end in covered or words[end - 1] not in POSSESSIVES:
            continue
        start = end - 1
        while start > max(0, end - 6) and (words[start - 1].istitle() or (words[start - 1] == "-" and start < end - 1)):
            start -= 1
        starts = (at for at in range(start, end - 1) if _is_high_title(tuple(w.lower() for w in words[at : end - 1] if w != "-")))
        at = next(starts, None)
        if at is not None and not any(i in covered for i in range(at, end)):
            yield Span(doc, at, end + 1, label="ORG")


def _is_high_title(words: tuple[str, ...]) -> bool:
    """Say whether `words` are a title of a state that needs no name beside it: `prime minister`, not `prosecutor`."""
    head = heads().get(words)
    return head is not None and head.kind in ("state", "minister") and (len(words) > 1 or words == ("president",))
