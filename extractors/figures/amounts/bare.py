"""Counts whose noun the sentence gives elsewhere: `killed five`, `cases rose to 3,365`, `40 of the 120 seats`."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from decimal import Decimal

from spacy.tokens import Doc, Token

from .antecedent import REACH, last_before, taken_over
from .collective import another as _another
from .collective import number_of
from .counts import Count, Number, beginnings, read_number, read_range, singular, table
from .headcounts import acting_people, counted_people
from .numbers import is_whole
from .tree import np_head

SMALLEST = 1000  # smaller numbers that move may be scores and ranks


def find_bare(doc: Doc, text: str, counted: list[Count], used: frozenset[int]) -> Iterator[Count]:
    """Yield the numbers without a noun of their own whose noun the sentence gives elsewhere.

    People (`killed five`, `12 were wounded`, `a population of 3 million`), the subject of a movement (`cases rose from 2,560 to 3,365`,
    `arrivals reached 3 million`), the count that they are compared with (`200,000 cars, up from 150,000`), taken from (`40 of the 120
    seats`, `five of them`) or stand for (`a figure that climbed to 4,100`). Only large numbers and rates move or are compared: a score or a
    rank goes from 3 to 2 as well.
    """
    taken = used | frozenset(i for count in counted for i in _tokens(doc, count.start, count.end))
    counted = list(counted)  # to which the numbers that are found are added
    free = 0
    for i in beginnings(doc, taken):
        number = read_range(doc, text, i, taken) or read_number(doc, text, i, taken, bare=True) if i >= free else None
        if number is None:
            continue
        end = free = number.end
        value = number.values[0]
        unit = (
            _of_them(doc, text, number, counted)
            or counted_people(doc, i, end, value)
            or _unit_elsewhere(doc, text, number, _near(doc, i, counted))
            or _acting(doc, text, number, _near(doc, i, counted))
            or _stands_for(doc, number, counted)
            or number_of(doc, number)
            or _another(doc, text, number, counted)
            or taken_over(doc, text, number, counted)
        )
        if unit is not None:
            found = Count(doc[i].idx, doc[end - 1].idx + len(doc[end - 1]), number.values, unit)
            insort(counted, found, key=_start)
            yield found


def _tokens(doc: Doc, start: int, end: int) -> range:
    span = doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


_MORE = re.compile(r"\s(?:more|fewer|less)\sthan\b")
_DETERMINERS = frozenset(["the", "these", "those", "its", "their", "his", "her", "our"])
_WHOLE = re.compile(r" (?:out )?of (?:the |these |those |its |their |his |her |our |all |[A-Z]\w{1,30}['’]s? )?(?:other |only )?$")
_COMPARED = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to)|versus|against|than) (?:an? average of |about |around |some |nearly |just )?$"
)
_UP_FROM = re.compile(r",?\s(?:up|down) from (?:about |around |some |nearly |just |only )?")
_RATE = re.compile(r"\s(?:an?|per|each|every)\s(?:day|week|month|year|hour)\b")
_THEM = re.compile(r"\sof\s(?:them|whom|which)\b")
_US = re.compile(r"\sof\sus\b(?!\s[A-Z])")
_STANDS = frozenset(["figure", "number", "total", "count"])
MAX_OWNED = 10  # words of a phrase with an owner
_NOT_BARE = re.compile(
    r"[ -]?(?:%|per|percent|pct|point|degree|[a-z]{1,2}\b(?<! a)(?<!in)(?<!on)(?<!by)(?<!at)(?<!to)(?<!as)(?<!of)(?<!or))"
)


def _near(doc: Doc, i: int, counted: list[Count]) -> list[Count]:
    """Return the counts of the sentence in which token `i` stands."""
    sentence = doc[i].sent
    first, end = (bisect_left(counted, char, key=_start) for char in (sentence.start_char, sentence.end_char))
    return counted[first:end]


def _start(count: Count) -> int:
    return count.start


def _unit_elsewhere(doc: Doc, text: str, number: Number, near: list[Count]) -> str | None:
    """Return the noun that a bare number counts, where one of the counts `near` it or its verb says so."""
    i, end, value = number.start, number.end, number.values[0]
    first, last = doc[i].idx, doc[end - 1].idx + len(doc[end - 1])
    part = _of_whole(text, number, near, first, last) or _taken_from(doc, end, value)
    if part is not None:
        return part
    last_before = max((count for count in near if count.start < first), key=_start, default=None)
    if last_before is not None and _is_beside(doc, text, last_before, number):
        return last_before.unit
    before = [count.unit for count in near if count.start < first]
    if before and _MORE.match(text, last) and text[:first].rstrip().endswith((",", "(", "—", "–")):  # "27 seats, nine more than in 2022"
        return before[-1]
    if before and _RATE.match(text, last) and _COMPARED.search(text[max(0, first - 40) : first]):
        return before[-1]
    behind = last_before is not None and _UP_FROM.fullmatch(text[last_before.end : first]) is not None and not _NOT_BARE.match(text, last)
    if behind and last_before is not None and value >= 2:  # "43 of 120 seats, up from 29"
        return last_before.unit
    small = value < SMALLEST and not (value >= 2 and (_moves_events(doc, number) or _is_number_of(doc, number)))
    if small or _NOT_BARE.match(text, last) or (end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN", "ADJ", "SYM")):
        return None
    if before and _COMPARED.search(text[max(0, first - 40) : first]):
        return before[-1]
    named, lead = _subject(doc, i), doc[i - 1].lower_ if i else ""
    if named is not None and named.lemma_.lower() == "population" and lead in ("to", "by", "from", "at"):
        return "person"  # "the population grew by 310,000 to 12.4 million"
    noun = _mover(doc, i)
    return None if noun is None else table()["units"].get(noun.lower_) or singular(noun)


def _of_whole(text: str, number: Number, near: list[Count], first: int, last: int) -> str | None:
    """Return the noun of a count that the number is taken from: `40 of the 120 seats`, `Of the 120 seats, 40 are empty`."""
    value = number.values[0]
    for count in near:
        if _is_out_of(text, count, first, value) and not _NOT_BARE.match(text, last):
            return count.unit
        if 0 < count.start - last < 20 and _WHOLE.fullmatch(text[last : count.start]) and value < count.numbers[-1]:
            return count.unit
    return None


_OF_THE = re.compile(r"\b(?:Of|[Oo]ut of|[Aa]mong) (?:the |these |those |its |their |all )?(?:about |around |some |nearly )?$")
_ASIDE = re.compile(r"[^,;:.()\d]{0,80}, (?:about |around |some |nearly |only |just |at least )?")


def _is_out_of(text: str, count: Count, first: int, value: Decimal) -> bool:
    """Tell `Of the 650 seats in parliament, 142 are held by women`."""
    opened = _OF_THE.search(text[max(0, count.start - 24) : count.start]) is not None and 0 < first - count.end <= REACH
    return opened and 2 <= value <= count.numbers[-1] and _ASIDE.fullmatch(text[count.end : first]) is not None


_PLACED = re.compile(
    r"\s(?P<how>in|into|at|from|on|for|with)\s[^,;.:()]{1,40},?\s(?:and|but)\s"
    r"(?:about |around |some |nearly |only |just |another |at least )?$"
)
_PLACED_BEHIND = re.compile(r"\s(?P<how>in|into|at|from|on|for|with)\s(?!\d{1,3}\b)")


def _is_beside(doc: Doc, text: str, count: Count, number: Number) -> bool:
    """Say whether a bare number is the second of two that are told alike: `45 shops in Poland and 23 in Hungary`, `56 votes to 43`."""
    first, last = doc[number.start].idx, doc[number.end - 1].idx + len(doc[number.end - 1])
    between = text[count.end : first]
    if count.unit == "vote" and re.fullmatch(r"\s(?:to|against)\s", between):
        return not _NOT_BARE.match(text, last)
    placed = _PLACED.search(between) if number.values[0] >= 2 and len(between) <= REACH else None
    behind = _PLACED_BEHIND.match(text, last)
    if placed is None or behind is None or behind["how"] != placed["how"]:
        return False
    words = doc.char_span(count.end + placed.start(), first, alignment_mode="expand")
    return words is not None and all(t.pos_ not in ("VERB", "AUX") for t in words)


def _moves_events(doc: Doc, number: Number) -> bool:
    """Say whether what moves is counted however few there are: `deaths rose by 12 to 340`."""
    noun = _mover(doc, number.start)
    lead = doc[number.start - 1].lower_ if number.start else ""
    follower = doc[number.end].lower_ if number.end < len(doc) else ""
    listed = any(t.text in "()+" for t in doc[max(doc[number.start].sent.start, number.start - 4) : number.end])  # `Piura (18)`
    events = table()["events"]
    return (
        noun is not None and noun.lemma_.lower() in events and lead in ("to", "by", "from") and follower not in ("of", "out") and not listed
    )


def _acting(doc: Doc, text: str, number: Number, near: list[Count]) -> str | None:
    """Return what a bare number counts that does what people do; `of the 60 dogs, 45 were rescued` counts dogs."""
    if number.values[0] < 2 or not is_whole(number.values[0]) or not acting_people(doc, number.start, number.end):
        return None
    first = doc[number.start].idx
    before = max((count for count in near if count.start < first), key=_start, default=None)
    if before is None or before.unit == "person":
        return "person"
    return before.unit if text[before.end : first].strip() in (",", "of which", "of whom") else None


_OUT_OF = re.compile(r"\b(?:[Oo]f|among) (?:which|whom|these|those|them),? (?:about |around |some |nearly |only |just |at least )?$")


def _of_them(doc: Doc, text: str, number: Number, counted: list[Count]) -> str | None:
    """Return what is counted in `40 of them children`, `12 frigates, five of which are in service` and `12 frigates, of which five are`."""
    first, last_char = doc[number.start].idx, doc[number.end - 1].idx + len(doc[number.end - 1])
    if _US.match(text, last_char):
        return "person"
    if number.values[0] >= 2 and _OUT_OF.search(text[max(0, first - 32) : first]) and not _NOT_BARE.match(text, last_char):
        whole = last_before(doc, number.start, counted)
        follower = doc[number.end] if number.end < len(doc) else None
        named = follower is not None and follower.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
        return whole.unit if whole is not None and whole.numbers[-1] >= number.values[0] and not named else None
    match = _THEM.match(text, doc[number.end - 1].idx + len(doc[number.end - 1]))
    if match is None or number.values[0] < 2:
        return None
    after = number.end + 2
    if after < len(doc) and doc[after].tag_ == "NNS" and doc[after].dep_ != "nsubj":
        return table()["units"].get(doc[after].lower_) or singular(doc[after])
    last = last_before(doc, number.start, counted)
    return last.unit if last is not None and last.numbers[-1] >= number.values[0] else None


def _stands_for(doc: Doc, number: Number, counted: list[Count]) -> str | None:
    """Return what is counted in `2,300 cases, a figure that climbed to 4,100` and in a next sentence that begins `The number rose to`."""
    last = last_before(doc, number.start, counted)
    if last is None or not SMALLEST <= number.values[0] <= 100 * last.numbers[-1]:
        return None
    verb = next((t for t in doc[number.start].ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in table()["carriers"]:
        return None
    subject = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is not None and subject.lower_ in ("that", "which"):
        subject = verb.head
    bare = subject is not None and subject.lower_ in _STANDS and all(t.dep_ in ("det", "acl:relcl", "punct") for t in subject.children)
    return last.unit if bare else None


def _taken_from(doc: Doc, end: int, value: Decimal) -> str | None:
    """Return what is counted in `ten of the hostages`, None elsewhere."""
    if end + 2 >= len(doc) or doc[end].lower_ != "of" or value < 2:
        return None
    owned = _owned(doc, end + 1)  # "30 of Boeing's 787-9 jets"
    if owned is None and doc[end + 1].lower_ not in _DETERMINERS:
        return None
    noun, words = owned or np_head(doc[end + 2]), table()
    if noun.tag_ != "NNS" or value != value.to_integral_value() or {noun.lemma_.lower(), noun.lower_} & words["never"]:
        return None
    return words["units"].get(noun.lower_) or singular(noun)


def _owned(doc: Doc, start: int) -> Token | None:
    """Return the last plural noun behind a possessive in the noun phrase at token `start`: `Four of Yoon's cabinet appointees`."""
    owner, last = False, None
    for word in doc[start : start + MAX_OWNED]:
        if word.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART") and word.text not in "-’'":
            break
        owner = owner or word.tag_ == "POS"
        last = word if owner and word.tag_ == "NNS" else last
    return last


def _mover(doc: Doc, index: int) -> Token | None:
    """Return the noun that is said to reach the number at token `index`: the subject of its verb, or what a `number of` counts."""
    words = table()
    named = _subject(doc, index)
    if named is not None and named.lemma_.lower() in ("number", "total"):
        counted = next((t for t in named.children if t.dep_ == "nmod" and t.tag_ == "NNS"), None)
        return counted or next((t for t in named.lefts if t.dep_ == "compound" and t.tag_ == "NN"), None)  # "visitor numbers"
    return named if named is not None and named.tag_ == "NNS" and named.lemma_.lower() not in words["never_bare"] else None


def _subject(doc: Doc, index: int) -> Token | None:
    """Return the subject of the verb that carries the number at token `index`, also over `is forecast to` and `is expected to`."""
    verb = next((t for t in doc[index].ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in table()["carriers"]:
        return None
    own = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubj:pass")), None)
    if own is None and verb.dep_ == "xcomp":
        own = next((t for t in verb.head.children if t.dep_ in ("nsubj", "nsubj:pass") and t.i < verb.head.i), None)
    return own


def _is_number_of(doc: Doc, number: Number) -> bool:
    """Tell `the number of plants rose from 7 to 145`, which counts however few there are."""
    named, lead = _subject(doc, number.start), doc[number.start - 1].lower_ if number.start else ""
    return named is not None and named.lemma_.lower() == "number" and lead in ("to", "from", "by", "at")
