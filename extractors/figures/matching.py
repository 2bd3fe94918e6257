"""Numbers with a percent sign, a currency or a unit of measurement behind or before them, matched in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from ..knowledge import load
from . import currencies
from .counts import counts_after
from .numbers import digits_pattern, number_pattern, parse_number
from .units import Unit, percent_pattern, percent_units, surfaces, unit_named, unit_pattern

Section = Literal["percentages", "money", "quantities"]
SI = tuple[int | float, str]


@dataclass(frozen=True)
class Found:
    """A match before it is tied to tokens: one number or the two ends of a range, and what unit they have."""

    section: Section
    start: int
    end: int
    numbers: tuple[Decimal, ...]
    unit: str
    dimension: str | None = None
    per: str | None = None
    si: SI | None = None


# A number isn't a part of a name, a web address, a score or a larger number.
# `sub-4% mortgages` is the one prefix that a figure has.
_SUB = r"(?<=\b[Ss]ub-)"
_BEFORE = rf"(?<!\x1b\[)(?<![\w/.,:%&#@])(?:(?<!\w[-–])|{_SUB})(?:(?<![\w])[+−-])?"
_MINUS = r"(?P<minus>(?<!or )minus[\s-](?=[\d½¼¾]))?"
_JOINT = r"(?:\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)"


def _numbers(*, money: bool, million: bool = False, unit: str = "") -> str:
    """Return the pattern of a number or of a range of two; `unit` may stand behind the first of them as well."""
    number = number_pattern(money=money, million=million)
    first_unit = rf"(?:{unit}(?={_JOINT}))?" if unit else ""
    return rf"(?P<first>{number}){first_unit}(?:{_JOINT}(?P<more>(?P<second>{number})))?"


# --- percentages


@cache
def _percent_regex() -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{_MINUS}(?i:{_numbers(money=False, unit=_repeated_percent())}){percent_pattern()}")


def _repeated_percent() -> str:
    """`5% to 7%`, `3 per cent to 4.5 per cent`."""
    return r"\s?(?:%|percent|per\scent|pct)"


def percentages(text: str) -> Iterator[Found]:
    """Yield the percentages of `text`; percentage points and basis points are units of their own."""
    for match in _percent_regex().finditer(text):
        surface = re.sub(r"[\s-]+", " ", (match["sign"] or match["word"]).lower())
        for found in _split(text, match, "percentages", percent_units()[surface], None):
            yield _below_nought(found) if match["minus"] and found.start == match.start() else found


def _below_nought(found: Found) -> Found:
    return replace(found, numbers=tuple(-n for n in sorted(found.numbers, reverse=True)))


# --- ranges


def _split(text: str, match: re.Match[str], section: Section, unit: str, dimension: str | None) -> Iterator[Found]:
    """Yield a match with two numbers as a range or as two figures: `from 3 to 4 percent` moves, `5 and 6 percent` lists."""
    first, second = _pair(match["first"], match["second"])
    if first is None:
        return
    if second is None:
        yield Found(section, match.start(), match.end(), (first,), unit, dimension)
    elif _is_range(text, match, first, second):
        yield Found(section, match.start(), match.end(), (first, second), unit, dimension)
    else:
        end = match.end("first")
        between = re.match(_repeated_percent() + rf"(?={_JOINT})", text[end : match.start("more")])
        if not is_bare_year(match["first"]) and not (section == "percentages" and first > 10**5):  # `N$3 billion or 80%`
            yield Found(section, match.start(), end + (between.end() if between else 0), (first,), unit, dimension)
        yield Found(section, match.start("more"), match.end(), (second,), unit, dimension)


def _pair(first: str, second: str | None) -> tuple[Decimal | None, Decimal | None]:
    """Return both numbers; the scale of the second holds for a first without one (`5 to 7 million`), but not in `$200 to $4 million`."""
    low, high = parse_number(first), parse_number(second) if second else None
    if low is not None and high is not None and second and not re.search(_scaled(), first.lower()):
        scale = _scale_of(second)
        scaled = parse_number(first + scale) if scale else None
        low = scaled if scaled is not None and low < 1000 and (scaled < high or low == high) else low
    return low, high


@cache
def _scaled() -> str:
    return r"(?:hundred|thousand|million|billion|trillion|lakhs?|lacs?|crores?|dozen)\b|\d\s?[a-zA-Z]+$"


def _scale_of(number: str) -> str:
    """Return the scale of a number with what separates it: ` million` of `18 million`, `m` of `7m`."""
    scale = re.search(r"[\s-](?:hundred|thousand|million|billion|trillion|lakhs?|lacs?|crores?)(?:\s\w+)?$", number.lower())
    return scale[0] if scale else re.sub(r"^[\d.,½¼¾⅓⅔]+", "", number) if number[0].isdigit() else ""


def _is_range(text: str, match: re.Match[str], low: Decimal, high: Decimal) -> bool:
    joint = re.search(r"\s(to|and|or)\s", text[match.end("first") : match.start("second")].lower())
    if joint is None:  # `3-4 percent`, whatever stands before it
        return low < high
    word = joint[1]
    before = text[max(0, match.start() - 24) : match.start()].lower()
    if word == "and":
        return low < high and bool(re.search(r"\bbetween\W*$", before))
    if word == "or":
        return low < high and high - low <= max(Decimal(1), low)
    return low < high and not re.search(r"\b(?:from|by)\s+(?:about|around|nearly|almost|some|just|only|under|over)?\s*[$€£]?$", before)


def is_bare_year(number: str) -> bool:
    """Say whether a number may be a year of our time."""
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", number))


# --- money


@cache
def _money_regexes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    number = number_pattern(money=True, in_words=False)
    symbol, name = currencies.symbol_pattern(), currencies.name_pattern()
    second = rf"(?:(?:\s?[-–—]\s?|\sto\s|\sand\s)(?P<more>(?:(?P=symbol)\s?|(?P=spelled)\$|(?P=letter)|\$)?(?P<second>{number})))?"
    code = r"(?:\s(?P<code>[A-Z]{3}|US\b|U\.S\.))?"
    before = re.compile(rf"(?:(?<![\w/.,:#@-])|{_SUB})[+−-]?{symbol}(?P<first>{number}){second}{code}(?![\w%°])")
    late = r"(?:(?P<late>(?<=[A-Z]{3})\s(?:million|billion|trillion))\b)?"  # `75 USD million`
    after = re.compile(rf"{_BEFORE}(?i:{_numbers(money=True)})(?:{name}){late}")
    named = re.compile(rf"(?<![\w-]){currencies.leading_pattern()}\s(?P<first>{number})(?P<more>(?P<second>(?!)))?(?![\w%°])")
    return before, after, named


def money(text: str, counts: Counter[str]) -> Iterator[Found]:
    """Yield the amounts of money: symbol or code before the number, name or code behind it, last a name before it (`US dollars 6000`)."""
    before, after, named = _money_regexes()
    dollar = currencies.dollar_of(text, counts)
    paid = Counter[str]()
    for match in before.finditer(text):
        currency, end = _currency_before(match, dollar, counts)
        if currency:
            for found in _split(text, match, "money", currency, None):
                paid[currency] += 1
                found = replace(found, numbers=tuple(n * currencies.code_scale(match["symbol"] or "") for n in found.numbers))
                yield found if found.end < match.end() else replace(found, end=end)
    for match in after.finditer(text):
        yield from _named(text, match, counts, paid)
    for match in named.finditer(text):
        currency = currencies.of_name(match["name"], match["adjective"] or "", counts)
        if currency and not is_bare_year(match["first"]):
            yield from _split(text, match, "money", currency, None)
    yield from _pence(text, paid)


LINES = frozenset([360, 480, 576, 720, 1080, 1440, 2160, 4320])  # of a picture: `1080p`
_PENCE = re.compile(
    r"(?<![\w£$€.,/:#@&-])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,2})?)(?P<space>\s?)p(?!\w|\.\s?\w\.)",
)
_MOVED = re.compile(r"\b(?:at|to|by|up|down|of|from)\s$")


def _pence(text: str, paid: Counter[str]) -> Iterator[Found]:
    """Yield the pence of `shares rose 6p to 164p`, paise where the article pays in rupees; `1080p` are the lines of a picture."""
    currency = "INR" if paid["INR"] and not paid["GBP"] else "GBP"
    for match in _PENCE.finditer(text):
        value = parse_number(match["number"])
        spaced = match["space"] and not _MOVED.search(text[max(0, match.start() - 6) : match.start()])
        if value is not None and value not in LINES and not spaced:
            yield Found("money", match.start(), match.end(), (value / 100,), currency)


def with_hundredths(text: str, found: Sequence[Found]) -> list[Found]:
    """Return `found`, amounts of money in the order of the text, with `13 dollars and 45 cents` as one amount."""
    whole: list[Found] = []
    for item in found:
        last = whole[-1] if whole else None
        joined = last and last.unit == item.unit and re.fullmatch(r"\s(?:and\s)?", text[last.end : item.start])
        if last and joined and len(item.numbers) == 1 and item.numbers[0] < 1 and last.numbers[-1] % 1 == 0 and len(last.numbers) == 1:
            whole[-1] = replace(last, end=item.end, numbers=(last.numbers[0] + item.numbers[0],))
        else:
            whole.append(item)
    return [_with_bare_cents(text, item) for item in whole]


_BARE_CENTS = re.compile(r"\s(?:and\s)?(?P<cents>\d\d)(?=[.,;!?](?:\s|$)|$)")


def _with_bare_cents(text: str, item: Found) -> Found:
    """Return an amount with the cents that stand behind it alone: `15 dollars 50`."""
    if (
        len(item.numbers) > 1
        or item.numbers[0] % 1
        or not re.fullmatch(r"[\w-]+\s(?:dollars|euros|pounds|[A-Z]{3})", text[item.start : item.end])
    ):
        return item
    cents = _BARE_CENTS.match(text, item.end)
    return replace(item, end=cents.end(), numbers=(item.numbers[0] + Decimal(cents["cents"]) / 100,)) if cents else item


def _currency_before(match: re.Match[str], dollar: str, counts: Counter[str]) -> tuple[str | None, int]:
    """Return the currency of a number with its symbol before it, and where the amount ends: behind a code as in `$5 million CAD`."""
    symbol, code = match["symbol"] or match["letter"], match["code"]
    if match["spelled"]:
        return currencies.of_spelled(match["spelled"]), match.start("code") - 1 if code else match.end()
    if currencies.is_code(symbol) and re.fullmatch(r"\d{1,2}", match["first"]):  # COP27, a conference
        return None, match.end()
    currency = dollar if symbol == "$" else currencies.of_symbol(symbol, counts)
    if code in ("US", "U.S.") and symbol == "$":  # `$75 U.S.`
        return "USD", match.end("code")
    if code and currencies.is_code(code) and symbol == "$" and code.endswith("D"):  # `$5 million CAD`
        return code, match.end("code")
    return currency, match.start("code") - 1 if code else match.end()


def _named(text: str, match: re.Match[str], counts: Counter[str], paid: Counter[str]) -> Iterator[Found]:
    """Yield the amount of a number with the name of its currency behind it."""
    name = match["name"] or match["code"] or match["sign"]
    if match["code"]:
        currency = currencies.of_code(name)
    elif match["sign"]:
        currency = currencies.of_sign(match["sign"])
    elif currencies.is_hundredth(name):
        yield from _hundredths(match, currencies.of_hundredth(name, match["adjective"] or "", counts, paid))
        return
    elif _is_no_currency(text, match, counts):
        return
    else:
        currency = currencies.of_name(name, match["adjective"] or "", counts)
    if not currency:
        return
    paid[currency] += 1
    scale = currencies.code_scale(match["code"] or "") * (parse_number("1" + match["late"]) or 1 if match["late"] else 1)
    for found in _split(text, match, "money", currency, None):
        found = replace(found, numbers=tuple(n * scale for n in found.numbers))
        article = re.match(r"(?i)an?\s(?=\w+-)", text[found.start : found.end])  # `a million-dollar prize`
        yield replace(found, start=found.start + article.end()) if article else found


def _is_no_currency(text: str, match: re.Match[str], counts: Counter[str]) -> bool:
    """Say whether the name behind a number is no currency's: `silver dollars`, `180 pounds`, `20 won medals`."""
    if match["adjective"]:
        return not currencies.may_own(match["adjective"], match["name"])
    weighed = currencies.is_weight(text, match.start(), match.end(), counts)
    return weighed or currencies.is_word(match["name"], parse_number(match["second"] or match["first"]))


