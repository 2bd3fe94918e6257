"""Which figures can be compared: the heading under which one stands where they are sorted by value, and its number there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..formats import plain_number
from ..wording import plural

if TYPE_CHECKING:
    from newsfacts.models import Money, Number, Percentage, Quantity

_BASIS_POINTS = 100  # of a percentage point
_RANKS = ("percent", "percentage point", "money", "quantity", "count")


def comparable(figure: Percentage | Money | Quantity) -> tuple[list[int | str], Number | None]:
    """Return the rank and the name of the heading, and the number: percent, an amount of the currency, or the dimension's SI value.

    Of a range the lower end counts. What is said per something stands apart from what is not.
    """
    rank, name, number = _scale(figure, _least(figure))
    per = f" per {figure.per}" if figure.per else ""
    return [_RANKS.index(rank), name + per], None if number is None else plain_number(number)


def _least(figure: Percentage | Money | Quantity) -> Number | None:
    return next((end for end in (figure.value, figure.low, figure.high) if end is not None), None)


def _scale(figure: Percentage | Money | Quantity, number: Number | None) -> tuple[str, str, Number | None]:
    currency, dimension, unit = getattr(figure, "currency", None), getattr(figure, "dimension", None), getattr(figure, "unit", "")
    if currency:
        return "money", _currency(currency), number
    if dimension == "count":
        return "count", "Counts", number
    if dimension:
        si = _si_value(figure, number)  # type: ignore[arg-type]
        return ("quantity", dimension.capitalize(), si) if si is not None else ("quantity", plural(unit).capitalize(), number)
    if unit == "percent":
        return "percent", "Percent", number
    return "percentage point", "Percentage points", number and (number / _BASIS_POINTS if unit == "basis point" else number)


def _si_value(quantity: Quantity, number: Number | None) -> Number | None:
    """Return the SI value; None for a unit that has none, such as one of different sizes in different countries."""
    if quantity.si_value is not None or number is None:
        return quantity.si_value
    from decimal import Decimal

    from newsfacts.figures.amounts.units import unit_named

    try:
        si = unit_named(quantity.unit).to_si(Decimal(repr(number)), difference=quantity.kind == "change")
    except StopIteration:
        return None
    return si[0] if si else None


@cache
def _currency(code: str) -> str:
    from babel import Locale

    name = Locale("en").currencies.get(code)
    return f"{name} ({code})" if name else code
