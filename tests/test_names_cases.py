"""Sentences of the faults that people, places and organisations have had, each with the entities that it must give and must not.

A line of cases/names.jsonl has its `kind`, a `text`, and facts under `expect` and `absent`: a section and some fields of one of its
entities. A list allows any of its values, `mention` is one of the entity's mentions, `near` a point within some 30 km of its own (with
`or_null` none is right, too). `waits` says why a line still fails.
"""

from __future__ import annotations

import json
import math
from functools import partial
from pathlib import Path
from typing import Any

from spacy.language import Language
from tables import hold

from newsfacts import Article, FactSheet, make_sheet

Case = dict[str, Any]

CASES: list[Case] = [json.loads(line) for line in (Path(__file__).parent / "cases" / "names.jsonl").read_text("utf-8").splitlines()]
READ = [case for case in CASES if "waits" not in case]
KILOMETRES_OF_A_DEGREE = 111.2


def _is_near(point: list[float], latitude: float | None, longitude: float | None) -> bool:
    if latitude is None or longitude is None:
        return False
    east = (longitude - point[1]) * math.cos(math.radians(point[0]))
    return math.hypot(latitude - point[0], east) * KILOMETRES_OF_A_DEGREE < 30


def _holds(fact: Case, entity: Any) -> bool:
    for field, wanted in fact.items():
        allowed = wanted if isinstance(wanted, list) else [wanted]
        if field in ("section", "or_null"):
            continue
        if field == "near":
            right = _is_near(wanted, entity.latitude, entity.longitude) or ("or_null" in fact and entity.latitude is None)
        elif field == "mention":
            right = any(mention.text in allowed for mention in entity.mentions)
        else:
            right = getattr(entity, field) in allowed
        if not right:
            return False
    return True


def _is_found(fact: Case, sheet: FactSheet) -> bool:
    return any(_holds(fact, entity) for entity in getattr(sheet, fact["section"]))


def _entities_of_a_case(nlp: Language, case: Case) -> None:
    sheet = make_sheet(Article(case["text"]), nlp)
    assert [fact for fact in case.get("expect", []) if not _is_found(fact, sheet)] == []
    assert [fact for fact in case.get("absent", []) if _is_found(fact, sheet)] == []


def test_entities_of_the_cases(nlp: Language) -> None:
    hold(READ, partial(_entities_of_a_case, nlp), 0.95)
