"""From scores to labels: legal BIO sequences and trees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .boundaries import QUOTES, cannot_start, has_end_before, is_short_line, starts_in

Floats = NDArray[np.float32]
Name = tuple[int, int, str]  # first word, end, label

_ENDS = frozenset('.!?…"”’)')

MAX_SENTENCE = 250  # words; text without a full stop is cut there, since scoring all pairs is quadratic
MAX_NAME = 60  # words; what goes on for longer is a list or a roll of capitals


def decode_names(scores: Floats, labels: list[str], breaks: Sequence[bool]) -> list[Name]:
    """Return the spans of the best legal BIO sequence of each line as (first word, end, label); none of more than `MAX_NAME` words.

    Args:
        scores: (words, labels).
        labels: `O`, `B-X`, `I-X` …
        breaks: whether a line begins at each word.
    """
    spans: list[Name] = []
    path = _best_path(scores, tuple(labels), breaks)
    for i in np.flatnonzero(path != labels.index("O")).tolist():
        prefix, _, name = labels[path[i]].partition("-")
        spans.append((i if prefix == "B" else spans.pop()[0], i + 1, name))
    return [span for span in spans if span[1] - span[0] <= MAX_NAME]


def _best_path(scores: Floats, labels: tuple[str, ...], breaks: Sequence[bool]) -> NDArray[np.intp]:
    """Return the index of each word's label: the best one by itself, but for lines in which these make no legal sequence."""
    path, may_follow = scores.argmax(1), _may_follow(labels)
    starts = np.flatnonzero(np.array([True, *breaks[1:]]))
    before = np.roll(path, 1)
    before[starts] = labels.index("O")  # nothing before the line counts as O
    wrong = np.flatnonzero(~may_follow[before, path])
    for line in dict.fromkeys(np.searchsorted(starts, wrong, side="right").tolist()):
        words = slice(starts[line - 1], starts[line] if line < len(starts) else None)
        path[words] = _viterbi(scores[words], may_follow, labels.index("O"))
    return path


@cache
def _may_follow(labels: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return for each label and a next one whether that may follow: `I-X` only behind `B-X` and `I-X`."""
    return np.array([[not label.startswith("I-") or before[2:] == label[2:] for label in labels] for before in labels])


def _viterbi(scores: Floats, may_follow: NDArray[np.bool_], before: int) -> list[int]:
    moves = np.where(may_follow, np.float32(0.0), np.float32(-1e4))
    total = scores[0] + moves[before]
    back = np.empty((len(scores) - 1, len(moves)), dtype=np.uint8)
    for i, row in enumerate(scores[1:]):
        paths = total[:, None] + moves
        back[i] = paths.argmax(0)
        total = paths.max(0) + row
    path = [int(total.argmax())]
    for pointers in back[::-1]:
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def decode_sentences(scores: Floats, breaks: Sequence[bool], words: Sequence[str], spaced: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the sentences as (first word, end): where the network says so, at each break, and after `MAX_SENTENCE` words.

    What `boundaries` knows of the writing overrules the network.

    Args:
        scores: (words, 2): inside a sentence, at the start of one.
        breaks: whether a line begins at each word.
        words: the words.
        spaced: whether white space stands before each word.
    """
    found = {_settled_start(int(i), words, spaced) for i in np.flatnonzero(scores[:, 1] > scores[:, 0])}
    written = frozenset(starts_in(words, spaced))
    bounds, line = [0], 0
    lines = [*(i for i, begins in enumerate(breaks) if begins and i), len(breaks)]
    for i in range(1, len(breaks)):
        line = i if breaks[i] else line
        in_short_line = i in found and is_short_line(line, lines[bisect_right(lines, i)]) and not has_end_before(i, words)
        starts = i in written or (i in found and not in_short_line and not cannot_start(i, words, spaced, line))
        if breaks[i] or starts or i - bounds[-1] >= MAX_SENTENCE:
            bounds.append(i)
    return list(zip(bounds, [*bounds[1:], len(breaks)], strict=True))


def _settled_start(i: int, words: Sequence[str], spaced: Sequence[bool]) -> int | None:
    """Return where the sentence that the network starts at word `i` does start; None where it saw one inside a word or a ruled line."""
    if i > 0 and words[i] in QUOTES and not spaced[i]:
        return i + 1  # `"The plan is bad." He left`: the quote closes
    if i > 0 and words[i - 1] in QUOTES and not spaced[i]:
        i -= 1  # `he said. "If …`: the quote opens
    if i > 0 and not spaced[i] and not (words[i - 1][-1] in _ENDS and words[i][0].isupper()):
        return None  # `=====`, `a/b`; but `at night.He ran`
    return i


def decode_tree(scores: NDArray[np.floating[Any]]) -> list[int]:
    """Return each word's head in the best tree with one root; the root is its own head.

    Args:
        scores: (dependents, heads), the diagonal scores a word as root.
    """
    n = len(scores)
    heads = scores.argmax(1)
    roots = np.flatnonzero(heads == np.arange(n))
    if len(roots) != 1:
        candidates = roots if len(roots) else np.arange(n)
        root = int(candidates[scores[candidates, candidates].argmax()])
        scores = scores.copy()
        others = np.arange(n) != root
        scores[others, np.flatnonzero(others)] = -np.inf
        heads = scores.argmax(1)
        heads[root] = root
    else:
        root = int(roots[0])
    if not _has_cycle(heads.tolist(), root):
        return heads.tolist()
    return _maximum_tree(scores.astype(np.float64), root)


def _find_cycle(heads: list[int], root: int) -> list[int]:
    state = [0] * len(heads)  # 0 unseen, otherwise the number of the walk that saw it
    state[root] = -1
    for walk, start in enumerate(range(len(heads)), 1):
        node = start
        while state[node] == 0:
            state[node] = walk
            node = heads[node]
        if state[node] == walk:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []


def _has_cycle(heads: list[int], root: int) -> bool:
    return bool(_find_cycle(heads, root))


def _maximum_tree(scores: NDArray[np.float64], root: int) -> list[int]:
    """Chu-Liu-Edmonds: contract a cycle to one node, solve the smaller graph, open the cycle where it is entered."""
    n = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1).tolist()
    heads[root] = root
    cycle = _find_cycle(heads, root)
    if not cycle:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.asarray(cycle)
    own = scores[cycle, [heads[c] for c in cycle]]
    entering = scores[np.ix_(members, outside)] - own[:, None]
    leaving = scores[np.ix_(outside, members)]
    m = len(outside)
    smaller = np.full((m + 1, m + 1), -np.inf)
    smaller[:m, :m] = scores[np.ix_(outside, outside)]
    smaller[m, :m] = entering.max(0)
    smaller[:m, m] = leaving.max(1)
    solved = _maximum_tree(smaller, int(np.flatnonzero(outside == root)[0]))
    for i, node in enumerate(outside.tolist()):
        if node != root:
            heads[node] = cycle[int(leaving[i].argmax())] if solved[i] == m else int(outside[solved[i]])
    entry = int(entering[:, solved[m]].argmax())
    heads[cycle[entry]] = int(outside[solved[m]])
    heads[root] = root
    return heads
