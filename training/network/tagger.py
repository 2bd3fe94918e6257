"""The encoder with all heads that it feeds at once. A new head is one file here and one line in `Tagger.__init__`."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.network.encoder import INPUTS, Encoder, Sizes
from training.network.trees import PROJECTIONS, Trees
from training.network.words import WordLabels

SEES_LAST = ("names",)  # the others see the middle layer, too, which knows more of syntax


class Tagger(nn.Module):
    """The encoder and its heads; `forward` gives what is exported, `loss` what is trained."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes, dropout)
        wide = sizes.width + sizes.shape_width
        self.mix = nn.Parameter(torch.zeros(1))  # how much of the middle layer the syntactic heads see
        self.words = nn.ModuleDict(
            {
                "names": WordLabels(wide, sizes.names, smoothed=True),
                "pos": WordLabels(wide, sizes.pos),
                "tags": WordLabels(wide, sizes.tags),
                "lemmas": WordLabels(wide, sizes.lemmas),
                "starts": WordLabels(wide, 2),
            }
        )
        self.trees = Trees(wide, sizes.arc, sizes.relation, sizes.deps, dropout)
        self.dropout = nn.Dropout(dropout)

    def vectors(self, *inputs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the vectors of words as the names' head sees them, the heads of syntax, and the reader: (batch, words, width)."""
        last, middle, lower = self.encoder(*inputs)
        share = torch.sigmoid(self.mix)
        return self.dropout(last), self.dropout((1 - share) * last + share * middle), lower

    def scores(self, *inputs: Tensor) -> dict[str, Tensor]:
        """Return by name the scores of the words' labels, the parser's projections and the reader's vectors: (batch, words, …)."""
        return self.read(*self.vectors(*inputs))

    def read(self, last: Tensor, syntax: Tensor, lower: Tensor) -> dict[str, Tensor]:
        """Return the `scores` of words with the given `vectors`."""
        labels = {name: head(last if name in SEES_LAST else syntax) for name, head in self.words.items()}
        return labels | dict(zip(PROJECTIONS, self.trees(syntax), strict=True)) | {"vectors": lower}

    def forward(self, pieces: Tensor, piece_shapes: Tensor, piece_breaks: Tensor, first: Tensor, shapes: Tensor) -> tuple[Tensor, ...]:
        """Return what `scores` does, in the order of `newsfacts.pipeline.encoder.SCORES`."""
        return tuple(self.scores(pieces, piece_shapes, piece_breaks, first, shapes).values())

    def loss(self, batch: dict[str, Tensor], weights: dict[str, float], smoothing: float) -> tuple[Tensor, dict[str, float]]:
        """Return the weighted sum of the tasks' losses and each task's own, unweighted."""
        scores = self.scores(*(batch[k] for k in INPUTS))
        parts = {name: head.loss(scores[name], batch[name], smoothing) for name, head in self.words.items()}
        parts |= self.trees.loss(tuple(scores[name] for name in PROJECTIONS), batch)
        total = sum(weights[k] * v for k, v in parts.items())
        return total, {k: float(v.detach()) for k, v in parts.items()}
