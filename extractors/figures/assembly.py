"""Amount and statement → the sheet's percentages, money and quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from ..knowledge import load
from ..models import Dimension, Money, Percentage, Quantity
from ..pipeline.networks import network_of
from ..reading import Reading
from ..sureness import confidence
from .amounts import Amount
from .reader import Statement, statements


@dataclass(frozen=True)
class Figures:
    """The figures of an article, each list in the order of the text."""

    percentages: list[Percentage]
    money: list[Money]
    quantities: list[Quantity]


def find_figures(reading: Reading) -> Figures:
    """Return the percentages, the amounts of money and the quantities of an article, each with what the text says of it."""
    found = Figures([], [], [])
    said = constrained(reading, statements(reading))
    for amount, statement in zip(reading.amounts, said, strict=True):
        if statement is None:
            continue
        fields = _fields(reading, amount, statement)
        if amount.section == "percentages":
            found.percentages.append(Percentage(unit=cast("Any", amount.unit), **fields))
        elif amount.section == "money":
            found.money.append(Money(currency=amount.unit, **fields))
        else:
            fields |= {"si_value": amount.si_value, "si_unit": amount.si_unit}
            found.quantities.append(Quantity(unit=amount.unit, dimension=cast("Dimension", amount.dimension), **fields))
    return found


# What makes a figure a bound, right before it: `was lower than 3%`.
_BOUND = re.compile(rf"\b(?:{'|'.join(load('figures/figures.toml')['bounds']['verbs'])})\s(?:\w+\s)?\w+er\sthan\s$")


@cache
def told_behind() -> re.Pattern[str]:
    """Return the noun behind a percentage that settles its kind: `a 30 percent economic interest in`, `a 9% discount to`."""
    nouns = load("figures/figures.toml")["behind"]
    share = rf"(?:{'|'.join(nouns['shares'])})\sin|{'|'.join(nouns['held'])}"
    level = rf"(?:{'|'.join(nouns['comparisons'])})\s(?:{'|'.join(nouns['compared_with'])})"
    kind = rf"(?:(?!(?:{'|'.join(nouns['apart'])})\b)[\w-]+\s){{0,2}}?"
    return re.compile(rf"\s{kind}(?:(?P<share>{share})|(?P<level>{level}))\b")


_OF = re.compile(r",?\sof\s")


def constrained(reading: Reading, said: list[Statement]) -> list[Statement | None]:
    """Return the statements as exact writing constrains them: an explicit sign, a bound, an amount in the brackets of another, a table.

    None for a figure of a table of which neither a header nor a key tells what it measures.
    """
    done: list[Statement | None] = []
    for amount, statement in zip(reading.amounts, said, strict=True):
        row = reading.row_at(amount.start)
        if amount.again:
            if _OF.match(reading.source, amount.end):  # "3,300 tons, or 3,000 metric tons, of water": of both
                done[-1] = statement
            done.append(done[-1])
            continue
        if amount.signed:  # "+3,192"
            statement = replace(statement, kind="change", direction=amount.signed)
        elif amount.section == "percentages" and (told := told_behind().match(reading.source, amount.end)):
            statement = replace(statement, kind="share") if told["share"] else replace(statement, kind="level", direction=None)
        elif amount.qualifier and _BOUND.search(reading.source, max(0, amount.start - 40), amount.start):
            statement = replace(statement, kind="level", direction=None)
        done.append(_in_row(statement, amount, row.measure_of(amount.start, reading.source)) if row else statement)
    return done


def _in_row(statement: Statement, amount: Amount, measure: str | None) -> Statement | None:
    """Return what a row says of an amount: what it measures, and no more; the lines around it are no prose."""
    if measure is None:
        return None
    return replace(statement, measure=measure, direction=amount.signed, when=None, source=None, status="actual")


def _fields(reading: Reading, amount: Amount, said: Statement) -> dict[str, Any]:
    return {
        "text": reading.source[amount.start : amount.end],
        "sentence": reading.sentence_of(amount.start),
        "confidence": confidence("figures", said.chances.values(), network_of(reading.doc)),
        **{key: getattr(amount, key) for key in ("start", "end", "value", "low", "high", "qualifier", "per")},
        **{key: getattr(said, key) for key in ("kind", "direction", "measure", "when", "status", "source")},
    }
