"""The reader's network (torch; training alone): the top layers once more, over the words around one marked target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from newsfacts.pipeline.pointing import (
    ASKED,
    CLASSES,
    DISTANCES,
    FAR,
    FAR_COUNT,
    FAR_WIDTH,
    INSIDE,
    MARKS,
    POINTERS,
    UNSAID,
    distances,
    far_words,
    first_of_kind,
    window_of,
)
from training.annotated import IGNORE, Annotated, Target
from training.network.encoder import Layer, Sizes

TARGET_MARKS = 5  # the last of MARKS


class Reader(nn.Module):
    """Vectors of the words around each target → its classes, a score a word for each pointer, a score for each thing unsaid.

    The layers begin as copies of the encoder's top ones.
    """

    def __init__(self, sizes: Sizes, layers: int, dropout: float) -> None:
        super().__init__()
        w = sizes.width
        self.marks = nn.Embedding(len(MARKS), w)
        self.distances = nn.Embedding(DISTANCES, w)
        own = replace(sizes, inner=4 * w)  # as in BERT, though the encoder's layers may be narrower
        self.layers = nn.ModuleList(Layer(own, dropout) for _ in range(layers))
        self.pointers = nn.Linear(w, len(POINTERS))
        self.hidden = nn.Linear(2 * w, w)
        self.classes = nn.ModuleDict({name: nn.Linear(w, n) for name, n in CLASSES.items()})
        self.unsaid = nn.Linear(w, len(UNSAID))
        self.queries = nn.Linear(w, len(FAR) * FAR_WIDTH)
        self.keys = nn.ModuleDict({name: nn.Linear(w, FAR_WIDTH) for name in FAR})
        self.far_distances = nn.ModuleDict({name: nn.Embedding(DISTANCES, 1) for name in FAR})
        self.far_ranks = nn.ModuleDict({name: nn.Embedding(16, 1) for name in FAR})
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.marks.weight, std=0.02)
        nn.init.normal_(self.distances.weight, std=0.02)

    def forward(self, vectors: Tensor, marks: Tensor, distance: Tensor) -> tuple[Tensor, ...]:
        """vectors: (targets, words, width); marks, distance: (targets, words), 0 in `distance` where padded."""
        bias = (distance == 0)[:, None, None, :] * -10000.0
        x = self.dropout(vectors + self.marks(marks) + self.distances(distance))
        for layer in self.layers:
            x = layer(x, bias)
        here = (marks >= len(MARKS) - TARGET_MARKS).to(x.dtype)[..., None]
        whole = (distance > 0).to(x.dtype)[..., None]
        target = (x * here).sum(1) / here.sum(1).clamp(min=1)
        around = (x * whole).sum(1) / whole.sum(1).clamp(min=1)
        target = F.gelu(self.hidden(self.dropout(torch.cat((target, around), -1))))
        return (
            *(self.classes[name](self.dropout(target)) for name in CLASSES),
            self.pointers(self.dropout(x)), self.unsaid(self.dropout(target)), self.queries(self.dropout(target)),
        )  # fmt: skip

    def far(self, name: str, queries: Tensor, vectors: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Return the scores of the words beyond the windows that `name` may point at: (targets, words)."""
        query = queries.unflatten(-1, (len(FAR), FAR_WIDTH))[:, list(FAR).index(name)]
        keys = self.keys[name](self.dropout(vectors[batch[f"{name}_far_rows"]]))
        distance, rank = batch[f"{name}_far_distance"], batch[f"{name}_far_rank"]
        bias = self.far_distances[name](distance) + self.far_ranks[name](rank)
        return (keys @ query[..., None] / FAR_WIDTH**0.5 + bias)[..., 0]

    def loss(self, vectors: Tensor, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
        """Return the sum of the questions' losses, each the mean over the targets that settle it.

        vectors: (words, width) of all texts of the batch, in which its `rows` are numbered.
        """
        outputs = self(vectors[batch["rows"]], batch["marks"], batch["distance"])
        parts = {}
        for name, scores in zip(CLASSES, outputs, strict=False):
            parts[name] = _classes(scores.float(), batch[name])
        pointers, unsaid, queries = (o.float() for o in outputs[-3:])
        pad = batch["distance"] == 0
        words = dict(zip(POINTERS, pointers.unbind(-1), strict=True))
        none = dict(zip(UNSAID, unsaid.unbind(-1), strict=True))
        far = {name: self.far(name, queries, vectors, batch) for name in FAR}
        parts["measure"] = _set(words["measure"], batch["measure"], pad)
        for name in INSIDE:
            unsaid_of = [none["of"], none["of_article"]] if name == "of" else [none[name]]
            parts[name] = _point(words[name], unsaid_of, batch[name], batch[f"{name}_options"], far[name], batch[f"{name}_far"])
        first = _point(words["source_first"], [none["source"]], batch["source_first"], ~pad, far["source"], batch["source_far"])
        parts["source"] = (first + _point(words["source_last"], [none["source"]], batch["source_last"], ~pad)) / 2
        total = sum(WEIGHTS[k] * v for k, v in parts.items())
        return total, {k: float(v.detach()) for k, v in parts.items()}


WEIGHTS = {
    "kind": 1.0, "direction": 1.0, "status": 1.0, "former": 0.5, "measure": 2.0, "when": 1.0, "holder": 1.0, "of": 1.0, "source": 1.0,
}  # fmt: skip


def _classes(scores: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(scores, labels, ignore_index=IGNORE, label_smoothing=0.02) if (labels >= 0).any() else scores.sum() * 0


def _set(scores: Tensor, wanted: Tensor, pad: Tensor) -> Tensor:
    """Binary cross-entropy a word; `wanted` is 1, 0, or IGNORE for a target that doesn't settle it."""
    known = (wanted >= 0) & ~pad
    if not known.any():
        return scores.sum() * 0
    each = F.binary_cross_entropy_with_logits(scores, wanted.clamp(min=0).float(), reduction="none") * known
    return (each.sum(1) / 6).sum() / known.any(1).sum()  # a measure has some six words


def _point(
    scores: Tensor, unsaid: Sequence[Tensor], wanted: Tensor, options: Tensor, far: Tensor | None = None, far_wanted: Tensor | None = None
) -> Tensor:
    """Minus the log of the probability of all right answers together, among the options and what is unsaid.

    wanted: (targets, len(unsaid) + words), true where right; a row without any isn't settled. far_wanted: (targets, words beyond the
    window), 1 where right, 0 where wrong, IGNORE where padded.
    """
    none = torch.ones_like(options[:, : len(unsaid)])
    every, allowed = [*(u[:, None] for u in unsaid), scores], [none, options | wanted[:, len(unsaid) :]]
    if far is not None and far_wanted is not None:
        every.append(far)
        allowed.append(far_wanted >= 0)
        wanted = torch.cat((wanted, far_wanted == 1), 1)
    table = torch.cat(every, 1).masked_fill(~torch.cat(allowed, 1), -1e4)
    settled = wanted.any(1)
    if not settled.any():
        return scores.sum() * 0
    right = table.masked_fill(~wanted, -1e4)
    return (table.logsumexp(1) - right.logsumexp(1))[settled].mean()


@dataclass(frozen=True)
class Placed:
    """A target of a text whose words begin at row `first` of the vectors; the reader sees no word outside of `bounds`."""

    text: Annotated
    target: Target
    first: int
    bounds: tuple[int, int]


def make_batch(items: Sequence[Placed]) -> dict[str, Tensor]:
    """Return the tensors of targets; `rows` are those of the vectors to take, 0 where padded (which `distance` tells)."""
    windows = [window_of((i.target.start, i.target.end), i.target.task, i.bounds) for i in items]
    width = max(b - a for a, b in windows)
    n = len(items)
    rows = np.zeros((n, width), dtype=np.int64)
    marks, distance, measure = (np.zeros((n, width), dtype=np.int64) for _ in range(3))
    unsaid = {"when": 1, "holder": 1, "of": 2, "source_first": 1, "source_last": 1}
    pointed = {name: np.zeros((n, width + extra), dtype=bool) for name, extra in unsaid.items()}
    labels = {k: np.full(n, IGNORE, dtype=np.int64) for k in CLASSES}
    far = {f"{name}_far{part}": np.zeros((n, FAR_COUNT), dtype=np.int64) for name in FAR for part in ("", "_rows", "_distance", "_rank")}
    for name in FAR:
        far[f"{name}_far"][:] = IGNORE
    for row, (item, window) in enumerate(zip(items, windows, strict=True)):
        text, target, (start, end) = item.text, item.target, window
        size = end - start
        rows[row, :size] = np.arange(start, end) - item.bounds[0] + item.first
        marks[row, :size] = text.marks[start:end]
        marks[row, target.start - start : target.end - start] = target.mark
        distance[row, :size] = distances(window, (target.start, target.end))
        for name in CLASSES:
            labels[name][row] = getattr(target, name)
        measure[row] = IGNORE
        answers = {"when": target.when, "holder": target.holder, "of": target.of, "source": target.source and [a for a, _ in target.source]}
        for name in ASKED[target.task]:
            place = "source_first" if name == "source" else name
            if _beyond(far, name, row, item, window, answers[name]):
                continue
            _fill(pointed[place][row], answers[name], window, unsaid[place])
            if name == "source":
                _fill(pointed["source_last"][row], target.source and [b - 1 for _, b in target.source], window, 1)
            if name == "of" and target.of_article and pointed["of"][row, 0]:
                pointed["of"][row, :2] = False, True
        if target.measure is not None:
            measure[row] = 0
            measure[row, [i - start for i in target.measure if start <= i < end]] = 1
    arrays = {"rows": rows, "marks": marks, "distance": distance, "measure": measure, **labels, **pointed, **far}
    arrays |= {f"{name}_options": first_of_kind(marks, kinds) for name, kinds in INSIDE.items()}
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _fill(row: np.ndarray, answers: Sequence[int] | None, window: tuple[int, int], unsaid: int) -> None:
    """Mark the right answers that the window holds; none of them there is unsaid, one that isn't settled is nothing."""
    if answers is None:
        return
    inside = [i - window[0] + unsaid for i in answers if window[0] <= i < window[1]]
    row[inside or [0]] = True


def _beyond(
    far: dict[str, np.ndarray], name: str, row: int, item: Placed, window: tuple[int, int], answers: Sequence[int] | None
) -> bool:  # fmt: skip
    """Write the words beyond the window that `name` may point at; say whether the right ones stand among them alone, none in the window."""
    start, end = item.bounds
    firsts = np.nonzero(first_of_kind(np.array(item.text.marks[start:end]), FAR[name]))[0] + start
    chosen, steps, ranks = far_words(firsts, (item.target.start, item.target.end), window)
    size = len(chosen)
    right = np.isin(chosen, list(answers or ()))
    far[f"{name}_far"][row] = IGNORE
    far[f"{name}_far"][row, :size] = right
    far[f"{name}_far_rows"][row, :size] = chosen - start + item.first
    far[f"{name}_far_distance"][row, :size] = steps
    far[f"{name}_far_rank"][row, :size] = ranks
    return bool(right.any()) and not any(window[0] <= i < window[1] for i in answers or ())
