"""The paragraphs of an article in the tree that trafilatura makes of a page, and which of them are the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import dropwhile, groupby, islice
from typing import TYPE_CHECKING

from .furniture import STUB, asks_to_subscribe, is_about_author, speaks_of_the_page
from .headlines import letters
from .issue_day import is_day
from .linked_data import Told

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_ENDS = re.compile(r"[.!?…:][\"'”’)»\]]*$")
_WRITTEN = ("p", "li", "h1", "h2", "h3", "h4", "blockquote", "dd", "figcaption")
_GLUED = 0.7  # of a text's letters that the blocks of a page have, where it is made of them
_LINKED = 0.9  # of a paragraph's letters: such a one leads to another story
_LIST = 3  # links that follow each other as paragraphs lead to other stories
_LONG = 40  # characters of a paragraph that nobody writes twice
_QUOTED = 60  # characters of a pulled quote
_PULLED, _LONGEST_PULLED = 400, 100_000  # paragraphs and letters of a page in which such quotes are looked for
_SPEAKER = re.compile(r"[-–—] ?[A-Z][\w.’' -]{2,60}")
_TOP = 8  # paragraphs above which the headline stands again
_TAIL = 6  # paragraphs at the end among which the author is told of
_AGREE = 0.7  # of a text's letters that are in JSON-LD's text, where both are one article
_STORIES, _TEASED = 8, 1 / 3  # links that are lines of their own, and their share of the text, on a front page
_LINKS, _LONGEST_LIST = 1_000, 50_000  # links looked at, letters of a page's text in which they are looked for
_LEAST = 500  # letters of a JSON-LD text that says which paragraphs are the article


@dataclass
class Paragraph:
    """A paragraph: its tag in trafilatura's words (p, head, item, row, code), its text, and how many of its characters are a link."""

    tag: str
    pieces: list[str] = field(default_factory=list)
    linked: int = 0

    @cached_property  # it is asked for once all pieces are there
    def text(self) -> str:
        """The text with single spaces; the cells of a row have bars between them."""
        return " ".join("".join(self.pieces).split()).strip("| ")

    @cached_property
    def is_link(self) -> bool:
        """Whether the paragraph is a link and no sentence."""
        return self.linked >= _LINKED * max(1, len(letters(self.text))) and not _ENDS.search(self.text)


_BLOCKS = frozenset(("p", "head", "item", "list", "quote", "row", "table", "code", "div", "lb", "body"))


def paragraphs_of(body: _Element) -> list[Paragraph]:
    """Return the paragraphs, list items and rows within trafilatura's body, in their order."""
    from lxml import etree

    found, links, kinds = [Paragraph("p")], 0, ["p"]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag, begins = element.tag, event == "start"
        if not isinstance(tag, str):
            continue
        if tag in _BLOCKS:
            if begins:
                kinds.append(tag if tag in ("head", "item", "row", "code") else kinds[-1])
            else:
                kinds.pop()
            if "row" not in kinds or tag == "row":
                found.append(Paragraph(kinds[-1]))
        elif tag == "cell" and begins:
            found[-1].pieces.append(" | ")
        elif tag == "ref":
            links += 1 if begins else -1
        said = (element.text if begins else element.tail if element is not body else None) or ""
        found[-1].pieces.append(said)
        found[-1].linked += len(letters(said)) if links else 0
    return [paragraph for paragraph in found if letters(paragraph.text)]


def unglued(paragraphs: list[Paragraph], tree: HtmlElement) -> list[Paragraph]:
    """Return the paragraphs of a page's blocks where `paragraphs` is a single one that trafilatura made of several of them.

    It does so with a short page, and takes the headline in, too.
    """
    if len(paragraphs) != 1:
        return paragraphs
    from .furniture import is_beside

    glued = letters(paragraphs[0].text)
    blocks = [block for block in tree.iter(*_WRITTEN) if not is_beside(block) and next(block.iterdescendants(*_WRITTEN), None) is None]
    texts = [text for block in blocks if (text := " ".join("".join(block.itertext()).split())) and letters(text) in glued]
    whole = sum(len(letters(text)) for text in texts) >= _GLUED * len(glued)
    return [Paragraph("p", [text]) for text in texts] if len(texts) > 1 and whole else paragraphs


def without_offer(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], bool]:
    """Return the paragraphs before one that offers the rest of the article to subscribers, and whether there is one.

    All of them if much stands above it, or most of them below: the page asks its readers, and shows the article nevertheless.
    """
    asking = next((place for place, paragraph in enumerate(paragraphs) if asks_to_subscribe(paragraph.text)), None)
    if asking is None:
        return paragraphs, False
    before, behind = (sum(len(paragraph.text) for paragraph in part) for part in (paragraphs[:asking], paragraphs[asking:]))
    return (paragraphs[:asking] if behind < before <= STUB else paragraphs), True


