"""From the options of `newsfacts check` to its exit status."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..days import parse_day
from ..extracting import load, sheet_of
from ..formats import SECTIONS, as_dict
from ..messages import InputError, Messages
from ..output import OutputError, opened
from ..reading import Read, ReadOptions, read_source
from .comparing import compare
from .fixtures import Fixture, Sheet, find_fixtures, older_schema, read_expected
from .reports import Result, reporter
from .updating import updated, with_names, written

if TYPE_CHECKING:
    from newsfacts.pipeline import Pipeline


@dataclass(frozen=True)
class Plan:
    """What to compare and what to do with what differs.

    Attributes:
        reading: how articles are read.
        published: the day of articles whose source doesn't say it.
        model: the installed spaCy pipeline to read with; None for ours.
        only: the sections to compare.
        update: whether expected sheets that differ are written anew.
        create: whether articles without an expected sheet get one.
    """

    reading: ReadOptions = field(default_factory=ReadOptions)
    published: datetime.date | None = None
    model: str | None = None
    only: tuple[str, ...] = SECTIONS
    update: bool = False
    create: bool = False


def run(paths: Sequence[str], plan: Plan, *, output_format: str, verbose: bool, quiet: bool) -> int:
    """Check the fixtures in `paths`, say what differs as it is found, and return the exit status: 1 for any difference or error.

    Raises:
        ModelError: the plan's model isn't installed or lacks what the extractors need.
    """
    messages = Messages(1 if verbose else -1 if quiet else 0)
    failed = False
    older: list[str] = []
    try:
        with opened(None) as write:
            report = reporter(output_format, write, quiet=quiet)
            for result in check(paths, plan, messages):
                failed |= result.status in ("differs", "error")
                older += [result.label] * bool(result.schema)
                report.add(result)
            report.end()
    except OutputError as error:
        messages.error(InputError(error.name, f"cannot be written ({error.reason})"))
        return 1
    if older:
        _say_of_schema(older, messages)
    return int(failed)


def _say_of_schema(older: Sequence[str], messages: Messages) -> None:
    has = "has a sheet" if len(older) == 1 else f"and {len(older) - 1:,} more have sheets"
    added = "status and source of figures, confidence of facts and text of sentences"
    messages.warn(older[0], f"{has} of schema 1.0, to which 2.0 adds {added}; they are not compared", "--update writes them")


def check(paths: Sequence[str], plan: Plan, messages: Messages) -> Iterator[Result]:
    """Yield what became of each article, one after the other. The pipeline is loaded for the first one that has a sheet.

    Raises:
        ModelError: as for `run`.
    """
    facts = reader(plan, messages)
    for fixture in find_fixtures(paths):
        yield from check_fixture(fixture, plan, facts)


Facts = Callable[[Read, datetime.date | None], tuple[Sheet, str] | InputError]


def reader(plan: Plan, messages: Messages) -> Facts:
    """Return the function from an article and its fixture's day to its sheet and text, which loads the pipeline when first called."""
    loaded: list[Pipeline] = []

    def facts(read: Read, day: datetime.date | None) -> tuple[Sheet, str] | InputError:
        if not loaded:
            loaded.append(load(plan.model))
        found = sheet_of(read, loaded[0], day or plan.published, messages)
        return found if isinstance(found, InputError) else (as_dict(found[0]), found[1])

    return facts


def check_fixture(fixture: Fixture | InputError, plan: Plan, facts: Facts) -> Iterator[Result]:
    """Yield what became of each article of a fixture's file."""
    if isinstance(fixture, InputError):
        yield Result(fixture.source, problem=_told(fixture))
        return
    if fixture.article is None:
        yield Result(fixture.label, problem="has no article beside it; add the article, or remove the sheet")
        return
    if fixture.expected is None and not plan.create:
        yield Result(fixture.label, problem=f"has no expected sheet {fixture.wanted.name}; --create makes it")
        return
    try:
        expected = read_expected(fixture.expected) if fixture.expected else []
    except InputError as error:
        yield Result(error.source, problem=_told(error))
        return
    sheets = _Sheets(expected)
    results = (_check_article(read, sheets, plan, facts) for read in read_source(str(fixture.article), plan.reading))
    yield from _after_writing(list(results), sheets, fixture) if plan.update or plan.create else results
    for sheet in sheets.left():
        name = sheet.get("source", {}).get("name")
        yield Result(str(fixture.expected), problem="has a sheet more than there are articles" + (f" ({name})" if name else ""))


