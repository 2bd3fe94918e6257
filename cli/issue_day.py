"""The day on which a web page's article came out, as the readers of the paper had it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .headlines import addresses, meta
from .knowledge import knowledge
from .linked_data import Told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STAMP = re.compile(
    r"((?:19|20)\d\d)-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=[/-]|$)", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_WRITTEN = re.compile(
    rf"\b{_MONTH}\s+(\d\d?)(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b|\b(\d\d?)(?:st|nd|rd|th)?\s+{_MONTH},?\s+((?:19|20)\d\d)\b", re.I
)
_DAY_ALONE = re.compile(
    rf"(?:(?:last |first )?(?:updated|published|posted)\s?:?\s?(?:on )?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s?)?"
    rf"(?:{_MONTH}\s+\d\d?(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d\d?(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?:19|20)\d\d|\d\d?[/.]\d\d?[/.](?:19|20)?\d\d"
    rf"|(?:19|20)\d\d-\d\d-\d\d|(?<=day))(?:[,\s|–—-]{{1,4}}(?:at )?\d\d?[:.]\d\d.{{0,25}}|\s(?:by\s[^.:!?]{{1,40}}|[a-z]{{4,12}}))?",
    re.IGNORECASE,
)
_DATED = re.compile(r"date|time|publish|byline|posted|stamp", re.IGNORECASE)
_LONGEST_LINE = 200  # characters of a line that tells when a story came out
_ONE_DAY = datetime.timedelta(days=1)
_FARTHEST = datetime.timedelta(hours=14)  # a zone's from UTC


def find_days(tree: HtmlElement, told: Told) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the day of publication and that of the last change; None for what the page doesn't say.

    JSON-LD is heard first, then `<meta>`, then the page's address, then `<time>`. Of a stamp with a zone the day is that of its zone.
    One in UTC is what programs write: its day is the neighbouring one where the address, another stamp or a written date has that.
    """
    stamps = [stamp for text in (told.published, *meta(tree, *knowledge()["meta"]["published"])) if (stamp := parse_stamp(text))]
    address = next((day for one in addresses(tree) if (day := day_in_address(one))), None)
    times = [stamp for element in tree.iter("time") if (stamp := parse_stamp(element.get("datetime")))]
    changed = [stamp for text in (told.modified, *meta(tree, *knowledge()["meta"]["modified"])) if (stamp := parse_stamp(text))]
    modified = _day_of(changed[0], changed + times, None, ()) if changed else None
    if stamps:
        return _day_of(stamps[0], stamps + times, address, _written_days(tree)), modified
    first = times[0] if times else None
    return address or (_day_of(first, times, None, _written_days(tree)) if first else None), modified


def is_day(line: str) -> bool:
    """Say whether a line tells a day, with a time or without, and nothing else: `Wednesday, 6 May 2026, 9:30 p.m.`"""
    return len(line) <= _LONGEST_LINE and _DAY_ALONE.fullmatch(line) is not None


def parse_stamp(text: str | None) -> datetime.datetime | datetime.date | None:
    """Return an ISO 8601 stamp, or one as mail has it (`Thu, 08 May 2014 14:04:53 -0400`); None for anything else."""
    if not text:
        return None
    found = _STAMP.match(text.strip())
    try:
        if found:
            year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
            if found[4] is None:
                return datetime.date(year, month, day)
            return datetime.datetime(year, month, day, hour, minute, second, tzinfo=_zone(found[7]))
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _zone(written: str | None) -> datetime.timezone | None:
    if not written:
        return None
    if written[0] not in "+-":
        return datetime.UTC
    minutes = int(written[1:3]) * 60 + int(written[-2:])
    return datetime.timezone(datetime.timedelta(minutes=-minutes if written[0] == "-" else minutes))


def day_in_address(address: str) -> datetime.date | None:
    """Return the day in an address such as `/2020/01/10/` or `/2019/jan/10/`."""
    found = _ADDRESS.search(address)
    return _date(found[1], found[2], found[3]) if found else None


def _date(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        return None


def _day_of(
    stamp: datetime.datetime | datetime.date,
    others: Iterable[datetime.datetime | datetime.date],
    address: datetime.date | None,
    written: Iterable[datetime.date],
) -> datetime.date:
    """Return the day of `stamp` where its readers are."""
    if not isinstance(stamp, datetime.datetime):
        return stamp
    day = stamp.date()
    if stamp.utcoffset() != datetime.timedelta(0):
        return day
    local = next((other.date() for other in others if isinstance(other, datetime.datetime) and _is_local(other, stamp)), None)
    near = [one for one in (local, address) if one and abs(one - day) <= _ONE_DAY]
    if near:
        return near[0]
    written = list(written)
    return day if day in written else next((one for one in written if abs(one - day) <= _ONE_DAY), day)


def _is_local(other: datetime.datetime, stamp: datetime.datetime) -> bool:
    """Say whether `other` is the moment of `stamp`, which is in UTC, on the clocks of another zone."""
    offset = other.utcoffset()
    if offset is not None:
        return offset != datetime.timedelta(0) and abs(other - stamp) < datetime.timedelta(minutes=2)
    apart = other - stamp.replace(tzinfo=None)
    return datetime.timedelta(0) < abs(apart) <= _FARTHEST and apart % datetime.timedelta(minutes=15) == datetime.timedelta(0)


def _written_days(tree: HtmlElement) -> list[datetime.date]:
    """Return the days that short lines about dates tell, as `Published January 16, 2023 at 4:30 p.m.`, in their order."""
    days = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or (element.tag != "time" and not _DATED.search(f"{element.get('class')} {element.get('id')}")):
            continue
        line = " ".join("".join(element.itertext()).split()) if len(element) < 20 else ""
        found = _WRITTEN.search(line) if len(line) <= _LONGEST_LINE else None
        if found and (day := _date(found[3], found[1], found[2]) if found[1] else _date(found[6], found[5], found[4])):
            days.append(day)
    return days
