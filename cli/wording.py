"""Figures, offices and places in the words of the table."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from .knowledge import knowledge

if TYPE_CHECKING:
    from newsfacts.models import Money, Office, Organization, Percentage, Person, Place, Quantity

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SIGNS = {"about": "~ ", "at least": "≥ ", "at most": "≤ ", "more than": "> ", "less than": "< "}
_ARROWS = {"up": "▲", "down": "▼"}


def number_in_words(value: float) -> str:
    """Return the number as newspapers print it: `50 billion`, `1.25 million`, `95,000`, `5.75`."""
    exact = Decimal(repr(value))
    for scale, name in _SCALES:
        scaled = exact / scale
        if abs(scaled) >= 1 and round(scaled, 3) == scaled:
            return f"{scaled.normalize():,f} {name}"
    return f"{exact.normalize():,f}"


def plural(unit: str) -> str:
    """Return the plural of an English unit or noun: `kilometres per hour`, `people`."""
    head, joint, rest = next(((a, b, c) for b in (" per ", " of ") for a, b, c in [unit.partition(b)] if b), (unit, "", ""))
    first, space, last = head.rpartition(" ")
    if first.startswith("degree"):
        return f"{first.replace('degree', 'degrees', 1)} {last}{joint}{rest}"
    known = knowledge()["plurals"].get(last)
    if known is None:
        if last.endswith(("s", "x", "z", "ch", "sh")):
            known = last + "es"
        else:
            known = last[:-1] + "ies" if re.search(r"[^aeiou]y$", last) else last + "s"
    return f"{first}{space}{known}{joint}{rest}"


def figure_in_words(figure: Percentage | Money | Quantity) -> str:
    """Return what the figure says besides its measure and time: `▼ 21%`, `≥ 50 billion cubic metres per year`, `▲ to 6.5%`."""
    amount = _SIGNS.get(figure.qualifier or "", "") + _with_unit(figure)
    if figure.per:
        amount += f" per {figure.per}"
    if figure.kind == "share":
        amount += " share"
    arrow = _ARROWS.get(figure.direction or "")
    if figure.kind == "change":
        return f"{arrow} {amount}" if arrow else f"by {amount}"
    return f"{arrow} to {amount}" if arrow else amount


def note_in_words(figure: Percentage | Money | Quantity) -> str:
    """Return whether the figure is so and who says it: `planned, says Anton Alikhanov`; nothing of what the article itself says is so."""
    status = "" if figure.status == "actual" else figure.status
    credit = f"says {figure.source.text}" if figure.source else ""
    return ", ".join(part for part in (status, credit) if part)


def _with_unit(figure: Percentage | Money | Quantity) -> str:
    ends = [end for end in (figure.value, figure.low, figure.high) if end is not None]
    joint = " to " if any(end < 0 for end in ends) else "–"
    numbers = [number_in_words(end) for end in ends]
    scales = {number.partition(" ")[2] for number in numbers}
    if len(numbers) == 2 and len(scales) == 1:
        numbers[0] = numbers[0].partition(" ")[0]  # `3.5–4 million`, not `3.5 million–4 million`
    amount = joint.join(numbers)
    currency, unit = getattr(figure, "currency", None), getattr(figure, "unit", "")
    if currency:
        return f"{currency} {amount}"
    if unit == "percent":
        return f"{amount}%"
    if figure.measure and getattr(figure, "dimension", "") == "count":
        return amount  # the measure names what is counted
    return f"{amount} {unit if ends == [1] else plural(unit)}"


def office_in_words(office: Office) -> str:
    """Return `former Prime Minister of Russia`."""
    former = "former " if office.former else ""
    return f"{former}{office.title} of {office.of}" if office.of else f"{former}{office.title}"


def other_forms(entity: Person | Place | Organization) -> list[str]:
    """Return the forms of a name that the article has beside the fullest one."""
    return [form for form in dict.fromkeys(mention.text for mention in entity.mentions) if form != entity.name]


def coordinates_in_words(place: Place) -> str:
    """Return `55.75°N 37.62°E`, or an empty string where they are unknown."""
    if place.latitude is None or place.longitude is None:
        return ""
    north, east = ("N" if place.latitude >= 0 else "S"), ("E" if place.longitude >= 0 else "W")
    return f"{abs(place.latitude):.2f}°{north} {abs(place.longitude):.2f}°{east}"


def whole_in_words(place: Place) -> str:
    """Return what the place lies in: `Illinois, United States`, `Kenya` for Nairobi in Nairobi County; empty for countries themselves."""
    if place.country is None or place.type == "country":
        return ""
    state = place.state if place.state and not place.state.casefold().startswith(place.name.casefold()) else None
    return ", ".join(filter(None, (state, _countries().get(place.country, place.country))))


@cache
def _countries() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").territories)
