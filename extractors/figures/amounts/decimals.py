"""Numbers of a house that has a decimal sign of its own, as the grammar of numbers reads them."""

from __future__ import annotations

import re

from ...habits import Habits

_RUN = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)+")
_WRITTEN = {  # whole runs; what may not stand before a number keeps the patterns linear in any text
    "comma": re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?:,\d+)?|(?<!\d)\d+,\d+"),
    "point": re.compile(r"(?<![\d,])\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|(?<!\d)\d+\.\d+"),
}
_TURNED = str.maketrans(".,", ",.")


def as_house_writes(text: str, habits: Habits) -> tuple[str, list[tuple[int, int]]]:
    """Return `text` with the numbers of a house's decimal sign in the form that the grammar reads, each in its own characters.

    With them come the spans of numbers that such a house doesn't write (`3.5 percent` where the comma is the decimal sign): nobody can
    tell what they are worth. Without a habit the text comes back as it is.
    """
    if habits.decimal is None:
        return text, []
    written, unsettled, parts, last = _WRITTEN[habits.decimal], [], [], 0
    for run in _RUN.finditer(text):
        if not written.fullmatch(run[0]):
            unsettled.append(run.span())
        elif habits.decimal == "comma":
            parts += [text[last : run.start()], run[0].translate(_TURNED)]
            last = run.end()
    return "".join([*parts, text[last:]]), unsettled
