"""The words of titles, from offices.toml, in the form in which they are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..knowledge import load, word_set

KNOWLEDGE = "offices/offices.toml"
KINDS = ("minister", "state", "body", "loose", "rank", "monarch")


@dataclass(frozen=True)
class Head:
    """The head of a title: its words in the singular, what kind of office it is, and whether it stood in the plural."""

    words: tuple[str, ...]
    kind: str
    plural: bool = False

    @property
    def key(self) -> str:
        """The head in lower case without hyphens: `secretary general`."""
        return " ".join(self.words)


@cache
def heads() -> dict[tuple[str, ...], Head]:
    """Return the heads by their words in lower case, singular and plural."""
    knowledge = load(KNOWLEDGE)
    found: dict[tuple[str, ...], Head] = {}
    kinds: dict[str, str] = {}
    for kind in KINDS:
        for name in knowledge["heads"][kind]:
            if name not in kinds:
                kinds[name] = kind
                found[tuple(name.split())] = Head(tuple(name.split()), kind)
    for name, kind in kinds.items():
        words = tuple(name.split())
        found.setdefault((*words[:-1], _plural(words[-1])), Head(words, kind, plural=True))
    for plural, name in knowledge["plurals"].items():
        found[tuple(plural.split())] = Head(tuple(name.split()), kinds[name], plural=True)
    return found


def words_of(table: str, name: str) -> frozenset[str]:
    """Return the list `name` in `table` of offices.toml as a set."""
    return word_set(KNOWLEDGE, table, name)


def plain_words(*words: str) -> list[str]:
    """Return words in the form in which heads are looked up."""
    return " ".join(words).casefold().replace("-", " ").replace("‑", " ").replace("’", "'").replace(".", "").split()


@cache
def first_words() -> frozenset[str]:
    """Return the words that a head may begin with."""
    return frozenset(words[0] for words in heads())


@cache
def honorifics() -> frozenset[str]:
    """Return the words of courtesy before names: `Mr`, `Dr`, `Sheikh`, `Prince`."""
    knowledge = load("people/people.toml")
    return frozenset([*knowledge["honorifics"], "prince", "princess", *(word for pair in knowledge["pairs"] for word in pair.split())])


def same_office(key: str) -> str:
    """Return the word that stands for all words of one position: `pm` and `premier` are `prime minister`."""
    return str(load(KNOWLEDGE)["same"].get(key, key))


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch")) else "s")


def kind_of(words: Sequence[str]) -> str:
    """Return of what kind the office with a title's words (in lower case) is: one of `KINDS`, `local` for those of a part of a country.

    `other` where no head is known: a minister, a king and a general are a state's, a director and a leader may be anybody's.
    """
    found: Head | None = None
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            head = heads().get(tuple(words[at : at + size]))
            if head is not None and (found is None or found.key in words_of("title", "modifiers")):
                found = head  # "deputy" is an office, but not in "deputy governor"
    return "other" if found is None else "local" if found.key in words_of("title", "local") else found.kind


def lacks_office(code: str, words: Sequence[str]) -> bool:
    """Say whether the country `code` is known to have no office of a title's words (in lower case): no president in a kingdom."""
    knowledge = load(KNOWLEDGE)
    for size in (3, 2, 1):
        key = " ".join(words[-size:])
        if key in knowledge["having"]:
            return code not in knowledge["having"][key]
        if key in knowledge["lacking"]:
            return code in knowledge["lacking"][key]
    return False


def singular(title: str) -> tuple[str, bool]:
    """Return a title in the singular, and whether it stood in the plural: `directors general` → (`director general`, True)."""
    words = title.split()
    for size in (3, 2, 1):
        for at in range(len(words) - size, -1, -1):
            head = heads().get(tuple(w.casefold() for w in words[at : at + size]))
            if head is not None and head.plural:
                one = [_like(word, single) for word, single in zip(words[at : at + size], head.words, strict=True)]
                return " ".join([*words[:at], *one, *words[at + size :]]), True
    return title, False


def _like(word: str, single: str) -> str:
    """Return `single` with the capitals of `word`."""
    if word.isupper() and len(word) > 2:
        return word.removesuffix("S").removesuffix("s") if word[-1] in "sS" else single.upper()
    return single.capitalize() if word[:1].isupper() else single
