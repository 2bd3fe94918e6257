"""Folded text, as in mail, PDFs and old wires, is read as the unfolded one: the sheet is made of the text that `evened` gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.folding import FORMS, WIDTHS, folded
from newsfacts.pipeline.folded_lines import ends_sentence
from newsfacts.pipeline.folding import evened, folds

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))


def paragraphs(text: str) -> list[str]:
    even = evened(text)
    return [" ".join(line.split()) for line in re.split(r"[\r\n]+", even.text if even else text) if line.strip()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("form", sorted(set(FORMS) - {"no blank lines"}))
def test_a_folded_sample_has_the_paragraphs_of_the_unfolded(form: str, width: int) -> None:
    for sample in SAMPLES:
        text = sample.read_text(encoding="utf-8")
        assert paragraphs(FORMS[form](text, width)) == paragraphs(text), sample.name


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [  # each folded within a word, or by a program that counts bytes
        (
            "The cup went to Lena\nHauge of Lower\nSaxony, who met Ann-\nLou Platt.",
            "The cup went to Lena Hauge of Lower Saxony, who met Ann-Lou Platt.",
        ),
        (
            "The council of a state-\nowned bank met in the\nport of Mombasa, where\nit raised its charges.",
            "The council of a state-owned bank met in the port of Mombasa, where it raised its charges.",
        ),
        (
            "A new government took\noffice. Its head said govern-\nment would be thrifty and\nthat it would sell cars.",
            "A new government took office. Its head said government would be thrifty and that it would sell cars.",
        ),
        (
            "They compared pre-\nand post-war prices of\nbread, of milk and of\ncoal in the port.",
            "They compared pre- and post-war prices of bread, of milk and of coal in the port.",
        ),
        (
            "Jónína Þórðardóttir met\nGuðrún Ægisdóttir and\nsaid that they would go\nto Ísafjörður by boat.",
            "Jónína Þórðardóttir met Guðrún Ægisdóttir and said that they would go to Ísafjörður by boat.",
        ),
    ],
)
def test_a_fold_is_taken_back(text: str, paragraph: str) -> None:
    assert paragraphs(text) == [paragraph]


@pytest.mark.parametrize(
    "text",
    [
        "Ports closed:\nMombasa\nLamu\nKilifi\nMalindi",
        "Arrivals -\nShips 40\nFerries 12\nYachts 3",
        "Minister resigns\nBy Ana Ruiz\nMay 3, 2026\nShe had held the post since 2019.",
        "Grades:\nA- 12\nB- 7\nC- 4\nD- 1",
        "Score:\nRovers 3\nUnited 1\nCity 0\nAlbion 0\nWanderers 2",
    ],
)
def test_lines_of_their_own_stay(text: str) -> None:
    assert not folds(text)


BRIDGE = (  # folded by `fold -s`, which counts bytes and the space behind a word
    "The mayor of the town met Sólrún Þóra\nBjarnadóttir, the head of the union, to\ntalk about the wages of ferrymen, and\n"
    "about the bridge that was to open in\nMay but has no railings yet.\n"
)


@pytest.mark.parametrize(
    ("head", "lines"),
    [  # a byline, and what stands before and behind it, are lines of their own however long they are
        ("Ferrymen of the northern fjords strike\nBy Ana Ruiz and Omar Said\n\n", 2),
        ("Ferrymen strike in the north\nBy Ana Ruiz and Omar Said of the Wire\nMay 3, 2026\n\n", 2),
        ("Ferrymen strike\nBy Ana Ruiz and Omar Said in Akureyri\nFebruary 12, 2026\n\n", 3),
        ("By Ana Ruiz, Omar Said and Li Na\nAkureyri and Reykjavík\n\n", 2),
        ("Ferrymen strike\n\nBY ANA RUIZ\nAKUREYRI AND REYKJAVÍK AND OTHER PLACES\n\n", 3),
    ],
)
def test_a_byline_is_a_line_of_its_own(head: str, lines: int) -> None:
    assert len(paragraphs(head + BRIDGE)) == lines + 1


WIDTH = 48
TABLES = [
    "Cafés may put tables on the square again, the council of Lower Marsh said on Monday. It had cleared the square in May.",
    "Owners had asked for 40 places and got 30 of them. They pay 12 euros a day for each table and its chairs.",
    "Walkers keep a lane of two metres, and dogs stay on a lead. The rule holds to the end of October.",
    "Traders on the square want to be heard before the next rule, their union wrote to the council.",  # its last line is full
    "The council answered that it hears everyone. A meeting is to be held at the school in June, if the school is free.",
]


def test_a_full_last_line_ends_a_paragraph_that_would_be_too_long() -> None:
    assert paragraphs(folded("\n".join(TABLES), WIDTH)) == TABLES


SHORT = [  # folded, though few of the lines go on in lower case
    "The port of Mombasa handled 1.4 million\ncontainers in 2025, its manager, Halima\nAbdalla, said on Friday. Tea grew by\n6 percent.\n",
    "    Exports of tea rose by 11 percent to\n    560,000 tonnes, those of fish by\n    4 percent. Lamu and Kilifi sold the\n    most.\n",
    "Sugar was sold at 140 shillings in\nNairobi, and at 155 shillings in\nMombasa. Traders expect that the\nprice falls.\n",
    "The loan is from 2031 and is for\n40 new boats. It was signed by\nHalima Abdalla and the bank of\nKenya.\n",
    "A second boat comes from the\nMalindi yard in May or June,\nAsha Omar said. It has room for\n90 people and two cars.\n",
]
LINES = [  # of their own: none wants another behind it
    "Ports closed\nMombasa North\nLamu West\nKilifi Creek\nMalindi Pier",
    "Tea 4.1 percent\nCoffee 11 percent\n6 percent for sugar\nRice 2 percent",
    "Harbour fees rise\nFerry sinks off Lamu\nTana floods again\nKilifi votes in May",
    "Berth 1: open\nBerth 2: shut\nBerth 3: open\nBerth 4: shut",
    "Final\nRovers 3 United 1\nSemi-finals\nCity 2 Albion 0\nWanderers 1 Athletic 4",
]


@pytest.mark.parametrize("text", SHORT)
def test_a_short_text_is_unfolded_whatever_its_lines_begin_with(text: str) -> None:
    assert paragraphs(text) == [" ".join(text.split())]


@pytest.mark.parametrize("text", LINES)
def test_short_lines_stay(text: str) -> None:
    assert not folds(text)


FERRY = [
    "The ferry to Lamu was cancelled on Sunday. Its engine had failed at the pier, with forty people on board.",
    "“We waited for six hours in the sun, and nobody told us why,” said Asha Omar, who sells cloth.",
    "“Then they sent us home without our money,” her sister added. The company says it pays all back.",
    "A second boat is to come from Malindi in the week, if the sea allows it and the crew is found.",
]
BICYCLES = [
    "The ministry wants to lower the tax on bicycles by a half. It had risen three times since 2019, it said.",
    "Shops in the capital sold fewer of them in the first half of the year than in any before it.",
    "What riders say",
    "Paul Otieno rides to work each day and pays for his repairs. He hopes that prices fall by the summer.",
    "His neighbours would buy bicycles, too, if the roads were safe for children and the old.",
]
PRIZE = [
    "The prize for the best new bridge went to the engineer Maria A. Holm of Bergen, who drew it in a year.",
    "It stands in the fjord on four legs and carries a road, a path and a cable, the jury of the prize wrote.",
    "Judges praised how little steel it needs. The second prize was shared by a school and by a bath.",
    "The prizes are paid by the union of builders, and by the city in which the bridge or house stands.",
]
WELL = [
    "The mayor read the letter aloud. “We have no water since May. We carry it from the river, and it is brown.”",
    "He promised two wells by the end of the year. The council had paid for one of them last spring.",
    "A driller from the next county is to look for water on the hill, where an old well stood once.",
    "People of the village said they would believe it when the pump was there and gave clear water.",
]
MUSEUM = [
    "The museum of the port opens again in June. It was closed for two years, as its roof let in the rain.",
    "They found beams that were older than the house. These are shown in the hall beside the stairs now.",
    "Tickets cost four euros, and children pay nothing. Schools can ask for a guide by telephone.",
    "The director wants to show ships of the last century next, and the tools of those who built them.",
]


@pytest.mark.parametrize(
    ("written", "width"),
    [  # a full line ends a paragraph before a quotation, behind one, before a heading, and where it would else be too long
        (FERRY, 48),
        (FERRY, 98),
        (BICYCLES, 94),
        (PRIZE, 54),
        (WELL, 95),
        # a full line that ends a sentence is a fold within a quotation, before a pronoun, behind an initial, in a short paragraph
        (WELL, 62),
        (MUSEUM, 44),
        (MUSEUM, 48),
        (PRIZE, 63),
        (FERRY, 62),
    ],
)
def test_what_a_full_line_ends_is_told_by_what_stands_around_it(written: list[str], width: int) -> None:
    assert paragraphs(folded("\n".join(written), width)) == written


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It was led by Sultan A.", False),
        ("They met the new Sen.", False),
        ("It stands in No.", False),
        ("She spoke to Brig.", False),
        ("It belongs to J.", False),
        ("They left at noon.", True),
        ("“They left at noon.”", True),
        ("It moved to the U.S.", True),
        ("Is that all?", True),
        ("It is made by Holm Inc.", True),
    ],
)
def test_a_line_ends_a_sentence_but_for_initials_and_titles(text: str, ends: bool) -> None:
    assert ends_sentence(text) == ends


def test_where_blank_lines_stand_between_paragraphs_no_full_line_ends_one() -> None:
    long = [" ".join(TABLES[3:]), *TABLES[:3]]
    assert paragraphs(folded("\n\n".join(long), WIDTH)) == long


def test_an_indented_line_begins_a_paragraph() -> None:
    text = (
        "   The harbour was closed for the third time in a month, and ships\nwaited outside for a pilot.\n"
        "   Ferries went on, since they need less depth and their captains\nknow the bay well enough.\n"
    )
    assert [paragraph.split()[0] for paragraph in paragraphs(text)] == ["The", "Ferries"]


def test_the_facts_of_a_folded_word_keep_its_characters() -> None:
    text = "The council of a state-\nowned bank met in the\nport of Mombasa, where\nit raised its charges."
    even = evened(text)
    assert even is not None
    start = even.text.index("state-owned")
    assert text[slice(*even.span(start, start + len("state-owned")))] == "state-\nowned"
