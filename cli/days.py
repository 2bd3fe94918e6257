"""Days as feeds and paths write them."""

from __future__ import annotations

import datetime
import re

HELP = "write it as 2026-04-14 or 2026-04-14T09:30"
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sign>[/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?:[ T].{0,30})?")
_IN_WORDS = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[A-Za-z]{3,9})\.?(?:,? |-)(?P<year>\d{4})"
    r"|(?P<month_>[A-Za-z]{3,9})\.? (?P<day_>\d{1,2})(?:st|nd|rd|th)?,? (?P<year_>\d{4}))(?:,? .{0,30})?"
)
# 20260513080000, or Unix time from 2001 to 2033
_DIGITS = re.compile(r"(?P<day>(?:19|20)\d{6})(?:\d{4}(?:\d\d)?)?|(?P<seconds>1\d{9})(?:\d{3}|\.\d{1,9})?")
_IN_PATH = re.compile(r"(?<!\d)(19\d\d|20\d\d)([-_/\\]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def parse_day(value: str) -> datetime.date:
    """Return an ISO 8601 date, or a date and time.

    Raises:
        ValueError: `value` is neither; the message says how to write it.
    """
    from newsfacts.api import parse_published

    try:
        return parse_published(value)
    except ValueError:
        raise ValueError(f"{value!r} is no ISO 8601 date; {HELP}") from None


def day_of_field(value: object) -> datetime.date:
    """Return the day that a feed's field gives, with its time where it has one.

    Besides ISO 8601 it may be a date of mail and RSS (`Wed, 13 May 2026 08:00:00 GMT`), one with the month's name (`May 13, 2026`,
    `13-May-2026`), one with the year first (`2026/05/13`, `2026.05.13`, `20260513080000`), or the seconds or milliseconds since 1970, whose
    day is that of UTC.
    `03/04/2026` is no sure day.

    Raises:
        ValueError: it is none of these.
    """
    if isinstance(value, datetime.date):
        return value
    text = " ".join(str(value).split())
    try:
        return parse_day(text)
    except ValueError:
        return _of_mail(text) or _written(text)


def _of_mail(text: str) -> datetime.date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(text: str) -> datetime.date:
    if found := _YEAR_FIRST.fullmatch(text):
        return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := _DIGITS.fullmatch(text):
        return (
            datetime.date.fromisoformat(found["day"])
            if found["day"]
            else datetime.datetime.fromtimestamp(int(found["seconds"]), datetime.UTC)
        )
    if found := _IN_WORDS.fullmatch(text):
        parts = [found[name] or found[f"{name}_"] for name in ("day", "month", "year")]
        for form in ("%d %B %Y", "%d %b %Y"):
            try:
                return datetime.datetime.strptime(" ".join(parts).replace("Sept ", "Sep "), form).date()
            except ValueError:
                continue
    raise ValueError(f"{text!r} is no full date")


def day_of_path(path: str) -> datetime.date | None:
    """Return the last day that a path names: 2026/05/13/a.txt, 2026-05-13-a.txt, a_20260513.txt; None where it names none."""
    for found in reversed(list(_IN_PATH.finditer(path))):
        try:
            return datetime.date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
    return None
