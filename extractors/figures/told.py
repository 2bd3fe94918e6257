"""What is known while the figures of an article are read one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .syntax import Site


@dataclass(frozen=True)
class Told:
    """What the rules of measures may look up.

    Attributes:
        skipped: the tokens of all figures and dates, which belong to no measure.
        measures: the measures of the figures before, which a list or a comparison goes on with. Looked up and never read anew:
            a hundred figures in a row cost a hundred readings.
    """

    skipped: frozenset[int]
    measures: Mapping[Site, str | None]

    def of(self, site: Site | None) -> str | None:
        """Return the measure of a figure before."""
        return self.measures.get(site) if site is not None else None
