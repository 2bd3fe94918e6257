"""Figures: the amounts of evaluation/sentences/, exact in each row, and what holds whatever a sentence says of them.

What is learned of a figure (kind, direction, measure, when, status, source) is scored over all rows by `python -m evaluation`.
"""

from __future__ import annotations

import datetime
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from tables import hold

from evaluation.expected import Expected, ExpectedFigure, unit_of
from evaluation.reading import own_sentences
from newsfacts import Article, FactSheet, make_sheet
from newsfacts.figures.amounts import find_amounts
from newsfacts.figures.assembly import told_behind
from newsfacts.models import Money, Percentage, Quantity

PUBLISHED = datetime.date(2026, 4, 14)  # of all sentences
ROWS = [row for row in own_sentences() if row.figures is not None]


def amount(figure: ExpectedFigure | Percentage | Money | Quantity, unit: str) -> str:
    """Return what is exact of a figure: `text = value unit | qualifier | per`, a range as `low..high`."""
    value = f"{figure.low}..{figure.high}" if figure.value is None else figure.value
    parts = [f"{figure.start}: {figure.text} = {value} {unit}", figure.qualifier, figure.per and f"per {figure.per}"]
    return " | ".join(part for part in parts if part)


def read(nlp: Language, text: str) -> FactSheet:
    """Return the sheet of `text`, published on PUBLISHED."""
    return make_sheet(Article(text=text, published=PUBLISHED), nlp)


def _amounts_are_exact(sheets: dict[str, FactSheet], row: Expected) -> None:
    sheet = sheets[row.article.name]
    found = sorted([*sheet.percentages, *sheet.money, *sheet.quantities], key=lambda f: f.start)
    assert [amount(f, unit_of(f)) for f in found] == [amount(f, f.unit) for f in row.figures or []]


def test_amounts_are_exact(sheets: dict[str, FactSheet]) -> None:
    hold(ROWS, partial(_amounts_are_exact, sheets), 0.99)


def test_no_sentence_is_there_twice() -> None:
    texts = [row.article.text for row in ROWS]
    assert len(texts) == len(set(texts)) > 1000


def test_a_long_row_of_figures(nlp: Language) -> None:
    text = "Prices rose " + ", ".join(f"{i}%" for i in range(1, 200)) + " and 200% in May."
    assert [p.value for p in read(nlp, text).percentages] == list(range(1, 201))


def test_a_conversion_in_brackets_has_the_attributes_of_its_figure(nlp: Language) -> None:
    outer, inner = read(nlp, "The road is 80 kilometres (50 miles) from Quito.").quantities
    assert (outer.measure, outer.kind, outer.qualifier, outer.when) == (inner.measure, inner.kind, inner.qualifier, inner.when)


def test_figures_stand_in_their_sections_in_order(nlp: Language) -> None:
    figures = read(nlp, "Sales rose 5 percent to $3 million. Profit fell 2 percent to $1 million as 40 shops closed.")
    assert [p.value for p in figures.percentages] == [5, 2]
    assert [m.value for m in figures.money] == [3000000, 1000000]
    assert [(q.value, q.sentence) for q in figures.quantities] == [(40, 1)]


BOUNDED = [
    "Unemployment was lower than 6 percent in March, the bureau said.",
    "Rents are higher than 900 euros in the old town.",
    "The share of women was well higher than 40% in the north.",
    "Losses were smaller than $3 million at both mills.",
    "Turnout remained lower than 55% in the islands.",
]
MOVING = [
    "Unemployment fell to 6 percent in March.",
    "Rents rose 9 percent in the old town.",
    "The price dropped by 4 percent in May.",
    "Output rose by more than 12% in April.",
    "Exports were down 7 percent in June.",
]


def test_a_bound_tells_no_movement(nlp: Language) -> None:
    bounds = [f for text in BOUNDED for f in [*read(nlp, text).percentages, *read(nlp, text).money]]
    assert [(f.kind, f.direction) for f in bounds] == [("level", None)] * len(BOUNDED)
    moving = [f for text in MOVING for f in read(nlp, text).percentages]
    assert [f.direction is not None for f in moving] == [True] * len(MOVING)


SETTLED = {
    "The block was sold at a 6 percent discount to its Milan close.": "level",
    "Its bonds trade at a 3% premium over the index.": "level",
    "Rice goes for a 15 per cent seasonal discount on the May price.": "level",
    "The heirs kept a 22 percent voting interest in the brewery.": "share",
    "A rival bought a 9% minority stake in the mill.": "share",
    "The state holds a 51 percent controlling shareholding in the line.": "share",
}
UNSETTLED = [
    "Demand led to a 6 percent rise in interest in the school.",
    "The shop gave a discount after sales fell 6 percent.",
    "There was 6% more interest in the second sale.",
    "The firm cut prices by 6 percent and its stake in the port.",
    "The premium rose 6 percent to $400.",
]


def test_a_noun_behind_a_percentage_settles_its_kind(nlp: Language) -> None:
    assert {text: f.kind for text in SETTLED for f in read(nlp, text).percentages} == SETTLED
    assert all(f.direction is None for text, kind in SETTLED.items() if kind == "level" for f in read(nlp, text).percentages)
    ends = [text.index("6") + len("6 percent" if "6 percent" in text else "6%") for text in UNSETTLED]
    assert [told_behind().match(text, end) for text, end in zip(UNSETTLED, ends, strict=True)] == [None] * len(UNSETTLED)


RESTATED = [
    "The dock holds about 3,300 tons, or 3,000 metric tons, of water.",
    "The vat holds 800 litres, or 211 gallons, of cider.",
    "The load was 900 pounds, or about 408 kilograms, of scrap.",
    "The farm has 90 acres, or 36 hectares, of vines.",
    "The tanker took 5,000 gallons, or 19,000 litres, of milk.",
]
APART = [
    "The kit weighs 5 kilograms, or 900 grams, of flour were used.",  # of another size
    "They walked 3 miles, or 3 kilometres, of the path.",
    "He sold 900 pounds, and 408 kilograms, of scrap.",
    "The mill has 40 acres, or 12 tonnes, of seed.",  # of another dimension
    "It holds 800 litres or 211 gallons of cider.",
]


def test_a_size_said_again_behind_a_comma_has_one_statement(nlp: Language) -> None:
    for text in RESTATED:
        first, again = read(nlp, text).quantities
        assert (first.measure, first.kind, first.when) == (again.measure, again.kind, again.when), text
    for text in APART:
        doc = nlp(text)
        assert not any(a.again for a in find_amounts(doc, Article(text), [])), text


def test_an_empty_article_has_no_figures(nlp: Language) -> None:
    sheet = read(nlp, "")
    assert (sheet.percentages, sheet.money, sheet.quantities) == ([], [], [])


WORDS = "Exports prices of fell rose by to from in March 2025 5 12.5 percent % $ million 3,000 people killed were ( ) , . up — km"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join))
def test_every_figure_is_the_text_between_its_offsets(nlp: Language, text: str) -> None:
    figures = read(nlp, text)
    for figure in [*figures.percentages, *figures.money, *figures.quantities]:
        assert text[figure.start : figure.end] == figure.text
        assert (figure.value is None) == (figure.low is not None)
        assert figure.measure is None or figure.measure.strip() == figure.measure != ""
