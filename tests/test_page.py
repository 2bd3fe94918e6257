"""The page, in a real browser: Debian's Chromium, headless."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts import Article, FactSheet
from newsfacts.cli.formats import to_csv
from newsfacts.cli.page import to_piece, write_page
from newsfacts.cli.page.marking import BLOCK, marked
from newsfacts.sheet import sheet_from_doc

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: apt-get install chromium")
SAMPLES = Path(__file__).parent.parent / "samples"
HOSTILE = (
    "Mayor's </title> <script>alert(1)</script> \"onmouseover=alert(2) plan 😀😀\n\n"
    "LONDON, 4 May 2026 - Exports of <img src=x onerror=alert(3)> steel fell 21% in April to $3 billion, "
    "French President Anne </script><script>alert(4)</script> Durand said.\u2028She spoke in Paris on Monday 😀 & <b>left</b>."
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


@needs_browser
class TestArticle:
    def test_marks_are_the_mentions(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        assert sorted(page.locator("mark:not([data-continued])").all_text_contents()) == mentions(visit[0])
        assert page.locator("article h1").inner_text() == visit[0].source.title
        styles = page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('article mark')].map(m => [m.className, (s => "
            "s.textDecorationStyle + s.textDecorationThickness + ' ' + s.textDecorationColor)(getComputedStyle(m))]))"
        )
        assert len({style.split(" ", 1)[0] for style in styles.values()}) == len({*styles.values()}) == len(styles) == 6

    def test_hover_tells_the_fact(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        page.locator("mark.people", has_text="Ernesto Machava").first.hover()
        assert page.locator("#card").inner_text() == "Ernesto Machava · President of Mozambique · 3 mentions"
        page.locator("mark.figures", has_text="9.4 percent").hover()
        assert "▲ 9.4%" in page.locator("#card").inner_text()
        page.locator("#search").hover()
        assert page.locator("#card").is_hidden()

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
        ids = "[...document.querySelectorAll('#sheet tbody tr')].map(r => r.querySelector('.fact').dataset.fact)"
        facts = json.loads(to_piece(*visit))["facts"]
        for by, key in (("value", "number"), ("kind", "type"), ("when", "day")):
            for order, down in (("ascending", False), ("descending", True)):
                page.locator(f"[data-sort={by}]").click()
                assert page.locator(f"th[aria-sort={order}]").inner_text().lower().startswith(by)
                values = [facts[int(at)][key] for at in page.evaluate(ids)]
                known = [value for value in values if value not in (None, "")]
                assert len(known) > 3
                assert values[: len(known)] == known == sorted(known, reverse=down)

    def test_keyboard_reaches_all(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        able = page.locator("button:visible, input:visible, a, mark:not([data-continued])").count()
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
        x, y = page.locator(".map circle:has(title:text-is('Hanoi'))").first.evaluate("c => [+c.getAttribute('cx'), +c.getAttribute('cy')]")
        assert (round(x), round(y)) == (round((105.84 + 180) / 0.36), round((84 - 21.02) / 0.36))
        days = page.locator("ol.line b").all_inner_texts()
        assert days.index("2012") < days.index("14 May 2026") < days.index("January 2028")

    def test_data_of_what_is_shown(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)])
        with page.expect_download() as download:
            page.locator("#save-csv").click()
        saved = Path(download.value.path()).read_text(encoding="utf-8")
        assert saved == to_csv(*visit, header=True)
        page.locator("#search").fill("machava")
        with page.expect_download() as download:
            page.locator("#save-json").click()
        people = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["people"]
        assert [person["name"] for person in people] == ["Ernesto Machava"]

    def test_hostile_article_is_text(self, show: Any, nlp: Language) -> None:
        sheet = read(nlp, HOSTILE, "</script><b>.txt", HOSTILE.partition("\n")[0])
        page = show([to_piece(sheet, HOSTILE)])
        assert page.title().startswith("Mayor's </title> <script>alert(1)</script> \"onmouseover=")
        shown = page.evaluate("document.querySelector('article').textContent")
        assert all(line.strip() in shown for line in HOSTILE.split("\n"))
        assert page.locator("article img, article b, article script").count() == 0
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


@needs_browser
class TestReport:
    def test_index_searches_and_opens(self, show: Any, visit: tuple[FactSheet, str], nlp: Language) -> None:
        storm = (SAMPLES / "storm.txt").read_text(encoding="utf-8")
        page = show([to_piece(*visit), to_piece(read(nlp, storm, "storm.txt"), storm), *[to_piece(*visit)] * 60])
        assert page.locator("#index-list li").count() == 50
        page.locator("#next").click()
        assert page.locator("#index-list li").count() == 12
        page.locator("#index-search").fill("rasoanaivo")
        assert page.locator("#index-count").inner_text() == "1 of 62 articles"
        page.locator("#index-kind").select_option("figures")
        assert page.locator("#index-count").inner_text() == "0 of 62 articles"
        page.locator("#index-kind").select_option("people")
        page.locator("#index-list a").click()
        assert "Voahangy Rasoanaivo" in page.locator("article").inner_text()
        page.locator("#back").click()
        assert page.locator("#index-list li").count() == 1

    def test_many_articles_open_at_once(self, show: Any, visit: tuple[FactSheet, str]) -> None:
        page = show([to_piece(*visit)] * 400)
        assert page.locator("#index-count").inner_text() == "400 of 400 articles"
        assert page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") < 3000
