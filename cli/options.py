"""The options of `newsfacts extract`, in groups."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from .formats import SECTIONS

if TYPE_CHECKING:
    import datetime

    from click.shell_completion import CompletionItem

    from .queries import Query

FORMATS = ("table", "json", "jsonl", "csv", "html")
_HABITS = ("decimal", "currency", "day_first", "fiscal_year", "names")  # options that are fields of Habits
_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}

Command = TypeVar("Command", bound=Callable[..., Any])
Option = Callable[[Any], Any]  # a decorator of a command


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


def _in_a_folder(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse a file without a name or in a folder that doesn't exist, before any work is done."""
    if value == "":
        raise click.BadParameter("'' is no name of a file", ctx, param)
    if value is None:
        return None
    from .database.address import file_of

    path = file_of(value)
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder) and "://" not in path:
        raise click.BadParameter(f"there is no folder {folder!r}; make it first", ctx, param)
    return value


def list_options(command: Command) -> Command:
    """Add the options that say where a list of sources is."""
    for option in reversed(
        (
            click.option(
                "--files-from",
                type=click.Path(allow_dash=True, readable=False),
                metavar="FILE",
                help="Read the sources that FILE lists, one a line; - is standard input.",
            ),
            click.option("-0", "--null", is_flag=True, help="The list has a NUL behind each name, as find -print0 writes it."),
        )
    ):
        command = option(command)
    return command


def query_options(command: Command) -> Command:
    """Add the options that take articles from a database."""
    for option in reversed(
        (
            click.option("--from-sql", metavar="URL", help="Take the articles from a database (a URL of SQLAlchemy's): a row is one."),
            click.option("--query", metavar="SQL", help="For --from-sql: select id, text from stories. Columns are fields of a feed."),
        )
    ):
        command = option(command)
    return command


def query_of(options: dict[str, Any]) -> Query | None:
    """Take the options of `query_options` out of `options`, and return what is to be asked.

    Raises:
        UsageError: one is there without the other.
    """
    from .queries import Query

    url, sql = options.pop("from_sql"), options.pop("query")
    if bool(url) != bool(sql):
        raise click.UsageError("--from-sql needs --query, the question that gives the articles" if url else "--query goes with --from-sql")
    return Query(url, sql) if url else None


def input_options(command: Command) -> Command:
    """Add the options that say how sources are read."""
    for option in reversed(
        (
            click.option(
                "--input-format",
                type=click.Choice(["auto", "text", "html", "jsonl", "json", "csv", "parquet", "warc"]),
                default="auto",
                show_default=True,
                help="auto: a file by the ending of its name; standard input and other names by the first characters: "
                "{ begins JSON lines, [{ a JSON array, an HTML tag a web page, all else is text.",
            ),
            click.option(
                "--published",
                type=Day(),
                metavar="DATE",
                help="The day of publication (ISO 8601: 2026-04-14), which words like Tuesday count from, for sources that don't say it "
                "in a field, a dateline or a date line.",
            ),
            click.option(
                "--published-from-path",
                is_flag=True,
                help="The same, from the path: 2026/04/14/a.txt, 2026-04-14-a.txt. It wins over --published.",
            ),
            click.option("--text-field", metavar="NAME", default="text", show_default=True, help="Feeds: the field with the article."),
            click.option("--name-field", metavar="NAME", default="name", show_default=True, help="Feeds: what to call it."),
            click.option("--title-field", metavar="NAME", default="title", show_default=True, help="Feeds: its headline."),
            click.option(
                "--published-field", metavar="NAME", default="published", show_default=True, help="Feeds: its day of publication."
            ),
            click.option(
                "--key-field", metavar="NAME", help="Feeds: what an article is known by where the feed grows.  [default: its place there]"
            ),
            click.option(
                "--max-size", type=Size(), metavar="SIZE", default="20MB", show_default=True, help="The longest article, unpacked."
            ),
        )
    ):
        command = option(command)
    return command


def model_option(command: Command) -> Command:
    """Add the option that chooses the pipeline."""
    return click.option(
        "--model",
        metavar="NAME",
        help="Read with this installed spaCy pipeline (a package or a folder) in place of the one that newsfacts brings: en_core_web_trf.",
    )(command)


