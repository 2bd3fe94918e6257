"""Pieces to a page: Jinja2 templates with the style sheet and the script inside, under a policy that allows these two alone."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..formats import COLUMNS, escaped
from .facts import index_terms

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def write_page(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the HTML of a page for one article, or of a report with an index for several.

    Args:
        pieces: what `to_piece` made of each article. They are asked for while the page is written, and not kept.
    """
    from markupsafe import Markup

    coming = iter(pieces)
    first = list(islice(coming, 2))
    alone = json.loads(first[0]) if len(first) == 1 else None
    index: list[Any] = []
    css, script, world = (Markup(_file(name)) for name in ("page.css", "page.js", "world.path"))
    page = _environment().get_template("page.html")
    stream = page.stream(
        article=alone,
        pieces=_scripts(chain(first, coming), index),
        index=lambda: for_script(json.dumps(index, ensure_ascii=False)),
        columns=for_script(json.dumps(COLUMNS)),
        css=css,
        script=script,
        world=world,
        policy=f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'",
    )
    stream.enable_buffering(64)
    yield from stream


def _scripts(pieces: Iterable[str], index: list[Any]) -> Iterator[Markup]:
    """Yield each piece as a script element may hold it, and note in `index` what the report's first view needs."""
    for piece in pieces:
        article = json.loads(piece)
        index.append(
            [article["title"] or article["name"], article["published"] or "", article["name"], list(index_terms(article["facts"]))]
        )
        yield for_script(piece)


def for_script(source: str) -> Markup:
    """Return JSON in which no `</script>` and no line separator of JavaScript is left."""
    from markupsafe import Markup

    return Markup(escaped(source).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _hash(source: str) -> str:
    """Return the source expression of Content-Security-Policy level 3 that allows exactly this inline element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").strip()


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
