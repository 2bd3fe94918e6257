"""How sure is sure: thresholds and confidence, measured on articles that weren't trained on.

    python -m training.calibration --facts FOLDER --names CORPUS --model extractors/pipeline/model

Reads each tenth article of `facts_train` (those that `training.reading` holds apart) with the files in --model, and writes
`confidence.json` there: for each field the probability from which on it is filled, and for each section a curve from the network's
probabilities to the share of facts that are right: isotonic regression, and for names, which the first stages of the training have
seen, a logistic curve of a fixed slope. Prints the curves' reliability on `--test`, the dev split. With `--network fast` it measures
that network's curves and writes them to `fast_confidence.json`; its thresholds are the full one's.

A figure counts as right where its kind, direction and measure are right and what it says of when, status and source is, too: a field
left empty isn't wrong. An office counts where it is one and its holder, what it is of and `former` are right; a person, place or body
where the annotation has one of that name, a place in that country.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.isotonic import IsotonicRegression

from evaluation.matching import same_name, same_words
from newsfacts import sureness
from newsfacts.article import Article
from newsfacts.figures.assembly import find_figures
from newsfacts.models import Date, Figure
from newsfacts.pipeline import load_pipeline
from newsfacts.pipeline.networks import FAST, FULL
from newsfacts.sheet import Found, find_all, sheet_of
from newsfacts.sureness import log_odds
from training.annotated import rows_of, stem

SECTIONS = ("figures", "offices", "people", "places", "organizations")
NAMES = ("people", "places", "organizations")
SLOPE = 0.9  # of the names' curve: the first stages saw these articles' names, so that the network is surer of them than of others
GRID = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]
TUNED = {"measure_word": "measure", "when": "when", "source": "source"}  # threshold → the field that it fills
LEAST = 45  # facts of a section, for a curve
SLACK = 0.005  # of a field's share of right answers, which a higher threshold may cost


@dataclass(frozen=True)
class Case:
    """One article with its annotation and what the program found in it."""

    gold: dict[str, Any]
    entities: list[dict[str, Any]]
    found: Found


def main() -> None:
    args = _arguments()
    config = tomllib.loads(Path(__file__).with_name("reading.toml").read_text(encoding="utf-8"))
    held = config["held"]
    network = args.network
    path = args.model / ("confidence.json" if network == FULL else f"{network}_confidence.json")
    if not path.exists():
        path.write_text(json.dumps({"curves": {}}), encoding="utf-8")
    train = list(cases(args.facts, args.names, "train", lambda i: i % held == held // 2, network))
    measured = sureness.measured(network)
    if network == FULL:
        measured["thresholds"] |= tuned(train, measured["thresholds"])
    curves = dict(measured["curves"]) | {s: fitted for s in SECTIONS if (fitted := _curve_of(s, *outcomes(train, s, network)))}
    written = {"curves": curves} if network != FULL else measured | {"curves": curves}
    path.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(measured["thresholds"]))
    if args.test:
        dev = list(cases(args.facts, args.test, "dev", lambda i: True, network))
        for section in SECTIONS:
            print_reliability(section, *outcomes(dev, section, network), curves[section])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True, metavar="CORPUS", help="worldwide_train.jsonl.gz")
    parser.add_argument("--test", type=Path, metavar="CORPUS", help="worldwide_dev.jsonl.gz: print the reliability on it")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--network", choices=(FULL, FAST), default=FULL)
    return parser.parse_args()


def cases(facts: Path, corpus: Path, split: str, chosen: Callable[[int], bool], network: str = FULL) -> Iterator[Case]:
    """Yield the chosen articles of a split, read by the program with one of its networks."""
    nlp = load_pipeline(None if network == FULL else network, threads=2)
    texts = {stem(row["name"]): row["text"] for row in rows_of(corpus)}
    entities = {row["name"]: row["entities"] for row in rows_of(facts / f"names_{split}.jsonl.gz")}
    for i, gold in enumerate(rows_of(facts / f"facts_{split}.jsonl.gz")):
        if chosen(i):
            article = Article(texts[gold["name"]], name=gold["name"])
            yield Case(gold, entities[gold["name"]], find_all(article, nlp(article.text)))


# --- thresholds


def tuned(read: list[Case], now: dict[str, float]) -> dict[str, float]:
    """Return for each field of figures the highest threshold at which hardly fewer answers are right than at the best."""
    chosen = {}
    for name, field in TUNED.items():
        shares = []
        for value in GRID:
            now[name] = value
            shares.append(np.mean([r[field] for case in read for r in _figure_rows(case, find_figures(case.found.reading))]))
        chosen[name] = now[name] = max(v for v, share in zip(GRID, shares, strict=True) if share >= max(shares) - SLACK)
        print(name, dict(zip(GRID, np.round(shares, 3).tolist(), strict=True)))
    return chosen


def _figure_rows(case: Case, figures: Any) -> Iterator[dict[str, Any]]:
    """Yield for each figure that is annotated which of its fields are right, and which are said."""
    dates = case.found.dates
    for figure in [*figures.percentages, *figures.money, *figures.quantities]:
        gold = next((g for g in case.gold["figures"] if g["start"] < figure.end and figure.start < g["end"]), None)
        if gold is not None:
            yield _figure_row(figure, gold, dates)


def _figure_row(figure: Figure, gold: dict[str, Any], dates: list[Date]) -> dict[str, Any]:
    wanted = [next((d.value for d in dates if d.start < end and start < d.end), None) for start, end in gold["when"]]
    both = "/".join(w or "" for w in wanted)
    return {
        "figure": figure,
        "kind": figure.kind == gold["kind"],
        "direction": figure.direction == gold["direction"],
        "measure": same_words(figure.measure, [gold["measure"]]),
        "when": figure.when is None if not wanted else figure.when in [*wanted, both] and figure.when is not None,
        "status": figure.status == gold["status"],
        "source": same_words(figure.source.text if figure.source else None, [gold["source"]]),
    }


def _is_right(row: dict[str, Any]) -> bool:
    figure: Figure = row["figure"]
    said = {"when": figure.when is not None, "source": figure.source is not None}
    return all(row[k] for k in ("kind", "direction", "measure", "status")) and all(row[k] or not said[k] for k in said)


# --- confidence


def outcomes(read: list[Case], section: str, network: str = FULL) -> tuple[list[float], list[bool]]:
    """Return for each fact of a section the product of the network's probabilities, and whether the fact is right."""
    pairs: list[tuple[float, bool]] = []
    sureness.measured(network)["curves"].pop(section, None)
    for case in read:
        sheet = sheet_of(case.found)
        if section == "figures":
            pairs += [(row["figure"].confidence, _is_right(row)) for row in _figure_rows(case, find_figures(case.found.reading))]
        elif section == "offices":
            people = {p.id: p.name for p in sheet.people}
            pairs += [(o.confidence, _is_office(o, people.get(o.holder or ""), case.gold["offices"])) for o in sheet.offices]
        else:
            golds = [e for e in case.entities if e["section"] == section]
            pairs += [(e.confidence, any(_is_entity(e, g) for g in golds)) for e in getattr(sheet, section)]
    return [chance for chance, _ in pairs], [right for _, right in pairs]


