"""Counts: a number of people, objects or events, with their noun as unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from spacy.tokens import Doc, Token

from ...knowledge import load
from ...places.countries import code_of_demonym
from ...spans import token_texts
from . import currencies
from .headcounts import SMALLEST_POPULATION, is_victim
from .matching import is_bare_year
from .numbers import PLUS, is_whole, number_pattern, number_words, parse_number

MIN_NAMED = 10  # smaller numbers before a name with a number are more often a part of a title
HEADLINE = 0.6  # of the words of one have a capital
HEADLINE_WORD = 4  # letters of capitals that are no abbreviation
MAX_WORDS = 8  # between the number and its noun
LATEST = 2050  # year of which the news speaks
MAX_ADJECTIVES = 4  # between a number of four digits and its noun
_NOUN = re.compile(r"[aeiouyAEIOUY]|^[A-Z]{2,}s$")  # a sign of a unit has no vowel and no plural s: `4 ppb`; `10 MPs` has
PLURAL_TAGS = {"NNS", "NNPS"}
BEFORE_COUNTS = ("DET", "VERB", "ADP", "AUX")  # the word before a number that counts names: `the 27 Rabito Clinics`


class Count(NamedTuple):
    """A number of people, objects or events: characters, one number or the two ends of a range, the noun in the singular."""

    start: int
    end: int
    numbers: tuple[Decimal, ...]
    unit: str


class Number(NamedTuple):
    """A number in the tokens from `start` to `end` (exclusive), or a range that begins with it."""

    start: int
    end: int
    values: tuple[Decimal, ...]


def find_counts(doc: Doc, text: str, used: frozenset[int], sizes: frozenset[int] = frozenset()) -> Iterator[Count]:
    """Yield each number with the plural noun it counts, outside of the tokens `used`; `text` is that of `doc`.

    `sizes` are those of them that belong to other amounts, which may stand between: `eight 50-metre towers`.

    Years, ages, ordinals, scores, numbers of flights, laws and houses, and numbers within names are none.
    """
    end = 0
    for i in beginnings(doc, used):
        number = read_range(doc, text, i, used) or read_number(doc, text, i, used) if i >= end else None
        if number is None:
            continue
        found = _counted(doc, number.start, number.end, number.values[-1], used, sizes)
        if found is None:
            end = number.end
            continue
        last, unit = found
        end = last + 1
        if _is_short(doc, number, last):  # `4K videos`
            continue
        # "eight 50-metre towers": the size is a figure of its own, so the span of the count is its number alone
        whole = used.isdisjoint(range(number.end, last + 1))
        yield from _ends(doc, number, last if whole else number.end - 1, unit)


def _is_short(doc: Doc, number: Number, last: int) -> bool:
    """Say whether a K or a B behind a small number is a part of a name: `4K videos`, `10K races`, `2B pencils`."""
    text = doc[number.start : number.end].text
    return re.fullmatch(r"1?\d\s?[kKbB]", text) is not None and unit_of(doc[last]) in table()["lettered"]


def _ends(doc: Doc, number: Number, last: int, unit: str) -> Iterator[Count]:
    """Yield a number with its noun; `from 20 to 30 countries` is two numbers, `20 to 30 countries` a range."""
    first, end = doc[number.start], doc[last].idx + len(doc[last])
    if len(number.values) == 2 and number.start and doc[number.start - 1].lower_ == "from":
        yield Count(first.idx, first.idx + len(first), number.values[:1], unit)
        second = next(t for t in doc[number.start + 1 : number.end] if t.lower_ == "to").nbor()
        yield Count(second.idx, end, number.values[1:], unit)
    else:
        yield Count(first.idx, end, number.values, unit)


def counts_after(doc: Doc, char: int) -> str | None:
    """Return the plural noun that a number before character `char` would count, as written, None where none follows."""
    span = doc.char_span(char, char + 1, alignment_mode="expand")
    found = _counted(doc, span.start - 1, span.start, Decimal(1000000), frozenset()) if span is not None and span.start else None
    return doc[found[0]].lower_ if found else None


_NUMBER = re.compile(rf"(?i:{number_pattern(million=True)})(?!\w)")


def beginnings(doc: Doc, used: frozenset[int]) -> list[int]:
    """Return the tokens outside of `used` at which a number may begin."""
    return [i for i, word in enumerate(token_texts(doc)) if _may_begin(word) and i not in used]


def read_number(doc: Doc, text: str, start: int, used: frozenset[int], *, bare: bool = False) -> Number | None:
    """Return the number that begins at token `start`, None where none does; one that isn't `bare` needs room for its noun."""
    end, value = _read(doc, text, start, used)
    return Number(start, end, (value,)) if value is not None and _stands_alone(doc, start, end, bare=bare) else None


