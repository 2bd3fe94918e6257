"""Draws the outline of the page's map: `python -m tools.world_outline land-110m.json cli/page/world.path`.

`land-110m.json` is in the npm package world-atlas, version 2.0.2: `npm pack world-atlas@2.0.2`, then `tar xzf world-atlas-2.0.2.tgz`.
It holds the land of Natural Earth at 1:110m as TopoJSON, whose rings are made of arcs that go from point to point by differences.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

UNIT = 0.36  # degrees, so that the world is 1000 units wide: `MAP` in cli/page/page.js
NORTH = 84  # degrees of latitude at the upper edge
ANTARCTIC = -60

Point = tuple[float, float]
Dot = tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topology", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    topology = json.loads(options.topology.read_text(encoding="utf-8"))
    options.output.write_text(outline(topology) + "\n", encoding="utf-8", newline="\n")


def outline(topology: dict[str, Any]) -> str:
    """Return the path of an SVG that draws all land but Antarctica."""
    arcs = [list(arc_points(arc, topology["transform"])) for arc in topology["arcs"]]
    polygons = [
        [ring_of(numbers, arcs) for numbers in polygon]
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in (geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]])
    ]
    rings = (ring for polygon in polygons if not _is_antarctic(polygon) for ring in polygon)
    return "".join(_path(dots) for ring in rings for dots in _copies(_dots(ring)))


def arc_points(steps: Iterable[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """Yield the points of an arc in degrees."""
    (east, north), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in steps:
        x, y = x + dx, y + dy
        yield x * east + left, y * north + bottom


def ring_of(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the arcs of these numbers as one ring: `~n` stands for arc n backwards, and each begins where the one before ends."""
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _is_antarctic(polygon: list[list[Point]]) -> bool:
    return all(min(latitude for _, latitude in ring) < ANTARCTIC for ring in polygon)


def _dots(ring: list[Point]) -> list[Dot]:
    """Return the ring in whole units, each once in a row. Where it crosses the 180th meridian it goes on beyond the edge."""
    dots: list[Dot] = []
    turn, last = 0, ring[0][0]
    for longitude, latitude in ring:
        turn += 360 if longitude - last < -180 else -360 if longitude - last > 180 else 0
        last = longitude
        dot = round((longitude + turn + 180) / UNIT), round((NORTH - latitude) / UNIT)
        if not dots or dot != dots[-1]:
            dots.append(dot)
    return dots


def _copies(dots: list[Dot]) -> Iterator[list[Dot]]:
    """Yield the ring, and where it reaches beyond an edge a copy that has that part at the other one."""
    yield dots
    width = round(360 / UNIT)
    for shift, beyond in ((width, min(x for x, _ in dots) < 0), (-width, max(x for x, _ in dots) > width)):
        if beyond:
            yield [(x + shift, y) for x, y in dots]


def _path(dots: list[Dot]) -> str:
    """Return the commands that draw a ring: a minus sign parts two numbers as well as a space."""
    steps = [step for (x, y), (to_x, to_y) in pairwise(dots) for step in (to_x - x, to_y - y)]
    return f"M{dots[0][0]} {dots[0][1]}l{' '.join(map(str, steps)).replace(' -', '-')}z"


if __name__ == "__main__":
    main()
