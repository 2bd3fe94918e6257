"""The benchmark of the quantities: the translation into the collection's conventions, and its pairs, on sentences of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from benchmarks import quant
from newsfacts import Article, make_sheet


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exports fell 21 percent.", [(21, "percentage", "down")]),
        ("About 40 people came.", [(40, "people", "~")]),
        ("The tax is at least 5 euros per tonne.", [(5, "euro per tonne", ">")]),
        ("The dam held 300 litres for three months.", [(300, "litre", "="), (3, "month", "=")]),
        ("The work takes three to five months.", [([3, 5], "month", "=")]),
        ("It stood for a decade.", []),
        ("The pool measures 25 x 10 metres.", [(25, "metre", "="), (10, "metre", "=")]),
        ("They meet every two weeks.", [(2, "week", "=")]),
        ("They meet every week.", []),
        ("Rents run from $500 to $900 a month.", [([500, 900], "dollar per month", "=")]),
        ("Crude fell from $75 a barrel in May to $45.88 in June.", [([75, 45.88], "dollar per barrel", "=")]),
        ("A meal costs eight or nine euros.", [(8, "euro", "="), (9, "euro", "=")]),
        ("The target is 3 to 4 percent.", [([3, 4], "percentage", "=")]),
        ("The stock rose 12 sen.", [(12, "sen", "up")]),
        ("The share closed at 164p.", [(164, "penny", "=")]),
        ("It cost 13 dollars and 45 cents.", [(13.45, "dollar", "=")]),
        ("The plank is 12 feet 2 inches long.", [(12, "foot", "="), (2, "inch", "=")]),
        ("They signed three new trade deals.", [(3, "new trade deal", "=")]),
        ("Gas rose to $2.24 per mmBTU.", [(2.24, "dollar per mega british thermal unit", "=")]),
        ("Spending rose by $5 million to $12 million.", [(5e6, "dollar", "up"), (12e6, "dollar", "=")]),
        ("It is 45 degrees Celsius in Delhi.", [(45, "celsius", "=")]),
        ("The engine has 332 lb-ft of torque.", [(332, "foot pound-force", "=")]),
        ("The club won 3-2 on 4 May 2021.", []),
    ],
)
def test_translation(nlp: Language, sentence: str, expected: list[tuple[Any, str, str]]) -> None:
    rows = quant.quantities(make_sheet(Article(sentence), nlp), sentence)
    assert [(r["value"], r["unit"], r["change"]) for r in rows] == expected


def row(value: Any, unit: str = "dollar", change: str = "=", *concepts: str) -> quant.Row:
    """A quantity of the collection; two without concepts agree in having none, as in its own scorer."""
    return {"value": value, "unit": unit, "change": change, "concepts": list(concepts)}


def test_each_part_of_a_rate_is_known_by_its_spellings() -> None:
    gold, found = row(75, "united states dollar per barrel"), row(75, "dollar per barrel")
    assert "value+unit" in quant.agreements(gold, found, {"united states dollar": "dollar"})
    assert "value+unit" not in quant.agreements(gold, found, {})


def test_each_quantity_is_in_one_pair_and_those_that_agree_most_come_first() -> None:
    gold = [row(5, "euro"), row(5, "dollar")]
    found = [row(5, "dollar"), row(5, "dollar"), row(6, "euro")]
    pairs = quant.pair(gold, found, {})
    assert [(i, j) for i, j, _ in pairs] == [(1, 0), (0, 1)]
    assert pairs[0][2] == {"value", "value+unit", "value+change", "value+concept"}
    assert pairs[1][2] == {"value", "value+change", "value+concept"}


@pytest.mark.parametrize(
    ("gold", "found", "agreed"),
    [
        (row(5), row(5.00001), {"value", "value+unit", "value+change", "value+concept"}),
        (row(5), row(5.01), set()),
        (row([3, 4]), row([3, 4]), {"value", "value+unit", "value+change", "value+concept"}),
        (row([3, 4]), row(3), set()),
        (row(5, "bucks"), row(5, "Dollar"), {"value", "value+unit", "value+change", "value+concept"}),
        (row(5, "dollar", "up"), row(5), {"value", "value+unit", "value+concept"}),
        (row(5, "dollar", "=", "oil"), row(5, "dollar", "=", "gas"), {"value", "value+unit", "value+change"}),
        (row(5, "dollar", "=", "oil", "price"), row(5, "dollar", "=", "Price"), {"value", "value+unit", "value+change", "value+concept"}),
    ],
)
def test_agreement(gold: quant.Row, found: quant.Row, agreed: set[str]) -> None:
    assert quant.agreements(gold, found, {"bucks": "dollar"}) == agreed


def test_the_command_counts_hits_misses_and_false_alarms(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "text": "Exports fell 21 percent.", "quantities": [row(21, "percentage", "down", "Exports")]},
        {"id": "2", "text": "It paid $5 for 40 eggs.", "quantities": [row(5), row(7)]},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    out = tmp_path / "predictions.jsonl"
    command = [sys.executable, "benchmarks/quant.py", str(path), "--errors", "--predictions", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    lines = done.stdout.splitlines()
    assert "2 sentences, 3 quantities, 3 printed" in lines
    assert "value            P 0.667  R 0.667  F1 0.667  (2)" in lines
    assert "value+concept    P 0.333  R 0.333  F1 0.333  (1)" in lines
    assert {"   - 7 dollar = ", "   + 40 egg = eggs"} <= set(lines)
    assert [len(json.loads(line)["quantities"]) for line in out.read_text(encoding="utf-8").splitlines()] == [1, 2]
