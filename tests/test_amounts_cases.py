"""Small articles made after faults that other readers of numbers had, each with the figures that it must give and those that it must not.

A line of cases/amounts.jsonl has `text` and `published`, and facts under `expect`, `any_of` (lists of which one must hold) and `absent`. A
fact holds where one figure of its section has all of its fields: a list allows any of its values, `text` means the characters of an
occurrence. `waits` says why a line still fails.
"""

from __future__ import annotations

import datetime
import json
import math
import re
from functools import partial
from pathlib import Path
from typing import Any

from spacy.language import Language
from tables import hold

from newsfacts import Article
from newsfacts.dates.finding import find_dates
from newsfacts.figures.amounts import Amount, find_amounts

Case = dict[str, Any]

CASES: list[Case] = [json.loads(line) for line in (Path(__file__).parent / "cases" / "amounts.jsonl").read_text("utf-8").splitlines()]


def _same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, list):
        return any(_same(each, found) for each in wanted)
    if wanted is None or found is None:
        return wanted is found
    if isinstance(wanted, str):
        return " ".join(wanted.casefold().split()) == str(found).casefold()
    return not isinstance(found, str) and math.isclose(wanted, found, rel_tol=1e-6)


def _stands_on(words: str | list[str], amount: Amount, text: str) -> bool:
    patterns = [r"\s+".join(map(re.escape, each.split())) for each in ([words] if isinstance(words, str) else words)]
    return any(m.start() < amount.end and amount.start < m.end() for p in patterns for m in re.finditer(p, text))


def _holds(fact: Case, amount: Amount, text: str) -> bool:
    fields = {"currency": "unit"}
    return all(
        _stands_on(value, amount, text) if field == "text" else _same(value, getattr(amount, fields.get(field, field)))
        for field, value in fact.items()
    )


def _missing(facts: list[Case], amounts: list[Amount], text: str) -> list[Case]:
    counts = [(fact, sum(_holds(fact, a, text) for a in amounts), facts.count(fact)) for fact in facts]
    return [fact for fact, found, wanted in counts if found < wanted]


def _amounts_of_a_case(nlp: Language, case: Case) -> None:
    text, day = case["text"], case["published"]
    article = Article(text, published=datetime.date.fromisoformat(day) if day else None)
    doc = nlp(text)
    amounts = find_amounts(doc, article, [(d.start, d.end) for d in find_dates(doc, article)])
    assert _missing(case.get("expect", []), amounts, text) == []
    assert not case.get("any_of") or any(_missing(way, amounts, text) == [] for way in case["any_of"])
    assert [fact for fact in case.get("absent", []) if any(_holds(fact, a, text) for a in amounts)] == []


def test_amounts_of_the_cases(nlp: Language) -> None:
    hold(CASES, partial(_amounts_of_a_case, nlp), 0.95)
