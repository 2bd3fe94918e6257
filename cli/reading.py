"""Sources to articles: text files, web pages and JSON lines, each also packed with gzip."""

from __future__ import annotations

import datetime
import io
import json
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from shlex import quote
from typing import Any, BinaryIO, cast

from newsfacts import Article
from newsfacts.habits import Habits

from .decoding import Decoded, binary_kind, decode, decode_page, marked_encoding
from .messages import InputError

FORMATS = ("text", "html", "jsonl")
_ENDINGS = {".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html"}
_ENDINGS |= {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl"}
_MARKUP = re.compile(rb"<(?:!doctype\s+html|!--|\?xml|html|head|body|article|div|p)\b", re.IGNORECASE)
_WORD = re.compile(r"\w")
_URL = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_DAY_HELP = "write it as 2026-04-14 or 2026-04-14T09:30"


@dataclass(frozen=True)
class ReadOptions:
    """How sources are read.

    `max_size` is in bytes of an article after unpacking; the fields are those of JSON lines; `habits` are those of the house.
    """

    input_format: str = "auto"
    max_size: int = 20_000_000
    text_field: str = "text"
    name_field: str = "name"
    title_field: str = "title"
    published_field: str = "published"
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True)
class Read:
    """An article and what is to be said of it.

    Attributes:
        article: what is read.
        label: how messages name it.
        decoded: its encoding.
        modified: when a web page changed.
        cut: whether a web page has the beginning of its article only.
        key: under which it is known where many articles are: its path, and in a feed its place there.
    """

    article: Article
    label: str
    decoded: Decoded
    modified: datetime.date | None = None
    cut: bool = False
    key: str = ""


def read_source(source: str, options: ReadOptions, stream: BinaryIO | None = None) -> Iterator[Read | InputError]:
    """Yield the articles of `source`, a file's path or `-` for standard input, each as soon as it is read.

    Its bytes are those of `stream`, where that is given; `source` is what it is called then. What cannot be read comes as an
    `InputError` in its place. Nothing is raised.
    """
    label = "standard input" if source == "-" else source or "''"
    try:
        with opened_source(source) if stream is None else nullcontext(stream) as raw:
            plain, packed = unpacked(raw, source)
            head = plain.peek(8192)
            _refuse_binary(head, label)
            kind = options.input_format if options.input_format != "auto" else format_of(source, head)
            if kind == "jsonl":
                yield from _read_lines(plain, source, label, options, packed)
            else:
                yield _read_whole(plain, source, label, options, kind)
    except InputError as error:
        yield error
    except (EOFError, zlib.error) as error:
        yield _broken_gzip(label, error)
    except OSError as error:
        yield _broken_gzip(label, error) if error.errno is None else _unreadable(label, error)
    except ValueError:  # a path with a NUL
        yield InputError(label, "is no path of a file")


def _refuse_binary(content: bytes, label: str) -> None:
    if found := binary_kind(content):
        raise InputError(label, f"is {found[0]}", found[1])


