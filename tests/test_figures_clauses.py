"""Measures and periods that the clause around a figure tells: what each rule catches, and what it must leave.

All sentences are read as published on Tuesday, 14 April 2026; the facts are written as in test_figures.py.
"""

from __future__ import annotations

import pytest
from spacy.language import Language
from test_figures import facts_of, read

Row = tuple[str, list[str]]

# What is worth the money is the noun that the phrase describes, not the last one before it.
WORTH: list[Row] = [
    ("Seoul approved a sale of tanks to the kingdom worth $90 million.", ["$90 million = 90000000 USD | level | sale of tanks"]),
    ("Police seized villas owned by Haddad worth $11 million.", ["$11 million = 11000000 USD | level | villas"]),
    ("The port signed contracts worth $40 million.", ["$40 million = 40000000 USD | level | contracts"]),
    ("The laptop is worth exactly $2,000.", ["$2,000 = 2000 USD | level | laptop"]),
    ("Families get vouchers worth between $15 and $50.", ["$15 and $50 = 15-50 USD | level | vouchers"]),
    # left as they are: another noun, another verb
    ("The firm sold tyres to the army for $3 million.", ["$3 million = 3000000 USD | level | tyres"]),
    ("Haddad owes $11 million.", ["$11 million = 11000000 USD | level | debt"]),
    ("The villa cost $11 million.", ["$11 million = 11000000 USD | level | villa"]),
    ("The plan for the port has a budget of $8 million.", ["$8 million = 8000000 USD | level | budget"]),
    ("It is worth the effort of 40 volunteers.", ["40 volunteers = 40 volunteer | level | volunteers"]),
]

# "four of their colleagues" counts colleagues, whatever noun stands before it.
PARTITIVES: list[Row] = [
    ("The envoy criticised the arrest of four of their colleagues.", ["four = 4 colleague | level | colleagues"]),
    ("They protest against the dismissal of six of the judges.", ["six = 6 judge | level | judges"]),
    ("The release of three of the hostages was delayed.", ["three = 3 hostage | level | hostages"]),
    ("The closure of two of its plants hurt the town.", ["two = 2 plant | level | plants"]),
    ("He mourned the death of five of his neighbours.", ["five = 5 neighbour | level | neighbours"]),
    ("The dismissal of six judges was illegal.", ["six judges = 6 judge | level | judges"]),
    ("A group of 12 farmers went to court.", ["12 farmers = 12 farmer | level | farmers"]),
    ("The loss of $4 million hurt the club.", ["$4 million = 4000000 USD | level | loss"]),
    ("The share of 40 percent is its largest.", ["40 percent = 40 percent | share | share"]),
    ("The cost of two plants rose.", ["two plants = 2 plant | level | plants"]),
]

# "by an average of 6 percent" says how far it went; "from a high of" says where it came from.
AVERAGES: list[Row] = [
    ("The economy grew by an average of 6 percent a year.", ["6 percent = 6 percent | change up | economy | per year"]),
    ("Wages rose by an average of 4 percent.", ["4 percent = 4 percent | change up | Wages"]),
    ("The moves curbed inflation by an average of 1.2 percent.", ["1.2 percent = 1.2 percent | change down | inflation"]),
    ("Fares fell by a total of 9 percent.", ["9 percent = 9 percent | change down | Fares"]),
    ("The bank cut rates by a total of 2 percentage points.", ["2 percentage points = 2 percentage point | change down | rates"]),
    ("Oil fell to $50 from a high of $115.", ["$50 = 50 USD | level down | Oil", "$115 = 115 USD | level | Oil"]),
    ("Oil hit a high of $115.", ["$115 = 115 USD | level up | Oil"]),
    ("Inflation fell to an average of 6 percent.", ["6 percent = 6 percent | level down | Inflation"]),
    ("The rate was an average of 6 percent.", ["6 percent = 6 percent | level | rate"]),
    ("Tickets cost an average of $30.", ["$30 = 30 USD | level | Tickets"]),
]

