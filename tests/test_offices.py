"""Offices: what holds whatever a text says of them.

Which titles are found, of what, whose and whether former is learned: `python -m evaluation` scores it over evaluation/sentences/.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from evaluation.expected import Expected
from evaluation.matching import same_name
from evaluation.reading import own_sentences
from newsfacts import Article, FactSheet, extract, make_sheet

ROWS = [row for row in own_sentences() if row.offices is not None]
LOCATED = [row for row in ROWS if any(office.country for office in row.offices or [])]


@pytest.mark.parametrize("row", LOCATED, ids=[row.article.text for row in LOCATED])
def test_an_office_has_the_country_of_what_it_is_of(sheets: dict[str, FactSheet], row: Expected) -> None:
    for office in sheets[row.article.name].offices:
        fair = [country for known in row.offices or [] if same_name(office.of, known.of) for country in known.country]
        assert not fair or office.country in fair


@pytest.mark.parametrize("row", ROWS, ids=[row.article.text for row in ROWS])
def test_ids_mentions_and_holders(sheets: dict[str, FactSheet], row: Expected) -> None:
    sheet, text = sheets[row.article.name], row.article.text
    assert [office.id for office in sheet.offices] == [f"o{i}" for i in range(1, len(sheet.offices) + 1)]
    assert {office.holder for office in sheet.offices} <= {None, *(person.id for person in sheet.people)}
    firsts = [office.mentions[0].start for office in sheet.offices]
    assert firsts == sorted(firsts)
    for office in sheet.offices:
        assert all(text[m.start : m.end] == m.text for m in office.mentions)
    told = [(office.title, office.of, office.holder) for office in sheet.offices]
    assert len(told) == len(set(told))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([row.article.text for row in ROWS] + ["\n\n", "  ", "“", "…", "(", "\u200b"]), max_size=4),
    st.text(max_size=20),
)
def test_offsets(nlp: Language, parts: list[str], noise: str) -> None:
    text = noise.join(parts)
    sheet = make_sheet(Article(text), nlp)
    ids = {person.id for person in sheet.people}
    for office in sheet.offices:
        assert office.mentions
        assert office.title.strip()
        assert office.holder is None or office.holder in ids
        assert all(text[m.start : m.end] == m.text for m in office.mentions)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Kenya's Electoral Commission chairman John Mwangi resigned on Monday.", ["KE"]),
        ("France's Socialist Party leader Anne Morel lost her seat.", ["FR"]),
        ("Ghana's Medical Association president Kofi Asante called the strike off.", ["GH"]),
        ("Peru's Supreme Court president Julia Ramos spoke in Lima.", ["PE"]),
        ("Nepal's Central Bank governor Hari Thapa cut the rate.", ["NP"]),
        ("Vietnam's Vinaco Group chairman Tran Van Hai was arrested.", [None]),
        ("Toyota's Research Institute director Kenji Mori said so.", [None]),
        ("Ana Silva, president of Brazil, met the Workers' Party chairman Paulo Reis.", ["BR", None]),
    ],
)
def test_a_body_that_a_country_owns_lies_in_it(text: str, countries: list[str | None]) -> None:
    assert [office.country for office in extract(text).offices] == countries
