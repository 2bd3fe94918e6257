"""Databases and stored sheets asked: the people of many articles, and figures side by side."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sheets import sheet_of

from newsfacts import FactSheet
from newsfacts.cli.formats import to_json, to_jsonl
from newsfacts.cli.main import main

pytest.importorskip("sqlalchemy")

PRESIDENT = {"office": "President", "of": "Kenya", "of_country": "KE"}
MOMBASA = {"name": "Mombasa", "country": "KE", "geonames_id": 186301}


def toll(name: str, day: str, number: int, source: str | None = None) -> FactSheet:
    text = f"{number} people were killed when a ferry sank off Mombasa, {source or 'it was said'}."
    credit = {"text": source, "start": text.index(source), "end": text.index(source) + len(source)} if source else None
    figure = {"text": str(number), "value": number, "unit": "person", "measure": "people were killed", "source": credit}
    return sheet_of(name, text, country="KE", published=day, places=[MOMBASA], figures=[figure])


SHEETS = [
    sheet_of("a.txt", "President Amina Odhiambo spoke.", country="KE", published="2026-04-14", people=[
        {"name": "Amina Odhiambo", **PRESIDENT}]),
    sheet_of("b.txt", "President Odhiambo flew.", country="UG", published="2026-05-02", people=[{"name": "Odhiambo", **PRESIDENT}]),
    sheet_of("c.txt", "Minister Amina Odhiambo, Ruth Wé.", published="2019-01-09", people=[
        {"name": "Amina Odhiambo", "office": "Minister", "of": "Rail"}, {"name": "Ruth Wé"}]),
    sheet_of("d.txt", "Ruth Wé, Amina Odhiambo.", published="2021-03-01", people=[{"name": "Ruth Wé"}, {"name": "Amina Odhiambo"}]),
    toll("e.txt", "2026-04-15", 12, "the coast guard"),
    toll("f.txt", "2026-04-17", 1500),
    toll("g.txt", "2026-06-01", 3),
]  # fmt: skip


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    """The sheets as a file of lines, as a folder, and as a database."""
    (tmp_path / "all.jsonl").write_text("".join(map(to_jsonl, SHEETS)))
    (tmp_path / "sheets").mkdir()
    for sheet in SHEETS:
        (tmp_path / "sheets" / f"{sheet.source.name}.facts.json").write_text(to_json(sheet))
    assert main(["convert", str(tmp_path / "all.jsonl"), "-o", str(tmp_path / "facts.db")]) == 0
    return [str(tmp_path / name) for name in ("all.jsonl", "sheets", "facts.db")]


def test_people(sources: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for source in sources:
        assert main(["people", source]) == 0
        assert capsys.readouterr().out == (
            "Articles  Name            Latest office\n"
            "       2  Amina Odhiambo  President of Kenya\n"
            "       2  Amina Odhiambo  Minister of Rail\n"
            "       2  Ruth Wé\n"
        )  # fmt: skip
        assert main(["people", source, "odhiambo", "--format", "jsonl"]) == 0
        first, second = map(json.loads, capsys.readouterr().out.splitlines())
        assert (first["entity"], first["variants"], first["country"]) == ("people:amina-odhiambo", ["Odhiambo"], "KE")
        assert [office["first"] + office["last"] for office in first["offices"]] == ["2026-04-142026-05-02"]
        assert [article["article"] for article in second["articles"]] == ["c.txt", "d.txt"]


def test_all_of_one_person(sources: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", sources[2], "we ruth"]) == 0
    assert capsys.readouterr().out == "Ruth Wé · people:ruth-we\n\nArticles  2\n  2019-01-09    c.txt\n  2021-03-01    d.txt\n"
    assert main(["people", sources[2], "Odhiambo"]) == 0
    assert capsys.readouterr().out.startswith(
        "Amina Odhiambo · KE · people:amina-odhiambo\n  also Odhiambo\n\n"
        "Offices\n  President of Kenya  2026-04-14 to 2026-05-02  2 articles\n\nArticles  2\n"
    )
    assert main(["people", sources[2], "Otieno"]) == 1
    assert capsys.readouterr().err == "newsfacts: Otieno: nobody has that name; newsfacts people without a name lists all\n"


def test_figures_that_differ(sources: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for source in sources:
        assert main(["compare", source]) == 0
        assert capsys.readouterr().out == (
            "people were killed  differ\n"
            "  12 person     2026-04-15  says the coast guard  e.txt\n"
            "      12 people were killed when a ferry sank off Mombasa, the coast guard.\n"
            "  1,500 person  2026-04-17                        f.txt\n"
            "      1500 people were killed when a ferry sank off Mombasa, it was said.\n"
        )
        assert main(["compare", source, "--format", "jsonl"]) == 0
        (group,) = map(json.loads, capsys.readouterr().out.splitlines())
        assert [(figure["article"], figure["value"], figure["source"]) for figure in group["figures"]] == [
            ("e.txt", 12, "the coast guard"), ("f.txt", 1500, None)]  # fmt: skip


def test_figures_that_agree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.jsonl").write_text("".join(map(to_jsonl, (toll("a", "2026-04-15", 12), toll("b", "2026-04-15", 12)))))
    assert main(["compare", str(tmp_path / "x.jsonl")]) == 0
    assert capsys.readouterr().out == "No figures of different articles differ.\n"
    assert main(["compare", str(tmp_path / "x.jsonl"), "--all"]) == 0
    assert capsys.readouterr().out.startswith("people were killed  agree\n")
    (tmp_path / "x.jsonl").write_text("".join(map(to_jsonl, (toll("a", "2026-04-15", 12), toll("b", "2019-01-09", 12)))))
    assert main(["compare", str(tmp_path / "x.jsonl"), "--all"]) == 0
    assert capsys.readouterr().out == "No figures of different articles can be compared.\n"


WRONG = {
    "no such database": (["people", "none.db"], "none.db: no such file; newsfacts batch or newsfacts convert makes it: -o facts.db"),
    "no such sheets": (["compare", "none.jsonl"], "none.jsonl: cannot be read (No such file or directory); check the path"),
}


@pytest.mark.parametrize(("arguments", "problem"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_asked_is_told(
    arguments: list[str], problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    assert capsys.readouterr().err == f"newsfacts: {problem}\n"
    assert not (tmp_path / "none.db").exists()


def test_the_command_in_a_pipe(sources: list[str]) -> None:
    """Standard input, a closed pipe, and no control character of an article."""
    evil = sheet_of("e\x1b[31m.txt", "Ruth \x1b[31mWé spoke.", people=[{"name": "Ruth \x1b[31mWé"}])
    command = [sys.executable, "-m", "newsfacts", "people", "-"]
    done = subprocess.run(command, input="".join(map(to_jsonl, [*SHEETS, evil])), capture_output=True, text=True)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 5)
    assert "\x1b" not in done.stdout
