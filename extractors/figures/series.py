"""Numbers in brackets behind names, one list of which counts the same things: `cases rose in Lima (2,560 to 3,365) and Callao (+1,770)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from ..knowledge import load
from .lexicon import lemma_of, words
from .matching import Found, is_bare_year
from .numbers import digits_pattern, parse_number

SMALLEST = 100  # smaller numbers in brackets are ages, shirts, minutes and seats
MIN_ITEMS = 2


@cache
def _regex() -> re.Pattern[str]:
    number = digits_pattern()
    return re.compile(rf"(?<=\w\s)\((?P<first>\+?{number})(?:\sto\s(?P<second>{number}))?\)")


def find_series(doc: Doc, text: str) -> Iterator[Found]:
    """Yield the numbers of each sentence that gives one in brackets behind two names or more, none of them a person's."""
    if "(" not in text:
        return
    for sentence in doc.sents:
        items = list(_regex().finditer(text, sentence.start_char, sentence.end_char))
        if len(items) < MIN_ITEMS or not all(_is_item(doc, item) for item in items):
            continue
        unit = _unit(doc, sentence, items[0].start())
        if unit is not None:
            for item in items:
                yield from _numbers(item, unit)


def _is_item(doc: Doc, item: re.Match[str]) -> bool:
    """Say whether a large number stands behind a name that is no person's, or says itself that it is a movement."""
    span = doc.char_span(item.start(), item.start() + 1, alignment_mode="expand")
    name = doc[span.start - 1] if span is not None and span.start else None
    values = [parse_number(item[key].lstrip("+")) for key in ("first", "second") if item[key]]
    large = any(v is not None and v >= SMALLEST for v in values) and not is_bare_year(item["first"])
    moves = item["first"].startswith("+") or bool(item["second"])
    # A name that looks like a person's (Ate, Florida) is a place's where the number moves.
    return large and name is not None and (moves or (name.ent_type_ != "PERSON" and name.text[0].isupper()))


def _unit(doc: Doc, sentence: Span, end: int) -> str | None:
    """Return the noun that the numbers count: the subject of the sentence (`cases went up`) or what rose (`the rise in cases`)."""
    for token in sentence:
        if token.idx >= end:
            return None
        if token.dep_ in {"nsubj", "nsubj:pass"}:
            counted = _plural(token)
            if counted is not None and counted.lemma_.lower() not in load("figures/numbers.toml")["counts"]["never_bare"]:
                return counted.lemma_.lower()
    return None


def _plural(noun: Token) -> Token | None:
    if noun.tag_ == "NNS":
        return noun
    if lemma_of(noun) in words("nouns", "up") | words("nouns", "down") | {"number", "total"}:
        return next((t for t in noun.children if t.dep_ == "nmod" and t.tag_ == "NNS"), None)
    return None


def _numbers(item: re.Match[str], unit: str) -> Iterator[Found]:
    for key in ("first", "second"):
        value = parse_number(item[key].lstrip("+")) if item[key] else None
        if value is not None:
            yield Found("quantities", item.start(key), item.end(key), (value,), unit, "count")
