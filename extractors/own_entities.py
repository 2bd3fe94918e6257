"""The people, places and organisations of an article by a newsroom's own names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from .models import Mention, Organization, Person, Place
from .own_names import OwnName, OwnNames
from .spans import mention

_PREFIXES = {"people": "p", "places": "l", "organizations": "g"}

Entity = TypeVar("Entity", Person, Place, Organization)
Entities = tuple[list[Person], list[Place], list[Organization]]


def with_own_names(text: str, own: OwnNames, found: Entities) -> Entities:
    """Return the people, places and organisations of an article by the newsroom's names.

    Its own are found, joined and located, and what it says is never a name is none.

    A name of theirs inside a longer one (`Kibera` in `Kibera Law Centre`) is left to that one.
    """
    if not own.known and not own.never:
        return found
    people, places, organizations = found
    longer = [(m.start, m.end) for entities in found for entity in entities for m in entity.mentions]
    taken = [span for span in _occurrences(text, own) if not any(_is_inside(span, other) for other in longer)]
    return (
        _settled(text, "people", people, taken, own),
        _settled(text, "places", places, taken, own),
        _settled(text, "organizations", organizations, taken, own),
    )


def _occurrences(text: str, own: OwnNames) -> list[tuple[int, int, str]]:
    """Return where the names stand in the text, the longest at each place: start, end, the form as the file has it."""
    return [(match.start(), match.end(), " ".join(match[0].split())) for match in _pattern(own).finditer(text)]


@cache
def _pattern(own: OwnNames) -> re.Pattern[str]:
    forms = sorted(own.by_form(), key=lambda form: (-len(form), form))
    written = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)")


def _is_inside(span: tuple[int, int, str], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and (span[0], span[1]) != other


def _settled(text: str, section: str, entities: Sequence[Entity], taken: Sequence[tuple[int, int, str]], own: OwnNames) -> list[Any]:
    """Return the entities of one section: the newsroom's with all their mentions, and what is left of the others, in order."""
    by_form = own.by_form()
    named: dict[OwnName, list[Mention]] = {}
    for start, end, form in taken:
        if (name := by_form[form]) and name.section == section:
            named.setdefault(name, []).append(mention(text, start, end))
    same: dict[OwnName, Entity] = {}
    left: list[Entity] = []
    for entity in entities:
        rest = [m for m in entity.mentions if not any(start < m.end and m.start < end for start, end, _ in taken)]
        forms = (" ".join(m.text.split()) for m in entity.mentions if m not in rest)
        name = next((name for form in forms if (name := by_form.get(form)) in named), None)
        if name is not None:
            named[name] += rest
            same[name] = entity
        elif rest:
            left.append(entity if rest == entity.mentions else _without_mentions(entity, rest))
    made: list[Any] = [_entity(name, sorted(mentions, key=lambda m: m.start), same.get(name)) for name, mentions in named.items()]
    ordered: list[Any] = sorted([*made, *left], key=lambda entity: entity.mentions[0].start)
    return [entity.model_copy(update={"id": f"{_PREFIXES[section]}{number}"}) for number, entity in enumerate(ordered, start=1)]


def _without_mentions(entity: Entity, rest: list[Mention]) -> Entity:
    """Return the entity with the mentions that are left, called by the longest of them where its name is gone."""
    forms = [" ".join(m.text.split()) for m in rest]
    return entity.model_copy(update={"mentions": rest, "name": entity.name if entity.name in forms else max(forms, key=len)})


def _entity(own: OwnName, mentions: list[Mention], found: Any) -> Person | Place | Organization:
    """Return an entity of the newsroom's; `found` is what the article was read to say of the same, None where nothing."""
    if own.section == "people":
        return Person(id="", name=own.name, mentions=mentions)
    if own.section == "organizations":
        return Organization(id="", name=own.name, mentions=mentions)
    place = found or Place(id="", name=own.name, type="city", mentions=mentions)
    if own.country and own.country != place.country:
        place = Place(id="", name=own.name, type=place.type, country=own.country, mentions=mentions)
    said = {"type": own.type or place.type, "name": own.name, "mentions": mentions, "confidence": 1.0}
    if own.latitude is not None:
        said |= {"latitude": own.latitude, "longitude": own.longitude, "geonames_id": None}
    return place.model_copy(update=said)
