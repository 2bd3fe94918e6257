"""What is planned, who says it and how sure it is: in the table, CSV, Parquet and JSON, and left out by `--min-confidence`."""

from __future__ import annotations

import csv
import datetime
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from newsfacts import FactSheet
from newsfacts.cli.batch.outputs import rendered, write_joined
from newsfacts.cli.confidence import sure_sheet
from newsfacts.cli.formats import COLUMNS, SECTIONS, as_dict, to_csv, to_json, to_schema
from newsfacts.cli.table import to_table
from newsfacts.cli.wording import note_in_words
from newsfacts.models import Money

COMMAND = [sys.executable, "-m", "newsfacts"]
SENTENCES = (
    "Latvia will build two power plants worth $1.4 billion by 2030, Prime Minister Ilze Kalnina said on Monday.",
    "Gas imports through the terminal could fall 21 percent.",
    "Acme Energy denied that it owes $3 million.",
    "Police said 12 people were hurt in the protests in Riga.",
)
TEXT = " ".join(SENTENCES)
KALNINA, ACME = "Ilze Kalnina", "Acme Energy"


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def figure(words: str, confidence: float, **fields: Any) -> dict[str, Any]:
    sentence = next(i for i, whole in enumerate(SENTENCES) if words in whole)
    return {**at(words), "sentence": sentence, "kind": "level", "confidence": confidence, **fields}


SHEET = FactSheet.model_validate(
    {
        "source": {"name": "plants.txt", "sha256": "0" * 64, "published": "2026-04-14", "length": len(TEXT)},
        "people": [{"id": "p1", "name": KALNINA, "mentions": [at(KALNINA)], "confidence": 0.8}],
        "offices": [
            {"id": "o1", "title": "Prime Minister", "of": "Latvia", "holder": "p1", "mentions": [at("Prime Minister")], "confidence": 0.9}
        ],
        "places": [{"id": "l1", "name": "Riga", "type": "city", "country": "LV", "mentions": [at("Riga")], "confidence": 0.97}],
        "organizations": [{"id": "g1", "name": ACME, "mentions": [at(ACME)], "confidence": 0.3}],
        "dates": [{**at("Monday"), "sentence": 0, "type": "DATE", "value": "2026-04-13", "confidence": 0.99}],
        "percentages": [
            figure(
                "21 percent", 0.6, value=21, unit="percent", kind="change", direction="down", measure="Gas imports", status="hypothetical"
            )
        ],
        "money": [
            figure(
                "$1.4 billion",
                0.85,
                value=1400000000,
                currency="USD",
                measure="two power plants",
                when="2030",
                status="planned",
                source={**at(KALNINA), "id": "p1"},
            ),
            figure(
                "$3 million", 0.41, value=3000000, currency="USD", measure="debts", status="denied", source={**at(ACME), "id": "g1"}
            ),
        ],
        "quantities": [
            figure("12 people", 1.0, value=12, unit="person", dimension="count", measure="people hurt", source=at("Police"))
        ],
        "sentences": [at(sentence) for sentence in SENTENCES],
    }
)  # fmt: skip
TABLES = {
    80: [
        "Percentages  1",
        "  Gas imports  ▼ 21%  hypothetical  …the terminal could fall 21 percent.",
        "",
        "Money  2",
        "  two power plants  USD 1.4 billion  2030  planned, says Ilze Kalnina",
        "  debts             USD 3 million          denied, says Acme Energy",
        "",
        "Quantities  1",
        "  people hurt  12  says Police  Police said 12 people were hurt in the protests…",
    ],
    160: [
        "Percentages  1",
        "  Gas imports  ▼ 21%  hypothetical  …the terminal could fall 21 percent.",
        "",
        "Money  2",
        "  two power plants  USD 1.4 billion  2030  planned, says Ilze Kalnina  "
        "…build two power plants worth $1.4 billion by 2030, Prime Minister Ilze Kalnina said on …",
        "  debts             USD 3 million          denied, says Acme Energy    Acme Energy denied that it owes $3 million.",
        "",
        "Quantities  1",
        "  people hurt  12  says Police  Police said 12 people were hurt in the protests in Riga.",
    ],
    60: [
        "Percentages  1",
        "  Gas imports  ▼ 21%  hypothetical",
        "",
        "Money  2",
        "  two power plants              USD 1.4 billion  2030",
        "    planned, says Ilze Kalnina",
        "  debts                         USD 3 million",
        "    denied, says Acme Energy",
        "",
        "Quantities  1",
        "  people hurt  12  says Police",
    ],
}


