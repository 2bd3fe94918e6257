"""Words of movement, from movement.toml, in all their forms."""

from __future__ import annotations

from functools import cache

from ...knowledge import word_set

NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "SYM")  # parts of speech of the words that a number may count


def words(table: str, key: str) -> frozenset[str]:
    """Return the words under `key` of `[table]` in movement.toml."""
    return word_set("figures/amounts/movement.toml", table, key)


@cache
def forms_of_movement() -> dict[str, str]:
    """Return `up` or `down` for each form of a verb or noun of movement whose way is in the word: `fell` → `down`."""
    return {form: way for way in ("up", "down") for table in ("verbs", "nouns") for form in sorted(words(table, way))}
