"""What a worker does: load the pipeline once, then one article after the other."""

from __future__ import annotations

import os
import signal
from threading import Thread
from typing import TYPE_CHECKING

from .. import own_process
from ..extracting import load, sheet_of, with_its_text
from ..messages import InputError, Messages, line_of
from .outputs import rendered
from .tasks import Failure, Outcome, Settings, Task, article_of

if TYPE_CHECKING:
    from newsfacts.pipeline import Pipeline

_nlp: Pipeline | None = None  # one a process, loaded by the first of `start` and `work`


class _Collected(Messages):
    """Messages that are kept, for the parent process to say."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def warn(self, source: str, problem: str, advice: str = "") -> None:
        """Keep a warning."""
        self._lines.append(line_of(source, problem, advice))


def start(model: str | None = None) -> None:
    """Make this process a worker that reads with `model`: it leaves Ctrl-C to its parent and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _end_with_parent()
    own_process()
    _pipeline(model)


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is None:
        return

    def wait() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    Thread(target=wait, daemon=True).start()


def _pipeline(model: str | None) -> Pipeline:
    global _nlp
    if _nlp is None:
        _nlp = load(model, threads=1)
    return _nlp


def work(task: Task, settings: Settings) -> Outcome:
    """Return what became of the article. Nothing is raised."""
    warnings: list[str] = []
    messages = _Collected(warnings)
    read = article_of(task, settings.reading)
    if isinstance(read, InputError):
        return Outcome(failure=Failure("input", read.problem, read.advice))
    found = sheet_of(read, _pipeline(settings.model), settings.published, messages, settings.min_confidence)
    if isinstance(found, InputError):
        return Outcome(failure=Failure("bug", found.problem, found.advice))
    sheet, text = found
    sheet = with_its_text(sheet, text) if settings.with_text else sheet
    return Outcome(rendered(settings.output, sheet, text, settings.only, task.name, settings.rows), None, tuple(warnings))
