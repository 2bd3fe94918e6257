#!/usr/bin/env python3
"""How fast the command starts, as a ratio to `import spacy` in the same run: a machine's speed drifts, a ratio doesn't.

    python benchmarks/startup.py ARTICLE.txt [--runs 7]

Measure without torch, as the package is installed: where torch is, spaCy imports it, which takes three times as long as all the rest of
its import and makes the ratio less than half of what a user has.

Runs `python -c "import spacy"`, `newsfacts --help` and `newsfacts ARTICLE.txt` in turn and prints the median of each and of the
ratios, with the peak memory of the third.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    args = parser.parse_args()
    python = sys.executable
    commands = {
        "import spacy": [python, "-c", "import spacy"],
        "newsfacts --help": [python, "-m", "newsfacts", "--help"],
        "newsfacts ARTICLE": [python, "-m", "newsfacts", "--format", "json", str(args.article)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    memory = 0
    for run in range(args.runs + 1):
        for name, command in commands.items():
            seconds, peak = measure(command)
            if run:  # the first round warms the disk cache
                times[name].append(seconds)
                memory = max(memory, peak) if name == "newsfacts ARTICLE" else memory
    for name, seconds in times.items():
        ratios = [s / base for s, base in zip(seconds, times["import spacy"], strict=True)]
        print(f"{name:18} median {statistics.median(seconds):5.2f} s   {statistics.median(ratios):5.2f} × import spacy")
    print(f"peak memory        {memory / 1024:5.0f} MB")


def measure(command: list[str]) -> tuple[float, int]:
    """Return the wall seconds of a process and its peak resident memory in KiB."""
    null = os.open(os.devnull, os.O_WRONLY)
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    os.close(null)
    if status:
        raise SystemExit(f"{' '.join(command)} failed with status {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss


if __name__ == "__main__":
    main()
