"""The headline that stands on top of an article's text."""

from __future__ import annotations

from .article import Article

MAX_LENGTH = 160  # characters; a longer first line is a paragraph


def find_title(article: Article) -> str | None:
    """Return the title that the source gives, else the headline in the text's first line, else None.

    A headline is a short first line that doesn't end as a sentence does and has a paragraph that does under it.
    """
    if article.title:
        return article.title
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    if len(lines) < 2 or len(lines[0]) > MAX_LENGTH or _ends_a_sentence(lines[0]) or " " not in lines[0]:
        return None
    return lines[0] if any(_ends_a_sentence(line) and len(line) > len(lines[0]) for line in lines[1:]) else None


def _ends_a_sentence(line: str) -> bool:
    return line.rstrip("\"'”’)»").endswith((".", "!", ":", ";", ",", "…"))
