"""Dates of the calendar: days, weekdays, months, years, decades, centuries."""

from __future__ import annotations

import datetime
import re
import string

from spacy.tokens import Doc, Token

from ..knowledge import load
from .context import Context, Told, Value, find_anchor
from .country import order_of_figures
from .numeric import numeric_day, order_of_habit
from .site import Site
from .tense import (
    AHEAD,
    BACK,
    EITHER,
    direction,
    governor,
    is_event,
    is_of_data,
    is_participant,
    is_quoted,
    is_reporting,
    is_weekly,
    is_wished,
    takes_its_course,
)
from .timex import grain, shift_day
from .words import beside, day_number, month_number, offset_of, ordinal_of

_IN_YEAR = re.compile(r"\b(?:[Ii]n|[Dd]uring) \d{4}$")
RECENT = 3  # years
HALF_YEAR = 183  # days
_NEAR_DAYS = 15  # in which a stretch from a day to a weekday lies within one week
_LISTED = 8  # sentences that a list of a week's days may have
_HEADING = 100  # characters in which a line may have its heading
_ITEM = re.compile(r"\s?[:–—]|\s-\s")  # behind the date of an item of a list
_LATE_IN_YEAR, _EARLY_IN_YEAR = 10, 3  # the months in which a chronology may go over into the next year
_NEAR_MONTHS = 2  # in which a weekday with its day of the month lies


def calendar_date(site: Site, context: Context) -> Value | None:
    """Resolve a day or a month of the calendar, with its year or without: `July 22`, `Monday, 3 March`, `June 12-18`."""
    month, day, year = month_number(site.word("month")), day_number(site.word("day")), year_of(site, context)
    if month is not None and site.word("dom") and not _is_on_its_weekday(site, context, month, day):
        return None
    if month is None:
        figures = site.word("numeric")
        return ("DATE", _numeric(figures, context).isoformat()) if figures else _weekday(site, context)
    of_story = site.word("story") is not None and site.word("noun") is None
    if of_story or _is_next_of_story(site):
        value = _month_of_story(site, context, month, day)
        if value or of_story:
            return value
    return "DATE", _month_or_day(site, month, day, year or _year_meant(site, context, month, day))


def _month_or_day(site: Site, month: int, day: int | None, year: int | None) -> str:
    """Return the value of a month or day, or of the stretch that the expression goes on to: `June 12-18`, `December-February 2022`.

    Raises:
        ValueError: there is no such day.
    """
    first = _written(year, month, day)
    month2, day2 = month_number(site.word("month2")), day_number(site.word("day2"))
    if month2 is None and day2 is None:
        return first
    last_month = month2 or month
    if year is not None and last_month < month:
        # A year that is written is the end's: `December-February 2022`.
        begun = year - 1 if site.word("year") else year
        return f"{_written(begun, month, day)}/{_written(begun + 1, last_month, day2)}"
    if site.word("quarter") and last_month == month + 2 and month % 3 == 1:
        return f"{first[:4]}-Q{last_month // 3}"  # the July-September quarter
    return f"{first}/{_written(year, last_month, day2)}"


def _year_meant(site: Site, context: Context, month: int, day: int | None) -> int | None:
    """Return the year of a month or day that names none: by `last`, by what it is told with, else the nearest in the tense's way."""
    if site.word("deixis") and context.published:
        return _deictic_year(context.published, month, day, offset_of(site.word("deixis")), site)
    year = None
    if start := _range_start(site, context):
        end = int(start[:4]) + (month < int(start[5:7]))
        year = end if _ends_range(site, context, start, f"{end:04}-{month:02}") else None
    year = year or _told_year(site, context, month) or _year_of_list(site, context, month) or _story_year(site, context, month, day)
    if year is None and context.published:
        way = BACK if day is None and _is_reported(site, month, context.published) else direction_of(site)
        over = _last_month_told(site, way) if day is None else None
        month, way = (over, BACK) if over else (month, way)
        year = _nearest_year(context.published, month, day, way, site.word("weekday"), even=is_wished(site.first, site.last))
    return year


def _last_month_told(site: Site, way: int) -> int | None:
    """`Orders in the April-September half were flat`: return the month that ends a stretch which is told of, and so is over."""
    verb = governor(site.first, site.last)
    is_told = way == BACK or (way != AHEAD and verb is not None and _is_narrated(verb))
    first, last = month_number(site.word("month")) or 0, month_number(site.word("month2"))
    return last if last and is_told and last > first else None


