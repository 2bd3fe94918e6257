"""One task an article: what a worker needs for its sheet, and what tells whether that sheet is already there."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from newsfacts import __version__

from ..feeds import FEEDS
from ..formats import SECTIONS, RowOptions
from ..messages import InputError
from ..queries import Query
from ..reading import Read, ReadOptions, format_of, read_query, read_source
from .storage import Storage

_HEAD = 8192


@dataclass(frozen=True)
class Settings:
    """What decides how a sheet comes out, beside the article: the same for all articles of a run."""

    reading: ReadOptions = field(default_factory=ReadOptions)
    published: datetime.date | None = None
    only: tuple[str, ...] = SECTIONS
    output: str = "folder"
    model: str | None = None
    min_confidence: float = 0.0
    rows: RowOptions = field(default_factory=RowOptions)
    with_text: bool = False


class Failure(NamedTuple):
    """Why an article has no sheet.

    `reason` is `input` (it cannot be read), `output` (its sheet cannot be written), `timeout`, `crash` (its worker died) or `bug`.
    """

    reason: str
    problem: str
    advice: str = ""


class Task(NamedTuple):
    """An article to be done.

    Attributes:
        name: the source's name in its folder; that of an article of a feed ends in `:PLACE`.
        content: the bytes of a text or a web page; empty for an article that is already read.
        read: an article of a feed, or None.
        fingerprint: what the sheet depends on; another one means another sheet.
        place: in a feed, a number counted from 1 or what its key field holds; else an empty string.
        failure: why there is nothing to do, or None.
    """

    name: str
    content: bytes = b""
    read: Read | None = None
    fingerprint: str = ""
    place: str = ""
    failure: Failure | None = None


class Outcome(NamedTuple):
    """What became of a task: the rendered sheet or a failure, and the warnings of the article."""

    rendered: bytes = b""
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()


def read_tasks(storage: Storage, name: str, settings: Settings) -> Iterator[Task]:
    """Yield the tasks of the source `name`, one an article. One that cannot be read is a task with a failure."""
    options = settings.reading
    try:
        with storage.open(name) as stream:
            head = stream.read(_HEAD)
            kind = options.input_format if options.input_format != "auto" else format_of(name, head)
            if kind not in FEEDS:
                content = head + stream.read(max(options.max_size + 1 - len(head), 0))
                yield Task(name, content, fingerprint=_fingerprint(settings, name, content))
                return
        with storage.open(name) as stream:
            yield from _feed_tasks(stream, name, settings)
    except OSError as error:
        yield Task(name, failure=Failure("input", f"cannot be read ({error.strerror or error})"))


def query_tasks(query: Query, settings: Settings) -> Iterator[Task]:
    """Yield the tasks of a question to a database, one a row."""
    yield from _tasks_of(read_query(query, settings.reading), query.name, settings)


def _feed_tasks(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Task]:
    yield from _tasks_of(read_source(name, settings.reading, stream), name, settings)


def _tasks_of(reads: Iterable[Read | InputError], name: str, settings: Settings) -> Iterator[Task]:
    for found in reads:
        if isinstance(found, InputError):
            number = found.source.rpartition(" ")[2] if found.source != name else ""  # of a record; else it is the feed that is wrong
            task = Task(f"{name}:{number}" if number else name, place=number)
            yield task._replace(failure=Failure("input", found.problem, found.advice))
        else:
            task = Task(f"{name}:{found.place}", place=found.place)
            article = found.article
            parts = (article.text, article.name, article.title or "", str(article.published), article.url or "")
            content = "\0".join(parts).encode("utf-8", "surrogatepass")
            yield task._replace(read=found, fingerprint=_fingerprint(settings, name, content))


def _fingerprint(settings: Settings, name: str, content: bytes) -> str:
    about = f"{__version__}\0{settings}\0{name}\0".encode("utf-8", "surrogatepass")
    return sha256(about + content).hexdigest()


def article_of(task: Task, options: ReadOptions) -> Read | InputError:
    """Return the article of a task, as it is called in sheets and messages."""
    if task.read is not None:
        return task.read
    found = next(iter(read_source(task.name, options, io.BytesIO(task.content))))
    if isinstance(found, InputError):
        return found
    name = task.name.encode("utf-8", "replace").decode()  # a name that isn't UTF-8 can't stand in JSON
    return replace(found, article=replace(found.article, name=name))
