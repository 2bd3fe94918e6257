"""The expected sheet with the facts that are: the same sections and fields in the same order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..formats import SECTIONS, escaped
from .comparing import Fact, Sheet, pair
from .fixtures import fields_of


def updated(expected: Sheet, found: Sheet, only: Sequence[str] = SECTIONS) -> Sheet:
    """Return `expected` with the values of `found`: a section or a field that it lacks it doesn't get, and what stays keeps its order."""
    return {
        section: _section(section, facts, found) if section in only or (section not in SECTIONS and len(only) == len(SECTIONS)) else facts
        for section, facts in expected.items()
    }


def _section(section: str, facts: Any, found: Sheet) -> Any:
    if section == "schema_version":
        return found[section]
    if section == "source":
        return {field: found[section][field] for field in facts}
    fields = [field for field in fields_of(section) if not facts or any(field in fact for fact in facts)]
    return [_fact(was or dict.fromkeys(fields), now, found) for was, now in pair(facts, found[section]) if now is not None]


def _fact(was: Fact, now: Fact, found: Sheet) -> Fact:
    names = {person["id"]: person["name"] for person in found["people"]}
    fresh = {field: now[field] for field in was}
    if was.get("holder") in names.values() and now["holder"]:  # given by name
        fresh["holder"] = names[now["holder"]]
    if was.get("mentions"):
        keys = was["mentions"][0]
        fresh["mentions"] = [{key: mention[key] for key in keys} for mention in now["mentions"]]
    return fresh


def written(sheets: Sequence[Sheet], like: str | None, *, lines: bool) -> str:
    """Return the text of a file of sheets, indented as `like` was, the file's text up to now."""
    if lines:
        return "".join(escaped(json.dumps(sheet, ensure_ascii=False)) + "\n" for sheet in sheets)
    second = (like or "{\n  ").partition("\n")[2]
    indent = len(second) - len(second.lstrip(" ")) or None
    return escaped(json.dumps(sheets[0], ensure_ascii=False, indent=indent)) + "\n"
