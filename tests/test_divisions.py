"""Countries and their divisions as the file drawn from GeoNames, ISO 3166-2 and CLDR has them."""

from __future__ import annotations

import pytest

from newsfacts.places.countries import country_name
from newsfacts.places.divisions import country_entry, division_called, division_of
from newsfacts.places.gazetteer import find_cities
from newsfacts.places.known import states
from tools.divisions import middle


@pytest.mark.parametrize(
    ("country", "name", "code"),
    [
        ("DE", "Bavaria", "DE-BY"),
        ("DE", "Bayern", "DE-BY"),
        ("NG", "Abia State", "NG-AB"),
        ("US", "State of California", "US-CA"),
        ("TH", "Nakhon Ratchasima province", "TH-30"),
        ("CU", "Sancti Spiritus", "CU-07"),
        ("KE", "Nairobi County", "KE-30"),
        ("AE", "Dubai", "AE-DU"),
        ("FR", "Bavaria", None),
        (None, "Bavaria", None),
    ],
)
def test_a_division_by_its_name(country: str | None, name: str, code: str | None) -> None:
    division = division_called(country, [name])
    assert (division.code if division else None) == code


def test_the_states_that_the_press_abbreviates_have_the_same_codes() -> None:
    for state in states().values():
        division = division_called(state.country, [state.name])
        assert division is not None
        assert (division.code, division.geonames_code) == (state.iso, f"{state.country}.{state.admin1}")


@pytest.mark.parametrize(
    ("city", "code", "name"),
    [
        ("Lyon", "FR-ARA", "Auvergne-Rhône-Alpes"),
        ("Paris", "FR-IDF", "Île-de-France"),
        ("Tehran", "IR-23", "Tehran"),
        ("Casablanca", "MA-06", "Casablanca-Settat"),
        ("Saint Petersburg", "RU-SPE", "Saint Petersburg"),
        ("Munich", "DE-BY", "Bavaria"),
    ],
)
def test_cities_lie_in_a_division(city: str, code: str, name: str) -> None:
    division = division_of(find_cities(city)[0])
    assert division is not None
    assert (division.code, division.name) == (code, name)


def test_countries_have_ids() -> None:
    kenya = country_entry("KE")
    assert kenya is not None
    assert (kenya.geonames_id, country_name(kenya.country)) == (192950, "Kenya")


def test_the_middle_of_a_land_lies_in_it() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
    horseshoe = [(0.0, 0.0), (6.0, 0.0), (6.0, 6.0), (5.0, 6.0), (5.0, 1.0), (2.0, 1.0), (2.0, 6.0), (0.0, 6.0), (0.0, 0.0)]
    assert middle(square) == pytest.approx((2, 2))
    x, y = middle(horseshoe)
    assert x == pytest.approx(1)
    assert 1 < y < 6