class Month(click.ParamType):
    """The number of a month: `04`."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or fail with the right form."""
        if not (value.isdecimal() and len(value) <= 2 and 1 <= int(value) <= 12):
            self.fail(f"{value!r} is no month that a business year begins in; write it as 04", param, ctx)
        return int(value)


def house_options(command: Command) -> Command:
    """Add the options that say how a house writes; the command gets them as one, `habits`."""
    options = (
        click.option(
            "--decimal",
            type=click.Choice(["point", "comma"]),
            help="The decimal sign of all numbers: comma reads 1.250 as 1250 and 2,5 as 2½.  [default: as each number's form has it]",
        ),
        click.option(
            "--currency",
            type=Currency(),
            metavar="SIGN=CODE",
            multiple=True,
            help="What a sign or a name means where nothing else is said: '$=CAD', peso=MXN; may be repeated. US$5 stays US dollars.",
        ),
        click.option(
            "--day-first/--month-first",
            default=None,
            help="Whether 03/04/2026 is 3 April or March 4.  [default: as the article's country has it]",
        ),
        click.option(
            "--fiscal-year",
            type=Month(),
            metavar="MM",
            help="The month in which a business year begins: with 04, fiscal 2026 is April 2025 to March 2026.  [default: unknown]",
        ),
        click.option(
            "--names",
            type=OwnNames(),
            metavar="FILE",
            help="A TOML or CSV file of your own people, places and organisations, and of what is never a name.",
        ),
    )

    @wraps(command)
    def with_habits(*args: Any, **values: Any) -> Any:
        from newsfacts.habits import Habits

        said = {name: value for name in _HABITS if (value := values.pop(name)) is not None}
        return command(*args, habits=Habits(**said), **values)

    wrapped = with_habits
    for option in reversed(options):
        wrapped = option(wrapped)
    return cast(Command, wrapped)


def confidence_option(command: Command) -> Command:
    """Add the option that leaves out what isn't sure enough."""
    return click.option(
        "--min-confidence",
        type=Confidence(),
        metavar="X",
        default=0.0,
        help="Leave out facts whose confidence is below X, from 0 to 1.  [default: give all]",
    )(command)


