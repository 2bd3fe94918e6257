"""Places of many articles: one where GeoNames has it, or where name, kind and country agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..people.words import fold
from ..places.gazetteer import name_key
from ..places.known import known_places
from .members import Member, united

if TYPE_CHECKING:
    from ..models import Place


def block_of_place(place: Place) -> str:
    """Return what all names of a place share: its number in GeoNames, a country's code; else its name, kind and country."""
    if place.geonames_id:
        return f"place:geonames {place.geonames_id}"
    if place.type == "country" and place.country:
        return f"place:{place.country}"
    return f"place:{fold(place.name)}|{place.type}|{place.country or ''}"


def united_places(members: Sequence[Member]) -> list[list[Member]]:
    """Return the places of one block, each with the articles that name it.

    What nobody places in a country is one place where it is known to lie in several; else it is one in the news of one country.
    """
    first = members[0].name
    if not first.block.endswith("|") or name_key(first.name) in known_places():
        return [list(members)]
    return united(members, [member.name.evidence for member in members])
