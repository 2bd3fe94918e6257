"""WARC archives: the web pages that a crawler stored, as warcio reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from .feeds import Feed
from .messages import InputError

_PAGES = ("text/html", "application/xhtml+xml")


class StoredPage(NamedTuple):
    """A page of an archive: its address and its bytes, which are gone when the next one is asked for."""

    address: str
    content: BinaryIO


def pages_of(feed: Feed) -> Iterator[StoredPage | InputError]:
    """Yield the web pages of an archive, in its order; what a server answered otherwise, and what is no page, is passed over.

    Raises:
        InputError: warcio isn't installed, or the archive cannot be read.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise InputError(feed.label, "is a WARC archive, which needs warcio", "pip install 'newsfacts[warc]'") from None
    found = False
    try:
        for record in ArchiveIterator(feed.stream):
            http = record.http_headers
            if record.rec_type != "response" or http is None or http.get_statuscode() != "200":
                continue
            if (http.get_header("Content-Type") or "").partition(";")[0].strip().lower() in _PAGES:
                found = True
                yield StoredPage(record.rec_headers.get_header("WARC-Target-URI") or "", record.content_stream())
    except (ArchiveLoadFailed, AttributeError) as error:  # the second where a record is cut off in its head
        raise InputError(feed.label, f"is no sound WARC archive ({str(error).splitlines()[0][:120]})", "get it again") from None
    if not found:
        raise InputError(feed.label, "has no web pages", "give it an archive with a crawler's pages")
