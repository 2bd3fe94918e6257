"""TIMEX3 values in words: `14 May 2026`, `third quarter of 2027`, `3 months`, `every Friday`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cache
from itertools import takewhile
from typing import Any

from .knowledge import knowledge

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?")
_CLOCK = re.compile(r"\d\d(?::\d\d){0,2}")
_DURATION = re.compile(r"P(?=.)((?:(?:[\d.]{1,20}|X)[YQMWD])*)(?:T((?:(?:[\d.]{1,20}|X)[HMS])+))?")
_AMOUNT = re.compile(r"([\d.]{1,20}|X)([A-Z])")


def is_iso(value: str) -> bool:
    """Say whether the value is a year, month, day or minute as ISO 8601 writes it too, which people read without help."""
    return _ISO.fullmatch(value) is not None


def time_in_words(value: str, kind: str = "DATE") -> str:
    """Return what a TIMEX3 value says; a value of no known form stays as it is.

    Args:
        value: of a date or of a figure's `when`.
        kind: the type that TIMEX3 gives it: a SET comes `every` Friday, where another Friday without a date is `some` Friday.
    """
    return _words(value, kind) or value


def _words(value: str, kind: str) -> str | None:
    first, stroke, last = value.partition("/")
    if stroke:
        return _interval(first, last, kind)
    known: str | None = knowledge()["timex"]["references"].get(value)
    return known or (_duration(value, kind) if value.startswith("P") else _moment(value, kind))


def _interval(first: str, last: str, kind: str) -> str | None:
    if re.fullmatch(r"\d{4}", first) and last == f"{int(first) + 1:04}":
        return None  # `2021/2022`: newspapers print a fiscal year or a season so
    start, end = _words(first, kind), _words(last, kind)
    return " to ".join(_without_repeats(start.split(), end.split())) if start and end else None


def _without_repeats(start: list[str], end: list[str]) -> tuple[str, str]:
    """Leave out what both ends say: `12 to 18 June 2022`, `first to third quarter of 2025`, `every Monday to Friday`."""
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(start[:0:-1], end[:0:-1], strict=False))))
    start = start[: len(start) - same]
    if len(end) > 1 and start[0] == end[0] in _articles().values():
        end = end[1:]
    return " ".join(start), " ".join(end)


def _duration(value: str, kind: str) -> str | None:
    found = _DURATION.fullmatch(value)
    if not found:
        return None
    units = knowledge()["timex"]["units"]
    amounts = [(number, units[letter]) for number, letter in _AMOUNT.findall(found[1])]
    amounts += [(number, units[f"T{letter}"]) for number, letter in _AMOUNT.findall(found[2] or "")]
    if kind != "SET":
        return " ".join(_amount(*amount) for amount in amounts)
    if len(amounts) == 1 and amounts[0][0] == "1":
        return f"every {amounts[0][1]}"
    return "every " + " ".join(_amount(number, unit, unknown="few ") for number, unit in amounts)


def _amount(number: str, unit: str, unknown: str = "") -> str:
    if number == "X":
        return f"{unknown}{unit}s"
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def _moment(value: str, kind: str) -> str | None:
    day, stroke, clock = value.partition("T")
    if not stroke:
        return _calendar(day, kind)
    part: str | None = knowledge()["timex"]["parts of the day"].get(clock)
    if part is None and not _CLOCK.fullmatch(clock):
        return None
    if day == "XXXX-XX-XX":
        return f"{_article(kind)} {part or f'day, {clock}'}"
    if not day:
        return part or clock
    words = _calendar(day, kind)
    if words is None:
        return None
    return f"{words} {part}" if part and day.startswith("XXXX-WXX-") else f"{words}, {part or clock}"


def _calendar(value: str, kind: str) -> str | None:
    """Return the words of a day or of more days, whose year may be unknown."""
    if re.fullmatch(r"\d{2,3}", value):
        return f"{value}0s" if len(value) == 3 else f"{_ordinal(int(value) + 1)} century"
    found = re.fullmatch(r"(\d{4}|XXXX)(?:-(.+))?", value)
    if not found:
        return None
    year, part = found[1], found[2] or ""
    if year == "XXXX":
        return _without_year(part, _article(kind))
    if not part:
        return year
    if week := re.fullmatch(r"W(\d\d)(?:-(WE|[1-7]))?", part):
        return _week(int(year), int(week[1]), week[2])
    words = _part_of_year(part)
    return words and (f"{words} of {year}" if part[0] in "QH" else f"{words} {year}")


def _part_of_year(part: str) -> str | None:
    """Return `July` for 07, `4 July` for 07-04, `third quarter` for Q3, `summer` for SU."""
    table = knowledge()["timex"]
    if part in table["seasons"]:
        season: str = table["seasons"][part]
        return season
    if found := re.fullmatch(r"([QH])([1-4])", part):
        return f"{table['ordinals'][int(found[2]) - 1]} {table['parts of the year'][found[1]]}"
    if found := re.fullmatch(r"(0[1-9]|1[0-2])(?:-(\d\d))?", part):
        month: str = _names("months")[int(found[1])]
        return f"{int(found[2])} {month}" if found[2] else month
    return None


def _without_year(part: str, article: str) -> str | None:
    known: str | None = knowledge()["timex"]["unknown"].get(part)
    if known:
        return f"{article} {known}"
    if found := re.fullmatch(r"WXX-([1-7])", part):
        return f"{article} {_names('days')[int(found[1]) - 1]}"
    if found := re.fullmatch(r"W(\d\d)", part):
        return f"week {int(found[1])} of {article} year"
    words = _part_of_year(part)
    if words is None:
        return None
    if article == "every" and part[0] not in "QH":
        return f"every {words}"
    return f"some {words}" if part.isalnum() and part[0] not in "QH" else f"{words} of {article} year"


def _week(year: int, week: int, day: str | None) -> str | None:
    """Return a week by the day on which it begins; nobody counts them but ISO 8601."""
    try:
        first = datetime.date.fromisocalendar(year, week, 6 if day == "WE" else int(day or 1))
    except ValueError:
        return None
    words = _calendar(first.isoformat(), "DATE")
    return words if day and day != "WE" else f"{'weekend' if day else 'week'} of {words}"


def _article(kind: str) -> str:
    articles = _articles()
    return articles.get(kind, articles["DATE"])


def _articles() -> dict[str, str]:
    articles: dict[str, str] = knowledge()["timex"]["articles"]
    return articles


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@cache
def _names(of: str) -> Mapping[int, Any]:
    """Return the names of months, from 1 on, or of days, from 0 on, by CLDR."""
    from babel import Locale

    return getattr(Locale("en"), of)["format"]["wide"]
