"""Writes the rows of articles to a database, one article a transaction."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..messages import InputError, Messages
from ..output import opened
from .address import engine_at, file_of, is_sqlite, reason_of, shown
from .joining import join_names, leave

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Inspector, Table

    from .rows import Rows

_INDEX = "sentences_search"  # the full-text index, where it is an index of the table's
_OF_NEWSFACTS = "newsfacts batch or newsfacts convert makes one: -o facts.db"


class Store:
    """The database of an output. Each `write` is one transaction; what it raises is said in words of this program."""

    def __init__(self, output: str, *, make: bool = True) -> None:
        """Open the database and make what tables it lacks, or with `make` false refuse one that lacks any.

        Raises:
            InputError: SQLAlchemy or a driver isn't installed, it cannot be opened, or its tables are another program's.
        """
        self.output = output
        self._engine = engine_at(output)
        import sqlalchemy

        self._sql = sqlalchemy
        if make and is_sqlite(output):
            sqlalchemy.event.listen(self._engine, "connect", _set_up)
        try:
            self._check_tables(make)
        except sqlalchemy.exc.SQLAlchemyError as error:
            raise InputError(
                shown(output), f"cannot be opened ({reason_of(error)})", "check that it is a database and that you may write it"
            ) from None

    def _check_tables(self, make: bool) -> None:
        from .tables import metadata

        known = self._sql.inspect(self._engine)
        there = set(known.get_table_names())
        self.is_new = "sentences" not in there
        for table in metadata.sorted_tables:
            columns = self._columns(table) if table.name in there else None
            lacking = {column.name for column in table.columns} - columns if columns is not None else ()
            if lacking:
                problem = f"its table {table.name} is another program's, or another version's: it has no column {min(lacking)}"
                raise InputError(shown(self.output), problem, "name another --output" if make else _OF_NEWSFACTS)
            if columns is None and not make:
                raise InputError(shown(self.output), f"is no database of newsfacts: it has no table {table.name}", _OF_NEWSFACTS)
        if make:
            self._make_tables(known)

    def _columns(self, table: Table) -> set[str]:
        """Return the names of the columns that a table has in the database; asked of it, as not every dialect can describe one."""
        query = self._sql.select(self._sql.text("*")).select_from(table).where(self._sql.false())
        with self._engine.connect() as connection:
            return set(connection.execute(query).keys())

    def _make_tables(self, known: Inspector) -> None:
        """Make the tables, the full-text index and the views that the database, as it was found, lacks."""
        from .tables import metadata

        metadata.create_all(self._engine)
        fulltext = self._fulltext()
        if fulltext and not self.is_new and _INDEX in {index["name"] for index in known.get_indexes("sentences")}:
            fulltext = []
        views = [view for view in _file("views.sql").split(";") if view.strip()]
        missing = [view for view in views if view.split()[2] not in known.get_view_names()]
        with self._engine.begin() as connection:
            for statement in [*fulltext, *missing]:
                connection.execute(self._sql.text(statement))

    def _fulltext(self) -> list[str]:
        """Return what makes the full-text index; nothing for a dialect in which newsfacts knows none."""
        import tomllib

        statements: list[str] = tomllib.loads(_file("fulltext.toml")).get(self._engine.dialect.name, [])
        return statements

    def warn(self, messages: Messages) -> None:
        """Say, when its tables were just made, what the database can't do that others can."""
        if self.is_new and not self._fulltext():
            what = f"newsfacts knows no full-text index of {self._engine.dialect.name}'s, so its sentences have none"
            messages.warn(shown(self.output), what, "search them with like '%word%'")

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine, for queries."""
        return self._engine

    def has(self, article: str, fingerprint: str) -> bool:
        """Say whether the article is there as it was read with that fingerprint."""
        from .tables import articles

        query = self._sql.select(articles.c.article).where(articles.c.article == _clean(article), articles.c.fingerprint == fingerprint)
        with self._said(article), self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def write(self, article: str, rows: Rows, fingerprint: str = "") -> None:
        """Put the rows of an article in the place of those that it has, if any.

        Args:
            article: the key under which it is known.
            rows: of each table, as `rows_of` makes them.
            fingerprint: what `has` is asked for.

        Raises:
            InputError: the database refuses what is in the article.
            OSError: the database can't be written any more.
        """
        key = _clean(article)
        rows["articles"][0]["fingerprint"] = fingerprint
        with self._said(article), self._engine.begin() as connection:
            self._delete(connection, key)
            for table in self._tables():
                if found := rows.get(table.name):
                    connection.execute(table.insert(), _typed(found, key, _kinds(table)))

    def remove(self, article: str) -> None:
        """Remove an article with all its rows, if it is there."""
        with self._said(article), self._engine.begin() as connection:
            self._delete(connection, _clean(article))

    def _delete(self, connection: Connection, key: str) -> None:
        first, *_ = self._tables()  # articles, which the others belong to
        if connection.execute(self._sql.select(first.c.article).where(first.c.article == key)).first():
            leave(connection, key)
            for table in reversed(self._tables()):
                connection.execute(table.delete().where(table.c.article == key))

    def _tables(self) -> list[Any]:
        """Return the tables of articles, in an order in which they may be filled."""
        from .tables import metadata

        return [table for table in metadata.sorted_tables if "article" in table.c]

    @contextmanager
    def _said(self, article: str) -> Iterator[None]:
        exc = self._sql.exc
        try:
            yield
        except (exc.DataError, exc.IntegrityError, exc.StatementError) as error:
            if isinstance(error, exc.DBAPIError) and not isinstance(error, exc.DataError | exc.IntegrityError):
                raise OSError(reason_of(error)) from error
            raise InputError(article, f"its rows cannot be written ({reason_of(error)})") from None
        except exc.SQLAlchemyError as error:
            raise OSError(reason_of(error)) from error

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.close()
        else:
            self._engine.dispose()

    def close(self) -> None:
        """Put the people, bodies and places of new articles together with those of the others, and close the database.

        Beside an SQLite file is written what Datasette shows of it, unless there is such a file.

        Raises:
            OSError: the database can't be written any more.
            OutputError: that file cannot be written.
        """
        with self._said("entities"):
            join_names(self._engine)
        self._engine.dispose()
        if is_sqlite(self.output):
            path = Path(file_of(self.output))
            described = path.with_name(f"{path.stem}.metadata.json")
            if not described.exists():
                with opened(str(described)) as write:
                    write(_file("datasette.json").replace("DATABASE", json.dumps(path.stem)[1:-1]))


def _set_up(connection: Any, record: object) -> None:
    """Let SQLite write so that readers needn't wait."""
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")


@cache
def _kinds(table: Table) -> dict[str, type]:
    """Return the type in Python of the values of each column that a row gives; the number of a sentence is the database's."""
    return {column.name: column.type.python_type for column in table.columns if column.name != "id" or table.name != "sentences"}


def _typed(rows: Iterable[dict[str, Any]], key: str, kinds: Mapping[str, type]) -> list[dict[str, Any]]:
    """Return the rows of an article with a value for each column: days as dates, numbers as the column has them, text without NULs."""
    nothing = dict.fromkeys(kinds)  # what most columns of most rows hold
    return [{**nothing, **_given(row, kinds), "article": key} for row in rows]


def _given(row: dict[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    return {name: _value(value, kinds[name]) for name, value in row.items() if value is not None and name in kinds}


def _value(value: Any, kind: type) -> Any:
    if kind is datetime.date:
        return datetime.date.fromisoformat(value)
    if kind is float:
        return float(value)
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    """Return text that every database holds: no NUL, and of a file's name that isn't UTF-8 its bytes spelt out."""
    text = text.replace("\0", "\ufffd")
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
