"""Articles and their expected sheets: which belongs to which, and what an expected sheet may hold."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, get_args

from newsfacts.models import SCHEMA_VERSION

from ..batch.storage import Local, fits
from ..days import parse_day
from ..formats import FIGURES, SECTIONS
from ..messages import InputError

Sheet = dict[str, Any]
_ENDINGS = (".facts.json", ".facts.jsonl")
ABOUT = ("schema_version", "made_by")  # of the sheet, not of the article
# What isn't compared: how a fixture is checked (its article's day, whether the article may have more facts), the text of --with-text.
ASKED = ("published", "at_least", "text")
_LINES = (".jsonl", ".ndjson")
_OLDER = "1.0"  # the version of the schema that is read, too
ADDED = {  # since then
    **dict.fromkeys(("people", "offices", "places", "organizations", "dates"), ("confidence",)),
    **dict.fromkeys(FIGURES, ("status", "source", "confidence")),
    "sentences": ("text", "kind"),
}


@dataclass(frozen=True)
class Fixture:
    """An article's file and the file of its expected sheets; one of them may be missing.

    `wanted` is where the expected sheet is looked for first, and made by `--create`.
    """

    article: Path | None
    expected: Path | None
    wanted: Path

    @property
    def label(self) -> str:
        """What messages call it."""
        return str(self.article or self.expected)


def find_fixtures(paths: Sequence[str]) -> Iterator[Fixture | InputError]:
    """Yield the fixtures in `paths`, files and folders, as they are given and in a folder in the order of the names.

    One that is named twice, as by its article and by its sheet, comes once. What is no path comes as an error in its place.
    """
    seen: set[tuple[Path | None, Path | None]] = set()
    listed: dict[Path, dict[Path, Fixture]] = {}
    for name in paths:
        path = Path(name)
        if name and os.path.isdir(path):
            found = _in_folder(path)
        elif os.path.isfile(path):
            found = iter([_of_sheet(path, listed) if path.name.endswith(_ENDINGS) else _of_article(path)])
        else:
            found = iter([InputError(name or "''", "no such file or folder", "check the path")])
        for fixture in found:
            if isinstance(fixture, InputError):
                yield fixture
            elif (fixture.article, fixture.expected) not in seen:
                seen.add((fixture.article, fixture.expected))
                yield fixture


def _in_folder(folder: Path) -> Iterator[Fixture | InputError]:
    closed: list[InputError] = []
    files = [folder / name for name in Local(folder).sources(("*",), closed)]
    yield from (InputError(f"{folder / error.source}/", error.problem, error.advice) for error in closed)
    articles = {file: _of_article(file) for file in files if fits(file.name, ())}
    taken = {fixture.expected for fixture in articles.values()}
    listed: dict[Path, dict[Path, Fixture]] = {}
    empty = not closed
    for file in files:
        if file in articles:
            empty = False
            yield articles[file]
        elif file.name.endswith(_ENDINGS) and file not in taken:
            empty = False
            yield _of_sheet(file, listed)
    if empty:
        yield InputError(str(folder), "has no articles", "put NAME.txt beside NAME.facts.json")


def _of_article(article: Path) -> Fixture:
    """Return the article with its sheet: `a.facts.json` for `a.txt`, or `a.txt.facts.json`, as `newsfacts batch` calls it."""
    bare = article.with_suffix("") if article.suffix.lower() == ".gz" else article
    ending = ".facts.jsonl" if bare.suffix.lower() in _LINES else ".facts.json"
    names = (bare.with_suffix(ending), bare.with_name(bare.name + ending), article.with_name(article.name + ending))
    return Fixture(article, next((name for name in names if os.path.isfile(name)), None), names[0])


def _of_sheet(sheet: Path, listed: dict[Path, dict[Path, Fixture]]) -> Fixture:
    """Return the sheet with its article. `listed` holds the articles with a sheet of each folder that was looked into."""
    folder = sheet.parent
    if folder not in listed:
        articles = (_of_article(entry) for entry in sorted(folder.iterdir()) if fits(entry.name, ()) and entry.is_file())
        listed[folder] = {fixture.expected: fixture for fixture in articles if fixture.expected}
    return listed[folder].get(sheet, Fixture(None, sheet, sheet))


def read_expected(path: Path) -> list[Sheet]:
    """Return the expected sheets of a file, checked for names that no sheet has.

    Raises:
        InputError: it cannot be read, is no JSON, or holds what no sheet holds.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from None
    pieces = text.split("\n") if path.suffix == ".jsonl" else [text]
    sheets = []
    for number, piece in enumerate(pieces, start=1):
        label = f"{path}: line {number}" if path.suffix == ".jsonl" else str(path)
        if piece.strip() or path.suffix != ".jsonl":
            sheets.append(_checked(piece, label))
    return sheets


