"""Lemmas: irregular forms from a table, all others as edit scripts (how many characters to cut from the end, what to put there)."""

from __future__ import annotations

from functools import cache

from ..knowledge import load

PROPER = ("NNP", "NNPS")
IDENTITY = "0|"


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


def lemma_of(word: str, tag: str, script: str) -> str:
    """Return the lemma of `word` with the Penn tag `tag`; names stay as they are."""
    if tag in PROPER:
        return word
    return _irregular(tag).get(word.lower()) or apply_script(word, script)


@cache
def _irregular(tag: str) -> dict[str, str]:
    """Return form → lemma of the irregular words that bear `tag`."""
    kind = {"VBD": "verbs", "VBN": "verbs", "NNS": "nouns"}.get(tag)
    if kind is None:
        return {}
    rows = [line.split() for line in load("pipeline/irregular.toml")[kind].split("\n")]
    return {form: row[0] for row in rows for form in row[1:]}
