"""The reader: what a text says of each of its figures and titles, from the encoder's vectors around them.

The model folder holds `reader.onnx` (int8) and `far.npz` (what is pointed at beyond the window); `training.export` writes them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX
from spacy.tokens import Doc

from ..spans import token_texts
from .networks import shared_file
from .pointing import (
    ASKED,
    CLASSES,
    FAR,
    FAR_WIDTH,
    INSIDE,
    POINTERS,
    UNSAID,
    Integers,
    Stretch,
    distances,
    far_words,
    first_of_kind,
    window_of,
)

Floats = NDArray[np.float32]
OUTPUTS = (*CLASSES, "pointers", "unsaid", "queries")


class Words:
    """The words of a Doc, its white space left out, and the characters where they stand."""

    def __init__(self, doc: Doc) -> None:
        texts, starts = token_texts(doc), doc.to_array(IDX).tolist()
        self.tokens = [i for i, text in enumerate(texts) if not text.isspace()]
        self.texts = [texts[i] for i in self.tokens]
        self.starts: list[int] = [starts[i] for i in self.tokens]
        self.ends = [start + len(text) for start, text in zip(self.starts, self.texts, strict=True)]

    def __len__(self) -> int:
        return len(self.texts)

    def at(self, start: int, end: int) -> Stretch:
        """Return the words that the characters touch."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def of_tokens(self, start: int, end: int) -> Stretch:
        """Return the words of the tokens from `start` to `end`."""
        return bisect_left(self.tokens, start), bisect_left(self.tokens, end)

    def characters(self, first: int, end: int) -> tuple[int, int]:
        """Return the characters of the words from `first` to `end`."""
        return self.starts[first], self.ends[end - 1]


@dataclass(frozen=True)
class Target:
    """What is asked of: the words of a figure or a title, and its mark (of `pointing.MARKS`)."""

    task: str
    words: Stretch
    mark: int


@dataclass(frozen=True)
class Answer:
    """What the reader says of one target. Probabilities are as the network gives them, not calibrated.

    Attributes:
        classes: for each of `pointing.CLASSES` the probabilities of its values.
        measure: the probability of each word of `window` to belong to the measure.
        pointed: by question (`when` and `source` of a figure, `holder` and `of` of a title) the probability of each word, of the window
            or beyond it: the first of a date or name, and of any words for `source`.
        ends: the probability of each word of `window` to be the last of the source.
        unsaid: the probability that nothing says it, by question; `of_article`: only the article as a whole does.
    """

    window: Stretch
    classes: dict[str, Floats]
    measure: Floats
    pointed: dict[str, dict[int, float]]
    ends: Floats
    unsaid: dict[str, float]


class Reader:
    """The network and its far pointers. Immutable once loaded, safe to share between threads."""

    def __init__(self, threads: int = 0) -> None:
        from .encoder import open_session

        self._session = open_session(shared_file("reader.onnx"), threads)
        with as_file(shared_file("far.npz")) as path, np.load(path) as weights:
            self._far = {key: weights[key].astype(np.float32) for key in weights.files}

    def read(self, vectors: NDArray[np.floating], marks: Integers, targets: Sequence[Target]) -> list[Answer]:
        """Return an answer for each of `targets`.

        Args:
            vectors: (words, width) of the text, from the encoder.
            marks: (words,) what each word is known to be, as `pointing.base_marks` gives them.
            targets: figures and titles in any order.
        """
        firsts = {name: np.nonzero(first_of_kind(marks, kinds))[0] for name, kinds in FAR.items()}
        keys = {
            name: vectors[rows].astype(np.float32) @ self._far[f"{name}_key"] + self._far[f"{name}_bias"] for name, rows in firsts.items()
        }
        return [self._answer(target, self._run(vectors, marks, target), marks, firsts, keys) for target in targets]

    def _run(self, vectors: NDArray[np.floating], marks: Integers, target: Target) -> dict[str, Floats]:
        """Return the network's outputs for one target, which depend on it alone: nothing is padded."""
        start, end = window_of(target.words, target.task, (0, len(marks)))
        shown = marks[start:end].copy()
        shown[target.words[0] - start : target.words[1] - start] = target.mark
        inputs = {
            "vectors": vectors[None, start:end].astype(np.float32), "marks": shown[None],
            "distance": distances((start, end), target.words)[None],
        }  # fmt: skip
        return {name: output[0] for name, output in zip(OUTPUTS, self._session.run(OUTPUTS, inputs), strict=True)}

    def _answer(
        self, target: Target, scores: dict[str, Floats], marks: Integers, firsts: dict[str, Integers], keys: dict[str, Floats]
    ) -> Answer:
        window = window_of(target.words, target.task, (0, len(marks)))
        start, end = window
        words = dict(zip(POINTERS, scores["pointers"][: end - start].T, strict=True))
        none = dict(zip(UNSAID, scores["unsaid"], strict=True))
        shown = marks[start:end].copy()
        shown[target.words[0] - start : target.words[1] - start] = target.mark
        queries = dict(zip(FAR, scores["queries"].reshape(len(FAR), FAR_WIDTH), strict=True))
        unsaid: dict[str, float] = {}
        pointed: dict[str, dict[int, float]] = {}
        for name in ASKED[target.task]:
            extra = ("of", "of_article") if name == "of" else (name,)
            at = np.nonzero(first_of_kind(shown, INSIDE[name]))[0] if name in INSIDE else np.arange(end - start)
            inside = words[name if name in INSIDE else "source_first"][at]
            far = self._far_scores(name, queries[name], target, window, firsts[name], keys[name])
            pointed[name] = _chances(inside, at + start, far, [none[e] for e in extra], extra, unsaid)
        return Answer(
            window, {name: _softmax(scores[name]) for name in CLASSES}, 1 / (1 + np.exp(-words["measure"])), pointed,
            _softmax(words["source_last"]), unsaid,
        )  # fmt: skip

    def _far_scores(
        self, name: str, query: Floats, target: Target, window: Stretch, firsts: Integers, keys: Floats
    ) -> tuple[Integers, Floats]:
        """Return the words beyond the window that may be pointed at, and their scores."""
        chosen, steps, ranks = far_words(firsts, target.words, window)
        rows = np.searchsorted(firsts, chosen)
        bias = self._far[f"{name}_distance"][steps] + self._far[f"{name}_rank"][ranks]
        return chosen, keys[rows] @ query / FAR_WIDTH**0.5 + bias


def _chances(
    scores: Floats,
    words: Integers,
    far: tuple[Integers, Floats],
    none: Sequence[float],
    names: Sequence[str],
    unsaid: dict[str, float],
) -> dict[int, float]:
    """Return the probability of each word; write that of what is unsaid into `unsaid`."""
    chosen, beyond = far
    chances = _softmax(np.concatenate((np.array(none, dtype=np.float32), scores, beyond)))
    shares = chances.tolist()
    unsaid.update(zip(names, shares, strict=False))
    return dict(zip([*words.tolist(), *chosen.tolist()], shares[len(none) :], strict=True))


def _softmax(scores: Floats) -> Floats:
    chances = np.exp(scores - scores.max())
    return chances / chances.sum()


@cache
def load_reader(threads: int = 0) -> Reader:
    """Return the shipped reader, loaded once a process."""
    return Reader(threads)
