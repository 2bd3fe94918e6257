"""The arithmetic of TIMEX3 values: `2022-07`, `2022-W29`, `2022-Q3`, `2022-H1`, `2022-SU`, `199`, `2022-07-19T14:30`, `2010/2012`.

A value is a string all the way; what is unknown of it is written `X` (`XXXX-07`), and nothing is computed from such a value.
"""

from __future__ import annotations

import calendar
import datetime
import re

_FORMS = {
    "day": re.compile(r"(\d{4})-(\d\d)-(\d\d)$"),
    "month": re.compile(r"(\d{4})-(\d\d)$"),
    "week": re.compile(r"(\d{4})-W(\d\d)$"),
    "weekend": re.compile(r"(\d{4})-W(\d\d)-WE$"),
    "quarter": re.compile(r"(\d{4})-Q([1-4])$"),
    "half": re.compile(r"(\d{4})-H([12])$"),
    "season": re.compile(r"(\d{4})-(SP|SU|FA|WI)$"),
    "year": re.compile(r"(\d{4})$"),
    "decade": re.compile(r"(\d{3})$"),
    "century": re.compile(r"(\d\d)$"),
}
# The month in which a season begins.
SEASON_MONTHS = {"north": {"SP": 3, "SU": 6, "FA": 9, "WI": 12}, "south": {"FA": 3, "WI": 6, "SP": 9, "SU": 12}}
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
# Which grains a value must have to say which unit it lies in: a day lies in a week, a quarter in no month.
_LIES_IN = {
    "day": ("day",),
    "week": ("day", "week", "weekend"),
    "weekend": ("day", "weekend"),
    "month": ("day", "month"),
    "quarter": ("day", "month", "quarter"),
    "half": ("day", "month", "quarter", "half"),
    "season": ("season",),
    "year": ("day", "week", "weekend", "month", "quarter", "half", "season", "year"),
    "decade": ("day", "month", "year", "decade"),
    "century": ("day", "month", "year", "decade", "century"),
}


def grain(value: str) -> str | None:
    """Return the unit that `value` is one of (`day`, `month`, `quarter` …), None for intervals, durations, times and unknown ones."""
    return next((unit for unit, form in _FORMS.items() if form.match(value)), None)


def first_and_last_day(value: str, hemisphere: str | None = None) -> tuple[str | None, str | None]:
    """Return the first and the last ISO day that `value` covers.

    Both are None for durations, sets, clock times without a day, unresolved and vague values. A season takes the three months of the
    meteorologists in its `hemisphere` (`north` or `south`); without one both are None, and so they are for a southern summer, which
    two years share.
    """
    first, _, last = value.partition("/")
    start, end = _days(first, hemisphere), _days(last or first, hemisphere)
    if not start or not end or end[1] < start[0]:
        return None, None
    return start[0].isoformat(), end[1].isoformat()


def _days(value: str, hemisphere: str | None = None) -> tuple[datetime.date, datetime.date] | None:
    value = value.partition("T")[0]
    unit = grain(value)
    if unit == "season":
        return _days_of_season(int(value[:4]), value[5:], hemisphere)
    if unit is None:
        return None
    match = _FORMS[unit].match(value)
    numbers = [int(g) for g in match.groups() if g.isdigit()] if match else []
    try:
        return _days_of(unit, numbers)
    except ValueError:  # February 30, or the year 0
        return None


def _days_of_season(year: int, season: str, hemisphere: str | None) -> tuple[datetime.date, datetime.date] | None:
    month = SEASON_MONTHS[hemisphere].get(season) if hemisphere else None
    if month is None or (hemisphere == "south" and season == "SU"):
        return None
    first = datetime.date(year, month, 1)
    return first, shift_day(first, 3, "month") - datetime.timedelta(days=1)


def _days_of(unit: str, numbers: list[int]) -> tuple[datetime.date, datetime.date]:
    if unit == "day":
        day = datetime.date(*numbers)
        return day, day
    if unit in ("week", "weekend"):
        year, week = numbers
        return datetime.date.fromisocalendar(year, week, 1 if unit == "week" else 6), datetime.date.fromisocalendar(year, week, 7)
    length = _MONTHS_IN[unit]
    if unit in ("decade", "century"):
        year, first = numbers[0] * (10 if unit == "decade" else 100), 1
    else:
        year, first = numbers[0], (numbers[1] - 1) * length + 1 if len(numbers) > 1 else 1
    last_year, last_month = divmod(year * 12 + first - 1 + length - 1, 12)
    return datetime.date(year, first, 1), datetime.date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1])


def coarsen(value: str, unit: str) -> str | None:
    """Return the `unit` that `value` lies in (`2022-07-19` in a quarter: `2022-Q3`), None where it doesn't say."""
    value = value.partition("T")[0]
    if "/" in value:
        first, last = (coarsen(part, unit) for part in value.split("/", 1))
        return first if first == last else None
    if grain(value) not in _LIES_IN[unit]:
        return None
    if unit == "season":
        return value
    if grain(value) == "season":
        return value[:4] if unit == "year" else None
    days = _days(value)
    if days is None:
        return value[:4] if unit == "year" else None
    return of_day(days[0], unit) if grain(value) not in ("week", "weekend") or unit != "year" else value[:4]


def of_day(day: datetime.date, unit: str) -> str:
    """Return the value of the `unit` that `day` lies in."""
    if unit == "day":
        return day.isoformat()
    if unit in ("week", "weekend"):
        week = day.isocalendar()
        return f"{week.year:04}-W{week.week:02}" + ("-WE" if unit == "weekend" else "")
    year = f"{day.year:04}"
    part = {"month": f"-{day.month:02}", "quarter": f"-Q{(day.month + 2) // 3}", "half": f"-H{(day.month + 5) // 6}"}
    cut = {"decade": year[:3], "century": year[:2]}
    return cut.get(unit, year + part.get(unit, ""))


def shift(value: str, n: int, unit: str) -> str | None:
    """Return `value` moved by `n` units, in its own grain: `2025-Q3` a year back is `2024-Q3`. None where that has no answer."""
    value = value.partition("T")[0]
    if "/" in value:
        first, last = (shift(part, n, unit) for part in value.split("/", 1))
        return f"{first}/{last}" if first and last else None
    own = grain(value)
    if own is None:
        return None
    if own == "season":
        return f"{int(value[:4]) + n:04}{value[4:]}" if unit == "year" else None
    days = _days(value)
    if days is None:
        return None
    try:
        if own in ("week", "weekend") and unit in ("month", "quarter", "half", "year"):
            year, week, _ = days[0].isocalendar()
            return of_day(datetime.date.fromisocalendar(year + n, week, 6), own) if unit == "year" else None
        return of_day(shift_day(days[0], n, unit), own)
    except (ValueError, OverflowError):
        return None


def shift_day(day: datetime.date, n: int, unit: str) -> datetime.date:
    """Return `day` moved by `n` units; the 31st becomes the month's last day where it has no 31st.

    Raises:
        ValueError, OverflowError: the calendar ends before that.
    """
    if unit in ("day", "week", "weekend"):
        return day + datetime.timedelta(days=n * (1 if unit == "day" else 7))
    year, month = divmod(day.year * 12 + day.month - 1 + n * _MONTHS_IN[unit], 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"no year {year}")
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
