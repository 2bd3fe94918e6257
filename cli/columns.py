"""Rows of words in columns, for a terminal or a file of text."""

from __future__ import annotations

from collections.abc import Sequence


def in_columns(rows: Sequence[Sequence[object]], *, indent: int = 0, right: Sequence[int] = ()) -> str:
    """Return the rows as lines in which each column begins at one place; the columns of the numbers `right` end at one.

    Widths are those of a terminal, on which a Chinese character takes two places. No line ends with blanks.
    """
    from rich.cells import cell_len

    cells = [[" ".join(str(cell).split()) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = []
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            blanks = " " * (width - cell_len(cell))
            padded.append(blanks + cell if number in right else cell + blanks)
        lines.append(f"{' ' * indent}{'  '.join(padded)}".rstrip() + "\n")
    return "".join(lines)