def _hundredths(match: re.Match[str], currency: str | None) -> Iterator[Found]:
    first, second = _pair(match["first"], match["second"])
    if currency and first is not None and match["first"].lower() not in ("a", "an"):
        numbers = (first / 100,) if second is None else (first / 100, second / 100)
        yield Found("money", match.start(), match.end(), numbers, currency)


# --- units of measurement


@cache
def _physical_regex() -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{_MINUS}(?i:{_numbers(money=False, million=True, unit=_REPEATED)}){unit_pattern()}")


_REPEATED = r"(?P<repeated>kg|km|cm|mm|m|g|ft|lb|mw|gw|°c)(?=[-–]\d)"  # `10kg-12kg`


def quantities(doc: Doc, text: str) -> Iterator[Found]:
    """Yield the numbers with a unit of measurement, with their SI values; `5 feet 4 inches` is one length."""
    yield from _areas(text)
    last: Found | None = None
    for found in _measures(doc, text):
        joined = (_with_subunit(text, last, found) or _as_range(doc, text, last, found)) if last else None
        if last and not joined:
            yield last
        last = joined or found
    if last:
        yield last


def _measures(doc: Doc, text: str) -> Iterator[Found]:
    names, symbols = surfaces()
    for match in _physical_regex().finditer(text):
        name, symbol = match["name"], match["symbol"] or match["glued"]
        unit = names.get(re.sub(r"[\s-]+", " ", name.lower())) or names.get(name.lower()) if name else symbols[symbol]
        if unit is None or _is_name(text, match) or (symbol == "m" and _is_million(doc, text, match)):
            continue
        if unit.dimension == "temperature" and not _is_temperature(text, match, unit):
            continue
        if match["repeated"] and match["repeated"] != symbol:
            continue
        if match["minus"] and unit.name == "yard":  # a loss of ground in a game
            continue
        if symbol == "kt" and not _speaks_of(text, match, "sailing"):
            continue
        if unit.name == "pound" and _TORQUE.match(text, match.end()):
            continue
        for found in _split(text, match, "quantities", unit.name, unit.dimension):
            yield _measured(doc, text, match, found, unit)


