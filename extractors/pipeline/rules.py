"""The rules of English that our tokenizer and vocabulary follow: spaCy's, with runs of one sign kept whole, as the treebanks have them.

`=====`, `***` and `?!` are one token each: a ruled line is no sentence of forty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from spacy.lang.en.lex_attrs import LEX_ATTRS
from spacy.lang.en.punctuation import TOKENIZER_INFIXES
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lang.en.syntax_iterators import SYNTAX_ITERATORS
from spacy.lang.en.tokenizer_exceptions import TOKENIZER_EXCEPTIONS
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.lang.tokenizer_exceptions import URL_MATCH

_RUNS = (r"={2,}", r"\*{2,}", r"_{2,}", r"#{2,}", r"~{2,}", r"<{2,}", r">{2,}", r"[!?]{2,}")


class Rules:
    """What spaCy calls the defaults of a language, without the class of that language, which brings all components."""

    tokenizer_exceptions: dict[str, list[dict[int, str]]] = TOKENIZER_EXCEPTIONS
    prefixes: Sequence[Any] = (*_RUNS, *TOKENIZER_PREFIXES)
    suffixes: Sequence[Any] = (*_RUNS, *TOKENIZER_SUFFIXES)
    infixes: Sequence[Any] = TOKENIZER_INFIXES
    token_match: Callable[..., Any] | None = None
    url_match: Callable[..., Any] | None = URL_MATCH
    lex_attr_getters: dict[int, Callable[..., Any]] = LEX_ATTRS
    stop_words: set[str] = STOP_WORDS
    syntax_iterators: dict[str, Callable[..., Any]] = SYNTAX_ITERATORS
    writing_system: dict[str, Any] = {"direction": "ltr", "has_case": True, "has_letters": True}  # noqa: RUF012 (as spaCy has it)
