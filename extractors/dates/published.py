"""The day of publication, where the text says it itself: in a dateline or a date line near its top."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from ..article import Article
from ..knowledge import load
from .grammar import Expression, find_expressions
from .numeric import numeric_day, order_of_habit, parse_day

_HEAD_LINES, _HEAD_LENGTH, _LINE_LENGTH = 12, 2500, 120
_YEAR = re.compile(r"\d{4}|\d[-/.]|teen|twenty|thousand", re.IGNORECASE)  # what every date with its year has in it
_LABEL = re.compile(
    r"[\W_]{0,120}(?:by [^\d|·•]{3,60}[|,·•–—-]\s{0,9})?"
    r"(?P<label>(?:first |last |originally )?(?:published|updated|posted|modified|released|issued|publication date|"
    r"date published|last update|date(?=:))"
    r"(?: (?:on|at|date))?)?[\W_]{0,120}",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\W_]{0,120}(?:[+-]?\d{4}(?=\W|$))?(?:[A-Z]{2,4}(?:[+-]\d{1,2})?(?=\W|$))?[\W_]{0,120}"
    r"(?:(?:last )?updated\b.*|modified\b.*|by [A-Z].*|\d+ min(?:ute)?s?\.? read.*|\|.*)?"
)
# `BEIJING, Nov 3, 2025 (Wire) —`, `CAIRO - 26 July 2022:`
_PLACE = re.compile(r"\s*[A-Z]{3}[A-Z.'’/ -]*(?:, ?[A-Z][\w.'’ -]{1,30})?(?: ?[(/][A-Z][\w .&-]{1,30}[)/])?[\s,:|(–—/-]+")
_PLACE_IN_SMALL = re.compile(r"\s*[A-Z][\w.'’-]+(?:[ ,]{1,2}[A-Z][\w.'’-]+){0,4}[ ,]{1,2}")
_IN_BRACKETS = re.compile(r"\s*\([A-Z][\w.'’-]+(?:[ ,]{1,2}[A-Z][\w.'’-]+){0,4}, ")  # `(Nairobi, 4 February 2026) –`
_BRACKET_END = re.compile(r"\) ?[-–—:]")
_AGENCY = re.compile(r"\s*[(/][A-Z][\w .&/-]{1,30}[)/]\s*[-–—:]")
# `March 3, 2026 (NAIROBI) -`, `(March 3, 2026, NAIROBI) -`, `3 March 2026, Nairobi:`, `Apr 14, 2026, LAHTI, Finland -`
_PLACE_BEHIND = re.compile(r"(?:,? ?\(|, ?| ?[-–—] ?)[A-Z](?:[^\W\d]|[.'’ -]){1,30}(?:, [A-Z](?:[^\W\d]|[.'’ -]){1,30})?\)?(?: ?[-–—]|:) ")
# `Izmir, Türkiye – 20 February 2025 – `, `February 20th, 2025 – Lusaka. `
_PRESS_PLACE = re.compile(r"\s*[A-Z][\w.'’-]+(?:[ ,]{1,2}[A-Z][\w.'’-]+){0,4} [-–—|] ")
_PRESS_DASH = re.compile(r" [-–—|] ")
_PLACE_AND_STOP = re.compile(r" [-–—] [A-Z][\w'’-]+(?:,? [A-Z][\w'’-]+){0,2}\. ")
_DATE_FIRST = re.compile(r"\(?(?:[A-Z][a-z]{2,8}\.? \d|\d{1,2} [A-Z])")
_PUBLISHED_BEHIND = re.compile(r"[.;,|]\s(?=(?:first |originally )?(?:published|posted)\b)", re.IGNORECASE)
_DASH = re.compile(r"\)?,?(?:\s*[(/][A-Z][\w .&/-]{1,30}[)/])?\s*[-–—:|]")


def find_published(article: Article) -> Article:
    """Return `article` with `published` read from its text, or unchanged where it has one already or the text says none.

    A dateline and a line that holds a date alone count (with the time of day, where the line gives one), if the date has its year. A
    date of the story is never taken for the day of publication.
    """
    if article.published is not None:
        return article
    stamp = _published(article.text, order_of_habit(article.habits))
    return article if stamp is None else replace(article, published=stamp)


def _published(text: str, order: str | None = None) -> datetime.date | None:
    """Return the date of the dateline or the labelled date line; a bare date line only where the text has no other."""
    updated, bare = None, None
    head = text[:_HEAD_LENGTH]
    lines = [part for line in head.splitlines() if line.strip() for part in _PUBLISHED_BEHIND.split(line)]
    for line in lines[:_HEAD_LINES]:
        label, stamp = _stamp_of(line, order)
        if stamp is None:
            continue
        if label in ("dateline", "published"):
            return stamp
        if label == "updated":
            updated = updated or stamp
        elif bare is None:
            bare = stamp
    if updated is not None or bare is None:
        return updated or _wrapped_dateline(head, order)
    # The subheadings of a chronology are date lines too.
    short = (line for line in text.splitlines() if 6 <= len(line.strip()) <= 60 or _DATE_FIRST.match(line) or _PRESS_PLACE.match(line))
    others = {_stamp_of(line, order)[1] for line in short if re.search(r"\d{4}", line)}
    return bare if len(others - {None}) == 1 else None


def _wrapped_dateline(head: str, order: str | None) -> datetime.date | None:
    """Return the date of a dateline that a line end runs through: `TOAMASINA, Madagascar (Wire), Feb. 3,` and `2026 -` below."""
    for paragraph in re.split(r"\n[^\S\n]*\n", head)[:_HEAD_LINES]:
        if "\n" in paragraph:
            label, stamp = _stamp_of(paragraph.replace("\n", " "), order)
            if label == "dateline":
                return stamp
    return None


def _stamp_of(line: str, order: str | None) -> tuple[str, datetime.date | None]:
    """Return what sort of date line or dateline `line` is, and its date."""
    head = line[:200]
    if not _YEAR.search(head):  # most lines: no need to look for dates
        return "", None
    dates = [e for e in find_expressions(head) if _is_full(e)]
    if not dates:
        return _unusual(line)
    date, before, after = dates[0], head[: dates[0].start], head[dates[0].end :]
    if (_PLACE.fullmatch(before) and _DASH.match(after)) or (_PLACE_IN_SMALL.fullmatch(before) and _AGENCY.match(after)):
        return "dateline", _stamp(date, order)
    if _IN_BRACKETS.fullmatch(before) and _BRACKET_END.match(after):
        return "dateline", _stamp(date, order)
    if _PRESS_PLACE.fullmatch(before) and _PRESS_DASH.match(after):
        return "", _stamp(date, order)
    if before.strip() in ("", "(") and (_PLACE_BEHIND.match(after) or _PLACE_AND_STOP.match(after)):
        return "", _stamp(date, order)
    label = _LABEL.fullmatch(before)
    if label and len(line) <= _LINE_LENGTH and _TAIL.fullmatch(after):
        return _sort(label["label"]), _stamp(date, order)
    return "", None


def _sort(label: str | None) -> str:
    if not label:
        return "bare"
    return "updated" if re.search("updat|modif", label, re.IGNORECASE) else "published"


def _unusual(line: str) -> tuple[str, datetime.date | None]:
    """A labelled line in a format that the grammar doesn't know: `Published 2025, November the 3rd`."""
    label = _LABEL.match(line) if len(line) <= 60 and re.search(r"\d{4}", line) else None
    if label is None or not label["label"]:
        return "", None
    return _sort(label["label"]), parse_day(line[label.end() :].strip())


def _is_full(expression: Expression) -> bool:
    fields = expression.fields
    single = not {"day2", "month2", "other"} & set(fields)
    return single and expression.kind in ("date", "numeric", "time") and ({"year", "month", "day"} <= set(fields) or "numeric" in fields)


def _stamp(expression: Expression, order: str | None) -> datetime.date | None:
    """Return the date, with its time where the line gives one."""
    fields = expression.fields
    try:
        if "numeric" in fields:
            day = numeric_day(fields["numeric"], order)
        else:
            month = load("dates/dates.toml")["months"][fields["month"].rstrip(".")]
            day = datetime.date(int(fields["year"]), month, int(re.sub(r"\D", "", fields["day"])))
        return _with_time(day, fields)
    except ValueError:  # July 32, or 03/11/2025, which is two dates
        return None


def _with_time(day: datetime.date, fields: dict[str, str]) -> datetime.date:
    hour = fields.get("hour", "")
    if not hour.isdigit() or "minute" not in fields:
        return day
    afternoon = fields.get("half_day", "")
    number = int(hour) % 12 + (12 if afternoon.startswith("p") else 0) if afternoon else int(hour)
    return datetime.datetime.combine(day, datetime.time(number % 24, int(fields["minute"])))
