"""The program against the articles of samples/, whose facts were annotated by hand; what is learned is scored by `python -m evaluation`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise

import pytest
from quotes import all_quotes, all_spans

from evaluation.expected import read_samples
from newsfacts import Article, FactSheet
from newsfacts.models import Date, Figure, Office, Organization, Person, Place

CASES = [(expected.article, sheet) for expected, sheet in read_samples()]
each_sample = pytest.mark.parametrize(("article", "expected"), CASES, ids=[article.name for article, _ in CASES])


@each_sample
def test_an_expected_sheet_is_of_its_article(article: Article, expected: FactSheet) -> None:
    assert expected.source.name == article.name
    assert expected.source.length == len(article.text)
    assert expected.source.sha256 == hashlib.sha256(article.text.encode("utf-8")).hexdigest()


@each_sample
def test_expected_offsets_hold(article: Article, expected: FactSheet) -> None:
    assert all(article.text[start:end] == text for start, end, text in all_quotes(expected))
    for fact in all_spans(expected):
        sentence = expected.sentences[fact.sentence]
        assert sentence.start <= fact.start < fact.end <= sentence.end
    assert {o.holder for o in expected.offices if o.holder} <= {p.id for p in expected.people}


@each_sample
def test_expected_facts_stand_in_order(article: Article, expected: FactSheet) -> None:
    entities: list[Sequence[Person | Office | Place | Organization]]
    entities = [expected.people, expected.offices, expected.places, expected.organizations]
    for section in entities:
        assert all(a.mentions[0].start < b.mentions[0].start for a, b in pairwise(section))
        assert all(a.end <= b.start for entity in section for a, b in pairwise(entity.mentions))
    facts: list[Sequence[Date | Figure]] = [expected.dates, expected.percentages, expected.money, expected.quantities]
    for spans in facts:
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_the_day_of_publication_is_read_from_the_article(sheets: dict[str, FactSheet]) -> None:
    assert [sheets[article.name].source.published for article, _ in CASES] == [expected.source.published for _, expected in CASES]


def test_titles(sheets: dict[str, FactSheet]) -> None:
    assert [sheets[article.name].source.title for article, _ in CASES] == [expected.source.title for _, expected in CASES]


def test_cities_are_the_right_ones(sheets: dict[str, FactSheet]) -> None:
    """A place that both sheets name has the expected GeoNames entry, or none."""
    for article, expected in CASES:
        entries = {p.name: p.geonames_id for p in expected.places}
        wrong = {
            p.name: p.geonames_id for p in sheets[article.name].places if p.name in entries and p.geonames_id not in (entries[p.name], None)
        }
        assert wrong == {}
