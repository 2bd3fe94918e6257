"""A database to ask: one that there is, or one made of stored sheets for as long as the question takes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from ..messages import InputError, Messages
from ..output import OutputError, Write, opened
from .address import cannot_be_asked, is_database, is_missing, shown
from .joining import waits
from .store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class _NothingReadError(Exception):
    """No sheet could be read, and it is said why."""


def answered(sources: Sequence[str], output: str | None, quiet: bool, answer: Callable[[Connection, Write], None]) -> int:
    """Answer a question, say what goes wrong, and return the exit status: 1 if anything did, else 0.

    Args:
        sources: one database, or files and folders of stored sheets.
        output: the file to write; None or `-` for standard output.
        quiet: whether to say nothing but errors.
        answer: asks the database that it is given a connection to, and writes; it may raise `InputError`.
    """
    messages = Messages(-1 if quiet else 0)
    try:
        with (
            opened_base(sources, messages) as engine,
            opened(None if output == "-" else output) as write,
            cannot_be_asked(shown(sources[0]), "check that it is there and may be read"),
            engine.connect() as connection,
        ):
            answer(connection, write)
    except OutputError as error:
        messages.error(InputError(error.name, f"cannot be written ({error.reason})"))
    except InputError as error:
        messages.error(error)
    except _NothingReadError:
        pass
    return int(messages.errors > 0)


@contextmanager
def opened_base(sources: Sequence[str], messages: Messages) -> Iterator[Engine]:
    """Give the database that `sources` name, or one of the sheets in them, which is gone when the block is left.

    Args:
        sources: one database, or files and folders of stored sheets.
        messages: where it is said that a sheet can't be read.

    Raises:
        InputError: SQLAlchemy isn't installed, or the database isn't there or is another program's.
    """
    if len(sources) == 1 and is_database(sources[0]):
        yield from _existing(sources[0], messages)
        return
    from ..extracting import told, write_database
    from ..formats import SECTIONS, RowOptions
    from ..stored import stored_sheets

    with tempfile.TemporaryDirectory(prefix="newsfacts-") as folder:
        path = os.path.join(folder, "facts.db")
        sheets = told(stored_sheets(sources), messages)
        first = next(sheets, None)
        if first is None:
            raise _NothingReadError
        write_database(chain([first], sheets), SECTIONS, path, RowOptions(), messages)
        store = Store(path)
        try:
            yield store.engine
        finally:
            store.engine.dispose()


def _existing(source: str, messages: Messages) -> Iterator[Engine]:
    if is_missing(source):
        raise InputError(source, "no such file", "newsfacts batch or newsfacts convert makes it: -o facts.db")
    store = Store(source, make=False)
    if waits(store.engine):
        advice = "the batch that was stopped does it when it is run again"
        messages.warn(shown(source), "some of its people aren't put together with those of other articles", advice)
    try:
        yield store.engine
    finally:
        store.engine.dispose()
