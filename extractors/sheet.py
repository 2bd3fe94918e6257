"""An article in, a fact sheet out: the order in which the extractors run."""

from __future__ import annotations

import datetime
import hashlib
from typing import TYPE_CHECKING

from .article import Article
from .dates import find_dates, find_published
from .figures import find_figures
from .headline import find_title
from .models import FactSheet, SentenceSpan, Source
from .offices import find_offices
from .organizations import find_organizations
from .people import find_people
from .places import find_places
from .spans import apart_from, sentence_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def make_sheet(article: Article, nlp: Language) -> FactSheet:
    """Read the facts of `article` with the pipeline `nlp`."""
    return sheet_from_doc(article, nlp(article.text))


def sheet_from_doc(article: Article, doc: Doc) -> FactSheet:
    """Read the facts of `article` from `doc`, which the pipeline made of its text."""
    article = find_published(doc, article)
    people = find_people(doc, article)
    organizations = apart_from(people, find_organizations(doc, article), "g")
    places = apart_from(people, find_places(doc, article), "l")
    offices = find_offices(doc, article, people, places, organizations)
    dates = find_dates(doc, article, places)
    figures = find_figures(doc, article, dates, places)
    return FactSheet(
        source=Source(
            name=article.name,
            sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            title=find_title(article),
            published=_iso(article.published),
            length=len(article.text),
        ),
        people=people,
        offices=offices,
        places=places,
        organizations=organizations,
        dates=dates,
        percentages=figures.percentages,
        money=figures.money,
        quantities=figures.quantities,
        sentences=[SentenceSpan(text=article.text[start:end], start=start, end=end) for start, end in sentence_spans(doc)],
    )


def _iso(published: datetime.date | None) -> str | None:
    """Return ISO 8601 without seconds, which no newspaper prints."""
    if isinstance(published, datetime.datetime):
        return published.isoformat(timespec="minutes")
    return None if published is None else published.isoformat()
