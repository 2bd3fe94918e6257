"""Offices: positions of authority in states, armies, courts, churches, parties, companies, and who holds them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ..article import Article
from ..models import Office, Organization, Person, Place
from .holders import find_holders
from .positions import Jurisdictions, positions
from .titles import find_titles
from .words import read

__all__ = ["find_offices"]


def find_offices(
    doc: Doc, article: Article, people: Sequence[Person], places: Sequence[Place], organizations: Sequence[Organization]
) -> list[Office]:
    """Return the offices of `article` in the order of their first mention, with ids o1, o2, …

    Each different (title, of, holder) is one office. `title` stands in the article's words and in the singular; `of` names the country,
    region, city or body (`Russia` for `Russian Prime Minister`); `country` is ISO 3166-1 alpha-2; `holder` is the id of one of `people`;
    `former` is true for past and future holders.

    Args:
        doc: what the pipeline made of the article's text.
        article: the article itself.
        people: the people found in it.
        places: the places found in it.
        organizations: the organisations found in it.
    """
    reading = read(doc, people, places, organizations)
    held = find_holders(reading, find_titles(reading))
    return positions(reading, held, Jurisdictions.of_article(reading, places))
