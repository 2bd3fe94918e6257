"""Web pages that are no plain article: AMP, live blogs, galleries, long ones."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from newsfacts.cli.main import main
from newsfacts.cli.webpage import read_page
from tests.test_webpage import HEADLINE, STANDFIRST, STORY, page, the

ENTRIES = [  # the newest one first, as on most pages
    (
        "2026-01-16T13:30:00+03:00",
        "Inquiry",
        "Kenya's transport ministry began an inquiry. It is to end within three weeks, Ali Noor said.",
    ),
    (
        "2026-01-16T12:05:00+03:00",
        "Port opens again",
        "Ships enter the port again. The manager, Halima Abdalla, put the loss at $3 million.",
    ),
    ("2026-01-16T09:15:00+03:00", "Port closes", "The port was closed at 9 a.m. after a crane fell on 14 containers, the authority said."),
]
TIMES = ["16 January 2026, 13:30", "16 January 2026, 12:05", "16 January 2026, 09:15"]
BLOG = [text for day, (_, headline, said) in zip(TIMES, ENTRIES, strict=True) for text in (day, headline, said)]
UPDATES = {
    "@type": "LiveBlogPosting",
    "headline": HEADLINE,
    "datePublished": "2026-01-16T09:10:00+03:00",
    "liveBlogUpdate": [{"@type": "BlogPosting", "headline": h, "datePublished": t, "articleBody": f"<p>{b}</p>"} for t, h, b in ENTRIES],
}


def blog(box: str = "live-blog", entry: str = "entry", entries: list[tuple[str, str, str]] = ENTRIES, told: object = None) -> str:
    linked = f'<script type="application/ld+json">{json.dumps(told)}</script>' if told else ""
    shown = "".join(
        f'<div class="{entry}"><time datetime="{stamp}">then</time><h3>{headline}</h3><p>{said}</p></div>'
        for stamp, headline, said in entries
    )
    return (
        f"<html><head><title>{HEADLINE}</title>{linked}</head><body><main><h1>{HEADLINE}</h1>"
        f'<div class="{box}">{shown}</div></main></body></html>'
    )


LIVE = {
    "by its box": blog(),
    "by its entries": blog("stream", "liveEntry block"),
    "by its box's words": blog("c-LiveUpdates__list"),
    "by JSON-LD": blog("stream", told=UPDATES),
    "by JSON-LD alone": blog("stream", entries=[], told=UPDATES),
}


@pytest.mark.parametrize("html", LIVE.values(), ids=LIVE.keys())
def test_the_entries_of_a_live_blog_have_their_times(html: str) -> None:
    found = the(html)
    assert found.text.split("\n\n") == BLOG
    assert found.title == HEADLINE


NOT_LIVE = {
    "one entry": blog(entries=ENTRIES[:1]),
    "stories with their times": blog("story-list"),
    "a live picture": page(within='<div class="live-blog"><time datetime="2026-01-16T09:00:00+03:00">9 a.m.</time></div>'),
    "one entry in JSON-LD": page(told={**UPDATES, "liveBlogUpdate": UPDATES["liveBlogUpdate"][:1]}),
    "entries with days alone": blog(entries=[(stamp[:10], headline, said) for stamp, headline, said in ENTRIES]),
}


@pytest.mark.parametrize("html", NOT_LIVE.values(), ids=NOT_LIVE.keys())
def test_what_is_no_live_blog(html: str) -> None:
    found = read_page(html)
    assert found is None or not any(paragraph in TIMES for paragraph in found.text.split("\n\n"))


def test_a_stamp_in_utc_says_so() -> None:
    entries = [("2026-01-16T10:30:00Z", headline, said) for _, headline, said in ENTRIES]
    assert the(blog(entries=entries)).text.startswith("16 January 2026, 10:30 UTC\n\n")


def test_what_stands_above_the_entries_is_kept() -> None:
    summary = "<p>What we know: a crane fell at the port of Mombasa on Friday morning, and two people were hurt.</p>"
    html = blog(told=UPDATES).replace('<div class="live-blog">', f'{summary}<div class="live-blog">')
    assert the(html).text.split("\n\n") == [summary[3:-4], *BLOG]


AMP = [
    '<amp-ad width="300" height="250"><div placeholder>Buy one of 300 new cars today, and pay 2 percent a year.</div></amp-ad>',
    '<amp-list src="/r"><template type="amp-mustache"><p>{{title}} was read 500 times</p></template></amp-list>',
    '<amp-consent layout="nodisplay"><div>We and our 700 partners value your privacy. Please accept all of it.</div></amp-consent>',
    '<amp-sidebar layout="nodisplay"><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></amp-sidebar>',
    '<amp-social-share type="x"></amp-social-share><amp-img src="a.jpg" width="6" height="4" alt="Cranes at Lamu"></amp-img>',
]


@pytest.mark.parametrize("beside", AMP)
def test_an_amp_page(beside: str) -> None:
    html = page(within=beside, behind=beside).replace("<html ", "<html ⚡ ")
    assert the(html).text.split("\n\n") == [STANDFIRST, *STORY]


CAPTIONS = [
    "Cranes lift boxes from the Ocean Star on 12 January.",
    "Halima Abdalla, the manager, walks along the second berth.",
    "Workers eat at noon; 400 of them live in Likoni.",
    "A ferry to Likoni passes, with 1,200 people on it.",
]
FIGURES = "".join(f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>' for caption in CAPTIONS)


def test_the_captions_of_a_gallery_are_its_text() -> None:
    lead = "Omar Said spent a week at the port of Mombasa with his camera. These are four of his pictures."
    html = f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1><p>{lead}</p>{FIGURES}</article></body></html>"
    assert the(html).text.split("\n\n") == [lead, *CAPTIONS]


def test_the_captions_of_an_article_are_not() -> None:
    assert the(page(within=FIGURES)).text.split("\n\n") == [STANDFIRST, *STORY]


def _seconds(html: str) -> float:
    start = time.process_time()
    assert read_page(html) is not None
    return time.process_time() - start


UNITS = [
    "<p>{story} ({i})</p>",
    "<div><time datetime='2026-01-16T09:15:00Z'>9</time><p>{story} ({i})</p></div>",
    "<b><time datetime='2026-01-16T09:15:00Z'>9</time></b>",
]


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_page_takes_twice_the_time(unit: str) -> None:
    def long(count: int) -> str:
        said = "".join(unit.format(story=STORY[i % len(STORY)], i=i) for i in range(count))
        return page(within=f'<div class="live-blog">{said}</div>')

    assert _seconds(long(3_000)) <= 3 * max(0.1, _seconds(long(1_500)))


def test_a_page_in_another_language_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = [
        "Le port de Mombasa a reçu plus de conteneurs que jamais, a déclaré mardi son directeur aux journalistes de la ville.",
        "Le trafic augmente parce que les navires évitent la mer Rouge, et un nouveau quai doit ouvrir en juin selon le port.",
        "La directrice a dit que les grues travaillent jour et nuit, comme les gens qui les conduisent depuis le mois de mai.",
    ]
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    path = tmp_path / "page.html"
    path.write_text(f"<html lang='fr'><body><article><h1>Le port</h1>{paragraphs}</article></body></html>", encoding="utf-8")
    assert main(["text", str(path)]) == 0
    assert "doesn't look like English" in capsys.readouterr().err
