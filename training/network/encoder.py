"""The encoder: a BERT that sees letter case and line breaks (torch; training alone)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True)
class Sizes:
    """What fixes the shapes of the weights."""

    vocabulary: int
    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    shapes: int
    names: int
    pos: int
    tags: int
    lemmas: int
    deps: int
    lower: int = 4  # the layer whose vectors the reader starts from
    shape_width: int = 32
    arc: int = 256
    relation: int = 96


class Attention(torch.autograd.Function):
    """Attention among all rows, which onnxruntime computes as one operator: nothing may be padded, and nothing is trained."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        return attention(query, key, value, heads, None)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        return g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())


def attention(query: Tensor, key: Tensor, value: Tensor, heads: int, bias: Tensor | None) -> Tensor:
    """Return what each row of `query` takes from those of `value`: (batch, rows, width)."""
    q, k, v = (x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (query, key, value))
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    return ((scores if bias is None else scores + bias).softmax(-1) @ v).transpose(1, 2).flatten(2)


class Layer(nn.Module):
    """A transformer block with BERT's layout (normalised after each half).

    Attributes:
        fused: whether the attention is one operator, for batches without padding; set by the export.
    """

    fused = False

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        w = sizes.width
        self.heads = sizes.heads
        self.query, self.key, self.value, self.attended = (nn.Linear(w, w) for _ in range(4))
        self.inner, self.outer = nn.Linear(w, sizes.inner), nn.Linear(sizes.inner, w)
        self.norm1, self.norm2 = nn.LayerNorm(w, eps=1e-12), nn.LayerNorm(w, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor, rows: Tensor | None = None) -> Tensor:
        """Return the new vectors of `rows`, which are some of those of `x`; of all of them by default."""
        rows = x if rows is None else rows
        query, key, value = self.query(rows), self.key(x), self.value(x)
        context = Attention.apply(query, key, value, self.heads) if self.fused else attention(query, key, value, self.heads, bias)
        rows = self.norm1(rows + self.dropout(self.attended(context)))
        return self.norm2(rows + self.dropout(self.outer(F.gelu(self.inner(rows)))))


class Encoder(nn.Module):
    """Pieces → one vector for each word: its first piece's, with the shape of the word beside it.

    The encoder is uncased; the word's shape and whether a line begins at it come in as embeddings, zero at the start of training.
    """

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        w = sizes.width
        self.lower = sizes.lower
        self.words = nn.Embedding(sizes.vocabulary, w)
        self.positions = nn.Embedding(sizes.positions, w)
        self.shapes_in = nn.Embedding(sizes.shapes + 1, w)
        self.breaks_in = nn.Embedding(2, w)
        self.shapes_out = nn.Embedding(sizes.shapes, sizes.shape_width)
        self.norm = nn.LayerNorm(w, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.shapes_in.weight)
        nn.init.zeros_(self.breaks_in.weight)

    def forward(self, pieces: Tensor, piece_shapes: Tensor, piece_breaks: Tensor, first: Tensor, shapes: Tensor) -> tuple[Tensor, ...]:
        """Return the word vectors of the last layer, of a middle one, which knows more of syntax, and of a lower one, for the reader.

        pieces, piece_shapes, piece_breaks: (batch, pieces), 0 where padded; first, shapes: (batch, words).
        """
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.shapes_in(piece_shapes) + self.breaks_in(piece_breaks)
        x = self.dropout(self.norm(x))
        bias = (pieces == 0)[:, None, None, :] * -10000.0
        index = first[..., None].expand(-1, -1, x.shape[-1])
        for number, layer in enumerate(self.layers, start=1):
            if number < len(self.layers):
                x = layer(x, bias)
            else:  # of the last layer only the words' first pieces are asked for
                middle = x.gather(1, index)
                last = layer(x, bias, middle)
            if number == self.lower:
                lower = x.gather(1, index) if number < len(self.layers) else last
        shape = self.shapes_out(shapes)
        return torch.cat((last, shape), -1), torch.cat((middle, shape), -1), lower


INPUTS = ("pieces", "piece_shapes", "piece_breaks", "first", "shapes")


def load_bert(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Copy the weights of a Hugging Face BERT (safetensors) into the encoder; token type 0 goes into the words."""

    def copy(module: nn.Module, name: str) -> None:
        module.weight.data.copy_(weights[f"{name}.weight"])
        if getattr(module, "bias", None) is not None:
            module.bias.data.copy_(weights[f"{name}.bias"])

    copy(encoder.words, "embeddings.word_embeddings")
    copy(encoder.positions, "embeddings.position_embeddings")
    encoder.words.weight.data += weights["embeddings.token_type_embeddings.weight"][0]
    copy(encoder.norm, "embeddings.LayerNorm")
    parts = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "attended": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "inner": "intermediate.dense", "outer": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for i, layer in enumerate(encoder.layers):
        for ours, theirs in parts.items():
            copy(getattr(layer, ours), f"encoder.layer.{i}.{theirs}")
