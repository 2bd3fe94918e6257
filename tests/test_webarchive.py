"""WARC archives: the pages that a crawler stored."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from newsfacts.cli.main import main
from newsfacts.cli.reading import ReadOptions, format_of, read_source

warcio = pytest.importorskip("warcio")

BODY = "".join(f"<p>The line from Mombasa to Malaba, number {n}, was opened by President Amina Odhiambo on Tuesday.</p>" for n in range(6))
HEAD = "<title>Line opens</title><meta property='article:published_time' content='2026-04-15'>"
PAGE = f"<html><head>{HEAD}</head><body><article>{BODY}</article></body></html>"
ANSWERS = [
    ("https://example.org/a", "200 OK", "text/html; charset=utf-8", PAGE),
    ("https://example.org/gone", "404 Not Found", "text/html", PAGE),
    ("https://example.org/logo.png", "200 OK", "image/png", "\x89PNG"),
    ("https://example.org/empty", "200 OK", "text/html", "<html><body></body></html>"),
    ("https://example.org/b", "200 OK", "application/xhtml+xml", PAGE.replace("Mombasa", "Nairobi")),
]


def archive(*, gzip: bool) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    for address, status, kind, content in ANSWERS:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(address, "response", io.BytesIO(content.encode()), http_headers=headers))
    return stream.getvalue()


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz"])
def test_pages_are_articles_under_their_addresses(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.write_bytes(archive(gzip=name.endswith(".gz")))
    first, error, second = read_source(str(path), ReadOptions())
    assert str(error) == f"newsfacts: {path}: page 2: has no article text; if it is plain text, say --input-format text"
    assert (first.article.name, first.article.url, first.article.title, str(first.article.published)) == (
        "https://example.org/a", "https://example.org/a", "Line opens", "2026-04-15")  # fmt: skip
    assert (second.key, "Nairobi" in second.article.text) == (f"{path}:https://example.org/b", True)
    assert main(["text", str(path), "--format", "jsonl", "-q"]) == 1
    assert [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()] == ["https://example.org/a", "https://example.org/b"]


def test_an_archive_is_told_by_its_beginning_and_its_name() -> None:
    assert format_of("crawl.warc.gz", b"") == "warc"
    (error,) = read_source("crawl", ReadOptions(), io.BytesIO(archive(gzip=False)))
    assert str(error) == "newsfacts: crawl: looks like a WARC archive, not like one article; say --input-format warc (or text)"


def test_a_broken_archive_is_told() -> None:
    for content in (b"", b"WARC", archive(gzip=False)[:40], archive(gzip=False)[:400], archive(gzip=True)[:200]):
        (error,) = read_source("x.warc", ReadOptions(), io.BytesIO(content))
        assert str(error).startswith(("newsfacts: x.warc: is ", "newsfacts: x.warc: has no web pages"))
