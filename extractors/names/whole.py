"""What is one name: the recogniser's spans, those that it cut in two made whole."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from ..places.countries import code_of_country
from .words import FUNCTION_WORDS, is_acronym


def made_whole(doc: Doc, entities: Iterable[Span]) -> list[Span]:
    """Return the recogniser's spans, an organisation's name that it cut in two made whole."""
    spans: list[Span] = []
    for span in entities:
        last = spans[-1] if spans else None
        if last is not None and last.end == span.start and _is_rest(last, span):
            spans[-1] = Span(doc, last.start, span.end, label="ORG")
        else:
            spans.append(_to_its_end(span) if span.label_ == "ORG" else span)
    return spans


def _to_its_end(span: Span) -> Span:
    """Return an organisation's span that ends on `of` or `the` with the capitalised words behind it: `Office of the` | `Prime Minister`."""
    doc, end = span.doc, span.end
    while (
        len(span) > 1
        and span[-1].lower_ in FUNCTION_WORDS
        and end < len(doc)
        and doc[end].text[:1].isupper()
        and not doc[end].is_sent_start
    ):
        end += 1
    return Span(doc, span.start, end, label="ORG")


def _is_rest(last: Span, span: Span) -> bool:
    """Say whether `span` is the rest of the organisation's name before it: `Economic Justice and` | `Dignity group`."""
    if last.label_ == span.label_ == "ORG":
        return "\n" not in last.doc[last.start : span.end].text and not is_acronym(span.text)  # not "the Left" | "LDF"
    return last.text == "Bank" and span.label_ == "LOC" and code_of_country(span.text) is not None  # "Bank" | "Indonesia"
