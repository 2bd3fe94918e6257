"""The mentions of one place together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Span

from ..knowledge import load
from .countries import code_of_country
from .gazetteer import City, find_cities, name_key
from .kinds import heads_of_kind
from .known import is_common, known_places, place_words, postal_states, states, subdivisions


@dataclass(frozen=True)
class NamedPlace:
    """All mentions of one place. `code` is set where it is a country."""

    key: str
    code: str | None
    spans: list[Span] = field(default_factory=list)

    @cached_property
    def forms(self) -> list[str]:
        """The different forms of the name, white space made single, in the order of appearance."""
        return list(dict.fromkeys(" ".join(span.text.split()) for span in self.spans))

    @property
    def name(self) -> str:
        """The form that says most: written out where the article does so, without `City of`, the longest, the first."""

        def fullness(form: str) -> tuple[bool, bool, bool, int, int]:
            written = not form.isupper() or len(self.forms) == 1
            return written, "." not in form, not form.startswith("City of "), len(form), -self.forms.index(form)

        return max(self.forms, key=fullness)


class Whole(NamedTuple):
    """The place that another lies in: the key of its name, empty where only its country is told, and its ISO 3166-1 alpha-2 country."""

    key: str
    country: str


def grouped(spans: Iterable[Span]) -> list[NamedPlace]:
    """Return the mentions of each place together, in the order of their first one."""
    groups: dict[str, NamedPlace] = {}
    for span in spans:
        code = code_of_country(span.text)
        key = code or place_key(span.text)
        groups.setdefault(key, NamedPlace(key, code)).spans.append(span)
    return list(groups.values())


def in_their_countries(place: NamedPlace, wholes: Mapping[int, Whole]) -> list[NamedPlace]:
    """Return the places of one name that the article puts into different countries or states: `Cordoba, Argentina, and Cordoba, Spain`.

    A mention without a country or state stands for the place named last before it.
    """
    if place.code:
        towns = [span for span in place.spans if span.start in wholes]  # "Lebanon, Tennessee"
        rest = [span for span in place.spans if span.start not in wholes]
        named = [NamedPlace(name_key(towns[0].text), None, towns)] if towns else []
        return [*named, *([NamedPlace(place.key, place.code, rest)] if rest else [])]
    apart = {span.start: _country_and_state(wholes[span.start]) for span in place.spans if span.start in wholes}
    stated = {country for country, state in apart.values() if state}
    if len({where for where in apart.values() if where[1] or where[0] not in stated}) < 2:
        return [place]
    parts: dict[tuple[str, str], NamedPlace] = {}
    where = next(iter(apart.values()))
    for span in place.spans:
        where = apart.get(span.start, where)
        parts.setdefault(where, NamedPlace(place.key, place.code)).spans.append(span)
    return list(parts.values())


def _country_and_state(whole: Whole) -> tuple[str, str]:
    state = states().get(name_key(whole.key))
    return whole.country, state.iso if state else ""


def place_key(text: str) -> str:
    """Return what the forms of one place have in common: `Abia State` and `Abia`, `the Nile River` and `the Nile`."""
    text = written_out(text)
    words = text.split()
    rest = " ".join(words[:-1])
    if len(words) > 1 and words[0] == "River":
        return name_key(" ".join(words[1:]))
    if len(words) < 2 or name_key(rest) in place_words("words", "directions") or code_of_country(rest):
        return name_key(text)
    if words[-1] in ("River", "Ocean", "Desert", "river", "ocean", "desert") and name_key(rest) not in subdivisions():
        return name_key(rest)
    if words[-1] in (*heads_of_kind("city"), "Island", "Islands", "island") and name_key(rest) not in subdivisions():
        return name_key(rest)  # "Lamu island" and "Lamu"
    known, short = known_places().get(name_key(text)), known_places().get(name_key(rest))
    alike = known == short or (
        known is None and short is not None and short[0] == "region" and words[-1] != "County"
    )  # but "Ulster County"
    return name_key(rest if words[-1] in heads_of_kind("region") | heads_of_kind("other") and alike else text)


def written_out(text: str) -> str:
    """Return the name that an abbreviation stands for, and the town or region behind its kind: `KZN`, `Governorate of Muscat`."""
    table = load("places/places.toml")
    full = str(table["short"].get(text) or table["initials"].get(text, text))
    state = states().get(name_key(text)) or postal_states().get(text)
    if state and not state.name.endswith(" State"):  # "N.Y." isn't "New York", the city
        return state.name
    kind, _, own = full.partition(" of ")
    whole = (
        kind in heads_of_kind("region") | heads_of_kind("city")
        and own
        and not code_of_country(own)
        and name_key(full) not in known_places()
    )
    return own if whole else full


def cities_of(forms: Iterable[str]) -> tuple[City, ...]:
    """Return the cities of the first form of a name that GeoNames knows."""
    names = (name for form in forms for name in (form, written_out(form), form.removesuffix(" City")))  # "Buenos Aires City"
    return next((cities for name in names if (cities := find_cities(name))), ())


def has_common_name(place: NamedPlace) -> bool:
    """Say whether regions of several countries have this name, though the tables know one."""
    return any(is_common(form) for form in place.forms)


def certain_country(place: NamedPlace) -> str | None:
    """Return the country of a place that its name alone tells: a country, a place of the tables, a region whose name no other bears."""
    known = None if has_common_name(place) else known_places().get(place.key, ("", None))[1]
    regions = () if has_common_name(place) else subdivisions().get(place.key, ())
    # A state whose name cities of other countries bear (`Cordoba`) says nothing of where the article is.
    certain = len(regions) == 1 and all(city.country == regions[0] for city in cities_of(place.forms))
    return place.code or known or (regions[0] if certain else None)
