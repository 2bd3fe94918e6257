"""The way from an article to its dates: expressions, those that are none left out, values, days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Doc

from ..article import Article
from ..knowledge import load
from ..models import Date, Place
from ..spans import SentenceIndex, sentence_spans, web_addresses
from .calendar_dates import year_of
from .context import Context, Told, Value, told
from .country import country_of, hemisphere_of
from .filters import is_time, stands_alone
from .fiscal import days_of
from .grammar import find_expressions
from .named_days import day_of
from .resolver import resolve
from .site import Site, place
from .timex import first_and_last_day
from .words import beside, hour_number, month_number
from .year_parts import year_to_date

# `from March to May 2020`: the year behind counts for the month before it.
_PAIRED = re.compile(r"\s*(?:,|(?:, ?)?(?:to|and|or|through|until|till)|[-–—])\s*(?:from |in )?")
# `between December and January 2025`: a stretch of days or months
_TO_DAY = re.compile(r"\s*(?:,\s*)?(?:to|and|through|until|till|[-–—])\s*")
# `from 9 to 11 a.m.`, `7 a.m. to 8 p.m. on Tuesday`
_TO_CLOCK = re.compile(r"\s*(?:to|and|until|till|through|[-–—])\s*")

_YEAR_BEHIND = re.compile(r"(?<=\s)(?:\d{4}|(?:last|this|next) year)$", re.IGNORECASE)
_NAMED_DAY = re.compile(r"[’']s (?P<name>(?:[A-Z][\w’'-]+ ){1,3}Day)\b")


def find_dates(doc: Doc, article: Article, places: Sequence[Place] = (), *, bare_named_days: bool = False) -> list[Date]:
    """Return the dates, times, durations and sets of `doc` in order of appearance, as TIMEX3.

    Relative dates count from `article.published_day`; where that is None they keep X for what isn't known. `first_day` and
    `last_day` are the ISO days that a value covers, None for durations, sets and vague dates. The `places` of the article tell its country,
    which decides what `03/04/2025` and `Independence Day 2021` mean. A festival without a year (`on Christmas Eve`) is no date unless
    `bare_named_days` says so.
    """
    text, sentence_of = article.text, SentenceIndex(sentence_spans(doc))
    dates: list[Date] = []
    stated: tuple[Told, ...] = ()
    addresses = web_addresses(text)
    expressions = [e for e in find_expressions(text) if not any(start < e.end and e.start < end for start, end in addresses)]
    sites = [_without_event(site) for site in place(doc, text, expressions, sentence_of)]
    sites = _with_shared_clocks(_with_shared_months(_with_shared_sets(_with_shared_quarters(sites))))
    sites = [site for site in _with_ends(sites) if is_time(site) and (bare_named_days or not _is_bare_named_day(site))]
    country = country_of(doc, places) if any(_depends_on_country(site) for site in sites) else None
    sites = _with_shared_years(sites)
    for i, site in enumerate(sites):
        context = Context(article.published_day, stated, country, article.habits)
        if site.word("ended"):
            site = site.having(ended=_value_of_next(sites[i + 1 :], context))
        site, resolved = _resolved(site, context)
        if resolved is None:
            continue
        kind, value = resolved
        if point := _point_of(site, kind, value, context):
            stated = (*stated[-15:], told(site, point, article.published_day))
        start, end = _bounds(site)
        first, last = _days_covered(site, value, context)
        dates.append(
            Date(
                text=text[start:end],
                start=start,
                end=end,
                sentence=sentence_of(start),
                type=kind,
                value=value,
                first_day=first,
                last_day=last,
            )
        )
    return dates


def _value_of_next(following: list[Site], context: Context) -> str:
    resolved = resolve(following[0], context) if following else None
    return resolved[1] if resolved else ""


def _point_of(site: Site, kind: str, value: str, context: Context) -> str | None:
    """Return what later dates may count from: a date's value; of `the first nine months`, which names none, the year."""
    if kind in ("DATE", "TIME") and value[0] in "0123456789":
        return value
    return year_to_date(site, context) if site.kind in ("first months", "duration") else None


def _resolved(site: Site, context: Context) -> tuple[Site, Value | None]:
    """Return the value of `site`; where a number behind a weekday is no day of the month, that of the weekday alone.

    Of `the same period of 2017`, where nothing says which period that is, the year alone.
    """
    resolved = _of_named_day(site, context) or resolve(site, context)
    if resolved is None and site.kind == "story" and (year := _YEAR_BEHIND.search(site.said)):
        fields = {name: said for name, said in site.expression.fields.items() if name in ("year", "deixis")}
        kind = "year" if "year" in fields else "unit"
        expression = replace(site.expression, start=site.start + year.start(), kind=kind, fields={**fields, "unit": "year"})
        site = replace(site, expression=expression, first=site.last if kind == "year" else site.last.nbor(-1))
        resolved = resolve(site, context)
    if resolved is None and site.word("dom"):
        weekday = re.match(r"\w+", site.said)
        end = site.start + (weekday.end() if weekday else 0)
        site = replace(site, expression=replace(site.expression, end=end), last=site.first).without("dom")
        resolved = resolve(site, context)
    return site, resolved