def _read(doc: Doc, text: str, start: int, used: frozenset[int]) -> tuple[int, Decimal | None]:
    """Return the end and the value of the number at token `start`, whatever stands around it."""
    match = None if start in used or not _may_begin(doc[start].text) else _NUMBER.match(text, doc[start].idx)
    if match is None:
        return start + 1, None
    typed = _TYPED.search(match[0])  # `60 737 jets`: the second number is the type's
    if typed and type_end(doc, start + 1) > start + 1:
        return start + 1, parse_number(typed["number"])
    plus = _BEHIND_NUMBER.match(text, match.end())
    last = plus.end() if plus else match.end()
    end = start
    while end < len(doc) and doc[end].idx < last:
        if end in used or "\n" in doc[end].text:
            return start + 1, None
        end += 1
    if doc[end - 1].idx + len(doc[end - 1]) != last:
        return start + 1, None
    return end, parse_number(_POINTED.sub("", match[0]))


_BEHIND_NUMBER = re.compile(rf"{PLUS}|\sor\sso(?=\s[a-z])|-(?=\sto\s)")  # `500+ shops`, `300 or so survivors`, `a 200- to 300-seat hall`
_POINTED = re.compile(r"(?<=^[1-9])\.(?=\d{3}$)|(?<=^[1-9]\d)\.(?=\d{3}$)|(?<=^[1-9]\d\d)\.(?=\d{3}$)")  # nothing is counted in thousandths
_TYPED = re.compile(r"^(?P<number>\d{1,3}) (?P<type>\d{3})$")


def type_end(doc: Doc, i: int) -> int:
    """Return the token behind the number of an aircraft's type at token `i` (`60 737 jets`, `two 737-800 planes`), `i` where none is."""
    end = i + 1
    if i >= len(doc) or doc[i].text not in table()["types"]:
        return i
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].text[0].isdigit():
        end += 2
    return end if end < len(doc) and doc[end].lower_ in table()["typed"] else i


@lru_cache(maxsize=1 << 16)
def _may_begin(word: str) -> bool:
    word = word.lower()
    return word[:1].isnumeric() or word[:1] in "+-−." or word.split("-")[0] in number_words()


def read_range(doc: Doc, text: str, start: int, used: frozenset[int], *, bare: bool = False) -> Number | None:
    """Return a range of two numbers: `60-70 submarines`, `between 8 and 12 ships`; a `bare` one has no noun: `settle at 4,000 to 6,000`."""
    joint, low = _read(doc, text, start, used)
    if low is None or joint + 1 >= len(doc) or doc[joint].lower_ not in ("-", "–", "to", "or", "and"):
        return None
    end, high = _read(doc, text, joint + 1, used)
    if high is None or not _stands_alone(doc, start, end, bare=bare) or is_bare_year(doc[start].text) or is_bare_year(doc[joint + 1].text):
        return None
    if low < 1000 <= high and joint == start + 1:  # `1 to 2 thousand people`
        scale = re.search(r"(?:thousand|million|billion|crore|lakh)$", doc[joint + 1 : end].text.lower())
        low = parse_number(f"{low} {scale[0]}") or low if scale else low
    word, lead = doc[joint].lower_, doc[start - 1].lower_ if start else ""
    near = low >= 2 and high <= 10 * low
    if (low, word, high) == (1, "or", 2) or high <= low:  # `one or two`: a few
        return None
    if bare:
        joined = near and lead in table()["before_ranges"] and word not in ("and", "or")
    else:
        joined = {"and": lead == "between", "or": high - low <= max(Decimal(1), low), "to": True}.get(word, near)
    return Number(start, end, (low, high)) if joined else None


