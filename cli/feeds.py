"""Feeds: files of many articles, each with its fields, as JSON lines, a JSON array, CSV or Parquet.

Archives of web pages are feeds, too; `webarchive` reads them.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from .decoding import Decoded, decode, marked_encoding
from .messages import InputError

FEEDS = ("jsonl", "json", "csv", "parquet", "warc")
_PORTION = 1 << 16  # characters or bytes that are read at a time
_PARQUET = b"PAR1"
_JSON_OBJECT = re.compile(rb'\s*\{\s*"[^"\\]{1,60}"\s*:')
_JSON_ARRAY = re.compile(rb'\s*\[\s*\{\s*(?:"[^"\\]{1,60}"\s*:|\})')
_SEPARATORS = ",;\t|"
_COLUMN = re.compile(r"\w[\w .:/-]{0,40}")
_USUAL = frozenset(("text", "body", "content", "article", "story", "headline", "title", "published", "date", "url", "link", "id"))
_END = "\0"  # stands behind the last line of CSV, and in its last cell where that isn't closed
_ONE_A_LINE = "write one JSON object a line (jq -c . makes that of a file)"


_SOUND = Decoded("")


class Record(NamedTuple):
    """One article of a feed: its place there (`line 3`, `row 3`), its fields by their names, and what is to be said of its encoding."""

    place: str
    fields: dict[str, Any]
    decoded: Decoded = _SOUND


class Feed(NamedTuple):
    """A feed's bytes, what it is called, the most bytes of a record, the field with the text, and whether the bytes were packed."""

    stream: io.BufferedReader
    label: str
    max_size: int
    text_field: str
    packed: bool = False

    def too_long(self, place: str) -> InputError:
        """Return the error for a record that is longer than it may be."""
        return InputError(f"{self.label}: {place}", f"is longer than {size_in_words(self.max_size)}", "split it, or raise --max-size")


def feed_kind(head: bytes) -> str | None:
    """Return the kind of feed that `head` is surely the beginning of; None for an article, or what may be one."""
    if head.startswith(_PARQUET):
        return "parquet"
    if head.startswith(b"WARC/1."):
        return "warc"
    if _JSON_ARRAY.match(head):
        return "json"
    if _JSON_OBJECT.match(head):
        return "jsonl"
    return "csv" if _looks_like_csv(head) else None


