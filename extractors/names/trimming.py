"""What is one name: what stands around it and is no part of it."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from ..figures.amounts.units import surfaces
from ..places.countries import code_of_country
from ..places.known import is_in_tables, place_words
from .words import ARTICLES, FUNCTION_WORDS, PLACE_LABELS, POSSESSIVES, body_words


def trimmed_name(span: Span) -> Span | None:
    """Return `span` without what stands around its name: articles, possessives, punctuation; None where no name is left.

    Places lose directions in front, too (`northern Kenya`), bodies the common noun that says what they are (`Forbes magazine`), and all an
    amount in front (`220MW Eg River plant`).
    """
    start, end, doc = _first_of_name(span), span.end, span.doc
    body = span.label_ == "ORG"
    while start < end and not _closes(doc[start:end]) and (_is_edge(doc[end - 1]) or doc[end - 1].lower_ in FUNCTION_WORDS):
        end -= 1
    if body and end - start > 1 and (doc[end - 1].text in body_words("announcing") or doc[end - 1].text in body_words("behind")):
        end -= 1
    if span.label_ in PLACE_LABELS and end - start > 1 and _is_described_country(doc[start:end]):
        start += 1  # "Mountainous Afghanistan" at the head of a sentence, "Persian Iran"
    if end < len(doc) and doc[end].text == ")" and start < end and "(" in doc[end - 1].text:
        end += 1  # "JD(S" | ")"
    has_capital = any(c.isupper() for c in doc[start:end].text)
    return Span(doc, start, end, label=span.label_) if start < end and has_capital and not _is_amount(doc[start:end].text) else None


def _first_of_name(span: Span) -> int:
    """Return the token at which the name in `span` begins."""
    start, end, doc = span.start, span.end, span.doc
    directions = place_words("words", "directions") if span.label_ in PLACE_LABELS else frozenset()
    kinds = {"NGO", "NGOs"} | body_words("announcing") if span.label_ == "ORG" and len(span) > 1 else frozenset[str]()
    while start < end and (
        _is_edge(doc[start])
        or doc[start].text in kinds
        or doc[start].lower_ in ARTICLES
        or _is_amount(doc[start].text)
        or (doc[start].text in directions and not is_in_tables(doc[start:end].text))  # but "west Africa"
    ):
        start += 1
    return start


def _is_described_country(name: Span) -> bool:
    """Say whether the first word of a place's name says but something of the country behind it."""
    described = name[0].lower_ in place_words("words", "directions") or name[0].text in place_words("words", "peoples")
    return described and code_of_country(name[1:].text) is not None and not is_in_tables(name.text)


def _is_amount(text: str) -> bool:
    """Say whether `text` is a number with a unit: `86MW`."""
    number = re.match(r"[\d.,]+ ?", text)
    return number is not None and text[number.end() :] in surfaces()[1]


def _closes(name: Span) -> bool:
    """Say whether `name` ends with a bracket of its own (`JD(S)`)."""
    return name[-1].text == ")" and "(" in name.text and " (" not in name.text


def _is_edge(token: Token) -> bool:
    return (
        token.text in POSSESSIVES
        or token.is_space
        or token.is_quote
        or token.text in {",", ".", ";", ":", "-", "–", "—", "(", ")", "[", "]", "/", "!", "?", "’"}
    )
