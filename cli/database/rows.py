"""A fact sheet to the rows of a database's tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..formats import FIGURES, SECTIONS

if TYPE_CHECKING:
    from newsfacts import FactSheet
    from newsfacts.collection import Name

Row = dict[str, Any]
Rows = dict[str, list[Row]]
_ENTITIES = ("people", "organizations", "places", "offices")
_RENAMED = {"start": "start_char", "end": "end_char", "of": "of_what", "when": "when_value"}


def rows_of(sheet: FactSheet, sections: Sequence[str] = SECTIONS) -> Rows:
    """Return the rows of each table, as plain values; days are ISO 8601. They lack `article`, the key, which the store gives them."""
    from newsfacts.collection import names_in

    rows: Rows = {"articles": [_article(sheet)], "mentions": [], "figures": []}
    for section in sections:
        if section in _ENTITIES:
            rows[section] = [_entity(sheet, fact) for fact in getattr(sheet, section)]
            rows["mentions"] += _mentions(sheet, section)
        elif section == "dates":
            rows[section] = [{"number": number, **_renamed(date)} for number, date in enumerate(sheet.dates)]
        elif section == "sentences":
            rows[section] = [{"sentence": number, **_renamed(sentence)} for number, sentence in enumerate(sheet.sentences)]
    rows["entity_mentions"] = [_name(name) for name in names_in(sheet, sections)]
    figures = [(section, figure) for section in FIGURES if section in sections for figure in getattr(sheet, section)]
    figures.sort(key=lambda entry: entry[1].start)
    rows["figures"] = [{"number": number, "section": section, **_figure(sheet, figure)} for number, (section, figure) in enumerate(figures)]
    return {table: found for table, found in rows.items() if found}


def _article(sheet: FactSheet) -> Row:
    source = sheet.source.model_dump()
    return {**source, "published": (source["published"] or "")[:10] or None, "made_by": sheet.made_by, "text": sheet.text}


def _entity(sheet: FactSheet, fact: Any) -> Row:
    row = _renamed(fact)
    if "holder" in row:
        row["holder_name"] = _names(sheet).get(row["holder"])
    return {**row, "mentions": len(fact.mentions)}


def _name(name: Name) -> Row:
    return {**name._asdict(), "evidence": "\n".join(name.evidence)}


def _mentions(sheet: FactSheet, section: str) -> Iterator[Row]:
    starts = [sentence.start for sentence in sheet.sentences]
    for fact in getattr(sheet, section):
        for number, mention in enumerate(fact.mentions):
            sentence = max(bisect_right(starts, mention.start) - 1, 0)
            yield {"section": section, "entity": fact.id, "number": number, "sentence": sentence, **_renamed(mention)}


def _figure(sheet: FactSheet, figure: Any) -> Row:
    from newsfacts.collection.figures import topic_of
    from newsfacts.dates.timex import first_and_last_day

    row = _renamed(figure)
    credit = row.pop("source") or {}
    first, last = first_and_last_day(figure.when) if figure.when else (None, None)
    topic = topic_of(figure, sheet)
    about = {"topic": topic.key, "topic_places": "\n".join(topic.places)} if topic else {}
    said = {"source": credit.get("text"), "source_id": credit.get("id"), "source_name": _names(sheet).get(credit.get("id"))}
    return {**row, "when_first": first, "when_last": last, **said, **about}


def _renamed(fact: Any) -> Row:
    return {_RENAMED.get(field, field): value for field, value in fact.model_dump().items()}


def _names(sheet: FactSheet) -> dict[str | None, str]:
    named: list[Any] = [*sheet.people, *sheet.organizations]
    return {entity.id: entity.name for entity in named}
