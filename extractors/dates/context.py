"""What an expression may count from: the day of publication, and the dates that the story has told before it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..knowledge import load
from ..models import DateType
from .site import Site
from .tense import governor, is_told
from .timex import coarsen, grain
from .words import offset_of

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


@dataclass(frozen=True)
class Context:
    """What an expression may count from: the day of publication, the dates told before it, in order, the country of the article."""

    published: datetime.date | None
    told: tuple[Told, ...] = ()
    country: str | None = None


def told(site: Site, value: str) -> Told:
    """Return `value` as a date of the story that later ones can count from."""
    day = value.partition("T")[0]
    reporting = grain(day) == "day" and is_told(site.first, site.last)
    verb = governor(site.first, site.last)
    return Told(day, site.sentence, reporting, site.end, None if verb is None else verb.i, _is_aside(site))


def _is_aside(site: Site) -> bool:
    said = {*(site.word("story") or "").split(), *(site.word("side") or "").split()}
    compared = site.kind == "story" and site.word("deixis", "before", "year") is not None
    return compared or bool(
        said & {"previous", "preceding", "prior", "corresponding", "earlier", "year", "year-earlier", "year-ago", "before"}
    )


def _goes_on(site: Site) -> bool:
    ahead = offset_of(site.word("story") or site.word("deixis")) > 0 or site.word("side") in ("later", "after")
    opening = site.first.doc[max(site.first.sent.start, site.first.i - 3) : site.first.i] if ahead else ()
    opens = load("dates/dates.toml")["stories"]["opening"]
    return ahead and site.first.i - site.first.sent.start < 3 and all(t.lower_ in opens or t.is_punct or t.is_space for t in opening)


STORY = 4  # sentences


def find_anchor(site: Site, context: Context, unit: str) -> str | None:
    """Return the last date of this sentence or the one before that lies in a `unit`, a date that is only compared with after all others.

    `Ten years later` and `the next day` that begin their sentence go on with a story whose date stands further back.
    """
    reach = STORY if _goes_on(site) else 1
    near = [date for date in reversed(context.told) if date.sentence >= site.sentence - reach]
    fit = [date for date in near if coarsen(date.value, unit) and not (date.reporting and unit != "day")]
    return next((date.value for date in sorted(fit, key=lambda date: date.aside)), None)