def article_of(paragraphs: list[Paragraph], headlines: list[str], told: Told, outside: frozenset[str] = frozenset()) -> list[Paragraph]:
    """Return the paragraphs that are the article: no headline, no link to another story, no word about the page or its author.

    Args:
        paragraphs: of the page.
        headlines: the forms of its headline.
        told: its JSON-LD.
        outside: the letters of the site's and the section's names, as `outside_names` gives them.
    """
    titles = set(map(letters, headlines))
    paragraphs = list(dropwhile(lambda one: letters(one.text) in titles | outside or is_day(one.text), paragraphs))
    kept = [
        paragraph
        for place, paragraph in enumerate(paragraphs)
        if not (letters(paragraph.text) in titles and (place < _TOP or paragraph.tag == "head")) and not speaks_of_the_page(paragraph.text)
    ]
    kept = _without_author(_without_lists_of_links(list(_once(_in_json(kept, told)))), told)
    while kept and (kept[-1].tag == "head" or kept[-1].is_link):  # "Related stories", above links that are gone
        kept.pop()
    return kept


def _without_lists_of_links(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs without those that are links, where several follow each other; a single one may be what a sentence names."""
    kept: list[Paragraph] = []
    for is_link, run in groupby(paragraphs, key=lambda paragraph: paragraph.is_link):
        run_of = list(run)
        if not is_link or len(run_of) < _LIST:
            kept += run_of
    return kept


def leads_elsewhere(text: str, tree: HtmlElement) -> bool:
    """Say whether a text consists of the page's links, or of links and a line below each: a front page, or a list of stories."""
    said, lines = letters(text), frozenset(map(letters, text.split("\n\n")))
    links = {letters("".join(link.itertext())) for link in islice(tree.iter("a"), _LINKS)} if len(said) <= _LONGEST_LIST else set()
    of_lines = [link for link in links & lines if link]
    is_front = len(of_lines) >= _STORIES and sum(map(len, of_lines)) >= _TEASED * len(said)
    return is_front or (bool(links) and sum(len(link) for link in links if link in said) >= _LINKED * len(said))


def _once(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs without those that stand there already: the text under a picture again, pulled quotes with their speaker."""
    whole = "|".join(dict.fromkeys(letters(paragraph.text) for paragraph in paragraphs)) if len(paragraphs) <= _PULLED else ""
    whole = whole if len(whole) <= _LONGEST_PULLED else ""
    seen: set[str] = set()
    is_pulled = False
    for paragraph in paragraphs:
        text = paragraph.text
        if is_pulled and _SPEAKER.fullmatch(text):
            continue
        is_pulled = len(text) >= _QUOTED and whole.count(letters(text)) > 1  # within a longer one
        if not is_pulled and (len(text) < _LONG or text not in seen):
            yield paragraph
        seen.add(text)


def _without_author(paragraphs: list[Paragraph], told: Told) -> list[Paragraph]:
    """Return the paragraphs without those at the end that begin with an author's name, and without a last one about its author."""
    names = tuple(name for name in told.authors if " " in name)
    story = max(len(paragraphs) - _TAIL, len(paragraphs) // 2)
    kept = paragraphs[:story] + [paragraph for paragraph in paragraphs[story:] if not (names and paragraph.text.startswith(names))]
    for _ in range(_TAIL):
        if len(kept) > 1 and is_about_author(kept[-1].text, _prose_of(kept[:-1])):
            kept.pop()
    return kept


def _prose_of(paragraphs: list[Paragraph]) -> str:
    """Return what paragraphs say that are sentences: no byline."""
    return "\n".join(paragraph.text for paragraph in paragraphs if _ENDS.search(paragraph.text))


def _in_json(paragraphs: list[Paragraph], told: Told) -> list[Paragraph]:
    """Return the paragraphs that JSON-LD has too, and those above, where its text and the page's are one; else all of them."""
    body = letters(told.body)
    inside = [letters(paragraph.text) in body for paragraph in paragraphs]
    sizes = [len(paragraph.text) for paragraph in paragraphs]
    agreed = sum(size for size, there in zip(sizes, inside, strict=True) if there)
    if len(body) < _LEAST or agreed < _AGREE * sum(sizes):
        return paragraphs
    first = inside.index(True)
    return paragraphs[:first] + [paragraph for paragraph, there in zip(paragraphs, inside, strict=True) if there]
