"""Feeds of many articles: JSON lines, arrays, CSV and Parquet, growing ones, and files that look like feeds."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsfacts.cli.days import day_of_field, day_of_path
from newsfacts.cli.feeds import JsonText, feed_kind
from newsfacts.cli.messages import InputError
from newsfacts.cli.reading import Read, ReadOptions, read_source

ARTICLES = [
    {"id": "n1", "body": "Exports rose 5 percent, “a lot”.", "headline": "Tea, again", "day": "Wed, 13 May 2026 08:00:00 GMT"},
    {"id": "n2", "body": "Two lines:\nimports fell 3 percent.", "headline": "", "day": "2026-05-14"},
    {"id": "n3", "body": "Prices in São Tomé slipped 2 percent.", "headline": "Prices", "day": "May 15, 2026"},
]
FIELDS = {"text_field": "body", "title_field": "headline", "published_field": "day"}


def _csv(articles: list[dict[str, str]], separator: str = ",") -> bytes:
    import csv

    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(articles[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(articles)
    return stream.getvalue().encode()


def _parquet(articles: list[dict[str, str]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    stream = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(articles), stream)
    return stream.getvalue()


WRITTEN: dict[str, Callable[[list[dict[str, str]]], bytes]] = {
    "feed.jsonl": lambda articles: "".join(json.dumps(a) + "\n" for a in articles).encode(),
    "feed.json": lambda articles: json.dumps(articles, indent=2, ensure_ascii=False).encode(),
    "array.jsonl": lambda articles: json.dumps(articles).encode(),
    "feed.csv": _csv,
    "excel.csv": lambda articles: b"\xef\xbb\xbf" + _csv(articles, ";"),
    "feed.tsv": lambda articles: _csv(articles, "\t"),
    "wide.csv": lambda articles: b"\xff\xfe" + _csv(articles, "\t").decode().encode("utf-16-le"),
    "feed.parquet": _parquet,
}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("name", WRITTEN)
def test_each_form_gives_the_same_articles(tmp_path: Path, name: str, packed: bool) -> None:
    content = WRITTEN[name](ARTICLES)
    path = tmp_path / (f"{name}.gz" if packed else name)
    path.write_bytes(gzip.compress(content) if packed else content)
    found = list(read_source(str(path), ReadOptions(**FIELDS)))  # type: ignore[arg-type]
    assert [str(read) for read in found if not isinstance(read, Read)] == []
    reads = [read for read in found if isinstance(read, Read)]
    assert [read.article.text for read in reads] == [article["body"] for article in ARTICLES]
    assert [read.article.title for read in reads] == ["Tea, again", None, "Prices"]
    assert [read.article.published_day for read in reads] == [datetime.date(2026, 5, day) for day in (13, 14, 15)]
    assert [read.article.name for read in reads] == [f"{path.name}:{number}" for number in (1, 2, 3)]
    assert [read.key for read in reads] == [f"{path}:{number}" for number in (1, 2, 3)]


FAULTY = {
    "rows.csv": (
        b"text,title\nExports rose.,a\nx,y,z\n\n,b\nImports fell.\n",
        ["Exports rose.", "row 2: has 3 cells, more than there are columns", "row 4: the field 'text' is empty", "Imports fell."],
    ),
    "other.csv": (b"id,story\n1,Exports rose.\n", [": has no column 'text'; name it with --text-field (columns here: id, story)"]),
    "empty.csv": (b"", [": is empty; give it a first line with the names of the columns"]),
    "head.csv": (b"text,id\n", [": has no row below the names of its columns; give it a row for each article"]),
    "open.csv": (
        b'text,id\nExports rose.,1\n"Imports fell.,2\nTea sold.,3\n',
        ["Exports rose.", 'row 2: has a quotation mark that nothing closes, and takes all that follows; close it, and write "" for one'],
    ),
    "quoted.csv": (b'text\n"""Tea,"" she said."\nRice fell 3""', ['"Tea," she said.', 'Rice fell 3""']),
    "latin.csv": ("text,title\nA café in São Tomé – “closed”.,x\n".encode("cp1252"), ["A café in São Tomé – “closed”."]),
    "items.json": (
        b'[{"text": "One."}, 7, {"body": "x"}]',
        ["One.", "item 2: is JSON but no object", "item 3: has no field 'text'; name it with --text-field (fields here: body)"],
    ),
    "cut.json": (b'[{"text": "One."}, {"text": "T', ["One.", ": is no JSON array behind item 1 ("]),
    "open.json": (b'[{"text": "One."}', ["One.", ": is no JSON array behind item 1 (it ends before its ])"]),
    "none.json": (b"[]", [": is empty; give it an array of objects"]),
    "broken.parquet": (b"PAR1 and no more", [": is no sound Parquet file ("]),
}


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_wrong_in_a_feed_is_told_in_its_place(tmp_path: Path, name: str) -> None:
    content, told = FAULTY[name]
    (tmp_path / name).write_bytes(content)
    found = list(read_source(str(tmp_path / name), ReadOptions()))
    said = [read.article.text if isinstance(read, Read) else str(read).removeprefix(f"newsfacts: {tmp_path / name}") for read in found]
    assert len(said) == len(told)
    assert [line for line, start in zip(said, told, strict=True) if not line.removeprefix(": ").startswith(start.removeprefix(": "))] == []


LOOKS = {
    "csv": b"id,title,text\n1,Tea,Exports rose.\n",
    "json": b'[\n  {"text": "Exports rose."}\n]\n',
    "jsonl": b'{"text": "Exports rose."}\n',
    "parquet": b"PAR1" + bytes(60),
}


