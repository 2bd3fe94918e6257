"""Whose news an article is: the country of which it speaks most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from ..models import Place
from ..places.countries import code_of_demonym

LEAD = 1.2  # times as often as of any other country
OPENING = 400  # characters, whose places and peoples count three times: news says first where it happens


def whose_news(doc: Doc, places: Sequence[Place]) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that most places and peoples of the article speak of, None without a lead.

    A place counts where it lies, once a mention, and the name of a country's people once each.
    """
    weights: Counter[str] = Counter()
    for place in places:
        if place.country:
            weights[place.country] += len(place.mentions) + 2 * (place.mentions[0].start < OPENING)
    for ent in doc.ents:
        for token in ent:
            if token.text[:1].isupper() and (code := code_of_demonym(token.text)):
                weights[code] += 1 + 2 * (token.idx < OPENING)
    ranked = weights.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= LEAD * ranked[1][1]) else None
