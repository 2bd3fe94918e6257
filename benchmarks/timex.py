#!/usr/bin/env python3
"""How good and how fast the dates are, on news documents annotated with TIMEX3.

    python benchmarks/timex.py DOCUMENTS.jsonl.gz [--docs CACHE] [--errors] [--write FOLDER] [--speed]

A line of DOCUMENTS holds `{"doc", "dct", "text", "timexes": [{"start", "end", "type", "value"}]}`; `dct` is the day of publication.
Prints two tables, TempEval-3 style: the dates as the product gives them, and as `to_timeml` translates them into the conventions of
TimeML 1.2.1, on which TimeBank and AQUAINT were annotated and from which the product's own differ. Each table gives the whole and both
halves of the documents: rules were developed on the first half alone.

--docs keeps the parsed documents in a file between runs, --write puts both sets of predictions into a folder as JSON lines, --errors
lists what the translated ones get wrong in the first half, --speed compares the time that the dates take with that of all the rest.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from newsfacts import Article, load_pipeline
from newsfacts.dates.finding import find_dates
from newsfacts.sheet import sheet_from_doc

Timex = dict[str, Any]
METRICS = ("strict", "relaxed", "type", "value")
RUNS = 5  # of a measurement of speed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--docs", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    records = read_records(args.documents)
    nlp = load_pipeline()
    if args.speed:
        print_speed(nlp, records)
        return
    docs = parsed(nlp, records, args.docs)
    plain = [timexes_of(doc, record) for doc, record in zip(docs, records, strict=True)]
    # A festival without a year (`on Thanksgiving`) is an expression in TimeML and none in the guide.
    with_named_days = [timexes_of(doc, record, True) for doc, record in zip(docs, records, strict=True)]
    translated = [to_timeml(doc, found, r["dct"][:10]) for doc, r, found in zip(docs, records, with_named_days, strict=True)]
    for title, predicted in (("as the product gives them", plain), ("translated to TimeML", translated)):
        print(f"\n{title}")
        print_table(records, predicted)
        if args.write:
            write_predictions(args.write / f"{title.split()[0]}.jsonl", records, predicted)
    if args.errors:
        half = len(records) // 2
        print_errors(records[:half], translated[:half])


def read_records(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def parsed(nlp: Language, records: list[dict[str, Any]], cache: Path | None) -> list[Doc]:
    if cache and cache.exists():
        return list(DocBin().from_disk(cache).get_docs(nlp.vocab))
    docs = [nlp(record["text"]) for record in records]
    if cache:
        DocBin(store_user_data=True, docs=docs).to_disk(cache)
    return docs


def timexes_of(doc: Doc, record: dict[str, Any], named_days: bool = False) -> list[Timex]:
    article = Article(text=record["text"], published=datetime.date.fromisoformat(record["dct"][:10]))
    return [
        {"start": d.start, "end": d.end, "type": d.type, "value": d.value} for d in find_dates(doc, article, bare_named_days=named_days)
    ]


# --- scores ---------------------------------------------------------------------------------------------------------------------------


def trimmed(timex: Timex, text: str) -> tuple[int, int]:
    """Return the span without white space at its ends and punctuation at the right one."""
    start, end = timex["start"], timex["end"]
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in '.,;:!?)]}"”'):
        end -= 1
    return start, end


def pairs_of(gold: list[tuple[int, int]], predicted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pair overlapping spans one to one: identical ones first, then the longest overlap, then the leftmost."""
    candidates = []
    for g, (gs, ge) in enumerate(gold):
        for p, (ps, pe) in enumerate(predicted):
            if (overlap := min(ge, pe) - max(gs, ps)) > 0:
                candidates.append(((gs, ge) != (ps, pe), -overlap, gs, ps, g, p))
    used_gold: set[int] = set()
    used: set[int] = set()
    pairs = []
    for *_, g, p in sorted(candidates):
        if g not in used_gold and p not in used:
            used_gold.add(g)
            used.add(p)
            pairs.append((g, p))
    return pairs


