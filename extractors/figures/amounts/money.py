"""Amounts of money: numbers with the symbol, the code or the name of a currency before or behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ...knowledge import any_of
from . import currencies
from .currencies import Context
from .matching import BEFORE, SUB, Found, is_bare_year, numbers_pattern, split_pair
from .numbers import is_whole, number_pattern, parse_number, words_pattern


@cache
def _money_regexes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    number = rf"(?i:{number_pattern(money=True, in_words=False)})"
    symbol, name = currencies.symbol_pattern(), currencies.name_pattern()
    joint = r"(?:\s?[-–—]\s?|-?\s(?:to|and)\s|\sfrom\s(?=[^\d\s]))"  # `to $4.2 from $3.9 billion`
    second = rf"(?:{joint}(?P<more>(?:(?P=symbol)\s?|(?P=spelled)\$|(?P=letter)|\$)?(?P<second>{number})))?"
    code = r"(?:\s(?P<code>[A-Z]{3}|US\b|U\.S\.))?"
    lakh = r"(?P<lakh>(?<=\d)\s?L\b)?"  # `Rs 35L`
    begin, end = (
        rf"(?:(?<![\w/.,:#@-])|{SUB}|(?<=[a-z][:;,])(?=[$€£¥₹₦]))[+−-]?{symbol}(?P<first>{number}){lakh}",
        rf"{code}(?![\w%°]|[.,]\d|\.\s(?:million|billion|trillion)\b)",
    )
    before = re.compile(begin + second + end)
    alone = re.compile(rf"{begin}(?P<more>(?P<second>(?!)))?{end}")
    late = r"(?:(?P<late>(?<=[A-Z]{3})\s(?:million|billion|trillion))\b)?"  # `75 USD million`
    after = re.compile(rf"{BEFORE}(?i:{numbers_pattern(money=True)})(?:{name}){late}")
    leading = rf"(?:(?P<adjective>[A-Z][\w.]{{1,30}})\s)?(?P<name>(?i:{'|'.join(sorted(currencies.listed('leading')))}))"
    named = re.compile(rf"(?<![\w-]){leading}\s(?P<first>{number})(?P<more>(?P<second>(?!)))?(?![\w%°])")
    return before, alone, after, named


def _before(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers with a symbol before them, two at once where they have one; `€1.2 million and $3 billion` are apart."""
    before, alone, _, _ = _money_regexes()
    match = before.search(text)
    while match:
        sign = match["symbol"] or match["letter"]
        if (match["more"] or "").startswith("$") and sign and not sign.endswith("$"):
            match = alone.match(text, match.start()) or match
        yield match
        match = before.search(text, match.end())


def money(text: str, context: Context) -> Iterator[Found]:
    """Yield the amounts of money: symbol or code before the number, name or code behind it, last a name before it (`US dollars 6000`)."""
    _, _, after, named = _money_regexes()
    dollar = currencies.dollar_of(text, context)
    paid = Counter[str]()
    for match in _before(text):
        currency, end = _currency_before(match, dollar, context)
        if currency and not _are_cents(match):
            scale = currencies.code_scale(match["symbol"] or "") * (10**5 if match["lakh"] else 1)
            for found in split_pair(text, match, "money", currency, None):
                if found.start > match.start() and (after.match(text, found.start) or _counts_things(text, found)):
                    continue  # "$3 million and 2 million euros", "$3 and 2 children"
                paid[currency] += 1
                found = replace(found, numbers=tuple(n * scale for n in found.numbers))
                yield from _with_name(text, found if found.end < match.end() else replace(found, end=end), context)
    for match in after.finditer(text):
        yield from _named(text, match, context, paid)
    for match in named.finditer(text):
        currency = currencies.of_name(match["name"], match["adjective"] or "", context)
        if currency and not is_bare_year(match["first"]):
            yield from split_pair(text, match, "money", currency, None)
    yield from _pence(text, paid)
    yield from _exchanged(text, context)


_CODE_BEHIND = re.compile(r"(?:^|[\s(])(?P<number>\d[\d,]*)\s$")


def _are_cents(match: re.Match[str]) -> bool:
    """Say whether a code belongs to the number before it and the number behind it are its cents: `17 USD 25`."""
    before = _CODE_BEHIND.search(match.string, max(0, match.start() - 16), match.start())
    cents = re.fullmatch(r"[A-Z]{3}\s\d\d", match[0]) is not None and match["more"] is None
    return cents and before is not None and not is_bare_year(before["number"])