@cache
def _area_regex() -> re.Pattern[str]:
    number, length = digits_pattern(), r"(?:[\s-]?(?:m|ft|metres?|meters?|feet|foot|km|cm|inch(?:es)?))?"
    return re.compile(rf"{_BEFORE}(?<![x×]\s)(?P<first>{number}){length}\s?[x×]\s?(?P<second>{number}){unit_pattern()}")


RELAY = frozenset([50, 100, 200, 400, 800, 1500])  # metres that four run or swim one after another


def _areas(text: str) -> Iterator[Found]:
    """Yield the areas of `a 20 x 30 metre pit`; the 4x100 metres are a relay."""
    names, symbols = surfaces()
    for match in _area_regex().finditer(text):
        name, symbol = match["name"], match["symbol"] or match["glued"]
        unit = names.get(name.lower()) if name else symbols[symbol]
        first, second = parse_number(match["first"]), parse_number(match["second"])
        square = f"square {unit.name}" if unit else ""
        if square not in names or first is None or second is None or (first < 10 and second in RELAY):
            continue
        area, value = names[square], first * second
        yield Found("quantities", match.start(), match.end(), (value,), area.name, area.dimension, si=(area.to_si(value), area.si_unit))


_TORQUE = re.compile(r"[\s-]?(?:ft|feet|foot)\b")  # `332 lb-ft`
_SUBUNITS = {("foot", "inch"): 12, ("yard", "foot"): 3, ("pound", "ounce"): 16, ("metre", "centimetre"): 100, ("kilometre", "metre"): 1000}


