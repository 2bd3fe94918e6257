"""The shipped pipeline without spaCy's `Language`, for our own command and its workers: the same Docs after a third of the time.

A `Language` can train, save and exchange its components, and imports all of spaCy for it. To read an article takes a tokenizer and one
component.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property

from cymem.cymem import Pool
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from .component import EncoderComponent
from .encoder import Encoder
from .rules import Rules
from .tokenizer import make_tokenizer


class LeanPipeline:
    """Reads as the `Language` of `load_pipeline()` does; it has as much of one's interface as the extractors call."""

    def __init__(self, encoder: Future[Encoder], network: str, max_length: int) -> None:
        self.network, self.max_length = network, max_length
        self._encoder = encoder
        self._begun: list[tuple[str, Future[Doc]]] = []
        self.vocab = create_vocab("en", Rules)
        self.tokenizer = make_tokenizer(self.vocab, Rules)

    def __call__(self, text: str) -> Doc:
        """Return the Doc of `text`."""
        if self._begun:
            begun, doc = self._begun.pop()
            read = doc.result()  # two threads never use the vocabulary at once
            if begun == text:
                return read
        return self._read(text)

    def _read(self, text: str) -> Doc:
        return self._component(self.tokenizer(text))

    def begin(self, text: str) -> None:
        """Begin in another thread with the Doc for which the next call will ask, while the caller imports what reads it."""
        pool = ThreadPoolExecutor(1)
        self._begun.append((text, pool.submit(self._read, text)))
        pool.shutdown(wait=False)

    @cached_property
    def _component(self) -> EncoderComponent:
        """The component; the encoder goes on loading until the first article asks for it."""
        return EncoderComponent(self._encoder.result())

    @contextmanager
    def memory_zone(self) -> Iterator[Pool]:
        """Forget behind the block what the vocabulary learned in it."""
        with self.vocab.memory_zone() as pool:
            yield pool
