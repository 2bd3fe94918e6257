"""Amounts: numbers with their units as they stand in the text, before the sentence around them is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from spacy.tokens import Doc, Span

from ...article import Article
from ...knowledge import load
from ...models import Place
from ...spans import text_of, web_addresses
from .counts import find_counts
from .currencies import Context, country_counts
from .decimals import as_house_writes
from .elided import elided, elided_money, parts
from .lexicon import words
from .matching import Found, Section, on_its_side, percentages
from .measurements import contests, counted_or_measured, quantities
from .money import money, with_hundredths
from .numbers import ABOUT, plain
from .points import rate_points
from .qualifiers import closing_bracket, per, per_before, qualifier
from .series import find_series
from .taken_over import find_bare

START = attrgetter("start")


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
        again: whether it says the amount before it once more in another unit: `10 billion ringgit (US$2.3 billion)`, `900 lb, or 408 kg`.
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
    again: bool = False


# "one country, two systems" and its like, whose numbers count nothing
_SAYINGS = "|".join(map(re.escape, load("figures/amounts/numbers.toml")["sayings"]["phrases"]))
_SAYING = re.compile(rf"(?<![\w,.])(?:{_SAYINGS})", re.IGNORECASE)


_HYPHENS = str.maketrans("\u2010\u2011", "--")


def find_amounts(doc: Doc, article: Article, taken: Sequence[tuple[int, int]], places: Sequence[Place] = ()) -> list[Amount]:
    """Return the amounts of `doc` in order of appearance, none overlapping another or one of the spans `taken` (those of dates).

    The countries in which the article's `places` lie tell which dollars, pesos or pounds it means.
    """
    text, unsettled = as_house_writes(text_of(doc).translate(_HYPHENS), article.habits)
    taken = [*taken, *unsettled, *web_addresses(text), *contests(text), *(match.span() for match in _SAYING.finditer(text))]
    found: list[Found] = []
    used = _Used(taken)
    found += used.add(percentages(text))
    found += used.add(rate_points(text))
    found += with_hundredths(text, sorted(used.add(money(text, Context(country_counts(doc, places), article.habits))), key=START))
    found += used.add(quantities(doc, text))
    used_tokens = _token_set(doc, [*taken, *((f.start, f.end) for f in found)])
    counted = list(find_counts(doc, text, used_tokens, _token_set(doc, [(f.start, f.end) for f in found if f.section == "quantities"])))
    counted += list(find_bare(doc, text, counted, used_tokens | _token_set(doc, [(c.start, c.end) for c in counted])))
    found += used.add(counted_or_measured(text, c) for c in counted)
    found += used.add(elided(doc, text, sorted(found, key=START)))
    found += used.add(elided_money(doc, text, sorted(found, key=START)))
    found += used.add(find_series(doc, text, sorted(found, key=START)))
    found += used.add(parts(text, [s.end_char for s in doc.sents], sorted(found, key=START)))
    amounts = [_amount(doc, text, on_its_side(text, match)) for match in sorted(found, key=START)]
    return _moving(text, _bracketed(text, [a for a in amounts if a is not None]))


class _Used:
    """The characters that a date or a figure has taken."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._taken = {char for span in spans for char in range(*span)}

    def add(self, matches: Iterable[Found]) -> list[Found]:
        """Return those of `matches` that lie on free characters, each taking its own."""
        added = []
        for match in matches:
            chars = range(match.start, match.end)
            if self._taken.isdisjoint(chars):
                self._taken.update(chars)
                added.append(match)
        return added


def _token_set(doc: Doc, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in spans)
    return frozenset(i for span in found if span is not None for i in range(span.start, span.end))


def _goes_up(doc: Doc, start: int) -> bool:
    """Tell `went up to $30`, where `up` is of the verb, from `sent up to 300 troops`."""
    verbs = words("verbs", "going") | words("verbs", "up")
    return start >= 3 and doc[start - 2 : start].text.lower() == "up to" and doc[start - 3].lower_ in verbs


def _is_topic(span: Span) -> bool:
    """Tell `talked about two aspects` from `sold about two tonnes`."""
    about = span.doc[span.start - 1] if span.start > 1 else None
    if about is None or about.lower_ != "about" or about.dep_ != "case":
        return False
    return about.nbor(-1).lemma_.lower() in load("figures/amounts/numbers.toml")["topics"]["words"]