def _output_file(ending: str = "") -> Option:
    """Return the option for the file that is written; `ending`: what the help says besides."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, allow_dash=True, readable=False),
        callback=_in_a_folder,
        metavar="FILE",
        help=f"Write to FILE, which appears when all is done. {ending}".rstrip(),
    )


def _shape(*formats: str, about: str) -> Option:
    """Return the option for the format of what is printed, of which the first is usual; `about`: its help."""
    return click.option("--format", "output_format", type=click.Choice(formats), default=formats[0], show_default=True, help=about)


def _talk(more: str) -> tuple[Option, Option]:
    """Return the options that say more or less; `more` names what is said besides."""
    return (
        click.option("-v", "--verbose", is_flag=True, help=f"Say more: {more}."),
        click.option("-q", "--quiet", is_flag=True, help="Say only errors, no warnings."),
    )


def _only(what: str = "Give") -> Option:
    return click.option("--only", type=Sections(), metavar="SECTION,...", help=f"{what} these sections only, of {', '.join(SECTIONS)}.")


_ROWS: tuple[Option, Option] = (
    click.option(
        "--rows",
        type=click.Choice(["facts", "mentions"]),
        default="facts",
        show_default=True,
        help="CSV and Parquet: a row for each fact, or for each of its mentions.",
    ),
    click.option("--raw-cells", is_flag=True, help="CSV: no apostrophe before what a spreadsheet would take for a formula."),
)


_WITH_TEXT: Option = click.option(
    "--with-text", is_flag=True, help="JSON and databases: the article's text too, which the offsets of facts count."
)


def output_options(command: Command) -> Command:
    """Add the options that say what comes out."""
    for option in reversed(
        (
            click.option(
                "--format",
                "output_format",
                type=click.Choice(FORMATS),
                help="By default a table on a terminal, else json: one indented object after another, as jq reads them. "
                "jsonl: one a line, as soon as it is made. csv: one row a fact. html: one page, the facts marked in the articles.",
            ),
            _only(),
            _output_file(
                "Its ending (.jsonl, .csv, .html, .txt, each also .gz, .parquet, .db, else json) tells the format; "
                "a URL of SQLAlchemy's, as postgresql://…, is a database."
            ),
            *_ROWS,
            _WITH_TEXT,
            *_talk("encodings, what was found in which time, tracebacks"),
        )
    ):
        command = option(command)
    return command


def convert_options(command: Command) -> Command:
    """Add the options of `newsfacts convert`."""
    output = click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, allow_dash=True, readable=False),
        required=True,
        callback=_in_a_folder,
        metavar="OUT",
        help="A file that ends in .jsonl, .json, .csv, .txt, .html (each also .gz) or .parquet, or a database: .db "
        "(SQLite), or a URL of SQLAlchemy's.",
    )
    for option in reversed((output, _only(), *_ROWS, *_talk("tracebacks"))):
        command = option(command)
    return command


def show_options(command: Command) -> Command:
    """Add the options of `newsfacts show`."""
    return _only("Show")(command)


def asking_options(command: Command) -> Command:
    """Add the options of commands that ask a database, or stored sheets."""
    for option in reversed(
        (
            _shape("table", "jsonl", about="jsonl: an object a line."),
            _output_file(),
            click.option("-q", "--quiet", is_flag=True, help="Say only errors, no warnings."),
        )
    ):
        command = option(command)
    return command


def text_options(command: Command) -> Command:
    """Add the options that say how `newsfacts text` prints."""
    for option in reversed(
        (
            _shape("text", "jsonl", about="jsonl: an object a line with name, title, published, modified and text."),
            _output_file(),
            *_talk("encodings"),
        )
    ):
        command = option(command)
    return command


def batch_options(command: Command) -> Command:
    """Add the options of `newsfacts batch` alone."""
    for option in reversed(
        (
            click.option(
                "-o",
                "--output",
                type=click.Path(readable=False),
                metavar="OUT",
                required=True,
                help="A folder, for a sheet (NAME.facts.json) at each article's path; or a file that ends in .jsonl, .csv (each also .gz) "
                "or .parquet, or .html, a page to look at, which appears when all is done; or a database: .db (SQLite), or a URL of "
                "SQLAlchemy's.",
            ),
            click.option(
                "--glob", "patterns", metavar="PATTERN", multiple=True, help="Take these files only, as '2026/*.txt'; may be repeated."
            ),
            click.option(
                "--workers", type=click.IntRange(1, 1024), metavar="N", help="Processes that read side by side.  [default: one a core]"
            ),
            click.option(
                "--timeout",
                type=click.FloatRange(0, min_open=True),
                metavar="SECONDS",
                default=300,
                show_default=True,
                help="For one article.",
            ),
            click.option("--follow", is_flag=True, help="Follow symbolic links."),
            _only(),
            *_ROWS,
            _WITH_TEXT,
            click.option(
                "--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="dask: the workers of a cluster."
            ),
            click.option("--scheduler", metavar="ADDRESS", help="Of the dask cluster, as tcp://10.0.0.1:8786."),
            click.option(
                "--journal",
                type=click.Path(dir_okay=False, readable=False),
                metavar="FILE",
                help="Where to note what is done.  [default: with OUT]",
            ),
            click.option("-v", "--verbose", is_flag=True, help="Show the warnings of each article."),
            click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
        )
    ):
        command = option(command)
    return command


def check_options(command: Command) -> Command:
    """Add the options of `newsfacts check` alone."""
    for option in reversed(
        (
            _shape(
                "text",
                "json",
                "junit",
                "github",
                about="json: one object an article and line. junit: XML for CI. github: annotations of Actions.",
            ),
            _only("Compare"),
            click.option("--update", is_flag=True, help="Write expected sheets that differ anew, with the sections and fields they have."),
            click.option("--create", is_flag=True, help="Write a sheet for each article that has none."),
            click.option("-v", "--verbose", is_flag=True, help="Say more: encodings, what was found in which time, tracebacks."),
            click.option("-q", "--quiet", is_flag=True, help="Say nothing of articles that are as expected, and no warnings."),
        )
    ):
        command = option(command)
    return command
