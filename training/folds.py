"""Fit what hints at the end of a paragraph in folded text: the weights of `extractors/pipeline/folding.toml`.

    python -m training.folds ARTICLES.jsonl [--apart ARTICLES.jsonl] [--out extractors/pipeline/folding.toml]

Each article (`text`) is folded at four widths without blank lines, so which of its full lines end a paragraph is known. A logistic
regression weighs the hints of `newsfacts.pipeline.paragraph_ends`; printed is the share of such lines that are told rightly.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.folding import WIDTHS, folded
from newsfacts.pipeline.folded_lines import lines_of
from newsfacts.pipeline.folding import full_lines
from newsfacts.pipeline.paragraph_ends import HINTS, habits_of, hints, stretches_of

PENALTY = 0.5  # on the squares of the weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--apart", type=Path, help="articles to measure on")
    parser.add_argument("--out", type=Path, default=Path("extractors/pipeline/folding.toml"))
    args = parser.parse_args()
    seen, ends = told(args.articles)
    weights = minimize(lambda w: np.logaddexp(0, -np.where(ends, 1, -1) * (seen @ w)).sum() + PENALTY * w @ w, np.zeros(len(HINTS))).x
    for path in filter(None, (args.articles, args.apart)):
        seen, ends = told(path)
        print(f"{path.stem}: {np.mean((seen @ weights > 0) == ends):.3f} of {len(ends)}")
    text = args.out.read_text(encoding="utf-8")
    for name, weight in zip(HINTS, weights, strict=True):
        text = re.sub(rf"^{name} = [-.\d]+", f"{name} = {weight:.2f}", text, flags=re.MULTILINE)
    args.out.write_text(text, encoding="utf-8")


def told(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Return the hints of each doubtful line in the articles of a file, and whether it ends a paragraph."""
    seen, ends = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = "\n".join(" ".join(part.split()) for part in json.loads(line)["text"].splitlines() if part.strip())
        for width in WIDTHS:
            for found, end in _told_of(text, width):
                seen.append(found)
                ends.append(end)
    return np.array(seen), np.array(ends)


def _told_of(text: str, width: int) -> Iterator[tuple[tuple[float, ...], bool]]:
    paragraphs = [folded(paragraph, width) for paragraph in text.split("\n")]
    known = frozenset(np.cumsum([len(paragraph) + 1 for paragraph in paragraphs]) - 1)
    whole = "\n".join(paragraphs)
    stretches = list(stretches_of(lines_of(whole), full_lines(whole)))
    habits = habits_of(stretches)
    for stretch in stretches:
        yield from ((hints(stretch, at, habits), stretch.lines[at].end in known) for at in stretch.doubtful)


if __name__ == "__main__":
    main()
