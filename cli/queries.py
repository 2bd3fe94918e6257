"""Articles that a database gives: each row of a query is one, its columns are fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .database.address import cannot_be_asked, engine_at, is_missing
from .feeds import Record
from .messages import InputError

_AT_ONCE = 64  # rows that are fetched at a time


class Query(NamedTuple):
    """A question to a database: its URL, as SQLAlchemy has them, and SQL."""

    url: str
    sql: str

    @property
    def name(self) -> str:
        """What messages and sheets call it: the database's own name, without a password."""
        return re.sub(r"[?#].*", "", self.url).rstrip("/").rpartition("/")[2].rpartition("@")[2] or "database"


def rows_of_query(query: Query, text_field: str) -> Iterator[Record | InputError]:
    """Yield the rows, each as soon as it is there.

    Raises:
        InputError: SQLAlchemy or a driver isn't installed, the database cannot be asked, or no column holds the texts.
    """
    if is_missing(query.url):  # SQLite would make it
        raise InputError(query.name, "no such file", "check the URL: sqlite:///news.db, sqlite:////data/news.db")
    engine = engine_at(query.url)
    with cannot_be_asked(query.name), engine.connect().execution_options(yield_per=_AT_ONCE) as connection:
        rows = connection.exec_driver_sql(query.sql)
        columns = list(rows.keys())
        if text_field not in columns:
            shown = ", ".join(columns[:12])
            raise InputError(query.name, f"gives no column {text_field!r}", f"name it with --text-field (columns here: {shown})")
        for number, row in enumerate(rows, start=1):
            yield Record(f"row {number}", dict(zip(columns, row, strict=True)))
    engine.dispose()
