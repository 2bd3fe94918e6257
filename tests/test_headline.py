"""The headline in the text, and what is none."""

from __future__ import annotations

import pytest

from newsfacts import Article
from newsfacts.headline import find_title

BODY = "The ministry said on Monday that the port of Beira would reopen within two weeks."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Port of Beira to reopen\n\n{BODY}", "Port of Beira to reopen"),
        (f"\n  Port of Beira to reopen \r\n{BODY}\r\n", "Port of Beira to reopen"),
        (f"Will the port reopen?\n\n{BODY}", "Will the port reopen?"),
        (f"{BODY}\n\n{BODY}", None),
        (f"MAPUTO, March 3, 2025:\n{BODY}", None),
        (f"Beira\n\n{BODY}", None),  # one word is a place or a section
        ("Port of Beira to reopen", None),
        ("Port of Beira to reopen\n\nMonday, 3 March", None),
        ("", None),
    ],
)
def test_title_from_the_text(text: str, title: str | None) -> None:
    assert find_title(Article(text)) == title


def test_the_sources_title_stands() -> None:
    assert find_title(Article(f"Port of Beira to reopen\n\n{BODY}", title="Beira port")) == "Beira port"
