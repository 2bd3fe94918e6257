"""The reader's view of a text: a target (a figure or a title), a window of words around it, and what each word is known to be.

The reader is a second, short pass: for each target it takes the encoder's vectors of the words around it, marks the target, the dates,
names and other figures, and says the target's classes and which words answer its questions. Here is what its training and its use share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Stretch = tuple[int, int]  # words, end exclusive
Integers = NDArray[np.int64]

KINDS: Final = ("level", "share", "change")
DIRECTIONS: Final = (None, "up", "down")
STATUSES: Final = ("actual", "planned", "forecast", "hypothetical", "denied")
CLASSES: Final = {"kind": 3, "direction": 3, "status": 5, "former": 2}
POINTERS: Final = ("measure", "when", "source_first", "source_last", "holder", "of")  # a score a word
UNSAID: Final = ("when", "source", "holder", "of", "of_article")  # a score a target: nothing in the window says it

MARKS: Final = (
    "plain", "figure", "title", "date", "length of time", "PERSON", "LOC", "ORG", "NORP", "MISC", "up", "down",
    "target percentage", "target money", "target quantity", "target count", "target title",
)  # fmt: skip
MARK: Final = {name: i for i, name in enumerate(MARKS)} | {"FAC": MARKS.index("LOC")}
BEFORE: Final = {"figure": 80, "title": 24}  # words that the reader sees before its target
AFTER: Final = {"figure": 24, "title": 20}
DISTANCES: Final = 32  # classes of distance from the target
# What is pointed at, by its mark: within the window (a source is any words of it), and beyond it.
INSIDE: Final = {"when": ("date",), "holder": ("PERSON",), "of": ("LOC", "ORG", "NORP", "MISC")}
FAR: Final = {"source": ("PERSON", "ORG"), **INSIDE}
ASKED: Final = {"figure": ("source", "when"), "title": ("holder", "of")}  # of each target
FAR_COUNT: Final = 48  # of such words, those nearest to the target
FAR_WIDTH: Final = 64  # of the query and the keys


@cache
def _ways() -> dict[str, int]:
    """Return the mark of each form of a word of movement that says its way."""
    from ..figures.amounts.lexicon import forms_of_movement

    return {form: MARK[way] for form, way in forms_of_movement().items()}


def base_marks(
    words: Sequence[str],
    names: Iterable[tuple[int, int, str]],
    dates: Iterable[tuple[int, int, bool]],
    figures: Iterable[Stretch],
    titles: Iterable[Stretch],
) -> Integers:
    """Return the mark of each of a text's words, before one target is marked.

    Args:
        words: the text's words.
        names: first word, end and label.
        dates: first word, end and whether the date can be pointed at (no length of time, no set).
        figures: the words of each amount.
        titles: the words of each title.
    """
    marks = np.array([_ways().get(word.lower(), 0) for word in words], dtype=np.int64)
    for start, end, label in names:
        marks[start:end] = MARK[label]
    for start, end in titles:
        marks[start:end] = MARK["title"]
    for start, end, pointed in dates:
        marks[start:end] = MARK["date"] if pointed else MARK["length of time"]
    for start, end in figures:
        marks[start:end] = MARK["figure"]
    return marks


def window_of(target: Stretch, task: str, bounds: Stretch) -> Stretch:
    """Return the words that the reader sees for a target of `figure` or `title`, within `bounds`."""
    return max(bounds[0], target[0] - BEFORE[task]), min(bounds[1], target[1] + AFTER[task])


def distances(window: Stretch, target: Stretch) -> Integers:
    """Return the class of each word's distance from the target: 16 is the target, lower before it, higher behind it."""
    return _distances(target[0] - window[0], target[1] - target[0], window[1] - target[1])


@lru_cache(maxsize=1024)
def _distances(before: int, of_target: int, behind: int) -> Integers:
    away = np.array([*range(-before, 0), *[0] * of_target, *range(1, behind + 1)])
    size = np.abs(away)
    steps = np.where(size <= 8, size, np.minimum(8 + np.ceil(np.log2(np.maximum(size, 8) / 8) * 2.4), 15)).astype(np.int64)
    return 16 + np.sign(away) * steps


def first_of_kind(marks: Integers, kinds: Sequence[str]) -> NDArray[np.bool_]:
    """Return which words are the first of a stretch with one of the marks `kinds`; marks: (…, words)."""
    first = _is_one_of(tuple(kinds))[marks]
    first[..., 1:] &= marks[..., 1:] != marks[..., :-1]
    return first


@cache
def _is_one_of(kinds: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return for each mark whether it is one of `kinds`."""
    table = np.zeros(len(MARKS), dtype=bool)
    table[[MARK[kind] for kind in kinds]] = True
    return table


def far_words(firsts: Integers, target: Stretch, window: Stretch) -> tuple[Integers, Integers, Integers]:
    """Return of `firsts` the words outside of the window that are nearest to the target, with classes of distance and rank.

    The class of distance counts in steps of 32 words from 16, the target's; the rank counts the words of this kind in between (up to 15).
    """
    before, behind = np.searchsorted(firsts, window[0]), np.searchsorted(firsts, window[1])
    outside = np.concatenate((firsts[max(0, before - FAR_COUNT) : before], firsts[behind : behind + FAR_COUNT]))
    away = np.where(outside < target[0], outside - target[0], outside - target[1] + 1)
    order = np.argsort(np.abs(away), kind="stable")[:FAR_COUNT]
    chosen, away = outside[order], away[order]
    steps = 16 + np.sign(away) * np.minimum(1 + np.abs(away) // 32, 15)
    later = away > 0
    ranks = np.where(later, np.cumsum(later), np.cumsum(~later)) - 1
    return chosen, steps.astype(np.int64), np.minimum(ranks, 15).astype(np.int64)


def mark_of_amount(section: str, dimension: str | None) -> int:
    """Return the mark of a target by its amount's section and dimension."""
    if section == "quantities":
        return MARK["target count" if dimension == "count" else "target quantity"]
    return MARK["target percentage" if section == "percentages" else "target money"]
