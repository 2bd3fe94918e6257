"""Text folded at a fixed width, as in mail, PDFs and old wires: its line ends are no ends of paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from .lines import Row, is_byline, rows

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FEWEST = 3  # line ends within paragraphs that show a fold
_WIDEST = 130  # characters of a folded line
_GOES_ON = 0.3  # of the lines, those that begin in lower case where a text is folded
_FULL = 0.9  # of those, the ones whose first word had no place on the line before, in a text folded at one width
_LONG = 1.5  # times the usual length of a paragraph: a longer one is two, where the writing leaves it open
_LONGEST_WORD = 40  # characters before a hyphen

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_HALF_WORD = re.compile(r"(\w{1,40})-\Z")
_BESIDE_HYPHENS = frozenset(("and", "or", "to"))  # "pre- and post-war"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}\Z")
_DOUBLE_SPACE = re.compile(r"[.!?…][\"'”’)\]]{0,3} {2}\S")


@dataclass(frozen=True)
class Evened:
    """A text with one space for each fold and each run of spaces; `origin` is where each of its characters stood before."""

    text: str
    origin: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the text as written that `start` to `end` of this one are."""
        return self.origin[start], self.origin[end - 1] + 1


def evened(text: str) -> Evened | None:
    """Return `text` without folds and double spaces; None where it has none.

    A word folded at its hyphen is whole again: `state-` above `owned` is `state-owned`. The hyphen goes, too, where the text has the
    word without it: `govern-` above `ment`.
    """
    fold_ends = folds(text)
    of_tables = rows(text)
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    words = frozenset(_WORD.findall(text.lower())) if any(text[end - 1] == "-" for end in fold_ends) else frozenset()
    for run in _SPACES.finditer(text):
        ends = [end.start() + run.start() for end in LINE_END.finditer(run[0])]
        single = len(run[0]) == 1 and not ends
        if single or any(end not in fold_ends for end in ends) or run.start() == 0 or _is_gap(run.start(), of_tables):
            continue  # a space, the end of a paragraph, or what stands between the cells of a table
        stop, joint = _joined(text, run, words) if ends else (run.start(), " ")
        pieces += [text[last:stop], joint]
        origin += [*range(last, stop), *[run.start()] * len(joint)]
        last = run.end()
    if not pieces:
        return None
    return Evened("".join(pieces) + text[last:], [*origin, *range(last, len(text))])


def _is_gap(start: int, of_tables: list[Row]) -> bool:
    at = bisect_right(of_tables, start, key=lambda row: row.start) - 1
    return at >= 0 and start <= of_tables[at].end


def _joined(text: str, fold: re.Match[str], words: frozenset[str]) -> tuple[int, str]:
    """Return where what stands before a fold ends, and what joins it to what follows: nothing within a word of the text's `words`."""
    before = _HALF_WORD.search(text, max(0, fold.start() - _LONGEST_WORD), fold.start())
    after = _WORD.match(text, fold.end())
    if not before or not after or after[0] in _BESIDE_HYPHENS:
        return fold.start(), " "
    return fold.start() - ((before[1] + after[0]).lower() in words), ""


def folds(text: str) -> frozenset[int]:
    """Return where the line ends stand that only fold a paragraph; none where `text` isn't folded.

    In a text folded at one width, an end is a fold if the next line's first word had no place before it: behind a headline, a byline and
    the last line of a paragraph it had. In one folded anyhow, all ends of a paragraph are folds where its lines go on in lower case.
    """
    lines = _lines(text)
    pairs = [(line, after) for line, after in pairwise(lines) if line.words and after.words and not after.begins]
    of_tables = frozenset(row.end for row in rows(text)) if len(pairs) >= _FEWEST else frozenset()
    pairs = [(line, after) for line, after in pairs if not of_tables & {line.end, after.end}]
    if len(pairs) < _FEWEST or max(len(line.written) for pair in pairs for line in pair) > _WIDEST:
        return frozenset()
    going_on = [pair for pair in pairs if _goes_on(*pair)]
    behind_sentence = 2 if _DOUBLE_SPACE.search(text) else 1
    counted = [_full(pairs, length, behind_sentence) for length in (len, _bytes)]  # some programs count characters, some bytes
    of_full, full = max(((sum(_goes_on(*pair) for pair in full), full) for full in counted), key=lambda one: (one[0], len(one[1])))
    if of_full >= max(1, _GOES_ON * len(full), _FULL * len(going_on)):
        found = frozenset(
            line.end for line, after in [*full, *going_on] if _goes_on(line, after) or not (is_byline(line.words) or is_byline(after.words))
        )
        return found - frozenset(_ends_of_paragraphs(lines, found))
    if len(going_on) < _GOES_ON * len(pairs):
        return frozenset()
    return frozenset(end for block in _blocks(lines) for end in block) - of_tables


