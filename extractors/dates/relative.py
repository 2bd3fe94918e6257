"""What lies so far from the day of publication (`last week`) or from the date that the story is about (`the previous week`)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ..knowledge import load
from .calendar_dates import calendar_date, direction_of
from .context import UNKNOWN, Context, Value, compared_period, find_anchor, reported_period
from .fiscal import year_of_day
from .lengths import duration
from .site import Site
from .tense import AHEAD, BACK, direction, is_appointed
from .times_of_day import day_word
from .timex import coarsen, grain, of_day, shift, shift_day
from .words import beside, number_of, offset_of

_WHOLE = 40  # sentences: a report of results has one quarter that it calls "the quarter"


def calendar_unit(site: Site, context: Context) -> Value | None:
    """Resolve `last week`, `this year`, `the end of the month`."""
    unit = site.word("unit") or "year"
    deixis = site.word("deixis")
    if unit == "fortnight":  # of no calendar
        return None
    if site.word("fiscal") and context.habits.fiscal_year and context.published:
        year = year_of_day(context.published, context.habits.fiscal_year, context.country)
        return "DATE", f"{year + offset_of(deixis):04}"
    if deixis == "next" and re.search(r"\bthe $", site.before, re.IGNORECASE):
        return _from_story(site, context, unit, 1)
    if deixis is None and (elsewhen := _elsewhen(site, context, unit)):
        return "DATE", elsewhen
    if context.published is None:
        return "DATE", UNKNOWN[unit]
    if site.said.lower().startswith("full"):
        return "DATE", _full_year(site, context, context.published)
    n = _weekend_offset(site, context.published) if unit == "weekend" and deixis in (None, "this") else offset_of(deixis)
    return "DATE", of_day(shift_day(context.published, n, unit), unit)


def _elsewhen(site: Site, context: Context, unit: str) -> str | None:
    """Return the unit of another year: `later in the decade` of a story of 1953, `in 2019, prices rose until the end of the year`."""
    anchor = find_anchor(site, context, unit)
    if anchor is None or unit == "weekend" or (context.published and anchor[:4] == f"{context.published.year:04}"):
        return None
    told_here = context.told[-1].sentence == site.sentence and direction_of(site) == BACK
    return coarsen(anchor, unit) if told_here or re.match("later|earlier", site.said, re.IGNORECASE) else None


def _full_year(site: Site, context: Context, published: datetime.date) -> str:
    """`Profit for the full year`: of the year that the sentence names; what is told of it until March is of the year before."""
    named = next((d.value for d in reversed(context.told) if d.sentence == site.sentence and grain(d.value) == "year"), None)
    over = published.month <= 3 and direction(site.first, site.last) != AHEAD
    return named or f"{published.year - over:04}"


def _weekend_offset(site: Site, published: datetime.date) -> int:
    """`over the weekend` is the one before, unless the tense looks ahead or it is here."""
    return 0 if direction_of(site) == AHEAD or published.isoweekday() > 5 else -1


def unit_end(site: Site, context: Context) -> Value:
    """`year-end` is December: of this year, where the text looks back of the last."""
    if year := site.word("year"):
        return "DATE", f"{year}-12"
    if context.published is None:
        return "DATE", "XXXX-12" if site.word("unit") == "year" else "XXXX-XX"
    if site.word("unit") != "year":
        return "DATE", of_day(context.published, "month")
    is_over = context.published.month < 12 and direction_of(site) == BACK  # "held $4 billion at year-end", "is up since year-end"
    return "DATE", f"{context.published.year - is_over:04}-12"


def story_date(site: Site, context: Context) -> Value | None:
    """Resolve `the previous month`, `that year`, `the same period last year`."""
    said, unit = site.word("story") or "", site.word("noun") or "year"
    if unit == "fortnight":
        return None
    if season := site.word("season"):
        return _season_of_story(site, context, load("dates/dates.toml")["seasons"][season], offset_of(said))
    if site.word("year", "deixis", "before") or said.startswith("year") or unit == "period":
        same = _same_in_another_year(site, context, unit)
        return same or (("DATE", site.word("year") or "") if not said else None)  # the 1988 quarter
    return _from_story(site, context, unit, offset_of(said))


def told_date(site: Site, context: Context) -> Value | None:
    """`Sales in the quarter`: the one that this sentence or the one before has named, or the report is about, None where there is none."""
    unit = site.word("unit") or "year"
    units = ("month", "quarter", "half") if unit == "period" else (unit,)
    near = (date.value for date in reversed(context.told) if date.sentence >= site.sentence - 1 and not date.aside)
    if unit == "week":  # "fell 1.2% on Friday. For the week, it lost 3.8%"
        return _week_told(near)
    last = next((value for value in near if grain(value) in (*units, "month", "quarter", "half", "year")), None)
    if site.word("ended"):
        return _period_ended(site, unit)
    if last is None or grain(last) not in units:
        last = reported_period(site, context, reach=_WHOLE) if unit in ("quarter", "half", "period") else None
    return ("DATE", last) if last and grain(last) in units else None


def _week_told(near: Iterator[str]) -> Value | None:
    """Return the week of the last day or week told, None where something else was told after it."""
    last = next(near, None)
    week = coarsen(last, "week") if last and grain(last) in ("day", "week") else None
    return ("DATE", week) if week else None


def _period_ended(site: Site, unit: str) -> Value | None:
    """`The quarter` of `the quarter ended Sept. 30`: the one of the calendar, else its months; a year is named after the one it ends in."""
    end = site.word("ended") or ""
    length = {"quarter": 3, "half": 6, "year": 12}.get(unit)
    if length is None or grain(end) not in ("day", "month"):
        return None
    last = coarsen(end, "month") or ""
    if unit == "year":
        return "DATE", last[:4]
    if int(last[5:7]) % length == 0:
        return "DATE", coarsen(last, unit) or ""
    return "DATE", f"{shift(last, 1 - length, 'month')}/{last}"


def _season_of_story(site: Site, context: Context, season: str, n: int) -> Value | None:
    """`That summer`: of the year that the story is about."""
    anchor = find_anchor(site, context, "year")
    return ("DATE", f"{int(anchor[:4]) + n:04}-{season}") if anchor else None


def _same_in_another_year(site: Site, context: Context, unit: str) -> Value | None:
    """`the same period last year`, `the year-earlier quarter`: the part of the year that the story is about, in that year."""
    anchor = compared_period(site, context, "year" if unit in ("period", "year") else unit)
    if anchor is None or grain(anchor) == "year" or (unit == "period" and grain(anchor) == "day"):
        return None
    if unit not in ("period", "year"):
        anchor = coarsen(anchor, unit) or anchor
    if year := site.word("year"):
        n = int(year) - int(anchor[:4])
    elif site.word("deixis"):
        if context.published is None:
            return None
        n = context.published.year + offset_of(site.word("deixis")) - int(anchor[:4])
    elif site.word("before") or (site.word("story") or "").startswith("year"):
        n = -1
    else:
        return None
    moved = shift(anchor, n, "year")
    return ("DATE", moved) if moved else None


def _from_story(site: Site, context: Context, unit: str, n: int) -> Value | None:
    """Return the unit `n` after the date that the story is about; where it is about none, count from the day of publication."""
    if site.word("fiscal") and (interval := _fiscal_told(site, context)):
        return "DATE", "/".join(str(int(year) + n) for year in interval.split("/"))
    anchor = find_anchor(site, context, unit)
    own = coarsen(anchor, unit) if anchor else None
    if own and (moved := shift(own, n, unit)):
        return "DATE", moved
    if n == 0:
        return None
    if n > 0 and (unit == "day" or site.word("deixis") != "next"):
        return "DATE", "FUTURE_REF"
    return "DATE", of_day(shift_day(context.published, n, unit), unit) if context.published else UNKNOWN[unit]


def _fiscal_told(site: Site, context: Context) -> str | None:
    near = (d.value for d in reversed(context.told) if d.sentence >= site.sentence - 1)
    return next((value for value in near if re.fullmatch(r"\d{4}/\d{4}", value)), None)


def counted_date(site: Site, context: Context) -> Value | None:
    """`two days ago` counts from the day of publication, `two days earlier` from the story's date, and so does `than a year ago`."""
    side, (count, unit) = (site.word("side") or "").replace("back", "ago"), _counted_units(site)
    if unit in ("second", "minute", "hour", "night"):
        return None
    if count is None:
        return ("DATE", "PAST_REF") if side == "ago" else None
    ahead = side in ("later", "after", "hence", "from now")
    n, unit = _whole(count if ahead else -count, unit)
    if side in ("hence", "from now") or (side == "ago" and not _is_compared(site)):
        return _from_here(context, n, unit)
    anchor = compared_period(site, context, unit) if unit == "year" and n == -1 else find_anchor(site, context, unit)
    if anchor is None:
        return None if ahead else _from_here(context, n, unit)
    if unit == "year" and re.match(r" (?:six|nine) months\b", site.after):  # of the year before, too
        anchor = coarsen(anchor, "year") or anchor
    exact = grain(anchor) != "day" or unit in ("day", "week")
    moved = shift(anchor if exact else coarsen(anchor, unit) or anchor, n, unit)
    return ("DATE", moved) if moved else None


