"""An article in, a fact sheet out: the order in which the extractors run."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .article import Article
from .dates.finding import find_dates
from .dates.published import find_published
from .figures.amounts import find_amounts
from .figures.assembly import find_figures
from .headline import find_title
from .languages import language_of
from .models import Date, FactSheet, Organization, Person, Place, SentenceSpan, Source
from .names.finding import find_names
from .offices.country import Mentions, whose_news
from .offices.positions import find_offices
from .organizations import find_organizations
from .organizations.candidates import is_listed
from .own_entities import with_own_names
from .people.bylines import with_roles
from .people.finding import find_people, without_people
from .pipeline.folding import Evened, evened
from .pipeline.lines import kinds
from .pipeline.version import made_by
from .places.finding import find_places
from .reading import Reading, read
from .spans import text_of
from .sureness import with_confidence, with_date_confidence, without_doubtful

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from .pipeline import Pipeline


def make_sheet(article: Article, nlp: Pipeline, published: datetime.date | None = None) -> FactSheet:
    """Read the facts of `article` with the pipeline `nlp`; `published` is its day where neither its source nor its text says one.

    A text folded at a width, or with double spaces, is read without them; the offsets of its facts are those of the text as written.
    """
    even = evened(article.text)
    doc = nlp(even.text if even else article.text)
    read_as = find_published(replace(article, text=even.text) if even else article)
    sheet = sheet_of(find_all(read_as if read_as.published else replace(read_as, published=published), doc))
    sheet = sheet.model_copy(update={"made_by": made_by(nlp)})
    return _as_written(sheet, article.text, even) if even else sheet


def sheet_from_doc(article: Article, doc: Doc) -> FactSheet:
    """Read the facts of `article` from `doc`, which the pipeline made of its text."""
    return sheet_of(find_all(find_published(article), doc))


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
    people = with_confidence("people", doc, find_people(doc, article))
    names = find_names(doc)
    organizations = with_confidence("organizations", doc, without_people(people, find_organizations(doc, article, names), "g"))
    places = with_confidence("places", doc, without_people(people, find_places(doc, article, names), "l"))
    organizations = without_doubtful(doc, organizations, is_listed)
    people, places, organizations = with_own_names(text_of(doc), article.habits.names, (people, places, organizations))
    people = with_roles(text_of(doc), people)
    dates = with_date_confidence(find_dates(doc, article, places))
    amounts = find_amounts(doc, article, [(d.start, d.end) for d in dates], places)
    return Found(article, people, places, organizations, dates, read(doc, dates, amounts, people, organizations))


def sheet_of(found: Found) -> FactSheet:
    """Put the fact sheet of an article together."""
    article, figures = found.article, find_figures(found.reading)
    sentences = found.reading.sentences
    countries = Mentions.of_article(found.reading.doc, found.places)
    return FactSheet(
        source=Source(
            name=article.name,
            url=article.url,
            sha256=_sha256(article.text),
            title=find_title(article),
            published=article.published_iso,
            language=language_of(article.text),
            country=whose_news(countries)[0],
            length=len(article.text),
        ),
        people=found.people,
        offices=find_offices(found.reading, found.places, countries),
        places=found.places,
        organizations=found.organizations,
        dates=found.dates,
        percentages=figures.percentages,
        money=figures.money,
        quantities=figures.quantities,
        sentences=[
            SentenceSpan(text=article.text[start:end], start=start, end=end, kind=kind)
            for (start, end), kind in zip(sentences, kinds(article.text, sentences, found.reading.rows), strict=True)
        ],
    )


def _as_written(sheet: FactSheet, text: str, even: Evened) -> FactSheet:
    """Return the sheet of an evened text with the offsets of its facts turned into those of `text`, and their words as they stand there."""

    def cut(one: Any) -> Any:
        start, end = even.span(one.start, one.end)
        return one.model_copy(update={"text": text[start:end], "start": start, "end": end})

    entities = {
        name: [e.model_copy(update={"mentions": list(map(cut, e.mentions))}) for e in getattr(sheet, name)]
        for name in ("people", "offices", "places", "organizations")
    }
    spans = {name: list(map(cut, getattr(sheet, name))) for name in ("dates", "percentages", "money", "quantities", "sentences")}
    for name in ("percentages", "money", "quantities"):
        spans[name] = [f.model_copy(update={"source": cut(f.source)}) if f.source else f for f in spans[name]]
    source = sheet.source.model_copy(update={"sha256": _sha256(text), "length": len(text)})
    return sheet.model_copy(update={"source": source} | entities | spans)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
