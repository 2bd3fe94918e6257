"""Numbers of people without a noun: `killed five`, `12 were wounded`, `the death toll rose to 44`, `a crew of 12`, `2,000 fled`."""

from __future__ import annotations

import re
from decimal import Decimal

from spacy.tokens import Doc

from ...knowledge import word_set
from .lexicon import NOMINAL

MAX_WORDS = 8  # between a toll and its number
SMALLEST_POPULATION = 1000
SMALLEST_HOME = 100


def counted_people(doc: Doc, start: int, end: int, value: Decimal) -> str | None:
    """Return `person` or `death` where the bare number in the tokens from `start` to `end` counts people, None elsewhere."""
    if value != value.to_integral_value() or (end < len(doc) and doc[end].lower_ in {"of", "per", "times", "%"}):
        return None
    if _were_hurt(doc, end):
        return "person"
    if end < len(doc) and doc[end].pos_ in NOMINAL:
        return None
    before = _skip_qualifiers(doc, start)
    if before is not None and (doc[before].lower_ in _words("hurting") or (value > 1 and doc[before].lower_ in _words("taking"))):
        return "person"
    per_day = re.match(r"(?:a|each|every) (?:day|week|month|year)\b", doc[end : end + 2].text.lower())
    if per_day and before is not None and doc[before].lower_ in _words("daily"):
        return "person"
    if value >= SMALLEST_POPULATION and _is_led_to(doc, start, ("population",)) and "per" not in _lead(doc, start):
        return "person"
    if value > 1 and before is not None and _is_body(doc, before, value):
        return "person"
    return "death" if value > 1 and any(_is_led_to(doc, start, (word, "toll")) for word in _words("tolls")) else None


def acting_people(doc: Doc, start: int, end: int) -> bool:
    """Say whether the bare number in the tokens from `start` to `end` is said to do what people do: `2,000 fled`, `40 were evacuated`."""
    before = _skip_qualifiers(doc, start)
    if before is not None and before + 1 == start and doc[before].pos_ in (*NOMINAL, "DET", "PRON", "ADP"):
        return False
    i = end
    while i < len(doc) and i - end <= 4 and doc[i].lower_ in _words("auxiliaries"):
        i += 1
    if i >= len(doc):
        return False
    took_part = doc[i].lower_ == "took" and i + 1 < len(doc) and doc[i + 1].lower_ == "part"
    return took_part or doc[i].text in _words("acted") or (i > end and doc[i].text in _words("taken"))


def _is_body(doc: Doc, of: int, value: Decimal) -> bool:
    """`a family of five`, `in a town of about 8,000`, `the deaths of 12`: people by the group that they make, or by what befell them."""
    if doc[of].lower_ != "of" or of < 1:
        return False
    head = doc[of - 1].text
    if head in _words("harms"):
        return True
    return head in _words("bodies") or (head in _words("homes") and value >= SMALLEST_HOME)


def is_victim(doc: Doc, start: int) -> bool:
    """Say whether the `one` at token `start` counts somebody who came to harm (`killed one and injured five`), and is no article."""
    before = _skip_qualifiers(doc, start) if doc[start + 1 : start + 2].text.lower() not in ("of", "another") else None
    return before is not None and doc[before].lower_ in _words("hurting")


def _words(key: str) -> frozenset[str]:
    return word_set("figures/amounts/numbers.toml", "headcounts", key)


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


def _lead(doc: Doc, start: int) -> list[str]:
    return [t.lower_ for t in doc[max(doc[start].sent.start, start - MAX_WORDS) : start]]


def _is_led_to(doc: Doc, start: int, head: tuple[str, ...]) -> bool:
    """Say whether the words `head` lead to the number at token `start`: `the death toll has risen to at least 44`."""
    words = _lead(doc, start)
    found = [i for i in range(len(words)) if tuple(words[i : i + len(head)]) == head]
    between = words[found[-1] + len(head) :] if found else []
    return bool(_words("leading") & set(between)) and not any(w[0].isdigit() or w in ",;()" for w in between)
