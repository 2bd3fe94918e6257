"""`newsfacts text`: the texts, titles and days that articles are read from."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from .extracting import cleaner, named_by_path, say_of_text
from .formats import escaped
from .messages import InputError, Messages
from .output import OutputError, opened
from .reading import Read, ReadOptions, read_source


def print_texts(
    sources: Iterable[str | InputError],
    *,
    published: datetime.date | None,
    output_format: str,
    output: str | None,
    verbose: bool,
    quiet: bool,
    **reading: Any,
) -> int:
    """Write the texts of `sources` and return the exit status: 1 if some input failed, else 0.

    Args:
        sources: paths, or `-` for standard input; an error is said in its place.
        published: the day of articles whose source doesn't say it.
        output_format: text, or jsonl for an object a line with `name`, `title`, `published`, `modified` and `text`.
        output: the file to write; None or `-` for standard output.
        verbose: whether to say more than warnings and errors.
        quiet: whether to say nothing but errors.
        reading: fields of `ReadOptions`.
    """
    messages = Messages(1 if verbose else -1 if quiet else 0)
    output = None if output == "-" else output
    clean, first = cleaner(output), True
    try:
        with opened(output) as write:
            for source in sources:
                for read in [source] if isinstance(source, InputError) else read_source(source, ReadOptions(**reading)):
                    if isinstance(read, InputError):
                        messages.error(read)
                        continue
                    say_of_text(read, messages)
                    fields = fields_of(read, published)
                    write(to_line(fields) if output_format == "jsonl" else ("" if first else "\n") + clean(to_text(fields)))
                    first = False
    except OutputError as error:
        messages.error(InputError(error.name, f"cannot be written ({error.reason})"))
    return int(messages.errors > 0)


def fields_of(read: Read, published: datetime.date | None) -> dict[str, str | None]:
    """Return what an article is read from: its name, title, days (ISO 8601 or None) and text; title and day as its sheet has them."""
    from newsfacts.dates.published import find_published
    from newsfacts.headline import find_title
    from newsfacts.pipeline.folding import evened

    even = evened(read.article.text)
    read_as = find_published(replace(read.article, text=even.text) if even else read.article)
    return {
        "name": named_by_path(read).article.name,
        "title": find_title(read_as),
        "published": (read_as if read_as.published else replace(read_as, published=read.day or published)).published_iso,
        "modified": read.modified.isoformat() if read.modified else None,
        "text": read.article.text,
    }


def to_line(fields: dict[str, str | None]) -> str:
    """Return the fields as a line of JSON."""
    return escaped(json.dumps(fields, ensure_ascii=False)) + "\n"


def to_text(fields: dict[str, str | None]) -> str:
    """Return the title, a line with name and days, and the text."""
    days = [f"{what} {fields[what]}" for what in ("published", "modified") if fields[what]]
    head = [fields["title"], " · ".join([fields["name"] or "-", *(days or ["day of publication unknown"])])]
    return "\n".join(line for line in head if line) + f"\n\n{(fields['text'] or '').rstrip()}\n"