def format_of(source: str, head: bytes) -> str:
    """Return the format of `source`: by the ending of its name, else by its first characters (`{`, or an HTML tag)."""
    path = PurePath(source)
    ending = (PurePath(path.stem) if path.suffix.lower() == ".gz" else path).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    mark = marked_encoding(head)
    start = (decode(head[: len(head) // 4 * 4]).text.encode("utf-8", "replace") if mark else head).lstrip()
    return "jsonl" if start.startswith(b"{") else "html" if _MARKUP.match(start) else "text"


@contextmanager
def opened_source(source: str) -> Iterator[BinaryIO]:
    """Give the bytes of a file, or those of standard input for `-`."""
    if source == "-":
        if sys.stdin is None:
            raise InputError("standard input", "is closed")
        yield sys.stdin.buffer
    else:
        with open(source, "rb") as stream:
            yield stream


def unpacked(raw: BinaryIO, source: str) -> tuple[io.BufferedReader, bool]:
    """Return a stream of the unpacked bytes, and whether they were packed."""
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.FileIO, raw))
    if not stream.peek(2).startswith(b"\x1f\x8b") and not source.lower().endswith(".gz"):
        return stream, False
    import gzip

    return io.BufferedReader(cast(io.FileIO, gzip.GzipFile(fileobj=stream))), True


def _read_whole(stream: io.BufferedReader, source: str, label: str, options: ReadOptions, kind: str) -> Read:
    content = stream.read(options.max_size + 1)
    if len(content) > options.max_size:
        raise _too_long(label, options)
    _refuse_binary(content, label)
    decoded = decode_page(content) if kind == "html" else decode(content)
    if not decoded.text.strip():
        raise InputError(label, "is empty", "give it an article")
    if kind == "text" and not _WORD.search(decoded.text):
        raise InputError(label, "has no word in it", "give it the article's text")
    name = _name_of(source)
    if kind == "text":
        return Read(Article(text=decoded.text, name=name, habits=options.habits), label, decoded, key=source)
    from .webpage import read_page

    page = read_page(decoded.text)
    if page is None:
        raise InputError(label, "has no article text", "if it is plain text, say --input-format text")
    article = Article(text=page.text, name=name, title=page.title, published=page.published, url=page.url, habits=options.habits)
    return Read(article, label, decoded, page.modified, page.cut, source)


def _read_lines(stream: io.BufferedReader, source: str, label: str, options: ReadOptions, packed: bool) -> Iterator[Read | InputError]:
    lines = _transcoded(stream, label, options)
    empty, idle = True, 0
    for number, line in enumerate(iter(lambda: lines.readline(options.max_size + 1), b""), start=1):
        line_label = f"{label}: line {number}"
        if empty and line.strip() in (b"{", b"[", b"[{"):
            raise InputError(label, "is JSON over several lines", "make it one object a line: jq -c . FILE (an array: jq -c '.[]' FILE)")
        empty, idle = empty and not line.strip(), 0 if line.strip() else idle + len(line)
        if idle > options.max_size:
            raise InputError(label, f"has nothing but empty lines from line {number} back")
        if len(line) > options.max_size:
            yield _too_long(line_label, options)
            if packed:
                raise InputError(label, f"the rest after line {number} was not unpacked", "split the file, or raise --max-size")
            _skip_line(lines, line)
        elif line.strip():
            try:
                yield replace(_read_line(line, f"{_name_of(source)}:{number}", line_label, options), key=f"{source}:{number}")
            except InputError as error:
                yield error
    if empty:
        raise InputError(label, "is empty", "give it one JSON object a line")


def _transcoded(stream: io.BufferedReader, label: str, options: ReadOptions) -> io.BufferedReader | io.BytesIO:
    """Return `stream` in an encoding in which a line ends with the byte 10."""
    mark = marked_encoding(stream.peek(4))
    if mark is None or mark[0] == "utf-8":
        return stream
    content = stream.read(options.max_size + 1)
    if len(content) > options.max_size:
        raise InputError(label, f"is {mark[0].upper()} and too long to convert", "convert it to UTF-8 first, with iconv")
    return io.BytesIO(decode(content).text.encode())


def _skip_line(lines: io.BufferedReader | io.BytesIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(1 << 20)


def _read_line(line: bytes, name: str, label: str, options: ReadOptions) -> Read:
    """Return the article in a JSON object.

    Raises:
        InputError: it is no JSON object, or has no text.
    """
    decoded = decode(line)
    fields = _parsed(decoded.text.strip(), label)
    text = fields.get(options.text_field)
    if not isinstance(text, str):
        known = ", ".join(list(map(str, fields))[:8]) or "none"
        what = "has no" if text is None else "has no string in its"
        raise InputError(label, f"{what} field {options.text_field!r}", f"name it with --text-field (fields here: {known})")
    if not _WORD.search(text):
        raise InputError(label, f"the field {options.text_field!r} {'has no word in it' if text.strip() else 'is empty'}")
    article = Article(
        text=_without_surrogates(text),
        name=_string(fields.get(options.name_field)) or name,
        title=_string(fields.get(options.title_field)),
        published=_published(fields.get(options.published_field), label),
        habits=options.habits,
        url=_url(fields),
    )
    return Read(article, label, decoded)


def _parsed(line: str, label: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        advice = "write one JSON object a line (jq -c . makes that of a file)"
        problem = f"{error.msg} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else "too deep or too large"
        raise InputError(label, f"is not JSON ({problem})", advice) from None
    if not isinstance(fields, dict):
        raise InputError(label, "is JSON but no object", "write one object a line (jq -c '.[]' makes that of an array)")
    return fields


def _string(value: object) -> str | None:
    """Return a name or title, on one line; None for null, nothing, lists and objects."""
    if value is None or isinstance(value, dict | list):
        return None
    return " ".join(_without_surrogates(str(value)).split()) or None


def _url(fields: dict[str, Any]) -> str | None:
    """Return where the article stands: the field `url` or `link`, if that holds a URL."""
    found = next((_string(fields[name]) for name in ("url", "link") if fields.get(name)), None)
    return found if found and _URL.match(found) else None


def _without_surrogates(text: str) -> str:
    """Return `text` with U+FFFD for each half of a surrogate pair, which JSON can spell and UTF-8 can't; no offset changes."""
    return text if text.isascii() else re.sub(r"[\ud800-\udfff]", "�", text)


def _published(value: object, label: str) -> datetime.date | None:
    if value is None or value == "":
        return None
    try:
        return parse_day(str(value))
    except ValueError:
        raise InputError(label, f"published {str(value)[:40]!r} is no ISO 8601 date", _DAY_HELP) from None


def parse_day(value: str) -> datetime.date:
    """Return an ISO 8601 date, or a date and time.

    Raises:
        ValueError: `value` is neither; the message says how to write it.
    """
    from newsfacts.api import parse_published

    try:
        return parse_published(value)
    except ValueError:
        raise ValueError(f"{value!r} is no ISO 8601 date; {_DAY_HELP}") from None


def _name_of(source: str) -> str:
    return _without_surrogates(PurePath(source).name) or source


def _too_long(label: str, options: ReadOptions) -> InputError:
    return InputError(label, f"is longer than {_in_words(options.max_size)}", "split it, or raise --max-size")


def _in_words(size: int) -> str:
    """Return a number of bytes in the largest unit that it fills: 20 MB, 1.5 MB, 500 kB, 10 bytes."""
    for unit, name in ((1000**3, "GB"), (1000**2, "MB"), (1000, "kB")):
        if size >= unit:
            return f"{size / unit:g} {name}"
    return f"{size} byte{'' if size == 1 else 's'}"


def _broken_gzip(label: str, error: Exception) -> InputError:
    if isinstance(error, EOFError):
        return InputError(label, "is cut off", "get the whole file again")
    return InputError(label, "is no valid gzip file", "get it again, or take .gz off its name if it isn't packed")


def _unreadable(source: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError) and _URL.match(source):
        return InputError(source, "is a URL, and newsfacts fetches nothing", f"curl -s {quote(source)} | newsfacts")
    if isinstance(error, FileNotFoundError):
        return InputError(source, "no such file", "check the path, or see newsfacts --help for the commands")
    if isinstance(error, IsADirectoryError):
        folder = source.rstrip("/") or "/"
        return InputError(
            source, "is a folder", f"give its files: newsfacts {folder}/*.txt, or all below it: newsfacts batch {folder} -o OUT"
        )
    if isinstance(error, PermissionError):
        return InputError(source, "you have no permission to read it", "check with ls -l")
    return InputError(source, f"cannot be read ({error.strerror or error})")
