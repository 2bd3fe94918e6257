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
    "as a list": blog("live-updates").replace('<div class="entry"', '<li class="entry"').replace("</p></div>", "</p></li>"),
    "with times far within": blog().replace("<time", "<header><div><span><time").replace("</time>", "</time></span></div></header>"),
    "with advertisements": blog().replace('<div class="entry"', '<div class="ad-slot"><p>Buy 3 boats</p></div><div class="entry"'),
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


AMP += [  # what stands there until something else is loaded, and what the page asks
    '<amp-video-iframe src="v"><p placeholder>Watch: 3 minutes on tea and fish</p></amp-video-iframe>',
    "<amp-twitter><blockquote placeholder>Ten cents less! — Omar (@omar) January 3, 2026</blockquote></amp-twitter>",
    '<amp-iframe src="m"><p fallback>This map of 14 berths needs a newer browser.</p></amp-iframe>',
    '<amp-user-notification layout="nodisplay"><p>We use 14 cookies to count our 90,000 readers.</p></amp-user-notification>',
    '<amp-carousel><div><a href="/1">Two ports close in a week of wind</a></div><div><a href="/2">A new well</a></div></amp-carousel>',
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


GALLERIES = {
    "figures": FIGURES,
    "figures with numbers": "".join(
        f"<figure><img src='a.jpg'><div>{i} of 4</div><figcaption>{caption}</figcaption></figure>" for i, caption in enumerate(CAPTIONS, 1)
    ),
    "a list": f"<ol>{''.join(f'<li><img src=a.jpg><p>{caption}</p></li>' for caption in CAPTIONS)}</ol>",
    "boxes": "".join(f'<div class="slide"><img src="a.jpg"><div class="slide-caption">{caption}</div></div>' for caption in CAPTIONS),
    "boxes within figures": "".join(
        f'<figure><img src="a.jpg"><figcaption><span class="caption">{caption}</span></figcaption></figure>' for caption in CAPTIONS
    ),
    "pictures with their words": f"<dl>{''.join(f'<dt><img src=a.jpg></dt><dd>{caption}</dd>' for caption in CAPTIONS)}</dl>",
}


@pytest.mark.parametrize("pictures", GALLERIES.values(), ids=GALLERIES.keys())
def test_the_captions_of_a_gallery_are_its_text(pictures: str) -> None:
    lead = "Omar Said spent a week at the port of Mombasa with his camera. These are four of his pictures."
    html = f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1><p>{lead}</p>{pictures}</article></body></html>"
    assert the(html).text.split("\n\n") == [lead, *CAPTIONS]


def test_the_captions_of_an_article_are_not() -> None:
    assert the(page(within=FIGURES)).text.split("\n\n") == [STANDFIRST, *STORY]


def stub(behind: str, head: str = "") -> str:
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in STORY[:2])
    title = f"<title>{HEADLINE}</title>"
    return f"<html><head>{title}{head}</head><body><main><article><h1>{HEADLINE}</h1>{shown}{behind}</article></main></body></html>"


STUBS = {
    "JSON-LD": stub(
        "", f'<script type="application/ld+json">{{"@type":"Article","headline":"{HEADLINE}","isAccessibleForFree":"False"}}</script>'
    ),
    "a wall for those without an account": stub('<div class="regwall"><h3>Register for free to continue reading this story</h3></div>'),
    "free articles that are used up": stub('<div class="meter"><p>You have reached your limit of 3 free articles this month.</p></div>'),
    "members": stub("<section><p>Members only: join Coast Daily to unlock this article.</p></section>"),
    "a price": stub("<div><h2>Get unlimited access</h2><p>Keep reading for only $2 a month.</p></div>"),
    "the rest": stub("<p>The rest of this article is reserved for subscribers.</p><p>Subscribe for $1 a week</p>"),
}


@pytest.mark.parametrize("html", STUBS.values(), ids=STUBS.keys())
def test_a_stub_is_cut_and_has_no_word_of_its_wall(html: str) -> None:
    found = the(html)
    assert (found.text.split("\n\n"), found.cut) == (STORY[:2], True)


