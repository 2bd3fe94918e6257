"""Amounts: numbers with their units as they stand in the text, before the sentence around them is read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span, Token

from ..article import Article
from ..knowledge import load
from . import currencies
from .counts import find_counts, find_elided
from .lexicon import lemma_of, words
from .numbers import digits_pattern, number_pattern, parse_number, plain
from .units import Unit, denominators, percent_pattern, percent_units, rate_pattern, surfaces, unit_pattern

Section = Literal["percentages", "money", "quantities"]
SI = tuple[int | float, str]


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
    """A match before it is tied to tokens: one number or the two ends of a range, and what unit they have."""

    section: Section
    start: int
    end: int
    numbers: tuple[Decimal, ...]
    unit: str
    dimension: str | None = None
    per: str | None = None
    si: SI | None = None


def find_amounts(doc: Doc, article: Article, taken: Sequence[tuple[int, int]]) -> list[Amount]:
    """Return the amounts of `doc` in order of appearance, none overlapping another or one of the spans `taken` (those of dates)."""
    text = doc.text
    found: list[_Found] = []
    used = _Used(len(text), taken)
    for matches in (_percentages(text), _money(text, currencies.country_counts(doc)), _quantities(doc, text)):
        found += used.add(matches)
    used_tokens = _token_set(doc, [*taken, *((f.start, f.end) for f in found)])
    counted = list(find_counts(doc, used_tokens))
    counted += find_elided(doc, counted, used_tokens)
    found += used.add(_Found("quantities", start, end, (value,), unit, "count") for start, end, value, unit in counted)
    found += used.add(_elided_percentages(doc, text, sorted(found, key=_start)))
    found += used.add(_elided_money(doc, text, sorted(found, key=_start)))
    found += used.add(_series(doc, text))
    amounts = [_amount(doc, text, match) for match in sorted(found, key=_start)]
    return _bracketed(text, [a for a in amounts if a is not None])


def _start(found: _Found) -> int:
    return found.start


class _Used:
    """The characters that a date or a figure has taken."""

    def __init__(self, length: int, spans: Sequence[tuple[int, int]]) -> None:
        self._mask = bytearray(length)
        for start, end in spans:
            self.take(start, end)

    def add(self, matches: Iterable[_Found]) -> list[_Found]:
        """Return those of `matches` that lie on free characters, each taking its own."""
        added = []
        for match in matches:
            if self.is_free(match.start, match.end):
                self.take(match.start, match.end)
                added.append(match)
        return added

    def take(self, start: int, end: int) -> None:
        """Mark a span as taken."""
        self._mask[start:end] = b"\x01" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Say whether no character of a span is taken."""
        return not any(self._mask[start:end])


def _token_set(doc: Doc, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in spans)
    return frozenset(i for span in found if span is not None for i in range(span.start, span.end))


_SIGNS: dict[str, Literal["up", "down"]] = {"+": "up", "-": "down", "−": "down"}


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
        qualifier=_qualifier(
            text[max(sentence.start_char, match.start - 40) : match.start],
            text[match.start : match.end],
            text[match.end : match.end + 12],
        ),
        per=match.per or _per(text[match.end : min(sentence.end_char, match.end + 60)]),
        signed=None if match.dimension == "temperature" else _SIGNS.get(text[match.start]),
        si_value=match.si[0] if match.si else None,
        si_unit=match.si[1] if match.si else None,
    )


def _bracketed(text: str, amounts: list[Amount]) -> list[Amount]:
    """Give an amount in brackets the attributes of the one before it, and both what follows the brackets.

    "more than 30 million pesos (US$1.7 million) a year"
    """
    done: list[Amount] = []
    for amount in amounts:
        first = done[-1] if done else None
        closed = _closing_bracket(text, first.end, (amount.start, amount.end)) if first and _converts(first, amount) else None
        if first and closed is not None:
            line = text.find("\n", closed)
            after = text[closed : closed + 60 if line < 0 else min(line, closed + 60)]
            rate, word = first.per or _per(after), first.qualifier or _qualifier("", "", after[:12])
            done[-1] = replace(first, per=rate, qualifier=word)
            amount = replace(amount, per=amount.per or rate, qualifier=amount.qualifier or word)
        done.append(amount)
    return done


def _converts(first: Amount, second: Amount) -> bool:
    same = first.section == second.section and first.dimension == second.dimension
    return same and first.section != "percentages" and first.dimension != "count" and first.unit != second.unit


# A number isn't a part of a name, a web address, a score or a larger number.
_LEFT = r"(?<!\x1b\[)(?<![\w/.,:%&#@])(?<!\w[-–])(?:(?<![\w])[+−-])?"
_JOINT = r"(?:\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)"