def score(records: Iterable[dict[str, Any]], predicted: Iterable[list[Timex]]) -> dict[str, float]:
    """Return the F1 of each metric in percent; type and value ask for a pair that overlaps."""
    hits: Counter[str] = Counter()
    total = 0
    for record, found in zip(records, predicted, strict=True):
        expected, text = record["timexes"], record["text"]
        gold, ours = [trimmed(t, text) for t in expected], [trimmed(t, text) for t in found]
        total += len(gold) + len(ours)
        for g, p in pairs_of(gold, ours):
            hits["relaxed"] += 1
            hits["strict"] += gold[g] == ours[p]
            hits["type"] += expected[g]["type"] == found[p]["type"]
            hits["value"] += expected[g]["value"] == found[p]["value"]
    return {metric: 200 * hits[metric] / max(1, total) for metric in METRICS}


def print_table(records: list[dict[str, Any]], predicted: list[list[Timex]]) -> None:
    half = len(records) // 2
    print(f"{'':14}{'documents':>10}{'gold':>6}{'found':>7}" + "".join(f"{m:>9}" for m in METRICS))
    for name, part in (("first half", slice(None, half)), ("second half", slice(half, None)), ("all", slice(None))):
        scores = score(records[part], predicted[part])
        counts = len(records[part]), sum(len(r["timexes"]) for r in records[part]), sum(map(len, predicted[part]))
        print(f"{name:14}{counts[0]:10}{counts[1]:6}{counts[2]:7}" + "".join(f"{scores[m]:9.2f}" for m in METRICS))


def print_errors(records: list[dict[str, Any]], predicted: list[list[Timex]]) -> None:
    """List what differs, is missed or is spurious, with its neighbourhood."""
    for record, found in zip(records, predicted, strict=True):
        expected, text = record["timexes"], record["text"]
        gold, ours = [trimmed(t, text) for t in expected], [trimmed(t, text) for t in found]
        pairs = dict(pairs_of(gold, ours))
        rows = []
        for g, t in enumerate(expected):
            p = pairs.get(g)
            ours_said = (text[slice(*ours[p])], found[p]["type"], found[p]["value"]) if p is not None else ("-", "", "")
            if p is None or gold[g] != ours[p] or ours_said[1:] != (t["type"], t["value"]):
                rows.append((gold[g], (text[slice(*gold[g])], t["type"], t["value"]), ours_said))
        for p, t in enumerate(found):
            if p not in pairs.values():
                rows.append((ours[p], ("-", "", ""), (text[slice(*ours[p])], t["type"], t["value"])))
        for (start, end), wanted, said in sorted(rows):
            around = f"{text[max(0, start - 110) : start]}[[{text[start:end]}]]{text[end : end + 50]}"
            print(record["doc"], record["dct"], *wanted, "|", *said, "|", re.sub(r"\s+", " ", around), sep="\t")


