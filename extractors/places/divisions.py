"""Countries and their first-level divisions: ISO codes, GeoNames ids, points (`divisions.tsv`, which tools/divisions.py draws)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from .gazetteer import City, name_key
from .known import place_words


class Division(NamedTuple):
    """A country or a first-level division of one, as GeoNames has it. The point is in WGS 84 degrees, None where there is none."""

    code: str  # ISO 3166-1 of a country, ISO 3166-2 of a division; empty where ISO has none
    geonames_code: str  # `CA.08`, empty for a country
    geonames_id: int
    latitude: float | None
    longitude: float | None
    name: str
    other_names: tuple[str, ...]

    @property
    def country(self) -> str:
        """The ISO 3166-1 alpha-2 code of its country."""
        return (self.geonames_code or self.code)[:2]


def country_entry(code: str) -> Division | None:
    """Return the entry of the country with an ISO 3166-1 alpha-2 code."""
    return next((row for row in _rows(code) if not row.geonames_code), None)


def division_of(city: City) -> Division | None:
    """Return the first-level division in which a city of GeoNames lies."""
    code = f"{city.country}.{city.admin1}"
    return next((row for row in _rows(city.country) if row.geonames_code == code), None)


def division_called(country: str | None, names: Iterable[str]) -> Division | None:
    """Return the division of a country that one of `names` names, with a word for its kind or without (`Ontario`, `Abia State`)."""
    return next((found for name in names if (found := _by_name(country or "").get(_key(name)))), None)


def _key(name: str) -> str:
    """Return a name without the words for its kind: `State of California`, `Nakhon Ratchasima Province`."""
    words = name_key(name).split()
    kinds = _kinds()
    if len(words) > 2 and words[1] == "of" and words[0] in kinds:
        words = words[2:]
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in kinds else words)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(word.lower() for word in place_words("heads", "region"))


@cache
def _lines() -> dict[str, list[str]]:
    """Return the lines of each country: an article names few countries, and five thousand entries of all take a while to make."""
    lines: dict[str, list[str]] = {}
    for line in files(__package__).joinpath("divisions.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, geonames_code, _ = line.split("\t", 2)
            lines.setdefault((geonames_code or code)[:2], []).append(line)
    return lines


@cache
def _rows(country: str) -> tuple[Division, ...]:
    """Return the entries of a country and its divisions."""
    return tuple(_division(line.split("\t")) for line in _lines().get(country, ()))


def _division(row: list[str]) -> Division:
    code, geonames_code, geonames_id, latitude, longitude, name, others = row
    north, east = (float(latitude), float(longitude)) if latitude else (None, None)
    return Division(code, geonames_code, int(geonames_id), north, east, name, tuple(filter(None, others.split("|"))))


@cache
def _by_name(country: str) -> dict[str, Division]:
    """Return the divisions of a country by name; a name of CLDR goes before another division's by-name."""
    divisions = [row for row in _rows(country) if row.geonames_code]
    named = {_key(name): row for row in divisions for name in row.other_names}
    return named | {_key(row.name): row for row in divisions}
