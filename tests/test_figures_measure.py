"""Measures through infinitives, surveys, gaps and verbs that reach: what each rule catches, and what it must leave.

All sentences are read as published on Tuesday, 14 April 2026; the facts are written as in test_figures.py.
"""

from __future__ import annotations

import pytest
from spacy.language import Language
from test_figures import facts_of, read

Row = tuple[str, list[str]]

# "expects prices to rise 5%": the prices rise, not who expects it.
INFINITIVES: list[Row] = [
    ("The bank expects exports to fall 4 percent.", ["4 percent = 4 percent | change down | exports"]),
    ("Analysts expect retail sales to grow 3.1 percent in 2026.", ["3.1 percent = 3.1 percent | change up | retail sales | 2026"]),
    ("The ministry forecasts wheat output to drop by 7 percent.", ["7 percent = 7 percent | change down | wheat output"]),
    ("Economists see inflation ending the year at 8 percent.", ["8 percent = 8 percent | level | inflation"]),
    ("Ministers want emissions to fall by 40 percent.", ["40 percent = 40 percent | change down | emissions"]),
    ("The company expects to grow 5 percent.", ["5 percent = 5 percent | change up | company"]),
    ("The bank raised its key rate to 6 percent.", ["6 percent = 6 percent | level up | key rate"]),
    ("Exports fell 4 percent, the bank said.", ["4 percent = 4 percent | change down | Exports"]),
    ("The airline plans to cut fares by 10 percent.", ["10 percent = 10 percent | change down | fares"]),
    ("Unemployment is expected to reach 9 percent.", ["9 percent = 9 percent | level | Unemployment"]),
]

# A percentage that opens a clause before its verb is a part of those asked.
SURVEYS: list[Row] = [
    ("In fact, 70% expressed satisfaction.", ["70% = 70 percent | share | -"]),
    ("About 40 percent are young people.", ["40 percent = 40 percent | share | - | about"]),
    ("In Lima, 62 percent said they felt safe.", ["62 percent = 62 percent | share | -"]),
    ("Some 15 percent were women.", ["15 percent = 15 percent | share | - | about"]),
    ("Only 8 percent wanted early elections.", ["8 percent = 8 percent | share | -"]),
    ("Turnover was 12 percent higher.", ["12 percent = 12 percent | change up | Turnover"]),
    ("Inflation was 7 percent.", ["7 percent = 7 percent | level | Inflation"]),
    ("Exports fell 9 percent as demand weakened.", ["9 percent = 9 percent | change down | Exports"]),
    ("The tax of 5 percent was scrapped.", ["5 percent = 5 percent | level | tax"]),
    ("Growth of 4 percent was forecast.", ["4 percent = 4 percent | change up | Growth"]),
]

# "worth up to $8 million": the word before the bound leads to the figure.
BOUNDS: list[Row] = [
    ("The firm won a contract worth up to $8 million.", ["$8 million = 8000000 USD | level | contract | at most"]),
    ("Prices fell by up to 30 percent.", ["30 percent = 30 percent | change down | Prices | at most"]),
    ("The plant has a capacity of up to 90 megawatts.", ["90 megawatts = 90 megawatt | level | capacity | at most"]),
    ("The bridge cost up to $3 million.", ["$3 million = 3000000 USD | level | bridge | at most"]),
    ("A grant worth up to $500,000 was offered.", ["$500,000 = 500000 USD | level | grant | at most"]),
    ("Output was down by 4 percent.", ["4 percent = 4 percent | change down | Output"]),
    ("Sales were up 4 percent.", ["4 percent = 4 percent | change up | Sales"]),
    ("Wages rose to $900.", ["$900 = 900 USD | level up | Wages"]),
    ("Profit was up by 6 percent.", ["6 percent = 6 percent | change up | Profit"]),
    ("The fee was raised to $20.", ["$20 = 20 USD | level up | fee"]),
]

# "the brand reaches 5 million people" counts people; "arrivals reached 5 million people" says how many the arrivals were.
REACHING: list[Row] = [
    ("The campaign reached 140 million people.", ["140 million people = 140000000 person | level | people"]),
    ("The programme has reached 4,000 farmers.", ["4,000 farmers = 4000 farmer | level | farmers"]),
    ("The storm hit 12 villages.", ["12 villages = 12 village | level | villages hit"]),
    ("The charity reaches 300 families.", ["300 families = 300 family | level | families"]),
    ("The channel reached 2 million viewers.", ["2 million viewers = 2000000 viewer | level | viewers"]),
    ("The death toll reached 45 people.", ["45 people = 45 person | level | death toll"]),
    ("The number of patients reached 175 cases.", ["175 cases = 175 case | level | number of patients"]),
    ("Arrivals reached 5 million people.", ["5 million people = 5000000 person | level | Arrivals"]),
    ("Output exceeded demand by 3 million bags.", ["3 million bags = 3000000 bag | level | Output"]),
    ("The population hit 9 million people.", ["9 million people = 9000000 person | level | population"]),
]

