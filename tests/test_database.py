"""Facts in databases: rows that join, views, the full-text index, kills at any moment; SQLite, DuckDB, and real servers."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from servers import MariaDB, Postgres, postgres_in, programs
from sheets import many_sheets, sheet_of

from newsfacts import FactSheet
from newsfacts.cli.database.address import engine_at, is_database, shown
from newsfacts.cli.database.rows import rows_of
from newsfacts.cli.database.store import Store
from newsfacts.cli.formats import to_jsonl
from newsfacts.cli.main import main

sqlalchemy = pytest.importorskip("sqlalchemy")

COMMAND = [sys.executable, "-m", "newsfacts"]
STORY = (
    "NAIROBI, April 15, 2026 — Kenyan President Amina Odhiambo opened a railway in Mombasa on Tuesday. "
    "Exports of tea rose 5 percent to $7.5 million in March, Odhiambo said.\n"
)
TABLES = (
    "articles",
    "sentences",
    "people",
    "organizations",
    "places",
    "offices",
    "mentions",
    "dates",
    "figures",
    "entities",
    "entity_mentions",
)


def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)


def asked(database: Path | str, query: str) -> list[tuple[Any, ...]]:
    engine = engine_at(str(database))
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(sqlalchemy.text(query))]
    engine.dispose()
    return rows


def all_rows(database: Path | str) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that the database holds but the numbers that its full-text index goes by."""
    columns = dict.fromkeys(TABLES, "*") | {"sentences": "article, sentence, text, kind, start_char, end_char"}
    return {table: sorted(asked(database, f"select {columns[table]} from {table}"), key=repr) for table in TABLES}


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with tempfile.TemporaryDirectory(prefix="newsfacts-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        running = postgres_in(Path(folder) / "server")
        yield running
        running.kill()


@pytest.fixture(scope="module")
def mariadb() -> Iterator[MariaDB]:
    with tempfile.TemporaryDirectory(prefix="newsfacts-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        (Path(folder) / "server").mkdir()
        running = MariaDB(Path(folder) / "server")
        yield running
        running.stop()


@pytest.fixture(params=["sqlite", "postgresql", "mariadb", "duckdb"])
def output(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "facts.db")
    if request.param == "duckdb":
        pytest.importorskip("duckdb_engine")
        return f"duckdb:///{tmp_path}/facts.duckdb"
    if request.param == "mariadb":
        maria: MariaDB = request.getfixturevalue("mariadb")
        maria.empty()
        return maria.url
    url: str = request.getfixturevalue("server").url
    engine = engine_at(url)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("drop schema public cascade"))
        connection.execute(sqlalchemy.text("create schema public"))
    engine.dispose()
    return url


FOUND = {"sqlite": "id in (select rowid from sentences_fts where sentences_fts match 'railways')"}
FOUND |= {"postgresql": "search @@ websearch_to_tsquery('english', 'railways')", "mariadb": "match (text) against ('railway')"}
FOUND |= {"duckdb": "text like '%railway%'"}


def test_facts_join_and_are_found(output: str, tmp_path: Path) -> None:
    """Rows of all tables, the views, and the search over sentences; what changed is replaced."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    head = '<head><title>Line opens</title><link rel="canonical" href="https://example.org/a"></head>'
    page = f"<html>{head}<body><p>{STORY * 3}</p></body></html>"
    (folder / "b.html").write_text(page)
    arguments = ["batch", "articles", "-o", output, "--workers", 1, "--journal", "journal"]
    first = run(*arguments, cwd=tmp_path)
    assert (first.returncode, "no full-text index" in first.stderr) == (0, output.startswith("duckdb")), first.stderr

    (said,) = asked(output, "select value, unit, measure, kind, when_first, when_last, status, published, sentence from figures_said "
                            "where article = 'a.txt' and section = 'money'")  # fmt: skip
    assert [said[0], said[1], str(said[4]), str(said[5]), str(said[7])] == [7500000, "USD", "2026-03-01", "2026-03-31", "2026-04-15"]
    assert said[8].startswith("Exports of tea rose")
    assert asked(output, "select distinct holder, title, of_what, country from offices_held") == [
        ("Amina Odhiambo", "President", "Kenya", "KE")
    ]
    assert ("2026-04-14", "Tuesday") in [(str(day), text) for day, text in asked(output, "select first_day, text from timeline")]
    assert [url for (url,) in asked(output, "select url from articles order by article")] == [None, "https://example.org/a"]
    (made_by,) = asked(output, "select made_by, country from articles where article = 'a.txt'")
    assert made_by[0].startswith("newsfacts ")
    assert made_by[1] == "KE"
    joined = "mentions m join people p on p.article = m.article and p.id = m.entity"
    spans = asked(
        output, f"select m.text, start_char, end_char from {joined} where m.article = 'a.txt' and name like 'Amina%' order by number"
    )
    assert [STORY[start:end] for _, start, end in spans] == [text for text, _, _ in spans] == ["Amina Odhiambo", "Odhiambo"]
    found = FOUND["sqlite" if output.endswith(".db") else output.partition(":")[0].partition("+")[0]]
    assert asked(output, f"select distinct article from sentences where {found} order by article") == [("a.txt",), ("b.html",)]

    (folder / "a.txt").write_text(STORY.replace("railway", "ferry"))
    (folder / "b.html").write_text("<html></html>")
    again = run(*arguments, cwd=tmp_path)
    assert (again.returncode, "1 article done" in again.stderr) == (1, True)
    assert asked(output, f"select article from sentences where {found}") == []
    assert asked(output, "select article, count(*) from sentences group by article") == [("a.txt", 2)]
    last = run(*arguments, cwd=tmp_path).stderr
    assert ("0 articles done" in last, "no full-text index" in last) == (True, False)


def stored(folder: Path, name: str, sheets: list[FactSheet]) -> str:
    (folder / name).write_text("".join(map(to_jsonl, sheets)))
    return str(folder / name)


def test_entities_are_the_same_day_by_day(output: str, tmp_path: Path) -> None:
    """Each day's articles put in when they come, one of them again in other words, make what all at once make."""
    sheets = many_sheets()
    days = [stored(tmp_path, f"{day}.jsonl", sheets[day::4]) for day in range(4)]
    before = sheet_of("00.txt", "Mayor Joseph Okello, Amos Were", people=[{"name": "Joseph Okello"}, {"name": "Amos Were"}])
    with Store(output) as store:
        store.write("00.txt", rows_of(before))
    for day in days:
        assert main(["convert", day, "-o", output]) == 0
    whole = stored(tmp_path, "all.jsonl", sheets)
    assert main(["convert", whole, "-o", f"{tmp_path}/whole.db"]) == 0
    for table in ("entities", "entity_mentions"):
        there = sorted(asked(output, f"select * from {table}"), key=repr)
        assert there == sorted(asked(tmp_path / "whole.db", f"select * from {table}"), key=repr)
    assert asked(output, "select count(*) from blocks_to_join") == [(0,)]
    assert asked(output, "select articles from entities where entity = 'people:ruth-okello'")[0][0] > 3
    joined = "select distinct e.name from offices_held o join entities e on e.entity = o.entity where o.title = 'Mayor'"
    assert {name for (name,) in asked(output, joined)} >= {"Ruth Okello", "Joseph Okello"}

    with Store(output) as store:  # one goes: its people are those of the others, and who stood in it alone is gone
        for article in ("00.txt", "01.txt"):
            store.remove(article)
    rest = stored(tmp_path, "rest.jsonl", sheets[2:])
    assert main(["convert", rest, "-o", f"{tmp_path}/rest.db"]) == 0
    assert sorted(asked(output, "select * from entities")) == sorted(asked(tmp_path / "rest.db", "select * from entities"))


def test_names_that_a_kill_left_apart_are_joined_by_the_next_run(output: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheets = many_sheets()
    killed = Store(output)
    for sheet in sheets:
        killed.write(sheet.source.name, rows_of(sheet))
    killed.engine.dispose()  # and no more
    assert asked(output, "select count(*) from entities") == [(0,)]
    assert main(["people", output]) == 0
    said = capsys.readouterr().err
    assert "some of its people aren't put together with those of other articles" in said
    again = stored(tmp_path, "last.jsonl", sheets[-1:])
    assert main(["convert", again, "-o", output]) == 0
    whole = stored(tmp_path, "all.jsonl", sheets)
    assert main(["convert", whole, "-o", f"{tmp_path}/whole.db"]) == 0
    there = sorted(asked(output, "select * from entity_mentions"), key=repr)
    assert there == sorted(asked(tmp_path / "whole.db", "select * from entity_mentions"), key=repr)


def many_articles(folder: Path, number: int) -> None:
    folder.mkdir()
    for i in range(number):
        (folder / f"{i:03}.txt").write_text(STORY.replace("5 percent", f"{i} percent").replace("Amina", f"Amina{i}"))


def killed_at(rows: int, count: Callable[[], int], *arguments: object, cwd: Path) -> None:
    """Run the command and end it and its workers by SIGKILL when the database has that many articles."""
    running = subprocess.Popen([*COMMAND, *map(str, arguments)], stdin=subprocess.DEVNULL, cwd=cwd, start_new_session=True)
    while count() < rows and running.poll() is None:
        pass
    os.killpg(running.pid, signal.SIGKILL)
    assert running.wait(timeout=60) == -signal.SIGKILL


def test_killed_while_it_writes(tmp_path: Path) -> None:
    """Three times: every article's rows are there once, as in a run that nothing disturbed."""
    many_articles(tmp_path / "articles", 200)
    command = ["batch", "articles", "--workers", 2, "-q", "-o"]
    assert run(*command, "plain.db", cwd=tmp_path).returncode == 0

    def count() -> int:
        try:
            with closing(sqlite3.connect(f"file:{tmp_path}/killed.db?mode=ro", uri=True)) as base:
                return int(base.execute("select count(*) from articles").fetchone()[0])
        except sqlite3.OperationalError:  # no such file, or no such table yet
            return 0

    for rows in (1, 60, 130):
        killed_at(rows, count, *command, "killed.db", cwd=tmp_path)
    assert 130 <= count() < 200
    assert run(*command, "killed.db", cwd=tmp_path).returncode == 0
    assert all_rows(tmp_path / "killed.db") == all_rows(tmp_path / "plain.db")
    assert len(all_rows(tmp_path / "killed.db")["articles"]) == 200
    assert asked(tmp_path / "killed.db", "select count(*) from sentences_fts where sentences_fts match 'railway'") == [(200,)]
    assert asked(tmp_path / "killed.db", "pragma integrity_check") == [("ok",)]


def test_a_server_that_is_killed(server: Postgres, tmp_path: Path) -> None:
    """The command ends with a line, and goes on when the server is back."""
    many_articles(tmp_path / "articles", 60)
    for name in ("plain", "killed"):
        engine = engine_at(server.url)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sqlalchemy.text(f"create database {name}"))
        engine.dispose()
    plain, killed = (server.url.replace("/postgres?", f"/{name}?") for name in ("plain", "killed"))
    command = ["batch", "articles", "--workers", 1, "-q"]
    assert run(*command, "-o", plain, "--journal", "one", cwd=tmp_path).returncode == 0

    again = [*COMMAND, *map(str, command), "-o", killed, "--journal", "two"]
    running = subprocess.Popen(again, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=tmp_path)

    def count() -> int:
        try:
            return int(asked(killed, "select count(*) from articles")[0][0])
        except sqlalchemy.exc.ProgrammingError:  # no such table yet
            return 0

    while count() < 5 and running.poll() is None:
        pass
    server.kill()
    said = running.communicate(timeout=60)[1]
    assert (running.returncode, said.count("\n")) == (1, 1), said
    assert said.startswith(f"newsfacts: {killed}: cannot be written (")
    server.start()
    assert 5 <= count() < 60
    assert run(*command, "-o", killed, "--journal", "two", cwd=tmp_path).returncode == 0
    assert all_rows(killed) == all_rows(plain)


def served(folder: Path, *paths: str) -> list[Any]:
    """Return what Datasette answers over HTTP; it runs on a free port as long as that takes."""
    datasette = [sys.executable, "-m", "datasette", "serve", "facts.db", "-m", "facts.metadata.json", "-p", "0"]
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with subprocess.Popen(datasette, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd=folder) as running:
        try:
            assert running.stderr is not None
            addresses = (re.search(r"http://127\.0\.0\.1:[1-9]\d*", line) for line in running.stderr)
            address = next(found[0] for found in addresses if found)
            return [json.loads(opener.open(address + path, timeout=120).read()) for path in paths]
        finally:
            running.kill()


def test_soak() -> None:
    """A small run of the benchmark: the command killed while it writes to SQLite, and PostgreSQL's server under it."""
    soak = [sys.executable, "benchmarks/soak.py", "--articles", "120", "--bad-every", "40", "--kills", "1", "--output", "db", "--short"]
    done = subprocess.run([*soak, *(["--server"] if programs() else [])], capture_output=True, text=True, cwd=Path(__file__).parents[1])
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["all is well"]), done.stdout + done.stderr