def _bounds(site: Site) -> tuple[int, int]:
    """Return the characters of the fact: without the article of `a decade-long`, and without a full stop that may be the sentence's."""
    article = re.match(r"an? (?=.*long$|\w+-(?:earlier|ago)$)", site.said, re.IGNORECASE)
    start = site.start + (article.end() if article else 0)
    if "." in (site.word("half_day") or ""):
        return start, start + len(site.said.rstrip())
    named = _named_of(site)
    return start, named.end() if named else site.start + len(site.said.rstrip(".,"))


def _days_covered(site: Site, value: str, context: Context) -> tuple[str | None, str | None]:
    """Return the days of `value`: unknown for a fiscal year, which begins when the company or country pleases, unless the house says."""
    month = context.habits.fiscal_year
    ended = site.word("ended")
    if (site.word("fiscal") and month is None) or (ended and len(value) == 4 and ended[5:7] != "12"):
        return None, None
    if site.word("fiscal") and month and (days := days_of(value, month, context.country)):
        return days
    return first_and_last_day(value, hemisphere_of(context.country) if site.word("season") else None)


def _depends_on_country(site: Site) -> bool:
    return site.kind == "named day" or site.word("season", "numeric", "fiscal") is not None or _named_of(site) is not None


def _is_bare_named_day(site: Site) -> bool:
    return site.kind == "named day" and site.word("year", "deixis") is None


def _named_of(site: Site) -> re.Match[str] | None:
    """`this year's Madaraka Day`: the name that stands behind its year."""
    return _NAMED_DAY.match(site.text, site.end) if site.kind in ("unit", "year") and "week" not in site.said else None


def _of_named_day(site: Site, context: Context) -> Value | None:
    """Return the day that goes by the name behind a year, where the calendar of the article's country has it."""
    named, year = _named_of(site), year_of(site, context)
    day = day_of(named["name"].lower().replace("’", "'"), year, context.country) if named and year else None
    return ("DATE", day.isoformat()) if day else None


def _without_event(site: Site) -> Site:
    """`two days after the vote` is a length of time: only where nothing follows does it count from a date of the story."""
    side = site.word("side")
    if site.kind != "ago" or side not in ("before", "after") or site.word("count") is None or stands_alone(site):
        return site
    end = site.start + len(site.said.rsplit(maxsplit=1)[0])
    return replace(site, expression=replace(site.expression, end=end, kind="duration"), last=site.last.nbor(-1))


def _with_shared_quarters(sites: list[Site]) -> list[Site]:
    """`the third or fourth quarter of 2026`: the year of the second is that of the first."""
    shared = list(sites)
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if left.kind == right.kind == "period" and left.word("period") not in (None, *re.findall("quarter|hal[fv]", left.said.lower())):
            shared[i] = left.having(**{name: right.word(name) or "" for name in _YEAR_FIELDS if right.word(name)})
    return shared


def _with_shared_sets(sites: list[Site]) -> list[Site]:
    """`every April and October`, `on Monday and Tuesday nights`: what holds for the one of the pair holds for the other."""
    shared = list(sites)
    for i in range(1, len(shared)):
        left, right = shared[i - 1], shared[i]
        alike = any(left.word(name) and set(right.expression.fields) == {name} for name in ("month", "weekday"))
        if left.kind == "set" and alike and not left.word("daypart") and _paired(left, right):
            shared[i] = replace(right, expression=replace(right.expression, kind="set"))
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if left.kind == "weekday" and right.kind == "set" and (part := right.word("daypart")) and _paired(left, right):
            shared[i] = replace(left, expression=replace(left.expression, kind="set")).having(daypart=part)
    return shared


def _with_shared_months(sites: list[Site]) -> list[Site]:
    """Lend the month of a day to the weekday that the sentence or a bracket pairs it with.

    `Saturday 11 and close on Sunday 12 April`, `the vote on Thursday (Nov. 27)`.
    """
    shared = list(sites)
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if right.sentence != left.sentence or not (right.word("month") and right.word("day")) or left.word("month"):
            continue
        lent = {name: right.word(name) or "" for name in ("month", "day", "year") if right.word(name)}
        if left.word("dom"):
            shared[i] = left.having(**_lent_month(lent, int(re.sub(r"\D", "", left.word("dom") or "0"))))
        elif left.word("weekday") and left.kind != "set" and re.fullmatch(r" ?[(\[]", left.text[left.end : right.start]):
            shared[i] = left.having(**lent, lent="day")
            shared[i + 1] = right.having(weekday=left.word("weekday") or "")
    return shared


