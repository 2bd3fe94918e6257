"""What is said of bad input and wrong usage, and with which exit status: the real command, started by a shell."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = "Kenyan President Amina Odhiambo opened a railway in Mombasa on April 14, 2026. Exports rose 5 percent in March 2026, she said.\n"
FILES = {
    "story.txt": STORY.encode(),
    "empty.txt": b"",
    "binary.txt": b"\x7fELF" + bytes(range(256)) * 8,
    "paper.pdf": b"%PDF-1.7\n",
    "cut.txt.gz": gzip.compress(STORY.encode() * 9)[:-12],
    "unpacked.txt.gz": STORY.encode(),
    "bomb.txt.gz": gzip.compress(b"word " * 6_000_000),
    "page.html": b"<html></html>",
    "broken.jsonl": b'{"text": \n',
    "body.jsonl": b'{"body": "x"}\n',
    "array.jsonl": b"[1]\n",
    "blank.jsonl": b"\n",
    "several.json": b'{\n "text": "One."\n}\n',
    "day.jsonl": b'{"text": "One.", "published": "20 Jan"}\n',
    "articles/story.txt": STORY.encode(),
    "fixtures/story.txt": STORY.encode(),
    "fixtures/story.facts.json": b'{"percentages": [{"value": 5}]}',
    "nothing/other.md": b"",
    "folder.csv/x": b"",
    "without/pyarrow.py": b"raise ImportError",
    "without/distributed.py": b"raise ImportError",
}
JQ = "write one JSON object a line (jq -c . makes that of a file)"
SECTIONS = "people, offices, places, organizations, dates, percentages, money, quantities, sentences"
FULL = "No space left on device"
# What the shell runs: its exit status, and what it says on standard error behind `newsfacts: `.
TABLE: dict[str, tuple[int, str]] = {
    # Input that cannot be read.
    "newsfacts missing.txt": (1, "missing.txt: no such file; check the path, or see newsfacts --help for the commands"),
    "newsfacts ''": (1, "'': no such file; check the path, or see newsfacts --help for the commands"),
    "newsfacts articles": (1, "articles: is a folder; give its files: newsfacts articles/*.txt"),
    "newsfacts loop.txt": (1, "loop.txt: cannot be read (Too many levels of symbolic links)"),
    "newsfacts empty.txt": (1, "empty.txt: is empty; give it an article"),
    "newsfacts binary.txt": (1, "binary.txt: is a program; give it the article's text"),
    "newsfacts paper.pdf": (1, "paper.pdf: is a PDF; convert it first: pdftotext FILE - | newsfacts"),
    "newsfacts cut.txt.gz": (1, "cut.txt.gz: is cut off; get the whole file again"),
    "newsfacts unpacked.txt.gz": (1, "unpacked.txt.gz: is no valid gzip file; get it again, or take .gz off its name if it isn't packed"),
    "newsfacts bomb.txt.gz": (1, "bomb.txt.gz: is longer than 20 MB; split it, or raise --max-size"),
    "newsfacts page.html": (1, "page.html: has no article text; if it is plain text, say --input-format text"),
    "newsfacts broken.jsonl": (1, f"broken.jsonl: line 1: is not JSON (Expecting value at character 9); {JQ}"),
    "newsfacts body.jsonl": (1, "body.jsonl: line 1: has no field 'text'; name it with --text-field (fields here: body)"),
    "newsfacts array.jsonl": (
        1,
        "array.jsonl: line 1: is JSON but no object; write one object a line (jq -c '.[]' makes that of an array)",
    ),
    "newsfacts blank.jsonl": (1, "blank.jsonl: is empty; give it one JSON object a line"),
    "newsfacts several.json": (
        1,
        "several.json: is JSON over several lines; make it one object a line: jq -c . FILE (an array: jq -c '.[]' FILE)",
    ),
    "newsfacts day.jsonl": (
        1,
        "day.jsonl: line 1: published '20 Jan' is no ISO 8601 date; write it as 2026-04-14 or 2026-04-14T09:30",
    ),
    "newsfacts - <&-": (1, "standard input: is closed"),
    "newsfacts --files-from missing.txt": (1, "missing.txt: the list cannot be read (No such file or directory); check the path"),
    # Output that cannot be written.
    "newsfacts story.txt > /dev/full": (1, f"standard output: cannot be written ({FULL})"),
    "newsfacts story.txt -o /dev/full": (1, f"/dev/full: cannot be written ({FULL})"),
    "newsfacts story.txt >&-": (1, "standard output: cannot be written (it is closed)"),
    "newsfacts story.txt -o /proc/facts.json": (1, "/proc/facts.json: cannot be written (No such file or directory)"),
    "newsfacts check fixtures > /dev/full": (1, f"standard output: cannot be written ({FULL})"),
    "newsfacts schema > /dev/full": (1, f"standard output: cannot be written ({FULL})"),
    "newsfacts schema >&-": (1, "standard output: cannot be written (it is closed)"),
    "newsfacts --help > /dev/full": (1, f"standard output: cannot be written ({FULL})"),
    "newsfacts batch articles -o /proc/facts": (
        1,
        "/proc/facts: its journal /proc/facts/.newsfacts.journal cannot be made (No such file or directory); "
        "choose another --output or --journal",
    ),
    # A pipe that nobody reads any more.
    "newsfacts story.txt | true": (0, ""),
    "newsfacts schema | true": (0, ""),
    "newsfacts check fixtures | true": (0, ""),
    # A folder and what it needs.
    "newsfacts batch nowhere -o out": (2, "there is no folder 'nowhere'; see newsfacts --help"),
    "newsfacts batch story.txt -o out": (2, "'story.txt' is a file: newsfacts extract reads it; see newsfacts --help"),
    "newsfacts batch nothing -o out": (1, "nothing: has no articles; name them with --glob, as in --glob '*.md'"),
    "newsfacts batch articles -o articles": (2, "the output folder is the articles' own; name another --output; see newsfacts --help"),
    "newsfacts batch articles -o story.txt": (
        2,
        "'story.txt' is a file; name a folder, or a file that ends in .jsonl, .csv, .parquet or .html; see newsfacts --help",
    ),
    "newsfacts batch articles -o folder.csv": (2, "'folder.csv' is a folder, but its name is that of a file; see newsfacts --help"),
    "newsfacts batch articles -o no/facts.csv": (2, "there is no folder 'no'; make it first; see newsfacts --help"),
    "newsfacts batch articles -o ''": (2, "--output '' is no name of a folder or a file; see newsfacts --help"),
    "newsfacts batch articles": (2, "Missing option '-o' / '--output'; see newsfacts --help"),
    "newsfacts batch articles -o out --workers 0": (
        2,
        "Invalid value for '--workers': 0 is not in the range 1<=x<=1024; see newsfacts --help",
    ),
    "newsfacts batch articles -o out --engine dask": (
        2,
        "--engine dask needs --scheduler, the address that dask-scheduler prints; see newsfacts --help",
    ),
    "newsfacts batch articles -o out --scheduler tcp://x": (2, "--scheduler goes with --engine dask; see newsfacts --help"),
    "PYTHONPATH=without newsfacts batch articles -o out --engine dask --scheduler tcp://x": (
        1,
        "--engine dask: needs Dask; pip install 'newsfacts[dask]'",
    ),
    "PYTHONPATH=without newsfacts batch articles -o facts.parquet": (
        1,
        "parquet output: needs pyarrow; pip install 'newsfacts[parquet]'",
    ),
    # Wrong usage.
    "newsfacts story.txt --model nowhere_sm": (
        2,
        "Invalid value for --model: no pipeline 'nowhere_sm' is installed here; "
        "install it: python -m spacy download nowhere_sm; see newsfacts --help",
    ),
    "newsfacts story.txt --published yesterday": (
        2,
        "Invalid value for '--published': 'yesterday' is no ISO 8601 date; "
        "write it as 2026-04-14 or 2026-04-14T09:30; see newsfacts --help",
    ),
    "newsfacts story.txt --only people,animals": (
        2,
        f"Invalid value for '--only': 'animals' is no section; there are {SECTIONS}; see newsfacts --help",
    ),
    "newsfacts story.txt --only ,": (2, f"Invalid value for '--only': ',' is no section; there are {SECTIONS}; see newsfacts --help"),
    "newsfacts story.txt --max-size big": (
        2,
        "Invalid value for '--max-size': 'big' is no size; write it as 500k, 20MB or 1G; see newsfacts --help",
    ),
    "newsfacts story.txt --format xml": (
        2,
        "Invalid value for '--format': 'xml' is not one of 'table', 'json', 'jsonl', 'csv', 'html'; see newsfacts --help",
    ),
    "newsfacts story.txt --formt json": (2, "No such option '--formt'"),
    "newsfacts story.txt -o no/facts.json": (
        2,
        "Invalid value for '-o' / '--output': there is no folder 'no'; make it first; see newsfacts --help",
    ),
    "newsfacts story.txt -o ''": (2, "Invalid value for '-o' / '--output': '' is no name of a file; see newsfacts --help"),
    "newsfacts story.txt -o folder.csv": (
        2,
        "Invalid value for '-o' / '--output': File 'folder.csv' is a directory; see newsfacts --help",
    ),
    "newsfacts story.txt -o ./story.txt": (
        2,
        "'./story.txt' is a source and would be overwritten; name another --output; see newsfacts --help",
    ),
    "newsfacts -0 story.txt": (2, "-0 goes with --files-from; see newsfacts --help"),
    "newsfacts - --files-from -": (
        2,
        "standard input can't be both an article and the list of --files-from; see newsfacts --help",
    ),
    "newsfacts schema story.txt": (2, "Got unexpected extra argument (story.txt); see newsfacts --help"),
    "newsfacts check": (2, "Missing argument 'FIXTURES...'; see newsfacts --help"),
    "newsfacts check fixtures --format xml": (
        2,
        "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'junit'; see newsfacts --help",
    ),
    "newsfacts check fixtures --only animals": (
        2,
        f"Invalid value for '--only': 'animals' is no section; there are {SECTIONS}; see newsfacts --help",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("statuses")
    for name, content in FILES.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(content)
    (made / "loop.txt").symlink_to("loop.txt")
    return made


def said(folder: Path, line: str) -> tuple[int, str]:
    """Return the exit status of a line of bash and what it says on standard error."""
    script = f'set -o pipefail; newsfacts() {{ "{sys.executable}" -m newsfacts "$@"; }}; {line}'
    done = subprocess.run(["bash", "-c", script], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, /proc and the system's own words are Linux's")
@pytest.mark.parametrize(("line", "expected"), TABLE.items(), ids=TABLE)
def test_status_and_message(folder: Path, line: str, expected: tuple[int, str]) -> None:
    status, text = said(folder, line)
    whole = not expected[1].startswith("No such option")  # click goes on with what it takes for meant, in its own words
    assert (status, text if whole else text[: len(expected[1]) + 11]) == (
        expected[0],
        (f"newsfacts: {expected[1]}" + "\n" * whole) if expected[1] else "",
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(folder: Path) -> None:
    (folder / "secret.txt").write_text(STORY)
    (folder / "secret.txt").chmod(0)
    assert said(folder, "newsfacts secret.txt") == (1, "newsfacts: secret.txt: you have no permission to read it; check with ls -l\n")
