"""Web pages: the article and nothing else, its headline, the day on which its readers had it."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import pytest
from spacy.language import Language

from newsfacts import Article, make_sheet
from newsfacts.cli.furniture import asks_to_subscribe, speaks_of_the_page
from newsfacts.cli.issue_day import day_in_address, parse_stamp
from newsfacts.cli.main import main
from newsfacts.cli.messages import InputError
from newsfacts.cli.reading import Read, ReadOptions, read_source
from newsfacts.cli.webpage import Page, read_page

STANDFIRST = "Two new berths are to open before the rains, and the city wants more of the fees that ships pay there."
STORY = [
    "MOMBASA — The port of Mombasa handled 1.4 million containers in 2025, its manager said on Tuesday, more than in any year before.",
    "Traffic grew by 6 percent as ships avoided the Red Sea, and a new berth is to open in June, the port authority said in a statement.",
    "“We have never been so busy,” said the manager, Halima Abdalla. “The cranes work around the clock, and so do the people on them.”",
    "The authority borrowed $310 million for the berth. It expects to pay the loan back by 2034, two years earlier than it had planned.",
    "Exports of tea rose by 11 percent to 560,000 tonnes. Those of avocados fell for the third month in a row, as growers had feared.",
]
HEADLINE = "Mombasa port handles more containers than ever"


def page(
    before: str = "", within: str = "", behind: str = "", *, head: str = "", title: str = f"{HEADLINE} | Coast Daily", told: object = None
) -> str:
    """Return a page in the style of papers' sites; `told` is its JSON-LD."""
    linked = f'<script type="application/ld+json">{json.dumps(told)}</script>' if told else ""
    story = [f"<p>{paragraph}</p>" for paragraph in STORY]
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}{linked}</head><body>'
        '<header><nav><a href="/">Home</a> <a href="/coast">Coast</a></nav></header>'
        f'<main><article><h1>{HEADLINE}</h1><p class="standfirst">{STANDFIRST}</p>{before}<div class="article-body">'
        f"{''.join(story[:3])}{within}{''.join(story[3:])}{behind}</div></article></main>"
        "<footer><p>© 2026 Coast Daily. All rights reserved.</p></footer></body></html>"
    )


def the(html: str) -> Page:
    found = read_page(html)
    assert found is not None
    return found


def test_the_article_and_nothing_else() -> None:
    found = the(page())
    assert found.text.split("\n\n") == [STANDFIRST, *STORY]
    assert (found.title, found.published, found.modified, found.cut) == (HEADLINE, None, None, False)


BESIDE = {
    "a caption": '<figure><img src="a.jpg"><figcaption>Cranes unload a ship at Lamu in 2024, as 40 men look on.</figcaption></figure>',
    "a caption in a box": '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">Cranes unload 12 ships at Lamu.</p></div>',
    "a letter to readers": '<div class="newsletter-signup"><p>Our editors send ten stories a week to 90,000 readers.</p></div>',
    "a letter in the words": "<p>Sign up for the Harbour Letter and get the ten best stories of the coast each Friday.</p>",
    "a story elsewhere": "<p>Read more: Lamu loses its third ferry in 12 months</p>",
    "stories elsewhere": '<div class="related-stories"><h3>Related</h3><p><a href="/b">Lamu loses its third ferry</a></p></div>',
    "a list of links": '<ul><li><a href="/b">Lamu loses its third ferry</a></li><li><a href="/c">Tana floods again</a></li>'
    '<li><a href="/d">Kilifi votes on 3 May</a></li></ul>',
    "a share bar": '<div class="share-bar"><p>Share this story with 3 friends</p></div>',
    "a hover card": '<span class="hovercard" role="tooltip">Abdalla became manager in 2019.</span>',
    "what lies over the page": '<div id="popmake-12" class="pum-container"><p>The Coast Run starts on 7 June.</p></div>',
    "a credit": "<p>(Photo: Omar Said/Coast Daily)</p>",
    "a notice": "<p>This article contains affiliate links. We may earn a commission of 4 percent.</p>",
    "a call to follow": "<p>Follow Coast Daily on Facebook and X.</p>",
    "a call for letters": "<p>Submit your letter to the editor via this form.</p>",
    "a call to follow, with bars": "<p>Follow us: Google News | Instagram | Facebook | X</p>",
    "the beginning of another story": "<p>Coast Daily – The council of Lamu is to vote on a loan of 40 million shillings.... more</p>",
    "its beginning with an arrow": "<p>Two ferries of the Tana line are to be sold for 90 million shillings… Read more »</p>",
    "when the site was changed": "<p>Latest update May 6th, 2026 12:49 AM</p>",
    "how to write to the paper": "<p>Or by Email: desk at coast.example</p>",
    "a day that is gone": "<p>Posted on</p>",
    "a mailbox": "<p>Email: desk at coast.example</p>",
    "a call to follow in short": "<p>Follow us on FB &amp; IG, and write to the desk.</p>",
    "who made the first picture": "<p><em>Featured image by Omar Said/Coast Daily.</em></p>",
    "an author's box": '<div class="m-a-box-bio"><p>We cover what needs no author.</p></div>',
    "a pulled quote": f"<p>{STORY[0]}</p>",
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE.keys())
def test_what_stands_beside_the_article(beside: str) -> None:
    assert the(page(within=beside)).text.split("\n\n") == [STANDFIRST, *STORY]
    assert the(page(behind=beside)).text.split("\n\n") == [STANDFIRST, *STORY]


