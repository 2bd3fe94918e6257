"""What the names of a place stand for: its type, its country, its entry of GeoNames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..knowledge import load
from ..models import PlaceType
from .cities import city_of, region_of
from .countries import code_of_country, code_of_demonym
from .divisions import Division, division_called, division_of
from .gazetteer import LARGE_CITY, METROPOLIS, TOWN, UNIQUE_CITY, WORLD_CITY, City, capital_of, find_cities, is_sure, name_key
from .groups import NamedPlace, Whole, cities_of, has_common_name, written_out
from .kinds import heads_of_kind, kind_by_heads, place_type
from .known import State, is_common, is_known_place, known_places, name_of_state, place_words, states, subdivisions
from .setting import Setting, main_country

_FEATURES = frozenset(("water", "landform", "facility"))


class Location(NamedTuple):
    """What is known of a place: its type, ISO 3166-1 alpha-2 country, for a city the entry of GeoNames, and its state or province."""

    kind: PlaceType
    country: str | None
    city: City | None = None
    sure: bool = True  # False where the country is but the one that the article is about
    division: Division | None = None  # the first-level division that it lies in or is

    def is_division(self, place: NamedPlace) -> bool:
        """Say whether `place` is the division itself, which then has a point of its own."""
        return self.kind == "region" and self.division is not None and self.division == _named_division(place, self.country)


def locate(place: NamedPlace, setting: Setting) -> Location:
    """Return what the names of a place stand for in an article, and in which state or province it lies."""
    location = _located(place, setting)
    return location._replace(division=_division(place, location, setting.whole(place)))


def _division(place: NamedPlace, location: Location, whole: Whole | None) -> Division | None:
    """Return the state or province that a place is or lies in: what its name, its entry or the place behind it says."""
    if location.kind == "country":
        return None
    if location.kind == "region" and (named := _named_division(place, location.country)):
        return named
    if location.kind == "region" and location.country in subdivisions().get(place.key, ()):
        return None  # a province that GeoNames has under another name, and no part of the one that its namesake town lies in
    if location.city:
        return division_of(location.city)
    return division_called(whole.country, [name_of_state(whole.key)]) if whole and whole.country == location.country else None


def _named_division(place: NamedPlace, country: str | None) -> Division | None:
    return division_called(country, [*place.forms, written_out(place.forms[0])])


def _located(place: NamedPlace, setting: Setting) -> Location:
    if place.code:
        return _located_country(place, setting)
    weights, whole, described = setting.weights, setting.whole(place), setting.kind(place)
    known = _known(place)
    if known:  # "Kilimanjaro and Manyara regions" are no mountains
        return Location("region" if described == "region" else place_type(known[0]), _country_of_known(place, known[1], weights))
    if setting.is_state(place):
        return Location("region", "US")
    if abbreviated := _abbreviated_state(place):
        return Location("region", abbreviated.country)
    kind = described or kind_by_heads([*place.forms, *_with_next_word(place)]) or _numbered(place)
    if kind == "country":
        return Location("country", None)  # an empire of the past
    region, city = region_of(place, weights, whole), city_of(place, setting)
    if kind in _FEATURES and described is None and (region or (city and _is_town_by_name(place, city, setting))):
        kind = None  # "Bay of Plenty", "Cape Coast"
    if kind in _FEATURES:
        return _located_feature(place, kind, setting)
    if kind == "region" and described is None and any(map(_is_town_with_a_regions_word, place.forms)):
        kind = None
    return _city_or_region(place, kind, region, city, setting) or _without_entry(place, kind, setting)


def _abbreviated_state(place: NamedPlace) -> State | None:
    """Return the state or province of which all forms of a name are abbreviations: `Ont.`, which is no town called Ontario."""
    found = [states().get(name_key(form)) for form in place.forms]
    short = all(state and name_key(form) != name_key(state.name) for form, state in zip(place.forms, found, strict=True))
    return found[0] if short else None


def _city_or_region(place: NamedPlace, kind: PlaceType | None, region: str | None, city: City | None, setting: Setting) -> Location | None:
    """Return which of the region (by its country) and the city of a name is meant, None where there is neither."""
    described = setting.kind(place)
    if region and place.key in setting.regions:
        return Location("region", region)
    if kind == "other":
        return _located_district(place, region or (city.country if city else None), setting)
    if city and kind != "region" and not (region and place.key in setting.cities) and _is_meant(place, city, region, setting.weights):
        return Location("city", city.country, city)
    if city and kind == "region" and region is None:
        return Location("region", city.country)  # "Chiang Mai province"
    return Location("city" if described == "city" else "region", region) if region else None


def _is_meant(place: NamedPlace, city: City, region: str | None, weights: Counter[str]) -> bool:
    """Say whether a city is meant rather than the region of its name, whose country is `region`."""
    if region is None:
        return True
    if city.country == region:  # "Cienfuegos" is mostly the province in Cuba, "Zarqa" the city in Jordan
        known_by_province = city.country in load("places/places.toml")["known_by_province"]["codes"]
        return city.weight >= (METROPOLIS if known_by_province else TOWN) and city.weight == city.population
    return weights[city.country] > weights[region] or (not weights[region] and is_sure(cities_of(place.forms), WORLD_CITY, 3))  # "Mérida"


def _located_district(place: NamedPlace, country: str | None, setting: Setting) -> Location:
    """Return where a district lies: in some countries it is a region of many towns (`Kargil district`), elsewhere a part of a city."""
    whole = setting.whole(place)
    sure = country is not None or whole is not None
    country = country or setting.country(place)
    of_state = name_key(place.forms[0].partition(" of ")[2]) in subdivisions()  # "the Western District of Ohio", as one name or two
    large = of_state or (
        whole is not None and whole.key in states() and place.forms[0].split()[0].lower() in place_words("words", "directions")
    )
    return Location("region" if large or country in load("places/places.toml")["rural_districts"]["codes"] else "city", country, sure=sure)


def _without_entry(place: NamedPlace, kind: PlaceType | None, setting: Setting) -> Location:
    """Return what a name that no table has stands for."""
    if kind == "region" and (code := code_of_country(place.forms[0].rpartition(" ")[0])):
        return Location("region", code)  # "Reunion Region"
    if kind == "region" and (cities := find_cities(place.key.title())) and is_sure(cities, WORLD_CITY, 3):
        return Location("region", cities[0].country)  # "Osaka Prefecture"
    if kind is None and place.spans[0].label_ == "FAC":
        return _located_feature(place, "facility", setting)
    part = None if kind else _part_of_region(place, setting)
    if part:
        return part
    if setting.whole(place) is None and _is_city_abroad(place, setting):
        return Location("city", None)
    if kind is None and _is_area(place):
        kind = "region"
    return Location(kind or "city", setting.country(place), sure=setting.whole(place) is not None)


def _is_city_abroad(place: NamedPlace, setting: Setting) -> bool:
    """Say whether a name is that of a large city, and of none in the countries of the article, in which it then doesn't lie."""
    cities = cities_of(place.forms)
    return bool(cities) and cities[0].weight >= UNIQUE_CITY and all(not setting.weights[city.country] for city in cities)


