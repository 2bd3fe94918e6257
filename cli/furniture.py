"""What stands on a news page beside its article: boxes by the names that sites give them, paragraphs by their words.

trafilatura leaves most of a page out; this is what its rules let through on pages of the press: captions, letters to readers, links to
other stories, hints for those who haven't paid, biographies of the author.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from .linked_data import Told

MARK = "data-newsfacts-beside"  # the attribute that boxes beside the article get
_MOST = 0.25  # of a page's text; what holds more of it is no box beside the article
STUB = 1_500  # characters that a page shows of an article that goes on behind a paywall
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe"))


@cache
def _known() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(files(__package__).joinpath("furniture.toml").read_text(encoding="utf-8"))


@cache
def _names(kind: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(map(re.escape, _known()[kind]['names']))}) ")


@cache
def _starts() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{start})" for start in _known()["paragraphs"]["starts"]), re.IGNORECASE)


def mark_boxes(tree: HtmlElement) -> None:
    """Give each box beside the article the attribute `MARK`: by its tag, its role, or a name in its class or id."""
    boxes = _known()["boxes"]
    tags, roles, attributes = (frozenset(boxes[kind]) for kind in ("tags", "roles", "attributes"))
    text = _text_within(tree)
    most = _MOST * text.get(tree, 0)
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "head", "article", "main"):
            continue
        beside = element.tag in tags or element.get("role") in roles or not attributes.isdisjoint(element.keys())
        beside = beside or _names("boxes").search(_words_of(element)) is not None
        if beside and text.get(element, 0) <= most:
            element.set(MARK, "")


def is_beside(element: HtmlElement) -> bool:
    """Say whether `mark_boxes` marked an element or one around it."""
    return element.get(MARK) is not None or any(outer.get(MARK) is not None for outer in element.iterancestors())


def is_standfirst(element: HtmlElement) -> bool:
    """Say whether an element's class or id names it as what stands between the headline and the text."""
    return _names("standfirsts").search(_words_of(element)) is not None


def is_caption(element: HtmlElement) -> bool:
    """Say whether an element is a picture's caption, by its tag or its class."""
    return element.tag == "figcaption" or _names("captions").search(_words_of(element)) is not None


def is_live(element: HtmlElement) -> bool:
    """Say whether an element's class or id names it as a live blog or an entry of one."""
    return _names("live").search(_words_of(element)) is not None


def _words_of(element: HtmlElement) -> str:
    """Return the words of an element's class and id in lower case: ` newsletter promo ` for `newsletterPromo`."""
    named = f"{element.get('class') or ''} | {element.get('id') or ''}"[:300]
    return " " + " | ".join(" ".join(_WORD.findall(name)) for name in named.split("|")).lower() + " "


def _text_within(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Return for each element how many characters a reader sees in it, in linear time."""
    sums: dict[HtmlElement, int] = {}
    for element in reversed(list(tree.iter())):  # children come before their parents
        if isinstance(element.tag, str) and element.tag not in _UNSEEN:
            parts = [element.text or "", *(child.tail or "" for child in element)]
            sums[element] = sum(len(part.strip()) for part in parts) + sum(sums.get(child, 0) for child in element)
    return sums


def speaks_of_the_page(paragraph: str) -> bool:
    """Say whether a paragraph is a hint to the reader (`Read more: …`, `Sign up for …`), a credit or a notice, and no news."""
    return len(paragraph) <= _known()["paragraphs"]["longest"] and _starts().match(paragraph) is not None


def asks_to_subscribe(paragraph: str) -> bool:
    """Say whether a paragraph says that the rest of the article is for those who pay or register."""
    return len(paragraph) <= _known()["paragraphs"]["longest"] and _closed().search(paragraph) is not None


def is_about_author(paragraph: str, before: str) -> bool:
    """Say whether a paragraph at the end tells of the page's author: one whose surname the text `before` it has nowhere.

    `Ana Ruiz covers shipping in Lamu.` `The writer is a professor of law.`
    """
    found = _author().match(paragraph)
    return (
        found is not None
        and len(paragraph) <= _known()["author"]["longest"]
        and not (found["name"] and found["name"].split()[-1] in before)
    )


def says_that_nothing_is_there(text: str) -> bool:
    """Say whether a page's text is short and tells of an error, of cookies or of a check of the browser."""
    pattern = _nothing()
    return len(text) <= _known()["nothing"]["longest"] and pattern.search(text) is not None


def has_paywall(tree: HtmlElement, told: Told, shown: str) -> bool:
    """Say whether a page that shows little of its article has a box that asks to subscribe, or JSON-LD that says it is not free.

    Whole articles have hidden boxes of that name, and that word in their JSON-LD.
    """
    if len(shown) > STUB or not told.free:
        return len(shown) <= STUB
    boxes = (box for box in tree.iter() if isinstance(box.tag, str) and _names("paywalls").search(_words_of(box)))
    return any(asks_to_subscribe(" ".join("".join(box.itertext()).split())) for box in boxes)


@cache
def _closed() -> re.Pattern[str]:
    return re.compile("|".join(_known()["paragraphs"]["closed"]), re.IGNORECASE)


@cache
def _nothing() -> re.Pattern[str]:
    return re.compile("|".join(_known()["nothing"]["patterns"]), re.IGNORECASE)


@cache
def _author() -> re.Pattern[str]:
    patterns = _known()["author"]["patterns"]
    named = [pattern.removeprefix("NAME") for pattern in patterns if pattern.startswith("NAME")]
    others = [f"(?i:{pattern})" for pattern in patterns if not pattern.startswith("NAME")]
    return re.compile(rf"(?P<name>[A-Z][\w.’'-]{{0,30}}(?: [A-Z][\w.’'-]{{0,30}}){{1,3}})(?:{'|'.join(named)})|{'|'.join(others)}")
