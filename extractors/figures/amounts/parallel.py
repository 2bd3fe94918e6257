"""Bare numbers in parallel lists, in the unit of the figure that begins them: `Senegal produces 117 tons; Malawi, 107; Chad, 102`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from .matching import Found, is_bare_year
from .numbers import is_whole, number_pattern, parse_number
from .units import unit_named

_NAME = r"(?:the\s)?[A-Z][\w.’'-]{0,30}(?:\s(?:and\s|of\s|the\s)?[A-Z][\w.’'-]{0,30}){0,4}"
_QUALIFIED = r"(?:(?:about|around|nearly|almost|some|just|only|over)\s)?"
REACH = 400  # characters that a list of parts goes on behind its whole


@cache
def _chains() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each form of a list how its first figure is led in, and how each item follows the one before."""
    number = rf"{_QUALIFIED}(?P<number>{number_pattern(in_words=False)})"
    end = r"(?=[,;)]|\.?\s|\.?$)(?!\s?(?:%|percent|per\b|[a-z]+s\b(?<!as)))"
    comma = r"(?:,\s(?:and\s)?|\sand\s)"
    anywhere = re.compile(r"$")
    behind_semicolon = re.compile(rf"(?:\s(?:of|per)\s[^;.\n\d]{{1,60}})?;\s(?:and\s)?{_NAME},\s{number}(?=[;.]|\s*$)")
    opened = re.compile(r"\($")
    in_brackets = re.compile(rf"\){comma}{_NAME}\s\({number}(?=\))")
    named_with = re.compile(rf"{_NAME}\swith\s{_QUALIFIED}$")
    with_number = re.compile(rf"{comma}{_NAME}\swith\s{number}{end}")
    return (anywhere, behind_semicolon), (opened, in_brackets), (named_with, with_number)


def chained(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the numbers of names behind a figure in its form: `; Malawi, 107`, `, Brazil (16 million)`, ` and Peru with 31,636`."""
    for item in found:
        if len(item.numbers) > 1 or item.numbers[0] < 0:
            continue
        for lead, follower in _chains():
            if not lead.search(text, max(0, item.start - 80), item.start):
                continue
            end = item.end
            while match := follower.match(text, end):
                value = parse_number(match["number"])
                if value is None or is_bare_year(match["number"]) or (item.dimension == "count" and not is_whole(value)):
                    break
                yield like(item, match.start("number"), match.end("number"), value)
                end = match.end()


def like(item: Found, start: int, end: int, value: Decimal) -> Found:
    """Return a figure of the unit of `item` with another number at other characters."""
    unit = unit_named(item.unit) if item.si is not None and item.dimension not in (None, "count") else None
    return replace(item, start=start, end=end, numbers=(value,), si=(unit.to_si(value), unit.si_unit) if unit else None)


@cache
def _part() -> re.Pattern[str]:
    words = "one|two|three|four|five|six|seven|eight|nine|ten"
    how = rf"(?P<how>in|for|to|from|at|on|with|by)\s(?!\d|(?:a|an)\s(?:year|day|week|month)\b|(?:{words})\b)"
    begin = rf"(?:^|[:,;(—–]\s?|\band\s|,\s)(?:and\s|another\s)?{_QUALIFIED}"
    return re.compile(rf"{begin}(?P<number>(?i:{number_pattern()}))\s{how}")


def parts(text: str, ends: Sequence[int], found: Sequence[Found]) -> Iterator[Found]:
    """Yield the numbers into which a count is parted: `sold seven jets: four to a Lima carrier and three to the state`.

    Two or more behind one count, each before the same preposition, and together no more than the whole; `ends` are those of sentences.
    """
    for i, item in enumerate(found):
        if item.dimension != "count" or len(item.numbers) > 1 or item.numbers[0] < 2:
            continue
        stop = next((end for end in ends if end >= item.end), len(text))
        other = next((f.start for f in found[i + 1 : i + 8] if f.unit != item.unit or " " in text[f.start : f.end]), len(text))
        limit = min(stop, item.end + REACH, other)
        items = [(m, parse_number(m["number"])) for m in _part().finditer(text, item.end, limit)]
        values = [value for _, value in items if value is not None and is_whole(value) and value >= 1]
        alike = len({m["how"] for m, _ in items}) == 1 and not any(is_bare_year(m["number"]) for m, _ in items)
        if len(values) < max(2, len(items)) or not alike or sum(values) > item.numbers[0]:
            continue
        for match, value in items:
            if value is not None:
                yield like(item, match.start("number"), match.end("number"), value)
