"""Patterns of dates are left out only where they match nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newsfacts.dates import grammar
from newsfacts.dates.needs import Signs, needs_of

CASES = Path(__file__).parent / "cases"
TEXTS = [json.loads(line)["text"] for path in sorted(CASES.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("<month> (?:the )?<day>", ["<month>"]),
        ("(?:every|each) (?P<unit><unit>)s?", ["each every", "<unit>"]),
        ("weeks? of(?: (?P<year><year>))?", ["week", "of"]),
        ("(?:a )?(?P<count>year|month)-(?P<side>earlier|ago)", ["month year", "ago earlier"]),
        (r"(?<=the\s)(?:(?P<deixis>last)|<month>)(?! week)[ap]\.m", ["<month> last"]),
        (r"<month>(?P<mark>[-/])\d(?P=mark)(?:to|[0-9]{1,2}){0,2}", ["<month>"]),
        ("Q[1-4]", []),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: list[str]) -> None:
    assert needs_of(pattern, ["month", "unit", "year"]) == tuple(frozenset(words.split()) for words in needs)


@pytest.mark.parametrize("text", ["every LAST week", "ſince each MıNUTE", "EVERY MİNUTE"])
def test_letters_are_those_that_a_pattern_takes_for_them(text: str) -> None:
    words = text.split()
    pattern = {"every": "every", "ſince": "since"}.get(words[0], "every")
    assert re.search(pattern, text, re.IGNORECASE)
    assert Signs(text, 0, len(text), grammar._fragment).meets(needs_of(pattern, []))
    assert Signs(text, 0, len(text), grammar._fragment).meets(needs_of("minute" if "M" in words[-1] else "week", []))


def test_a_sign_is_looked_for_within_the_stretch() -> None:
    text = "In May sales fell; in the week before they rose."
    needs = needs_of("<month>", ["month"])
    assert Signs(text, 0, 18, grammar._fragment).meets(needs)
    assert not Signs(text, 18, len(text), grammar._fragment).meets(needs)


def test_no_match_is_lost_for_a_need() -> None:
    """Each pattern is tried on each text of the tests, without looking at its needs."""
    assert len(TEXTS) > 1000
    for text in TEXTS:
        windows = grammar._windows(text)
        matches = [
            (piece.kind, match.span())
            for piece in grammar._pieces()
            for start, end in windows[piece.cue]
            for match in piece.regex.finditer(text, start, end)
        ]
        assert [(kind, match.span()) for kind, match in grammar._matches(text)] == matches
