"""What a page says of its article to machines: JSON-LD in the words of schema.org."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$", re.IGNORECASE)
_SAYING = ("headline", "articleBody", "liveBlogUpdate")
_DEEPEST = 12  # of objects within each other; a page about an article needs four
_MARKUP = re.compile(r"<[^<>]{0,500}>")


@dataclass(frozen=True)
class Told:
    """What JSON-LD says of one article; None or an empty string for what it doesn't say."""

    headline: str | None = None
    body: str = ""  # the article's text, without markup
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    free: bool = True  # whether everyone may read it
    updates: tuple[Told, ...] = ()  # the entries of a live blog


def told_of_article(tree: HtmlElement) -> Told:
    """Return what the page's JSON-LD says of its article: the first object that is one and says something of it, else nothing."""
    for found in _objects(tree):
        if any(_ARTICLE.search(kind) for kind in _strings(found.get("@type"))) and any(map(found.get, _SAYING)):
            return _told(found)
    return Told()


def _told(found: dict[str, Any]) -> Told:
    publisher = found.get("publisher")
    authors = found.get("author")
    return Told(
        headline=_line(found.get("headline")),
        body=_plain(found.get("articleBody")),
        published=_line(found.get("datePublished")),
        modified=_line(found.get("dateModified")),
        publisher=_line(publisher.get("name")) if isinstance(publisher, dict) else None,
        authors=tuple(name for one in _list(authors) if (name := _name(one))),
        updates=tuple(_told(one) for one in _list(found.get("liveBlogUpdate")) if isinstance(one, dict)),
        free=str(found.get("isAccessibleForFree", True)).lower() not in ("false", "no", "0"),
    )


def _objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                yield from _within(json.loads(script.text, strict=False), _DEEPEST)
            except (ValueError, RecursionError):  # cut off, or with a comment around it
                continue


def _within(value: Any, deep: int) -> Iterator[dict[str, Any]]:
    """Yield the objects in `value`, outer ones first; of an article those within it (comments, entries of a live blog) come last."""
    if isinstance(value, dict):
        yield value
    if deep and isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _within(part, deep - 1)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _strings(value: Any) -> list[str]:
    return [one for one in _list(value) if isinstance(one, str)]


def _name(value: Any) -> str | None:
    return _line(value.get("name") if isinstance(value, dict) else value)


def _line(value: Any) -> str | None:
    """Return a string on one line, without entities; None for all else."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _plain(value: Any) -> str:
    """Return a text without its markup, a line for each line or paragraph of it."""
    if not isinstance(value, str):
        return ""
    marked = re.sub(r"</p>|<br[^<>]{0,20}>|</li>|</h\d>", "\n", html.unescape(value), flags=re.IGNORECASE)
    return "\n".join(line for part in _MARKUP.sub("", marked).splitlines() if (line := " ".join(part.split())))
