"""Numbers whose unit stands with another figure of the sentence: `21, 18 and 4 percent`, `from 208 pounds to 193`, `; Malawi, 107`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

from .counts import table
from .lexicon import NOMINAL, forms_of_movement
from .matching import Found, is_bare_year
from .numbers import ABOUT, digits_pattern, is_whole, number_pattern, parse_number, words_pattern
from .qualifiers import per
from .units import unit_named

REACH = 400  # characters that a list of parts goes on behind its whole


@dataclass(frozen=True)
class Form:
    """A way to write a number `behind` figures of a `kind`, whose unit it takes, `leading` before them; `repeated`: more may follow."""

    kind: str
    leading: str
    behind: str
    repeated: bool

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """What stands right before such a figure, compiled when one is first met."""
        return re.compile(self.leading)

    @cached_property
    def number(self) -> re.Pattern[str]:
        """The number and what leads to it from the figure's end, compiled at its first use, too."""
        return re.compile(self.behind)


def _kinds(item: Found) -> set[str]:
    kinds = {
        "percent": item.unit == "percent",
        "points": _is_points(item),
        "measure": item.section == "quantities" and item.dimension != "count",
        "one": len(item.numbers) == 1 and item.numbers[0] >= 0,
    }
    return {kind for kind, holds in kinds.items() if holds}


def _is_points(item: Found) -> bool:
    return item.unit in ("basis point", "percentage point")


_COMPARED = rf"(?:compared\s(?:to|with)|against|versus|(?:up|down)\sfrom)\s(?:the\s|an?\s)?{ABOUT}"
_NAME = r"(?:the\s)?[A-Z][\w.’'-]{0,30}(?:\s(?:and\s|of\s|the\s)?[A-Z][\w.’'-]{0,30}){0,4}"


@cache
def _forms() -> list[Form]:
    small = r"(?P<number>\d{1,3}(?:\.\d+)?)(?![\w%,/:-]|\.\d)"
    large = rf"(?P<number>{digits_pattern()}(?:\s(?:million|billion|trillion))?)(?![\w%,/:-]|\.\d)"
    digits = rf"{ABOUT}(?P<number>{number_pattern(in_words=False)})"
    comma, end = r"(?:,\s(?:and\s)?|\sand\s)", r"(?=[,;)]|\.?\s|\.?$)(?!\s?(?:%|percent|per\b|[a-z]+s\b(?<!as)))"
    moves = "|".join(forms_of_movement())
    # "10.2 million barrels a day in May, up from 9.9 million in April"
    months = r"(?:\s(?:per|an?)\s[a-z]+)?(?:\s(?:in|last|this)\s[^,.;:\n\d]{1,24}(?:\d{4})?)?"
    rows = [
        ("points", "$", rf"\sto\s{small}", False),  # "raised the rate by 75 basis points to 4.15"
        ("percent", r"\bfrom\s$", rf"\sto\s{small}", False),
        ("percent", "$", rf"(?:[^\n.;:\d]{{0,40}}[\s,])?{_COMPARED}{small}", False),
        # the word "by" is looked for first: hundreds of verbs at each word take long
        ("percent", r"\bby\s$", rf"[^\n.;:()\d]{{0,30}}\b(?=\w+\s(?:\w+s\s)?by\s)(?:and\s(?:\w+s\s)?|(?:{moves})\s)by\s{small}", False),
        (
            "percent",
            "$",
            rf"\s(?:in|for|at)\s{_NAME}(?:,\s(?:and\s)?|\sand\s){small}(?=\s(?:in|for|at)\s{_NAME}(?:[,;.)]|\sand\s|$))",
            True,
        ),
        ("measure", rf"\b(?:from|by)\s{ABOUT}$", rf"(?:\sin\s(?:[A-Z][a-z]+\s)?\d{{4}})?\sto\s{large}", False),
        ("measure", r"\bto\s$", rf"\sfrom\s{large}", False),
        ("measure", "$", rf"{months},?\s{_COMPARED}{large}", False),
        ("one", "$", rf"(?:\s(?:of|per)\s[^;.\n\d]{{1,60}})?;\s(?:and\s)?{_NAME},\s{digits}(?=[;.]|\s*$)", True),
        ("one", r"\($", rf"\){comma}{_NAME}\s\({digits}(?=\))", True),
        ("one", rf"{_NAME}\swith\s{ABOUT}$", rf"{comma}{_NAME}\swith\s{digits}{end}", True),
    ]
    return [Form(*row) for row in rows]


