"""Lines that are no prose: rows of tables, keys with values, captions, credits."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts import Article
from newsfacts.pipeline.folding import evened
from newsfacts.pipeline.lines import kinds, rows
from newsfacts.sheet import make_sheet

TABLES = {
    "bars": "By good:\n\nGood | Value | Change\n\nTea | $1.4 billion | 6 percent\n\nCoffee | $310 million | 2 percent\n\nIt was good.",
    "tabs": "Good\tValue\tChange\nTea\t$1.4 billion\t6 percent\nCoffee\t$310 million\t2 percent",
    "columns": "Good       Value           Change\nTea        $1.4 billion    6 percent\nCoffee     $310 million    2 percent",
    "with bars around": "| Good | Value | Change |\n| Tea | $1.4 billion | 6 percent |\n| Coffee | $310 million | 2 percent |",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES.keys())
def test_a_figure_of_a_table_measures_what_its_column_and_row_say(text: str) -> None:
    found = rows(text)
    assert len(found) == 3
    tea, coffee = found[1:]
    assert tea.measure_of(text.index("$1.4"), text) == "Value Tea"
    assert coffee.measure_of(text.index("2 percent"), text) == "Change Coffee"
    assert coffee.measure_of(text.index("Coffee"), text) is None


def test_a_key_tells_what_its_value_measures() -> None:
    text = "The ship at a glance.\nLength: 140 metres\nCost: $52 million\nCrew: 31 people\nIt sails in May."
    assert [row.measure_of(row.cells[1][0], text) for row in rows(text)] == ["Length", "Cost", "Crew"]


def test_a_table_without_a_header_says_nothing() -> None:
    text = "Tea | $1.4 billion | 6 percent\nCoffee | $310 million | 2 percent"
    assert [row.measure_of(text.index("$310"), text) for row in rows(text)[1:]] == [None]


ODD = {  # a table of which a line lacks a cell, or has one more: its other rows are read, that one is left alone
    "Market\tPrice\tChange\nTea\t70 cents\t2%\nFish\t81 cents\nRice\t77 cents\t14%": [True, True, False, True],
    "Market | Price | Change\nTea | 70 cents | 2%\nFish | | 81 cents\nRice | 77 cents | 14%": [True, True, False, True],
    "Market   Price   Change\nTea   70 cents   2%\nRice   77 cents   14%   new": [True, True, False],
    "Tea | 70 cents\nRice | 77 cents\nFish | 81 cents | new": [False, False, False],
    "Length: 1.2 km\nCost: $40 million\nBuilder: Holm Construction Ltd.\nOpens: May 2027": [True, True, True, True],
}


@pytest.mark.parametrize(("text", "told"), ODD.items())
def test_a_row_that_lacks_a_cell_is_no_prose(text: str, told: list[bool]) -> None:
    assert [row.measure_of(row.cells[1][0], text) is not None for row in rows(text)] == told


NO_TABLES = [
    "Port sets record | Coast Daily\n\nThe port handled more ships than ever. It is to grow.",
    "Halima Abdalla: We were never so busy.\nReporter: Why is that?\nHalima Abdalla: Ships come from afar.",
    "Note: the port is closed.\n\nUpdate: 14 ships wait outside the bay.",
    "The harbour   authority   said on Monday that it would dredge the\neastern   channel before   the autumn storms, at a high cost.",
    "Storm hits ports\nBank cuts rate\nTea exports fall",
    "Port sets record | Coast Daily\nTea | 4 percent | up",
    "The manager said:   “Ships wait.”\nNobody   answered   him.",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_lines_that_are_no_rows(text: str) -> None:
    assert rows(text) == []


KINDS = {
    "Photo: Omar Said / Coast Daily": "credit",
    "(Photo by Omar Said)": "credit",
    "Image credit: Coast Daily": "credit",
    "By Ana Ruiz and Omar Said": "credit",
    "(Reporting by Ana Ruiz in Lamu; editing by Omar Said)": "credit",
    "© 2026 Coast Daily": "credit",
    "Source: Kenya Ports Authority": "credit",
    "FILE PHOTO: A crane lifts a box at Mombasa port, Kenya.": "caption",
    "File photo of manager Halima Abdalla.": "caption",
    "In this undated photo, men unload tea at Lamu.": "caption",
    "Manager Halima Abdalla (left) with Mayor Ali Noor (right) / portauthority.example": "caption",
    "Men unload tea at Lamu on Monday. (AP Photo/Omar Said)": "caption",
    "Ships wait outside the bay. | Photo Credit: Omar Said": "caption",
    "By Ana Ruiz, May 3, 2026 2:30 pm": "credit",
    "By Monday the port was closed again.": "prose",
    "By March, 2026 sales fell": "prose",
    "By Lamu, 2026 is seen as a good year for tea and for fish": "prose",
    "By June 2027 the port will have three berths": "prose",
    "Photos of the crash were shown to the jury.": "prose",
    "Reporting by the paper led to his fall.": "prose",
    "Sources close to the firm said it would sell.": "prose",
    "In this city, men unload tea by hand.": "prose",
    "File your taxes by Monday, the office said.": "prose",
    "The editor (left in 2019) returned / left again": "prose",
}


@pytest.mark.parametrize(("line", "kind"), KINDS.items())
def test_the_kind_of_a_line(line: str, kind: str) -> None:
    text = f"The port is closed.\n\n{line}\n\nShips wait outside."
    start = text.index(line)
    assert kinds(text, [(0, 19), (start, start + len(line)), (len(text) - 19, len(text))], rows(text)) == ["prose", kind, "prose"]


def test_a_table_stays_where_a_text_is_folded() -> None:
    table = "Good       Value           Change\nTea        $1.4 billion    6 percent\nCoffee     $310 million    2 percent"
    prose = (
        "The port handled more ships than in any year before, the\nauthority said, and more of them came from the east.  It\n"
        "is to grow by a third berth and to\nhave two cranes more."
    )
    even = evened(f"{prose}\n\n{table}\n")
    assert even is not None
    assert table in even.text
    assert "before, the authority" in even.text
    assert "east. It is to" in even.text


FACTS = [
    (
        "Good | Value | Change\nTea | $1.4 billion | 6 percent\nCoffee | $310 million | 2 percent",
        {"money": ["Value Tea", "Value Coffee"], "percentages": ["Change Tea", "Change Coffee"]},
    ),
    ("Length: 140 metres\nCost: $52 million\nCargo: 9,000 tonnes", {"quantities": ["Length", "Cargo"], "money": ["Cost"]}),
    ("Tea | $1.4 billion | 6 percent\nCoffee | $310 million | 2 percent", {"money": [], "percentages": []}),
]


@pytest.mark.parametrize(("text", "measures"), FACTS)
def test_the_figures_of_a_table_are_read_by_its_form(nlp: Language, text: str, measures: dict[str, list[str]]) -> None:
    sheet = make_sheet(Article(f"The port sold more in 2025 than before, Halima Abdalla said.\n\n{text}\n\nIt was a good year.\n"), nlp)
    assert {section: [figure.measure for figure in getattr(sheet, section)] for section in measures} == measures
    figures = [figure for section in measures for figure in getattr(sheet, section)]
    assert all((figure.when, figure.source, figure.direction, figure.status) == (None, None, None, "actual") for figure in figures)
    assert [sentence.kind for sentence in sheet.sentences] == ["prose", *["row"] * (len(sheet.sentences) - 2), "prose"]
