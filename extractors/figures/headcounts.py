"""Numbers of people without a noun: `killed five`, `12 were wounded`, `the death toll rose to 44`, `a population of 3 million`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from spacy.tokens import Doc

from ..knowledge import load

NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "SYM"}
MAX_WORDS = 8  # between a toll and its number
SMALLEST_POPULATION = 1000


def counted_people(doc: Doc, start: int, end: int, value: Decimal) -> str | None:
    """Return `person` or `death` where the bare number in the tokens from `start` to `end` counts people, None elsewhere."""
    if value != value.to_integral_value() or (end < len(doc) and doc[end].lower_ in {"of", "per", "times", "%"}):
        return None
    if _were_hurt(doc, end):
        return "person"
    if end < len(doc) and doc[end].pos_ in NOMINAL:
        return None
    before = _skip_qualifiers(doc, start)
    if before is not None and doc[before].lower_ in _words("hurting"):
        return "person"
    if value >= SMALLEST_POPULATION and _is_led_to(doc, start, ("population",)):
        return "person"
    return "death" if value > 1 and _is_led_to(doc, start, ("death", "toll")) else None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("figures/numbers.toml")["headcounts"][key])


def _skip_qualifiers(doc: Doc, start: int) -> int | None:
    """Return the last token before the words that qualify the number at `start`: `killed at least five`."""
    i = start - 1
    while i >= 0 and start - i <= 4 and doc[i].lower_ in _words("between"):
        i -= 1
    return i if i >= 0 and not doc[i].is_space else None


def _were_hurt(doc: Doc, end: int) -> bool:
    """`12 were killed`, `30 others have been seriously injured`, `five died`."""
    i = end
    while i < len(doc) and i - end <= 4 and doc[i].lower_ in _words("auxiliaries"):
        i += 1
    return i < len(doc) and (doc[i].lower_ in _words("died") or (i > end and doc[i].lower_ in _words("hurt")))


def _is_led_to(doc: Doc, start: int, head: tuple[str, ...]) -> bool:
    """Say whether the words `head` lead to the number at token `start`: `the death toll has risen to at least 44`."""
    words = [t.lower_ for t in doc[max(doc[start].sent.start, start - MAX_WORDS) : start]]
    found = [i for i in range(len(words)) if tuple(words[i : i + len(head)]) == head]
    between = words[found[-1] + len(head) :] if found else []
    return bool(_words("leading") & set(between)) and not any(w[0].isdigit() or w in ",;()" for w in between)