def _check_article(read: Read | InputError, sheets: _Sheets, plan: Plan, facts: Facts) -> Result:
    if isinstance(read, InputError):
        sheets.skip()
        return Result(read.source, problem=_told(read))
    number = sheets.of(read.article.name)
    if number is None and not plan.create:
        return Result(read.label, problem="has no expected sheet; --create makes it")
    day = sheets[number].get("published") if number is not None else None
    found = facts(read, parse_day(day) if day else None)
    if isinstance(found, InputError):
        return Result(read.label, problem=_told(found))
    sheet, text = found
    if number is None:
        given = {key: value for key, value in sheet.items() if key not in SECTIONS or key in plan.only}
        sheets.add(with_names(given, sheet, plan.only))
        return Result(read.label, written="created")
    expected = sheets[number]
    differences = compare(expected, sheet, text, plan.only)
    older = older_schema(expected)
    if plan.update and (differences or (older and set(plan.only) == set(SECTIONS))):
        after = updated(expected, sheet, plan.only)
        sheets.replace(number, after)
        return Result(read.label, differences, written="updated", schema=older_schema(after))
    return Result(read.label, differences, schema=older, text=text if text == read.decoded.text else "")


def _after_writing(results: list[Result], sheets: _Sheets, fixture: Fixture) -> list[Result]:
    """Write the sheets that changed, and return the results: none says that a sheet is written which cannot be."""
    if sheets.changed:
        try:
            _write(fixture, sheets.after())
        except OutputError as error:
            problem = f"its sheet cannot be written ({error.reason})"
            return [result._replace(written="", problem=problem) if result.written else result for result in results]
    return results


def _write(fixture: Fixture, sheets: Sequence[Sheet]) -> None:
    path = fixture.expected or fixture.wanted
    like = path.read_text(encoding="utf-8") if fixture.expected else None
    with opened(str(path)) as write:
        write(written(sheets, like, lines=Path(path).suffix == ".jsonl"))


def _told(error: InputError) -> str:
    return error.problem + (f"; {error.advice}" if error.advice else "")


class _Sheets:
    """The expected sheets of one file: by the names of their sources if all have one, else one after the other."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = list(sheets)
        self._open = dict.fromkeys(range(len(sheets)))
        names = [sheet.get("source", {}).get("name") for sheet in sheets]
        distinct = len(sheets) > 1 and all(isinstance(name, str) and name for name in names) and len(set(names)) == len(names)
        self._by_name = {name: i for i, name in enumerate(names)} if distinct else None
        self.changed = False

    def of(self, name: str) -> int | None:
        """Return the number of the sheet of the article of that name, or None."""
        number = next(iter(self._open), None) if self._by_name is None else self._by_name.get(name)
        if number not in self._open:
            return None
        del self._open[number]
        return number

    def __getitem__(self, number: int) -> Sheet:
        return self._sheets[number]

    def skip(self) -> None:
        """Pass over the sheet of an article that cannot be read."""
        if self._by_name is None:
            self.of("")

    def left(self) -> list[Sheet]:
        """Return the sheets that no article had."""
        return [self._sheets[i] for i in self._open]

    def replace(self, number: int, sheet: Sheet) -> None:
        """Put a sheet in the place of another."""
        self._sheets[number] = sheet
        self.changed = True

    def add(self, sheet: Sheet) -> None:
        """Add the sheet of an article that had none."""
        self._sheets.append(sheet)
        self.changed = True

    def after(self) -> list[Sheet]:
        """Return all sheets as they are to be written."""
        return self._sheets
