"""Bodies of many articles: one name is one body, but for names that every country has one of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..knowledge import load, split_list
from ..names.words import body_words, is_acronym, is_known_body
from ..people.words import words_of_name
from .members import Member, united

_FILE = "collection/collection.toml"


def body_words_of(name: str) -> list[str]:
    """Return the words of a body's name in the form in which names are compared: an abbreviation known to all written out."""
    known = load("organizations/organizations.toml")["acronyms"]
    short = name.replace(".", "").casefold()
    words = words_of_name(known[short] if is_acronym(name) and short in known else name)
    spellings = load(_FILE)["spellings"]
    return [spellings.get(word, word) for word in (words[1:] if words[:1] == ["the"] and len(words) > 1 else words)]


def united_bodies(members: Sequence[Member]) -> list[list[Member]]:
    """Return the bodies of one block, each with the articles that name it."""
    if all(_is_one_of_its_name(member.name.name) for member in members):
        return [list(members)]
    return united(members, [[f"country:{member.name.country}"] if member.name.country else [] for member in members])


def _is_one_of_its_name(name: str) -> bool:
    """Say whether the world has one body of that name: `Kenya Power`, `FIFA`; not `Supreme Court`, `PCC`, `Melbourne`."""
    plain = name.removeprefix("the ").removeprefix("The ")
    short = plain.replace(".", "")
    if is_known_body(plain) or plain in body_words("agencies") or short.casefold() in load("organizations/organizations.toml")["acronyms"]:
        return True
    words = body_words_of(plain)
    return len(words) > 1 and not is_acronym(short) and not all(word in _general() or word.isdecimal() for word in words)


@cache
def _general() -> frozenset[str]:
    """Return the words, folded, that tell no body from another one of its kind."""
    spellings = load(_FILE)["spellings"]
    lists = [body_words(name) for name in ("heads", "first_heads", "ministries", "portfolios", "legal_forms")]
    own = (split_list(words) for words in load(_FILE)["general"].values())
    entries = [entry for words in (*lists, *own) for entry in words]
    words = {word for entry in entries for word in words_of_name(entry)}
    return frozenset(words | {spellings.get(word, word) for word in words})
