#!/usr/bin/env python3
"""Random and mutated articles through the whole library: no exception, right offsets, a sheet that its schema allows.

    python benchmarks/fuzz.py --runs 100000 --seed 1 --workers 2

Each input is made from its own number, so one that fails comes again with `--seed SEED --first NUMBER --runs 1`. Inputs are cut out of
the samples and spoilt, or put together from what has broken parsers before. Exit status 1 if any input failed.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import json
import math
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from jsonschema import Draft202012Validator
from spacy.language import Language

from newsfacts import Article, FactSheet, load_pipeline, make_sheet
from newsfacts.cli.formats import SECTIONS, to_csv, to_json, to_schema

SCHEMA = Draft202012Validator(json.loads(to_schema()))
PART = 500  # inputs that a process takes at once
SAMPLES = Path(__file__).parents[1] / "samples"
ODD = (
    "31 February 2025", "9999-99-99", "0000-00-00", "2025-02-30", "13/13/2013", "the 99th of May", "24:61", "32 July", "year 0", "99999 BC",
    "NaN", "inf", "-inf", "1e999", "9" * 40, "1,2,3,4", "1.2.3.4", "$-5", "$$$5", "-0%", "+-3%", "100000000000000000000000 million billion",
    "½", "²³", "٣٤٥%", "１２３", "Ⅻ", "%", "€", "US$", "5 % % %", "half a half a", "one one one hundred and and", "a a a a million",
    "((((((", ")]}>", "“”\"'’‘", "--- — – -", "....", "…", "\u200b", "\u200e\u202e\u2066", "\ufeff", "\u0301\u0302", "\x00", "\x1b[31m",
    "\x85", "\u2028", "\r\n", "\t", "\n\n\n", "\xa0", "\ud800", "👩‍👩‍👧", "🇺🇳", "東京", "Москва", "القاهرة", "สวัสดี", "<b>&amp;</b>",
    "<script>", "=cmd()", "LONDON (Reuters) -", "BEIJING, Nov 31, 2025 (Wire) —", "Mr.", "President of of the", "'s 's", "-led -based",
    "last last week", "a million years ago", "10000 years from now", "999999 weeks ago", "every other", "Q5 2021", "FY99/00", "1999-98",
    "in 00:00", "two weeks before the day after tomorrow", "x" * 400, "$" * 350, "1%, 2%, 3%, 4%, 5%, 6%, 7%, 8%, 9%, 10%, 11%, 12%",
)  # fmt: skip


def corpus() -> list[str]:
    """Return the texts of the samples."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    return texts + [json.loads(line)["text"] for line in (SAMPLES / "briefs.jsonl").read_text(encoding="utf-8").splitlines()]


def make_input(number: int, seed: int, texts: Sequence[str]) -> str:
    """Return input `number`, the same for the same arguments."""
    rng = random.Random(f"{seed}/{number}")
    if rng.random() < 0.1:
        return " ".join(rng.choice(ODD) for _ in range(rng.randint(0, 12)))
    source = rng.choice(texts)
    size = rng.randint(20, 250)
    start = rng.randrange(max(1, len(source) - size))
    text = source[start : start + size]
    for _ in range(rng.randint(0, 5)):
        text = rng.choice(MUTATIONS)(text, rng)
    return text[:1000]


def _flipped(text: str, rng: random.Random) -> str:
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(min(len(raw), 4)):
        raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
    return raw.decode("utf-8", "replace")


