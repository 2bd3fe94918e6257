"""The page, in a real browser: Debian's Chromium, headless."""

from __future__ import annotations

import csv
import gc
import io
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import weakref
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from sheets import sheet_of
from spacy.language import Language
from test_shown import SHEET as PLANTS
from test_shown import TEXT as PLANTS_TEXT

from newsfacts import Article, FactSheet
from newsfacts.cli.extracting import extract_all
from newsfacts.cli.formats import as_dict, to_csv, to_json
from newsfacts.cli.page import to_piece, write_page
from newsfacts.cli.page.marking import BLOCK, marked
from newsfacts.sheet import sheet_from_doc

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: apt-get install chromium")
SAMPLES = Path(__file__).parent.parent / "samples"
HOSTILE = (
    "Mayor's </title> <script>alert(1)</script> \"onmouseover=alert(2) plan 😀😀\n\n"
    "LONDON, 4 May 2026 - Exports of <img src=x onerror=alert(3)> steel fell 21% in April to $3 billion, "
    "French President Anne </script><script>alert(4)</script> Durand said.\u2028She spoke in Paris on Monday 😀 & <b>left</b>.\n\n"
    "מכרז של 5 מיליון דולר \u202eesrever\u202c was \x07signed\x1b]0;owned\x07 in Oslo\x00 by Kari "
    "\u2067Nordmann\u2069 {{ 7 * 7 }} &amp; &lt;"
)


def read(nlp: Language, text: str, name: str, title: str | None = None) -> FactSheet:
    return sheet_from_doc(Article(text, name=name, title=title), nlp(text))