PROSE = [
    "“Follow me on the way to the port,” said the guide, and 40 tourists did.",
    "Read more than once, the contract seems to allow a second berth.",
    "Photographers from six papers waited at the gate on Monday.",
    "Subscribers of the state telephone company rose by 4 percent to 2.1 million.",
    "Share prices in Nairobi fell by 3 percent on Friday.",
    "Sign language is taught in 14 schools of the county.",
    "Updated figures showed a fall of 2 percent.",
    "Never miss a chance, he told his 12 sons.",
    "Follow us to the port, the guide said, and 40 tourists did.",
    "He had wanted to sell the ferry… more than once, and for less than that.",
    "Last update of the accounts showed a loss of 3 million shillings in the second year.",
    "By email or by hand, 300 readers sent their views on the port.",
    "Posted on the gate, the notice told 40 drivers to wait.",
    "Email is how 300 readers sent their views on the port.",
    "Featured images by 12 painters hang in the hall of the port.",
    "Published in May, the report counts 14 cranes.",
    "Header files were missing from the disk, the clerk told the court.",
    "“We need more time… and we need more,” said the manager of the port.",
]


@pytest.mark.parametrize("paragraph", PROSE)
def test_prose_that_begins_as_a_hint_does(paragraph: str) -> None:
    assert not speaks_of_the_page(paragraph)
    assert paragraph in the(page(within=f"<p>{paragraph}</p>")).text


def test_a_box_with_the_article_in_it_is_kept_whatever_its_name() -> None:
    html = page().replace('class="article-body"', 'class="article-body related-posts-left no-newsletter"')
    assert the(html).text.split("\n\n") == [STANDFIRST, *STORY]


def test_the_author_behind_the_text() -> None:
    told = {"@type": "NewsArticle", "headline": HEADLINE, "author": [{"@type": "Person", "name": "Ana Ruiz"}]}
    behind = "<p><em>Ana Ruiz has covered shipping for Coast Daily since 2012.</em></p>"
    assert "Ana Ruiz" not in the(page(behind=behind, told=told)).text


def test_lists_and_tables_are_lines_of_their_own() -> None:
    text = the(
        page(
            within="<ul><li>13% of the berths are old.</li><li>Four are new.</li></ul><table><tr><td>Tea</td><td>560,000</td></tr></table>"
        )
    )
    assert {"13% of the berths are old.", "Four are new."} <= set(text.text.split("\n\n"))


