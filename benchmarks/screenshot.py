"""Takes a picture of a page: `python -m benchmarks.screenshot ARTICLE IMAGE [--dark] [--width 1280] [--print] [--hover WORDS]`.

The README's: `python -m benchmarks.screenshot samples/state_visit.txt samples/page/state_visit.jpg --hover "9.4 percent"`.

Needs Chromium and playwright's Python package.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article")
    parser.add_argument("image", help="its ending says how: .png, or .jpg, which is smaller")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--print", action="store_true", dest="printed")
    parser.add_argument("--hover", default="", help="the words of the figure that is pointed at; its first one otherwise")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=820)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "facts.html")
        command = [sys.executable, "-m", "newsfacts", "extract", options.article, "--format", "html", "-o", str(page)]
        subprocess.run(command, check=True)
        take(page, options)


def take(page: Path, options: argparse.Namespace) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        view = browser.new_page(
            viewport={"width": options.width, "height": options.height}, color_scheme="dark" if options.dark else "light"
        )
        view.goto(page.as_uri())
        if options.printed:
            view.emulate_media(media="print")
        else:
            view.locator("mark.figures", has_text=options.hover).first.hover()
        jpeg = {"type": "jpeg", "quality": 58} if options.image.endswith((".jpg", ".jpeg")) else {}
        view.screenshot(path=options.image, full_page=options.printed, **jpeg)
        browser.close()


if __name__ == "__main__":
    main()
