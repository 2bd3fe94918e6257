"""The country of a place without one of its own, from the place that the text puts it in."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from .groups import NamedPlace
from .known import place_words
from .locating import Location


def with_country_of_whole(doc: Doc, groups: Sequence[NamedPlace], locations: Sequence[Location]) -> list[Location]:
    """Return `locations`, those without a country of their own in that of the place which the text puts them in.

    `Al-Salam Palace in Jeddah` lies in Saudi Arabia, whatever country the article is about.
    """
    mentions = sorted((span.start, span.end, number) for number, place in enumerate(groups) for span in place.spans)
    found = list(locations)
    for (_, end, first), (after, _, second) in itertools.pairwise(mentions):
        if not locations[first].sure and _is_placed(locations[second]) and _lies_in(doc[end:after]):
            found[first] = _inside(locations[first], locations[second])
        elif not locations[second].sure and _is_placed(locations[first]) and _owns(doc[end:after]):
            found[second] = _inside(locations[second], locations[first])
    return found


def _is_placed(whole: Location) -> bool:
    """Say whether a place tells where its parts lie: `Flinders Island in Bass Strait` isn't known by the strait."""
    return whole.sure and whole.country is not None


def _inside(part: Location, whole: Location) -> Location:
    """Return `part` in the country and the state or province of `whole`."""
    return part._replace(country=whole.country, sure=True, division=whole.division)


def _lies_in(between: Span) -> bool:
    """Say whether the words between two places put the first into the second."""
    words = [token.lower_ for token in between]
    if words[:1] not in (["in"], ["("]):
        return False
    if words[-1] == "of" and words[0] == "in":  # "in the eastern Brazilian state of Bahia"
        kinds = [kind for kind in ("region", "city", "other", "landform") if words[-2] in place_words("nouns", kind)]
        return bool(kinds) and len(words) <= 8 and all(token.pos_ in ("DET", "ADJ", "NOUN", "PROPN") for token in between[1:-1])
    return all(word in ("the", "central", "downtown") for word in words[1:]) and len(words) <= 3


def _owns(between: Span) -> bool:
    """Say whether the words between two places put the second into the first: `Jeddah's Al-Salam Palace`, `the Kyiv suburb of Bucha`."""
    words = [token.lower_ for token in between]
    return words in (["'s"], ["’s"]) or (len(words) == 2 and words[1] == "of" and words[0] in place_words("nouns", "other"))