def _is_on_its_weekday(site: Site, context: Context, month: int, day: int | None) -> bool:
    """Say whether the month that was lent to a weekday with its day makes it one: else the number belongs to something else."""
    number = load("dates/dates.toml")["weekdays"][(site.word("weekday") or "").rstrip(".")]
    here = context.published.year if context.published else 0
    years = [int(year)] if (year := site.word("year")) else range(here - 1, here + 2) if here else ()
    return not here or any(_exists(y, month, day or 1) and datetime.date(y, month, day or 1).isoweekday() == number for y in years)


def _is_next_of_story(site: Site) -> bool:
    """`married in 1947; a son was born the next January`: behind `the`, the one after the story's date."""
    return site.word("deixis") == "next" and re.search(r"\bthe $", site.before, re.IGNORECASE) is not None


def day_of_month(site: Site, context: Context) -> Value | None:
    """Resolve `the 15th of this month`."""
    if context.published is None:
        return None
    month, day = shift_day(context.published, offset_of(site.word("deixis")), "month"), day_number(site.word("day"))
    return "DATE", _written(month.year, month.month, day)


def _numeric(figures: str, context: Context) -> datetime.date:
    order = order_of_habit(context.habits)
    if order is None and context.country:
        order = order_of_figures(context.country)
    return numeric_day(figures, order)


def _is_reported(site: Site, month: int, published: datetime.date) -> bool:
    """`will publish October figures` in November: a month that is just over, and the figures of it."""
    if not 1 <= (published.month - month) % 12 <= 3:
        return False
    return is_of_data(site.first, site.last) or bool(beside("rate_for").search(site.before))


def year_of(site: Site, context: Context) -> int | None:
    """Return the year that the expression names (`2017`) or points at (`last year`)."""
    if year := site.word("year"):
        return int(year) if len(year) > 2 else 2000 + int(year)  # FY25
    if site.word("unit") == "year" and context.published:
        return context.published.year + offset_of(site.word("deixis"))
    if site.word("noun") and site.word("story") and (anchor := find_anchor(site, context, "year")):  # April of the following year
        return int(anchor[:4]) + offset_of(site.word("story"))
    return None


def _told_year(site: Site, context: Context, month: int) -> int | None:
    """Return the year over that the sentence has told: `in 2020 the park closed in May`, `on August 12, 2020, after the vote of August 11`.

    A birth in the same month of a year long ago tells nothing of today's.
    """
    here = [date for date in reversed(context.told) if date.sentence == site.sentence]
    if not here or context.published is None:
        return None
    verb, this_year = governor(site.first, site.last), context.published.year
    last = here[0]
    if grain(last.value) == "year" and verb is not None and last.verb == verb.i:
        within = _IN_YEAR.search(site.text[max(0, last.end - 12) : last.end]) or _is_of_event(verb, last.end)
        if within:
            return int(last.value) if int(last.value) < this_year else None
    told = next((d.value for d in here if re.match(rf"\d{{4}}-{month:02}(?:-|$)", d.value)), "0000")
    return int(told[:4]) if this_year - RECENT <= int(told[:4]) < this_year else None


def _is_of_event(verb: Token, end: int) -> bool:
    """Say whether the year that ends at character `end` is of what `verb` tells the course of: `the strike of 1984 began`."""
    year = verb.doc.char_span(end - 4, end, alignment_mode="expand")
    event = year[0].head if year is not None else verb
    is_subject = event.dep_ in ("nsubj", "nsubj:pass") and event.head == verb
    return is_subject and is_event(event) and takes_its_course(verb) and _is_narrated(verb)


def _year_of_list(site: Site, context: Context, month: int) -> int | None:
    """`June 2, 2014: the mine floods. June 20: the search ends.`: an item of a chronology has the year of the last one, or the next."""
    before = site.text[max(0, site.start - 5) : site.start]
    said = before.rstrip("•*–-" + string.whitespace)
    opens = not said or said[-1] in ".;!?" or any(c in "\n•*" for c in before[len(said) :])
    last = context.told[-1] if context.told else None
    if not opens or last is None or grain(last.value) not in ("day", "month") or site.sentence - last.sentence > STORY_STEP:
        return None
    if not all(_ITEM.match(site.text, end) for end in (site.end, last.end)):
        return None
    year, told_month = int(last.value[:4]), int(last.value[5:7])
    if month < told_month and (told_month < _LATE_IN_YEAR or month > _EARLY_IN_YEAR):
        return None  # of no list in order
    return year + (month < told_month)