def write_predictions(path: Path, records: list[dict[str, Any]], predicted: list[list[Timex]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({"doc": r["doc"], "timexes": found}) for r, found in zip(records, predicted, strict=True)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


# --- speed ----------------------------------------------------------------------------------------------------------------------------


def print_speed(nlp: Language, records: list[dict[str, Any]]) -> None:
    """Time the pipeline and the dates of the same documents in turn, and print the median of the ratios."""
    ratios, whole = [], []
    sample = records[:: max(1, len(records) // 40)]
    for run in range(RUNS + 1):
        spent: Counter[str] = Counter()
        for record in sample:
            article = Article(text=record["text"], published=datetime.date.fromisoformat(record["dct"][:10]))
            began = time.perf_counter()
            doc = nlp(article.text)
            read = time.perf_counter()
            find_dates(doc, article)
            dated = time.perf_counter()
            sheet_from_doc(article, doc)
            done = time.perf_counter()
            spent.update(pipeline=read - began, dates=dated - read, sheet=done - dated)
        if run:  # the first one loads the rules
            ratios.append(spent["dates"] / spent["pipeline"])
            whole.append(spent["dates"] / (spent["pipeline"] + spent["sheet"]))
    print(f"dates take {statistics.median(ratios):.3f} of the pipeline's time, {statistics.median(whole):.3f} of the time to a fact sheet")


# --- the adapter ----------------------------------------------------------------------------------------------------------------------
#
# Where GUIDE.md and TimeML differ. A rule takes the document and what has been found, and knows nothing of the annotation.

Rule = Callable[[Doc, list[Timex]], list[Timex]]
_REFERENCES = {
    "PRESENT_REF": re.compile(r"\b(?:now|currently|current|at present|presently|nowadays)\b", re.IGNORECASE),
    "PAST_REF": re.compile(
        r"(?<=in )the past\b(?! (?:[\w-]+ ){0,2}(?:second|minute|hour|day|week|month|quarter|season|year|decade|centur)\w*)", re.IGNORECASE
    ),
    "FUTURE_REF": re.compile(r"\b(?:the (?:near )?|(?<!foreseeable ))future\b(?! (?:contract|price|market)|s\b)", re.IGNORECASE),
}
_LATELY = re.compile(r"\b(?:(?:more )?recently|lately)\b", re.IGNORECASE)
_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "centurie": "C"}
_PLURAL = re.compile(
    r"\b(?:for|within|in|over|after)(?: many)? (?P<said>(?:the )?(?P<unit>day|week|month|year|decade|centurie)s)\b", re.IGNORECASE
)
_RATE = re.compile(
    r"(?<=[\w%)] )(?P<said>an? (?P<unit>day|week|month|year))\b(?! (?:ago|earlier|later|before|after|or|and|in))", re.IGNORECASE
)
_VAGUE = re.compile(r"(?:recent|coming|upcoming|past|previous) (?P<unit>day|week|month|quarter|year|decade|centurie)s$", re.IGNORECASE)
_PREMODIFIER = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|approximately|(?:no )?(?:more|less|fewer) than|at (?:least|most)|up to|over|under|as much as)"
    r" $",
    re.IGNORECASE,
)
_MONTHS_OF = re.compile(
    r"(?P<months>(?:first|last|final) (?P<count>\w+) months) of (?P<year>(?:fiscal )?\d{4}|(?:the|this|last|next) year)$", re.IGNORECASE
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11}


def references(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`now`, `recently`, `the future` are expressions in TimeML; the guide leaves vague words out."""
    matches = [(m.span(), value) for value, pattern in _REFERENCES.items() for m in pattern.finditer(doc.text)]
    return added(found, [timex(span, "DATE", value) for span, value in matches])


def lately(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`recently` is PAST_REF to TimeBank's annotators alone."""
    return added(found, [timex(m.span(), "DATE", "PAST_REF") for m in _LATELY.finditer(doc.text)])


def bare_plurals(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`for years` is a duration of an unknown number (PXY) in TimeML; the guide leaves out what has neither number nor place in time."""
    return added(found, [timex(m.span("said"), "DURATION", f"PX{_UNITS[m['unit'].lower()]}") for m in _PLURAL.finditer(doc.text)])


def rates(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`$5 billion a year`: a set in TimeML, the denominator of a figure (`per`) in the guide."""
    return added(found, [timex(m.span("said"), "SET", f"P1{_UNITS[m['unit'].lower()]}") for m in _RATE.finditer(doc.text)])


def newspapers(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`the party daily Granma`: a set in TimeML, which looks for the word; no time in the guide."""
    return added(found, [timex(m.span(), "SET", "P1D") for m in re.finditer(r"\bdaily\b", doc.text)])


def frequent_nouns(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`a quarterly dividend`: such an adjective, save `daily`, is no expression to TimeML's annotators, and a set in the guide."""
    return [t for t in found if doc.text[t["start"] : t["end"]].lower() not in ("annual", "quarterly", "monthly", "yearly")]


def year_ends(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`year-end` is a day to TimeML's annotators, and December in the guide."""
    ends = re.compile(r"year[- ]end$", re.IGNORECASE)
    return [{**t, "value": t["value"][:4] + "-12-31"} if ends.search(doc.text[t["start"] : t["end"]]) else t for t in found]


def vague_stretches(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`recent months` is a duration (PXM) in TimeML, PAST_REF in the guide."""
    translated = []
    for t in found:
        match = _VAGUE.search(doc.text[t["start"] : t["end"]]) if t["value"] in ("PAST_REF", "FUTURE_REF") else None
        translated.append({**t, "type": "DURATION", "value": f"PX{_UNITS[match['unit'].lower()]}"} if match else t)
    return translated


def months_of_a_year(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`the first nine months of 1997` is a duration and a date in TimeML, one interval in the guide."""
    translated = []
    for t in found:
        match = _MONTHS_OF.match(doc.text[t["start"] : t["end"]])
        if match and (count := _NUMBERS.get(match["count"].lower())):
            start = t["start"]
            translated.append(timex((start, start + match.end("months")), "DURATION", f"P{count}M"))
            translated.append(timex((start + match.start("year"), t["end"]), "DATE", t["value"][:4]))
        else:
            translated.append(t)
    return translated


def days_of_clock_times(found: list[Timex], day: str) -> list[Timex]:
    """A clock time belongs to a day in TimeML; the guide leaves it without one where its sentence names none."""
    translated = []
    for t in found:
        if t["value"].startswith("T"):
            t = {**t, "value": day + t["value"]}
        elif re.match(r"\d{4}-\d\d-\d\d", t["value"]):
            day = t["value"][:10]
        translated.append(t)
    return translated


def premodifiers(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`nearly two years`: TimeML takes the modifier of an amount of time into the span."""
    translated = []
    for t in found:
        amount = t["type"] == "DURATION" or re.search(r"\b(?:ago|earlier|later)$", doc.text[t["start"] : t["end"]])
        match = _PREMODIFIER.search(doc.text, max(0, t["start"] - 20), t["start"]) if amount else None
        translated.append({**t, "start": match.start()} if match else t)
    return translated


def determiners(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`the last two weeks`: TimeML takes the article into the span, the guide doesn't. That of `the 30-year bond` is the bond's."""
    translated = []
    for t in found:
        article = re.search(r"\bthe $", doc.text[max(0, t["start"] - 5) : t["start"]], re.IGNORECASE)
        span = doc.char_span(t["start"], t["end"], alignment_mode="expand")
        before_noun = (
            span is not None and span.root.head.i >= span.end and span.root.dep_ in ("compound", "amod", "nummod", "nmod:unmarked")
        )
        translated.append({**t, "start": t["start"] - 4} if article and not before_noun else t)
    return translated


def outer_modifiers(doc: Doc, found: list[Timex]) -> list[Timex]:
    """`late 1980s`, `earlier Friday`: AQUAINT's annotators left such a word outside."""
    translated = []
    for t in found:
        match = re.match(
            r"(?:early|late|earlier|later|mid)[- ](?:in |on |(?:hours|part) of )?(?:the )?", doc.text[t["start"] : t["end"]], re.IGNORECASE
        )
        translated.append({**t, "start": t["start"] + match.end()} if match else t)
    return translated


def aquaint_values(doc: Doc, found: list[Timex]) -> list[Timex]:
    """AQUAINT writes decades `199X`, weeks `2000-W7`, and a part of a day mostly as that day."""
    translated = []
    for t in found:
        value = t["value"] + "X" if re.fullmatch(r"\d{3}", t["value"]) else re.sub(r"-W0(\d)", r"-W\1", t["value"])
        part_of_day = re.fullmatch(r"(\d{4}-\d\d-\d\d)T[A-Z]{2}", value)
        translated.append({**t, "type": "DATE", "value": part_of_day[1]} if part_of_day else {**t, "value": value})
    return translated


SHARED: tuple[Rule, ...] = (references, newspapers, frequent_nouns, year_ends, vague_stretches, months_of_a_year)
TIMEBANK: tuple[Rule, ...] = (*SHARED, lately, bare_plurals, premodifiers, determiners)
AQUAINT: tuple[Rule, ...] = (*SHARED, rates, outer_modifiers, aquaint_values)


def to_timeml(doc: Doc, found: list[Timex], day: str) -> list[Timex]:
    """Translate the product's dates of `doc`, published on `day`, by the rules of the corpus that the document is from.

    All of TimeBank is from before July 1998, all of AQUAINT from after it.
    """
    found = days_of_clock_times(found, day)
    for rule in TIMEBANK if day < "1998-07" else AQUAINT:
        found = rule(doc, found)
    return sorted(found, key=lambda t: (t["start"], t["end"]))


def timex(span: tuple[int, int], kind: str, value: str) -> Timex:
    return {"start": span[0], "end": span[1], "type": kind, "value": value}


def added(found: list[Timex], more: list[Timex]) -> list[Timex]:
    """Return `found` and those of `more` that overlap none of it."""
    return [*found, *(m for m in more if not any(t["start"] < m["end"] and m["start"] < t["end"] for t in found))]


if __name__ == "__main__":
    main()
