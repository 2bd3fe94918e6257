"""Sources to articles: what a file may be, and what is said of one that cannot be read."""

from __future__ import annotations

import datetime
import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Article
from newsfacts.cli.flattening import flattened
from newsfacts.cli.messages import InputError
from newsfacts.cli.reading import Read, ReadOptions, format_of, read_source
from newsfacts.cli.webpage import read_page
from newsfacts.languages import language_of, looks_english

STORY = "The port of Mombasa handled 1.4 million containers in 2025, its manager said on Tuesday.\n"
PAGE = """<!DOCTYPE html><html><head><title>Port sets record</title>
<meta property="og:title" content="Port sets record"><meta property="article:published_time" content="2026-01-20T08:00:00+00:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Port sets record</h1>
<p>The port of Mombasa handled 1.4 million containers in 2025, its manager said on Tuesday, more than in any year before.</p>
<p>Traffic grew by 6 percent as ships avoided the Red Sea, and a new berth is to open in June, the port authority said.</p>
</article></body></html>"""


def read(path: Path | str, **options: object) -> list[Read | InputError]:
    return list(read_source(str(path), ReadOptions(**options)))  # type: ignore[arg-type]


def only_article(path: Path, content: bytes, **options: object) -> Article:
    path.write_bytes(content)
    (result,) = read(path, **options)
    assert isinstance(result, Read), str(result)
    return result.article


def only_error(path: Path, content: bytes, **options: object) -> str:
    path.write_bytes(content)
    (result,) = read(path, **options)
    assert isinstance(result, InputError)
    return str(result).removeprefix(f"newsfacts: {path}: ")


