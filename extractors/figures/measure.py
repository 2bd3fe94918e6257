"""`measure`: what a figure measures, as a noun phrase of the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .clausal import beside, ranged, set_at, verbal
from .counted import counted
from .deeds import deed, stuff
from .nominal import compared, completed, distance, governed, modified, named_only, restated
from .preceding import attribute, broken, headed, purpose, sized, traded
from .resumed import alike, another, as_before, asked, contrasted_before, in_gap, in_list, listed, named_beside, part_of
from .site import Site
from .told import Told


def measures(sites: Iterable[Site], skipped: frozenset[int]) -> dict[Site, str | None]:
    """Return what each figure measures, None where the article doesn't say it.

    `sites` stand in the order of the text; `skipped` are the tokens of all figures and dates, which belong to no measure.
    """
    found: dict[Site, str | None] = {}
    told = Told(skipped, found)
    for site in sites:
        found[site] = _measure(site, told)
    return found


def _measure(site: Site, told: Told) -> str | None:
    if site.outer is not None:
        return told.of(site.outer)
    return contrasted_before(site, next((said for read in _RULES if (said := read(site, told))), None), told)


# The first that finds something is right: what stands next to the figure before what the tree says of it.
_RULES: tuple[Callable[[Site, Told], str | None], ...] = (
    in_list,
    part_of,
    listed,
    distance,
    in_gap,
    named_beside,
    another,
    modified,
    compared,
    governed,
    attribute,
    headed,
    ranged,
    counted,
    as_before,
    sized,
    traded,
    broken,
    verbal,
    completed,
    restated,
    stuff,
    deed,
    set_at,
    alike,
    asked,
    beside,
    purpose,
    named_only,
)
