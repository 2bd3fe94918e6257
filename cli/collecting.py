"""The names of many articles, gathered on disk while the articles come, and put together to entities when all are there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.collection import Entity, Name

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Collection:
    """Names of articles in a database of their own, which SQLite keeps in a file without a name and which goes with this object."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("")
        self._base.execute("create table names (block, article, section, id, name, country, evidence, about)")

    def add(self, article: str, names: Iterable[Name], about: Mapping[str, str] = _NOTHING) -> None:
        """Keep the names of an article, under a key that no other one has; `about` may say something of each by its id."""
        rows = (
            (n.block, article, n.section, n.id, n.name, n.country, "\n".join(n.evidence).encode("utf-8", "replace"), about.get(n.id))
            for n in names
        )
        self._base.executemany("insert into names values (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def entities(self) -> Iterator[tuple[Entity, list[str]]]:
        """Yield each entity of all articles, and what is said about its members."""
        from newsfacts.collection import Member, Name, entities_in

        for block, rows in groupby(self._base.execute("select * from names order by block"), key=lambda row: row[0]):
            members, said = [], {}
            for _, article, section, identity, name, country, evidence, about in rows:
                members.append(Member(article, Name(section, identity, name, block, country, tuple(evidence.decode().split("\n")))))
                said[article, identity] = about
            for entity in entities_in(members):
                yield entity, [said[member.article, member.name.id] for member in entity.members]
