"""The networks that ship, by name: the full one, and a smaller one that learned to say what the full one says (`training.student`).

Each has an encoder and curves of confidence of its own. The fast one learned the full one's vectors, so what reads these is shared.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from spacy.tokens import Doc

FULL, FAST = "full", "fast"
OWN = ("confidence.json", "encoder.onnx")  # files of each network
SHARED = ("far.npz", "labels.json", "parser.npz", "reader.onnx", "vocab.txt", "words.bin")  # of all; `words.bin` has the words' embeddings
_NETWORK = "newsfacts.network"  # in a Doc's user_data: the name of the network that read it


def file_of(network: str, name: str) -> Traversable:
    """Return a file of a network of its own: `encoder.onnx` of the full one, `fast_encoder.onnx` of the fast one."""
    return shared_file(name if network == FULL else f"{network}_{name}")


def shared_file(name: str) -> Traversable:
    """Return a file that all networks have in common."""
    return files(__package__).joinpath("model", name)


def set_network(doc: Doc, network: str) -> None:
    """Note on a Doc which network read it: its confidence is that network's."""
    doc.user_data[_NETWORK] = network


def network_of(doc: Doc) -> str:
    """Return the name of the network that read a Doc."""
    return str(doc.user_data.get(_NETWORK, FULL))