# A range that a verb names is no movement: both ends are levels of its subject.
RANGES: list[Row] = [
    (
        "The rate of the tax ranges from 3.5% to 5.5%.",
        ["3.5% = 3.5 percent | level | rate of the tax", "5.5% = 5.5 percent | level | rate of the tax"],
    ),
    ("Fines vary from $200 to $900.", ["$200 = 200 USD | level | Fines", "$900 = 900 USD | level | Fines"]),
    ("He filed claims, ranging from $200 to $4 million.", ["$200 = 200 USD | level | claims", "$4 million = 4000000 USD | level | claims"]),
    ("Rents ranged from $300 to $700.", ["$300 = 300 USD | level | Rents", "$700 = 700 USD | level | Rents"]),
    ("Tours range from $40 upwards.", ["$40 = 40 USD | level | Tours"]),
    ("The tax rose from 3.5% to 5.5%.", ["3.5% = 3.5 percent | level | tax", "5.5% = 5.5 percent | level up | tax"]),
    ("Rents fell from $700 to $300.", ["$700 = 700 USD | level | Rents", "$300 = 300 USD | level down | Rents"]),
    ("The car has a range of 400 km.", ["400 km = 400 kilometre | level | range"]),
    ("Output went from 40 tonnes to 60 tonnes.", ["40 tonnes = 40 tonne | level | Output", "60 tonnes = 60 tonne | level up | Output"]),
    ("The tax is between 3 and 5 percent.", ["3 and 5 percent = 3-5 percent | level | tax"]),
]

# "another $15 million" is more of what was named before.
ANOTHER: list[Row] = [
    (
        "The city received a grant of $50 million, another $15 million from donors.",
        ["$50 million = 50000000 USD | level | grant", "$15 million = 15000000 USD | level | grant"],
    ),
    (
        "Exports fell by 5 percent, then by a further 3 percent.",
        ["5 percent = 5 percent | change down | Exports", "3 percent = 3 percent | change down | Exports"],
    ),
    (
        "The bank wants a loan of $9 million and an additional $2 million.",
        ["$9 million = 9000000 USD | level | loan", "$2 million = 2000000 USD | level | loan"],
    ),
    (
        "The fund lost $4 million, and another $2 million is at risk.",
        ["$4 million = 4000000 USD | level | losses", "$2 million = 2000000 USD | level | losses"],
    ),
    (
        "The dam got a subsidy of $4 million and a further $1 million.",
        ["$4 million = 4000000 USD | level | subsidy", "$1 million = 1000000 USD | level | subsidy"],
    ),
    (
        "About 14% of the budget went to schools, while the remaining 11% was spent abroad.",
        ["14% = 14 percent | share | budget | about", "11% = 11 percent | share | budget"],
    ),
    (
        "The remaining 80% of the energy came from dams.",
        ["80% = 80 percent | share | energy"],
    ),
    ("Some 5 percent was lost.", ["5 percent = 5 percent | share | - | about"]),
    ("Another 30 people were hurt.", ["30 people = 30 person | level | people hurt"]),
    (
        "The firm hired 40 guards and another 12 drivers.",
        ["40 guards = 40 guard | level | guards hired", "12 drivers = 12 driver | level | drivers hired"],
    ),
    ("The state pays another $2 million.", ["$2 million = 2000000 USD | level | payment"]),
    (
        "The bridge cost $5 million, and another $2 million loan was signed.",
        ["$5 million = 5000000 USD | level | bridge", "$2 million = 2000000 USD | level | loan"],
    ),
    (
        "Acme bought a mill for $40 million and donated another $5 million.",
        ["$40 million = 40000000 USD | level | mill", "$5 million = 5000000 USD | level | donation"],
    ),
    ("A further 4 percent fall in exports is likely.", ["4 percent = 4 percent | change down | exports"]),
]

