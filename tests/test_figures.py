"""What a sentence says of its figures: kind, direction, measure, when. Each row is a sentence of the wires beside its facts.

All sentences are read as published on Tuesday, 14 April 2026.
"""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts import Article
from newsfacts.dates import find_dates
from newsfacts.figures import Figures, find_figures

PUBLISHED = datetime.date(2026, 4, 14)

Said = tuple[str, str, str | None, str | None, str | None]

# figure, kind, direction, measure, when
VERBS_OF_MOVEMENT: list[tuple[str, list[Said]]] = [
    ("Exports fell 21% in March.", [("21%", "change", "down", "Exports", "2026-03")]),
    ("Exports rose by 5 percent in March.", [("5 percent", "change", "up", "Exports", "2026-03")]),
    ("Retail sales in Poland grew 3.4 percent in February.", [("3.4 percent", "change", "up", "Retail sales in Poland", "2026-02")]),
    (
        "The bank cut its forecast for growth by 0.5 percentage points.",
        [("0.5 percentage points", "change", "down", "forecast for growth", None)],
    ),
    ("Inflation slowed to 6 percent in March.", [("6 percent", "level", "down", "Inflation", "2026-03")]),
    ("The company raised the price of diesel to $1.50 in January.", [("$1.50", "level", "up", "price of diesel", "2026-01")]),
    ("Unemployment climbed to 9.3 percent in 2025.", [("9.3 percent", "level", "up", "Unemployment", "2025")]),
    ("Net profit plunged 40 per cent in 2025.", [("40 per cent", "change", "down", "Net profit", "2025")]),
    ("The lira has lost 12 percent this year.", [("12 percent", "change", "down", "lira", "2026")]),
    ("Shares in Acme gained 4 percent on Monday.", [("4 percent", "change", "up", "Shares in Acme", "2026-04-13")]),
    ("Revenue increased by $5 million in 2025.", [("$5 million", "change", "up", "Revenue", "2025")]),
    ("The price of gold jumped $40 on Monday.", [("$40", "change", "up", "price of gold", "2026-04-13")]),
    ("The government reduced fuel subsidies by $300 million.", [("$300 million", "change", "down", "fuel subsidies", None)]),
    ("Food prices were cut by 10 percent.", [("10 percent", "change", "down", "Food prices", None)]),
    ("Wages were raised by 7 percent in January.", [("7 percent", "change", "up", "Wages", "2026-01")]),
    ("Kenya's tea exports to Pakistan dropped 8% in 2025.", [("8%", "change", "down", "Kenya's tea exports to Pakistan", "2025")]),
    ("The trade deficit narrowed to $2.1 billion in February.", [("$2.1 billion", "level", "down", "trade deficit", "2026-02")]),
    ("The trade surplus widened to $700 million.", [("$700 million", "level", "up", "trade surplus", None)]),
    ("Oil output is expected to decline by 3 percent next year.", [("3 percent", "change", "down", "Oil output", "2027")]),
    ("The stock index tumbled 6 percent on Friday.", [("6 percent", "change", "down", "stock index", "2026-04-10")]),
    ("Exports did not rise 5 percent in March.", [("5 percent", "change", None, "Exports", "2026-03")]),
    ("The dam's capacity was increased to 300 megawatts.", [("300 megawatts", "level", "up", "dam's capacity", None)]),
    ("The central bank lifted its key rate to 8 percent.", [("8 percent", "level", "up", "key rate", None)]),
    ("The death toll rose to 45 people on Sunday.", [("45 people", "level", "up", "death toll", "2026-04-12")]),
    ("Consumer prices rose above 5 percent in March.", [("5 percent", "level", "up", "Consumer prices", "2026-03")]),
    ("The bank slashed its growth forecast to 2 percent.", [("2 percent", "level", "down", "growth forecast", None)]),
    ("Sales doubled to $40 million in 2025.", [("$40 million", "level", "up", "Sales", "2025")]),
]

# A phrase between the subject and its verb belongs to the subject; a participle behind a comma goes with the clause before it.
NEARBY: list[tuple[str, list[Said]]] = [
    ("Exports to Peru fell 21% in March.", [("21%", "change", "down", "Exports to Peru", "2026-03")]),
    ("Sales of cars in Spain rose 4 percent in March.", [("4 percent", "change", "up", "Sales of cars in Spain", "2026-03")]),
    ("Exports in March fell 21%.", [("21%", "change", "down", "Exports", "2026-03")]),
    (
        "Exports to Peru fell 21% in March, while imports from Peru rebounded, rising 3.8%.",
        [("21%", "change", "down", "Exports to Peru", "2026-03"), ("3.8%", "change", "up", "imports from Peru", "2026-03")],
    ),
    ("Exports fell in March, losing 5 percent.", [("5 percent", "change", "down", "Exports", "2026-03")]),
]

