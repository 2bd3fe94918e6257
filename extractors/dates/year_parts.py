"""Quarters, halves, seasons and numbered weeks of a year."""

from __future__ import annotations

import datetime
import re

from ..knowledge import load
from .calendar_dates import calendar_date, direction_of, year_of
from .context import UNKNOWN, Context, Value, find_anchor, reported_period
from .country import hemisphere_of
from .fiscal import part, year_of_day
from .site import Site
from .tense import AHEAD, BACK
from .timex import SEASON_MONTHS, coarsen, first_and_last_day, grain, of_day, shift_day
from .words import month_number, number_of, offset_of, ordinal_of

_LAST = ("last", "final", "closing")


def part_of_year(site: Site, context: Context) -> Value | None:
    """A quarter or a half: of the year named, or the nearest in the direction of the tense."""
    if site.word("length"):
        return first_months(site, context)
    if site.word("season"):
        return season_date(site, context)
    if site.word("nth") == "latest" and not site.word("year", "unit"):
        return _latest(site, context)
    letter, n = _quarter_or_half(site)
    if not 1 <= n <= (4 if letter == "Q" else 2):
        return None
    year = year_of(site, context)
    if site.word("fiscal") and context.habits.fiscal_year and (value := _of_business_year(site, context, letter, n, year)):
        return "DATE", value
    if year is None and context.published is None:
        return "DATE", f"XXXX-{letter}{n}"
    if year is None and context.published:
        length = 3 if letter == "Q" else 6
        here = (context.published.month - 1) // length + 1
        ahead = direction_of(site) == AHEAD and not _is_just_over(n, here, letter)
        year = context.published.year + (n < here if ahead else -(n > here))
        year -= site.word("before") is not None  # the year-ago third quarter
    if second := site.word("year2"):
        year = int(str(year)[:2] + second[-2:])
    return "DATE", f"{year}-{letter}{n}"


def _of_business_year(site: Site, context: Context, letter: str, n: int, year: int | None) -> str | None:
    """Return the quarter or half of the house's business year as the calendar has it: the one named, or the nearest in the tense's way."""
    month, day = context.habits.fiscal_year or 1, context.published
    if second := site.word("year2"):
        year = int(str(year)[:2] + second[-2:])
    if year is not None:
        return part(year, letter, n, month, context.country)
    if day is None:
        return None
    here = year_of_day(day, month, context.country)
    near = [part(here + shift, letter, n, month, context.country) for shift in (-1, 0, 1)]
    begun = [value for value in near if (first_and_last_day(value)[0] or "") <= day.isoformat()]
    to_come = [value for value in near if value not in begun]
    return to_come[0] if direction_of(site) == AHEAD and to_come else begun[-1]


def _is_just_over(n: int, here: int, letter: str) -> bool:
    """`expects a loss for the third quarter` in October: who means the one a year from now gives the year."""
    return n == (here - 1 or (4 if letter == "Q" else 2))


def _latest(site: Site, context: Context) -> Value | None:
    """`The latest quarter` is the one that the report is about, else the last one that is over."""
    unit = site.word("period") or "quarter"
    reported = reported_period(site, context, unit)
    if reported and context.published and (first_and_last_day(reported)[1] or "") < context.published.isoformat():
        return "DATE", reported
    return "DATE", of_day(shift_day(context.published, -1, unit), unit) if context.published else UNKNOWN[unit]


def _quarter_or_half(site: Site) -> tuple[str, int]:
    if half := site.word("half"):
        return "H", int(re.sub(r"\D", "", half))
    if month := month_number(site.word("month")):  # the March quarter ends in March
        return "Q", month // 3
    letter = "H" if site.word("period") == "half" else "Q"
    nth = site.word("nth") or ""
    n = 4 if nth in _LAST else ordinal_of(nth)
    return letter, 2 if letter == "H" and n == 4 else n


def first_months(site: Site, context: Context) -> Value | None:
    """`The first nine months of 2022`: a half, a quarter or an interval of months; without a year a duration."""
    count = number_of(site.word("count"))
    months = int(count or 0) * (3 if site.word("length") == "quarter" else 1)
    year = year_of(site, context)
    if year is None or not 1 <= months <= 12:
        letter = "Q" if site.word("length") == "quarter" else "M"
        return "DURATION", f"P{int(count) if count else 'X'}{letter}"
    first, last = (1, months) if site.word("edge") == "first" else (13 - months, 12)
    if months in (3, 6):
        return "DATE", f"{year}-Q{(last + 2) // 3}" if months == 3 else f"{year}-H{(last + 5) // 6}"
    return "DATE", f"{year}-{first:02}/{year}-{last:02}"


