"""What trafilatura would glue together, take apart or lose, put right in the page first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .furniture import MARK

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PLAIN = "span"
_GOES_ON = re.compile(r"\s{0,9}[\w.,;:)]")
_INITIALS = ("span", "div", "b", "strong")  # the tags that a drop cap has
_BLOCKS = frozenset(("p", "div"))  # the tags of the paragraph that goes on behind one
_LONGEST_KEY, _LONGEST_VALUE = 40, 60  # characters; longer ones are a heading and its text
_WORDS = frozenset("AI")  # letters that are words


def repair(tree: HtmlElement) -> None:
    """Join drop caps with their word and keys with their values, keep times that are part of a sentence, mark others behind a time."""
    for element in list(tree.iter(*_INITIALS)):
        _join_drop_cap(element)
    for key in list(tree.iter("dt")):
        _join_value(key)
    for time in list(tree.iter("time")):
        _keep(time)


def _join_drop_cap(element: HtmlElement) -> None:
    """Put the letter before the word that the next element begins with: `<span>T</span><p>urkey and Poland …`."""
    letter, following = (element.text or "").strip(), element.getnext()
    if len(element) or len(letter) != 1 or not letter.isupper() or letter in _WORDS or (element.tail or "").strip():
        return
    if following is None or following.tag not in _BLOCKS:
        return
    first = next((one for one in following.iter() if isinstance(one.tag, str) and (one.text or "").strip()), None)
    if first is not None and first.text.lstrip()[:1].islower():
        first.text = letter + first.text.lstrip()
        element.text = None


def _join_value(key: HtmlElement) -> None:
    """Put a key of a list before its only value: `<dt>Length</dt><dd>140 metres</dd>` is the line `Length: 140 metres`."""
    value = key.getnext()
    behind = value.getnext() if value is not None else None
    if value is None or value.tag != "dd" or (behind is not None and behind.tag == "dd"):
        return
    name, said = (" ".join("".join(element.itertext()).split()) for element in (key, value))
    if name and said and len(name) <= _LONGEST_KEY and len(said) <= _LONGEST_VALUE:
        value.text = f"{name.rstrip(' :')}: {said}"
        value[:] = []
        parent = key.getparent()
        if parent is not None:
            parent.remove(key)


def _keep(time: HtmlElement) -> None:
    """Make a time plain text if a sentence goes on behind it: trafilatura drops all. Mark it if another one stands before it."""
    before = time.getprevious()
    if before is not None and before.tag == "time" and not (before.tail or "").strip():
        time.set(MARK, "")
    elif _GOES_ON.match(time.tail or ""):
        time.tag = _PLAIN