NO_MOVEMENT: list[tuple[str, list[Said]]] = [
    ("The start-up raised $50 million in February.", [("$50 million", "level", None, "funds raised", "2026-02")]),
    ("The airline lost $300 million in 2025.", [("$300 million", "level", None, "losses", "2025")]),
    ("Inflation stood at 6 percent in March.", [("6 percent", "level", None, "Inflation", "2026-03")]),
    ("Exports totaled $145 million in 2025.", [("$145 million", "level", None, "Exports", "2025")]),
    ("Foreign investment reached $190 million in 2025.", [("$190 million", "level", None, "Foreign investment", "2025")]),
    ("Inflation is 6 percent.", [("6 percent", "level", None, "Inflation", None)]),
    ("Unemployment was 4.1 percent in January.", [("4.1 percent", "level", None, "Unemployment", "2026-01")]),
    ("Inflation hit 6 percent in March.", [("6 percent", "level", None, "Inflation", "2026-03")]),
    ("The bridge cost $3.6 billion.", [("$3.6 billion", "level", None, "bridge", None)]),
    ("The fall in prices surprised the owner of a $5 million house.", [("$5 million", "level", None, "house", None)]),
    ("Rising costs closed a plant that employed 300 workers.", [("300 workers", "level", None, "workers employed", None)]),
    ("The reactor produces 50 megawatts of electricity.", [("50 megawatts", "level", None, "electricity produced", None)]),
    ("The firm is valued at $2 billion.", [("$2 billion", "level", None, "firm", None)]),
    ("The rate remains at 5 percent.", [("5 percent", "level", None, "rate", None)]),
    ("Prices are 41 percent below the average.", [("41 percent", "level", None, "Prices", None)]),
    ("The company paid $12 million for the land.", [("$12 million", "level", None, "payment for the land", None)]),
]

NOUNS_OF_MOVEMENT: list[tuple[str, list[Said]]] = [
    ("The report blamed a 10 per cent increase in food prices.", [("10 per cent", "change", "up", "food prices", None)]),
    ("Farmers face a 15% drop in coffee exports.", [("15%", "change", "down", "coffee exports", None)]),
    ("The union demanded a 30 percent pay increase.", [("30 percent", "change", "up", "pay", None)]),
    ("Shares of the bank posted a 5% gain.", [("5%", "change", "up", "Shares of the bank", None)]),
    ("The ministry announced an increase of 10 percent in fuel prices.", [("10 percent", "change", "up", "fuel prices", None)]),
    ("The bank predicts a decline of 3 percent in exports this year.", [("3 percent", "change", "down", "exports", "2026")]),
    ("Inflation hit a 24-year high of 6 percent in March.", [("6 percent", "level", "up", "Inflation", "2026-03")]),
    ("The lira fell to a record low of 30 per cent.", [("30 per cent", "level", "down", "lira", None)]),
    ("The bank reported a net loss of $8 billion.", [("$8 billion", "level", None, "net loss", None)]),
    ("The quake led to a $2 billion loss in the value of exports.", [("$2 billion", "change", "down", "value of exports", None)]),
    ("The board approved a 5 percent cut in the interest rate.", [("5 percent", "change", "down", "interest rate", None)]),
    ("A 25 basis point cut in rates is likely.", [("25 basis point", "change", "down", "rates", None)]),
    ("The city saw a 12% rise in burglaries in 2025.", [("12%", "change", "up", "burglaries", "2025")]),
]

ADVERBS_AND_SIGNS: list[tuple[str, list[Said]]] = [
    ("Imports were up 3% in March.", [("3%", "change", "up", "Imports", "2026-03")]),
    ("Sales were down 5 percent in 2025.", [("5 percent", "change", "down", "Sales", "2025")]),
    ("Prices are 20% higher than in 2025.", [("20%", "change", "up", "Prices", None)]),
    (
        "Exports totaled $145 million, 62.3% more than in 2024.",
        [("$145 million", "level", None, "Exports", None), ("62.3%", "change", "up", "Exports", None)],
    ),
    ("Output was 4 percent lower in 2025.", [("4 percent", "change", "down", "Output", "2025")]),
    (
        "Inflation was 6 percent in March, up from 5.5 percent in February.",
        [("6 percent", "level", None, "Inflation", "2026-03"), ("5.5 percent", "level", None, "Inflation", "2026-02")],
    ),
    (
        "Profit was $3 million, down 8 percent from 2024.",
        [("$3 million", "level", None, "Profit", None), ("8 percent", "change", "down", "Profit", None)],
    ),
    ("Employees can claim up to 50% of the fee.", [("50%", "share", None, "fee", None)]),
    ("Services make up 60 percent of the economy.", [("60 percent", "share", None, "economy", None)]),
]