def year_to_date(site: Site, context: Context) -> str | None:
    """Return the year of `the first nine months` or `the nine months` that name none: the last one in which they are over."""
    months = int(number_of(site.word("count")) or 0) * (3 if site.word("length") == "quarter" else 1)
    alone = site.word("unit") == "month" and months in (6, 9) and re.search(r"\b(?:the|latest) $", site.before, re.IGNORECASE)
    if context.published is None or not (site.word("edge") == "first" or alone):
        return None
    return f"{context.published.year - (context.published.month <= months):04}"


def part_of_month(site: Site, context: Context) -> Value | None:
    """Resolve `the first Monday of next month`, `the last day of April`, `the first weekend of June`, `the third week of May`.

    The first week is days 1 to 7: the week numbers of ISO 8601 don't begin with the month.
    """
    whole = _whole_of_part(site, context)
    begins, ends = first_and_last_day(whole) if whole else (None, None)
    if begins is None or ends is None:
        return ("DATE", whole) if whole else None
    first, last = datetime.date.fromisoformat(begins), datetime.date.fromisoformat(ends)
    piece, nth = site.word("piece") or "day", site.word("nth") or ""
    n = -1 if nth in ("last", "final") else ordinal_of(nth)
    day = _nth_day(first, last, n, piece)
    if n == 0 or not first <= day <= last:
        return None
    if piece == "week":
        end = shift_day(day, 6, "day")
        return ("DATE", f"{day}/{end}") if end <= last else None
    return "DATE", of_day(day, "weekend") if piece == "weekend" else day.isoformat()


def _whole_of_part(site: Site, context: Context) -> str | None:
    """Return the month or year that the part is of."""
    if site.word("month"):
        value = calendar_date(site, context)
        return value[1] if value else None
    if unit := site.word("unit"):
        return of_day(shift_day(context.published, offset_of(site.word("deixis")), unit), unit) if context.published else UNKNOWN[unit]
    return site.word("year")


def _nth_day(first: datetime.date, last: datetime.date, n: int, piece: str) -> datetime.date:
    """Return the day on which the `n`th week, weekend, weekday or day from `first` to `last` begins; -1 is the last one."""
    if piece in ("day", "week"):
        days = 1 if piece == "day" else 7
        return last - datetime.timedelta(days=days - 1) if n < 0 else first + datetime.timedelta(days=days * (n - 1))
    number = 6 if piece == "weekend" else load("dates/dates.toml")["weekdays"][piece]
    if n < 0:
        return last - datetime.timedelta(days=(last.isoweekday() - number) % 7)
    return first + datetime.timedelta(days=(number - first.isoweekday()) % 7 + 7 * (n - 1))


def week_with(site: Site, context: Context) -> Value | None:
    """`The week of March 6`, `the week ended 3 May`: the week of ISO 8601 that the day lies in."""
    value = calendar_date(site, context)
    week = coarsen(value[1], "week") if value else None
    return ("DATE", week) if week else None


def epidemiological(site: Site, context: Context) -> Value:
    """Resolve `the 26th epidemiological week`."""
    year = f"{context.published.year:04}" if context.published else "XXXX"
    return "DATE", f"{year}-W{ordinal_of(site.word('nth') or ''):02}"


def season_date(site: Site, context: Context) -> Value:
    """Resolve `summer of 2019`, `last winter`."""
    code = load("dates/dates.toml")["seasons"][site.word("season")]
    year = year_of(site, context)
    if year is None and context.published is None:
        return "DATE", f"XXXX-{code}"
    if year is None and context.published:
        offset = offset_of(site.word("deixis")) if site.word("deixis") else None
        start = SEASON_MONTHS[hemisphere_of(context.country) or "north"][code]
        year = _season_told(site, context, start) or _season_year(context.published, start, offset, site)
    return "DATE", f"{year}-{code}"


def _season_told(site: Site, context: Context, start: int) -> int | None:
    """Return the year of `the next spring` of a story of years ago."""
    anchor = (
        find_anchor(site, context, "year") if site.word("deixis") == "next" and re.search(r"\bthe $", site.before, re.IGNORECASE) else None
    )
    if anchor is None:
        return None
    month = int(anchor[5:7]) if grain(anchor) in ("day", "month") else 12
    return int(anchor[:4]) + (start <= month)


def _season_year(published: datetime.date, start: int, offset: int | None, site: Site) -> int:
    """Return the year in which the season began; one that begins in December lasts into the next."""
    this = published.year - (start == 12 and published.month < 3)
    over = published.month >= (start + 3) if start < 12 else 3 <= published.month < 12
    begun = published.month >= start or (start == 12 and published.month < 3)
    if offset == 0:
        return this
    if offset is None:
        return this + over if direction_of(site) == AHEAD and start < 12 else this - (not begun and direction_of(site) == BACK)
    if offset < 0:
        return this - (not over if start < 12 else 1)
    return this + begun
