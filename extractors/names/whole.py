"""What is one name: the recogniser's spans, those that it cut in two made whole."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from ..places.countries import code_of_country
from .words import is_acronym


def made_whole(doc: Doc, entities: Iterable[Span]) -> list[Span]:
    """Return the recogniser's spans, an organisation's name that it cut in two made whole."""
    spans: list[Span] = []
    for span in entities:
        last = spans[-1] if spans else None
        if last is not None and last.end == span.start and _is_rest(last, span):
            spans[-1] = Span(doc, last.start, span.end, label="ORG")
        else:
            spans.append(span)
    return spans


def _is_rest(last: Span, span: Span) -> bool:
    """Say whether `span` is the rest of the organisation's name before it: `Economic Justice and` | `Dignity group`."""
    if last.label_ == span.label_ == "ORG":
        return "\n" not in last.doc[last.start : span.end].text and not is_acronym(span.text)  # not "the Left" | "LDF"
    return last.text == "Bank" and span.label_ == "LOC" and code_of_country(span.text) is not None  # "Bank" | "Indonesia"
