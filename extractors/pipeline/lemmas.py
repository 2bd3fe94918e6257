"""Lemmas: irregular forms from a table, all others as edit scripts (how many characters to cut from the end, what to put there)."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from ..knowledge import load

PROPER = ("NNP", "NNPS")
IDENTITY = "0|"
ENDINGS = {
    "NNS": ("men", "ies", "s", "es"),
    "VBZ": ("ies", "s", "es"),
    "VBD": ("ied", "ed", "d"),
    "VBN": ("ied", "ed", "d"),
    "VBG": ("ing",),
}


def edit_script(word: str, lemma: str) -> str:
    """Return the script that turns `word` into `lemma`, both in lower case: `went` → `go` is `4|go`."""
    word, lemma = word.lower(), lemma.lower()
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return f"{len(word) - shared}|{lemma[shared:]}"


def apply_script(word: str, script: str) -> str:
    """Return the lemma of `word`. A script that cuts more than the word has leaves it as it is."""
    cut, _, ending = script.partition("|")
    n = int(cut)
    lower = word.lower()
    return (lower[: len(lower) - n] if n <= len(lower) else lower) + (ending if n <= len(lower) else "")


def lemma_of(word: str, tag: str, script: str, known: Container[str]) -> str:
    """Return the lemma of `word` with the Penn tag `tag`; names stay as they are.

    Args:
        script: the edit script that the network proposes. A rare word gets a wrong one at times (`stepped` → `stepp`), so
            where its result is no word of English the regular endings are tried.
        known: the words of English, in lower case.
    """
    if tag in PROPER:
        return word
    irregular = _irregular(tag).get(word.lower())
    if irregular:
        return irregular
    if tag == "NNS" and word.lower().endswith("ees"):
        return word.lower()[:-1]  # `licensees`, which the network takes for licenses
    proposed = apply_script(word, script)
    if tag not in ENDINGS or proposed in known:
        return proposed
    compound = next((form for form in _irregular(tag) if tag == "NNS" and len(form) > 3 and word.lower().endswith(form)), None)
    if compound:  # `grandchildren`, `midwives`
        return word.lower().removesuffix(compound) + _irregular(tag)[compound]
    regular = list(regular_lemmas(word.lower(), tag))
    return next((lemma for lemma in regular if lemma in known), regular[0] if regular else proposed)


def regular_lemmas(word: str, tag: str) -> Iterator[str]:
    """Yield what `word` may be a regular form of, the surest first: `stepped` → `step`, `stepp`, `steppe`."""
    for ending in ENDINGS[tag]:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        if ending == "ies" or ending == "ied":
            yield stem + "y"
        elif ending == "men":
            yield stem + "man"
        elif ending in ("s", "es"):
            yield stem
        else:
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
                yield stem[:-1]
            yield from (stem, stem + "e")
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def singular(word: str) -> str:
    """Return the singular of a noun in lower case, by the table and the regular endings alone: `countries` → `country`."""
    known = _irregular("NNS").get(word)
    if known:
        return known
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return next(regular_lemmas(word, "NNS"), word)


@cache
def _irregular(tag: str) -> dict[str, str]:
    """Return form → lemma of the irregular words that bear `tag`."""
    kind = {"VBD": "verbs", "VBN": "verbs", "NNS": "nouns"}.get(tag)
    if kind is None:
        return {}
    rows = [line.split() for line in load("pipeline/irregular.toml")[kind].split("\n")]
    return {form: row[0] for row in rows for form in row[1:]}
