"""What the page says of each fact: a fact sheet to one line of JSON with words, marks and the sheet itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..confidence import is_doubtful
from ..formats import FIGURES, SECTIONS, as_dict
from ..time_wording import is_iso, time_in_words
from ..wording import coordinates_in_words, figure_in_words, note_in_words, office_in_words, other_forms, whole_in_words
from .comparable import comparable
from .marking import marked

if TYPE_CHECKING:
    from newsfacts import FactSheet


def to_piece(sheet: FactSheet, text: str, sections: tuple[str, ...] = SECTIONS) -> str:
    """Return one line of JSON: all that the page shows of one article.

    Keys of a fact: `section`, `index` in it, `kind` (figures are one), `label`, `detail` (what follows the label), `mentions`, and
    `confidence`, `doubtful` (whether it is dimmed); where there is one `group` and `number` (see `comparable`), `type`, `when`, `day`,
    `days` (the first and the last that `when` covers), `note` (of a figure: that it is planned, who says it), `raw` (the TIMEX3 of a
    detail that isn't plain from it), `point` (longitude, latitude), `also` (other forms of the name).
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
            sure = {"confidence": f"{fact.confidence:.2f}", "doubtful": is_doubtful(fact)}
            facts.append({"section": section, "index": index, "kind": kind, "mentions": len(spans), **sure, **words})
    tree = marked(text, mentions, {sentence.start for sentence in sheet.sentences if sentence.kind != "prose"})
    title = sheet.source.title
    head = next((_text_of(node) for node in tree if isinstance(node, list) and node[0] < 0), "")
    shown = {
        "name": sheet.source.name,
        "title": title,
        "published": time_in_words(sheet.source.published or ""),
        "headed": bool(title) and head.strip() == title,
    }
    return json.dumps(
        {**shown, "facts": facts, "tree": tree, "sheet": as_dict(sheet.model_copy(update={"text": None}), sections)},
        ensure_ascii=False,
        default=str,
    )


def _text_of(node: Any) -> str:
    return node if isinstance(node, str) else "".join(_text_of(child) for child in node[2:])


def _person(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    offices = [office_in_words(office) for office in sheet.offices if office.holder == fact.id and "offices" in sections]
    return {"label": fact.name, "detail": "; ".join(offices), "also": other_forms(fact)}


def _office(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    holder = next((person.name for person in sheet.people if person.id == fact.holder), "")
    return {"label": office_in_words(fact), "detail": holder}


def _place(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    kind = "" if fact.type == "other" else fact.type
    words = {"label": fact.name, "detail": " · ".join(filter(None, (kind, whole_in_words(fact), coordinates_in_words(fact))))}
    known = fact.latitude is not None and fact.longitude is not None
    return {**words, "also": other_forms(fact), **({"point": [fact.longitude, fact.latitude]} if known else {})}


def _organization(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    return {"label": fact.name, "detail": "", "also": other_forms(fact)}


def _date(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    words = {"label": fact.text, "detail": time_in_words(fact.value, fact.type), "day": fact.first_day or _year_of(fact.value)}
    return words if is_iso(fact.value) else {**words, "raw": fact.value}


def _figure(sheet: FactSheet, fact: Any, sections: tuple[str, ...]) -> dict[str, Any]:
    from newsfacts.dates.timex import first_and_last_day

    group, number = comparable(fact)
    return {
        "label": fact.measure or f"“{fact.text}”",
        "detail": figure_in_words(fact),
        "group": group,
        "number": number,
        "type": fact.kind,
        "when": time_in_words(fact.when) if fact.when else "",
        "day": _first_day(fact.when) if fact.when else None,
        "days": first_and_last_day(fact.when) if fact.when else None,
        "note": note_in_words(fact),
    }


def _first_day(timex: str) -> str | None:
    from newsfacts.dates.timex import first_and_last_day

    return first_and_last_day(timex)[0] or _year_of(timex)


def _year_of(timex: str) -> str | None:
    """Return the year of a time that covers no days: a fiscal year, or a season of nobody knows which half of the earth."""
    year = timex[:4]
    return year if year.isdigit() and len(year) == 4 else None


_WORDS = {
    "people": _person,
    "offices": _office,
    "places": _place,
    "organizations": _organization,
    "dates": _date,
    "figures": _figure,
}


def index_terms(facts: list[dict[str, Any]]) -> Iterator[tuple[str, str, int]]:
    """Yield kind, words and number of what the index of a report searches: each once, names and figures."""
    seen = set()
    for number, fact in enumerate(facts):
        term = fact["kind"], " · ".join(_shown(fact))
        if fact["kind"] != "dates" and term not in seen:
            seen.add(term)
            yield *term, number


def _shown(fact: dict[str, Any]) -> list[str]:
    if fact["kind"] == "figures":
        return [part for part in (f"{fact['label']} {fact['detail']}", fact["when"], fact["note"]) if part]
    return [fact["label"]]
