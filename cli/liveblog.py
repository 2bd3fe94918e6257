"""The entries of a live blog, each with its time: trafilatura leaves the times out, and with them what `today` and `at noon` mean."""

from __future__ import annotations

import datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .furniture import is_beside, is_live, speaks_of_the_page
from .issue_day import parse_stamp
from .linked_data import Told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST = 2  # entries of a live blog
_TEXT = ("p", "li", "h2", "h3", "h4", "h5", "blockquote")


class Entry(NamedTuple):
    """One entry: its moment, with the zone of the page, and its headline and paragraphs."""

    stamp: datetime.datetime
    paragraphs: tuple[str, ...]


def find_entries(tree: HtmlElement, told: Told) -> list[Entry]:
    """Return the entries of a live blog in the order of the page; none where it isn't one.

    JSON-LD's `liveBlogUpdate` is heard first; else they are neighbours in a box named as a live blog's, each with a `<time>` and a text.
    """
    of_json = [_entry(update.published, [update.headline, *update.body.splitlines()]) for update in told.updates]
    entries = [entry for entry in of_json if entry] or [entry for entry in map(_of_page, _boxes(tree)) if entry]
    return entries if len(entries) >= _FEWEST else []


def text_of_entries(entries: list[Entry]) -> list[str]:
    """Return the paragraphs of a live blog; the day and the time of each entry are one of their own above it."""
    return [paragraph for entry in entries for paragraph in (_in_words(entry.stamp), *entry.paragraphs)]


def _in_words(stamp: datetime.datetime) -> str:
    """Return `16 January 2026, 13:30`; one in UTC, which is what programs write, says so."""
    return f"{stamp.day} {stamp:%B %Y, %H:%M}{' UTC' if stamp.utcoffset() == datetime.timedelta(0) else ''}"


def _entry(stamp: str | None, paragraphs: list[str | None]) -> Entry | None:
    moment = parse_stamp(stamp)
    kept = tuple(dict.fromkeys(text for text in paragraphs if text and not speaks_of_the_page(text)))
    return Entry(moment, kept) if isinstance(moment, datetime.datetime) and kept else None


def _boxes(tree: HtmlElement) -> list[HtmlElement]:
    """Return the boxes with a time that are neighbours within a live blog."""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    told = _with_paragraphs(tree) if len(times) >= _FEWEST else frozenset()
    within = [box for time in times if (box := next((box for box in time.iterancestors() if box in told), None)) is not None]
    runs = [list(dict.fromkeys(run)) for _, run in groupby(within, key=lambda box: box.getparent())]
    return max((run for run in runs if is_live_within(run[0])), key=len, default=[])


def _with_paragraphs(tree: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that have a paragraph within them, in linear time."""
    found: set[HtmlElement] = set()
    for paragraph in tree.iter("p"):
        for box in paragraph.iterancestors():
            if box in found:
                break
            found.add(box)
    return frozenset(found)


def is_live_within(box: HtmlElement) -> bool:
    """Say whether a box or one around it is named as a live blog's."""
    return is_live(box) or any(is_live(outer) for outer in box.iterancestors())


def _of_page(box: HtmlElement) -> Entry | None:
    time = next(time for time in box.iter("time") if time.get("datetime"))
    said = [element for element in box.iter(*_TEXT) if not is_beside(element) and next(element.iterdescendants(*_TEXT), None) is None]
    return _entry(time.get("datetime"), [" ".join("".join(element.itertext()).split()) for element in said])
