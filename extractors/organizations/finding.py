"""Organisations: companies, agencies, parties, ministries, courts, teams and media that an article names."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from ..article import Article
from ..models import Organization
from ..places.gazetteer import name_key
from ..spans import mention, text_of
from .abbreviations import abbreviated_nouns, letters_of
from .candidates import is_name
from .joining import join


def find_organizations(doc: Doc, article: Article, names: Sequence[Span]) -> list[Organization]:
    """Return the organisations in the article, in the order of their first mention, each with all forms of its name.

    Args:
        doc: what the pipeline made of the article's text.
        article: the article itself.
        names: the names in it (`newsfacts.names.find_names`).
    """
    text = text_of(doc)
    bodies = [span for span in names if span.label_ == "ORG"]
    named = [span for span in bodies if is_name(span)]
    nouns, letters = abbreviated_nouns(doc, named), letters_of(named)
    spans = [span for span in bodies if (is_name(span) or name_key(span.text) in letters) and span.text not in nouns]
    found = sorted(join(doc, spans), key=lambda body: body.spans[0].start)
    return [
        Organization(id=f"g{number}", name=body.name, mentions=[mention(text, span.start_char, span.end_char) for span in body.spans])
        for number, body in enumerate(found, start=1)
    ]