PAIRS: list[tuple[str, list[Said]]] = [
    (
        "Cases climbed from 2,610 to 5,827 in March.",
        [("2,610", "level", None, "Cases", None), ("5,827", "level", "up", "Cases", "2026-03")],
    ),
    (
        "The bank cut the rate from 6 percent to 5.5 percent.",
        [("6 percent", "level", None, "rate", None), ("5.5 percent", "level", "down", "rate", None)],
    ),
    (
        "Revenue rose by $5 million to $12 million in 2025.",
        [("$5 million", "change", "up", "Revenue", "2025"), ("$12 million", "level", "up", "Revenue", "2025")],
    ),
    (
        "Sales reached $190 million in 2024 and $210 million in 2025.",
        [("$190 million", "level", None, "Sales", "2024"), ("$210 million", "level", None, "Sales", "2025")],
    ),
    (
        "The economy will grow by 6.9 percent in 2026 and 7.1 percent in 2027.",
        [("6.9 percent", "change", "up", "economy", "2026"), ("7.1 percent", "change", "up", "economy", "2027")],
    ),
    (
        "Exports fell 21% in September while imports rose 3.8%.",
        [("21%", "change", "down", "Exports", "2025-09"), ("3.8%", "change", "up", "imports", "2025-09")],
    ),
    (
        "Imports rose 3.8% in March after a steep 17.8% drop in February.",
        [("3.8%", "change", "up", "Imports", "2026-03"), ("17.8%", "change", "down", "Imports", "2026-02")],
    ),
    (
        "Output will grow by 15% and reach 2 million tonnes in 2026.",
        [("15%", "change", "up", "Output", "2026"), ("2 million tonnes", "level", "up", "Output", "2026")],
    ),
    (
        "The plant cost 10 billion ringgit (US$2.3 billion).",
        [("10 billion ringgit", "level", None, "plant", None), ("US$2.3 billion", "level", None, "plant", None)],
    ),
    (
        "Profits rose by 12 billion yuan (US$1.8 billion) in 2025.",
        [("12 billion yuan", "change", "up", "Profits", "2025"), ("US$1.8 billion", "change", "up", "Profits", "2025")],
    ),
]

SHARES: list[tuple[str, list[Said]]] = [
    ("About 11 percent of the population lives abroad.", [("11 percent", "share", None, "population", None)]),
    ("The family owns a 45% stake in the company.", [("45%", "share", None, "stake in the company", None)]),
    ("Tourism accounts for 12 percent of GDP.", [("12 percent", "share", None, "GDP", None)]),
    ("Some 40 percent of households have no access to clean water.", [("40 percent", "share", None, "households", None)]),
    ("The fund bought 20 percent of the bank in 2025.", [("20 percent", "share", None, "bank", "2025")]),
    ("The budget deficit fell to 3 percent of GDP in 2025.", [("3 percent", "level", "down", "budget deficit", "2025")]),
]

COUNTS: list[tuple[str, list[Said]]] = [
    ("At least 12 people were killed on Monday.", [("12 people", "level", None, "people killed", "2026-04-13")]),
    ("A bomb killed 30 soldiers in March.", [("30 soldiers", "level", None, "soldiers killed", "2026-03")]),
    (
        "A strong earthquake struck the coast on Wednesday, killing 20 people.",
        [("20 people", "level", None, "people killed", "2026-04-08")],
    ),
    ("The film won three awards.", [("three awards", "level", None, "awards won", None)]),
    ("The party has 263 seats.", [("263 seats", "level", None, "seats", None)]),
    ("The exchange hosts 437 companies.", [("437 companies", "level", None, "companies hosted", None)]),
    ("There are 34 hospitals in the city.", [("34 hospitals", "level", None, "hospitals in the city", None)]),
    ("Police arrested 14 protesters on Sunday.", [("14 protesters", "level", None, "protesters arrested", "2026-04-12")]),
    ("The flood left 36 people dead.", [("36 people", "level", None, "people dead", None)]),
    ("The carmaker cut 500 jobs in 2025.", [("500 jobs", "level", None, "jobs cut", "2025")]),
    ("Some 220 inmates escaped on Friday.", [("220 inmates", "level", None, "inmates escaped", "2026-04-10")]),
    ("Doctors treated 18 wounded men.", [("18 wounded men", "level", None, "wounded men treated", None)]),
]

