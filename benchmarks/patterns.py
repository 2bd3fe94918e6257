#!/usr/bin/env python3
"""Every regular expression of newsfacts on texts that are made to let it run away, of up to a million characters.

    python benchmarks/patterns.py [--size 1000000] [--only figures/money.py] [--slowest 10]

Finds the calls of `re` in the source of the package, and the pattern of each: written in the call, or seen while the package is imported
and reads the samples. From a pattern's parse tree it makes adversarial texts: what the pattern repeats, begins with, matches and just
doesn't match, again and again. The pattern is used on them as the source uses it (`match` and `fullmatch` once, all else from every
character). Its time must grow with the text and no faster, and stay under a bound.

Exits 1 if a pattern runs away, or if there is a call whose pattern wasn't found.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

SAMPLES = Path(__file__).parents[1] / "samples"
PLAIN = re.compile(r"[^\n]{0,30}\d")  # an ordinary pattern without a match: what others take is told in its times, on this machine and now
SLOWEST = 60  # times as long as it; what looks at the rest of a long text from each character takes a thousand times that
STEEPEST = 3.0  # times as long a character where the text is ten times as long
SHORT = 400_000  # characters of it: a time of which a clock says little
CALLS = tuple(f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"))
MANY = 16  # repetitions from which on a repeat is worth a text of its own
TEXTS = 40  # of its repeats, for a pattern
COMMON = " -.,'a1A"  # what several classes of a pattern hold
ALPHABET = "aA1 0-.,'\"’“—$€£%½é東\n\t\xa0\u2028/()&;:?!+°²_xzZ9<>\x00"

ENDING = "\x00.1,;\n x(\n\nx"  # hardly a class holds all of it, so that what goes to the end of a text fails there
# What reaches calls that no sample reaches.
REACHING = """Since 2000 workers had been asking, the plant was shut in autumn for two years and three months. Sales rose in winter.
The baby was eight pounds and 5 percent or 4 percent heavier; "5 and 6 percent" were said, or £5m ($6m). It is to end Saturday delivery.
The service plans to end Saturday delivery. Mines were shut in Malawi, 107 of them; Zambia, 104. Deaths were told from Kenya (12),
Uganda (9) and Malawi (4), from Kenya with 12, Uganda with 9. The yen weakened past 155 to the dollar; the Nigerian naira fell to 1,500
per dollar. The won closed at 1,312.4 against the dollar. Kenya reaped 64 tons per hectare; Malawi, 58; and Chad, 51. Prices were 75 USD
million, Rs 35L and £4.5million. Police counted 178 bodies, an increase from 120 in 2019; 160 million
children work, a surge of 8.4 million in four years."""

Key = tuple[Any, int]  # a pattern and its flags


@dataclass
class Site:
    """A call of `re` in the source: where it is, of what function, and the patterns that it had.

    `written` is the pattern where it is a constant. `uses` are the methods called of what `re.compile` returned, where all are known.
    """

    path: str
    first: int
    last: int
    function: str
    written: str | bytes | None = None
    flags: int = 0
    uses: frozenset[str] = frozenset()
    patterns: dict[Key, re.Pattern[Any]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{'/'.join(Path(self.path).parts[-2:])}:{self.first}"

    def known(self) -> list[re.Pattern[Any]]:
        """Return the patterns: those seen, else the one that is written in the call."""
        if not self.patterns and self.written is not None:
            compiled = re.compile(self.written, self.flags)
            self.patterns[compiled.pattern, compiled.flags] = compiled
        return list(self.patterns.values())

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods to try: `match` and `fullmatch`, where nothing else is called; else the one that looks from each character."""
        uses = self.uses if self.function == "compile" else {self.function}
        return tuple(sorted(uses)) if uses and uses <= {"match", "fullmatch"} else ("finditer",)


