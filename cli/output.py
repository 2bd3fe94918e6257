"""Where facts go: standard output, or a file that is either whole or not there."""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import BinaryIO, cast

from .messages import silence

_ENDING = ("SIGTERM", "SIGHUP")  # what asks a process to end; Windows has only the first
Write = Callable[[str], None]


class OutputError(Exception):
    """Output that cannot be written: what it is called, and why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name, self.reason = name, reason


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Let a signal that asks the process to end raise SystemExit, so that no half file stays; what `nohup` ignores stays ignored."""
    old = {}
    with suppress(ValueError):  # of another thread than the main one
        for number in (getattr(signal, name) for name in _ENDING if hasattr(signal, name)):
            if signal.getsignal(number) == signal.SIG_DFL:
                old[number] = signal.signal(number, _ended)
    try:
        yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


def _ended(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


@contextmanager
def opened(path: str | None) -> Iterator[Write]:
    """Give a function that writes UTF-8 text to `path`, or at once to standard output where it is None.

    A file whose name ends in `.gz` is packed, without a time, so that equal facts are equal bytes. For the rest see `opened_bytes`.

    Raises:
        OutputError: the file cannot be made or written.
    """
    if path is None:
        yield _to_stdout
        return
    with opened_bytes(path) as stream:
        if not path.lower().endswith(".gz"):
            yield _writer(stream, path)
            return
        from gzip import GzipFile

        with saying(path), GzipFile(filename="", mode="wb", fileobj=stream, mtime=0, compresslevel=6) as packing:
            yield _writer(cast(BinaryIO, packing), path)


@contextmanager
def opened_bytes(path: str) -> Iterator[BinaryIO]:
    """Give a stream of bytes to `path`.

    A file gets its name when all is written: until then, and after an exception, what had that name stays. A device or a pipe is
    written to as it is.

    Raises:
        OutputError: the file cannot be made or closed; `saying` turns what the stream's `write` raises into one.
    """
    target = Path(os.path.realpath(path))
    if os.path.exists(target) and not os.path.isfile(target):  # pathlib's raise in a closed folder
        with _made(target, "wb", path) as stream:
            yield stream
        return
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with ended_in_order(), _made(temporary, "xb", path) as stream:
            yield stream
        with saying(path):
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def _made(path: Path, mode: str, name: str) -> Iterator[BinaryIO]:
    """Open a file and close it, which writes what is left and fails again where writing failed."""
    with saying(name), cast(BinaryIO, path.open(mode)) as stream:
        yield stream


@contextmanager
def saying(name: str) -> Iterator[None]:
    """Turn an error of the system into an `OutputError`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(name, error.strerror or str(error)) from error


def _writer(stream: BinaryIO, name: str) -> Write:
    def write(text: str) -> None:
        with saying(name):
            stream.write(text.encode())

    return write


def _to_stdout(text: str) -> None:
    if sys.stdout is None:
        raise OutputError("standard output", "it is closed")
    try:
        with saying("standard output"):
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()  # a sheet is out as soon as it is made
    except OutputError:
        close_stdout()
        raise


def close_stdout() -> None:
    """Keep Python from writing to a broken standard output again when it ends."""
    silence(sys.stdout)


def is_terminal() -> bool:
    """Say whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def terminal_width() -> int:
    """Return the columns of the terminal, 80 where there is none. COLUMNS overrides."""
    import shutil

    return max(shutil.get_terminal_size((80, 24)).columns, 20)


def wants_colour() -> bool:
    """Say whether standard output shows ANSI colours: NO_COLOR and FORCE_COLOR (no-color.org, force-color.org) are heard."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal() and os.environ.get("TERM") != "dumb")
