"""Points of a rate: `a quarter-point cut`, `raised its benchmark rate by half a point`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ...knowledge import load
from .matching import Found
from .numbers import parse_number

_FRACTION = r"(?P<three>three[\s-])?(?:(?P<half>half)|quarters?)"
_COMPOUND = rf"(?:one[\s-])?{_FRACTION}[\s-](?P<percentage>percentage[\s-])?points?"
_PHRASE = r"(?P<words>(?:(?:an?|one|three)[\s-])?(?:quarters?|half)\s(?:of\s)?a\spoint)"
_DIGITS = r"(?P<digits>\d?\.\d{1,2})[\s-]points?"
REACH = 60  # characters between a rate and its points
AROUND = 120  # characters on either side of a cut in which its rate stands


@cache
def _regexes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = load("figures/amounts/units.toml")["points"]
    points = re.compile(rf"(?<![\w.,-])(?:{_PHRASE}|{_COMPOUND}|{_DIGITS})(?![\w-])", re.IGNORECASE)
    rates = re.compile(rf"\b(?:{'|'.join(table['rates'])})\b", re.IGNORECASE)
    moves = re.compile(rf"[\s-](?:\w+\s)?(?:{'|'.join(table['moves'])})\b", re.IGNORECASE)
    return points, rates, moves


def rate_points(text: str) -> Iterator[Found]:
    """Yield the points by which a rate of interest moves, as percentage points; those of an index, a league and a game are none."""
    points, rates, moves = _regexes()
    for match in points.finditer(text):
        before = re.split(r"[.;,:\n]", text[max(0, match.start() - REACH) : match.start()])[-1]
        after = text[match.end() : match.end() + AROUND].partition("\n")[0]
        near = text[max(0, match.start() - AROUND) : match.start()].rpartition("\n")[2] + " " + after
        cut = match["words"] is None and moves.match(after) and rates.search(near)
        if match["percentage"] or cut or rates.search(before):
            yield Found("percentages", match.start(), match.end(), (_value(match),), "percentage point")


def _value(match: re.Match[str]) -> Decimal:
    if match["digits"]:
        return parse_number("0" + match["digits"]) or Decimal(0)
    said = match[0].lower()
    return Decimal("0.5") if "half" in said else Decimal("0.25") * (3 if "three" in said else 1)
