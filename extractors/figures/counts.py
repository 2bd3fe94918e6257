"""Counts: a number of people, objects or events, with their noun as unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from ..knowledge import load
from . import currencies
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


def _number(doc: Doc, text: str, start: int, used: frozenset[int], *, bare: bool = False) -> tuple[int, Decimal | None]:
    """Return the end of the number that begins at token `start` and its value, None where none does.

    A `bare` one may stand before a punctuation mark, others need room for their noun.
    """
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
    return end, value if value is not None and _stands_alone(doc, start, end, bare=bare) else None


def _stands_alone(doc: Doc, start: int, end: int, *, bare: bool) -> bool:
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
    # Within a name: `Siberia 2`, `7 Eleven`; a people's name goes on as the noun (`300 Africans`).
    begins_name = doc[start].ent_iob_ == "B" and doc[start].ent_type_ != "NORP" and end < len(doc) and doc[end].ent_iob_ == "I"
    if begins_name or doc[start].ent_iob_ == "I":
        return False
    blocked = ("%", ":", "/", "-") if bare else ("%", ":", "/", ")", ",", ".", "-")
    return (bare and end == len(doc)) or (end < len(doc) and doc[end].text not in blocked) or _is_compound(doc, end)


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
        if {word.lemma_.lower(), word.lower_} & (table["never"] | currencies.names()):  # unless the article says whose pesos
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
    return last.i, table["units"].get(last.lower_) or _unit(last)


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


def _unit(noun: Token) -> str:
    """Return the singular of a counted noun; a people's name counts persons, `First Nations` counts nations."""
    if noun.pos_ != "PROPN" and noun.ent_type_ != "NORP":
        return noun.lemma_.lower()
    singular = noun.text.removesuffix("s")
    if noun.ent_type_ != "NORP":
        return singular
    return singular.lower() if singular.lower() in _table()["peoples"] else "person"


def find_elided(doc: Doc, counted: list[tuple[int, int, Decimal, str]], used: frozenset[int]) -> Iterator[tuple[int, int, Decimal, str]]:
    """Yield the numbers without a noun of their own whose noun the sentence gives elsewhere.

    The subject of a movement (`cases rose from 2,560 to 3,365`, `arrivals reached 3 million`), the count that they are compared with
    (`200,000 cars, up from 150,000`) or taken from (`40 of the 120 seats`). Only large numbers move or are compared: a score or a rank
    goes from 3 to 2 as well.
    """
    text = doc.text
    taken = used | frozenset(i for start, end, _, _ in counted for i in _tokens(doc, start, end))
    i = 0
    while i < len(doc):
        end, value = _number(doc, text, i, taken, bare=True)
        if value is not None:
            number = (doc[i].idx, doc[end - 1].idx + len(doc[end - 1]))
            unit = _unit_elsewhere(doc, text, i, end, value, counted)
            if unit is not None:
                yield *number, value, unit
        i = max(end, i + 1)


def _tokens(doc: Doc, start: int, end: int) -> range:
    span = doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


_WHOLE = re.compile(r" of (?:the |its |their |all )?$")
_COMPARED = re.compile(r"\b(?:(?:up|down) from|compared (?:with|to)|versus|against|than) (?:about |around |some |nearly |just )?$")
_NOT_BARE = re.compile(r"[ -]?(?:%|per|percent|pct|point|degree|[a-z]{1,2}\b(?<!in)(?<!on)(?<!by)(?<!at)(?<!to)(?<!as)(?<!of)(?<!or))")


def _unit_elsewhere(doc: Doc, text: str, i: int, end: int, value: Decimal, counted: list[tuple[int, int, Decimal, str]]) -> str | None:
    first, last = doc[i].idx, doc[end - 1].idx + len(doc[end - 1])
    for start, _, whole, unit in counted:
        if start > last and start - last < 20 and _WHOLE.fullmatch(text[last:start]) and value < whole:
            return unit
    if value < 1000 or _NOT_BARE.match(text, last) or (end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN", "ADJ", "SYM")):
        return None
    sentence = doc[i].sent
    before = [unit for start, _, _, unit in counted if sentence.start_char <= start < first]
    if before and _COMPARED.search(text[max(0, first - 32) : first]):
        return before[-1]
    noun = _mover(doc, i)
    return None if noun is None else _table()["units"].get(noun.lower_) or _unit(noun)


def _mover(doc: Doc, index: int) -> Token | None:
    """Return the plural noun that is said to reach the number at token `index`: the subject of its verb, or what a `number of` counts."""
    table = _table()
    verb = next((t for t in doc[index].ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in table["carriers"]:
        return None
    subject = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is not None and subject.lemma_.lower() in ("number", "total"):
        subject = next((t for t in subject.children if t.dep_ == "nmod" and t.tag_ == "NNS"), None)
    return subject if subject is not None and subject.tag_ == "NNS" and subject.lemma_.lower() not in table["never_bare"] else None
