"""Fact sheets to JSON, JSON lines, CSV and the table."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from newsfacts import FactSheet
from newsfacts.cli.formats import COLUMNS, SECTIONS, RowOptions, as_dict, plain_number, to_csv, to_json, to_jsonl, to_schema
from newsfacts.cli.table import to_table
from newsfacts.cli.visible import visible, visible_lines
from newsfacts.cli.wording import figure_in_words, number_in_words, plural
from newsfacts.models import Money, Percentage, Quantity

TEXT = (
    "Kenyan President Amina Odhiambo opened a 26-kilometre railway to the port of Mombasa on Tuesday. "
    "Odhiambo said that exports fell 5.75 percent to at least KSh77.3 billion in March. Freight costs were cut by $2 million."
)


def span(text: str, nth: int = 0) -> dict[str, Any]:
    start = [m.start() for m in re.finditer(re.escape(text), TEXT)][nth]
    return {"text": text, "start": start, "end": start + len(text)}


def figure(text: str, sentence: int, **fields: Any) -> dict[str, Any]:
    return {**span(text), "sentence": sentence, "kind": "level", **fields}


SHEET = FactSheet.model_validate(
    {
        "source": {
            "name": "railway.txt",
            "sha256": "0" * 64,
            "title": "Kenya opens railway",
            "published": "2026-04-14",
            "length": len(TEXT),
        },
        "people": [{"id": "p1", "name": "Amina Odhiambo", "mentions": [span("Amina Odhiambo"), span("Odhiambo", 1)]}],
        "offices": [{"id": "o1", "title": "President", "of": "Kenya", "country": "KE", "holder": "p1", "mentions": [span("President")]}],
        "places": [
            {
                "id": "l1",
                "name": "Mombasa",
                "type": "city",
                "country": "KE",
                "mentions": [span("Mombasa")],
                "latitude": -4.05466,
                "longitude": 39.66359,
                "geonames_id": 186301,
            }
        ],
        "dates": [
            {**span("Tuesday"), "sentence": 0, "type": "DATE", "value": "2026-04-14", "first_day": "2026-04-14", "last_day": "2026-04-14"},
            {**span("March"), "sentence": 1, "type": "DATE", "value": "2026-03", "first_day": "2026-03-01", "last_day": "2026-03-31"},
        ],
        "percentages": [
            figure("5.75 percent", 1, value=5.75, unit="percent", kind="change", direction="down", measure="exports", when="2026-03")
        ],
        "money": [
            figure("KSh77.3 billion", 1, value=77300000000.0, currency="KES", qualifier="at least", direction="down", measure="exports"),
            figure("$2 million", 2, value=2000000, currency="USD", kind="change", direction="down", measure="Freight costs"),
        ],
        "quantities": [
            figure("26-kilometre", 0, value=26, unit="kilometre", dimension="length", measure="railway", si_value=26000.0, si_unit="m")
        ],
        "sentences": [{"text": TEXT[a:b], "start": a, "end": b} for a, b in ((0, 96), (97, 179), (180, len(TEXT)))],
    }
)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_is_the_sheet() -> None:
    assert FactSheet.model_validate_json(to_json(SHEET)) == FactSheet.model_validate_json(to_jsonl(SHEET)) == SHEET
    assert to_jsonl(SHEET).count("\n") == 1
    assert to_json(SHEET).startswith('{\n  "schema_version"')


def test_whole_numbers_have_no_point() -> None:
    assert '"value": 77300000000,' in to_json(SHEET)
    assert '"value": 5.75,' in to_json(SHEET)
    assert '"latitude": -4.05466,' in to_json(SHEET)


NUMBERS = {5.0: "5", 0.1 + 0.2: "0.3", 7.73e22: "77300000000000000000000", 1e15: "1000000000000000", -4.5: "-4.5", 0.00025: "0.00025"}


@pytest.mark.parametrize(("value", "printed"), NUMBERS.items())
def test_numbers_without_noise(value: float, printed: str) -> None:
    assert json.dumps(plain_number(value)) == printed


def test_only_some_sections() -> None:
    assert list(as_dict(SHEET, ("money",))) == ["schema_version", "made_by", "source", "money"]
    assert list(as_dict(SHEET)) == ["schema_version", "made_by", "source", *SECTIONS]


def test_letters_stand_as_they_are_and_controls_do_not() -> None:
    sheet = SHEET.model_copy(update={"source": SHEET.source.model_copy(update={"title": "Café \u202eevil\x1b[31m\x9b\u2028"})})
    for printed in (to_json(sheet), to_jsonl(sheet)):
        assert "Café \\u202eevil\\u001b[31m\\u009b\\u2028" in printed
        assert json.loads(printed)["source"]["title"] == sheet.source.title


def test_the_schema_holds_for_sheets() -> None:
    schema = json.loads(to_schema())
    Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["title"]) == ("https://json-schema.org/draft/2020-12/schema", "newsfacts fact sheet")
    validator = Draft202012Validator(schema)
    validator.validate(json.loads(to_json(SHEET)))
    assert not validator.is_valid(as_dict(SHEET) | {"money": [{"value": 5}]})


def test_the_schema_describes_each_field() -> None:
    schema = json.loads(to_schema())
    fields = {
        f"{name}.{field}": about for name, part in {**schema["$defs"], "": schema}.items() for field, about in part["properties"].items()
    }
    assert len(fields) > 100
    assert [name for name, about in fields.items() if not about.get("description")] == []


def test_csv_has_a_row_for_each_fact() -> None:
    rows = rows_of(to_csv(SHEET, TEXT, header=True))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["section"] for row in rows] == [
        "people",
        "offices",
        "places",
        "dates",
        "dates",
        "percentages",
        "money",
        "money",
        "quantities",
    ]
    assert all(row["article"] == "railway.txt" and TEXT[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)
    assert all(row["text"] in row["sentence"] for row in rows)
    person, office, *_, money, _, _ = rows
    assert (person["id"], person["name"], person["text"], person["mentions"]) == ("railway.txt#p1", "Amina Odhiambo", "Amina Odhiambo", "2")
    assert (office["title"], office["holder"], office["holder_name"], office["former"]) == (
        "President",
        "railway.txt#p1",
        "Amina Odhiambo",
        "false",
    )
    assert (money["value"], money["currency"], money["when"]) == ("77300000000", "KES", "")


def test_csv_joins_with_articles_and_has_days_and_numbers() -> None:
    rows = rows_of(to_csv(SHEET, TEXT, header=True, key="2026/railway.txt"))
    assert {(row["article_title"], row["article_published"], row["sha256"]) for row in rows} == {
        ("Kenya opens railway", "2026-04-14", "0" * 64)
    }
    assert [row["id"] for row in rows if row["id"]] == ["2026/railway.txt#p1", "2026/railway.txt#o1", "2026/railway.txt#l1"]
    date, share = rows[3], rows[5]
    assert (date["value"], date["number"], date["first_day"]) == ("2026-04-14", "", "2026-04-14")
    assert (share["value"], share["number"], share["when_first"], share["when_last"]) == ("5.75", "5.75", "2026-03-01", "2026-03-31")


def test_csv_has_a_row_for_each_mention() -> None:
    rows = rows_of(to_csv(SHEET, TEXT, ("people", "money"), header=True, options=RowOptions(mentions=True)))
    assert [(row["id"], row["text"], row["mentions"], row["sentence"][:8]) for row in rows] == [
        ("railway.txt#p1", "Amina Odhiambo", "2", "Kenyan P"),
        ("railway.txt#p1", "Odhiambo", "2", "Odhiambo"),
        ("", "KSh77.3 billion", "", "Odhiambo"),
        ("", "$2 million", "", "Freight "),
    ]
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)


def test_raw_cells_have_no_apostrophe() -> None:
    people = [{"id": "p1", "name": "-Ann", "mentions": [{"text": "Odhiambo", "start": 97, "end": 105}]}]
    sheet = FactSheet.model_validate({"source": SHEET.source, "people": people})
    assert [row["name"] for row in rows_of(to_csv(sheet, TEXT, header=True, options=RowOptions(raw=True)))] == ["-Ann"]


def test_csv_goes_on_without_a_second_head() -> None:
    assert to_csv(SHEET, TEXT, ("money",), header=True) == ",".join(COLUMNS) + "\n" + to_csv(SHEET, TEXT, ("money",))


@pytest.mark.parametrize("start", ["=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_csv_holds_no_formula(start: str) -> None:
    people = [{"id": "p1", "name": start, "mentions": [{"text": "Odhiambo", "start": 97, "end": 105}]}]
    (row,) = rows_of(to_csv(FactSheet.model_validate({"source": SHEET.source, "people": people}), TEXT, header=True))
    assert row["name"] == f"'{start}"


def test_csv_holds_nothing_that_a_terminal_obeys() -> None:
    name = "\x1b[31mAnn\x9b2J\x00\x07\x7f\u202e Lee\tB\nC"
    people = [{"id": "p1", "name": name, "mentions": [{"text": "Odhiambo", "start": 97, "end": 105}]}]
    (row,) = rows_of(to_csv(FactSheet.model_validate({"source": SHEET.source, "people": people}), TEXT, header=True))
    assert row["name"] == "␛[31mAnn\ufffd2J␀␇␡\ufffd Lee\tB\nC"


def test_csv_numbers_may_be_negative() -> None:
    rows = rows_of(to_csv(SHEET, TEXT, ("places",), header=True))
    assert rows[0]["latitude"] == "-4.05466"


def test_the_table() -> None:
    assert to_table(SHEET, TEXT, width=80).splitlines() == [
        "Kenya opens railway",
        f"railway.txt · published 2026-04-14 · {len(TEXT)} characters",
        "─" * 80,
        "People  1",
        "  Amina Odhiambo  President of Kenya  ×2  also Odhiambo",
        "",
        "Places  1",
        "  Mombasa  city  Kenya  4.05°S 39.66°E",
        "",
        "Dates  2",
        "  Tuesday  → 2026-04-14  …to the port of Mombasa on Tuesday.",
        "  March    → 2026-03     …to at least KSh77.3 billion in March.",
        "",
        "Percentages  1",
        "  exports  ▼ 5.75%  2026-03  Odhiambo said that exports fell 5.75 percent to at…",
        "",
        "Money  2",
        "  exports        ▼ to ≥ KES 77.3 billion",
        "  Freight costs  ▼ USD 2 million",
        "",
        "Quantities  1",
        "  railway  26 kilometres  …Amina Odhiambo opened a 26-kilometre railway to the …",
    ]


def test_the_table_of_some_sections() -> None:
    printed = to_table(SHEET, TEXT, ("offices",), width=80)
    assert "President of Kenya  Amina Odhiambo" in printed
    assert "Mombasa" not in printed
    assert "No facts found." in to_table(SHEET, TEXT, ("organizations",), width=80)


@pytest.mark.parametrize("width", [20, 40, 80, 160, 300])
def test_the_table_fits(width: int) -> None:
    long = [figure("5.75 percent", 1, value=5.75, unit="percent", kind="change", measure="the sum of exports and imports of goods " * 9)]
    sheet = FactSheet.model_validate({**as_dict(SHEET), "percentages": long})
    lines = to_table(sheet, TEXT, width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    if width >= 40:
        assert any("by 5.75%" in line for line in lines)


def test_colours_are_named_ones() -> None:
    codes = set(";".join(re.findall(r"\x1b\[([\d;]*)m", to_table(SHEET, TEXT, width=80, colour=True))).split(";"))
    assert codes <= {"0", "1", "2", "31", "32", "35", "36"}
    assert "\x1b" not in to_table(SHEET, TEXT, width=80)


def unsafe(printed: str) -> list[str]:
    return [c for c in printed if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in "\u200c\u200d"]


NASTY = st.text(st.sampled_from("ab[]/ \x00\x07\x1b\x7f\x9b\r\n\t\u202e\u2066\u200e\u2028\xad\ufeff字🎉é"), max_size=30)


@settings(max_examples=60, deadline=None)
@given(name=NASTY | st.text(max_size=30), around=NASTY)
def test_an_article_does_nothing_to_the_terminal(name: str, around: str) -> None:
    text = f"{around}{name}5%{around}"
    start = len(around) + len(name)
    mentions = [{"text": name, "start": len(around), "end": start}]
    fields = {
        "source": {"name": name, "sha256": "", "title": name, "length": len(text)},
        "people": [{"id": "p1", "name": name, "mentions": mentions}],
        "offices": [{"id": "o1", "title": name, "of": name, "holder": "p1", "mentions": mentions}],
        "percentages": [
            {"text": "5%", "start": start, "end": start + 2, "sentence": 0, "value": 5, "unit": "percent", "kind": "level"}
            | {"measure": name, "status": "planned", "source": {**mentions[0], "id": "p1"}}
        ],
        "sentences": [{"text": text, "start": 0, "end": len(text)}],
    }
    sheet = FactSheet.model_validate(fields)
    assert unsafe(to_table(sheet, text, width=100)) == []
    assert unsafe(to_table(sheet, text, width=100, colour=True).replace("\x1b[", "")) == []
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", to_json(sheet) + to_jsonl(sheet))


@given(st.text())
def test_visible_text_is_one_line_without_controls(text: str) -> None:
    assert unsafe(visible(text)) == []
    assert "\n" not in visible(text)
    assert [c for c in unsafe(visible_lines(text)) if c != "\t"] == []
    assert len(visible(text)) <= len(text)


def test_markup_stays_text() -> None:
    title = "[bold]Boom[/bold] [link=file:///etc/passwd]:boom:[/link]"
    sheet = SHEET.model_copy(update={"source": SHEET.source.model_copy(update={"title": title})})
    assert to_table(sheet, TEXT, width=80, colour=True).splitlines()[0] == f"\x1b[1m{title}\x1b[0m"
    assert visible("a\x1b[31mb\x7f\u202ec\x00\x9b") == "a␛[31mb␡�c␀�"


NUMBERS_IN_WORDS = {
    50_000_000_000: "50 billion",
    1_250_000: "1.25 million",
    1_234_567: "1,234,567",
    95_000: "95,000",
    5.75: "5.75",
    -3.0: "-3",
    0: "0",
    2.5e12: "2.5 trillion",
    0.000001: "0.000001",
    1_000_000: "1 million",
}


@pytest.mark.parametrize(("value", "words"), NUMBERS_IN_WORDS.items())
def test_numbers_in_words(value: float, words: str) -> None:
    assert number_in_words(value) == words


PLURALS = {
    "kilometre per hour": "kilometres per hour",
    "cubic metre": "cubic metres",
    "barrel of oil": "barrels of oil",
    "degree Celsius": "degrees Celsius",
    "person": "people",
    "country": "countries",
    "day": "days",
    "church": "churches",
    "square foot": "square feet",
    "basis point": "basis points",
}


@pytest.mark.parametrize(("unit", "units"), PLURALS.items())
def test_plurals(unit: str, units: str) -> None:
    assert plural(unit) == units


SPAN = {"text": "x", "start": 0, "end": 1, "sentence": 0}
FIGURES = {
    "▼ 21%": Percentage(**SPAN, value=21, unit="percent", kind="change", direction="down"),
    "by 3 percentage points": Percentage(**SPAN, value=3, unit="percentage point", kind="change"),
    "3.5–3.75%": Percentage(**SPAN, low=3.5, high=3.75, unit="percent", kind="level"),
    "▲ to 6%": Percentage(**SPAN, value=6, unit="percent", kind="level", direction="up"),
    "~ 11% share": Percentage(**SPAN, value=11, unit="percent", kind="share", qualifier="about"),
    "≥ USD 2.3 billion per year": Money(**SPAN, value=2.3e9, currency="USD", kind="level", qualifier="at least", per="year"),
    "USD 3–4 million": Money(**SPAN, low=3e6, high=4e6, currency="USD", kind="level"),
    "USD 900,000–1.2 million": Money(**SPAN, low=900_000, high=1_200_000, currency="USD", kind="level"),
    "▲ > 50 billion cubic metres": Quantity(
        **SPAN, value=5e10, unit="cubic metre", dimension="volume", kind="change", direction="up", qualifier="more than"
    ),
    "41": Quantity(**SPAN, value=41, unit="person", dimension="count", kind="level", measure="people killed"),
    "1 person": Quantity(**SPAN, value=1, unit="person", dimension="count", kind="level"),
    "-5 to 3 degrees Celsius": Quantity(**SPAN, low=-5, high=3, unit="degree Celsius", dimension="temperature", kind="level"),
}


@pytest.mark.parametrize(("words", "fact"), FIGURES.items())
def test_figures_in_words(words: str, fact: Percentage | Money | Quantity) -> None:
    assert figure_in_words(fact) == words
