"""Fit which country an office is of where only the article tells it: the weights of `extractors/offices/country.toml`.

    python -m training.country --facts FOLDER --names CORPUS [--out extractors/offices/country.toml]

Learns from the articles of `facts_train` that have such offices, without each tenth, which `training.reading` holds apart; prints on those
how many of the countries that are said are right, at several thresholds. Two choices are fitted, one after the other: whose news the
article is, and of which of its countries one title is. Each is a conditional logit: the chance of a country is its share of the
exponentials of the weighted features, beside that of none of them, which has a weight of its own (for titles one by kind of office).
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from newsfacts.offices import country
from newsfacts.offices.country import ARTICLE, TITLE, Mentions
from newsfacts.offices.lexicon import KINDS, kind_of
from newsfacts.offices.positions import Jurisdictions, same_words
from newsfacts.offices.reader import held_titles
from newsfacts.places.countries import code_of_country
from newsfacts.spans import sentence_spans
from training.calibration import Case, cases

NONE = (*KINDS, "other")  # kinds of offices but for local ones, which are never given a country
PENALTY = 0.5  # on the squares of the weights
PLAIN = 0.4  # the chance from which on a country is said: on articles kept apart, four of five said are right, and of those near it half

Choice = tuple[NDArray[np.float64], int, float]  # features a candidate, none the last; the right one; weight


@dataclass(frozen=True)
class Title:
    """An office of which the annotation says that only the article tells its country; `country` is None where that is no country."""

    words: list[str]
    sentence: tuple[int, int]
    same: list[str]
    country: str | None


Told = list[tuple[Mentions, list[Title]]]


def main() -> None:
    args = _arguments()
    config = tomllib.loads(Path(__file__).with_name("reading.toml").read_text(encoding="utf-8"))
    held = config["held"]
    learned = told(cases(args.facts, args.names, "train", lambda i: i % held != held // 2))
    apart = told(cases(args.facts, args.names, "train", lambda i: i % held == held // 2))
    write(args.out, learned)
    report(apart)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True, metavar="CORPUS", help="worldwide_train.jsonl.gz")
    parser.add_argument("--out", type=Path, default=Path("extractors/offices/country.toml"))
    return parser.parse_args()


def told(read: Iterable[Case]) -> Told:
    """Return the mentions of countries in each article that has such offices, and the offices."""
    found = []
    for case in read:
        golds = [o for o in case.gold["offices"] if o["of_from_article"]]
        if golds:
            doc, places = case.found.reading.doc, case.found.places
            found.append((Mentions.of_article(doc, places), _titles(case, golds, sentence_spans(doc))))
    return found


def _titles(case: Case, golds: Sequence[dict[str, Any]], sentences: Sequence[tuple[int, int]]) -> list[Title]:
    reading = case.found.reading
    jurisdictions = Jurisdictions.of_article(reading, case.found.places)
    said = [(h, code) for h in held_titles(reading) if (code := jurisdictions.country(h.of))]
    titles = []
    for gold in golds:
        words = same_words(gold["text"])
        if kind_of(words) == "local":
            continue
        others = [(h, code) for h, code in said if h.end <= gold["start"] or h.start >= gold["end"]]
        same = [code for h, code in others if same_words(h.title) == words]
        titles.append(Title(words, sentences[reading.sentence_of(gold["start"])], same, code_of_country(gold["of"] or "")))
    return titles


def write(path: Path, learned: Told) -> None:
    """Fit both choices and write the file that ships."""
    article = fit([c for mentions, titles in learned for c in _choices(mentions.features(), titles, ["none"], [0] * len(titles))])
    _write(path, article, np.zeros(len(TITLE) + 1 + len(NONE)))
    choices = []
    for mentions, titles in learned:
        for title in titles:
            found = mentions.features_of_title(title.words, title.sentence, title.same)
            choices += _choices(found, [title], ["none", *NONE], [1 + NONE.index(kind_of(title.words))], 1 / len(titles) ** 0.5)
    _write(path, article, fit(choices))


def _choices(
    features: dict[str, tuple[float, ...]], titles: Sequence[Title], none: Sequence[str], kinds: Sequence[int], weight: float | None = None
) -> list[Choice]:
    """Return a choice for each title: a row of features a country, and one for none of them, which has the columns `none` alone.

    Its first column is 1, and the title's of `kinds`. Titles of one article count less the more it has.
    """
    codes = list(features)
    table = np.zeros((len(codes) + 1, len(next(iter(features.values()), ())) + len(none)))
    found = []
    for title, kind in zip(titles, kinds, strict=True):
        rows = table.copy()
        rows[:-1, : -len(none)] = [features[code] for code in codes]
        rows[-1, [-len(none), kind - len(none)]] = 1
        right = codes.index(title.country) if title.country in codes else len(codes)
        found.append((rows, right, weight or 1 / len(titles) ** 0.5))
    return found if codes else []


def fit(choices: Sequence[Choice]) -> NDArray[np.float64]:
    """Return the weights that make the right candidates likeliest, with a penalty on large ones."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = PENALTY * float(weights @ weights), 2 * PENALTY * weights
        for rows, right, weight in choices:
            scores = rows @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            total -= weight * float(np.log(shares[right]))
            shares[right] -= 1
            slope = slope + weight * (rows.T @ shares)
        return total, slope

    return np.asarray(minimize(loss, np.zeros(choices[0][0].shape[1]), jac=True, method="L-BFGS-B").x)


def _write(path: Path, article: NDArray[np.float64], title: NDArray[np.float64]) -> None:
    none = title[len(TITLE)]
    lines = [
        "# Written by training.country: weights of what is counted of each country, and of none of them (for titles by kind of office).",
        f"plain = {PLAIN}  # the chance from which on a country is said",
        *_table("article", ARTICLE, article, {"none": article[len(ARTICLE)]}),
        *_table("title", TITLE, title, {kind: none + own for kind, own in zip(NONE, title[len(TITLE) + 1 :], strict=True)}),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    country.load.cache_clear()


def _table(name: str, features: Sequence[str], weights: NDArray[np.float64], none: dict[str, float]) -> list[str]:
    shown = ", ".join(f"{w:.3f}" for w in weights[: len(features)])
    return ["", f"[{name}]", f"weights = [{shown}]  # {', '.join(features)}", *(f"{kind} = {w:.3f}" for kind, w in none.items())]


def report(apart: Told) -> None:
    """Print how many offices are given a country at several thresholds, and how many of these are right."""
    found = []
    for mentions, titles in apart:
        for title in titles:
            shares = country.chances(mentions.features_of_title(title.words, title.sentence, title.same), "title", kind_of(title.words))
            best = max(shares, key=lambda code: shares[code], default=None)
            found.append((shares.get(best or "", 0.0), best == title.country))
    print(f"offices {len(found)}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        right = [ok for chance, ok in found if chance >= least]
        print(f"from {least}: said {len(right)}, right {sum(right)}")


if __name__ == "__main__":
    main()