def _stands_alone(doc: Doc, start: int, end: int, *, bare: bool) -> bool:
    """Say whether the number at `start` is one by itself: no label, no name, no score, no part of a longer sign."""
    text = doc[start:end].text
    if doc[start].lower_ in ("a", "an") and doc[start + 1].lower_ not in ("dozen", "hundred", "thousand", "million", "billion"):
        return False
    if (text.lower() == "one" and not is_victim(doc, start)) or re.match(r"0\d", text):
        return False
    if (is_bare_year(text) and not _counts(doc, start, end)) or type_end(doc, start) > start:
        return False
    if start:
        before = doc[start - 1]
        glued = not before.whitespace_ and not before.is_space and before.text not in ("(", "[", '"', "“", "‘", "'", "—", "–", "+")
        if _is_share(doc, start) or before.lower_ == "per":  # `12 cases per 100,000 people`
            return False
        # `the 5 + 1 talks`, `the P5+1 group`
        sum_of = before.text == "+" and start > 1 and (doc[start - 2].like_num or not doc[start - 2].whitespace_)
        if glued or sum_of or _is_named(doc, start) or _is_labelled(doc, start, text) or before.text in ("#", "$", "€", "£"):
            return False
    # Within a name: `Siberia 2`, `7 Eleven`; a people's name goes on as the noun (`300 Africans`).
    begins_name = doc[start].ent_iob_ == "B" and doc[start].ent_type_ != "NORP" and end < len(doc) and doc[end].ent_iob_ == "I"
    if begins_name or doc[start].ent_iob_ == "I":
        return False
    blocked = ("%", ":", "/", "-") if bare else ("%", ":", "/", ")", ",", ".", "-")
    return (bare and end == len(doc)) or (end < len(doc) and doc[end].text not in blocked) or compound_noun(doc, end) is not None


def _counts(doc: Doc, start: int, end: int) -> bool:
    """Tell `Some 1500 people`, `arrested 1900 protesters` and `a 1500-seat hall` from a year: `the 2010 elections`, `in 1998 prices`."""
    if compound_noun(doc, end) is not None:
        return True
    noun = _plural_behind(doc, end, compounds=not 1900 <= int(doc[start].text) <= LATEST)
    if noun is None or noun.lemma_.lower() in table()["yearly"] or not start:
        return False
    before = doc[start - 1]
    if before.lower_ == "and":  # "1700 jabs and 1550 tests"
        other = next((t for t in reversed(doc[max(0, start - 6) : start - 1]) if t.like_num), None)
        return other is not None and (not is_bare_year(other.text) or _counts(doc, other.i, other.i + 1))
    if before.lower_ == "of" and start > 1 and doc[start - 2].lower_ in table()["strong"]:  # "a force of 1800 troops"
        return True
    if before.lower_ == "the" and start > 2 and doc[start - 2].lower_ == "of" and doc[start - 3].lower_ in table()["parts"]:
        return True  # "half of the 1607 delegates"
    if before.lower_ in table()["counted_by"]:
        return before.lower_ not in ("to", "up") or (start > 1 and doc[start - 2].lower_ in ("up", "close"))
    before = before.head if before.dep_ == "compound:prt" else before  # "took in 1500 cats"
    return before.pos_ == "VERB" and before.tag_ in ("VBD", "VBZ", "VBP", "VB", "VBG")


def _plural_behind(doc: Doc, end: int, *, compounds: bool) -> Token | None:
    """Return the plural noun at token `end`, or behind what stands before it: `armed rebels`, `start-ups` (`compounds`: `food parcels`)."""
    i, before = end, ("JJ", "NN") if compounds else ("JJ",)
    while i + 1 < len(doc) and i - end < MAX_ADJECTIVES and (doc[i].tag_ in before or "-" in (doc[i].text, doc[i + 1].text)):
        i += 1
    return doc[i] if i < len(doc) and doc[i].tag_ == "NNS" else None