@pytest.mark.parametrize(("width", "lines"), TABLES.items())
def test_the_table_says_status_and_source(width: int, lines: list[str]) -> None:
    shown = to_table(SHEET, TEXT, ("percentages", "money", "quantities"), width=width).splitlines()
    assert shown[2:] == lines
    assert max(map(cell_len, shown)) <= width


@pytest.mark.parametrize("width", [20, 40, 80, 160])
def test_a_long_source_fits(width: int) -> None:
    words = "three people familiar with the talks who asked not to be named because they are not authorised to speak"
    long = [{**fact, "source": {"text": words, "start": 0, "end": len(words)}} for fact in as_dict(SHEET)["money"]]
    shown = to_table(FactSheet.model_validate({**as_dict(SHEET), "money": long}), TEXT, width=width).splitlines()
    assert max(map(cell_len, shown)) <= width
    assert ("planned, says" in "\n".join(shown)) is (width >= 40)


def test_the_table_dims_what_is_doubtful() -> None:
    """Below .5: the whole row, and no colour in it."""
    lines = to_table(SHEET, TEXT, width=160, colour=True).splitlines()
    dimmed = [line for line in lines if "\x1b[2m" in line]
    assert [line for line in dimmed if "3 million" in line or "Acme Energy" in line] == dimmed
    assert len(dimmed) == 2
    assert not any("\x1b[1" in line or "\x1b[3" in line for line in dimmed)
    assert "\x1b[2m" not in to_table(sure_sheet(SHEET, 0.5), TEXT, width=160, colour=True)


def test_an_office_is_dimmed_beside_a_person_who_is_not() -> None:
    offices = [{**as_dict(SHEET)["offices"][0], "confidence": 0.2}]
    shown = to_table(FactSheet.model_validate({**as_dict(SHEET), "offices": offices}), TEXT, ("people", "offices"), width=80, colour=True)
    assert "\x1b[1mIlze Kalnina\x1b[0m  \x1b[2mPrime Minister of Latvia" in shown


SPAN = {"text": "x", "start": 0, "end": 1, "sentence": 0, "value": 1, "currency": "USD", "kind": "level"}
NOTES: dict[str, dict[str, Any]] = {
    "": {},
    "forecast": {"status": "forecast"},
    "says police": {"source": {"text": "police", "start": 0, "end": 6}},
    "planned, says Anton Alikhanov": {"status": "planned", "source": {"text": "Anton Alikhanov", "start": 0, "end": 15, "id": "p1"}},
}


@pytest.mark.parametrize(("words", "fields"), NOTES.items())
def test_notes(words: str, fields: dict[str, Any]) -> None:
    assert note_in_words(Money.model_validate(SPAN | fields)) == words


def test_csv_has_columns_for_them() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(SHEET, TEXT, header=True), newline="")))
    assert COLUMNS[-4:] == ("status", "source", "source_id", "confidence")
    assert {row["article"] for row in rows} == {"plants.txt"}
    assert [(row["section"], *(row[column] for column in COLUMNS[-4:])) for row in rows] == [
        ("people", "", "", "", "0.8"),
        ("offices", "", "", "", "0.9"),
        ("places", "", "", "", "0.97"),
        ("organizations", "", "", "", "0.3"),
        ("dates", "", "", "", "0.99"),
        ("percentages", "hypothetical", "", "", "0.6"),
        ("money", "planned", KALNINA, "plants.txt#p1", "0.85"),
        ("money", "denied", ACME, "plants.txt#g1", "0.41"),
        ("quantities", "actual", "Police", "", "1"),
    ]
    assert [row["sentence"] for row in rows if row["section"] == "money"] == [SENTENCES[0], SENTENCES[2]]


