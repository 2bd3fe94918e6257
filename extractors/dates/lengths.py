"""How long and how often: durations and sets."""

from __future__ import annotations

import re

from ..knowledge import load
from .context import Context, Value
from .site import Site
from .words import day_number, month_number, number_of, ordinal_of


def duration(site: Site, context: Context) -> Value | None:
    """Resolve `two and a half years`, `12-month`, `the past three weeks`."""
    unit, said = site.word("unit") or "day", site.word("count")  # three nights are as many days
    if nth := site.word("nth"):
        return "DURATION", _length(ordinal_of(nth), unit)
    if said is None or (said in ("a", "an") and re.search("s[- ]long$", site.said)):
        vague = "s-" in site.said  # decades-long
        fraction = {"half": 0.5, "quarter": 0.25}.get(site.word("half") or "", 1)
        return "DURATION", _length(None if vague else fraction, unit)
    count = number_of(said)
    if count is not None and (site.word("half") or "half" in site.said):
        count += 0.5
    first = _length(count, unit)
    if unit2 := site.word("unit2"):
        lengths = [first, _length(number_of(site.word("count2")), unit2)]
        if unit3 := site.word("unit3"):
            lengths.append(_length(number_of(site.word("count3")), unit3))
        return "DURATION", _summed(lengths)
    if second := site.word("count2"):
        return "DURATION", f"{first}/{_length(number_of(second), unit)}"
    return "DURATION", first


def _length(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration; X stands for `several`."""
    words = load("dates/dates.toml")
    designator, factor = words["units"][unit], words["unit_factors"].get(unit, 1)
    clock = "T" if unit in ("hour", "minute", "second") else ""
    if count is None:
        return f"P{clock}X{designator}"
    if count == 0.5 and unit in ("year", "hour", "day"):
        return {"year": "P6M", "hour": "PT30M", "day": "PT12H"}[unit]
    whole = count * factor
    if whole % 1 == 0.5 and unit in ("year", "hour", "minute"):
        return f"P{clock}{int(whole)}{designator}" + {"year": "6M", "hour": "30M", "minute": "30S"}[unit]
    return f"P{clock}{int(whole) if whole == int(whole) else whole}{designator}"


def _summed(lengths: list[str]) -> str:
    """Return one length of several: `P1Y`, `P2M` and `P5D` make `P1Y2M5D`."""
    summed = lengths[0]
    for length in lengths[1:]:
        summed += re.sub("^PT" if "T" in summed else "^P", "", length)
    return summed


def recurrence(site: Site, context: Context) -> Value:
    """Resolve `annually`, `every Friday`, `every two weeks` to a SET."""
    words = load("dates/dates.toml")
    month, day = month_number(site.word("month")), day_number(site.word("day"))
    if month:
        return "SET", f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    if word := site.word("set"):
        return "SET", words["sets"][word]
    if site.word("day"):  # the 5th of every month
        return "SET", f"XXXX-XX-{day_number(site.word('day')):02}"
    if site.word("count") and (site.word("weekday") or site.word("unit") == "weekend"):
        return "SET", "P2W"  # every other Friday
    if weekday := site.word("weekday"):
        return "SET", f"XXXX-WXX-{words['weekdays'][weekday]}{words['dayparts'].get(site.word('daypart'), '')}"
    if season := site.word("season"):
        return "SET", f"XXXX-{words['seasons'][season]}" if season in words["seasons"] else f"XXXX-XX-XX{words['dayparts'][season]}"
    unit = site.word("unit") or "day"
    if unit == "weekend":
        return "SET", "XXXX-WXX-WE"
    count = site.word("count")
    return "SET", _length(2 if count == "other" else number_of(count or "a"), unit)