def _is_share(doc: Doc, start: int) -> bool:
    """Say whether a number is the lower one of a fraction in words: `one in five people`, `one of every three sharks`; or `one or two`."""
    words = [t.lower_ for t in doc[max(doc[start].sent.start, start - 4) : start]]
    if words[-2:] == ["one", "or"]:
        return True
    joint = next((j for j in _SHARES if tuple(words[-len(j) :]) == j and len(words) > len(j)), None)
    if joint is None:
        return False
    upper = doc[start - len(joint) - 1]
    before = upper.nbor(-1) if upper.i else None
    counted = before is not None and before.pos_ == "VERB" and joint == ("in",)  # "killed two in three raids"
    above, below = parse_number(upper.text), parse_number(doc[start].text)
    return above is not None and below is not None and above < below and not counted and below in _DENOMINATORS


_SHARES = (("out", "of", "every"), ("out", "of"), ("of", "every"), ("in", "every"), ("in",))
_DENOMINATORS = frozenset([*range(2, 11), 12, 15, 20, 25, 50, 100, 1000])


def _is_named(doc: Doc, start: int) -> bool:
    """Say whether a number is a part of a name: `the Two Holy Mosques`, with a capital that neither a beginning nor a headline asks for."""
    first, words = doc[start], [t for t in doc[start].sent if t.is_alpha]
    if first.is_digit and doc[start - 1].tag_ == "POS" and doc[start - 2].text[0].isupper() and start + 2 < len(doc):
        return all(t.text[0].isupper() and t.tag_ != "CD" for t in doc[start + 1 : start + 3])  # "the World's 50 Best Restaurants"
    if not first.text[0].isupper() or first.is_sent_start or not doc[start - 1].is_alpha:
        return False
    return sum(t.text[0].isupper() for t in words) < HEADLINE * len(words)


def _is_labelled(doc: Doc, start: int, number: str) -> bool:
    """Say whether the word before a number names it: `week 12`, `the S&P 500`; not `the top three seeds`, `that week 24,219 cases`."""
    labels = load("figures/amounts/numbers.toml")["labels"]
    before = doc[start - 1]
    word = "no." if doc[max(0, start - 2) : start].text == "No." else before.lower_.rstrip(":")
    if before.lower_ == "of" and start > 1 and doc[start - 2].text in labels["bodies"]:  # "the Group of 20 ministers"
        return True
    if word in labels["counting"] and re.fullmatch(r"\d{1,3}(?:,\d{3})+", number):
        return False
    if before.text == "top" and start > 1 and doc[start - 2].pos_ in ("DET", "PRON"):
        return number.isdigit()  # the top 10 of a list
    if (word in labels["words"] and before.pos_ != "VERB") or word in labels["indices"]:  # "to train 200 nurses"
        return True
    # "Thunderstone 3 docks": a name that begins the sentence takes the small number as its own
    unplaced = before.pos_ == "PROPN" and before.ent_type_ in ("", "ORG", "MISC", "PRODUCT")
    return bool(before.is_sent_start) and unplaced and re.fullmatch(r"\d\d?", number) is not None


def compound_noun(doc: Doc, end: int) -> Token | None:
    """Return the noun that a number ending before token `end` counts in a compound: `27-member`, `a 12 page report`."""
    compounds = table()["compounds"]
    if end + 1 >= len(doc):
        return None
    if doc[end].text == "-" and not doc[end - 1].whitespace_:
        return doc[end + 1] if doc[end + 1].lower_ in compounds else None
    noun, owner = doc[end], doc[end + 1]
    determined = end > 1 and (doc[end - 2].pos_ == "DET" or (doc[end - 1].head in (noun, owner) and noun.dep_ == "compound"))
    return noun if determined and noun.tag_ == owner.tag_ == "NN" and noun.lower_ in compounds else None


@cache
def table() -> dict[str, Any]:
    """Return the words around counts, by key of `[counts]` in numbers.toml."""
    counts: dict[str, Any] = load("figures/amounts/numbers.toml")["counts"]
    return {key: value if key == "units" else frozenset(value) for key, value in counts.items()}


