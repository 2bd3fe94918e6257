"""The entities of a collection: names of many articles, put together block by block.

What a block becomes depends on its members alone, whatever their order: articles that come day by day make the same entities as all at
once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..people.words import words_of_name
from .bodies import united_bodies
from .members import Member
from .people import united_people
from .places import united_places

_UNITED: dict[str, Callable[[Sequence[Member]], list[list[Member]]]] = {
    "people": united_people,
    "organizations": united_bodies,
    "places": united_places,
}


@dataclass(frozen=True)
class Entity:
    """A person, a body or a place of a collection.

    Attributes:
        id: unlike that of any other entity of the collection; of the same articles always the same: `people:amina-odhiambo`,
            with `#2` behind it for another one of the name.
        section: `people`, `organizations` or `places`.
        name: the one that most articles have; of equally many the longest.
        variants: the other names, those of most articles first.
        country: ISO 3166-1 alpha-2, or None: of a person the one whose offices are held, of a place the one that it lies in, of a body
            the one in whose news alone it stands.
        members: the names, in the order of their articles' keys.
    """

    id: str
    section: str
    name: str
    variants: tuple[str, ...]
    country: str | None
    members: tuple[Member, ...]

    @property
    def articles(self) -> int:
        """The number of articles that name it."""
        return len({member.article for member in self.members})


def entities_in(block: Iterable[Member]) -> list[Entity]:
    """Return the entities that the names of one block are: all names of the collection with that `block`."""
    members = sorted(block, key=lambda member: (member.article, member.name.section, member.name.id))
    if not members:
        return []
    groups = _UNITED[members[0].name.section](members) if len(members) > 1 else [members]
    taken: Counter[str] = Counter()
    found = []
    for group in sorted(groups, key=lambda group: (-len(group), group[0].article, group[0].name.id)):
        entity = _entity(group)
        taken[entity.id] += 1
        number = taken[entity.id]
        found.append(entity if number == 1 else replace(entity, id=f"{entity.id}#{number}"))
    return found


def _entity(members: Sequence[Member]) -> Entity:
    first = members[0].name
    names = Counter(member.name.name for member in members)
    name, *variants = sorted(names, key=lambda name: (-names[name], -len(name), name))
    identity = _id(first.section, first.block, name)
    return Entity(identity, first.section, name, tuple(variants), _country(members), tuple(members))


def _id(section: str, block: str, name: str) -> str:
    """Return an id by which a reader knows the entity; of places the block tells more than the name."""
    words = words_of_name(name if section == "people" else block.partition(":")[2])
    return f"{section}:{'-'.join(words)}"


def _country(members: Sequence[Member]) -> str | None:
    """Return the country that most members have, of a body the one that all have."""
    counted = Counter(member.name.country for member in members)
    if members[0].name.section == "organizations":
        return members[0].name.country if len(counted) == 1 else None
    del counted[None]
    return min(counted, key=lambda code: (-counted[code], code)) if counted else None
