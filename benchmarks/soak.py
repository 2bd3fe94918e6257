#!/usr/bin/env python3
"""Kill `newsfacts batch` again and again, and see that what it ends with is what an undisturbed run gives.

    python benchmarks/soak.py [--articles 20000] [--kills 5] [--output folder]
    python benchmarks/soak.py --output db --server --short

Generates articles (seeded), one in a hundred of which cannot be read, and runs the command over them twice: undisturbed, and killed with
SIGKILL at random times and started again each time, with a worker killed now and then, too. With `--server` a third time, into a
PostgreSQL server that is killed at random times. Checks that every good article has exactly one sheet, equal in all runs, that every bad
one has its line in the failures file, that nothing of a killed run stays behind, that a further run has nothing to do, and that no worker
grows by a tenth from its first thousand articles to its last. Exits 1 if not.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "tests")]

from articles import write_articles  # noqa: E402
from servers import Postgres, programs  # noqa: E402

_MAX_SIZE = "2MB"  # the lines of 3 MB are over it
_WINDOW = 1000  # articles at either end of a run, over which a worker's memory is taken


@dataclass
class Run:
    """One start of the command: how it ended, how long it took, and samples of its workers' memory."""

    status: int = 0
    seconds: float = 0.0
    said: list[str] = field(default_factory=list)
    memory: dict[int, list[tuple[float, int]]] = field(default_factory=dict)
    seen: dict[int, psutil.Process] = field(default_factory=dict)
    orphans: int = 0


# What is done to a running command when its time has come; it returns whether it could be done yet.
Deed = Callable[[psutil.Popen, Run], bool]


def main() -> int:
    args = _arguments()
    work = Path(args.work or tempfile.mkdtemp(prefix="newsfacts-soak-"))
    work.mkdir(parents=True, exist_ok=True)
    good, bad = write_articles(work / "articles", args.articles, args.seed, args.bad_every, (1, 2) if args.short else (3, 6))
    print(f"{len(good):,} good articles, {len(bad):,} bad ones, {args.workers} workers, seed {args.seed}", flush=True)
    chance = random.Random(args.seed)
    plain, killed = (f"{name}{_ENDINGS[args.output]}" for name in ("plain", "killed"))

    first = start(work, plain, args.workers)
    print(f"undisturbed: {first.seconds:.0f} s, {args.articles / first.seconds:.1f} articles a second, status {first.status}", flush=True)
    problems = [] if first.status == 1 else [f"the undisturbed run ended with {first.status}: {first.said[-3:]}"]
    problems += _memory(first, args.articles)
    problems += _disturb(work, killed, args, first.seconds, chance)
    problems += _compare(work, plain, killed, good, bad)
    problems += _again(work, killed, args.workers)
    if args.server:
        problems += _with_server(work, plain, args, first.seconds, chance, good, bad)
    for problem in problems:
        print(f"WRONG: {problem}", flush=True)
    print("all is well" if not problems else f"{len(problems)} things are wrong", flush=True)
    if not args.work:
        shutil.rmtree(work)
    return int(bool(problems))


def _again(work: Path, output: str, workers: int) -> list[str]:
    """Run the command over what is all done."""
    again = start(work, output, workers)
    print(f"a further run: {again.said[-1] if again.said else ''} ({again.seconds:.0f} s)", flush=True)
    return [] if again.said and " 0 articles done" in again.said[-1] else ["a further run did articles again"]


_ENDINGS = {"folder": "", "jsonl": ".jsonl", "jsonl.gz": ".jsonl.gz", "csv": ".csv", "parquet": ".parquet", "db": ".db"}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--bad-every", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=5, help="of the command; as often a worker is killed")
    parser.add_argument("--output", choices=list(_ENDINGS), default="folder")
    parser.add_argument("--server", action="store_true", help="with --output db: a PostgreSQL server besides, killed as often as --kills")
    parser.add_argument("--short", action="store_true", help="articles of one or two sentences")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", help="a folder to keep; by default a temporary one")
    return parser.parse_args()