NOUN_PHRASES: list[tuple[str, list[Said]]] = [
    ("The plant has a capacity of 50 megawatts.", [("50 megawatts", "level", None, "capacity", None)]),
    ("The $4 billion dam in Ethiopia is finished.", [("$4 billion", "level", None, "dam in Ethiopia", None)]),
    ("The town lies 80 kilometres from Quito.", [("80 kilometres", "level", None, "distance from Quito", None)]),
    ("The village is about 31 km southwest of Dhaka.", [("31 km", "level", None, "distance from Dhaka", None)]),
    ("The fund made an investment worth $12 million.", [("$12 million", "level", None, "investment", None)]),
    ("They plan projects amounting to $15 billion.", [("$15 billion", "level", None, "projects", None)]),
    ("Traders sold $64 million worth of coffee.", [("$64 million", "level", None, "coffee", None)]),
    ("The state collected $5 billion in taxes in 2025.", [("$5 billion", "level", None, "taxes collected", "2025")]),
    ("The ministry spent $20 million on new roads in 2025.", [("$20 million", "level", None, "spending on new roads", "2025")]),
    (
        "More than 300 million pounds have been allocated for the summit.",
        [("300 million pounds", "level", None, "allocation for the summit", None)],
    ),
    ("Bangladesh's $465 billion economy will shrink in 2026.", [("$465 billion", "level", None, "Bangladesh's economy", None)]),
    (
        "The pipeline carries 50 billion cubic metres of natural gas.",
        [("50 billion cubic metres", "level", None, "natural gas carried", None)],
    ),
    ("The price of wheat, which was falling, averaged $250 in March.", [("$250", "level", None, "price of wheat", "2026-03")]),
    (
        "The volume of exports of coffee to Japan reached 900 tonnes.",
        [("900 tonnes", "level", None, "volume of exports of coffee to Japan", None)],
    ),
    ("The ferry carries up to 4 tonnes of fish.", [("4 tonnes", "level", None, "fish carried", None)]),
]

SENTENCE_BEFORE: list[tuple[str, list[Said]]] = [
    ("Inflation has worried the bank. It rose to 6 percent in March.", [("6 percent", "level", "up", "Inflation", "2026-03")]),
    ("The cotton harvest failed. It fell 30 percent in 2025.", [("30 percent", "change", "down", "cotton harvest", "2025")]),
    ("The ship sank off Lagos. At least 12 people died.", [("12 people", "level", None, "people died", None)]),
]

WHEN: list[tuple[str, list[Said]]] = [
    ("The bank said on Tuesday that exports had fallen 4 percent.", [("4 percent", "change", "down", "exports", None)]),
    ("Exports fell 4 percent in March, the bank said on Tuesday.", [("4 percent", "change", "down", "Exports", "2026-03")]),
    ("In March alone, sales exceeded $28 million.", [("$28 million", "level", None, "sales", "2026-03")]),
    ("The bridge, which opens on Sunday, cost $50 million.", [("$50 million", "level", None, "bridge", None)]),
    ("Sales in 2025 totaled $3 billion.", [("$3 billion", "level", None, "Sales", "2025")]),
    ("Prices have risen 5 percent since 2020.", [("5 percent", "change", "up", "Prices", None)]),
    ("Prices rose 9 percent over two years.", [("9 percent", "change", "up", "Prices", None)]),
    ("The war killed 9,000 people from 2010 to 2012.", [("9,000 people", "level", None, "people killed", "2010/2012")]),
    ("The 2013 development report says inflation is 7 percent.", [("7 percent", "level", None, "inflation", None)]),
]

TAKEN_AND_ADDED: list[tuple[str, list[Said]]] = [
    ("Parliament cut $5 million from the health budget.", [("$5 million", "change", "down", "health budget", None)]),
    ("The new tax added $2 billion to the debt.", [("$2 billion", "change", "up", "debt", None)]),
    ("The railway will add 1.3 percent to growth.", [("1.3 percent", "change", "up", "growth", None)]),
    ("The firm added 200 workers.", [("200 workers", "level", None, "workers", None)]),
    ("Exports were weak in March. They fell 5 percent.", [("5 percent", "change", "down", "Exports", "2026-03")]),
    ("Exports were weak in March. Imports fell 5 percent.", [("5 percent", "change", "down", "Imports", None)]),
    (
        "The price averaged $184 in January and $253 in February.",
        [("$184", "level", None, "price", "2026-01"), ("$253", "level", None, "price", "2026-02")],
    ),
]

