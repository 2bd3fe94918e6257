"""What is said of bad input and wrong usage, and with which exit status: the real command, started by a shell."""

from __future__ import annotations

import gzip
import os
import shutil
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
    "without/sqlalchemy.py": b"raise ImportError",
}
JQ = "write one JSON object a line (jq -c . makes that of a file)"
SECTIONS = "people, offices, places, organizations, dates, percentages, money, quantities, sentences"
NOBODYS = "neither fsspec nor SQLAlchemy knows such a URL here (Protocol not known: xyz); check it, or install the package that brings it"
NAMES = (
    "name a file that ends in .json, .jsonl, .csv, .txt or .html (each also .gz), .parquet or .db, or say --format; see newsfacts --help"
)
FULL = "No space left on device"
# What the shell runs: its exit status, and what it says on standard error behind `newsfacts: `.
TABLE: dict[str, tuple[int, str]] = {
    # Input that cannot be read.
    "newsfacts missing.txt": (1, "missing.txt: no such file; check the path, or see newsfacts --help for the commands"),
    "newsfacts ''": (1, "'': no such file; check the path, or see newsfacts --help for the commands"),
    "newsfacts 'https://example.org/a?b=1&c=2'": (
        1,
        "https://example.org/a?b=1&c=2: is a URL, and newsfacts fetches nothing; curl -s 'https://example.org/a?b=1&c=2' | newsfacts",
    ),
    "newsfacts articles": (
        1,
        "articles: is a folder; give its files: newsfacts articles/*.txt, or all below it: newsfacts batch articles -o OUT",
    ),
    "newsfacts loop.txt": (1, "loop.txt: cannot be read (Too many levels of symbolic links)"),
    "newsfacts empty.txt": (1, "empty.txt: is empty; give it an article"),
    "newsfacts binary.txt": (1, "binary.txt: is a program; give it the article's text"),
    "newsfacts paper.pdf": (1, "paper.pdf: is a PDF; convert it first: pdftotext FILE - | newsfacts"),
    "newsfacts cut.txt.gz": (1, "cut.txt.gz: is cut off; get the whole file again"),
    "newsfacts unpacked.txt.gz": (1, "unpacked.txt.gz: is no valid gzip file; get it again, or take .gz off its name if it isn't packed"),
    "newsfacts bomb.txt.gz": (1, "bomb.txt.gz: is longer than 20 MB; split it, or raise --max-size"),
    "newsfacts bomb.txt.gz --max-size 1500": (1, "bomb.txt.gz: is longer than 1.5 kB; split it, or raise --max-size"),
    "newsfacts story.txt --max-size 9": (1, "story.txt: is longer than 9 bytes; split it, or raise --max-size"),
    f"newsfacts {'x' * 300}": (1, f"{'x' * 300}: cannot be read (File name too long)"),
    "newsfacts": (1, "standard input: is empty; give it an article"),
    "newsfacts page.html": (1, "page.html: has no article text; if it is plain text, say --input-format text"),
    "newsfacts broken.jsonl": (1, f"broken.jsonl: line 1: is not JSON (Expecting value at character 9); {JQ}"),
    "newsfacts body.jsonl": (1, "body.jsonl: line 1: has no field 'text'; name it with --text-field (fields here: body)"),
    "newsfacts array.jsonl": (
        1,
        "array.jsonl: item 1: is JSON but no object; write one object a line (jq -c '.[]' makes that of an array)",
    ),
    "newsfacts blank.jsonl": (1, "blank.jsonl: is empty; give it one JSON object a line"),
    "newsfacts several.json": (
        1,
        "several.json: is JSON over several lines; make it one object a line: jq -c . FILE (an array: jq -c '.[]' FILE)",
    ),
    "newsfacts day.jsonl": (
        1,
        "day.jsonl: line 1: published '20 Jan' is no full date; write it as 2026-04-14 or 2026-04-14T09:30",
    ),
    "newsfacts - <&-": (1, "standard input: is closed"),
    "newsfacts --files-from missing.txt": (1, "missing.txt: the list cannot be read (No such file or directory); check the path"),
    # Output that cannot be written.
    "newsfacts story.txt > /dev/full": (1, f"standard output: cannot be written ({FULL})"),
    "newsfacts story.txt -o /dev/full": (1, f"/dev/full: cannot be written ({FULL})"),
    "newsfacts story.txt >&-": (1, "standard output: cannot be written (it is closed)"),
    "newsfacts story.txt -o /proc/facts.json": (1, "/proc/facts.json: cannot be written (No such file or directory)"),
    "newsfacts check fixtures > /dev/full": (1, f"standard output: cannot be written ({FULL})"),
    "newsfacts check missing.txt > /dev/full": (1, f"standard output: cannot be written ({FULL})"),
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
    "newsfacts missing.txt 2>&1 | true; exit ${PIPESTATUS[0]}": (1, ""),
    "newsfacts missing.txt 2> /dev/full": (1, ""),
    "newsfacts missing.txt 2>&-": (1, ""),
    "newsfacts story.txt --formt json 2> /dev/full": (2, ""),
    "newsfacts batch articles -o out/quiet 2> /dev/full": (0, ""),
    # A folder and what it needs.
    "newsfacts batch nowhere -o out": (2, "there is no folder 'nowhere'; see newsfacts batch --help"),
    "newsfacts batch story.txt -o out": (
        2,
        "'story.txt' is no folder and no feed; a single article is read by newsfacts extract; see newsfacts batch --help",
    ),
    "newsfacts batch - -o out": (2, "batch reads files, not standard input; newsfacts extract does; see newsfacts batch --help"),
    "newsfacts batch nothing -o out": (1, "nothing: has no articles; name them with --glob, as in --glob '*.md'"),
    "newsfacts batch articles -o articles": (
        2,
        "the output folder is the articles' own; name another --output; see newsfacts batch --help",
    ),
    "newsfacts batch articles -o story.txt": (
        2,
        "'story.txt' is a file; name a folder, or a file that ends in .jsonl, .csv, .parquet, .html or .db; see newsfacts batch --help",
    ),
    "newsfacts batch articles -o facts.json": (
        2,
        "--output 'facts.json': batch writes no .json; "
        "name a file that ends in .jsonl, .csv, .parquet, .html or .db, or a folder: facts.json/; see newsfacts batch --help",
    ),
    "newsfacts batch articles -o folder.csv": (2, "'folder.csv' is a folder, but its name is that of a file; see newsfacts batch --help"),
    "newsfacts batch articles -o no/facts.csv": (2, "there is no folder 'no'; make it first; see newsfacts batch --help"),
    "newsfacts batch articles -o ''": (2, "--output '' is no name of a folder or a file; see newsfacts batch --help"),
    "newsfacts batch articles -o -": (
        2,
        "batch writes files, not standard output; newsfacts extract does, with --format jsonl; see newsfacts batch --help",
    ),
    "newsfacts batch articles": (2, "Missing option '-o' / '--output'; see newsfacts batch --help"),
    "newsfacts batch articles -o out --workers 0": (
        2,
        "Invalid value for '--workers': 0 is not in the range 1<=x<=1024; see newsfacts batch --help",
    ),
    "newsfacts batch articles -o out --engine dask": (
        2,
        "--engine dask needs --scheduler, the address that dask-scheduler prints; see newsfacts batch --help",
    ),
    "newsfacts batch articles -o out --scheduler tcp://x": (2, "--scheduler goes with --engine dask; see newsfacts batch --help"),
    "PYTHONPATH=without newsfacts batch articles -o out --engine dask --scheduler tcp://x": (
        1,
        "--engine dask: needs Dask; pip install 'newsfacts[dask]'",
    ),
    "PYTHONPATH=without newsfacts batch articles -o facts.parquet": (
        1,
        "parquet output: needs pyarrow; pip install 'newsfacts[parquet]'",
    ),
    "PYTHONPATH=without newsfacts batch articles -o facts.db": (1, "facts.db: a database needs SQLAlchemy; pip install 'newsfacts[sql]'"),
    "newsfacts batch articles -o postgresql://me:secret@127.0.0.1:1/news --journal j2": (
        1,
        'postgresql://me:***@127.0.0.1:1/news: cannot be opened (connection failed: connection to server at "127.0.0.1", port 1 failed: '
        "Connection refused); check that it is a database and that you may write it",
    ),
    "newsfacts batch articles -o xyz://bucket/facts.csv --journal j1": (
        1,
        f"xyz://bucket: {NOBODYS}",
    ),
    "newsfacts batch xyz://bucket -o out/xyz": (1, f"xyz://bucket: {NOBODYS}"),
    "newsfacts batch file:///nowhere/articles -o out/url": (1, "file:///nowhere/articles: cannot be read (no such folder); check the path"),
    # Wrong usage.
    "newsfacts story.txt --model nowhere_sm": (
        2,
        "Invalid value for '--model': no pipeline 'nowhere_sm' is installed here; "
        "install it: python -m spacy download nowhere_sm; see newsfacts --help",
    ),
    "newsfacts story.txt --published yesterday": (
        2,
        "Invalid value for '--published': 'yesterday' is no ISO 8601 date; "
        "write it as 2026-04-14 or 2026-04-14T09:30; see newsfacts --help",
    ),
    "newsfacts story.txt --currency $=CADS": (
        2,
        "Invalid value for '--currency': 'CADS' is no code of a currency; ISO 4217 has three letters, as CAD; see newsfacts --help",
    ),
    "newsfacts story.txt --currency CAD": (
        2,
        "Invalid value for '--currency': 'CAD' has no = between a sign and its currency; write it as $=CAD; see newsfacts --help",
    ),
    "newsfacts check story.txt --decimal ,": (
        2,
        "Invalid value for '--decimal': ',' is not one of 'point', 'comma'; see newsfacts check --help",
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
    "newsfacts story.txt --min-confidence 70%": (
        2,
        "Invalid value for '--min-confidence': '70%' is no confidence; write a number from 0 to 1, as 0.7; see newsfacts --help",
    ),
    "newsfacts batch articles -o out --min-confidence 1.5": (
        2,
        "Invalid value for '--min-confidence': '1.5' is no confidence; write a number from 0 to 1, as 0.7; see newsfacts batch --help",
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
    "newsfacts story.txt -o facts.xlsx": (2, f"--output 'facts.xlsx': newsfacts writes no .xlsx; {NAMES}"),
    "newsfacts story.txt -o facts.tsv.gz": (2, f"--output 'facts.tsv.gz': newsfacts writes no .tsv; {NAMES}"),
    "PYTHONPATH=without newsfacts story.txt -o facts.parquet": (1, "parquet output: needs pyarrow; pip install 'newsfacts[parquet]'"),
    "newsfacts story.txt -o ''": (2, "Invalid value for '-o' / '--output': '' is no name of a file; see newsfacts --help"),
    "newsfacts story.txt -o folder.csv": (
        2,
        "Invalid value for '-o' / '--output': File 'folder.csv' is a directory; see newsfacts --help",
    ),
    "newsfacts story.txt -o ./story.txt": (
        2,
        "'./story.txt' is a source and would be overwritten; name another --output; see newsfacts --help",
    ),
    "newsfacts --quiet batch articles": (
        2,
        "there is no file 'batch', and a command stands first: newsfacts batch …; see newsfacts --help",
    ),
    "newsfacts ' '": (1, "' ': no such file; check the path, or see newsfacts --help for the commands"),
    "newsfacts -0 story.txt": (2, "-0 goes with --files-from; see newsfacts --help"),
    "newsfacts - --files-from -": (
        2,
        "standard input can't be both an article and the list of --files-from; see newsfacts --help",
    ),
    "newsfacts schema story.txt": (2, "Got unexpected extra argument (story.txt); see newsfacts schema --help"),
    "newsfacts check": (2, "Missing argument 'FIXTURES...'; see newsfacts check --help"),
    "newsfacts check fixtures --format xml": (
        2,
        "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'junit', 'github'; see newsfacts check --help",
    ),
    "newsfacts check fixtures --only animals": (
        2,
        f"Invalid value for '--only': 'animals' is no section; there are {SECTIONS}; see newsfacts check --help",
    ),
    "newsfacts batch story.txt": (2, "Missing option '-o' / '--output'; see newsfacts batch --help"),
    "newsfacts batch articles -o out --timeout 0": (
        2,
        "Invalid value for '--timeout': 0.0 is not in the range x>0; see newsfacts batch --help",
    ),
    "newsfacts -d story.txt": (2, "No such option '-d'; see newsfacts --help"),
    "newsfacts extract -d story.txt": (2, "No such option '-d'; see newsfacts --help"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("statuses")
    for name, content in FILES.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(content)
    (made / "loop.txt").symlink_to("loop.txt")
    return made


def said(folder: Path, line: str, before: str = "", *, both: bool = False) -> tuple[int, str]:
    """Return the exit status of a line of bash and what it says on standard error, and on standard output if `both`."""
    script = f'set -o pipefail; newsfacts() {{ {before}"{sys.executable}" -m newsfacts "$@"; }}; {line}'
    out = subprocess.STDOUT if both else subprocess.PIPE
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=out, text=True, timeout=120
    )
    return done.returncode, done.stdout if both else done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, /proc and the system's own words are Linux's")
@pytest.mark.parametrize(("line", "expected"), TABLE.items(), ids=TABLE)
def test_status_and_message(folder: Path, line: str, expected: tuple[int, str]) -> None:
    status, text = said(folder, line)
    whole = not expected[1].startswith("No such option")  # click goes on with what it takes for meant, in its own words
    assert (status, text if whole else text[: len(expected[1]) + 11]) == (
        expected[0],
        (f"newsfacts: {expected[1]}" + "\n" * whole) if expected[1] else "",
    )


# Without its capabilities root may read no more than others.
HUMBLE = "setpriv --bounding-set=-all --inh-caps=-all " if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
CLOSED: dict[str, tuple[int, str]] = {
    "newsfacts secret.txt --only money": (1, "secret.txt: you have no permission to read it; check with ls -l"),
    "newsfacts closed/story.txt": (1, "closed/story.txt: you have no permission to read it; check with ls -l"),
    "newsfacts --files-from secret.txt": (1, "secret.txt: the list cannot be read (Permission denied); check the path"),
    "newsfacts ../story.txt -o closed/facts.csv": (1, "closed/facts.csv: cannot be written (Permission denied)"),
    "newsfacts batch closed -o out": (1, "./: the folder cannot be read (Permission denied); check with ls -l"),
    "newsfacts batch ../articles -o closed/out": (
        1,
        "closed/out: its journal closed/out/.newsfacts.journal cannot be made (Permission denied); choose another --output or --journal",
    ),
    "newsfacts batch ../articles -o closed/facts.csv": (
        1,
        "closed/facts.csv: its journal closed/facts.csv.journal cannot be opened (unable to open database file); "
        "check the folder's permissions and free space",
    ),
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux" or bool(HUMBLE and not shutil.which("setpriv")), reason="root may read everything")
def test_without_permission(folder: Path) -> None:
    """What cannot be read is said, and the rest is done; `check` says it, too."""
    place = folder / "permissions"
    (place / "closed").mkdir(parents=True)
    for name in ("secret.txt", "closed/story.txt", "open.txt"):
        (place / name).write_text(STORY)
    (place / "open.facts.json").write_text("{}")
    (place / "secret.txt").chmod(0)
    (place / "closed").chmod(0)
    try:
        for line, (status, text) in CLOSED.items():
            found, err = said(place, line, HUMBLE)
            assert (found, err.splitlines()[0]) == (status, f"newsfacts: {text}"), line
            assert len(err.splitlines()) == (2 if "batch closed" in line else 1), err
        status, err = said(place, "newsfacts secret.txt open.txt --format jsonl | wc -l", HUMBLE, both=True)
        assert (status, err.splitlines()) == (1, ["newsfacts: secret.txt: you have no permission to read it; check with ls -l", "1"])
        status, err = said(place, "newsfacts batch . -o sheets --workers 1; cat sheets.failures.jsonl", HUMBLE, both=True)
        assert (status, (place / "sheets" / "open.txt.facts.json").exists()) == (0, True)
        assert [line[:33] for line in err.splitlines()[-2:]] == ['{"name": "closed/", "reason": "in', '{"name": "secret.txt", "reason": ']
        status, err = said(place, "newsfacts check .", HUMBLE, both=True)
        assert (status, err.splitlines()[0]) == (1, "closed/: the folder cannot be read (Permission denied); check with ls -l")
        assert "open.txt: ok" in err.splitlines()
    finally:
        (place / "closed").chmod(0o755)