def _looks_like_csv(head: bytes) -> bool:
    """Say whether a line of usual names of columns begins it, and a row with a cell for each follows."""
    text = decode(head[: len(head) // 4 * 4]).text
    first, _, rest = text.lstrip("\ufeff").partition("\n")
    names = _cells(first.strip("\r"), _separator(first))
    if len(names) < 2 or not all(map(_COLUMN.fullmatch, names)) or not _USUAL & {name.strip().lower() for name in names}:
        return False
    return len(_cells(rest, _separator(first))) >= len(names) - 1 and bool(rest.strip())


def _separator(header: str) -> str:
    return max(_SEPARATORS, key=header.count)


def _cells(text: str, separator: str) -> list[str]:
    """Return the cells of the first row of a text; none where that is no row."""
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return []


def records_of(kind: str, feed: Feed) -> Iterator[Record | InputError]:
    """Yield the records of a feed, each as soon as it is read; what is none comes as an error in its place.

    Raises:
        InputError: the rest of the feed cannot be read.
        OSError: of the stream.
    """
    yield from _READERS[kind](feed)


def _json_lines(feed: Feed) -> Iterator[Record | InputError]:
    lines = _transcoded(feed)
    label, empty, idle = feed.label, True, 0
    for number, line in enumerate(iter(lambda: lines.readline(feed.max_size + 1), b""), start=1):
        place = f"line {number}"
        if empty and line.strip() in (b"{", b"[", b"[{"):
            raise InputError(label, "is JSON over several lines", "make it one object a line: jq -c . FILE (an array: jq -c '.[]' FILE)")
        empty, idle = empty and not line.strip(), 0 if line.strip() else idle + len(line)
        if idle > feed.max_size:
            raise InputError(label, f"has nothing but empty lines from line {number} back")
        if len(line) > feed.max_size:
            yield feed.too_long(place)
            if feed.packed:
                raise InputError(label, f"the rest after line {number} was not unpacked", "split the file, or raise --max-size")
            _skip_line(lines, line)
        elif line.strip():
            yield _of_json(line, feed, place)
    if empty:
        raise InputError(label, "is empty", "give it one JSON object a line")


def _transcoded(feed: Feed) -> io.BufferedReader | io.BytesIO:
    """Return the stream in an encoding in which a line ends with the byte 10."""
    mark = marked_encoding(feed.stream.peek(4))
    if mark is None or mark[0] == "utf-8":
        return feed.stream
    content = feed.stream.read(feed.max_size + 1)
    if len(content) > feed.max_size:
        raise InputError(feed.label, f"is {mark[0].upper()} and too long to convert", "convert it to UTF-8 first, with iconv")
    return io.BytesIO(decode(content).text.encode())


def _skip_line(lines: io.BufferedReader | io.BytesIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(1 << 20)


def _of_json(line: bytes, feed: Feed, place: str) -> Record | InputError:
    decoded = decode(line)
    label = f"{feed.label}: {place}"
    try:
        fields = json.loads(decoded.text.strip())
    except (ValueError, RecursionError) as error:
        problem = _in_words(error) if isinstance(error, json.JSONDecodeError) else "too deep or too large"
        return InputError(label, f"is not JSON ({problem})", _ONE_A_LINE)
    return _of_value(fields, label, place, decoded)


def _of_value(value: Any, label: str, place: str, decoded: Decoded = _SOUND) -> Record | InputError:
    if not isinstance(value, dict):
        return InputError(label, "is JSON but no object", "write one object a line (jq -c '.[]' makes that of an array)")
    return Record(place, value, decoded)


def _json_array(feed: Feed) -> Iterator[Record | InputError]:
    number = 0
    try:
        for number, value in enumerate(_items(feed.stream, feed.max_size), start=1):
            yield _of_value(value, f"{feed.label}: item {number}", f"item {number}")
    except OverflowError:
        raise feed.too_long(f"item {number + 1}") from None
    except (ValueError, RecursionError) as error:
        raise InputError(feed.label, f"is no JSON array behind item {number} ({error})", "get it again, or see with jq . FILE") from None
    if not number:
        raise InputError(feed.label, "is empty", "give it an array of objects")


def _in_words(error: json.JSONDecodeError) -> str:
    return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"


class JsonText:
    """JSON values in a stream, decoded one after the other, without the whole stream in memory.

    Args of its constructor: the stream, in UTF-8; the most characters of a value, or None.
    """

    def __init__(self, stream: BinaryIO, longest: int | None = None) -> None:
        self._stream, self._longest, self._left = stream, longest, ""
        self._characters = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._ended = False

    def next(self) -> str:
        """Return the next character that is no white space, or an empty string at the end."""
        self._left = self._left.lstrip()
        while not self._left and self._read():
            self._left = self._left.lstrip()
        return self._left[:1]

    def take(self) -> str:
        """Return that character and go behind it."""
        character = self.next()
        self._left = self._left[1:]
        return character

    def value(self) -> Any:
        """Return the value that stands next, and go behind it.

        Raises:
            ValueError: there is none.
            OverflowError: it is too long.
        """
        self.next()
        while True:
            try:
                value, end = json.JSONDecoder().raw_decode(self._left)
            except json.JSONDecodeError as error:
                if self._left[:1] not in ("{", "[", '"') or not self._read():
                    raise ValueError(_in_words(error) if self._left else "it ends there") from None
                if self._longest and len(self._left) > 2 * self._longest:
                    raise OverflowError from None
            else:
                self._left = self._left[end:]
                return value

    def _read(self) -> bool:
        part = b"" if self._ended else self._stream.read(max(_PORTION, len(self._left)))  # twice as much each time: linear
        self._ended = not part
        self._left += self._characters.decode(part, final=self._ended)
        return bool(part)


def _items(stream: BinaryIO, longest: int) -> Iterator[Any]:
    """Yield the items of a JSON array.

    Raises:
        ValueError: it is none.
        OverflowError: an item is too long.
    """
    text = JsonText(stream, longest)
    if text.take() != "[":
        raise ValueError("it does not begin with [")
    if text.next() == "]":
        return
    while True:
        yield text.value()
        end = text.take()
        if end == "]":
            return
        if end != ",":
            raise ValueError(f"{end!r} where , or ] should be" if end else "it ends before its ]")


def _csv(feed: Feed) -> Iterator[Record | InputError]:
    mark = marked_encoding(feed.stream.peek(4))
    text = io.TextIOWrapper(feed.stream, mark[0] if mark else "utf-8", errors="surrogateescape", newline="")
    csv.field_size_limit(max(feed.max_size, 1))
    header = text.readline(_PORTION)
    separator = _separator(header)
    names = [name.strip() for name in _cells(header.lstrip("\ufeff").rstrip("\r\n"), separator)]
    if not any(names):
        raise InputError(feed.label, "is empty", "give it a first line with the names of the columns")
    if feed.text_field not in names:
        shown = ", ".join(names[:12])
        raise InputError(feed.label, f"has no column {feed.text_field!r}", f"name it with --text-field (columns here: {shown})")
    number = 0
    try:
        for number, row in enumerate(csv.reader(chain(text, (_END,)), delimiter=separator), start=1):
            if row == [_END]:
                break
            if row and row[-1].endswith(_END):
                advice = 'close it, and write "" for one within a cell'
                raise InputError(
                    f"{feed.label}: row {number}", "has a quotation mark that nothing closes, and takes all that follows", advice
                )
            yield from _row(row, names, feed, f"row {number}")
        if number == 1:
            raise InputError(feed.label, "has no row below the names of its columns", "give it a row for each article")
    except csv.Error as error:
        if "limit" in str(error):
            raise feed.too_long(f"row {number + 1}") from None
        raise InputError(f"{feed.label}: row {number + 1}", f"is no CSV ({error})") from None
    finally:
        text.detach()


def _row(row: list[str], names: list[str], feed: Feed, place: str) -> Iterator[Record | InputError]:
    """Yield the record of a row; none of an empty one."""
    if len(row) > len(names):
        yield InputError(f"{feed.label}: {place}", f"has {len(row)} cells, more than there are columns", "quote cells that hold commas")
    elif row:
        decoded = [_cell(cell) for cell in row]
        notes = [cell for cell in decoded if cell.note]
        yield Record(place, dict(zip(names, (cell.text for cell in decoded), strict=False)), notes[0] if notes else _SOUND)


def _cell(text: str) -> Decoded:
    """Return a cell whose bytes were no UTF-8 as `decode` reads them."""
    return Decoded(text) if text.isascii() or text.isprintable() else decode(text.encode("utf-8", "surrogateescape"))


def _parquet(feed: Feed) -> Iterator[Record | InputError]:
    try:
        from pyarrow import ArrowInvalid, parquet
    except ImportError:
        raise InputError(feed.label, "is Parquet, which needs pyarrow", "pip install 'newsfacts[parquet]'") from None
    stream = feed.stream if feed.stream.seekable() and not feed.packed else io.BytesIO(feed.stream.read())
    try:
        table = parquet.ParquetFile(stream)
        if feed.text_field not in table.schema_arrow.names:
            shown = ", ".join(table.schema_arrow.names[:12])
            raise InputError(feed.label, f"has no column {feed.text_field!r}", f"name it with --text-field (columns here: {shown})")
        number = 0
        for batch in table.iter_batches(batch_size=64):
            for fields in batch.to_pylist():
                number += 1
                yield Record(f"row {number}", fields)
        if not number:
            raise InputError(feed.label, "has no rows", "give it a row for each article")
    except (ArrowInvalid, OSError) as error:
        raise InputError(feed.label, f"is no sound Parquet file ({str(error).splitlines()[0][:120]})", "get it again") from None


_READERS: dict[str, Callable[[Feed], Iterator[Record | InputError]]] = {
    "jsonl": _json_lines,
    "json": _json_array,
    "csv": _csv,
    "parquet": _parquet,
}


def size_in_words(size: int) -> str:
    """Return a number of bytes in the largest unit that it fills: 20 MB, 1.5 MB, 500 kB, 10 bytes."""
    for unit, name in ((1000**3, "GB"), (1000**2, "MB"), (1000, "kB")):
        if size >= unit:
            return f"{size / unit:g} {name}"
    return f"{size} byte{'' if size == 1 else 's'}"
