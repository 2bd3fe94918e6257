"""Which city, state or province of a name is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log10

from ..knowledge import load
from .divisions import division_called
from .gazetteer import FAR_LARGER, LARGE_CITY, UNIQUE_CITY, WORLD_CITY, City, capital_of, find_cities, find_town, name_key
from .groups import NamedPlace, Whole, cities_of, has_common_name
from .known import states, subdivisions
from .setting import Setting, main_country
from .wholes import SHARED_STATES

# In powers of ten of a city's size, as fitted to the places of the training articles.
SPOKEN_OF = 2.0  # a country of which the whole article speaks
BESIDE = 0.7  # a place of its country stands near
SAME_STATE = 2.5  # a state near it is named: "Lexington" beside Columbia, South Carolina
CAPITAL = 1.5
UNSPOKEN = 5.7  # a city of a country that the article doesn't name: a trader from Palma isn't always from the one in Spain
HOME = 0.5  # of what an article says of countries, from which on a small town of the country goes before a foreign city
UNLISTED = 4.2  # a town that GeoNames leaves out


def region_of(place: NamedPlace, weights: Counter[str], whole: Whole | None) -> str | None:
    """Return the country of which a name is a state or province; of several, the one that the article speaks of most."""
    forms = [name_key(form) for form in place.forms]
    codes = next((found for key in [*forms, place.key] if (found := subdivisions().get(key))), ())
    codes = tuple(dict.fromkeys([*codes, *(code for code in weights if weights[code] and _is_division(place, code, weights))]))
    if whole:
        return whole.country if whole.country in codes else None
    if len(codes) == 1 and not has_common_name(place):
        abroad = not weights[codes[0]] and any(weights[city.country] for city in cities_of(place.forms))
        american = codes[0] != "US" and weights["US"] > weights[codes[0]] and place.forms[0].endswith(" County")  # "Ulster County"
        return None if abroad or american else codes[0]  # "La Libertad" in El Salvador, not in Peru
    return max((code for code in codes if weights[code]), key=lambda code: (weights[code], -codes.index(code)), default=None)


def _is_division(place: NamedPlace, country: str, weights: Counter[str]) -> bool:
    """Say whether a country has a state or province of a name that is no city's in the article's countries: `La Paz` in El Salvador."""
    table = load("places/places.toml")
    if country in table["small_divisions"]["codes"] or division_called(country, place.forms) is None:
        return False
    return country in table["known_by_province"]["codes"] or not any(weights[city.country] for city in cities_of(place.forms))


def city_of(place: NamedPlace, setting: Setting) -> City | None:
    """Return the city of GeoNames that a name stands for, None where the article doesn't make it sure enough.

    What stands beside a name decides first (`Lebanon, Tennessee`), then the countries that the article speaks of and those of the places
    nearby, then how large a city is. Where none of this speaks for a city more than for a small town that GeoNames leaves out, it is None.
    """
    cities, whole = cities_of(place.forms), setting.whole(place)
    if whole:
        return _city_in(place, whole)
    if not cities:
        return None
    main = main_country(setting.weights)
    if main and any(name_key(form) == capital_of(main) for form in place.forms):  # "Victoria" in an article on the Seychelles
        return next((city for city in cities if city.country == main), None)
    best = max(cities, key=lambda city: (_plausibility(city, place, setting), -city.geonames_id))
    state = setting.state_beside(place)
    if setting.weights[best.country] or best.country in (setting.beside(place), state.country if state else None):
        return _namesake_of_state(best, place, setting) or best
    home = setting.spoken_of(place)
    if home and setting.share(home) >= HOME and (town := find_town(place.forms[0], home)):
        return town  # "Santiago" in Panama
    if _is_without_namesake_abroad(cities):
        return _namesake_of_state(best, place, setting) or best  # "Ghent", in an article on the Netherlands
    least = max(UNSPOKEN, UNLISTED + SPOKEN_OF * setting.share(setting.spoken_of(place)))
    return best if _plausibility(best, place, setting) >= least else None


def _is_without_namesake_abroad(cities: Sequence[City]) -> bool:
    """Say whether a name is known as that of a city in one country alone: of a large one, or under its usual name of a smaller one."""
    usual = [city for city in cities if city.weight == city.population]
    known = cities[0].population >= (UNIQUE_CITY if cities[0] in usual else LARGE_CITY) and (cities[0] in usual or not usual)
    return known and len({city.country for city in cities}) == 1


def _namesake_of_state(best: City, place: NamedPlace, setting: Setting) -> City | None:
    """Return the town of the state named beside a place, where there is one of its name and the country's best known is no large city."""
    state = setting.state_beside(place)
    if state is None or state.country != best.country or state.admin1 == best.admin1:
        return None
    town = find_town(place.forms[0], state.country, state.admin1)
    larger = FAR_LARGER if best.weight >= WORLD_CITY else 10**SAME_STATE  # "Columbus" beside Athens, Georgia, but no small "Houston"
    return town if town and larger * max(town.weight, 1) > best.weight else None


def _city_in(place: NamedPlace, whole: Whole) -> City | None:
    """Return the city of a name in the state or country that stands behind it; None where several of its towns may be meant."""
    cities = cities_of(place.forms)
    state = states().get(whole.key) or states().get(name_key(whole.key))
    admin1 = state.admin1 if state else whole.key if whole.key in SHARED_STATES.values() else None
    if admin1:
        return None if place.key in states() else find_town(place.forms[0], whole.country, admin1)
    named = [city for city in cities if city.country == whole.country]
    if whole.key in ("", whole.country):
        return named[0] if named else None
    # "Mandi in Poonch" isn't the Mandi of another state; "Sharjah, Fujairah" are two of a list.
    if (division := _division_of(whole)) and division_called(whole.country, place.forms) is None:
        return next((city for city in named if city.admin1 == division), None)
    return named[0] if len({city.admin1 for city in named}) == 1 else None


def _division_of(whole: Whole) -> str | None:
    """Return GeoNames' code of the state or province that `whole` is, or in which the only town of its name lies."""
    if division := division_called(whole.country, [whole.key]):
        return division.geonames_code.partition(".")[2]
    around = {city.admin1 for city in find_cities(whole.key.title()) if city.country == whole.country}
    return around.pop() if len(around) == 1 else None


def _plausibility(city: City, place: NamedPlace, setting: Setting) -> float:
    """Return how well a city fits a name in an article: its size in powers of ten, and how much is said of its country."""
    known = CAPITAL if capital_of(city.country) in {name_key(form) for form in place.forms} else 0.0
    beside = BESIDE if city.country == setting.beside(place) else 0.0
    return log10(max(city.weight, 1)) + SPOKEN_OF * setting.share(city.country) + beside + known
