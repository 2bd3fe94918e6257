"""Words of movement (movement.toml) and their inflected forms."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from ...knowledge import load

VOWELS = "aeiou"
NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "SYM")  # parts of speech of the words that a number may count


@cache
def words(table: str, key: str) -> frozenset[str]:
    """Return the words under `key` of `[table]` in movement.toml."""
    return frozenset(load("figures/amounts/movement.toml")[table][key])


@cache
def _irregular() -> dict[str, list[str]]:
    """Return the forms of irregular verbs by lemma, the past participle last."""
    rows = (line.split() for line in load("pipeline/irregular.toml")["verbs"].splitlines() if line.strip())
    return {base: forms for base, *forms in rows if forms} | {base: [base] for base in words("forms", "unchanged")}


def _past(lemma: str) -> str:
    """Return the regular past form: `plan` → `planned`, `carry` → `carried`."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if lemma in words("forms", "doubling") else lemma) + "ed"


def _present(lemma: str) -> str:
    """Return the plural of a noun, the third person of a verb."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in VOWELS else lemma + "s"


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if lemma in words("forms", "doubling") else lemma) + "ing"


@cache
def _lemmas() -> dict[str, str]:
    """Return form → lemma of the words in the lexicon: surer than a learnt lemma for the words that decide here."""
    lemmas = [word for table in ("verbs", "nouns") for group in load("figures/amounts/movement.toml")[table].values() for word in group]
    found: dict[str, str] = {}
    for lemma in lemmas:
        doubled = [lemma + lemma[-1] + ending for ending in ("ed", "ing")]
        for form in (lemma, _present(lemma), _past(lemma), _gerund(lemma), *doubled, *_irregular().get(lemma, [])):
            found.setdefault(form, lemma)
    return found


def lemma_of(token: Token) -> str:
    """Return the lemma of `token` in lower case."""
    return _lemmas().get(token.lower_) or token.lemma_.lower()


@cache
def forms_of_movement() -> dict[str, str]:
    """Return `up` or `down` for each form of a verb or noun of movement whose way is in the word: `fell` → `down`."""
    ways: dict[str, set[str]] = {}
    for way in ("up", "down"):
        for lemma in words("verbs", way) | words("nouns", way):
            ways.setdefault(lemma, set()).add(way)
    return {form: next(iter(ways[lemma])) for form, lemma in _lemmas().items() if len(ways.get(lemma, ())) == 1}