def _number_or_range(*, money: bool, million: bool = False, unit: str = "") -> str:
    """Return the pattern of a number or of a range of two; `unit` may stand behind the first of them as well."""
    number = number_pattern(money=money, million=million)
    first_unit = rf"(?:{unit}(?={_JOINT}))?" if unit else ""
    return rf"(?P<first>{number}){first_unit}(?:{_JOINT}(?P<more>(?P<second>{number})))?"


# percentages


@cache
def _percent_regex() -> re.Pattern[str]:
    return re.compile(rf"{_LEFT}(?i:{_number_or_range(money=False, unit=_repeated_percent())}){percent_pattern()}")


def _repeated_percent() -> str:
    """`5% to 7%`, `3 per cent to 4.5 per cent`."""
    return r"\s?(?:%|percent|per\scent|pct)"


def _percentages(text: str) -> Iterator[_Found]:
    """Yield the percentages of `text`; percentage points and basis points are units of their own."""
    for match in _percent_regex().finditer(text):
        surface = re.sub(r"[\s-]+", " ", (match["sign"] or match["word"]).lower())
        yield from _split(text, match, "percentages", percent_units()[surface], None)


# ranges


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
        end = match.end("first")
        between = re.match(_repeated_percent() + rf"(?={_JOINT})", text[end : match.start("more")])
        if not _is_bare_year(match["first"]) and not (section == "percentages" and first > 10**5):  # `N$3 billion or 80%`
            yield _Found(section, match.start(), end + (between.end() if between else 0), (first,), unit, dimension)
        yield _Found(section, match.start("more"), match.end(), (second,), unit, dimension)


def _pair(first: str, second: str | None) -> tuple[Decimal | None, Decimal | None]:
    """Return both numbers; the scale of the second holds for a first without one (`5 to 7 million`), but not in `$200 to $4 million`."""
    low, high = parse_number(first), parse_number(second) if second else None
    if low is not None and high is not None and second and re.fullmatch(r"[\d.,]+", first):
        scale = re.sub(r"^[\d.,½¼¾⅓⅔]+", "", second)
        scaled = parse_number(first + scale) if scale else None
        low = scaled if scaled is not None and low < 1000 and (scaled < high or low == high) else low
    return low, high


def _is_range(text: str, match: re.Match[str], low: Decimal, high: Decimal) -> bool:
    joint = re.search(r"\s(to|and|or)\s", text[match.end("first") : match.start("second")].lower())
    word = joint[1] if joint else "to"
    before = text[max(0, match.start() - 24) : match.start()].lower()
    if word == "and":
        return low < high and bool(re.search(r"\bbetween\W*$", before))
    if word == "or":
        return low < high and high - low <= max(Decimal(1), low)
    return low < high and not re.search(r"\b(?:from|by)\s+(?:about|around|nearly|almost|some|just|only|under|over)?\s*[$€£]?$", before)


def _is_bare_year(number: str) -> bool:
    """Say whether a number may be a year of our time."""
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", number))


# money


@cache
def _money_regexes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    number = number_pattern(money=True, in_words=False)
    symbol, name = currencies.symbol_pattern(), currencies.name_pattern()
    second = rf"(?:(?:\s?[-–—]\s?|\sto\s|\sand\s)(?P<more>(?:(?P=symbol)\s?|(?P=letter)|\$)?(?P<second>{number})))?"
    code = r"(?:\s(?P<code>[A-Z]{3}))?"
    before = re.compile(rf"(?<![\w/.,:#@-])[+−-]?{symbol}(?P<first>{number}){second}{code}(?![\w%°])")
    after = re.compile(rf"{_LEFT}(?i:{_number_or_range(money=True)})(?:{name})")
    named = re.compile(rf"(?<![\w-]){currencies.leading_pattern()}\s(?P<first>{number})(?P<more>(?P<second>(?!)))?(?![\w%°])")
    return before, after, named


def _money(text: str, countries: Counter[str]) -> Iterator[_Found]:
    """Yield the amounts of money: symbol or code before the number, name or code behind it, last a name before it (`US dollars 6000`)."""
    before, after, named = _money_regexes()
    dollar = currencies.dollar_of(text, countries)
    paid = Counter[str]()
    for match in before.finditer(text):
        currency, end = _currency_before(match, dollar, countries)
        if currency:
            for found in _split(text, match, "money", currency, None):
                paid[currency] += 1
                yield found if found.end < match.end() else replace(found, end=end)
    for match in after.finditer(text):
        yield from _named(text, match, countries, paid)
    for match in named.finditer(text):
        currency = currencies.of_name(match["name"], match["adjective"] or "", countries)
        if currency and not _is_bare_year(match["first"]):
            yield from _split(text, match, "money", currency, None)


