"""`newsfacts batch --engine dask` against a real cluster: two worker processes, some of which are killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from processes import IN_A_WORKER, deadly

from newsfacts.cli.batch.child import Child
from newsfacts.cli.batch.tasks import Failure, Settings, Task
from newsfacts.cli.main import main

distributed = pytest.importorskip("distributed")
fsspec = pytest.importorskip("fsspec")

from newsfacts.cli.batch.dask_engine import run_dask  # noqa: E402 (after the check that Dask is there)

COMMAND = [sys.executable, "-m", "newsfacts", "batch"]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with (
        distributed.dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,
    ):
        yield cluster


def article(number: int) -> str:
    return f"Sales at Acme rose {number} percent in March, Maria Okafor said in Vienna on 3 April 2025. It earned ${number + 2} million."


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.facts.json")}


def test_a_killed_worker_costs_no_article(cluster: Any, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    (articles / "deep").mkdir(parents=True)
    for number in range(120):
        (articles / f"{'deep/' * (number % 2)}{number}.txt").write_text(article(number))
    (articles / "empty.txt").touch()
    local = subprocess.run([*COMMAND, str(articles), "-o", str(tmp_path / "local"), "--workers", "1", "-q"], stderr=subprocess.DEVNULL)
    command = [*COMMAND, f"file://{articles}", "-o", f"file://{tmp_path}/dask", "--journal", str(tmp_path / "journal")]
    command += ["--engine", "dask", "--scheduler", cluster.scheduler_address]

    with distributed.Client(cluster, set_as_default=False) as client:
        victim = next(iter(client.run(os.getpid).values()))
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    while len(written(tmp_path / "dask")) < 20 and running.poll() is None:
        pass
    os.kill(victim, signal.SIGKILL)
    said = running.communicate()[1].splitlines()

    assert (local.returncode, running.returncode) == (1, 1)
    assert len(written(tmp_path / "local")) == 120
    assert written(tmp_path / "dask") == written(tmp_path / "local")
    assert "newsfacts: empty.txt: is empty; give it an article" in said
    assert "120 articles done" in said[-1]
    assert [json.loads(line)["name"] for line in (tmp_path / "dask.failures.jsonl").read_text().splitlines()] == ["empty.txt"]

    again = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    assert again.returncode == 1
    assert " 0 articles done" in again.stderr
    assert "120 had their sheet" in again.stderr


@pytest.mark.parametrize("output", ["memory://sheets/facts.jsonl", "memory://sheets/each"])
def test_urls_of_fsspec(cluster: Any, tmp_path: Path, output: str) -> None:
    files = fsspec.filesystem("memory")
    files.pipe({f"/articles/{number}.txt": article(number).encode() for number in range(3)})
    options = ["-o", output, "--journal", str(tmp_path / "journal"), "--engine", "dask", "--scheduler", cluster.scheduler_address, "-q"]
    assert main(["batch", "memory://articles", *options]) == 0
    if output.endswith(".jsonl"):
        sheets = [json.loads(line) for line in files.cat_file("/sheets/facts.jsonl").splitlines()]
    else:
        sheets = [json.loads(files.cat_file(f"/sheets/each/{number}.txt.facts.json")) for number in range(3)]
    assert [sheet["source"]["name"] for sheet in sheets] == ["0.txt", "1.txt", "2.txt"]
    assert [[fact["value"] for fact in sheet["percentages"]] for sheet in sheets] == [[0], [1], [2]]


def test_what_a_file_system_raises_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each has errors of its own, as for credentials that are missing."""

    class Refusing(fsspec.get_filesystem_class("memory")):  # type: ignore[misc]
        protocol = "refusing"

        def find(self, *args: object, **options: object) -> None:
            raise RuntimeError("no credentials\nfor you")

        def pipe_file(self, *args: object, **options: object) -> None:
            raise RuntimeError("denied")

        _open = pipe_file

    fsspec.register_implementation("refusing", Refusing, clobber=True)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(article(1))
    go_on = "the same command goes on where it stopped"
    for number, (folder, output, said) in enumerate(
        (
            ("refusing://a", tmp_path / "out", "refusing://a: cannot be read (RuntimeError: no credentials); check the path"),
            (tmp_path / "articles", "refusing://out/each", f"refusing://out/each: cannot be written (RuntimeError: denied); {go_on}"),
            (tmp_path / "articles", "refusing://out/f.csv", f"refusing://out/f.csv: cannot be written (RuntimeError: denied); {go_on}"),
        )
    ):
        journal = str(tmp_path / f"{number}.journal")
        assert main(["batch", str(folder), "-o", str(output), "--workers", "1", "-q", "--journal", journal]) == 1
        assert capfd.readouterr().err == f"newsfacts: {said}\n"


IN_A_CHILD = "__import__('sys').argv[0].endswith('child.py')"


def tasks(bad: dict[int, bytes] | None = None) -> Iterator[Task]:
    for number in range(6):
        yield Task(f"{number}.txt", (bad or {}).get(number, article(number).encode()), fingerprint=str(number))


def test_articles_that_kill_are_failures(cluster: Any) -> None:
    bad = {1: deadly(IN_A_WORKER), 4: deadly(IN_A_CHILD)}
    done = run_dask(tasks(bad), Settings(), scheduler=cluster.scheduler_address, timeout=60)
    failures = {task.name: outcome.failure for task, outcome in done}
    assert len(failures) == 6
    assert {name: failure.reason for name, failure in failures.items() if failure} == {"1.txt": "crash", "4.txt": "crash"}


def test_timeouts_are_enforced_on_the_cluster(cluster: Any) -> None:
    long = {number: article(number).encode() * 200 for number in range(6)}  # not read before a busy machine looks at the clock
    done = run_dask(tasks(long), Settings(), scheduler=cluster.scheduler_address, timeout=1e-6)
    assert {task.name: outcome.failure and outcome.failure.reason for task, outcome in done} == {f"{n}.txt": "timeout" for n in range(6)}


def test_a_child_is_replaced_after_a_crash_and_a_timeout() -> None:
    child, sound = Child(), Task("a.txt", article(1).encode())
    assert child.work(Task("deadly.txt", deadly(IN_A_CHILD)), Settings(), 60) is None
    assert child.work(sound, Settings(), 1e-6).failure == Failure("timeout", "took longer than 1e-06 s", "split it, or raise --timeout")
    outcome = child.work(sound, Settings(), None)
    child.stop()
    assert (outcome.failure, json.loads(outcome.rendered)["percentages"][0]["value"]) == (None, 1)


@pytest.mark.parametrize(
    ("options", "status", "line"),
    [
        (["--engine", "dask", "--scheduler", "carrier://pigeon"], 1, "newsfacts: carrier://pigeon: no Dask scheduler answers"),
    ],
)
def test_what_is_said_without_a_cluster(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], options: list[str], status: int, line: str
) -> None:
    (tmp_path / "a.txt").write_text(article(1))
    assert main(["batch", str(tmp_path), "-o", str(tmp_path / "out"), *options]) == status
    said = capfd.readouterr().err
    assert said.startswith(line)
    assert said.count("\n") == 1
