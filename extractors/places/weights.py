"""How much an article speaks of each country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Span

from ..names.words import heads_line
from .countries import code_of_country, code_of_demonym
from .gazetteer import FAR_LARGER, LARGE_CITY, METROPOLIS, OUTWEIGHS, TOWN, WORLD_CITY, capital_of, find_cities, is_sure
from .groups import NamedPlace, certain_country, cities_of
from .kinds import kind_by_heads
from .known import known_places


def country_weights(groups: Sequence[NamedPlace], entities: Sequence[Span], *, located: bool) -> Counter[str]:
    """Return how much the article speaks of each country: by its name, people, regions and cities, and in names of organisations.

    `located` says whether it puts a town into a state or country (`Ithaca, New York`).
    """
    weights: Counter[str] = Counter()
    for place in groups:
        if code := certain_country(place):
            weights[code] += 2 * len(place.spans) if place.code else len(place.spans)
    for span in entities:
        if span.label_ == "NORP":
            weights.update(code for code in [code_of_demonym(span.text)] if code)
        elif span.label_ in ("ORG", "MISC"):
            weights.update({code: 1 for token in span if (code := code_of_demonym(token.text) or code_of_country(token.text))})
    weights.update(code for place in groups for span in place.spans[:1] for code in [_country_of_dateline(span)] if code)
    unnamed = [place for place in groups if place.key not in known_places() and not place.code and not kind_by_heads(place.forms)]
    # Where no country is named, large cities tell of theirs, each: "Santiago" alone is the one in Chile, "from Geneva to New York" two.
    large = (WORLD_CITY, OUTWEIGHS) if weights or located else (LARGE_CITY, FAR_LARGER)
    for population, times in (large, (METROPOLIS, 3)):
        for place in unnamed:
            cities = cities_of(place.forms)
            capital = cities and place.key == capital_of(cities[0].country)
            if cities and is_sure(cities, LARGE_CITY if capital else population, times):
                weights[cities[0].country] += len(place.spans)
        if weights:
            break
    return weights or _country_weights_of_bodies(entities)


def _country_weights_of_bodies(entities: Sequence[Span]) -> Counter[str]:
    """Return the countries of the cities in the names of organisations, for an article that names no other: `Christchurch City Council`."""
    weights: Counter[str] = Counter()
    for span in entities:
        cities = find_cities(span[0].text) if span.label_ == "ORG" and len(span) > 1 else ()
        if cities and is_sure(cities, LARGE_CITY, FAR_LARGER):
            weights[cities[0].country] += 1
    return weights


def _country_of_dateline(span: Span) -> str | None:
    """Return the country of the city at the head of a dateline: `KLANG: The council`, `Cape Town - Police`."""
    doc = span.doc
    if not heads_line(span) or span.end >= len(doc) or doc[span.end].text[:1] not in "/(-–—:":
        return None
    cities = find_cities(span.text)
    return cities[0].country if cities and is_sure(cities, TOWN, 3) else None
