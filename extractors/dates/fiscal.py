"""Business years, where the house says in which month they begin: what days and what quarter of the calendar they are.

A business year is named after the calendar year that it ends in (`fiscal 2026` from April 2025), in Japan after the one it begins in.
"""

from __future__ import annotations

import datetime

from .timex import shift, shift_day

_NAMED_AFTER_START = ("JP",)


def first_day(year: int, month: int, country: str | None = None) -> datetime.date:
    """Return the first day of the business year named `year` that begins in `month`, 1 to 12."""
    begins = year if month == 1 or country in _NAMED_AFTER_START else year - 1
    return datetime.date(begins, month, 1)


def days_of(value: str, month: int, country: str | None = None) -> tuple[str, str] | None:
    """Return the first and the last ISO day of a business year (`2026`, or `2025/2026` after both), None for another value."""
    start, _, end = value.partition("/")
    if not (len(start) == 4 and start.isdigit() and len(end) in (0, 4)):
        return None
    first = datetime.date(int(start), month, 1) if end else first_day(int(start), month, country)
    return first.isoformat(), (shift_day(first, 12, "month") - datetime.timedelta(days=1)).isoformat()


def year_of_day(day: datetime.date, month: int, country: str | None = None) -> int:
    """Return the name of the business year that `day` lies in."""
    return next(year for year in (day.year - 1, day.year, day.year + 1) if _holds(first_day(year, month, country), day))


def _holds(first: datetime.date, day: datetime.date) -> bool:
    return first <= day < shift_day(first, 12, "month")


def part(year: int, letter: str, n: int, month: int, country: str | None = None) -> str:
    """Return the calendar's value of quarter (`Q`) or half (`H`) `n` of a business year: `2025-Q2`, else its months."""
    length = 3 if letter == "Q" else 6
    begins = shift_day(first_day(year, month, country), length * (n - 1), "month")
    first = f"{begins.year:04}-{begins.month:02}"
    if (begins.month - 1) % length == 0:
        return f"{begins.year:04}-{letter}{(begins.month - 1) // length + 1}"
    return f"{first}/{shift(first, length - 1, 'month')}"
