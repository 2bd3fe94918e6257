"""Bytes to text: encodings, and bytes that hold no text at all."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from .knowledge import knowledge

# UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b"))) + b"\x7f"
_HEAD = 65536
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MODEST = 0.05  # how much more chaos than in its first guess charset-normalizer may see in cp1252


class Decoded(NamedTuple):
    """A text, and what is to be said of its encoding: nothing for sound UTF-8. A `lossy` text lacks characters."""

    text: str
    note: str = ""
    lossy: bool = False


def marked_encoding(head: bytes) -> tuple[str, int] | None:
    """Return the encoding that a byte order mark at the start of `head` tells, and the length of the mark."""
    return next(((encoding, len(mark)) for mark, encoding in _MARKS if head.startswith(mark)), None)


def binary_kind(head: bytes) -> tuple[str, str] | None:
    """Return what `head` is the start of and what to do with it, where that is no text; else None.

    A stray control character doesn't make a text binary.
    """
    if marked_encoding(head):
        return None
    for entry in knowledge()["magic"]:
        if head.startswith(bytes.fromhex(entry["bytes"])):
            return entry["is"], entry["advice"]
    head = head[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return ("binary data, not text", "give it the article's text") if controls > max(3, len(head) // 33) else None


def decode(content: bytes) -> Decoded:
    """Return the text of `content`, without a byte order mark and with its line ends as they are.

    A byte order mark tells the encoding; else it is UTF-8; what isn't valid UTF-8 is decoded as charset-normalizer finds likely.
    """
    mark = marked_encoding(content)
    if mark:
        return _replacing(content[mark[1] :], mark[0])
    try:
        return Decoded(content.decode())
    except UnicodeDecodeError:
        damaged = _replacing(content, "utf-8")
        broken = damaged.text.count("�")
        sound = len(damaged.text) - len(damaged.text.encode("ascii", "ignore")) - broken
        return damaged if sound > broken else _guessed(content)


def decode_page(content: bytes) -> Decoded:
    """Return the text of an HTML page: what isn't valid UTF-8 is decoded by its `<meta charset>`, else as `decode` does."""
    declared = _CHARSET.search(content[:4096])
    if declared and not marked_encoding(content):
        try:
            return Decoded(content.decode())
        except UnicodeDecodeError:
            return _declared(content, declared[1].decode("ascii", "replace")) or decode(content)
    return decode(content)


def _declared(content: bytes, encoding: str) -> Decoded | None:
    """Return the text, or None where `encoding` is unknown, no text encoding, or wrong."""
    if encoding.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        encoding = "cp1252"  # as browsers do
    try:
        return Decoded(content.decode(encoding), f"decoded as {encoding}")
    except (LookupError, UnicodeError):
        return None


def _replacing(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), "" if encoding == "utf-8" else f"decoded as {encoding.upper()}")
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
        return Decoded(text, f"damaged {encoding.upper()}, {text.count('�')} characters are lost", lossy=True)


def _guessed(content: bytes) -> Decoded:
    """Return the text in the encoding that charset-normalizer finds likely; cp1252, that of most English text, wins a near tie.

    In short English texts cp1250 often leads by a hair, and would read £5 as Ł5.
    """
    from charset_normalizer import from_bytes

    matches = list(from_bytes(content))
    usual = [m for m in matches if m.encoding == "cp1252" and m.chaos <= matches[0].chaos + _MODEST]
    for match in [*usual, *matches]:
        return Decoded(str(match), f"not UTF-8, decoded as {match.encoding}")
    text = content.decode("cp1252", "replace")
    return Decoded(text, "not UTF-8 and of no known encoding, decoded as cp1252", lossy="�" in text)
