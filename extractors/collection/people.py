"""People of many articles: one by the full name, with an office, a country or the company of names that two articles share.

A surname alone joins nobody. With an office it does where the collection has one holder of that office and surname.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..people.words import core, people_words, words_of_name
from .members import Member, Sets, members_of, unite_by_keys

_STRONG = ("office:", "person:")  # one of these that two articles share is enough; of the others two


def is_full(name: str) -> bool:
    """Say whether a name is more than a surname or a given name."""
    return len(core(words_of_name(name))) > 1


def block_of_person(name: str) -> str:
    """Return the surname that all names of a person share, folded: the first word of a Chinese, Korean or Vietnamese name."""
    words = words_of_name(name)
    own = core(words) or words
    first = len(own) in (2, 3) and own[0] in people_words("family_first")
    return f"person:{own[0] if first else own[-1]}" if own else "person:"


def united_people(members: Sequence[Member]) -> list[list[Member]]:
    """Return the people of one block, each with the articles that name them."""
    sets = Sets(len(members))
    words = [tuple(words_of_name(member.name.name)) for member in members]
    full = [is_full(member.name.name) for member in members]
    unite_by_keys(sets, (_keys(words[n], member) if full[n] else () for n, member in enumerate(members)))
    for one, other in [*_longer_names(members, words, full, sets)]:
        sets.unite(one, other)
    for one, other in [*_surnames(members, words, full, sets)]:
        sets.unite(one, other)
    return members_of(sets, members)


def _keys(words: tuple[str, ...], member: Member) -> Iterator[tuple[str, ...]]:
    """Yield what makes two full names one person's, where both have it: the name with a strong piece of evidence, or with two others.

    `Yoon Suk-yeol` and `Yoon Sukyeol` are one name.
    """
    name = "".join(words)
    weak = sorted(piece for piece in member.name.evidence if not piece.startswith(_STRONG))
    yield from ((name, piece) for piece in member.name.evidence if piece.startswith(_STRONG))
    yield from ((name, *pair) for pair in combinations(weak, 2))


def _offices(member: Member) -> Iterator[str]:
    return (piece for piece in member.name.evidence if piece.startswith("office:"))


def _longer_names(
    members: Sequence[Member], words: Sequence[tuple[str, ...]], full: Sequence[bool], sets: Sets
) -> Iterator[tuple[int, int]]:
    """Yield pairs of a shorter and a longer name of one holder of an office: `Joe Biden`, `Joe R. Biden`.

    Where the shorter one fits several people of that office it stays alone.
    """
    holders: dict[str, dict[tuple[int, tuple[str, ...]], int]] = defaultdict(dict)  # one member for each person and form of the name
    for number, member in enumerate(members):
        for office in _offices(member) if full[number] else ():
            holders[office].setdefault((sets.of(number), words[number]), number)
    for forms in holders.values():
        for (person, short), number in forms.items():
            longer = {other: at for (other, long), at in forms.items() if other != person and _is_short_for(short, long)}
            if len(longer) == 1:
                yield number, next(iter(longer.values()))


def _is_short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether a name is another without some of its middle words (`Joe Biden`), or its last words (`Lopez Obrador`)."""
    if len(short) >= len(long) or _suffixes(short) != _suffixes(long) or short[-1] != long[-1]:
        return False
    if long[-len(short) :] == short:
        return True
    middle = iter(long[1:])
    return short[0] == long[0] and all(any(_same_word(word, other) for other in middle) for word in short[1:])


def _same_word(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))


def _suffixes(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word in people_words("suffixes")]


def _surnames(members: Sequence[Member], words: Sequence[tuple[str, ...]], full: Sequence[bool], sets: Sets) -> Iterator[tuple[int, int]]:
    """Yield pairs of a surname and a full name whose holders have one office; of two such people the surname is nobody's."""
    holders: dict[str, dict[int, int]] = defaultdict(dict)
    for number, member in enumerate(members):
        for office in _offices(member) if full[number] else ():
            holders[office].setdefault(sets.of(number), number)
    for number, member in enumerate(members):
        if not full[number]:
            found = {person: at for office in _offices(member) for person, at in holders[office].items()} if holders else {}
            if len(found) == 1:
                yield number, next(iter(found.values()))