class Tracer:
    """Notes the pattern of each call of `re` that is made from a site."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self.compile: Callable[..., re.Pattern[Any]] = re._compile  # type: ignore[attr-defined]
        self.by_line = {(site.path, line): site for site in reversed(sites) for line in range(site.first, site.last + 1)}
        self.paths: dict[str, str] = {}

    def __enter__(self) -> None:
        re._compile = self._compile  # type: ignore[attr-defined]

    def __exit__(self, *exception: object) -> None:
        re._compile = self.compile  # type: ignore[attr-defined]

    def _compile(self, pattern: Any, flags: int) -> re.Pattern[Any]:
        compiled = self.compile(pattern, flags)
        frame = sys._getframe(2)  # behind this one and the function of `re`
        name = frame.f_code.co_filename
        path = self.paths.setdefault(name, os.path.realpath(name))
        if site := self.by_line.get((path, frame.f_lineno)):
            site.patterns[compiled.pattern, compiled.flags] = compiled
        return compiled


def find_sites(paths: Sequence[Path]) -> list[Site]:
    """Return all calls of `re` in Python files.

    Raises:
        SystemExit: a file takes names out of `re`, or uses another library of patterns: such calls wouldn't be found.
    """
    return [site for path in paths for site in _sites_in(os.path.realpath(path), ast.parse(path.read_text(encoding="utf-8")))]


def _sites_in(path: str, tree: ast.Module) -> Iterator[Site]:
    names = {
        id(node.value): node.targets[0].id for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and not _found_later(node):
            sys.exit(f"{path}:{node.lineno}: write `import re` and nothing else, so that its calls are found")
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CALLS:
            pattern = node.args[0]
            written = pattern.value if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str | bytes) else None
            flags = next((eval(ast.unparse(node), {"re": re}) for node in _flags(node)), 0)
            function = ast.unparse(node.func).removeprefix("re.")
            yield Site(path, node.lineno, node.end_lineno or node.lineno, function, written, flags, _uses(tree, names.get(id(node), "")))


def _flags(call: ast.Call) -> list[ast.expr]:
    return [arg for arg in [*call.args[1:], *(word.value for word in call.keywords)] if ast.unparse(arg).startswith("re.")]


def _found_later(node: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module not in ("re", "regex", "re2")
    return not any(alias.name in ("regex", "re2") or (alias.name == "re" and alias.asname) for alias in node.names)


def _uses(tree: ast.Module, name: str) -> frozenset[str]:
    """Return the methods called of a module's own constant; nothing where it is used in another way, too, or by other modules."""
    if not name.startswith("_"):
        return frozenset()
    loads = sum(isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load) for node in ast.walk(tree))
    calls = [
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == name
    ]
    return frozenset(calls) if len(calls) == loads else frozenset()


def read_everything(names: Sequence[str]) -> None:
    """Import the modules and use as much of them as the samples reach."""
    for name in names:
        importlib.import_module(name)
    from newsfacts.cli.main import main

    with (
        tempfile.TemporaryDirectory() as folder,
        open(os.devnull, "w", encoding="utf-8") as null,
        redirect_stdout(null),
        redirect_stderr(null),
    ):
        sources = [str(path) for path in sorted(SAMPLES.iterdir()) if path.suffix in (".txt", ".jsonl", ".html")]
        sources.append(f"{folder}/reaching.txt")
        Path(sources[-1]).write_text(REACHING, encoding="utf-8")
        names = Path(folder, "names.toml")
        names.write_text('never = ["Deaths"]', encoding="utf-8")
        for ending in ("csv", "html", "txt"):
            main(
                [*sources, "-q", "--names", str(names), "--max-size", "5MB", "--published", "2026-04-14", "-o", f"{folder}/facts.{ending}"]
            )


class TooLong(Exception):  # noqa: N818 (it is what is looked for)
    """A pattern that doesn't come to an end."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLong


def seconds(pattern: re.Pattern[Any], text: Any, limit: float, methods: Sequence[str]) -> float:
    """Return the CPU time of a pattern on a text; infinity if it is over `limit`."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    start = time.process_time()
    try:
        for method in methods:
            for _ in getattr(pattern, method)(text) if method == "finditer" else [getattr(pattern, method)(text)]:
                pass
        return time.process_time() - start
    except TooLong:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@cache
def plain() -> float:
    """Return the seconds a character of the ordinary pattern, the median of five."""
    return sorted(seconds(PLAIN, "a" * 20_000, 60, ["finditer"]) for _ in range(5))[2] / 20_000


