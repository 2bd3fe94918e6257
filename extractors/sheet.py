"""An article in, a fact sheet out: the order in which the extractors run."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .article import Article
from .dates import find_dates, find_published
from .figures.amounts import find_amounts
from .figures.assembly import find_figures
from .headline import find_title
from .models import Date, FactSheet, Organization, Person, Place, SentenceSpan, Source
from .names import find_names
from .offices.positions import find_offices
from .organizations import find_organizations
from .people import find_people, without_people
from .places.finding import find_places
from .reading import Reading, read
from .spans import sentence_spans
from .sureness import with_confidence, with_date_confidence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def make_sheet(article: Article, nlp: Language) -> FactSheet:
    """Read the facts of `article` with the pipeline `nlp`."""
    return sheet_from_doc(article, nlp(article.text))


def sheet_from_doc(article: Article, doc: Doc) -> FactSheet:
    """Read the facts of `article` from `doc`, which the pipeline made of its text."""
    return sheet_of(find_all(article, doc))


@dataclass(frozen=True)
class Found:
    """What was found in an article before its offices and figures are put together."""

    article: Article
    people: list[Person]
    places: list[Place]
    organizations: list[Organization]
    dates: list[Date]
    reading: Reading


def find_all(article: Article, doc: Doc) -> Found:
    """Find the names, dates and amounts of `article` in `doc`, and read what it says of the amounts and titles."""
    article = find_published(doc, article)
    people = with_confidence("people", doc, find_people(doc, article))
    names = find_names(doc)
    organizations = with_confidence("organizations", doc, without_people(people, find_organizations(doc, article, names), "g"))
    places = with_confidence("places", doc, without_people(people, find_places(doc, article, names), "l"))
    dates = with_date_confidence(find_dates(doc, article, places))
    amounts = find_amounts(doc, article, [(d.start, d.end) for d in dates], places)
    return Found(article, people, places, organizations, dates, read(doc, dates, amounts, people, organizations))


def sheet_of(found: Found) -> FactSheet:
    """Put the fact sheet of an article together."""
    article, figures = found.article, find_figures(found.reading)
    return FactSheet(
        source=Source(
            name=article.name,
            sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            title=find_title(article),
            published=_iso(article.published),
            length=len(article.text),
        ),
        people=found.people,
        offices=find_offices(found.reading, found.places),
        places=found.places,
        organizations=found.organizations,
        dates=found.dates,
        percentages=figures.percentages,
        money=figures.money,
        quantities=figures.quantities,
        sentences=[SentenceSpan(text=article.text[start:end], start=start, end=end) for start, end in sentence_spans(found.reading.doc)],
    )


def _iso(published: datetime.date | None) -> str | None:
    """Return ISO 8601 without seconds, which no newspaper prints."""
    if isinstance(published, datetime.datetime):
        return published.isoformat(timespec="minutes")
    return None if published is None else published.isoformat()