@pytest.mark.parametrize("kind", LOOKS)
def test_what_looks_like_a_feed_is_never_read_as_one_article(tmp_path: Path, kind: str) -> None:
    (tmp_path / "story.txt").write_bytes(LOOKS[kind])
    (error,) = read_source(str(tmp_path / "story.txt"), ReadOptions())
    assert isinstance(error, InputError)
    assert error.advice == f"say --input-format {kind} (or text)"


ARTICLES_ALL_THE_SAME = {
    "commas": b"Rain, wind, snow\nfell on Tuesday, the office said, and more is to come.\n",
    "a title and a text": b"Title, text and date\nThe press council, which met on Tuesday, wants all three on every page.\n",
    "a bracket": b"[Updated] Exports rose 5 percent.\n",
    "a brace": b"{sic} Exports rose 5 percent.\n",
    "one line": b"Text, title\n",
}


@pytest.mark.parametrize("content", ARTICLES_ALL_THE_SAME.values(), ids=ARTICLES_ALL_THE_SAME)
def test_articles_that_are_no_feeds(content: bytes) -> None:
    assert feed_kind(content) is None


def test_json_is_read_in_bounded_portions() -> None:
    """Wherever a portion ends: within a value, a character or white space."""
    values = [{"text": "é" * number, "n": number} for number in range(0, 70_000, 9_973)]
    stream = io.BytesIO("\n \n".join(json.dumps(value, ensure_ascii=False) for value in values).encode())
    text, found = JsonText(stream), []
    while text.next():
        found.append(text.value())
    assert found == values


DAYS = {
    "2026-05-13": "2026-05-13",
    "2026-05-13T08:00:00Z": "2026-05-13",
    "Wed, 13 May 2026 08:00:00 GMT": "2026-05-13",
    "13 May 2026": "2026-05-13",
    "Wednesday, May 13th, 2026, 8:00 a.m.": "2026-05-13",
    "Sept. 3, 2026": "2026-09-03",
    "2026/5/13 08:00": "2026-05-13",
    "2026.05.13": "2026-05-13",
    "2026.05.13 08:00": "2026-05-13",
    "13-May-2026": "2026-05-13",
    "13-May-2026 08:00": "2026-05-13",
    "Wed, 13-May-2026": "2026-05-13",
    "20260513": "2026-05-13",
    "20260513080000": "2026-05-13",
    "202605130800": "2026-05-13",
    "2026051308": "2026-05-13",
    "1778659200": "2026-05-13",
    "1778659200000": "2026-05-13",
    "1778659200.25": "2026-05-13",
    "03/04/2026": None,
    "03.04.2026": None,
    "2026.13.05": None,
    "2026.05/13": None,
    "31-Jun-2026": None,
    "13-05-2026": None,
    "20 Jan": None,
    "May 2026": None,
    "yesterday": None,
    "31 June 2026": None,
    "20261313080000": None,
    "17786592": None,
    "177865920": None,
    "2777777777": None,
}


@pytest.mark.parametrize(("value", "day"), DAYS.items())
def test_days_of_fields(value: str, day: str | None) -> None:
    if day is None:
        with pytest.raises(ValueError, match=r"no full date|day|month|range"):
            day_of_field(value)
    else:
        assert day_of_field(value).isoformat()[:10] == day


PATHS = {
    "2026/05/13/a.txt": "2026-05-13",
    "news/2026-05-13-tea.html": "2026-05-13",
    "a_20260513.txt": "2026-05-13",
    "2026-05-13/2026-05-14.txt": "2026-05-14",
    "2026/13/05/a.txt": None,
    "a-2026-02-30.txt": None,
    "120260513.txt": None,
    "2026/05/a.txt": None,
    "2026-05/13.txt": None,
}


@pytest.mark.parametrize(("path", "day"), PATHS.items())
def test_days_of_paths(path: str, day: str | None) -> None:
    found = day_of_path(path)
    assert (found and found.isoformat()) == day


def test_a_growing_feed_is_read_by_its_keys(tmp_path: Path) -> None:
    """An article at the top does only that one; a key that comes again is a failure and replaces nothing."""
    feed = tmp_path / "feed.csv"
    feed.write_bytes(_csv(ARTICLES))
    command = [sys.executable, "-m", "newsfacts", "batch", "feed.csv", "-o", "out", "--workers", "1", "--key-field", "id"]
    command += ["--text-field", "body", "--title-field", "headline", "--published-field", "day"]

    def run() -> str:
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, stdin=subprocess.DEVNULL).stderr.splitlines()[-1]

    assert "3 articles done" in run()
    new = {"id": "n0", "body": "Rents climbed 4 percent.", "headline": "Rents", "day": "2026-05-16"}
    feed.write_bytes(_csv([new, *ARTICLES]))
    again = run()
    assert ("1 article done" in again, "3 had their sheet" in again) == (True, True)
    names = sorted(path.name for path in (tmp_path / "out" / "feed.csv").iterdir())
    assert names == [f"n{number}.facts.json" for number in range(4)]
    feed.write_bytes(_csv([*ARTICLES, {**new, "id": "n1"}]))
    assert "1 failed" in run()
    (line,) = map(json.loads, (tmp_path / "out.failures.jsonl").read_text().splitlines())
    assert line["problem"] == "has the id of row 1, 'n1'"


def test_the_day_of_the_path_counts_where_nobody_says_one(tmp_path: Path) -> None:
    (tmp_path / "2026" / "05").mkdir(parents=True)
    path = tmp_path / "2026" / "05" / "2026-05-13.txt"
    path.write_text("Exports rose 5 percent on Tuesday.")
    (read,) = read_source(str(path), ReadOptions(published_from_path=True))
    assert isinstance(read, Read)
    assert (read.day, read.article.published) == (datetime.date(2026, 5, 13), None)
