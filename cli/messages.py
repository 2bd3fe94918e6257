"""What the command says on standard error: one line each, `newsfacts: SOURCE: what is wrong; what to do`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO, cast

from .visible import visible, visible_lines


class InputError(Exception):
    """A source, or a line of one, that cannot be read.

    Attributes:
        source: how messages name it.
        problem: what is wrong.
        advice: what the user can do about it, or an empty string.
    """

    def __init__(self, source: str, problem: str, advice: str = "") -> None:
        super().__init__(source, problem, advice)
        self.source, self.problem, self.advice = source, problem, advice

    def __str__(self) -> str:
        return line_of(self.source, self.problem, self.advice)


def line_of(source: str, problem: str, advice: str = "") -> str:
    """Return a message's line."""
    return visible(f"newsfacts: {source}: {problem}" + (f"; {advice}" if advice else ""))


class Messages:
    """Where messages go. `verbosity`: -1 errors only, 0 warnings too, 1 everything."""

    def __init__(self, verbosity: int = 0) -> None:
        self.verbosity = verbosity
        self.errors = 0

    def error(self, error: InputError) -> None:
        """Say why some input failed, and count it."""
        self.errors += 1
        say(str(error))

    def warn(self, source: str, problem: str, advice: str = "") -> None:
        """Say what the user should know of a source that could be read."""
        if self.verbosity >= 0:
            say(line_of(source, problem, advice))

    def note(self, source: str, text: str) -> None:
        """Say what only the curious want to know."""
        if self.verbosity > 0:
            say(line_of(source, text))

    def trace(self, error: Exception) -> None:
        """Show where an unexpected error came from, to those who want to know."""
        if self.verbosity > 0:
            import traceback

            say(visible_lines("".join(traceback.format_exception(error)).rstrip()))


def say(line: str) -> None:
    """Write a line to standard error. Where nobody can read it, the work goes on."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(line + "\n")
            sys.stderr.flush()
    except OSError:  # closed, or a full disk
        silence(sys.stderr)


def silence(stream: TextIO | None) -> None:
    """Keep Python from writing to a broken stream again when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), cast(TextIO, stream).fileno())


def usage_line(problem: str, command: str = "newsfacts") -> str:
    """Return the line for a command that was called wrongly."""
    return visible(f"newsfacts: {problem.rstrip('.')}; see {command.removesuffix(' extract')} --help")
