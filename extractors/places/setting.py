"""What an article shows of where it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..models import PlaceType
from .groups import NamedPlace, Whole
from .wholes import SHARED_STATES


@dataclass(frozen=True)
class Setting:
    """What an article shows of where it is. Mentions stand here by their first tokens."""

    weights: Counter[str]  # how much it speaks of each country
    wholes: dict[int, Whole]  # the place that a mention is put into
    kinds: dict[int, PlaceType]  # what it calls a mention
    cities: frozenset[str]  # the keys of the names that it has as `X City` too

    def whole(self, place: NamedPlace) -> Whole | None:
        """Return the key and the country of the place that the article gives as the whole of this one."""
        return next((self.wholes[span.start] for span in place.spans if span.start in self.wholes), None)

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
        return whole.country if whole else main_country(self.weights)


def main_country(weights: Counter[str]) -> str | None:
    """Return the country that the article is about, None where it is about several."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    ahead = bool(ranked) and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
    return ranked[0][0] if ahead and 5 * ranked[0][1] >= 2 * weights.total() else None
