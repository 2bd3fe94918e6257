"""How a newspaper house writes, where houses differ: its decimal sign, dates, currency and business year, and its own names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from .knowledge import load
from .own_names import OwnNames, read_own_names

DECIMALS = ("point", "comma")


@dataclass(frozen=True)
class Habits:
    """What a house means where the writing alone doesn't settle it; what the text says itself (`US$5`) always wins.

    Attributes:
        decimal: the sign before the decimals of its numbers, `comma` (`1.250,5`) or `point` (`1,250.5`); None to tell it by the number.
        day_first: whether 03/04/2026 is 3 April (True) or March 4 (False); None to tell it by the article.
        currency: pairs of a sign or name and the ISO 4217 code that it stands for: `(("$", "CAD"),)`.
        fiscal_year: the month in which the business year begins, 1 to 12; None for what the article or its country says.
        names: its own people, places and organisations, and what is never a name.

    Raises:
        ValueError: a value is none of these; the message says how to write it.
    """

    decimal: Literal["point", "comma"] | None = None
    day_first: bool | None = None
    currency: tuple[tuple[str, str], ...] = ()
    fiscal_year: int | None = None
    names: OwnNames = field(default_factory=OwnNames)

    def __post_init__(self) -> None:
        if self.decimal not in (None, *DECIMALS):
            raise ValueError(f"{self.decimal!r} is no decimal sign; write point or comma")
        if self.fiscal_year is not None and self.fiscal_year not in range(1, 13):
            raise ValueError(f"{self.fiscal_year!r} is no month that a business year begins in; write it as 04")
        object.__setattr__(self, "currency", tuple(sorted({_signed(sign): _coded(code) for sign, code in self.currency}.items())))

    def currency_of(self, sign: str) -> str | None:
        """Return the ISO 4217 code that the house means by a sign or by a name in the singular; None where it has no habit.

        A habit of `$` is one of `dollar`, too, and the other way round.
        """
        return dict(self.currency).get(_kin().get(sign, sign)) if self.currency else None


def parse_currency(pair: str) -> tuple[str, str]:
    """Return the sign and the code of `$=CAD`.

    Raises:
        ValueError: it is no sign or name of a currency with the ISO 4217 code that it stands for.
    """
    sign, equals, code = pair.partition("=")
    if not equals:
        raise ValueError(f"{pair!r} has no = between a sign and its currency; write it as $=CAD")
    return _signed(sign), _coded(code)


def habits_of(
    *,
    decimal: str | None = None,
    day_first: bool | None = None,
    currency: Mapping[str, str] | None = None,
    fiscal_year: int | None = None,
    names: str | Path | None = None,
) -> Habits:
    """Return the habits that the arguments of `newsfacts.extract` say.

    Raises:
        ValueError: one of them is wrong; the message says how to write it.
        OSError: the file of names can't be read.
    """
    said: Any = decimal  # which Habits checks
    own = read_own_names(names) if names else OwnNames()
    return Habits(decimal=said, day_first=day_first, currency=tuple((currency or {}).items()), fiscal_year=fiscal_year, names=own)


def _signed(sign: str) -> str:
    """Return the sign, or the first of those that mean the same, as a habit has it."""
    table = load("figures/amounts/currencies.toml")
    sign = sign.strip()
    if sign in table["symbols"]:
        return _kin().get(sign, sign)
    name = sign.lower()
    known = next((n for n in (name, name.removesuffix("s")) if n in table["names"]), None)
    if known is None:
        raise ValueError(f"{sign!r} is no sign or name of a currency; write it as $=CAD or peso=MXN")
    return _kin().get(known, known)


def _coded(code: str) -> str:
    known = load("figures/amounts/currencies.toml")
    code = code.strip().upper()
    if code not in (*known["codes"], *known["words_in_capitals"]):
        raise ValueError(f"{code!r} is no code of a currency; ISO 4217 has three letters, as CAD")
    return code


@cache
def _kin() -> dict[str, str]:
    """Return sign or name → the sign of the same currency that a habit is kept under: `dollar` → `$`."""
    kin: dict[str, list[str]] = load("figures/amounts/currencies.toml")["kin"]
    return {word: sign for sign, words in kin.items() for word in words}