@pytest.fixture(scope="module")
def visit(nlp: Language) -> tuple[FactSheet, str]:
    text = (SAMPLES / "state_visit.txt").read_text(encoding="utf-8")
    return read(nlp, text, "state_visit.txt", text.partition("\n")[0]), text


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a page of pieces; in the end nothing may have gone wrong in it, and nothing may have been asked of a network."""
    wrong: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def opened(pieces: list[str], scheme: str = "light") -> Any:
        path = tmp_path / "page.html"
        path.write_text("".join(write_page(pieces)), encoding="utf-8")
        page = context.new_page()
        page.emulate_media(color_scheme=scheme)
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: None if request.url.startswith(("file:", "blob:")) else wrong.append(request.url))
        page.goto(path.as_uri())
        return page

    yield opened
    context.close()
    assert wrong == []


ENTITIES = ("people", "offices", "places", "organizations")
# What is shown and reaches beyond the page, or beyond a box that hides the rest.
CUT_OFF = """
[...document.querySelectorAll("main *:not(svg *)")].filter((element) => {
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) return false;
  const style = getComputedStyle(element);
  const hides = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
  return box.left < -1 || box.right > innerWidth + 1 || (hides && element.tagName !== "INPUT");
}).map((element) => element.outerHTML.slice(0, 120))
"""


def mentions(sheet: FactSheet) -> list[str]:
    sections = ("people", "offices", "places", "organizations", "dates", "percentages", "money", "quantities")
    facts = [fact for section in sections for fact in getattr(sheet, section)]
    return sorted(span.text for fact in facts for span in getattr(fact, "mentions", [fact]))


def words(node: Any) -> str:
    return node if isinstance(node, str) else "".join(map(words, node[2:]))


def test_marks_nest_and_a_crossing_one_goes_on() -> None:
    assert marked("abcdef", [(0, 4, 0), (2, 6, 1), (2, 3, 2)]) == [
        [BLOCK, 1, [0, 1, "ab", [1, 1, [2, 1, "c"], "d"]], [1, 0, "ef"]],
    ]


@given(st.text("ab \n😀", max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 9)), max_size=8))
def test_marks_lose_no_character(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(start, min(start + size, len(text)), fact) for fact, (start, size) in enumerate(places) if start < len(text)]
    tree = marked(text, spans)
    covered: dict[int, str] = {}
    begun: list[int] = []

    def visit(node: Any) -> None:
        if not isinstance(node, str):
            if node[0] != BLOCK:
                covered[node[0]] = covered.get(node[0], "") + words(node)
                begun.extend([node[0]] * node[1])
            for child in node[2:]:
                visit(child)

    for node in tree:
        visit(node)
    assert "".join(map(words, tree)) == text
    assert sorted(begun) == [fact for _, _, fact in spans]
    assert covered == {fact: text[start:end] for start, end, fact in spans}


def test_page_is_small_and_forbids_the_network(visit: tuple[FactSheet, str]) -> None:
    page = "".join(write_page([to_piece(*visit)]))
    assert len("".join(write_page([])).encode()) < 200_000
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy[1]
    assert "http" not in files("newsfacts.cli.page").joinpath("page.html").read_text().replace("http-equiv", "")


def test_command_writes_a_page(tmp_path: Path) -> None:
    out = tmp_path / "facts.html"
    command = [sys.executable, "-m", "newsfacts", "extract", str(SAMPLES / "results.txt"), str(SAMPLES / "storm.txt"), "-o", str(out)]
    subprocess.run(command, check=True)
    assert out.read_text(encoding="utf-8").count('class="piece"') == 2


def test_a_piece_tells_status_source_and_confidence() -> None:
    facts = {fact["label"]: fact for fact in json.loads(to_piece(PLANTS, PLANTS_TEXT))["facts"]}
    told = {label: (fact.get("note"), fact["confidence"], fact["doubtful"]) for label, fact in facts.items()}
    assert told["two power plants"] == ("planned, says Ilze Kalnina", "0.85", False)
    assert told["debts"] == ("denied, says Acme Energy", "0.41", True)
    assert told["people hurt"] == ("says Police", "1.00", False)
    assert told["Acme Energy"] == (None, "0.30", True)
    page = "".join(write_page([to_piece(PLANTS, PLANTS_TEXT)]))
    assert re.findall(r'<mark class="(\w+) doubtful">([^<]*)', page) == [("organizations", "Acme Energy"), ("figures", "$3 million")]


class Piece(str):
    """A string that says when it is gone."""

    __slots__ = ("__weakref__",)


def test_pages_hold_no_piece_longer_than_its_turn(visit: tuple[FactSheet, str]) -> None:
    alive: list[weakref.ref[Piece]] = []
    most = []

    def pieces() -> Iterator[str]:
        for _ in range(40):
            most.append(sum(piece() is not None for piece in alive))
            piece = Piece(to_piece(*visit))
            alive.append(weakref.ref(piece))
            yield piece
            del piece

    size = sum(map(len, write_page(pieces())))
    assert size > 40 * len(alive[0]() or to_piece(*visit))
    assert max(most) <= 3


def test_articles_are_written_while_others_are_read(tmp_path: Path) -> None:
    """The page is the same as that of all sheets at once, and neither sheets nor pages wait for the last article."""
    article = str(SAMPLES / "state_visit.txt")
    sheets, written = [], []

    def sources() -> Iterator[str]:
        for _ in range(12):
            gc.collect()
            sheets.append(sum(isinstance(thing, FactSheet) for thing in gc.get_objects()))
            written.extend(path.stat().st_size for path in tmp_path.glob(".facts.html.*.tmp"))
            yield article

    def extract(to: str, articles: Iterable[str]) -> str:
        options: dict[str, Any] = dict.fromkeys(("published", "model", "output_format", "only"))
        assert extract_all(articles, output=str(tmp_path / to), verbose=False, quiet=False, **options) == 0
        return (tmp_path / to).read_text(encoding="utf-8")

    page = extract("facts.html", sources())
    sheet = FactSheet.model_validate_json(extract("facts.jsonl", [article]))
    piece = to_piece(sheet, Path(article).read_text(encoding="utf-8"))
    assert page == "".join(write_page([piece] * 12))
    assert max(sheets) - sheets[0] <= 2
    assert written[-1] > len(piece) * 9


@needs_browser
class TestArticle:
    def test_marks_are_the_mentions(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        assert sorted(page.locator("mark:not([data-continued])").all_text_contents()) == mentions(visit[0])
        assert page.locator("article h1").inner_text() == visit[0].source.title
        styles = page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('article mark')].map(m => [m.className.split(' ')[0], (s => "
            "s.textDecorationStyle + s.textDecorationThickness + ' ' + s.textDecorationColor)(getComputedStyle(m))]))"
        )
        assert len({style.split(" ", 1)[0] for style in styles.values()}) == len({*styles.values()}) == len(styles) == 6

    def test_hover_tells_the_fact(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        page.locator("mark.people", has_text="Ernesto Machava").first.hover()
        assert page.locator("#card").inner_text().startswith("Ernesto Machava · President of Mozambique · 3 mentions · confidence ")
        page.locator("mark.figures", has_text="9.4 percent").hover()
        assert "▲ 9.4%" in page.locator("#card").inner_text()
        page.locator("#card").hover()
        assert page.locator("#card").is_visible()
        page.locator("#search").hover()
        page.locator("#card").wait_for(state="hidden")

    def test_nested_and_crossing_marks_say_all_their_facts(self, show: Any) -> None:
        text = "The John Okello Centre director said so."

        def at(words: str) -> dict[str, Any]:
            return {"text": words, "start": text.index(words), "end": text.index(words) + len(words)}

        sheet = FactSheet.model_validate(
            {
                "source": {"name": "centre.txt", "sha256": "", "length": len(text)},
                "people": [{"id": "p1", "name": "John Okello", "mentions": [at("John Okello")]}],
                "offices": [{"id": "o1", "title": "director", "of": "the centre", "mentions": [at("Centre director")]}],
                "organizations": [{"id": "g1", "name": "John Okello Centre", "mentions": [at("John Okello Centre")]}],
            }
        )
        page = show([to_piece(sheet, text)])
        assert page.locator("article .text").inner_text() == text
        assert page.locator("mark").all_inner_texts() == ["John Okello Centre", "John Okello", "Centre", " director"]
        page.locator("mark.people").hover()
        assert page.locator("#card p").all_inner_texts() == [
            "John Okello · 1 mention · confidence 1.00",
            "John Okello Centre · 1 mention · confidence 1.00",
        ]
        page.get_by_text("director", exact=True).hover()
        assert page.locator("#card p").all_inner_texts() == ["director of the centre · 1 mention · confidence 1.00"]
        page.locator("mark mark.offices").click()
        assert page.locator("mark.chosen").all_inner_texts() == ["Centre", " director"]

    def test_click_goes_both_ways(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        page.locator("mark.figures", has_text="9.4 percent").click()
        assert "9.4%" in page.locator("tr", has=page.locator(":focus")).inner_text()
        page.locator("#sheet section.people .fact", has_text="Rachel Adeyemi").click()
        assert page.evaluate("document.activeElement.textContent") == "Rachel Adeyemi"
        box = page.locator("mark.people", has_text="Rachel Adeyemi").bounding_box()
        assert 0 <= box["y"] <= 900

    def test_filter_search_and_sort(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        page.locator("#filters [data-kind=people]").click()
        assert page.locator("#sheet section.people").count() == 0
        assert page.locator("mark.people:not(.off)").count() == 0
        page.locator("#filters [data-kind=people]").click()
        page.locator("#search").fill("machava")
        assert {text.split()[0] for text in page.locator("#sheet section.people .fact").all_inner_texts()} == {"Ernesto"}
        page.locator("#search").fill("")
        ids = "[...document.querySelectorAll('#sheet tbody .fact')].map(fact => fact.dataset.fact)"
        facts = json.loads(to_piece(*visit))["facts"]
        for by, key in (("kind", "type"), ("when", "day"), ("what", "label")):
            for order, down in (("ascending", False), ("descending", True)):
                page.locator(f"[data-sort={by}]").click()
                assert page.locator(f"th[aria-sort={order}]").inner_text().lower().startswith(by)
                values = [facts[int(at)][key] for at in page.evaluate(ids)]
                known = [value for value in values if value not in (None, "")]
                assert len(known) > 3
                assert values[: len(known)] == known == sorted(known, reverse=down)

    def test_keyboard_reaches_all(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        able = page.locator("button:visible, input:visible, a, mark:not([data-continued]), circle").count()
        reached = set()
        for _ in range(able):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        assert len(reached) == able
        mark = page.locator("mark.places").first
        mark.focus()
        assert page.locator("#card").inner_text().startswith(mark.inner_text())
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.closest('section.places') !== null")

    def test_places_on_the_map_and_days_in_a_line(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        assert page.locator(".map circle").count() == sum(place.latitude is not None for place in visit[0].places) > 5
        dot = page.get_by_role("button", name="Hanoi · city · Vietnam · 21.02°N 105.84°E · 4 mentions")
        x, y = dot.evaluate("c => [+c.getAttribute('cx'), +c.getAttribute('cy')]")
        assert (round(x), round(y)) == (round((105.84 + 180) / 0.36), round((84 - 21.02) / 0.36))
        days = page.locator("ol.line > li > b").all_inner_texts()
        assert days.index("2012") < days.index("14 May 2026") < days.index("January 2028") < days.index("20 years")
        lengths = page.locator("ol.line > li", has_text="20 years")
        assert lengths.locator(".fact").all_inner_texts() == ["“20-year”", "“20 years”"]
        assert lengths.locator("code").inner_text() == "P20Y"
        page.locator("mark.dates", has_text="annually").hover()
        assert page.locator("#card").inner_text().startswith("annually · every year · P1Y · confidence ")

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_status_source_and_confidence(self, show: Any, scheme: str) -> None:
        """They stand in the sheet, the card and the index; what is doubtful is soft, with a contrast that all can read."""
        page = show([to_piece(PLANTS, PLANTS_TEXT)], scheme)
        rows = page.locator("td.what").all_inner_texts()
        assert rows[1:3] == ["two power plants planned, says Ilze Kalnina", "debts denied, says Acme Energy · confidence 0.41"]
        assert page.locator("section.organizations li").inner_text() == "Acme Energy confidence 0.30"
        page.locator("mark.figures", has_text="$3 million").hover()
        assert page.locator("#card").inner_text() == "debts USD 3 million · denied, says Acme Energy · confidence 0.41"
        soft = page.evaluate("getComputedStyle(document.querySelector('.byline')).color")
        dimmed = page.locator("mark.doubtful, tr.doubtful td.value, .fact.doubtful")
        assert set(dimmed.evaluate_all("all => all.map(one => getComputedStyle(one).color)")) == {soft}
        assert page.locator("mark.doubtful").all_inner_texts() == ["Acme Energy", "$3 million"]
        page.locator("#search").fill("planned, says ilze")
        assert page.locator("#sheet .fact").count() == 1
        page.locator("#search").fill("")
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})")
        assert [(item["id"], [node["html"][:200] for node in item["nodes"][:3]]) for item in found["violations"]] == []
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate(CUT_OFF) == []
        page.locator("#copy-csv").click()
        page.get_by_text("CSV copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == to_csv(PLANTS, PLANTS_TEXT, header=True)

    def test_a_source_is_never_markup(self, show: Any) -> None:
        words = "<img src=x onerror=alert(1)></script>"
        money = [{**fact, "source": {"text": words, "start": 0, "end": len(words)}} for fact in as_dict(PLANTS)["money"]]
        page = show([to_piece(FactSheet.model_validate({**as_dict(PLANTS), "money": money}), PLANTS_TEXT)] * 2)
        page.locator("#index-search").fill("onerror")
        assert words in page.locator("#index-list ul").first.inner_text()
        page.locator("#index-list ul a").first.click()
        assert words in page.locator("#card").inner_text()
        assert page.locator("main img, #card img").count() == 0

    def test_dots_do_by_key_what_they_do_by_click(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        dot = page.locator(".map circle[aria-label^=Danang]")
        for act in (dot.click, lambda: (dot.focus(), page.keyboard.press("Enter")), lambda: (dot.focus(), page.keyboard.press(" "))):
            act()
            assert page.evaluate("document.activeElement.outerHTML").startswith('<mark class="places')
            assert page.evaluate("document.activeElement.textContent") == "Danang"
            assert page.locator(".map .chosen").get_attribute("aria-label") == dot.get_attribute("aria-label")
        dot.focus()
        assert page.locator("#card").inner_text().startswith(f"{dot.get_attribute('aria-label')} · confidence ")

    def test_only_what_can_be_compared_is_sorted_together(self, show: Any, nlp: Language) -> None:
        text = (
            "LIMA, 4 May 2026 - Output rose 5 percent to 30,000 tonnes in April, the ministry said. The mine paid $3 million in tax. "
            "It borrowed 2 million euros. The road is 900 metres long. The port is 70 km away. The river is 50 miles long. "
            "Inflation was 12 percent. A ship carried 400 kg of ore."
        )
        page = show([to_piece(read(nlp, text, "mine.txt"), text)])
        page.locator("[data-sort=value]").click()
        groups = "[...document.querySelectorAll('#sheet tbody')].map(g => [...g.querySelectorAll('th, td.value')].map(c => c.textContent))"
        rising = [
            ["Percent", "▲ 5%", "12%"],
            ["Euro (EUR)", "EUR 2 million"],
            ["US Dollar (USD)", "USD 3 million"],
            ["Length", "900 metres", "70 kilometres", "50 miles"],
            ["Mass", "400 kilograms", "▲ to 30,000 tonnes"],
        ]
        assert page.evaluate(groups) == rising
        page.locator("[data-sort=value]").click()
        assert page.evaluate(groups) == [[head, *reversed(values)] for head, *values in rising]

    @pytest.mark.parametrize("way", ["copy", "save"])
    def test_data_of_what_is_shown(self, show: Any, visit: tuple[FactSheet, str], way: str) -> None:
        page = show([to_piece(*visit)])

        def taken(kind: str) -> str:
            if way == "copy":
                page.locator(f"#copy-{kind}").click()
                page.get_by_text(f"{kind.upper()} copied").wait_for()
                return page.evaluate("navigator.clipboard.readText()")
            with page.expect_download() as download:
                page.locator(f"#save-{kind}").click()
            assert download.value.suggested_filename == f"state_visit.txt.facts.{kind}"
            return Path(download.value.path()).read_text(encoding="utf-8")

        assert taken("json") == to_json(visit[0])
        assert taken("csv") == to_csv(*visit, header=True)
        page.locator("#search").fill("machava")
        shown = json.loads(taken("json"))
        assert [person["name"] for person in shown["people"]] == ["Ernesto Machava"]
        assert [office["title"] for office in shown["offices"]] == ["President"]
        assert shown["money"] == shown["places"] == []
        assert shown["sentences"] == as_dict(visit[0])["sentences"]
        rows = list(csv.DictReader(io.StringIO(taken("csv"))))
        assert [(row["section"], row["name"] or row["title"], row["holder_name"]) for row in rows] == [
            ("people", "Ernesto Machava", ""),
            ("offices", "President", "Ernesto Machava"),
        ]
        page.locator("#search").fill("")
        for kind in ("people", "offices", "places", "organizations", "dates"):
            page.locator(f"#filters [data-kind={kind}]").click()
        assert {row["section"] for row in csv.DictReader(io.StringIO(taken("csv")))} == {"percentages", "money", "quantities"}
        assert taken("json") == to_json(
            FactSheet.model_validate({**as_dict(visit[0]), **{section: [] for section in ENTITIES}, "dates": []})
        )

    def test_print_holds_all_and_no_controls(self, show: Any, visit: tuple[FactSheet, str], tmp_path: Path) -> None:
        page = show([to_piece(*visit)], "dark")
        page.locator("mark").first.focus()
        page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
        pages = PdfReader(tmp_path / "page.pdf").pages
        printed = " ".join(unicodedata.normalize("NFKC", " ".join(sheet.extract_text() for sheet in pages)).split())  # no ligatures
        solid = printed.replace(" ", "")  # what is marked comes out of a PDF with spaces of its own
        for paragraph in visit[1].split("\n\n"):
            whole = "".join(paragraph.split())
            assert whole in solid, next(whole[n - 30 : n] for n in range(len(whole)) if whole[:n] not in solid)
        for fact in json.loads(to_piece(*visit))["facts"]:
            # Cells of a row that are two lines high come out of a PDF line by line.
            assert {*fact["label"].split(), *fact["detail"].split()} <= {*printed.split()} | {*re.split(r"\W+", printed)}
        page.emulate_media(media="print", color_scheme="dark")
        for hidden in (".bar", ".controls", "#card", ".status", ".skip"):
            assert not page.locator(hidden).is_visible()
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
        page.set_viewport_size({"width": 670, "height": 900})  # the width of A4 between its margins
        assert page.evaluate(CUT_OFF) == []

    def test_narrow_screen_shows_all(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.evaluate(CUT_OFF) == []
        for name in ("Copy JSON", "Save CSV", "Switch between light and dark", "Figures 17"):
            page.get_by_role("button", name=name).click()
        page.locator("#filters [data-kind=figures]").click()
        page.locator("[data-sort=value]").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.get_by_role("columnheader").count() == 4
        page.locator("section.figures tr[data-fact] td.value", has_text="EUR 50 million").click()
        assert page.evaluate("document.activeElement.textContent") == "50 million euros"
        card = page.locator("#card").bounding_box()
        assert 0 <= card["x"] < card["x"] + card["width"] <= 360

    def test_hostile_article_is_text(self, show: Any, nlp: Language) -> None:
        sheet = read(nlp, HOSTILE, "</script><b>.txt", HOSTILE.partition("\n")[0])
        page = show([to_piece(sheet, HOSTILE)])
        assert page.title().startswith("Mayor's </title> <script>alert(1)</script> \"onmouseover=")
        shown = page.evaluate("document.querySelector('article').textContent")
        assert all(line.strip() in shown for line in HOSTILE.split("\n"))
        assert page.locator("article img, article b, article script").count() == 0
        page.locator("#copy-json").click()
        page.get_by_text("JSON copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == to_json(sheet)
        for mark in page.locator("mark").all():
            mark.focus()
        page.locator("[data-sort=value]").click()
        assert page.locator("#sheet img, #sheet script, #card script, #card img").count() == 0
        # In a report, too, whose index has the names and figures.
        page = show([to_piece(sheet, HOSTILE)] * 2)
        page.locator("#index-search").fill("steel")
        assert page.locator("#index-list .title").first.inner_text() == HOSTILE.partition("\n")[0]
        page.locator("#index-list ul a").first.click()
        assert page.locator("main img, main script").count() == 0
        assert sorted(page.locator("mark:not([data-continued])").all_text_contents()) == mentions(sheet)

    def test_reads_without_javascript(self, browser: Any, visit: tuple[FactSheet, str], tmp_path: Path) -> None:
        path = tmp_path / "page.html"
        path.write_text("".join(write_page([to_piece(*visit)])), encoding="utf-8")
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(path.as_uri())
        assert page.locator("mark").count() == len(mentions(visit[0]))
        context.close()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("view", ["article", "index"])
    def test_axe_finds_nothing(self, show: Any, visit: tuple[FactSheet, str], scheme: str, view: str) -> None:
        page = show([to_piece(*visit)] * (1 if view == "article" else 3), scheme)
        if view == "article":
            page.locator("mark").first.focus()
        # The page's own policy forbids a script element: this is run by the browser's tools.
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
        found = page.evaluate("rules => axe.run(document, rules)", rules)
        assert [(item["id"], [node["html"][:200] for node in item["nodes"][:3]]) for item in found["violations"]] == []
        assert len(found["passes"]) > 5


@pytest.fixture(scope="module")
def storm(nlp: Language) -> tuple[FactSheet, str]:
    text = (SAMPLES / "storm.txt").read_text(encoding="utf-8")
    return read(nlp, text, "storm.txt"), text


MOMBASA = {"name": "Mombasa", "country": "KE", "geonames_id": 186301}
PRESIDENT = {"office": "President", "of": "Kenya", "of_country": "KE"}
KILLED = {"unit": "person", "measure": "people killed"}
REPORTED = [
    sheet_of("a.txt", "President Amina Odhiambo in Mombasa, 12 people.", published="2026-04-14", places=[MOMBASA],
             people=[{"name": "Amina Odhiambo", **PRESIDENT}], figures=[{"text": "12", "value": 12, **KILLED}]),
    sheet_of("b.txt", "President Odhiambo in Mombasa, 1,500 people.", published="2026-05-02", places=[MOMBASA],
             people=[{"name": "Odhiambo", **PRESIDENT}], figures=[{"text": "1,500", "value": 1500, **KILLED}]),
    sheet_of("c.txt", "Ruth Wé, 5 percent.", people=[{"name": "Ruth Wé"}],
             figures=[{"text": "5 percent", "value": 5, "unit": "percent", "measure": "tea"}]),
]  # fmt: skip
LISTED = "document.querySelectorAll('#index-list > li').length"
COUNTED = "document.querySelector('#index-count').innerText"


def comes_true(page: Any, script: str, wanted: object) -> None:
    """Wait until `script` gives `wanted`: what a click leads to is drawn a moment later."""
    page.wait_for_function(f"wanted => ({script}) === wanted", arg=wanted, timeout=10_000)


@needs_browser
class TestReport:
    def test_index_searches_and_opens(self, show: Any, visit: tuple[FactSheet, str], storm: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit), to_piece(*storm), *[to_piece(*visit)] * 60])
        assert page.locator("#index-list > li").count() == 50
        page.locator("#next").click()
        comes_true(page, LISTED, 12)
        page.locator("#index-search").fill("rasoanaivo")
        comes_true(page, COUNTED, "1 of 62 articles")
        page.locator("#index-kind").select_option("figures")
        comes_true(page, COUNTED, "0 of 62 articles")
        page.locator("#index-kind").select_option("people")
        page.locator("#index-list .title").click()
        comes_true(page, "document.querySelector('article').innerText.includes('Voahangy Rasoanaivo')", wanted=True)
        page.locator("#back").click()
        comes_true(page, LISTED, 1)

    @pytest.mark.parametrize(
        ("words", "kind", "articles", "hit", "mark"),
        [
            ("machava", "people", 2, "Ernesto Machava", "Ernesto Machava"),
            ("MAPUTO", "places", 2, "Maputo", "Maputo"),
            ("prime minister", "offices", 2, "Prime Minister of Vietnam", "Prime Minister"),
            ("9.4%", "figures", 2, "demand for electricity ▲ 9.4% · 2025 · says Pham Thu Trang", "9.4 percent"),
            ("antananarivo", "", 1, "Antananarivo", "Antananarivo"),
            ("May 2026", "people", 0, None, None),
        ],
    )
    def test_hits_lead_to_their_mark(
        self,
        show: Any,
        visit: tuple[FactSheet, str],
        storm: tuple[FactSheet, str],
        words: str,
        kind: str,
        articles: int,
        hit: str,
        mark: str,
    ) -> None:
        page = show([to_piece(*visit), to_piece(*storm), to_piece(*visit)])
        page.locator("#index-search").fill(words)
        page.locator("#index-kind").select_option(kind)
        comes_true(page, LISTED, articles)
        if articles:
            page.locator("#index-list > li").last.get_by_role("link", name=hit, exact=True).click()
            comes_true(page, "document.activeElement.textContent", mark)
            comes_true(page, "document.querySelectorAll('#sheet .fact.chosen').length", 1)

    def test_keyboard_alone(self, show: Any, visit: tuple[FactSheet, str], storm: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit), to_piece(*storm)])
        press = page.keyboard.press
        focused = "document.activeElement.id || document.activeElement.textContent"

        def tab_to(wanted: str) -> None:
            for _ in range(300):
                press("Tab")
                if page.evaluate(focused) == wanted:
                    return
            raise AssertionError(wanted)

        press("Tab")
        assert page.evaluate(focused) == "Skip to the articles"
        tab_to("index-search")
        page.keyboard.type("vientiane")
        comes_true(page, COUNTED, "0 of 2 articles")
        press("Control+A")
        page.keyboard.type("antananarivo")
        comes_true(page, COUNTED, "1 of 2 articles")
        tab_to("index-kind")
        page.keyboard.type("places")
        title = page.locator("#index-list .title").inner_text()
        tab_to(title)
        press("Enter")
        comes_true(page, "document.activeElement === document.querySelector('article h1')", wanted=True)
        press("Shift+Tab")
        assert page.evaluate(focused) == "theme"
        tab_to("search")
        page.keyboard.type("antananarivo")
        assert set(page.locator("#sheet section").all_inner_texts()[0].split("\n")) >= {"Places 1"}
        page.locator(".skip").focus()
        press("Enter")
        comes_true(page, focused, "main")
        assert page.locator("article").is_visible()
        page.locator("#theme").focus()
        for _ in range(5):
            press("Shift+Tab")
        assert page.evaluate(focused) == "back"
        press("Enter")
        comes_true(page, focused, title)
        assert page.locator("#index-search").input_value() == "antananarivo"

    def test_filter_stays_from_article_to_article(self, show: Any, visit: tuple[FactSheet, str], storm: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit), to_piece(*storm)])
        page.locator("#index-list .title").first.click()
        page.locator("#filters [data-kind=places]").click()
        page.go_back()
        page.locator("#index-list .title").last.click()
        comes_true(page, "document.querySelectorAll('#sheet section.places').length", 0)
        page.go_back()
        page.locator("#index-list a.places").first.click()
        comes_true(page, "document.querySelectorAll('#sheet section.places').length", 1)

    def test_narrow_and_printed_index(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)] * 3)
        page.set_viewport_size({"width": 360, "height": 740})
        page.locator("#index-search").fill("e")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.evaluate(CUT_OFF) == []
        page.emulate_media(media="print")
        assert not page.locator("#index .find").is_visible()
        assert page.locator("#index-list .title").first.is_visible()

    def test_people_places_and_figures_of_all_articles(self, show: Any) -> None:
        """A tab each: sorted by any column, searched, with links to the marks; the way back leads to the tab."""
        page = show([to_piece(sheet, sheet.sentences[0].text) for sheet in REPORTED])
        tab = page.locator("#tabs button")
        tab.get_by_text("People").click()
        cells = page.locator("#index-table tbody tr")
        comes_true(page, COUNTED, "2 of 2 people")
        assert cells.all_inner_texts() == ["Amina Odhiambo also Odhiambo\tPresident of Kenya\t2", "Ruth Wé\t\t1"]
        page.locator("#index-table [data-sort=articles]").click()
        assert cells.first.inner_text() == "Ruth Wé\t\t1"
        page.locator("#index-search").fill("ODHIAMBO")
        comes_true(page, COUNTED, "1 of 2 people")
        cells.get_by_role("button").click()
        assert cells.locator("li").all_inner_texts() == ["a.txt 14 April 2026", "b.txt 2 May 2026"]
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})")
        assert [(item["id"], [node["html"][:200] for node in item["nodes"][:3]]) for item in found["violations"]] == []
        cells.locator("a").last.click()
        comes_true(page, "document.activeElement.textContent", "Odhiambo")
        page.locator("#back").click()
        comes_true(page, COUNTED, "1 of 2 people")
        page.locator("#index-search").fill("")

        tab.get_by_text("Places").click()
        comes_true(page, COUNTED, "1 of 1 places")
        assert cells.all_inner_texts() == ["Mombasa\tcity · Kenya\t2"]
        tab.get_by_text("Figures").click()
        comes_true(page, COUNTED, "3 of 3 figures")
        page.locator("#index-table [data-sort=value]").click()
        page.locator("#index-table [data-sort=value]").click()
        assert [row.split("\t")[:2] for row in cells.all_inner_texts()] == [
            ["tea", "5%"],
            ["people killed", "1,500"],
            ["people killed", "12"],
        ]
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate(CUT_OFF) == []
        tab.get_by_text("Articles").click()
        comes_true(page, COUNTED, "3 of 3 articles")

    def test_many_articles_open_at_once(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)] * 400)
        assert page.locator("#index-count").inner_text() == "400 of 400 articles"
        assert page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") < 3000
