"""Names of countries and of their people, as newspapers write them, and their ISO 3166-1 alpha-2 codes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from ..knowledge import load

_OFFICIAL = re.compile(
    r"(?:(?:hashemite|islamic|arab|federal|democratic|socialist|people's|co-operative|cooperative|plurinational|bolivarian|oriental) ){0,3}"
    r"(?:kingdom|republic|sultanate|state|principality|federation) of (?:the )?(.+)"
)  # "the Hashemite Kingdom of Jordan"
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


@lru_cache(maxsize=8192)
def code_of_country(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that `name` names, in any form usual in the news (XK for Kosovo).

    An article before the name, accents and the kind of apostrophe don't matter; capital letters do in abbreviations (`us` is a pronoun).
    """
    key = _key(name)
    code = _names().get(key)
    if code is None and key != "state of mexico" and (official := _OFFICIAL.fullmatch(key)):  # one of Mexico's states
        code = _names().get(official[1])
    return code if code and (name[:1].isupper() or " " in name) and not (key in _abbreviations() and not name.isupper()) else None


@lru_cache(maxsize=1 << 14)
def code_of_demonym(word: str) -> str | None:
    """Return the code of the country whose adjective or people `word` is (`Emirati`, `Poles`, `South Korean`)."""
    if not word[:1].isupper():
        return None
    key = _key(word)
    return _demonyms().get(key) or (_demonyms().get(key[:-1]) if key.endswith("s") else None)


def country_name(code: str) -> str:
    """Return the English name that newspapers use for the country with the ISO 3166-1 alpha-2 code `code`.

    Raises:
        KeyError: no country has this code.
    """
    name: str = load("places/countries.toml")["name"][code]
    return name


def _key(name: str) -> str:
    """Return `name` without article, accents, points of abbreviations and differences of case."""
    letters = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    plain = " ".join("".join(c for c in letters if c != "." and not unicodedata.combining(c)).casefold().split())
    plain = "st " + plain.removeprefix("saint ") if plain.startswith("saint ") else plain
    return plain.removeprefix("the ").replace(" & ", " and ")


@cache
def _names() -> dict[str, str]:
    table = load("places/countries.toml")
    forms = {_key(form): code for code, words in table["forms"].items() for form in words}
    return forms | {_key(name): code for code, name in table["name"].items()}


@cache
def _abbreviations() -> frozenset[str]:
    """Keys of the forms in capital letters alone (`US`, `U.K.`, `CAR`), which are other words in small ones."""
    return frozenset(_key(form) for words in load("places/countries.toml")["forms"].values() for form in words if form.isupper())


@cache
def _demonyms() -> dict[str, str]:
    return {_key(word): code for code, words in load("places/countries.toml")["demonyms"].items() for word in words}
