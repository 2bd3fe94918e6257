"""`newsfacts batch`: the real command over real folders, stopped and started again."""

from __future__ import annotations

import csv
import gzip
import json
import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from processes import IN_A_WORKER, deadly, interruptible

from newsfacts.cli.batch import tasks
from newsfacts.cli.batch.local_engine import _drain, _pool, run_local
from newsfacts.cli.batch.outputs import kind_of
from newsfacts.cli.batch.running import Plan
from newsfacts.cli.batch.storage import Local, fits, safe_name
from newsfacts.cli.batch.tasks import Settings, Task, read_tasks

COMMAND = [sys.executable, "-m", "newsfacts", "batch"]


def batch(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("Sales at Acme rose 5 percent in March, Maria Okafor said in Vienna on 3 April 2025.")
    (folder / "a.html").write_text(
        "<html><body><article><p>Exports of copper fell 7 percent in May 2025, the firm said.</p></article></body></html>"
    )
    (folder / "deep" / "feed.jsonl").write_text(
        '{"text": "Imports grew 9 percent in July 2025.", "name": "../../../etc/passwd"}\n{"text": ""}\n'
        '{"text": "Prices slipped 2 percent in May 2025.", "name": "/abs"}\n'
    )
    (folder / "empty.txt").touch()
    (folder / "folder.txt").mkdir()
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    return folder


def percentages(sheet: dict[str, object]) -> list[object]:
    return [fact["value"] for fact in sheet["percentages"]]  # type: ignore[attr-defined]


def test_a_folder_of_sheets_and_its_failures(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = batch(articles, "-o", out, "--workers", 2)
    sheets = {str(path.relative_to(out)): percentages(json.loads(path.read_text())) for path in out.rglob("*.facts.json")}
    assert sheets == {
        "a.txt.facts.json": [5],
        "a.html.facts.json": [7],
        "deep/feed.jsonl/1.facts.json": [9],
        "deep/feed.jsonl/3.facts.json": [2],
    }
    failures = [json.loads(line) for line in (tmp_path / "out.failures.jsonl").read_text().splitlines()]
    assert [(failure["name"], failure["reason"]) for failure in failures] == [("deep/feed.jsonl:2", "input"), ("empty.txt", "input")]
    assert done.returncode == 1
    assert "4 articles done" in done.stderr.splitlines()[-1]
    assert "2 failed, see" in done.stderr.splitlines()[-1]

    (articles / "a.txt").write_text("Sales at Acme rose 6 percent in March, Maria Okafor said in Vienna on 3 April 2025.")
    (articles / "empty.txt").unlink()
    (out / "a.html.facts.json").unlink()
    again = batch(articles, "-o", out, "--workers", 1)
    assert "2 articles done" in again.stderr
    assert "2 had their sheet" in again.stderr
    assert percentages(json.loads((out / "a.txt.facts.json").read_text())) == [6]
    assert (out / "a.html.facts.json").is_file()


def test_single_files_are_in_the_order_of_the_names(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").unlink()
    (articles / "deep" / "feed.jsonl").write_text('{"text": "Imports grew 9 percent in July 2025."}\n')
    contents = []
    for workers in (1, 2):
        out = tmp_path / f"{workers}.jsonl.gz"
        assert batch(articles, "-o", out, "--workers", workers, "-q").returncode == 0
        contents.append(out.read_bytes())
    assert contents[0] == contents[1]
    lines = [json.loads(line) for line in gzip.decompress(contents[0]).splitlines()]
    assert [percentages(sheet) for sheet in lines] == [[7], [5], [9]]

    table = tmp_path / "facts.csv"
    assert batch(articles, "-o", table, "--only", "percentages", "-q").returncode == 0
    with table.open(encoding="utf-8", newline="") as stream:
        rows = [(row["value"], row["sentence"]) for row in csv.DictReader(stream)]
    assert rows[2] == ("9", "Imports grew 9 percent in July 2025.")
    assert [value for value, _ in rows] == ["7", "5", "9"]

    parquet = pytest.importorskip("pyarrow.parquet")
    assert batch(articles, "-o", tmp_path / "facts.parquet", "--only", "percentages", "-q").returncode == 0
    table_rows = parquet.read_table(tmp_path / "facts.parquet").to_pylist()
    assert [(row["number"], row["sentence"]) for row in table_rows] == [(float(value), sentence) for value, sentence in rows]


def test_warnings_are_shown_again(tmp_path: Path) -> None:
    """The sum says how many there are and that -v shows them: a run in which all is done shows them, too."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Exports rose 5 percent on Tuesday, Maria Okafor said.")
    first, plain, told = (batch(tmp_path / "articles", "-o", tmp_path / "out.jsonl", "--workers", 1, *flags) for flags in ((), (), ("-v",)))
    assert [done.stderr.splitlines()[-1].endswith("1 warning, -v shows them") for done in (first, plain)] == [True, True]
    assert "0 articles done" in told.stderr
    assert told.stderr.startswith("newsfacts: a.txt: the day of publication is unknown, so 1 date stays unresolved (“Tuesday”)")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_and_the_same_command_goes_on(tmp_path: Path, number: int, status: int) -> None:
    folder, out = tmp_path / "articles", tmp_path / "out"
    folder.mkdir()
    for i in range(300):
        (folder / f"{i:03}.txt").write_text(f"Sales at Acme rose {i} percent in March, Maria Okafor said in Vienna on 3 April 2025.")
    command = [*COMMAND, str(folder), "-o", str(out), "--workers", "2"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=interruptible)
    while len(list(out.glob("*.facts.json"))) < 5 and running.poll() is None:
        pass
    os.killpg(running.pid, signal.SIGSTOP)  # it can't finish while the second one is refused
    locked = batch(folder, "-o", out)
    os.killpg(running.pid, signal.SIGCONT)
    os.killpg(running.pid, number)
    said = running.communicate(timeout=30)[1]  # ends when no worker has its standard error open any more
    assert running.returncode == status
    assert "Traceback" not in said
    assert locked.returncode == 1
    assert locked.stderr == f"newsfacts: {out}: another newsfacts batch is writing it; wait for it, or choose another --output\n"
    assert batch(folder, "-o", out, "--workers", "2", "-q").returncode == 0
    assert len(list(out.glob("*.facts.json"))) == 300


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of a process there")
def test_no_room_for_the_journal_is_one_line(tmp_path: Path) -> None:
    import resource

    (tmp_path / "articles").mkdir()
    for i in range(40):
        (tmp_path / "articles" / f"{i:03}.txt").write_text(f"Sales at Acme rose {i} percent in March 2025. " * 20)
    command = [*COMMAND, "articles", "-o", "facts.jsonl", "--workers", "1", "-q"]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    done = subprocess.run(command, preexec_fn=limit, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("newsfacts: facts.jsonl: cannot be written (")
    assert done.stderr.count("\n") == 1
    assert subprocess.run(command, cwd=tmp_path).returncode == 0
    assert len((tmp_path / "facts.jsonl").read_text().splitlines()) == 40


STORY = "Sales at Acme rose 5 percent in March, Maria Okafor said in Vienna on 3 April 2025. "


def test_an_article_that_kills_its_worker_is_a_failure_and_costs_no_other() -> None:
    """It is tried once more, alone, when the others are done."""
    todo = [Task(f"{n}.txt", deadly(IN_A_WORKER) if n == 1 else STORY.encode(), fingerprint=str(n)) for n in range(6)]
    done = list(run_local(iter(todo), Settings(), workers=2, timeout=60))
    assert sorted(task.name for task, _ in done) == [task.name for task in todo]
    failures = [(task.name, outcome.failure) for task, outcome in done if outcome.failure]
    assert failures == [("1.txt", ("crash", "its worker died, twice", "this is a bug of newsfacts, please report it"))]


def test_a_task_on_its_way_into_a_pool_that_broke_is_not_lost() -> None:
    todo = Task("0.txt", STORY.encode(), fingerprint="0")
    suspects: list[Task] = []
    with _pool(1, None) as pool:
        pool.stop()
        pool.join()
        with pytest.raises(BrokenProcessPool):
            list(_drain(pool, iter([todo]), suspects, Settings(), 3, None))
    assert suspects == [todo]


def test_a_killed_worker_is_replaced_and_one_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    folder, out = tmp_path / "articles", tmp_path / "out"
    folder.mkdir()
    for i in range(60):
        (folder / f"{i:02}.txt").write_text(STORY * 5)
    running = subprocess.Popen([*COMMAND, folder, "-o", out, "--workers", "1"], stderr=subprocess.PIPE, text=True)
    while len(list(out.glob("*.facts.json"))) < 3 and running.poll() is None:
        pass
    workers = [child for child in psutil.Process(running.pid).children() if "spawn_main" in " ".join(child.cmdline())]
    workers[0].kill()
    assert "60 articles done" in running.communicate(timeout=60)[1].splitlines()[-1]
    assert (running.returncode, len(list(out.glob("*.facts.json")))) == (0, 60)

    (folder / "long.txt").write_text(STORY * 20_000)
    again = batch(folder, "-o", out, "--timeout", 0.5, "--workers", 1)
    assert again.returncode == 1
    assert again.stderr.splitlines()[0] == "newsfacts: long.txt: took longer than 0.5 s; split it, or raise --timeout"
    (line,) = (tmp_path / "out.failures.jsonl").read_text().splitlines()
    assert (json.loads(line)["name"], json.loads(line)["reason"]) == ("long.txt", "timeout")
    (folder / "long.txt").unlink()
    assert "0 articles done" in batch(folder, "-o", out).stderr
    assert not (tmp_path / "out.failures.jsonl").exists()


def test_another_version_or_option_does_an_article_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)

    def fingerprint(**settings: object) -> str:
        (task,) = read_tasks(Local(tmp_path), "a.txt", Settings(**settings))  # type: ignore[arg-type]
        return task.fingerprint

    before = fingerprint()
    assert before == fingerprint()
    assert len({before, fingerprint(only=("people",)), fingerprint(min_confidence=0.5), fingerprint(min_confidence=0.6)}) == 4
    monkeypatch.setattr(tasks, "__version__", "99.0")
    assert fingerprint() != before


def test_a_sheet_without_a_place_fails_alone(tmp_path: Path) -> None:
    """One article's sheet would be where another's folder is."""
    folder, out = tmp_path / "articles", tmp_path / "out"
    (folder / "a.txt.facts.json").mkdir(parents=True)
    for name in ("a.txt", "a.txt.facts.json/b.txt", "c.txt"):
        (folder / name).write_text(STORY)
    done = batch(folder, "-o", out, "--workers", 1)
    assert (done.returncode, "2 articles done" in done.stderr, "1 failed" in done.stderr) == (1, True, True)
    (line,) = map(json.loads, (tmp_path / "out.failures.jsonl").read_text().splitlines())
    assert (line["name"][:5], line["reason"]) == ("a.txt", "output")
    assert (out / "c.txt.facts.json").is_file()


def test_our_own_output_is_no_article() -> None:
    names = ("a.txt", "a.txt.facts.json", "feed.jsonl", "feed.facts.jsonl", "sheets.failures.jsonl")
    assert [name for name in names if fits(name, ())] == ["a.txt", "feed.jsonl"]


@pytest.mark.parametrize(
    ("output", "failures"), [("out/", "out"), ("deep/facts.csv", "deep/facts.csv"), (".", "here"), ("..", ""), ("./", "here")]
)
def test_the_list_of_failures_is_beside_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, failures: str) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    there = tmp_path / failures if output.startswith(".") else Path(failures)
    assert Plan("articles", output).failures == f"{there}.failures.jsonl".replace("/.failures", ".failures")


@pytest.mark.parametrize("after", [0.3, 0.6, 1.0, 1.5])
def test_ctrl_c_while_the_workers_start_is_one_line(tmp_path: Path, after: float) -> None:
    (tmp_path / "articles").mkdir()
    for i in range(100):
        (tmp_path / "articles" / f"{i}.txt").write_text(STORY * 20)
    command = [*COMMAND, "articles", "-o", "out", "--workers", "2"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path, start_new_session=True, preexec_fn=interruptible)
    with pytest.raises(subprocess.TimeoutExpired):
        running.wait(after)  # it is still at work
    os.killpg(running.pid, signal.SIGINT)  # as a terminal sends it: to the workers, too
    said = running.communicate(timeout=30)[1]
    assert running.returncode in (130, -signal.SIGINT)  # a shell calls both 130
    assert len(said.splitlines()) <= 1
    assert "Traceback" not in said


def test_soak() -> None:
    soak = [sys.executable, "benchmarks/soak.py", "--articles", "240", "--bad-every", "40", "--kills", "2", "--output", "jsonl"]
    done = subprocess.run(soak, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "all is well"), done.stdout + done.stderr


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.jsonl", "jsonl"),
        ("a.JSONL.gz", "jsonl"),
        ("a.csv", "csv"),
        ("a.csv.gz", "csv"),
        ("a.parquet", "parquet"),
        ("a", "folder"),
        ("a.d", "folder"),
    ],
)
def test_the_ending_tells_the_output(path: str, kind: str) -> None:
    assert kind_of(path) == kind


@given(st.text(max_size=400))
def test_names_stay_in_their_folder(name: str) -> None:
    parts = safe_name(name).split("/")
    assert all(part not in ("", ".", "..") and "\0" not in part and len(os.fsencode(part)) <= 255 for part in parts)


@pytest.mark.parametrize(
    "name", ["../up.txt", "/etc/passwd", "a/../../b", "nul.txt", "CON", "a\0b", "x" * 300 + ".txt", "C:\\x", "..\\..\\x"]
)
def test_hostile_names(tmp_path: Path, name: str) -> None:
    Local(tmp_path / "out").write(safe_name(f"{name}.facts.json"), b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
