"""From the options of `newsfacts batch` to a run."""

from __future__ import annotations

import datetime
import os
from pathlib import PurePath
from typing import Any

import click

from ..database.address import file_of
from ..extracting import load
from ..feeds import FEEDS
from ..formats import SECTIONS, row_options
from ..queries import Query
from ..reading import ReadOptions, format_of
from .outputs import UNWRITTEN, kind_of
from .running import Plan, run_batch
from .storage import is_url
from .tasks import Settings

_OF_EXTRACT = (".json", ".txt", ".htm", ".gz")  # what only a single article is written as
_FILES = ".jsonl, .csv, .parquet, .html or .db"


def run(
    folder: str | None,
    *,
    query: Query | None = None,
    output: str,
    patterns: tuple[str, ...],
    workers: int | None,
    only: tuple[str, ...] | None,
    published: datetime.date | None,
    model: str | None,
    min_confidence: float,
    engine: str,
    scheduler: str | None,
    verbose: bool,
    quiet: bool,
    rows: str,
    raw_cells: bool,
    with_text: bool,
    **rest: Any,
) -> int:
    """Check that the run can be, run it, and return the exit status.

    Raises:
        ModelError: `model` isn't installed or lacks what the extractors need.
    """
    if engine == "dask" and not scheduler:
        raise click.UsageError("--engine dask needs --scheduler, the address that dask-scheduler prints")
    if scheduler and engine != "dask":
        raise click.UsageError("--scheduler goes with --engine dask")
    if not output:
        raise click.UsageError("--output '' is no name of a folder or a file")
    if output == "-":
        raise click.UsageError("batch writes files, not standard output; newsfacts extract does, with --format jsonl")
    output = file_of(output)
    folder = folder or "."
    _check_places(None if query else folder, output)
    if model:
        load(model)  # says what is wrong before any worker starts
    own = {key: rest.pop(key) for key in ("timeout", "follow", "journal")}
    folder, feed = (os.path.dirname(folder) or ".", os.path.basename(folder)) if os.path.isfile(folder) else (folder, None)
    plan = Plan(folder, output, patterns, workers or _cores(), engine=engine, scheduler=scheduler, feed=feed, query=query, **own)
    settings = Settings(
        ReadOptions(**rest), published, only or SECTIONS, kind_of(output), model, min_confidence, row_options(rows, raw_cells), with_text
    )
    return run_batch(plan, settings, verbose=verbose, quiet=quiet)


def _cores() -> int:
    """Return the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _check_places(folder: str | None, output: str) -> None:
    """Refuse places that can't be; `folder` is None where the articles come from a database."""
    if folder is not None and not is_url(folder):
        if folder == "-":
            raise click.UsageError("batch reads files, not standard input; newsfacts extract does")
        if not os.path.exists(folder):
            raise click.UsageError(f"there is no folder {folder!r}")
        if not os.path.isdir(folder) and not _is_feed(folder):
            raise click.UsageError(f"{folder!r} is no folder and no feed; a single article is read by newsfacts extract")
    if not is_url(output):
        _check_output(folder, output)


def _is_feed(path: str) -> bool:
    """Say whether a file holds many articles. What can't be read is said when it is read."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(8192)
    except OSError:
        return True
    return format_of(path, head) in FEEDS


def _check_output(folder: str | None, output: str) -> None:
    ending = PurePath(output).suffix.lower()
    is_folder, parent = os.path.isdir(output), os.path.dirname(os.path.abspath(output))
    if kind_of(output) == "folder":
        if os.path.exists(output) and not is_folder:
            raise click.UsageError(f"{output!r} is a file; name a folder, or a file that ends in {_FILES}")
        if ending in (*UNWRITTEN, *_OF_EXTRACT) and not is_folder and not output.endswith("/"):
            raise click.UsageError(
                f"--output {output!r}: batch writes no {ending}; name a file that ends in {_FILES}, or a folder: {output}/"
            )
        if is_folder and folder is not None and os.path.isdir(folder) and os.path.samefile(output, folder):
            raise click.UsageError("the output folder is the articles' own; name another --output")
    elif is_folder:
        raise click.UsageError(f"{output!r} is a folder, but its name is that of a file")
    elif folder is not None and os.path.isfile(folder) and os.path.exists(output) and os.path.samefile(output, folder):
        raise click.UsageError(f"{output!r} is the feed itself and would be overwritten; name another --output")
    elif not os.path.isdir(parent):
        raise click.UsageError(f"there is no folder {os.path.dirname(output)!r}; make it first")
