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

# "$5 billion in 2019 and $6 billion in 2020, an increase of 20 percent": the movement is the last figure's.
ADDED: list[Row] = [
    (
        "Exports reached $5 billion in 2019 and $6 billion in 2020, an increase of 20 percent.",
        [
            "$5 billion = 5000000000 USD | level | Exports | 2019",
            "$6 billion = 6000000000 USD | level | Exports | 2020",
            "20 percent = 20 percent | change up | Exports | 2020",
        ],
    ),
    (
        "The mine sold 12 tonnes of gold in 2020 and 15 tonnes in 2021, a rise of 25 percent.",
        [
            "12 tonnes = 12 tonne | level | gold sold | 2020",
            "15 tonnes = 15 tonne | level | gold sold | 2021",
            "25 percent = 25 percent | change up | gold sold | 2021",
        ],
    ),
    (
        "Profit fell to $3 million in March 2025 from $4 million in March 2024, a drop of 25 percent.",
        [
            "$3 million = 3000000 USD | level down | Profit | 2025-03",
            "$4 million = 4000000 USD | level | Profit | 2024-03",
            "25 percent = 25 percent | change down | Profit | 2025-03",
        ],
    ),
    (
        "Turnover was $40 million in 2022 and $50 million in 2023, up 25 percent.",
        [
            "$40 million = 40000000 USD | level | Turnover | 2022",
            "$50 million = 50000000 USD | level | Turnover | 2023",
            "25 percent = 25 percent | change up | Turnover | 2023",
        ],
    ),
    (
        "The port handled 2 million tonnes of grain in 2023 and 3 million tonnes last year.",
        [
            "2 million tonnes = 2000000 tonne | level | grain handled | 2023",
            "3 million tonnes = 3000000 tonne | level | grain handled | 2025",
        ],
    ),
    (
        "The airline carried 4 million passengers in 2022, up 12 percent in May 2022.",
        [
            "4 million passengers = 4000000 passenger | level | passengers carried | 2022",
            "12 percent = 12 percent | change up | passengers carried | 2022-05",
        ],
    ),
    (
        "Sales were $6 billion in 2020, and exports rose 5 percent in 2021.",
        ["$6 billion = 6000000000 USD | level | Sales | 2020", "5 percent = 5 percent | change up | exports | 2021"],
    ),
    (
        "The firm paid $3 million for land and hired 40 engineers.",
        ["$3 million = 3000000 USD | level | payment for land", "40 engineers = 40 engineer | level | engineers hired"],
    ),
    (
        "Rents rose 3 percent in May 2025, and wages fell 2 percent.",
        ["3 percent = 3 percent | change up | Rents | 2025-05", "2 percent = 2 percent | change down | wages | 2025-05"],
    ),
    ("Profit rose 5 percent in the year.", ["5 percent = 5 percent | change up | Profit"]),
]

# "half of the 20 hectares of forest" is forest; what a figure is a part of may be a figure itself.
PARTS: list[Row] = [
    (
        "About 50 per cent of the 1,020 square kilometres of arable land is used for cocoa.",
        [
            "50 per cent = 50 percent | share | arable land | about",
            "1,020 square kilometres = 1020 square kilometre | level | arable land",
        ],
    ),
    (
        "Workers have cleared 30 percent of the 90 hectares of swamp.",
        ["30 percent = 30 percent | share | swamp", "90 hectares = 90 hectare | level | swamp"],
    ),
    (
        "Five percent of $70 billion is $3.5 billion.",
        [
            "Five percent = 5 percent | share | -",
            "$70 billion = 70000000000 USD | level | -",
            "$3.5 billion = 3500000000 USD | level | -",
        ],
    ),
    ("Advances shall not exceed five percent of total revenue.", ["five percent = 5 percent | share | Advances"]),
    ("Officials said the debt situation would be 100 percent of GDP.", ["100 percent = 100 percent | level | debt situation"]),
    ("Of the students, 62 percent said they would vote.", ["62 percent = 62 percent | share | students"]),
    ("Of those arrested, 40% were foreigners.", ["40% = 40 percent | share | those arrested"]),
    ("Tourism is 12 percent of GDP.", ["12 percent = 12 percent | share | Tourism"]),
    ("Of course, 62 percent said they would vote.", ["62 percent = 62 percent | share | -"]),
    ("The advance was 5 percent.", ["5 percent = 5 percent | change up | advance"]),
    ("Farmers sold 40 tonnes of wheat.", ["40 tonnes = 40 tonne | level | wheat sold"]),
    ("The fund owns 30 percent of the mine.", ["30 percent = 30 percent | share | mine"]),
]