def test_extract_writes_a_database_and_datasette_serves_it(tmp_path: Path) -> None:
    """One article a key; the metadata beside it names what the tables are, and a query answers over HTTP."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "s.txt").write_text(STORY)
    (tmp_path / "feed.jsonl").write_text(
        json.dumps({"name": "x", "text": STORY, "url": "https://example.org/x"}) + "\n" + json.dumps({"name": "x", "text": STORY})
    )
    sources = ["one/s.txt", "two/s.txt", "feed.jsonl"]
    for _ in range(2):  # a second run replaces
        assert run(*sources, "-q", "-o", "facts.db", cwd=tmp_path).returncode == 0
    assert asked(tmp_path / "facts.db", "select article, url from articles order by article") == [
        ("feed.jsonl:1", "https://example.org/x"),
        ("feed.jsonl:2", None),
        ("one/s.txt", None),
        ("two/s.txt", None),
    ]
    pytest.importorskip("datasette")
    answers = served(tmp_path, "/facts/money_above.json?amount=1000000&_shape=array", "/facts/sentences.json?_search=railways&_shape=array")
    assert [(row["value"], row["unit"]) for row in answers[0]] == [(7500000, "USD")] * 4
    assert len(answers[1]) == 4


NOT_OURS = {
    "no database": (b"once upon a time there was no database here" * 99, "cannot be opened (file is not a database)"),
    "another's": (None, "its table articles is another program's, or another version's: it has no column article"),
}


@pytest.mark.parametrize(("content", "problem"), NOT_OURS.values(), ids=NOT_OURS)
def test_what_is_no_database_of_ours_stays_as_it_is(tmp_path: Path, content: bytes | None, problem: str) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    if content:
        (tmp_path / "facts.db").write_bytes(content)
    else:
        with closing(sqlite3.connect(tmp_path / "facts.db")) as base:
            base.execute("create table articles (headline)")
    for command in (["a.txt"], ["batch", "."]):
        done = run(*command, "-q", "-o", "facts.db", cwd=tmp_path)
        assert (done.returncode, done.stderr.startswith(f"newsfacts: facts.db: {problem}")) == (1, True), done.stderr
        assert done.stderr.count("\n") == 1
    if content:
        assert (tmp_path / "facts.db").read_bytes() == content
    else:
        assert asked(tmp_path / "facts.db", "select name from sqlite_master") == [("articles",)]


def test_asking_another_programs_database_leaves_it_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as base:
        base.execute("create table stories (headline)")
    before = (tmp_path / "other.db").read_bytes()
    for command in ("people", "compare"):
        assert main([command, str(tmp_path / "other.db")]) == 1
        assert ": is no database of newsfacts: it has no table " in capsys.readouterr().err
    assert (tmp_path / "other.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]


def test_what_counts_as_a_database() -> None:
    files = ("facts.db", "a/FACTS.SQLITE3", "sqlite:///facts.x")
    names = (*files, "postgresql://u@h/d", "postgresql+psycopg://h/d", "postgres://h/d", "mysql://h/d", "oracle+x://h/d")
    assert [name for name in names if not is_database(name)] == []
    assert [name for name in ("facts.csv", "s3://bucket/facts", "db", "facts.db/") if is_database(name)] == []
    assert shown("postgresql://me:secret@host:5432/news") == "postgresql://me:***@host:5432/news"
    assert shown("postgresql://me@host:5432/news") == "postgresql://me@host:5432/news"


UNREACHABLE = {
    "no dialect": ("tablets://me:secret@host/news", "tablets://me:***@host/news: SQLAlchemy has no such dialect here (it has "),
    "no driver": ("mysql+tablets://host/news", "mysql+tablets://host/news: SQLAlchemy has no such dialect here (it has "),
    "no such package": ("oracle+oracledb://host/news", "oracle+oracledb://host/news: its driver oracledb isn't installed; "),
    "no port": ("mysql://me@host:x/news", "mysql://me@host:x/news: is no URL of a database; write it as "),
}


@pytest.mark.parametrize(("url", "problem"), UNREACHABLE.values(), ids=UNREACHABLE)
def test_a_database_that_cannot_be_is_told_in_one_line(url: str, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheets = stored(tmp_path, "sheets.jsonl", many_sheets()[:1])
    for arguments in (["convert", sheets, "-o", url], ["people", url], [sheets, "--from-sql", url, "--query", "select 1 as text"]):
        if arguments[0] == "people" and "tablets:" in url:  # a path, for what asks
            continue
        assert main(arguments) == 1
        told = capsys.readouterr().err.splitlines()
        assert [line.startswith(f"newsfacts: {problem}") for line in told[-1:]] == [True], told
        assert len(told) == 1 or arguments[0] == sheets


def test_a_url_of_nobody_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("fsspec")
    (tmp_path / "a.txt").write_text(STORY)
    assert main(["batch", str(tmp_path), "-o", "tablets://host/news", "--journal", str(tmp_path / "journal")]) == 1
    assert capsys.readouterr().err.startswith("newsfacts: tablets://host/news: neither fsspec nor SQLAlchemy knows such a URL here (")


def test_a_file_of_sqlite_by_its_url(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheets = stored(tmp_path, "sheets.jsonl", many_sheets()[:1])
    assert main(["convert", sheets, "-o", f"sqlite:///{tmp_path}/facts.x"]) == 0
    assert asked(f"sqlite:///{tmp_path}/facts.x", "select count(*) from articles") == [(1,)]
    assert main(["convert", sheets, "-o", f"sqlite:///{tmp_path}/none/facts.x"]) == 2
    assert f"there is no folder '{tmp_path}/none'" in capsys.readouterr().err


def test_a_question_makes_no_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("duckdb_engine")
    for url in (f"duckdb:///{tmp_path}/none.duckdb", f"sqlite:///{tmp_path}/none.db", f"{tmp_path}/none.db"):
        assert main(["people", url]) == 1
        assert f"newsfacts: {url}: no such file; " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
