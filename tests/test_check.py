"""`newsfacts check`: facts paired and compared, and the real command over folders of fixtures."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from spacy.language import Language

from newsfacts import Article, make_sheet
from newsfacts.cli.check.comparing import Difference, compare, pair
from newsfacts.cli.check.reports import Result, lines_of, reporter
from newsfacts.cli.check.updating import updated
from newsfacts.cli.formats import SECTIONS, as_dict
from newsfacts.cli.main import main

COMMAND = [sys.executable, "-m", "newsfacts", "check"]
TEXT = "Kenyan President Amina Odhiambo opened a railway in Mombasa on April 14, 2026. Exports rose 5 percent in March 2026, she said."
PARTIAL = {"percentages": [{"value": 5, "direction": "up"}], "people": [{"name": "Amina Odhiambo"}]}


def check(*arguments: object, cwd: Path | None = None) -> tuple[int, str, str]:
    done = subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=60, cwd=cwd)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def sheet(nlp: Language) -> dict[str, Any]:
    return as_dict(make_sheet(Article(TEXT), nlp))


def told(expected: dict[str, Any], sheet: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(d.section, d.kind, d.fact, d.field, d.was, d.now) for d in compare(expected, sheet, TEXT)]


COMPARED: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "a partial sheet": (PARTIAL, []),
    "nothing asked": ({}, []),
    "by the fields that agree": (
        {"percentages": [{"text": "5 percent", "value": 6, "unit": "percent"}]},
        [("percentages", "changed", "5 percent", "value", 6, 5)],
    ),
    "by the place": (
        {"money": [], "percentages": [{"start": 92, "end": 101, "value": 7}]},
        [("percentages", "changed", "5 percent", "value", 7, 5)],
    ),
    "another fact": (
        {"people": [{"name": "Njeri Kamau"}]},
        [("people", "unexpected", "Amina Odhiambo", None, None, None), ("people", "missing", "Njeri Kamau", None, None, None)],
    ),
    "none expected": ({"people": []}, [("people", "unexpected", "Amina Odhiambo", None, None, None)]),
    "a holder by name": ({"offices": [{"title": "President", "holder": "Amina Odhiambo"}]}, []),
    "a holder by another id": (
        {"people": [{"id": "p9", "name": "Amina Odhiambo"}], "offices": [{"title": "President", "holder": "p9"}]},
        [],
    ),
    "another holder": (
        {"offices": [{"title": "President", "holder": "Njeri Kamau"}]},
        [("offices", "changed", "President", "holder", "Njeri Kamau", "Amina Odhiambo")],
    ),
    "a number of six digits": ({"percentages": [{"value": 5.000001}]}, []),
    "a holder by the id of nobody": (
        {"people": [{"name": "Amina Odhiambo"}], "offices": [{"title": "President", "holder": "p1"}]},
        [("offices", "changed", "President", "holder", "p1", "Amina Odhiambo")],
    ),
    "a holder by an id, without people": (
        {"offices": [{"title": "President", "holder": "p1"}]},
        [("offices", "changed", "President", "holder", "p1", "Amina Odhiambo")],
    ),
    "at least these": ({"people": [], "percentages": [], "at_least": True}, []),
    "a sheet with its text": ({"text": "of --with-text", "percentages": [], "at_least": True}, []),
    "at least these, and one that isn't there": (
        {"people": [{"name": "Njeri Kamau"}], "places": [{"name": "Mombasa"}], "at_least": True},
        [("people", "missing", "Njeri Kamau", None, None, None)],
    ),
    "no holder, beside people without ids": (
        {"people": [{"name": "Amina Odhiambo"}], "offices": [{"title": "President", "holder": None}]},
        [("offices", "changed", "President", "holder", None, "Amina Odhiambo")],
    ),
}


@pytest.mark.parametrize(("expected", "differences"), COMPARED.values(), ids=COMPARED)
def test_what_differs(sheet: dict[str, Any], expected: dict[str, Any], differences: list[tuple[Any, ...]]) -> None:
    assert told(expected, sheet) == differences


@pytest.mark.parametrize(
    ("expected", "after"),
    [
        ({"percentages": [{"direction": "down", "value": 5}], "people": []}, {"percentages": [{"direction": "up", "value": 5}]}),
        ({"people": [{"name": "Njeri Kamau"}]}, {"people": [{"name": "Amina Odhiambo"}]}),
        ({"offices": [{"title": "President", "holder": None}]}, {"offices": [{"title": "President", "holder": "Amina Odhiambo"}]}),
        (
            {"people": [{"name": "Amina Odhiambo"}], "offices": [{"title": "President", "holder": "p1"}]},
            {"offices": [{"title": "President", "holder": "Amina Odhiambo"}]},
        ),
        (
            {"people": [{"id": "p9", "name": "Amina Odhiambo"}], "offices": [{"title": "President", "holder": None}]},
            {"people": [{"id": "p1", "name": "Amina Odhiambo"}], "offices": [{"title": "President", "holder": "p1"}]},
        ),
        ({"places": [{"name": "Mombasa"}, {"name": "Kisumu"}]}, {"places": [{"name": "Mombasa"}]}),
    ],
)
def test_an_update_keeps_sections_fields_and_order(sheet: dict[str, Any], expected: dict[str, Any], after: dict[str, Any]) -> None:
    new = updated(expected, sheet)
    assert list(new) == list(expected)
    assert all(new[section][: len(facts)] == facts and list(new[section][0]) == list(facts[0]) for section, facts in after.items())
    assert compare(new, sheet, TEXT) == []


@pytest.mark.parametrize("partial", ["moved", "the same field", "others"])
def test_thousands_of_facts_are_paired_in_linear_time(partial: str) -> None:
    def seconds(number: int) -> float:
        found = [
            {"text": f"{i % 50} percent", "value": i % 50, "unit": "percent", "start": i * 20, "end": i * 20 + 9, "direction": "up"}
            for i in range(number)
        ]
        expected = {
            "moved": [{**fact, "start": fact["start"] + 3, "end": fact["end"] + 3} for fact in found],
            "the same field": [{"unit": "percent"}] * number,
            "others": [{"value": i + 0.5} for i in range(number)],
        }[partial]
        start = time.process_time()
        pairs = pair(expected, found)
        spent = time.process_time() - start
        assert sum(was is not None and now is not None for was, now in pairs) == (0 if partial == "others" else number)
        return spent

    quarter = max(0.1, min(seconds(1250) for _ in range(2)))
    assert seconds(5000) <= 8 * quarter  # four times the facts; each with each would be sixteen times the time


def test_its_own_sheet_is_as_expected(sheet: dict[str, Any]) -> None:
    assert compare(sheet, sheet, TEXT) == []
    assert updated(sheet, sheet) == sheet


@pytest.fixture
def fixtures(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "good.facts.json").write_text(json.dumps(PARTIAL))
    (tmp_path / "bad.txt").write_text(TEXT + " Imports \x1b[31mfell 3 percent in May 2025.")
    (tmp_path / "bad.facts.json").write_text('{\n "percentages": [\n  {"value": 4, "text": "5 percent", "unit": "percent"}\n ]\n}\n')
    (tmp_path / "feed.jsonl").write_text(json.dumps({"name": "a", "text": TEXT}) + "\n" + json.dumps({"name": "b", "text": TEXT}) + "\n")
    (tmp_path / "feed.facts.jsonl").write_text(
        '{"people": [{"name": "Amina Odhiambo"}]}\n{"places": [{"name": "Mombasa", "type": "city"}]}\n'
    )
    return tmp_path


def test_the_command_and_its_update(fixtures: Path) -> None:
    (fixtures / "new.txt").write_text(TEXT)
    (fixtures / "gone.facts.json").write_text("{}")
    (fixtures / "typo.txt").write_text(TEXT)
    (fixtures / "typo.facts.json").write_text('{"peopel": []}')
    status, out, err = check(".", cwd=fixtures)
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "bad.txt: 2 differences",
        "  changed percentages: “5 percent”: value was 4, is 5",
        "    in: Exports rose 5 percent in March 2026, she said.",
        "  unexpected percentages: “3 percent”",
        "    in: Imports ␛[31mfell 3 percent in May 2025.",
        "feed.jsonl: line 1: ok",
        "feed.jsonl: line 2: ok",
        "gone.facts.json: has no article beside it; add the article, or remove the sheet",
        "good.txt: ok",
        "new.txt: has no expected sheet new.facts.json; --create makes it",
        "typo.facts.json: 'peopel' is no section; did you mean 'people'?",
        "7 articles: 3 as expected, 1 differ, 3 could not be checked (1 unexpected, 1 changed)",
    ]
    (fixtures / "gone.facts.json").unlink()
    (fixtures / "typo.facts.json").unlink()
    good = (fixtures / "good.facts.json").stat().st_mtime_ns
    assert check(fixtures, "--update", "--create", "--only", "percentages")[0] == 0
    assert json.loads((fixtures / "bad.facts.json").read_text()) == {
        "percentages": [{"value": 5, "text": "5 percent", "unit": "percent"}, {"value": 3, "text": "3 percent", "unit": "percent"}]
    }
    assert (fixtures / "good.facts.json").stat().st_mtime_ns == good
    assert list(json.loads((fixtures / "new.facts.json").read_text())) == ["schema_version", "made_by", "source", "percentages"]
    assert check(fixtures, "-q") == (0, "6 articles: 6 as expected\n", "")


def test_a_sheet_of_some_sections_names_people_that_it_lacks(sheet: dict[str, Any], tmp_path: Path) -> None:
    """Their ids would stand for nobody; those of people that stay as they are hold."""
    own = {"people": [{"id": "p9", "name": "Amina Odhiambo"}], "offices": [{"title": "President", "holder": None}]}
    assert updated(own, sheet, ("offices",)) == {**own, "offices": [{"title": "President", "holder": "p9"}]}
    (tmp_path / "a.txt").write_text(TEXT)
    assert check(tmp_path, "--create", "--only", "offices,percentages")[0] == 0
    made = json.loads((tmp_path / "a.facts.json").read_text())
    assert [office["holder"] for office in made["offices"]] == ["Amina Odhiambo"]
    assert {fact["source"]["id"] for fact in made["percentages"] if fact["source"]} <= {"Amina Odhiambo"}
    assert check(tmp_path)[0] == 0


def test_a_fixture_may_say_its_day_and_that_there_may_be_more(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Exports rose 5 percent on Tuesday, Maria Okafor said. Imports fell 3 percent on Friday.")
    fixture = {"published": "2026-04-16", "at_least": True, "dates": [{"text": "Tuesday", "value": "2026-04-14"}]}
    (tmp_path / "a.facts.json").write_text(json.dumps(fixture))
    assert check("a.txt", cwd=tmp_path)[:2] == (0, "a.txt: ok\n1 article: 1 as expected\n")
    fixture["published"] = "2026-04-30"
    (tmp_path / "a.facts.json").write_text(json.dumps(fixture))
    status, out, _ = check("a.txt", "--format", "github", cwd=tmp_path)
    assert status == 1
    assert out.startswith("::error file=a.txt,line=1,title=a.txt::changed dates: “Tuesday”: value was “2026-04-14”, is “2026-04-28”")
    assert check("a.txt", "--update", cwd=tmp_path)[0] == 0
    dates = [{"text": "Tuesday", "value": "2026-04-28"}]
    assert json.loads((tmp_path / "a.facts.json").read_text()) == {**fixture, "dates": dates}


def test_commands_of_github_are_one_line_each() -> None:
    lines: list[str] = []
    report = reporter("github", lines.append)
    report.add(Result("a,b:c.jsonl: line 3", problem="is 100% empty\r\n::error::x"))
    report.add(Result("d.txt", [Difference("people", "missing", "Ann", "Ann came.")]))
    report.add(Result("e.txt"))
    report.end()
    assert lines == [
        "::error file=a%2Cb%3Ac.jsonl,line=3,title=a%2Cb%3Ac.jsonl%3A line 3::is 100%25 empty%0D%0A::error::x\n",
        "::error file=d.txt,title=d.txt::missing people: “Ann”%0Ain: Ann came.\n",
    ]


OF_GITHUB = {  # an article's name, what it is and its fixture: the place of each annotation
    "a.txt": (
        "Trade rose.\n\nExports rose 5 percent in March.\nImports fell.",
        {"percentages": [{"text": "5 percent", "value": 6}]},
        ["3"],
    ),
    "b.txt": ("Trade rose.\n\nExports rose 5 percent in March.", {"percentages": []}, ["3"]),
    "c.txt": ("Trade rose.\nExports rose in March.", {"percentages": [{"text": "5 percent"}], "people": [{"name": "Trade"}]}, ["", "1"]),
    "d.html": (
        "<p>Trade rose.</p>\n\n<p>Exports of the region rose 5 percent in March of that year, she said.</p>",
        {"percentages": []},
        [""],
    ),
}


def test_github_marks_the_lines_that_differ(tmp_path: Path) -> None:
    """Of a web page's text the lines aren't those of its file."""
    for name, (content, fixture, _) in OF_GITHUB.items():
        (tmp_path / name).write_text(content)
        (tmp_path / name).with_suffix(".facts.json").write_text(json.dumps(fixture))
    _, out, _ = check(".", "--format", "github", cwd=tmp_path)
    places = [line.removeprefix("::error file=").partition(",title=")[0] for line in out.splitlines()]
    wanted = [f"{name},line={line}" if line else name for name, (*_, lines) in OF_GITHUB.items() for line in lines]
    assert sorted(places) == sorted(wanted)


def test_reports_for_programs(fixtures: Path) -> None:
    status, out, _ = check(fixtures, "--format", "junit")
    suite = Xml.fromstring(out)[0]
    assert (status, suite.get("tests"), suite.get("failures"), suite.get("errors")) == (1, "4", "1", "0")
    assert [case.get("name") for case in suite if len(case)] == [str(fixtures / "bad.txt")]
    status, out, _ = check(fixtures, "--format", "json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["status"] for line in lines] == ["differs", "ok", "ok", "ok"]
    assert lines[0]["differences"][0] | {"sentence": ""} == {
        "section": "percentages",
        "kind": "changed",
        "fact": "5 percent",
        "sentence": "",
        "field": "value",
        "was": 4,
        "now": 5,
        "start": lines[0]["differences"][0]["start"],
    }


BAD_SHEETS = {
    "{": "is not JSON (line 1, column 2: Expecting property name enclosed in double quotes)",
    "[]": "is no fact sheet",
    '{"people": {}}': "people is no list of facts",
    '{"people": ["Kamau"]}': "a fact of people is no object with fields",
    '{"money": [{"curency": "USD"}]}': "'curency' is no field of money; did you mean 'currency'?",
    '{"people": [{"mentions": [{"strat": 1}]}]}': "'strat' is no field of a mention; did you mean 'start'?",
    '{"at_least": "yes"}': "at_least is neither true nor false",
    '{"published": "soon"}': "published 'soon' is no ISO 8601 date",
    '{"money": [{"start": "1"}]}': "start or end in money is no whole number",
    '{"money": [{"source": "police"}]}': "a source in money is no object",
    '{"money": [{"source": {"txt": "police"}}]}': "'txt' is no field of a source; did you mean 'text'?",
}


def test_what_is_wrong_in_an_expected_sheet_is_one_line(tmp_path: Path) -> None:
    for number, content in enumerate(BAD_SHEETS):
        (tmp_path / f"{number:02}.txt").write_text(TEXT)
        (tmp_path / f"{number:02}.facts.json").write_text(content)
    status, out, err = check(".", cwd=tmp_path)
    assert (status, err) == (1, "")
    lines = out.splitlines()
    assert [
        line.startswith(f"{n:02}.facts.json: {problem}") for n, (line, problem) in enumerate(zip(lines, BAD_SHEETS.values(), strict=False))
    ] == [True] * len(BAD_SHEETS)
    assert lines[11] == "11 articles: 11 could not be checked"


def test_our_own_samples_can_be_checked() -> None:
    status, out, err = check(Path(__file__).parents[1] / "samples", "--only", "percentages")
    assert (status in (0, 1), err) == (True, "")
    assert out.splitlines()[-1].startswith("8 articles: ")
    assert "could not be checked" not in out


def test_the_pytest_plugin(fixtures: Path) -> None:
    """A test an article beside the user's own; without its option nothing of newsfacts is imported."""
    (fixtures / "test_own.py").write_text(
        "import sys\n\ndef test_own():\n    assert not {'spacy', 'click', 'newsfacts.cli.check'} & set(sys.modules)\n"
    )
    (fixtures / "test_two.py").write_text("def test_two():\n    assert True\n")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-q"]
    plain = subprocess.run([*command, "test_own.py"], capture_output=True, text=True, cwd=fixtures, timeout=60)
    assert (plain.returncode, plain.stdout.splitlines()[-1].split(" in ")[0]) == (0, "1 passed"), plain.stdout
    done = subprocess.run([*command, "--newsfacts", ".", "test_two.py"], capture_output=True, text=True, cwd=fixtures, timeout=60)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("1 failed, 3 passed"), done.stdout
    assert "changed percentages: “5 percent”: value was 4, is 5" in done.stdout
    (fixtures / "feed.facts.jsonl").write_text('{"percentages": [{"value": 7}]}\n{"percentages": [{"value": 8}]}\n')
    both = subprocess.run([*command, "--newsfacts", "feed.jsonl", "test_two.py"], capture_output=True, text=True, cwd=fixtures, timeout=60)
    assert "missing percentages: “7”" in both.stdout
    assert "missing percentages: “8”" in both.stdout


