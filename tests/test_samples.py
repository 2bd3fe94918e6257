"""The program against the articles of samples/, whose facts were annotated by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from scoring import Comparison, all_quotes, all_spans, compare, pooled
from spacy.language import Language

from newsfacts import Article, FactSheet, make_sheet
from newsfacts.cli.reading import Read, ReadOptions, read_source
from newsfacts.models import Date, Figure, Office, Organization, Person, Place

SAMPLES = Path(__file__).parents[1] / "samples"
SOURCES = ["state_visit.txt", "results.txt", "rate_decision.html", "election.txt", "storm.txt", "briefs.jsonl"]

# The least precision and recall of each section over all samples; measured values less what a retrained model may cost.
FLOORS = {
    "people": (0.92, 0.92),
    "offices": (0.78, 0.72),
    "places": (0.81, 0.86),
    "organizations": (0.87, 0.82),
    "dates": (0.92, 0.92),
    "percentages": (0.95, 0.95),
    "money": (0.94, 0.92),
    "quantities": (0.93, 0.93),
    "figures told": (0.74, 0.74),
    "figures measure": (0.82, 0.82),
}

Case = tuple[Article, FactSheet]


def read_cases() -> Iterator[Case]:
    """Each article of samples/ as the command reads its file, beside its expected sheet."""
    for name in SOURCES:
        path = SAMPLES / name
        lines = path.suffix == ".jsonl"
        facts = path.with_suffix(".facts.jsonl" if lines else ".facts.json").read_text(encoding="utf-8")
        for read, sheet in zip(read_source(str(path), ReadOptions()), facts.splitlines() if lines else [facts], strict=True):
            assert isinstance(read, Read), read
            yield read.article, FactSheet.model_validate_json(sheet)


CASES = list(read_cases())
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


@pytest.fixture(scope="module")
def sheets(nlp: Language) -> list[FactSheet]:
    """The program's sheet of each sample."""
    return [make_sheet(article, nlp) for article, _ in CASES]


@pytest.fixture(scope="module")
def comparisons(sheets: list[FactSheet]) -> list[dict[str, Comparison]]:
    return [compare(expected, found) for (_, expected), found in zip(CASES, sheets, strict=True)]


@pytest.mark.parametrize("section", FLOORS)
def test_the_program_reaches_the_floor(comparisons: list[dict[str, Comparison]], section: str) -> None:
    score = pooled(comparisons)[section]
    lines = [f"{article.name}: {line}" for (article, _), part in zip(CASES, comparisons, strict=True) for line in part[section].differences]
    precision, recall = FLOORS[section]
    reached = score.precision >= precision and score.recall >= recall
    assert reached, "\n".join([f"{section}: precision {score.precision:.3f}, recall {score.recall:.3f} ({score})", *lines])


def test_the_day_of_publication_is_read_from_the_article(sheets: list[FactSheet]) -> None:
    assert [s.source.published for s in sheets] == [expected.source.published for _, expected in CASES]


def test_titles(sheets: list[FactSheet]) -> None:
    assert [s.source.title for s in sheets] == [expected.source.title for _, expected in CASES]


def test_cities_are_the_right_ones(sheets: list[FactSheet]) -> None:
    """A place that both sheets name has the expected GeoNames entry, or none."""
    for (_, expected), found in zip(CASES, sheets, strict=True):
        entries = {p.name: p.geonames_id for p in expected.places}
        wrong = {p.name: p.geonames_id for p in found.places if p.name in entries and p.geonames_id not in (entries[p.name], None)}
        assert wrong == {}