_NAME_BEHIND = re.compile(rf"\s(?:(?P<adjective>[A-Z][a-z]+)\s)?(?P<name>{'|'.join(sorted(currencies.listed('leading')))})\b")


def _with_name(text: str, found: Found, context: Context) -> Iterator[Found]:
    """Yield an amount with the name of its currency behind it, too (`$5 pesos`), unless the article doesn't say whose pesos they are."""
    match = _NAME_BEHIND.match(text, found.end)
    currency = currencies.of_name(match["name"], match["adjective"] or "", context) if match else None
    if match is None or (text[found.start] != "$" and currency != found.unit):
        yield found
    elif currency:
        yield replace(found, end=match.end(), unit=currency)


_NOUN_BEHIND = re.compile(r"\s(?P<word>[a-z]{2,})\b")


def _counts_things(text: str, second: Found) -> bool:
    """Say whether the second number of a pair has no symbol of its own and a noun behind it: `paid $3 million and 40 workers left`."""
    behind = _NOUN_BEHIND.match(text, second.end, second.end + 40)
    return text[second.start].isdigit() and behind is not None and behind["word"] not in currencies.listed("behind")


WORTH_WRITING = 1000  # of a currency whose name is another word as well
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


_BASES = {"dollar": "USD", "greenback": "USD", "euro": "EUR", "pound": "GBP"}
_BASE = re.compile(rf"\s(?:per|to the|against the)\s(?:U\.?S\.?\s)?(?P<base>{'|'.join(_BASES)})\b")
_RATE = re.compile(rf"(?<![\w.,:/$€£])(?P<number>\d{{1,3}}(?:,\d{{3}})*(?:\.\d{{1,4}})?|\d{{4,6}}(?:\.\d{{1,4}})?){_BASE.pattern}")
REACH = 200  # characters between a rate of exchange and the name of its currency


@cache
def _spoken() -> re.Pattern[str]:
    names = any_of(currencies.names())
    owner = r"(?P<owner>[A-Z][a-z]{1,20}(?:\s[A-Z][a-z]{1,20})?)['’]s\s"
    return re.compile(rf"(?:\b[Tt]he\s|\b{owner}|\b(?P<adjective>[A-Z][a-z]+)\s)(?P<name>{names})\b")


def _exchanged(text: str, context: Context) -> Iterator[Found]:
    """Yield rates of exchange, in the one other currency that the sentence names: `The Indian rupee slipped to 83.41 per dollar`."""
    for match in _RATE.finditer(text):
        before = re.split(r"[;\n]|[a-z]\.\s", text[max(0, match.start() - REACH) : match.start()])[-1]
        before = _BASE.sub(" ", before)  # "18.05 to the dollar and 23.40 to the pound"
        adjectives = ((m["adjective"] or m["owner"] or "", m["name"]) for m in _spoken().finditer(before))
        named = {currencies.of_name(name, "" if adjective == "The" else adjective, context) for adjective, name in adjectives}
        named -= {None, _BASES[match["base"]]}
        value, currency = parse_number(match["number"]), next(iter(named), None)
        if len(named) == 1 and value is not None and currency:
            per = "dollar" if match["base"] == "greenback" else match["base"]
            yield Found("money", match.start("number"), match.end("number"), (value,), currency, per=per)


def with_hundredths(text: str, found: Sequence[Found]) -> list[Found]:
    """Return `found`, amounts of money in the order of the text, with `13 dollars and 45 cents` as one amount."""
    whole: list[Found] = []
    for item in found:
        last = whole[-1] if whole else None
        joined = last and last.unit == item.unit and re.fullmatch(r"\s(?:and\s)?", text[last.end : item.start])
        if last and joined and len(item.numbers) == 1 and item.numbers[0] < 1 and is_whole(last.numbers[-1]) and len(last.numbers) == 1:
            whole[-1] = replace(last, end=item.end, numbers=(last.numbers[0] + item.numbers[0],))
        else:
            whole.append(item)
    return [_with_bare_cents(text, item) for item in whole]


_BARE_CENTS = re.compile(
    rf"\s(?:and\s)?(?P<cents>\d\d|(?:{words_pattern()})(?:[\s-](?:{words_pattern()}))?)(?=[.,;!?](?:\s|$)|\smore\b|$)", re.IGNORECASE
)


