"""What the reader sees of a text: windows, distances, marks, words beyond the window."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.pipeline.pointing import (
    AFTER,
    BEFORE,
    DISTANCES,
    FAR_COUNT,
    MARK,
    MARKS,
    base_marks,
    distances,
    far_words,
    first_of_kind,
    window_of,
)

WORDS = ["Shares", "of", "Nordvik", "fell", "3.2%", "on", "Tuesday", ",", "Ole", "Dahl", "said", "."]


def test_marks_tell_names_dates_figures_and_ways() -> None:
    marks = base_marks(WORDS, [(2, 3, "ORG"), (8, 10, "PERSON")], [(6, 7, True)], [(4, 5)], [])
    assert [MARKS[m] for m in marks] == [
        "plain", "plain", "ORG", "down", "figure", "plain", "date", "plain", "PERSON", "PERSON", "plain", "plain",
    ]  # fmt: skip


def test_a_length_of_time_cannot_be_pointed_at() -> None:
    marks = base_marks(["for", "two", "years"], [], [(1, 3, False)], [], [])
    assert [MARKS[m] for m in marks] == ["plain", "length of time", "length of time"]


def test_the_first_word_of_each_stretch_is_pointed_at() -> None:
    person, date = MARK["PERSON"], MARK["date"]
    marks = np.array([0, person, person, 0, person, date, date, 0])
    assert first_of_kind(marks, ["PERSON"]).nonzero()[0].tolist() == [1, 4]
    assert first_of_kind(marks, ["PERSON", "date"]).nonzero()[0].tolist() == [1, 4, 5]


@given(st.integers(0, 400), st.integers(1, 5), st.integers(0, 400), st.sampled_from(["figure", "title"]))
def test_a_window_holds_its_target_and_stays_in_the_text(start: int, size: int, more: int, task: str) -> None:
    end = start + size
    first, last = window_of((start, end), task, (0, end + more))
    assert 0 <= first <= start
    assert end <= last <= end + more
    assert start - first <= BEFORE[task]
    assert last - end <= AFTER[task]


@given(st.integers(0, 300), st.integers(1, 4))
def test_distances_grow_away_from_the_target(start: int, size: int) -> None:
    target = (start, start + size)
    found = distances((max(0, start - 60), start + size + 40), target)
    assert (np.diff(found) >= 0).all()
    assert found.min() >= 1  # 0 is padding
    assert found.max() < DISTANCES
    assert (found == 16).sum() == size


@given(st.lists(st.integers(0, 5000), max_size=200, unique=True), st.integers(0, 5000))
def test_words_beyond_the_window_are_the_nearest_ones(firsts: list[int], at: int) -> None:
    window = (at - 48, at + 25)
    every = np.array(sorted(firsts), dtype=np.int64)
    chosen, steps, ranks = far_words(every, (at, at + 1), window)
    outside = [i for i in firsts if not window[0] <= i < window[1]]
    assert set(chosen.tolist()) <= set(outside)
    assert len(chosen) == min(FAR_COUNT, len(outside))
    if len(outside) > len(chosen) > 0:
        left = set(outside) - set(chosen.tolist())
        assert max(abs(i - at) for i in chosen.tolist()) <= min(abs(i - at) for i in left) + 1
    assert ((steps >= 1) & (steps < DISTANCES)).all()
    assert ((ranks >= 0) & (ranks <= 15)).all()