def _is_town_by_name(place: NamedPlace, city: City, setting: Setting) -> bool:
    """Say whether a name with a word for a landform or a site in it is a town's: `Cape Coast`, `Long Beach`, but no `Niagara Falls`."""
    words = place.forms[0].split()
    at_home = setting.spoken_of(place) == city.country or setting.whole(place) is not None  # "Palm Beach, Florida"
    large = city.weight >= TOWN or place.key == capital_of(city.country) or at_home  # "Port of Spain", "Glace Bay"
    return large and words[-1] not in ("Falls", "River", "Lake") and name_key(city.name) == name_key(place.forms[0])


def _is_area(place: NamedPlace) -> bool:
    """Say whether a name that no table has is called an area of a country: `the Carajás area of Brazil`."""
    behind = ([token.lower_ for token in span.doc[span.end : span.end + 2]] for span in place.spans)
    return not cities_of(place.forms) and any(words[1:] == ["of"] and words[0] in place_words("words", "areas") for words in behind)


def _is_town_with_a_regions_word(form: str) -> bool:
    """Say whether a name ends as those of regions do and is a town's own, all the same: `Sugar Land`."""
    return kind_by_heads([form]) == "region" and any(city.weight == city.population for city in find_cities(form))


def _part_of_region(place: NamedPlace, setting: Setting) -> Location | None:
    """Return what is known of a name that is a part of a country, a region or a city (`Eastern Uttar Pradesh`, `South Bengaluru`)."""
    first, _, rest = place.forms[0].partition(" ")
    if first.lower() not in place_words("words", "directions") or not rest:
        return None
    if known := known_places().get(name_key(rest)):
        return Location(place_type(known[0]), known[1])  # "Eastern Africa", "South Atlantic"
    whole = NamedPlace(name_key(rest), None, [span[1:] for span in place.spans if len(span) > 1])
    country = code_of_country(rest) or region_of(whole, setting.weights, None)
    if country:
        return Location("region", country)
    city = city_of(whole, setting) if whole.spans else None
    return Location("city", city.country) if city else None


def _located_feature(place: NamedPlace, kind: PlaceType, setting: Setting) -> Location:
    """Return where a site, a water or a landform lies."""
    country, sure = _country_of_feature(place, kind, setting)
    return Location(kind, country, sure=sure)


