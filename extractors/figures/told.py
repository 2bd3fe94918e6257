"""What is known while the figures of an article are read one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from .site import Site


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

    def skipped_near(self, token: Token) -> frozenset[int]:
        """Return the skipped tokens of `token`'s sentence: a set of the whole article is too large to make one of it for each figure."""
        sentence = token.sent
        return frozenset(i for i in range(sentence.start, sentence.end) if i in self.skipped)

    def skipped_for(self, noun: Token, site: Site) -> frozenset[int]:
        """Return the skipped tokens without `noun` where the figure before `site` counts it: `40 jets worth $5 million`."""
        before = site.previous
        counted = before is not None and before.amount.dimension == "count" and before.head == noun
        return self.skipped_near(noun) - {noun.i} if counted else self.skipped

    def of(self, site: Site | None) -> str | None:
        """Return the measure of a figure before."""
        return self.measures.get(site) if site is not None else None
