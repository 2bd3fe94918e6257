"""Numbers as newspapers write them, and units against pint's."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.figures.amounts.numbers import parse_number, plain
from newsfacts.knowledge import load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", "7"),
        ("1,250", "1250"),
        ("1,250.5", "1250.5"),
        ("12,34,567", "1234567"),
        ("34 000", "34000"),
        ("2½", "2.5"),
        ("½", "0.5"),
        ("3.5bn", "3500000000"),
        ("3.5 billion", "3500000000"),
        ("40 lakh", "4000000"),
        ("2 lakh crore", "2000000000000"),
        ("5m", "5000000"),
        ("seven", "7"),
        ("twenty-one", "21"),
        ("two hundred and fifty thousand", "250000"),
        ("two and a half million", "2500000"),
        ("a hundred", "100"),
        ("one million two hundred thousand", "1200000"),
        ("half a million", "500000"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("2,25 billion", "2250000000"),
        ("1¼", "1.25"),
        ("1.5 lakh crore", "1500000000000"),
        ("ninety-nine", "99"),
        ("three hundred and five", "305"),
        ("2-million", "2000000"),
        ("1\u202f250\u202f000", "1250000"),
    ],
)
def test_parse_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "ports", "and", "a", "third", "12 ports", "5x", "1,2345", "1.2.3", "million ports", "3,2251"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(0, 10**15))
def test_grouped_digits_come_back(n: int) -> None:
    assert parse_number(f"{n:,}") == n
    assert parse_number(f"{n:,}".replace(",", "\u202f")) == n


@given(st.integers(10**5, 10**12))
def test_digits_grouped_as_in_india_come_back(n: int) -> None:
    assert parse_number(_lakhs(n)) == n


ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(n: int) -> str:
    """Return `n` below 1,000,000 in words, as newspapers spell it."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    scale, name = (1000, "thousand") if n >= 1000 else (100, "hundred")
    joint = " and " if scale == 100 else " "
    return f"{spelled(n // scale)} {name}" + (joint + spelled(n % scale) if n % scale else "")


@given(st.integers(0, 999_999))
def test_words_come_back(n: int) -> None:
    assert parse_number(spelled(n)) == n


@given(st.decimals(0, 999, places=2), st.sampled_from(["thousand", "million", "billion", "trillion"]))
def test_scaled_decimals_come_back(n: Decimal, scale: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    assert parse_number(f"{n} {scale}") == n * factor


def _lakhs(n: int) -> str:
    """Digits grouped as in India."""
    head, last = divmod(n, 1000)
    groups: list[str] = []
    while head:
        head, group = divmod(head, 100)
        groups.insert(0, f"{group:02}" if head else str(group))
    return ",".join([*groups, f"{last:03}"]) if groups else str(last)


def _scaled(n: int, scale: int) -> str:
    return f"{Decimal(n) / scale:f}"


# Each way in which a newspaper writes a whole number, where it can be written so.
FORMATS: dict[str, Callable[[int], str]] = {
    "1250000": str,
    "1,250,000": lambda n: f"{n:,}",
    "1 250 000": lambda n: f"{n:,}".replace(",", " "),
    "1\u00a0250\u00a0000": lambda n: f"{n:,}".replace(",", "\u00a0"),
    "1\u202f250\u202f000": lambda n: f"{n:,}".replace(",", "\u202f"),
    "12,50,000": _lakhs,
    "1250 thousand": lambda n: f"{_scaled(n, 10**3)} thousand",
    "1.25 million": lambda n: f"{_scaled(n, 10**6)} million",
    "1.25-million": lambda n: f"{_scaled(n, 10**6)}-million",
    "1.25m": lambda n: f"{_scaled(n, 10**6)}m",
    "1.25mn": lambda n: f"{_scaled(n, 10**6)}mn",
    "0.00125 billion": lambda n: f"{_scaled(n, 10**9)} billion",
    "0.00125bn": lambda n: f"{_scaled(n, 10**9)}bn",
    "0.00000125tn": lambda n: f"{_scaled(n, 10**12)}tn",
    "12.5 lakh": lambda n: f"{_scaled(n, 10**5)} lakh",
    "0.125 crores": lambda n: f"{_scaled(n, 10**7)} crores",
}


@pytest.mark.parametrize("name", list(FORMATS))
@given(thousands=st.integers(1, 10**7))  # in trillions, a thousand has the nine decimals that the longest number has
def test_every_format_gives_the_same_number(name: str, thousands: int) -> None:
    n = 1000 * thousands
    assert parse_number(FORMATS[name](n)) == n


@given(st.integers(1, 999), st.integers(1, 3))
def test_a_blank_behind_the_comma_before_000(n: int, groups: int) -> None:
    assert parse_number(f"{n}{', 000' * groups}") == n * 1000**groups


@given(st.integers(0, 99), st.sampled_from(["½", "¼", "¾", " 1/2", " 1/4", " 3/4", "-1/2"]))
def test_fractions_behind_a_number(n: int, fraction: str) -> None:
    part = {"½": "0.5", "¼": "0.25", "¾": "0.75", "1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}[fraction.strip(" -")]
    assert parse_number(f"{n}{fraction}") == n + Decimal(part)


@pytest.mark.parametrize(("value", "shown"), [("77300000000", "77300000000"), ("5.75", "5.75"), ("5.0", "5"), ("0.1", "0.1")])
def test_no_float_noise(value: str, shown: str) -> None:
    assert repr(plain(Decimal(value))) == shown


UNITS = load("figures/amounts/units.toml")["units"]


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


@pytest.mark.parametrize("name", list(UNITS))
def test_factors_are_pints(name: str, registry: pint.UnitRegistry) -> None:
    row = UNITS[name]
    if "si" not in row:  # of different sizes in different countries
        assert "pint" not in row
        return
    target = {"data": "byte", "temperature": "kelvin"}.get(row["dimension"])
    if row["dimension"] == "temperature":
        ours = (10 + row["offset"]) * row["si"]
        assert ours == pytest.approx(registry.Quantity(10, row["pint"]).to("kelvin").magnitude, rel=1e-9)
        return
    quantity = registry.Quantity(1, "") * registry.parse_expression(row["pint"])
    magnitude = quantity.to(target).magnitude if target else quantity.to_base_units().magnitude
    assert row["si"] == pytest.approx(magnitude, rel=1e-9)