def _curve_of(section: str, chances: list[float], right: list[bool]) -> dict[str, list[float]] | None:
    """Return a section's curve; None, and say so, where the network found too few facts of it to measure one."""
    if len(right) < LEAST:
        print(f"{section}: {len(right)} facts are too few for a curve, the one before stays")
        return None
    return (flat if section in NAMES else curve)(chances, right)


def _is_office(office: Any, holder: str | None, golds: list[dict[str, Any]]) -> bool:
    for gold in golds:
        touch = any(m.start < gold["end"] and gold["start"] < m.end for m in office.mentions)
        if (touch or same_name(office.title, [gold["text"]])) and same_name(holder, [gold["holder"]]):
            return same_name(office.of, [gold["of"]]) and office.former == gold["former"]
    return False


def _is_entity(entity: Any, gold: dict[str, Any]) -> bool:
    return same_name(entity.name, [gold["name"]]) and (gold["section"] != "places" or entity.country == gold["country"])


def curve(chances: list[float], right: list[bool], size: int = 45) -> dict[str, list[float]]:
    """Return a curve from the log-odds of the probability to the share that is right, never falling, by means of some `size` facts each."""
    order = np.argsort(chances, kind="stable")
    xs, ys = np.array([log_odds(chances[i]) for i in order]), np.array(right, dtype=float)[order]
    parts = np.array_split(np.arange(len(xs)), max(3, min(16, len(xs) // size)))
    smooth = IsotonicRegression().fit_transform(range(len(parts)), [ys[p].mean() for p in parts], sample_weight=[len(p) for p in parts])
    return {"log_odds": [round(float(xs[p].mean()), 3) for p in parts], "right": [round(float(y), 3) for y in smooth]}


def flat(chances: list[float], right: list[bool]) -> dict[str, list[float]]:
    """Return a logistic curve over the log-odds with the slope `SLOPE`, so high that its mean is the share that is right."""
    odds = np.array([log_odds(c) for c in chances])
    low, high = -10.0, 10.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (middle, high) if np.mean(1 / (1 + np.exp(-middle - SLOPE * odds))) < np.mean(right) else (low, middle)
    points = np.arange(-4.0, 10.1, 1.0)
    return {"log_odds": points.tolist(), "right": np.round(1 / (1 + np.exp(-low - SLOPE * points)), 3).tolist()}


def print_reliability(section: str, chances: list[float], right: list[bool], curved: dict[str, list[float]]) -> None:
    """Print for each tenth of confidence from .5 up how many facts it holds, and the share of them that is right."""
    sure = np.round(np.interp([log_odds(c) for c in chances], curved["log_odds"], curved["right"]), 2)
    for low in (0.5, 0.6, 0.7, 0.8, 0.9):
        inside = (sure >= low) & (sure < low + 0.1 + (low == 0.9))
        if inside.any():
            share = float(np.array(right)[inside].mean())
            print(f"{section:14} {low:.1f}  facts {inside.sum():4}  said {sure[inside].mean():.3f}  right {share:.3f}")


if __name__ == "__main__":
    main()
