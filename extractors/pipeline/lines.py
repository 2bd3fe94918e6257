"""Lines that are no prose: rows of tables, lists of keys and values, captions, credits.

A table is known by its form alone: lines that follow each other and have equally many cells, with bars, tabs or three spaces and more
between them; or three lines and more of a short key, a colon and a short value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from ..knowledge import load
from ..models import SentenceKind as Kind
from .boundaries import is_company_or_country
from .folded_lines import ends_sentence

_LINE = re.compile(r"[^\r\n]+")
_GAP = re.compile(r"\s{0,9}\|[\s|]{0,9}|\t[ \t]*| {3,}")
_KEY = re.compile(r"[ \t]*([A-Z][\w ()'’/&.-]{1,40}?):[ \t]{1,9}(?=\S)")
_LONGEST_END = 40  # characters that show whether a line ends a sentence
_LONGEST_CELL = 60  # characters; a longer one is prose beside a bar
_FEWEST = {"cells": 2, "keys": 3}  # lines of a table, of a list of keys and values
_WORDED: dict[str, Kind] = {"caption": "caption", "credit": "credit", "byline": "credit"}  # kinds of lines that are known by their words
_HAS_DIGIT = re.compile(r"\d")

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """A row of a table, or a key with its value.

    Attributes:
        start, end: its characters.
        cells: the characters of each of its cells.
        header: the characters of each cell of its table's header; none where it has no header. That of a value is its key.
    """

    start: int
    end: int
    cells: tuple[Stretch, ...]
    header: tuple[Stretch, ...] = ()

    def measure_of(self, start: int, text: str) -> str | None:
        """Return what a figure at character `start` of `text` measures: its column's header and its row's first cell.

        None for one in the first column and in a table without a header.
        """
        column = max(i for i, cell in enumerate(self.cells) if cell[0] <= start)
        if column == 0 or column >= len(self.header):
            return None
        parts = dict.fromkeys((self.header[column], self.cells[0]))
        return " ".join(text[slice(*part)] for part in parts if part[0] < part[1]) or None


def rows(text: str) -> list[Row]:
    """Return the rows of the tables and lists of keys and values in `text`."""
    lines = [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]
    parsed = [_cells(text, *line) for line in lines]
    found: list[Row] = []
    for form, run in groupby(zip(lines, parsed, strict=True), key=lambda one: one[1] and one[1][0]):
        of_run = [Row(*line, cells[1]) for line, cells in run if cells]
        if form and _is_table(form, of_run):
            found += _table(text, form, of_run)
    return found


def _is_table(form: str, of_run: list[Row]) -> bool:
    """Say whether lines of one form are a table: neighbours have equally many cells; a line between them may have more or fewer."""
    return len(of_run) >= _FEWEST[form] and (form == "keys" or any(len(a.cells) == len(b.cells) for a, b in pairwise(of_run)))


def _cells(text: str, start: int, end: int) -> tuple[str, tuple[Stretch, ...]] | None:
    """Return the form and the cells of a line, None of prose."""
    tail = text[max(start, end - _LONGEST_END) : end].rstrip()
    if ends_sentence(tail) and not is_company_or_country(tail.rsplit(None, 1)[-1]):
        return None
    gaps = [gap.span() for gap in _GAP.finditer(text, start, end)]
    bounds = [(a[1], b[0]) for a, b in pairwise([(start, start), *gaps, (end, end)])]
    cells = [cell for cell in bounds if text[slice(*cell)].strip()]
    if len(cells) > 1:
        return ("cells", tuple(cells)) if all(b - a <= _LONGEST_CELL for a, b in cells) else None
    key = _KEY.match(text, start, end)
    if key and end - key.end() <= _LONGEST_CELL:
        return "keys", (key.span(1), (key.end(), end))
    return None


def _table(text: str, form: str, of_table: list[Row]) -> Iterator[Row]:
    if form == "keys":
        yield from (Row(row.start, row.end, row.cells, (row.cells[0], row.cells[0])) for row in of_table)
        return
    numbers = [any(_HAS_DIGIT.search(text, *cell) for cell in row.cells[1:]) for row in of_table]
    header = of_table[0].cells if not numbers[0] and any(numbers) else ()
    for row in of_table:  # of a row that lacks a cell nobody can say which
        yield Row(row.start, row.end, row.cells, header if len(row.cells) == len(header) else ())


@cache
def _pattern(worded: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in load("pipeline/lines.toml")["patterns"][worded]))


def kinds(text: str, sentences: Sequence[Stretch], of_tables: Sequence[Row]) -> list[Kind]:
    """Return what each of the sentences of `text` is: prose, a caption, a credit, or one of the rows `of_tables`."""
    marked: list[tuple[int, int, Kind]] = [(row.start, row.end, "row") for row in of_tables]
    marked += [(*line.span(), kind) for line in _LINE.finditer(text) if (kind := _kind_of(line[0].strip()))]
    marked.sort()
    found: list[Kind] = []
    at = 0
    for start, _ in sentences:
        while at < len(marked) and marked[at][1] <= start:
            at += 1
        found.append(marked[at][2] if at < len(marked) and marked[at][0] <= start else "prose")
    return found


def is_byline(line: str) -> bool:
    """Say whether a line tells who wrote the text, and nothing else: `By Ana Ruiz in Lima`."""
    return _pattern("byline").search(line) is not None


def _kind_of(line: str) -> Kind | None:
    if len(line) > load("pipeline/lines.toml")["longest"]:
        return None
    return next((kind for worded, kind in _WORDED.items() if _pattern(worded).search(line)), None)