TITLES = {
    ("Mombasa port handles more containers than ever | Coast Daily", HEADLINE): HEADLINE,
    ("Mombasa port handles more containers than ever - Business - Coast Daily", HEADLINE): HEADLINE,
    ("Mombasa port: a record &mdash; Coast Daily", "Mombasa port: a record"): "Mombasa port: a record",
    ("Coast Daily", "Mombasa port: a record"): "Mombasa port: a record",
    ("Port record | Tea up 11 percent | Coast Daily", "Port record | Tea up 11 percent"): "Port record | Tea up 11 percent",
}


@pytest.mark.parametrize(("titles", "headline"), TITLES.items())
def test_headlines_have_no_name_of_the_site(titles: tuple[str, str], headline: str) -> None:
    head = '<meta property="og:site_name" content="Coast Daily"><meta property="article:section" content="Business">'
    html = page(head=head, title=titles[0]).replace(f"<h1>{HEADLINE}</h1>", f"<h1>{titles[1]}</h1>")
    assert the(html).title == headline
    assert the(html.replace("<h1>", "<div>").replace("</h1>", "</div>")).title in (
        headline,
        None if titles[0] == "Coast Daily" else headline,
    )


BARE_TITLES = {
    f"{HEADLINE} – The Horn Times": HEADLINE,
    f"The Horn Times: {HEADLINE}": HEADLINE,
    f"{HEADLINE} - Lamu Radio": HEADLINE,
    f"Business » {HEADLINE} » Coast Daily": HEADLINE,
    f"{HEADLINE} | Africa | Coast Daily": HEADLINE,
    "Port closes – The Horn Times asks why": "Port closes – The Horn Times asks why",
    "Ships wait: Mombasa in the news": "Ships wait: Mombasa in the news",
    "Tea, coffee – and fish": "Tea, coffee – and fish",
    "A bridge for Lamu – at last": "A bridge for Lamu – at last",
    "Mombasa – A port in hard times": "Mombasa – A port in hard times",
}


@pytest.mark.parametrize(("title", "headline"), BARE_TITLES.items())
def test_a_title_that_nothing_else_explains(title: str, headline: str) -> None:
    """The page's links to the first page, or the words of papers' names, tell what is no headline."""
    home = '<a href="/"><img alt="Coast Daily" src="l.png"></a><a href="https://horn.example/">The Horn Times</a>'
    head = '<meta property="article:section" content="Business">'
    html = page(title=title, head=head).replace(f"<h1>{HEADLINE}</h1>", "").replace("<nav>", f"<nav>{home}")
    assert the(html).title == headline


JANUARY = datetime.date(2026, 1, 16)
DAYS = {
    "a zone's own day": ('<meta property="article:published_time" content="2026-01-16T20:30:00-08:00">', ""),
    "a day": ('<meta name="pubdate" content="2026-01-16">', ""),
    "as mail has it": ('<meta name="date" content="Fri, 16 Jan 2026 20:30:41 -0500">', ""),
    "an evening in America, by the address": (
        '<meta property="article:published_time" content="2026-01-17T00:30:41Z"><link rel="canonical" href="https://x.org/2026/01/16/port/">',
        "",
    ),
    "an evening in America, by another stamp": (
        '<meta property="article:published_time" content="2026-01-17T00:30:41Z"><meta name="date" content="2026-01-16 16:30:41">',
        "",
    ),
    "an evening in America, by what is written": (
        '<meta property="article:published_time" content="2026-01-17T00:30:41Z">',
        '<div class="post-date">Published January 16, 2026 at 4:30 p.m.</div>',
    ),
    "a morning in Asia, by what is written": (
        '<meta property="article:published_time" content="2026-01-15T22:30:00+00:00">',
        '<time datetime="2026-01-15T22:30:00Z">16 January 2026, 06:30</time>',
    ),
    "an address alone": ('<meta property="og:url" content="https://x.org/news/2026/jan/16/port">', ""),
    "a time alone": ("", '<time datetime="2026-01-16T09:00:00+03:00">Friday</time>'),
    "an evening in America, by a line with its zone": (
        '<meta property="article:published_time" content="2026-01-17T01:30:00+00:00">',
        '<p class="byline-date">Updated 9:30 PM EST, Fri January 16, 2026</p>',
    ),
    "an evening in America, by the page's time": (
        '<meta property="article:published_time" content="2026-01-17T02:15:00Z">',
        '<time datetime="2026-01-16T21:15:00-05:00">January 16</time>',
    ),
    "a zone without a colon": ('<meta name="parsely-pub-date" content="2026-01-16T23:10:00-0600">', ""),
    "an attribute": ("", '<span itemprop="datePublished" content="2026-01-16T21:00:00-04:00">Friday</span>'),
    "a line alone": ("", '<div class="published-date">January 16, 2026</div>'),
    "another day far away is no zone": (
        '<meta property="article:published_time" content="2026-01-16T10:00:00Z">',
        '<div class="post-date">Updated February 3, 2026</div>',
    ),
}