def length_or_point(site: Site, context: Context) -> Value | None:
    """`Talks resume in two weeks` says when, `prices doubled in two weeks` how long it took."""
    count = number_of(site.word("count"))
    if count is None or not _is_point(site):
        return duration(site, context)
    return _from_here(context, *_whole(count, site.word("unit") or "day"))


def _is_point(site: Site) -> bool:
    """Say whether a length behind `in` is a day or week to come: where something is to happen that takes no time of its own."""
    one = site.word("unit") in ("day", "week", "fortnight", "month", "year", "decade") and not site.word(
        "count2", "unit2", "half", "span", "nth"
    )
    if not one or not re.search(r"\bin (?:about |around |exactly |just |only |another )?$", site.before, re.IGNORECASE):
        return False
    ahead = direction(site.first, site.last) == AHEAD
    if re.match(r"[’']s? time\b", site.after):
        return ahead
    return ahead and re.match(r"\s*(?:[.,;:!?)”\"]|$|[a-z])", site.after) is not None and is_appointed(site.first, site.last)


def day_beside(site: Site, context: Context) -> Value | None:
    """Resolve `the day before 3 May`, `90 days after January 12`, `two weeks from next Tuesday`, `a year ago today`."""
    value = day_word(site, context) if site.word("dayword") else calendar_date(site.without("unit"), context)
    n, unit = _whole(number_of(site.word("count") or "one") or 1, site.word("unit") or "day")
    day = shift(value[1], -n if site.word("side") in ("before", "ago") else n, unit) if value else None
    if day and context.published and day > context.published.isoformat() and _is_past_weekday(site):
        day = shift(day, -7, "day")
    return ("DATE", day) if day else None