def _ends_of_paragraphs(lines: list[_Line], fold_ends: frozenset[int]) -> Iterator[int]:
    """Yield those of `fold_ends` that end a paragraph after all, in a text that has no blank lines between its paragraphs.

    Its last lines may be full, too. A line that is, and ends a sentence, ends its paragraph if that would else be longer than usual.
    """
    pieces = list(_pieces(lines, fold_ends))
    if 2 * sum(not line.words for line in lines) >= sum(piece.surely for piece in pieces):
        return
    whole = [piece.length for before, piece in pairwise(pieces) if before.surely and piece.surely and piece.lines > 1]
    longest, length = _LONG * median(whole) if whole else inf, 0
    for piece, after in pairwise(pieces):
        length += piece.length
        too_long = length + after.length > longest
        if too_long and not piece.surely:
            yield piece.end
        if too_long or piece.surely:
            length = 0


def _pieces(lines: list[_Line], fold_ends: frozenset[int]) -> Iterator[_Piece]:
    """Yield what paragraphs surely consist of: the lines up to one that is no fold, or that ends a sentence."""
    length = count = 0
    for line, after in pairwise([*(line for line in lines if line.words), _NO_LINE]):
        length, count = length + len(line.words), count + 1
        surely = line.end not in fold_ends
        if surely or (_SENTENCE_END.search(line.words) and not _goes_on(line, after)):
            yield _Piece(length, count, line.end, surely)
            length = count = 0


def _full(pairs: list[tuple[_Line, _Line]], length: Callable[[str], int], behind_sentence: int) -> list[tuple[_Line, _Line]]:
    """Return the pairs of lines of which the first had no place for the first word of the second.

    Args:
        pairs: of lines that follow each other.
        length: how long a text is for the program that folded it.
        behind_sentence: the spaces behind a sentence.
    """
    width = max(length(line.written) for line, _ in pairs)

    def needed(line: _Line, after: _Line) -> int:
        spaces = behind_sentence if _SENTENCE_END.search(line.words) else int(not _HALF_WORD.search(line.words))
        return length(line.written) + spaces + length(after.words.split(None, 1)[0])

    return [pair for pair in pairs if needed(*pair) > width]


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _goes_on(line: _Line, after: _Line) -> bool:
    """Say whether a paragraph surely goes on from `line` to `after`: in lower case, or in the middle of a word."""
    return after.words[:1].islower() or _HALF_WORD.search(line.words) is not None


@dataclass(frozen=True)
class _Line:
    written: str  # with its indent
    words: str
    end: int  # where its line end stands
    begins: bool  # a paragraph, as its indent says


_NO_LINE = _Line("", "", 0, begins=True)  # behind the last one


class _Piece(NamedTuple):
    """Lines that are in one paragraph: their characters, how many they are, where they end, and whether the paragraph surely ends there."""

    length: int
    lines: int
    end: int
    surely: bool


def _lines(text: str) -> list[_Line]:
    ends = [*LINE_END.finditer(text), None]
    starts = [0, *(end.end() for end in ends if end)]
    written = [text[start : end.start() if end else len(text)].rstrip() for start, end in zip(starts, ends, strict=True)]
    indents = [len(line) - len(line.lstrip()) for line in written]
    usual = Counter(indent for line, indent in zip(written, indents, strict=True) if line).most_common(1)
    return [
        _Line(line, words, end.start() if end else len(text), bool(words) and indent > usual[0][0] and not words[0].islower())
        for line, words, indent, end in zip(written, map(str.strip, written), indents, ends, strict=True)
    ]


def _blocks(lines: list[_Line]) -> Iterator[list[int]]:
    """Yield the line ends within each paragraph, blank lines apart, whose lines go on in lower case."""
    for empty, block in groupby(lines, key=lambda line: not line.words):
        paragraph = list(block)
        if not empty and sum(line.words[0].islower() for line in paragraph[1:]) >= _GOES_ON * (len(paragraph) - 1):
            yield [line.end for line, after in pairwise(paragraph) if not after.begins]