def _with_bare_cents(text: str, item: Found) -> Found:
    """Return an amount with the cents that stand behind it alone: `15 dollars 50`, `thirteen dollars forty-five`."""
    named = re.fullmatch(r"[\w-]+\s(?:dollars|euros|pounds|[A-Z]{3})", text[item.start : item.end])
    if len(item.numbers) > 1 or not is_whole(item.numbers[0]) or not named:
        return item
    cents = _BARE_CENTS.match(text, item.end)
    value = parse_number(cents["cents"]) if cents else None
    told = value is not None and 10 <= value < 100
    return replace(item, end=cents.end(), numbers=(item.numbers[0] + value / 100,)) if cents and value and told else item


def _currency_before(match: re.Match[str], dollar: str, context: Context) -> tuple[str | None, int]:
    """Return the currency of a number with its symbol before it, and where the amount ends: behind a code as in `$5 million CAD`."""
    symbol, code = match["symbol"] or match["letter"], match["code"]
    if match["spelled"]:
        return currencies.of_spelled(match["spelled"]), match.start("code") - 1 if code else match.end()
    currency = dollar if symbol == "$" else currencies.of_symbol(symbol, context)
    if _is_sign_of_name(match, currency, context) or (match["lakh"] and currency not in ("INR", "PKR", "NPR")):
        return None, match.end()
    if code in ("US", "U.S.") and symbol == "$":  # `$75 U.S.`
        return "USD", match.end("code")
    if code and currencies.is_code(code) and symbol == "$" and code.endswith("D"):  # `$5 million CAD`
        return code, match.end("code")
    return currency, match.start("code") - 1 if code else match.end()


def _is_sign_of_name(match: re.Match[str], currency: str | None, context: Context) -> bool:
    """Tell letters with digits that name something (`COP27`, the `R6200` router) from `EUR 20` and `R500`, where the country is named."""
    symbol, first = match["symbol"] or match["letter"], match["first"]
    before = (match.string[max(0, match.start() - 24) : match.start()].split() or [""])[-1]
    glued = match.string[match.start("first") - 1].isalpha()
    if match["letter"] and not glued:  # "R 4 500", not in "Grade R 4 500 pupils"
        return not currency or not context.counts[currency[:2]] or before[:1].isupper()
    if not first.isdigit() or match["more"]:
        return False
    before = before.lower()
    if glued and before in currencies.listed("naming"):  # "the router RM300"
        return True
    paid = len(first) > 1 and before in currencies.listed("paying")
    if symbol in currencies.listed("doubtful") or symbol == "P":
        return len(first) <= 2 and not paid
    if match["letter"] and currency:
        noun = re.match(r"[\s-]([a-z]+)", match.string[match.end() : match.end() + 24])
        road = before == "the" and (noun is None or noun[1] in currencies.listed("behind"))  # "take the R511, and", not "the R350 grant"
        return not paid and (road or not context.counts[currency[:2]])
    return len(first) <= 2 and currencies.is_code(symbol) and glued


def _named(text: str, match: re.Match[str], context: Context, paid: Counter[str]) -> Iterator[Found]:
    """Yield the amount of a number with the name of its currency behind it."""
    name = match["name"] or match["code"] or match["sign"]
    if match["code"]:
        currency = currencies.of_code(name)
    elif match["sign"]:
        currency = currencies.of_symbol(match["sign"], context, behind=True)
    elif currencies.is_hundredth(name):
        currency = currencies.of_hundredth(name, match["adjective"] or "", context, paid)
    else:
        currency = None if _is_no_currency(text, match, context) else currencies.of_name(name, match["adjective"] or "", context)
    cents = match["name"] and currencies.is_hundredth(name)
    if not currency or (cents and match["first"].lower() in ("a", "an")):
        return
    paid[currency] += not cents
    scale = currencies.code_scale(match["code"] or "") * (parse_number("1" + match["late"]) or 1 if match["late"] else 1)
    scale = Decimal(scale) / (100 if cents else 1)
    for found in split_pair(text, match, "money", currency, None):
        found = replace(found, numbers=tuple(n * scale for n in found.numbers))
        article = re.match(r"(?i)an?\s(?=\w+-)", text[found.start : found.end])  # `a million-dollar prize`
        yield replace(found, start=found.start + article.end()) if article else found


def _is_no_currency(text: str, match: re.Match[str], context: Context) -> bool:
    """Say whether the name behind a number is no currency's: `silver dollars`, `180 pounds`, `20 won medals`."""
    if match["adjective"]:
        return not currencies.may_own(match["adjective"], match["name"])
    weighed = currencies.is_weight(text, match.start(), match.end(), context)
    value = parse_number(match["second"] or match["first"])
    also = match["name"].lower() in currencies.listed("other_words") and (value is None or value < WORTH_WRITING)  # `20 won medals`
    return weighed or also
