"""What trafilatura would glue together or lose, put right in the page first."""

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
_WORDS = frozenset("AI")  # letters that are words


def repair(tree: HtmlElement) -> None:
    """Join drop caps with their word, keep times that are part of a sentence, and mark those of a change that stand behind the day."""
    for element in list(tree.iter(*_INITIALS)):
        _join_drop_cap(element)
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


def _keep(time: HtmlElement) -> None:
    """Make a time plain text if a sentence goes on behind it: trafilatura drops all. Mark it if another one stands before it."""
    before = time.getprevious()
    if before is not None and before.tag == "time" and not (before.tail or "").strip():
        time.set(MARK, "")
    elif _GOES_ON.match(time.tail or ""):
        time.tag = _PLAIN
