"""The article in a web page."""

from __future__ import annotations

import datetime
from typing import NamedTuple


class Page(NamedTuple):
    """What a web page says: the article's text, with a blank line between paragraphs, its headline and its day of publication."""

    text: str
    title: str | None
    published: datetime.date | None


def read_page(html: str) -> Page | None:
    """Return the article that trafilatura finds in `html`, or None where it finds none. Nothing is fetched."""
    import logging

    logging.getLogger().addHandler(logging.NullHandler())  # trafilatura logs what it can't parse; our message says it
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    from .flattening import flattened

    # Never today's date: by default, what a date search takes for possible depends on the day of the run.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
    try:
        document = bare_extraction(flattened(html), include_comments=False, with_metadata=True, date_extraction_params=dates)
    except Exception:  # lxml and the searches raise all sorts on broken pages
        return None
    text = (document.text or "").strip() if isinstance(document, Document) else ""
    if not isinstance(document, Document) or not text:
        return None
    # A date from the text itself is the library's to judge: it knows a dateline from a date of the story.
    day = document.date if document.date and document.date not in text else None
    return Page(text.replace("\n", "\n\n"), document.title or None, datetime.date.fromisoformat(day) if day else None)
