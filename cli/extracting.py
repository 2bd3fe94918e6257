"""`newsfacts extract`: sources in, fact sheets out, one after the other."""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from .confidence import sure_sheet
from .formats import SECTIONS, RowOptions, row_options, to_csv, to_json, to_jsonl
from .messages import InputError, Messages
from .output import OutputError, is_terminal, opened, opened_bytes, saying, terminal_width, wants_colour
from .reading import Read, ReadOptions, read_query, read_source
from .visible import visible_lines

if TYPE_CHECKING:
    from newsfacts import Article, FactSheet
    from newsfacts.pipeline import Pipeline

    from .queries import Query

Render = Callable[["Made", tuple[str, ...], bool], str]


class Made(NamedTuple):
    """A sheet, the text of its article, the key under which the article is known where many are, and the sections that it has."""

    sheet: FactSheet
    text: str
    key: str
    sections: tuple[str, ...] = SECTIONS

    def some_of(self, sections: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `sections` that the sheet has."""
        return tuple(section for section in sections if section in self.sections)


_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".txt": "table", ".html": "html", ".htm": "html", ".parquet": "parquet"}
_FILES = ".json, .jsonl, .csv, .txt or .html (each also .gz), .parquet or .db"


def extract_all(
    sources: Iterable[str | Query | InputError],
    *,
    published: datetime.date | None,
    model: str | None,
    min_confidence: float = 0.0,
    output_format: str | None,
    only: tuple[str, ...] | None,
    output: str | None,
    rows: str = "facts",
    raw_cells: bool = False,
    with_text: bool = False,
    verbose: bool,
    quiet: bool,
    **reading: Any,
) -> int:
    """Write the fact sheets of `sources` and return the exit status: 1 if some input failed, else 0.

    Args:
        sources: paths, `-` for standard input, or questions to a database, each taken when the one before is done; an error is said in
            its place.
        published: the day of articles whose source doesn't say it.
        model: the installed spaCy pipeline to read with; None for ours.
        min_confidence: of a fact, for it to be given.
        output_format: table, json, jsonl, csv or html; None to choose by the output.
        only: the sections to give; None for all.
        output: the file to write; None or `-` for standard output.
        rows: of CSV and Parquet, one for each of the `facts` or of the `mentions`.
        raw_cells: whether cells of CSV that a spreadsheet would run as formulas stand as they are.
        with_text: whether sheets hold the texts of their articles.
        verbose: whether to say more than warnings and errors.
        quiet: whether to say nothing but errors.
        reading: fields of `ReadOptions`.

    Raises:
        ModelError: `model` isn't installed or lacks what the extractors need.
        UsageError: `output` promises a format that isn't written.
    """
    messages = Messages(1 if verbose else -1 if quiet else 0)
    output = None if output == "-" else output
    output_format = output_format or format_for(output)
    sheets = told(_sheets(sources, ReadOptions(**reading), published, model, min_confidence, messages), messages)
    sheets = (made._replace(sheet=with_its_text(made.sheet, made.text)) for made in sheets) if with_text else sheets
    return write_sheets(sheets, output_format, only, output, messages, row_options(rows, raw_cells))


def write_sheets(
    sheets: Iterable[Made], output_format: str, only: tuple[str, ...] | None, output: str | None, messages: Messages, options: RowOptions
) -> int:
    """Write sheets as they come, and return the exit status: 1 if there was an error, else 0.

    Args:
        sheets: may say errors of their own in `messages` on the way.
        output_format: table, json, jsonl, csv, html, or to a file parquet and sql.
        only: the sections to give; None for all.
        output: the file to write; None for standard output.
        messages: where errors are said.
        options: how facts become rows.
    """
    try:
        if output and output_format in _WRITERS:
            _WRITERS[output_format](sheets, only or SECTIONS, output, options, messages)
            return int(messages.errors > 0)
        with opened(output) as write:
            for part in _parts(sheets, output_format, only, output, options):
                write(part)
    except OutputError as error:
        messages.error(InputError(error.name, f"cannot be written ({error.reason})"))
    except InputError as error:
        messages.error(error)
    return int(messages.errors > 0)


def write_database(sheets: Iterable[Made], sections: tuple[str, ...], output: str, options: RowOptions, messages: Messages) -> None:
    """Write to a database, an article a transaction; `options` are those of rows in files, and make no difference.

    Raises:
        InputError: SQLAlchemy isn't installed, or the database is no such file.
        OutputError: it cannot be written.
    """
    from .database.address import shown
    from .database.rows import rows_of
    from .database.store import Store

    store = Store(output)
    store.warn(messages)
    try:
        for made in sheets:
            store.write(made.key, rows_of(made.sheet, made.some_of(sections)))
        store.close()
    except OSError as error:
        raise OutputError(shown(output), str(error)) from None


def _write_parquet(sheets: Iterable[Made], sections: tuple[str, ...], output: str, options: RowOptions, messages: Messages) -> None:
    """Write Parquet to a file.

    Raises:
        InputError: pyarrow isn't installed.
        OutputError: the file cannot be written.
    """
    from .batch.outputs import check_needs, rendered, write_joined

    check_needs("parquet")
    with opened_bytes(output) as stream, saying(output):
        pieces = (rendered("parquet", made.sheet, made.text, sections, made.key, options) for made in sheets)
        write_joined("parquet", pieces, stream, packed=False)


_WRITERS = {"parquet": _write_parquet, "sql": write_database}


def _parts(
    sheets: Iterable[Made], output_format: str, only: tuple[str, ...] | None, output: str | None, options: RowOptions
) -> Iterator[str]:
    """Yield what is written of the sheets, one after the other."""
    render = _renderer(output_format, output, options)
    sections = only or SECTIONS
    if output_format == "table" and only:
        return _tables_of(sheets, render, only)
    parts = (render(made, made.some_of(sections), number == 0) for number, made in enumerate(sheets))
    return _page(parts, cleaner(output)) if output_format == "html" else parts


def _tables_of(sheets: Iterable[Made], render: Render, sections: tuple[str, ...]) -> Iterator[str]:
    """Yield the tables of the articles with a fact in one of the `sections`, and in a last line how many have none.

    Where there is a single article it has its table in any case.
    """
    shown = without = 0
    first: Made | None = None
    for made in sheets:
        first = first or made
        if any(getattr(made.sheet, section) for section in sections):
            yield render(made, sections, shown == 0)
            shown += 1
        else:
            without += 1
    if first and shown + without == 1 and without:
        yield render(first, sections, True)
    elif without:
        what = f"{without:,}{' more' if shown else ''} article{'' if without == 1 else 's'}"
        yield f"{chr(10) if shown else ''}No facts found in {what}.\n"


def told(sheets: Iterable[Made | InputError], messages: Messages) -> Iterator[Made]:
    """Yield the sheets, and say why there is none of some articles."""
    for sheet in sheets:
        if isinstance(sheet, InputError):
            messages.error(sheet)
        else:
            yield sheet


def _page(pieces: Iterator[str], clean: Callable[[str], str]) -> Iterator[str]:
    """Yield a page of the pieces as they come; nothing where there is none."""
    from .page import write_page

    for first in islice(pieces, 1):
        yield from map(clean, write_page(chain([first], pieces)))


def cleaner(output: str | None) -> Callable[[str], str]:
    """Return what is done to text on its way out: on a terminal, control characters become visible."""
    return visible_lines if output is None and is_terminal() else str


def format_for(output: str | None) -> str:
    """Return the format that the name of the output tells: table, json, jsonl, csv, html or parquet.

    Raises:
        UsageError: the name's ending promises a format that isn't written.
    """
    from .batch.outputs import UNWRITTEN
    from .database.address import is_database

    if not output:
        return "table" if is_terminal() else "json"
    if is_database(output) or "://" in output:  # a URL that isn't known is told when it is opened
        return "sql"
    path = PurePath(output.lower())
    packed = path.suffix == ".gz"
    ending = (PurePath(path.stem) if packed else path).suffix
    if ending in UNWRITTEN or (ending == ".parquet" and packed):
        import click

        raise click.UsageError(f"--output {output!r}: newsfacts writes no {ending}; name a file that ends in {_FILES}, or say --format")
    return _ENDINGS.get(ending, "json")


def _renderer(output_format: str, output: str | None, options: RowOptions) -> Render:
    """Return the function from a sheet, the sections to give, and whether it is the first, to what is written."""
    if output_format == "json":
        return lambda made, sections, first: to_json(made.sheet, sections)
    if output_format == "jsonl":
        return lambda made, sections, first: to_jsonl(made.sheet, sections)
    if output_format == "html":
        from .page import to_piece

        return lambda made, sections, first: to_piece(made.sheet, made.text, sections)
    if output_format == "csv":
        clean = cleaner(output)
        return lambda made, sections, first: clean(to_csv(made.sheet, made.text, sections, header=first, key=made.key, options=options))
    from .table import to_table

    width, colour = (terminal_width(), wants_colour()) if output is None else (80, False)
    return lambda made, sections, first: ("" if first else "\n") + to_table(made.sheet, made.text, sections, width=width, colour=colour)


def _sheets(
    sources: Iterable[str | Query | InputError],
    options: ReadOptions,
    published: datetime.date | None,
    model: str | None,
    min_confidence: float,
    messages: Messages,
) -> Iterator[Made | InputError]:
    """Yield the sheet of each article, or why there is none. The pipeline is loaded for the first article."""
    nlp: Pipeline | None = None
    for source in sources:
        if isinstance(source, InputError):
            yield source
            continue
        for read in read_source(source, options) if isinstance(source, str) else read_query(source, options):
            if isinstance(read, InputError):
                yield read
                continue
            nlp = nlp or pipeline_of(model)
            found = sheet_of(named_by_path(read), nlp, published, messages, min_confidence)
            yield found if isinstance(found, InputError) else Made(*found, read.key)


def with_its_text(sheet: FactSheet, text: str) -> FactSheet:
    """Return the sheet with the text of its article."""
    return sheet.model_copy(update={"text": text})


def named_by_path(read: Read) -> Read:
    """Return the article under its path as it was given, in a feed its place behind it, unless the feed names it."""
    if read.key and read.article.name == PurePath(read.key).name:
        return replace(read, article=replace(read.article, name=read.key))
    return read


def load(model: str | None = None, *, threads: int = 0) -> Pipeline:
    """Load the pipeline and all that reads with it; `threads` is as in `load_pipeline`."""
    nlp = pipeline_of(model, threads)
    with _without_collecting():
        from newsfacts import sheet  # noqa: F401 (all extractors, too)
    return nlp


def pipeline_of(model: str | None, threads: int = 0) -> Pipeline:
    """Load the pipeline alone: where this process is the command's own, without the rest of spaCy."""
    from . import is_own_process

    with _without_collecting():
        from newsfacts.pipeline import load_lean_pipeline, load_pipeline

        return load_lean_pipeline(model, threads) if is_own_process() else load_pipeline(model, threads=threads)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Import in the block with the garbage collector at rest: imports make a million objects and no garbage.

    That is a sixth of the time to the first sheet. What is loaded lives until the end, so it is frozen out of later collections.
    """
    import gc

    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def sheet_of(
    read: Read, nlp: Pipeline, published: datetime.date | None, messages: Messages, min_confidence: float = 0.0
) -> tuple[FactSheet, str] | InputError:
    """Return the article's sheet of the facts that are sure enough, or an error: one bad article never stops the rest."""
    length = len(read.article.text)
    if length > nlp.max_length:
        problem = f"is {length:,} characters long, more than the {nlp.max_length:,} that this model reads"
        return InputError(read.label, problem, "leave --model out: the pipeline of newsfacts reads articles of any length")
    say_of_text(read, messages)
    start = time.perf_counter()
    try:
        sheet = sure_sheet(make_dated_sheet(read.article, nlp, read.day or published), min_confidence)
    except Exception as error:
        messages.trace(error)
        what = f"{type(error).__name__}: {error}"[:200]
        return InputError(read.label, f"no facts could be read ({what})", "this is a bug of newsfacts, please report it with the article")
    facts = sum(len(getattr(sheet, section)) for section in SECTIONS[:-1])
    messages.note(read.label, f"{facts} facts in {time.perf_counter() - start:.2f} s")
    _say_of_dates(sheet, read, messages)
    return sheet, read.article.text


def make_dated_sheet(article: Article, nlp: Pipeline, published: datetime.date | None) -> FactSheet:
    """Return the article's sheet, resolved against the day that the source or the text gives, else against `published`."""
    from newsfacts.pipeline.tokenizer import article_memory

    with article_memory(nlp, article.text):
        if "newsfacts.sheet" not in sys.modules:
            _import_extractors(nlp, article.text)
        from newsfacts.sheet import make_sheet

        return make_sheet(article, nlp, published)


def _import_extractors(nlp: Pipeline, text: str) -> None:
    """Import what reads facts from the Doc of the first article, while the network reads its text in another thread."""
    from newsfacts.pipeline.folding import evened
    from newsfacts.pipeline.lean import LeanPipeline

    if isinstance(nlp, LeanPipeline):
        even = evened(text)
        nlp.begin(even.text if even else text)
    with _without_collecting():
        import newsfacts.sheet  # noqa: F401


def say_of_text(read: Read, messages: Messages) -> None:
    """Warn of a text that is damaged, cut off or not English."""
    from newsfacts.languages import looks_english

    if read.decoded.lossy:
        messages.warn(read.label, read.decoded.note, "get the article in sound UTF-8")
    elif read.decoded.note:
        messages.note(read.label, read.decoded.note)
    if read.cut:
        messages.warn(
            read.label, "shows only the beginning of its article, the rest is for subscribers", "save the page while you are logged in"
        )
    if not looks_english(read.article.text):
        messages.warn(read.label, "doesn't look like English", "newsfacts reads English only, expect few and wrong facts")


def _say_of_dates(sheet: FactSheet, read: Read, messages: Messages) -> None:
    """Warn of dates that need a day of publication that nobody gave. A SET like `every Tuesday` needs none."""
    open_dates = [date for date in sheet.dates if date.value.startswith("XXXX") and date.type != "SET"]
    if open_dates and sheet.source.published is None:
        number = "1 date stays" if len(open_dates) == 1 else f"{len(open_dates)} dates stay"
        problem = f"the day of publication is unknown, so {number} unresolved (“{open_dates[0].text}”)"
        messages.warn(read.label, problem, "give it with --published YYYY-MM-DD")
