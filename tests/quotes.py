"""What a sheet quotes from its article."""

from __future__ import annotations

from newsfacts.models import FactSheet, Mention, Office, Organization, Person, Place, Span


def all_mentions(sheet: FactSheet) -> list[Mention]:
    """Every mention of the sheet's people, offices, places and organisations."""
    entities: list[Person | Office | Place | Organization] = [*sheet.people, *sheet.offices, *sheet.places, *sheet.organizations]
    return [mention for entity in entities for mention in entity.mentions]


def all_spans(sheet: FactSheet) -> list[Span]:
    """Every fact of the sheet that has a span of its own: dates and figures."""
    return [*sheet.dates, *sheet.percentages, *sheet.money, *sheet.quantities]


def all_quotes(sheet: FactSheet) -> list[tuple[int, int, str]]:
    """Start, end and text of everything that the sheet quotes from its article."""
    return [(m.start, m.end, m.text) for m in all_mentions(sheet)] + [(s.start, s.end, s.text) for s in all_spans(sheet)]