def _as_range(doc: Doc, text: str, low: Found, high: Found) -> Found | None:
    """Return `26°C to 27°C` and `between 10 km and 12 km` as one range, None where the two are apart or move from one to the other."""
    if low.unit != high.unit or len(low.numbers) + len(high.numbers) > 2 or low.numbers[0] >= high.numbers[0]:
        return None
    joint, first = text[low.end : high.start], doc.char_span(low.start, low.start + 1, alignment_mode="expand")
    before = doc[first.start - 1] if first is not None and first.start else None
    word = before.lower_ if before is not None else ""
    moves = before is not None and (before.pos_ == "VERB" or word in ("from", "by"))
    if (joint == " and " and word == "between") or (joint in (" to ", "-", "–") and not moves):
        return replace(low, end=high.end, numbers=(low.numbers[0], high.numbers[0]), si=None)
    return None


def _with_subunit(text: str, whole: Found, part: Found) -> Found | None:
    """Return `5 feet 4 inches` as 64 inches, None where the second figure is one of its own."""
    size = _SUBUNITS.get((whole.unit, part.unit))
    if size is None or len(whole.numbers) + len(part.numbers) > 2 or not re.fullmatch(r",?\s(?:and\s)?", text[whole.end : part.start]):
        return None
    first, second = whole.numbers[0], part.numbers[0]
    if first % 1 or not 0 < second < size:
        return None
    unit, value = unit_named(part.unit), first * size + second
    return replace(part, start=whole.start, numbers=(value,), si=(unit.to_si(value), unit.si_unit))


