"""Names from scores: the best labels where they make legal sequences, the best legal sequence of a line where they don't."""

import numpy as np
import pytest

from newsfacts.pipeline.consistency import chances
from newsfacts.pipeline.decoding import MAX_NAME, decode_names

LABELS = ["O", "B-PERSON", "I-PERSON", "B-LOC", "I-LOC"]
NONE, PERSON, IN_PERSON, LOC, IN_LOC = range(5)


def scores_of(*best: int, second: dict[int, int] | None = None) -> np.ndarray:
    """Scores of words whose best labels are `best`; those of `second` are nearly as good."""
    scores = np.zeros((len(best), len(LABELS)), dtype=np.float32)
    for word, label in enumerate(best):
        scores[word, label] = 5.0
    for word, label in (second or {}).items():
        scores[word, label] = 4.0
    return scores


@pytest.mark.parametrize(
    ("best", "second", "breaks", "names"),
    [
        ((PERSON, IN_PERSON, NONE, LOC), {}, (1, 0, 0, 0), [(0, 2, "PERSON"), (3, 4, "LOC")]),
        ((LOC, LOC), {}, (1, 0), [(0, 1, "LOC"), (1, 2, "LOC")]),
        ((NONE, NONE), {}, (1, 0), []),
        # `I-PERSON` behind nothing and behind a place is none: the second best label of a word makes the line legal.
        ((IN_PERSON, IN_PERSON, NONE), {0: PERSON}, (1, 0, 0), [(0, 2, "PERSON")]),
        ((LOC, IN_PERSON), {0: PERSON}, (1, 0), [(0, 2, "PERSON")]),
        ((LOC, IN_PERSON), {1: IN_LOC}, (1, 0), [(0, 2, "LOC")]),
        # No name goes on over a line's end, and one line's labels don't change another's.
        ((PERSON, IN_PERSON), {1: PERSON}, (1, 1), [(0, 1, "PERSON"), (1, 2, "PERSON")]),
        ((PERSON, IN_PERSON, IN_LOC, NONE, LOC, IN_LOC), {2: LOC}, (1, 0, 1, 0, 1, 0), [(0, 2, "PERSON"), (2, 3, "LOC"), (4, 6, "LOC")]),
        # A part of a text may begin within a line.
        ((IN_LOC, NONE), {0: LOC}, (0, 0), [(0, 1, "LOC")]),
    ],
)
def test_names_are_the_best_legal_sequences_of_lines(
    best: tuple[int, ...], second: dict[int, int], breaks: tuple[int, ...], names: list[tuple[int, int, str]]
) -> None:
    assert decode_names(scores_of(*best, second=second), LABELS, [bool(b) for b in breaks]) == names


def test_a_roll_of_capitals_is_no_name() -> None:
    scores = scores_of(PERSON, *[IN_PERSON] * MAX_NAME, NONE, LOC)
    assert decode_names(scores, LABELS, [False] * len(scores)) == [(MAX_NAME + 2, MAX_NAME + 3, "LOC")]


def test_how_sure_a_name_is_depends_on_its_own_words_alone() -> None:
    scores = scores_of(PERSON, IN_PERSON, NONE, LOC, second={1: NONE})
    names = [(0, 2, "PERSON"), (3, 4, "LOC")]
    both = chances(names, scores, LABELS)
    assert both == [*chances(names[:1], scores, LABELS), *chances(names[1:], scores, LABELS)]
    first, second = (np.exp(row) / np.exp(row).sum() for row in scores[:2])
    assert both[0] == pytest.approx((first[PERSON] * second[IN_PERSON]) ** 0.5, rel=1e-5)
    assert chances([], scores, LABELS) == []
