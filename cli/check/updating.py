"""The expected sheet with the facts that are: the same sections and fields in the same order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..formats import SECTIONS, escaped
from .comparing import CREDITED, Fact, Sheet, pair
from .fixtures import ABOUT, ADDED, ASKED, fields_of, older_schema


def updated(expected: Sheet, found: Sheet, only: Sequence[str] = SECTIONS) -> Sheet:
    """Return `expected` with the values of `found`: a section or a field that it lacks it doesn't get, and what stays keeps its order.

    With all sections, a sheet of an older schema becomes one of the present: facts that had all fields have all again.
    """
    whole = len(only) == len(SECTIONS)
    missing = ADDED if older_schema(expected) else {}
    sheet = {
        section: _section(section, facts, found, missing.get(section, ()), whole, not expected.get("at_least"))
        if section in only or (section not in SECTIONS and whole)
        else facts
        for section, facts in expected.items()
    }
    return with_names(sheet, found, [section for section in sheet if section in only])


def with_names(sheet: Sheet, found: Sheet, fresh: Sequence[str]) -> Sheet:
    """Return `sheet`, part of which is taken from `found`, so that every holder and credit in it stands for somebody.

    Those are ids of `found` where `sheet` has that person or body under its id, else names.

    Args:
        sheet: with its sections in any form that an expected sheet may have.
        found: the whole sheet of the article.
        fresh: the sections of `sheet` that are those of `found`.
    """
    known: dict[str, str] = {}
    for section in CREDITED:
        given = [fact for fact in sheet.get(section, []) if "id" in fact]
        same = {fact["id"] for fact in given} if section in fresh else set()
        of_name = {fact["name"]: fact["id"] for fact in given if "name" in fact}
        for fact in found[section]:
            known[fact["id"]] = fact["id"] if fact["id"] in same else of_name.get(fact["name"], fact["name"])
    named = {section: [_with_names(fact, known) for fact in sheet[section]] for section in fresh if section in SECTIONS}
    return {**sheet, **named}


def _with_names(fact: Fact, known: dict[str, str]) -> Fact:
    if fact.get("holder"):
        return {**fact, "holder": known.get(fact["holder"], fact["holder"])}
    if fact.get("source") and fact["source"].get("id"):
        return {**fact, "source": {**fact["source"], "id": known.get(fact["source"]["id"], fact["source"]["id"])}}
    return fact


def _section(section: str, facts: Any, found: Sheet, missing: Sequence[str], whole: bool, more: bool) -> Any:
    """Return a section's facts as they are, if `more` also those that it lacks.

    Facts that lack nothing but the `missing` fields get them, if `whole`.
    """
    if section in ASKED:
        return facts
    if section in ABOUT:
        return found[section]
    if section == "source":
        return {field: found[section][field] for field in facts}
    known = [field for field in fields_of(section) if field not in missing]

    def wanted(fact: Fact) -> Fact:
        return dict.fromkeys(fields_of(section)) | fact if whole and missing and fact.keys() >= set(known) else fact

    given = {field for fact in facts for field in wanted(fact)}
    fields = [field for field in fields_of(section) if field in (given or (fields_of(section) if whole else known))]
    pairs = [(was, now) for was, now in pair(facts, found[section]) if now is not None and (was is not None or more)]
    return [_fact(wanted(was or dict.fromkeys(fields)), now, found) for was, now in pairs]


def _fact(was: Fact, now: Fact, found: Sheet) -> Fact:
    names = {person["id"]: person["name"] for person in found["people"]}
    fresh = {field: now[field] for field in was}
    if was.get("holder") in names.values() and now["holder"]:  # given by name
        fresh["holder"] = names[now["holder"]]
    if was.get("source") and now["source"]:
        fresh["source"] = {key: now["source"][key] for key in was["source"]}
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
