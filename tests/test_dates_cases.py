"""Dates of `tests/cases/dates.jsonl`: small articles, each with facts that its sheet must have or must not.

They are in `expect`, or in one list of `any_of`, and in `absent`.

A fact stands on characters of its `text`; a list of values holds any right one.
"""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

from spacy.language import Language

from newsfacts import Article
from newsfacts.dates.published import find_published
from newsfacts.models import Date
from newsfacts.sheet import sheet_from_doc

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "dates.jsonl").read_text("utf-8").splitlines()
]
# Which way a bare weekday or month lies hangs on the tree, which is learned: new weights may turn a case, and not many.
FLOOR = 0.97


def test_cases(nlp: Language) -> None:
    failed = [case["id"] for case in CASES if faults(nlp, case)]
    assert len(failed) <= (1 - FLOOR) * len(CASES), failed


def faults(nlp: Language, case: dict[str, Any]) -> list[Any]:
    """Return the facts that the sheet of a case lacks or shouldn't have."""
    published = case.get("published")
    article = Article(text=case["text"], published=datetime.date.fromisoformat(published) if published else None)
    doc = nlp(article.text)
    dates = sheet_from_doc(find_published(article), doc).dates

    def is_there(fact: dict[str, Any]) -> bool:
        return any(holds(fact, date, case["text"]) for date in dates)

    ways = case.get("any_of", [])
    wrong: list[Any] = [fact for fact in case.get("expect", []) if not is_there(fact)]
    wrong += [fact for fact in case.get("absent", []) if is_there(fact)]
    return wrong if not ways or any(all(map(is_there, way)) for way in ways) else [*wrong, ways]


def holds(fact: dict[str, Any], date: Date, text: str) -> bool:
    fields = (field for field in ("type", "value", "first_day", "last_day") if field in fact)
    if any(str(getattr(date, field)) not in listed(fact[field]) for field in fields):
        return False
    return "text" not in fact or any(stands_on(date, words, text) for words in listed(fact["text"]))


def stands_on(date: Date, words: str, text: str) -> bool:
    spans = (m.span() for m in re.finditer(r"\s+".join(map(re.escape, words.split())), text))
    return any(max(start, date.start) < min(end, date.end) for start, end in spans)


def listed(value: Any) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]