def _is_governed(span: Span) -> bool:
    """Tell `sued over two bills` and `over 10 episodes, the pair travel`, where `over` is a preposition, from `over 10 episodes`."""
    over = span.doc[span.start - 1] if span.start else None
    if over is None or over.lower_ not in ("over", "under", "above", "below"):
        return False
    noun = span.root
    if over.i and over.nbor(-1).lemma_ in load("figures/amounts/numbers.toml")["topics"]["spread"]:
        return True
    if over.dep_ == "case":
        return over.head == noun and sum(t.dep_ == "case" for t in noun.lefts) == 1
    return noun.dep_ == "obl" and not any(t.dep_ == "case" for t in noun.children)


_SIGNS: dict[str, Literal["up", "down"]] = {"+": "up", "-": "down", "−": "down"}


def _amount(doc: Doc, text: str, match: Found) -> Amount | None:
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None or any("\n" in t.text for t in span):
        return None
    numbers, sentence = [plain(n) for n in match.numbers], span.sent
    preposition = _goes_up(doc, span.start) or _is_topic(span) or (match.dimension == "count" and _is_governed(span))
    return Amount(
        section=match.section,
        start=match.start,
        end=match.end,
        tokens=(span.start, span.end),
        value=numbers[0] if len(numbers) == 1 else None,
        low=numbers[0] if len(numbers) == 2 else None,
        high=numbers[1] if len(numbers) == 2 else None,
        unit=match.unit,
        dimension=match.dimension,
        qualifier=qualifier(
            "" if preposition else text[max(sentence.start_char, match.start - 40) : match.start],
            text[match.start : match.end],
            text[match.end : match.end + 24],
        ),
        per=match.per
        or per(text[match.end : min(sentence.end_char, match.end + 60)])
        or per_before(text[max(sentence.start_char, match.start - 80) : match.start], money=match.section == "money"),
        signed=None if match.dimension == "temperature" or match.numbers[0] < 0 else _SIGNS.get(text[match.start]),
        si_value=match.si[0] if match.si else None,
        si_unit=match.si[1] if match.si else None,
    )


def _bracketed(text: str, amounts: list[Amount]) -> list[Amount]:
    """Give an amount in brackets the attributes of the one before it, and both what follows: `30 million pesos (US$1.7 million) a year`."""
    done: list[Amount] = []
    for amount in amounts:
        first = done[-1] if done else None
        closed = closing_bracket(text, first.end, (amount.start, amount.end)) if first and _converts(first, amount) else None
        if first and closed is not None:
            line = text.find("\n", closed)
            after = text[closed : closed + 60 if line < 0 else min(line, closed + 60)]
            rate, word = first.per or per(after), first.qualifier or qualifier("", "", after[:24])
            done[-1] = replace(first, per=rate, qualifier=word)
            amount = replace(amount, per=amount.per or rate, qualifier=amount.qualifier or word, again=True)
        elif first and _is_restated(text, first, amount):
            amount = replace(amount, again=True)
        done.append(amount)
    return done


_OR = re.compile(rf",\sor\s{ABOUT}")
SAME = 0.12  # by which two values of one size may differ, rounded as they are


def _is_restated(text: str, first: Amount, second: Amount) -> bool:
    """Say whether `, or` and the same size in another unit or currency stand behind an amount: `900 pounds, or 408 kilograms, of scrap`."""
    if not _converts(first, second) or not _OR.fullmatch(text, first.end, second.start):
        return False
    if first.si_value is None or second.si_value is None:
        return first.section == "money"
    return abs(first.si_value - second.si_value) <= SAME * abs(first.si_value)


_FROM = re.compile(rf"\bfrom\s{ABOUT}$")
_TO = re.compile(rf"(?:\sU\.S\.)?(?:[\s-](?:an?|per)[\s-][a-z]+)?(?:\s(?:in|on)\s\w+(?:\s\w+)?)?\sto\s{ABOUT}")


def _moving(text: str, amounts: list[Amount]) -> list[Amount]:
    """Give both ends of a movement the denominator of one: `from $75 a barrel to $45.88`."""
    done: list[Amount] = []
    for amount in amounts:
        first = done[-1] if done else None
        alike = first and (first.section, first.unit) == (amount.section, amount.unit)
        if first and alike and _FROM.search(text[max(0, first.start - 16) : first.start]) and _TO.fullmatch(text[first.end : amount.start]):
            rate = first.per or amount.per
            done[-1], amount = replace(first, per=rate), replace(amount, per=rate)
        done.append(amount)
    return done


def _converts(first: Amount, second: Amount) -> bool:
    same = first.section == second.section and first.dimension == second.dimension
    return same and first.section != "percentages" and first.dimension != "count" and first.unit != second.unit