@pytest.mark.parametrize(("head", "before"), DAYS.values(), ids=DAYS.keys())
def test_the_day_is_that_of_the_readers(head: str, before: str) -> None:
    assert the(page(before, head=head)).published == JANUARY


def test_json_ld_tells_first_and_the_last_change_beside() -> None:
    told = {"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2026-01-16T20:00:00-05:00"}]}
    told["@graph"][1]["dateModified"] = "2026-01-18T08:00:00-05:00"
    found = the(page(told=told, head='<meta name="date" content="2026-01-20">'))
    assert (found.published, found.modified) == (JANUARY, datetime.date(2026, 1, 18))


def test_no_stamp_raises_anything() -> None:
    for text in ("", "2026-13-45", "2026-01-16T99:99:99Z", "soon", "Fri, 99 Foo 2026", "2026-01-16T10:00:00+99:99", "٢٠٢٦"):
        assert parse_stamp(text) is None
    assert day_in_address("https://x.org/2026/99/99/port") is None


def test_json_ld_says_which_paragraphs_are_the_article() -> None:
    told = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": " ".join(STORY)}
    found = the(page(within="<p>A harbour poll of 2,000 readers: should the fees rise?</p>", told=told))
    assert found.text.split("\n\n") == [STANDFIRST, *STORY]


def test_a_text_that_only_json_ld_has() -> None:
    told = {"@type": "NewsArticle", "headline": HEADLINE, "isAccessibleForFree": False, "articleBody": "\n".join(STORY)}
    html = page(told=told)
    for paragraph in STORY[1:]:
        html = html.replace(f"<p>{paragraph}</p></div>", "</div>").replace(f"</p><p>{paragraph}</p>", "</p>")
    found = the(html)
    assert (found.text.split("\n\n"), found.cut) == (STORY, False)


CLOSED = [
    "<p>To view the full story, please subscribe to Coast Daily.</p>",
    "<p>Already a subscriber? Log in to continue reading this article.</p>",
    "<div class='paywall'><p>This article is for subscribers only.</p></div>",
]


