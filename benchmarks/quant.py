#!/usr/bin/env python3
"""How many quantities of annotated sentences newsfacts finds, in the terms of the collections of Almasian et al. (CQE, 2023).

    python benchmarks/quant.py newsquant_dev.jsonl --units units.json [--errors] [--predictions OUT.jsonl]

A line holds `{"id", "text", "quantities": [{"value", "unit", "change", "concepts"}]}`; `--units` is a JSON object from a unit's name to the
name that stands for all its spellings. Each annotated quantity is paired with one printed figure of the same value, and prints P, R and F1
of value, value with unit, value with change, and value with concepts that share a word.

The sheets are translated into the collection's conventions and nothing is added that newsfacts doesn't print:

- a duration or a set of the dates section that is written with a number (`three months`, `every 9 weeks`; not `a decade`) is a quantity of
  3 months;
- a movement `from A to B` is one quantity there and two figures here, whatever stands between the two (`from 20 mpg in 2008 to 29`), and
  one to a range is two; alternatives (`eight or nine euros`) are two quantities there and one range here;
- hundredths are cents there and 0.01 of the currency here; feet and inches, and the sides of an area, are two quantities there, one here;
- `per` joins the unit (`dollar per barrel`);
- a counted noun keeps its adjectives (`different product`), and people are `people`;
- `change` there is the bound (`>`, `<`, `~`) where there is one, else the direction of a change, else `=`;
- `concepts` are the words of `measure`.

Sports points, index readings, fractions and multiples in words, ages, `one` as an article or pronoun, vague numbers (`thousands of
tests`) and bare numbers whose unit the sentence doesn't give are quantities there and no figures by newsfacts' definition: they count as
missed.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from babel.numbers import get_currency_name

from newsfacts import Article, FactSheet, load_pipeline, make_sheet
from newsfacts.models import Date, Money, Percentage, Quantity

Figure = Percentage | Money | Quantity
Row = dict[str, Any]

MEASURES = ("value", "value+unit", "value+change", "value+concept")
BOUNDS = {"about": "~", "at least": ">", "more than": ">", "at most": "<", "less than": "<"}
LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
CURRENCIES = {"USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "INR": "rupee", "ILS": "shekel", "LAK": "lao kip"}
UNITS = {
    "percent": "percentage",
    "metric horsepower": "horsepower",
    "pound": "pound-mass",
    "tonne": "metric ton",
    "person": "people",
    "US pint": "pint",
    "degree Celsius": "celsius",
    "degree Fahrenheit": "fahrenheit",
    "pound-foot": "foot pound-force",
}
DENOMINATORS = {"million British thermal units": "mega british thermal unit"}
HUNDREDTH = re.compile(r"\b(cents?|sen|pence|penny|kopecks?)$|\d\s?p$")
WHOLE = re.compile(r"\b(?:dollars?|euros?|pounds?|rand|rupees?|yuan|[A-Z]{3})\b")  # `13 dollars and 45 cents` is no sum of cents alone
PARTS = {"inch": ("foot", 12), "ounce": ("pound", 16), "centimetre": ("metre", 100)}
SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "it", "of", "on", "or", "the", "their", "to", "with"]
)


def quantities(sheet: FactSheet, text: str) -> list[Row]:
    """Return the figures and the durations of a sheet as quantities of the collection."""
    figures = sorted([*sheet.percentages, *sheet.money, *sheet.quantities], key=lambda f: f.start)
    rows: list[Row] = []
    last: Figure | None = None
    for figure in figures:
        row = _row(figure)
        if last is not None and _is_range(last, figure, text) and rows[-1]["unit"] == row["unit"]:
            before, after = rows[-1]["value"], row["value"]  # `from 160 to 180 to 200` is two ranges
            begin = before[1] if isinstance(before, list) else before
            ends = [{**row, "value": [begin, end]} for end in (reversed(after) if isinstance(after, list) else [after])]
            rows[-1:] = [*(rows[-1:] if isinstance(before, list) else []), *ends]
        else:
            rows += _apart(figure, row)
        last = figure
    durations = (date for date in sheet.dates if date.type in ("DURATION", "SET") and _has_number(date.text))
    return rows + [row for date in durations for row in _duration(date)]


def _apart(figure: Figure, row: Row) -> Iterable[Row]:
    """Yield the row of a figure, two of them for `eight or nine euros` and for `5 feet 4 inches`."""
    parts = PARTS.get(figure.unit) if isinstance(figure, Quantity) else None
    if parts and figure.value is not None and re.search(rf"(?i)\d\s?(?:{parts[0]}|feet|ft|lb|m)\b.*\d", figure.text):
        whole, rest = divmod(figure.value, parts[1])
        return [{**row, "value": whole, "unit": UNITS.get(parts[0], parts[0])}, {**row, "value": rest}]
    sides = re.split(r"\s?[x×]\s?|\sby\s", figure.text) if isinstance(figure, Quantity) and figure.dimension == "area" else []
    numbers = [re.match(r"[\d.]+", side.replace(",", "")) for side in sides]
    if len(sides) == 2 and all(numbers):
        return [{**row, "value": float(n[0]), "unit": row["unit"].removeprefix("square ")} for n in numbers if n]
    if isinstance(row["value"], list) and re.search(r"\sor\s", figure.text):
        return [{**row, "value": value} for value in row["value"]]
    return [row]


def _is_range(first: Figure, second: Figure, text: str) -> bool:
    """Say whether two figures are the ends of `from A to B`."""
    between = text[first.end : second.start]
    joined = re.fullmatch(r"\sto\s(?:about |around |nearly )?|\s?-\s?", between)
    moved = re.search(r"\bfrom\s$", text[: first.start]) and re.fullmatch(r"(?:\s\w+){1,5}\sto\s(?:about )?", between)
    return bool(joined or moved) and first.kind != "change" and first.value is not None


def _row(figure: Figure) -> Row:
    hundredth = HUNDREDTH.search(figure.text) if isinstance(figure, Money) and not WHOLE.search(figure.text) else None
    factor = 100 if hundredth else 1
    numbers = [n * factor for n in (figure.value, figure.low, figure.high) if n is not None]
    per = DENOMINATORS.get(figure.per or "", figure.per)
    way = figure.direction if figure.kind == "change" else None
    return {
        "value": numbers[0] if len(numbers) == 1 else numbers,
        "unit": " per ".join(filter(None, (_hundredth(hundredth[0]) if hundredth else _unit(figure), per))),
        "change": BOUNDS.get(figure.qualifier or "") or way or "=",
        "concepts": [w for w in re.findall(r"[\w.&-]+", figure.measure or "") if w.lower() not in SMALL],
    }


def _hundredth(word: str) -> str:
    return "sen" if word == "sen" else "cent" if word.startswith("cent") else "penny"


def _unit(figure: Figure) -> str:
    if isinstance(figure, Money):
        return CURRENCIES.get(figure.currency) or get_currency_name(figure.currency, locale="en").lower()
    if isinstance(figure, Quantity) and figure.dimension == "count" and figure.unit != "person":
        adjectives = re.findall(r"(?<![\w-])[A-Za-z][\w-]*", figure.text)[:-1]
        return " ".join([*(a.lower() for a in adjectives if a != "most" and not _is_number(a)), figure.unit.lower()])
    return UNITS.get(figure.unit, figure.unit).replace("-hour", " hour")


def _is_number(word: str) -> bool:
    from newsfacts.figures.amounts.numbers import parse_number

    return word.lower() in {"a", "m", "bn", "k"} or parse_number(word) is not None


def _has_number(text: str) -> bool:
    return any(word[0].isdigit() or _is_number(word) for word in re.split(r"[\s-]+", text) if word.lower() not in ("a", "an"))


def _duration(date: Date) -> Iterable[Row]:
    """Yield the lengths of a TIMEX3 duration: `P3M` is 3 months, `P7Y/P10Y` seven to ten years."""
    matches = [re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])", length) for length in date.value.split("/")]
    lengths = [(float(m[2]), LENGTHS[m[1] + m[3]]) for m in matches if m]
    if len(lengths) == len(matches) <= 2 and len({unit for _, unit in lengths}) == 1:
        values = [value for value, _ in lengths]
        yield {"value": values[0] if len(values) == 1 else values, "unit": lengths[0][1], "change": "=", "concepts": []}


def agreements(gold: Row, found: Row, aliases: dict[str, str]) -> frozenset[str]:
    """Return the measures on which two quantities agree, none where their values differ."""
    if not _same_value(gold["value"], found["value"]):
        return frozenset()
    units = [_known_by(u.lower().strip(), aliases) for u in (gold["unit"] or "-", found["unit"])]
    shared = {w.lower() for w in gold.get("concepts") or ["-"]} & {w.lower() for w in found["concepts"] or ["-"]}
    agreed = {"value+unit": units[0] == units[1], "value+change": gold.get("change") == found["change"], "value+concept": bool(shared)}
    return frozenset(["value", *(name for name, agrees in agreed.items() if agrees)])


def _known_by(unit: str, aliases: dict[str, str]) -> str:
    """Return the name that stands for all spellings of a unit, for each part of one such as `united states dollar per barrel`."""
    return " per ".join(aliases.get(part, part) for part in aliases.get(unit, unit).split(" per "))


def _same_value(a: Any, b: Any) -> bool:
    first, second = (v if isinstance(v, list) else [v] for v in (a, b))
    return len(first) == len(second) and all(math.isclose(x, y, rel_tol=1e-5, abs_tol=1e-8) for x, y in zip(first, second, strict=True))


def pair(gold: Sequence[Row], found: Sequence[Row], aliases: dict[str, str]) -> list[tuple[int, int, frozenset[str]]]:
    """Return pairs of a gold and a found quantity of the same value, each in one pair, those that agree most first."""
    candidates = [(agreements(g, f, aliases), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: list[tuple[int, int, frozenset[str]]] = []
    for agreed, i, j in sorted(candidates, key=lambda c: (-len(c[0]), c[1], c[2])):
        if agreed and all(i != other and j != second for other, second, _ in pairs):
            pairs.append((i, j, agreed))
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--units", type=Path, help="JSON object: name of a unit → the name that stands for all its spellings")
    parser.add_argument("--predictions", type=Path, help="write the translated figures to this file, a line for each sentence")
    parser.add_argument("--errors", action="store_true", help="print what was missed (-) and what was wrong (+)")
    args = parser.parse_args()
    aliases: dict[str, str] = json.loads(args.units.read_text(encoding="utf-8")) if args.units else {}
    nlp = load_pipeline()
    hits, totals, lines = dict.fromkeys(MEASURES, 0), [0, 0], []
    for line in args.gold.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        gold, found = record["quantities"], quantities(make_sheet(Article(record["text"]), nlp), record["text"])
        pairs = pair(gold, found, aliases)
        for name in MEASURES:
            hits[name] += sum(name in agreed for _, _, agreed in pairs)
        totals = [totals[0] + len(found), totals[1] + len(gold)]
        lines.append(json.dumps({"id": record["id"], "quantities": found}))
        if args.errors:
            _print_errors(record, found, pairs)
    if args.predictions:
        args.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} sentences, {totals[1]} quantities, {totals[0]} printed")
    for name, right in hits.items():
        precision, recall = right / max(1, totals[0]), right / max(1, totals[1])
        print(f"{name:16} P {precision:.3f}  R {recall:.3f}  F1 {2 * right / max(1, sum(totals)):.3f}  ({right})")


def _print_errors(record: Row, found: Sequence[Row], pairs: Sequence[tuple[int, int, frozenset[str]]]) -> None:
    matched_gold, matched = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    wrong = [(record["quantities"][i], found[j], agreed) for i, j, agreed in pairs if len(agreed) < len(MEASURES)]
    if len(matched_gold) < len(record["quantities"]) or len(matched) < len(found) or wrong:
        print(record["id"], record["text"])
        for sign, rows, done in (("-", record["quantities"], matched_gold), ("+", found, matched)):
            for row in (r for k, r in enumerate(rows) if k not in done):
                print("  ", sign, row["value"], row["unit"], row.get("change"), " ".join(row.get("concepts") or []), sep=" ")
        for gold, figure, agreed in wrong:
            missing = ", ".join(m for m in MEASURES if m not in agreed)
            print(
                "   ~",
                missing,
                "|",
                *(f"{r['value']} {r['unit']} {r.get('change')} {' '.join(r.get('concepts') or [])} |" for r in (gold, figure)),
            )


if __name__ == "__main__":
    main()
