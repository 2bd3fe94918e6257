"""The outline of the page's map, drawn from small worlds."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import pytest

from tools.world_outline import outline

# Degrees as they are: a step of one is one degree.
DEGREES = {"scale": [1, 1], "translate": [0, 0]}


def world(arcs: list[Any], *polygons: Any) -> dict[str, Any]:
    land = {"type": "GeometryCollection", "geometries": [{"type": "MultiPolygon", "arcs": list(polygons)}]}
    return {"transform": DEGREES, "objects": {"land": land}, "arcs": arcs}


@pytest.mark.parametrize(
    ("topology", "path"),
    [
        (world([[[0, 84], [36, 0], [0, -36], [-36, 36]]], [[0]]), "M500 0l100 0 0 100-100-100z"),
        # The second arc is drawn backwards, and its first point is the last one of the first.
        (world([[[0, 84], [36, 0]], [[0, 84], [36, -36], [0, 36]]], [[0, ~1]]), "M500 0l100 0 0 100-100-100z"),
        # Points that fall into one unit are one.
        (world([[[0, 84], [0, 0], [36, 0], [0, -36], [-36, 36]]], [[0]]), "M500 0l100 0 0 100-100-100z"),
        # A lake within.
        (
            world([[[0, 84], [72, 0], [0, -72], [-72, 72]], [[36, 66], [18, 0], [0, -18], [-18, 18]]], [[0], [1]]),
            "M500 0l200 0 0 200-200-200zM600 50l50 0 0 50-50-50z",
        ),
        # From Chukotka on across the 180th meridian: drawn at both edges.
        (
            world([[[162, 84], [-324, 0], [0, -36], [324, 36]]], [[0]]),
            "M950 0l100 0 0 100-100-100zM-50 0l100 0 0 100-100-100z",
        ),
        (world([[[0, -70], [36, 0], [0, -10], [-36, 10]]], [[0]]), ""),
    ],
    ids=["square", "arcs", "dots", "lake", "meridian", "Antarctica"],
)
def test_outline(topology: dict[str, Any], path: str) -> None:
    assert outline(topology) == path


def test_the_committed_outline_is_of_that_kind() -> None:
    path = files("newsfacts.cli.page").joinpath("world.path").read_text(encoding="utf-8").strip()
    rings = re.findall(r"M-?\d+ \d+l-?\d+(?:(?: |(?=-))-?\d+)*z", path)
    assert "".join(rings) == path
    assert len(rings) == 121