PARTS_THAT_MOVE: list[tuple[str, list[Said]]] = [
    ("The company will cut 10 percent of its workforce.", [("10 percent", "change", "down", "workforce", None)]),
    ("Its workforce will be cut by 10 percent.", [("10 percent", "change", "down", "workforce", None)]),
    ("The bank has forecast growth of 2 percent for 2027.", [("2 percent", "change", "up", "growth", "2027")]),
    (
        "The ministry lowered its estimate of the harvest to 20 million tonnes.",
        [("20 million tonnes", "level", "down", "estimate of the harvest", None)],
    ),
    ("Bond yields rose in March, reaching 4.8 percent.", [("4.8 percent", "level", "up", "Bond yields", "2026-03")]),
    ("France recorded a trade deficit of 7 billion euros in February.", [("7 billion euros", "level", None, "trade deficit", "2026-02")]),
    ("Passenger traffic is still 20 percent below its 2019 level.", [("20 percent", "level", None, "Passenger traffic", None)]),
    ("Police seized 3 tonnes of cocaine on Sunday.", [("3 tonnes", "level", None, "cocaine seized", "2026-04-12")]),
    (
        "The firm expects to sell 200,000 cars in 2026, up from 150,000 in 2025.",
        [("200,000 cars", "level", None, "cars sold", "2026"), ("150,000", "level", None, "cars sold", "2025")],
    ),
]

PARSER_PROOF: list[tuple[str, list[Said]]] = [
    ("His wealth was up 47 percent, as the company grew.", [("47 percent", "change", "up", "wealth", None)]),
    ("While the share price was down 27 percent, the owner gained.", [("27 percent", "change", "down", "share price", None)]),
    ("Profit grew, with the gross margin hitting 53.6 percent in 2025.", [("53.6 percent", "level", "up", "gross margin", "2025")]),
]

