"""Bare numbers that count what the sentence says elsewhere: `cases rose to 3,365`, `40 of the 120 seats`, `killed five`.

Each rule takes a `Bare` number and returns the noun that it counts, None where it doesn't say so.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from .bare import REACH, Bare, noun_phrase_unit
from .counts import Count, beginnings, read_number, read_range, table, unit_of
from .headcounts import acting_people, counted_people
from .lexicon import NOMINAL, words
from .numbers import is_whole

SMALLEST = 1000  # smaller numbers that move or are compared may be scores and ranks
SMALLEST_OF_IT = 10  # `it rose to 9` may be a rank
TIMES = 100  # by which one count of a thing is no other
MAX_WORDS = 40  # between `the number of` and the number
MAX_OWNED = 10  # words of a phrase with an owner
_ABOUT = r"(?:(?:about|around|some|nearly|almost|only|just|another|at least|more than|over|just over|fewer than|less than) )?"
_NOT_BARE = re.compile(
    r"[ -]?(?:%|per|percent|pct|point|degree|[a-z]{1,2}\b(?<! a)(?<!in)(?<!on)(?<!by)(?<!at)(?<!to)(?<!as)(?<!of)(?<!or))"
)


def find_bare(doc: Doc, text: str, counted: list[Count], taken: frozenset[int]) -> Iterator[Count]:
    """Yield the numbers outside of the tokens `taken` whose noun the text gives elsewhere; `counted` are those found before."""
    counted = list(counted)
    free = 0
    for i in beginnings(doc, taken):
        number = read_range(doc, text, i, taken, bare=True) or read_number(doc, text, i, taken, bare=True) if i >= free else None
        if number is None:
            continue
        free = number.end
        bare = Bare(doc, text, number, counted)
        unit = next((unit for rule in _RULES if (unit := rule(bare))), None)
        if unit is not None:
            found = Count(bare.first, bare.last, number.values, unit)
            insort(counted, found)
            yield found


# --- parts of a count


_OF_THEM = re.compile(r"\sof\s(?P<whom>them|whom|which|us(?!\s[A-Z]))\b")
_OUT_OF_THEM = re.compile(rf"\b(?:[Oo]f|among) (?:which|whom|these|those|them),? {_ABOUT}$")


def _of_them(bare: Bare) -> str | None:
    """`40 of them children`, `12 frigates, five of which are in service`, `12 frigates, of which five are`, `two of us`."""
    behind = _OF_THEM.match(bare.text, bare.last)
    if behind and behind["whom"] == "us":
        return "person"
    if bare.value < 2 or not (behind or (_OUT_OF_THEM.search(bare.before) and not bare.is_named and not _has_unit(bare))):
        return None
    noun = bare.doc[bare.number.end + 2] if behind and bare.number.end + 2 < len(bare.doc) else None
    if noun is not None and noun.tag_ == "NNS" and noun.dep_ != "nsubj":
        return unit_of(noun)
    return bare.part_of(bare.last_count)


def _has_unit(bare: Bare) -> bool:
    """Say whether a sign, a unit or a rate stands behind a number."""
    return _NOT_BARE.match(bare.text, bare.last) is not None


_WHOLE = re.compile(r" (?:out )?of (?:the |these |those |its |their |his |her |our |all |[A-Z]\w{1,30}['’]s? )?(?:other |only )?$")
_OF_THE = re.compile(r"\b(?:Of|[Oo]ut of|[Aa]mong) (?:the |these |those |its |their |all )?(?:about |around |some |nearly )?$")
_ASIDE = re.compile(rf"[^,;:.()\d]{{0,80}}, {_ABOUT}")


def _of_whole(bare: Bare) -> str | None:
    """`40 of the 120 seats`, `Of the 650 seats in parliament, 142 are held by women`."""
    for count in bare.near if not _has_unit(bare) else ():
        opened = 0 < bare.first - count.end <= REACH and _OF_THE.search(bare.text[max(0, count.start - 24) : count.start])
        if opened and bare.value >= 2 and _ASIDE.fullmatch(bare.text[count.end : bare.first]) and bare.part_of(count):
            return count.unit
        behind = 0 < count.start - bare.last < 20 and _WHOLE.fullmatch(bare.text[bare.last : count.start])
        if behind and bare.value < count.numbers[-1]:
            return count.unit
    return None


_DETERMINERS = frozenset(["the", "these", "those", "its", "their", "his", "her", "our"])


def _taken_from(bare: Bare) -> str | None:
    """`ten of the hostages`, `30 of Boeing's 787-9 jets`."""
    if bare.follower is None or bare.follower.lower_ != "of" or bare.value < 2 or not is_whole(bare.value):
        return None
    noun = _owned(bare.doc[bare.number.end + 1 : bare.number.end + 1 + MAX_OWNED])
    return None if noun is None or {noun.lemma_.lower(), noun.lower_} & table()["never"] else unit_of(noun)


def _owned(words: Span) -> Token | None:
    """Return the last plural noun of the noun phrase that begins `words`, behind its determiner or owner: `Yoon's cabinet appointees`."""
    owner, last = False, None
    for word in words:
        if word.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "PRON") and word.text not in "-’'":
            break
        owner = owner or word.tag_ == "POS" or (word.i == words.start and word.lower_ in _DETERMINERS)
        last = word if owner and (word.tag_ == "NNS" or word.lower_ in table()["plurals"]) else last
    return last


# --- people


def _people(bare: Bare) -> str | None:
    """`killed five`, `12 were wounded`, `a population of 3 million`."""
    return counted_people(bare.doc, bare.number.start, bare.number.end, bare.value)


def _acting(bare: Bare) -> str | None:
    """`2,000 fled`; `of the 60 dogs, 45 were rescued` counts dogs."""
    if bare.value < 2 or not is_whole(bare.value) or not acting_people(bare.doc, bare.number.start, bare.number.end):
        return None
    before = bare.near_before
    if before is None or before.unit == "person":
        return "person"
    return before.unit if bare.text[before.end : bare.first].strip() in (",", "of which", "of whom") else None


# --- what is told beside a count


_PLACED = re.compile(rf"\s(?P<how>in|into|at|from|on|for|with)\s[^,;.:()]{{1,40}},?\s(?:and|but)\s{_ABOUT}$")
_PLACED_BEHIND = re.compile(r"\s(?P<how>in|into|at|from|on|for|with)\s(?!\d{1,3}\b)")


def _beside(bare: Bare) -> str | None:
    """`45 shops in Poland and 23 in Hungary`, `56 votes to 43`."""
    count = bare.near_before
    if count is None:
        return None
    between = bare.text[count.end : bare.first]
    if count.unit == "vote" and re.fullmatch(r"\s(?:to|against)\s", between):
        return None if _has_unit(bare) else "vote"
    placed = _PLACED.search(between) if bare.value >= 2 and len(between) <= REACH else None
    behind = _PLACED_BEHIND.match(bare.text, bare.last)
    if placed is None or behind is None or behind["how"] != placed["how"]:
        return None
    words = bare.doc.char_span(count.end + placed.start(), bare.first, alignment_mode="expand")
    return count.unit if words is not None and all(t.pos_ not in ("VERB", "AUX") for t in words) else None


_MORE = re.compile(r"\s(?:more|fewer|less)\sthan\b")
_COMPARED = re.compile(rf"\b(?:(?:up|down) from|compared (?:with|to)|versus|against|than) (?:an? average of |{_ABOUT})$")
_UP_FROM = re.compile(rf",?\s(?:up|down) from {_ABOUT}")
_RATE = re.compile(r"\s(?:an?|per|each|every)\s(?:day|week|month|year|hour)\b")


def _compared(bare: Bare) -> str | None:
    """`27 seats, nine more than in 2022`, `43 of 120 seats, up from 29`, `200,000 cars, up from 150,000`."""
    count = bare.near_before
    if count is None:
        return None
    if _MORE.match(bare.text, bare.last) and bare.before.rstrip().endswith((",", "(", "—", "–")):
        return count.unit
    if not _COMPARED.search(bare.before):
        return None
    at_once = bare.value >= 2 and _UP_FROM.fullmatch(bare.text[count.end : bare.first])
    large = bare.value >= SMALLEST and not bare.is_named
    plain = (at_once or large) and not _has_unit(bare)
    return count.unit if plain or _RATE.match(bare.text, bare.last) else None


_MOVES = "|".join(sorted(table()["movements"]))
# What leads to a number of what was counted: `including`, `an increase from the`, `, a surge of`.
_LED_IN = re.compile(
    rf"(?:\b(?P<part>including)|\b(?:{_MOVES})s? (?:from|on|over)(?: the)?|[,–—] an? (?:[a-z]+ )?(?:{_MOVES}) of) {_ABOUT}$"
)


def _within(bare: Bare) -> str | None:
    """`5,000 people, including 300 from abroad`, `178 bodies, an increase from 120`, `took 930 votes while Bello got 665`."""
    last = bare.last_count
    if last is None or last not in bare.near or not _takes_over(bare):
        return None
    lead = _LED_IN.search(bare.before)
    if lead:
        return bare.part_of(last) if lead["part"] else last.unit
    won = bare.word.dep_ == "obj" and bare.word.head.lemma_.lower() in table()["winning"]
    return last.unit if won and last.unit in table()["won"] else None


def _takes_over(bare: Bare) -> bool:
    """Say whether a number is a whole one of several with nothing behind it that it counts."""
    more = bare.follower is not None and bare.follower.lower_ in ("of", "per", "a", "an", "%", "times", "out")
    return bare.value >= 2 and is_whole(bare.value) and not bare.is_named and not more


def _another(bare: Bare) -> str | None:
    """`30,000 refugees left, another 8,000 have settled`, `killing three soldiers and injuring seven more`."""
    doc, start, end = bare.doc, bare.number.start, bare.number.end
    has_more = bare.follower is not None and bare.follower.lower_ == "more"
    if bare.value < 2 or not is_whole(bare.value) or (bare.is_named and not has_more) or bare.last_count is None:
        return None
    rest = start > 1 and bare.lead in ("other", "remaining") and doc[start - 2].lower_ == "the"
    more = has_more and (end + 1 == len(doc) or doc[end + 1].pos_ not in (*NOMINAL, "ADP"))
    return bare.last_count.unit if bare.lead == "another" or rest or more else None


# --- what moves, or is told by a number


def _mover(bare: Bare) -> str | None:
    """`cases rose from 2,560 to 3,365`, `infections have passed the 4,000 mark`; small ones may be ranks, not in `deaths rose by 12`."""
    marked = bare.lead == "the" and bare.follower is not None and bare.follower.lower_ in table()["marks"]
    if _has_unit(bare) or (bare.is_named and not marked):
        return None
    subject = _subject(bare.doc[bare.number.start])
    if subject is None:
        return None
    to_and_fro = bare.lead in ("to", "by", "from", "at")
    noun = plural_of(subject)
    several = subject.lemma_.lower() == "number" or (noun is not None and noun.lemma_.lower() in table()["events"] and _is_unlisted(bare))
    if bare.value < SMALLEST and not (several and to_and_fro and bare.value >= 2):
        return None
    if subject.lemma_.lower() == "population" and to_and_fro:
        return "person"  # "the population grew by 310,000 to 12.4 million"
    return None if noun is None else unit_of(noun)


def _is_unlisted(bare: Bare) -> bool:
    """Tell `deaths rose by 12` from the numbers of a list: `Piura (12 to 18)`, `deaths rose by 12 of 40`."""
    return "(" not in bare.before.rpartition(")")[2] and (bare.follower is None or bare.follower.lower_ not in ("of", "out"))


def plural_of(subject: Token) -> Token | None:
    """Return the plural noun that a subject is, or whose number or rise it is: `the number of cases`, `visitor numbers`."""
    counted = next((t for t in subject.children if t.dep_ == "nmod" and t.tag_ == "NNS"), None)
    if subject.lemma_.lower() in ("number", "total"):
        return counted or next((t for t in subject.lefts if t.dep_ == "compound" and t.tag_ == "NN"), None)
    noun = counted if is_movement_noun(subject) else subject
    return noun if noun is not None and noun.tag_ == "NNS" and noun.lemma_.lower() not in table()["never_bare"] else None


def is_movement_noun(noun: Token) -> bool:
    """Say whether a noun is `rise`, `fall` or their like."""
    return noun.lower_ in words("nouns", "up") | words("nouns", "down")


def _subject(word: Token) -> Token | None:
    """Return the subject of the verb that carries a number, also over `is forecast to` and `is expected to`."""
    verb = next((t for t in word.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in table()["carriers"]:
        return None
    above = _subject_of(verb.head) if verb.dep_ == "xcomp" else None
    return _subject_of(verb) or (above if above is not None and above.i < verb.head.i else None)


def _subject_of(verb: Token) -> Token | None:
    return next((t for t in verb.children if t.dep_ in ("nsubj", "nsubj:pass")), None)


def _carried_on(bare: Bare) -> str | None:
    """`849 shops … This dropped to 464.`, `357 people … That number has risen to 476.`, `2,300 cases, a figure that climbed to 4,100`."""
    last, word = bare.last_count, bare.word
    copula = next((t for t in word.children if t.dep_ == "cop"), None)
    verb = copula or next((t for t in word.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if last is None or verb is None or verb.lemma_.lower() not in table()["carriers"] | {"be", "stand"} or not _takes_over(bare):
        return None
    subject = _subject_of(verb) or _subject_of(verb.head)  # "by 1961, it was 250,000, and later stood at 483,000"
    if subject is not None and subject.lower_ in ("that", "which"):
        subject = verb.head if verb.dep_ == "acl:relcl" else subject
    if subject is None or not last.numbers[-1] / TIMES <= bare.value <= TIMES * last.numbers[-1]:
        return None
    if subject.lower_ in ("number", "figure", "total", "count"):
        return last.unit if all(t.dep_ in ("det", "punct", "acl:relcl") for t in subject.children) else None
    smallest = SMALLEST if verb.lemma_.lower() == "be" else SMALLEST_OF_IT
    return last.unit if subject.lower_ in ("it", "this", "that") and bare.value >= smallest else None


def _number_of(bare: Bare) -> str | None:
    """`The number of registered voters is 1,204,000`, `the fleet of buses shrank by 12 to 88`."""
    doc, at = bare.doc, bare.number.start - 1
    while at > 0 and doc[at].lower_ in table()["qualifying"]:
        at -= 1
    if at <= 0 or not is_whole(bare.value) or bare.is_named:
        return None
    if doc[at].lower_ not in table()["leads"] and not (doc[at].lower_ == "of" and doc[at - 1].lower_ in table()["peaks"]):
        return None
    first = max(doc[bare.number.start].sent.start, bare.number.start - MAX_WORDS)
    for i in range(bare.number.start - 1, first, -1):
        if doc[i].lower_ == "of" and doc[i - 1].lower_ in table()["collectives"]:
            return noun_phrase_unit(doc, i + 1, bare.number.start)
        if doc[i].text in (";", "%") or doc[i].is_currency or doc[i].lower_ in ("while", "but", "percent"):
            return None
    return None


def _subject_is_part(bare: Bare) -> str | None:
    """`Of 795 million people …, 220 million live in Africa`, and a sentence that begins `Fifteen are ready`: parts of what was counted."""
    last, word, start = bare.last_count, bare.word, bare.doc[bare.number.start]
    begins = bool(start.is_sent_start)
    if word.dep_ not in ("nsubj", "nsubj:pass") or word.head.pos_ not in ("VERB", "AUX", "ADJ", "NOUN") or not _takes_over(bare):
        return None
    if last is None or not (begins or last in bare.near):
        return None
    if not begins and (start.nbor(-1).pos_ in ("DET", "PRON", "PROPN") or start.nbor(-1).tag_ == "POS"):
        return None  # "the 747 crashed"
    if last.unit != "person" and acting_people(bare.doc, bare.number.start, bare.number.end):
        return None  # "400 houses were damaged and 120 evacuated"
    return bare.part_of(last)


_RULES = (
    _of_them, _people, _of_whole, _taken_from, _beside, _compared, _mover, _acting, _number_of, _another, _within, _carried_on,
    _subject_is_part,
)  # fmt: skip
