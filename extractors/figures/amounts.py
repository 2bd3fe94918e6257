"""Amounts: numbers with their units as they stand in the text, before the sentence around them is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from ..article import Article
from ..knowledge import load
from . import currencies
from .counts import find_counts, find_elided
from .numbers import number_pattern, parse_number, plain
from .units import denominators, percent_pattern, percent_units, rate_pattern, surfaces, unit_pattern

Section = Literal["percentages", "money", "quantities"]


@dataclass(frozen=True)
class Amount:
    """A number with its unit.

    Attributes:
        start, end: characters of the text, end exclusive: the number with its unit or noun, without qualifier.
        tokens: the first token, and one past the last one that the span touches.
        value, low, high: either `value`, or both ends of a range; ints where whole.
        unit: `percent`, `percentage point` or `basis point`; ISO 4217 code for money; unit or singular noun for quantities.
        dimension: of quantities, `count` for counts.
        qualifier: `about`, `at least`, `at most`, `more than` or `less than`.
        per: the denominator of a rate.
        signed: the way that an explicit sign says (`+3,192`).
        si_value, si_unit: of quantities with a unit of measurement.
    """

    section: Section
    start: int
    end: int
    tokens: tuple[int, int]
    value: int | float | None
    low: int | float | None
    high: int | float | None
    unit: str
    dimension: str | None = None
    qualifier: str | None = None
    per: str | None = None
    signed: Literal["up", "down"] | None = None
    si_value: int | float | None = None
    si_unit: str | None = None


@dataclass(frozen=True)
class _Found:
    """A match before it is tied to tokens: numbers, and what unit they have."""

    section: Section
    start: int
    end: int
    numbers: tuple[Decimal, ...]
    unit: str
    dimension: str | None = None
    per: str | None = None
    si: tuple[int | float, str] | None = None


def find_amounts(doc: Doc, article: Article, taken: Sequence[tuple[int, int]]) -> list[Amount]:
    """Return the amounts of `doc` in order of appearance, none overlapping another or one of the spans `taken` (those of dates)."""
    text = doc.text
    counts = currencies.country_counts(doc)
    found: list[_Found] = []
    used = _Used(len(text), taken)
    for matches in (_percentages(text), _money(text, counts), _physical(text)):
        for match in matches:
            if used.is_free(match.start, match.end):
                found.append(match)
                used.take(match.start, match.end)
    used_tokens = _token_set(doc, [*taken, *((f.start, f.end) for f in found)])
    counted = list(find_counts(doc, used_tokens))
    for start, end, value, unit in [*counted, *find_elided(doc, counted, used_tokens)]:
        found.append(_Found("quantities", start, end, (value,), unit, "count"))
    found = _with_elided(text, found, used)
    amounts = [_amount(doc, text, match) for match in sorted(found, key=lambda m: m.start)]
    return [a for a in amounts if a is not None]


class _Used:
    """The characters that a date or a figure has taken."""

    def __init__(self, length: int, spans: Sequence[tuple[int, int]]) -> None:
        self._mask = bytearray(length)
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Mark a span as taken."""
        self._mask[start:end] = b"\x01" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Say whether no character of a span is taken."""
        return not any(self._mask[start:end])


def _token_set(doc: Doc, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in spans)
    return frozenset(i for span in found if span is not None for i in range(span.start, span.end))


# A number isn't a part of a name, a web address, a score or a larger number.
_BEFORE = r"(?<!\x1b\[)(?<![\w/.,:%&#@])(?<!\w[-–])(?:(?<![\w])[+−-])?"


def _numbers(*, money: bool) -> str:
    """Return the pattern of a number or of a range of two; the unit that follows belongs to both."""
    number = number_pattern(money=money)
    return rf"(?P<first>{number})(?:(?:\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)(?P<more>(?P<second>{number})))?"


@cache
def _percent_regex() -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?i:{_numbers(money=False)}){percent_pattern()}")


def _percentages(text: str) -> Iterator[_Found]:
    for match in _percent_regex().finditer(text):
        surface = re.sub(r"[\s-]+", " ", (match["sign"] or match["word"]).lower())
        yield from _split(text, match, "percentages", percent_units()[surface], None)


def _split(text: str, match: re.Match[str], section: Section, unit: str, dimension: str | None) -> Iterator[_Found]:
    """Yield a match with two numbers as a range or as two figures: `from 3 to 4 percent` moves, `5 and 6 percent` lists."""
    first, second = _pair(match["first"], match["second"])
    if first is None:
        return
    if second is None:
        yield _Found(section, match.start(), match.end(), (first,), unit, dimension)
    elif _is_range(text, match, first, second):
        yield _Found(section, match.start(), match.end(), (first, second), unit, dimension)
    else:
        if not _is_bare_year(match["first"]):
            yield _Found(section, match.start(), match.end("first"), (first,), unit, dimension)
        yield _Found(section, match.start("more"), match.end(), (second,), unit, dimension)


def _pair(first: str, second: str | None) -> tuple[Decimal | None, Decimal | None]:
    """Return both numbers; the scale of the second holds for a first without one: `5 to 7 million`."""
    low, high = parse_number(first), parse_number(second) if second else None
    if low is not None and high is not None and second and re.fullmatch(r"[\d.,]+", first):
        scale = re.sub(r"^[\d.,½¼¾⅓⅔]+", "", second)
        scaled = parse_number(first + scale) if scale else None
        low = scaled if scaled is not None and low < 1000 else low
    return low, high


def _is_range(text: str, match: re.Match[str], low: Decimal, high: Decimal) -> bool:
    joint = text[match.end("first") : match.start("second")].strip().lower()
    before = text[max(0, match.start() - 24) : match.start()].lower()
    if joint.endswith("and"):
        return low < high and bool(re.search(r"\bbetween\W*$", before))
    if joint.endswith("or"):
        return low < high and high - low <= max(Decimal(1), low)
    return low < high and not re.search(r"\b(?:from|by)\s+(?:about|around|nearly|almost|some|just|only|under|over)?\s*[$€£]?$", before)


def _is_bare_year(number: str) -> bool:
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", number))


@cache
def _money_regexes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    number = number_pattern(money=True)
    symbol, name = currencies.symbol_pattern(), currencies.name_pattern()
    second = rf"(?:(?:\s?[-–—]\s?|\sto\s|\sand\s)(?P<more>(?:(?P=symbol)\s?|(?P=letter))?(?P<second>(?=\d){number})))?"
    before = re.compile(rf"(?<![\w/.,:#@-])[+−-]?{symbol}(?P<first>(?=\d){number}){second}(?![\w%°])")
    after = re.compile(rf"{_BEFORE}(?i:{_numbers(money=True)})(?:{name})")
    return before, after


def _money(text: str, counts: Counter[str]) -> Iterator[_Found]:
    before, after = _money_regexes()
    for match in before.finditer(text):
        symbol = match["symbol"] or match["letter"]
        currency = currencies.of_symbol(symbol, counts)
        if currency and not (currencies.is_code(symbol) and re.fullmatch(r"\d{1,2}", match["first"])):  # COP27, a conference
            yield from _split(text, match, "money", currency, None)
    for match in after.finditer(text):
        name = match["name"] or match["code"]
        if match["code"]:
            currency = name if currencies.is_code(name) else None
        elif re.match(r"(?i)cents?$|pence$|penny$|paise$|kopecks?$", name):
            yield from _hundredths(match, currencies.of_cents(name, counts))
            continue
        else:
            currency = currencies.of_name(name, match["adjective"] or "", counts)
        if currency:
            yield from _split(text, match, "money", currency, None)


def _hundredths(match: re.Match[str], currency: str | None) -> Iterator[_Found]:
    first, second = _pair(match["first"], match["second"])
    if currency and first is not None and match["first"].lower() not in ("a", "an"):
        numbers = (first / 100,) if second is None else (first / 100, second / 100)
        yield _Found("money", match.start(), match.end(), numbers, currency)


@cache
def _physical_regex() -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?i:{_numbers(money=False)}){unit_pattern()}")


def _physical(text: str) -> Iterator[_Found]:
    names, symbols = surfaces()
    for match in _physical_regex().finditer(text):
        name = match["name"]
        unit = names[re.sub(r"[\s-]+", " ", name.lower())] if name and re.sub(r"[\s-]+", " ", name.lower()) in names else None
        unit = unit or (names.get(name.lower()) if name else symbols[match["symbol"]])
        if unit is None:
            continue
        for found in _split(text, match, "quantities", unit.name, unit.dimension):
            numbers = tuple(n * unit.scale for n in found.numbers)
            si = (unit.to_si(numbers[0]), unit.si_unit) if len(numbers) == 1 else None
            yield replace(found, numbers=numbers, per=unit.per, si=si)


_DOZEN = re.compile(r"(?:half a|a) dozen\b", re.IGNORECASE)  # round, not twelve to the head
_LIST = re.compile(r"(?<![\w.,/:-])(?P<number>\d[\d.,]*\d|\d)(?:,\s|,?\s(?:and|or)\s)$")


def _with_elided(text: str, found: list[_Found], used: _Used) -> list[_Found]:
    """Add the numbers of a list whose unit stands behind the last alone: `21, 18 and 4 percent`."""
    for item in found:
        used.take(item.start, item.end)
    added = []
    for item in found:
        if item.section != "percentages":
            continue
        start, joint_seen = item.start, bool(re.match(r",?\s(?:and|or)\s\d", text[item.end : item.end + 8]))
        while listed := _LIST.search(text, max(0, start - 20), start):
            joint_seen = joint_seen or not listed[0].endswith(", ") or "and" in listed[0]
            value = parse_number(listed["number"])
            new = replace(item, start=listed.start("number"), end=listed.end("number"), numbers=(value,) if value is not None else ())
            if not joint_seen or not new.numbers or _is_bare_year(listed["number"]) or not used.is_free(new.start, new.end):
                break
            added.append(new)
            start = new.start
    return found + added


def _amount(doc: Doc, text: str, match: _Found) -> Amount | None:
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None or any("\n" in t.text for t in span):
        return None
    low, high = (match.numbers[0], match.numbers[1]) if len(match.numbers) == 2 else (None, None)
    sentence = span.sent
    return Amount(
        section=match.section,
        start=match.start,
        end=match.end,
        tokens=(span.start, span.end),
        value=plain(match.numbers[0]) if low is None else None,
        low=None if low is None else plain(low),
        high=None if high is None else plain(high),
        unit=match.unit,
        dimension=match.dimension,
        qualifier="about"
        if _DOZEN.match(text, match.start)
        else _qualifier(text[max(sentence.start_char, match.start - 40) : match.start], text[match.end : match.end + 12]),
        per=match.per or _per(text[match.end : min(sentence.end_char, match.end + 60)]),
        signed={"+": "up", "-": "down", "−": "down"}.get(text[match.start]),  # type: ignore[arg-type]
        si_value=match.si[0] if match.si else None,
        si_unit=match.si[1] if match.si else None,
    )


@cache
def _qualifier_regexes() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    table = load("figures/numbers.toml")
    before = {w: q for q, words in table["qualifiers"].items() for w in words}
    after = {w: q for q, words in table["qualifiers_after"].items() for w in words}

    def either(words: dict[str, str]) -> str:
        return "|".join(sorted(map(re.escape, words), key=len, reverse=True))

    first = re.compile(rf"(?:^|(?<=[\s(—–]))(?P<word>{either(before)})(?:\s(?:an?|another|additional|of|estimated))?\s?$", re.IGNORECASE)
    last = re.compile(rf"\s?(?P<word>{either(after)})(?!\w)", re.IGNORECASE)
    return first, last, before | after


def _qualifier(before: str, after: str) -> str | None:
    first, last, table = _qualifier_regexes()
    match = first.search(before) or last.match(after)
    return table[match["word"].lower()] if match else None


def _per(after: str) -> str | None:
    """Return the denominator that stands behind a figure, at once or at the end of its noun phrase (`barrels of oil a day`)."""
    match = rate_pattern().match(after)
    if match:
        return denominators()[match["noun"].lower()]
    adverbs: dict[str, str] = load("figures/units.toml")["adverbs"]
    clause = re.split(r"[,.;:()—–\d]", after, maxsplit=1)[0]
    for word in re.finditer(r"\b(\w+ly)\b", clause):
        # Not before a noun or an adjective: `two million daily newspapers`.
        if word[1] in adverbs and not re.match(
            r"\s(?!(?:and|or|but|to|from|in|by|for|since|until|when|while|if|via)\b)\w", clause[word.end() :]
        ):
            return adverbs[word[1]]
    if re.match(r"\s?(annually|yearly|daily|monthly|weekly|hourly)\b", clause):
        return adverbs[clause.split()[0]]
    tail = re.search(
        r"^\sof(?:\s[\w-]+){1,4}?\s(?:an?|per|each|every)\s(year|day|month|week|hour)\b(?!\s(?:earlier|ago|before|later|after|on|old))",
        clause,
    )
    return tail[1] if tail else None
