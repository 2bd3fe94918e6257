"""What the writing alone settles of titles, over the network's stretches: constraints of decoding.

A title holds no name and no other title. `Ambassador of Iraq` is an ambassador, of Iraq; `Commander Major General` and `Minister of Energy
and Deputy Speaker` are two titles each; `KMT caucus` before `whip` is a part of it; `Sultan` in the name of `Sultan A. Haddad` is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..places.countries import code_of_country
from .lexicon import heads, honorifics, kind_of, plain_words, words_of

Stretch = tuple[int, int]  # words, end exclusive


@dataclass(frozen=True)
class TitleSpan:
    """The words of a title of office, the probability that they are one, and the words of the name that the title stood with, if any."""

    words: Stretch
    chance: float
    of: Stretch | None = None


@dataclass(frozen=True)
class Names:
    """The names of an article.

    Attributes:
        stretches: the words of each in the order of the text, with its label.
        texts: their texts, by which a name is known that stands in a title.
        people: the words of each mention of a person.
    """

    stretches: Sequence[tuple[int, int, str]]
    texts: frozenset[str]
    people: Sequence[Stretch] = field(default=())

    def touching(self, words: Stretch) -> tuple[int, int, str] | None:
        """Return the first name that shares words with `words`."""
        at = max(0, bisect_left(self.stretches, (words[0], 0, "")) - 1)
        return next((n for n in self.stretches[at : at + 3] if n[0] < words[1] and words[0] < n[1]), None)

    def is_person(self, words: Stretch) -> bool:
        """Say whether all of `words` belong to the name of a person."""
        at = bisect_left(self.people, (words[0] + 1, 0)) - 1
        return at >= 0 and words[1] <= self.people[at][1]


def constrained(titles: Sequence[TitleSpan], texts: Sequence[str], names: Names) -> list[TitleSpan]:
    """Return the titles joined, parted and cut as the writing says.

    Args:
        titles: as the network reads them, in the order of the text.
        texts: the article's words.
        names: its names.
    """
    found = []
    for whole in _joined(titles, texts):
        for part in _parted(texts, whole.words):
            title = _without_name(replace(whole, words=part), texts, names)
            if not names.is_person(title.words) and not _is_name(title.words, texts, names):
                found.append(title)
    return found


def _is_name(words: Stretch, texts: Sequence[str], names: Names) -> bool:
    """Say whether a title names no office, and is a part of a name (`State` in `State Great Khural`) or a body (`Executive Committee`)."""
    name = names.touching(words)
    inside = name is not None and name[0] <= words[0] and words[1] <= name[1]
    plain = plain_words(*texts[slice(*words)])
    body = plain[-1] in words_of("title", "public_bodies") | words_of("title", "other_bodies") if plain else True
    return (inside or body) and kind_of(plain) == "other"


def _joined(titles: Sequence[TitleSpan], texts: Sequence[str]) -> list[TitleSpan]:
    """Return the titles, those that are parts of one as one: `Industry and` and `Trade Minister`, `caucus` and `whip`."""
    found: list[TitleSpan] = []
    for title in titles:
        last = found[-1] if found else None
        before = texts[slice(*last.words)] if last is not None and last.words[1] == title.words[0] else ()
        goes_on = before and (before[-1].casefold() in words_of("title", "joints") or kind_of(plain_words(*before)) == "other")
        if last is not None and goes_on:  # the one before ends in a linking word, or names no office yet
            found[-1] = TitleSpan((last.words[0], title.words[1]), max(last.chance, title.chance))
        else:
            found.append(title)
    return found


def _parted(texts: Sequence[str], words: Stretch) -> Iterator[Stretch]:
    """Yield the titles that a stretch holds: two with a head each, and `and` or nothing between an office and a rank."""
    start, end = words
    for at in range(start + 1, end):
        if texts[at].casefold() == "and" and _names_office(texts[start:at]) and _names_office(texts[at + 1 : end]):
            yield from ((start, at), *_parted(texts, (at + 1, end)))
            return
    size = _rank_at_end(texts[start:end])
    if size and _names_office(texts[start : end - size]):
        yield from ((start, end - size), (end - size, end))
    else:
        yield words


def _names_office(words: Sequence[str]) -> bool:
    """Say whether `words` are a title by themselves: `general` before `services` and `deputy` are none."""
    plain = plain_words(*words)
    found = [
        heads().get(tuple(plain[start:end])) for start in range(len(plain)) for end in range(start + 1, min(start + 3, len(plain)) + 1)
    ]
    return any(head is not None and head.kind != "rank" and head.key not in words_of("title", "modifiers") for head in found)


def _rank_at_end(words: Sequence[str]) -> int:
    """Return how many words of a military rank or a dignity a title ends with, if it doesn't belong to a longer head: `Major General`."""
    for size in range(min(3, len(words) - 1), 0, -1):
        if words[-size - 1].casefold() in words_of("title", "links"):
            return 0  # "Minister of Justice"
        plain = plain_words(*words[-size:])
        if tuple(plain) in heads():
            return size if " ".join(plain) in words_of("title", "before_names") else 0
    return 0


