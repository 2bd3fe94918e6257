"""The command `newsfacts`. Whatever takes long to import is imported where it is needed: help must come at once."""

from __future__ import annotations

import datetime
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from newsfacts import ModelError, __version__

from .options import (
    asking_options,
    batch_options,
    check_options,
    confidence_option,
    convert_options,
    house_options,
    input_options,
    list_options,
    model_option,
    output_options,
    query_of,
    query_options,
    show_options,
    text_options,
)
from .output import OutputError, close_stdout, opened
from .settings import settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .messages import InputError

_DEFAULT = "extract"
_PLAIN = re.compile(r"[\w+@%][\w.,+@%-]*")  # a file's name that a shell takes as it stands
_SETTINGS = "newsfacts.settings"  # in a context's `meta`: the file of the project's settings
_INTERRUPTED = 130  # as shells have it: 128 and the number of SIGINT
_COMPLETED = {"complete_func": "_newsfacts_completion", "complete_var": "_NEWSFACTS_COMPLETE", "prog_name": "newsfacts"}
_ASKING = frozenset(("-h", "--help", "--version"))  # for help or the version, and no work
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_EPILOG = """\b
Examples:
  newsfacts article.txt
  newsfacts page.html --format json | jq '.people[].name'
  newsfacts *.txt.gz --published 2026-04-14 --format csv -o facts.csv
  curl -s https://example.org/story.html | newsfacts
  newsfacts feed.jsonl --text-field body --only money,percentages --format jsonl
  find . -name '*.txt' -print0 | newsfacts -0 --files-from - --format jsonl

\b
Exit status: 0 all done, 1 some input failed (the rest was done) or output can't be written, 2 wrong usage, 130 Ctrl-C.
"""
_BATCH_EPILOG = """\b
Examples:
  newsfacts batch articles -o sheets
  newsfacts batch feed.jsonl -o facts.db --key-field id
  newsfacts batch articles -o facts.csv --glob '2026/*.txt' --only money,percentages
  newsfacts batch articles -o facts.jsonl.gz --workers 8 --timeout 60

\b
Exit status: 0 all done, 1 some article failed (the rest was done) or output can't be written, 2 wrong usage, 130 Ctrl-C.
"""


