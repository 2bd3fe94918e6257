"""What an expression may count from: the day of publication, and the dates that the story has told before it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..models import DateType
from .site import Site
from .tense import governor, is_reporting
from .timex import coarsen, grain

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


@dataclass(frozen=True)
class Context:
    """What an expression may count from: the day of publication, and the dates told before it, in order."""

    published: datetime.date | None
    told: tuple[Told, ...] = ()


def told(site: Site, value: str) -> Told:
    """Return `value` as a date of the story that later ones can count from."""
    day = value.partition("T")[0]
    return Told(day, site.sentence, grain(day) == "day" and is_reporting(governor(site.first, site.last)), site.end)


def find_anchor(site: Site, context: Context, unit: str) -> str | None:
    """Return the last date of this sentence or the one before that lies in a `unit`."""
    for date in reversed(context.told):
        if date.sentence < site.sentence - 1:
            return None
        if coarsen(date.value, unit) and not (date.reporting and unit != "day"):
            return date.value
    return None
