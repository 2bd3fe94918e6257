"""Currencies: symbols, codes and names, and which country's an article means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Span

from ...habits import Habits
from ...knowledge import any_of, load, word_set
from ...models import Place
from ...places.countries import code_of_country, code_of_demonym
from ...places.gazetteer import find_cities, is_sure
from .numbers import ABOUT


@dataclass(frozen=True)
class Context:
    """What tells whose dollars, pesos and pounds an article means: how often it speaks of each country, and its house's habits."""

    counts: Counter[str] = field(default_factory=Counter)
    habits: Habits = field(default_factory=Habits)


@cache
def _payers() -> dict[str, frozenset[str]]:
    """Return each ISO 4217 code in use with the ISO 3166-1 codes of the countries that pay in it, from CLDR."""
    from babel.core import get_global
    from babel.numbers import get_territory_currencies

    payers: dict[str, set[str]] = {}
    for territory in map(str, get_global("territory_currencies")):
        if len(territory) == 2 and territory.isalpha():
            for currency in get_territory_currencies(territory):
                payers.setdefault(str(currency), set()).add(territory)
    return {currency: frozenset(countries) for currency, countries in payers.items()}


def country_counts(doc: Doc, places: Sequence[Place] = ()) -> Counter[str]:
    """Return how often the article speaks of each country: by its name, a demonym, one of `places` within it, or in a body's name.

    Names of American bodies stand in the news of all countries and tell nothing.
    """
    counts: Counter[str] = Counter()
    for ent in doc.ents:
        if ent.label_ == "ORG" and (seat := _seat(ent)) not in (None, "US"):
            counts[str(seat)] += 1
        for name in ent.text.split(", "):
            code = code_of_country(name) or code_of_demonym(name)
            if code:
                counts[code] += 1
    for place in places:
        if place.country and place.type in ("city", "region"):
            counts[place.country] += len(place.mentions)
    return counts


_LARGE_CITY = 200_000  # inhabitants
_TIMES = 4  # as large as the next city of its name


def _seat(body: Span) -> str | None:
    """Return the country that a body's name begins with, or that of the city: `Christchurch City Council`, `New Zealand Police`."""
    for length in (3, 2, 1):
        name = body[:length].text
        code = code_of_country(name) or code_of_demonym(name)
        cities = find_cities(name) if length < len(body) and not code and name[:1].isupper() else ()
        if code or (cities and is_sure(cities, _LARGE_CITY, _TIMES)):
            return code or cities[0].country
    return None


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
    return word in word_set("figures/amounts/currencies.toml", "codes")


def of_code(word: str) -> str | None:
    """Return the currency of an ISO 4217 code, which an M for millions may precede: `120 MSEK`."""
    code = word[1:] if len(word) == 4 and word[0] == "M" else word
    return code if is_code(code) else None


def listed(key: str) -> frozenset[str]:
    """Return the words of one of the `[lists]` of currencies.toml."""
    return word_set("figures/amounts/currencies.toml", "lists", key)


def code_scale(word: str) -> int:
    """Return the factor that a code before or behind a number holds: a million for `MSEK`, 1 for all others."""
    return 10**6 if len(word) == 4 and word[0] == "M" and of_code(word) else 1


def may_own(adjective: str, name: str) -> bool:
    """Say whether `adjective`, where it is in lower case, makes a currency of `name`: `us dollars`, not `silver dollars`."""
    known = f"{adjective} {_singular(name.lower())}" in load("figures/amounts/currencies.toml")["qualified"]
    return adjective[0].isupper() or known or code_of_demonym(adjective.title()) is not None


def of_symbol(symbol: str, context: Context, *, behind: bool = False) -> str | None:
    """Return the currency of a symbol or code before a number, or of a sign `behind` it: `500 €`."""
    table = load("figures/amounts/currencies.toml")
    shared = table["symbols_by_country"].get(symbol)
    found: str | None = choose(shared, context.counts) if shared else table["symbols"].get(symbol)
    found = table["symbols_behind"][symbol] if behind else found
    return context.habits.currency_of(symbol) or found or of_code(symbol)


def of_spelled(code: str) -> str | None:
    """Return the currency of letters before a dollar sign: `USD$5`, `nz$5`."""
    symbol: str | None = load("figures/amounts/currencies.toml")["symbols"].get(f"{code.upper()}$")
    return code.upper() if is_code(code.upper()) else symbol


