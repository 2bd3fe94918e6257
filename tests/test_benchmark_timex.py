"""The benchmark of the dates: its scores, and the translation into TimeML's conventions, on sentences of our own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.timex import Timex, pairs_of, score, timexes_of, to_timeml


@pytest.mark.parametrize(
    ("sentence", "day", "expected"),
    [
        ("Prices are now falling.", "1990-05-15", [("now", "DATE", "PRESENT_REF")]),
        ("He worked there for years.", "1990-05-15", [("years", "DURATION", "PXY")]),
        ("It costs $5 million a year.", "1999-05-15", [("a year", "SET", "P1Y")]),
        ("It costs $5 million a year.", "1990-05-15", []),
        ("He worked there for years.", "1999-05-15", []),
        ("Prices recently fell.", "1990-05-15", [("recently", "DATE", "PAST_REF")]),
        ("Prices recently fell.", "1999-05-15", []),
        ("He did so in the past.", "1990-05-15", [("the past", "DATE", "PAST_REF")]),
        (
            "Sales fell in the first nine months of the year.",
            "1990-11-15",
            [
                ("the first nine months", "DURATION", "P9M"),
                ("the year", "DATE", "1990"),
            ],
        ),
        ("Prices fell in recent months.", "1990-05-15", [("recent months", "DURATION", "PXM")]),
        ("It took nearly two years.", "1990-05-15", [("nearly two years", "DURATION", "P2Y")]),
        ("Prices fell over the last two weeks.", "1990-05-15", [("the last two weeks", "DURATION", "P2W")]),
        ("Yields of the 30-year bond fell.", "1990-05-15", [("30-year", "DURATION", "P30Y")]),
        ("He died on Christmas Eve.", "1990-05-15", [("Christmas Eve", "DATE", "1989-12-24")]),
        ("It pays a quarterly dividend.", "1990-05-15", []),
        ("Prices fell over the last two weeks.", "1999-05-15", [("last two weeks", "DURATION", "P2W")]),
        ("He left early on Friday.", "1999-05-15", [("Friday", "DATE", "1999-05-14")]),
        ("It was built in the 1970s.", "1999-05-15", [("1970s", "DATE", "197X")]),
    ],
)
def test_translation(nlp: Language, sentence: str, day: str, expected: list[tuple[str, str, str]]) -> None:
    doc = nlp(sentence)
    found = to_timeml(doc, timexes_of(doc, {"text": sentence, "dct": day}, named_days=True), day)
    assert [(sentence[t["start"] : t["end"]], t["type"], t["value"]) for t in found] == expected


def test_pairs_prefer_identical_spans_then_the_longest_overlap() -> None:
    assert pairs_of([(0, 4), (5, 10)], [(0, 10), (5, 10)]) == [(1, 1), (0, 0)]
    assert pairs_of([(0, 10)], [(0, 3), (4, 10)]) == [(0, 1)]
    assert pairs_of([(0, 3)], [(3, 5)]) == []


def test_scores() -> None:
    def timex(start: int, end: int, kind: str, value: str) -> Timex:
        return {"start": start, "end": end, "type": kind, "value": value}

    record = {"text": "last Friday, 1999", "timexes": [timex(0, 11, "DATE", "1999-05-07"), timex(13, 17, "DATE", "1999")]}
    found = [timex(5, 11, "DATE", "1999-05-07"), timex(13, 17, "SET", "1999")]
    assert score([record], [found]) == {"strict": 50, "relaxed": 100, "type": 50, "value": 100}