WIRES: list[tuple[str, list[Said]]] = [
    (
        "The yield on the 10-year bond climbed 12 basis points to 4.3 percent on Thursday.",
        [
            ("12 basis points", "change", "up", "yield on the 10-year bond", "2026-04-09"),
            ("4.3 percent", "level", "up", "yield on the 10-year bond", "2026-04-09"),
        ],
    ),
    (
        "Brent crude futures fell $1.20, or 1.5 percent, to $78.40 a barrel on Monday.",
        [
            ("$1.20", "change", "down", "Brent crude futures", "2026-04-13"),
            ("1.5 percent", "change", "down", "Brent crude futures", "2026-04-13"),
            ("$78.40", "level", "down", "Brent crude futures", "2026-04-13"),
        ],
    ),
    (
        "Growth in the euro zone slowed to 0.3 percent in the first quarter.",
        [("0.3 percent", "level", "down", "Growth in the euro zone", "2026-Q1")],
    ),
    ("GDP growth was 5.2 percent in 2025.", [("5.2 percent", "change", "up", "GDP growth", "2025")]),
    ("The economy expanded 5.2 percent in 2025, its fastest pace in a decade.", [("5.2 percent", "change", "up", "economy", "2025")]),
    ("The economy is expected to contract by 1.1 percent this year.", [("1.1 percent", "change", "down", "economy", "2026")]),
    ("Some 60 percent of voters backed the plan in the referendum.", [("60 percent", "share", None, "voters", None)]),
    ("The party won 34 percent of the vote.", [("34 percent", "share", None, "vote", None)]),
    (
        "The company plans to invest $2 billion in a new factory in Hungary.",
        [("$2 billion", "level", None, "investment in a new factory in Hungary", None)],
    ),
    ("The World Bank approved a $500 million loan on Friday.", [("$500 million", "level", None, "loan", None)]),
    ("The deal is worth about $4.5 billion.", [("$4.5 billion", "level", None, "deal", None)]),
    (
        "Production of maize fell to 2.1 million tonnes from 2.8 million tonnes in 2024.",
        [
            ("2.1 million tonnes", "level", "down", "Production of maize", None),
            ("2.8 million tonnes", "level", None, "Production of maize", "2024"),
        ],
    ),
    (
        "A fire at a factory in Dhaka killed at least 17 people and injured 40 others on Saturday.",
        [("17 people", "level", None, "people killed", "2026-04-11"), ("40 others", "level", None, "others injured", "2026-04-11")],
    ),
    (
        "More than 200 homes were destroyed when a cyclone hit the island in January.",
        [("200 homes", "level", None, "homes destroyed", "2026-01")],
    ),
    ("The company shed 3,000 jobs last year.", [("3,000 jobs", "level", None, "jobs shed", "2025")]),
    ("Tesla sold 400,000 cars in the first quarter.", [("400,000 cars", "level", None, "cars sold", "2026-Q1")]),
    ("The average salary in the capital is $900.", [("$900", "level", None, "average salary in the capital", None)]),
    (
        "In 2025 the average price of a house rose 8 percent to $300,000.",
        [
            ("8 percent", "change", "up", "average price of a house", "2025"),
            ("$300,000", "level", "up", "average price of a house", "2025"),
        ],
    ),
    (
        "The airline carried 4 million passengers in 2025, an increase of 12 percent.",
        [
            ("4 million passengers", "level", None, "passengers carried", "2025"),
            ("12 percent", "change", "up", "passengers carried", "2025"),
        ],
    ),
    (
        "The airline carried 4 million passengers in 2025, 12 percent more than a year earlier.",
        [
            ("4 million passengers", "level", None, "passengers carried", "2025"),
            ("12 percent", "change", "up", "passengers carried", "2025"),
        ],
    ),
    ("The project will supply 300,000 homes with electricity.", [("300,000 homes", "level", None, "homes supplied", None)]),
    ("The central bank left its key rate at 11 percent.", [("11 percent", "level", None, "key rate", None)]),
    (
        "The central bank raised interest rates by 50 basis points on Thursday.",
        [("50 basis points", "change", "up", "interest rates", "2026-04-09")],
    ),
    ("The opposition holds 40 of the 120 seats.", [("40", "level", None, "seats", None), ("120 seats", "level", None, "seats", None)]),
    (
        "The share of renewables in electricity rose to 40 percent in 2025.",
        [("40 percent", "level", "up", "share of renewables in electricity", "2025")],
    ),
    ("The number of tourists increased by 15 percent in 2025.", [("15 percent", "change", "up", "number of tourists", "2025")]),
    ("The road is 120 km long.", [("120 km", "level", None, "road", None)]),
    (
        "Sales of electric cars in Norway surged 45% in March from a year earlier.",
        [("45%", "change", "up", "Sales of electric cars in Norway", "2026-03")],
    ),
    ("The price of bread has more than doubled to 20 pounds.", [("20 pounds", "level", "up", "price of bread", None)]),
    (
        "Annual inflation accelerated to 4.5 percent in March from 4.1 percent in February, the statistics office said on Tuesday.",
        [("4.5 percent", "level", "up", "Annual inflation", "2026-03"), ("4.1 percent", "level", None, "Annual inflation", "2026-02")],
    ),
    ("Core inflation, which excludes food, eased to 3.2 percent.", [("3.2 percent", "level", "down", "Core inflation", None)]),
    (
        "Domestic demand for steel, down 4 percent last year, is recovering.",
        [("4 percent", "change", "down", "Domestic demand for steel", "2025")],
    ),
    ("Sony shares dropped as much as 7 percent after the announcement.", [("7 percent", "change", "down", "Sony shares", None)]),
    ("The government will spend an additional $200 million on schools.", [("$200 million", "level", None, "spending on schools", None)]),
    ("Analysts had expected a rise of 3 percent.", [("3 percent", "change", "up", None, None)]),
    (
        "The tax will be reduced from 20 percent to 15 percent in 2027.",
        [("20 percent", "level", None, "tax", None), ("15 percent", "level", "down", "tax", "2027")],
    ),
    ("Electricity tariffs will go up by 18 percent in July.", [("18 percent", "change", "up", "Electricity tariffs", "2026-07")]),
    ("Ticket sales went down 9 percent.", [("9 percent", "change", "down", "Ticket sales", None)]),
    ("Egypt's population is 110 million people.", [("110 million people", "level", None, "Egypt's population", None)]),
    ("An estimated 300 people attended the funeral.", [("300 people", "level", None, "people", None)]),
    (
        "The storm displaced 40,000 people in 12 villages.",
        [("40,000 people", "level", None, "people displaced", None), ("12 villages", "level", None, "villages", None)],
    ),
    (
        "Unemployment among young people stands at 31 percent, compared with 12 percent for adults.",
        [
            ("31 percent", "level", None, "Unemployment among young people", None),
            ("12 percent", "level", None, "Unemployment for adults", None),
        ],
    ),
    ("The state owns 51 percent of the airline.", [("51 percent", "share", None, "airline", None)]),
    ("The loan carries an interest rate of 5 percent.", [("5 percent", "level", None, "interest rate", None)]),
    (
        "The trade gap shrank by $400 million to $2.1 billion in February.",
        [("$400 million", "change", "down", "trade gap", "2026-02"), ("$2.1 billion", "level", "down", "trade gap", "2026-02")],
    ),
    ("Total assets stood at $90 billion at the end of 2025.", [("$90 billion", "level", None, "Total assets", "2025")]),
    (
        "The firm employs 3,000 people in 14 countries.",
        [("3,000 people", "level", None, "people employed", None), ("14 countries", "level", None, "countries", None)],
    ),
    ("Rents rose 6.1 percent, the biggest increase since 2019.", [("6.1 percent", "change", "up", "Rents", None)]),
    (
        "Growth in China will slow to 4.5 percent this year from 5 percent in 2025, the fund said.",
        [("4.5 percent", "level", "down", "Growth in China", "2026"), ("5 percent", "level", None, "Growth in China", "2025")],
    ),
    (
        "Foreign tourist arrivals in Thailand reached 3 million in January, up 8 percent year-on-year.",
        [
            ("3 million", "level", None, "Foreign tourist arrivals in Thailand", "2026-01"),
            ("8 percent", "change", "up", "Foreign tourist arrivals in Thailand", "2026-01"),
        ],
    ),
    ("The company's market value shrank by a quarter to $30 billion.", [("$30 billion", "level", "down", "company's market value", None)]),
    ("Remittances accounted for 24 percent of GDP last year.", [("24 percent", "share", None, "GDP", "2025")]),
    (
        "Gold prices slipped 0.4 percent to $2,300 an ounce on Thursday.",
        [("0.4 percent", "change", "down", "Gold prices", "2026-04-09"), ("$2,300", "level", "down", "Gold prices", "2026-04-09")],
    ),
    (
        "The reserves, which stood at $20 billion in 2024, have dwindled to $4 billion.",
        [("$20 billion", "level", None, "reserves", "2024"), ("$4 billion", "level", "down", "reserves", None)],
    ),
    (
        "The plan would create 5,000 jobs and cost $2 billion.",
        [("5,000 jobs", "level", None, "jobs created", None), ("$2 billion", "level", None, "plan", None)],
    ),
    ("The country imports 90 percent of its wheat from Russia.", [("90 percent", "share", None, "wheat", None)]),
    (
        "Exports to China, its largest market, jumped 17 percent in 2025.",
        [("17 percent", "change", "up", "Exports to China", "2025")],
    ),
    (
        "The number of deaths on the roads fell from 3,000 in 2020 to 2,100 in 2025.",
        [
            ("3,000", "level", None, "number of deaths on the roads", "2020"),
            ("2,100", "level", "down", "number of deaths on the roads", "2025"),
        ],
    ),
    (
        "The fine was cut from $5 million to $2 million on appeal.",
        [("$5 million", "level", None, "fine", None), ("$2 million", "level", "down", "fine", None)],
    ),
    (
        "The firm's shares, which had lost 40 percent in 2025, rose 3 percent on Monday.",
        [("40 percent", "change", "down", "firm's shares", "2025"), ("3 percent", "change", "up", "firm's shares", "2026-04-13")],
    ),
    ("Mortgage rates averaged 6.8 percent last week.", [("6.8 percent", "level", None, "Mortgage rates", "2026-W15")]),
    (
        "President Ruto pledged 2 billion dollars for climate projects.",
        [("2 billion dollars", "level", None, "pledge for climate projects", None)],
    ),
    ("Officials said 80 percent of the damaged roads had been repaired.", [("80 percent", "share", None, "damaged roads", None)]),
    (
        "The company's gross margin improved by 2 percentage points, hitting 53.6 percent in 2025.",
        [
            ("2 percentage points", "change", "up", "company's gross margin", None),
            ("53.6 percent", "level", "up", "company's gross margin", "2025"),
        ],
    ),
    ("Wheat prices have shot up 40 percent since the drought began.", [("40 percent", "change", "up", "Wheat prices", None)]),
    ("Households now pay $30 more for gas.", [("$30", "change", "up", "payment for gas", None)]),
    ("The king's wealth is estimated at $30 billion.", [("$30 billion", "level", None, "king's wealth", None)]),
    ("The bank expects inflation of 4 percent in 2026.", [("4 percent", "level", None, "inflation", "2026")]),
    ("It expects a 4 percent rise in prices.", [("4 percent", "change", "up", "prices", None)]),
    ("Analysts forecast that sales would drop 4 percent.", [("4 percent", "change", "down", "sales", None)]),
    (
        "The airline's fuel bill was $2 billion, 30 percent higher than a year earlier.",
        [("$2 billion", "level", None, "airline's fuel bill", None), ("30 percent", "change", "up", "airline's fuel bill", None)],
    ),
    ("Cement sales recovered to 2 million tonnes in March.", [("2 million tonnes", "level", "up", "Cement sales", "2026-03")]),
    ("The drop in exports was 12 percent.", [("12 percent", "change", "down", "exports", None)]),
    ("The rise in rents slowed to 3 percent in March.", [("3 percent", "level", "down", "rise in rents", "2026-03")]),
    (
        "The budget was increased from $10 million to $15 million for 2026.",
        [("$10 million", "level", None, "budget", None), ("$15 million", "level", "up", "budget", "2026")],
    ),
    ("The stake is worth $300 million.", [("$300 million", "level", None, "stake", None)]),
    ("Kenya borrowed $2 billion from the IMF in 2024.", [("$2 billion", "level", None, "borrowing", "2024")]),
    (
        "Customs duties on cars will be lowered to 10 percent from 25 percent.",
        [("10 percent", "level", "down", "Customs duties on cars", None), ("25 percent", "level", None, "Customs duties on cars", None)],
    ),
    ("Demand for coal is set to fall 3 percent.", [("3 percent", "change", "down", "Demand for coal", None)]),
    ("Sales in Asia, which make up a third of the total, slid 9 percent.", [("9 percent", "change", "down", "Sales in Asia", None)]),
    ("Imports of oil grew by a fifth, while those of gas fell 6 percent.", [("6 percent", "change", "down", None, None)]),
]

