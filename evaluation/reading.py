"""All that is scored, and what the program reads of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from evaluation.expected import SENTENCES, Expected, read_samples, read_sentences
from newsfacts import FactSheet

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def own_sentences() -> tuple[Expected, ...]:
    """Return the texts of evaluation/sentences/ with their facts."""
    return tuple(expected for path in sorted(SENTENCES.glob("*.jsonl")) for expected in read_sentences(path))


@cache
def all_expected() -> tuple[Expected, ...]:
    """Return all texts of evaluation/sentences/ and samples/ with their facts."""
    return (*own_sentences(), *(expected for expected, _ in read_samples()))


def read_sheets(nlp: Language, expected: Iterable[Expected]) -> list[FactSheet]:
    """Return the program's fact sheets of the texts."""
    from newsfacts.sheet import sheet_from_doc

    articles = [one.article for one in expected]
    return [sheet_from_doc(a, doc) for a, doc in zip(articles, nlp.pipe(a.text for a in articles), strict=True)]