def _month_of_story(site: Site, context: Context, month: int, day: int | None) -> Value | None:
    """Return `the following March` or `that June` of the date that the story is about, None where it is about none."""
    anchor, offset = find_anchor(site, context, "month"), offset_of(site.word("story", "deixis"))
    if anchor is None and (anchor := find_anchor(site, context, "year")) is None:
        return None
    year, told_month = int(anchor[:4]), int(anchor[5:7]) if grain(anchor) in ("day", "month") else 0
    if offset > 0:
        year += month <= told_month or not told_month
    elif offset < 0:
        year -= month >= told_month
    return "DATE", _written(year, month, day)


def _story_year(site: Site, context: Context, month: int, day: int | None) -> int | None:
    """Return the year over that the story is in: `The dam broke on 5 June 1976. By 8 June …`, `The next year, in July, …`.

    A story is told in the past, sentence by sentence: what is said to have been told on a day, what has been so since, and what is to come
    belong to the day of publication, and so does all that follows on a date of its own time.
    """
    told = next((date for date in reversed(context.told) if not (date.reporting or date.aside)), None)
    if told is None or grain(told.value) not in ("day", "month", "year"):
        return None
    between = site.text[told.end : site.start]
    if grain(told.value) == "year" and re.fullmatch(r", (?:in|on) ", between):  # the next year, in July
        return int(told.value)
    if not _is_in_story(site, context, told):
        return None
    year = int(told.value[:4])
    if grain(told.value) != "year" and 0 < (int(told.value[5:7]) - month) <= 11 and not _is_before_told(site):
        # from November to March, `by February`; and what the calendar finds behind the story without its help
        goes_on = _is_by(site) or (context.published is not None and year + 1 == _last_year_of(month, day, context.published))
        year += int(told.value[5:7]) - month > (0 if goes_on else 6)
    if context.published and (year, month) > (context.published.year, context.published.month):
        return None
    if (weekday := site.word("weekday")) and day:
        number = load("dates/dates.toml")["weekdays"][weekday.rstrip(".")]
        return year if _exists(year, month, day) and datetime.date(year, month, day).isoweekday() == number else None
    return year


def _last_year_of(month: int, day: int | None, published: datetime.date) -> int:
    """Return the year in which that month or day was last seen."""
    return published.year - ((month, day or 0) > (published.month, published.day if day else 0))


def _is_in_story(site: Site, context: Context, told: Told) -> bool:
    """Say whether the expression goes on with the story that `told` is a date of."""
    if context.published and int(told.value[:4]) >= context.published.year:
        return False
    verb = governor(site.first, site.last)
    if told.verb is None or (verb is not None and not _is_narrated(verb)) or direction_of(site) == AHEAD:
        return False
    doc = site.first.doc
    if not _is_main(doc[told.verb]) or not (_is_narrated(doc[told.verb]) or _goes_back(doc[told.verb])):
        return False
    if grain(told.value) == "year":  # `In 1989 the border opened. On November 9, …`
        return told.sentence == site.sentence - 1 and _opens(doc, told.end) and site.first.i - site.first.sent.start <= 2
    return site.sentence - told.sentence <= STORY_STEP


_MAIN = ("ROOT", "conj", "parataxis")


def _is_main(verb: Token) -> bool:
    """Say whether `verb` tells its own sentence, be it a quotation: `“We lost the farm,” he said.`"""
    return verb.dep_ in _MAIN or is_quoted(verb)


def _goes_back(verb: Token) -> bool:
    """`The case goes back to 14 January 2016`: a story begins, whatever the tense."""
    return verb.lemma_ in load("dates/dates.toml")["tense"]["reaching"] and any(t.lower_ == "back" for t in verb.doc[verb.i : verb.i + 3])


STORY_STEP = 2  # sentences from one date of a story to the next


def _opens(doc: Doc, end: int) -> bool:
    """Say whether the sentence that ends its date at character `end` begins with it."""
    token = doc.char_span(max(0, end - 4), end, alignment_mode="expand")
    return token is not None and token.start - token[0].sent.start <= 2