def _counted(
    doc: Doc, start: int, end: int, value: Decimal, used: frozenset[int], sizes: frozenset[int] = frozenset()
) -> tuple[int, str] | None:
    """Return the last token of the noun phrase that the number counts, and its unit."""
    compound = compound_noun(doc, end)
    if compound is not None:
        if compound.lower_ != "strong":
            return compound.i, compound.lower_
        crowd = any(t.lower_ in table()["strong"] for t in doc[compound.i + 1 : compound.i + 4])  # of people: `a 5,000-strong police force`
        return (compound.i, "person") if crowd else None
    if end < len(doc) and doc[end].lower_ == "times":
        return (end, "time") if value >= 2 and value == value.to_integral_value() and _are_told(doc, end) else None
    while (further := end + 1 if end in sizes else type_end(doc, end)) > end:
        end = further
    last = _last_noun(doc, end, value, used)
    if last is None:
        return _nationals(doc, end, value) or _casualties(doc, end, value)
    shared = last.i + 1 < len(doc) and doc[last.i + 1].lower_ == "per"  # `15.4 pupils per teacher`
    if not (shared or is_whole(value)) or not _NOUN.search(last.text):  # `3.7 rebounds`, `450 Nm`
        return None
    joined = last.i + 1 < len(doc) and doc[last.i + 1].text == "-" and not last.whitespace_
    named = not value and last.dep_ == "compound"  # `zero emissions technology`
    return None if joined or named else (last.i, unit_of(last))


def _are_told(doc: Doc, times: int) -> bool:
    """Tell `visited the island 11 times` from `three times as many`, `four times a day` and `the five times champion`."""
    after = doc[times + 1] if times + 1 < len(doc) else None
    return after is None or (after.lower_ not in table()["compared"] and after.pos_ not in ("NOUN", "PROPN", "ADJ"))


def _last_noun(doc: Doc, end: int, value: Decimal, used: frozenset[int]) -> Token | None:
    """Return the head of the noun phrase that follows a number ending at token `end`: its last plural noun."""
    words = table()
    last: Token | None = None
    for i in range(end, _reach(doc, end)):
        word = doc[i]
        regular = word.lower_ in words["regular"] and i not in (end - 1, len(doc) - 1)  # a date of its own: `58 weekly papers`
        if (i in used and not regular) or word.is_space or (word.sent_start == 1 and i > end) or not _in_phrase(doc, i, end):
            break
        hyphened = i > end and doc[i - 1].text == "-" and not doc[i - 1].whitespace_  # `two low-ranking rebels`
        if not hyphened and {word.lemma_.lower(), word.lower_} & (words["never"] | currencies.names()):  # unless it says whose pesos
            break
        if i == end and word.lemma_.lower() in words["never_alone"] and not any(t.tag_ == "NNS" for t in doc[i + 1 : i + 2]):
            return None
        if i > end and word.lower_ == "points" and doc[i - 1].lower_ in words["scored"]:  # of a game or a licence
            return None
        if _is_plural(doc, word, value, end):
            last = word
        elif last is not None and word.pos_ not in ("NOUN", "ADJ", "PROPN") and word.tag_ != "POS" and not _is_glued(doc, i):
            break
    return last


def _reach(doc: Doc, end: int) -> int:
    """Return the token before which the noun of a number ending at token `end` must stand; a compound with hyphens is one word."""
    i, left = end, MAX_WORDS
    while i < len(doc) and left:
        i += 1
        left -= not (i < len(doc) and (doc[i].text == "-" or doc[i - 1].text == "-"))
    return i


