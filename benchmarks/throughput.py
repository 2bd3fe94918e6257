#!/usr/bin/env python3
"""How fast `newsfacts batch` is, beside the pipeline in a loop and with two workers beside one.

    python benchmarks/throughput.py [--articles 400] [--rounds 5] [ARTICLES]
    python benchmarks/throughput.py --database [--articles 400] [--rounds 5] [ARTICLES]

Each round runs all of them after one another, as a busy machine's speed drifts and the ratio within a round doesn't; printed are the
medians. Speed is counted from the first article to the last, without the seconds to load the pipeline, which 20,000 articles don't feel.
With `--database` it is how fast two workers write a database beside JSON lines, from the command's start to its end.
CPU is the processor's time of all processes for an article: it tells of work, not of waiting, where other programs are running.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from articles import write_articles

_LOOP = "loop"  # the first argument of the process that is the loop


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="of .txt articles of your own; by default short ones are generated")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--database", action="store_true", help="how fast a database is written beside JSON lines")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsfacts-throughput-") as temporary:
        articles = args.folder or Path(temporary) / "articles"
        if args.folder is None:
            write_articles(articles, args.articles, seed=1)
        one_round = _round_of_outputs if args.database else _round
        rounds = [one_round(articles, Path(temporary) / str(number)) for number in range(args.rounds)]
    for name in rounds[0]:
        speed, cpu = (statistics.median(times[name][i] for times in rounds) for i in (0, 1))
        print(f"{_CALLED[name]:<22}{speed:8.1f} articles/s   {1000 * cpu:8.1f} ms CPU an article, with loading")
    if args.database:
        _ratio("database / JSON lines", [times["db"][0] / times["jsonl"][0] for times in rounds], "at least 0.95")
        _ratio("CPU, lines / database", [times["jsonl"][1] / times["db"][1] for times in rounds], "")
        return
    _ratio("one worker / loop", [times["one"][0] / times["loop"][0] for times in rounds], "at least 0.90")
    _ratio("two workers / one", [times["two"][0] / times["one"][0] for times in rounds], "at least 1.70")
    _ratio("CPU, loop / one worker", [times["loop"][1] / times["one"][1] for times in rounds], "")


_CALLED = {
    "loop": "the pipeline in a loop",
    "one": "batch, one worker",
    "two": "batch, two workers",
    "jsonl": "JSON lines",
    "db": "a database",
}


def _ratio(name: str, ratios: list[float], target: str) -> None:
    spread = ", ".join(f"{ratio:.2f}" for ratio in sorted(ratios))
    print(f"{name:<22}{statistics.median(ratios):8.2f} {target and f'({target})':<16} rounds: {spread}")


def _round(articles: Path, work: Path) -> dict[str, tuple[float, float]]:
    """Return for each of the three its articles a second, and its seconds of CPU an article."""
    number = sum(1 for _ in articles.rglob("*.txt"))
    found = {"loop": _measured([sys.executable, __file__, _LOOP, str(articles)], number, None)}
    for name, workers in (("one", "1"), ("two", "2")):
        output = work / name
        output.mkdir(parents=True)
        command = [sys.executable, "-m", "newsfacts", "batch", str(articles), "-o", str(output), "--workers", workers, "--quiet"]
        found[name] = _measured(command, number, output)
    return found


def _round_of_outputs(articles: Path, work: Path) -> dict[str, tuple[float, float]]:
    """Return for JSON lines and for a database the articles a second of a whole command, and its seconds of CPU an article."""
    number, found = sum(1 for _ in articles.rglob("*.txt")), {}
    work.mkdir(parents=True)
    for name in ("jsonl", "db"):
        before, start = _cpu(), time.perf_counter()
        command = [
            sys.executable,
            "-m",
            "newsfacts",
            "batch",
            str(articles),
            "-o",
            str(work / f"facts.{name}"),
            "--workers",
            "2",
            "--quiet",
        ]
        subprocess.run(command, check=True)
        found[name] = number / (time.perf_counter() - start), (_cpu() - before) / number
    return found


def _cpu() -> float:
    """Return the seconds of CPU of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _measured(command: list[str], number: int, output: Path | None) -> tuple[float, float]:
    before = _cpu()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    cpu = _cpu() - before
    if output is None:
        return float(done.stdout), cpu / number
    written = sorted(path.stat().st_mtime for path in output.rglob("*.facts.json"))
    return (len(written) - 1) / (written[-1] - written[0]), cpu / number


def _loop(articles: Path) -> None:
    """Read all articles one after the other and print how many a second: no files but the articles, one thread as a worker has."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    from newsfacts import Article, load_pipeline, make_sheet

    nlp = load_pipeline(threads=1)
    texts = [path.read_text(encoding="utf-8") for path in sorted(articles.rglob("*.txt"))]
    make_sheet(Article(texts[0]), nlp)
    start = time.perf_counter()
    for text in texts[1:]:
        make_sheet(Article(text), nlp)
    print((len(texts) - 1) / (time.perf_counter() - start))


if __name__ == "__main__":
    if sys.argv[1:2] == [_LOOP]:
        _loop(Path(sys.argv[2]))
    else:
        main()
