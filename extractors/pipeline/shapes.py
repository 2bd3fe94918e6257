"""Classes of letter case: what an uncased encoder can't see of a word."""

from __future__ import annotations

from functools import lru_cache

SHAPES = ("punctuation", "lower", "capitalised", "capitals", "one capital", "mixed", "digits", "digits and letters", "other")
_INDEX = {name: i for i, name in enumerate(SHAPES)}


@lru_cache(maxsize=1 << 16)
def shape_class(word: str) -> int:
    """Return the index in `SHAPES` of the class of `word`."""
    return _INDEX[_shape_name(word)]


def _shape_name(word: str) -> str:
    if not any(c.isalnum() for c in word):
        return "punctuation"
    letters = [c for c in word if c.isalpha()]
    if any(c.isnumeric() for c in word) or not letters:  # `½` is numeric and no digit
        return "digits and letters" if letters else "digits"
    if word.islower():
        return "lower"
    if word.isupper():
        return "one capital" if len(letters) == 1 else "capitals"
    if letters[0].isupper() and all(not c.isupper() for c in letters[1:]):
        return "capitalised"
    if any(c.isupper() for c in letters):
        return "mixed"
    return "other"