def _checked(piece: str, label: str) -> Sheet:
    try:
        sheet = json.loads(piece)
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}, column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "too deep"
        raise InputError(label, f"is not JSON ({where})", "mend it, or let --update write it anew after removing it") from None
    if not isinstance(sheet, dict):
        raise InputError(label, "is no fact sheet", 'write an object with sections: {"people": [{"name": "…"}]}')
    version = sheet.get("schema_version", SCHEMA_VERSION)
    if version not in (_OLDER, SCHEMA_VERSION):
        problem = f"is of schema {str(version)[:40]}, and this newsfacts reads {_OLDER} and {SCHEMA_VERSION}"
        raise InputError(label, problem, "update newsfacts, or remove the sheet and let --create make it")
    _check_names(sheet, (*ABOUT, *ASKED, "source", *SECTIONS), label, "section")
    _check_asked(sheet, label)
    for section, facts in sheet.items():
        if section in (*ABOUT, *ASKED):
            continue
        if not isinstance(facts, dict if section == "source" else list):
            raise InputError(label, f"{section} is no {'object' if section == 'source' else 'list of facts'}")
        for fact in [facts] if section == "source" else facts:
            _check_fact(fact, section, label)
    return sheet


def _check_asked(sheet: Sheet, label: str) -> None:
    if not isinstance(sheet.get("at_least", False), bool):
        raise InputError(label, "at_least is neither true nor false")
    try:
        parse_day(str(sheet.get("published", "2026-04-14")))
    except ValueError as error:
        raise InputError(label, f"published {error}") from None


def _check_fact(fact: object, section: str, label: str) -> None:
    if not isinstance(fact, dict) or not fact:
        raise InputError(label, f"a fact of {section} is no object with fields", f"fields of {section}: {', '.join(fields_of(section))}")
    _check_names(fact, fields_of(section), label, f"field of {section}")
    mentions = fact.get("mentions", [])
    if not isinstance(mentions, list) or not all(isinstance(mention, dict) for mention in mentions):
        raise InputError(label, f"mentions in {section} are no list of objects", 'write [{"text": "…", "start": 0, "end": 4}]')
    for mention in mentions:
        _check_names(mention, ("text", "start", "end"), label, "field of a mention")
    credit = fact.get("source") or {}
    if not isinstance(credit, dict):
        raise InputError(label, f"a source in {section} is no object", 'write {"text": "…"}')
    _check_names(credit, ("text", "start", "end", "id"), label, "field of a source")
    for place in (fact, credit, *mentions):
        if any(type(place[key]) is not int for key in ("start", "end") if key in place):
            raise InputError(label, f"start or end in {section} is no whole number")


def _check_names(found: Sheet, known: Sequence[str], label: str, what: str) -> None:
    for name in found:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            raise InputError(label, f"{name!r} is no {what}", f"did you mean {close[0]!r}?" if close else f"there are {', '.join(known)}")


def older_schema(sheet: Sheet) -> str:
    """Return the schema's version of a sheet that is of an older one, else an empty string."""
    return _OLDER if sheet.get("schema_version") == _OLDER else ""


@cache
def fields_of(section: str) -> tuple[str, ...]:
    """Return the fields of a section's facts, in the order of the sheet."""
    from newsfacts.models import FactSheet, Source

    if section == "source":
        return tuple(Source.model_fields)
    return tuple(get_args(FactSheet.model_fields[section].annotation)[0].model_fields)
