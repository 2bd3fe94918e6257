"""What an article tells of each of its people, bodies and places that helps to know it again in another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..people.words import fold, words_of_name
from .bodies import body_words_of
from .members import Name
from .people import block_of_person, is_full
from .places import block_of_place

if TYPE_CHECKING:
    from ..models import FactSheet, Office

_NEIGHBOURS = 6  # names before and behind one in the order of the article that count as its company: a list of hundreds stays linear


def names_in(sheet: FactSheet, sections: Sequence[str] = ("people", "organizations", "places")) -> list[Name]:
    """Return the people, bodies and places of a sheet, of these sections alone."""
    made = {"people": _people, "organizations": _bodies, "places": _places}
    return [name for section, names in made.items() if section in sections for name in names(sheet)]


def has_words(words: str, names: Iterable[str]) -> bool:
    """Say whether one of the names has all of the words, whatever their case and accents: `lopez obrador` of `Andrés López Obrador`."""
    wanted = words_of_name(words)
    return bool(wanted) and any(set(wanted) <= set(words_of_name(name)) for name in names)


def _people(sheet: FactSheet) -> list[Name]:
    offices: dict[str | None, list[Office]] = defaultdict(list)
    for office in sheet.offices:
        offices[office.holder].append(office)
    bodies = [f"body:{' '.join(words)}" for body in sheet.organizations if len(words := body_words_of(body.name)) > 1]
    full = [f"person:{fold(person.name)}" if is_full(person.name) else "" for person in sheet.people]
    found = []
    for number, person in enumerate(sheet.people):
        held = offices[person.id]
        countries = dict.fromkeys(code for code in (*(office.country for office in held), sheet.source.country) if code)
        near = [*full[max(0, number - _NEIGHBOURS) : number], *full[number + 1 : number + 1 + _NEIGHBOURS]]
        titles = (f"title:{word}" for office in held for word in words_of_name(office.title) if len(word) > 2)
        beside = (*near, *bodies[: 2 * _NEIGHBOURS])
        evidence = dict.fromkeys((*map(_position, held), *titles, *(f"country:{code}" for code in countries), *beside))
        evidence.pop("", None)
        country = next((office.country for office in held if office.country), None)
        found.append(Name("people", person.id, person.name, block_of_person(person.name), country, tuple(evidence)))
    return found


def _position(office: Office) -> str:
    """Return an office as evidence; an empty string for a title that tells no body and no country."""
    of = office.country or (fold(office.of) if office.of else "")
    return f"office:{fold(office.title)}|{of}" if of else ""


def _bodies(sheet: FactSheet) -> list[Name]:
    country = sheet.source.country
    evidence = (f"country:{country}",) if country else ()
    return [
        Name("organizations", body.id, body.name, f"body:{' '.join(body_words_of(body.name))}", country, evidence)
        for body in sheet.organizations
    ]


def _places(sheet: FactSheet) -> list[Name]:
    country = sheet.source.country
    evidence = (f"country:{country}",) if country else ()
    return [Name("places", place.id, place.name, block_of_place(place), place.country, evidence) for place in sheet.places]