def start(work: Path, output: str, workers: int, deeds: Sequence[tuple[float, Deed]] = ()) -> Run:
    """Run the command to its end over `work`/articles, and do each deed so many seconds after the start."""
    command = [sys.executable, "-m", "newsfacts", "batch", "articles", "-o", output, "--workers", str(workers)]
    journal = ["--journal", "server.journal"] if "://" in output else []
    run, began, left = Run(), time.monotonic(), list(deeds)
    with (work / "said.txt").open("w+", encoding="utf-8") as stream:
        process = psutil.Popen([*command, *journal, "--max-size", _MAX_SIZE], stderr=stream, stdin=subprocess.DEVNULL, cwd=work)
        while process.poll() is None:
            elapsed = time.monotonic() - began
            _sample(process, run, elapsed)
            left = [(after, deed) for after, deed in left if elapsed < after or not deed(process, run)]
            _wait(process, 0.2)
        run.seconds, run.status = time.monotonic() - began, process.returncode
        run.orphans = len(psutil.wait_procs(list(run.seen.values()), timeout=20)[1])
        stream.seek(0)
        run.said = stream.read().splitlines()
    return run


def _wait(process: psutil.Popen, seconds: float) -> None:
    with suppress(psutil.TimeoutExpired):
        process.wait(seconds)


def _sample(process: psutil.Popen, run: Run, elapsed: float) -> None:
    """Note all children and the memory of the workers."""
    with suppress(psutil.NoSuchProcess):
        for child in process.children(recursive=True):
            run.seen[child.pid] = child
            resident = child.memory_info().rss
            if resident > 100_000_000:  # a worker that has loaded the pipeline, no helper of multiprocessing's
                run.memory.setdefault(child.pid, []).append((elapsed, resident))


def _kill_command(process: psutil.Popen, run: Run) -> bool:
    process.kill()
    return True


def _kill_worker(process: psutil.Popen, run: Run) -> bool:
    living = [pid for pid in run.memory if run.seen[pid].is_running()]
    if living:
        run.seen[living[0]].kill()
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


def _disturb(work: Path, output: str, args: argparse.Namespace, seconds: float, chance: random.Random) -> list[str]:
    """Start the command, kill it, start it again, and so on; then let it end. Return what went wrong."""
    problems, landed, share = [], 0, seconds / (args.kills + 1)
    for _ in range(args.kills):
        kill_after = chance.uniform(0.4, 1.0) * share
        run = start(work, output, args.workers, [(kill_after, _kill_command), (chance.uniform(0.2, 0.9) * kill_after, _kill_worker)])
        landed += run.status == -9
        print(f"killed after {run.seconds:.1f} s (status {run.status}), {_on_disk(work, output):,} sheets there", flush=True)
        if run.orphans:
            problems.append(f"{run.orphans} workers outlived the command")
    last = start(work, output, args.workers, [(share / 2, _kill_worker)])
    if landed < args.kills:
        problems.append(f"only {landed} of {args.kills} kills met a running command")
    return [*problems, *_ended(last)]


def _ended(last: Run) -> list[str]:
    print(f"the last run: {last.seconds:.0f} s, status {last.status}: {last.said[-1] if last.said else ''}", flush=True)
    return [] if last.status == 1 else [f"the last run ended with {last.status}: {last.said[-3:]}"]