WHOLE = [  # news about readers, limits and prices
    "The paper has reached its limit of 40 free copies for schools, its owner said.",
    "Members may join the ferry to Lamu for half the price from May on.",
    "“Keep reading for an hour a day,” the teacher told the 12 children.",
    "Drivers who register before Monday unlock the gate with a card.",
    "They used 3 free days to repair the boats of the school.",
]


@pytest.mark.parametrize("paragraph", WHOLE)
def test_news_about_readers_is_no_stub(paragraph: str) -> None:
    found = the(stub(f"<p>{paragraph}</p>"))
    assert (found.text.split("\n\n"), found.cut) == ([*STORY[:2], paragraph], False)


def bare(body: str, title: str = "Coast Daily") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


CARDS = "".join(
    f"<div><a href='/{n}'><h3>Ferry number {n} is late again at Likoni</h3></a><p>What riders say of boat {n}.</p></div>" for n in range(20)
)
NOTHING = {
    "a front page": bare(f"<main><h1>Business</h1>{CARDS}</main>"),
    "an address of nothing": bare(
        "<main><h1>Page not found</h1><p>The page you asked for does not exist. Try our search.</p></main>", "404"
    ),
    "a question about cookies": bare(
        "<main><h1>Before you go on</h1><p>We and our 812 partners use cookies. Accept all or choose.</p></main>"
    ),
    "a page made by a script": bare("<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>"),
    "a check of the browser": bare("<h1>Just a moment</h1><p>This takes 5 seconds. Your browser will redirect to what you asked for.</p>"),
    "a closed door": bare("<h1>Access denied</h1><p>You have no permission to see this page on this server. Number 18.2f.</p>"),
}


@pytest.mark.parametrize("html", NOTHING.values(), ids=NOTHING.keys())
def test_a_page_that_has_no_article(html: str) -> None:
    assert read_page(html) is None


BRIEFS = [  # short news that is none of these
    "A page of the treaty was not found in the archive, its keeper said on Monday. Two others have no stamp.",
    "Partners of the ferry firm sold 40 percent of it on Friday. The privacy of its riders is safe, they said.",
    "Reporters were denied access to the port on Sunday. It is to open again within three weeks, Ali Noor said.",
    "A robot cleans the third berth since May. It takes 40 minutes for what took 12 men a day, the port said.",
    "The website of the county could not be reached for two hours on Monday, as 14 servers had no power.",
]


@pytest.mark.parametrize("text", BRIEFS)
def test_a_brief_is_an_article(text: str) -> None:
    assert the(bare(f"<main><article><h1>{HEADLINE}</h1><p>{text}</p></article></main>", HEADLINE)).text == text


ABOVE = [  # what stands between the headline and the text, and is neither
    '<div class="published-date">May 6, 2026</div>',
    '<span itemprop="datePublished" content="2026-05-06T21:00:00-04:00">Wednesday</span>',
    "<p>06/05/2026</p>",
    "<p>Updated: Wednesday, 6 May 2026, 9:30 p.m.</p>",
    "<p>October 22, 2026 report</p>",
    "<p>6 May 2026 by Ana Ruiz</p>",
    "<h1>Business</h1>",
]


@pytest.mark.parametrize("above", ABOVE)
def test_a_day_or_a_section_above_the_text_is_no_text(above: str) -> None:
    html = page(above, head='<meta property="article:section" content="Business">')
    assert the(html).text.split("\n\n") == [STANDFIRST, *STORY]


DATED = [
    "<h3>6 May 2026</h3><p>The first ferry of the new line left Likoni with 300 people on it.</p>",
    "<p>May 6, 2026 was a good day for the port.</p>",
    "<p>Wednesday is the day on which the council meets.</p>",
    "<p>On 6 May 2026 the third berth opens.</p>",
    "<p>06/05/2026 is printed on the box.</p>",
]


@pytest.mark.parametrize("line", DATED)
def test_a_day_within_the_text_is_kept(line: str) -> None:
    text = the(page(within=line)).text
    assert all(part in text for part in line.replace("<h3>", "").replace("</h3>", "").replace("</p>", "").split("<p>"))


