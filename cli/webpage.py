"""The article in a web page."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .linked_data import Told
    from .liveblog import Entry

_HALF = 0.5  # of the text in JSON-LD: a page that shows less hides the rest of its article
_GALLERY = 3  # captions that a gallery has at least


class Page(NamedTuple):
    """What a web page says: the article's text, with a blank line between paragraphs, its headline, and when it came out and was changed.

    The headline is no part of the text. `cut`: the page keeps the rest of the article for subscribers. `url` is the address that the
    page names as its own.
    """

    text: str
    title: str | None
    published: datetime.date | None
    modified: datetime.date | None = None
    cut: bool = False
    url: str | None = None


def read_page(html: str) -> Page | None:
    """Return the article in a page, or None where there is none. Nothing is fetched.

    trafilatura finds where the article stands; what it leaves of the page around it is taken off before (boxes) and behind (paragraphs).
    """
    import logging

    logging.getLogger().addHandler(logging.NullHandler())  # trafilatura logs what it can't parse; our message says it
    from trafilatura.utils import load_html

    from .flattening import flattened

    try:
        tree = load_html(flattened(html))
        return None if tree is None else _read(tree)
    except Exception:  # lxml and the searches raise all sorts on broken pages
        return None


def _read(tree: Any) -> Page | None:
    from .furniture import has_paywall, mark_boxes, says_that_nothing_is_there
    from .headlines import find_headlines, outside_names
    from .issue_day import find_days
    from .linked_data import told_of_article
    from .liveblog import find_entries
    from .paragraphs import article_of, leads_elsewhere, paragraphs_of, unglued, without_offer
    from .standfirst import find_standfirst

    told = told_of_article(tree)
    headlines = find_headlines(tree, told)
    published, modified = find_days(tree, told)
    mark_boxes(tree)
    entries = find_entries(tree, told)
    body, day = _extracted(tree)
    found, offers = without_offer(unglued(paragraphs_of(body), tree) if body is not None else [])
    lines = [paragraph.text for paragraph in article_of(found, headlines, told, outside_names(tree, told))]
    standfirst = find_standfirst(tree, headlines, lines[0]) if lines else None
    if standfirst and standfirst not in lines:
        lines.insert(0, standfirst)
    lines = _with_captions(tree, _with_entries(entries, lines))
    shown = "\n\n".join(lines)
    hidden = len(shown) < _HALF * len(told.body)
    text = _from_json(told) if hidden else shown
    if not text or leads_elsewhere(text, tree) or says_that_nothing_is_there(" ".join([*headlines, text])):
        return None
    day = day if day and day not in text else None  # a date from the text itself is the library's to judge: it knows a dateline
    cut = not hidden and (offers or has_paywall(tree, told, shown))
    published = published or (datetime.date.fromisoformat(day) if day else None)
    return Page(text, headlines[0] if headlines else None, published, modified, cut, _own_address(tree))


def _with_entries(entries: list[Entry], lines: list[str]) -> list[str]:
    """Return the lines of a page that are in none of its live blog's entries, then those of the entries, each under its time."""
    from .headlines import letters
    from .liveblog import text_of_entries

    said = letters(" ".join(text for entry in entries for text in entry.paragraphs))
    return [line for line in lines if letters(line) not in said] + text_of_entries(entries) if entries else lines


def _with_captions(tree: Any, lines: list[str]) -> list[str]:
    """Return the lines of a page and behind them its captions, if these are most of it: it is a gallery."""
    from .furniture import is_caption

    elements = dict.fromkeys(element for element in tree.iter() if isinstance(element.tag, str) and is_caption(element))
    captions = [" ".join("".join(element.itertext()).split()) for element in elements if element.getparent() not in elements]
    captions = [caption for caption in dict.fromkeys(captions) if caption and caption not in lines]
    is_gallery = len(captions) >= _GALLERY and sum(map(len, captions)) > sum(map(len, lines))
    return lines + captions if lines and is_gallery else lines


def _own_address(tree: Any) -> str | None:
    """Return the address that a page names as its own, for search engines or for social media."""
    found = (*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath("//meta[@property='og:url']/@content"))
    return next((str(url).strip() for url in found if str(url).strip().startswith(("http://", "https://"))), None)


def _from_json(told: Told) -> str:
    """Return JSON-LD's text of an article that the page itself shows the beginning of."""
    return told.body.replace("\n", "\n\n")


def _extracted(tree: Any) -> tuple[Any, str | None]:
    """Return the tree of what trafilatura takes for the article, and the day that its search finds; None for what there isn't."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    from .furniture import MARK
    from .repairs import repair

    # Never today's date: by default, what a date search takes for possible depends on the day of the run.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
    repair(tree)
    document = bare_extraction(
        tree, include_comments=False, include_links=True, with_metadata=True, date_extraction_params=dates, prune_xpath=[f"//*[@{MARK}]"]
    )
    return (document.body, document.date) if isinstance(document, Document) else (None, None)