TEXTS = {
    "plain": (STORY.encode(), STORY),
    "line ends as they are": (b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n"),
    "UTF-8 with a mark": (b"\xef\xbb\xbfOne.", "One."),
    "UTF-16, little end first": ("\ufeffÀ la carte.".encode("utf-16-le"), "À la carte."),
    "UTF-16, big end first": ("\ufeffÀ la carte.".encode("utf-16-be"), "À la carte."),
    "UTF-32": ("\ufeffÀ la carte.".encode("utf-32-le"), "À la carte."),
    "cp1252": ("“Prices rose £5,” said José.".encode("cp1252"), "“Prices rose £5,” said José."),
    "cp1251": ("Выпуск вырос на пять процентов во вторник.".encode("cp1251"), "Выпуск вырос на пять процентов во вторник."),
    "one broken byte in UTF-8": ("“Café”, à côté\xff".encode()[:-2] + b"\xff.", "“Café”, à côté\ufffd."),
    "cut off in a character": ("“Café” – ".encode()[:-2], "“Café” \ufffd"),
    "a stray NUL": (b"Prices rose \x00 5 percent.", "Prices rose \x00 5 percent."),
    "gzip, whatever the name": (gzip.compress(STORY.encode()), STORY),
    "beyond the basic plane": ("Fans 🎉 cheered.".encode(), "Fans 🎉 cheered."),
}


@pytest.mark.parametrize(("content", "text"), TEXTS.values(), ids=TEXTS.keys())
def test_text_is_taken_as_decoded(tmp_path: Path, content: bytes, text: str) -> None:
    assert only_article(tmp_path / "story.txt", content) == Article(text=text, name="story.txt")


def test_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("Prices rose £5 – José said.".encode("cp1252"))
    (result,) = read(path)
    assert isinstance(result, Read)
    assert (result.decoded.note, result.decoded.lossy) == ("not UTF-8, decoded as cp1252", False)


REFUSED = {
    "empty": (b"", "is empty; give it an article"),
    "white space": (b" \n\t\n", "is empty; give it an article"),
    "control bytes": (b"\x01\x02\x1b\x1b\n\x1b", "has no word in it; give it the article's text"),
    "dashes": ("– — ***\n".encode(), "has no word in it; give it the article's text"),
    "PDF": (b"%PDF-1.7\n1 0 obj", "is a PDF; convert it first: pdftotext FILE - | newsfacts"),
    "zip": (b"PK\x03\x04" + bytes(40), "is a zip archive or an office document; unpack it, or save the document as text"),
    "random": (bytes(range(256)) * 8, "is binary data, not text; give it the article's text"),
    "NULs": (b"abc\0" * 99, "is binary data, not text; give it the article's text"),
    "packed NULs": (gzip.compress(b"abc\0" * 99), "is binary data, not text; give it the article's text"),
    "cut off gzip": (
        gzip.compress(STORY.encode() * 9)[:-12],
        "is cut off; get the whole file again",
    ),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    assert only_error(tmp_path / "story.txt", content) == message


def test_a_name_may_lie_about_gzip(tmp_path: Path) -> None:
    assert only_error(tmp_path / "story.txt.gz", STORY.encode()).startswith("is no valid gzip file; ")


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    messages = {name: str(read(tmp_path / name)[0]).partition(f"{name}: ")[2] for name in ("missing.txt", "loop")}
    assert messages["missing.txt"] == "no such file; check the path, or see newsfacts --help for the commands"
    assert messages["loop"].startswith("cannot be read (")
    assert "is a folder; give its files: newsfacts " in str(read(tmp_path)[0])
    assert "is no path of a file" in str(read("a\0b")[0])


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_longer_than_the_limit(tmp_path: Path, pack: type[bytes]) -> None:
    path = tmp_path / "long.txt"
    assert only_error(path, pack(b"word " * 400_000), max_size=1_500_000) == "is longer than 1.5 MB; split it, or raise --max-size"
    assert len(only_article(path, pack(b"word " * 300_000), max_size=1_500_000).text) == 1_500_000


FORMATS = {
    ("a.txt", b"<html>"): "text",
    ("a.TXT.gz", b"{"): "text",
    ("a.html", b""): "html",
    ("a.htm.gz", b""): "html",
    ("a.jsonl", b""): "jsonl",
    ("-", b'\n {"text": 1}'): "jsonl",
    ("-", b"  <!DOCTYPE html>"): "html",
    ("-", b'<?xml version="1.0"?>'): "html",
    ("-", b"\xff\xfe" + "{".encode("utf-16-le") + b"\0"): "jsonl",
    ("-", b"<Reuters> Shares fell"): "text",
    ("-", b"- Shares fell"): "text",
    ("/dev/fd/63", b"<html lang=en>"): "html",
}


@pytest.mark.parametrize(("source", "kind"), FORMATS.items(), ids=str)
def test_formats(source: tuple[str, bytes], kind: str) -> None:
    assert format_of(*source) == kind


def test_a_web_page(tmp_path: Path) -> None:
    article = only_article(tmp_path / "page.html", PAGE.encode())
    assert (article.name, article.title, article.published) == ("page.html", "Port sets record", datetime.date(2026, 1, 20))
    assert article.text.split("\n\n")[-2].startswith("The port of Mombasa handled")
    assert article.text.endswith("the port authority said.")
    assert "Home" not in article.text


def test_a_web_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Mombasa", "Одесса")
    assert "port of Одесса" in only_article(tmp_path / "page.html", page.encode("cp1251")).text


@pytest.mark.parametrize("content", [b"<html></html>", b"<!-- nothing -->", b"<" * 5000, b"<html><script>a()</script></html>"])
def test_a_web_page_without_an_article(tmp_path: Path, content: bytes) -> None:
    assert only_error(tmp_path / "page.html", content) == "has no article text; if it is plain text, say --input-format text"


def test_a_web_page_may_be_read_as_text(tmp_path: Path) -> None:
    assert only_article(tmp_path / "page.html", b"<p>Text</p>", input_format="text").text == "<p>Text</p>"


LINES = {
    '{"text": "One."}': Article(text="One.", name="feed.jsonl:1"),
    '{"text": "One.", "name": 7, "title": "A\\nheadline", "published": "2026-01-20"}': Article(
        text="One.", name="7", title="A headline", published=datetime.date(2026, 1, 20)
    ),
    '{"text": "One.", "published": "2026-01-20T09:30", "title": null, "tags": []}': Article(
        text="One.", name="feed.jsonl:1", published=datetime.datetime(2026, 1, 20, 9, 30)
    ),
    '{"text": "One.", "published": 1768867200}': Article(
        text="One.", name="feed.jsonl:1", published=datetime.datetime(2026, 1, 20, tzinfo=datetime.UTC)
    ),
    '{"text": "One.", "published": "", "name": ""}': Article(text="One.", name="feed.jsonl:1"),
    '\ufeff{"text": "Caf\\u00e9 \\ud83c\\udf89"}\r': Article(text="Café 🎉", name="feed.jsonl:1"),
    '{"text": "half a pair: \\ud83c."}': Article(text="half a pair: \ufffd.", name="feed.jsonl:1"),
}


@pytest.mark.parametrize(("line", "article"), LINES.items())
def test_json_lines(tmp_path: Path, line: str, article: Article) -> None:
    assert only_article(tmp_path / "feed.jsonl", line.encode()) == article


BAD_LINES = {
    "{": "is not JSON (Expecting property name enclosed in double quotes at character 2); "
    "write one JSON object a line (jq -c . makes that of a file)",
    "[1]": "is JSON but no object; write one object a line (jq -c '.[]' makes that of an array)",
    '{"body": "One.", "id": 1}': "has no field 'text'; name it with --text-field (fields here: body, id)",
    '{"text": 5}': "has no string in its field 'text'; name it with --text-field (fields here: text)",
    '{"text": " "}': "the field 'text' is empty",
    '{"text": "One.", "published": "20 Jan"}': "published '20 Jan' is no full date; write it as 2026-04-14 or 2026-04-14T09:30",
    '{"text": "One.", "published": 17688672}': "published '17688672' is no full date; write it as 2026-04-14 or 2026-04-14T09:30",
    "[" * 100_000: "is not JSON (too deep or too large); write one JSON object a line (jq -c . makes that of a file)",
    '{"text": ' + "9" * 5000 + "}": "is not JSON (too deep or too large); write one JSON object a line (jq -c . makes that of a file)",
}


def test_a_bad_line_fails_alone(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    good = json.dumps({"text": STORY})
    path.write_text("\n".join(f"{good}\n\n{bad}" for bad in BAD_LINES) + "\n" + good, encoding="utf-8")
    results = read(path)
    assert [r.article.name for r in results if isinstance(r, Read)] == [f"feed.jsonl:{n}" for n in range(1, len(BAD_LINES) * 3 + 2, 3)]
    errors = [str(r) for r in results if isinstance(r, InputError)]
    assert errors == [f"newsfacts: {path}: line {n}: {message}" for n, message in zip(range(3, 99, 3), BAD_LINES.values(), strict=False)]


def test_a_line_over_the_limit_fails_alone(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    lines = b"\n".join(json.dumps({"text": text}).encode() for text in ("One.", "x" * 5000, "Three."))
    path.write_bytes(lines)
    assert [isinstance(r, Read) for r in read(path, max_size=1000)] == [True, False, True]
    path.write_bytes(gzip.compress(lines))
    results = read(path, max_size=1000)
    assert [isinstance(r, Read) for r in results] == [True, False, False]
    assert "the rest after line 2 was not unpacked" in str(results[-1])


def test_other_json_lines(tmp_path: Path) -> None:
    assert only_error(tmp_path / "feed.json", b'{\n "text": "One."\n}').startswith("is JSON over several lines; ")
    assert only_error(tmp_path / "feed.jsonl", b"\n\n") == "is empty; give it one JSON object a line"
    assert only_article(tmp_path / "feed.jsonl", json.dumps({"text": "One."}).encode("utf-16")).text == "One."
    assert only_article(tmp_path / "feed.jsonl", json.dumps({"body": "Two."}).encode(), text_field="body").text == "Two."
    assert "has nothing but empty lines" in only_error(tmp_path / "feed.jsonl.gz", gzip.compress(b"\n" * 3000), max_size=1000)


def test_lines_before_a_cut_are_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(json.dumps({"text": f"{n} {STORY}"}).encode() + b"\n" for n in range(2000)))[:-10])
    results = read(path)
    assert isinstance(results[0], Read)
    assert "is cut off" in str(results[-1])


ENDINGS = ["story.txt", "story", "story.html", "feed.jsonl", "story.txt.gz"]


@settings(max_examples=150, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: gzip.compress(text.encode("utf-8", "surrogatepass"))),
        st.sampled_from([b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b"{", b"\x1f\x8b"]).flatmap(lambda head: st.binary().map(head.__add__)),
    ),
    name=st.sampled_from(ENDINGS),
)
def test_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(content)
    for result in read(path):
        assert isinstance(result, InputError) or result.article.text.encode()
        assert "\n" not in str(result if isinstance(result, InputError) else result.label)