def verdict(pattern: re.Pattern[Any], head: str, unit: str, size: int, methods: Sequence[str]) -> tuple[float, str]:
    """Return the seconds that a pattern takes for `head` and `unit` again and again, and what is wrong, or nothing."""
    slowest, short = SLOWEST * plain(), SHORT * plain()
    spent, before = 0.0, short / 30
    for length in (60, size // 100, size // 10, size):
        body = (head + unit * (length // len(unit) + 1))[:length] + ENDING
        text = body.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else body
        most = max(short, min(slowest * length, STEEPEST * 10 * before))
        spent = seconds(pattern, text, max(0.5, 2 * slowest * length), methods)
        if most < spent < float("inf"):  # the machine may have been busy
            spent = min(spent, seconds(pattern, text, max(0.5, 2 * slowest * length), methods))
        if spent > most:
            return spent, f"{spent:.2f} s for {length:,} characters, {before:.3f} s at most for a tenth"
        before = max(short / 30, spent)
    return spent, ""


def texts_for(pattern: re.Pattern[Any], rng: random.Random) -> list[tuple[str, str]]:
    """Return beginnings, and what to repeat behind them.

    That is what the pattern matches, what it just doesn't, and what its own repeats hold, alone and behind what leads there.
    """
    raw = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    tree = list(re._parser.parse(raw, pattern.flags & ~re.DEBUG))  # type: ignore[attr-defined]
    pumped = []
    for prefix, body in _repeats(tree, "", rng):
        pumped += [("", body), ("", prefix + body), ("", prefix + body * 20), (prefix, body), (prefix, rng.choice(COMMON))]
    whole = [("", " "), ("", "a"), ("", "1"), ("", "\n")]
    for _ in range(4):
        sample = _sample(tree, rng)
        cut = rng.randint(0, len(sample))
        whole += [("", unit) for unit in (sample, sample + " ", sample[:-1], sample[:-1] + "\x00", sample[:cut], sample[:cut] + " ")]
    rng.shuffle(pumped)
    return [(head, unit) for head, unit in dict.fromkeys([*whole, *pumped[:TEXTS]]) if unit]


def _repeats(tree: Sequence[Any], prefix: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield for each repeat without an end near what may lead to it, and what it repeats."""
    for op, value in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if value[1] >= MANY and (body := _sample(value[2], rng)):
                yield prefix, body
                yield prefix, _sample(value[2], rng)
            yield from _repeats(value[2], prefix, rng)
        for part in _parts(name, value):
            yield from _repeats(part, prefix, rng)
        prefix += _sample([(op, value)], rng)


def _parts(name: str, value: Any) -> list[Any]:
    """Return the trees in a node that is no repeat."""
    if name == "SUBPATTERN":
        return [value[-1]]
    if name == "BRANCH":
        return list(value[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    return [value] if name == "ATOMIC_GROUP" else []


def _sample(tree: Sequence[Any], rng: random.Random) -> str:
    """Return a text that the tree matches, but for what it asserts."""
    return "".join(_piece(str(op), value, rng) for op, value in tree)


def _piece(name: str, value: Any, rng: random.Random) -> str:
    if name == "LITERAL":
        return chr(value)
    if name in ("IN", "ANY", "NOT_LITERAL"):
        return rng.choice(_members(name, value) or ["a"])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        low, high, body = value
        return "".join(_sample(body, rng) for _ in range(rng.randint(low, min(int(high), low + 2))))
    if name == "ASSERT" and value[0] > 0:
        return ""  # what follows says it
    parts = _parts(name, value) if name != "ASSERT_NOT" else []
    return _sample(rng.choice(parts), rng) if parts else ""


def _members(name: str, value: Any) -> list[str]:
    """Return characters of a class."""
    if name == "ANY":
        return ["a", " ", "."]
    if name == "NOT_LITERAL":
        return [char for char in ALPHABET if char != chr(value)]
    negated = str(value[0][0]) == "NEGATE"
    ends = [chr(edge) for op, item in value if str(op) == "RANGE" for edge in item]
    literals = [chr(item) for op, item in value if str(op) == "LITERAL"]
    return [char for char in [*ALPHABET, *ends, *literals] if any(_is_in(char, str(op), item) for op, item in value) != negated]


def _is_in(char: str, name: str, item: Any) -> bool:
    if name == "LITERAL":
        return ord(char) == item
    if name == "RANGE":
        return item[0] <= ord(char) <= item[1]
    if name != "CATEGORY":
        return False
    kind = str(item).removeprefix("CATEGORY_")
    test = {"DIGIT": str.isdigit, "SPACE": str.isspace, "WORD": lambda c: c.isalnum() or c == "_"}[kind.removeprefix("NOT_")]
    return test(char) != kind.startswith("NOT_")


def modules_of(package: str) -> tuple[list[str], list[Path]]:
    """Return the names of a package's modules and their files; nothing is imported."""
    spec = importlib.util.find_spec(package)
    folder = Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path(package)
    paths = [path for path in sorted(folder.rglob("*.py")) if path.name != "__main__.py"]
    return [".".join([package, *path.relative_to(folder).with_suffix("").parts]).removesuffix(".__init__") for path in paths], paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters")
    parser.add_argument("--only", default="", help="calls in files whose path holds this")
    parser.add_argument("--slowest", type=int, default=5, help="how many of the slowest to show")
    args = parser.parse_args()
    names, paths = modules_of("newsfacts")
    sites = find_sites(paths)
    with Tracer(sites):
        read_everything(names)
    problems = [f"{site}: no sample reaches this call, so its pattern isn't known" for site in sites if not site.known()]
    times, texts = [], 0
    for site in (site for site in sites if args.only in site.path):
        for pattern in site.known():
            for head, unit in texts_for(pattern, random.Random(repr(pattern.pattern))):
                spent, wrong = verdict(pattern, head, unit, args.size, site.methods)
                texts += 1
                times.append((spent, f"{site}: {head[:40]!r} {unit[:40]!r}"))
                if wrong:
                    problems.append(f"{site}: {head[:80]!r}, {unit[:80]!r} again and again: {wrong}\n    {str(pattern.pattern)[:200]}")
                    print(f"WRONG: {problems[-1]}", flush=True)
                    break
    patterns = {key for site in sites for key in site.patterns}
    print(f"{len(sites)} calls of re, {len(patterns)} patterns, {texts:,} texts of {args.size:,} characters")
    for spent, where in sorted(times, reverse=True)[: args.slowest]:
        print(f"{spent:8.3f} s  {where}")
    print("all are linear" if not problems else f"{len(problems)} problems:\n" + "\n".join(problems))
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
