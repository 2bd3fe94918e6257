"""The lines of a text, as what takes folds back sees them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..knowledge import word_set
from .boundaries import is_abbreviation

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HALF_WORD = re.compile(r"(\w{1,40})-\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\Z")
_LAST_WORD = re.compile(r"([\w.]{1,20})\.\Z")
_LONGEST_WORD = 40  # characters before a hyphen


@dataclass(frozen=True)
class Line:
    """A line of a text.

    Attributes:
        written: it with its indent.
        words: it without white space around it.
        end: where its line end stands.
        begins: whether it begins a paragraph, as its indent says.
    """

    written: str
    words: str
    end: int
    begins: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text`, empty ones, too."""
    ends = [*LINE_END.finditer(text), None]
    starts = [0, *(end.end() for end in ends if end)]
    written = [text[start : end.start() if end else len(text)].rstrip() for start, end in zip(starts, ends, strict=True)]
    indents = [len(line) - len(line.lstrip()) for line in written]
    usual = Counter(indent for line, indent in zip(written, indents, strict=True) if line).most_common(1)
    return [
        Line(line, words, end.start() if end else len(text), bool(words) and indent > usual[0][0] and not words[0].islower())
        for line, words, indent, end in zip(written, map(str.strip, written), indents, ends, strict=True)
    ]


def goes_on(line: Line, after: Line) -> bool:
    """Say whether a paragraph surely goes on from `line` to `after`: in lower case, within a word, or behind one that wants another.

    `Traffic grew by` above `6 percent`: no line of its own ends with `by` or a comma.
    """
    return after.words[:1].islower() or half_word(line.words) is not None or _wants_more(line.words)


def _wants_more(text: str) -> bool:
    last = text.rsplit(None, 1)[-1] if text else ""
    return last.endswith(",") or last in word_set("pipeline/folding.toml", "wants_more")


def half_word(text: str, end: int | None = None) -> str | None:
    """Return the part of a word before a hyphen at the end of `text`, or at its character `end`; None where there is none."""
    end = len(text) if end is None else end
    found = _HALF_WORD.search(text, max(0, end - _LONGEST_WORD), end)
    return found[1] if found else None


def ends_sentence(text: str) -> bool:
    """Say whether `text` ends with a sentence: not with an initial (`Sultan A.`) or a title (`Sen.`)."""
    if not _SENTENCE_END.search(text):
        return False
    last = _LAST_WORD.search(text)
    return last is None or not ((len(last[1]) == 1 and last[1].isupper()) or is_abbreviation(last[1]))