HOTTEST = 200  # of the weather, in either scale


def _is_temperature(text: str, match: re.Match[str], unit: Unit) -> bool:
    """Tell degrees of a temperature from an angle, a latitude and a diploma, and a bare `C` or `F` from a letter (`23456 F Block`)."""
    if match["symbol"] in ("C", "F") and text[match.start("symbol") - 1].isspace():
        if text[match.end() : match.end() + 1] == "-":  # `32 F-35 jets`
            return False
        number = parse_number(match["second"] or match["first"])
        return number is not None and number <= HOTTEST
    if unit.name != "degree":
        return True
    after = text[match.end() : match.end() + 12]
    if re.match(r"[\s-]?(?:[NSEW]\b|['’′]|(?:north|south|east|west|latitude|longitude|angle|turn|in |from |at ))", after):
        return False
    return _speaks_of(text, match, "thermal")


def _speaks_of(text: str, match: re.Match[str], topic: str) -> bool:
    """Say whether one of the words of `topic` in units.toml stands near `match`."""
    near = re.findall(r"[a-z-]+", text[max(0, match.start() - 120) : match.end() + 80].lower())
    return not set(near).isdisjoint(load("figures/units.toml")[topic]["words"])


def _measured(doc: Doc, text: str, match: re.Match[str], found: Found, unit: Unit) -> Found:
    numbers = tuple(n * unit.scale for n in found.numbers)
    if unit.dimension == "temperature" and found.start == match.start() and (sign := _minus(doc, text, match)) is not None:
        found = replace(found, start=sign)
        numbers = tuple(-n for n in sorted(numbers, reverse=True))
    elif match["minus"] and found.start == match.start():
        numbers = _below_nought(replace(found, numbers=numbers)).numbers
    si = None
    if len(numbers) == 1 and unit.si is not None:
        si = unit.to_si(numbers[0], difference=_is_difference(text, found)), unit.si_unit
    return replace(found, numbers=numbers, per=unit.per, si=si)


def _minus(doc: Doc, text: str, match: re.Match[str]) -> int | None:
    """Return where a temperature's minus stands, None where it has none.

    One that stands apart (`fell to - 20 degrees`) follows a word that no clause ends with; else it is a dash.
    """
    start = match.start()
    if match["minus"] or text[start] in "-−":
        return start
    if not text[:start].endswith((" - ", " − ")):
        return None
    before = doc.char_span(start - 2, start - 1, alignment_mode="expand")
    word = before[0].nbor(-1) if before is not None and before.start else None
    return start - 2 if word is not None and (word.pos_ in ("VERB", "AUX", "ADP") or word.text in ",(") else None


_LOWER_OR_HIGHER = re.compile(r"\s(?:above|below|warmer|cooler|colder|hotter|higher|lower|of (?:global |further )?warming)\b")


def _is_difference(text: str, found: Found) -> bool:
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
    noun = counts_after(doc, match.end() + 1)
    return noun is not None and noun not in table["metres"] and bool(following and following[1] not in table["measured"])