# What a participle says of the counted must have happened to them: not what somebody wants, and not a name.
DONE: list[Row] = [
    ("Six patrol boats were supposed to be built in Peru.", ["Six patrol boats = 6 boat | level | patrol boats"]),
    ("The navy has four frigates named after rivers.", ["four frigates = 4 frigate | level | frigates"]),
    ("To counter these two challenges, the president called a meeting.", ["two challenges = 2 challenge | level | challenges"]),
    ("The firm signed a contract to buy 350,000 tonnes of oil.", ["350,000 tonnes = 350000 tonne | level | oil"]),
    (
        "The navy operates three Agosta 90B submarines and two diesel frigates.",
        [
            "three Agosta 90B submarines = 3 submarine | level | Agosta 90B submarines",
            "two diesel frigates = 2 frigate | level | diesel frigates",
        ],
    ),
    ("Police arrested 14 men.", ["14 men = 14 man | level | men arrested"]),
    ("Some 300 inmates were freed on Monday.", ["300 inmates = 300 inmate | level | inmates freed | 2026-04-13 | about"]),
    ("Rebels freed the 12 people held in the mine.", ["12 people = 12 person | level | people held"]),
    ("The firm has sold 350,000 tonnes of oil.", ["350,000 tonnes = 350000 tonne | level | oil sold"]),
    ("The fire destroyed three houses.", ["three houses = 3 house | level | houses destroyed"]),
]

# A noun before `rate` or `share` makes it a measure; `a high of`, `a total of` say nothing by themselves.
NAMED_RATES: list[Row] = [
    ("The country reported an unemployment rate of 4%.", ["4% = 4 percent | level | unemployment rate"]),
    ("The company posted a growth rate of 142%.", ["142% = 142 percent | level | growth rate"]),
    ("The brewer has a market share of 31 percent.", ["31 percent = 31 percent | share | market share"]),
    ("The district recorded a poverty rate of 22 percent.", ["22 percent = 22 percent | level | poverty rate"]),
    ("The region has a literacy rate of 97 percent.", ["97 percent = 97 percent | level | literacy rate"]),
    ("Inflation hit a high of 6 percent.", ["6 percent = 6 percent | level up | Inflation"]),
    ("Inflation fell to a rate of 6 percent.", ["6 percent = 6 percent | level down | Inflation"]),
    ("Output grew at a pace of 6 percent.", ["6 percent = 6 percent | level | Output"]),
    ("The rate of inflation was 6 percent.", ["6 percent = 6 percent | level | rate of inflation"]),
    ("Donations came to a total of $6 million.", ["$6 million = 6000000 USD | level | Donations"]),
]

# "went up to $30": the price went up; "sent up to 300 troops": no more than 300.
WENT_UP: list[Row] = [
    ("The ticket price went up to $30.", ["$30 = 30 USD | level up | ticket price"]),
    ("Unemployment edged up to 5 percent.", ["5 percent = 5 percent | level up | Unemployment"]),
    ("The fee has gone up to $12.", ["$12 = 12 USD | level up | fee"]),
    ("The deficit crept up to 4 percent of output.", ["4 percent = 4 percent | level up | deficit"]),
    ("Rents shot up to $900 a month.", ["$900 = 900 USD | level up | Rents | per month"]),
    ("The country sent up to 300 troops.", ["300 troops = 300 troop | level | troops sent | at most"]),
    ("The grant pays up to $12 million.", ["$12 million = 12000000 USD | level | payment | at most"]),
    ("The lift holds up to 12 people.", ["12 people = 12 person | level | people | at most"]),
    ("Damages of up to $5 million were sought.", ["$5 million = 5000000 USD | level | Damages | at most"]),
    ("A fine of up to $900 applies.", ["$900 = 900 USD | level | fine | at most"]),
]

