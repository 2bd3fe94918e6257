"""Fact sheets written down in a few words, for tests of what is done with many of them."""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import Any

from newsfacts import FactSheet

_DEFAULTS = {"places": {"type": "city"}}


def sheet_of(name: str, text: str, *, country: str | None = None, published: str | None = None, **facts: list[dict[str, Any]]) -> FactSheet:
    """Return a sheet of one sentence, `text`.

    Each fact is its fields; its mention stands where its name, of a figure its `text`, first stands in the sentence. A person may have
    `office` (a title), `of` and `of_country`, which make an office held. A figure with a currency is money.
    """
    sections: dict[str, list[dict[str, Any]]] = defaultdict(list)
    sections["sentences"] = [{"text": text, "start": 0, "end": len(text)}]
    for section, prefix in (("people", "p"), ("organizations", "g"), ("places", "l")):
        for number, given in enumerate(facts.get(section, []), start=1):
            fields = {key: value for key, value in given.items() if key not in ("office", "of", "of_country")}
            sections[section].append(
                {**_DEFAULTS.get(section, {}), **fields, "id": f"{prefix}{number}", "mentions": [_span(text, given["name"])]}
            )
            if "office" in given:
                sections["offices"].append({"id": f"o{number}", "holder": f"{prefix}{number}", **_office(text, given)})
    for given in facts.get("figures", []):
        section, usual = _kind(given)
        sections[section].append({"kind": "level", **usual, **given, **_span(text, given["text"]), "sentence": 0})
    source = {"name": name, "sha256": sha256(text.encode()).hexdigest(), "country": country, "published": published, "length": len(text)}
    return FactSheet.model_validate({"source": source, **sections})


def _office(text: str, given: dict[str, Any]) -> dict[str, Any]:
    return {"title": given["office"], "of": given.get("of"), "country": given.get("of_country"), "mentions": [_span(text, given["office"])]}


def _kind(figure: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the section of a figure, and the fields that it has where nothing else is said."""
    if "currency" in figure:
        return "money", {}
    return ("percentages", {}) if figure["unit"] == "percent" else ("quantities", {"dimension": "count"})


def _span(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def many_sheets() -> list[FactSheet]:
    """Return articles with names that are joined by others, by offices, and not at all."""
    sheets = []
    for number in range(40):
        given, other = ("Joseph", "Ruth", "Grace")[number % 3], ("Amos Were", "Lucy Tabu")[number % 2]
        name = ("Okello", f"{given} Okello", f"{given} M. Okello", f"{given} Okello")[number % 4]
        office = {"office": "Mayor", "of": "Gulu"} if number % 5 == 0 else {}
        people = [{"name": name, **office}, {"name": other}]
        text = f"Mayor {name}, {other}, Supreme Court, Gulu"
        places, bodies = [{"name": "Gulu", "country": "UG"}], [{"name": "Supreme Court"}]
        sheets.append(
            sheet_of(f"{number:02}.txt", text, country=("UG", "KE", None)[number % 3], people=people, places=places, organizations=bodies)
        )
    return sheets
