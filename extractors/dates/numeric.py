"""Full dates in figures and in unusual formats, by way of dateparser."""

from __future__ import annotations

import datetime
import re
from functools import cache

from ..habits import Habits


def order_of_habit(habits: Habits) -> str | None:
    """Return the order that the house writes its dates in, None where it doesn't say."""
    return None if habits.day_first is None else "DMY" if habits.day_first else "MDY"


def numeric_day(said: str, order: str | None = None) -> datetime.date:
    """Return the day that `said` writes: `2025-11-03`, `03.11.2025`, `3-Nov-25`.

    Where day and month could change places (`03/11/2025`) the `order` decides, `DMY` or `MDY`; points between stand for `DMY` everywhere.

    Raises:
        ValueError: it is no date, or it is ambiguous and there is no order.
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
        return datetime.date.fromisoformat(said)
    orders = ("YMD",) if re.match(r"\d{4}", said) else ("DMY",) if "." in said else ("DMY", "MDY")
    in_figures = re.fullmatch(r"\d+[-/.]\d+[-/.]\d+", said) is not None
    read = _in_figures if in_figures else parse_day
    days = {order: day for order in orders if (day := read(said, order))}
    if not days:
        raise ValueError(f"no date: {said}")
    if len(set(days.values())) == 1:
        return next(iter(days.values()))
    if order not in days:
        raise ValueError(f"ambiguous: {said}")
    return days[order]


def _in_figures(said: str, order: str) -> datetime.date | None:
    """Return the day of three numbers in `order`, None where there is none; two figures of a year are those of 1969 to 2068."""
    parts = dict(zip(order, map(int, re.split(r"[-/.]", said)), strict=True))
    year = parts["Y"] + (0 if parts["Y"] > 99 else 2000 if parts["Y"] < 69 else 1900)
    try:
        return datetime.date(year, parts["M"], parts["D"])
    except ValueError:
        return None


@cache
def parse_day(said: str, order: str = "DMY") -> datetime.date | None:
    """Return the full date that dateparser reads in `said`, None where day, month or year is missing."""
    import dateparser  # takes a third of a second to import, and few articles need it

    settings = {"STRICT_PARSING": True, "DATE_ORDER": order, "PREFER_LOCALE_DATE_ORDER": False, "PARSERS": ["absolute-time"]}
    parsed = dateparser.parse(said, languages=["en"], settings=settings)
    return parsed.date() if parsed else None
