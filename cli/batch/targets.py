"""Where the sheet of each article is kept as soon as it is made: a file in a folder, or rows in a database."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Protocol

from ..database.store import Store
from ..messages import Messages
from ..output import OutputError
from .storage import Storage, safe_name
from .tasks import Task


class Target(Protocol):
    """Keeps sheets, each of them whole or not at all."""

    def has(self, task: Task) -> bool:
        """Say whether the article's sheet is there."""

    def keep(self, task: Task, rendered: bytes) -> None:
        """Keep the sheet, as its kind of output renders it, in the place of an older one.

        Raises:
            InputError: this one can't be kept.
            OSError: nothing more can be.
        """

    def drop(self, task: Task) -> None:
        """Remove the article's sheet, if it is there."""

    def close(self) -> None:
        """Write what is written at the end."""


class Folder:
    """A folder with a file for each article."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def has(self, task: Task) -> bool:
        """Say whether the article's file is there."""
        return self._storage.exists(sheet_name(task))

    def keep(self, task: Task, rendered: bytes) -> None:
        """Write the article's file."""
        self._storage.write(sheet_name(task), rendered)

    def drop(self, task: Task) -> None:
        """Remove the article's file."""
        self._storage.remove(sheet_name(task))

    def close(self) -> None:
        """Do nothing: all is there."""


class Database:
    """A database with rows for each article. What a power cut took from it is done again: it knows what its rows were made from."""

    def __init__(self, output: str, messages: Messages) -> None:
        self._output, self._messages = output, messages

    @cached_property
    def _store(self) -> Store:
        """The store, opened when it is first asked: the workers load their pipelines while SQLAlchemy is imported here."""
        store = Store(self._output)
        store.warn(self._messages)
        return store

    def has(self, task: Task) -> bool:
        """Say whether the article's rows are there, made from what it is now."""
        return self._store.has(task.name, task.fingerprint)

    def keep(self, task: Task, rendered: bytes) -> None:
        """Write the article's rows in one transaction."""
        self._store.write(task.name, json.loads(rendered), task.fingerprint)

    def drop(self, task: Task) -> None:
        """Remove the article's rows."""
        self._store.remove(task.name)

    def close(self) -> None:
        """Close it."""
        try:
            self._store.close()
        except OutputError as error:
            raise OSError(error.reason) from error


def sheet_name(task: Task) -> str:
    """Return the name of an article's sheet in an output folder: `a/story.txt.facts.json`, `a/feed.jsonl/12.facts.json`."""
    source = f"{task.name.removesuffix(f':{task.place}')}/{task.place}" if task.place else task.name
    return safe_name(f"{source}.facts.json")
