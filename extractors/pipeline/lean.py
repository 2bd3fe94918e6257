"""The shipped pipeline without spaCy's `Language`, for our own command and its workers: the same Docs after a third of the time.

A `Language` can train, save and exchange its components, and imports all of spaCy for it. To read an article takes a tokenizer and one
component.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cymem.cymem import Pool
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from .component import EncoderComponent
from .encoder import Encoder
from .rules import Rules
from .tokenizer import make_tokenizer


class LeanPipeline:
    """Reads as the `Language` of `load_pipeline()` does; it has as much of one's interface as the extractors call."""

    def __init__(self, encoder: Encoder, threads: int, max_length: int) -> None:
        self.max_length = max_length
        self.vocab = create_vocab("en", Rules)
        self.tokenizer = make_tokenizer(self.vocab, Rules)
        self._component = EncoderComponent(encoder, threads)

    def __call__(self, text: str) -> Doc:
        """Return the Doc of `text`."""
        return self._component(self.tokenizer(text))

    @contextmanager
    def memory_zone(self) -> Iterator[Pool]:
        """Forget behind the block what the vocabulary learned in it."""
        with self.vocab.memory_zone() as pool:
            yield pool
