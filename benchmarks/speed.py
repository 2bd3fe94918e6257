#!/usr/bin/env python3
"""How fast articles are read: words per second on one core and on two, and memory, each beside the first in the same round.

    python benchmarks/speed.py ARTICLES.jsonl.gz [--model en_core_web_sm] [--number 40] [--rounds 5]

ARTICLES are JSON lines with a field `text`. `newsfacts` and `newsfacts fast` (`--model fast`) read all facts, `--pipeline` their names,
tags and trees alone; another spaCy pipeline does what it does. Each runs in processes of its own, bound to one core each; the rounds go
from one to the next in turn, since other load and the clock's pace disturb absolute figures and leave ratios alone. "Two cores" is two
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

OURS = {"newsfacts": None, "newsfacts fast": "fast"}  # as they are called here, and their names for `load_pipeline`
FLAGS = ("avx2", "avx512bw", "avx_vnni", "avx512_vnni", "amx_int8", "asimddp", "i8mm")  # of processors, which int8 products depend on


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--model", action="append", default=[], metavar="NAME", help="another installed spaCy pipeline, as it is")
    parser.add_argument("--number", type=int, default=40, help="how many articles to read (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pipeline", action="store_true", help="newsfacts without its facts: names, tags and trees alone")
    args = parser.parse_args()
    texts = read_texts(args.articles, args.number)
    words = count_words(texts)
    cores = sorted(os.sched_getaffinity(0))[:2]
    names = [*OURS, *args.model]
    readers = {name: [Reader(name, core, facts=not args.pipeline) for core in cores] for name in names}
    one: dict[str, list[float]] = {name: [] for name in names}
    two: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(args.rounds):
        for name, (first, *others) in readers.items():
            one[name].append(words / timed([first], [texts]))
            if others:
                two[name].append(words / timed([first, *others], [texts[::2], texts[1::2]]))
    print(f"processor: {' '.join(flags()) or 'no flags known'}")
    for name in names:
        memory = max(reader.memory() for reader in readers[name])
        pairs = [a / b for a, b in zip(one[name], one[names[0]], strict=True)]
        line = f"{name:24} {statistics.median(one[name]):7,.0f} words/s on one core  {statistics.median(pairs):5.2f} × newsfacts"
        if two[name]:
            line += f"  two cores {statistics.median([b / a for a, b in zip(one[name], two[name], strict=True)]):4.2f} × one"
        print(f"{line}  {memory:5.0f} MB")
    for reader in (r for pair in readers.values() for r in pair):
        reader.close()


def read_texts(path: Path, number: int) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line)["text"] for _, line in zip(range(number), file, strict=False)]


def count_words(texts: list[str]) -> int:
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    return sum(not token.is_space for text in texts for token in tokenizer(text))


def flags() -> list[str]:
    """Return which of `FLAGS` the processor has; none where the system doesn't tell as Linux does."""
    path = Path("/proc/cpuinfo")
    told = set(path.read_text(encoding="utf-8").split()) if path.exists() else set()
    return [flag for flag in FLAGS if flag in told]


class Reader:
    """A process that reads articles with one pipeline on one core."""

    def __init__(self, name: str, core: int, *, facts: bool) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, child = context.Pipe()
        self.process = context.Process(target=serve, args=(name, core, facts, child), daemon=True)
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
    """Return the seconds that the readers need together, each for its share of the articles."""
    start = time.perf_counter()
    for reader, share in zip(readers, shares, strict=True):
        reader.connection.send(share)
    for reader in readers:
        reader.connection.recv()
    return time.perf_counter() - start


def serve(name: str, core: int, facts: bool, connection: Connection) -> None:
    os.sched_setaffinity(0, {core})
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    import spacy

    from newsfacts import Article, load_pipeline, make_sheet

    nlp = load_pipeline(OURS[name], threads=1) if name in OURS else spacy.load(name)

    def read(text: str) -> object:
        return make_sheet(Article(text), nlp) if facts and name in OURS else nlp(text)

    for _ in range(50):  # tables that are built at need are there then
        read("The first text warms everything up in Kenya, Ana Ruiz of the World Bank said: prices rose 5 percent.")
    connection.send("ready")
    while (message := connection.recv()) is not None:
        if message == "memory":
            connection.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        else:
            for text in message:
                read(text)
            connection.send("read")


if __name__ == "__main__":
    main()
