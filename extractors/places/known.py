"""The places, regions and peoples that the tables name, and the words of places.toml."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..knowledge import load, split_list, word_set
from .countries import code_of_country
from .gazetteer import find_cities, name_key


def place_words(*path: str) -> frozenset[str]:
    """Return a list of places.toml: `place_words("heads", "water")`."""
    return word_set("places/places.toml", *path)


@cache
def known_places() -> dict[str, tuple[str, str | None]]:
    """Return the type and the country code (None: of several countries) of the places that the tables name, by the key of their name."""
    table = load("places/places.toml")
    found: dict[str, tuple[str, str | None]] = {}
    for kind, names in table["landmarks"].items():
        found |= {name_key(entry[:-3]): (kind, entry[-2:]) for entry in split_list(names)}
    for kind, names in table["several"].items():
        found |= {name_key(name): (kind, None) for name in split_list(names)}
    return found


@cache
def subdivisions() -> dict[str, tuple[str, ...]]:
    """Return the countries that have a state or province of a name, by the key of the name."""
    table = load("places/places.toml")
    found: dict[str, dict[str, None]] = {}  # "Junin" and "Junín" are one
    for code, names in table["subdivisions"].items():
        for name in split_list(names):
            found.setdefault(name_key(name), {})[code] = None
    for key, state in states().items():
        found.setdefault(key, {})[state.country] = None
    return {key: tuple(codes) for key, codes in found.items()}


class State(NamedTuple):
    """A state or province that the press abbreviates: its ISO 3166-1 and 3166-2 codes, the code that GeoNames has for it, its name."""

    country: str
    iso: str
    admin1: str
    name: str


@cache
def states() -> dict[str, State]:
    """Return the states by the keys of their names and short forms: `ont` and `ontario`."""
    found: dict[str, State] = {}
    for iso, entry in load("places/places.toml")["states"].items():
        admin1, name, *short = split_list(entry)
        found |= {name_key(form): State(iso[:2], iso, admin1, name) for form in (name, *short)}
    return found


@cache
def postal_states() -> dict[str, State]:
    """Return the states by their postal codes (`IN`), without those that two countries have (`WA`)."""
    found: dict[str, list[State]] = {}
    for state in dict.fromkeys(states().values()):
        found.setdefault(state.iso[3:], []).append(state)
    return {code: same[0] for code, same in found.items() if len(same) == 1}


def name_of_state(key: str) -> str:
    """Return the name of the state or province with the short form `key` (`ont`: Ontario), `key` itself where it is none."""
    state = states().get(name_key(key))
    return state.name if state else key


@cache
def regional_demonyms() -> dict[str, str]:
    """Return the regions by the adjectives for their people: `Scottish`: Scotland."""
    return {word: region for region, words in load("places/places.toml")["regional_demonyms"].items() for word in split_list(words)}


def is_common(name: str) -> bool:
    """Say whether regions of several countries are called `name`, though the tables know one."""
    return name_key(name) in _common_names()


@cache
def _common_names() -> frozenset[str]:
    return frozenset(name_key(name) for name in place_words("words", "common"))


def is_known_place(text: str) -> bool:
    """Say whether a table or GeoNames has a place called `text`."""
    return is_in_tables(text) or bool(find_cities(text))


def is_in_tables(text: str) -> bool:
    """Say whether a table has a country, a region or another place called `text`."""
    key = name_key(text)
    return bool(code_of_country(text)) or key in known_places() or key in subdivisions()
