"""What the reader's answers become: facts whose words stand in the text. Whether they are right is scored in evaluation/."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from newsfacts import Article
from newsfacts.models import FactSheet
from newsfacts.pipeline.pointing import MARK
from newsfacts.pipeline.reader import Target, Words, load_reader
from newsfacts.sheet import make_sheet

REPORT = """MAPUTO, May 12 - Harbour master Inês Tavares said on Tuesday that copper shipments through the port of Nacala fell 12% in April.

"We expect to ship 40,000 tonnes in June," said Tavares, who denied that 300 workers had been dismissed.

Finance Minister Paulo Machel told parliament that the state would spend $25 million (1.6 billion meticais) on the quays. Arrivals, he
added, rose in Beira (+14%)."""


@pytest.fixture(scope="module")
def sheet(nlp: Language) -> FactSheet:
    return make_sheet(Article(REPORT), nlp)


def test_sources_stand_in_the_text_and_point_at_people_and_bodies(sheet: FactSheet) -> None:
    known = {e.id for e in [*sheet.people, *sheet.organizations]}
    sources = [f.source for f in [*sheet.percentages, *sheet.money, *sheet.quantities] if f.source]
    assert sources
    for source in sources:
        assert REPORT[source.start : source.end] == source.text
        assert source.id is None or source.id in known


def test_measures_are_words_of_the_text(sheet: FactSheet) -> None:
    measures = [f.measure for f in [*sheet.percentages, *sheet.money, *sheet.quantities] if f.measure]
    assert measures
    for measure in measures:
        assert set(measure.split()) <= set(REPORT.replace("(", "( ").replace(",", " ,").replace(".", " .").split())


def test_an_amount_in_brackets_says_what_the_one_before_it_says(sheet: FactSheet) -> None:
    dollars, meticais = sheet.money
    assert (dollars.currency, meticais.currency) == ("USD", "MZN")
    fields = ("kind", "direction", "measure", "when", "status", "source")
    assert [getattr(dollars, f) for f in fields] == [getattr(meticais, f) for f in fields]


def test_an_explicit_sign_is_a_change(sheet: FactSheet) -> None:
    signed = next(p for p in sheet.percentages if p.text == "+14%")
    assert (signed.kind, signed.direction) == ("change", "up")


def test_every_fact_says_how_sure_it_is(sheet: FactSheet) -> None:
    facts = [*sheet.people, *sheet.offices, *sheet.places, *sheet.organizations, *sheet.dates]
    facts += [*sheet.percentages, *sheet.money, *sheet.quantities]
    assert len({f.confidence for f in facts}) > 3
    for fact in facts:
        assert 0 < fact.confidence <= 1
        assert round(fact.confidence, 2) == fact.confidence


def test_holders_are_people_of_the_sheet(sheet: FactSheet) -> None:
    people = {p.id for p in sheet.people}
    assert sheet.offices
    for office in sheet.offices:
        assert office.holder is None or office.holder in people


@pytest.mark.parametrize("text", ["", " ", "\n\n", "5", "5%", "President", "%", "President of", "former", "$5 (€4)", "- - -", "Dr.", "of"])
def test_texts_of_a_word_or_none_have_sheets(nlp: Language, text: str) -> None:
    sheet = make_sheet(Article(text), nlp)
    assert sheet.source.length == len(text)


def test_an_answer_depends_on_its_own_target_alone(nlp: Language) -> None:
    doc = nlp(REPORT)
    words = Words(doc)
    vectors, marks = doc.tensor[words.tokens], np.zeros(len(words), dtype=np.int64)
    targets = [Target("figure", (i, i + 1), MARK["target count"]) for i in (3, 20, 40)]
    together = load_reader().read(vectors, marks, targets)
    for target, answer in zip(targets, together, strict=True):
        (alone,) = load_reader().read(vectors, marks, [target])
        assert alone.pointed == answer.pointed
        assert alone.unsaid == answer.unsaid
        assert (alone.measure == answer.measure).all()
        assert all((alone.classes[name] == chances).all() for name, chances in answer.classes.items())
