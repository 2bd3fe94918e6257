"""Numbers in brackets behind names, one list of which counts the same things: `cases rose in Lima (2,560 to 3,365) and Callao (+1,770)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from .matching import Found, is_bare_year
from .numbers import digits_pattern, parse_number
from .taken_over import is_movement_noun, plural_of

SMALLEST = 100  # smaller numbers in brackets are ages, shirts, minutes and seats
MIN_ITEMS = 2
REACH = 800  # characters between a sentence and the count of which it says that it rose

_LISTED = re.compile(rf"(?<=\w\s)\((?P<first>\+?{digits_pattern()})(?:\sto\s(?P<second>{digits_pattern()}))?\)")


def find_series(doc: Doc, text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the numbers in brackets behind names, two or more in a sentence: of what it says, or what the figures `found` counted last."""
    for sentence in doc.sents:
        items = list(_LISTED.finditer(text, sentence.start_char, sentence.end_char))
        if len(items) < MIN_ITEMS or not all(_is_item(doc, item) for item in items):
            continue
        last = next((f for f in reversed(found) if f.end <= sentence.start_char and f.dimension == "count"), None)
        before = last.unit if last is not None and sentence.start_char - last.end <= REACH else None
        unit = _unit(sentence, items[0].start(), before)
        if unit is not None:
            for item in items:
                for key in ("first", "second") if item["second"] else ("first",):
                    value = parse_number(item[key].lstrip("+"))
                    if value is not None:
                        yield Found("quantities", item.start(key), item.end(key), (value,), unit, "count")


def _is_item(doc: Doc, item: re.Match[str]) -> bool:
    """Say whether a large number stands behind a name that is no person's, or says itself that it is a movement."""
    span = doc.char_span(item.start(), item.start() + 1, alignment_mode="expand")
    name = doc[span.start - 1] if span is not None and span.start else None
    values = [parse_number(item[key].lstrip("+")) for key in ("first", "second") if item[key]]
    large = any(v is not None and v >= SMALLEST for v in values) and not is_bare_year(item["first"])
    moves = item["first"].startswith("+") or bool(item["second"])
    # A name that looks like a person's (Ate, Florida) is a place's where the number moves.
    return large and name is not None and (moves or (name.ent_type_ != "PERSON" and name.text[0].isupper()))


def _unit(sentence: Span, end: int, before: str | None) -> str | None:
    """What the numbers count: the subject (`cases went up`) or what rose (`the rise in cases`); of a bare rise what was `before`."""
    for token in sentence:
        if token.idx >= end:
            return None
        if token.dep_ in ("nsubj", "nsubj:pass"):
            counted = plural_of(token)
            if counted is not None:
                return counted.lemma_.lower()
            if is_movement_noun(token):
                return before if not any(t.dep_ == "nmod" for t in token.children) else None
    return None