@pytest.mark.parametrize("hint", CLOSED)
def test_a_stub_of_an_article_is_told(hint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "stub.html"
    path.write_text(page(behind=hint), encoding="utf-8")
    assert main(["text", str(path)]) == 0
    told = capsys.readouterr()
    assert "the rest is for subscribers; save the page while you are logged in" in told.err
    assert "subscri" not in told.out


def test_what_an_offer_to_subscribe_promises_is_gone_with_it() -> None:
    offer = "<p>To view the full story, please subscribe.</p><p>You get 12 stories a week, and 3 reports.</p><p>— All for $5 a month</p>"
    found = the(page(behind=offer))
    assert (found.text.split("\n\n"), found.cut) == ([STANDFIRST, *STORY], True)
    above = the(page().replace(f"<p>{STORY[0]}</p>", f"<p>To view all stories, please subscribe.</p><p>{STORY[0]}</p>"))
    assert (above.text.split("\n\n")[-1], above.cut) == (STORY[-1], True)


def test_the_standfirst_is_no_byline() -> None:
    byline = '<div>by<a href="/r">Ana Ruiz</a></div><div>21 August 2026, 7:40am</div><a href="#">Share</a>'
    box = f'<div class="dek"><h2>{STANDFIRST}</h2>{byline}</div>'
    html = page().replace(f'<p class="standfirst">{STANDFIRST}</p>', box)
    assert the(html).text.split("\n\n")[:2] == [STANDFIRST, STORY[0]]


DROP_CAPS = {
    "beside the paragraph": f'<div><span class="c">M</span><p>{STORY[0][1:].replace("OMBASA", "ombasa")}</p></div>',
    "beside a link": f'<div><span class="c">M</span><p><a href="/m">ombasa</a>{STORY[0][7:]}</p></div>',
    "within the paragraph": f'<p><span class="dropcap">M</span>ombasa{STORY[0][7:]}</p>',
}


@pytest.mark.parametrize("opening", DROP_CAPS.values(), ids=DROP_CAPS.keys())
def test_a_drop_cap_is_part_of_its_word(opening: str) -> None:
    assert STORY[0].replace("MOMBASA", "Mombasa") in the(page().replace(f"<p>{STORY[0]}</p>", opening)).text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<p>Grade <b>A</b> <span>Boats are few</span>, and there are 12 in Lamu.</p>", "Grade A Boats are few"),
        ("<p>He asked what <span>I</span><span> was</span> to do with 12 boats.</p>", "what I was to do"),
        ("<p>Vitamin <b>K</b> <b>is</b> sold in 12 shops of the port.</p>", "Vitamin K is sold"),
    ],
)
def test_a_letter_before_a_word_of_its_own_stays(line: str, text: str) -> None:
    assert text in the(page(within=line)).text


TIMES = {
    "<p>The wreck was seen on <time datetime='2026-01-16'>16 January 2026</time> by 12 divers.</p>": "on 16 January 2026 by 12 divers.",
    "<p>Divers saw the wreck on <time datetime='2026-01-16'>16 January</time>.</p>": "Divers saw the wreck on 16 January.",
    "<p>The third berth (<time datetime='2026'>2026</time>) is the last.</p>": "The third berth (2026) is the last.",
    "<ul><li>In <time datetime='2031'>2031</time>, the loan ends.</li></ul>": "In 2031, the loan ends.",
    "<p>On <time datetime='2026-05'>a day of May</time> the ferry sank in the bay.</p>": "On a day of May the ferry sank in the bay.",
}


@pytest.mark.parametrize(("line", "text"), TIMES.items())
def test_a_time_within_a_sentence_is_kept(line: str, text: str) -> None:
    assert text in the(page(within=line)).text