# What was done with money names it where no noun does; what holds it is its measure.
DONE_WITH_MONEY: list[Row] = [
    ("Police seized $3 million.", ["$3 million = 3000000 USD | level | money seized"]),
    ("About $2 million were transferred in March.", ["$2 million = 2000000 USD | level | money transferred | 2026-03 | about"]),
    ("The state injected $9 million into the railway.", ["$9 million = 9000000 USD | level | money injected into the railway"]),
    ("The film raked in $7 million.", ["$7 million = 7000000 USD | level | revenue"]),
    ("The account contained $200,000.", ["$200,000 = 200000 USD | level | account"]),
    ("She has $3 million.", ["$3 million = 3000000 USD | level | -"]),
    ("They need $3 million.", ["$3 million = 3000000 USD | level | -"]),
    ("Police did not seize $3 million.", ["$3 million = 3000000 USD | level | -"]),
    ("Police seized $3 million in cash.", ["$3 million = 3000000 USD | level | cash seized"]),
    ("He holds $3 million.", ["$3 million = 3000000 USD | level | -"]),
]

# The price of what is traded.
TRADED: list[Row] = [
    (
        "He sold most of his stake in two hotels for $20 million.",
        ["two hotels = 2 hotel | level | hotels", "$20 million = 20000000 USD | level | stake"],
    ),
    ("The museum bought a painting by Sorolla for $400,000.", ["$400,000 = 400000 USD | level | painting by Sorolla"]),
    ("Bakers sell bread for $2.", ["$2 = 2 USD | level | bread"]),
    (
        "It took a 51 percent stake in a school for $92 million.",
        ["51 percent = 51 percent | share | stake in a school", "$92 million = 92000000 USD | level | stake in a school"],
    ),
    ("The state distributes rice for 20 cents.", ["20 cents = 0.2 USD | level | rice"]),
    ("The court fined the bank $4 million.", ["$4 million = 4000000 USD | level | fine"]),
    ("Donors gave $5 million for a school.", ["$5 million = 5000000 USD | level | contribution for a school"]),
    ("She paid $5 for a ticket.", ["$5 = 5 USD | level | payment for a ticket"]),
    ("The shares closed at $5.", ["$5 = 5 USD | level | shares"]),
    ("He was released for $5,000.", ["$5,000 = 5000 USD | level | -"]),
]

# How far something stretches is no distance between two places.
EXTENTS: list[Row] = [
    ("The road will stretch over 2,000 km from the border to the sea.", ["2,000 km = 2000 kilometre | level | road | more than"]),
    ("The length of the bridge is 25 km from bank to bank.", ["25 km = 25 kilometre | level | length of the bridge"]),
    ("The canal runs 60 km from the lake to the coast.", ["60 km = 60 kilometre | level | canal"]),
    ("The park covers 400 hectares.", ["400 hectares = 400 hectare | level | park"]),
    ("The route will cover an estimated 14 kilometres.", ["14 kilometres = 14 kilometre | level | route | about"]),
    ("The town lies 60 km from the coast.", ["60 km = 60 kilometre | level | distance from coast"]),
    ("The plant is located 250 km south-west of Quito.", ["250 km = 250 kilometre | level | distance from Quito"]),
    ("He was arrested 5 km from the border.", ["5 km = 5 kilometre | level | distance from border"]),
    ("The factory covers 40 percent of demand.", ["40 percent = 40 percent | share | demand"]),
    ("The ship sank 3 miles off the island.", ["3 miles = 3 mile | level | -"]),
]