TABLE = [
    *VERBS_OF_MOVEMENT,
    *NEARBY,
    *NO_MOVEMENT,
    *NOUNS_OF_MOVEMENT,
    *ADVERBS_AND_SIGNS,
    *PAIRS,
    *SHARES,
    *COUNTS,
    *NOUN_PHRASES,
    *SENTENCE_BEFORE,
    *WHEN,
    *TAKEN_AND_ADDED,
    *PARTS_THAT_MOVE,
    *PARSER_PROOF,
    *WIRES,
]


def read(nlp: Language, text: str) -> Figures:
    """Return the figures of `text`, published on PUBLISHED."""
    article = Article(text=text, published=PUBLISHED)
    doc = nlp(text)
    return find_figures(doc, article, find_dates(doc, article))


def said(figures: Figures) -> list[Said]:
    """Return what is said of each figure, in the order of the text."""
    found = sorted([*figures.percentages, *figures.money, *figures.quantities], key=lambda f: f.start)
    return [(f.text, f.kind, f.direction, f.measure, f.when) for f in found]


@pytest.mark.parametrize(("sentence", "facts"), TABLE, ids=[row[0] for row in TABLE])
def test_figures_are_complete_facts(nlp: Language, sentence: str, facts: list[Said]) -> None:
    assert said(read(nlp, sentence)) == facts


