"""The networks that ship, by name: the full one, and a smaller one that learned to say what the full one says (`training.student`).

Both have an encoder, a parser, a reader and curves of confidence of their own; words, labels and the embeddings of words are shared.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from spacy.tokens import Doc

FULL, FAST = "full", "fast"
OWN = ("confidence.json", "encoder.onnx", "far.npz", "parser.npz", "reader.onnx")  # files of each network
SHARED = ("labels.json", "vocab.txt", "words.bin")  # of all; the last one holds the embeddings of the words
_NETWORK = "newsfacts.network"  # in a Doc's user_data: the name of the network that read it


def file_of(network: str, name: str) -> Traversable:
    """Return a file of a network of its own: `encoder.onnx` of the full one, `fast_encoder.onnx` of the fast one."""
    return shared_file(name if network == FULL else f"{network}_{name}")


def shared_file(name: str) -> Traversable:
    """Return a file that all networks have in common."""
    return files(__package__).joinpath("model", name)


def set_network(doc: Doc, network: str) -> None:
    """Note on a Doc which network read it: the reader and the confidence must be the same one's."""
    doc.user_data[_NETWORK] = network


def network_of(doc: Doc) -> str:
    """Return the name of the network that read a Doc."""
    return str(doc.user_data.get(_NETWORK, FULL))
