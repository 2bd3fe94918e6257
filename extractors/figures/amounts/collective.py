"""Bare numbers that a word before them makes counts: `the number of dead rose to 62`, `another 8,000 have settled there`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from .counts import Count, Number, singular, table
from .numbers import is_whole

REACH = 240  # characters between a count and `another` number of the same
MAX_WORDS = 40  # between `the number of` and the number
NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "SYM")


def number_of(doc: Doc, number: Number) -> str | None:
    """Return what is counted in `The number of registered voters is 1,204,000` and `the fleet of buses shrank by 12 to 88`."""
    if not is_whole(number.values[0]) or (number.end < len(doc) and doc[number.end].pos_ in NOMINAL):
        return None
    lead, at = _lead(doc, number.start)
    if lead not in table()["leads"] and not (lead == "of" and doc[at - 1].lower_ in table()["peaks"]):
        return None
    first = max(doc[number.start].sent.start, number.start - MAX_WORDS)
    for i in range(number.start - 1, first - 1, -1):
        if doc[i].lower_ == "of" and i > first and doc[i - 1].lower_ in table()["collectives"]:
            return noun_phrase_unit(doc, i + 1, number.start)
        if doc[i].text in (";", "%") or doc[i].is_currency or doc[i].lower_ in ("while", "but", "percent"):
            return None
    return None


def _lead(doc: Doc, start: int) -> tuple[str, int]:
    """Return the word before the number at `start`, over what qualifies it, and its token."""
    i = start - 1
    while i > 0 and doc[i].lower_ in table()["qualifying"]:
        i -= 1
    return (doc[i].lower_, i) if i > 0 else ("", 0)


def noun_phrase_unit(doc: Doc, start: int, end: int) -> str | None:
    """Return the unit of the things in the noun phrase that begins at token `start`, the people's where it is `dead` or `injured`."""
    last: Token | None = None
    for word in doc[start : min(start + 6, end)]:
        if word.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "DET", "PART", "PUNCT", "ADV") or word.text in ",;:()":
            break
        if word.tag_ == "NNS" or word.lower_ in table()["units"]:
            last = word
        elif last is not None and word.pos_ not in ("NOUN", "ADJ"):
            break
    if last is None or {last.lemma_.lower(), last.lower_} & table()["never"]:
        return None
    unit: str = table()["units"].get(last.lower_) or singular(last)
    return unit


def another(doc: Doc, text: str, number: Number, counted: Sequence[Count]) -> str | None:
    """Return what is counted in `30,000 refugees left, another 8,000 have settled` and `killing three soldiers and injuring seven more`.

    What was counted last, in the same sentence or the one before.
    """
    start, end = number.start, number.end
    named = end < len(doc) and doc[end].pos_ in NOMINAL and doc[end].lower_ != "more"
    if number.values[0] < 2 or not is_whole(number.values[0]) or named:
        return None
    before = doc[start - 1].lower_ if start else ""
    rest = start > 1 and before in ("other", "remaining") and doc[start - 2].lower_ == "the"
    more = end < len(doc) and doc[end].lower_ == "more" and (end + 1 == len(doc) or doc[end + 1].pos_ not in (*NOMINAL, "ADP"))
    if not (before == "another" or rest or more):
        return None
    here = bisect_left(counted, doc[start].idx, key=lambda count: count.start)
    last = counted[here - 1] if here else None
    if last is None or doc[start].idx - last.end > REACH or "\n\n" in text[last.end : doc[start].idx]:
        return None
    between = doc.char_span(last.end, doc[start].idx, alignment_mode="expand")
    apart = between is None or any(t.is_currency or t.text == "%" or t.lower_ in ("percent", "cent") for t in between)
    return None if apart or between is None or sum(bool(t.is_sent_start) for t in between) > 1 else last.unit