def test_the_plugin_is_told_the_day_of_publication_and_the_model(tmp_path: Path) -> None:
    """By an option or in pytest's configuration; what is wrong there is said."""
    (tmp_path / "story.txt").write_text("Exports rose 5 percent on Tuesday.")
    (tmp_path / "story.facts.json").write_text('{"dates": [{"text": "Tuesday", "value": "2026-04-14"}]}')
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-q"]
    configured = ["-o", "newsfacts=story.txt", "-o", "newsfacts_published=2026-04-15"]
    for arguments, status, told in (
        (["--newsfacts", "."], 1, "value was “2026-04-14”, is “XXXX-WXX-2”"),
        (["--newsfacts", ".", "--newsfacts-published", "2026-04-15"], 0, "1 passed"),
        (configured, 0, "1 passed"),
        ([*configured, "--newsfacts-model", "nowhere_sm"], 1, "no pipeline 'nowhere_sm' is installed here"),
        (["--newsfacts", ".", "--newsfacts-published", "soon"], 4, "--newsfacts-published: 'soon' is no ISO 8601 date"),
    ):
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, cwd=tmp_path, timeout=60)
        assert done.returncode == status, done.stdout + done.stderr
        assert told in done.stdout + done.stderr


def test_an_article_named_twice_is_checked_once_and_folders_have_their_order(fixtures: Path) -> None:
    (fixtures / "feed").mkdir()
    (fixtures / "feed" / "z.txt").write_text(TEXT)
    (fixtures / "feed" / "z.facts.json").write_text(json.dumps(PARTIAL))
    lines = ["bad.txt: 2 differences", "feed/z.txt: ok", "feed.jsonl: line 1: ok", "feed.jsonl: line 2: ok", "good.txt: ok"]
    told = [line for line in check(".", cwd=fixtures)[1].splitlines() if not line.startswith("  ")]
    assert told[:-1] == lines
    assert check("good.facts.json", "good.txt", ".", "feed.jsonl", "-q", cwd=fixtures)[1].splitlines()[-1].startswith("5 articles: 4 as")