# A percentage in brackets is of the name before it, unless that name only says where.
IN_BRACKETS: list[Row] = [
    (
        "The leaders were Juan Perez (47%), Ana Lopez (36%) and Luis Soto (16%).",
        ["47% = 47 percent | level | Juan Perez", "36% = 36 percent | level | Ana Lopez", "16% = 16 percent | level | Luis Soto"],
    ),
    (
        "Output was strong in Panama, followed by Nicaragua (+8%) and Mexico (-8%).",
        ["+8% = 8 percent | change up | Nicaragua", "-8% = 8 percent | change down | Mexico"],
    ),
    ("Growth was strongest in Ghana (8%).", ["8% = 8 percent | level | Growth"]),
    ("Inflation was highest in Sudan (90%).", ["90% = 90 percent | level | Inflation"]),
    ("The rate (5%) is low.", ["5% = 5 percent | level | rate"]),
    ("The river (60 km) is dry.", ["60 km = 60 kilometre | level | river"]),
]

# "15% fewer crimes": the noun behind the comparative.
FEWER: list[Row] = [
    ("There were 15% fewer reported crimes than in 2024.", ["15% = 15 percent | change down | reported crimes"]),
    ("The farm used 20 percent less water.", ["20 percent = 20 percent | change down | water"]),
    ("The port handled 8 percent more containers.", ["8 percent = 8 percent | change up | containers"]),
    ("Dealers sold 12 percent fewer cars in March.", ["12 percent = 12 percent | change down | cars | 2026-03"]),
    ("The plant made 5 percent more steel.", ["5 percent = 5 percent | change up | steel"]),
    ("Sales were 15% higher than in 2024.", ["15% = 15 percent | change up | Sales"]),
    ("The 48MW Lower Ravi project began.", ["48MW = 48 megawatt | level | Lower Ravi project"]),
    ("More than 15 percent of firms closed.", ["15 percent = 15 percent | share | firms | more than"]),
    ("Exports rose 5 percent, more than imports.", ["5 percent = 5 percent | change up | Exports"]),
    ("Prices are 4 percent lower.", ["4 percent = 4 percent | change down | Prices"]),
]

# A percentage that answers stands for a part of those asked before.
ASKED: list[Row] = [
    (
        "Some 60 percent of the nurses said they planned to leave. Another 30 percent said they would stay.",
        ["60 percent = 60 percent | share | nurses | about", "30 percent = 30 percent | share | nurses"],
    ),
    (
        "Half of them agreed; 40 percent of the farmers wanted more, whereas 20 percent said no.",
        ["40 percent = 40 percent | share | farmers", "20 percent = 20 percent | share | farmers"],
    ),
    (
        "Of those enrolled, 47% are men and 53% are women.",
        ["47% = 47 percent | share | those enrolled", "53% = 53 percent | share | those enrolled"],
    ),
    (
        "Inflation was 9 percent in May 2025. Some 30 percent said it hurt them.",
        ["9 percent = 9 percent | level | Inflation | 2025-05", "30 percent = 30 percent | share | - | about"],
    ),
    ("Another 30 percent said they would stay.", ["30 percent = 30 percent | share | -"]),
    (
        "Exports fell 9 percent. Some 30 percent are food.",
        ["9 percent = 9 percent | change down | Exports", "30 percent = 30 percent | share | - | about"],
    ),
]

# "turnout at 27 percent": the noun before `at`.
SET_AT: list[Row] = [
    ("The charter passed with turnout at 27 percent.", ["27 percent = 27 percent | share | turnout"]),
    ("The year ended with inflation at 5 percent.", ["5 percent = 5 percent | level | inflation"]),
    ("With unemployment at 9 percent, he lost.", ["9 percent = 9 percent | level | unemployment"]),
    ("The bank kept its key rate unchanged at 5.5 percent.", ["5.5 percent = 5.5 percent | level | key rate"]),
    ("The bank left its policy rate at 7 percent.", ["7 percent = 7 percent | level | policy rate"]),
    (
        "Nickel is the main export, ahead of tobacco, at 23%; and sugar, at 17%.",
        ["23% = 23 percent | level | tobacco", "17% = 17 percent | level | sugar"],
    ),
    ("Shares ended the week at $5.", ["$5 = 5 USD | level | Shares"]),
    ("Tea closed at $4.", ["$4 = 4 USD | level | Tea"]),
    ("Unemployment stood at 9 percent.", ["9 percent = 9 percent | level | Unemployment"]),
    ("Debt peaked at 90 percent of GDP.", ["90 percent = 90 percent | level | Debt"]),
]

