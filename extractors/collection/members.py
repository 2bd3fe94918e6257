"""The names of articles, and how they are put together: those that share what only one entity has."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple


class Name(NamedTuple):
    """A person, a body or a place of one article.

    Attributes:
        section: of the sheet: `people`, `organizations` or `places`.
        id: in the sheet.
        name: as the sheet has it.
        block: what all names have in common that can be one entity's; names of two blocks are never joined.
        country: of a person the one whose office is held, of a place the one that it lies in, of a body the article's; or None.
        evidence: what stands beside the name, each a kind, a colon and folded words: `office:president|KE`, `country:KE`,
            `title:president`, `person:raila odinga`, `body:kenya power`.
    """

    section: str
    id: str
    name: str
    block: str
    country: str | None
    evidence: tuple[str, ...]


class Member(NamedTuple):
    """A name and the key of the article that it stands in."""

    article: str
    name: Name


class Sets:
    """Numbers in disjoint sets, of which any two may be made one."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def of(self, number: int) -> int:
        """Return the number that stands for the set of `number`."""
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def unite(self, one: int, other: int) -> None:
        """Make the sets of two numbers one; its smallest number stands for it."""
        least, most = sorted((self.of(one), self.of(other)))
        self._above[most] = least


def united(members: Sequence[Member], keys: Sequence[Iterable[Hashable]]) -> list[list[Member]]:
    """Return the members in sets: those that share a key, or are joined by others that do; `keys` has those of each member."""
    sets = Sets(len(members))
    unite_by_keys(sets, keys)
    return members_of(sets, members)


def unite_by_keys(sets: Sets, keys: Iterable[Iterable[Hashable]]) -> None:
    """Make one of the sets of numbers that share a key."""
    first: dict[Hashable, int] = {}
    for number, own in enumerate(keys):
        for key in own:
            sets.unite(first.setdefault(key, number), number)


def members_of(sets: Sets, members: Sequence[Member]) -> list[list[Member]]:
    """Return the members of each set."""
    found: dict[int, list[Member]] = {}
    for number, member in enumerate(members):
        found.setdefault(sets.of(number), []).append(member)
    return list(found.values())
