"""The sections of a fact sheet. Apart from `formats.py`, so that the help, which names them, needn't wait for what writes them."""

from __future__ import annotations

SECTIONS = ("people", "offices", "places", "organizations", "dates", "percentages", "money", "quantities", "sentences")
