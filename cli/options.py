"""The options of the commands, in groups."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from .sections import SECTIONS
from .values import Confidence, Currency, Day, Month, OwnNames, Sections, Size

if TYPE_CHECKING:
    from .queries import Query

FORMATS = ("table", "json", "jsonl", "csv", "html")
_HABITS = ("decimal", "currency", "day_first", "fiscal_year", "names")  # options that are fields of Habits

Command = TypeVar("Command", bound=Callable[..., Any])
Option = Callable[[Any], Any]  # a decorator of a command


def _added(command: Command, *options: Option) -> Command:
    """Return the command with the options, which its help names in this order."""
    for option in reversed(options):
        command = option(command)
    return command


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
    return _added(
        command,
        click.option(
            "--files-from",
            type=click.Path(allow_dash=True, readable=False),
            metavar="FILE",
            help="Read the sources that FILE lists, one a line; - is standard input.",
        ),
        click.option("-0", "--null", is_flag=True, help="The list has a NUL behind each name, as find -print0 writes it."),
    )


def query_options(command: Command) -> Command:
    """Add the options that take articles from a database."""
    return _added(
        command,
        click.option("--from-sql", metavar="URL", help="Take the articles from a database (a URL of SQLAlchemy's): a row is one."),
        click.option("--query", metavar="SQL", help="For --from-sql: select id, text from stories. Columns are fields of a feed."),
    )


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
    return _added(
        command,
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
        click.option("--published-field", metavar="NAME", default="published", show_default=True, help="Feeds: its day of publication."),
        click.option(
            "--key-field", metavar="NAME", help="Feeds: what an article is known by where the feed grows.  [default: its place there]"
        ),
        click.option("--max-size", type=Size(), metavar="SIZE", default="20MB", show_default=True, help="The longest article, unpacked."),
    )


def model_option(command: Command) -> Command:
    """Add the option that chooses the pipeline."""
    return click.option(
        "--model",
        metavar="NAME",
        help="fast: read with a smaller network, sooner and less well. Or read with an installed spaCy pipeline, a package or a folder: "
        "en_core_web_trf.",
    )(command)


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

    return cast(Command, _added(with_habits, *options))


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
    return _added(
        command,
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
    return _added(command, output, _only(), *_ROWS, *_talk("tracebacks"))


def show_options(command: Command) -> Command:
    """Add the options of `newsfacts show`."""
    return _only("Show")(command)


def asking_options(command: Command) -> Command:
    """Add the options of commands that ask a database, or stored sheets."""
    return _added(
        command,
        _shape("table", "jsonl", about="jsonl: an object a line."),
        _output_file(),
        click.option("-q", "--quiet", is_flag=True, help="Say only errors, no warnings."),
    )


def text_options(command: Command) -> Command:
    """Add the options that say how `newsfacts text` prints."""
    return _added(
        command,
        _shape("text", "jsonl", about="jsonl: an object a line with name, title, published, modified and text."),
        _output_file(),
        *_talk("encodings"),
    )


def batch_options(command: Command) -> Command:
    """Add the options of `newsfacts batch` alone."""
    return _added(
        command,
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


def check_options(command: Command) -> Command:
    """Add the options of `newsfacts check` alone."""
    return _added(
        command,
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
