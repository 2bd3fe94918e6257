"""spaCy's English tokenizer, in linear time.

spaCy takes prefixes and suffixes off a run of characters without white space one by one and copies the rest each time: 16,000 dollar
signs in a row take it 40 seconds, a megabyte days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from spacy import util
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

if TYPE_CHECKING:
    from spacy.language import Language

MAX_RUN = 300  # characters without white space; a longer run is an encoded picture or a web address, no words of an article
PIECE = 60  # characters of such a run that make one token

MOST_MET = 20_000  # runs of characters whose tokens are remembered from one article to the next: 13 MB
LONGEST_MET = 30  # their characters

_LONG_RUN = re.compile(rf"(?<!\S)\S{{{MAX_RUN + 1},}}")
_DATELINE = re.compile(r"[A-Z][A-Za-z]{3,}\.?-")  # "Srinagar- A boy …", "LEON, GUANAJUATO.- A boy …"
_LAST_HYPHEN = re.compile(r"-\Z")
_ABBREVIATION_HYPHEN = r"(?<=[A-Z]\.)-(?=[A-Za-z])"  # "U.S.-led"

# Words that spaCy takes for `we'd` and `I'd` without their apostrophe: `the pair, wed in March`, `Wed 18 June`.
_WHOLE = ("wed", "Wed", "id", "Id")


class Remembering(Protocol):
    """A pipeline whose vocabulary can forget: spaCy's `Language`, or ours without one."""

    @property
    def tokenizer(self) -> Any:
        """What makes tokens of a text."""

    def memory_zone(self) -> AbstractContextManager[Any]:
        """Forget behind the block what the vocabulary learned in it."""


class NewsTokenizer(Tokenizer):
    """spaCy's tokenizer; a run of more than `MAX_RUN` characters without white space becomes pieces of equal length."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._met: set[str] = set()

    def __call__(self, string: str) -> Doc:
        """Return the tokens of `string` as a Doc; its text is `string`."""
        runs = [match.span() for match in _LONG_RUN.finditer(string)]
        if not runs:
            self.meet(string)
            return super().__call__(string)
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for start, end in [*runs, (len(string), len(string))]:
            if at < start:
                tokens = super().__call__(string[at:start])
                words += [token.text for token in tokens]
                spaces += [bool(token.whitespace_) for token in tokens]
            pieces = [string[i : min(i + PIECE, end)] for i in range(start, end, PIECE)]
            spaced = string[end : end + 1] == " "
            words += pieces
            spaces += [False] * (len(pieces) - 1) + [spaced] * bool(pieces)
            at = end + spaced
        return Doc(self.vocab, words=words, spaces=spaces)

    def meet(self, string: str) -> None:
        """Take each new word of small letters apart by itself, with the signs beside it, so that it is remembered.

        spaCy remembers no run of characters that stands behind the first `U.S.` or `don't` of a text, and none in a memory zone. Names and
        numbers are the article's own.
        """
        free = 0 if self.vocab.in_memory_zone else MOST_MET - len(self._met)
        new = {run: None for run in string.split() if run not in self._met and _is_word(run)} if free > 0 else {}
        for run in islice(new, free):
            self._met.add(run)
            super().__call__(run)


def _is_word(run: str) -> bool:
    return run.islower() and len(run) <= LONGEST_MET and not any(map(str.isdigit, run))


@contextmanager
def article_memory(nlp: Remembering, text: str) -> Iterator[None]:
    """Forget behind the block what the vocabulary learned of `text` in it, but for the first `MOST_MET` words of small letters.

    The names and numbers of a hundred thousand articles would fill the memory; the words of all days needn't be learned each time.
    """
    if isinstance(nlp.tokenizer, NewsTokenizer):
        nlp.tokenizer.meet(text)
    with nlp.memory_zone():
        yield


def make_tokenizer(vocab: Vocab, rules: Any) -> NewsTokenizer:
    """Return the tokenizer for the rules of a language: a class with the attributes of spaCy's `BaseDefaults`."""
    suffixes = util.compile_suffix_regex(rules.suffixes or ()).search

    def suffix_search(string: str) -> re.Match[str] | None:
        return _LAST_HYPHEN.search(string) if _DATELINE.fullmatch(string) else suffixes(string)

    return NewsTokenizer(
        vocab,
        rules={said: parts for said, parts in rules.tokenizer_exceptions.items() if said not in _WHOLE},
        prefix_search=util.compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=suffix_search,
        max_cache_size=MOST_MET,
        infix_finditer=util.compile_infix_regex([*(rules.infixes or ()), _ABBREVIATION_HYPHEN]).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )


@registry.tokenizers("newsfacts.NewsTokenizer.v1")
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Return the function that makes the tokenizer for a `Language`, with the rules of that language."""
    return lambda nlp: make_tokenizer(nlp.vocab, nlp.Defaults)