def _is_past_weekday(site: Site) -> bool:
    """`It came two days after Monday's blast`: a day that was, though two days after this Monday is still to come."""
    counted = site.first.nbor(1) if site.word("count") else site.first
    return site.word("weekday") is not None and not site.word("month", "deixis") and direction(site.first, counted) == BACK


def _counted_units(site: Site) -> tuple[float | None, str]:
    """Return how many of which unit; None where it is `a few`."""
    said, unit = site.word("count"), site.word("unit")
    if unit is None:  # `year-earlier`
        return 1, said or "year"
    if said is None:
        return (1 if site.word("side") in ("before", "after") else None), unit
    count = number_of(said)
    return (count + 0.5 if count is not None and "and a half" in site.said else count), unit


def _is_compared(site: Site) -> bool:
    before = site.text[max(0, site.start - 100) : site.start]
    near = beside("compared").search(before)
    return site.word("unit") is None or (near is not None and (near[1] == "" or any(c.isdigit() for c in near[1])))


def _from_here(context: Context, n: int, unit: str) -> Value:
    return "DATE", of_day(shift_day(context.published, n, unit), unit) if context.published else UNKNOWN[unit]


def _whole(count: float, unit: str) -> tuple[int, str]:
    """Return whole units: half years become months, decades years."""
    factor = load("dates/dates.toml")["unit_factors"].get(unit, 1)
    if factor > 1:
        return int(count * factor), "week" if unit == "fortnight" else "year"
    if count != int(count):
        return (int(count * 12), "month") if unit == "year" else (round(count), unit)
    return int(count), unit


def vague_date(site: Site, context: Context) -> Value:
    """Resolve `recent months` and `the coming weeks`."""
    return "DATE", "PAST_REF" if site.word("vague") in ("recent", "past", "previous") else "FUTURE_REF"
