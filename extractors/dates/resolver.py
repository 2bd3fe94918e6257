"""From an expression where it stands to its TIMEX3 value.

Three things anchor a date: the calendar (`July 2017`), the day of publication (`last week`, `Tuesday`), and the dates that the story has
told so far (`the previous month`, `a year earlier`). Without a day of publication what hangs on it keeps its X: `XXXX-WXX-2`.
"""

from __future__ import annotations

from collections.abc import Callable

from .calendar_dates import calendar_date, century_date, day_of_month, decade_date, span_of_years, year_date
from .context import Context, Value
from .lengths import recurrence
from .named_days import named_day
from .relative import calendar_unit, counted_date, day_beside, length_or_point, story_date, told_date, unit_end, vague_date
from .site import Site
from .times_of_day import clock_time, day_part, day_word, time_of_day
from .year_parts import epidemiological, first_months, part_of_month, part_of_year, season_date, week_with


def resolve(site: Site, context: Context) -> Value | None:
    """Return the TIMEX3 type and value of the expression at `site`, None where the text doesn't say what it refers to."""
    try:
        return _RESOLVERS[site.kind](site, context)
    except (ValueError, OverflowError):  # July 32, the year 0, a count of years beyond the calendar
        return None


_RESOLVERS: dict[str, Callable[[Site, Context], Value | None]] = {
    "date": calendar_date,
    "numeric": calendar_date,
    "weekday": calendar_date,
    "day of month": day_of_month,
    "year": year_date,
    "era": year_date,
    "years": span_of_years,
    "decade": decade_date,
    "century": century_date,
    "named day": named_day,
    "period": part_of_year,
    "first months": first_months,
    "part of month": part_of_month,
    "week with": week_with,
    "epidemiological": epidemiological,
    "season": season_date,
    "unit": calendar_unit,
    "edge": unit_end,
    "day word": day_word,
    "day part": day_part,
    "time": time_of_day,
    "clock": clock_time,
    "bare clock": clock_time,
    "clock start": clock_time,
    "story": story_date,
    "told": told_date,
    "ago": counted_date,
    "day beside": day_beside,
    "vague": vague_date,
    "duration": length_or_point,
    "set": recurrence,
}
