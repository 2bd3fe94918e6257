"""The manual page, made of the help of the commands: `newsfacts man`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from newsfacts import __version__


def manual(group: click.Group, default: str) -> str:
    """Return the manual page in roff's macros for man, with the options and examples of `default` first and the other commands below.

    It has no date: the same program gives the same page on any day.
    """
    first = group.commands[default]
    parts = [
        f'.TH NEWSFACTS 1 "" "newsfacts {_text(__version__)}" "User Commands"',
        ".SH NAME",
        f"newsfacts {_text('-')} {_text(_paragraphs(group.help)[0].rstrip('.'))}",
        ".SH SYNOPSIS",
        f".B newsfacts\n{_text('[OPTIONS] [SOURCE]...')}\n.br",
        *(f".B newsfacts {name}\n{_text(_usage(command, name))}\n.br" for name, command in sorted(group.commands.items())),
        ".SH DESCRIPTION",
        *_prose(group.help),
        ".SH OPTIONS",
        *_options(first, default),
        *(line for name, command in sorted(group.commands.items()) if name != default for line in _section(name, command)),
        *_examples(group.epilog),
    ]
    return "\n".join(parts) + "\n"


def _section(name: str, command: click.Command) -> Iterator[str]:
    yield f".SH NEWSFACTS {_text(name.upper())}"
    yield from _prose(command.help)
    yield from _options(command, name)
    yield from _examples(command.epilog, ".SS")


def _usage(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name)
    return " ".join(command.collect_usage_pieces(context))


def _prose(text: str | None) -> Iterator[str]:
    for number, paragraph in enumerate(_paragraphs(text)):
        yield from ([".PP"] if number else [])
        yield _text(paragraph)


def _paragraphs(text: str | None) -> list[str]:
    """Return the paragraphs of a help text, each on one line."""
    parts = re.split(r"\n\s*\n", inspect.cleandoc(text or "").replace("\b\n", ""))
    return [" ".join(part.split()) for part in parts if part.strip()]


def _options(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    for option in command.params:
        record = option.get_help_record(context) if isinstance(option, click.Option) else None
        if record:
            yield f".TP\n.B {_text(record[0])}\n{_text(' '.join(record[1].split()))}"


def _examples(epilog: str | None, macro: str = ".SH") -> Iterator[str]:
    """Yield what stands behind a command's options: examples as they are typed, and the exit statuses."""
    for block in inspect.cleandoc(epilog or "").split("\b\n"):
        head, _, rest = block.strip().partition("\n")
        if rest:
            yield f"{macro} {_text(head.rstrip(':').upper())}"
            yield from (".nf", *(_text(line.strip()) for line in rest.splitlines()), ".fi")
        elif head:
            title, _, words = head.partition(": ")
            yield f"{macro} {_text(title.upper())}\n{_text(words)}"


def _text(words: str) -> str:
    """Return words in which roff finds nothing to obey."""
    plain = words.replace("\\", "\\e").replace("-", "\\-")
    escaped = "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in plain)
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
