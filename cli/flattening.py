"""Web pages that would keep a parser busy for hours, made plain: what libraries do to thousands of tags in one place takes quadratic time.

It takes that time inside of libxml2, where neither Ctrl-C nor a timeout reaches it: 40,000 bold words in one paragraph of 5 MB cost five
minutes. No article has so many in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUSPECT = 10_000  # tags of a page, below which none of its places is looked at
_MANY = 1_000  # of them in one place
# Any number of these takes linear time, and they are what articles are made of.
_BLOCKS = frozenset(
    "article blockquote body br dd div dl dt head hr li link main meta ol p section table tbody td th tr ul".split()  # noqa: SIM905
)
_UNSEEN = frozenset(("iframe", "noscript", "script", "style", "svg", "template"))


def flattened(html: str) -> str:
    """Return the page with mere text in place of the tags within a text, wherever there are more than a thousand side by side."""
    if html.count("<") < _SUSPECT:
        return html
    from lxml import etree
    from trafilatura.utils import load_html

    tree = load_html(html)
    crowded = [] if tree is None else [element for element in tree.iter(etree.Element) if len(element) > _MANY]
    if tree is None or not crowded:
        return html
    for element in crowded:
        _flatten(element)
    return str(etree.tostring(tree, encoding="unicode", method="html"))


def _flatten(parent: HtmlElement) -> None:
    """Put what is said within the tags of a text, and the text behind each, into one string."""
    kept: list[HtmlElement] = []
    runs: list[list[str]] = [[parent.text or ""]]
    for child in parent:
        if child.tag in _BLOCKS:
            kept.append(child)
            runs.append([])
        else:
            runs[-1].append(_said(child))
        runs[-1].append(child.tail or "")
    for child in parent:
        child.tail = None
    parent[:] = kept
    for element, run in zip((parent, *kept), runs, strict=True):
        said = "".join(run)
        if element is parent:
            parent.text = said
        else:
            element.tail = said


def _said(element: HtmlElement) -> str:
    """Return the text in a tag; none of what no reader sees, a comment or a script."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return ""
    return "".join(text for text in element.itertext(with_tail=False) if isinstance(text, str))
