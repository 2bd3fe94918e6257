"""Places: what the names of countries, regions, cities, waters, landforms and sites in an article stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from ..article import Article
from ..models import Place
from ..names.lists import enumerations
from ..names.words import PLACE_LABELS, heads_line
from ..offices.country import Mentions, whose_news
from ..spans import mention, text_of
from .candidates import is_common_word, is_place
from .divisions import Division, country_entry
from .gazetteer import TOWN, City, name_key
from .groups import NamedPlace, Whole, certain_country, cities_of, grouped, in_their_countries
from .inside import with_country_of_whole
from .kinds import described_kinds
from .known import State, is_known_place, known_places, place_words, states
from .locating import Location, locate
from .setting import Setting, main_country
from .weights import country_weights
from .wholes import SHARED_STATES, find_wholes, states_behind_towns, states_of_towns

SURELY_HOME = 0.6  # how likely an article must be a country's news for what nothing locates to lie there


def find_places(doc: Doc, article: Article, names: Sequence[Span]) -> list[Place]:
    """Return the places in the article, in the order of their first mention.

    `country` is ISO 3166-1 alpha-2, None for places in no country or in several, and where the article doesn't tell. Coordinates are WGS 84
    degrees, for cities, countries and their first-level divisions.

    Args:
        doc: what the pipeline made of the article's text.
        article: the article itself.
        names: the names in it (`newsfacts.names.find_names`).
    """
    named = _named_places(names)
    setting = _setting(doc, named, names)
    parts = (part for place in named for part in in_their_countries(place, setting.wholes))
    located = [(place, locate(place, setting)) for place in sorted(parts, key=lambda place: place.spans[0].start)]
    shown = _shown(doc, located, setting)
    locations = with_country_of_whole(doc, *zip(*shown, strict=True)) if shown else []
    text = text_of(doc)
    numbered = enumerate(zip(shown, locations, strict=True), start=1)
    places = [_place(text, f"l{number}", place, location) for number, ((place, _), location) in numbered]
    return _at_home(doc, places, locations)


def _at_home(doc: Doc, places: list[Place], locations: Sequence[Location]) -> list[Place]:
    """Return the places, those that nothing puts anywhere in the country whose news the article is (`Jubilee Park`)."""
    country, chance = whose_news(Mentions.of_article(doc, places))
    if chance < SURELY_HOME:
        return places
    return [
        place if location.sure or place.country else place.model_copy(update={"country": country})
        for place, location in zip(places, locations, strict=True)
    ]


def _named_places(names: Sequence[Span]) -> list[NamedPlace]:
    """Return the names that can be those of places, all mentions of one name together."""
    named = grouped(span for span in names if span.label_ in PLACE_LABELS and is_place(span))
    return [place for place in named if not all(map(is_common_word, place.spans))]


def _setting(doc: Doc, named: Sequence[NamedPlace], names: Sequence[Span]) -> Setting:
    """Return what the article shows of where it is."""
    spans = [span for place in named for span in place.spans]
    wholes = find_wholes(doc, named)
    weights = country_weights(named, names, located=bool(wholes))
    if Whole("GA", "US") in wholes.values() or _means_the_american_georgia(named, weights):
        weights["US"] += weights.pop("GE", 0)
    return Setting(
        weights=weights,
        wholes=wholes,
        kinds=described_kinds(doc, spans),
        regions=states_of_towns(doc, spans, wholes),
        certain=tuple(sorted((span.start, code) for place in named if (code := certain_country(place)) for span in place.spans)),
        states=tuple(sorted([*_states_named(named), *states_behind_towns(wholes)])),
        cities=frozenset(key.removesuffix(" city") for place in named if (key := name_key(place.forms[0])).endswith(" city")),
    )


def _states_named(named: Sequence[NamedPlace]) -> list[tuple[int, State]]:
    return [(span.start, state) for place in named if (state := states().get(place.key)) for span in place.spans]


def _means_the_american_georgia(named: Sequence[NamedPlace], weights: Counter[str]) -> bool:
    """Say whether an article that names Georgia and no more of the country names another state or a town of the state (`Savannah`)."""
    mentions = sum(len(place.spans) for place in named if place.code == "GE")
    if not mentions or weights["GE"] > 2 * mentions:
        return False
    if any(state.country == "US" and place.key not in SHARED_STATES for place in named if (state := states().get(place.key))):
        return True
    behind = {span.doc[span.end].text for place in named if place.code == "GE" for span in place.spans if span.end < len(span.doc)}
    if not behind.isdisjoint(place_words("words", "american")):
        return True  # "a Georgia Democrat"
    return any(_is_in_the_american_georgia(cities_of(place.forms)) for place in named if not place.code)


def _is_in_the_american_georgia(cities: Sequence[City]) -> bool:
    """Say whether a name is a town's of the state: its best known bearer (`Augusta`), or a larger one beside others (`Athens`)."""
    usual = [city for city in cities if city.weight == city.population]
    inside = [city for city in usual if (city.country, city.admin1) == ("US", "GA")]
    return bool(inside) and (inside[0] is usual[0] or (cities[0].country == "US" and inside[0].weight >= TOWN))


def _shown(doc: Doc, located: Sequence[tuple[NamedPlace, Location]], setting: Setting) -> list[tuple[NamedPlace, Location]]:
    """Return `located` without the names that nothing shows to be a place's: no table, no country, no kind, no word before them.

    The recogniser takes sorts of mangoes, peoples and shops for towns. One name of an enumeration stands for all (`to X, Y and Z`).
    """
    spans = sorted((span for place, _ in located for span in place.spans), key=lambda span: span.start)
    shown = {span.start for run in enumerations(doc, spans) if any(map(_is_shown, run)) for span in run}
    kept = []
    at_home = main_country(setting.weights) is not None  # an article on one country names villages that no table has
    for place, location in located:
        unknown = location.kind == "city" and not location.city and not location.sure and not at_home
        alone = not setting.kind(place) and not setting.whole(place) and not any(span.start in shown for span in place.spans)
        known = place.key in known_places() or any(span.label_ == "FAC" for span in place.spans) or cities_of(place.forms)
        if not (unknown and alone) or known:
            kept.append((place, location))
    return kept


def _is_shown(span: Span) -> bool:
    """Say whether the word before a name shows that it is a place, or the name is in a table."""
    doc, at = span.doc, span.start - 1
    while at > 0 and (doc[at].lower_ in ("the", "a", "an") or doc[at].lower_ in place_words("words", "directions")):
        at -= 1
    return heads_line(span) or (at >= 0 and doc[at].lower_ in place_words("words", "leading")) or is_known_place(span.text)


def _place(text: str, identifier: str, place: NamedPlace, location: Location) -> Place:
    division, entry = location.division, _entry(place, location)
    return Place(
        id=identifier,
        name=place.name,
        type=location.kind,
        country=location.country,
        state=division.name if division else None,
        state_code=(division.code or None) if division else None,
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
        geonames_id=entry.geonames_id if entry else None,
        mentions=[mention(text, span.start_char, span.end_char) for span in place.spans],
    )


def _entry(place: NamedPlace, location: Location) -> City | Division | None:
    """Return the entry of GeoNames that a place is: a city's, a country's or that of a state or province."""
    if location.kind == "country":
        return country_entry(location.country) if location.country and place.code else None
    return location.division if location.is_division(place) else location.city
