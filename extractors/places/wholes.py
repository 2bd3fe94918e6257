"""The places that an article puts others into: `Mawa, Bangladesh`, `Al-Salam Palace in Jeddah`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span

from .gazetteer import TOWN, WORLD_CITY, find_town, name_key
from .groups import NamedPlace, Whole, certain_country, cities_of, has_common_name
from .known import State, known_places, place_words, states, subdivisions

# States of the USA whose names a country or a city bears too; a town of theirs before the name tells (`Savannah, Georgia`).
SHARED_STATES = {"GE": "GA", "washington": "WA", "new york": "NY"}


def find_wholes(doc: Doc, groups: Sequence[NamedPlace]) -> dict[int, Whole]:
    """Return the key and the country of the place that follows a mention as its whole, by the mention's start (`Mawa, Bangladesh`)."""
    mentions = sorted(((span, place) for place in groups for span in place.spans), key=lambda pair: pair[0].start)
    edges = frozenset(span.start for span, _ in mentions), frozenset(span.end for span, _ in mentions)
    found: dict[int, Whole] = {}
    for (span, place), (after, whole) in itertools.pairwise(mentions):
        between = doc[span.end : after.start]
        if not 0 < len(between) <= 3 or between[0].lower_ not in (",", "in", "(", "of") or "\n" in between.text:
            continue
        state = _state_of(place, whole)
        code = "US" if state else _code_of_whole(place, whole)
        listed = _is_listed(doc, span, after, edges)
        elsewhere = place.code or certain_country(place) not in (None, code)  # "West Bengal, East Timor"
        elsewhere = elsewhere or _is_city_elsewhere(place, code, TOWN if listed else WORLD_CITY)
        set_off = not state and between.text.strip() == "," and not listed
        if code and (not elsewhere or _is_town_of_state(place, whole) or (set_off and _is_unknown_town(place, whole))):
            found[span.start] = Whole(state or whole.key, code)
        elif set_off and whole.key in place_words("words", "as_their_city") and not elsewhere and _may_be_small(place):
            found[span.start] = Whole(whole.key, "US")  # "York, New York", which no table has, is no York of another state
    return found


def _is_listed(doc: Doc, span: Span, after: Span, edges: tuple[frozenset[int], frozenset[int]]) -> bool:
    """Say whether two mentions stand in a longer enumeration; `edges` are the first tokens of all mentions and those behind them."""
    starts, ends = edges
    before = doc[span.start - 1].lower_ if span.start else ""
    behind = [token.lower_ for token in doc[after.end : after.end + 2]]
    goes_on = behind[:1] == [","] and (after.end + 1 in starts or (behind[1:] in (["and"], ["or"]) and after.end + 2 in starts))
    return (before in (",", "and") and span.start - 1 in ends) or behind[:1] in (["and"], ["or"], ["&"]) or goes_on


def _is_unknown_town(place: NamedPlace, whole: NamedPlace) -> bool:
    """Say whether a country's name is a town's, though no table has it in the state behind it: `Peru, Vermont`, but not `Canada, Ontario`.

    So is one beside a city that stands behind it: `Jamaica, Queens`.
    """
    state = states().get(whole.key)
    if not place.code or whole.code:
        return False
    if state:
        return state.country != place.code
    around = cities_of(whole.forms)[:1]
    return any((city.country, city.admin1) == (near.country, near.admin1) for near in around for city in cities_of(place.forms))


def _may_be_small(place: NamedPlace) -> bool:
    """Say whether a name is that of no large city, which a comma may part from another one (`offices in London, New York, …`)."""
    cities = cities_of(place.forms)
    return not cities or cities[0].weight < WORLD_CITY


def _code_of_whole(place: NamedPlace, whole: NamedPlace) -> str | None:
    """Return the country of `whole`, a country or a region; one whose name many countries have only where a town of `names` lies in it."""
    code = whole.code or known_places().get(whole.key, ("", None))[1]
    region = next(iter(subdivisions().get(whole.key, ())), None)
    if code or region is None or not has_common_name(whole):
        return code or region
    return region if any(city.country == region for city in cities_of(place.forms)) else None


def _is_city_elsewhere(place: NamedPlace, code: str | None, population: int) -> bool:
    """Say whether a name is that of a city so large, and of none in the country `code`: `Chongqing, Gujarat`, two of a list."""
    cities = cities_of(place.forms)
    return bool(cities) and cities[0].weight >= population and all(city.country != code for city in cities)


def _is_town_of_state(place: NamedPlace, whole: NamedPlace) -> bool:
    """Say whether a name of a country or region is that of a town of the state behind it, too: `Lebanon, Tennessee`."""
    state = states().get(whole.key)
    return state is not None and find_town(place.forms[0], state.country, state.admin1) is not None


def _state_of(place: NamedPlace, whole: NamedPlace) -> str | None:
    """Return the postal code of the state if `whole` is one that shares its name and the place before it is one of its towns."""
    state = SHARED_STATES.get(whole.key)
    cities = cities_of(place.forms) if state else ()
    inside = state is not None and find_town(place.forms[0], "US", state) is not None  # "York, New York"
    return state if inside and not any(city.country == whole.code for city in cities) else None


def states_behind_towns(wholes: dict[int, Whole]) -> list[tuple[int, State]]:
    """Return the states that share their name with a country or a city, by the start of the town before them (`Corning, New York`)."""
    shared = SHARED_STATES.values()
    return [(start, state) for start, w in wholes.items() if w.key in shared and (state := states().get(name_key(w.key)))]


def states_of_towns(doc: Doc, spans: Iterable[Span], wholes: dict[int, Whole]) -> frozenset[str]:
    """Return the keys of the places that follow a town and a comma as its state (`León, Guanajuato`), in no longer enumeration."""
    spans = sorted(spans, key=lambda span: span.start)
    edges = frozenset(span.start for span in spans), frozenset(span.end for span in spans)
    found = set()
    for span, after in itertools.pairwise(spans):
        if span.start not in wholes or doc[span.end : after.start].text.strip() != ",":
            continue
        if not _is_listed(doc, span, after, edges):
            found.add(name_key(after.text))
    return frozenset(found)
