"""The tables of a database of facts, the same in every dialect of SQLAlchemy's.

`article` is the key under which an article is known. `start_char` and `end_char` count the characters of its text, `number` and
`sentence` count from 0 in the order of the sheet. A name that SQL keeps for itself is changed: `of_what`, `when_value`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Sequence,
    String,
    Table,
    Text,
    UniqueConstraint,
)

if TYPE_CHECKING:
    from sqlalchemy import Dialect

metadata = MetaData()

# Dialects whose keys and indices take text of any length; in the others a key has so many characters, and other text no index.
_UNBOUNDED = ("sqlite", "postgresql", "duckdb")
_MYSQL = ("mysql", "mariadb")  # where a collation tells the character set, too, and whether `a` and `A` are one key
_LONGEST = 2**31 - 1  # LONGTEXT there; TEXT holds 64 KB


def _takes_long_keys(*_: Any, dialect: Dialect, **rest: Any) -> bool:
    return dialect.name in _UNBOUNDED


def _lets_articles_go(*_: Any, dialect: Dialect, **rest: Any) -> bool:
    """Say whether a transaction may delete an article with its rows: DuckDB takes the rows for being there until its end."""
    return dialect.name != "duckdb"


def _key(length: int) -> String:
    bounded = String(length, collation="utf8mb4_bin")
    return String(length).with_variant(Text(), *_UNBOUNDED).with_variant(bounded, *_MYSQL)


_KEY = _key(380)  # two of them are as much as an index of InnoDB's holds
_ID = _key(100)
_TEXT = Text().with_variant(Text(_LONGEST, collation="utf8mb4_unicode_ci"), *_MYSQL)


def _article() -> Column[Any]:
    return Column("article", _KEY, ForeignKey("articles.article"), primary_key=True)


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, _TEXT) for name in names]


def _floats(*names: str) -> list[Column[Any]]:
    return [Column(name, Double) for name in names]


def _days(*names: str) -> list[Column[Any]]:
    return [Column(name, Date) for name in names]


def _wholes(*names: str) -> list[Column[Any]]:
    return [Column(name, Integer) for name in names]


def _entities(name: str, *columns: Column[Any]) -> Table:
    """Return the table of a kind of entity: its id in the sheet, its own columns, the number of its mentions, and its confidence."""
    identity = Column("id", _ID, primary_key=True)
    return Table(name, metadata, _article(), identity, *columns, *_wholes("mentions"), *_floats("confidence"))


def _facts(name: str, *columns: Column[Any]) -> Table:
    """Return the table of facts that stand in one place of the text."""
    number = Column("number", Integer, primary_key=True, autoincrement=False)
    place = [*_texts("text"), *_wholes("start_char", "end_char", "sentence")]
    return Table(name, metadata, _article(), number, *columns, *place, *_floats("confidence"))


articles = Table(
    "articles",
    metadata,
    Column("article", _KEY, primary_key=True),
    *_texts("name", "url", "title"),
    *_days("published"),
    *_texts("country", "language"),
    *_wholes("length"),
    *_texts("sha256", "made_by", "fingerprint", "text"),
)
sentences = Table(
    "sentences",
    metadata,
    Column("id", Integer, Sequence("sentences_id_seq"), primary_key=True),  # what the full-text index goes by; no more
    Column("article", _KEY, ForeignKey("articles.article"), nullable=False),
    Column("sentence", Integer, nullable=False),
    *_texts("text", "kind"),
    *_wholes("start_char", "end_char"),
    UniqueConstraint("article", "sentence"),
)
people = _entities("people", *_texts("name", "role"))
organizations = _entities("organizations", *_texts("name"))
places = _entities(
    "places", *_texts("name", "type", "country", "state", "state_code"), *_floats("latitude", "longitude"), *_wholes("geonames_id")
)
offices = _entities("offices", *_texts("title", "of_what", "country", "holder", "holder_name"), Column("former", Boolean))
mentions = Table(
    "mentions",
    metadata,
    _article(),
    Column("entity", _ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_texts("section", "text"),
    *_wholes("start_char", "end_char", "sentence"),
)
dates = _facts("dates", *_texts("type", "value"), *_days("first_day", "last_day"))
figures = _facts(
    "figures",
    *_texts("section", "measure", "kind", "direction", "qualifier"),
    *_floats("value", "low", "high"),
    *_texts("unit", "currency", "dimension"),
    *_floats("si_value"),
    *_texts("si_unit", "per", "when_value"),
    *_days("when_first", "when_last"),
    *_texts("status", "source", "source_id", "source_name"),
    *_texts("topic", "topic_places"),  # what `newsfacts compare` goes by
)
# What is known of people, bodies and places over all articles, put together block by block by `newsfacts.collection`.
entities = Table(
    "entities",
    metadata,
    Column("entity", _KEY, primary_key=True),
    *_texts("section", "name", "variants", "country"),
    *_wholes("articles"),
    Column("block", _KEY, nullable=False),
)
entity_mentions = Table(
    "entity_mentions",
    metadata,
    _article(),
    Column("id", _ID, primary_key=True),  # in the article's sheet
    Column("entity", _KEY),  # null until the names of its block are put together
    *_texts("section", "name", "country"),
    Column("block", _KEY, nullable=False),
    *_texts("evidence"),
)
blocks_to_join = Table(
    "blocks_to_join",
    metadata,
    Column("number", Integer, Sequence("blocks_to_join_number_seq"), primary_key=True),
    Column("block", _KEY, nullable=False),
)

for _table, *_columns in (
    (entities, "block"),
    (entities, "name"),
    (entity_mentions, "block"),
    (entity_mentions, "entity", "block"),
    (articles, "published"),
    (articles, "name"),
    (people, "name"),
    (organizations, "name"),
    (places, "name"),
    (places, "country"),
    (offices, "holder_name"),
    (offices, "country", "title"),
    (dates, "first_day"),
    (figures, "currency", "value"),
    (figures, "unit", "value"),
    (figures, "measure"),
    (figures, "when_first"),
    (figures, "source_name"),
    (figures, "topic"),
):
    _index = Index(f"{_table.name}_by_{'_'.join(_columns)}", *(_table.c[column] for column in _columns))
    if any(_table.c[column].type is _TEXT for column in _columns):
        _index.ddl_if(callable_=_takes_long_keys)

for _table in metadata.sorted_tables:
    for _constraint in _table.foreign_key_constraints:
        _constraint.ddl_if(callable_=_lets_articles_go)