def of_name(name: str, adjective: str, context: Context) -> str | None:
    """Return the currency of a name behind a number: `pesos`, with the adjective before it (`Mexican`, `Hong Kong`, `US`) or none."""
    word = _singular(name.lower())
    source = load("figures/amounts/currencies.toml")
    candidates: list[str] = source["names"].get(word, [])
    if not adjective:
        return context.habits.currency_of(word) or (choose(candidates, context.counts) if candidates else None)
    phrase = f"{adjective.lower()} {word}"  # `CFA francs` are a name by itself
    qualified: str | None = source["qualified"].get(phrase) or (
        choose(source["names"][phrase], context.counts) if phrase in source["names"] else None
    )
    country = code_of_demonym(adjective) or code_of_country(adjective) or code_of_demonym(adjective.title())
    if qualified or country:
        return qualified or _of_country(word, str(country), candidates)
    return candidates[0] if len(candidates) == 1 and word not in source["shared"]["names"] else None  # not `Zedland dollars`


def _of_country(word: str, country: str, candidates: list[str]) -> str | None:
    """Return the currency called `word` that a country pays in: Namibia pays in rands too, but `Namibian dollars` are its own."""
    from babel.numbers import get_currency_name, get_territory_currencies

    current = [str(c) for c in get_territory_currencies(country)]
    named = [c for c in current if word in get_currency_name(c, locale="en").casefold().split()]
    return next(iter(named or [c for c in current if c in candidates]), None)


def dollar_of(text: str, context: Context) -> str:
    """Return the currency of `$` alone: the house's, else the US dollar, unless the article plainly speaks of another country with dollars.

    That country is named at least twice and twice as often as any other, and either the article writes `US$` where it means those, or
    names neither the United States nor other dollars.
    """
    if (own := context.habits.currency_of("$")) is not None:
        return own
    dollars: dict[str, str] = load("figures/amounts/currencies.toml")["dollars"]
    counts = context.counts
    ranked = sorted(((n, c) for c, n in counts.items() if c != "US"), reverse=True)
    if not ranked or ranked[0][0] < 2 or ranked[0][1] not in dollars or (len(ranked) > 1 and 2 * ranked[1][0] > ranked[0][0]):
        return "USD"
    american = bool(re.search(r"(?<![A-Za-z])U\.?S\.?\s?\$|\bUSD\b", text))
    local = bool(re.search(r"(?<![A-Za-z])(?!US?\$)[A-Z]{1,2}\$|\b(?!US\b)[A-Z]\w+ dollars?\b", text))
    return dollars[ranked[0][1]] if not local and (american or not counts["US"]) else "USD"


def is_hundredth(name: str) -> bool:
    """Say whether `name` is that of a hundredth of a currency, in singular or plural."""
    return _singular(name.lower()) in load("figures/amounts/currencies.toml")["cents"]


def of_hundredth(name: str, adjective: str, context: Context, paid: Counter[str]) -> str | None:
    """Return the currency whose hundredth `name` is: the adjective's, or the one the article is `paid` in most, else the usual one."""
    candidates: list[str] = load("figures/amounts/currencies.toml")["cents"][_singular(name.lower())]
    country = (code_of_demonym(adjective) or code_of_country(adjective)) if adjective else None
    named = load("figures/amounts/currencies.toml")["names"].get(adjective.lower(), ())  # "euro cents"
    if country or named:
        return next((c for c in candidates if c and (country in _payers().get(c, ()) or c in named)), None)
    used = max((c for c in candidates if paid[c]), key=lambda c: paid[c], default=None)
    used = used or next((code for _, code in context.habits.currency if code in candidates), None)
    return used or (candidates[0] if len(candidates) == 1 or _singular(name.lower()) == "cent" else choose(candidates, context.counts))


_MOVED = re.compile(rf"\bfrom\s{ABOUT}(?P<first>[\d,]+\spounds)\sto\s{ABOUT}$")


@cache
def _weighing() -> tuple[re.Pattern[str], ...]:
    """Return what says of pounds that they are weighed, before and behind them, and what says so of few pounds alone, before them."""
    words = {key: "|".join(listed) for key, listed in load("figures/amounts/currencies.toml")["pounds"].items()}
    before = (
        rf"\b(?:{words['weighing']})\b[^.\n\d]{{0,60}}$",
        rf"(?:\d|million|billion)\)?[\s-](?:{words['masses']})\s\({ABOUT}$",
        rf"\b(?:{words['masses']})\s(?:is|are|equals?|makes?)\b[^.;\n\d]{{0,60}}$",
        rf"\b(?:{words['heavy']})(?:,?\s(?:who|which|that))?,?\s(?:{words['being']})\b[^.;,\n\d]{{0,60}}$",  # "the baby was eight pounds"
        r"\b(?:feet|foot|ft|inch(?:es)?|cm)(?:-\d{1,2})?,?\s(?:and\s)?$",  # "6-foot-3, 225 pounds"
    )
    with_ounces = r",?\s(?:and\s)?(?=\w+\s(?:ounces?|oz)\b)"
    behind = rf"(?:(?:\s\(|,\sor\s){ABOUT}|{with_ounces})\w[\d.,]*[\s-]?(?:million |billion )?(?:{words['masses']})\b"
    few = rf"\b(?:{words['slimming']})\s{ABOUT}(?:from )?$"
    return tuple(re.compile(pattern) for pattern in ("|".join(before), behind, few))


