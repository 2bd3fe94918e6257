"""The standfirst of a web page: what stands between the headline and the text. trafilatura mostly leaves it out."""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from .furniture import is_beside, is_standfirst, speaks_of_the_page
from .headlines import letters, meta

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST, _LONGEST = 30, 500  # characters
_TAGS = frozenset(("p", "h2", "h3", "h4", "div", "span", "section", "em", "strong"))
# What has one of these in it is more than a paragraph.
_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "ul", "ol", "div", "section", "time"))
_FEW = 5  # elements within one that is a single paragraph


def find_standfirst(tree: HtmlElement, headlines: list[str], first: str) -> str | None:
    """Return the paragraph between the headline's `<h1>` and the text's `first` paragraph that is named or described as the standfirst.

    None where the page has none, or the text begins with it.
    """
    titles, begins = set(map(letters, headlines)), letters(first)
    described = set(map(letters, meta(tree, "og:description", "description", "twitter:description")))
    behind = dropwhile(lambda element: element.tag != "h1" or letters("".join(element.itertext())) not in titles, tree.iter())
    for element in behind:
        if element.tag not in _TAGS or len(element) > _FEW or any(child.tag in _BLOCKS for child in element):
            continue
        text = " ".join("".join(element.itertext()).split())
        said = letters(text)
        if begins and said.startswith(begins):
            return None
        if not _SHORTEST <= len(text) <= _LONGEST or said in titles or speaks_of_the_page(text):
            continue
        if (said in described or is_standfirst(element) or is_standfirst(element.getparent())) and not is_beside(element):
            return text
    return None
