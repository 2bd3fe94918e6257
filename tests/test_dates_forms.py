"""Any day, clock time and length in any form of the newspapers is read back, and what can't be settled is left out."""

from __future__ import annotations

import datetime

import pytest
import spacy
from hypothesis import assume, given
from hypothesis import strategies as st
from test_amounts_forms import spelled

from newsfacts import Article
from newsfacts.dates.finding import find_dates
from newsfacts.habits import Habits

# What is written in full needs no tags and no tree.
PLAIN = spacy.blank("en")
PLAIN.add_pipe("sentencizer")
PUBLISHED = datetime.date(2026, 5, 12)
ANY_DAY = st.dates(datetime.date(1900, 1, 1), datetime.date(2040, 12, 31))
ANY_MINUTE = st.integers(0, 1439)


def values(text: str, day_first: bool | None = None) -> list[str]:
    article = Article(text=text, published=PUBLISHED, habits=Habits(day_first=day_first))
    return [date.value for date in find_dates(PLAIN(text), article)]


def nth(number: int) -> str:
    return f"{number}{'th' if number in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


# d, dd: day; n: with its ending; m, M: month in full and in capitals; b: short; w, a: weekday in full and short
DAYS = [
    "{d} {m} {y}", "{dd} {m} {y}", "{d} {M} {y}", "{d} {m}, {y}", "{d} {b} {y}", "{d} {b}. {y}", "{d} of {m} {y}", "{d}-{b}-{y}",
    "{d}-{m}-{y}", "{d}/{b}/{y}", "{m} {d}, {y}", "{m} {dd}, {y}", "{m} {d} {y}", "{M} {d}, {y}", "{m} {d},{y}", "{m} the {n}, {y}",
    "{m} {n}, {y}", "{m} {n} {y}", "{b} {d}, {y}", "{b}. {d}, {y}", "{b} {d} {y}", "{b} {n}, {y}", "{b}-{dd}-{y}", "{b}/{d}/{y}",
    "{n} {m} {y}", "{n} {m}, {y}", "{n} of {m} {y}", "{n} of {m}, {y}", "the {n} of {m} {y}", "the {n} of {m}, {y}", "{w}, {m} {d}, {y}",
    "{w} {m} {d}, {y}", "{w}, {b}. {d}, {y}", "{w} {d} {m} {y}", "{w}, {d} {m} {y}", "{w} {n} {m} {y}", "{w}, the {n} of {m} {y}",
    "{a}, {b} {d}, {y}", "{a} {d} {b} {y}", "{y}-{mm}-{dd}", "{y}/{mm}/{dd}", "{y}.{mm}.{dd}", "{dd}.{mm}.{y}", "{d}.{mo}.{y}",
]  # fmt: skip


def said(day: datetime.date, form: str) -> str:
    short = form if day.month != 5 else form.replace("{b}.", "{b}")  # nobody writes "May. 1"
    return short.format(
        d=day.day, dd=f"{day:%d}", n=nth(day.day), m=f"{day:%B}", M=f"{day:%B}".upper(), b=f"{day:%b}", w=f"{day:%A}", a=f"{day:%a}",
        mm=f"{day:%m}", mo=day.month, y=day.year,
    )  # fmt: skip


@given(ANY_DAY, st.sampled_from(DAYS))
def test_any_day(day: datetime.date, form: str) -> None:
    assert values(f"The bridge opened on {said(day, form)}.") == [day.isoformat()]


FIGURES = ["{}/{}/{y}", "{:02}/{:02}/{y}", "{}-{}-{y}", "{:02}-{:02}-{y}", "{:02}/{:02}/{short}", "{}/{}/{short}"]


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2040, 12, 31)), st.sampled_from(FIGURES), st.booleans())
def test_a_day_in_figures_is_the_house_s_or_none(day: datetime.date, form: str, day_first: bool) -> None:
    first, second = (day.day, day.month) if day_first else (day.month, day.day)
    text = f"The bridge opened on {form.format(first, second, y=day.year, short=f'{day:%y}')}."
    assert values(text, day_first) == [day.isoformat()]
    settled = day.day > 12 or day.day == day.month
    assert values(text) == ([day.isoformat()] if settled else [])