LANGUAGES = {
    STORY * 4: True,
    "Der Hafen von Mombasa hat im vergangenen Jahr mehr als eine Million Container umgeschlagen, sagte der Leiter am Dienstag. " * 4: False,
    "El puerto de Mombasa movió el año pasado más de un millón de contenedores, dijo el martes su director a la prensa local. " * 4: False,
    "Порт Момбаса обработал в прошлом году более миллиона контейнеров, сообщил во вторник его руководитель. " * 4: False,
    "蒙巴萨港去年处理了超过一百万个集装箱，港口负责人周二表示。" * 20: False,
    "Kurz.": True,
    "1 2 3 4 5 " * 200: True,
}


@pytest.mark.parametrize(("text", "english"), LANGUAGES.items())
def test_languages(text: str, english: bool) -> None:
    assert looks_english(text) is english


def test_the_language_is_told() -> None:
    assert [language_of(text) for text in LANGUAGES] == ["en", "de", "es", "ru", "zh", "en", "en"]


CROWDS = ["<b>x</b>", "<a href=x>y</a>", "<script>z</script>", "<img src=x>", "<h2>t</h2>", "<x-y>u</x-y>", "<!-- v -->"]


@pytest.mark.parametrize("tag", CROWDS)
def test_a_crowd_of_tags_takes_linear_time(tag: str) -> None:
    """Twenty thousand of them in one paragraph took a minute, in which nothing stopped it."""

    def seconds(number: int) -> float:
        start = time.process_time()
        page = read_page("<html><body><article><p>" + f"Traffic in Mombasa grew by 6 percent, {tag} it said. " * number)
        spent = time.process_time() - start
        assert page is not None
        assert page.text.count("6 percent") == number
        return spent

    seconds(11_000)
    half = max(0.1, min(seconds(11_000) for _ in range(2)))
    assert seconds(22_000) <= 3.2 * half


def test_only_a_crowd_is_made_plain() -> None:
    rows = "<p>Exports rose <b>5 percent</b> in <i>May</i>.</p><br>tail" * 2_000
    many = f"<html><head><title>Exports</title></head><body><article>{rows}</article></body></html>"
    assert flattened(many) == many
    crowd = (
        "<html><body><p>a<b>b<i>c</i></b>d<script>e</script>f<!--g-->h<br>i<em>j</em>" + "<b>k</b>" * 11_000 + "</p><p>l</p></body></html>"
    )
    assert flattened(crowd) == f"<html><body><p>abcdfh<br>ij{'k' * 11_000}</p><p>l</p></body></html>"
    assert flattened("<" * 30_000) == "<" * 30_000
