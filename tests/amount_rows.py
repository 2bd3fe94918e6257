"""Rows of amounts: a sentence of the wires beside its figures.

A figure is written `text = value unit | qualifier | per`, a range as `low..high`, the last two only where the text says them. All
sentences are read as published on Tuesday, 14 April 2026.
"""

from __future__ import annotations

import datetime

from spacy.language import Language

from newsfacts import Article
from newsfacts.dates.finding import find_dates
from newsfacts.figures.amounts import Amount, find_amounts

PUBLISHED = datetime.date(2026, 4, 14)

Row = tuple[str, list[str]]


def shown(text: str, amount: Amount) -> str:
    """Return an amount as the rows write it."""
    value = f"{amount.low}..{amount.high}" if amount.value is None else amount.value
    row = f"{text[amount.start : amount.end]} = {value} {amount.unit} | {amount.qualifier or ''} | {amount.per or ''}"
    return row.replace("|  |", "| |").rstrip(" |")


def check(nlp: Language, sentence: str, rows: list[str]) -> None:
    """Assert that `sentence` has the amounts `rows`, in their order."""
    doc, article = nlp(sentence), Article(sentence, published=PUBLISHED)
    found = find_amounts(doc, article, [(d.start, d.end) for d in find_dates(doc, article)])
    assert [shown(sentence, a) for a in found] == rows
