"""Which names are those of organisations: no bare kind of body, no event, law or prize, no office."""

from __future__ import annotations

from spacy.tokens import Span

from ..names.words import LINKING, body_words
from ..offices.lexicon import heads


def is_name(span: Span) -> bool:
    """Say whether an organisation's span names one: no bare kind of body, no event, law or prize, no portfolio of a minister."""
    words = span.text.split()
    text = " ".join(words)
    if text.casefold() in body_words("no_names") or len(text) < 2 or not any(c.isalpha() for c in text):
        return False
    last = words[-2] if words[-1].isdigit() and len(words) > 2 else words[-1]  # "Vision 2030", "COP Summit 2024"
    if last.strip(".,") in body_words("no_heads") and len(words) > 1:
        return False
    return not (_is_portfolio(span) or _is_heading(span) or _is_subject(span) or _is_title_alone(span) or _is_law(span))


def _is_subject(span: Span) -> bool:
    """Say whether `span` is what somebody studied or teaches: `Professor emeritus of Media Studies`, `a degree in Commerce`."""
    doc, at = span.doc, span.start - 1
    if at < 1 or doc[at].lower_ not in ("of", "in") or span.text.split()[-1] in body_words("heads"):
        return False
    return any(token.lower_ in body_words("learning") for token in doc[max(0, at - 2) : at])


def _is_title_alone(span: Span) -> bool:
    """Say whether `span` is but a word for an office: `the Oba of Benin`."""
    head = heads().get((span.text.lower(),))
    return head is not None and head.kind in ("monarch", "minister", "rank")


def _is_law(span: Span) -> bool:
    """Say whether `span` stands in brackets in the name of a law: `the Canterbury Regional Council (Ngāi Tahu Representation) Bill`."""
    doc, end = span.doc, span.end
    return end + 1 < len(doc) and doc[end].text == ")" and doc[end + 1].text in body_words("no_heads")


def _is_heading(span: Span) -> bool:
    """Say whether `span` is a line of its own in capitals (`INTERNSHIP PROGRAMME`), which names a topic sooner than a body."""
    doc = span.doc
    alone = span.start > 0 and "\n" in doc[span.start - 1].text and (span.end == len(doc) or "\n" in doc[span.end].text)
    return alone and len(span) > 1 and span.text.isupper()


def _is_portfolio(span: Span) -> bool:
    """Say whether `span` is what somebody is minister of (`Minister of Communication and Information Technology`)."""
    doc, portfolios = span.doc, body_words("portfolios")
    if not all(token.text in portfolios or token.lower_ in LINKING or token.is_punct for token in span):
        return False
    before = [token.lower_ for token in doc[max(0, span.start - 3) : span.start]]
    if span.text in ("Labour", "Labor"):  # the party, but "Labour Minister", "Minister of Labour"
        beside = [*before, doc[span.end].lower_ if span.end < len(doc) else ""]
        return any(word in body_words("office_nouns") for word in beside)
    return len(span) == 1 or any(word in body_words("office_nouns") for word in before)
