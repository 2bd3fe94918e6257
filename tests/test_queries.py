"""Articles out of a database: rows of a query as a feed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newsfacts.cli.main import main
from newsfacts.cli.messages import InputError
from newsfacts.cli.queries import Query
from newsfacts.cli.reading import ReadOptions, read_query

pytest.importorskip("sqlalchemy")
STORY = "Kenyan President Amina Odhiambo opened a railway in Mombasa on Tuesday. Exports rose 5 percent in March, she said."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with closing(sqlite3.connect(path)) as base:
        base.execute("create table stories (id integer, headline text, body text, day date, link text)")
        rows = [(7, "Line opens", STORY, "2026-04-15", "https://example.org/7"), (8, None, "  ", None, None), (7, None, STORY, "", None)]
        base.executemany("insert into stories values (?, ?, ?, ?, ?)", rows)
        base.commit()
    return path


ALL = "select * from stories"
FIELDS = {"text_field": "body", "title_field": "headline", "published_field": "day"}


def read(path: Path, sql: str = ALL, **options: Any) -> list[Any]:
    return list(read_query(Query(f"sqlite:///{path}", sql), ReadOptions(**{**FIELDS, **options})))


def test_rows_are_articles(news: Path) -> None:
    first, second, third = read(news)
    assert (first.article.text, first.article.title, str(first.article.published), first.article.url) == (
        STORY, "Line opens", "2026-04-15", "https://example.org/7")  # fmt: skip
    assert (first.key, first.article.name, third.key) == ("news.db:1", "news.db:1", "news.db:3")
    assert str(second) == "newsfacts: news.db: row 2: the field 'body' is empty"
    keyed = read(news, key_field="id")
    assert (keyed[0].key, str(keyed[2])) == ("news.db:7", "newsfacts: news.db: row 3: has the id of row 1, '7'; take out one of them")
    assert [found.article.published for found in read(news, "select body from stories where body like '%5 percent%'")] == [None, None]


WRONG = {
    "no such column": ("select id from stories", {}, "news.db: gives no column 'body'; name it with --text-field (columns here: id)"),
    "no such table": ("select * from tales", {}, "news.db: cannot be asked (no such table: tales); check the URL and the query"),
    "no key": (
        "select body from stories",
        {"key_field": "id"},
        "news.db: row 1: has no field 'id'; name it with --key-field (fields here: body)",
    ),
}


@pytest.mark.parametrize(("sql", "options", "problem"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_asked_is_told(news: Path, sql: str, options: dict[str, Any], problem: str) -> None:
    assert str(read(news, sql, **options)[0]) == f"newsfacts: {problem}"


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "none.db")
    assert isinstance(error, InputError)
    assert str(error).startswith("newsfacts: none.db: no such file; check the URL")
    assert list(tmp_path.iterdir()) == []


def test_a_password_is_no_name() -> None:
    assert Query("postgresql://me:secret@host:5432/news?sslmode=require", ALL).name == "news"
    assert Query("mysql+pymysql://me:secret@host", ALL).name == "host"


USAGE = {
    "no query": (["--from-sql", "sqlite:///news.db"], "--from-sql needs --query"),
    "no database": (["a.txt", "--query", ALL], "--query goes with --from-sql"),
    "batch, neither": (["batch", "-o", "out"], "name a FOLDER or a FEED"),
    "batch, both": (["batch", ".", "-o", "out", "--from-sql", "sqlite:///n.db", "--query", ALL], "--from-sql takes the place of FOLDER"),
}


@pytest.mark.parametrize(("arguments", "problem"), USAGE.values(), ids=USAGE)
def test_wrong_usage(arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert problem in capsys.readouterr().err


def test_a_growing_table_into_a_database_with_its_texts(news: Path) -> None:
    """Each story is known by its key: a new one is the only one that is done the next day."""
    fields = [part for name, value in FIELDS.items() for part in (f"--{name.replace('_', '-')}", value)]
    asked = ["--from-sql", f"sqlite:///{news}", "--query", "select * from stories where headline is not null order by day desc"]
    command = [
        sys.executable,
        "-m",
        "newsfacts",
        "batch",
        *asked,
        *fields,
        "--key-field",
        "id",
        "--with-text",
        "-o",
        "facts.db",
        "--workers",
        "1",
    ]

    def run() -> str:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=news.parent)
        assert done.returncode == 0, done.stderr
        return done.stderr

    assert "1 article done" in run()
    with closing(sqlite3.connect(news)) as base:
        base.execute("insert into stories values (9, 'Ferry', ?, '2026-04-16', null)", (STORY.replace("railway", "ferry"),))
        base.commit()
    assert "1 article done in" in (said := run())
    assert "1 had their sheet" in said
    with closing(sqlite3.connect(news.parent / "facts.db")) as base:
        rows = base.execute("select article, title, text from articles order by 1").fetchall()
    assert rows == [("news.db:7", "Line opens", STORY), ("news.db:9", "Ferry", STORY.replace("railway", "ferry"))]
