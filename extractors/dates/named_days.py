"""Days with a name (`Thanksgiving`, `Eid al-Fitr`, `Independence Day`), which the library `holidays` puts into the calendar.

The TOML says which names there are and how the library calls them; which day they fall on, year by year and country by country, is the
library's knowledge. Where that is an estimate (a moon not yet sighted), the day stays unknown.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..knowledge import load
from .calendar_dates import direction_of
from .context import Context, Value
from .site import Site
from .tense import AHEAD, BACK
from .words import offset_of

_ESTIMATE = " (estimated)"


def named_day(site: Site, context: Context) -> Value | None:
    """Resolve `Thanksgiving 2021`, `last Easter`, `Diwali next year`: in the article's country, where that keeps the day."""
    name, published = site.word("named") or "", context.published
    if year := site.word("year"):
        return _value(name, int(year), context.country)
    if published is None:
        return None
    if site.word("unit"):
        return _value(name, published.year + offset_of(site.word("deixis")), context.country)
    years = range(published.year - 1, published.year + 2)
    values = [value for year in years if (value := _value(name, year, context.country))]
    return _nearest(values, published, site)


def _nearest(values: list[Value], published: datetime.date, site: Site) -> Value | None:
    """Return the one that `last`, `next` or the tense points at: the day of publication counts for the tense alone."""
    day, offset = published.isoformat(), offset_of(site.word("deixis")) if site.word("deixis") else None
    if offset == 0:
        return next((value for value in values if value[1][:4] == day[:4]), None)
    way = direction_of(site) if offset is None else offset
    before = [value for value in values if value[1][:10] < day or (offset is None and value[1][:10] == day)]
    after = [value for value in values if value[1][:10] > day or (offset is None and value[1][:10] == day)]
    if way == AHEAD:
        return after[0] if after else None
    if way == BACK:
        return before[-1] if before else None
    return None


def _value(name: str, year: int, country: str | None) -> Value | None:
    kept = load("dates/dates.toml")["named_days"].get(name, {})
    first = day_of(name, year, country, kept.get("names"))
    if first is None:
        return None
    if until := kept.get("until"):  # a month of a moon calendar: which days exactly differs from country to country
        last = day_of(name, year, country, until)
        return ("DATE", f"{first:%Y-%m}/{last:%Y-%m}") if last else None
    return "DATE", first.isoformat()


def day_of(name: str, year: int, country: str | None, names: list[str] | None = None) -> datetime.date | None:
    """Return the day of the holiday `name` (in small letters) in `year`, as kept in `country`; elsewhere where the TOML names another.

    `names` are what the library may call it, each with a number of days to add (`good friday -2`). None where the library doesn't know
    the day for certain.
    """
    kept = load("dates/dates.toml")["named_days"].get(name, {})
    if "on" in kept:
        return datetime.date.fromisoformat(f"{year:04}-{kept['on']}")
    if "nth" in kept:
        return _nth_weekday(year, *kept["nth"]) if "in" not in kept or country in kept["in"] else None
    where = kept.get("where", ["*"])
    for code in where:
        days = _holidays(country if code == "*" else code, year) if code != "*" or country else ()
        for called, shift in map(_with_shift, names or [name]):
            if day := _called(days, called):
                return day + datetime.timedelta(days=shift)
    return None


def _nth_weekday(year: int, n: int, weekday: int, month: int, more: int) -> datetime.date:
    """Return the `n`th `weekday` (1 to 7) of `month`, `more` days later: Black Friday is the day after the fourth Thursday of November."""
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1) + more)


def _called(days: Sequence[tuple[datetime.date, str]], name: str) -> datetime.date | None:
    """Return the first of `days` called `name`; else `name (…)`; else one whose name ends so: `ethiopian good friday`."""
    ranks = [(0 if entry == name else 1 if entry.startswith(f"{name} (") else 2 if entry.endswith(f" {name}") else 3) for _, entry in days]
    best = min(ranks, default=3)
    return days[ranks.index(best)][0] if best < 3 else None


def _with_shift(name: str) -> tuple[str, int]:
    match = re.fullmatch(r"(.*?)(?: ([+-]\d+))?", name)
    return (match[1], int(match[2] or 0)) if match else (name, 0)


@cache
def _holidays(country: str | None, year: int) -> tuple[tuple[datetime.date, str], ...]:
    """Return the days of `country` in `year` with their English names in small letters, in order; those estimated left out."""
    import holidays  # a tenth of a second, and few articles need it

    if country is None or country not in holidays.list_supported_countries():
        return ()
    kind = getattr(holidays, country)
    if not kind.start_year <= year <= kind.end_year:
        return ()
    english = next((language for language in ("en_US", "en_GB") if language in kind.supported_languages), None)
    found = kind(years=year, language=english, categories=kind.supported_categories, observed=False)
    return tuple(_entries(sorted(found.items())))


def _entries(found: list[tuple[datetime.date, str]]) -> Iterator[tuple[datetime.date, str]]:
    for day, names in found:
        for name in re.split(r"; | / ", names):
            if _ESTIMATE not in name:
                yield day, name.lower().replace("’", "'")
