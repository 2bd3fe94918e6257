"""The networks that are trained: the encoder with a file for each head, and the reader.

What each is worth in the loss stands in the recipes (`training/*.toml`).
"""

from training.network.encoder import INPUTS, Encoder, Sizes, load_bert
from training.network.reader import Placed, Reader, make_batch
from training.network.tagger import Tagger

__all__ = ["INPUTS", "Encoder", "Placed", "Reader", "Sizes", "Tagger", "load_bert", "make_batch"]
