"""Sources to articles: text files, web pages and feeds, each also packed with gzip."""

from __future__ import annotations

import datetime
import io
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from shlex import quote
from typing import Any, BinaryIO, cast

from newsfacts import Article
from newsfacts.habits import Habits

from .days import HELP, day_of_field, day_of_path
from .decoding import Decoded, binary_kind, decode, decode_page, marked_encoding
from .feeds import FEEDS, Feed, Record, feed_kind, records_of, size_in_words
from .messages import InputError
from .queries import Query, rows_of_query
from .webarchive import pages_of

FORMATS = ("text", "html", *FEEDS)
_ENDINGS = {".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html"}
_ENDINGS |= {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".warc": "warc"}
_CALLED = {"jsonl": "JSON lines", "json": "a JSON array", "csv": "CSV", "parquet": "Parquet", "warc": "a WARC archive"}
_MARKUP = re.compile(rb"<(?:!doctype\s+html|!--|\?xml|html|head|body|article|div|p)\b", re.IGNORECASE)
_WORD = re.compile(r"\w")
_URL = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)


@dataclass(frozen=True)
class ReadOptions:
    """How sources are read.

    `max_size` is in bytes of an article after unpacking; the fields are those of a feed's records; `habits` are those of the house.
    `key_field` is the field under which a feed's article is known, wherever in the feed it stands; None for its place.
    `published_from_path` gives articles the day in their path where their source doesn't say one.
    """

    input_format: str = "auto"
    max_size: int = 20_000_000
    text_field: str = "text"
    name_field: str = "name"
    title_field: str = "title"
    published_field: str = "published"
    habits: Habits = field(default_factory=Habits)
    key_field: str | None = None
    published_from_path: bool = False


@dataclass(frozen=True)
class Read:
    """An article and what is to be said of it.

    Attributes:
        article: what is read.
        label: how messages name it.
        decoded: its encoding.
        modified: when a web page changed.
        cut: whether a web page has the beginning of its article only.
        key: under which it is known where many articles are: its path, and in a feed its `place` there behind it.
        place: in a feed, its number there or what the key field holds; else an empty string.
        day: of publication, that its path names, if that is to count.
    """

    article: Article
    label: str
    decoded: Decoded
    modified: datetime.date | None = None
    cut: bool = False
    key: str = ""
    place: str = ""
    day: datetime.date | None = None


def read_source(source: str, options: ReadOptions, stream: BinaryIO | None = None) -> Iterator[Read | InputError]:
    """Yield the articles of `source`, a file's path or `-` for standard input, each as soon as it is read.

    Its bytes are those of `stream`, where that is given; `source` is what it is called then. What cannot be read comes as an
    `InputError` in its place. Nothing is raised.
    """
    label = "standard input" if source == "-" else source if source.strip() else repr(source)
    try:
        with opened_source(source) if stream is None else nullcontext(stream) as raw:
            plain, packed = unpacked(raw, source)
            head = plain.peek(8192)
            kind = options.input_format if options.input_format != "auto" else format_of(source, head)
            if options.input_format == "auto" and kind == "text" and (feed := feed_kind(head)):
                raise InputError(label, f"looks like {_CALLED[feed]}, not like one article", f"say --input-format {feed} (or text)")
            if kind not in ("parquet", "warc"):
                _refuse_binary(head, label)
            if kind in FEEDS:
                yield from _read_feed(Feed(plain, label, options.max_size, options.text_field, packed), kind, source, options)
            else:
                yield _read_whole(plain, source, label, options, kind)
    except InputError as error:
        yield error
    except (EOFError, zlib.error) as error:
        yield broken_gzip(label, error)
    except OSError as error:
        yield broken_gzip(label, error) if error.errno is None else _unreadable(label, error)
    except ValueError:  # a path with a NUL
        yield InputError(label, "is no path of a file")


def read_query(query: Query, options: ReadOptions) -> Iterator[Read | InputError]:
    """Yield the articles that a database gives, a row an article, as `read_source` yields those of a feed. Nothing is raised."""
    try:
        yield from _read_records(rows_of_query(query, options.text_field), query.name, query.name, options)
    except InputError as error:
        yield error


def _refuse_binary(content: bytes, label: str) -> None:
    if found := binary_kind(content):
        raise InputError(label, f"is {found[0]}", found[1])


