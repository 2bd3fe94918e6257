"""What a sheet quotes from its article."""

from __future__ import annotations

from newsfacts.models import FactSheet, Figure, Mention, Office, Organization, Person, Place, Span


def all_mentions(sheet: FactSheet) -> list[Mention]:
    """Every mention of the sheet's people, offices, places and organisations."""
    entities: list[Person | Office | Place | Organization] = [*sheet.people, *sheet.offices, *sheet.places, *sheet.organizations]
    return [mention for entity in entities for mention in entity.mentions]


def all_spans(sheet: FactSheet) -> list[Span]:
    """Every fact of the sheet that has a span of its own: dates and figures."""
    return [*sheet.dates, *sheet.percentages, *sheet.money, *sheet.quantities]


def all_quotes(sheet: FactSheet) -> list[tuple[int, int, str]]:
    """Start, end and text of everything that the sheet quotes from its article."""
    figures: list[Figure] = [*sheet.percentages, *sheet.money, *sheet.quantities]
    sources = [figure.source for figure in figures if figure.source]
    return [(q.start, q.end, q.text) for q in (*all_mentions(sheet), *all_spans(sheet), *sources, *sheet.sentences)]