class DefaultGroup(click.Group):
    """A group in which `extract` may go without its name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `extract` before arguments that begin with no command's name.

        Raises:
            UsageError: they begin with a command's name misspelt, or the project's settings are wrong.
        """
        if ctx.resilient_parsing and not args:  # the shell asks what may stand here
            return super().parse_args(ctx, args)
        if not args or args[0] not in (*self.commands, *_ASKING):
            self._refuse_misspelt(ctx, args[0] if args else "")
            args = [_DEFAULT, *args]
        if not _ASKING.intersection(args):  # help comes even where the settings are wrong
            ctx.default_map, ctx.meta[_SETTINGS] = settings(self)
        return super().parse_args(ctx, args)

    def _refuse_misspelt(self, ctx: click.Context, word: str) -> None:
        if not word.isalpha() or os.path.exists(word):
            return
        from difflib import get_close_matches

        if meant := get_close_matches(word, self.commands, 1, 0.75):
            raise click.UsageError(f"there is neither a file nor a command {word!r}; did you mean {meant[0]!r}?", ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what may stand here: commands, and the files and options of the default command.

        Where a command may, files of this folder stand beside it by their names: bash would show either commands or files.
        """
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            return [*found, *self.commands[_DEFAULT].shell_complete(ctx, incomplete)]
        if not found:
            return [CompletionItem(incomplete, type="file")]
        names = sorted(name for name in os.listdir() if name.startswith(incomplete) and _PLAIN.fullmatch(name))
        return [*found, *map(CompletionItem, names)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the default command is called."""
        formatter.write_usage(ctx.command_path, f"[{_DEFAULT}] [OPTIONS] [SOURCE]...")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the default command's options, then the commands."""
        default = self.commands[_DEFAULT]
        options = [p for p in default.params if isinstance(p, click.Option)] + self.get_params(ctx)
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(records)
        self.format_commands(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; end quietly on Ctrl-C, and where nobody reads its output any more."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            close_stdout()
            return 0
        except KeyboardInterrupt:
            return _INTERRUPTED


@click.group(cls=DefaultGroup, context_settings=_CONTEXT, epilog=_EPILOG)
@click.version_option(__version__, message="newsfacts %(version)s")
def cli() -> None:
    """Read the facts in English news articles: people, offices, places, organisations, dates and figures.

    A SOURCE is a text file, a web page (.html, .htm) or a feed of articles (JSON lines, a JSON array, CSV, Parquet), each also
    packed (.gz); `-`, or no SOURCE in a pipe, is standard input. Nothing is downloaded. Every fact tells the characters of the
    article that it was read from.
    """


@cli.command(epilog=_EPILOG)
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(readable=False))
@list_options
@query_options
@input_options
@house_options
@model_option
@confidence_option
@output_options
@click.pass_context
def extract(ctx: click.Context, sources: tuple[str, ...], files_from: str | None, null: bool, **options: Any) -> int:
    """Print the facts in articles (the default command).

    A SOURCE is a text file, a web page (.html, .htm) or a feed of articles (JSON lines, a JSON array, CSV, Parquet), each also
    packed (.gz); `-`, or no SOURCE in a pipe, is standard input.
    """
    if null and not files_from:
        raise click.UsageError("-0 goes with --files-from")
    query = query_of(options)
    if not sources and not files_from and not query and _at_a_terminal():
        click.echo(ctx.find_root().get_help(), err=True)
        return 2
    _refuse_overwriting(sources, options["output"])
    _refuse_late_command(ctx, sources)
    from .extracting import extract_all

    published: datetime.date | None = options.pop("published")
    asked = [query] if query else []
    named = _all_sources(sources, files_from, null) if sources or files_from or not query else ()
    with _model_told(ctx):
        return extract_all(chain(named, asked), published=published, **options)


@contextmanager
def _model_told(ctx: click.Context) -> Iterator[None]:
    """Turn an error of the pipeline into one of the option `--model`."""
    try:
        yield
    except ModelError as error:
        model = next(parameter for parameter in ctx.command.params if parameter.name == "model")
        raise click.BadParameter(str(error), ctx, model) from None


def _at_a_terminal() -> bool:
    """Say whether nothing is piped into standard input."""
    return sys.stdin is None or sys.stdin.isatty()


def _refuse_overwriting(sources: Iterable[str], output: str | None) -> None:
    """Raise UsageError where a file would be read and written over; files of SQLite may stand as URLs."""
    if not output or not os.path.exists(output):
        return
    from .database.address import file_of

    if any(os.path.exists(path) and os.path.samefile(path, output) for path in map(file_of, sources)):
        raise click.UsageError(f"{output!r} is a source and would be overwritten; name another --output")


def _refuse_late_command(ctx: click.Context, sources: Iterable[str]) -> None:
    """Raise UsageError where a command stands behind options, as in `newsfacts --quiet batch articles`."""
    group = ctx.find_root().command
    for word in sources:
        if isinstance(group, click.Group) and word in group.commands and not os.path.exists(word):
            raise click.UsageError(f"there is no file {word!r}, and a command stands first: newsfacts {word} …", ctx)


def _all_sources(sources: tuple[str, ...], files_from: str | None, null: bool) -> Iterable[str | InputError]:
    """Return the sources that are named, then those of a list; standard input where there are neither."""
    if files_from is None:
        return sources or ("-",)
    if files_from == "-" and "-" in sources:
        raise click.UsageError("standard input can't be both an article and the list of --files-from")
    from .lists import listed

    return chain(sources, listed(files_from, "\0" if null else "\n"))


@cli.command(short_help="Print the texts that articles are read from.")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(readable=False))
@text_options
@input_options
@click.pass_context
def text(ctx: click.Context, sources: tuple[str, ...], **options: Any) -> int:
    """Print the text, the title and the day that each article is read from: of a web page, the article without what stands around it.

    The offsets of facts count the characters of this text. SOURCE is as for `newsfacts extract`, which has the same name, title and day.
    """
    if not sources and _at_a_terminal():
        raise click.UsageError("name a SOURCE, or give standard input an article", ctx)
    _refuse_overwriting(sources, options["output"])
    from .texts import print_texts

    return print_texts(sources or ("-",), **options)


@cli.command("convert", short_help="Write stored sheets in another format.")
@click.argument("sheets", metavar="SHEETS...", nargs=-1, required=True, type=click.Path(readable=False))
@convert_options
@confidence_option
def convert_sheets(sheets: tuple[str, ...], **options: Any) -> int:
    """Write stored fact sheets in another format; no article is read again.

    SHEETS are files of `newsfacts` or `newsfacts batch` (JSON, or JSON lines, also .gz), folders of NAME.facts.json, or `-`.
    """
    _refuse_overwriting(sheets, options["output"])
    from .stored import convert

    return convert(sheets, **options)


@cli.command(short_help="Print stored sheets as a table.")
@click.argument("sheets", metavar="SHEETS...", nargs=-1, required=True, type=click.Path(readable=False))
@show_options
@confidence_option
def show(sheets: tuple[str, ...], **options: Any) -> int:
    """Print the table of stored fact sheets; SHEETS as for `newsfacts convert`."""
    from .stored import convert

    return convert(sheets, output=None, output_format="table", **options)


@cli.command(short_help="List the people of many articles.")
@click.argument("sheets", metavar="SHEETS...|DATABASE [NAME]", nargs=-1, required=True, type=click.Path(readable=False))
@asking_options
def people(sheets: tuple[str, ...], **options: Any) -> int:
    """List the people of stored sheets (as for `newsfacts convert`) or of a database of facts, those of most articles first.

    With a NAME, or words of one, print all that the articles say of the people who have it: their names, offices over time, articles.
    One person of several articles is known by the full name with an office, a country or the company of other names, never by the
    surname alone.
    """
    _refuse_overwriting(sheets, options["output"])
    from .database.address import is_database
    from .people import print_people

    name = None
    if len(sheets) > 1 and not os.path.exists(sheets[-1]) and not is_database(sheets[-1]) and sheets[-1] != "-":
        *sources, name = sheets
    return print_people(sheets if name is None else tuple(sources), name, **options)


