#!/usr/bin/env python3
"""How fast pipelines read: words per second on one core and on two, and memory, each as a ratio to the first in the same round.

    python benchmarks/speed.py ARTICLES.jsonl.gz [--model en_core_web_sm] [--number 40] [--rounds 5]

ARTICLES are JSON lines with a field `text`. Each pipeline runs in processes of its own, bound to one core each; the rounds go from one
pipeline to the next in turn, since other load and the clock's pace disturb absolute figures and leave ratios alone. "Two cores" is two
processes with half of the articles each, as a batch does it. Words are spaCy's tokens without white space.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import resource
import statistics
import time
from multiprocessing.connection import Connection
from pathlib import Path

OURS = "newsfacts"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--model", action="append", default=[], metavar="NAME", help="another installed spaCy pipeline, as it is")
    parser.add_argument("--number", type=int, default=40, help="how many articles to read (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    texts = read_texts(args.articles, args.number)
    cores = sorted(os.sched_getaffinity(0))[:2]
    names = [OURS, *args.model]
    readers = {name: [Reader(name, core) for core in cores] for name in names}
    one: dict[str, list[float]] = {name: [] for name in names}
    two: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(args.rounds):
        for name, (first, *others) in readers.items():
            one[name].append(timed([first], [texts]))
            if others:
                two[name].append(timed([first, *others], [texts[::2], texts[1::2]]))
    for name in names:
        memory = max(reader.memory() for reader in readers[name])
        pairs = [a / b for a, b in zip(one[name], one[OURS], strict=True)]
        line = f"{name:24} {statistics.median(one[name]):7,.0f} words/s on one core  {statistics.median(pairs):5.2f} × newsfacts"
        if two[name]:
            line += f"  two cores {statistics.median([b / a for a, b in zip(one[name], two[name], strict=True)]):4.2f} × one"
        print(f"{line}  {memory:5.0f} MB")
    for reader in (r for pair in readers.values() for r in pair):
        reader.close()


def read_texts(path: Path, number: int) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line)["text"] for _, line in zip(range(number), file, strict=False)]


class Reader:
    """A process that reads articles with one pipeline on one core."""

    def __init__(self, name: str, core: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, child = context.Pipe()
        self.process = context.Process(target=serve, args=(name, core, child), daemon=True)
        self.process.start()
        self.connection.recv()

    def memory(self) -> float:
        """Return the peak resident memory in MB."""
        self.connection.send("memory")
        return self.connection.recv()

    def close(self) -> None:
        self.connection.send(None)
        self.process.join()


def timed(readers: list[Reader], shares: list[list[str]]) -> float:
    """Return the words per second of the readers together, each with its share of the articles."""
    start = time.perf_counter()
    for reader, share in zip(readers, shares, strict=True):
        reader.connection.send(share)
    words = sum(reader.connection.recv() for reader in readers)
    return words / (time.perf_counter() - start)


def serve(name: str, core: int, connection: Connection) -> None:
    os.sched_setaffinity(0, {core})
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    import spacy

    from newsfacts import load_pipeline

    nlp = load_pipeline(threads=1) if name == OURS else spacy.load(name)
    nlp("The first text warms everything up.")
    connection.send("ready")
    while (message := connection.recv()) is not None:
        if message == "memory":
            connection.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        else:
            connection.send(sum(sum(not t.is_space for t in nlp(text)) for text in message))


if __name__ == "__main__":
    main()