def test_names_at_the_limit_and_characters_that_xml_cannot_hold(tmp_path: Path) -> None:
    name = "y" * 248
    (tmp_path / f"{name}.txt").write_text(TEXT)
    (tmp_path / "a.txt").write_text("Rents \ufffe\uffff\x00\x1b[31mfell 3 percent in May 2025.")
    (tmp_path / "a.facts.json").write_text('{"percentages": []}')
    status, out, err = check(tmp_path, "--format", "junit")
    assert (status, err) == (1, "")
    assert [case.get("name", "")[-20:] for case in Xml.fromstring(out)[0]] == [str(tmp_path / "a.txt")[-20:], f"{name}.txt"[-20:]]


def test_sheets_as_other_programs_write_them(tmp_path: Path) -> None:
    """A byte order mark, CRLF, and line separators that jq leaves as they are."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.facts.json").write_bytes(b'\xef\xbb\xbf{"people": [{"name": "Amina Odhiambo"}]}\r\n')
    (tmp_path / "feed.jsonl").write_text(json.dumps({"text": TEXT, "name": "a\u2028b"}, ensure_ascii=False) + "\n")
    (tmp_path / "feed.facts.jsonl").write_bytes('{"percentages": [{"value": 5, "measure": "x\u2028y"}]}\r\n'.encode())
    status, out, err = check(".", cwd=tmp_path)
    assert (status, err) == (1, "")
    assert out.splitlines()[:2] == ["a.txt: ok", "feed.jsonl: line 1: 1 difference"]


def test_no_sheet_is_said_to_be_written_that_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.facts.json").mkdir()  # in the way
    status, out, err = check(".", "--create", cwd=tmp_path)
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "a.txt: its sheet cannot be written (Is a directory)",
        "b.txt: its sheet is created",
        "2 articles: 1 created, 1 could not be checked",
    ]


README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_a_real_run(tmp_path: Path) -> None:
    section = README.partition("## Fixtures in CI")[2].partition("\n## ")[0]
    (tmp_path / "fixtures").mkdir()
    article = section.partition("beside *")[2].partition("*")[0].replace("\n", " ")
    (tmp_path / "fixtures" / "railway.txt").write_text(article + "\n")
    (tmp_path / "fixtures" / "railway.facts.json").write_text(section.partition("```json\n")[2].partition("```")[0])
    shown = section.partition("$ newsfacts check fixtures\n")[2].partition("```")[0]
    assert check("fixtures", cwd=tmp_path) == (1, shown, "")


def test_sheets_of_lines_belong_to_articles_by_name_where_all_have_one(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text('{"text": 1}\n' + "".join(json.dumps({"name": n, "text": TEXT}) + "\n" for n in "ab"))
    sheets = [{"source": {"name": "b"}, "people": [{"name": "Amina Odhiambo"}]}, {"source": {"name": "a"}, "percentages": [{"value": 5}]}]
    (tmp_path / "feed.facts.jsonl").write_text("".join(json.dumps(sheet) + "\n" for sheet in sheets))
    status, out, err = check("feed.jsonl", cwd=tmp_path)
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "feed.jsonl: line 1: has no string in its field 'text'; name it with --text-field (fields here: text)",
        "feed.jsonl: line 2: ok",
        "feed.jsonl: line 3: ok",
        "3 articles: 2 as expected, 1 could not be checked",
    ]


def older(sheet: dict[str, Any]) -> dict[str, Any]:
    """Return the sheet as schema 1.0 had it."""
    gone = {"confidence", "status", "source"}
    facts = {section: [{key: fact[key] for key in fact if key not in gone} for fact in sheet[section]] for section in SECTIONS[:-1]}
    spans = [{"start": sentence["start"], "end": sentence["end"]} for sentence in sheet["sentences"]]
    return {"schema_version": "1.0", "source": sheet["source"], **facts, "sentences": spans}


ADDS = "of schema 1.0, to which 2.0 adds status and source of figures, confidence of facts and text of sentences; they are not compared"


def test_a_sheet_of_an_older_schema_is_compared_without_what_it_lacks(
    tmp_path: Path, sheet: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check(*arguments: str) -> tuple[int, str, str]:
        status = main(["check", *arguments])
        return status, *capsys.readouterr()

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    whole = older({**sheet, "source": {**sheet["source"], "name": "a.txt"}})
    (tmp_path / "a.facts.json").write_text(json.dumps(whole, indent=1))
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "b.facts.json").write_text('{"schema_version": "1.0", "percentages": [{"value": 6, "text": "5 percent"}]}')
    status, out, err = check(".")
    assert (status, err) == (1, f"newsfacts: a.txt: and 1 more have sheets {ADDS}; --update writes them\n")
    assert [line for line in out.splitlines() if line[0] != " "][:2] == ["a.txt: ok", "b.txt: 1 difference"]
    assert check("a.txt") == (
        0,
        "a.txt: ok\n1 article: 1 as expected\n",
        f"newsfacts: a.txt: has a sheet {ADDS}; --update writes them\n",
    )
    assert check("-q", "a.txt") == (0, "1 article: 1 as expected\n", "")
    assert check("--update", "--only", "percentages", "a.txt")[2]  # a part of a sheet can't be of another schema
    status, out, err = check("--update", ".")
    assert (status, err) == (0, "")
    assert [line for line in out.splitlines() if line[0] != " "][:2] == ["a.txt: an older schema, updated", "b.txt: 1 difference, updated"]
    updated = {key: value for key, value in sheet.items() if key != "made_by"}  # it is of the sheet, not of the article
    assert json.loads((tmp_path / "a.facts.json").read_text()) == {**updated, "source": whole["source"]}
    assert list(json.loads((tmp_path / "a.facts.json").read_text())["percentages"][0]) == list(sheet["percentages"][0])
    assert json.loads((tmp_path / "b.facts.json").read_text()) == {
        "schema_version": "2.0",
        "percentages": [{"value": 5, "text": "5 percent"}],
    }
    assert check("-q", ".") == (0, "2 articles: 2 as expected\n", "")


def test_a_sheet_of_a_later_schema_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.facts.json").write_text('{"schema_version": "3.0", "vessels": [{"name": "Uhuru"}]}')
    problem = "is of schema 3.0, and this newsfacts reads 1.0 and 2.0; update newsfacts, or remove the sheet and let --create make it"
    assert check(".", cwd=tmp_path) == (1, f"a.facts.json: {problem}\n1 article: 1 could not be checked\n", "")


def credited(sheet: dict[str, Any], source: dict[str, Any] | None, status: str = "actual") -> dict[str, Any]:
    """Return the sheet with its percentage credited to `source`."""
    return {**sheet, "percentages": [{**fact, "source": source, "status": status} for fact in sheet["percentages"]]}


ODHIAMBO = {"text": "Amina Odhiambo", "start": 17, "end": 31, "id": "p1"}
CREDITS: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "by its words": ({"percentages": [{"value": 5, "source": {"text": "Amina Odhiambo"}, "status": "forecast"}]}, []),
    "by its words alone": ({"percentages": [{"source": {"text": "Amina Odhiambo"}}]}, []),
    "by a person's name": ({"percentages": [{"value": 5, "source": {"id": "Amina Odhiambo"}}]}, []),
    "by another id": (
        {"people": [{"id": "p7", "name": "Amina Odhiambo"}], "percentages": [{"value": 5, "source": {**ODHIAMBO, "id": "p7"}}]},
        [],
    ),
    "another": (
        {"percentages": [{"value": 5, "source": {"text": "police"}}]},
        [("percentages", "changed", "5 percent", "source", {"text": "police"}, ODHIAMBO)],
    ),
    "nobody": ({"percentages": [{"value": 5, "source": None}]}, [("percentages", "changed", "5 percent", "source", None, ODHIAMBO)]),
    "another status": (
        {"percentages": [{"value": 5, "status": "actual"}]},
        [("percentages", "changed", "5 percent", "status", "actual", "forecast")],
    ),
    "any confidence": ({"percentages": [{"value": 5, "confidence": 0.123}], "people": [{"name": "Amina Odhiambo", "confidence": 0.2}]}, []),
}


@pytest.mark.parametrize(("expected", "differences"), CREDITS.values(), ids=CREDITS)
def test_credits_are_compared_by_whom_they_stand_for(
    sheet: dict[str, Any], expected: dict[str, Any], differences: list[tuple[Any, ...]]
) -> None:
    found = credited(sheet, ODHIAMBO, "forecast")
    assert told(expected, found) == differences
    after = updated(expected, found)
    assert compare(after, found, TEXT) == []
    assert [list(fact) for fact in after["percentages"]] == [list(fact) for fact in expected["percentages"]]
    shown = expected["percentages"][0].get("source")
    if shown:
        assert after["percentages"][0]["source"].keys() == shown.keys()


def test_a_changed_credit_is_told_in_words(sheet: dict[str, Any]) -> None:
    expected = {"percentages": [{"value": 5, "source": {"text": "police", "start": 3}}]}
    (difference,) = compare(expected, credited(sheet, ODHIAMBO), TEXT)
    assert lines_of(difference)[0] == "changed percentages: “5 percent”: source was “police” at 3, is “Amina Odhiambo” at 17 (p1)"
