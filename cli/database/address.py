"""Where a database is: a file of SQLite's, or a URL of SQLAlchemy's with any dialect that is installed."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..messages import InputError

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine

_SCHEME = re.compile(r"([a-z]\w*)(\+\w+)?://", re.IGNORECASE)
_SQLITE = re.compile(r"sqlite(?:\+\w+)?:///", re.IGNORECASE)
_ENDINGS = (".db", ".sqlite", ".sqlite3")
_BUILT_IN = ("mariadb", "mssql", "mysql", "oracle", "postgres", "postgresql", "sqlite")
_DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}  # where the URL names none
_WAIT = 30  # seconds for another program that writes the same SQLite file


def is_database(output: str) -> bool:
    """Say whether `output` is a URL of SQLAlchemy's, or a file whose name ends as that of an SQLite database does."""
    return is_database_url(output) or output.lower().endswith(_ENDINGS)


def is_database_url(output: str) -> bool:
    """Say whether `output` is a URL whose dialect SQLAlchemy has, or that names a driver, as no other URL does."""
    found = _SCHEME.match(output)
    return found is not None and (found[2] is not None or found[1].lower() in _dialects())


def is_sqlite(output: str) -> bool:
    """Say whether a database is a file of SQLite's."""
    return bool(_SQLITE.match(output)) or not _SCHEME.match(output)


def file_of(output: str) -> str:
    """Return the path of an SQLite database that is given by its path or its URL; anything else as it is."""
    return _SQLITE.sub("", output, count=1).partition("?")[0] if _SQLITE.match(output) else output


def shown(output: str) -> str:
    """Return `output` as messages may name it: without a password."""
    return re.sub(r"(?<=://)([^/@:]*):[^/@]*@", r"\1:***@", output)


def engine_at(output: str) -> Engine:
    """Return SQLAlchemy's engine for a database. Nothing is connected yet.

    Raises:
        InputError: SQLAlchemy, the dialect or its driver isn't installed, or `output` is no URL of its.
    """
    try:
        from sqlalchemy import create_engine, exc
    except ImportError as error:
        raise InputError(shown(output), f"a database needs {error.name or 'SQLAlchemy'}", "pip install 'newsfacts[sql]'") from None
    logging.getLogger("psycopg").setLevel(logging.ERROR)  # it warns of what it raises besides
    dialect = _dialect(output)
    try:
        return create_engine(_url(output, dialect), connect_args={"timeout": _WAIT} if is_sqlite(output) else {})
    except exc.NoSuchModuleError:
        there = ", ".join(sorted(_dialects() - {"postgres"}))
        advice = "install the package that brings it: docs.sqlalchemy.org/dialects names them"
        raise InputError(shown(output), f"SQLAlchemy has no such dialect here (it has {there})", advice) from None
    except ImportError as error:
        advice = "pip install 'newsfacts[sql]'" if dialect in _DRIVERS else f"install it, or name another one: {dialect}+DRIVER://…"
        raise InputError(shown(output), f"its driver {error.name} isn't installed", advice) from None
    except (exc.SQLAlchemyError, ValueError):  # the second of a port that is no number
        advice = "write it as DIALECT://USER@HOST/NAME, as in postgresql://me@localhost/news"
        raise InputError(shown(output), "is no URL of a database", advice) from None


def _url(output: str, dialect: str) -> URL | str:
    """Return a database as SQLAlchemy has it: a file's URL, and the driver that is ours where the URL names none."""
    from sqlalchemy import URL

    if not dialect:
        return URL.create("sqlite", database=output)
    named = output[len(dialect) :].startswith("+")
    return output if named else _DRIVERS.get(dialect, dialect) + output[len(dialect) :]


def _dialect(output: str) -> str:
    """Return the dialect that a URL names; nothing of a path."""
    found = _SCHEME.match(output)
    return found[1].lower() if found else ""


def _dialects() -> set[str]:
    """Return the names of the dialects that SQLAlchemy has, its own and those that other packages bring."""
    from importlib.metadata import entry_points

    return {*_BUILT_IN, *(entry.name.partition(".")[0] for entry in entry_points(group="sqlalchemy.dialects"))}


def is_missing(output: str) -> bool:
    """Say whether a database is a file that isn't there: only to be asked, it should not be made."""
    if is_sqlite(output):
        return not os.path.isfile(file_of(output))
    path = output.partition(":///")[2].partition("?")[0]
    return output.lower().startswith("duckdb:") and bool(path) and not os.path.isfile(path)


@contextmanager
def cannot_be_asked(source: str, advice: str = "check the URL and the query") -> Iterator[None]:
    """Turn what SQLAlchemy raises while a database is asked into an `InputError`."""
    from sqlalchemy import exc

    try:
        yield
    except exc.SQLAlchemyError as error:
        raise InputError(source, f"cannot be asked ({reason_of(error)})", advice) from None


def reason_of(error: Exception) -> str:
    """Return the first line of what the driver says."""
    cause = getattr(error, "orig", None) or error
    return (str(cause) or type(cause).__name__).strip().splitlines()[0][:200]
