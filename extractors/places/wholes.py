"""The places that an article puts others into: `Mawa, Bangladesh`, `Al-Salam Palace in Jeddah`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span

from .gazetteer import WORLD_CITY, find_town, name_key
from .groups import NamedPlace, Whole, certain_country, cities_of, has_common_name
from .known import State, known_places, states, subdivisions

# States of the USA whose names a country or a city bears too; a town of theirs before the name tells (`Savannah, Georgia`).
SHARED_STATES = {"GE": "GA", "washington": "WA", "new york": "NY"}


def find_wholes(doc: Doc, groups: Sequence[NamedPlace]) -> dict[int, Whole]:
    """Return the key and the country of the place that follows a mention as its whole, by the mention's start (`Mawa, Bangladesh`)."""
    mentions = sorted(((span, place) for place in groups for span in place.spans), key=lambda pair: pair[0].start)
    found: dict[int, Whole] = {}
    for (span, place), (after, whole) in itertools.pairwise(mentions):
        between = doc[span.end : after.start]
        if not 0 < len(between) <= 3 or between[0].lower_ not in (",", "in", "(", "of") or "\n" in between.text:
            continue
        state = _state_of(place, whole)
        code = "US" if state else _code_of_whole(place, whole)
        elsewhere = place.code or certain_country(place) not in (None, code) or _is_city_elsewhere(place, code)  # "West Bengal, East Timor"
        if code and (not elsewhere or _is_town_of_state(place, whole)):
            found[span.start] = Whole(state or whole.key, code)
    return found


def _code_of_whole(place: NamedPlace, whole: NamedPlace) -> str | None:
    """Return the country of `whole`, a country or a region; one whose name many countries have only where a town of `names` lies in it."""
    code = whole.code or known_places().get(whole.key, ("", None))[1]
    region = next(iter(subdivisions().get(whole.key, ())), None)
    if code or region is None or not has_common_name(whole):
        return code or region
    return region if any(city.country == region for city in cities_of(place.forms)) else None


def _is_city_elsewhere(place: NamedPlace, code: str | None) -> bool:
    """Say whether a name is that of a large city, and of none in the country `code`: `Chongqing, Gujarat`, two of a list."""
    cities = cities_of(place.forms)
    return bool(cities) and cities[0].weight >= WORLD_CITY and all(city.country != code for city in cities)


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
    ends, starts = {span.end for span in spans}, {span.start for span in spans}
    found = set()
    for span, after in itertools.pairwise(spans):
        if span.start not in wholes or doc[span.end : after.start].text.strip() != ",":
            continue
        before, behind = doc[span.start - 1].lower_ if span.start else "", doc[after.end].lower_ if after.end < len(doc) else ""
        listed = (before in (",", "and") and span.start - 1 in ends) or behind in ("and", "or", "&")
        if not listed and not (behind == "," and after.end + 1 in starts):
            found.add(name_key(after.text))
    return frozenset(found)
