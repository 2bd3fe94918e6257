"""Counts: a number of people, objects or events, with their noun as unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from ..knowledge import load
from .numbers import number_pattern, parse_number

MAX_WORDS = 6  # between the number and its noun
MODIFIERS = {"ADJ", "NOUN", "PROPN", "VERB", "PUNCT", "NUM"}
PLURAL_TAGS = {"NNS", "NNPS"}


def find_counts(doc: Doc, used: frozenset[int]) -> Iterator[tuple[int, int, Decimal, str]]:
    """Yield (start, end, value, noun) of each number with the plural noun it counts, outside of the tokens `used`.

    Years, ages, ordinals, scores, numbers of flights, laws and houses, and numbers within names are none.
    """
    i, text = 0, doc.text
    while i < len(doc):
        end, value = _number(doc, text, i, used)
        if value is None:
            i += 1
            continue
        found = _counted(doc, i, end, value, used)
        if found is not None:
            last, unit = found
            yield doc[i].idx, doc[last].idx + len(doc[last]), value, unit
            end = last + 1
        i = end


@cache
def _number_regex() -> re.Pattern[str]:
    return re.compile(rf"(?i:{number_pattern()})(?!\w)")


def _number(doc: Doc, text: str, start: int, used: frozenset[int]) -> tuple[int, Decimal | None]:
    """Return the end of the number that begins at token `start` and its value, None where none does."""
    first = doc[start]
    match = None if start in used else _number_regex().match(text, first.idx)
    if match is None:
        return start + 1, None
    end = start
    while end < len(doc) and doc[end].idx < match.end():
        if end in used or "\n" in doc[end].text:
            return start + 1, None
        end += 1
    if doc[end - 1].idx + len(doc[end - 1]) != match.end():
        return start + 1, None
    value = parse_number(match[0])
    return end, value if value is not None and _stands_alone(doc, start, end) else None


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Say whether the number at `start` is one by itself: no label, no name, no score, no part of a longer sign."""
    table = load("figures/numbers.toml")
    text = doc[start:end].text
    if doc[start].lower_ in ("a", "an") and doc[start + 1].lower_ not in ("dozen", "hundred", "thousand", "million", "billion"):
        return False
    if text.lower() == "one" or (text.isdigit() and len(text) == 4 and 1500 <= int(text) <= 2100):
        return False
    if start:
        before = doc[start - 1]
        glued = not before.whitespace_ and not before.is_space and before.text not in ("(", "[", '"', "“", "‘", "'", "—", "–", "+")
        if glued or before.lower_.rstrip(":") in table["labels"]["words"] or before.text in ("#", "$", "€", "£"):
            return False
    entity = next((e for e in doc[start:end].ents if e.start < start or (e.start == start and e.end > end and e.label_ != "NORP")), None)
    if entity is not None or doc[start].ent_iob_ == "I":
        return False
    return end < len(doc) and doc[end].text not in ("%", ":", "/", ")", ",", ".", "-") or _is_compound(doc, end)


def _is_compound(doc: Doc, end: int) -> bool:
    compounds = load("figures/numbers.toml")["counts"]["compounds"]
    hyphen = end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_
    return hyphen and doc[end + 1].lower_ in compounds


@cache
def _table() -> dict[str, Any]:
    counts: dict[str, Any] = load("figures/numbers.toml")["counts"]
    return {key: value if key == "units" else frozenset(value) for key, value in counts.items()}


def _counted(doc: Doc, start: int, end: int, value: Decimal, used: frozenset[int]) -> tuple[int, str] | None:
    """Return the last token of the noun phrase that the number counts, and its unit."""
    table = _table()
    if _is_compound(doc, end):
        noun = doc[end + 1].lower_
        return (end + 1, noun) if noun != "strong" else None
    last: Token | None = None
    for i in range(end, min(end + MAX_WORDS, len(doc))):
        word = doc[i]
        if i in used or word.is_space or (word.sent_start == 1 and i > end) or not _in_phrase(doc, i, end):
            break
        if word.lemma_.lower() in table["never"] or word.lower_ in table["never"]:
            return None
        if i == end and word.lemma_.lower() in table["never_alone"] and not _is_phrase(doc, i + 1):
            return None
        if _is_plural(doc, word, value, end):
            last = word
        elif last is not None and word.pos_ not in ("NOUN", "ADJ", "PROPN"):
            break
    if last is None:
        return _casualties(doc, end, value)
    if last.i + 1 < len(doc) and doc[last.i + 1].text == "-" and not last.whitespace_:
        return None
    return last.i, table["units"].get(last.lower_) or last.lemma_.lower()


def _in_phrase(doc: Doc, i: int, end: int) -> bool:
    """Say whether token `i` may stand between a number and its noun, or is the noun."""
    word = doc[i]
    if word.lower_ == "other" or word.lower_ == "others":
        return True
    if word.text == "-":
        return i > end and not doc[i - 1].whitespace_ and not word.whitespace_
    if word.pos_ == "VERB":
        return word.tag_ in ("VBN", "VBG") and word.dep_ in ("amod", "compound")
    if word.pos_ == "ADV":
        return word.dep_ == "advmod" and i + 1 < len(doc) and doc[i + 1].pos_ == "ADJ"
    return word.pos_ in ("ADJ", "NOUN", "PROPN") and word.tag_ not in ("POS",)


def _is_phrase(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].tag_ == "NNS"


def _is_plural(doc: Doc, word: Token, value: Decimal, end: int) -> bool:
    """Say whether `word` is a noun that a number of `value` ending at token `end` can count."""
    table = _table()
    if word.lower_ in table["plurals"]:
        return True
    if word.pos_ == "NOUN" and (word.tag_ == "NNS" or value == 1):
        return True
    named = word.text.endswith("s") and word.tag_ in PLURAL_TAGS
    return named and (word.ent_type_ == "NORP" or doc[end - 1].is_alpha)  # `300 million Africans`, `three Mongol Khans`


def _casualties(doc: Doc, end: int, value: Decimal) -> tuple[int, str] | None:
    """`two injured`, `14 missing`: a participle that stands for people, not one that modifies a noun."""
    if end >= len(doc) or value <= 1:
        return None
    word = doc[end]
    alone = end + 1 >= len(doc) or doc[end + 1].pos_ not in ("NOUN", "PROPN", "ADJ")
    if word.lower_ in _table()["casualties"] and alone:
        return end, _table()["units"].get(word.lower_, "person")
    return None
