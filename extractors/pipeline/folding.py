"""Text folded at a fixed width, as in mail, PDFs and old wires: its line ends are no ends of paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from .folded_lines import LINE_END, Line, ends_sentence, goes_on, half_word, lines_of
from .lines import Row, is_byline, rows
from .paragraph_ends import ends_of_paragraphs

_FEWEST = 3  # line ends within paragraphs that show a fold
_WIDEST = 130  # characters of a folded line
_GOES_ON = 0.3  # of the lines, those that begin in lower case where a text is folded
_FULL = 0.9  # of those, the ones whose first word had no place on the line before, in a text folded at one width

_SPACES = re.compile(rf"\s{{2,}}|{LINE_END.pattern}")  # all but a single space within a line
_WORD = re.compile(r"\w+")
_BESIDE_HYPHENS = frozenset(("and", "or", "to"))  # "pre- and post-war"
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
        if any(end not in fold_ends for end in ends) or run.start() == 0 or _is_gap(run.start(), of_tables):
            continue  # the end of a paragraph, or what stands between the cells of a table
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
    before = half_word(text, fold.start())
    after = _WORD.match(text, fold.end())
    if not before or not after or after[0] in _BESIDE_HYPHENS:
        return fold.start(), " "
    return fold.start() - ((before + after[0]).lower() in words), ""


def folds(text: str) -> frozenset[int]:
    """Return where the line ends stand that only fold a paragraph; none where `text` isn't folded.

    In a text folded at one width, an end is a fold if the next line's first word had no place before it: behind a headline, a byline and
    the last line of a paragraph it had. In one folded anyhow, all ends of a paragraph are folds where its lines go on in lower case.
    """
    lines = lines_of(text)
    pairs = _pairs(text, lines)
    full = _full_ends(text, pairs)
    if full:
        return full - frozenset(ends_of_paragraphs(lines, full))
    if not pairs or sum(goes_on(*pair) for pair in pairs) < _GOES_ON * len(pairs):
        return frozenset()
    return frozenset(end for block in _blocks(lines) for end in block) - _of_tables(text)


def full_lines(text: str) -> frozenset[int]:
    """Return where the full lines end in a text that is folded at one width; none in another."""
    return _full_ends(text, _pairs(text, lines_of(text)))


def _full_ends(text: str, pairs: list[tuple[Line, Line]]) -> frozenset[int]:
    if not pairs:
        return frozenset()
    going_on = sum(goes_on(*pair) for pair in pairs)
    behind_sentence = 2 if _DOUBLE_SPACE.search(text) else 1
    counted = [_full(pairs, length, behind_sentence) for length in (len, _bytes)]  # some programs count characters, some bytes
    of_full, full = max(((sum(goes_on(*pair) for pair in full), full) for full in counted), key=lambda one: (one[0], len(one[1])))
    if of_full < max(1, _GOES_ON * len(full), _FULL * going_on):
        return frozenset()
    found = [*full, *(pair for pair in pairs if goes_on(*pair))]
    return frozenset(line.end for line, after in found if goes_on(line, after) or not (is_byline(line.words) or is_byline(after.words)))


def _pairs(text: str, lines: list[Line]) -> list[tuple[Line, Line]]:
    """Return the lines that follow each other within a paragraph or could; none where they are too few or too long to be folded."""
    pairs = [(line, after) for line, after in pairwise(lines) if line.words and after.words and not after.begins]
    of_tables = _of_tables(text) if len(pairs) >= _FEWEST else frozenset()
    pairs = [(line, after) for line, after in pairs if not of_tables & {line.end, after.end}]
    if len(pairs) < _FEWEST or max(len(line.written) for pair in pairs for line in pair) > _WIDEST:
        return []
    return pairs


def _of_tables(text: str) -> frozenset[int]:
    return frozenset(row.end for row in rows(text))


def _full(pairs: list[tuple[Line, Line]], length: Callable[[str], int], behind_sentence: int) -> list[tuple[Line, Line]]:
    """Return the pairs of lines of which the first had no place for the first word of the second.

    Args:
        pairs: of lines that follow each other.
        length: how long a text is for the program that folded it.
        behind_sentence: the spaces behind a sentence.
    """
    width = max(length(line.written) for line, _ in pairs)

    def needed(line: Line, after: Line) -> int:
        spaces = behind_sentence if ends_sentence(line.words) else int(half_word(line.words) is None)
        return length(line.written) + spaces + length(after.words.split(None, 1)[0])

    return [pair for pair in pairs if needed(*pair) > width]


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _blocks(lines: list[Line]) -> Iterator[list[int]]:
    """Yield the line ends within each paragraph, blank lines apart, whose lines go on in lower case."""
    for empty, block in groupby(lines, key=lambda line: not line.words):
        paragraph = list(block)
        if not empty and sum(line.words[0].islower() for line in paragraph[1:]) >= _GOES_ON * (len(paragraph) - 1):
            yield [line.end for line, after in pairwise(paragraph) if not after.begins]
