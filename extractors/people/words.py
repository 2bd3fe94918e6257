"""The words of a name: in the form in which names are compared, and what stands beside them in the text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ..knowledge import word_set
from ..offices.lexicon import heads

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W\d_]{2,})*")
_KIN_AFTER = re.compile(r" ([a-z]+)")
_AGE_BEHIND = re.compile(r", \d\d,")
_DESCRIPTION_BEHIND = re.compile(r", (?:the|a|an|who is the|former) ((?:[\w-]+ ){0,3}?[\w-]+)(?=,| of | for )")


def is_title_word(word: str) -> bool:
    """Say whether `word` is one that stands before names, or none of a name at all."""
    lower = word.casefold()
    return lower in title_words() or any(lower in people_words(name) for name in ("honorifics", "never", "months", "speech"))


@cache
def title_words() -> frozenset[str]:
    """Return the words of titles that are no given names."""
    words = {word for head in heads() for word in head} | people_words("status")
    return frozenset(words - people_words("names_too") - people_words("in_titles_and_names"))


def people_words(name: str) -> frozenset[str]:
    """Return the list `name` of people.toml as a set."""
    return word_set("people/people.toml", name)


def names_a_family(text: str, end: int) -> bool:
    """Say whether a surname that ends at `end` is a family's: `the Rajapaksa family`."""
    following = _KIN_AFTER.match(text, end)
    return following is not None and following[1] in people_words("kin_groups")


def next_word(text: str, end: int) -> str:
    """Return the capitalised word right behind a name, in lower case."""
    match = re.compile(r" ([A-Z]\w*)").match(text, end)
    return match.group(1).casefold() if match else ""


def word_before(text: str, start: int) -> str:
    """Return the capitalised word right before a name, in lower case and without a full stop."""
    match = re.compile(r"\b([A-Z]\w*)\.? $").search(text, max(0, start - 24), start)
    return match.group(1).casefold() if match else ""


def fold(name: str) -> str:
    """Return `name` in lower case without accents and punctuation: the form in which names are compared."""
    return " ".join(words_of_name(name))


_LATIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def words_of_name(name: str) -> list[str]:
    """Return the folded words of a name, hyphenated ones apart: `Sebastián Piñera-Echenique` → sebastian, pinera, echenique."""
    plain = name if name.isascii() else "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.replace("’", "").replace("'", "").replace("ʼ", "").replace("`", "").casefold()
    return [word.translate(_LATIN) for word in _WORD.findall(plain)]


def core(words: list[str]) -> list[str]:
    """Return the words of a name without particles and `Jr`."""
    return [w for w in words if w not in people_words("particles") and w not in people_words("suffixes")]


def has_apposition(text: str, end: int) -> bool:
    """Say whether an age or a title stands in apposition to the name that ends at `end`: `Suhartono, the governor of West Java,`."""
    return _AGE_BEHIND.match(text, end) is not None or has_title_behind(text, end)


def has_title_behind(text: str, end: int) -> bool:
    """Say whether a title stands in apposition to the name that ends at `end`."""
    description = _DESCRIPTION_BEHIND.match(text, end)
    return description is not None and any(word.casefold() in title_words() for word in description[1].split())
