"""Pieces to a page: Jinja2 templates with the style sheet and the script inside, under a policy that allows these two alone."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, TextIO

from ..formats import COLUMNS
from .facts import to_piece
from .lists import Lists, for_script

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from newsfacts import FactSheet

_PORTION = 1 << 15  # characters


def write_page(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the HTML of a page for one article, or of a report with an index for several.

    Args:
        pieces: what `to_piece` made of each article. They are asked for while the page is written, and not kept: what the index
            at the end of a report says of each waits in a temporary file.
    """
    from markupsafe import Markup

    coming = iter(pieces)
    first = list(islice(coming, 2))
    alone = json.loads(first[0]) if len(first) == 1 else None
    css, script, world = (Markup(_file(name)) for name in ("page.css", "page.js", "world.path"))
    page = _environment().get_template("page.html")
    with _waiting() as entries, _waiting() as figures:
        lists = Lists(entries, figures)
        stream = page.generate(
            article=alone,
            pieces=_scripts(chain(first, coming), lists, whole=alone is None),
            index=lists.entries,
            people=lists.people,
            places=lists.places,
            figures=lists.figures,
            columns=for_script(json.dumps(COLUMNS)),
            css=css,
            script=script,
            world=world,
            policy=f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'",
        )
        del first
        yield from _in_portions(stream)


def to_frame(sheet: FactSheet) -> str:
    """Return a frame for a notebook with the page of one sheet in it, apart from the notebook's own page.

    Where the sheet doesn't hold its text the page shows its sentences.
    """
    from markupsafe import escape

    from ..stored import rebuilt_text

    page = escape("".join(write_page([to_piece(sheet, rebuilt_text(sheet))])))
    style = "width: 100%; height: 44rem; border: 1px solid silver"
    return f'<iframe srcdoc="{page}" style="{style}" title="Fact sheet" sandbox="allow-scripts allow-downloads"></iframe>'


def _scripts(pieces: Iterable[str], lists: Lists, *, whole: bool) -> Iterator[Markup]:
    """Yield each piece as a script element may hold it, and add what the lists of a report need; `whole`: whether it is one."""
    for piece in pieces:
        article = json.loads(piece)
        lists.add(article, whole=whole)
        yield for_script(piece)


def _waiting() -> TextIO:
    return TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="")


def _in_portions(parts: Iterable[str]) -> Iterator[str]:
    """Join what a template gives word by word to strings that are worth a call of the system each."""
    held: list[str] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size > _PORTION:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def _hash(source: str) -> str:
    """Return the source expression of Content-Security-Policy level 3 that allows exactly this inline element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").strip()


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
