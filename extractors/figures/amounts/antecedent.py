"""Bare numbers that take the noun of a count before them: `5 million people in need, including 3 million at risk`, `there are now 480`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from .collective import NOMINAL, noun_phrase_unit
from .counts import Count, Number, singular, table
from .headcounts import acting_people
from .numbers import is_whole

REACH = 200  # characters between a count and a number of the sentence after it that takes its noun
SMALLEST_OF_IT = 10  # `it rose to 9` may be a rank
LARGE = 1000  # smaller levels may be temperatures and scores
TIMES = 100  # by which one count of a thing is no other
_ABOUT = r"(?:(?:about|around|some|nearly|almost|only|just|another|at least|more than|over|just over|fewer than|less than) )?"
_INCLUDED = re.compile(rf"\bincluding {_ABOUT}$")
_OR_SHARE = re.compile(rf",? or {_ABOUT}\d+(?:\.\d+)?(?:%| ?per ?cent) of ")
_BASE = re.compile(r"\s(?:an?|per)\s(?:day|week|month|year|hour)\b[^.;:()\d]{0,60}\b(?:up|down) from (?:about |around |some )?$")


def taken_over(doc: Doc, text: str, number: Number, known: Sequence[Count]) -> str | None:
    """Return the noun that a bare number takes from a count of its sentence or the one before, None where none says so.

    Args:
        known: the counts found so far, in the order of the text.
    """
    value = number.values[0]
    if value < 2 or not is_whole(value):
        return None
    level = _marked(doc, number)
    if level is not None:
        return level
    if _is_named(doc, number.end):
        return _of_rate(doc, text, number, known)
    last = last_before(doc, number.start, known)
    here = last if last is not None and last.start >= doc[number.start].sent.start_char else None
    return (
        _share(doc, text, number)
        or (here and _within(doc, text, number, here))
        or (last and (_existing(doc, number, last) or _moved(doc, number, last) or _acting(doc, number, last, here)))
        or _of_rate(doc, text, number, known)
    )


def last_before(doc: Doc, i: int, counted: Sequence[Count]) -> Count | None:
    """Return the count before token `i`, in the same sentence or the one before it, where no other figure stands between."""
    here = bisect_left(counted, doc[i].idx, key=lambda count: count.start)
    last = counted[here - 1] if here else None
    if last is None or doc[i].idx - last.end > REACH:
        return None
    between = doc.char_span(last.end, doc[i].idx, alignment_mode="expand")
    if between is None or "\n\n" in between.text or any(t.is_currency or t.text == "%" or t.lower_ in ("percent", "cent") for t in between):
        return None
    return last if sum(bool(t.is_sent_start) for t in between) <= 1 else None


def _is_named(doc: Doc, end: int) -> bool:
    """Say whether a noun or a word like `per` stands behind a number that ends at token `end`."""
    return end < len(doc) and (doc[end].pos_ in NOMINAL or doc[end].lower_ in ("of", "per", "a", "an", "%", "times", "out"))


def _characters(doc: Doc, number: Number) -> tuple[int, int]:
    return doc[number.start].idx, doc[number.end - 1].idx + len(doc[number.end - 1])


def _within(doc: Doc, text: str, number: Number, last: Count) -> str | None:
    """Return what is counted in `5,000 people, including 300 from abroad`, `178 bodies, an increase from 120 in 2019`."""
    first, _ = _characters(doc, number)
    before = text[max(0, first - 48) : first]
    if _INCLUDED.search(before) and number.values[0] <= last.numbers[-1]:
        return last.unit
    if _moved_from().search(before) or _moved_by().search(before):
        return last.unit
    verb = doc[number.end - 1].head
    won = doc[number.end - 1].dep_ == "obj" and verb.lemma_.lower() in table()["winning"]
    return last.unit if won and last.unit in table()["won"] else None


@cache
def _moved_from() -> re.Pattern[str]:
    """Return what leads to the base of a movement: `an increase from the`."""
    return re.compile(rf"\b(?:{'|'.join(table()['movements'])})s? (?:from|on|over) (?:the )?{_ABOUT}$")


@cache
def _moved_by() -> re.Pattern[str]:
    """Return what leads to the size of a movement told behind a count: `160 million children, a surge of`."""
    return re.compile(rf"[,–—] an? (?:[a-z]+ )?(?:{'|'.join(table()['movements'])}) of {_ABOUT}$")


def _share(doc: Doc, text: str, number: Number) -> str | None:
    """Return what is counted in `Eighteen, or more than 75 percent of the banks, …`."""
    match = _OR_SHARE.match(text, _characters(doc, number)[1])
    span = doc.char_span(match.end() - 3, match.end() - 1, alignment_mode="expand") if match else None
    return noun_phrase_unit(doc, span.end, len(doc)) if span is not None else None


def _existing(doc: Doc, number: Number, last: Count) -> str | None:
    """Return what is counted in `There were 800 schools; there are now 480.`."""
    i = number.start - 1
    while i > 0 and (doc[i].pos_ in ("AUX", "ADV") or doc[i].lower_ in table()["qualifying"] | {"to", "be"}) and doc[i].tag_ != "EX":
        i -= 1
    return last.unit if i >= 0 and doc[i].tag_ == "EX" and i < number.start - 1 else None


def _moved(doc: Doc, number: Number, last: Count) -> str | None:
    """Return what is counted in `849 shops … This dropped to 464.` and `357 people … That number has risen to 476.`."""
    last_word = doc[number.end - 1]
    copula = next((t for t in last_word.children if t.dep_ == "cop"), None)
    verb = copula or next((t for t in last_word.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in table()["carriers"] | {"be", "stand"}:
        return None
    subject = _subject_of(verb) or _subject_of(verb.head)  # "by 1961, it was 250,000, and later stood at 483,000"
    if subject is None or not last.numbers[-1] / TIMES <= number.values[0] <= TIMES * last.numbers[-1]:
        return None
    noun = subject.lower_ in ("number", "figure", "total", "count") and all(t.dep_ in ("det", "punct") for t in subject.children)
    smallest = LARGE if verb.lemma_.lower() == "be" else SMALLEST_OF_IT
    pronoun = subject.lower_ in ("it", "this", "that") and number.values[0] >= smallest
    return last.unit if noun or pronoun else None


def _subject_of(verb: Token) -> Token | None:
    return next((t for t in verb.children if t.dep_ in ("nsubj", "nsubj:pass")), None)


def _acting(doc: Doc, number: Number, last: Count, here: Count | None) -> str | None:
    """Return what is counted in `Of 795 million people …, 220 million live in Africa` and in a sentence that begins `Fifteen are ready`.

    The subject of a verb is a part of what was counted last.
    """
    subject = doc[number.end - 1]
    begins = bool(doc[number.start].is_sent_start)
    if subject.dep_ not in ("nsubj", "nsubj:pass") or subject.head.pos_ not in ("VERB", "AUX", "ADJ", "NOUN") or not (here or begins):
        return None
    if number.start and not begins and (doc[number.start - 1].pos_ in ("DET", "PRON", "PROPN") or doc[number.start - 1].tag_ == "POS"):
        return None  # "the 747 crashed"
    if last.unit != "person" and acting_people(doc, number.start, number.end):
        return None  # "400 houses were damaged and 120 evacuated"
    return last.unit if number.values[0] <= last.numbers[-1] else None


def _marked(doc: Doc, number: Number) -> str | None:
    """Return what is counted in `infections have passed the 4,000 mark`."""
    end = number.end
    if number.values[0] < LARGE or end >= len(doc) or doc[end].lower_ not in table()["marks"] or doc[number.start - 1].lower_ != "the":
        return None
    verb = doc[end].head
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None) if verb.lemma_.lower() in table()["carriers"] else None
    noun = _plural(subject) if subject is not None else None
    return None if noun is None else table()["units"].get(noun.lower_) or singular(noun)


def _plural(subject: Token) -> Token | None:
    """Return the plural noun that a subject is, or whose number it is."""
    if subject.lower_ in ("number", "total"):
        return next((t for t in subject.children if t.dep_ == "nmod" and t.tag_ == "NNS"), None)
    return subject if subject.tag_ == "NNS" and subject.lemma_.lower() not in table()["never_bare"] else None


def _of_rate(doc: Doc, text: str, number: Number, known: Sequence[Count]) -> str | None:
    """Return what is counted in `tested 404 a day, up from 250 people a day`."""
    _, last = _characters(doc, number)
    following = bisect_left(known, last, key=lambda count: count.start)
    base = known[following] if following < len(known) else None
    return base.unit if base is not None and base.start - last < REACH and _BASE.fullmatch(text[last : base.start]) else None