def _with_server(
    work: Path, plain: str, args: argparse.Namespace, seconds: float, chance: random.Random, good: set[str], bad: set[str]
) -> list[str]:
    """Write into a PostgreSQL server that is killed and started again, and return what is wrong with its rows."""
    there = programs()
    if there is None:
        return ["PostgreSQL's server is missing: apt-get install postgresql"]
    with tempfile.TemporaryDirectory(prefix="newsfacts-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)  # the server runs as another user where this is root
        (Path(folder) / "server").mkdir(mode=0o700)
        server = Postgres(Path(folder) / "server", there)
        problems, share = [], seconds / (args.kills + 1)

        def kill(process: psutil.Popen, run: Run) -> bool:
            server.kill()
            return True

        for _ in range(args.kills):
            run = start(work, server.url, args.workers, [(chance.uniform(0.4, 1.0) * share, kill)])
            server.start()
            said = run.said[-1] if run.said else ""
            print(f"its server was killed after {run.seconds:.1f} s: {said}, {_on_disk(work, server.url):,} articles there", flush=True)
            if run.status != 1 or not any(f"cannot be {what}" in said for what in ("written", "opened")):
                problems.append(f"with its server gone the command ended with {run.status}: {said}")
        problems += _ended(start(work, server.url, args.workers))
        problems += _compare(work, plain, server.url, good, bad)
        problems += _again(work, server.url, args.workers)
        server.kill()
    return problems


def _on_disk(work: Path, output: str) -> int:
    """Return the number of sheets of an output that keeps each as soon as it is made; 0 of others."""
    if _is_database(output):
        return len(_tables(work, output)["articles"])
    return sum(name.endswith(".facts.json") for _, _, names in os.walk(work / output) for name in names)


def _compare(work: Path, plain: str, killed: str, good: set[str], bad: set[str]) -> list[str]:
    """Return what is wrong with the output of the disturbed run."""
    problems = []
    contents = [_contents(work, output) for output in (plain, killed)]
    if contents[0] != contents[1]:
        differing = [name for name in sorted({*contents[0], *contents[1]}) if contents[0].get(name) != contents[1].get(name)]
        problems.append(f"{len(differing)} of its parts differ from the undisturbed run's: {differing[:3]}")
    sheets = _sheets(work, killed)
    if sheets is not None and sorted(sheets) != sorted(good):
        problems.append(f"{len(sheets)} sheets of {len(set(sheets))} articles, {len(good)} are good")
    failures = work / ("postgres.failures.jsonl" if "://" in killed else f"{killed}.failures.jsonl")
    lines = [json.loads(line)["name"] for line in failures.read_text().splitlines()]
    if sorted(lines) != sorted(bad):
        problems.append(f"{len(lines)} lines of failures, {len(bad)} articles are bad")
    print(f"compared {len(contents[0]):,} {'tables' if _is_database(plain) else 'files'}, {len(lines):,} failures", flush=True)
    return problems


def _contents(work: Path, output: str) -> dict[str, bytes]:
    """Return the files of an output, but for the journal, or the rows of a database's tables. No temporary file may have stayed."""
    if _is_database(output):
        return {table: "\n".join(sorted(map(repr, rows))).encode() for table, rows in _tables(work, output).items()}
    path = work / output
    if path.is_file():
        return {"": path.read_bytes()}
    files = (path for path in path.rglob("*") if path.is_file() and not path.name.startswith(".newsfacts."))
    return {str(file.relative_to(path)): file.read_bytes() for file in files}


def _is_database(output: str) -> bool:
    return output.endswith(".db") or "://" in output


def _tables(work: Path, output: str) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of all tables, sentences without the numbers that the full-text index goes by; none before the tables are made."""
    import sqlalchemy

    from newsfacts.cli.database.address import engine_at
    from newsfacts.cli.database.tables import metadata

    engine = engine_at(output if "://" in output else str(work / output))
    with engine.connect() as connection:
        there = sqlalchemy.inspect(engine).get_table_names()
        columns = {
            table.name: [column for column in table.c if column.name != "id" or table.name != "sentences"]
            for table in metadata.sorted_tables
        }
        found = {
            name: [tuple(row) for row in connection.execute(sqlalchemy.select(*columns[name]))] if name in there else [] for name in columns
        }
    engine.dispose()
    return found


def _sheets(work: Path, output: str) -> list[str] | None:
    """Return the names of the articles that have sheets, once for each; None for an output of rows."""
    if _is_database(output):
        return [str(row[0]) for row in _tables(work, output)["articles"]]
    path = work / output
    if path.is_dir():
        return [str(file.relative_to(path)).removesuffix(".facts.json") for file in path.rglob("*.facts.json")]
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line)["source"]["name"] for line in lines]
    return None


if __name__ == "__main__":
    sys.exit(main())
