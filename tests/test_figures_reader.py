"""What the reader's answers become: whose voice a sentence speaks with, and which words make a measure."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts import Article, make_sheet
from newsfacts.figures.reader import (
    NEIGHBOUR,
    Voices,
    nearest_names,
    said_once,
    whole_names,
    with_neighbours,
    without_ends,
    without_links,
    written_interval,
)
from newsfacts.models import Date

BANK, CHIEF = (3, 4), (9, 11)  # words that name them

chances = st.floats(0, 1, width=32)


def test_a_figure_without_neighbours_keeps_its_voices() -> None:
    own = Voices({"g1": (0.6, BANK)}, none=0.4)
    assert with_neighbours(own, []) == own


def test_what_the_sentences_other_figures_say_counts_less() -> None:
    own, other = Voices({"g1": (0.6, BANK)}, none=0.4), Voices({"p1": (1.0, CHIEF)}, none=0.0)
    found = with_neighbours(own, [other])
    assert found.named["g1"] == (pytest.approx(0.6 / (1 + NEIGHBOUR)), BANK)
    assert found.named["p1"] == (pytest.approx(NEIGHBOUR / (1 + NEIGHBOUR)), CHIEF)
    assert found.none == pytest.approx(0.4 / (1 + NEIGHBOUR))


def test_neighbours_fill_what_a_figure_is_unsure_of() -> None:
    unsure, sure = Voices({"p1": (0.45, CHIEF)}, none=0.55), Voices({"p1": (0.95, CHIEF)}, none=0.05)
    found = with_neighbours(unsure, [sure, sure])
    assert found.named["p1"][0] > 0.6 > found.none


@given(st.lists(st.tuples(chances, chances), min_size=1, max_size=6))
def test_the_chances_of_a_sentence_stay_chances(figures: list[tuple[float, float]]) -> None:
    voices = [Voices({"g1": ((1 - none) * share, BANK), "p1": ((1 - none) * (1 - share), CHIEF)}, none) for none, share in figures]
    found = with_neighbours(voices[0], voices[1:])
    assert found.none + sum(chance for chance, _ in found.named.values()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "pointed", "interval"),
    [
        ("Sales rose 7% from [2019] to [2021].", "2019", "2019/2021"),
        ("Between [2010] and [2015] the firm built 40 mills and 7% more sheds.", "2015", "2010/2015"),
        ("The fund lost 7% between [2011] and [2016].", "2011", "2011/2016"),
        ("From [2010] through [2012] 7% of them left.", "2010", "2010/2012"),
        ("It grew 7% between [2020] and [2024], and did so in [2025].", "2020", "2020/2024"),
        ("Between [2000] and [2020] the debt rose from 3% to 7%.", "2020", "2020"),  # of one end
        ("The debt rose from 7% to 9% between [2000] and [2020].", "2020", "2000"),
        ("Between [2000] and [2020] it fell, and rose from 3% to 7% in [2023].", "2023", None),
        ("Sales rose 7% in [2019] and 3% in [2021].", "2019", None),
        ("It grew 7% between [2020] and [2024], and did so in [2025].", "2025", None),
        ("In [2010] and [2015] 7% of them left.", "2010", None),
        ("Prices fell from [2010] by 7% to [2015].", "2015", None),
    ],
)
def test_a_stretch_is_one_interval(text: str, pointed: str, interval: str | None) -> None:
    plain, dates = with_dates(text)
    assert written_interval(plain, plain.index("7%"), dates, pointed) == interval


def with_dates(text: str) -> tuple[str, list[Date]]:
    """Return `text` without its brackets, and the years within them as dates."""
    plain, dates = "", []
    for part in text.replace("]", "[").split("["):
        if part.isdigit():
            start, end = len(plain), len(plain) + len(part)
            dates.append(
                Date(text=part, start=start, end=end, sentence=0, confidence=1, type="DATE", value=part, first_day=None, last_day=None)
            )
        plain += part
    return plain, dates


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the Ministry of Water and Forests ( MWF", "Ministry of Water and Forests"),
        ("MWF ) exports", "exports"),
        ("the price index ( CPI )", "price index ( CPI )"),
        ("( wild ) salmon catches ( in tonnes", "( wild ) salmon catches"),
        ("a survey by the union ( 2024 ) 's", "survey by the union ( 2024 )"),
        ("Lake Agency ( LA ) and Port Agency ( PA )", "Lake Agency ( LA ) and Port Agency ( PA )"),
        ("$ reserves", "$ reserves"),
        ("( the", ""),
    ],
)
def test_a_phrase_has_whole_brackets_and_no_article(words: str, left: str) -> None:
    texts = words.split()
    start, end = without_ends(texts, (0, len(texts)))
    assert " ".join(texts[start:end]) == left


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("on railways", "railways"),
        ("along the new road", "new road"),
        ("spending on", "spending"),
        ("of growth in", "growth"),
        ("exports to", "exports"),
        ("tax on railways", "tax on railways"),
        ("on-site visits", "on-site visits"),
        ("By-election turnout", "By-election turnout"),
        ("women in work", "women in work"),
        ("to", None),
    ],
)
def test_a_measure_begins_and_ends_with_no_preposition(phrase: str, left: str | None) -> None:
    assert without_links(phrase) == left


def test_a_name_belongs_to_a_measure_whole_or_not_at_all() -> None:
    words = np.array([0.9, 0.8, 0.2, 0.9, 0.1, 0.2], dtype=np.float32)  # growth of [New Zealand] [Hong Kong]
    whole = whole_names(words, [(2, 4, "LOC"), (4, 6, "LOC")])
    assert whole.tolist() == pytest.approx([0.9, 0.8, 0.9, 0.9, 0.2, 0.2])
    assert words.tolist() == pytest.approx([0.9, 0.8, 0.2, 0.9, 0.1, 0.2])


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The pan-African HALX 40 index shed 0.3% on Monday.", "pan-African HALX 40 index"),
        ("Nurses treated 65 under-five children in May.", "under-five children"),
        ("The fund helped 65 low-income families in May.", "low-income families"),
        ("E-commerce sales rose 12 percent.", "E-commerce sales"),
        ("Output of gas-fired plants fell 7% in a year.", "Output of gas-fired plants"),
        ("Anti-smuggling patrols seized 40 low-slung boats.", "low-slung boats"),
        ("The 850-metre course was closed.", "course"),  # a figure's own words are no compound of its measure
        ("Sales of the 12-seat boats rose 9%.", "Sales of the 12-seat boats"),
        ("Sales rose 3% - and exports fell.", "Sales"),
        ("Rent for a two-room flat rose 4%.", "Rent for a two-room flat"),
        ("Imports rose 5% to $7-million.", "Imports"),
    ],
)
def test_a_compound_belongs_to_a_measure_whole_or_not_at_all(nlp: Language, text: str, measure: str) -> None:
    sheet = make_sheet(Article(text), nlp)
    assert {f.measure for f in (*sheet.percentages, *sheet.money, *sheet.quantities)} & {measure}


PLACE = {"Kenya", "Uganda", "Lagos", "Accra"}
PERSON = {"Mensah", "Odhiambo"}


def left(text: str) -> list[str]:
    """Return the names of `text` that a measure of the last figure keeps, where the network took them all."""
    words = text.split()
    labels = {word: "LOC" if word in PLACE else "PERSON" if word in PERSON else "ORG" for word in words}
    names = [(i, i + 1, labels[word]) for i, word in enumerate(words) if word[:1].isupper()]
    figures = [(i, i + 1) for i, word in enumerate(words) if word[0].isdigit()]
    chances = np.array([float(word[:1].isupper()) for word in words])
    found = nearest_names(chances, names, figures[:-1], figures[-1][0])
    return [word for word, chance in zip(words, found, strict=True) if chance]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("shares of Nordvik 3% and Castell 4%", ["Castell"]),
        ("exports to Kenya 3% to Uganda 4%", ["Uganda"]),
        ("Mensah 31 votes Odhiambo 27", ["Odhiambo"]),
        ("Lagos 12 goals Accra 9 Kenya 4", ["Kenya"]),
        ("Nordvik sales in Kenya 5% in Uganda 6%", ["Nordvik", "Uganda"]),
        ("trade of Kenya with Uganda 7%", ["Kenya", "Uganda"]),
        ("Nordvik 3% said Mensah 4%", ["Nordvik", "Mensah"]),
        ("Kenya 3% to 4%", ["Kenya"]),
        ("3% of Nordvik and Castell 4%", ["Nordvik", "Castell"]),
        ("Kenya and Uganda 3% or 4%", ["Kenya", "Uganda"]),
    ],
)
def test_of_two_names_with_a_figure_between_them_the_nearer_belongs(text: str, names: list[str]) -> None:
    assert left(text) == names


@given(st.lists(st.sampled_from([*PLACE, *PERSON, "Nordvik", "rose", "5%"]), min_size=1), st.integers(0, 20))
def test_no_name_becomes_likelier(words: list[str], here: int) -> None:
    names = [(i, i + 1, "LOC" if w in PLACE else "ORG") for i, w in enumerate(words) if w[:1].isupper()]
    chances = np.linspace(0, 1, len(words))
    figures = [(i, i + 1) for i, w in enumerate(words[:here]) if w == "5%"]
    found = nearest_names(chances, names, figures, min(here, len(words)))
    assert ((found == chances) | (found == 0)).all()


@pytest.mark.parametrize(
    ("phrases", "once"),
    [
        (["index", "Baltic index"], ["Baltic index"]),
        (["growth", "growth"], ["growth"]),
        (["Exports", "exports to Kenya"], ["exports to Kenya"]),
        (["exports to Kenya", "Kenya"], ["exports to Kenya"]),
        (["shares", "Castell"], ["shares", "Castell"]),
        (["price of rice", "price of oil"], ["price of rice", "price of oil"]),
        (["sales"], ["sales"]),
        ([], []),
    ],
)
def test_a_stretch_that_another_one_says_too_is_said_once(phrases: list[str], once: list[str]) -> None:
    assert said_once(phrases) == once


PARKS = (
    "The park service said on Monday that entry costs more now.\n\nLake Arenta National Park\nResidents: $4\nForeigners: $12\n"
    "Upper Mole Forest Reserve\nResidents: $3\nForeigners: $9\nFort San Telmo (Sector North)\nResidents: $2\nForeigners: $8\n"
)
RATES = "Unemployment stood at 7%\n\nInflation in Ruritania was 3% and exports fell 2%\n\nImports rose 5%\n"


@pytest.mark.parametrize(
    ("text", "figure", "own", "later"),
    [
        (PARKS, "$12", "Arenta", "Mole"),
        (PARKS, "$9", "Mole", "Telmo"),
        (RATES, "7%", "Unemployment", "Inflation"),
        (RATES, "2%", "exports", "Imports"),
    ],
)
def test_a_measure_has_no_words_of_a_later_line(nlp: Language, text: str, figure: str, own: str, later: str) -> None:
    sheet = make_sheet(Article(text), nlp)
    measure = next(f.measure for f in (*sheet.money, *sheet.percentages) if f.text == figure)
    assert measure
    assert own in measure
    assert later not in measure