# A part of another figure is moved by no verb.
PARTS: list[Row] = [
    (
        "The club hopes to raise 25 percent of the $8 million.",
        ["25 percent = 25 percent | share | -", "$8 million = 8000000 USD | level | -"],
    ),
    (
        "The state cut 10 percent of a $5 million grant.",
        ["10 percent = 10 percent | share | grant", "$5 million = 5000000 USD | level | grant"],
    ),
    ("The firm cut 10 percent of its workforce.", ["10 percent = 10 percent | change down | workforce"]),
    ("The bank raised its rate by 2 percent.", ["2 percent = 2 percent | change up | rate"]),
    ("The airline lost 40 percent of its value.", ["40 percent = 40 percent | change down | value"]),
]

# The same measure of the others.
CONTRASTS: list[Row] = [
    (
        "Unemployment among men stood at 21 percent and among women at 30 percent.",
        ["21 percent = 21 percent | level | Unemployment among men", "30 percent = 30 percent | level | Unemployment among women"],
    ),
    (
        "Literacy among girls was 80 percent and among boys 90 percent.",
        ["80 percent = 80 percent | level | Literacy among girls", "90 percent = 90 percent | level | Literacy among boys"],
    ),
    (
        "The state allotted $5 million for the scheme, up from $3 million in 2025.",
        [
            "$5 million = 5000000 USD | level | allotment for the scheme",
            "$3 million = 3000000 USD | level | allotment for the scheme | 2025",
        ],
    ),
    (
        "Inflation stood at 9 percent in May 2025 and at 8 percent in June 2025.",
        ["9 percent = 9 percent | level | Inflation | 2025-05", "8 percent = 8 percent | level | Inflation | 2025-06"],
    ),
    (
        "Exports of tea rose 5 percent, and exports of coffee fell 3 percent.",
        ["5 percent = 5 percent | change up | Exports of tea", "3 percent = 3 percent | change down | exports of coffee"],
    ),
]

# What the unit measured last, where a sentence names the unit alone.
STUFF: list[Row] = [
    (
        "The mills made 473,000 tonnes of sugar. Some 250,000 tonnes were exported.",
        ["473,000 tonnes = 473000 tonne | level | sugar", "250,000 tonnes = 250000 tonne | level | sugar exported | about"],
    ),
    (
        "Egypt grew 9 million tonnes of wheat and bought 4 million tonnes abroad.",
        ["9 million tonnes = 9000000 tonne | level | wheat grown", "4 million tonnes = 4000000 tonne | level | wheat bought"],
    ),
    (
        "The plant has 90 tonnes of cement. Only 20 tonnes are needed.",
        ["90 tonnes = 90 tonne | level | cement", "20 tonnes = 20 tonne | level | cement"],
    ),
    ("Some 250,000 tonnes were needed.", ["250,000 tonnes = 250000 tonne | level | - | about"]),
    (
        "The mills made 90 tonnes of sugar. The truck weighs 20 tonnes.",
        ["90 tonnes = 90 tonne | level | sugar", "20 tonnes = 20 tonne | level | truck"],
    ),
]

# A pronoun stands for a subject that agrees with it.
PRONOUNS: list[Row] = [
    ("The minister said tea exports fell and that they would drop by 5 percent.", ["5 percent = 5 percent | change down | tea exports"]),
    ("The new runway is ready, it will be 3km long.", ["3km = 3 kilometre | level | new runway"]),
    ("Coffee shipments were weak. They fell 5 percent.", ["5 percent = 5 percent | change down | Coffee shipments"]),
    ("Inflation eased in Lima. It fell to 3 percent.", ["3 percent = 3 percent | level down | Inflation"]),
    ("The peso was weak, and it fell 2 percent.", ["2 percent = 2 percent | change down | peso"]),
    ("He said it fell 2 percent.", ["2 percent = 2 percent | change down | -"]),
    ("They fell 5 percent.", ["5 percent = 5 percent | change down | -"]),
    ("She said they rose 4 percent.", ["4 percent = 4 percent | change up | -"]),
]

