"""What values of options may be: each kind says what is wrong of a value and how to write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from .sections import SECTIONS

if TYPE_CHECKING:
    import datetime

    from click.shell_completion import CompletionItem

_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}


class Day(click.ParamType):
    """An ISO 8601 date, or date and time."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Return the date, or fail with the right form."""
        from .days import parse_day

        try:
            return parse_day(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Size(click.ParamType):
    """A number of bytes: 500k, 20MB, 1.5G."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the bytes, or fail with the right form."""
        found = re.fullmatch(r"(\d{1,12}(?:\.\d{1,6})?) ?([kmg]?)i?b?", value.strip().lower())
        size = int(float(found[1]) * _UNITS[found[2]]) if found else 0
        return size or self.fail(f"{value!r} is no size; write it as 500k, 20MB or 1G", param, ctx)


class Sections(click.ParamType):
    """Names of sections with commas between them."""

    name = "sections"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Return the sections in the order of the sheet, or fail with the names that there are."""
        names = [name.strip().lower() for name in value.split(",") if name.strip()]
        unknown = [name for name in names if name not in SECTIONS]
        if unknown or not names:
            self.fail(f"{(unknown or [value])[0]!r} is no section; there are {', '.join(SECTIONS)}", param, ctx)
        return tuple(section for section in SECTIONS if section in names)


class Confidence(click.ParamType):
    """A number from 0 to 1."""

    name = "confidence"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number, or fail with the right form."""
        try:
            number = float(value)
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:
            self.fail(f"{value!r} is no confidence; write a number from 0 to 1, as 0.7", param, ctx)
        return number


class Currency(click.ParamType):
    """A sign or name of a currency with the ISO 4217 code that it stands for: `$=CAD`."""

    name = "currency"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Return the sign and the code, or fail with the right form."""
        from newsfacts.habits import parse_currency

        try:
            return parse_currency(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class OwnNames(click.ParamType):
    """A file of a newsroom's own names."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the names, or fail with a line for each wrong line of the file."""
        from newsfacts.own_names import OwnNamesError, read_own_names

        try:
            return read_own_names(value)
        except OwnNamesError as error:
            self.fail("\n".join(error.problems), param, ctx)
        except (OSError, UnicodeDecodeError) as error:
            self.fail(f"{value!r} can't be read: {getattr(error, 'strerror', None) or error}", param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Let the shell name files."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


class Month(click.ParamType):
    """The number of a month: `04`."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or fail with the right form."""
        if not (value.isdecimal() and len(value) <= 2 and 1 <= int(value) <= 12):
            self.fail(f"{value!r} is no month that a business year begins in; write it as 04", param, ctx)
        return int(value)
