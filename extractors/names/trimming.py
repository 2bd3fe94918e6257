"""What is one name: what stands around it and is no part of it."""

from __future__ import annotations

from spacy.tokens import Span, Token

from ..places.countries import code_of_country
from ..places.known import is_in_tables, place_words
from .words import ARTICLES, FUNCTION_WORDS, PLACE_LABELS, POSSESSIVES, body_words


def trimmed_name(span: Span) -> Span | None:
    """Return `span` without articles, possessives, punctuation and, for places, directions in front; None where no name is left."""
    start, end, doc = span.start, span.end, span.doc
    directions = place_words("words", "directions") if span.label_ in PLACE_LABELS else frozenset()
    kinds = {"NGO", "NGOs"} | body_words("announcing") if span.label_ == "ORG" and len(span) > 1 else frozenset[str]()
    while start < end and (
        _is_edge(doc[start])
        or doc[start].lower_ in ARTICLES
        or doc[start].text in kinds
        or (doc[start].text in directions and not is_in_tables(doc[start:end].text))  # but "west Africa"
    ):
        start += 1
    while start < end and not _closes(doc[start:end]) and (_is_edge(doc[end - 1]) or doc[end - 1].lower_ in FUNCTION_WORDS):
        end -= 1
    if (
        end - start > 1
        and (doc[start].lower_ in directions or (directions and doc[start].text in place_words("words", "peoples")))
        and code_of_country(doc[start + 1 : end].text)
        and not is_in_tables(doc[start:end].text)
    ):
        start += 1  # "Mountainous Afghanistan" at the head of a sentence, "Persian Iran"
    if end < len(doc) and doc[end].text == ")" and start < end and "(" in doc[end - 1].text:
        end += 1  # "JD(S" | ")"
    has_capital = any(c.isupper() for c in doc[start:end].text)
    return Span(doc, start, end, label=span.label_) if start < end and has_capital else None


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
