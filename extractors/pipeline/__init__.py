"""The English pipeline that ships with the package: names, tags and trees from one encoder, run without torch.

`load_pipeline()` gives an ordinary spaCy `Language`: spaCy's tokenizer and the component `newsfacts_encoder`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load_pipeline"]


def load_pipeline(*, threads: int = 0) -> Language:
    """Return the shipped pipeline.

    Its Docs carry entities (PERSON, ORG, LOC, FAC, NORP, MISC), `pos_` (Universal Dependencies), `tag_` (Penn Treebank), `lemma_`,
    `head` and `dep_` (Universal Dependencies 2), and sentences. Nothing is downloaded.

    Args:
        threads: how many the shipped pipeline computes with; 0 for one a core. Where several processes read articles side by side,
            give 1.
    """
    from concurrent.futures import ThreadPoolExecutor

    from .encoder import load_encoder

    with ThreadPoolExecutor(1) as pool:
        network = pool.submit(load_encoder, threads)  # loads on one core while spaCy's import, the longest part of the start, has the other
        import spacy

        from . import component  # noqa: F401 (registers the factory)

        nlp = spacy.blank("en")
        network.result()
    nlp.add_pipe("newsfacts_encoder", config={"threads": threads})
    return nlp