def elided(doc: Doc, text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the numbers behind and before the figures `found` that have their unit from them."""
    for i, item in enumerate(found):
        if item.section == "money":
            yield from _converted(text, item, found[max(0, i - 8) : i])
        kinds = _kinds(item)
        for form in _forms():
            if form.kind in kinds and form.lead.search(text, max(0, item.start - 80), item.start):
                yield from _behind(doc, text, item, form)
        if item.unit == "percent" and (before := _BEFORE.search(text, max(0, item.start - 40), item.start)):
            yield _like(item, before)
        if item.section == "percentages" or _RESPECTIVELY.match(text, item.end):
            yield from _listed(text, item)
        if "-" in text[item.start : item.end]:
            yield from _hung(text, item)
        if item.dimension == "count":
            yield from _paired(doc, text, item)
            yield from _with_one(doc, text, item)


def _behind(doc: Doc, text: str, item: Found, form: Form) -> Iterator[Found]:
    end = item.end
    while match := form.number.match(text, end):
        end = match.end("number")
        like = _like(item, match)
        if is_bare_year(match["number"]) or not _is_alone(doc, end) or (item.dimension == "count" and not is_whole(like.numbers[0])):
            return
        yield replace(like, unit="percent" if _is_points(item) else item.unit, per=item.per or per(text[item.end : match.start("number")]))
        if not form.repeated:
            return


def _like(item: Found, match: re.Match[str], name: str = "number") -> Found:
    """Return a figure of the unit of `item` with the number that `match` has in its group `name`."""
    value = parse_number(match[name]) or Decimal(0)
    si = unit_named(item.unit).to_si(value) if item.si is not None else None
    return replace(item, start=match.start(name), end=match.end(name), numbers=(value,), si=si)


def _is_alone(doc: Doc, end: int) -> bool:
    """Say whether the number that ends at character `end` has no noun or unit of its own."""
    span = doc.char_span(end - 1, end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return True
    following = doc[span.end]
    if following.lower_ in ("last", "next", "a", "today", "now", "this", "more", "less") or following.ent_type_ in ("DATE", "TIME"):
        return True
    return following.pos_ not in NOMINAL


# --- before a figure


_BEFORE = re.compile(rf"(?<![\w.,/:$€£-])(?P<number>\d{{1,3}}(?:\.\d+)?)\s{_COMPARED}$")
_LIST = re.compile(r"(?<![\w.,/:-])(?P<number>\d[\d.,]*\d|\d)(?:,\s|,?\s(?:and|or)\s)$")
_RESPECTIVELY = re.compile(r"[^.;\n]{0,160}\brespectively\b")


@cache
def _suspended() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/-])(?P<number>{number_pattern()})-(?:,\s|,?\s(?:and|or|to)\s)$", re.IGNORECASE)


def _listed(text: str, item: Found) -> Iterator[Found]:
    """Yield the numbers right before a figure: `21, 18 and 4 percent`, `18 and 25 patients here and there, respectively`."""
    start, joint_seen = item.start, bool(re.match(r",?\s(?:and|or)\s\d", text[item.end : item.end + 8]))
    while listed := _LIST.search(text, max(0, start - 20), start):
        joint_seen = joint_seen or not listed[0].endswith(", ") or "and" in listed[0]
        if not joint_seen or is_bare_year(listed["number"]) or parse_number(listed["number"]) is None:
            break
        start = listed.start("number")
        yield _like(item, listed)


def _hung(text: str, item: Found) -> Iterator[Found]:
    """Yield the numbers before hanging hyphens: `two- and three-bedroom flats`."""
    start = item.start
    while hung := _suspended().search(text, max(0, start - 24), start):
        start = hung.start("number")
        yield _like(item, hung)


_FROM = re.compile(r"\bfrom\s(?P<number>\d{1,3}(?:\.\d+)?)\sto\s$")
_DIGITS = re.compile(digits_pattern())
TOLERANCE = Decimal("0.25")  # between two rates of exchange of one article


@cache
def _before_bracket() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,:/$€£#-])(?P<number>{number_pattern(in_words=False)})\s\($")


def _converted(text: str, item: Found, before: Sequence[Found]) -> Iterator[Found]:
    """Yield the sum before its conversion, at the rate of one `before`: `400 yen ($3) and 700 ($5)`, or `from 4.2 to 6-7 billion euros`."""
    moved = _FROM.search(text, max(0, item.start - 20), item.start) if len(item.numbers) == 2 else None
    if moved and (written := _DIGITS.match(text, item.start, item.end)):
        like = _like(item, moved)
        yield replace(like, numbers=(like.numbers[0] * item.numbers[0] / (parse_number(written[0]) or 1),))
    opened = text.endswith("(", 0, item.start)
    bare = _before_bracket().search(text, max(0, item.start - 40), item.start) if opened else None
    for paid, said in pairwise(before) if bare else ():
        if bare and text[paid.end : said.start] == " (" and said.unit == item.unit != paid.unit and said.numbers[0] and item.numbers[0]:
            like, rate = _like(paid, bare), paid.numbers[0] / said.numbers[0]
            if abs(like.numbers[0] / item.numbers[0] - rate) <= TOLERANCE * rate:
                yield like


_JOINED = re.compile(r"\s(?:and|or)\s$", re.IGNORECASE)


@cache
def _paired_kind() -> re.Pattern[str]:
    kind = r"(?P<kind>(?!a\b|and\b|or\b)[\w-]{2,30})"
    return re.compile(rf"(?<![\w.,:/$€£#-])(?P<number>{number_pattern()})\s{kind}{_JOINED.pattern}", re.IGNORECASE)


def _paired(doc: Doc, text: str, item: Found) -> Iterator[Found]:
    """Yield the number before a kind of what is counted behind it: `three silver and two bronze medals`, `27 oil and three gas blocks`."""
    joined = _JOINED.search(text, max(0, item.start - 5), item.start)
    match = _paired_kind().search(text, max(0, item.start - 60), item.start) if joined else None
    kind = doc.char_span(match.start("kind"), match.end("kind"), alignment_mode="expand") if match else None
    if match is None or kind is None or len(text[item.start : item.end].split()) < 3:
        return
    alike = kind[-1].tag_ in ("JJ", "NN", "NNP", "VBN") and kind.text.lower() not in table()["never"]
    like = _like(item, match)
    if alike and like.numbers[0] >= 2 and is_whole(like.numbers[0]) and not is_bare_year(match["number"]):
        yield like


_ONE_BEHIND = re.compile(r"(?:,\s|,?\s(?:and|or|but)\s)(?:only\s|just\s)?(?P<one>one)\s(?!of\b|another\b|day\b)(?=[a-z])")
_ONE_BEFORE = re.compile(r"(?<![\w-])(?P<one>[Oo]ne)\s(?:[\w-]{2,20}\s){1,3}(?:and\s|or\s)$")


def _with_one(doc: Doc, text: str, item: Found) -> Iterator[Found]:
    """Yield the `one` that is listed with a number of things, which makes it a number: `two sons and one daughter`."""
    if item.numbers[0] < 2:
        return
    behind = _ONE_BEHIND.match(text, item.end)
    before = _ONE_BEFORE.search(text, max(0, item.start - 70), item.start)
    for match in filter(None, (before, behind)):
        one = doc.char_span(match.start("one"), match.end("one"), alignment_mode="expand")
        noun = (
            _counted_by_one(one[0]) if one is not None and (not one.start or one[0].nbor(-1).lower_ not in table()["no_numeral"]) else None
        )
        if noun is not None and (match is behind or noun.idx + len(noun) <= item.start):
            unit = table()["units"].get(noun.lower_) or noun.lower_
            yield replace(item, start=match.start("one"), end=noun.idx + len(noun), numbers=(Decimal(1),), unit=unit)


def _counted_by_one(one: Token) -> Token | None:
    """Return the noun in the singular that `one` counts, None where it is a pronoun or a word of time."""
    last = None
    for word in one.doc[one.i + 1 : one.i + 5]:
        if word.pos_ not in ("NOUN", "ADJ") and not (word.tag_ == "VBN" and last is None):
            break
        last = word if word.tag_ == "NN" else last
    return None if last is None or {last.lower_, last.lemma_.lower()} & table()["never"] else last


# --- money


_OPENING = (" (", " (about ", " (around ", " (or ", " (some ", " (nearly ")


@cache
def _scaled() -> re.Pattern[str]:
    scale = r"(?:million|billion|trillion|crore|lakh)(?:\scrore)?"
    return re.compile(rf"(?<![\w.,:/$€£#-])(?P<number>{digits_pattern()}\s{scale})(?![\w%-]|\s?\()")


def elided_money(doc: Doc, text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield scaled numbers without a noun in a sentence that speaks of one currency, conversions aside, and counts nothing as large."""
    starts = [f.start for f in found]
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        here = found[bisect_left(starts, start) : bisect_left(starts, end)]
        paid = [f for f in here if f.section == "money" and not text.endswith(_OPENING, start, f.start)]
        if not paid or len({f.unit for f in paid}) > 1 or any(f.dimension and f.numbers[0] >= 10**6 for f in here):
            continue
        for match in _scaled().finditer(text, paid[0].end, end):
            if _is_alone(doc, match.end()):
                yield _like(replace(paid[0], per=None), match)


# --- parts of a whole


@cache
def _part() -> re.Pattern[str]:
    how = rf"(?P<how>{'|'.join(sorted(table()['parted_by']))})\s(?!\d|(?:a|an)\s(?:year|day|week|month)\b|(?:{words_pattern()})\b)"
    kind = r"[a-z][a-z-]{2,20}(?=,|\sand\s|[.;)]|\s?$)"
    begin = rf"(?:^|[:,;(—–]\s?|\band\s|,\s)(?:and\s|another\s)?{ABOUT}"
    return re.compile(rf"{begin}(?P<number>(?i:{number_pattern()}))\s(?:{how}|{kind})")


def parts(text: str, ends: Sequence[int], found: Sequence[Found]) -> Iterator[Found]:
    """Yield the numbers into which a count is parted: `sold seven jets: four to a Lima carrier and three to the state`.

    Two or more behind one count: each before the same preposition, together no more than the whole; or before anything, together the whole
    (`22 medals: 9 gold, 7 silver and 6 bronze`). `ends` are those of sentences.
    """
    for i, item in enumerate(found):
        if item.dimension != "count" or len(item.numbers) > 1 or item.numbers[0] < 2:
            continue
        stop = next((end for end in ends if end >= item.end), len(text))
        other = next((f.start for f in found[i + 1 : i + 8] if f.unit != item.unit or " " in text[f.start : f.end]), len(text))
        matches = [m for m in _part().finditer(text, item.end, min(stop, item.end + REACH, other)) if not is_bare_year(m["number"])]
        told = [_like(item, match) for match in matches]
        if sum(part.numbers[0] for part in told) != item.numbers[0]:
            told = [part for part, match in zip(told, matches, strict=True) if match["how"]]
            if len({match["how"] for match in matches if match["how"]}) > 1 or sum(part.numbers[0] for part in told) > item.numbers[0]:
                continue
        if len(told) > 1 and all(is_whole(part.numbers[0]) and part.numbers[0] >= 1 for part in told):
            yield from told