def _lent_month(lent: dict[str, str], day: int) -> dict[str, str]:
    """`Thursday 30 to Sunday 3 May`: a day that is the greater lies in the month before."""
    months: dict[str, int] = load("dates/dates.toml")["months"]
    number = months[lent["month"].rstrip(".")] if not lent["month"].isdigit() else int(lent["month"])
    if day > int(re.sub(r"\D", "", lent["day"])):
        number -= 1
    # December before January is another year's: the weekday finds it.
    return {
        "month": f"{number or 12:02}",
        "day": str(day),
        "lent": "month",
        **({"year": lent["year"]} if number and "year" in lent else {}),
    }


def _with_ends(sites: list[Site]) -> list[Site]:
    """Mark the periods that the date behind them ends: `the quarter ended Sept. 30`."""
    following = zip_longest(sites, sites[1:])
    return [site.having(ended="then") if end and _is_ended_by(site, end) else site for site, end in following]


def _is_ended_by(site: Site, end: Site) -> bool:
    return site.kind == "told" and end.kind == "date" and beside("ended").fullmatch(site.text, site.end, end.start) is not None


_YEAR_FIELDS = ("year", "year2", "unit", "deixis", "fiscal", "story", "noun")
_DAY_FIELDS = ("weekday", "month", "day", "year", "dayword", "numeric", "deixis", "daypart", "dom")


def _with_shared_clocks(sites: list[Site]) -> list[Site]:
    """Lend what an end of a stretch says of its day and its half to the start: `from 2:30 to 5 p.m. on Sunday`."""
    shared = list(sites)
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if left.kind not in ("clock", "clock start", "bare clock") or right.kind not in ("clock", "time") or not right.word("hour", "word"):
            continue
        if not _TO_CLOCK.fullmatch(left.text, left.end, right.start):
            continue
        lent = {name: right.word(name) or "" for name in _DAY_FIELDS if right.word(name)} if right.kind == "time" else {}
        if left.word("half_day", "word", "daypart"):
            lent.pop("daypart", None)
        elif half := right.word("half_day"):
            lent["half_day"] = _half_of_start(left, right, half)
        elif part := right.word("daypart"):
            lent["daypart"] = part
        if left.word("word") == "midnight":  # `between midnight and 2 a.m. on Monday` begins with that Monday
            left, lent["hour"] = left.without("word"), "0"
        shared[i] = replace(left, expression=replace(left.expression, kind="time" if right.kind == "time" else "clock")).having(**lent)
    return [site for site in shared if site.kind != "clock start"]


def _half_of_start(left: Site, right: Site, half: str) -> str:
    """`9 to 11 a.m.` begins in the same half of the day, `9 to 5 p.m.` in the other."""
    start, end = (hour_number(site.word("hour")) % 12 for site in (left, right))
    other = "am" if half.startswith("p") else "pm"
    return half if start <= end else other


def _with_shared_years(sites: list[Site]) -> list[Site]:
    """Lend the year of a date to the one that it is paired with."""
    shared = list(sites)
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if _lacks_year(left) and right.word("year") and right.word("month") and _paired(left, right):
            shared[i] = left.having(year=str(int(right.word("year") or 0) - _turns_year(left, right)))
        elif _lacks_year(left) and right.word("month") and _paired(left, right):  # `May 3 and June 2 that year`, `… last year`
            shared[i] = left.having(**_pointed_year(right))
    for i in range(1, len(shared)):
        left, right = shared[i - 1], shared[i]
        if _lacks_year(right) and left.word("year") and left.word("month") and _paired(left, right):
            shared[i] = right.having(year=str(int(left.word("year") or 0) + _turns_year(left, right)))
    return shared


def _pointed_year(site: Site) -> dict[str, str]:
    """Return what points at the year of a date: `that year`, `last year`."""
    if story := site.word("story"):
        return {"story": story, "noun": "year"}
    return {"deixis": site.word("deixis") or "", "unit": "year"} if site.word("unit") == "year" and site.word("deixis") else {}


def _turns_year(left: Site, right: Site) -> bool:
    """`from December 28, 2024, to January 3`: a stretch goes on into the next year."""
    months = [month_number(site.word("month")) or 0 for site in (left, right)]
    return months[0] > months[1] and _TO_DAY.fullmatch(left.text, left.end, right.start) is not None


def _lacks_year(site: Site) -> bool:
    return site.kind == "date" and site.word("month") is not None and site.word("year", "deixis") is None


def _paired(left: Site, right: Site) -> bool:
    return right.start - left.end < 12 and _PAIRED.fullmatch(left.text, left.end, right.start) is not None