def _currency_before(match: re.Match[str], dollar: str, countries: Counter[str]) -> tuple[str | None, int]:
    """Return the currency of a number with its symbol before it, and where the amount ends: behind a code as in `$5 million CAD`."""
    symbol = match["symbol"] or match["letter"]
    code = match["code"]
    if currencies.is_code(symbol) and re.fullmatch(r"\d{1,2}", match["first"]):  # COP27, a conference
        return None, match.end()
    currency = dollar if symbol == "$" else currencies.of_symbol(symbol, countries)
    if code and currencies.is_code(code) and symbol == "$" and code.endswith("D"):  # `$5 million CAD`
        return code, match.end("code")
    return currency, match.end("code") - 4 if code else match.end()


def _named(text: str, match: re.Match[str], countries: Counter[str], paid: Counter[str]) -> Iterator[_Found]:
    """Yield the amount of a number with the name of its currency behind it."""
    name = match["name"] or match["code"]
    if match["code"]:
        currency = name if currencies.is_code(name) else None
    elif currencies.is_hundredth(name):
        yield from _hundredths(match, currencies.of_hundredth(name, match["adjective"] or "", countries, paid))
        return
    elif not match["adjective"] and (
        currencies.is_weight(text, match.start(), match.end(), countries)
        or currencies.is_word(name, parse_number(match["second"] or match["first"]))
    ):
        return
    else:
        currency = currencies.of_name(name, match["adjective"] or "", countries)
    if not currency:
        return
    paid[currency] += 1
    for found in _split(text, match, "money", currency, None):
        article = re.match(r"(?i)an?\s(?=\w+-)", text[found.start : found.end])  # `a million-dollar prize`
        yield replace(found, start=found.start + article.end()) if article else found


def _hundredths(match: re.Match[str], currency: str | None) -> Iterator[_Found]:
    first, second = _pair(match["first"], match["second"])
    if currency and first is not None and match["first"].lower() not in ("a", "an"):
        numbers = (first / 100,) if second is None else (first / 100, second / 100)
        yield _Found("money", match.start(), match.end(), numbers, currency)


# units of measurement


@cache
def _physical_regex() -> re.Pattern[str]:
    return re.compile(rf"{_LEFT}(?P<minus>minus[\s-])?(?i:{_number_or_range(money=False, million=True)}){unit_pattern()}")


def _quantities(doc: Doc, text: str) -> Iterator[_Found]:
    """Yield the numbers with a unit of measurement, with their SI values."""
    names, symbols = surfaces()
    for match in _physical_regex().finditer(text):
        name = match["name"]
        unit = names.get(re.sub(r"[\s-]+", " ", name.lower())) or names.get(name.lower()) if name else symbols[match["symbol"]]
        if unit is None or _is_name(text, match) or (match["symbol"] == "m" and _is_million(doc, text, match)):
            continue
        if match["minus"] and unit.dimension != "temperature":  # a loss of ground
            continue
        for found in _split(text, match, "quantities", unit.name, unit.dimension):
            yield _measured(text, match, found, unit)


def _measured(text: str, match: re.Match[str], found: _Found, unit: Unit) -> _Found:
    numbers = tuple(n * unit.scale for n in found.numbers)
    if unit.dimension == "temperature" and (match["minus"] or text[match.start()] in "-−"):
        numbers = tuple(-n for n in sorted(numbers, reverse=True))
    si = None
    if len(numbers) == 1 and unit.si is not None:
        si = unit.to_si(numbers[0], difference=_is_difference(text, found)), unit.si_unit
    return replace(found, numbers=numbers, per=unit.per, si=si)


_LOWER_OR_HIGHER = re.compile(r"\s(?:above|below|warmer|cooler|colder|hotter|higher|lower|of (?:global |further )?warming)\b")


