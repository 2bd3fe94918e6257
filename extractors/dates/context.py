"""What an expression may count from: the day of publication, and the dates that the story has told before it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from ..habits import Habits
from ..knowledge import load
from ..models import DateType
from .site import Site
from .tense import AHEAD, direction, governor, is_told
from .timex import coarsen, first_and_last_day, grain
from .words import beside, offset_of

Value = tuple[DateType, str]  # TIMEX3 type and value
UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX",
    "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A date that the story has told: what `the previous month` may count from."""

    value: str
    sentence: int
    reporting: bool  # `said on Tuesday`: the day of the telling, not of what is told
    end: int = 0  # the character behind it
    verb: int | None = None  # the token that governs it
    aside: bool = False  # what the story's own time is compared with: `the year-ago period`, `the previous month`
    ahead: bool = False  # still to come when it was told
    is_year_to_date: bool = False  # the year of `the first nine months`, which name none


@dataclass(frozen=True)
class Context:
    """What an expression may count from: the day of publication, the dates told before it, in order, the country and the house's habits."""

    published: datetime.date | None
    told: tuple[Told, ...] = ()
    country: str | None = None
    habits: Habits = field(default_factory=Habits)


def told(site: Site, value: str, published: datetime.date | None = None) -> Told:
    """Return `value` as a date of the story that later ones can count from."""
    day = value.partition("T")[0]
    verb = governor(site.first, site.last)
    return Told(
        value=day,
        sentence=site.sentence,
        reporting=grain(day) == "day" and is_told(site.first, site.last),
        end=site.end,
        verb=None if verb is None else verb.i,
        aside=_is_aside(site),
        ahead=_is_ahead(site, day, published),
        is_year_to_date=site.kind in ("first months", "duration") and grain(day) == "year",
    )


def _is_ahead(site: Site, value: str, published: datetime.date | None) -> bool:
    last = first_and_last_day(value)[1]
    return published is not None and last is not None and last >= published.isoformat() and direction(site.first, site.last) == AHEAD


def _is_aside(site: Site) -> bool:
    said = {*(site.word("story") or "").split(), *(site.word("side") or "").split()}
    compared = site.kind == "story" and site.word("deixis", "before", "year") is not None
    ended = beside("period_ended").search(site.before)
    a_year_back = site.kind == "ago" and site.word("unit") in ("year", None) and site.word("count") in ("a", "one", "year")
    return (
        compared
        or bool(ended)
        or a_year_back
        or bool(said & {"previous", "preceding", "prior", "corresponding", "earlier", "year", "year-earlier", "year-ago", "before"})
    )


def _goes_on(site: Site) -> bool:
    ahead = offset_of(site.word("story") or site.word("deixis")) > 0 or site.word("side") in ("later", "after")
    opening = site.first.doc[max(site.first.sent.start, site.first.i - 3) : site.first.i] if ahead else ()
    opens = load("dates/dates.toml")["stories"]["opening"]
    return ahead and site.first.i - site.first.sent.start < 3 and all(t.lower_ in opens or t.is_punct or t.is_space for t in opening)


STORY = 4  # sentences
REPORT = 8  # sentences in which what is compared belongs to the quarter that a report of results is about


def reported_period(site: Site, context: Context, unit: str | None = None, reach: int = REPORT) -> str | None:
    """Return the period that a report of results is about: the last quarter or half that it told of, or the year of its first months.

    What it is compared with and what is still to come don't count, nor what is more than `reach` sentences back. With a `unit`, None where
    the period is another.
    """
    near = [date for date in reversed(context.told) if date.sentence >= site.sentence - reach]
    period = next(
        (d.value for d in near if not (d.aside or d.ahead) and (grain(d.value) in ("quarter", "half") or d.is_year_to_date)), None
    )
    return period if period and (unit is None or grain(period) == unit) else None


def compared_period(site: Site, context: Context, unit: str) -> str | None:
    """Return the period that `a year earlier` and `the year-ago quarter` are compared with: near by, else the one of the whole report."""
    near = (d.value for d in reversed(context.told) if d.sentence >= site.sentence - 1 and not (d.aside or d.reporting or d.ahead))
    beside = next((value for value in near if coarsen(value, unit) and grain(value) not in ("day", "season")), None)
    return beside or reported_period(site, context, None if unit == "year" else unit) or find_anchor(site, context, unit)


def find_anchor(site: Site, context: Context, unit: str) -> str | None:
    """Return the last date of this sentence or the one before that lies in a `unit`, a date that is only compared with after all others.

    `Ten years later` and `the next day` that begin their sentence go on with a story whose date stands further back.
    """
    reach = STORY if _goes_on(site) else 1
    near = [date for date in reversed(context.told) if date.sentence >= site.sentence - reach]
    fit = [date for date in near if coarsen(date.value, unit) and not (date.reporting and unit != "day")]
    return next((date.value for date in sorted(fit, key=lambda date: date.aside)), None)
