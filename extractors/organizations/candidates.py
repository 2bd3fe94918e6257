"""Which names are those of organisations: no bare kind of body, no event, law or prize."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from ..names.words import LINKING, body_words, is_known_body
from ..offices.country import country_of_national
from ..offices.lexicon import heads
from ..places.countries import code_of_country, code_of_demonym


def is_name(span: Span) -> bool:
    """Say whether an organisation's span names one: no bare kind of body, no event, law or prize."""
    words = span.text.split()
    text = " ".join(words)
    if text.casefold() in body_words("no_names") or len(text) < 2 or not any(c.isalpha() for c in text):
        return False
    if len(words) > 1 and all(word.islower() for word in words[1:]) and (code_of_demonym(words[0]) or code_of_country(words[0])):
        return False  # "Israeli army"
    last = words[-2] if words[-1].isdigit() and len(words) > 2 else words[-1]  # "Vision 2030", "COP Summit 2024"
    if last.strip(".,") in body_words("no_heads") and len(words) > 1:
        return False
    return not (_is_heading(span) or _is_ticker(span) or _is_title(words))


def is_listed(text: str) -> bool:
    """Say whether a table has an organisation called `text`: a known body, a news agency, a body of one country."""
    return is_known_body(text) or text in body_words("agencies") or country_of_national(text) is not None


def _is_title(words: Sequence[str]) -> bool:
    """Say whether a name is but an office: `Municipal Chief Executive`, `Oregon Governor`."""
    lower = [word.lower() for word in words]
    return LINKING.isdisjoint(lower) and any(tuple(lower[-size:]) in heads() for size in (1, 2))


def _is_ticker(span: Span) -> bool:
    """Say whether `span` is the short form in brackets of an index, or of a share: `The Halden Index (HLDI)`, `Acme (NYSE: ACM)`."""
    doc, at = span.doc, span.start
    share = at > 2 and doc[at - 1].text == ":" and doc[at - 3].text == "(" and span.text.isupper()
    return share or (at > 1 and doc[at - 1].text == "(" and doc[at - 2].text in body_words("no_heads"))


def _is_heading(span: Span) -> bool:
    """Say whether `span` is a line of its own in capitals (`INTERNSHIP PROGRAMME`), which names a topic sooner than a body."""
    doc = span.doc
    alone = span.start > 0 and "\n" in doc[span.start - 1].text and (span.end == len(doc) or "\n" in doc[span.end].text)
    return alone and len(span) > 1 and span.text.isupper()
