"""What an article shows of where it is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..models import PlaceType
from .groups import NamedPlace, Whole
from .known import State
from .wholes import SHARED_STATES

Known = TypeVar("Known", str, State)

NEAR = 40  # words between a place and the one that tells its country
LEAD = 0.05  # how much more of an article the country must have than the next one
BESIDE = 0.2  # how much of an article such a neighbour outweighs


@dataclass(frozen=True)
class Setting:
    """What an article shows of where it is. Mentions stand here by their first tokens."""

    weights: Counter[str]  # how much it speaks of each country
    wholes: dict[int, Whole]  # the place that a mention is put into
    kinds: dict[int, PlaceType]  # what it calls a mention
    cities: frozenset[str]  # the keys of the names that it has as `X City` too
    regions: frozenset[str]  # the keys of the names that follow those of towns
    certain: tuple[tuple[int, str], ...]  # the mentions whose country is certain, in order, with it
    states: tuple[tuple[int, State], ...]  # the mentions of states that the press abbreviates, in order

    def whole(self, place: NamedPlace) -> Whole | None:
        """Return the key and the country of the place that the article gives as the whole of this one."""
        return next((self.wholes[span.start] for span in place.spans if span.start in self.wholes), None)

    def beside(self, place: NamedPlace) -> str | None:
        """Return the country of the nearest mention whose country is certain, within a few lines of the place's first one."""
        return _nearest(self.certain, place.spans[0].start)

    def state_beside(self, place: NamedPlace) -> State | None:
        """Return the state that the article names nearest to the place's first mention, within a few lines."""
        return _nearest(self.states, place.spans[0].start)

    def share(self, country: str | None) -> float:
        """Return how much of what the article says of countries it says of this one."""
        return self.weights[country] / self.weights.total() if country and self.weights[country] else 0.0

    def spoken_of(self, place: NamedPlace) -> str | None:
        """Return the country in which a place most likely lies of which no table knows: that of the article and of the places nearby."""
        beside = self.beside(place)
        candidates = {*self.weights, *([beside] if beside else [])}
        ranked = sorted(((self.share(code) + (BESIDE if code == beside else 0), code) for code in candidates), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] < ranked[1][0] + LEAD):
            return None
        return ranked[0][1]

    def kind(self, place: NamedPlace) -> PlaceType | None:
        """Return the type that the article gives to this place in words."""
        return next((self.kinds[span.start] for span in place.spans if span.start in self.kinds), None)

    def is_state(self, place: NamedPlace) -> bool:
        """Say whether a state is meant that shares its name with a country or a city: one of its towns stands before it."""
        state = SHARED_STATES.get(place.key)
        return state is not None and (state, "US") in self.wholes.values()

    def country(self, place: NamedPlace) -> str | None:
        """Return the country in which a place without an entry lies: its whole's, else the one that the article is about."""
        whole = self.whole(place)
        return whole.country if whole else self.spoken_of(place)


def _nearest(known: Sequence[tuple[int, Known]], start: int) -> Known | None:
    """Return what is known of the mention nearest to the one at token `start`, None where it is too far off."""
    at = bisect_left(known, start, key=lambda pair: pair[0])
    near = [(abs(other - start), found) for other, found in known[max(0, at - 1) : at + 2] if other != start]
    distance, found = min(near, key=lambda pair: pair[0], default=(NEAR + 1, None))
    return found if distance <= NEAR else None


def main_country(weights: Counter[str]) -> str | None:
    """Return the country that the article is about, None where it is about several."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    ahead = bool(ranked) and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
    return ranked[0][0] if ahead and 5 * ranked[0][1] >= 2 * weights.total() else None
