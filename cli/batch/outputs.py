"""Kinds of output: how a worker renders one sheet, and how the rendered ones are put together in one file."""

from __future__ import annotations

import datetime
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from ..database.address import is_database
from ..formats import COLUMNS, RowOptions, csv_header, csv_rows, to_csv, to_json, to_jsonl
from ..messages import InputError

if TYPE_CHECKING:
    from newsfacts import FactSheet

Render = Callable[["FactSheet", str, tuple[str, ...], str | None, RowOptions], bytes]
Join = Callable[[Iterable[bytes], BinaryIO], None]
UNWRITTEN = (  # endings that promise a format which newsfacts doesn't write
    *(".tsv", ".xml", ".xls", ".xlsx", ".ods", ".yaml", ".yml", ".toml", ".feather", ".arrow", ".orc", ".avro", ".pickle", ".pkl"),
    *(".duckdb", ".mdb", ".zip", ".tar", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".md", ".pdf", ".doc", ".docx"),
)
_ROWS = 50_000  # of a parquet file's row group
_USUAL = RowOptions()
_WHOLE = ("start", "end", "mentions", "geonames_id")
_DAYS = ("article_published", "first_day", "last_day", "when_first", "when_last")
_FLOATS = ("number", "latitude", "longitude", "low", "high", "si_value", "confidence")


@dataclass(frozen=True)
class Kind:
    """A kind of output. `render` runs in the workers; `join` writes one file of what they rendered, in order, in bounded memory."""

    render: Render
    join: Join | None = None


def kind_of(path: str) -> str:
    """Return the kind of output that `path` names by its ending, or a database's URL: a folder if it has none that is known."""
    if is_database(path):
        return "sql"
    name = PurePosixPath(path.lower())
    ending = (PurePosixPath(name.stem) if name.suffix == ".gz" else name).suffix.lstrip(".")
    return {"ndjson": "jsonl"}.get(ending, ending) if ending in (*_FILES, "ndjson") else "folder"


def rendered(
    kind: str, sheet: FactSheet, text: str, sections: tuple[str, ...], key: str | None = None, options: RowOptions = _USUAL
) -> bytes:
    """Return a sheet as the output of that kind holds it; `key` and `options` are those of `to_csv`, for rows."""
    return _KINDS[kind].render(sheet, text, sections, key, options)


def write_joined(kind: str, pieces: Iterable[bytes], stream: BinaryIO, *, packed: bool) -> None:
    """Write one file of what the workers rendered; `packed` with gzip, without a time, so that equal facts are equal bytes."""
    join = _KINDS[kind].join
    if join is None:
        raise ValueError(f"{kind} is no single file")
    if packed:
        with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0, compresslevel=6) as packing:
            join(pieces, cast(BinaryIO, packing))
    else:
        join(pieces, stream)


def check_needs(kind: str) -> None:
    """Say at the start what an output needs that is not installed.

    Raises:
        InputError: a package is missing.
    """
    if kind == "parquet":
        try:
            import pyarrow  # noqa: F401
        except ImportError:
            raise InputError("parquet output", "needs pyarrow", "pip install 'newsfacts[parquet]'") from None


def _json(sheet: FactSheet, text: str, sections: tuple[str, ...], *_: object) -> bytes:
    return to_json(sheet, sections).encode()


def _jsonl(sheet: FactSheet, text: str, sections: tuple[str, ...], *_: object) -> bytes:
    return to_jsonl(sheet, sections).encode()


def _csv(sheet: FactSheet, text: str, sections: tuple[str, ...], key: str | None, options: RowOptions) -> bytes:
    return to_csv(sheet, text, sections, key=key, options=options).encode()


def _rows(sheet: FactSheet, text: str, sections: tuple[str, ...], key: str | None, options: RowOptions) -> bytes:
    from newsfacts.collection import names_in

    rows = list(csv_rows(sheet, text, sections, key=key, mentions=options.mentions))
    key = sheet.source.name if key is None else key
    return json.dumps({"article": key, "rows": rows, "names": names_in(sheet, sections)}, ensure_ascii=False).encode("utf-8", "replace")


def _tables(sheet: FactSheet, text: str, sections: tuple[str, ...], *_: object) -> bytes:
    from ..database.rows import rows_of

    return json.dumps(rows_of(sheet, sections), ensure_ascii=False).encode("utf-8", "replace")


def _piece(sheet: FactSheet, text: str, sections: tuple[str, ...], *_: object) -> bytes:
    from ..page import to_piece

    return to_piece(sheet, text, sections).encode("utf-8", "replace")


def _page(pieces: Iterable[bytes], stream: BinaryIO) -> None:
    from ..page import write_page

    for part in write_page(piece.decode() for piece in pieces):
        stream.write(part.encode())


def _one_after_the_other(pieces: Iterable[bytes], stream: BinaryIO) -> None:
    for piece in pieces:
        stream.write(piece)


def _under_a_header(pieces: Iterable[bytes], stream: BinaryIO) -> None:
    stream.write(csv_header().encode())
    _one_after_the_other(pieces, stream)


def _parquet(pieces: Iterable[bytes], stream: BinaryIO) -> None:
    """Write Apache Parquet: the rows and the columns of CSV, days as dates, and the entity of each person, body and place.

    `value` is text, as it may be a TIMEX3. The pieces wait on disk until the names of all are put together.
    """
    import pyarrow
    from pyarrow import parquet

    kinds = dict.fromkeys(_WHOLE, pyarrow.int64()) | dict.fromkeys(_FLOATS, pyarrow.float64()) | {"former": pyarrow.bool_()}
    kinds |= dict.fromkeys(_DAYS, pyarrow.date32())
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in (*COLUMNS, "entity")])
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for rows in _groups(_with_entities(pieces)):
            cells = {name: [_parquet_cell(row, name, name not in kinds) for row in rows] for name in schema.names}
            writer.write_table(pyarrow.table(cells, schema=schema))


def _with_entities(pieces: Iterable[bytes]) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of each piece, with the entity of those that have one."""
    from newsfacts.collection import Name

    from ..collecting import Collection

    names = Collection()
    for piece in pieces:
        article = json.loads(piece)
        names.add(article["article"], (Name(*fields) for fields in article["names"]))
        names.keep(piece)
    names.join()
    for piece in names.kept():
        article = json.loads(piece)
        entities = names.entities_of(article["article"])
        yield [{**row, "entity": entities.get(row["id"])} if row.get("id") else row for row in article["rows"]]


def _parquet_cell(row: dict[str, Any], column: str, is_text: bool) -> object:
    value = row.get(column)
    if value is None:
        return None
    if is_text:
        return value if isinstance(value, str) else json.dumps(value)
    if column in _DAYS:
        return datetime.date.fromisoformat(value)
    return float(value) if column in _FLOATS else value


def _groups(pieces: Iterable[list[dict[str, Any]]]) -> Iterator[list[dict[str, Any]]]:
    """Gather the facts of many articles, so that a row group is worth its overhead."""
    rows: list[dict[str, Any]] = []
    for piece in pieces:
        rows += piece
        if len(rows) >= _ROWS:
            yield rows
            rows = []
    if rows:
        yield rows


_KINDS = {
    "folder": Kind(_json),
    "jsonl": Kind(_jsonl, _one_after_the_other),
    "csv": Kind(_csv, _under_a_header),
    "parquet": Kind(_rows, _parquet),
    "html": Kind(_piece, _page),
    "sql": Kind(_tables),
}
_FILES = [kind for kind, written in _KINDS.items() if written.join]
