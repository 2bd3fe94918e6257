"""The English pipeline that ships with the package: names, tags and trees from one encoder, run without torch.

`load_pipeline()` gives an ordinary spaCy `Language`: spaCy's tokenizer and the component `newsfacts_encoder`; `load_pipeline("fast")` the
same with a smaller network.
`load_pipeline("en_core_web_trf")` gives another one that is installed, with its labels mapped to the same ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .errors import ModelError
from .networks import FAST, FULL

if TYPE_CHECKING:
    from concurrent.futures import Future

    from spacy.language import Language

    from .encoder import Encoder
    from .lean import LeanPipeline

    Pipeline: TypeAlias = Language | LeanPipeline  # what the extractors read with

__all__ = ["ModelError", "load_pipeline"]

MAX_LENGTH = 2**30 - 1  # characters; spaCy's tokenizer counts no further, and memory ends long before


def load_pipeline(name: str | None = None, *, threads: int = 0) -> Language:
    """Return the shipped pipeline, or another.

    Its Docs carry entities (PERSON, ORG, LOC, FAC, NORP, MISC), `pos_` (Universal Dependencies), `tag_` (Penn Treebank), `lemma_`,
    `head` and `dep_` (Universal Dependencies 2), and sentences. Nothing is downloaded.

    Args:
        name: `fast` for the smaller of the shipped networks; or an installed spaCy pipeline for English, as a package
            (`en_core_web_sm`) or a folder. Its labels are mapped: OntoNotes names, CLEAR trees.
        threads: how many the shipped pipeline computes with; 0 for one a core. Where several processes read articles side by side,
            give 1.

    Raises:
        ModelError: no such pipeline is installed, or it lacks names, tags, lemmas or trees.
    """
    if name in (None, "", FAST):
        return _load_own(name or FULL, threads)
    from .other import load_other

    return load_other(name, threads)


def load_lean_pipeline(name: str | None = None, threads: int = 0) -> Pipeline:
    """Return what reads as a shipped pipeline does, sooner: for programs of our own, which use no more of spaCy than that.

    Where spaCy's parts can't be imported alone (see `spacy_parts`), and for another pipeline, it is what `load_pipeline` returns.
    """
    from .spacy_parts import can_import_parts, import_parts

    if name not in (None, "", FAST) or not can_import_parts():
        return load_pipeline(name, threads=threads)
    encoder = _loading_encoder(name or FULL, threads)
    import_parts()
    from .lean import LeanPipeline

    return LeanPipeline(encoder, name or FULL, MAX_LENGTH)


def _load_own(network: str, threads: int) -> Language:
    encoder = _loading_encoder(network, threads)
    from . import tokenizer  # noqa: F401 (registers its factory)
    from .language import NewsEnglish

    nlp = NewsEnglish.from_config({"nlp": {"tokenizer": {"@tokenizers": "newsfacts.NewsTokenizer.v1"}}})
    encoder.result()
    nlp.add_pipe("newsfacts_encoder", config={"network": network, "threads": threads})
    nlp.max_length = MAX_LENGTH
    return nlp


def _loading_encoder(network: str, threads: int) -> Future[Encoder]:
    """Begin to load a network's encoder on one core, while spaCy and the extractors are imported on another."""
    from concurrent.futures import ThreadPoolExecutor

    from .encoder import load_encoder

    pool = ThreadPoolExecutor(1)
    encoder = pool.submit(load_encoder, network, threads)
    pool.shutdown(wait=False)
    return encoder