# The nearest subject is the verb's, and a gap keeps its preposition.
NEARER: list[Row] = [
    (
        "The firm, whose sales fell 10 percent in 2020, said profit rose to $3 million.",
        ["10 percent = 10 percent | change down | sales | 2020", "$3 million = 3000000 USD | level up | profit"],
    ),
    (
        "Houston grew by 3 percent, Dallas by 2.6% and Austin by 4%.",
        [
            "3 percent = 3 percent | change up | Houston",
            "2.6% = 2.6 percent | change up | Dallas",
            "4% = 4 percent | change up | Austin",
        ],
    ),
    (
        "Wheat fell to $180 a tonne and maize to $160.",
        ["$180 = 180 USD | level down | Wheat | per tonne", "$160 = 160 USD | level down | maize"],
    ),
    ("The bank, which owns the mine, said output fell 9 percent.", ["9 percent = 9 percent | change down | output"]),
    ("The mine said that costs rose 4 percent.", ["4 percent = 4 percent | change up | costs"]),
]

# Rooms and pictures: two lengths are an area.
BY_LENGTH: list[Row] = [
    ("The room is 8 by 10 feet.", ["8 by 10 feet = 80 square foot | level | room"]),
    ("The painting measures 80 x 85 cms.", ["80 x 85 cms = 6800 square centimetre | level | painting"]),
    ("Workers dug a pit of 12 metres by 4 metres.", ["12 metres by 4 metres = 48 square metre | level | pit"]),
    ("The road was widened by 10 metres.", ["10 metres = 10 metre | change up | road"]),
    (
        "The pool was lengthened from 20 metres by 5 metres.",
        ["20 metres = 20 metre | level | pool", "5 metres = 5 metre | change up | pool"],
    ),
]

# A date inside the figure's own participle is its date, and that of what is said of it.
PRODUCED_THEN: list[Row] = [
    (
        "The 2,900 tonnes of ore produced during 2025 represented a 16% increase compared to 2024.",
        ["2,900 tonnes = 2900 tonne | level | ore | 2025", "16% = 16 percent | change up | ore | 2025"],
    ),
    ("Some 40 houses built in 2019 were destroyed.", ["40 houses = 40 house | level | houses built | 2019 | about"]),
    ("The 300 tonnes of tea sold in March went to Egypt.", ["300 tonnes = 300 tonne | level | tea | 2026-03"]),
    ("The $4 million raised in 2024 is gone.", ["$4 million = 4000000 USD | level | funds raised | 2024"]),
    ("All 16 mines closed in 2020 have reopened.", ["16 mines = 16 mine | level | mines closed | 2020"]),
    ("The plant opened in 2012 produced 5 tonnes.", ["5 tonnes = 5 tonne | level | production"]),
    ("The report is based on a survey of 80 nurses conducted in 2024.", ["80 nurses = 80 nurse | level | nurses"]),
    ("The road built in 2019 cost $5 million.", ["$5 million = 5000000 USD | level | road"]),
    ("A firm founded in 1990 employs 70 welders.", ["70 welders = 70 welder | level | welders employed"]),
    ("The bank, opened in 2001, has 12 branches.", ["12 branches = 12 branch | level | branches"]),
]

# What stands behind the next figure is no part of this one's measure, and a list goes on with what isn't counted.
NEXT_TO_IT: list[Row] = [
    (
        "The policy makes citizens 70 percent of the population and foreigners 30 percent.",
        ["70 percent = 70 percent | share | population", "30 percent = 30 percent | share | population"],
    ),
    (
        "We had to mine 20 million tonnes of rock and process 9 million tonnes of ore.",
        ["20 million tonnes = 20000000 tonne | level | rock mined", "9 million tonnes = 9000000 tonne | level | ore processed"],
    ),
    ("The letter was signed by 50 unions, charities and newspapers.", ["50 unions = 50 union | level | unions"]),
    ("The tribe can appoint two councillors.", ["two councillors = 2 councillor | level | councillors"]),
    (
        "The town hopes to raise 25 percent of an estimated $8.4 million.",
        ["25 percent = 25 percent | share | -", "$8.4 million = 8400000 USD | level | - | about"],
    ),
    ("There will be a new policy to reach a share of 70 percent.", ["70 percent = 70 percent | share | -"]),
    ("The ship carried 200 men and women.", ["200 men = 200 man | level | men and women carried"]),
    ("The plan would create 5,000 jobs.", ["5,000 jobs = 5000 job | level | jobs created"]),
    ("Imports and exports fell 4 percent.", ["4 percent = 4 percent | change down | Imports and exports"]),
    ("Some 12 percent of men and women are jobless.", ["12 percent = 12 percent | share | men and women | about"]),
    ("It became the first firm to reach $3 trillion.", ["$3 trillion = 3000000000000 USD | level | first firm"]),
]

