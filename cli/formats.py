"""Fact sheets to JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .sections import SECTIONS
from .visible import symbol

if TYPE_CHECKING:
    from newsfacts import FactSheet

FIGURES = ("percentages", "money", "quantities")
FACT_COLUMNS = (
    *("name", "role", "mentions", "title", "of", "country", "holder", "holder_name", "former", "type"),
    *("state", "state_code", "latitude", "longitude", "geonames_id"),
    *("value", "number", "first_day", "last_day", "low", "high", "unit", "currency", "dimension", "si_value", "si_unit"),
    *("qualifier", "kind", "direction", "measure", "when", "when_first", "when_last", "per"),
    *("status", "source", "source_id", "confidence"),
)
COLUMNS = ("article", "article_title", "article_published", "sha256", "section", "id", "text", "start", "end", "sentence", *FACT_COLUMNS)


@dataclass(frozen=True)
class RowOptions:
    """How facts become rows of CSV and Parquet.

    Attributes:
        mentions: whether what has several mentions gets a row for each; else one, that of the first.
        raw: whether cells that a spreadsheet would run as formulas stand as they are.
    """

    mentions: bool = False
    raw: bool = False


_USUAL = RowOptions()


def row_options(rows: str, raw_cells: bool) -> RowOptions:
    """Return what the options `--rows` and `--raw-cells` of the command say."""
    return RowOptions(mentions=rows == "mentions", raw=raw_cells)


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
    dropped = {*(set(SECTIONS) - set(sections)), *(() if sheet.text is not None else ("text",))}
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


def to_csv(
    sheet: FactSheet,
    text: str,
    sections: tuple[str, ...] = SECTIONS,
    *,
    header: bool = False,
    key: str | None = None,
    options: RowOptions = _USUAL,
) -> str:
    """Return one CSV row for each fact of the sheet, and before them the names of the columns if `header`.

    Args:
        sheet: a fact sheet.
        text: the article that it was made from.
        sections: whose facts to give. Sentences are no facts, their text stands beside each.
        header: whether this is the start of the output.
        key: as for `csv_rows`.
        options: how facts become rows.
    """
    lines = [csv_header()] if header else []
    rows = csv_rows(sheet, text, sections, key=key, mentions=options.mentions)
    lines += [_csv_line([_cell(row.get(column), options.raw) for column in COLUMNS]) for row in rows]
    return "".join(lines)


def csv_header() -> str:
    """Return the line with the names of the columns."""
    return _csv_line(COLUMNS)


def _csv_line(cells: Sequence[object]) -> str:
    """Return a row that ends in a line feed. The writer quotes only those line ends in cells that its own line end is made of."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()[:-2] + "\n"


def csv_rows(
    sheet: FactSheet, text: str, sections: tuple[str, ...] = SECTIONS, *, key: str | None = None, mentions: bool = False
) -> Iterator[dict[str, Any]]:
    """Yield the cells of each fact. What has several mentions stands where the first of them stands.

    `article` is the name of the sheet's source; `source` and `source_id` are whom the article credits with a figure. `number` is `value`
    where that is a number; `when_first` and `when_last` are the days that `when` covers.

    Args:
        sheet: a fact sheet.
        text: the article that it was made from.
        sections: whose facts to give.
        key: what ids begin with, so that they are those of one article in a file of many; None for its name.
        mentions: whether each mention gets a row.
    """
    begin = f"{sheet.source.name if key is None else key}#"
    article = {
        "article": sheet.source.name,
        "article_title": sheet.source.title,
        "article_published": (sheet.source.published or "")[:10] or None,
        "sha256": sheet.source.sha256,
    }
    names = {person.id: person.name for person in sheet.people}
    starts = [sentence.start for sentence in sheet.sentences]
    for section in sections:
        if section == "sentences":
            continue
        for fact in getattr(sheet, section):
            fields = _fields(fact, names, begin)
            places = fields.get("mentions", [{}])
            fields |= {"mentions": len(places)} if "mentions" in fields else {}
            for place in places if mentions else places[:1]:
                row = {**article, "section": section, **fields, **place}
                span = sheet.sentences[bisect_right(starts, row["start"]) - 1] if starts else None
                yield {**row, "sentence": text[span.start : span.end] if span else ""}


def _fields(fact: Any, names: dict[str, str], begin: str) -> dict[str, Any]:
    """Return a fact's own cells, its `mentions` as a list; `begin` stands before each id."""
    fields = _plain(fact.model_dump(mode="json"))
    credit = fields.pop("source", None) or {}
    fields |= {"holder_name": names.get(fields.get("holder")), "source": credit.get("text"), "source_id": credit.get("id")}
    fields |= {name: begin + fields[name] for name in ("id", "holder", "source_id") if fields.get(name)}
    if isinstance(fields.get("value"), int | float):
        fields["number"] = fields["value"]
    if fields.get("when"):
        from newsfacts.dates.timex import first_and_last_day

        fields["when_first"], fields["when_last"] = first_and_last_day(fields["when"])
    return fields


def _cell(value: object, raw: bool = False) -> object:
    """Return what CSV shall hold for `value`: unless `raw`, a text that a spreadsheet would run as a formula gets an apostrophe.

    Nothing in it acts on a terminal; line ends and tabs stay.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        shown = value if value.isprintable() else _OBEYED.sub(lambda found: symbol(found[0]), value)
        return f"'{shown}" if not raw and shown.startswith(_FORMULA) else shown
    return value
