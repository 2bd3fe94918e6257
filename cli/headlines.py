"""The headline of a web page, without the names of its site and section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .knowledge import knowledge
from .linked_data import Told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BREAK = re.compile(r"\s{0,9}[|•·»]\s{0,9}|\s{1,9}(?:[-–—~]|::|:)\s{1,9}|:\s{1,9}")
_HOME = re.compile(r"/|https?://[^/]{1,100}/?")
_LINKS = 20  # links to the first page that are looked at
_LONGEST_SITE = 4  # words of what stands behind the last bar, where nothing else tells the site's name


def letters(text: str | None) -> str:
    """Return what a text has of letters and digits, in lower case: equal for two headlines that differ in quotes, dashes or spaces."""
    return "".join(filter(str.isalnum, (text or "").casefold()))


def meta(tree: HtmlElement, *names: str) -> list[str]:
    """Return the contents of the page's `<meta>` of these names, in the order of the names."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := " ".join((element.get("content") or "").split()):
            found.setdefault(name.lower(), []).append(content)
    return [content for name in names for content in found.get(name.lower(), ())]


def find_headlines(tree: HtmlElement, told: Told) -> list[str]:
    """Return the headline as its readers see it, then other forms of it (`<title>`, JSON-LD); nothing where the page has none.

    An `<h1>` is the headline where a form for machines agrees with it: theirs may be cut short or made for search engines.
    """
    outside = outside_names(tree, told)
    titles = [" ".join(" ".join(title.itertext()).split()) for title in tree.iter("title")]
    written = [told.headline, *meta(tree, *knowledge()["meta"]["titles"]), *titles[:1]]
    forms = [form for one in written if one and letters(form := without_site(one, outside)) not in {"", *outside}]
    shown = [" ".join("".join(h1.itertext()).split()) for h1 in tree.iter("h1")]
    shown = [h1 for h1 in shown if letters(h1) not in {"", *outside}]
    agreeing = [h1 for h1 in shown if any(_agree(h1, form) for form in forms)]
    return list(dict.fromkeys([*agreeing[:1], *forms, *(shown if not forms and len(shown) == 1 else [])]))


def outside_names(tree: HtmlElement, told: Told) -> frozenset[str]:
    """Return the letters of the names of the site and the section, as `letters` gives them: what a title may have behind the headline."""
    names = [*meta(tree, *knowledge()["meta"]["sites"]), told.publisher, *told.authors]
    names += _home_names(tree)
    names += [host for address in addresses(tree) if (host := re.sub(r"^(?:https?:)?//(?:www\.)?([^/]*).*", r"\1", address))]
    short = [name.rsplit(".", 1)[0] for name in names if name and "." in name]
    return frozenset(map(letters, [*filter(None, names), *short])) - {""}


def _home_names(tree: HtmlElement) -> list[str]:
    """Return what the links to the site's first page say, in words or as a picture: mostly its name."""
    links = [link for link in tree.iter("a") if _HOME.fullmatch(link.get("href") or "")]
    words = [" ".join("".join(link.itertext()).split()) for link in links[:_LINKS]]
    words += [picture.get("alt") or "" for link in links[:_LINKS] for picture in link.iter("img", "amp-img")]
    return [name for name in words if name.casefold() != "home"]


def addresses(tree: HtmlElement) -> list[str]:
    """Return the addresses under which the page says that it stands."""
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return [address for address in (*links, *meta(tree, "og:url", "twitter:url")) if "/" in address]


def without_site(title: str, outside: frozenset[str]) -> str:
    """Return `title` without the parts before its first and behind its last dash or bar that are names of the site or the section."""
    while breaks := list(_BREAK.finditer(title)):
        first, last = breaks[0], breaks[-1]
        if letters(title[last.end() :]) in outside or _is_site(title, last):
            title = title[: last.start()]
        elif letters(title[: first.start()]) in outside:
            title = title[first.end() :]
        elif ":" not in last[0] and _is_paper(title[last.end() :]):
            title = title[: last.start()]
        else:
            break
    return title.strip()


def _is_site(title: str, last: re.Match[str]) -> bool:
    """Say whether what stands behind a last bar is short and what stands before it is a headline's length."""
    return "|" in last[0] and len(title[last.end() :].split()) <= _LONGEST_SITE < len(title[: last.start()].split())


def _is_paper(name: str) -> bool:
    """Say whether a part of a title is named as papers and broadcasters are: `The Horn Times`."""
    words = name.split()
    return 1 < len(words) <= _LONGEST_SITE and all(word[0].isupper() for word in words) and words[-1] in knowledge()["papers"]["last_words"]


def _agree(one: str, other: str) -> bool:
    """Say whether two forms are one headline: one within the other, or half of the words of both the same."""
    if letters(one) in letters(other) or letters(other) in letters(one):
        return True
    words, others = ({word.casefold() for word in re.findall(r"\w+", form)} for form in (one, other))
    return 2 * len(words & others) >= len(words | others)
