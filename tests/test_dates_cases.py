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

import pytest
from spacy.language import Language

from newsfacts import Article
from newsfacts.dates import find_published
from newsfacts.models import Date
from newsfacts.sheet import sheet_from_doc

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "dates.jsonl").read_text("utf-8").splitlines()
]
# A noun and a verb that look alike (`Parliament votes on the bill`), and a weekday as a person's name.
KNOWN_WRONG = {"w045b", "b8/MN4r"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(nlp: Language, case: dict[str, Any]) -> None:
    if case["id"] in KNOWN_WRONG:
        pytest.skip("known to be wrong")
    published = case.get("published")
    article = Article(text=case["text"], published=datetime.date.fromisoformat(published) if published else None)
    doc = nlp(article.text)
    dates = sheet_from_doc(find_published(doc, article), doc).dates
    found = [(d.text, d.value) for d in dates]
    for fact in case.get("expect", []):
        assert any(holds(fact, d, case["text"]) for d in dates), (fact, found)
    ways = case.get("any_of", [])
    assert not ways or any(all(any(holds(f, d, case["text"]) for d in dates) for f in way) for way in ways), found
    for fact in case.get("absent", []):
        assert not any(holds(fact, d, case["text"]) for d in dates), (fact, found)


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
