"""Opens a report of many articles in headless Chromium: `python -m benchmarks.page [--articles 2000]`. Says its size and the seconds."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from newsfacts import Article, load_pipeline
from newsfacts.cli.page import to_piece, write_page
from newsfacts.sheet import sheet_from_doc

SAMPLES = Path(__file__).parent.parent / "samples"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    nlp = load_pipeline()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    pieces = [to_piece(sheet_from_doc(Article(text, name="sample.txt"), nlp(text)), text) for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        start = time.perf_counter()
        with page.open("w", encoding="utf-8") as stream:
            stream.writelines(write_page(pieces[at % len(pieces)] for at in range(options.articles)))
        print(f"{options.articles} articles, {page.stat().st_size / 1e6:.1f} MB, written in {time.perf_counter() - start:.1f} s")
        open_and_search(page, options.runs)


def open_and_search(page: Path, runs: int) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        for _ in range(runs):
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            view = browser.new_page()
            start = time.perf_counter()
            view.goto(page.as_uri())
            view.locator("#index-list li").first.wait_for()
            opened = time.perf_counter()
            view.locator("#index-search").fill("antananarivo")
            searched = time.perf_counter()
            view.locator("#index-list a").first.click()
            view.locator("article mark").first.wait_for()
            print(f"open {opened - start:.2f} s, search {searched - opened:.2f} s, one article {time.perf_counter() - searched:.2f} s")
            browser.close()


if __name__ == "__main__":
    main()
