"""Which full lines of a folded text end a paragraph, where no blank lines stand between its paragraphs.

A line with a place for the next word surely ends one. Whether a full line that ends a sentence does, the writing only hints at; the
hints are weighed by `folding.toml`, whose weights `training.folds` fits. On articles kept apart 81 of 100 such lines are told rightly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log
from statistics import median

from ..knowledge import load, word_set
from .folded_lines import Line, ends_sentence, goes_on

HINTS = ("always", "known", "length", "several", "opens", "closes", "within_quote", "goes_on", "heading")  # as `hints` gives them
_OPENING = "\"“‘'«"
_CLOSING = "\"”’'»"
_FIRST_WORD = re.compile(r"\W{0,3}([\w’']{1,30})")
_WITHIN = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s{1,9}[\"“‘'«(\[]?[A-Z0-9])")


@dataclass(frozen=True)
class Stretch:
    """The lines between two sure ends of paragraphs; `doubtful` are the places of those that may end one, too."""

    lines: list[Line]
    doubtful: list[int]

    @property
    def length(self) -> int:
        """Its characters."""
        return sum(len(line.words) + 1 for line in self.lines)


@dataclass(frozen=True)
class Habits:
    """How a text is written, as its sure paragraphs show: the characters of one, and how many of its sentences end one, as odds."""

    length: float
    ends: float


def ends_of_paragraphs(lines: list[Line], fold_ends: frozenset[int]) -> Iterator[int]:
    """Yield those of `fold_ends` that end a paragraph after all; none in a text with blank lines between its paragraphs."""
    stretches = list(stretches_of(lines, fold_ends))
    if 2 * sum(not line.words for line in lines) >= len(stretches) or not any(stretch.doubtful for stretch in stretches):
        return
    habits, weights = habits_of(stretches), load("pipeline/folding.toml")["weights"]
    for stretch in stretches:
        for at in stretch.doubtful:
            if sum(weights[name] * value for name, value in zip(HINTS, hints(stretch, at, habits), strict=True)) > 0:
                yield stretch.lines[at].end


def stretches_of(lines: list[Line], fold_ends: frozenset[int]) -> Iterator[Stretch]:
    """Yield the stretches of a text in which the line ends `fold_ends` may be folds."""
    held: list[Line] = []
    written = [line for line in lines if line.words]
    for i, line in enumerate(written):
        held.append(line)
        if line.end not in fold_ends or i == len(written) - 1:
            yield Stretch(held, [k for k, pair in enumerate(pairwise(held)) if ends_sentence(pair[0].words) and not goes_on(*pair)])
            held = []


def habits_of(stretches: list[Stretch]) -> Habits:
    """Return how the paragraphs of a text with these stretches are written."""
    lengths = [stretch.length for stretch in stretches if len(stretch.lines) > 1 and not stretch.doubtful]
    within = sum(_sentences_within(" ".join(line.words for line in stretch.lines)) - len(stretch.doubtful) for stretch in stretches)
    usual = median(lengths or [stretch.length for stretch in stretches])
    return Habits(usual, (len(stretches) + 0.5) / (max(0, within) + 0.5))


def hints(stretch: Stretch, at: int, habits: Habits) -> tuple[float, ...]:
    """Return what hints at an end of a paragraph behind the line `at` of `stretch`, in the order of `HINTS`."""
    before = [place for place in stretch.doubtful if place < at]
    behind = [place for place in stretch.doubtful if place > at]
    lines, line, after = stretch.lines, stretch.lines[at].words, stretch.lines[at + 1].words
    first = _FIRST_WORD.match(after)
    return (
        1.0,
        log(habits.ends),
        log(stretch.length / habits.length),
        log(len(stretch.doubtful)),
        float(after[0] in _OPENING),
        float(line[-1] in _CLOSING),
        float(_is_open(" ".join(one.words for one in lines[before[-1] + 1 if before else 0 : at + 1]))),
        float(first is not None and first[1].lower().replace("’", "'") in word_set("pipeline/folding.toml", "goes_on")),
        float(not behind and not ends_sentence(lines[-1].words)),
    )


def _sentences_within(text: str) -> int:
    return sum(ends_sentence(text[max(0, end.end() - 24) : end.end()]) for end in _WITHIN.finditer(text))


def _is_open(text: str) -> bool:
    """Say whether a quotation begins in `text` that doesn't end there."""
    return text.count("“") > text.count("”") or text.count("«") > text.count("»") or text.count('"') % 2 == 1
