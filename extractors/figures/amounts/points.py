"""Points of a rate: `a quarter-point cut`, `raised its benchmark rate by half a point`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...knowledge import load
from .matching import Found
from .numbers import parse_number, part_pattern, part_value

REACH = 60  # characters between a rate and its points
AROUND = 120  # characters on either side of a cut in which its rate stands


@cache
def _regexes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = load("figures/amounts/units.toml")["points"]
    part = rf"{part_pattern()}(?:(?P<apart>\s(?:of\s)?a\spoint)|[\s-](?P<percentage>percentage[\s-])?points?)"
    points = re.compile(rf"(?<![\w.,-])(?:{part}|(?P<digits>\d?\.\d{{1,2}})[\s-]points?)(?![\w-])", re.IGNORECASE)
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
        cut = not match["apart"] and moves.match(after) and rates.search(near)
        value = parse_number("0" + match["digits"]) if match["digits"] else part_value(match)
        if value and (match["percentage"] or cut or rates.search(before)):
            article = not match["apart"] and (match["numerator"] or "").lower() == "a"  # `a quarter-point cut`
            yield Found("percentages", match.start("part") if article else match.start(), match.end(), (value,), "percentage point")
