"""Currencies: symbols, codes and names, and which country's an article means."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from spacy.tokens import Doc

from ..countries import code_of_country, code_of_demonym
from ..knowledge import load


@cache
def _payers() -> dict[str, frozenset[str]]:
    """Return each ISO 4217 code in use with the ISO 3166-1 codes of the countries that pay in it, from CLDR."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    payers: dict[str, set[str]] = {}
    for territory in map(str, Locale("en").territories):
        if len(territory) == 2 and territory.isalpha():
            for currency in get_territory_currencies(territory):
                payers.setdefault(str(currency), set()).add(territory)
    return {currency: frozenset(countries) for currency, countries in payers.items()}


def country_counts(doc: Doc) -> Counter[str]:
    """Return how often the article's names speak of each country."""
    counts: Counter[str] = Counter()
    for ent in doc.ents:
        for name in ent.text.split(", "):
            code = code_of_country(name) or code_of_demonym(name)
            if code:
                counts[code] += 1
    return counts


def choose(candidates: list[str], counts: Counter[str]) -> str | None:
    """Return the candidate that the article means: the one of the country it names most, else the first, None where that is empty."""
    best, most = candidates[0], 0
    if len(candidates) > 1:
        for currency in candidates:
            named = sum(counts[c] for c in _payers().get(currency, ()))
            if named > most:
                best, most = currency, named
    return best or None


def is_code(word: str) -> bool:
    """Say whether `word` is the ISO 4217 code of a currency in use."""
    return word in _payers()


def of_symbol(symbol: str, counts: Counter[str]) -> str | None:
    """Return the currency of a symbol or code before a number."""
    table = load("figures/currencies.toml")
    shared = table["symbols_by_country"].get(symbol)
    found: str | None = choose(shared, counts) if shared else table["symbols"].get(symbol)
    return found or (symbol if is_code(symbol) else None)


def of_name(name: str, adjective: str, counts: Counter[str]) -> str | None:
    """Return the currency of a name behind a number: `pesos`, with the adjective before it (`Mexican`, `Hong Kong`, `US`) or none."""
    word = _singular(name.lower())
    table = load("figures/currencies.toml")["names"]
    country = (code_of_demonym(adjective) or code_of_country(adjective)) if adjective else None
    if country:
        from babel.numbers import get_territory_currencies

        current = get_territory_currencies(country)
        return str(current[0]) if current else None
    return choose(table[word], counts) if word in table else None


def of_cents(name: str, counts: Counter[str]) -> str | None:
    """Return the currency whose hundredth `name` is."""
    table = load("figures/currencies.toml")["cents"]
    return choose(table[_singular(name.lower())], counts)


def _singular(word: str) -> str:
    table = load("figures/currencies.toml")
    known = table["names"] | table["cents"]
    if word in known or not word.endswith("s"):
        return word
    return word[:-2] if word.endswith("es") and word[:-2] in known else word[:-1]


@cache
def names() -> frozenset[str]:
    """Return the names of currencies and of their hundredths, singular, in lower case."""
    table = load("figures/currencies.toml")
    return frozenset([*table["names"], *table["cents"]])


@cache
def symbol_pattern() -> str:
    """Return the pattern of a currency symbol or code before a number, with the space between where one may stand."""
    symbols = load("figures/currencies.toml")["symbols"]
    letters = [s for s in symbols if len(s) == 1 and s.isalpha()]
    others = [s for s in symbols if s not in letters]
    signs = "|".join(sorted(map(re.escape, others), key=len, reverse=True))
    return rf"(?<![A-Za-z$€£])(?:(?P<symbol>{signs}|[A-Z]{{3}})\s?|(?P<letter>[{''.join(letters)}]))"


@cache
def name_pattern() -> str:
    """Return the pattern of a currency's name behind a number."""
    table = load("figures/currencies.toml")
    names = sorted((w.replace(" ", r"\s") for w in [*table["names"], *table["cents"]]), key=len, reverse=True)
    adjective = r"(?P<adjective>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)\s"
    return rf"[\s-](?:{adjective})?(?P<name>(?i:{'|'.join(names)})(?:e?s)?)\b|\s?(?P<code>[A-Z]{{3}})\b"