def _is_glued(doc: Doc, i: int) -> bool:
    """Say whether token `i` is the hyphen of a compound: `ex-bosses`."""
    return doc[i].text == "-" and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def _in_phrase(doc: Doc, i: int, end: int) -> bool:
    """Say whether token `i` may stand between a number and its noun, or is the noun."""
    word = doc[i]
    if word.lower_ in table()["amid"] or _is_inside_name(doc, i, end):
        return True
    if word.tag_ == "POS" or word.text in _QUOTES:
        return i + 1 < len(doc) and _goes_on(doc, i, end)
    if word.pos_ == "CCONJ":  # `200 pregnant and lactating women`, `a million animal and plant species`
        joined = ("ADJ", "VERB", "PROPN")
        things = i + 2 < len(doc) and doc[i - 1].tag_ == doc[i + 1].tag_ == "NN" and doc[i + 2].tag_ == "NNS"
        return end < i < len(doc) - 1 and ((doc[i - 1].pos_ in joined and doc[i + 1].pos_ in joined) or things)
    if word.text in ("-", "/"):
        return i > end and not doc[i - 1].whitespace_ and not word.whitespace_
    if i > end + 1 and doc[i - 1].text == "-" and not doc[i - 2].whitespace_ and not doc[i - 1].whitespace_:
        return word.is_alpha or doc[i - 2].text[0].isalpha()  # `two low-ranking rebels`, `nine A350-1000 planes`
    if i + 1 < len(doc) and doc[i + 1].text == "-" and not word.whitespace_ and not doc[i + 1].whitespace_:
        return word.text[0].isalpha()
    if word.pos_ == "VERB":
        return word.tag_ in ("VBN", "VBG", "JJ") and word.dep_ in ("amod", "compound", "conj")
    if word.pos_ == "ADV":
        return word.dep_ == "advmod" and i + 1 < len(doc) and (doc[i + 1].pos_ == "ADJ" or doc[i + 1].tag_ in ("VBN", "VBG", "JJ"))
    return word.pos_ in ("ADJ", "NOUN", "PROPN") and word.tag_ not in ("POS",)


def _is_inside_name(doc: Doc, i: int, end: int) -> bool:
    """Say whether token `i` stands within a name behind a number: `three Court of Appeal judges`, `nine Max 9 jets`."""
    if not end < i < len(doc) - 1:
        return False
    if doc[i].is_digit:
        return doc[i - 1].is_alpha and doc[i - 1].text[0].isupper() and doc[i + 1].tag_ == "NNS"
    return doc[i].ent_iob_ == "I" and doc[i].pos_ in ("ADP", "PART", "PUNCT") and doc[i + 1].text[0].isalpha()


def _goes_on(doc: Doc, i: int, end: int) -> bool:
    """Say whether a noun phrase goes on behind the possessive or quotation mark at token `i`: `two master's degrees`."""
    if doc[i].tag_ == "POS":
        return i > end and doc[i - 1].lower_ in table()["kinds"] and doc[i + 1].tag_ == "NNS"
    return _is_quoted(doc, i, end) or (i == end and _opens_before(doc, i))


_QUOTES = frozenset("\"'“”‘’")


def _is_quoted(doc: Doc, i: int, end: int) -> bool:
    """Say whether the mark at token `i` opens or closes a quotation of a few words behind a number: `two 'Gay Pride' marches`."""
    marks = [k for k in range(end, min(end + MAX_WORDS, len(doc))) if doc[k].text in _QUOTES]
    return len(marks) > 1 and marks[0] <= end + 1 and i in marks[:2] and marks[1] - marks[0] > 1


def _opens_before(doc: Doc, i: int) -> bool:
    """Say whether the mark at token `i` closes a quotation of a number and what qualifies it: `from “around 80” names`."""
    marks = [t for t in doc[max(doc[i].sent.start, i - 4) : i] if t.text in _QUOTES]
    return len(marks) == 1 and bool(marks[0].i == 0 or marks[0].nbor(-1).whitespace_)


def _is_plural(doc: Doc, word: Token, value: Decimal, end: int) -> bool:
    """Say whether `word` is a noun that a number of `value` ending at token `end` can count."""
    words = table()
    plural = word.lower_ in words["plurals"] or word.lower_.endswith("fish") or (word.lower_ in words["typed"] and word.text[-1] == "s")
    if plural or (word.lower_ == "head" and doc[word.i + 1 : word.i + 2].text == "of"):
        return True  # "30,000 head of cattle"
    if word.lower_.endswith("ed") and word.lower_ not in words["units"]:  # "the first three conspired", whatever the tagger says
        return False
    if word.lower_ == "population":  # `a nearly 1.4 billion Chinese population`
        return value >= SMALLEST_POPULATION
    if word.pos_ == "NOUN" and (word.tag_ == "NNS" or value == 1):
        return True
    named = word.text.endswith("s") and word.tag_ in PLURAL_TAGS
    # `300 million Africans`, `three Mongol Khans`, `175 UN Member States`, `the 27 Rabito Clinics`
    own = value >= MIN_NAMED and word.tag_ == "NNPS" and doc[end].ent_iob_ == "B" and end > 1 and doc[end - 2].pos_ in BEFORE_COUNTS
    return named and (word.ent_type_ == "NORP" or doc[end - 1].is_alpha or word.lower_ in words["named"] or own)


