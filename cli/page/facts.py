"""What the page says of each fact: a fact sheet to one line of JSON with words, marks and the sheet itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..formats import SECTIONS, as_dict, plain_number
from ..wording import coordinates_in_words, country_in_words, figure_in_words, office_in_words
from .marking import BLOCK, marked

if TYPE_CHECKING:
    from newsfacts import FactSheet

FIGURES = ("percentages", "money", "quantities")


def to_piece(sheet: FactSheet, text: str, sections: tuple[str, ...] = SECTIONS) -> str:
    """Return one line of JSON: all that the page shows of one article.

    Keys of a fact: `section`, `index` in it, `kind` (figures are one), `label`, `detail` (what follows the label), `mentions`, and
    where there is one `number`, `type`, `when`, `day`, `point` (longitude, latitude), `offices`.
    """
    facts: list[dict[str, Any]] = []
    mentions: list[tuple[int, int, int]] = []
    for section in sections:
        if section == "sentences":
            continue
        for index, fact in enumerate(getattr(sheet, section)):
            spans = getattr(fact, "mentions", None) or [fact]
            mentions += [(span.start, span.end, len(facts)) for span in spans]
            kind = "figures" if section in FIGURES else section
            words = _WORDS[kind](sheet, fact, sections)
            facts.append({"section": section, "index": index, "kind": kind, "mentions": len(spans), **words})
    tree = marked(text, mentions)
    title = sheet.source.title
    head = next((_text_of(node) for node in tree if isinstance(node, list) and node[0] == BLOCK), "")
    shown = {
        "name": sheet.source.name,
        "title": title,
        "published": sheet.source.published,
        "headed": bool(title) and head.strip() == title,
    }
    return json.dumps({**shown, "facts": facts, "tree": tree, "sheet": as_dict(sheet, sections)}, ensure_ascii=False, default=str)


def _text_of(node: Any) -> str:
    return node if isinstance(node, str) else "".join(_text_of(child) for child in node[2:])


def _person(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    offices = [office_in_words(office) for office in sheet.offices if office.holder == fact.id and "offices" in sections]
    return {"label": fact.name, "detail": "; ".join(offices), "offices": offices}


def _office(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    holder = next((person.name for person in sheet.people if person.id == fact.holder), "")
    return {"label": office_in_words(fact), "detail": holder}


def _place(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    kind = "" if fact.type == "other" else fact.type
    words = {"label": fact.name, "detail": " · ".join(filter(None, (kind, country_in_words(fact), coordinates_in_words(fact))))}
    known = fact.latitude is not None and fact.longitude is not None
    return {**words, "point": [fact.longitude, fact.latitude]} if known else words


def _organization(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    return {"label": fact.name, "detail": ""}


def _date(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    return {"label": fact.text, "detail": in_words(fact.value), "day": fact.first_day and str(fact.first_day)}


def _figure(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    value = fact.value if fact.value is not None else fact.low if fact.low is not None else fact.high
    return {
        "label": fact.measure or f"“{fact.text}”",
        "detail": figure_in_words(fact),
        "number": None if value is None else plain_number(value),
        "type": " ".join(filter(None, (fact.kind, fact.direction))),
        "when": in_words(fact.when) if fact.when else "",
        "day": fact.when,
    }


def in_words(timex: str) -> str:
    """Return a day or month of TIMEX3 as newspapers print it, `14 May 2026`, and any other value as it is."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?", timex)
    if not found:
        return timex
    month = f"{_months()[int(found[2])]} {int(found[1])}"
    return f"{int(found[3])} {month}" if found[3] else month


@cache
def _months() -> Mapping[int, str]:
    """Return the names of the months, from 1 on, by CLDR."""
    from babel import Locale

    return Locale("en").months["format"]["wide"]


_WORDS = {
    "people": _person,
    "offices": _office,
    "places": _place,
    "organizations": _organization,
    "dates": _date,
    "figures": _figure,
}


def index_terms(facts: list[dict[str, Any]]) -> Iterator[list[str]]:
    """Yield kind and words of what the index of a report searches: each once, names and figures."""
    for kind, words in dict.fromkeys((fact["kind"], " · ".join(_shown(fact))) for fact in facts if fact["kind"] != "dates"):
        yield [kind, words]


def _shown(fact: dict[str, Any]) -> list[str]:
    if fact["kind"] == "figures":
        return [part for part in (f"{fact['label']} {fact['detail']}", fact["when"]) if part]
    return [fact["label"]]