def test_a_conversion_in_brackets_has_the_attributes_of_its_figure(nlp: Language) -> None:
    outer, inner = read(nlp, "The road is 80 kilometres (50 miles) from Quito.").quantities
    assert (outer.measure, outer.kind, outer.qualifier, outer.when) == (inner.measure, inner.kind, inner.qualifier, inner.when)


def test_figures_stand_in_their_sections_in_order(nlp: Language) -> None:
    figures = read(nlp, "Sales rose 5 percent to $3 million. Profit fell 2 percent to $1 million as 40 shops closed.")
    assert [p.value for p in figures.percentages] == [5, 2]
    assert [m.value for m in figures.money] == [3000000, 1000000]
    assert [(q.value, q.sentence) for q in figures.quantities] == [(40, 1)]


def test_an_empty_article_has_no_figures(nlp: Language) -> None:
    assert read(nlp, "") == Figures([], [], [])


WORDS = "Exports prices of fell rose by to from in March 2025 5 12.5 percent % $ million 3,000 people killed were ( ) , . up — km"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join))
def test_every_figure_is_the_text_between_its_offsets(nlp: Language, text: str) -> None:
    figures = read(nlp, text)
    for figure in [*figures.percentages, *figures.money, *figures.quantities]:
        assert text[figure.start : figure.end] == figure.text
        assert (figure.value is None) == (figure.low is not None)
        assert figure.measure is None or figure.measure.strip() == figure.measure != ""
