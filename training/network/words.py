"""A head that gives each word a label: names and titles, parts of speech, tags, lemma scripts, starts of sentences."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.corpora import IGNORE


class WordLabels(nn.Linear):
    """Scores of the labels of one task for each word.

    Args:
        width: of the word vectors.
        labels: how many there are.
        smoothed: whether the loss smooths the labels: where annotators err.
    """

    def __init__(self, width: int, labels: int, *, smoothed: bool = False) -> None:
        super().__init__(width, labels)
        self.smoothed = smoothed

    def loss(self, scores: Tensor, labels: Tensor, smoothing: float) -> Tensor:
        """Return the cross-entropy over the words that have a label."""
        return cross_entropy(scores, labels, smoothing if self.smoothed else 0.0)


def cross_entropy(scores: Tensor, labels: Tensor, smoothing: float = 0.0) -> Tensor:
    """Return the mean over the labels that aren't IGNORE; 0 where all are."""
    if not (labels >= 0).any():
        return scores.sum() * 0.0
    return F.cross_entropy(scores.flatten(0, -2).float(), labels.flatten(), ignore_index=IGNORE, label_smoothing=smoothing)


def with_one(x: Tensor) -> Tensor:
    """Append a 1 to each vector: the bias of a biaffine product."""
    return torch.cat((x, x.new_ones(*x.shape[:-1], 1)), -1)
