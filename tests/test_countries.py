"""Names of countries and of their people against ISO 3166-1."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.knowledge import load
from newsfacts.places.countries import code_of_country, code_of_demonym, country_name

CODES = list(load("places/countries.toml")["name"])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russia", "RU"),
        ("U.S.", "US"),
        ("US", "US"),
        ("United States", "US"),
        ("the United States", "US"),
        ("America", "US"),
        ("UK", "GB"),
        ("Britain", "GB"),
        ("United Kingdom", "GB"),
        ("South Korea", "KR"),
        ("North Korea", "KP"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Czech Republic", "CZ"),
        ("DR Congo", "CD"),
        ("Democratic Republic of Congo", "CD"),
        ("Taiwan", "TW"),
        ("Hong Kong", "HK"),
        ("Kosovo", "XK"),
        ("UAE", "AE"),
        ("Myanmar", "MM"),
        ("Burma", "MM"),
        ("St. Lucia", "LC"),
        ("São Tomé and Príncipe", "ST"),
    ],
)
def test_code_of_country(name: str, code: str) -> None:
    assert code_of_country(name) == code


@pytest.mark.parametrize("name", ["us", "turkey", "Moscow", "Russian", "", "Europe", "chad", "the"])
def test_what_is_no_country(name: str) -> None:
    assert code_of_country(name) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russian", "RU"),
        ("Russians", "RU"),
        ("British", "GB"),
        ("Emirati", "AE"),
        ("South Korean", "KR"),
        ("South African", "ZA"),
        ("Norwegian", "NO"),
        ("Dutch", "NL"),
        ("Swiss", "CH"),
        ("Filipino", "PH"),
        ("Burmese", "MM"),
        ("Peruvian", "PE"),
        ("Kenyan", "KE"),
        ("Poles", "PL"),
    ],
)
def test_code_of_demonym(word: str, code: str) -> None:
    assert code_of_demonym(word) == code


@pytest.mark.parametrize("word", ["russian", "Muslim", "Democrat", "African", "Moscow", ""])
def test_what_is_no_demonym(word: str) -> None:
    assert code_of_demonym(word) is None


@pytest.mark.parametrize(("code", "name"), [("RU", "Russia"), ("US", "United States"), ("GB", "United Kingdom"), ("KR", "South Korea")])
def test_country_name(code: str, name: str) -> None:
    assert country_name(code) == name


@pytest.mark.parametrize("code", CODES)
def test_every_name_leads_back_to_its_code(code: str) -> None:
    assert code_of_country(country_name(code)) == code


def test_every_country_of_cldr_has_a_name() -> None:
    ours = set(CODES)
    not_countries = {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    cldr = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()} - not_countries
    assert cldr - ours == set()


@given(st.text(max_size=20))
def test_any_text_is_a_country_or_none(text: str) -> None:
    assert code_of_country(text) is None or code_of_country(text) in CODES
    assert code_of_demonym(text) is None or code_of_demonym(text) in CODES
