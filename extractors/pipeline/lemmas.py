"""Lemmas as edit scripts: how many characters to cut from a word's end and what to put there."""

from __future__ import annotations

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
