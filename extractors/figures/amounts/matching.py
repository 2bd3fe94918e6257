"""Numbers with their unit as they are matched in the text: one or a range of two; percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from .lexicon import forms_of_movement, words
from .numbers import ABOUT, number_pattern, parse_number, part_pattern, part_value, words_pattern
from .units import SI, percent_pattern, percent_units

Section = Literal["percentages", "money", "quantities"]


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
SUB = r"(?<=\b[Ss]ub-)"
BEFORE = rf"(?<!\x1b\[)(?<![\w/.,:%&#@])(?:(?<!\w[-–])|{SUB})(?:(?<![\w])[+−-])?"
MINUS = rf"(?P<minus>(?<!or )(?i:minus|negative)[\s-](?=[\d½¼¾]|(?:{words_pattern()})\b))?"
JOINT = r"(?:\s?[-–—]\s?|-?\sto\s|\sand\s|\sor\s)"  # `a 10- to 12-foot wall`


def numbers_pattern(*, money: bool, million: bool = False, unit: str = "") -> str:
    """Return the pattern of a number or of a range of two; `unit` may stand behind the first of them as well."""
    number = number_pattern(money=money, million=million)
    first_unit = rf"(?:{unit}(?={JOINT}))?" if unit else ""
    return rf"(?P<first>{number}){first_unit}(?:{JOINT}(?P<more>(?P<second>{number})))?"


# --- percentages

_REPEATED = r"\s?(?:%|percent|per\scent|pct)"  # `5% to 7%`, `3 per cent to 4.5 per cent`


_PERCENT = re.compile(rf"{BEFORE}{MINUS}(?i:{numbers_pattern(money=False, unit=_REPEATED)}){percent_pattern()}")
# `a quarter of a percent`, `three-quarters of 1 percent`, `a half percent`
_PART = re.compile(rf"\b{part_pattern()}(?i:\s(?:of\s)?(?:an?|one|1)|(?<=half)|(?<=quarter)){percent_pattern()}")
_AND = re.compile(rf"(?:\d|\b(?:{words_pattern()}))[\s-]and[\s-]$", re.IGNORECASE)  # "one and a half percent": no part of one alone

_POINT = re.compile(r"\bpoint\s$", re.IGNORECASE)  # "point five percent" is half of one, "at this point five percent" is five


def _unit_of(match: re.Match[str]) -> str:
    return percent_units()[re.sub(r"[\s-]+", " ", (match["sign"] or match["word"]).lower())]


def percentages(text: str) -> Iterator[Found]:
    """Yield the percentages of `text`; percentage points and basis points are units of their own."""
    for part in _PART.finditer(text):
        value = part_value(part)
        if value and not _AND.search(text, max(0, part.start() - 24), part.start()):
            yield Found("percentages", *part.span(), (value,), _unit_of(part))
            text = text[: part.start()] + " " * len(part[0]) + text[part.end() :]  # `one percent to 4.5 percent` is no range then
    for match in _PERCENT.finditer(text):
        if _POINT.search(text, max(0, match.start() - 12), match.start()):
            continue
        for found in split_pair(text, match, "percentages", _unit_of(match), None):
            yield below_nought(found) if match["minus"] and found.start == match.start() else found


def below_nought(found: Found) -> Found:
    """Return a figure behind the word `minus` with its numbers below nought, the lower end of a range first."""
    return replace(found, numbers=tuple(-n for n in sorted(found.numbers, reverse=True)))


_MINUS = re.compile(r"\b(?:minus|negative)\s$", re.IGNORECASE)
_LEVEL = re.compile(
    rf"\b(?:to|at|is|was|were|are|be|been|of|reached|hit|returned|yielded|from|than|below|above|between|stood|remained|and|averaged)\s{ABOUT}(?:a\s)?$"
)


def on_its_side(text: str, found: Found) -> Found:
    """Return a level with a minus below nought (`fell to -0.75%`, `closed at minus $37.63`); the sign of a change stays: `Acme (-2%)`."""
    if found.dimension in ("temperature", "count") or found.numbers[0] <= 0:
        return found
    sign = found.start if text[found.start] in "-−" else found.start - 1
    spelled = _MINUS.search(text, max(0, found.start - 9), found.start) if found.section == "money" else None
    start = spelled.start() if spelled else sign
    if (spelled or (sign >= 0 and text[sign] in "-−–")) and _LEVEL.search(text, max(0, start - 24), start):
        return replace(found, start=start, numbers=(-found.numbers[0], *found.numbers[1:]))
    return found


# --- ranges


def split_pair(text: str, match: re.Match[str], section: Section, unit: str, dimension: str | None) -> Iterator[Found]:
    """Yield a match with two numbers as a range or as two figures: `from 3 to 4 percent` moves, `5 and 6 percent` lists."""
    back = "from" in text[match.end("first") : match.start("second")]  # "rose to $4.2 from $3.9 billion"
    first, second = pair_values(match["first"], match["second"], 10 if back else 1)
    if first is None:
        return
    dated = is_bare_year(match["first"]) and _OF_YEAR.search(text, max(0, match.start() - 12), match.start())
    if second is not None and first < second and dated:
        yield Found(section, match.start("more"), match.end(), (second,), unit, dimension)  # "3,000 euros in 2019 to 5,000 euros in 2024"
        return
    if second is None:
        yield Found(section, match.start(), match.end(), (first,), unit, dimension)
    elif not back and _is_range(text, match, first, second):
        yield Found(section, match.start(), match.end(), (first, second), unit, dimension)
    else:
        end = match.end("first")
        between = re.match(_REPEATED + rf"(?={JOINT})", text[end : match.start("more")])
        if not is_bare_year(match["first"]) and not (section == "percentages" and first > 10**5):  # `N$3 billion or 80%`
            yield Found(section, match.start(), end + (between.end() if between else 0), (first,), unit, dimension)
        yield Found(section, match.start("more"), match.end(), (second,), unit, dimension)


_OF_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)\s$")


def pair_values(first: str, second: str | None, times: int = 1) -> tuple[Decimal | None, Decimal | None]:
    """Return both numbers; the scale of the second holds for a first without one (`5 to 7 million`), but not in `$200 to $4 million`."""
    low, high = parse_number(first), parse_number(second) if second else None
    if low is not None and high is not None and second and not _SCALED.search(first.lower()):
        scale = _scale_of(second)
        scaled = parse_number(first + scale) if scale else None
        low = scaled if scaled is not None and low < 1000 and (scaled < times * high or low == high) else low
    return low, high


_SCALED = re.compile(r"(?:hundred|thousand|million|billion|trillion|lakhs?|lacs?|crores?|dozen)\b|\d\s?[a-zA-Z]+$")


def _scale_of(number: str) -> str:
    """Return the scale of a number with what separates it: ` million` of `18 million`, `m` of `7m`."""
    scale = re.search(r"[\s-]?(?:hundred|thousand|million|billion|trillion|lakhs?|lacs?|crores?)(?:\s\w+)?$", number.lower())
    return scale[0] if scale else re.sub(r"^[\d.,½¼¾⅓⅔]+", "", number) if number[0].isdigit() else ""


def _is_range(text: str, match: re.Match[str], low: Decimal, high: Decimal) -> bool:
    joint = re.search(r"-?\s(to|and|or)\s", text[match.end("first") : match.start("second")].lower())
    if joint is None:  # `3-4 percent`, whatever stands before it; `rose 6.2 percent – 17.8 percent higher than in May` are two
        apart = re.search(r"[a-z%]\s[-–—]\s$", text[match.end("first") : match.start("second")].lower())
        return low < high and not (apart and _COMPARATIVE.match(text, match.end()))
    word = joint[1]
    if joint[0].startswith("-"):  # `a 10- to 12-foot wall`
        return low < high
    before = text[max(0, match.start() - 24) : match.start()].lower()
    if word == "and":
        return low < high and bool(re.search(r"\bbetween\W*$", before))
    if word == "or":
        return low < high and high - low <= max(Decimal(1), low)
    between = text[match.end("first") : match.start("second")]
    # "slipping $1.2 billion to $48.6 billion"
    if word == "to" and not text[match.start("more")].isdigit() and _last_word(before) in forms_of_movement():
        return False
    # "rose by 4 to 5 percent" is a range, "rose by 4 percent to 5 percent" and "by $3 to $50" are two
    if word == "to" and between == " to " and text[match.start()].isdigit() and re.search(rf"\bby\s{ABOUT}$", before):
        return low < high <= 10 * low
    return low < high and not _MOVED_FROM.search(before)


_MOVED_FROM = re.compile(
    rf"\b(?:from|by)\s(?:(?:an?|the)\s(?!range)(?:\w+\s){{1,2}}(?:of\s)?)?{ABOUT}[$€£]?$"  # `from a low of 12 percent to 15 percent`
)


def _last_word(before: str) -> str:
    """Return the last word of `before`, over what qualifies a number."""
    found = [w for w in re.findall(r"[a-z]+", before) if w not in words("words", "lead_ins") | {"by"}]
    return found[-1] if found else ""


_COMPARATIVE = re.compile(r"\s(?:higher|lower|more|less|fewer|up|down|above|below)\b")


def is_bare_year(number: str) -> bool:
    """Say whether a number may be a year of our time."""
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", number))
