"""Text folded at a fixed width, as in mail, PDFs and old wires: its line ends are no ends of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FEWEST = 3  # line ends within paragraphs that show a fold
_WIDEST = 130  # characters of a folded line
_GOES_ON = 0.3  # of the lines, those that begin in lower case where a text is folded
_FULL = 0.9  # of those, the ones whose first word had no place on the line before, in a text folded at one width

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Evened:
    """A text with one space for each fold and each run of spaces; `origin` is where each of its characters stood before."""

    text: str
    origin: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the text as written that `start` to `end` of this one are."""
        return self.origin[start], self.origin[end - 1] + 1


def evened(text: str) -> Evened | None:
    """Return `text` without folds and double spaces; None where it has none."""
    fold_ends = folds(text)
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    for run in _SPACES.finditer(text):
        ends = [end.start() + run.start() for end in LINE_END.finditer(run[0])]
        single = len(run[0]) == 1 and not ends
        if single or any(end not in fold_ends for end in ends) or run.start() == 0:
            continue  # a space, or the end of a paragraph
        pieces += [text[last : run.start()], " "]
        origin += range(last, run.start() + 1)
        last = run.end()
    if not pieces:
        return None
    return Evened("".join(pieces) + text[last:], [*origin, *range(last, len(text))])


def folds(text: str) -> frozenset[int]:
    """Return where the line ends stand that only fold a paragraph; none where `text` isn't folded.

    In a text folded at one width, an end is a fold if the next line's first word had no place before it: a headline, a byline and the last
    line of a paragraph have. In one folded anyhow, all ends of a paragraph are folds where its lines go on in lower case.
    """
    lines = _lines(text)
    pairs = [(line, after) for line, after in pairwise(lines) if line.words and after.words]
    width = max((len(line.written) for pair in pairs for line in pair), default=0)
    if len(pairs) < _FEWEST or width > _WIDEST:
        return frozenset()
    full = [(line, after) for line, after in pairs if len(line.written) + 1 + len(after.words.split(None, 1)[0]) > width]
    going_on, of_full = (sum(after.words[0].islower() for _, after in some) for some in (pairs, full))
    if of_full >= max(1, _GOES_ON * len(full), _FULL * going_on):
        return frozenset(line.end for line, _ in full)
    if going_on < _GOES_ON * len(pairs):
        return frozenset()
    return frozenset(end for block in _blocks(lines) for end in block)


@dataclass(frozen=True)
class _Line:
    written: str  # with its indent
    words: str
    end: int  # where its line end stands


def _lines(text: str) -> list[_Line]:
    ends = [*LINE_END.finditer(text), None]
    starts = [0, *(end.end() for end in ends if end)]
    written = [text[start : end.start() if end else len(text)].rstrip() for start, end in zip(starts, ends, strict=True)]
    return [_Line(line, line.strip(), end.start() if end else len(text)) for line, end in zip(written, ends, strict=True)]


def _blocks(lines: list[_Line]) -> Iterator[list[int]]:
    """Yield the line ends within each paragraph, blank lines apart, whose lines go on in lower case."""
    for empty, block in groupby(lines, key=lambda line: not line.words):
        paragraph = list(block)
        if not empty and sum(line.words[0].islower() for line in paragraph[1:]) >= _GOES_ON * (len(paragraph) - 1):
            yield [line.end for line in paragraph[:-1]]