def _is_difference(text: str, found: _Found) -> bool:
    """Say whether degrees are a difference (`warmed by 1.5C`, `2C above normal`) and no point of the scale."""
    before = text[max(0, found.start - 24) : found.start]
    return bool(re.search(r"\bby (?:about |around |nearly |almost |some |up to |at least |more than )?$", before)) or bool(
        _LOWER_OR_HIGHER.match(text, found.end)
    )


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Say whether a unit is a part of a name: `ten Kilo Class submarines`."""
    name = match["name"]
    after = re.match(r"\s([A-Z]\w+)", text[match.end() : match.end() + 20])
    return bool(name and name[0].isupper() and not name.isupper() and after and after[1] not in ("Of", "In", "Per", "A", "From", "To"))


def _is_million(doc: Doc, text: str, match: re.Match[str]) -> bool:
    """Say whether `5m` is five million and no length: `5m people`, not `a 5m wall`, `100m hurdles`."""
    if match["second"] or not re.match(r"\s[a-z]", text[match.end() : match.end() + 2]) or text[match.start("symbol") - 1].isspace():
        return False
    table = load("figures/numbers.toml")["counts"]
    following = re.match(r"\s([a-z]+)", text[match.end() : match.end() + 24])
    noun = _plural_after(doc, match.end() + 1)
    return noun is not None and noun not in table["metres"] and bool(following and following[1] not in table["measured"])


def _plural_after(doc: Doc, char: int) -> str | None:
    """Return the plural noun of the noun phrase that begins at character `char`, None where none does."""
    span = doc.char_span(char, char + 1, alignment_mode="expand")
    for token in doc[span.start : span.start + 5] if span is not None else []:
        if token.tag_ == "NNS":
            return token.lower_
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            return None
    return None


# words around an amount

_DOZEN = re.compile(r"(?:half a|a) dozen\b", re.IGNORECASE)  # round, not twelve to the head
_PLACE = re.compile(r"(?:over|above|under|below)$", re.IGNORECASE)


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


def _qualifier(before: str, figure: str, after: str) -> str | None:
    """Return `about`, `at least`, `at most`, `more than` or `less than` where the words beside `figure` say so."""
    if _DOZEN.match(figure):
        return "about"
    if re.search(r"[\dmnk]\+\s|-plus\b", figure):  # `500+ shops`
        return "at least"
    first, last, table = _qualifier_regexes()
    match = first.search(before)
    if match and _PLACE.match(match["word"]) and re.search(r"[a-z]-[a-z]|\d-[a-z]", figure):  # `above 5,000-foot peaks`
        match = None
    match = match or last.match(after)
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


def _closing_bracket(text: str, first_end: int, second: tuple[int, int]) -> int | None:
    """Return where the bracket around a second amount closes, None where it stands in none: `30 million pesos (US$1.7 million)`."""
    start, end = second
    if not re.fullmatch(r"\s?\((?:about |around |some |roughly |approximately |or )?", text[first_end:start]):
        return None
    closed = re.match(r"(?:[^()\n]{0,60})\)", text[end : end + 61])
    return end + closed.end() if closed else None


# units that stand with another figure

_LIST = re.compile(r"(?<![\w.,/:-])(?P<number>\d[\d.,]*\d|\d)(?:,\s|,?\s(?:and|or)\s)$")
_COMPARED = r"(?:compared\s(?:to|with)|against|versus|(?:up|down)\sfrom)\s(?:the\s|an?\s|about\s|just\s)?"
_COMPARED_BEFORE = re.compile(rf"(?<![\w.,/:$€£-])(?P<number>\d{{1,3}}(?:\.\d+)?)\s{_COMPARED}$")
_COMPARED_AFTER = re.compile(rf"(?:[^\n.;:\d]{{0,40}}[\s,])?{_COMPARED}(?P<number>\d{{1,3}}(?:\.\d+)?)(?![\w%,/:-]|\.\d)")
_TO = re.compile(r"\sto\s(?P<number>\d{1,3}(?:\.\d+)?)(?![\w%,/:-]|\.\d)")
_NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "SYM"}


def _elided_percentages(doc: Doc, text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield the numbers of lists and comparisons whose percent sign stands behind another number alone."""
    for item in found:
        if item.section == "percentages":
            yield from _listed(text, item)
            if item.unit == "percent":
                yield from _compared(doc, text, item)


def _listed(text: str, item: _Found) -> Iterator[_Found]:
    """Yield the numbers right before a percentage: `21, 18 and 4 percent`."""
    start, joint_seen = item.start, bool(re.match(r",?\s(?:and|or)\s\d", text[item.end : item.end + 8]))
    while listed := _LIST.search(text, max(0, start - 20), start):
        joint_seen = joint_seen or not listed[0].endswith(", ") or "and" in listed[0]
        value = parse_number(listed["number"])
        if not joint_seen or value is None or _is_bare_year(listed["number"]):
            break
        start = listed.start("number")
        yield replace(item, start=start, end=listed.end("number"), numbers=(value,))


