"""Numbers whose unit stands with another figure of the sentence: `21, 18 and 4 percent`, `$5 million in 2024, 6 million in 2025`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from spacy.tokens import Doc, Token

from ...knowledge import load
from .lexicon import lemma_of, words
from .matching import Found, is_bare_year
from .numbers import digits_pattern, is_whole, number_pattern, parse_number
from .qualifiers import per
from .units import unit_named

_LIST = re.compile(r"(?<![\w.,/:-])(?P<number>\d[\d.,]*\d|\d)(?:,\s|,?\s(?:and|or)\s)$")
_COMPARED = r"(?:compared\s(?:to|with)|against|versus|(?:up|down)\sfrom)\s(?:the\s|an?\s|about\s|just\s)?"
_BEFORE = re.compile(rf"(?<![\w.,/:$€£-])(?P<number>\d{{1,3}}(?:\.\d+)?)\s{_COMPARED}$")
_AFTER = re.compile(rf"(?:[^\n.;:\d]{{0,40}}[\s,])?{_COMPARED}(?P<number>\d{{1,3}}(?:\.\d+)?)(?![\w%,/:-]|\.\d)")
_TO = re.compile(r"\sto\s(?P<number>\d{1,3}(?:\.\d+)?)(?![\w%,/:-]|\.\d)")
REACH = 200  # characters between two conversions of one sentence
NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "SYM"}


def elided_percentages(doc: Doc, text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the numbers of lists and comparisons whose percent sign stands behind another number alone."""
    for item in found:
        if item.section == "percentages":
            yield from _listed(text, item)
            if (
                item.unit in {"basis point", "percentage point"}
                and (rate := _TO.match(text, item.end))
                and _is_alone(doc, rate.end("number"))
            ):
                yield replace(_like(item, rate), unit="percent")  # "raised the rate by 75 basis points to 4.15"
            if item.unit == "percent":
                yield from _compared(doc, text, item)
                yield from _again(doc, text, item)


def _listed(text: str, item: Found) -> Iterator[Found]:
    """Yield the numbers right before a percentage: `21, 18 and 4 percent`."""
    start, joint_seen = item.start, bool(re.match(r",?\s(?:and|or)\s\d", text[item.end : item.end + 8]))
    while listed := _LIST.search(text, max(0, start - 20), start):
        joint_seen = joint_seen or not listed[0].endswith(", ") or "and" in listed[0]
        value = parse_number(listed["number"])
        if not joint_seen or value is None or is_bare_year(listed["number"]):
            break
        start = listed.start("number")
        yield replace(item, start=start, end=listed.end("number"), numbers=(value,))


def _compared(doc: Doc, text: str, item: Found) -> Iterator[Found]:
    """Yield the number that a percentage is compared with: `7.4 compared with 9.4 percent`, `from 5.2 percent to 4.8`."""
    before = _BEFORE.search(text, max(0, item.start - 40), item.start)
    if before:
        yield _like(item, before)
    moves = re.search(r"\bfrom\s$", text[max(0, item.start - 6) : item.start])
    after = (_TO.match(text, item.end) if moves else None) or _AFTER.match(text, item.end)
    if after and _is_alone(doc, after.end("number")):
        yield _like(item, after)


_BY = re.compile(r"[^\n.;:()\d]{0,60}\sby\s(?P<number>\d{1,3}(?:\.\d+)?)(?![\w%,/:-]*\w|%)")


def _again(doc: Doc, text: str, item: Found) -> Iterator[Found]:
    """Yield the number of the next movement: `rose by 8 percent and exports by 5`, `… but that of zinc decreased by 1`."""
    match = _BY.match(text, item.end) if text[: item.start].endswith("by ") else None
    if match is None or not _is_alone(doc, match.end("number")):
        return
    between = doc.char_span(item.end, match.start("number"), alignment_mode="expand")
    verbs = [lemma_of(t) for t in between if t.pos_ in ("VERB", "AUX")] if between is not None else ["?"]
    if all(v in words("verbs", "up") | words("verbs", "down") for v in verbs) and re.search(r"\b(?:and|but|while|,)\s", match[0]):
        yield _like(item, match)


def _like(item: Found, match: re.Match[str]) -> Found:
    value = parse_number(match["number"])
    return replace(item, start=match.start("number"), end=match.end("number"), numbers=(value,) if value is not None else item.numbers)


