"""The whole path on one short article: every section, and the joins between them."""

from __future__ import annotations

import datetime

import pytest
from spacy.language import Language

from newsfacts import Article, FactSheet, make_sheet

TEXT = """Slovak Prime Minister Andrej Koval began a two-day visit to Turkey on Sunday.

Koval will meet Turkish President Orhan Yildirim in Ankara on Tuesday, Slovak government spokeswoman Lucia Benkova told reporters.

Slovak Economy Minister Zuzana Hruskova and Turkish Energy Minister Cemal Aksoy signed an agreement on a new pipeline.

The pipeline will carry 6 billion cubic metres of natural gas a year.

Slovakia's steel exports to Turkey fell 13% in January, after a rise of 4.5% the previous month, the finance ministry said.

Peter Bartos, the chairman of Tatra Steel, said that the company would invest 250 million euros in Kosice and hire 1,200 workers.

Murat Polat, the mayor of Istanbul, will open a museum of Slovak art in September.
"""
PUBLISHED = datetime.date(2026, 3, 15)  # a Sunday


@pytest.fixture(scope="module")
def sheet(nlp: Language) -> FactSheet:
    return make_sheet(Article(text=TEXT, name="visit.txt", published=PUBLISHED), nlp)


def test_people_are_joined_under_their_fullest_name(sheet: FactSheet) -> None:
    names = ["Andrej Koval", "Orhan Yildirim", "Lucia Benkova", "Zuzana Hruskova", "Cemal Aksoy", "Peter Bartos", "Murat Polat"]
    assert [p.name for p in sheet.people] == names
    assert [m.text for m in sheet.people[0].mentions] == ["Andrej Koval", "Koval"]


def test_a_city_has_country_and_coordinates(sheet: FactSheet) -> None:
    ankara = next(p for p in sheet.places if p.name == "Ankara")
    assert (ankara.type, ankara.country, ankara.geonames_id) == ("city", "TR", 323786)
    assert ankara.latitude == pytest.approx(39.92, abs=0.05)
    assert ankara.longitude == pytest.approx(32.85, abs=0.05)


@pytest.mark.parametrize(("name", "country"), [("Turkey", "TR"), ("Slovakia", "SK"), ("Istanbul", "TR"), ("Kosice", "SK")])
def test_places_are_found(sheet: FactSheet, name: str, country: str) -> None:
    assert (name, country) in [(p.name, p.country) for p in sheet.places]


def test_dates_count_from_the_day_of_publication(sheet: FactSheet) -> None:
    assert [(d.text, d.type, d.value) for d in sheet.dates] == [
        ("two-day", "DURATION", "P2D"),
        ("Sunday", "DATE", "2026-03-15"),
        ("Tuesday", "DATE", "2026-03-17"),
        ("January", "DATE", "2026-01"),
        ("previous month", "DATE", "2025-12"),
        ("September", "DATE", "2026-09"),
    ]


def test_without_a_day_a_weekday_stays_open(nlp: Language) -> None:
    sheet = make_sheet(Article(text="Koval will meet Yildirim on Tuesday."), nlp)
    assert [(d.text, d.value, d.first_day) for d in sheet.dates] == [("Tuesday", "XXXX-WXX-2", None)]


def test_percentages(sheet: FactSheet) -> None:
    assert [(p.value, p.unit) for p in sheet.percentages] == [(13, "percent"), (4.5, "percent")]


def test_gas_per_year(sheet: FactSheet) -> None:
    gas = next(q for q in sheet.quantities if q.dimension == "volume")
    assert (gas.text, gas.value, gas.unit, gas.per) == ("6 billion cubic metres", 6_000_000_000, "cubic metre", "year")
    assert (gas.si_value, gas.si_unit) == (6_000_000_000, "m³")


def test_money_and_counts(sheet: FactSheet) -> None:
    assert [(m.text, m.value, m.currency) for m in sheet.money] == [("250 million euros", 250_000_000, "EUR")]
    assert ("1,200 workers", 1200, "worker") in [(q.text, q.value, q.unit) for q in sheet.quantities]


def test_a_fact_points_to_its_sentence(sheet: FactSheet) -> None:
    sentence = sheet.sentences[sheet.percentages[0].sentence]
    assert TEXT[sentence.start : sentence.end].startswith("Slovakia's steel exports")
    assert TEXT[sentence.start : sentence.end].endswith("the finance ministry said.")
