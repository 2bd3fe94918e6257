"""The names of many articles, gathered on disk while the articles come, and put together to entities when all are there."""

from __future__ import annotations

import sqlite3
import zlib
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
        self._base.execute("create table entities (article, id, entity)")
        self._base.execute("create table pieces (piece blob)")

    def add(self, article: str, names: Iterable[Name], about: Mapping[str, str] = _NOTHING) -> None:
        """Keep the names of an article, under a key that no other one has; `about` may say something of each by its id."""
        rows = ((n.block, _clean(article), n.section, n.id, n.name, n.country, "\n".join(n.evidence), about.get(n.id)) for n in names)
        self._base.executemany("insert into names values (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def entities(self) -> Iterator[tuple[Entity, list[str]]]:
        """Yield each entity of all articles, and what is said about its members."""
        from newsfacts.collection import Member, Name, entities_in

        for block, rows in groupby(self._base.execute("select * from names order by block"), key=lambda row: row[0]):
            members, said = [], {}
            for _, article, section, identity, name, country, evidence, about in rows:
                members.append(Member(article, Name(section, identity, name, block, country, tuple(evidence.split("\n")))))
                said[article, identity] = about
            for entity in entities_in(members):
                yield entity, [said[member.article, member.name.id] for member in entity.members]

    def keep(self, piece: bytes) -> None:
        """Keep what is to be written of an article when all names are joined."""
        self._base.execute("insert into pieces values (?)", (zlib.compress(piece, 1),))

    def kept(self) -> Iterator[bytes]:
        """Yield what was kept, in its order."""
        for (piece,) in self._base.execute("select piece from pieces order by rowid"):
            yield zlib.decompress(piece)

    def join(self) -> None:
        """Find the entity of each name, for `entities_of`."""
        found = ((m.article, m.name.id, entity.id) for entity, _ in self.entities() for m in entity.members)
        self._base.executemany("insert into entities values (?, ?, ?)", found)
        self._base.execute("create index entities_by_article on entities (article)")

    def entities_of(self, article: str) -> dict[str, str]:
        """Return the entity of each name of an article, by what `csv_rows` calls the name: `a.txt#p1`."""
        rows = self._base.execute("select id, entity from entities where article = ?", (_clean(article),))
        return {f"{article}#{identity}": entity for identity, entity in rows}


def _clean(text: str) -> str:
    """Return text that SQLite takes: without lone surrogates."""
    return text.encode("utf-8", "replace").decode()
