"""Patterns of many words: the same words fit as in a plain list of them, the longest first."""

import re

import pytest

from newsfacts.knowledge import any_of


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        (["half"], "half"),
        (["seven", "seventy", "seventeen", "half"], "(?:half|seven(?:t(?:een|y))?)"),
        (["m", "mm"], "m(?:m)?"),
        (["a", "b"], "(?:a|b)"),
        ([], ""),
    ],
)
def test_common_beginnings_are_written_once(words: list[str], pattern: str) -> None:
    assert any_of(words) == pattern


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["six", "sixty", "sixteen"], "sixty six sixteen", ["sixty", "six", "sixteen"]),
        (["cent", "cents", "centavo"], "10 cents, 5 centavo", ["cents", "centavo"]),
        (["U.S.", "U.S. dollar"], "U.S. dollar, UXS", ["U.S. dollar"]),
        (["km/h", "km", "kmh"], "90 km/h over 5 km", ["km/h", "km"]),
        (["new year's eve", "new year's day"], "on new year's day", ["new year's day"]),
        (["six", "sixty"], "a sixth, SIX", ["six"]),
        (["half", "quarter"], "hal quart", []),
    ],
)
def test_the_longest_word_fits(words: list[str], text: str, found: list[str]) -> None:
    assert re.findall(any_of(words), text) == found
