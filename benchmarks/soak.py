#!/usr/bin/env python3
"""Kill `newsfacts batch` again and again, and see that what it ends with is what an undisturbed run gives.

    python benchmarks/soak.py [--articles 20000] [--kills 5] [--output folder]

Generates articles (seeded), one in a hundred of which cannot be read, and runs the command over them twice: undisturbed, and killed with
SIGKILL at random times and started again each time, with a worker killed now and then, too. Checks that every good article has exactly
one sheet, equal in both runs, that every bad one has its line in the failures file, that nothing of a killed run stays behind, that a
further run has nothing to do, and that no worker grows by a tenth from its first thousand articles to its last. Exits 1 if not.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parent))

from articles import write_articles

_MAX_SIZE = "2MB"  # the lines of 3 MB are over it
_WINDOW = 1000  # articles at either end of a run, over which a worker's memory is taken


@dataclass
class Run:
    """One start of the command: how it ended, how long it took, and samples of its workers' memory."""

    status: int = 0
    seconds: float = 0.0
    said: list[str] = field(default_factory=list)
    memory: dict[int, list[tuple[float, int]]] = field(default_factory=dict)
    orphans: int = 0


def main() -> int:
    args = _arguments()
    work = Path(args.work or tempfile.mkdtemp(prefix="newsfacts-soak-"))
    work.mkdir(parents=True, exist_ok=True)
    good, bad = write_articles(work / "articles", args.articles, args.seed, bad_every=args.bad_every)
    print(f"{len(good):,} good articles, {len(bad):,} bad ones, {args.workers} workers, seed {args.seed}", flush=True)
    chance = random.Random(args.seed)
    plain, killed = (work / f"{name}{_ENDINGS[args.output]}" for name in ("plain", "killed"))

    first = start(work / "articles", plain, args.workers)
    print(f"undisturbed: {first.seconds:.0f} s, {args.articles / first.seconds:.1f} articles a second, status {first.status}", flush=True)
    problems = [] if first.status == 1 else [f"the undisturbed run ended with {first.status}: {first.said[-3:]}"]
    problems += _memory(first, args.articles)
    problems += _disturb(work / "articles", killed, args, first.seconds, chance)
    problems += _compare(plain, killed, good, bad)

    again = start(work / "articles", killed, args.workers)
    print(f"a further run: {again.said[-1] if again.said else ''} ({again.seconds:.0f} s)", flush=True)
    if not again.said or " 0 articles done" not in again.said[-1]:
        problems.append("a further run did articles again")
    for problem in problems:
        print(f"WRONG: {problem}", flush=True)
    print("all is well" if not problems else f"{len(problems)} things are wrong", flush=True)
    if not args.work:
        shutil.rmtree(work)
    return int(bool(problems))


_ENDINGS = {"folder": "", "jsonl": ".jsonl", "jsonl.gz": ".jsonl.gz", "csv": ".csv", "parquet": ".parquet", "db": ".db"}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--bad-every", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=5, help="of the command; as often a worker is killed")
    parser.add_argument("--output", choices=list(_ENDINGS), default="folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", help="a folder to keep; by default a temporary one")
    return parser.parse_args()


def start(articles: Path, output: Path, workers: int, *, kill_after: float | None = None, worker_after: float | None = None) -> Run:
    """Run the command to its end, or until it is killed `kill_after` seconds, a worker of it `worker_after` seconds after the start."""
    command = [sys.executable, "-m", "newsfacts", "batch", str(articles), "-o", str(output), "--workers", str(workers)]
    said = output.with_name("said.txt")
    run, began = Run(), time.monotonic()
    with said.open("w+", encoding="utf-8") as stream:
        process = psutil.Popen([*command, "--max-size", _MAX_SIZE], stderr=stream, stdin=subprocess.DEVNULL)
        seen: dict[int, psutil.Process] = {}
        while process.poll() is None:
            elapsed = time.monotonic() - began
            seen |= _sample(process, run, elapsed)
            if worker_after is not None and elapsed >= worker_after and _kill_worker(run, seen):
                worker_after = None
            if kill_after is not None and elapsed >= kill_after:
                process.kill()
                kill_after = None
            _wait(process, 0.2)
        run.seconds, run.status = time.monotonic() - began, process.returncode
        run.orphans = len(psutil.wait_procs(list(seen.values()), timeout=20)[1])
        stream.seek(0)
        run.said = stream.read().splitlines()
    return run


def _wait(process: psutil.Popen, seconds: float) -> None:
    with suppress(psutil.TimeoutExpired):
        process.wait(seconds)


def _sample(process: psutil.Popen, run: Run, elapsed: float) -> dict[int, psutil.Process]:
    """Note the memory of the workers, and return all children."""
    found = {}
    try:
        for child in process.children(recursive=True):
            found[child.pid] = child
            resident = child.memory_info().rss
            if resident > 100_000_000:  # a worker that has loaded the pipeline, no helper of multiprocessing's
                run.memory.setdefault(child.pid, []).append((elapsed, resident))
    except psutil.NoSuchProcess:
        pass
    return found


