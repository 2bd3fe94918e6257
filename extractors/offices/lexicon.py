"""The words of titles, from offices.toml, in the form that the grammar looks them up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..knowledge import load

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


@cache
def longest() -> int:
    """Return the number of words in the longest head."""
    return max(map(len, heads()))


@cache
def rank_names() -> frozenset[str]:
    """Return the heads that may stand before a name without any body."""
    return frozenset(load(KNOWLEDGE)["heads"]["rank"])


@cache
def words_of(table: str, name: str) -> frozenset[str]:
    """Return the list `name` in `table` of offices.toml as a set."""
    return frozenset(load(KNOWLEDGE)[table][name])


@cache
def verb_forms(name: str) -> frozenset[str]:
    """Return the forms of the verbs in the list `name` of [links]; irregular ones stand in the list themselves."""
    forms: set[str] = set()
    for verb in load(KNOWLEDGE)["links"][name]:
        stem = verb.removesuffix("e")
        forms |= {verb, verb + "s", stem + "ed", stem + "ing", verb + verb[-1] + "ed", verb + verb[-1] + "ing", verb + "ing"}
    return frozenset(forms)


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
