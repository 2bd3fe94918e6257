"""Clock times and parts of the day, and the day that they belong to."""

from __future__ import annotations

from ..knowledge import load
from .calendar_dates import calendar_date
from .context import UNKNOWN, Context, Value, find_anchor
from .site import Site
from .timex import grain, shift, shift_day
from .words import hour_number, number_of, offset_of


def day_word(site: Site, context: Context) -> Value:
    """Resolve `today`, `the day before yesterday`."""
    n = load("dates/dates.toml")["dayoffsets"][site.word("dayword")]
    return "DATE", shift_day(context.published, n, "day").isoformat() if context.published else UNKNOWN["day"]


def day_part(site: Site, context: Context) -> Value | None:
    """`this morning`, `last night` of the day of publication; `that night`, `the evening` of the day that the story is about."""
    part, deixis = site.word("daypart") or "", site.word("deixis") or "the"
    code = "TNI" if deixis == "ton" else load("dates/dates.toml")["dayparts"][part]
    if deixis in ("this", "ton", "last"):
        day = shift_day(context.published, offset_of(deixis), "day").isoformat() if context.published else UNKNOWN["day"]
        return "TIME", day + code
    anchor = find_anchor(site, context, "day")
    moved = shift(anchor, offset_of(deixis), "day") if anchor else None
    return ("TIME", moved + code) if moved else None


def time_of_day(site: Site, context: Context) -> Value | None:
    """A clock time or part of the day with its day."""
    if site.word("dayword"):
        day: Value | None = day_word(site, context)
    elif (beside := site.word("story", "deixis")) and "day" in (site.word("noun"), site.word("unit")):  # 2 a.m. the next day
        anchor = find_anchor(site, context, "day")
        moved = shift(anchor, offset_of(beside), "day") if anchor else None
        day = ("DATE", moved) if moved else None
    elif site.word("deixis") and site.word("daypart") and not site.word("weekday", "month"):
        day = day_part(site, context)
    else:
        day = calendar_date(site, context)
    if day is None:
        return None
    time = _hour(site) or str(load("dates/dates.toml")["dayparts"][site.word("daypart")])
    return "SET" if day[0] == "SET" else "TIME", day[1].partition("T")[0] + time


def clock_time(site: Site, context: Context) -> Value:
    """A clock time belongs to the day that its sentence has named, else it stays without one: `T02:30`."""
    day = next((d.value for d in reversed(context.told) if d.sentence == site.sentence and grain(d.value) == "day" and not d.reporting), "")
    return "TIME", day + (_hour(site) or "")


def _hour(site: Site) -> str | None:
    if word := site.word("word"):
        return "T24:00" if word == "midnight" else "T12:00"
    if site.word("hour") is None:
        return None
    hour = hour_number(site.word("hour"))
    part, minute = site.word("daypart"), _minute(site)
    late = part in ("night", "ight") and hour > 5
    afternoon = (site.word("half_day") or "").startswith("p") or part in ("afternoon", "evening") or late
    if (site.word("half_day") or site.word("daypart")) and hour <= 12:
        hour = hour % 12 + (12 if afternoon else 0)
    if site.word("side") == "to":
        hour = (hour - 1) % 24
    return f"T{hour:02}:{minute}"


def _minute(site: Site) -> str:
    """Return the minutes: of `2:15`, of `half past four`, of `a quarter to six`."""
    if fraction := site.word("fraction"):
        return "30" if fraction == "half" else "45" if site.word("side") == "to" else "15"
    if minutes := site.word("minutes"):
        number = int(number_of(minutes) or 0)
        return f"{60 - number if site.word('side') == 'to' else number:02}"
    return site.word("minute") or "00"