def _is_narrated(verb: Token) -> bool:
    """Say whether `verb` tells of the past, and neither of somebody's telling nor of what has been so until today."""
    forms = {t.lower_ for t in verb.children if t.dep_ in ("aux", "aux:pass", "cop")}
    if is_reporting(verb) or forms & {"has", "have", "is", "are", "’ve", "'ve", "will", "would"}:
        return False
    return verb.tag_ in ("VBD", "VBN") or bool(forms & {"was", "were", "had", "did"})


def _is_before_told(site: Site) -> bool:
    """`In May the lake had been full` lies before the date told, `By May the lake had dried up` behind it."""
    verb = governor(site.first, site.last)
    return verb is not None and any(t.lower_ == "had" for t in verb.children) and not _is_by(site)


def _is_by(site: Site) -> bool:
    return re.search(r"\bby $", site.before, re.IGNORECASE) is not None


def _range_start(site: Site, context: Context) -> str | None:
    """Return the month or day that this one ends a stretch from: `from Monday to Wednesday`, `between April and June`."""
    if (
        not context.told
        or site.start - context.told[-1].end > 12
        or re.match("[’']s", site.after)
        or grain(context.told[-1].value) not in ("day", "month")
    ):
        return None
    between = site.text[context.told[-1].end : site.start]
    return context.told[-1].value if re.fullmatch(r"\s*(?:to|through|until|till|and|[-–—])\s*", between) else None


def _ends_range(site: Site, context: Context, start: str, end: str) -> bool:
    """`on Monday and Friday` of the past is no stretch that ends ahead of today."""
    today = context.published.isoformat() if context.published else end
    return not re.search(r"\band\s*$", site.before) or end <= today or start > today


def _written(year: int | None, month: int, day: int | None) -> str:
    """Return the value of a day or month.

    Raises:
        ValueError: there is no such day.
    """
    datetime.date(year or 2000, month, day or 1)
    start = f"{year:04}" if year else "XXXX"
    return f"{start}-{month:02}-{day:02}" if day else f"{start}-{month:02}"


def direction_of(site: Site) -> int:
    """Return the direction in which the nearest such date lies."""
    # "to yield 3.412 percent, down from 3.431 percent late on Monday"
    if beside("changed_from").search(site.before):
        return BACK
    if _is_on_agenda(site):
        return AHEAD
    # "called a strike for Monday", but "was jailed for Monday's attack"
    if re.search(r"\bfor $", site.before, re.IGNORECASE) and site.word("weekday", "day") and not re.match("[’']", site.after):
        return AHEAD
    # "a Jan. 14 deadline", "oil for December delivery"
    if beside("deadline").match(site.after) or beside("dividend").search(site.before):
        return AHEAD
    if beside("record").search(site.before) or (site.word("month") and beside("superlative").search(site.before)):
        return BACK
    # "had until June 30 to pay": the day may be over
    if site.word("month") and beside("was_granted").search(site.before):
        return EITHER
    # "July could surpass May": a month that takes part in the sentence isn't when it happens.
    if site.word("month") and not site.word("day", "weekday") and is_participant(site.first, site.last):
        return EITHER
    return direction(site.first, site.last)


def _is_on_agenda(site: Site) -> bool:
    """`Coming up: talks on Friday; a strike on Monday`: a line under a heading of what is to come, without a verb of its own."""
    line = site.text.rfind("\n", 0, site.start) + 1
    heading = beside("agenda").match(site.text[line : min(site.start, line + _HEADING)])
    verb = governor(site.first, site.last)
    if heading is None or (verb is not None and verb.tag_ == "VBD"):
        return False
    return _is_verbless(site.first.doc, line + heading.end(), site.start)


def _is_verbless(doc: Doc, start: int, end: int) -> bool:
    """Say whether no finite verb stands between two characters."""
    return not any(t.tag_ in ("VBD", "MD", "VBZ", "VBP") for t in doc.char_span(start, end, alignment_mode="contract") or ())


def _deictic_year(published: datetime.date, month: int, day: int | None, offset: int, site: Site) -> int:
    """`last August` is the last one that is over, `next November` the first that is still to begin, `this May` this year's."""
    here, there = (published.month, published.day if day else 0), (month, day or 0)
    if offset < 0:
        return published.year - (there >= here)
    return published.year + (there <= here) if offset else published.year


