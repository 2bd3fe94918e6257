"""Stored sheets: shown and converted without reading an article again."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from spacy.language import Language

from newsfacts import Article, FactSheet, make_sheet
from newsfacts.cli.formats import SECTIONS, to_csv, to_json, to_jsonl
from newsfacts.cli.main import main
from newsfacts.cli.stored import rebuilt_text

TEXTS = {
    "a.txt": "Kenyan President Amina Odhiambo opened a railway in Mombasa on April 14, 2026.\n\n"
    "Exports rose 5 percent in March 2026, she said.\n",
    "b.txt": "  Sales at Acme fell 3 percent.  The firm cut 40 jobs in Lyon.",
}


@pytest.fixture(scope="module")
def made(nlp: Language) -> dict[str, FactSheet]:
    return {name: make_sheet(Article(text, name=name), nlp) for name, text in TEXTS.items()}


@pytest.fixture
def stored(made: dict[str, FactSheet], tmp_path: Path) -> Path:
    """A folder of sheets, a file of lines, and one of indented objects."""
    (tmp_path / "sheets" / "deep").mkdir(parents=True)
    (tmp_path / "sheets" / "a.txt.facts.json").write_text(to_json(made["a.txt"]))
    (tmp_path / "sheets" / "deep" / "b.txt.facts.json").write_text(to_json(made["b.txt"]))
    (tmp_path / "all.jsonl").write_text("".join(map(to_jsonl, made.values())))
    (tmp_path / "all.json").write_text("".join(map(to_json, made.values())))
    return tmp_path


def test_each_format_is_what_reading_gives(stored: Path, made: dict[str, FactSheet], capsys: pytest.CaptureFixture[str]) -> None:
    for source in ("sheets", "all.jsonl", "all.json"):
        for ending in ("jsonl", "json", "csv", "html", "db"):
            assert main(["convert", str(stored / source), "-o", str(stored / f"out.{ending}")]) == 0
        assert (stored / "out.jsonl").read_text() == (stored / "all.jsonl").read_text()
        assert (stored / "out.json").read_text() == (stored / "all.json").read_text()
        rows = [to_csv(made[name], TEXTS[name], header=name == "a.txt") for name in TEXTS]
        assert (stored / "out.csv").read_text() == "".join(rows)
        with closing(sqlite3.connect(stored / "out.db")) as base:
            assert base.execute("select article, made_by from articles order by article").fetchall() == [
                (name, sheet.made_by) for name, sheet in made.items()
            ]
        assert "Amina Odhiambo" in (stored / "out.html").read_text()
    assert main(["show", str(stored / "sheets" / "a.txt.facts.json"), "--only", "people,offices,percentages"]) == 0
    shown = capsys.readouterr().out
    assert "Amina Odhiambo  President of Kenya" in shown
    assert "▲ 5%" in shown
    assert "Mombasa" not in shown


def test_facts_stand_at_their_places_in_the_text_of_a_sheet(made: dict[str, FactSheet]) -> None:
    for sheet in made.values():
        for some in (sheet, sheet.model_copy(update={"sentences": []})):
            text = rebuilt_text(some)
            spans = [span for name in SECTIONS for fact in getattr(some, name) for span in getattr(fact, "mentions", [fact])]
            assert spans
            assert [text[span.start : span.end] for span in spans] == [span.text for span in spans]
            assert len(text) >= sheet.source.length


def test_a_sheet_keeps_the_sections_that_it_has(stored: Path, made: dict[str, FactSheet]) -> None:
    (stored / "some.json").write_text(to_json(made["a.txt"], ("people", "money")))
    assert main(["convert", str(stored / "some.json"), "-o", str(stored / "some.jsonl")]) == 0
    assert list(json.loads((stored / "some.jsonl").read_text())) == ["schema_version", "made_by", "source", "people", "money"]
    assert main(["convert", str(stored / "some.json"), "--only", "people", "-o", str(stored / "some.csv")]) == 0
    with (stored / "some.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["name"] for row in csv.DictReader(stream)] == ["Amina Odhiambo"]


def test_articles_of_one_name_stay_apart(stored: Path, made: dict[str, FactSheet]) -> None:
    other = made["b.txt"].model_copy(update={"source": made["b.txt"].source.model_copy(update={"name": "a.txt"})})
    (stored / "same.jsonl").write_text("".join(map(to_jsonl, (made["a.txt"], other, made["a.txt"]))))
    assert main(["convert", str(stored / "same.jsonl"), "-o", str(stored / "same.db")]) == 0
    with closing(sqlite3.connect(stored / "same.db")) as base:
        assert base.execute("select article, name from articles order by 1").fetchall() == [("a.txt", "a.txt"), ("a.txt (2)", "a.txt")]


REFUSED = {
    "an article": ("Exports rose.", "is no fact sheet (Expecting value at character 1); newsfacts extract makes one of an article"),
    "nothing": ("", "is empty; give it fact sheets"),
    "another object": ('{"text": "Exports rose."}', "is no fact sheet; newsfacts extract makes one of an article"),
    "an older schema": (
        '{"schema_version": "1.0"}',
        "is a sheet of schema 1.0, and this newsfacts has 2.0; make it, and those after it, again from their articles",
    ),
    "a later schema": (
        '{"schema_version": "3.0"}',
        "is a sheet of schema 3.0, and this newsfacts has 2.0; make it, and those after it, again from their articles",
    ),
    "not sound": ('{"schema_version": "2.0"}', "is no sound fact sheet (source: Field required); make it again from its article"),
    "a database": ("SQLite format 3\0", "is an SQLite database, no fact sheet; newsfacts extract makes one of an article"),
    "cut off in a text": ('{"schema_version": "2.', "is no fact sheet (Unterminated string starting at character 20); newsfacts extract"),
    "cut off": (
        '{"schema_version": "2.0", "source": {',
        "is no fact sheet (Expecting property name enclosed in double quotes at character",
    ),
}


@pytest.mark.parametrize(("content", "problem"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_sheet_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, problem: str) -> None:
    (tmp_path / "x.json").write_text(content)
    assert main(["convert", str(tmp_path / "x.json"), "-o", str(tmp_path / "out.csv")]) == 1
    assert capsys.readouterr().err.startswith(f"newsfacts: {tmp_path}/x.json: {problem}")


def test_what_is_read_is_never_written_over(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base, sheets, feed = (str(stored / name) for name in ("facts.db", "all.json", "feed.csv"))
    assert main(["convert", sheets, "-o", base]) == 0
    (stored / "feed.csv").write_text("text\nExports rose 5 percent.\n")
    before = {path: Path(path).read_bytes() for path in (base, sheets, feed)}
    for line in (
        ["people", base, "-o", base],
        ["compare", f"sqlite:///{base}", "-o", base],
        ["convert", sheets, "-o", sheets, "--only", "people"],
        ["batch", feed, "-o", feed],
    ):
        assert main(line) == 2
        assert "would be overwritten; name another --output" in capsys.readouterr().err
    assert {path: Path(path).read_bytes() for path in before} == before


def test_where_no_sheet_can_be_read_nothing_is_answered(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("people", "compare"):
        assert main([command, str(stored / "missing.json")]) == 1
        found = capsys.readouterr()
        assert (found.out, found.err.count("\n")) == ("", 1)


def test_a_dash_is_standard_output(stored: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(stored)
    assert main(["convert", "all.json", "-o", "-"]) == 0
    assert capfd.readouterr().out == (stored / "all.json").read_text()
    assert not (stored / "-").exists()


def test_one_bad_sheet_never_stops_the_rest(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = [str(stored / name) for name in ("missing.json", "all.jsonl", "empty")]
    (stored / "empty").mkdir()
    assert main(["convert", *sources, "-o", str(stored / "out.jsonl")]) == 1
    assert len((stored / "out.jsonl").read_text().splitlines()) == 2
    assert [line.partition(": ")[2] for line in capsys.readouterr().err.splitlines()] == [
        f"{sources[0]}: cannot be read (No such file or directory); check the path",
        f"{sources[2]}: has no sheets; newsfacts batch makes them: NAME.facts.json",
    ]
