"""TIMEX3 values in words."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.cli.time_wording import is_iso, time_in_words

POINTS = {
    "2026-05-14": "14 May 2026",
    "2026-05-04": "4 May 2026",
    "2026-05": "May 2026",
    "2026": "2026",
    "199": "1990s",
    "19": "20th century",
    "20": "21st century",
    "2027-Q3": "third quarter of 2027",
    "2025-H1": "first half of 2025",
    "2026-SU": "summer 2026",
    "2025-W44": "week of 27 October 2025",
    "2026-W01": "week of 29 December 2025",
    "2022-W28-WE": "weekend of 16 July 2022",
    "2022-W28-2": "12 July 2022",
    "2026-05-13TEV": "13 May 2026, evening",
    "2026-05-13T14:30": "13 May 2026, 14:30",
    "2026-05-13T14:30:05": "13 May 2026, 14:30:05",
    "T24:00": "24:00",
    "TMO": "morning",
    "PAST_REF": "the past",
    "PRESENT_REF": "the present",
    "FUTURE_REF": "the future",
    "2021/2022": "2021/2022",
    "2010/2012": "2010 to 2012",
    "2022-06-12/2022-06-18": "12 to 18 June 2022",
    "2022-06-30/2022-07-02": "30 June to 2 July 2022",
    "2024-12-30/2025-01-02": "30 December 2024 to 2 January 2025",
    "2024-01/2024-05": "January to May 2024",
    "2025-Q1/2025-Q3": "first to third quarter of 2025",
    "2024-05-12/2024": "12 May 2024 to 2024",
    "199/200": "1990s to 2000s",
}
DURATIONS = {
    "P3M": "3 months",
    "PT3M": "3 minutes",
    "P1Y": "1 year",
    "P1Y6M": "1 year 6 months",
    "PT5H30M": "5 hours 30 minutes",
    "P1DT12H": "1 day 12 hours",
    "P0.5Y": "0.5 years",
    "PXM": "months",
    "P2Q": "2 quarters",
    "P2W/P3W": "2 to 3 weeks",
    "P1D/P2D": "1 day to 2 days",
}
# value: as a SET, and as anything else
UNKNOWN = {
    "XXXX-WXX-5": ("every Friday", "some Friday"),
    "XXXX-WXX-5TNI": ("every Friday night", "some Friday night"),
    "XXXX-WXX-5T09:00": ("every Friday, 09:00", "some Friday, 09:00"),
    "XXXX-XX-XXTNI": ("every night", "some night"),
    "XXXX-XX-XXT09:00": ("every day, 09:00", "some day, 09:00"),
    "XXXX-WXX-WE": ("every weekend", "some weekend"),
    "XXXX-WXX": ("every week", "some week"),
    "XXXX-W26": ("week 26 of every year", "week 26 of some year"),
    "XXXX-03-23": ("every 23 March", "23 March of some year"),
    "XXXX-07": ("every July", "some July"),
    "XXXX-SU": ("every summer", "some summer"),
    "XXXX-Q2": ("second quarter of every year", "second quarter of some year"),
    "XXXX-HX": ("every half-year", "some half-year"),
    "XXXX-XX": ("every month", "some month"),
    "XXXX-XX-XX": ("every day", "some day"),
    "XXXX": ("every year", "some year"),
    "XXXX-WXX-1/XXXX-WXX-5": ("every Monday to Friday", "some Monday to Friday"),
}
SETS = {"P1D": "every day", "P1Y": "every year", "P2W": "every 2 weeks", "PT1H": "every hour", "PXY": "every few years"}
# No TIMEX3 that newsfacts gives, or none at all: nothing is guessed.
LEFT = ["", "P", "PT", "P3", "Tomorrow", "2026-13", "2026-W60", "2026-05-14TXX", "2026/later", "PAST", "1/2/3", "XXXX-05-14-3", "<b>"]


@pytest.mark.parametrize(("value", "words"), POINTS.items())
def test_points(value: str, words: str) -> None:
    assert time_in_words(value, "DATE") == words


@pytest.mark.parametrize(("value", "words"), DURATIONS.items())
def test_durations(value: str, words: str) -> None:
    assert time_in_words(value, "DURATION") == words


@pytest.mark.parametrize(("value", "both"), UNKNOWN.items())
def test_a_set_comes_every_time(value: str, both: tuple[str, str]) -> None:
    assert (time_in_words(value, "SET"), time_in_words(value)) == both


@pytest.mark.parametrize(("value", "words"), SETS.items())
def test_sets(value: str, words: str) -> None:
    assert time_in_words(value, "SET") == words


@pytest.mark.parametrize("value", LEFT)
@pytest.mark.parametrize("kind", ["DATE", "SET"])
def test_what_it_cannot_read_stays(value: str, kind: str) -> None:
    assert time_in_words(value, kind) == value


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_says_itself(day: datetime.date) -> None:
    words = time_in_words(day.isoformat())
    assert datetime.datetime.strptime(words, "%d %B %Y").date() == day


@given(
    st.from_regex(
        r"(\d{4}|XXXX)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d))?|-Q[1-4]|-W(0[1-9]|[1-4]\d)(-WE)?|-(SP|SU|FA|WI))(T(MO|\d\d:\d\d))?",
        fullmatch=True,
    )
)
def test_words_are_no_code(value: str) -> None:
    words = time_in_words(value)
    if re.match("0000-W|XXXX-W..-WE", value):  # before the calendar; no weekend of a week that has no year
        return
    assert not re.search(r"[A-Z]{2}|-|X|[QWT]\d", words)


@pytest.mark.parametrize(
    ("value", "is_read_as_it_is"),
    [
        ("2026", True),
        ("2026-05-14", True),
        ("2026-05-14T14:30", True),
        ("199", False),
        ("2026-05-13TEV", False),
        ("2025-Q1", False),
        ("P3M", False),
    ],
)
def test_iso(value: str, is_read_as_it_is: bool) -> None:
    assert is_iso(value) is is_read_as_it_is