def _odd(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(("", " ")) + rng.choice(ODD) + rng.choice(("", " ")) + text[at:]


def _span(text: str, rng: random.Random) -> tuple[int, int]:
    first, second = rng.randint(0, len(text)), rng.randint(0, len(text))
    return min(first, second), max(first, second)


def _doubled(text: str, rng: random.Random) -> str:
    start, end = _span(text, rng)
    return text[:end] + text[start:]


def _removed(text: str, rng: random.Random) -> str:
    start, end = _span(text, rng)
    return text[:start] + text[end:]


def _shuffled(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    rng.shuffle(words)
    return " ".join(words)


def _random(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return (
        text[:at] + "".join(chr(rng.choice((rng.randrange(0x250), rng.randrange(0x110000)))) for _ in range(rng.randint(1, 8))) + text[at:]
    )


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    _flipped,
    _odd,
    _odd,
    _doubled,
    _removed,
    _shuffled,
    _random,
    lambda text, rng: text.upper(),
    lambda text, rng: text.lower(),
    lambda text, rng: text.replace(".", ""),
    lambda text, rng: text.replace(" ", rng.choice(("\n", "  ", "\xa0", "-", ""))),
)


def faults(text: str, sheet: FactSheet) -> list[str]:
    """Return what is wrong with the sheet of `text`, an empty list where nothing is."""
    found = [f"{kind}: {spot}" for kind, spot in _wrong_spans(text, sheet)]
    for section in (sheet.people, sheet.offices, sheet.places, sheet.organizations):
        ids = [entity.id for entity in section]
        found += [f"ids twice: {ids}"] * (len(ids) != len(set(ids))) + [f"no mention: {e}" for e in section if not e.mentions]
    people = {person.id for person in sheet.people}
    found += [f"no such holder: {office}" for office in sheet.offices if office.holder is not None and office.holder not in people]
    credited = people | {body.id for body in sheet.organizations}
    for figure in (*sheet.percentages, *sheet.money, *sheet.quantities):
        if figure.source and figure.source.id is not None and figure.source.id not in credited:
            found.append(f"no such source: {figure}")
        numbers = [n for n in (figure.value, figure.low, figure.high, getattr(figure, "si_value", None)) if n is not None]
        if not numbers or not all(math.isfinite(n) for n in numbers) or (figure.value is None) != (figure.low is not None):
            found.append(f"numbers: {figure}")
    for date in sheet.dates:
        for day in (date.first_day, date.last_day):
            if day is not None and datetime.date.fromisoformat(day).isoformat() != day:
                found.append(f"day: {date}")
    return found + _wrong_output(text, sheet)


def _wrong_spans(text: str, sheet: FactSheet) -> list[tuple[str, object]]:
    wrong: list[tuple[str, object]] = []
    for section in (sheet.people, sheet.offices, sheet.places, sheet.organizations):
        wrong += [("mention", m) for entity in section for m in entity.mentions if not m.text or text[m.start : m.end] != m.text]
    for fact in (*sheet.dates, *sheet.percentages, *sheet.money, *sheet.quantities):
        if not fact.text or text[fact.start : fact.end] != fact.text:
            wrong.append(("span", fact))
        elif not sheet.sentences[fact.sentence].start <= fact.start:
            wrong.append(("sentence", fact))
    credits_ = [f.source for f in (*sheet.percentages, *sheet.money, *sheet.quantities) if f.source]
    wrong += [("quote", quote) for quote in (*credits_, *sheet.sentences) if not quote.text or text[quote.start : quote.end] != quote.text]
    return wrong


def _wrong_output(text: str, sheet: FactSheet) -> list[str]:
    written = to_json(sheet, SECTIONS)
    unwritten = set() if sheet.text else {"text"}
    found = [] if json.loads(written) == json.loads(sheet.model_dump_json(exclude=unwritten)) else ["JSON and model differ"]
    json.loads(written, parse_constant=lambda name: found.append(f"JSON constant {name}"))
    found += [f"schema: {error.json_path} {error.message}" for error in SCHEMA.iter_errors(json.loads(written))]
    rows = list(csv.reader(io.StringIO(to_csv(sheet, text, SECTIONS, header=True), newline="")))
    return found + [f"CSV row of {len(row)} cells" for row in rows if len(row) != len(rows[0])]


def failure(text: str, nlp: Language) -> str | None:
    """Return why the sheet of `text` is wrong or missing, None where it is right."""
    try:
        article = Article(text, published=datetime.date(2026, 4, 14) if len(text) % 2 else None)
        found = faults(article.text, make_sheet(article, nlp)) + ["length"] * (len(article.text) != len(text))
    except Exception:  # whatever it is, it is what is looked for
        return traceback.format_exc()
    return "; ".join(found) or None


@cache
def _reader() -> tuple[Language, list[str]]:
    """Return the pipeline of this process, with one thread of its own, and the texts that inputs are cut from."""
    return load_pipeline(threads=1), corpus()


def failures(numbers: Sequence[int], seed: int) -> list[tuple[int, str, str]]:
    """Return the number, the text and the fault of each of the inputs `numbers` that failed."""
    nlp, texts = _reader()
    made = [(number, make_input(number, seed, texts)) for number in numbers]
    return [(number, text, why) for number, text in made if (why := failure(text, nlp)) is not None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="processes that share the inputs")
    args = parser.parse_args()
    failed, start, last = 0, time.perf_counter(), args.first + args.runs
    parts = [range(first, min(first + PART, last)) for first in range(args.first, last, PART)]
    with ProcessPoolExecutor(args.workers) as workers:
        for done, found in zip(parts, workers.map(partial(failures, seed=args.seed), parts), strict=True):
            failed += len(found)
            for number, text, why in found:
                print(f"{number}: {text!r}\n{why}", flush=True)
            print(f"{done.stop - args.first} inputs, {failed} failed, {time.perf_counter() - start:.0f} s", flush=True)
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
