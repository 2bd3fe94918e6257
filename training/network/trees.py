"""The head that finds each word's head and relation, by biaffine scores (Dozat and Manning 2017)."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.network.words import cross_entropy, with_one

PROJECTIONS = ("arc_dep", "arc_head", "rel_dep", "rel_head")


class Trees(nn.Module):
    """Word vectors → four projections; the products of two of them score the arcs, those of the others the relations."""

    def __init__(self, width: int, arc: int, relation: int, deps: int, dropout: float) -> None:
        super().__init__()
        self.arc_dep, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_dep, self.rel_head = nn.Linear(width, relation), nn.Linear(width, relation)
        # The bias row lets a word be likely as a head whatever its dependent.
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc + 1))
        self.relation = nn.Parameter(torch.zeros(deps, relation + 1, relation + 1))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.relation, std=0.02)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        """Return the projections in the order of `PROJECTIONS`: (batch, words, …)."""
        return tuple(self.dropout(F.leaky_relu(getattr(self, name)(words), 0.1)) for name in PROJECTIONS)

    def loss(self, projections: tuple[Tensor, ...], batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return the losses of the arcs and of the relations; an arc stays within its sentence (padding is sentence -1)."""
        arc_dep, arc_head, rel_dep, rel_head = projections
        heads = batch["heads"]
        same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
        arcs = with_one(arc_dep) @ self.arc @ with_one(arc_head).transpose(1, 2)
        governor = rel_head.gather(1, heads.clamp(min=0)[..., None].expand(-1, -1, rel_head.shape[-1]))
        known = heads >= 0
        relations = torch.einsum("ni,dij,nj->nd", with_one(rel_dep[known]), self.relation, with_one(governor[known]))
        deps = F.cross_entropy(relations, batch["deps"][known]) if known.any() else relations.sum()
        return {"arcs": cross_entropy(arcs.masked_fill(~same, -1e4), heads), "deps": deps}
