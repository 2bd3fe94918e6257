"""Short articles in the style of the press of many countries (evaluation/sentences/press.jsonl) beside the people and places in them.

The sheet is made as the command makes it. A section that a row leaves out isn't asserted; one that it gives is asserted to the last fact.
The rows' offices are learned, and scored by `python -m evaluation`.
"""

from __future__ import annotations

from functools import partial

from tables import hold

from evaluation.expected import Expected
from evaluation.reading import own_sentences
from newsfacts import FactSheet

ROWS = [row for row in own_sentences() if row.article.name.startswith("press:")]


def _the_press(sheets: dict[str, FactSheet], row: Expected) -> None:
    sheet = sheets[row.article.name]
    if row.people is not None:
        assert {p.name: tuple(m.text for m in p.mentions) for p in sheet.people} == {p.name: p.mentions for p in row.people}
    if row.places is not None:
        assert [(p.name, (p.type,), (p.country,)) for p in sheet.places] == [(p.name, p.type, p.country) for p in row.places]


def test_the_press(sheets: dict[str, FactSheet]) -> None:
    hold(ROWS, partial(_the_press, sheets), 0.94)


def test_the_press_is_that_of_thirty_countries() -> None:
    countries = {country for row in ROWS for fact in [*(row.offices or []), *(row.places or [])] for country in fact.country}
    assert len(countries - {None}) >= 30
