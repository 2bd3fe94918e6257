"""Fact sheets that were made before: read back, so that no article is read again to have its facts in another format."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from .batch.storage import Local
from .confidence import sure_sheet
from .database.address import is_database
from .decoding import binary_kind
from .extracting import Made, format_for, told, write_sheets
from .feeds import JsonText
from .formats import SECTIONS, row_options
from .messages import InputError, Messages
from .reading import broken_gzip, opened_source, unpacked

if TYPE_CHECKING:
    from newsfacts import FactSheet

_OF_ARTICLE = "newsfacts extract makes one of an article"
_OF_DATABASE = "ask it alone, with newsfacts people or newsfacts compare"
_SHEETS = ("*.facts.json", "*.facts.jsonl", "*.facts.jsonl.gz")


def convert(
    paths: Iterable[str],
    *,
    output: str | None,
    output_format: str | None = None,
    only: tuple[str, ...] | None = None,
    min_confidence: float = 0.0,
    rows: str = "facts",
    raw_cells: bool = False,
    verbose: bool = False,
    quiet: bool = False,
) -> int:
    """Write stored sheets in another format and return the exit status: 1 if some could not be read, else 0.

    Args:
        paths: files of sheets, folders of `NAME.facts.json`, or `-` for standard input.
        output: the file or the database to write; None or `-` for standard output.
        output_format: as of `extract_all`; None to choose by the output.
        only: the sections to give; None for all that a sheet has.
        min_confidence: of a fact, for it to be given.
        rows, raw_cells: as of `extract_all`.
        verbose: whether to say more than errors.
        quiet: whether to say nothing but errors.

    Raises:
        UsageError: `output` promises a format that isn't written.
    """
    messages = Messages(1 if verbose else -1 if quiet else 0)
    output = None if output == "-" else output
    output_format = output_format or format_for(output)
    sheets = (made._replace(sheet=sure_sheet(made.sheet, min_confidence)) for made in told(stored_sheets(paths), messages))
    return write_sheets(sheets, output_format, only, output, messages, row_options(rows, raw_cells))


def stored_sheets(paths: Iterable[str]) -> Iterator[Made | InputError]:
    """Yield the sheets in files and folders, each as soon as it is read; what is no sheet comes as an error in its place.

    Two articles of one name get different keys, `a.txt` and `a.txt (2)`; sheets of the same text have one.
    """
    names: dict[str, list[str]] = {}
    for path in _files(paths):
        for found in [path] if isinstance(path, InputError) else _sheets_of(path):
            if isinstance(found, InputError):
                yield found
                continue
            texts = names.setdefault(found.key, [])
            digest = found.sheet.source.sha256
            if digest not in texts:
                texts.append(digest)
            number = texts.index(digest) + 1
            yield found if number == 1 else found._replace(key=f"{found.key} ({number})")


def _files(paths: Iterable[str]) -> Iterator[str | InputError]:
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        names = list(Local(Path(path)).sources(_SHEETS))
        yield from (os.path.join(path, name) for name in names)
        if not names:
            yield InputError(path, "has no sheets", "newsfacts batch makes them: NAME.facts.json")


def _sheets_of(path: str) -> Iterator[Made | InputError]:
    label = "standard input" if path == "-" else path
    number = 0
    try:
        with opened_source(path) as raw:
            stream = unpacked(raw, path)[0]
            if found := binary_kind(stream.peek(8192)):
                raise InputError(label, f"is {found[0]}, no fact sheet", _OF_DATABASE if is_database(path) else _OF_ARTICLE)
            for number, value in enumerate(_values(stream), start=1):
                place = label if number == 1 else f"{label}: sheet {number}"
                if problem := _other_schema(value):
                    yield InputError(place, problem, "make it, and those after it, again from their articles")
                    return
                yield _sheet_of(value, place)
        if not number:
            yield InputError(label, "is empty", "give it fact sheets")
    except ValueError as error:
        where = f"{label}: after sheet {number}" if number else label
        yield InputError(where, f"is no fact sheet ({error})", _OF_ARTICLE)
    except InputError as error:
        yield error
    except (EOFError, zlib.error) as error:
        yield broken_gzip(label, error)
    except OSError as error:
        yield (
            broken_gzip(label, error) if error.errno is None else InputError(label, f"cannot be read ({error.strerror})", "check the path")
        )


def _values(stream: BinaryIO) -> Iterator[Any]:
    """Yield the JSON values that stand one after the other, indented or one a line."""
    text = JsonText(stream)
    while text.next():
        yield text.value()


def _other_schema(value: Any) -> str:
    """Return what is to be said of a sheet of another version of the schema: one line a file, whose sheets all are; else nothing."""
    from newsfacts.models import SCHEMA_VERSION

    version = value.get("schema_version") if isinstance(value, dict) else None
    return (
        f"is a sheet of schema {str(version)[:40]}, and this newsfacts has {SCHEMA_VERSION}"
        if version not in (None, SCHEMA_VERSION)
        else ""
    )


def _sheet_of(value: Any, label: str) -> Made | InputError:
    from pydantic import ValidationError

    from newsfacts import FactSheet

    if not isinstance(value, dict) or "schema_version" not in value:
        return InputError(label, "is no fact sheet", _OF_ARTICLE)
    try:
        sheet = FactSheet.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return InputError(label, f"is no sound fact sheet ({where}: {first['msg']})", "make it again from its article")
    return Made(sheet, rebuilt_text(sheet), sheet.source.name, tuple(section for section in SECTIONS if section in value))


def rebuilt_text(sheet: FactSheet) -> str:
    """Return a text in which every fact stands at its place: that of the sheet, else its sentences with blank space between them.

    A sheet without sentences gives its facts' own words.
    """
    if sheet.text is not None:
        return sheet.text
    spans: list[Any] = list(sheet.sentences)
    if not spans:
        facts = [fact for section in SECTIONS[:-1] for fact in getattr(sheet, section)]
        spans = sorted((span for fact in facts for span in getattr(fact, "mentions", [fact])), key=lambda span: span.start)
    parts: list[str] = []
    at = 0
    for span in spans:
        gap = span.start - at
        if gap < 0:  # within the one before, or the one before goes on in it
            parts.append(span.text[-gap:])
        else:
            parts.append(("\n" if gap > 1 else " ") * gap + span.text)
        at = max(at, span.end)
    return "".join(parts).ljust(sheet.source.length)
