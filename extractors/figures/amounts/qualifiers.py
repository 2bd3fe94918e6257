"""What stands right around an amount: words that qualify it, the denominator of a rate, the brackets of a second amount."""

from __future__ import annotations

import re
from functools import cache

from ...knowledge import load
from .units import denominators, rate_pattern

_DOZEN = re.compile(r"(?:half a|a) dozen\b", re.IGNORECASE)  # round, not twelve to the head
_PLACE = re.compile(r"(?:over|above|under|below)$", re.IGNORECASE)


_AHEAD = re.compile(r"(?:\d|%|\b(?:percent|cent|points?|times|metres|meters|feet|km|dollars|euros|million|billion))\s$", re.IGNORECASE)
# What may stand before a rate: the sign of a unit (`cubic metres (m³) per second`), the stroke of whole rupees (`Rs 1,500/= a bag`).
_UNIT = re.compile(r"^(?:\s?\([^\W\d]{1,4}[²³]?\)|/[=-])")


@cache
def _regexes() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    table = load("figures/amounts/numbers.toml")
    before = {w: q for q, words in table["qualifiers"].items() for w in words}
    after = {w: q for q, words in table["qualifiers_after"].items() for w in words}

    def either(words: dict[str, str]) -> str:
        return "|".join(sorted(map(re.escape, words), key=len, reverse=True))

    first = re.compile(
        rf"(?:^|(?<=[\s(—–\u200b\u201c\u2018\x22\x27\[]))(?P<word>{either(before)})(?:\s(?:an?|another|additional|of|estimated))?\s?$",
        re.IGNORECASE,
    )
    # "lower than 20% or above 30 per cent": the words belong to the next figure
    last = re.compile(rf"\s?(?P<word>{either(after)})(?!\w|\s(?:[\d$€£¥₹]|than\b|an?\s|about\b|[A-Z]{{1,3}}\$?\s?\d))", re.IGNORECASE)
    return first, last, before | after


def qualifier(before: str, figure: str, after: str) -> str | None:
    """Return `about`, `at least`, `at most`, `more than` or `less than` where the words beside `figure` say so."""
    if _DOZEN.match(figure):
        return "about"
    if re.search(r"[\dmnk]\+\s|-plus\b", figure):  # `500+ shops`
        return "at least"
    if re.search(r"\d-odd\b|\bor so\b", figure):  # `some 20-odd shops`
        return "about"
    first, last, table = _regexes()
    match = first.search(before)
    if match and _PLACE.match(match["word"]) and re.search(r"[a-z]-[a-z]|\d-[a-z]", figure):  # `above 5,000-foot peaks`
        match = None
    if match and match["word"].lower().endswith("er than") and _AHEAD.search(before[: match.start()]):
        match = None  # "5 percent higher than $20" compares
    match = match or last.match(after)
    return table[match["word"].lower()] if match else None


def per(after: str) -> str | None:
    """Return the denominator that stands behind a figure, at once or at the end of its noun phrase (`barrels of oil a day`)."""
    after = _UNIT.sub("", after)
    match = rate_pattern().match(after)
    if match:
        return denominators("per_sign")[match["sign"]] if match["sign"] else denominators()[match["noun"].lower()]
    adverbs: dict[str, str] = load("figures/amounts/units.toml")["adverbs"]
    clause = re.split(r"[,.;:()—–\d]", after, maxsplit=1)[0]
    for word in re.finditer(r"\b(\w+ly)\b", clause):
        # Not before a noun or an adjective: `two million daily newspapers`.
        if word[1] in adverbs and not re.match(
            r"\s(?!(?:and|or|but|to|from|in|by|for|since|until|when|while|if|via)\b)\w", clause[word.end() :]
        ):
            return adverbs[word[1]]
    if re.match(r"\s?(annually|yearly|daily|monthly|weekly|hourly)\b(?!\s[a-z-]+s\b(?<!as)(?<!is))", clause):
        return adverbs[clause.split()[0]]
    tail = re.search(
        r"^\sof(?:\s[\w-]+){1,4}?\s(?:an?|per|each|every)\s(year|day|month|week|hour)\b(?!\s(?:earlier|ago|before|later|after|on|old))",
        clause,
    )
    return tail[1] if tail else None


@cache
def _rates_before() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = load("figures/amounts/units.toml")
    often, said = "|".join(table["adverbs"]), "|".join(table["rates"]["said"])
    units = "|".join(w for noun in table["rates"]["traded"] for w in table["per"][noun])
    about = r"\s(?:[a-z]+\s){0,3}$"
    by = re.compile(rf"\b(?P<often>{often})\sby{about}", re.IGNORECASE)
    paid = re.compile(
        rf"\b(?P<often>{often}|annual)\s(?:\w+\s)?(?:{'|'.join(table['rates']['paid'])})\s(?:of|{said}){about}", re.IGNORECASE
    )
    each = re.compile(rf"\b(?:the|an?|one|each|every)\s(?P<noun>{units})\s(?:of\s\w+\s)?(?:{said}){about}", re.IGNORECASE)
    return by, paid, each


def per_before(before: str, *, money: bool) -> str | None:
    """Return the denominator that stands before a figure: `grow annually by`, `a monthly pension of`, `the barrel rose to`."""
    by, paid, each = _rates_before()
    adverbs: dict[str, str] = load("figures/amounts/units.toml")["adverbs"] | {"annual": "year"}
    often = by.search(before) or (paid.search(before) if money else None)
    if often:
        return adverbs[often["often"].lower()]
    sold = each.search(before) if money else None
    return denominators()[sold["noun"].lower()] if sold else None


def closing_bracket(text: str, first_end: int, second: tuple[int, int]) -> int | None:
    """Return where the bracket around a second amount closes, None where it stands in none: `30 million pesos (US$1.7 million)`."""
    start, end = second
    if not re.fullmatch(r"\s?[(/]\s?(?:about |around |some |roughly |approximately |or )?", text[first_end:start]):
        return None
    closed = re.match(r"(?:[^()\n]{0,60})\)", text[end : end + 61])
    return end + closed.end() if closed else None
