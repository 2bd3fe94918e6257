"""People, bodies and places of a database's articles, joined to entities block by block.

A name that is new has no entity yet; the block of one that left its article waits in `blocks_to_join`. Both are written in the article's
own transaction, so that after a kill the next run knows which blocks to put together anew.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_AT_ONCE = 400  # blocks of a transaction


def leave(connection: Connection, article: str) -> None:
    """Note the blocks of the article's names, which are about to be deleted."""
    from sqlalchemy import select

    from .tables import blocks_to_join, entity_mentions

    blocks = select(entity_mentions.c.block).where(entity_mentions.c.article == article).distinct()
    connection.execute(blocks_to_join.insert().from_select(["block"], blocks))


def join_names(engine: Engine) -> None:
    """Put together the names of all blocks in which something changed."""
    while True:
        with engine.begin() as connection:
            blocks = _open_blocks(connection)
            if not blocks:
                return
            _join(connection, blocks)


def waits(engine: Engine) -> bool:
    """Say whether there are names that wait to be put together."""
    with engine.connect() as connection:
        return bool(_open_blocks(connection))


def _open_blocks(connection: Connection) -> list[str]:
    from sqlalchemy import select

    from .tables import blocks_to_join, entity_mentions

    left = connection.execute(select(blocks_to_join.c.block).distinct().limit(_AT_ONCE)).scalars().all()
    new = select(entity_mentions.c.block).where(entity_mentions.c.entity.is_(None)).distinct().limit(_AT_ONCE)
    return sorted({*left, *connection.execute(new).scalars()})


def _join(connection: Connection, blocks: list[str]) -> None:
    from sqlalchemy import bindparam, select

    from .tables import blocks_to_join, entities, entity_mentions

    found: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    rows = connection.execute(select(entity_mentions).where(entity_mentions.c.block.in_(blocks)).order_by(entity_mentions.c.block))
    for block, members in groupby(rows, key=lambda row: row.block):
        _gather(block, list(members), found, changed)
    connection.execute(entities.delete().where(entities.c.block.in_(blocks)))
    if found:
        connection.execute(entities.insert(), found)
    if changed:
        own = entity_mentions.c.article == bindparam("of_article"), entity_mentions.c.id == bindparam("of_id")
        connection.execute(entity_mentions.update().where(*own).values(entity=bindparam("is_entity")), changed)
    connection.execute(blocks_to_join.delete().where(blocks_to_join.c.block.in_(blocks)))


def _gather(block: str, rows: list[Any], found: list[dict[str, Any]], changed: list[dict[str, Any]]) -> None:
    """Add the entities of a block to `found`, and to `changed` which names have another entity than they had."""
    from newsfacts.collection import Member, Name, entities_in

    before = {(row.article, row.id): row.entity for row in rows}
    names = (Name(row.section, row.id, row.name, block, row.country, tuple((row.evidence or "").split("\n"))) for row in rows)
    for entity in entities_in(Member(row.article, name) for row, name in zip(rows, names, strict=True)):
        about = {"section": entity.section, "name": entity.name, "variants": "; ".join(entity.variants), "country": entity.country}
        found.append({"entity": entity.id, **about, "articles": entity.articles, "block": block})
        places = ((member.article, member.name.id) for member in entity.members)
        changed += [{"of_article": a, "of_id": i, "is_entity": entity.id} for a, i in places if before[a, i] != entity.id]