# A name is never cut, a verb is one though the parser took it for an adjective, and a subject that the parser lost is found again.
PARSER_SLIPS: list[Row] = [
    (
        "Nvidia advanced 8% and Intel slipped 2%.",
        ["8% = 8 percent | change up | Nvidia", "2% = 2 percent | change down | Intel"],
    ),
    ("Shares in Acme advanced 8%.", ["8% = 8 percent | change up | Acme"]),
    ("Some 430 million people fell into poverty.", ["430 million people = 430000000 person | level | people fallen | about"]),
    (
        "Heineken Malaysia rose 18 sen to RM23.50 and Dutch Lady gained 10 sen to RM31.20.",
        [
            "18 sen = 0.18 MYR | change up | Heineken Malaysia",
            "RM23.50 = 23.5 MYR | level up | Heineken Malaysia",
            "10 sen = 0.1 MYR | change up | Dutch Lady",
            "RM31.20 = 31.2 MYR | level up | Dutch Lady",
        ],
    ),
    ("The firm sells advanced 8% bonds.", ["8% = 8 percent | level | advanced bonds"]),
    ("A steep 8% fall in sales hurt.", ["8% = 8 percent | change down | sales"]),
    ("Another 5% rises are planned.", ["5% = 5 percent | change up | -"]),
]

# The noun in a gap is the measure where the subject before it was.
SUBJECT_GAPS: list[Row] = [
    (
        "Shares of Ross were down 2.3%, Burlington by 2.6% and Costco by 4%.",
        [
            "2.3% = 2.3 percent | change down | Shares of Ross",
            "2.6% = 2.6 percent | change down | Burlington",
            "4% = 4 percent | change down | Costco",
        ],
    ),
    (
        "The bridge cost $5 million, the tunnel $12 million and the station $3 million.",
        [
            "$5 million = 5000000 USD | level | bridge",
            "$12 million = 12000000 USD | level | tunnel",
            "$3 million = 3000000 USD | level | station",
        ],
    ),
    (
        "Kenya exported $300 million of tea, Uganda $120 million and Rwanda $90 million.",
        [
            "$300 million = 300000000 USD | level | tea exported",
            "$120 million = 120000000 USD | level | -",
            "$90 million = 90000000 USD | level | -",
        ],
    ),
]

# The same power in a third unit behind a stroke shares the fact, and an engine's power is the engine's.
STROKES: list[Row] = [
    (
        "The turbocharged engine produces just under 296 hp (224 kW / 300 PS).",
        [
            "296 hp = 296 horsepower | level | turbocharged engine | less than",
            "224 kW = 224 kilowatt | level | turbocharged engine | less than",
            "300 PS = 300 metric horsepower | level | turbocharged engine | less than",
        ],
    ),
    ("The plant generates 60 megawatts.", ["60 megawatts = 60 megawatt | level | plant"]),
    ("The dam supplies 400 MW to the city.", ["400 MW = 400 megawatt | level | dam"]),
    ("The mine produces 90,000 tonnes.", ["90,000 tonnes = 90000 tonne | level | production"]),
    ("The tank held 40 imperial gallons.", ["40 imperial gallons = 40 imperial gallon | level | -"]),
]

TABLE = [
    *INFINITIVES, *SURVEYS, *BOUNDS, *REACHING, *LEVELS, *GAPS, *COMPARED, *LISTS, *ADDED, *PARTS, *DONE, *NAMED_RATES, *WENT_UP, *NEARER,
    *BY_LENGTH, *PRODUCED_THEN, *NEXT_TO_IT, *PARSER_SLIPS, *SUBJECT_GAPS, *STROKES,
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts"), TABLE, ids=[row[0] for row in TABLE])
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