STAMPS = [
    "<p><time datetime='2026-01-16'>16 January 2026</time></p>",
    "<div>Published <time datetime='2026-01-16'>16 January 2026</time></div>",
    "<p>by Ana Ruiz <time datetime='2026-01-16'>16 January 2026</time><time datetime='2026-01-17'>16 January 2026</time></p>",
    "<span><time datetime='2026-01-16'>16 January 2026</time> | <a href='/s'>Share</a></span>",
    "<div><time datetime='2026-01-16'>16 January 2026</time> <time datetime='2026-01-17'>16 January 2026</time></div>",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_the_page_s_own_times_are_no_text(stamp: str) -> None:
    assert "16 January 2026" not in the(page(within=stamp)).text


def test_a_sentence_about_subscribers_is_no_stub() -> None:
    assert not asks_to_subscribe("The paper lost 4 percent of its subscribers in May, its owner said.")
    assert not the(page(within="<p>Voters may register until 3 May, and 40,000 did so last week.</p>")).cut


INDEX = "".join(f'<li><a href="/{n}">Ferry number {n} is late again at Likoni</a></li>' for n in range(40))


@pytest.mark.parametrize("body", [f"<ul>{INDEX}</ul>", "<p>Sign up for our newsletter.</p>", "<form><input></form>", ""])
def test_a_page_without_an_article(body: str) -> None:
    assert read_page(f"<html><head><title>Coast Daily</title></head><body><main>{body}</main></body></html>") is None


ENCODINGS = {
    "says UTF-8, is cp1252": ("utf-8", "cp1252"),
    "says Latin-1, is UTF-8": ("iso-8859-1", "utf-8"),
    "says UTF-16, is UTF-8": ("utf-16", "utf-8"),
    "says nothing known": ("x-none", "cp1252"),
}


@pytest.mark.parametrize(("said", "written"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_encodings_declared_wrongly(said: str, written: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page(head=f'<meta charset="{said}">').encode(written))
    (read,) = read_source(str(path), ReadOptions())
    assert isinstance(read, Read)
    assert read.article.text.split("\n\n") == [STANDFIRST, *STORY]


def test_texts_of_many_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(page(head='<meta name="date" content="2026-01-16">'), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Prices rose 5 percent.\u202e\n", encoding="utf-8")
    sources = [str(tmp_path / name) for name in ("a.html", "missing.txt", "b.txt")]
    assert main(["text", "--format", "jsonl", "--published", "2026-04-14", *sources]) == 1
    told = capsys.readouterr()
    page_row, text_row = map(json.loads, told.out.splitlines())
    assert page_row == {
        "name": sources[0],
        "title": HEADLINE,
        "published": "2026-01-16",
        "modified": None,
        "text": "\n\n".join([STANDFIRST, *STORY]),
    }
    assert text_row == {
        "name": sources[2],
        "title": None,
        "published": "2026-04-14",
        "modified": None,
        "text": "Prices rose 5 percent.\u202e\n",
    }
    assert "missing.txt: no such file" in told.err
    assert "\u202e" not in told.out


def test_a_text_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(page(head='<meta name="date" content="2026-01-16">'), encoding="utf-8")
    path = tmp_path / "a.html"
    assert main(["text", str(path)]) == 0
    assert capsys.readouterr().out == f"{HEADLINE}\n{path} · published 2026-01-16\n\n" + "\n\n".join([STANDFIRST, *STORY]) + "\n"


READ_FROM = {  # what stands in a file: the title and the day that it is read from
    "a dateline": ("Port opens\n\nMOMBASA, April 14, 2026 — The port opened on Tuesday.", "Port opens", "2026-04-14"),
    "a dateline that goes on below": ("TOAMASINA, Madagascar (Wire), Feb. 3,\n2026 - The port opened.", None, "2026-02-03"),
    "a time": ("Port opens\n\nPublished: 14 April 2026, 08:05\n\nThe port opened on Tuesday.", "Port opens", "2026-04-14T08:05"),
    "no day": ("The port opened on Tuesday.", None, None),
    "a date of the story": ("The port opened on April 14, 2026, she said.", None, None),
}


@pytest.mark.parametrize(("content", "title", "day"), READ_FROM.values(), ids=READ_FROM.keys())
def test_name_title_and_day_are_those_of_the_sheet(
    content: str, title: str | None, day: str | None, tmp_path: Path, nlp: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(content, encoding="utf-8")
    assert main(["text", "--format", "jsonl", str(path)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["name"], printed["title"], printed["published"]) == (str(path), title, day)
    source = make_sheet(Article(content), nlp).source
    assert (source.title, source.published) == (title, day)


class Terminal(io.StringIO):
    """Standard input that nobody piped anything into."""

    def isatty(self) -> bool:
        return True


def test_a_text_in_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A page without a SOURCE is standard input; on a terminal that is wrong usage."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(page().encode())))
    assert main(["text"]) == 0
    assert capsys.readouterr().out.startswith(f"{HEADLINE}\n- · ")
    monkeypatch.setattr("sys.stdin", Terminal())
    assert main(["text"]) == 2
    assert "name a SOURCE" in capsys.readouterr().err


def test_a_text_never_overwrites_its_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Prices rose.\n", encoding="utf-8")
    assert main(["text", str(path), "-o", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == "Prices rose.\n"


def test_errors_are_input_errors(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><ul>{INDEX}</ul></body></html>", encoding="utf-8")
    (error,) = read_source(str(tmp_path / "a.html"), ReadOptions())
    assert isinstance(error, InputError)
    assert error.problem == "has no article text"