def _nearest_year(published: datetime.date, month: int, day: int | None, way: int, weekday: str | None, *, even: bool) -> int:
    """Return the year of the nearest such month or day in the direction `way`, this one's own included; `even`: on either side alike."""
    if weekday and day:
        number = load("dates/dates.toml")["weekdays"][weekday.rstrip(".")]
        for year in (published.year, published.year - 1, published.year + 1):
            if _exists(year, month, day) and datetime.date(year, month, day).isoweekday() == number:
                return year
    here, there = (published.month, published.day if day else 0), (month, day or 0)
    if (month, day) == (2, 29):
        return _leap_year(published, way)
    distance = (month - published.month) * 30.4 + ((day or 15) - (published.day if day else 15))
    if even:
        return published.year + (distance < -HALF_YEAR) - (distance > HALF_YEAR)
    if way == BACK and not _is_just_ahead(published, month, day):
        return published.year - (there > here)
    if way == AHEAD and not _is_just_over(published, month, day):
        return published.year + (there < here)
    # Without a tense: the past tells more, so what lies up to eight months back wins over what lies ahead.
    return published.year + (distance < -245) - (distance > 120)


def _is_just_over(published: datetime.date, month: int, day: int | None) -> bool:
    """`They have to send him home by January 14` in a report of the 15th: who means a day a year from now gives the year."""
    return day is not None and 0 < (published - datetime.date(published.year, month, day)).days <= 31


def _is_just_ahead(published: datetime.date, month: int, day: int | None) -> bool:
    """`proposed August 5 for the visit` in a report of the 3rd: who means a day almost a year ago gives the year."""
    return day is not None and 0 < (datetime.date(published.year, month, day) - published).days <= 31


def _leap_year(published: datetime.date, way: int) -> int:
    years = range(published.year, published.year + 9) if way == AHEAD else range(published.year, published.year - 9, -1)
    for year in years:
        day = datetime.date(year, 2, 29) if _exists(year, 2, 29) else None
        if day and (day >= published if way == AHEAD else day <= published):
            return year
    return published.year


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _weekday(site: Site, context: Context) -> Value | None:
    number = load("dates/dates.toml")["weekdays"][(site.word("weekday") or "").rstrip(".")]
    deixis = site.word("deixis") or ""
    if dom := day_number(site.word("dom")):
        return _weekday_of_month(site, context, number, dom)
    if re.search("previous|following|same", deixis):
        return _weekday_told(site, context, number, offset_of(deixis))
    if context.published is None:
        return "DATE", f"XXXX-WXX-{number}"
    day = context.published
    if is_weekly(site.first, site.last):
        return "SET", f"XXXX-WXX-{number}"
    if site.word("unit"):
        week = shift_day(day, offset_of(deixis), "week").isocalendar()
        return "DATE", datetime.date.fromisocalendar(week.year, week.week, number).isoformat()
    back, ahead = (day.isoweekday() - number) % 7, (number - day.isoweekday()) % 7
    if site.word("later"):  # Friday week, a week on Friday
        return "DATE", shift_day(day, (ahead or 7) + 7, "day").isoformat()
    if offset := offset_of(deixis):
        weeks = 7 * (abs(offset) - 1)  # the Sunday before last
        return "DATE", shift_day(day, (ahead or 7) + weeks if offset > 0 else -(back or 7) - weeks, "day").isoformat()
    if told := _weekday_of_range(site, context, number, day) or _weekday_of_list(site, context, number):
        return "DATE", told
    way = direction_of(site)
    forward = way == AHEAD or (deixis.endswith("this") and way != BACK)
    return "DATE", shift_day(day, ahead if forward else -back, "day").isoformat()


def _weekday_of_range(site: Site, context: Context, number: int, published: datetime.date) -> str | None:
    """`from Monday to Thursday`: the first Thursday from the Monday on, unless the stretch begins weeks away."""
    start = _range_start(site, context)
    if start is None or grain(start) != "day":
        return None
    first = datetime.date.fromisoformat(start)
    end = shift_day(first, (number - first.isoweekday()) % 7, "day").isoformat()
    return end if abs((published - first).days) < _NEAR_DAYS and _ends_range(site, context, start, end) else None


def _weekday_of_list(site: Site, context: Context, number: int) -> str | None:
    week = _week_listed(site, context)
    return datetime.date.fromisocalendar(int(week[:4]), int(week[6:8]), number).isoformat() if week else None


