"""Fact sheets to JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .visible import symbol

if TYPE_CHECKING:
    from newsfacts import FactSheet

SECTIONS = ("people", "offices", "places", "organizations", "dates", "percentages", "money", "quantities", "sentences")
FIGURES = ("percentages", "money", "quantities")
FACT_COLUMNS = (
    *("name", "mentions", "title", "of", "country", "holder", "holder_name", "former", "type", "latitude", "longitude", "geonames_id"),
    *("value", "first_day", "last_day", "low", "high", "unit", "currency", "dimension", "si_value", "si_unit"),
    *("qualifier", "kind", "direction", "measure", "when", "per", "status", "source", "source_id", "confidence"),
)
COLUMNS = ("article", "section", "id", "text", "start", "end", "sentence", *FACT_COLUMNS)

# Inside a JSON string these can stand as they are. But a terminal obeys them, and some programs take them for the end of a line.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# CSV has no escapes: in its cells a symbol stands for each of them, and for other control characters, for the pipe may end at a terminal.
_OBEYED = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{_UNSAFE.pattern[1:]}")


def to_json(sheet: FactSheet, sections: tuple[str, ...] = SECTIONS) -> str:
    """Return the sheet as indented JSON."""
    return escaped(json.dumps(as_dict(sheet, sections), ensure_ascii=False, indent=2)) + "\n"


def to_jsonl(sheet: FactSheet, sections: tuple[str, ...] = SECTIONS) -> str:
    """Return the sheet as one line of JSON."""
    return escaped(json.dumps(as_dict(sheet, sections), ensure_ascii=False)) + "\n"


def as_dict(sheet: FactSheet, sections: tuple[str, ...] = SECTIONS) -> dict[str, Any]:
    """Return the sheet as plain values, with `schema_version`, `source` and the given sections, and with whole numbers as int."""
    dropped = set(SECTIONS) - set(sections)
    plain: dict[str, Any] = _plain(sheet.model_dump(mode="json", exclude=dropped))
    return plain


def to_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of a whole fact sheet."""
    from newsfacts import FactSheet

    schema = FactSheet.model_json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "newsfacts fact sheet"}
    return json.dumps({**head, **{key: value for key, value in schema.items() if key != "title"}}, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    """Return `value` without float noise: 77300000000, not 7.73e+10 or 77300000000.0."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return plain_number(value) if isinstance(value, float) else value


def plain_number(value: float) -> int | float:
    """Return the number with at most 15 digits that mean something, as int where it is whole."""
    rounded = float(f"{value:.15g}")
    return int(f"{rounded:.0f}") if rounded.is_integer() and abs(rounded) < 1e15 else _whole(rounded)


def _whole(value: float) -> int | float:
    """Return a number so large that floats are whole as the digits it was written with: 10 ** 23, not 99999999999999991611392."""
    from decimal import Decimal

    return int(Decimal(repr(value))) if value.is_integer() else value


def escaped(text: str) -> str:
    """Return JSON in which what a terminal obeys is spelt as an escape."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def to_csv(sheet: FactSheet, text: str, sections: tuple[str, ...] = SECTIONS, *, header: bool = False) -> str:
    """Return one CSV row for each fact of the sheet, and before them the names of the columns if `header`.

    Args:
        sheet: a fact sheet.
        text: the article that it was made from.
        sections: whose facts to give. Sentences are no facts, their text stands beside each.
        header: whether this is the start of the output.
    """
    lines = [csv_header()] if header else []
    lines += [_csv_line([_cell(row.get(column)) for column in COLUMNS]) for row in csv_rows(sheet, text, sections)]
    return "".join(lines)


def csv_header() -> str:
    """Return the line with the names of the columns."""
    return _csv_line(COLUMNS)


def _csv_line(cells: Sequence[object]) -> str:
    """Return a row that ends in a line feed. The writer quotes only those line ends in cells that its own line end is made of."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()[:-2] + "\n"


def csv_rows(sheet: FactSheet, text: str, sections: tuple[str, ...] = SECTIONS) -> Iterator[dict[str, Any]]:
    """Yield the cells of each fact. What has several mentions stands where the first of them stands.

    `article` is the name of the sheet's source; `source` and `source_id` are whom the article credits with a figure.
    """
    names = {person.id: person.name for person in sheet.people}
    starts = [sentence.start for sentence in sheet.sentences]
    for section in sections:
        if section == "sentences":
            continue
        for fact in getattr(sheet, section):
            fields = _plain(fact.model_dump(mode="json"))
            if "mentions" in fields:
                fields = {**fields, **fields["mentions"][0], "mentions": len(fields["mentions"])}
            span = sheet.sentences[bisect_right(starts, fields["start"]) - 1] if starts else None
            fields["sentence"] = text[span.start : span.end] if span else ""
            fields["holder_name"] = names.get(fields.get("holder"))
            credit = fields.pop("source", None) or {}
            yield {"article": sheet.source.name, "section": section, **fields, "source": credit.get("text"), "source_id": credit.get("id")}


def _cell(value: object) -> object:
    """Return what CSV shall hold for `value`: a text that a spreadsheet would run as a formula gets an apostrophe.

    Nothing in it acts on a terminal; line ends and tabs stay.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        shown = value if value.isprintable() else _OBEYED.sub(lambda found: symbol(found[0]), value)
        return f"'{shown}" if shown.startswith(_FORMULA) else shown
    return value
