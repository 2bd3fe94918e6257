"""Lists of sources: one name a line, or with a NUL behind each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from .messages import InputError

_LONGEST = 65_536  # bytes of a name
_LABEL = "--files-from"


def listed(path: str, end: str) -> Iterator[str | InputError]:
    """Yield the names in the list `path` (`-`: standard input), each as soon as it is written, however slowly the list grows.

    What is no name comes as an error in its place; empty ones are passed over.

    Args:
        path: of the list.
        end: what stands behind each name, one character.
    """
    found = False
    try:
        for raw in _pieces(path, end.encode()):
            name = os.fsdecode(raw.removesuffix(b"\r") if end == "\n" else raw)
            if len(raw) > _LONGEST:
                yield InputError(_LABEL, "a name is too long", "find -print0 goes with -0, lines without it")
                return
            if "\0" in name:
                yield InputError(_LABEL, "the list has NULs in its lines", "find -print0 goes with -0")
                return
            if name == "-":
                yield InputError(_LABEL, "'-' can't stand in a list", "a file of that name is ./-")
            elif name:
                yield name
            found = found or bool(name)
        if not found:
            yield InputError(_LABEL, "the list is empty", "write one name a line")
    except OSError as error:
        yield InputError(path, f"the list cannot be read ({error.strerror or error})", "check the path")


def _pieces(path: str, end: bytes) -> Iterator[bytes]:
    if path == "-" and sys.stdin is None:
        raise OSError("standard input is closed")
    source = sys.stdin.fileno() if path == "-" and sys.stdin else path
    with open(source, "rb", buffering=0, closefd=path != "-") as stream:
        rest = b""
        while part := stream.read(_LONGEST):
            *whole, rest = (rest + part).split(end)
            yield from whole
            if len(rest) > _LONGEST:
                break
        yield rest
