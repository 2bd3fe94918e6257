"""Which city, state or province of a name is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from ..knowledge import load, split_list
from .gazetteer import FAR_LARGER, LARGE_CITY, MANY, OUTWEIGHS, UNIQUE_CITY, WORLD_CITY, City, capital_of, name_key
from .groups import NamedPlace, Whole, cities_of, has_common_name
from .known import subdivisions
from .setting import main_country


def region_of(place: NamedPlace, weights: Counter[str], whole: Whole | None) -> str | None:
    """Return the country of which a name is a state or province; of several, the one that the article speaks of most."""
    forms = [name_key(form) for form in place.forms]
    codes = next((found for key in [*forms, place.key] if (found := subdivisions().get(key))), ())
    if whole:
        return whole.country if whole.country in codes else None
    if len(codes) == 1 and not has_common_name(place):
        return codes[0]
    return max((code for code in codes if weights[code]), key=lambda code: (weights[code], -codes.index(code)), default=None)


def city_of(place: NamedPlace, weights: Counter[str], whole: Whole | None) -> City | None:
    """Return the city of GeoNames that a name stands for, None where the article doesn't make it sure enough."""
    cities = cities_of(place.forms)
    if whole and (named := [city for city in cities if city.country == whole.country]):
        states = _us_states()
        return next((city for city in named if city.admin1 in (whole.key, states.get(whole.key))), named[0])
    if whole or not cities:
        return None if not cities or cities[0].weight < 1_000_000 else cities[0]
    main = main_country(weights)
    if main and any(name_key(form) == capital_of(main) for form in place.forms):  # "Victoria" in an article on the Seychelles
        return next((city for city in cities if city.country == main), None)
    # A small town lies in a country that the article is about; a large city in any that it names more than in passing.
    spoken_of = [
        city
        for city in cities
        if weights[city.country] and (10 if city.weight >= LARGE_CITY else 4) * weights[city.country] >= weights.total()
    ]
    if spoken_of and cities[0].weight < OUTWEIGHS * max(spoken_of[0].weight, 1):
        return max(spoken_of, key=lambda city: (weights[city.country] * city.weight, -city.geonames_id))
    return _unexplained_city(place, cities, weights, main)


def _unexplained_city(place: NamedPlace, cities: Sequence[City], weights: Counter[str], main: str | None) -> City | None:
    """Return the one of `cities` that is meant where the article says nothing of it: a large one, a capital, one whose name no other has.

    A name that cities of many countries bear (`San José`) stands for none of them in an article on another country.
    """
    first = cities[0]
    countries = {city.country for city in cities}
    if main and not weights[first.country] and len(countries) >= MANY and first.weight < FAR_LARGER * cities[1].weight:
        return next((city for city in cities if city.country == main), None)
    if first.weight >= (LARGE_CITY if weights[first.country] else WORLD_CITY):
        return first
    keys = {name_key(form) for form in place.forms}
    capital = next((city for city in cities if capital_of(city.country) in keys and 2 * city.weight >= first.weight), None)
    unique = len(countries) == 1 and first.weight >= UNIQUE_CITY and main in (None, first.country)
    return capital or (first if unique else None)


@cache
def _us_states() -> dict[str, str]:
    """Return the postal codes of the states of the USA by the key of their names."""
    return {name_key(name): code for code, place in load("places/places.toml")["us_states"].items() for name in split_list(place)}