def test_parquet_has_columns_for_them() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    stream = io.BytesIO()
    write_joined("parquet", [rendered("parquet", SHEET, TEXT, SECTIONS)], stream, packed=False)
    rows = parquet.read_table(io.BytesIO(stream.getvalue())).to_pylist()
    assert [(row["article"], *(row[column] for column in COLUMNS[-4:])) for row in rows if row["section"] in ("dates", "money")] == [
        ("plants.txt", None, None, None, 0.99),
        ("plants.txt", "planned", KALNINA, "plants.txt#p1", 0.85),
        ("plants.txt", "denied", ACME, "plants.txt#g1", 0.41),
    ]
    assert rows[-1]["confidence"] == 1.0
    assert {row["article_published"] for row in rows} == {datetime.date(2026, 4, 14)}
    types = {field.name: str(field.type) for field in parquet.read_schema(io.BytesIO(stream.getvalue()))}
    assert {types[name] for name in ("first_day", "last_day", "when_first", "when_last", "article_published")} == {"date32[day]"}
    assert {types[name] for name in ("number", "low", "high", "confidence")} == {"double"}


def test_json_ends_each_fact_with_its_confidence() -> None:
    sheet = json.loads(to_json(SHEET))
    assert sheet["schema_version"] == "2.0"
    assert all(list(fact)[-1] == "confidence" for section in SECTIONS[:-1] for fact in sheet[section])
    assert sheet["money"][0]["source"] == {**at(KALNINA), "id": "p1"}
    assert sheet["percentages"][0]["source"] is None
    assert [sentence["text"] for sentence in sheet["sentences"]] == list(SENTENCES)


def test_the_schema_describes_them() -> None:
    kinds = json.loads(to_schema())["$defs"]
    facts = ("Person", "Office", "Place", "Organization", "Date", "Percentage", "Money", "Quantity")
    for name in facts:
        confidence = kinds[name]["properties"]["confidence"]
        assert (confidence["minimum"], confidence["maximum"]) == (0, 1)
        assert "right" in confidence["description"]
    for name in facts[-3:]:
        assert kinds[name]["properties"]["status"]["enum"] == ["actual", "planned", "forecast", "hypothetical", "denied"]
        assert all(kinds[name]["properties"][field]["description"] for field in ("status", "source"))
    assert set(kinds["Credit"]["properties"]) == {"text", "start", "end", "id"}


def test_what_is_less_sure_leaves_and_references_stay_sound() -> None:
    sure = sure_sheet(SHEET, 0.85)
    assert (sure.people, sure.organizations, sure.percentages) == ([], [], [])
    assert [(office.id, office.holder) for office in sure.offices] == [("o1", None)]
    assert [(fact.text, fact.source and (fact.source.text, fact.source.id)) for fact in sure.money] == [("$1.4 billion", (KALNINA, None))]
    assert (sure.sentences, sure.source) == (SHEET.sentences, SHEET.source)
    assert sure_sheet(SHEET, 0.0) == SHEET
    kept = sure_sheet(SHEET, 0.4)
    assert [(fact.source.id if fact.source else "") for fact in kept.money] == ["p1", None]
    assert [office.holder for office in kept.offices] == ["p1"]


def test_the_command_leaves_out_what_is_less_sure(tmp_path: Path) -> None:
    """What comes out is the whole sheet without those facts, in both commands; another number does the articles of a batch again."""
    (tmp_path / "articles").mkdir()
    story = tmp_path / "articles" / "story.txt"
    story.write_text(TEXT + " Exports rose 5 percent in March 2026, the ministry said.")

    def sheets(*arguments: str) -> list[dict[str, Any]]:
        command = [*COMMAND, str(story), "--published", "2026-04-14", "--format", "jsonl", "-q", *arguments]
        return [json.loads(line) for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()]

    (whole,) = sheets()
    read = FactSheet.model_validate(whole)
    assert read.percentages
    levels = sorted(fact["confidence"] for section in SECTIONS[:-1] for fact in whole[section])
    least = str(levels[len(levels) // 2])
    assert sheets("--min-confidence", least) == [as_dict(sure_sheet(read, float(least)))]

    def batch(least: str) -> str:
        command = [*COMMAND, "batch", "articles", "-o", "out", "--workers", "1", "--published", "2026-04-14", "--min-confidence", least]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stderr

    assert "1 article done" in batch(least)
    written = json.loads((tmp_path / "out" / "story.txt.facts.json").read_text())
    assert {**written, "source": whole["source"]} == as_dict(sure_sheet(read, float(least)))
    assert "0 articles done" in batch(least)
    assert "1 article done" in batch("0.123")
