"""The command as a process: exit statuses, messages, pipes and terminals. Several inputs share a run, a start costs a second."""

from __future__ import annotations

import datetime
import fcntl
import gzip
import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from pathlib import Path

import click
import pytest
from processes import interruptible
from spacy.language import Language

import newsfacts
from newsfacts import Article, FactSheet
from newsfacts.cli.extracting import make_dated_sheet
from newsfacts.cli.main import cli, main
from newsfacts.cli.output import OutputError, opened

COMMAND = [sys.executable, "-m", "newsfacts"]
STORY = "Kenyan President Amina Odhiambo opened a railway in Mombasa on Tuesday. Exports rose 5 percent in March, she said.\n"
DATED = "NAIROBI, April 15, 2026 — " + STORY
GERMAN = "Die Präsidentin hat am Dienstag in der Hafenstadt Mombasa eine neue Bahnstrecke eröffnet, wie das Ministerium mitteilte. " * 3
PAGE = f"""<html><head><title>Railway opens</title><meta property="article:published_time" content="2026-04-16"></head>
<body><article><p>{STORY * 3}</p></article></body></html>"""


def run(*args: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> tuple[int, str, list[str]]:
    """Return the command's exit status, its standard output, and the lines of its standard error."""
    done = subprocess.run([*COMMAND, *map(str, args)], input=stdin, capture_output=True, timeout=60, env={**os.environ, **(env or {})})
    return done.returncode, done.stdout.decode(), done.stderr.decode().splitlines()


def run_in_terminal(*args: str | Path, columns: int = 80, **env: str) -> tuple[int, str]:
    """Return the command's exit status and what it shows on a terminal of that width, standard error included."""
    control, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    process = subprocess.Popen([*COMMAND, *map(str, args)], stdin=terminal, stdout=terminal, stderr=terminal, env={**clean, **env})
    os.close(terminal)
    shown = b""
    while True:
        try:
            part = os.read(control, 65536)
        except OSError:  # Linux, where the last writer is gone
            part = b""
        if not part:
            break
        shown += part
    os.close(control)
    return process.wait(timeout=60), shown.decode().replace("\r\n", "\n")


def test_many_sources_at_once(tmp_path: Path) -> None:
    """What fails is told in a line each, and the rest is done."""
    contents = {
        "story.txt": STORY.encode(),
        "dated.txt.gz": gzip.compress(DATED.encode()),
        "latin.txt": "Prices in São Tomé rose 5 percent – “a lot”, José Lima said.".encode("cp1252"),
        "page.html": PAGE.encode(),
        "feed.jsonl": json.dumps({"text": STORY, "name": "one", "published": "2026-04-14"}).encode() + b'\n{"text"\n{"body": "x"}\n',
        "german.txt": GERMAN.encode(),
        "empty.txt": b"\n",
        "paper.pdf": b"%PDF-1.7",
        "bomb.txt.gz": gzip.compress(b"word " * 6_000_000),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    status, out, err = run("--format", "jsonl", *(tmp_path / name for name in contents), tmp_path / "missing.txt", tmp_path)
    sheets = [FactSheet.model_validate_json(line) for line in out.splitlines()]
    assert [(s.source.name.removeprefix(f"{tmp_path}/"), s.source.published) for s in sheets] == [
        ("story.txt", None),
        ("dated.txt.gz", "2026-04-15"),
        ("latin.txt", None),
        ("page.html", "2026-04-16"),
        ("one", "2026-04-14"),
        ("german.txt", None),
    ]
    assert sheets[3].source.title == "Railway opens"
    told = [line.removeprefix(f"newsfacts: {tmp_path}").lstrip("/") for line in err]
    assert told == [
        "story.txt: the day of publication is unknown, so 2 dates stay unresolved (“Tuesday”); give it with --published YYYY-MM-DD",
        "feed.jsonl: line 2: is not JSON (Expecting ':' delimiter at character 8); "
        "write one JSON object a line (jq -c . makes that of a file)",
        "feed.jsonl: line 3: has no field 'text'; name it with --text-field (fields here: body)",
        "german.txt: doesn't look like English; newsfacts reads English only, expect few and wrong facts",
        "empty.txt: is empty; give it an article",
        "paper.pdf: is a PDF; convert it first: pdftotext FILE - | newsfacts",
        "bomb.txt.gz: is longer than 20 MB; split it, or raise --max-size",
        "missing.txt: no such file; check the path, or see newsfacts --help for the commands",
        f": is a folder; give its files: newsfacts {tmp_path}/*.txt, or all below it: newsfacts batch {tmp_path} -o OUT",
    ]
    assert status == 1


def test_a_pipe(tmp_path: Path) -> None:
    """JSON comes out of a pipe, and standard input is an article."""
    status, out, err = run("--only", "people,dates", "--published", "2026-04-14", stdin=STORY.encode())
    assert (status, err) == (0, [])
    sheet = json.loads(out)
    assert list(sheet) == ["schema_version", "made_by", "source", "people", "dates"]
    assert (sheet["source"]["name"], sheet["source"]["published"]) == ("-", "2026-04-14")
    assert [date["value"] for date in sheet["dates"]] == ["2026-04-14", "2026-03"]


def test_offsets_count_characters_of_the_text_as_it_is(tmp_path: Path) -> None:
    """Neither CRLF nor characters of two UTF-16 units move them."""
    text = "“🎉”\r\n\r\n" + STORY.replace("\n", "\r\n")
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode())
    status, out, _ = run("extract", "-q", "--format", "csv", path)
    assert status == 0
    assert f",dates,,Tuesday,{text.index('Tuesday')},{text.index('Tuesday') + 7}," in out


def test_a_terminal(tmp_path: Path) -> None:
    """A table fills the terminal, and nothing of the article acts on it."""
    path = tmp_path / "story.txt"
    path.write_text("Railway [bold]opens[/bold] \x1b]0;owned\x07\x9b31m\u202e today\n\n" + DATED + STORY * 3, encoding="utf-8")
    for columns, env in ((80, {}), (160, {"NO_COLOR": "1"})):
        status, shown = run_in_terminal("-q", path, columns=columns, **env)
        assert status == 0
        assert re.sub(r"\x1b\[[0-9;]*m", "", shown).isascii() is False
        plain = re.sub(r"\x1b\[(?:0|1|2|3[1-6]|1;3[1-6])m", "", shown)
        assert (plain == shown) is bool(env)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", plain)
        assert max(map(len, plain.splitlines())) <= columns
        assert "Amina Odhiambo" in plain


def test_a_page_on_a_terminal(tmp_path: Path) -> None:
    """Nothing of the article acts on it there either; in a pipe the page has the article's own characters."""
    path = tmp_path / "story.txt"
    path.write_text("Railway opens \x1b]0;owned\x07\x9b31m\u202e today\n\n" + STORY, encoding="utf-8")
    status, shown = run_in_terminal("-q", "--format", "html", path)
    assert status == 0
    assert "␛]0;owned␇" in shown
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert "\x1b]0;owned\x07" in run("-q", "--format", "html", path)[1]


def test_neither_sources_nor_a_pipe() -> None:
    status, shown = run_in_terminal()
    assert status == 2
    assert shown.startswith("Usage: newsfacts [extract] [OPTIONS] [SOURCE]...")


def test_sheets_come_while_articles_are_still_being_read() -> None:
    """And Ctrl-C ends the wait for the next one quietly."""
    command = [*COMMAND, "--format", "jsonl", "--input-format", "jsonl", "-q"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=interruptible)
    assert process.stdin
    assert process.stdout
    assert process.stderr
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    for number in range(3):
        process.stdin.write(json.dumps({"text": STORY, "name": str(number)}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["source"]["name"] == str(number)
    process.send_signal(signal.SIGINT)
    assert process.stderr.read() == b""
    assert process.wait() == 130
    watchdog.cancel()
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()


@pytest.mark.parametrize(
    ("number", "status", "after"),
    [(signal.SIGINT, 130, 0.1), (signal.SIGINT, 130, 0.5), (signal.SIGINT, 130, 3), (signal.SIGTERM, 143, 3), (signal.SIGHUP, 129, 3)],
)
def test_a_signal_ends_it_at_once_and_leaves_nothing(tmp_path: Path, number: int, status: int, after: float) -> None:
    """While modules are imported, while the pipeline is loaded, in the middle of a long article."""
    (tmp_path / "long.txt").write_text(STORY * 20_000)
    (tmp_path / "facts.csv").write_text("old")
    process = subprocess.Popen(
        [*COMMAND, "long.txt", "-o", "facts.csv"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=tmp_path, preexec_fn=interruptible
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(after)  # it is still at work
    process.send_signal(number)
    sent = time.monotonic()
    shown = process.communicate(timeout=60)[0]
    # CPython ends by the signal itself, which a shell calls 130, where Ctrl-C came into an `exec` of the standard library.
    assert shown == b""
    assert process.returncode in (status, -number)
    assert time.monotonic() - sent < 5
    assert (tmp_path / "facts.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.csv", "long.txt"]


def test_progress_on_terminals(tmp_path: Path) -> None:
    """A bar where one can be drawn, with time left and failures; lines where not."""
    (tmp_path / "articles").mkdir()
    for number in range(3):
        (tmp_path / "articles" / f"{number}.txt").write_text(DATED)
    (tmp_path / "articles" / "empty.txt").touch()
    command = ["batch", tmp_path / "articles", "--workers", "1", "-o"]
    status, shown = run_in_terminal(*command, tmp_path / "first", TERM="xterm")
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)
    assert (status, "4/4" in plain, "1 failed" in plain, " left" in plain) == (1, True, True, True)
    status, shown = run_in_terminal(*command, tmp_path / "second", TERM="dumb")
    assert (status, [line.partition("; ")[0] for line in shown.splitlines()]) == (
        1,
        [
            "newsfacts: empty.txt: is empty",
            f"newsfacts: {tmp_path}/second: 3 articles done in {re.findall('done in (.*?);', shown)[0]}",
        ],
    )


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text((json.dumps({"text": DATED}) + "\n") * 5, encoding="utf-8")
    process = subprocess.Popen([*COMMAND, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline() == b"{\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0
    process.stderr.close()


SHEET = str(Path(__file__).parents[1] / "samples" / "state_visit.facts.json")
HEAVY = ("babel", "charset_normalizer", "dateparser", "numpy", "onnxruntime", "pint", "pydantic", "rich", "spacy", "trafilatura")
LIGHT = f"""
import sys
from newsfacts.cli.main import main
status = main(sys.argv[1:])
loaded = [name for name in {HEAVY!r} if name in sys.modules]
assert (status, loaded) == (int(sys.argv[1] == "missing"), []), (status, loaded)
"""


@pytest.mark.parametrize("args", [["--help"], ["extract", "-h"], ["--version"], ["missing"]], ids=" ".join)
def test_nothing_heavy_is_imported_for_help(args: list[str], tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT, *args], capture_output=True, text=True, timeout=60, cwd=tmp_path)
    assert (done.returncode, done.stdout == "") == (0, args == ["missing"]), done.stderr


def test_the_pipeline_needs_neither_pages_nor_tables(tmp_path: Path) -> None:
    """What only some runs use isn't imported by the others."""
    path = tmp_path / "story.txt"
    path.write_text(DATED)
    code = "import sys; from newsfacts.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, timeout=60)
    assert json.loads(done.stdout)["source"]["name"] == str(path)
    assert {"trafilatura", "newsfacts.cli.table"} & set(done.stderr.split()) == set()


def test_stored_sheets_need_no_spacy(tmp_path: Path) -> None:
    """What was read is asked and written anew without what reads it: spaCy's import alone takes seconds."""
    code = "import sys; from newsfacts.cli.main import main; main(sys.argv[1:]); print('spacy' in sys.modules, file=sys.stderr)"
    for command in (["people"], ["convert", "-o", str(tmp_path / "facts.db")]):
        call = [sys.executable, "-c", code, command[0], SHEET, *command[1:]]
        done = subprocess.run(call, capture_output=True, text=True, timeout=60)
        assert done.stderr.splitlines()[-1] == "False", done.stderr


def test_version_and_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == main(["schema"]) == 0
    first, schema = capsys.readouterr().out.split("\n", 1)
    assert first == f"newsfacts {newsfacts.__version__}"
    assert json.loads(schema)["title"] == "newsfacts fact sheet"


def test_help_names_every_option_and_section(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-h"]) == 0
    shown = capsys.readouterr().out
    options = ("--format", "--published", "--only", "--output", "--input-format", "--text-field", "--max-size", "--verbose", "--quiet")
    assert [name for name in (*options, "--version", "--help", "schema", "extract") if name not in shown] == []
    assert [name for name in FactSheet.model_fields if name not in shown] == ["schema_version", "made_by"]


def test_the_readme_names_options_that_there_are() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    known = {option for command in (cli, *cli.commands.values()) for p in command.get_params(click.Context(command)) for option in p.opts}
    calls = [line for line in readme.splitlines() if re.match(r"(.*\| ?)?(\$ )?newsfacts( (?!batch|check)|$)", line)]
    named = {option for line in calls for option in re.findall(r"(?<=\s)--?[a-z][a-z-]*", line.partition("newsfacts")[2].partition("|")[0])}
    assert named - known == set()


def write_half(path: Path) -> None:
    with opened(str(path)) as write:
        write("half")
        raise KeyboardInterrupt


def test_output_is_whole_or_not_there(tmp_path: Path) -> None:
    story, facts = tmp_path / "story.txt", tmp_path / "facts.csv"
    story.write_text(DATED)
    facts.write_text("old")
    facts.chmod(0o640)
    assert main([str(story), "-o", str(facts)]) == 0
    assert facts.read_text().startswith("article,article_title,article_published,sha256,section,id,text,")
    assert facts.stat().st_mode & 0o777 == 0o640
    with pytest.raises(KeyboardInterrupt):
        write_half(facts)
    assert facts.read_text().startswith("article,article_title,article_published,sha256,section,id,text,")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.csv", "story.txt"]


def test_the_ending_of_the_output_tells_the_format(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "a.txt").write_text(DATED)
    for name in ("facts.jsonl", "facts.jsonl.gz", "facts.CSV.gz", "facts.csv", "facts.parquet", "facts"):
        assert main([str(tmp_path / "a.txt"), "-q", "-o", str(tmp_path / name)]) == 0
    lines = (tmp_path / "facts.jsonl").read_bytes()
    assert gzip.decompress((tmp_path / "facts.jsonl.gz").read_bytes()) == lines
    assert gzip.decompress((tmp_path / "facts.CSV.gz").read_bytes()) == (tmp_path / "facts.csv").read_bytes()
    assert json.loads((tmp_path / "facts").read_text()) == json.loads(lines)
    rows = parquet.read_table(tmp_path / "facts.parquet").to_pylist()
    assert [(row["number"], row["unit"]) for row in rows if row["section"] == "percentages"] == [(5.0, "percent")]


def test_a_table_of_some_sections_leaves_out_articles_without_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"a.txt": "Nothing happened.", "b.txt": DATED, "c.txt": "Nobody came.", "d.txt": "It was quiet."}
    paths = []
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
        paths.append(str(tmp_path / name))
    some = ["-q", "--format", "table", "--only", "percentages"]
    for sources, said in ((paths, "No facts found in 3 more articles."), ([paths[0], paths[2]], "No facts found in 2 articles.")):
        assert main([*sources, *some]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[-1] == said
        assert sum("characters" in line for line in lines) == ("more" in said)
    assert main([paths[0], *some]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "No facts found."


def test_output_to_a_device_and_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    with opened(str(tmp_path / "link")) as write:
        write("facts")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "facts"
    with opened("/dev/null") as write:
        write("facts")
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
def test_a_full_disk(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No space left"), opened("/dev/full") as write:
        write("facts" * 10_000)


PUBLISHED = {
    (DATED, None, "2026-04-20"): "2026-04-15",
    (STORY, None, "2026-04-20"): "2026-04-20",
    (DATED, "2026-04-10", "2026-04-20"): "2026-04-10",
    (STORY, None, None): None,
}


@pytest.mark.parametrize(("days", "published"), PUBLISHED.items(), ids=["dateline", "option", "field", "nobody"])
def test_who_says_the_day_of_publication(nlp: Language, days: tuple[str, str | None, str | None], published: str | None) -> None:
    text, field, option = days[0], *(day and datetime.date.fromisoformat(day) for day in days[1:])
    assert make_dated_sheet(Article(text=text, published=field), nlp, option).source.published == published