AUTHORS = [
    "<p>Omar Ali is a reporter in Lamu. He has written on ships since 2014.</p>",
    "<p><em>Omar Ali covers trade for Coast Daily.</em></p>",
    "<p>The writer is a professor of law at the University of Tana.</p>",
    "<p>Li Na Ruiz has covered the coast for 12 years.</p>",
    "<p>The authors are economists at the Horn Bank.</p>",
]
NO_AUTHORS = [
    "<p>Halima Abdalla is a writer, too, and sold 400 copies of her poems.</p>",  # the story tells of her
    "<p>The writer is wrong about the third berth, said the port's manager.</p>",
    "<p>Omar Ali is a fisherman in Lamu and pays 40 shillings a day.</p>",
    "<p>The authors of the report are glad, and the port has 12 cranes.</p>",
    "<p>Tana Bank covers the loan of $310 million.</p>",
]


@pytest.mark.parametrize("behind", AUTHORS)
def test_what_is_told_of_the_author_is_no_text(behind: str) -> None:
    assert the(page(behind=behind)).text.split("\n\n") == [STANDFIRST, *STORY]


@pytest.mark.parametrize("behind", NO_AUTHORS)
def test_a_last_paragraph_about_others_is_kept(behind: str) -> None:
    assert the(page(behind=behind)).text.split("\n\n") == [STANDFIRST, *STORY, behind[3:-4]]


PULLED = [
    "<blockquote>The cranes work around the clock, and so do the people on them.</blockquote><p>– Halima Abdalla</p>",
    "<aside><p>It expects to pay the loan back by 2034, two years earlier than it had planned.</p></aside>",
    "<p>The authority borrowed $310 million for the berth. It expects to pay the loan back by 2034</p>",
    "<div><p>Traffic grew by 6 percent as ships avoided the Red Sea, and a new berth is to open</p><p>- The port authority</p></div>",
    "<h2>Exports of tea rose by 11 percent to 560,000 tonnes. Those of avocados fell</h2>",
]
NOT_PULLED = [
    "<p>Exports of tea rose, too.</p>",
    "<p>It expects to pay the loan back by 2034, and that of the second berth by 2041.</p>",
    "<p>“We have never been so busy.”</p>",
    "<p>- Halima Abdalla</p>",
    "<p>The port of Mombasa handled 1.4 million containers in 2025, and that of Lamu 70,000.</p>",
]


@pytest.mark.parametrize("within", PULLED)
def test_a_pulled_quote_is_no_second_text(within: str) -> None:
    assert the(page(within=within)).text.split("\n\n") == [STANDFIRST, *STORY]


@pytest.mark.parametrize("within", NOT_PULLED)
def test_a_paragraph_like_another_is_kept(within: str) -> None:
    assert within[3:-4] in the(page(within=within)).text.split("\n\n")


NOTICES = [
    "<p>Our site uses cookies and other technologies so that we, and our partners, can remember you.</p>",
    "<p>We use cookies to show you 14 offers a day.</p>",
    "<p>By continuing to use this site you agree to our rules.</p>",
    "<p>I have read and understood the Privacy Notice. Do not show this message again.</p>",
    "<p>This website and our partners store cookies.</p>",
]


@pytest.mark.parametrize("behind", NOTICES)
def test_a_notice_of_the_site_is_no_text(behind: str) -> None:
    assert the(page(behind=behind)).text.split("\n\n") == [STANDFIRST, *STORY]


KEYS = "<dl><dt>Length:</dt><dd>140 metres</dd><dt>Cost</dt><dd>$52 <b>million</b></dd><dt>Crew</dt><dd>31 people</dd></dl>"
NO_KEYS = {
    "a key with two values": "<dl><dt>Berths</dt><dd>North</dd><dd>South</dd></dl>",
    "a heading and its text": f"<dl><dt>What happened</dt><dd>{STORY[0]} {STORY[1]}</dd></dl>",
    "a key without a value": "<dl><dt>Berths</dt><dt>Cranes</dt><dd></dd></dl>",
}


def test_a_list_of_keys_has_a_line_for_each() -> None:
    assert {"Length: 140 metres", "Cost: $52 million", "Crew: 31 people"} <= set(the(page(within=KEYS)).text.split("\n\n"))


@pytest.mark.parametrize("within", NO_KEYS.values(), ids=NO_KEYS.keys())
def test_other_lists_stay(within: str) -> None:
    assert "Berths: " not in (text := the(page(within=within)).text)
    assert "What happened: " not in text


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