def _without_name(title: TitleSpan, texts: Sequence[str], names: Names) -> TitleSpan:
    """Return the title without the name behind it or before it, which is what it is of."""
    start, end = title.words
    for at in range(start + 1, end - 1):
        if texts[at].casefold() in words_of("title", "before_body") and (name := _name_at(at + 1, end, texts, names, title)):
            return replace(title, words=(start, at), of=name)
    front = _front(title.words, texts, names)
    if front is None:
        return title
    courtesy = texts[start].casefold() in honorifics()  # "HRH Crown Prince"
    around = names.touching((start, front))
    first = around[0] if around and around[1] == front else start  # the network's title began within the name: "First Nation Chief"
    return replace(title, words=(front, end), of=None if courtesy else (first, front))


def _front(words: Stretch, texts: Sequence[str], names: Names) -> int | None:
    """Return where the name ends that stands before the title itself: `General Intelligence Service` before `Director`."""
    start, end = words
    name = names.touching((start, start + 1))
    known = name[1] if name and name[1] < end and name[2] != "NORP" else None
    bodies = words_of("title", "public_bodies") | words_of("title", "other_bodies")
    ends = [at + 1 for at in range(start + 1, end - 1) if texts[at].casefold() in bodies and _is_capitalised(texts[start : at + 1])]
    for at in filter(None, (known, *ends)):
        behind = kind_of(plain_words(*texts[at:end]))
        if at < end and behind not in ("other", "minister") and not _parts_head(plain_words(*texts[start:at]), plain_words(*texts[at:end])):
            return at
    return None


def _parts_head(before: list[str], behind: list[str]) -> bool:
    """Say whether a head lies over the border of two stretches of words: `high commissioner` behind `United Nations High`."""
    words, border = before[-4:] + behind[:4], len(before[-4:])
    return any(tuple(words[start:end]) in heads() for start in range(border) for end in range(border + 1, len(words) + 1))


def _is_capitalised(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() or word.casefold() in words_of("title", "inside_bodies") for word in words)


def _name_at(start: int, end: int, texts: Sequence[str], names: Names, title: TitleSpan) -> Stretch | None:
    """Return the name that a title ends with behind a linking word; a minister's portfolio is one only where it is a country."""
    start += texts[start].casefold() == "the" and start + 1 < end
    text = " ".join(texts[start:end])
    minister = kind_of(plain_words(*texts[title.words[0] : start])) == "minister"
    if not code_of_country(text) and (minister or kind_of(plain_words(*texts[title.words[0] : start])) == "other"):
        return None
    if (name := names.touching((start, end))) is not None and name[0] == start and name[1] >= end:
        return name[:2]
    known = code_of_country(text) or text in names.texts or (text.isupper() and len(text) > 1 and start + 1 == end)
    return (start, end) if known else None