# Nouns that are measures, not movements, and verbs that say how much the subject is.
LEVELS: list[Row] = [
    ("She came second with a net worth of $9 billion.", ["$9 billion = 9000000000 USD | level | net worth"]),
    ("The desert spans 600 km.", ["600 km = 600 kilometre | level | desert"]),
    ("Exports to Chile tallied $4 billion.", ["$4 billion = 4000000000 USD | level | Exports to Chile"]),
    ("The state will pay a maximum of 20 percent.", ["20 percent = 20 percent | level | - | at most"]),
    ("The deal propelled his fortune to $7 billion.", ["$7 billion = 7000000000 USD | level up | fortune"]),
    ("Inflation hit a high of 9 percent.", ["9 percent = 9 percent | level up | Inflation"]),
    ("The peso fell to a record low of $0.05.", ["$0.05 = 0.05 USD | level down | peso"]),
    ("Demand is trending up 2 percent.", ["2 percent = 2 percent | change up | Demand"]),
    ("The fund has a value of $5 million.", ["$5 million = 5000000 USD | level | fund"]),
    ("Shares hit a peak of $70.", ["$70 = 70 USD | level up | Shares"]),
]

# A noun that looks like a verb begins a clause without one; its figure moved as the one before.
GAPS: list[Row] = [
    (
        f"{first} {verb} 6 percent and {second} 4 percent.",
        [f"6 percent = 6 percent | change {way} | {first}", f"4 percent = 4 percent | change {way} | {second}"],
    )
    for first, verb, way, second in [
        ("Steel prices", "rose", "up", "copper prices"),
        ("Wages", "fell", "down", "rents"),
        ("Imports", "rose", "up", "exports"),
        ("Wheat output", "dropped", "down", "maize output"),
        ("Sales", "climbed", "up", "profits"),
    ]
]

# What a figure is compared with names nothing, and a subject is one wherever the parser hangs it.
COMPARED: list[Row] = [
    ("Output grew 3 percent year-on-year.", ["3 percent = 3 percent | change up | Output"]),
    ("Retail sales were down 4 percent year on year.", ["4 percent = 4 percent | change down | Retail sales"]),
    ("Sales of cars rose by 2 percent quarter-on-quarter.", ["2 percent = 2 percent | change up | Sales of cars"]),
    ("Prices advanced 1.5 percent month over month.", ["1.5 percent = 1.5 percent | change up | Prices"]),
    ("Orders, up 8 percent week-on-week, were strong.", ["8 percent = 8 percent | change up | Orders"]),
    ("Rice output is still 12 percent below its 2020 peak.", ["12 percent = 12 percent | level | Rice output"]),
    ("Rents were 5 percent above their 2019 level.", ["5 percent = 5 percent | level | Rents"]),
    ("Attendance was 8 percent under its 2018 mark.", ["8 percent = 8 percent | level | Attendance"]),
    ("Freight traffic is 30 percent below its 2021 record.", ["30 percent = 30 percent | level | Freight traffic"]),
    ("House prices were 9 percent above their 2022 average.", ["9 percent = 9 percent | level | House prices"]),
]

# A list in brackets goes on with what it counts.
LISTS: list[Row] = [
    (
        "New cases were found in Junin (+3,192) and Ancash (+3,152).",
        [
            "+3,192 = 3192 case | change up | cases in Junin",
            "+3,152 = 3152 case | change up | cases in Ancash",
        ],
    ),
    ("Growth was strongest in Ghana (8%).", ["8% = 8 percent | level | Growth"]),
]


@pytest.mark.parametrize(("sentence", "facts"), [*INFINITIVES, *SURVEYS, *BOUNDS, *REACHING, *LEVELS, *GAPS, *COMPARED, *LISTS])
def test_the_measure_is_what_the_sentence_says(nlp: Language, sentence: str, facts: list[str]) -> None:
    assert facts_of(read(nlp, sentence)) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme fell 4 percent and trades 20 percent of its shares abroad.",
        "The firm lost 4 percent and owns 30 percent of a rival.",
        "The fund rose 4 percent and holds 12 percent of the bank.",
        "Exports fell 4 percent, and the port handles 60 percent of them.",
        "Prices rose 4 percent, and the state pays 50 percent of the bill.",
    ],
)
def test_a_verb_of_its_own_is_no_gap(nlp: Language, sentence: str) -> None:
    moved, held = read(nlp, sentence).percentages
    assert (moved.kind, held.kind, held.direction) == ("change", held.kind, None)
    assert held.kind != "change"


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("The state wants a 10 percent tax on tax havens.", "tax"),
        ("Workers got a 4 percent holiday bonus.", "bonus"),
        ("Banks pay a 3 percent transfer fee.", "fee"),
        ("The 5 percent fuel levy ended.", "levy"),
        ("Members pay a 2 percent levy on levy income.", "levy"),
    ],
)
def test_a_noun_behind_a_figure_is_its_measure(nlp: Language, sentence: str, noun: str) -> None:
    (found,) = read(nlp, sentence).percentages
    assert noun in (found.measure or "")


def test_a_long_row_of_figures_shares_its_measure(nlp: Language) -> None:
    text = "Prices rose " + ", ".join(f"{i}%" for i in range(1, 200)) + " and 200% in May."
    found = read(nlp, text).percentages
    assert [p.value for p in found] == list(range(1, 201))
    assert {p.measure for p in found} == {"Prices"}