# Of several adjectives, the figure the first; lengths before `tall`; compounds with a preposition; two things of which one is measured.
ATTRIBUTES: list[Row] = [
    ("The hall will replace the old 100-seat, wooden courthouse.", ["100-seat = 100 seat | level | old wooden courthouse"]),
    ("The city will have two 1,600 feet tall towers.", ["two = 2 tower | level | tall towers", "1,600 feet = 1600 foot | level | towers"]),
    ("Lima wants a $6 million roads-for-minerals deal.", ["$6 million = 6000000 USD | level | roads-for-minerals deal"]),
    ("It financed a $2 million wind farm in Kenya and a port in Ghana.", ["$2 million = 2000000 USD | level | wind farm"]),
    (
        "Demand for lithium from carmakers expected to rise by 20 percent is strong.",
        ["20 percent = 20 percent | change up | Demand for lithium from carmakers"],
    ),
    ("They pleaded guilty to four and six counts of theft.", ["six counts = 6 count | level | counts of theft"]),
    ("The bank signed a loan in the amount of $5 million.", ["$5 million = 5000000 USD | level | loan"]),
    ("The museum shows a 37m (121ft)-long skeleton.", ["37m = 37 metre | level | skeleton", "121ft = 121 foot | level | skeleton"]),
    ("The firm's 100 seats, tables and lamps were sold.", ["100 seats = 100 seat | level | firm's seats sold"]),
    ("Exports of tea and coffee rose 5 percent.", ["5 percent = 5 percent | change up | Exports of tea and coffee"]),
]

PERIODS: list[Row] = [
    # the wounded share the day of the dead
    (
        "At least 34 people were killed and 120 injured when a bus fell into a ravine on Monday.",
        [
            "34 people = 34 person | level | people killed | 2026-04-13 | at least",
            "120 injured = 120 person | level | injured | 2026-04-13",
        ],
    ),
    # a firm's staff today is not that of its first year
    ("The firm was founded in 1990. It employs 400 people.", ["400 people = 400 person | level | people employed"]),
    ("The firm was sold in 1990. It employed 400 people.", ["400 people = 400 person | level | people employed | 1990"]),
    ("Exports were weak in March 2026. They fell 5 percent.", ["5 percent = 5 percent | change down | Exports | 2026-03"]),
    ("Profit rose 7% over the same period last year.", ["7% = 7 percent | change up | Profit"]),
    (
        "Some 6,500 migrants came last week, up from 4,100 the week before.",
        ["6,500 migrants = 6500 migrant | level | migrants | 2026-W15 | about", "4,100 = 4100 migrant | level | migrants | 2026-W14"],
    ),
    ("Some 220 men fled from the jail during the May 2025 riot.", ["220 men = 220 man | level | men fled | 2025-05 | about"]),
    ("Some 220 men fled from the 2025 camp.", ["220 men = 220 man | level | men fled | about"]),
    ("Net profit for the quarter was $3 million.", ["$3 million = 3000000 USD | level | Net profit"]),
]

TABLE = [
    *WORTH, *PARTITIVES, *AVERAGES, *RANGES, *ANOTHER, *DONE_WITH_MONEY, *TRADED, *EXTENTS, *IN_BRACKETS, *FEWER, *ASKED, *SET_AT,
    *CONTRASTS, *PARTS, *STUFF, *PRONOUNS, *ATTRIBUTES, *PERIODS,
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts"), TABLE, ids=[row[0] for row in TABLE])
def test_the_clause_tells_the_measure(nlp: Language, sentence: str, facts: list[str]) -> None:
    assert facts_of(read(nlp, sentence)) == facts