def _kill_worker(run: Run, seen: dict[int, psutil.Process]) -> bool:
    living = [pid for pid in run.memory if pid in seen and seen[pid].is_running()]
    if living:
        seen[living[0]].kill()
    return bool(living)


def _memory(run: Run, articles: int) -> list[str]:
    """Say how the memory of each worker grew; a list of those that grew by a tenth."""
    problems = []
    for pid, samples in run.memory.items():
        loaded = [(at, resident) for at, resident in samples if resident > 0.7 * samples[-1][1]]
        start, end = loaded[0][0], loaded[-1][0]
        window = (end - start) * min(_WINDOW / articles, 0.2)
        first = statistics.median(resident for at, resident in loaded if at <= start + window)
        last = statistics.median(resident for at, resident in loaded if at >= end - window)
        print(f"worker {pid}: {first / 2**20:.0f} MiB at first, {last / 2**20:.0f} MiB at last, {last / first - 1:+.1%}", flush=True)
        if last > 1.1 * first and articles >= 2 * _WINDOW:
            problems.append(f"worker {pid} grew by {last / first - 1:.0%}")
    return problems


def _disturb(articles: Path, output: Path, args: argparse.Namespace, seconds: float, chance: random.Random) -> list[str]:
    """Start the command, kill it, start it again, and so on; then let it end. Return what went wrong."""
    problems, landed, share = [], 0, seconds / (args.kills + 1)
    for _ in range(args.kills):
        kill_after = chance.uniform(0.4, 1.0) * share
        run = start(articles, output, args.workers, kill_after=kill_after, worker_after=chance.uniform(0.2, 0.9) * kill_after)
        landed += run.status == -9
        print(f"killed after {run.seconds:.1f} s (status {run.status}), {_on_disk(output):,} sheets there", flush=True)
        if run.orphans:
            problems.append(f"{run.orphans} workers outlived the command")
    last = start(articles, output, args.workers, worker_after=share / 2)
    print(f"the last run: {last.seconds:.0f} s, status {last.status}: {last.said[-1] if last.said else ''}", flush=True)
    if landed < args.kills:
        problems.append(f"only {landed} of {args.kills} kills met a running command")
    return problems if last.status == 1 else [*problems, f"the last run ended with {last.status}: {last.said[-3:]}"]


def _on_disk(output: Path) -> int:
    return sum(name.endswith(".facts.json") for _, _, names in os.walk(output) for name in names)


def _compare(plain: Path, killed: Path, good: set[str], bad: set[str]) -> list[str]:
    """Return what is wrong with the output of the disturbed run."""
    problems = []
    contents = [_contents(output) for output in (plain, killed)]
    if contents[0] != contents[1]:
        differing = [name for name in sorted({*contents[0], *contents[1]}) if contents[0].get(name) != contents[1].get(name)]
        problems.append(f"{len(differing)} files differ from the undisturbed run's: {differing[:3]}")
    sheets = _sheets(killed)
    if sheets is not None and sorted(sheets) != sorted(good):
        problems.append(f"{len(sheets)} sheets of {len(set(sheets))} articles, {len(good)} are good")
    lines = [json.loads(line)["name"] for line in Path(f"{killed}.failures.jsonl").read_text().splitlines()]
    if sorted(lines) != sorted(bad):
        problems.append(f"{len(lines)} lines of failures, {len(bad)} articles are bad")
    print(f"compared {len(contents[0]):,} files, {len(lines):,} failures", flush=True)
    return problems


def _contents(output: Path) -> dict[str, bytes]:
    """Return the files of an output, but for the journal, or the rows of a database's tables. No temporary file may have stayed."""
    if output.suffix == ".db":
        return {table: "\n".join(sorted(map(repr, rows))).encode() for table, rows in _tables(output).items()}
    if output.is_file():
        return {"": output.read_bytes()}
    files = (path for path in output.rglob("*") if path.is_file() and not path.name.startswith(".newsfacts."))
    return {str(path.relative_to(output)): path.read_bytes() for path in files}


def _tables(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of all tables but those of the full-text index, sentences without the numbers that it goes by."""
    with closing(sqlite3.connect(database)) as base:
        names = [name for (name,) in base.execute("select name from sqlite_master where type = 'table' and name not like 'sentences_fts%'")]
        columns = dict.fromkeys(names, "*") | {"sentences": "article, sentence, text, start_char, end_char"}
        return {name: base.execute(f"select {columns[name]} from {name}").fetchall() for name in names}


def _sheets(output: Path) -> list[str] | None:
    """Return the names of the articles that have sheets, once for each; None for an output of rows."""
    if output.is_dir():
        return [str(path.relative_to(output)).removesuffix(".facts.json") for path in output.rglob("*.facts.json")]
    if output.suffix == ".db":
        return [str(row[0]) for row in _tables(output)["articles"]]
    if output.suffix == ".jsonl":
        with output.open(encoding="utf-8") as lines:
            return [json.loads(line)["source"]["name"] for line in lines]
    return None


if __name__ == "__main__":
    sys.exit(main())
