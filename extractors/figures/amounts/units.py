"""Units of measurement under their newspaper names, with their SI values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ...knowledge import any_of, load
from .numbers import plain

SI = tuple[int | float, str]  # a value and its unit


@dataclass(frozen=True)
class Unit:
    """A unit of measurement.

    `scale` multiplies the number (`bcm`), `per` is the denominator that the surface holds (`bpd`), `si` the factor to the dimension's SI
    unit, None where a unit has different sizes in different countries (`quintal`).
    """

    name: str
    dimension: str
    si: Decimal | None
    offset: Decimal
    scale: Decimal = Decimal(1)
    per: str | None = None

    def to_si(self, value: Decimal, *, difference: bool = False) -> SI | None:
        """Return `value` of this unit in the SI unit of its dimension, to twelve significant digits, and that unit; None without one size.

        A `difference` of temperatures has no zero point: 1.5 degrees Celsius more are 1.5 K more.
        """
        if self.si is None:
            return None
        offset = Decimal(0) if difference else self.offset
        return plain(Decimal(f"{(value + offset) * self.si:.12g}")), load("figures/amounts/units.toml")["dimensions"][self.dimension]


@cache
def surfaces() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Return the units by their names (lower case) and by their symbols (as written)."""
    table = load("figures/amounts/units.toml")
    names: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    units: dict[str, Unit] = {}
    for key, row in table["units"].items():
        offset = Decimal(str(row.get("offset", 0)))
        factor = Decimal(str(row["si"])) if "si" in row else None
        unit = Unit(row.get("unit", key), row["dimension"], factor, offset, per=row.get("per"))
        units[key] = unit
        names |= dict.fromkeys(map(str.lower, row["names"]), unit)
        symbols |= dict.fromkeys(row["symbols"], unit)
    for surface, (key, scale) in table["scaled"].items():
        base = units[key]
        symbols[surface] = Unit(base.name, base.dimension, base.si, base.offset, Decimal(scale), base.per)
    return names, symbols


@cache
def unit_named(name: str) -> Unit:
    """Return the unit of that name, without the scale or the denominator that a surface of it may hold."""
    names, symbols = surfaces()
    return next(u for u in [*names.values(), *symbols.values()] if u.name == name and u.scale == 1 and u.per is None)


@cache
def unit_pattern() -> str:
    """Return the pattern of a unit behind a number, with what separates the two: ` km`, `-mile`, ` cubic metres`."""
    names, symbols = surfaces()
    words = any_of(names).replace(r"\ ", r"[\s-]")
    only_glued: list[str] = load("figures/amounts/units.toml")["glued"]["symbols"]
    signs = any_of(s for s in symbols if s not in only_glued)
    # The names come first, or `100° Celsius` were degrees of no scale.
    behind = rf"(?![\w²³]|/(?!(?:{any_of([*denominators(), *denominators('per_sign')])})\b))"
    return rf"(?:[\s-]?(?P<name>(?i:{words}))\b|(?:[\s-]?(?P<symbol>{signs})|(?P<glued>{any_of(only_glued)})){behind})"


@cache
def percent_pattern() -> str:
    """Return the pattern of a percent sign or word behind a number."""
    table: dict[str, list[str]] = load("figures/amounts/units.toml")["percent"]
    words = any_of(w for ws in table.values() for w in ws if w != "%").replace(r"\ ", r"[\s-]")
    return rf"(?:\s?(?P<sign>%)|[\s-]?(?P<word>(?i:{words}))\b)"


@cache
def percent_units() -> dict[str, str]:
    """Return surface (lower case, hyphens as spaces) → unit of percentages."""
    return {w.replace("-", " "): unit for unit, words in load("figures/amounts/units.toml")["percent"].items() for w in words}


@cache
def rate_pattern() -> re.Pattern[str]:
    """Return the pattern of a denominator: `per day`, `a tonne`, `an hour`, `each year`, `-a-barrel`, `/kg`."""
    # "a year on" is later, "$83 a barrel on Monday" is a rate
    later = (
        r"(?<!\byear)(?<!\bweek)(?<!\bhour)(?<!\bday)(?<!\bmonth)(?<!\bnight)|"
        r"(?!\s(?:earlier|ago|(?:before|after)(?!\s(?:tax|taxes|deductions|expenses|costs|rent|bills)\b)|later|on|old)\b)"
    )
    nouns = any_of(denominators())
    signs = any_of(denominators("per_sign"))
    return re.compile(
        rf"(?i:(?:[\s-](?:an?|per|each|every|for each|for every)[\s-]|\s?/\s?)(?P<noun>{nouns})\b(?!-)(?:{later}))"
        rf"|/(?P<sign>{signs})(?!\w)"
    )


@cache
def denominators(table: str = "per") -> dict[str, str]:
    """Return surface (lower case) → noun of the denominators of rates; those of `per_sign` stand behind a stroke alone, in their case."""
    rows = load("figures/amounts/units.toml")[table].items()
    return {surface if table == "per_sign" else surface.lower(): noun for noun, words in rows for surface in words}
