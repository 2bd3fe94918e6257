"""Where the writing leaves no choice of a sentence's start: a constraint on what the network says.

Of the places so settled in the training parts of EWT and GUM, 8,846 of 8,857 that must start a sentence do, and none of 1,300 behind an
abbreviation or `,”` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ..knowledge import word_set

QUOTES = frozenset(('"', "”", "’’", "''"))
_OPENING = frozenset('"“‘([')
_OPENING_BRACKETS = frozenset("([")
_ENDING = frozenset(".!?")
_CLOSING = frozenset(('"', "”", "’", "''", "’’", ")", "]"))
_GOING_ON = frozenset(",;:.)]%")  # marks that no sentence begins with
_DASHES = frozenset(("—", "–", "-", "--"))
_BULLETS = _DASHES | frozenset("•·▪◦‣●■►▶*")
_LONGEST_BULLET = 2  # words: "3" and "."
_LONGEST_NUMBER = 3  # characters of a list's number with its mark
_LONGEST_DATELINE = 20  # words
_SHORT_LINE = 10  # words
_MARKS = frozenset(".!?…:")
_SHORTEST_NAME = 3  # letters; a shorter one is an initial or an abbreviation
_SHORTEST_PLACE = 3  # capitals of a dateline's place or a label: "OSLO, May 3 (Wire) -"


@cache
def _abbreviations(kind: str) -> frozenset[str]:
    return word_set("pipeline/boundaries.toml", "abbreviations", kind)


def is_abbreviation(word: str) -> bool:
    """Say whether a name or a number follows `word` (without its full stop): `Sen`, `No`, and no sentence ends there."""
    return any(word.lower() in _abbreviations(kind) for kind in ("before_names", "before_numbers"))


def is_company_or_country(word: str) -> bool:
    """Say whether `word` is an abbreviation that a sentence may end with or not: `Ltd.`, `U.S.`"""
    return word.lower().removesuffix(".") in _abbreviations("before_anything")


def starts_in(words: Sequence[str], spaced: Sequence[bool]) -> Iterator[int]:
    """Yield the words that must start a sentence: `… the plan. He left`, `… the plan. “He left`, `… the plan.” He left`.

    Before them stands a word that is no abbreviation, with its full stop, and is in lower case or ends a quotation (`… in the Senate.” He
    left`); they are in capitals.

    Args:
        words: of a text.
        spaced: whether white space stands before each.
    """
    for stop, word in enumerate(words):
        if word != "." or stop == 0 or spaced[stop]:
            continue
        start = stop + 1
        while start < len(words) and words[start] in _CLOSING and not spaced[start]:
            start += 1
        ends = _ends_with(words[stop - 1]) or (words[start - 1] in QUOTES and _ends_quotation(words[stop - 1]))
        if ends and start < len(words) and spaced[start] and _begins_in_capitals(start, words, spaced):
            yield start


def _ends_with(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.islower() and word not in _abbreviations("in_lower_case")


def _ends_quotation(word: str) -> bool:
    known = ("before_names", "before_numbers", "before_anything")
    return len(word) >= _SHORTEST_NAME and word.isalpha() and not any(word.lower() in _abbreviations(kind) for kind in known)


def _begins_in_capitals(start: int, words: Sequence[str], spaced: Sequence[bool]) -> bool:
    opens = words[start] in _OPENING and start + 1 < len(words) and not spaced[start + 1]
    return words[start + opens][:1].isupper()


def cannot_start(start: int, words: Sequence[str], spaced: Sequence[bool], line: int) -> bool:
    """Say whether no sentence can start at the word `start` of a line that begins at the word `line`.

    Behind `,”`, an abbreviation that goes on, the dash of a dateline or a label, and the bullet or number of a list's line; with a comma;
    or in lower case behind a comma or a dash, and in brackets within a sentence. Else one may in lower case: in mails and forums.
    """
    if words[start] in _GOING_ON or _behind_bullet(start, words, line) or _goes_on(start, words):
        return True
    if words[start - 1] in _CLOSING and start - 1 > line and words[start - 2] == "," and not spaced[start - 1]:
        return True
    return _behind_abbreviation(start, words, spaced) or _behind_label(start, words, spaced, line)


def is_short_line(line: int, end: int) -> bool:
    """Say whether a line, its words from `line` to `end`, is so short that it is one sentence if no mark is in it: a name, a heading."""
    return end - line <= _SHORT_LINE


def has_end_before(start: int, words: Sequence[str]) -> bool:
    """Say whether a mark that may end a sentence stands before the word `start`: `.`, `?”`, `:`, but not `the Ice”`."""
    at = start - 1
    while at > 0 and words[at] in _CLOSING:
        at -= 1
    return words[at][-1] in _MARKS


def _goes_on(start: int, words: Sequence[str]) -> bool:
    """Say whether a sentence goes on in lower case at `start`: `the first, and …`, `the first – and …`, `the first (and …`."""
    word, before = words[start], words[start - 1]
    if word in _OPENING_BRACKETS:
        return before not in _ENDING and start + 1 < len(words) and words[start + 1][:1].islower()
    return word[:1].islower() and (before == "," or before in _DASHES)


def _behind_bullet(start: int, words: Sequence[str], line: int) -> bool:
    """Say whether only a bullet or a number stands before `start` in its line: `• Bread`, `3. Salt`."""
    mark = "".join(words[line:start]) if start - line <= _LONGEST_BULLET else ""
    return mark in _BULLETS or (mark[:-1].isdigit() and len(mark) <= _LONGEST_NUMBER and mark[-1] in ".)")


def _behind_abbreviation(start: int, words: Sequence[str], spaced: Sequence[bool]) -> bool:
    word, short = words[start], words[start - 1]
    if short == "." and start > 1 and not spaced[start - 1]:
        short = words[start - 2] + short
    if len(short) == 1 or not short.endswith("."):
        return False
    short = short[:-1].lower()
    if word[:1].isdigit():
        return short in _abbreviations("before_numbers")
    if word[:1].isupper():
        return short in _abbreviations("before_names")
    known = ("before_names", "before_numbers", "before_anything")
    return (word[:1].islower() or word in "([") and any(short in _abbreviations(kind) for kind in known)


def _behind_label(start: int, words: Sequence[str], spaced: Sequence[bool], line: int) -> bool:
    """Say whether a dash stands before `start`, and a word in capitals before that or at the beginning of its line.

    A dateline or a label: `OSLO, May 3 (Wire) - Ships`, `October 22: ACCIDENT – A car`.
    """
    is_dash = words[start - 1] in _DASHES and spaced[start - 1] and spaced[start]
    if not is_dash or start - line > _LONGEST_DATELINE:
        return False
    return any(len(word) >= _SHORTEST_PLACE and word.isupper() for word in (words[line], words[max(line, start - 2)]))