def _casualties(doc: Doc, end: int, value: Decimal) -> tuple[int, str] | None:
    """`two injured`, `14 missing`: a participle that stands for people, not one that modifies a noun."""
    if end >= len(doc) or value <= 1:
        return None
    last = end + 2 if end + 2 < len(doc) and doc[end + 1].text == "-" else end
    said = doc[end : last + 1].text.lower()  # `self-employed` is three tokens
    alone = last + 1 >= len(doc) or doc[last + 1].pos_ not in ("NOUN", "PROPN", "ADJ")
    return (last, table()["units"].get(said, "person")) if said in table()["casualties"] and alone else None


def _nationals(doc: Doc, end: int, value: Decimal) -> tuple[int, str] | None:
    """`Eleven Vietnamese were rescued`: a people's name that has no plural of its own."""
    if end + 1 >= len(doc) or value <= 1 or not re.search(r"(?:ese|ish|ch)$", doc[end].text) or code_of_demonym(doc[end].text) is None:
        return None
    behind = doc[end + 1]
    alone = (behind.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PART") or behind.lower_ == "aged") and behind.text != "-"
    return (end, "person") if alone else None


_HISSING = re.compile(r"(?:[rt]|[aeo]a|[aeiou]n(?<!avalan)|ee|oo|ou)ches$|(?:ss|sh|x)es$(?<!axes)")  # `marches`, `glasses`


def unit_of(noun: Token) -> str:
    """Return the unit of what is counted with `noun`: `person` for `dead` and `people`, else its singular, `start-up` for `start-ups`."""
    unit = table()["units"].get(noun.lower_) or singular(noun)
    hyphened = unit in table()["particles"] and noun.i > 1 and _is_glued(noun.doc, noun.i - 1)
    return f"{noun.nbor(-2).lower_}-{unit}" if hyphened else unit


def singular(noun: Token) -> str:
    """Return the singular of a counted noun; a people's name counts persons, `First Nations` counts nations."""
    if noun.tag_ == "NNS" and _HISSING.search(noun.lower_):
        return noun.lower_[:-2]
    if noun.text.isupper() and len(noun) > HEADLINE_WORD:
        return noun.lower_.removesuffix("s")
    if noun.text[:2].isupper():  # `10 MPs`
        return noun.text.removesuffix("s")
    if noun.pos_ != "PROPN" and noun.ent_type_ != "NORP":
        return _lemma(noun)
    name = noun.text.removesuffix("s")
    if noun.ent_type_ != "NORP":
        return name
    return name.lower() if name.lower() in table()["peoples"] else "person"


_ENDINGS = (("s", ""), ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("ses", "sis"), ("xes", "xis"), ("zzes", "z"))
_HISSED = ("s", "x", "z", "ch", "sh", "o")  # what stands before a plural in -es


def _lemma(noun: Token) -> str:
    """Return the learned lemma of a noun, where it can be the singular of what is written, else the plural without its s."""
    lemma, word = noun.lemma_.lower(), noun.lower_
    if noun.tag_ != "NNS" or not word.endswith("s"):
        return word if lemma + word[-1] == word else lemma  # "60 shellfish"
    if word in table()["same"] or word.removesuffix("s") in table()["in_ie"]:
        return word if word in table()["same"] else word.removesuffix("s")
    possible = any(word.endswith(plural) and lemma == word.removesuffix(plural) + ending for plural, ending in _ENDINGS)
    hissed = lemma + "es" == word and lemma.endswith(_HISSED)
    return lemma if possible or hissed else word.removesuffix("s")