def _week_listed(site: Site, context: Context) -> str | None:
    """Return the week that a list without a verb is of: `This week: Wednesday, trade figures; Thursday, rate decision`."""
    weeks = (d for d in reversed(context.told) if grain(d.value) == "week" and site.sentence - d.sentence < _LISTED)
    week = next((d for d in weeks if _is_same_list(site.text[d.end : site.start])), None)
    if week is None:
        return None
    opens = re.search(r"(?:[:;]\s{0,3}|\n\W{0,3})$", site.text[max(0, site.start - 5) : site.start])
    is_item = opens and re.match(r"\s?[,:–-]", site.after)
    # "Last week's toll: two dead on Monday, four on Thursday."
    is_headed = re.match(r"[^.,;:\n]{0,30}:", site.text[week.end : site.start]) and _is_verbless(site.first.doc, week.end, site.start)
    return week.value if is_item or is_headed else None


def _is_same_list(between: str) -> bool:
    """Say whether a list goes on from its heading: on one line, or with a weekday at the head of each line."""
    _, *lines = between.split("\n")
    weekdays = load("dates/dates.toml")["weekdays"]
    return all(re.sub(r"\W.*", "", line.strip(" •*–-").lower()) in weekdays for line in lines[:-1])


def _weekday_of_month(site: Site, context: Context, number: int, day: int) -> Value | None:
    """Return the day of `Sunday the 16th`: the nearest that is both, to a day just told or in the way of the tense.

    None where there is none near: then the number belongs to something else (`on Monday 20 people …`).
    """
    if context.published is None:
        return "DATE", f"XXXX-XX-{day:02}"
    near = next((d.value for d in context.told[-1:] if d.sentence >= site.sentence - 1 and grain(d.value) == "day"), None)
    here = datetime.date.fromisoformat(near) if near else context.published
    months = [shift_day(here.replace(day=1), n, "month") for n in range(-_NEAR_MONTHS, _NEAR_MONTHS + 1)]
    days = [month.replace(day=day) for month in months if _exists(month.year, month.month, day)]
    way = EITHER if near else direction_of(site)
    fit = [d for d in days if d.isoweekday() == number and (way == EITHER or (d >= here if way == AHEAD else d <= here))]
    nearest = min(fit, key=lambda d: abs(d - here), default=None)
    return ("DATE", nearest.isoformat()) if nearest else None


def _weekday_told(site: Site, context: Context, number: int, offset: int) -> Value | None:
    """`the previous Friday` counts from the day that the story is about."""
    anchor = find_anchor(site, context, "day")
    if anchor is None or offset == 0:
        return None
    day = datetime.date.fromisoformat(anchor)
    distance = (number - day.isoweekday()) % 7 or 7 if offset > 0 else -((day.isoweekday() - number) % 7 or 7)
    return "DATE", shift_day(day, distance, "day").isoformat()


def year_date(site: Site, context: Context) -> Value:
    """Resolve `1994` and `79 AD`."""
    year = int(site.word("year") or 0)
    if era := site.word("era"):
        return "DATE", f"BC{year:04}" if era.startswith("b") else f"{year:04}"
    return "DATE", f"{year:04}"


def span_of_years(site: Site, context: Context) -> Value:
    """Resolve `2009-2018`, `2021/22` and fiscal years, which take the year or the two that they are named after."""
    first, second = site.word("year") or "", site.word("year2")
    if len(first) == 2:
        first = f"20{first}"
    if second is None:
        return "DATE", first
    last = int(first[:2] + second) if len(second) == 2 else int(second)
    return "DATE", f"{first}/{last if last > int(first) else last + 100}"


def decade_date(site: Site, context: Context) -> Value | None:
    """Resolve `the 1990s` and `the nineties`."""
    if decade := site.word("decade"):
        return "DATE", decade[:2] if decade.endswith("00") and decade < "1900" else decade[:3]  # the 1800s are a century
    tens = site.word("tens") or ""
    number = int(tens[0]) if tens.isdigit() else load("dates/dates.toml")["decades"][tens]
    if hundreds := site.word("hundreds"):
        return "DATE", f"{load('dates/dates.toml')['spelled_years'][hundreds] // 100}{number}"
    # The twenties may be either century's.
    return None if number == 2 else ("DATE", f"{'19' if number > 2 else '20'}{number}")


def century_date(site: Site, context: Context) -> Value:
    """Resolve `the 20th century`."""
    return "DATE", f"{ordinal_of(site.word('nth') or '') - 1:02}"
