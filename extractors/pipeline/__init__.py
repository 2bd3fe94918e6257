"""The English pipeline that ships with the package: names, tags and trees from one encoder, run without torch.

`load_pipeline()` gives an ordinary spaCy `Language`: spaCy's tokenizer and the component `newsfacts_encoder`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load_pipeline"]

MAX_LENGTH = 2**30 - 1  # characters; spaCy's tokenizer counts no further, and memory ends long before


def load_pipeline() -> Language:
    """Return the shipped pipeline.

    Its Docs carry entities (PERSON, ORG, LOC, FAC, NORP, MISC), `pos_` (Universal Dependencies), `tag_` (Penn Treebank), `lemma_`,
    `head` and `dep_` (Universal Dependencies 2), and sentences. Nothing is downloaded.
    """
    from concurrent.futures import ThreadPoolExecutor

    from .encoder import load_encoder

    with ThreadPoolExecutor(1) as pool:
        network = pool.submit(load_encoder)  # loads on one core while spaCy's import, the longest part of the start, has the other
        import spacy

        from . import component, tokenizer  # noqa: F401 (register their factories)

        nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "newsfacts.NewsTokenizer.v1"}}})
        network.result()
    nlp.add_pipe("newsfacts_encoder")
    nlp.max_length = MAX_LENGTH
    return nlp