def _is_alone(doc: Doc, end: int) -> bool:
    """Say whether the number that ends at character `end` has no noun or unit of its own."""
    span = doc.char_span(end - 1, end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return True
    following = doc[span.end]
    return (
        following.pos_ not in NOMINAL
        or following.lower_ in {"last", "next", "a", "today", "now", "this", "more", "less"}
        or following.ent_type_ in {"DATE", "TIME"}
    )


# "10.2 million barrels a day in May, up from 9.9 million in April"
_BASE = re.compile(
    r"(?:\s(?:per|an?)\s[a-z]+)?(?:\s(?:in|last|this)\s[^,.;:\n\d]{1,24}(?:\d{4})?)?,?\s(?:(?:up|down)\sfrom|compared\s(?:to|with)|versus|against)\s"
    rf"(?:about\s|around\s|just\s|some\s)?(?P<number>{digits_pattern()}(?:\s(?:million|billion|trillion))?)(?![\w%,/:-]|\.\d)"
)
_MOVED = re.compile(r"\b(?:from|by)\s(?:about\s|around\s|nearly\s|some\s)?$")
_TO_LARGE = re.compile(
    rf"(?:\sin\s(?:[A-Z][a-z]+\s)?\d{{4}})?\sto\s(?P<number>{digits_pattern()}(?:\s(?:million|billion|trillion))?)(?![\w%,/:-]|\.\d)"
)
_FROM_LARGE = re.compile(rf"\sfrom\s(?P<number>{digits_pattern()}(?:\s(?:million|billion|trillion))?)(?![\w%,/:-]|\.\d)")
_RANGE_FROM = re.compile(r"\bfrom\s(?P<number>\d{1,3}(?:\.\d+)?)\sto\s$")
_SUSPENDED = re.compile(rf"(?<![\w.,/-])(?P<number>{number_pattern()})-(?:,\s|,?\s(?:and|or|to)\s)$", re.IGNORECASE)


def elided_quantities(doc: Doc, text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the numbers whose unit stands with another alone: `from 208 pounds to 193`, `two- and three-bedroom flats`."""
    for item in found:
        if item.section != "quantities":
            continue
        if item.dimension != "count":
            yield from _moved(doc, text, item)
        else:
            yield from _paired(doc, text, item)
            yield from _in_turn(text, item)
            yield from _with_one(doc, text, item)
        start = item.start
        while "-" in text[item.start : item.end] and (hung := _SUSPENDED.search(text, max(0, start - 24), start)):
            start = hung.start("number")
            yield _measured_like(item, hung)


_PAIRED = re.compile(
    rf"(?<![\w.,:/$€£#-])(?P<number>{number_pattern()})\s(?P<kind>(?!a\b|and\b|or\b)[\w-]{{2,30}})\s(?:and|or)\s$", re.IGNORECASE
)


def _paired(doc: Doc, text: str, item: Found) -> Iterator[Found]:
    """Yield the number before a kind of what is counted behind it: `three silver and two bronze medals`, `27 oil and three gas blocks`."""
    match = _PAIRED.search(text, max(0, item.start - 60), item.start)
    kind = doc.char_span(match.start("kind"), match.end("kind"), alignment_mode="expand") if match else None
    if match is None or kind is None or len(text[item.start : item.end].split()) < 3:
        return
    alike = kind[-1].tag_ in ("JJ", "NN", "NNP", "VBN") and kind.text.lower() not in load("figures/amounts/numbers.toml")["counts"]["never"]
    value = parse_number(match["number"])
    if alike and value is not None and value >= 2 and is_whole(value) and not is_bare_year(match["number"]):
        yield _like(item, match)


_BEFORE_AND = re.compile(rf"(?<![\w.,:/$€£#-])(?P<number>{number_pattern()})(?:, (?P<more>{number_pattern()}),?)? and $", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"[^.;\n]{0,160}\brespectively\b")


def _in_turn(text: str, item: Found) -> Iterator[Found]:
    """Yield the numbers that share a noun, each for a thing of its own: `18 and 25 patients here and there, respectively`."""
    match = _BEFORE_AND.search(text, max(0, item.start - 40), item.start) if _RESPECTIVELY.match(text, item.end) else None
    for name in ("number", "more") if match else ():
        value = parse_number(match[name]) if match and match[name] else None
        if match and value is not None and is_whole(value) and len(item.numbers) == 1:
            yield replace(item, start=match.start(name), end=match.end(name), numbers=(value,))


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
        noun = _counted_by_one(doc, one[0]) if one is not None and _is_numeral(one[0]) else None
        if noun is not None and (match is behind or noun.idx + len(noun) <= item.start):
            counts = load("figures/amounts/numbers.toml")["counts"]
            unit = counts["units"].get(noun.lower_) or noun.lower_
            yield replace(item, start=match.start("one"), end=noun.idx + len(noun), numbers=(Decimal(1),), unit=unit)


def _is_numeral(one: Token) -> bool:
    return not one.i or one.nbor(-1).lower_ not in ("no", "the", "this", "that", "any", "every", "each", "on", "at", "from", "in")


def _counted_by_one(doc: Doc, one: Token) -> Token | None:
    """Return the noun in the singular that `one` counts, None where it is a pronoun or a word of time."""
    last = None
    for word in doc[one.i + 1 : one.i + 5]:
        if word.pos_ not in ("NOUN", "ADJ") and not (word.tag_ == "VBN" and last is None):
            break
        last = word if word.tag_ == "NN" else last
    counts = load("figures/amounts/numbers.toml")["counts"]
    return None if last is None or {last.lower_, last.lemma_.lower()} & set(counts["never"]) else last


def _moved(doc: Doc, text: str, item: Found) -> Iterator[Found]:
    """Yield the number that a measure went to or came from: `by 2 tonnes to 31`, `40 tonnes a day, up from 38`."""
    end = _TO_LARGE.match(text, item.end) if _MOVED.search(text[max(0, item.start - 16) : item.start]) else None
    if end and _is_alone(doc, end.end("number")):
        yield _measured_like(item, end)
    base = _BASE.match(text, item.end) or (_FROM_LARGE.match(text, item.end) if text.endswith("to ", 0, item.start) else None)
    if base and _is_alone(doc, base.end("number")):
        yield replace(_measured_like(item, base), per=per(text[item.end : base.start("number")]))


def _measured_like(item: Found, match: re.Match[str]) -> Found:
    like = _like(item, match)
    if item.si is None or item.dimension in (None, "count"):
        return like
    unit = unit_named(item.unit)
    return replace(like, si=(unit.to_si(like.numbers[0]), unit.si_unit))


_SCALED = re.compile(
    rf"(?<![\w.,/:$€£#-])(?P<number>{digits_pattern()}\s(?:million|billion|trillion|crore|lakh)(?:\scrore)?)(?![\w%-]|\s?\()"
)


_OPENING = (" (", " (about ", " (around ", " (or ", " (some ", " (nearly ")
_BEFORE_BRACKET = re.compile(rf"(?<![\w.,/:$€£#-])(?P<number>{number_pattern(in_words=False)})\s\($")
TOLERANCE = Decimal("0.25")  # between two rates of exchange of one article


def _converted(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the numbers before a conversion in brackets that one before them shows the currency of."""
    paid = [f for f in found if f.section == "money" and len(f.numbers) == 1]
    starts = [f.start for f in paid]
    for first, conversion, other in (
        (a, b, c)
        for a, b in pairwise(paid)
        for c in paid[bisect_right(starts, b.end) : bisect_right(starts, b.end + REACH)]
        if c.unit == b.unit != a.unit
    ):
        bare = _BEFORE_BRACKET.search(text, max(0, other.start - 40), other.start)
        value = parse_number(bare["number"]) if bare else None
        if not bare or not value or "\n" in text[conversion.end : other.start] or text[first.end : conversion.start] != " (":
            continue
        here, there = value / other.numbers[0], first.numbers[0] / conversion.numbers[0]
        if abs(here - there) <= TOLERANCE * there:
            yield Found("money", bare.start("number"), bare.end("number"), (value,), first.unit)


def _ranges(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the first number of `from 24.2 to 33-35 billion euros`."""
    for item in found:
        before = _RANGE_FROM.search(text, max(0, item.start - 20), item.start) if len(item.numbers) == 2 else None
        written = re.match(digits_pattern(), text[item.start : item.end])
        low = parse_number(written[0]) if written else None
        if before and low and item.section == "money":
            scale = item.numbers[0] / low
            yield replace(_like(item, before), numbers=(Decimal(before["number"]) * scale,))


def elided_money(doc: Doc, text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield numbers that are money because others of their sentence are.

    Scaled ones without a noun in a sentence that speaks of one currency, conversions aside, and counts nothing as large; one before the
    same conversion as another's (`2.4 million yen ($22,000) … and 2.3 million ($21,000)`); the start of a movement to a range.
    """
    yield from _converted(text, found)
    yield from _ranges(text, found)
    starts = [f.start for f in found]
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        here = found[bisect_left(starts, start) : bisect_left(starts, end)]
        paid = [f for f in here if f.section == "money" and not text.endswith(_OPENING, start, f.start)]
        if not paid or len({f.unit for f in paid}) > 1 or any(f.dimension and f.numbers[0] >= 10**6 for f in here):
            continue
        for match in _SCALED.finditer(text, start, end):
            value = parse_number(match["number"])
            if value is not None and match.start() > paid[0].start and _is_alone(doc, match.end()):
                yield Found("money", match.start(), match.end(), (value,), paid[0].unit)