def is_weight(text: str, start: int, end: int, context: Context) -> bool:
    """Say whether the pounds at `start` to `end` are weighed and not paid.

    `80 pounds (36 kilograms)`, `weighs 80 pounds`, `500 pounds of cocaine`, `a 180-pound suspect`; and pounds in an article about the
    United States that names no country which pays in pounds.
    """
    table: dict[str, list[str]] = load("figures/amounts/currencies.toml")["pounds"]
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    weighed, in_kilos, slimmed = _weighing()
    if not text[start:end].lower().endswith(("pound", "pounds")):
        return False
    if (moved := _MOVED.search(text, max(0, start - 40), start)) and is_weight(text, moved.start("first"), moved.end("first"), context):
        return True
    if weighed.search(before) or in_kilos.match(after):
        return True
    of = re.match(r"\sof\s((?:[\w-]+\s?){1,3})", after)
    if of:
        return not set(of[1].lower().split()) & set(table["paid_for"])
    few = slimmed.search(before) and re.match(r"\d{1,3}[\s-]pounds?$", text[start:end]) and "£" not in text
    if few or _HALF.match(text, start, end):
        return True
    payers = {country for currency in load("figures/amounts/currencies.toml")["names"]["pound"] for country in _payers().get(currency, ())}
    paid = context.habits.currency_of("pound") is not None or any(context.counts[c] for c in payers)
    described = _DESCRIBED.match(text, start)
    if described and described.end("figure") == end:
        nouns = set(described["nouns"].split())
        if nouns & set(table["heavy"]) or not (paid or "£" in text or nouns & set(table["priced"])):
            return True
    return context.counts["US"] > 0 and not paid


_HALF = re.compile(r"(?i:(?:a\s|three[\s-])?(?:half|quarters?)\s(?:of\s)?an?\spound)\b")  # "hailstones of half a pound"
_DESCRIBED = re.compile(r"(?P<figure>[\w.,]+-pounds?)\s(?P<nouns>[a-z]+(?:\s[a-z]+)?)")  # "a 60-pound pack", not "a 60-pound fine"


def _singular(word: str) -> str:
    table = load("figures/amounts/currencies.toml")
    known = table["names"] | table["cents"]
    if word in known or not word.endswith("s"):
        return word
    return word[:-2] if word.endswith("es") and word[:-2] in known else word[:-1]


@cache
def names() -> frozenset[str]:
    """Return the names of currencies and of their hundredths, singular, in lower case."""
    table = load("figures/amounts/currencies.toml")
    return frozenset([*table["names"], *table["cents"]])


@cache
def symbol_pattern() -> str:
    """Return the pattern of a currency symbol or code before a number, with the space between where one may stand."""
    symbols = load("figures/amounts/currencies.toml")["symbols"]
    letters = [s for s in symbols if len(s) == 1 and s.isalpha()]
    signs = any_of(s for s in symbols if s not in letters)
    # `us$5`, `USD$5`: the code of a dollar, or its letters in lower case, before the sign
    spelled = r"[A-Z]{3}(?=\$)|(?:us|hk|nz|nt|au|ca|c|usd|aud|cad|nzd|mxn|hkd|sgd)(?=\s?\$)"
    apart = r"(?:\s(?=\d{1,3}(?:[ ,\u00a0\u202f]\d{3}|[.,]\d)|\d{1,3}\s?(?:[mb]|tr)))?"  # `R 4 500,00`
    letter = rf"(?P<letter>[{''.join(letters)}]){apart}"
    return rf"(?<![A-Za-z$€£])(?:(?:(?P<spelled>{spelled})\s?\$|(?P<symbol>{signs}|M?[A-Z]{{3}}))\s?|{letter})"


@cache
def name_pattern() -> str:
    """Return the pattern of a currency's name behind a number."""
    table = load("figures/amounts/currencies.toml")
    name = any_of(names()).replace(r"\ ", r"\s")
    whole = any_of(name for name in names() if " " in name).replace(r"\ ", r"\s")  # `pounds sterling`: no adjective
    adjective = rf"(?!(?i:{whole})\b)" r"(?P<adjective>[A-Z][\w.-]+(?:\s(?:&\s|and\s)?[A-Z][\w.]+){0,2}|[a-z]{2,12})(?:\s|(?<=US)-)"
    signs = "|".join(map(re.escape, table["symbols_behind"]))
    sign = rf"\s?(?P<sign>{signs})(?![\w$€£]|\s?\d)"
    return rf"[\s-](?:{adjective})?(?P<name>(?i:{name})(?:e?s)?)\b|\s?(?P<code>M?[A-Z]{{3}})\b|{sign}"
