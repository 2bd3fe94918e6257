"""The exported network: words in, scores for each word out.

The model folder holds `encoder.onnx` (int8), `parser.npz` (the biaffine weights), `vocab.txt` and `labels.json`, the first two once for
each of `networks`; `training.export` writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .networks import FULL, file_of, shared_file
from .shapes import shape_class
from .wordpiece import WordPiece

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

WINDOW = 160  # word pieces that the encoder sees at once: what it was trained on
CONTEXT = 24  # pieces of a long line that a word sees at least on either side of a cut
PART = 64  # windows whose scores are held at once, some 12 KB a word: more than an article has, and few for a book
SCORES = ("names", "pos", "tags", "lemmas", "starts", "arc_dep", "arc_head", "rel_dep", "rel_head", "vectors")
WITH_ONE = frozenset(("arc_dep", "arc_head", "rel_dep", "rel_head"))  # a one stands behind each of their rows: the bias of trees' products


@dataclass(frozen=True)
class Labels:
    """The labels that the columns of the scores stand for."""

    names: list[str]
    pos: list[str]
    tags: list[str]
    lemmas: list[str]
    deps: list[str]


@dataclass(frozen=True)
class Window:
    """Words `start` to `end` of a text go through the encoder; the scores of `keep_start` to `keep_end` are taken."""

    start: int
    end: int
    keep_start: int
    keep_end: int
    pieces: int


class Encoder:
    """The network and all that it needs. Immutable once loaded, safe to share between threads.

    Args:
        network: which one, of `networks`.
        threads: how many the network computes with; 0 for one a core.
    """

    def __init__(self, network: str = FULL, threads: int = 0) -> None:
        self.network, self.threads = network, threads
        self.wordpiece = WordPiece(shared_file("vocab.txt").read_text(encoding="utf-8").splitlines())
        self.labels = Labels(**json.loads(shared_file("labels.json").read_text(encoding="utf-8")))
        with as_file(shared_file("parser.npz")) as path, np.load(path) as weights:
            self.arc: Floats = weights["arc"].astype(np.float32)
            relation = weights["relation"].astype(np.float32)
        self.relations, inner, outer = relation.shape
        self.relation: Floats = np.ascontiguousarray(relation.transpose(2, 0, 1).reshape(outer, self.relations * inner))
        self._session = open_session(file_of(network, "encoder.onnx"), threads)

    def score(self, words: Sequence[str], breaks: Sequence[bool]) -> Iterator[dict[str, Floats]]:
        """Yield for each of `SCORES` an array with a row a word, stretch after stretch; those of `WITH_ONE` end with a column of ones.

        `breaks[i]`: a line begins at word i. A stretch is `PART` windows long, so that a text of any length fits into memory; an
        article is one.
        """
        pieces = [self.wordpiece(w) for w in words]
        shapes = [shape_class(w) for w in words]
        windows = cut_windows([len(p) for p in pieces], breaks)
        while part := list(islice(windows, PART)):
            yield self._score_part(part, pieces, shapes, breaks)

    def _score_part(
        self, part: list[Window], pieces: list[tuple[int, ...]], shapes: list[int], breaks: Sequence[bool]
    ) -> dict[str, Floats]:
        first, last = part[0].keep_start, part[-1].keep_end
        out: dict[str, Floats] = {}
        # One window a run: its scores depend on it alone, nothing is padded, and what the layers hand on stays in the processor's cache.
        for window in part:
            results = self._session.run(SCORES, window_inputs(window, pieces, shapes, breaks, self.wordpiece))
            kept = slice(window.keep_start - window.start, window.keep_end - window.start)
            for key, (rows,) in zip(SCORES, results, strict=True):
                width = rows.shape[-1]
                if key not in out:
                    out[key] = np.empty((last - first, width + (key in WITH_ONE)), dtype=np.float32)
                    out[key][:, width:] = 1.0
                out[key][window.keep_start - first : window.keep_end - first, :width] = rows[kept]
        return out


def open_session(file: Traversable, threads: int) -> InferenceSession:
    """Return onnxruntime's session for a file of the model folder."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # on a busy machine that takes half of the cores' time
    options.enable_cpu_mem_arena = False  # the arena keeps the largest batch's memory for ever
    with as_file(file) as path:
        # onnxruntime's sum and norm in one adds word by word, one number after the other: a tenth of the network's time more than apart.
        apart = ["SkipLayerNormFusion"]
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=apart)


@cache
def load_encoder(network: str = FULL, threads: int = 0) -> Encoder:
    """Return a shipped encoder, loaded once a process."""
    return Encoder(network, threads)


def cut_windows(sizes: Sequence[int], breaks: Sequence[bool]) -> Iterator[Window]:
    """Pack whole lines into windows; a line that is longer is cut so that each word sees `CONTEXT` pieces on both sides."""
    start = used = 0
    for first, last in _lines(breaks):
        size = sum(sizes[first:last])
        if used and used + size > WINDOW:
            yield Window(start, first, start, first, used)
            start, used = first, 0
        if size > WINDOW:
            yield from _cut_line(sizes, first, last)
            start, used = last, 0
        else:
            used += size
    if used:
        yield Window(start, len(sizes), start, len(sizes), used)


def _lines(breaks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    starts = [i for i, new in enumerate(breaks) if new or i == 0]
    yield from zip(starts, [*starts[1:], len(breaks)], strict=True)


def _cut_line(sizes: Sequence[int], first: int, last: int) -> Iterator[Window]:
    start = keep = first
    while keep < last:
        end, used = start, 0
        while end < last and (end <= keep or used + sizes[end] <= WINDOW):
            used += sizes[end]
            end += 1
        keep_end = last if end == last else max(_back(sizes, end, CONTEXT), keep + 1)
        yield Window(start, end, keep, keep_end, used)
        keep = keep_end
        start = max(_back(sizes, keep, CONTEXT), first)


def _back(sizes: Sequence[int], index: int, pieces: int) -> int:
    """Return the word that begins at most `pieces` pieces before word `index`."""
    while index > 0 and pieces >= sizes[index - 1]:
        pieces -= sizes[index - 1]
        index -= 1
    return index


def window_inputs(
    window: Window, pieces: list[tuple[int, ...]], shapes: list[int], breaks: Sequence[bool], wordpiece: WordPiece
) -> dict[str, NDArray[Any]]:
    """Return the network's inputs for one window: arrays of one row."""
    ids, piece_shapes, piece_breaks, first = [wordpiece.cls], [0], [0], []
    for i in range(window.start, window.end):
        first.append(len(ids))
        ids.extend(pieces[i])
        piece_shapes.extend([shapes[i] + 1] * len(pieces[i]))
        piece_breaks.extend([int(breaks[i])] * len(pieces[i]))
    inputs = {
        "pieces": [*ids, wordpiece.sep], "piece_shapes": [*piece_shapes, 0], "piece_breaks": [*piece_breaks, 0],
        "first": first, "shapes": shapes[window.start : window.end],
    }  # fmt: skip
    return {name: np.array([row], dtype=np.int64) for name, row in inputs.items()}