CLOCKS = [
    "{h}:{min} {half}", "{h}:{min}{x}m", "{h}:{min} {X}M", "{h}:{min}{X}M", "{h}.{min} {half}", "{h}.{min}{x}m", "{HH}:{min}",
    "{HH}:{min} GMT", "{HH}:{min} UTC", "{HH}{min} GMT", "{HH}{min} hours", "{HH}{min}hrs", "{HH}:{min} local time", "{HH}.{min} GMT",
    "{h}:{min} {half} EST", "{HH}h{min} GMT", "{h}:{min} {half} local time", "{h}:{min} {x}m ET", "{HH}:{min}:00", "{HH}:{min}:30 GMT",
]  # fmt: skip


def clock(minutes: int, form: str) -> str:
    hour, minute = divmod(minutes, 60)
    x = "a" if hour < 12 else "p"
    return form.format(h=(hour - 1) % 12 + 1, HH=f"{hour:02}", min=f"{minute:02}", half=f"{x}.m.", x=x, X=x.upper())


def iso(minutes: int) -> str:
    return f"T{minutes // 60:02}:{minutes % 60:02}"


@given(ANY_MINUTE, st.sampled_from(CLOCKS), ANY_DAY, st.sampled_from(DAYS))
def test_any_clock_time_alone_and_with_its_day(minutes: int, form: str, day: datetime.date, written: str) -> None:
    at = clock(minutes, form)
    assert values(f"The bridge opened at {at} and fell.") == [iso(minutes)]
    assert values(f"The bridge opened at {at} on {said(day, written)}.") == [day.isoformat() + iso(minutes)]


@given(st.integers(0, 22), st.sampled_from([0, 15, 30, 45]), st.sampled_from(["o'clock", "past"]))
def test_a_clock_time_in_words(hour: int, minute: int, way: str) -> None:
    hour = hour % 12 + 1
    said_hour = spelled(hour)
    spoken = {0: f"{said_hour} o'clock", 15: f"a quarter past {said_hour}", 30: f"half past {said_hour}", 45: f"a quarter to {said_hour}"}
    expected = hour - 1 if minute == 45 else hour
    assert values(f"The bridge opened at {spoken[minute]}.") == [f"T{expected:02}:{minute:02}"]


@given(ANY_MINUTE, ANY_MINUTE, st.sampled_from(["from {} to {}", "between {} and {}", "from {} until {}"]), st.sampled_from(CLOCKS[:6]))
def test_any_range_of_clock_times(first: int, last: int, form: str, written: str) -> None:
    text = f"The bridge was shut {form.format(clock(first, written), clock(last, written))}."
    assert values(text) == [iso(first), iso(last)]


UNITS = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}
LENGTHS = ["for {} {}s", "over {} {}s", "within {} {}s", "for about {} {}s"]


@given(st.integers(2, 199), st.sampled_from(sorted(UNITS)), st.sampled_from(LENGTHS), st.sampled_from(["", " and "]))
def test_any_length_in_figures_and_in_words(count: int, unit: str, form: str, joint: str) -> None:
    expected = [UNITS[unit].format(count)]
    assert values(f"The men waited {form.format(count, unit)}.") == expected
    assert values(f"The men waited {form.format(spelled(count, joint or ' '), unit)}.") == expected


SPANS = ["{} to {} {}s", "{} or {} {}s", "{}-{} {}s"]


@given(st.integers(2, 60), st.integers(2, 60), st.sampled_from(sorted(UNITS)), st.sampled_from(SPANS))
def test_any_range_of_lengths(first: int, last: int, unit: str, form: str) -> None:
    assume(first < last)
    expected = f"{UNITS[unit].format(first)}/{UNITS[unit].format(last)}"
    assert values(f"The men waited for {form.format(first, last, unit)}.") == [expected]


NO_TIMES = ["on 31/02/2024", "on 2024-13-01", "on February 30, 2024", "at 25:10 GMT", "at 7:75 p.m.", "on 32 May 2024"]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_no_calendar_has_is_left_out(text: str) -> None:
    found = values(f"The bridge opened {text}.", day_first=True)
    assert all(len(value) < 10 and "T" not in value for value in found)
