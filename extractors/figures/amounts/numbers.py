"""Numbers as newspapers write them: `1,250.5`, `2½`, `two and a half million`, `3.5bn`, `40 lakh`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from ...knowledge import any_of, load

MOST_PARTS = 10  # that a fraction in words has above: `nine-tenths`
MAX_DIGITS = 24  # longer ones are serial numbers
ABOUT = rf"(?:(?:{'|'.join(load('figures/amounts/numbers.toml')['rounding'])})\s)?"  # before a number


@cache
def _table() -> dict[str, dict[str, Decimal]]:
    source = load("figures/amounts/numbers.toml")
    keys = ("words", "scales", "short_scales", "money_scales", "decimal_scales", "fractions", "parts")
    return {key: {word: Decimal(str(n)) for word, n in source[key].items()} for key in keys}


def _words(key: str) -> str:
    return any_of(_table()[key])


@cache
def number_words() -> frozenset[str]:
    """Return the words that a number in words may begin with."""
    return frozenset([*_table()["words"], "a", "an", "half", "quarter"])


@cache
def words_pattern() -> str:
    """Return the pattern of a number in one word, without scales: `seven`, `forty`."""
    return _words("words")


def is_number_word(word: str) -> bool:
    """Say whether `word` is a number or a scale: `seven`, `lakh`."""
    table = _table()
    return word.lower() in table["words"] or word.lower() in table["scales"]


@cache
def digits_pattern() -> str:
    """Return the pattern of a number in digits: grouped in threes (by comma, space or apostrophe) or as in India, with decimals.

    Points group where there are two of them or a decimal comma ends the number (`1.250.000`, `1.250,50`). `80, 000` is a slip of the
    typesetter: no number is `000`. `50,000,00` is none at all.
    """
    fractions = "".join(_table()["fractions"])
    spaces = "[ \u00a0\u2009\u202f]"
    groups = r"(?:,\d{3}){1,7}(?![\d]|,\d)|(?:,\d{2}){1,7},\d{3}(?![\d]|,\d)"
    groups += rf"|(?:{spaces}\d{{3}}){{1,6}}(?:,\d\d(?![\d,]))?(?!,?\d)"  # `1 299,00`
    groups += r"|(?:,\s?\d{3}){0,5},\s000(?![\d]|,\d)|(?:['’]\d{3}){1,6}(?!\d)"
    points = r"\d{1,3}(?:(?:\.\d{3}){2,6}(?:,\d{1,2})?|(?:\.\d{3}){1,6},\d{2})(?![\d%]|[.,]\d)"
    whole = rf"\d{{1,3}}(?:{groups})(?:\.\d{{1,9}})?|\d{{1,{MAX_DIGITS}}}(?!\d|,\d)(?:\.\d{{1,9}})?[{fractions}]?"
    return rf"(?:{points}|{whole}|(?<![\w.,])\.\d{{1,9}}|[{fractions}])"


@cache
def _decimal_comma() -> str:
    """Return the pattern of `2,25` in `2,25 billion`: the comma is a decimal one before a scale, a percent sign or a unit."""
    scales = f"{_words('scales')}|{_words('short_scales')}"
    units = r"km|kg|cm|mm|kilomet(?:re|er)s?|met(?:re|er)s?|lit(?:re|er)s?|hectares?|tonnes?|degrees?|kilos?|kilograms?"
    return rf"\d{{1,3}},\d{{1,2}}(?=[\s-]?(?:%|(?:{scales}|per\s?cent|pct|{units})\b))"


_COMMON_FRACTION = r"(?:\d{1,3}[ -])?[1-9]/(?:16|2|3|4|5|8)(?![\d/])"  # `1/2` and `10 1/2`; `9/11` and `24/7` are none


@cache
def _partial() -> str:
    """Return the pattern of a part of the next scale: `half a`, `half` before a scale, `three quarters of a`."""
    scale = rf"(?=\s(?:{_words('scales')})\b)"
    quarters = r"(?:(?:a|one|three)[\s-])?quarters?"
    quarters = rf"{quarters}\s(?:of\s)?a(?=\s(?:{_words('scales')}|percentage)\b)|{quarters}{scale}"
    return rf"half\san?|half{scale}|{quarters}"


@cache
def _half_more() -> str:
    """Return the pattern of a half behind a scale: `2 million and a half`, not `a million and a half share`."""
    return rf"\sand\sa\shalf\b(?!\s(?:{'|'.join(load('figures/amounts/numbers.toml')['halved'])})\b)"


PLUS = rf"(?:\+(?=\s)|-(?:{'|'.join(load('figures/amounts/numbers.toml')['hung'])})\b)"  # `600-plus billion pesos`
_PART = r"and[\s-](?:an?|one|three)[\s-](?:half|quarters?)"  # of `two and a half`, `one-and-one-half`


@cache
def number_pattern(*, money: bool = False, million: bool = False, in_words: bool = True) -> str:
    """Return the pattern of a number with its scale, in digits or (`in_words`) in words too.

    With `money`, the short scales `m`, `b`, `k`, `mil`, `cr` count too, with `million` the `m`, `k` and `b` that a noun follows: elsewhere
    `5m` is a length.
    """
    decimal = rf"(?:(?<=\d\.\d\s)|(?<=\d\.\d\d\s))(?:{_words('decimal_scales')})"
    short = _words("short_scales") + (f"|{_words('money_scales')}|{decimal}" if money else "")
    scales = _words("scales")
    glued = r"|[mkb](?=\s[a-zA-Z])" if million else ""
    scaled = rf"(?:(?:{PLUS}(?=\s))?[\s-]?(?:{scales})\b(?:\s(?:{scales})\b)?(?:{_half_more()})?|[\s-]?(?:{short})\b{glued})"
    digits = rf"(?:{_COMMON_FRACTION}|{_decimal_comma()}|{digits_pattern()})(?:\sand\sa\shalf\b)?{scaled}?"
    if not in_words:
        return rf"(?:{digits})"
    unit = rf"(?:{_words('words')})"
    first = rf"(?:{_partial()}|{unit}|an?(?=\s(?:{scales})\b))"
    # Each word matches in one way alone, or `one-one-one-…` takes for ever; `and` stands within a number behind a hundred, not a million.
    more = rf"{unit}\b|(?:hundred|thousand)\sand(?=\s{unit}\b)|(?:{scales})\b|{_PART}\b"
    word = rf"\b{first}(?:[\s-](?:{more})){{0,10}}\b"
    digit = "|".join(word for word, value in _table()["words"].items() if value < 10)
    spoken = rf"\b{unit}(?:[\s-]{unit})?\spoint(?:\s(?:{digit})){{1,4}}\b(?:\s(?:{scales})\b)?"
    return rf"(?:{digits}|{spoken}|{word})"


@cache
def part_pattern() -> str:
    """Return the pattern of a part of one: `three-quarters`, `a tenth`, `half`, `1/16`."""
    count = "|".join(["an?", *(word for word, value in _table()["words"].items() if 0 < value < MOST_PARTS)])
    words = rf"(?:(?P<numerator>{count})[\s-])?(?P<part>{_words('parts')})s?"
    return rf"(?:(?P<above>\d{{1,2}})[/⁄](?P<below>\d{{1,3}})|(?i:{words}))"


def part_value(match: re.Match[str]) -> Decimal | None:
    """Return the value of a match of `part_pattern`, None where it is no part."""
    above = Decimal(match["above"]) if match["above"] else parse_number(match["numerator"] or "") or Decimal(1)
    below = Decimal(match["below"]) if match["below"] else _table()["parts"][match["part"].lower()]
    return above / below if below else None


def parse_number(text: str) -> Decimal | None:
    """Return the value of a number in digits or words with its scales, None where it is none."""
    text = re.sub(PLUS, "", text)
    words = text.lower().replace("-", " ").split()
    if not words:
        return None
    leading = re.match(rf"({_COMMON_FRACTION}|\d{{1,3}},\d{{1,2}}(?![\d,])|{digits_pattern()})[\s-]*(.*)$", text.strip(), re.DOTALL)
    if leading:
        rest = leading[2].removeprefix("and a half").removesuffix(" and a half")  # "2 and a half million", "2 million and a half"
        scale = _scale(rest)
        half = Decimal("0.5") if rest != leading[2] else 0
        return None if scale is None else (_digits(leading[1]) + half) * scale
    return _spoken(words) if "point" in words else _in_words(words)


def _spoken(words: list[str]) -> Decimal | None:
    """Return the value of a decimal in words: `one point two five million`."""
    point, table = words.index("point"), _table()
    decimals = [table["words"][word] for word in words[point + 1 :] if word in table["words"]]
    whole, scale = _in_words(words[:point]), _scale(" ".join(words[point + 1 + len(decimals) :]))
    if whole is None or scale is None or not decimals:
        return None
    return (whole + sum(digit.scaleb(-place) for place, digit in enumerate(decimals, 1))) * scale


def _digits(text: str) -> Decimal:
    if "/" in text:
        *whole_part, part = re.split(r"[ -]", text)
        above, below = part.split("/")
        return Decimal(whole_part[0] if whole_part else 0) + Decimal(above) / Decimal(below)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d\d", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    fractions = _table()["fractions"]
    fraction = fractions.get(text[-1], Decimal(0))
    text = re.sub(r"^([\d\s]+),(\d{1,2})$", r"\1.\2", text)
    whole = re.sub(r"[,\s'’]", "", text.rstrip("".join(fractions)))
    return (Decimal(whole) if whole else Decimal(0)) + fraction


def _scale(text: str) -> Decimal | None:
    total = Decimal(1)
    table = _table()
    for word in text.replace("-", " ").split():
        keys = ("scales", "short_scales", "money_scales", "decimal_scales")
        found = next((table[key][word.lower()] for key in keys if word.lower() in table[key]), None)
        if found is None:
            return None
        total *= found
    return total


def _in_words(words: list[str]) -> Decimal | None:
    """Add up `two hundred and fifty thousand` scale by scale; `a half` adds half of the next scale."""
    table = _table()
    total = current = Decimal(0)
    seen = False
    for i, word in enumerate(words):
        if word in ("and", "a", "an", "of") or _is_numerator(words, i):
            continue
        if word in ("half", "quarter", "quarters"):
            part = Decimal("0.5") if word == "half" else Decimal("0.25")
            if i > 1 and words[i - 2] == "and":  # "two and three quarters"; of the scale in "a million and a half"
                part *= table["scales"].get(words[i - 3], Decimal(1)) if i > 2 else 1
                current += part * table["words"].get(words[i - 1], Decimal(1))
            else:
                current = part if word == "half" else (current or Decimal(1)) * part
        elif word in table["words"]:
            current += table["words"][word]
        elif word in table["scales"]:
            scale = table["scales"][word]
            if scale == 100:
                current = (current or Decimal(1)) * scale
            else:
                total += (current or Decimal(1)) * scale
                current = Decimal(0)
        else:
            return None
        seen = True
    return total + current if seen else None


def _is_numerator(words: list[str], i: int) -> bool:
    """Say whether the word at `i` counts the parts of a fraction behind a whole number: `three` in `two and three quarters`."""
    return 0 < i < len(words) - 1 and words[i - 1] == "and" and words[i + 1] in ("half", "quarter", "quarters")


def is_whole(value: Decimal) -> bool:
    """Tell whether `value` is an integer; `value % 1` fails where it has more digits than the decimal context."""
    return value == value.to_integral_value()


def plain(value: Decimal) -> int | float:
    """Return an int where the value is whole, else the float nearest to it, of 15 digits as all outputs write it (`2/3 percent`)."""
    return int(value) if is_whole(value) else float(f"{value:.15g}")
