"""Lists of sources, pipes, memory, bombs and the network: the real command."""

from __future__ import annotations

import gzip
import http.server
import json
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
import spacy
from spacy.language import Language

from newsfacts import Article
from newsfacts.cli.batch.storage import Local
from newsfacts.cli.batch.tasks import Settings, read_tasks
from newsfacts.cli.extracting import make_dated_sheet

COMMAND = [sys.executable, "-m", "newsfacts"]
# Runs a command and prints its peak memory in KiB: a process counts that of the one that started it, and the tests are larger.
MEASURED = """import resource, subprocess, sys
status = subprocess.call(sys.argv[1:], stdout=sys.stderr)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)"""
STORY = "Sales at Acme rose 5 percent in March 2025, Maria Okafor said in Vienna on 3 April 2025."


@pytest.mark.parametrize(("flags", "end"), [([], b"\n"), (["-0"], b"\0")], ids=["lines", "NULs"])
def test_sheets_come_while_the_list_is_being_written(tmp_path: Path, flags: list[str], end: bytes) -> None:
    """Each is read before the next name is written; the memory stays, and `head` ends it quietly."""
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(STORY * (1 + number % 3))
    command = [*COMMAND, *flags, "--files-from", "-", "--format", "jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        memory = []
        for number in range(300 if flags else 3):
            process.stdin.write(f"{number}.txt".encode() + end)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["source"]["name"] == f"{number}.txt"
            memory.append(psutil.Process(process.pid).memory_info().rss)
        assert memory[-1] < memory[len(memory) // 4] * 1.1
        process.stdout.close()
        process.stdin.write(b"4.txt" + end)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_vocabulary_forgets_the_words_of_an_article(nlp: Language) -> None:
    def read(number: int) -> None:
        words = " ".join(f"Maria Okafor{chr(97 + i)}{number}ko paid ${number}.{i} million for {number}{i} trucks." for i in range(9))
        sheet = make_dated_sheet(Article(words), nlp, None)
        assert len(sheet.money) == 9

    read(1)
    before = len(nlp.vocab.strings)
    for number in range(2, 12):
        read(number)
    assert len(nlp.vocab.strings) == before


BAD_LISTS = {
    b"a.txt\0b.txt\0": "newsfacts: --files-from: the list has NULs in its lines; find -print0 goes with -0\n",
    b"-\n": "newsfacts: --files-from: '-' can't stand in a list; a file of that name is ./-\n",
    b"\n": "newsfacts: --files-from: the list is empty; write one name a line\n",
    b"nowhere.txt": "newsfacts: nowhere.txt: no such file; check the path, or see newsfacts --help for the commands\n",
    b"x" * 200_000: "newsfacts: --files-from: a name is too long; find -print0 goes with -0, lines without it\n",
}


@pytest.mark.parametrize(("content", "line"), BAD_LISTS.items(), ids=range(len(BAD_LISTS)))
def test_a_bad_list_is_one_line(content: bytes, line: str) -> None:
    done = subprocess.run([*COMMAND, "--files-from", "-"], input=content, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (1, b"", line)


def test_bombs_stop_at_the_limit(tmp_path: Path) -> None:
    """A gigabyte in a megabyte of gzip, text and page, in each command, costs neither memory nor the other articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, piece in (("text.txt.gz", b"word " * 2_000_000), ("page.html.gz", b"<p>word" * 1_500_000)):
        (folder / name).write_bytes(gzip.compress(piece, 6) * 100)
        (folder / f"{name.partition('.')[0]}.facts.json").write_text("{}")
    (folder / "good.txt").write_text(STORY)
    (folder / "good.facts.json").write_text('{"people": [{"name": "Maria Okafor"}]}')
    said = "is longer than 20 MB; split it, or raise --max-size"
    for arguments, told in (
        (["extract", *sorted(folder.glob("*.[th]*"))], 2),
        (["batch", folder, "-o", tmp_path / "out", "--workers", "1"], 2),
        (["check", folder], 2),
    ):
        with (tmp_path / "said").open("wb") as stream:
            measured = [sys.executable, "-c", MEASURED, *COMMAND, *map(str, arguments)]
            done = subprocess.run(measured, stdout=subprocess.PIPE, stderr=stream, text=True)
        assert done.returncode == 1
        assert (tmp_path / "said").read_text().count(said) == told
        assert int(done.stdout) < 900_000


class Counting(http.server.BaseHTTPRequestHandler):
    """Counts what it is asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def test_a_page_fetches_nothing(tmp_path: Path) -> None:
    """Neither entities nor scripts, images, frames, styles, bases and refreshes."""
    asked: list[str] = []
    server = http.server.HTTPServer(("127.0.0.1", 0), type("Handler", (Counting,), {"asked": asked}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    secret = tmp_path / "secret.txt"
    secret.write_text("Njeri Kamau")
    page = f"""<?xml version="1.0"?><!DOCTYPE html SYSTEM "{url}/dtd" [<!ENTITY a SYSTEM "{url}/entity"><!ENTITY b SYSTEM "file://{secret}">
<!ENTITY % c SYSTEM "{url}/parameter"> %c;]>
<html><head><base href="{url}/"><meta http-equiv="refresh" content="0;url={url}/refresh"><link rel="stylesheet" href="{url}/style">
<script src="{url}/script"></script></head><body><article><p>{STORY} &a; &b;</p><img src="{url}/image"><iframe src="{url}/frame"></iframe>
<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{url}/include"/></article></body></html>"""
    for name in ("page.html", "page.xhtml"):
        (tmp_path / name).write_text(page)
    done = subprocess.run(
        [*COMMAND, "page.html", "page.xhtml", "--format", "jsonl"], capture_output=True, text=True, cwd=tmp_path, timeout=60
    )
    server.shutdown()
    server.server_close()
    assert asked == []
    assert "Okafor" in done.stdout
    assert "Kamau" not in done.stdout


def test_a_model_that_is_not_there_is_said_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(STORY)
    (tmp_path / "articles" / "a.facts.json").write_text("{}")
    spacy.blank("en").to_disk(tmp_path / "blank")
    for model, problem in (("nowhere_sm", "no pipeline 'nowhere_sm' is installed here"), ("./blank", "'./blank'")):
        for arguments in (["batch", "articles", "-o", "out"], ["check", "articles"], ["extract", "articles/a.txt"]):
            done = subprocess.run([*COMMAND, *arguments, "--model", model], capture_output=True, text=True, cwd=tmp_path)
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
            assert problem in done.stderr


def test_another_model_does_the_articles_of_a_batch_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    first, other, again = (next(read_tasks(Local(tmp_path), "a.txt", Settings(model=model))) for model in (None, "en_core_web_sm", None))
    assert first.fingerprint == again.fingerprint != other.fingerprint
