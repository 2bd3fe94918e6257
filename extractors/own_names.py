"""A newsroom's own people, places and organisations, and the file that lists them."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .places.countries import country_name

if TYPE_CHECKING:
    from .models import PlaceType

SECTIONS = ("people", "places", "organizations")
NEVER = "never"
_FIELDS = ("name", "section", "type", "country", "aliases", "latitude", "longitude")
TYPES = ("country", "region", "city", "water", "landform", "facility", "other")


@dataclass(frozen=True)
class OwnName:
    """One of a newsroom's names. `type`, `country` (ISO 3166-1 alpha-2) and the point, in WGS 84 degrees, are those of a place."""

    section: str
    name: str
    aliases: tuple[str, ...] = ()
    type: PlaceType | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class OwnNames:
    """A newsroom's names: those that are known, and those that are never taken for one of somebody or something."""

    known: tuple[OwnName, ...] = ()
    never: tuple[str, ...] = ()

    def by_form(self) -> dict[str, OwnName | None]:
        """Return what each form of a name stands for, None for those that are never taken."""
        forms: dict[str, OwnName | None] = {_spaced(name): None for name in self.never}
        return forms | {_spaced(form): own for own in self.known for form in (*own.aliases, own.name)}


def _spaced(name: str) -> str:
    """Return `name` with single spaces."""
    return " ".join(name.split())


class OwnNamesError(ValueError):
    """A file of names is wrong: `problems` has a line for each wrong line of it."""

    def __init__(self, problems: Sequence[str]):
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def read_own_names(path: str | Path) -> OwnNames:
    """Read a TOML or CSV file of names.

    TOML has `[[people]]`, `[[places]]` and `[[organizations]]`, each with `name`, `aliases` (an array) and for places `type`, `country`,
    `latitude`, `longitude`, and `never`, an array of names. CSV has these as columns, besides `section` (one of the three, or `never`),
    and semicolons between aliases.

    Raises:
        OSError: the file can't be read.
        OwnNamesError: lines of it are wrong.
    """
    file = Path(path)
    text = file.read_text(encoding="utf-8-sig")
    form, rows_of = ("CSV", _rows_of_csv) if file.suffix.lower() == ".csv" else ("TOML", _rows_of_toml)
    try:
        rows = list(rows_of(text))
    except (tomllib.TOMLDecodeError, csv.Error) as error:
        raise OwnNamesError([f"{file.name}: is no {form} ({error})"]) from None
    problems = [f"{file.name}, {where}: {problem}" for where, row in rows if (problem := _problem(row))]
    if problems:
        raise OwnNamesError(problems)
    known = tuple(_own_name(row) for _, row in rows if row["section"] != NEVER)
    return OwnNames(known, tuple(row["name"] for _, row in rows if row["section"] == NEVER))


def _rows_of_csv(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for row in reader:
        filled = {key: value.strip() for key, value in row.items() if key and isinstance(value, str) and value.strip()}
        aliases = [alias.strip() for alias in filled.pop("aliases", "").split(";") if alias.strip()]
        if filled:
            surplus = {"more cells than columns": True} if row.get(None) else {}
            yield f"line {reader.line_num}", {"name": "", "section": "", **filled, "aliases": aliases, **surplus}


def _rows_of_toml(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for section, entries in tomllib.loads(text).items():
        for number, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
            row = entry if isinstance(entry, dict) else {"name": entry}
            yield f"{section} {number}", {"name": "", "aliases": [], **row, "section": section}


def _problem(row: Mapping[str, Any]) -> str | None:
    """Return what is wrong of an entry and how to write it, None where nothing is."""
    unknown = [key for key in row if key not in _FIELDS]
    place = row["section"] == "places"
    for wrong, problem in (
        (row["section"] not in (*SECTIONS, NEVER), f"{row['section']!r} is no section; write {', '.join(SECTIONS)} or {NEVER}"),
        (not isinstance(row["name"], str) or not row["name"].strip(), "there is no name"),
        (unknown, f"{', '.join(map(repr, unknown))} is no field; there are {', '.join(_FIELDS)}"),
        (not _are_texts(row["aliases"]), "aliases must be a list of names"),
        (not place and len(row.keys() & set(_FIELDS[2:4] + _FIELDS[5:])), "only places have a type, a country and a point"),
        (place and row.get("type") not in (None, *TYPES), f"{row.get('type')!r} is no type; write {', '.join(TYPES)}"),
        (place and not _is_country(row.get("country")), f"{row.get('country')!r} is no country; ISO 3166-1 has two letters, as KE"),
        (("latitude" in row) != ("longitude" in row), "a point needs latitude and longitude"),
        (not _is_degree(row.get("latitude"), 90), f"{row.get('latitude')!r} is no latitude in degrees"),
        (not _is_degree(row.get("longitude"), 180), f"{row.get('longitude')!r} is no longitude in degrees"),
    ):
        if wrong:
            return problem
    return None


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)


def _is_country(code: Any) -> bool:
    try:
        return code is None or bool(country_name(code))
    except (KeyError, TypeError):
        return False


def _is_degree(value: Any, most: int) -> bool:
    try:
        return value is None or -most <= float(value) <= most
    except (TypeError, ValueError):
        return False


def _own_name(row: Mapping[str, Any]) -> OwnName:
    point = {key: float(row[key]) for key in ("latitude", "longitude") if key in row}
    return OwnName(row["section"], row["name"], tuple(row["aliases"]), row.get("type"), row.get("country"), **point)