def format_of(source: str, head: bytes) -> str:
    """Return the format of `source`: by the ending of its name, else by its first characters (`{`, `[{`, or an HTML tag)."""
    path = PurePath(source)
    ending = (PurePath(path.stem) if path.suffix.lower() == ".gz" else path).suffix.lower()
    if head.startswith(b"PAR1") and ending not in (".txt", ".text"):
        return "parquet"
    if ending in _ENDINGS and _ENDINGS[ending] != "jsonl":
        return _ENDINGS[ending]
    mark = marked_encoding(head)
    start = (decode(head[: len(head) // 4 * 4]).text.encode("utf-8", "replace") if mark else head).lstrip()
    if ending in _ENDINGS or start.startswith(b"{") or feed_kind(start) == "json":
        return "json" if start.startswith(b"[") else "jsonl"
    return "html" if _MARKUP.match(start) else "text"


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
    if kind == "html":
        return _read_page(content, source, label, options)
    text = _decoded(content, label, options, decode)
    if not _WORD.search(text.text):
        raise InputError(label, "has no word in it", "give it the article's text")
    article = Article(text=text.text, name=_name_of(source), habits=options.habits)
    return Read(article, label, text, key=source, day=_day_of(source, options))


def _read_page(content: bytes, source: str, label: str, options: ReadOptions) -> Read:
    from .webpage import read_page

    decoded = _decoded(content, label, options, decode_page)
    page = read_page(decoded.text)
    if page is None:
        raise InputError(label, "has no article text", "if it is plain text, say --input-format text")
    name = _name_of(source)
    article = Article(text=page.text, name=name, title=page.title, published=page.published, url=page.url, habits=options.habits)
    return Read(article, label, decoded, page.modified, page.cut, source, day=_day_of(source, options))


def _decoded(content: bytes, label: str, options: ReadOptions, decoding: Callable[[bytes], Decoded]) -> Decoded:
    """Return the text of a file or a page.

    Raises:
        InputError: it is too long, binary or empty.
    """
    if len(content) > options.max_size:
        raise _too_long(label, options)
    _refuse_binary(content, label)
    decoded = decoding(content)
    if not decoded.text.strip():
        raise InputError(label, "is empty", "give it an article")
    return decoded


def _read_feed(feed: Feed, kind: str, source: str, options: ReadOptions) -> Iterator[Read | InputError]:
    if kind == "warc":
        yield from _read_archive(feed, source, options)
    else:
        yield from _read_records(records_of(kind, feed), feed.label, source, options)


def _read_records(records: Iterable[Record | InputError], feed: str, source: str, options: ReadOptions) -> Iterator[Read | InputError]:
    """Yield the articles of a feed, each under its key: the field `key_field`, else its place.

    A key that comes again is an error: its article would take the place of the one before.
    """
    keys: dict[str, str] = {}
    for record in records:
        if isinstance(record, InputError):
            yield record
            continue
        label = f"{feed}: {record.place}"
        try:
            key = _key(record, label, options)
            if key in keys:
                raise InputError(label, f"has the {options.key_field} of {keys[key]}, {key[:60]!r}", "take out one of them")
            keys |= {key: record.place} if options.key_field else {}
            yield _read_record(record, key, source, label, options)
        except InputError as error:
            yield error


def _read_archive(feed: Feed, source: str, options: ReadOptions) -> Iterator[Read | InputError]:
    """Yield the articles of the web pages in an archive, each under its address; a page without an article is an error in its place."""
    for number, page in enumerate(pages_of(feed), start=1):
        label = f"{feed.label}: page {number}"
        if isinstance(page, InputError):
            yield page
            continue
        try:
            content = page.content.read(options.max_size + 1)
            read = _read_page(content, source, label, options)
        except InputError as error:
            yield error
            continue
        article = replace(read.article, name=page.address or f"{_name_of(source)}:{number}", url=read.article.url or page.address)
        place = page.address or str(number)
        yield replace(read, article=article, key=f"{source}:{place}", place=place)


def _key(record: Record, label: str, options: ReadOptions) -> str:
    if not options.key_field:
        return record.place.rpartition(" ")[2]
    key = _string(record.fields.get(options.key_field))
    if not key:
        known = ", ".join(list(map(str, record.fields))[:8]) or "none"
        raise InputError(label, f"has no field {options.key_field!r}", f"name it with --key-field (fields here: {known})")
    return key


def _read_record(record: Record, key: str, source: str, label: str, options: ReadOptions) -> Read:
    """Return the article in a record.

    Raises:
        InputError: it has no text.
    """
    fields = record.fields
    text = fields.get(options.text_field)
    if not isinstance(text, str):
        known = ", ".join(list(map(str, fields))[:8]) or "none"
        what = "has no" if text is None else "has no string in its"
        raise InputError(label, f"{what} field {options.text_field!r}", f"name it with --text-field (fields here: {known})")
    if not _WORD.search(text):
        raise InputError(label, f"the field {options.text_field!r} {'has no word in it' if text.strip() else 'is empty'}")
    if len(text) > options.max_size:
        raise _too_long(label, options)
    article = Article(
        text=_without_surrogates(text),
        name=_string(fields.get(options.name_field)) or f"{_name_of(source)}:{key}",
        title=_string(fields.get(options.title_field)),
        published=_published(fields.get(options.published_field), label),
        habits=options.habits,
        url=_url(fields),
    )
    return Read(article, label, record.decoded, key=f"{source}:{key}", place=key, day=_day_of(source, options))


def _day_of(source: str, options: ReadOptions) -> datetime.date | None:
    return day_of_path(source) if options.published_from_path else None


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
        return day_of_field(value)
    except ValueError:
        raise InputError(label, f"published {str(value)[:40]!r} is no full date", HELP) from None


def _name_of(source: str) -> str:
    return _without_surrogates(PurePath(source).name) or source


def _too_long(label: str, options: ReadOptions) -> InputError:
    return InputError(label, f"is longer than {size_in_words(options.max_size)}", "split it, or raise --max-size")


def broken_gzip(label: str, error: Exception) -> InputError:
    """Return what is to be said of an error that unpacking raised."""
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