def _known(place: NamedPlace) -> tuple[str, str | None] | None:
    """Return what the tables say of a place, also where a word for its kind follows the name (`Hindu Kush mountains`)."""
    if found := next((found for form in place.forms if (found := known_places().get(name_key(form)))), None):
        return found
    shorter = [name for name, _, last in (form.rpartition(" ") for form in place.forms) if last.islower() or last == "Airport"]
    found = next((found for key in [*map(name_key, shorter), place.key] if (found := known_places().get(key))), None)
    return found if found and kind_by_heads(place.forms) in (None, found[0]) else None  # not "Blue Nile state"


def _numbered(place: NamedPlace) -> PlaceType | None:
    """Return that a town with a number is a constituency: `Rajshahi-3`."""
    name, _, number = place.forms[0].rpartition("-")
    return "region" if number.isdigit() and is_known_place(name) else None


def _with_next_word(place: NamedPlace) -> list[str]:
    """Return the mentions with the word that follows each, where it is a word for its kind in small letters (`Khost` | `province`)."""
    nexts = [(span.text, span.doc[span.end].text) for span in place.spans if span.end < len(span.doc)]
    kinds = heads_of_kind("region") | heads_of_kind("city") | heads_of_kind("other") | heads_of_kind("country")
    if not any(city.weight >= LARGE_CITY for city in cities_of(place.forms)):  # "Bellavista prison", but not "Tripoli port"
        kinds = kinds.union(*(place_words("nouns", kind) & heads_of_kind(kind) for kind in _FEATURES))
    return [f"{text} {word}" for text, word in nexts if word.islower() and word in kinds]


def _country_of_known(place: NamedPlace, code: str | None, weights: Counter[str]) -> str | None:
    """Return the country of a place of the tables; a name that many countries have (`the East Coast`) lies in the article's."""
    return code if not has_common_name(place) or (code and weights[code]) else main_country(weights)


def _located_country(place: NamedPlace, setting: Setting) -> Location:
    weights = setting.weights
    others = weights["GE"] - 2 * len(place.spans)
    american = (weights["US"] and weights["US"] > others) or setting.kind(place) == "region" or setting.is_state(place)
    if place.code == "GE" and american:
        return Location("region", "US")
    if setting.kind(place) == "city" and (towns := [city for city in cities_of(place.forms) if weights[city.country]]):
        return Location("city", towns[0].country, towns[0])  # "the city of Liberia", in Costa Rica
    if place.code in load("places/places.toml")["city_countries"]["codes"]:
        return Location("city", place.code, next((city for city in cities_of(place.forms) if city.country == place.code), None))
    return Location("country", place.code)


def _countries_of_towns_in(words: Sequence[str], setting: Setting) -> set[str]:
    """Return the countries of cities in a site's name: large ones (`Seoul Arts Center`), or of the article's countries (`Haifa Port`)."""
    runs = [words[at : at + size] for size in (1, 2) for at in range(len(words) - size)]
    found = [cities for run in runs if run[0][:1].isupper() and (cities := find_cities(" ".join(run)))]
    large = {cities[0].country for cities in found if is_sure(cities, LARGE_CITY if _is_capital(cities[0]) else METROPOLIS, 3)}
    return large or {cities[0].country for cities in found if is_sure(cities, LARGE_CITY, 3) and setting.weights[cities[0].country]}


def _is_capital(city: City) -> bool:
    return name_key(city.name) == capital_of(city.country)


def _country_of_feature(place: NamedPlace, kind: PlaceType, setting: Setting) -> tuple[str | None, bool]:
    """Return the country of a site or water without an entry, and whether it is sure; seas lie in none."""
    whole = setting.whole(place)
    if whole:
        return whole.country, True
    words = [word for form in place.forms for word in form.split()]
    if kind == "water" and not place_words("words", "seas").isdisjoint(words):
        return None, True
    inside = {code for word in words if (code := code_of_country(word) or code_of_demonym(word))}
    if not place_words("words", "abroad").isdisjoint(words):  # "the Israeli Embassy" lies in another country, "Nigeria Street" may
        country = setting.country(place)
        return (None if country in inside else country), False
    if not inside and kind == "facility":
        inside = _countries_of_towns_in(words, setting)
    if not inside and kind in ("facility", "other"):  # "Arusha Bypass Road", where the article names Tanzania
        named = [word for word in words[:2] if word.istitle() and len(word) > 3 and not is_common(word)]
        regions = [codes for word in named if (codes := subdivisions().get(name_key(word)))]
        american = any(name_key(word) in states() for word in named)  # "Texas Capitol"
        inside = {codes[0] for codes in regions if len(codes) == 1 and (setting.weights[codes[0]] or american)}
    return (min(inside), True) if len(inside) == 1 else (setting.country(place), False)