def _compared(doc: Doc, text: str, item: _Found) -> Iterator[_Found]:
    """Yield the number that a percentage is compared with: `7.4 compared with 9.4 percent`, `from 5.2 percent to 4.8`."""
    before = _COMPARED_BEFORE.search(text, max(0, item.start - 40), item.start)
    if before:
        yield _like(item, before)
    moves = re.search(r"\bfrom\s$", text[max(0, item.start - 6) : item.start])
    after = (_TO.match(text, item.end) if moves else None) or _COMPARED_AFTER.match(text, item.end)
    if after and _is_alone(doc, after.end("number")):
        yield _like(item, after)


def _like(item: _Found, match: re.Match[str]) -> _Found:
    value = parse_number(match["number"])
    return replace(item, start=match.start("number"), end=match.end("number"), numbers=(value,) if value is not None else item.numbers)


def _is_alone(doc: Doc, end: int) -> bool:
    """Say whether the number that ends at character `end` has no noun or unit of its own."""
    span = doc.char_span(end - 1, end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return True
    following = doc[span.end]
    return following.pos_ not in _NOMINAL or following.lower_ in {"last", "next", "a"} or following.ent_type_ in {"DATE", "TIME"}


_SCALED = re.compile(
    rf"(?<![\w.,/:$€£#-])(?P<number>{digits_pattern()}\s(?:million|billion|trillion|crore|lakh)(?:\scrore)?)(?![\w%-]|\s?\()"
)


def _elided_money(doc: Doc, text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield scaled numbers without a noun in sentences that speak of one currency and count nothing as large."""
    starts = [f.start for f in found]
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        here = found[bisect_left(starts, start) : bisect_left(starts, end)]
        paid = [f for f in here if f.section == "money"]
        if not paid or len({f.unit for f in paid}) > 1 or any(f.dimension and f.numbers[0] >= 10**6 for f in here):
            continue
        for match in _SCALED.finditer(text, start, end):
            value = parse_number(match["number"])
            if value is not None and _is_alone(doc, match.end()):
                yield _Found("money", match.start(), match.end(), (value,), paid[0].unit)


# lists of numbers in brackets

_SMALLEST = 100  # smaller numbers in brackets are ages, shirts, minutes and seats
_MIN_ITEMS = 2


@cache
def _series_regex() -> re.Pattern[str]:
    number = digits_pattern()
    return re.compile(rf"(?<=\w\s)\((?P<first>\+?{number})(?:\sto\s(?P<second>{number}))?\)")


def _series(doc: Doc, text: str) -> Iterator[_Found]:
    """Yield the numbers of each sentence that gives one in brackets behind two names or more, none of them a person's."""
    if "(" not in text:
        return
    for sentence in doc.sents:
        items = list(_series_regex().finditer(text, sentence.start_char, sentence.end_char))
        if len(items) < _MIN_ITEMS or not all(_is_item(doc, item) for item in items):
            continue
        unit = _series_unit(doc, sentence, items[0].start())
        if unit is not None:
            for item in items:
                yield from _item_numbers(item, unit)


def _is_item(doc: Doc, item: re.Match[str]) -> bool:
    """Say whether a large number stands behind a name that is no person's, or says itself that it is a movement."""
    span = doc.char_span(item.start(), item.start() + 1, alignment_mode="expand")
    name = doc[span.start - 1] if span is not None and span.start else None
    values = [parse_number(item[key].lstrip("+")) for key in ("first", "second") if item[key]]
    large = any(v is not None and v >= _SMALLEST for v in values) and not _is_bare_year(item["first"])
    moves = item["first"].startswith("+") or bool(item["second"])
    return large and name is not None and name.ent_type_ != "PERSON" and (moves or name.text[0].isupper())


def _series_unit(doc: Doc, sentence: Span, end: int) -> str | None:
    """Return the noun that the numbers count: the subject of the sentence (`cases went up`) or what rose (`the rise in cases`)."""
    for token in sentence:
        if token.idx >= end:
            return None
        if token.dep_ in {"nsubj", "nsubj:pass"}:
            counted = _moved(token)
            if counted is not None and counted.lemma_.lower() not in load("figures/numbers.toml")["counts"]["never_bare"]:
                return counted.lemma_.lower()
    return None


def _moved(noun: Token) -> Token | None:
    if noun.tag_ == "NNS":
        return noun
    if lemma_of(noun) in words("nouns", "up") | words("nouns", "down") | {"number", "total"}:
        return next((t for t in noun.children if t.dep_ == "nmod" and t.tag_ == "NNS"), None)
    return None


def _item_numbers(item: re.Match[str], unit: str) -> Iterator[_Found]:
    for key in ("first", "second"):
        value = parse_number(item[key].lstrip("+")) if item[key] else None
        if value is not None:
            yield _Found("quantities", item.start(key), item.end(key), (value,), unit, "count")