@cli.command(short_help="Show what articles say of one measure, side by side.")
@click.argument("sheets", metavar="SHEETS...|DATABASE", nargs=-1, required=True, type=click.Path(readable=False))
@asking_options
@click.option("--all", "all_groups", is_flag=True, help="Show those too in which all articles say the same.")
def compare(sheets: tuple[str, ...], **options: Any) -> int:
    """Show the figures of different articles that measure the same in the same unit, place and time but differ.

    SHEETS as for `newsfacts convert`, or a database of facts.
    """
    _refuse_overwriting(sheets, options["output"])
    from .comparing import print_compared

    return print_compared(sheets, **options)


@cli.command(short_help="Write the facts in a folder of articles.", epilog=_BATCH_EPILOG)
@click.argument("folder", metavar="FOLDER|FEED", required=False, type=click.Path(readable=False))
@query_options
@batch_options
@confidence_option
@model_option
@input_options
@house_options
@click.pass_context
def batch(ctx: click.Context, folder: str | None, **options: Any) -> int:
    """Write the facts in all articles of FOLDER and the folders below it, or of FEED, with several workers.

    A FEED is a file of many articles: JSON lines, a JSON array, CSV (each also .gz) or Parquet. In a folder --glob takes other feeds
    than JSON lines.

    The same command goes on where it was stopped, by Ctrl-C, a crash or a full disk: what has its sheet isn't done again unless the
    article, an option or newsfacts changed. An article that fails is listed in OUT.failures.jsonl, and the others are done.
    """
    from .batch.command import run

    query = query_of(options)
    if (folder is None) == (query is None):
        raise click.UsageError("name a FOLDER or a FEED" if query is None else "--from-sql takes the place of FOLDER", ctx)
    with _model_told(ctx):
        return run(folder, query=query, **options)


@cli.command(short_help="Compare articles with their expected sheets.")
@click.argument("fixtures", metavar="FIXTURES...", nargs=-1, required=True, type=click.Path(readable=False))
@check_options
@model_option
@input_options
@house_options
@click.pass_context
def check(ctx: click.Context, fixtures: tuple[str, ...], **options: Any) -> int:
    """Compare the facts in articles with the expected sheets beside them, in folders or files FIXTURES.

    The sheet of story.txt is story.facts.json, that of feed.jsonl feed.facts.jsonl. A section or a field that a sheet lacks isn't compared.
    Exit status: 0 all as expected, 1 something differs or couldn't be checked, 2 wrong usage.
    """
    from .check.command import Plan, run
    from .formats import SECTIONS
    from .reading import ReadOptions

    told = {name: options.pop(name) for name in ("output_format", "verbose", "quiet")}
    own = {name: options.pop(name) for name in ("published", "model", "update", "create")}
    plan = Plan(only=options.pop("only") or SECTIONS, **own, reading=ReadOptions(**options))
    with _model_told(ctx):
        return run(fixtures, plan, **told)


@cli.command(short_help="Print what a shell needs to complete commands and options.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what a shell needs to complete commands and options: eval "$(newsfacts completion bash)"."""
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    with opened(None) as write:
        if made:
            write(f"{made.source_template % _COMPLETED}\n")


@cli.command("man", short_help="Print the manual page.")
def print_manual() -> None:
    """Print the manual page, made of these help texts: newsfacts man > newsfacts.1; man ./newsfacts.1."""
    from .manual import manual

    with opened(None) as write:
        write(manual(cli, _DEFAULT))


@cli.command()
def schema() -> None:
    """Print the JSON Schema of a fact sheet."""
    from .formats import to_schema

    with opened(None) as write:
        write(to_schema())


def _problem(error: click.ClickException) -> str:
    """Return what is wrong, of a value that the project's settings give with the name of their file."""
    said = error.format_message()
    if not isinstance(error, click.BadParameter) or not error.ctx or not error.param or not error.param.name:
        return said
    of_settings = error.ctx.get_parameter_source(error.param.name) is click.core.ParameterSource.DEFAULT_MAP
    return f"{error.ctx.meta[_SETTINGS]}: {said}" if of_settings else said


def main(args: list[str] | None = None) -> int:
    """Run the command with `args` (those of the process, if None) and return its exit status."""
    try:
        return cli.main(args, prog_name="newsfacts", standalone_mode=False) or 0
    except click.ClickException as error:
        from .messages import say, usage_line

        command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "newsfacts"
        say(usage_line(_problem(error), command))
        return 2
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except (OutputError, OSError) as error:  # of schema, help and version; the others say it themselves
        from .messages import line_of, say

        close_stdout()
        reason = error.reason if isinstance(error, OutputError) else error.strerror or str(error)
        say(line_of("standard output", f"cannot be written ({reason})"))
        return 1
