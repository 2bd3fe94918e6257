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
from newsfacts.models import Money, Percentage, Quantity

PUBLISHED = datetime.date(2026, 4, 14)

Row = tuple[str, list[str]]

# figure = value (or low-high) and unit | kind and direction | measure | when | qualifier | per.
# What the text doesn't say is left out; a measure that it doesn't say is `-`.
VERBS_OF_MOVEMENT: list[Row] = [
    ("Exports fell 21% in March.", ["21% = 21 percent | change down | Exports | 2026-03"]),
    ("Exports rose by 5 percent in March.", ["5 percent = 5 percent | change up | Exports | 2026-03"]),
    ("Retail sales in Poland grew 3.4 percent in February.", ["3.4 percent = 3.4 percent | change up | Retail sales in Poland | 2026-02"]),
    (
        "The bank cut its forecast for growth by 0.5 percentage points.",
        ["0.5 percentage points = 0.5 percentage point | change down | forecast for growth"],
    ),
    ("Inflation slowed to 6 percent in March.", ["6 percent = 6 percent | level down | Inflation | 2026-03"]),
    ("The company raised the price of diesel to $1.50 in January.", ["$1.50 = 1.5 USD | level up | price of diesel | 2026-01"]),
    ("Unemployment climbed to 9.3 percent in 2025.", ["9.3 percent = 9.3 percent | level up | Unemployment | 2025"]),
    ("Net profit plunged 40 per cent in 2025.", ["40 per cent = 40 percent | change down | Net profit | 2025"]),
    ("The lira has lost 12 percent this year.", ["12 percent = 12 percent | change down | lira | 2026"]),
    ("Shares in Acme gained 4 percent on Monday.", ["4 percent = 4 percent | change up | Shares in Acme | 2026-04-13"]),
    ("Revenue increased by $5 million in 2025.", ["$5 million = 5000000 USD | change up | Revenue | 2025"]),
    ("The price of gold jumped $40 on Monday.", ["$40 = 40 USD | change up | price of gold | 2026-04-13"]),
    ("The government reduced fuel subsidies by $300 million.", ["$300 million = 300000000 USD | change down | fuel subsidies"]),
    ("Food prices were cut by 10 percent.", ["10 percent = 10 percent | change down | Food prices"]),
    ("Wages were raised by 7 percent in January.", ["7 percent = 7 percent | change up | Wages | 2026-01"]),
    ("Kenya's tea exports to Pakistan dropped 8% in 2025.", ["8% = 8 percent | change down | Kenya's tea exports to Pakistan | 2025"]),
    ("The trade deficit narrowed to $2.1 billion in February.", ["$2.1 billion = 2100000000 USD | level down | trade deficit | 2026-02"]),
    ("The trade surplus widened to $700 million.", ["$700 million = 700000000 USD | level up | trade surplus"]),
    ("Oil output is expected to decline by 3 percent next year.", ["3 percent = 3 percent | change down | Oil output | 2027"]),
    ("The stock index tumbled 6 percent on Friday.", ["6 percent = 6 percent | change down | stock index | 2026-04-10"]),
    ("Exports did not rise 5 percent in March.", ["5 percent = 5 percent | change | Exports | 2026-03"]),
    ("The dam's capacity was increased to 300 megawatts.", ["300 megawatts = 300 megawatt | level up | dam's capacity"]),
    ("The central bank lifted its key rate to 8 percent.", ["8 percent = 8 percent | level up | key rate"]),
    ("The death toll rose to 45 people on Sunday.", ["45 people = 45 person | level up | death toll | 2026-04-12"]),
    ("Consumer prices rose above 5 percent in March.", ["5 percent = 5 percent | level up | Consumer prices | 2026-03 | more than"]),
    ("The bank slashed its growth forecast to 2 percent.", ["2 percent = 2 percent | level down | growth forecast"]),
    ("Sales doubled to $40 million in 2025.", ["$40 million = 40000000 USD | level up | Sales | 2025"]),
]

# A phrase between the subject and its verb belongs to the subject; a participle behind a comma goes with the clause before it.
NEARBY: list[Row] = [
    ("Exports to Peru fell 21% in March.", ["21% = 21 percent | change down | Exports to Peru | 2026-03"]),
    ("Sales of cars in Spain rose 4 percent in March.", ["4 percent = 4 percent | change up | Sales of cars in Spain | 2026-03"]),
    ("Exports in March fell 21%.", ["21% = 21 percent | change down | Exports | 2026-03"]),
    (
        "Exports to Peru fell 21% in March, while imports from Peru rebounded, rising 3.8%.",
        ["21% = 21 percent | change down | Exports to Peru | 2026-03", "3.8% = 3.8 percent | change up | imports from Peru | 2026-03"],
    ),
    ("Exports fell in March, losing 5 percent.", ["5 percent = 5 percent | change down | Exports | 2026-03"]),
]

NO_MOVEMENT: list[Row] = [
    ("The start-up raised $50 million in February.", ["$50 million = 50000000 USD | level | funds raised | 2026-02"]),
    ("The airline lost $300 million in 2025.", ["$300 million = 300000000 USD | level | losses | 2025"]),
    ("Inflation stood at 6 percent in March.", ["6 percent = 6 percent | level | Inflation | 2026-03"]),
    ("Exports totaled $145 million in 2025.", ["$145 million = 145000000 USD | level | Exports | 2025"]),
    ("Foreign investment reached $190 million in 2025.", ["$190 million = 190000000 USD | level | Foreign investment | 2025"]),
    ("Inflation is 6 percent.", ["6 percent = 6 percent | level | Inflation"]),
    ("Unemployment was 4.1 percent in January.", ["4.1 percent = 4.1 percent | level | Unemployment | 2026-01"]),
    ("Inflation hit 6 percent in March.", ["6 percent = 6 percent | level | Inflation | 2026-03"]),
    ("The bridge cost $3.6 billion.", ["$3.6 billion = 3600000000 USD | level | bridge"]),
    ("The fall in prices surprised the owner of a $5 million house.", ["$5 million = 5000000 USD | level | house"]),
    ("Rising costs closed a plant that employed 300 workers.", ["300 workers = 300 worker | level | workers employed"]),
    ("The reactor produces 50 megawatts of electricity.", ["50 megawatts = 50 megawatt | level | electricity produced"]),
    ("The firm is valued at $2 billion.", ["$2 billion = 2000000000 USD | level | firm"]),
    ("The rate remains at 5 percent.", ["5 percent = 5 percent | level | rate"]),
    ("Prices are 41 percent below the average.", ["41 percent = 41 percent | level | Prices"]),
    ("The company paid $12 million for the land.", ["$12 million = 12000000 USD | level | payment for the land"]),
]

NOUNS_OF_MOVEMENT: list[Row] = [
    ("The report blamed a 10 per cent increase in food prices.", ["10 per cent = 10 percent | change up | food prices"]),
    ("Farmers face a 15% drop in coffee exports.", ["15% = 15 percent | change down | coffee exports"]),
    ("The union demanded a 30 percent pay increase.", ["30 percent = 30 percent | change up | pay"]),
    ("Shares of the bank posted a 5% gain.", ["5% = 5 percent | change up | Shares of the bank"]),
    ("The ministry announced an increase of 10 percent in fuel prices.", ["10 percent = 10 percent | change up | fuel prices"]),
    ("The bank predicts a decline of 3 percent in exports this year.", ["3 percent = 3 percent | change down | exports | 2026"]),
    ("Inflation hit a 24-year high of 6 percent in March.", ["6 percent = 6 percent | level up | Inflation | 2026-03"]),
    ("The lira fell to a record low of 30 per cent.", ["30 per cent = 30 percent | level down | lira"]),
    ("The bank reported a net loss of $8 billion.", ["$8 billion = 8000000000 USD | level | net loss"]),
    ("The quake led to a $2 billion loss in the value of exports.", ["$2 billion = 2000000000 USD | change down | value of exports"]),
    ("The board approved a 5 percent cut in the interest rate.", ["5 percent = 5 percent | change down | interest rate"]),
    ("A 25 basis point cut in rates is likely.", ["25 basis point = 25 basis point | change down | rates"]),
    ("The city saw a 12% rise in burglaries in 2025.", ["12% = 12 percent | change up | burglaries | 2025"]),
]

ADVERBS_AND_SIGNS: list[Row] = [
    ("Imports were up 3% in March.", ["3% = 3 percent | change up | Imports | 2026-03"]),
    ("Sales were down 5 percent in 2025.", ["5 percent = 5 percent | change down | Sales | 2025"]),
    ("Prices are 20% higher than in 2025.", ["20% = 20 percent | change up | Prices"]),
    (
        "Exports totaled $145 million, 62.3% more than in 2024.",
        ["$145 million = 145000000 USD | level | Exports", "62.3% = 62.3 percent | change up | Exports"],
    ),
    ("Output was 4 percent lower in 2025.", ["4 percent = 4 percent | change down | Output | 2025"]),
    (
        "Inflation was 6 percent in March, up from 5.5 percent in February.",
        ["6 percent = 6 percent | level | Inflation | 2026-03", "5.5 percent = 5.5 percent | level | Inflation | 2026-02"],
    ),
    (
        "Profit was $3 million, down 8 percent from 2024.",
        ["$3 million = 3000000 USD | level | Profit", "8 percent = 8 percent | change down | Profit"],
    ),
    ("Employees can claim up to 50% of the fee.", ["50% = 50 percent | share | fee | at most"]),
    ("Services make up 60 percent of the economy.", ["60 percent = 60 percent | share | economy"]),
]

PAIRS: list[Row] = [
    (
        "Cases climbed from 2,610 to 5,827 in March.",
        ["2,610 = 2610 case | level | Cases", "5,827 = 5827 case | level up | Cases | 2026-03"],
    ),
    (
        "The bank cut the rate from 6 percent to 5.5 percent.",
        ["6 percent = 6 percent | level | rate", "5.5 percent = 5.5 percent | level down | rate"],
    ),
    (
        "Revenue rose by $5 million to $12 million in 2025.",
        ["$5 million = 5000000 USD | change up | Revenue | 2025", "$12 million = 12000000 USD | level up | Revenue | 2025"],
    ),
    (
        "Sales reached $190 million in 2024 and $210 million in 2025.",
        ["$190 million = 190000000 USD | level | Sales | 2024", "$210 million = 210000000 USD | level | Sales | 2025"],
    ),
    (
        "The economy will grow by 6.9 percent in 2026 and 7.1 percent in 2027.",
        ["6.9 percent = 6.9 percent | change up | economy | 2026", "7.1 percent = 7.1 percent | change up | economy | 2027"],
    ),
    (
        "Exports fell 21% in September while imports rose 3.8%.",
        ["21% = 21 percent | change down | Exports | 2025-09", "3.8% = 3.8 percent | change up | imports | 2025-09"],
    ),
    (
        "Imports rose 3.8% in March after a steep 17.8% drop in February.",
        ["3.8% = 3.8 percent | change up | Imports | 2026-03", "17.8% = 17.8 percent | change down | Imports | 2026-02"],
    ),
    (
        "Output will grow by 15% and reach 2 million tonnes in 2026.",
        ["15% = 15 percent | change up | Output | 2026", "2 million tonnes = 2000000 tonne | level up | Output | 2026"],
    ),
    (
        "The plant cost 10 billion ringgit (US$2.3 billion).",
        ["10 billion ringgit = 10000000000 MYR | level | plant", "US$2.3 billion = 2300000000 USD | level | plant"],
    ),
    (
        "Profits rose by 12 billion yuan (US$1.8 billion) in 2025.",
        ["12 billion yuan = 12000000000 CNY | change up | Profits | 2025", "US$1.8 billion = 1800000000 USD | change up | Profits | 2025"],
    ),
]

SHARES: list[Row] = [
    ("About 11 percent of the population lives abroad.", ["11 percent = 11 percent | share | population | about"]),
    ("The family owns a 45% stake in the company.", ["45% = 45 percent | share | stake in the company"]),
    ("Tourism accounts for 12 percent of GDP.", ["12 percent = 12 percent | share | GDP"]),
    ("Some 40 percent of households have no access to clean water.", ["40 percent = 40 percent | share | households | about"]),
    ("The fund bought 20 percent of the bank in 2025.", ["20 percent = 20 percent | share | bank | 2025"]),
    ("The budget deficit fell to 3 percent of GDP in 2025.", ["3 percent = 3 percent | level down | budget deficit | 2025"]),
]

COUNTS: list[Row] = [
    ("At least 12 people were killed on Monday.", ["12 people = 12 person | level | people killed | 2026-04-13 | at least"]),
    ("A bomb killed 30 soldiers in March.", ["30 soldiers = 30 soldier | level | soldiers killed | 2026-03"]),
    (
        "A strong earthquake struck the coast on Wednesday, killing 20 people.",
        ["20 people = 20 person | level | people killed | 2026-04-08"],
    ),
    ("The film won three awards.", ["three awards = 3 award | level | awards won"]),
    ("The party has 263 seats.", ["263 seats = 263 seat | level | seats"]),
    ("The exchange hosts 437 companies.", ["437 companies = 437 company | level | companies hosted"]),
    ("There are 34 hospitals in the city.", ["34 hospitals = 34 hospital | level | hospitals in the city"]),
    ("Police arrested 14 protesters on Sunday.", ["14 protesters = 14 protester | level | protesters arrested | 2026-04-12"]),
    ("The flood left 36 people dead.", ["36 people = 36 person | level | people dead"]),
    ("The carmaker cut 500 jobs in 2025.", ["500 jobs = 500 job | level | jobs cut | 2025"]),
    ("Some 220 inmates escaped on Friday.", ["220 inmates = 220 inmate | level | inmates escaped | 2026-04-10 | about"]),
    ("Doctors treated 18 wounded men.", ["18 wounded men = 18 man | level | wounded men treated"]),
]

NOUN_PHRASES: list[Row] = [
    ("The plant has a capacity of 50 megawatts.", ["50 megawatts = 50 megawatt | level | capacity"]),
    ("The $4 billion dam in Ethiopia is finished.", ["$4 billion = 4000000000 USD | level | dam in Ethiopia"]),
    ("The town lies 80 kilometres from Quito.", ["80 kilometres = 80 kilometre | level | distance from Quito"]),
    ("The village is about 31 km southwest of Dhaka.", ["31 km = 31 kilometre | level | distance from Dhaka | about"]),
    ("The fund made an investment worth $12 million.", ["$12 million = 12000000 USD | level | investment"]),
    ("They plan projects amounting to $15 billion.", ["$15 billion = 15000000000 USD | level | projects"]),
    ("Traders sold $64 million worth of coffee.", ["$64 million = 64000000 USD | level | coffee sold"]),
    ("The state collected $5 billion in taxes in 2025.", ["$5 billion = 5000000000 USD | level | taxes collected | 2025"]),
    ("The ministry spent $20 million on new roads in 2025.", ["$20 million = 20000000 USD | level | spending on new roads | 2025"]),
    (
        "More than 300 million pounds have been allocated for the summit.",
        ["300 million pounds = 300000000 GBP | level | allocation for the summit | more than"],
    ),
    ("Bangladesh's $465 billion economy will shrink in 2026.", ["$465 billion = 465000000000 USD | level | Bangladesh's economy"]),
    (
        "The pipeline carries 50 billion cubic metres of natural gas.",
        ["50 billion cubic metres = 50000000000 cubic metre | level | natural gas carried"],
    ),
    ("The price of wheat, which was falling, averaged $250 in March.", ["$250 = 250 USD | level | price of wheat | 2026-03"]),
    (
        "The volume of exports of coffee to Japan reached 900 tonnes.",
        ["900 tonnes = 900 tonne | level | volume of exports of coffee to Japan"],
    ),
    ("The ferry carries up to 4 tonnes of fish.", ["4 tonnes = 4 tonne | level | fish carried | at most"]),
]

SENTENCE_BEFORE: list[Row] = [
    ("Inflation has worried the bank. It rose to 6 percent in March.", ["6 percent = 6 percent | level up | Inflation | 2026-03"]),
    ("The cotton harvest failed. It fell 30 percent in 2025.", ["30 percent = 30 percent | change down | cotton harvest | 2025"]),
    ("The ship sank off Lagos. At least 12 people died.", ["12 people = 12 person | level | people died | at least"]),
]

WHEN: list[Row] = [
    ("The bank said on Tuesday that exports had fallen 4 percent.", ["4 percent = 4 percent | change down | exports"]),
    ("Exports fell 4 percent in March, the bank said on Tuesday.", ["4 percent = 4 percent | change down | Exports | 2026-03"]),
    ("In March alone, sales exceeded $28 million.", ["$28 million = 28000000 USD | level | sales | 2026-03 | more than"]),
    ("The bridge, which opens on Sunday, cost $50 million.", ["$50 million = 50000000 USD | level | bridge"]),
    ("Sales in 2025 totaled $3 billion.", ["$3 billion = 3000000000 USD | level | Sales | 2025"]),
    ("Prices have risen 5 percent since 2020.", ["5 percent = 5 percent | change up | Prices"]),
    ("Prices rose 9 percent over two years.", ["9 percent = 9 percent | change up | Prices"]),
    ("The war killed 9,000 people from 2010 to 2012.", ["9,000 people = 9000 person | level | people killed | 2010/2012"]),
    ("The 2013 development report says inflation is 7 percent.", ["7 percent = 7 percent | level | inflation"]),
]

TAKEN_AND_ADDED: list[Row] = [
    ("Parliament cut $5 million from the health budget.", ["$5 million = 5000000 USD | change down | health budget"]),
    ("The new tax added $2 billion to the debt.", ["$2 billion = 2000000000 USD | change up | debt"]),
    ("The railway will add 1.3 percent to growth.", ["1.3 percent = 1.3 percent | change up | growth"]),
    ("The firm added 200 workers.", ["200 workers = 200 worker | level | workers"]),
    ("Exports were weak in March. They fell 5 percent.", ["5 percent = 5 percent | change down | Exports | 2026-03"]),
    ("Exports were weak in March. Imports fell 5 percent.", ["5 percent = 5 percent | change down | Imports"]),
    (
        "The price averaged $184 in January and $253 in February.",
        ["$184 = 184 USD | level | price | 2026-01", "$253 = 253 USD | level | price | 2026-02"],
    ),
]

PARTS_THAT_MOVE: list[Row] = [
    ("The company will cut 10 percent of its workforce.", ["10 percent = 10 percent | change down | workforce"]),
    ("Its workforce will be cut by 10 percent.", ["10 percent = 10 percent | change down | workforce"]),
    ("The bank has forecast growth of 2 percent for 2027.", ["2 percent = 2 percent | change up | growth | 2027"]),
    (
        "The ministry lowered its estimate of the harvest to 20 million tonnes.",
        ["20 million tonnes = 20000000 tonne | level down | estimate of the harvest"],
    ),
    ("Bond yields rose in March, reaching 4.8 percent.", ["4.8 percent = 4.8 percent | level up | Bond yields | 2026-03"]),
    (
        "France recorded a trade deficit of 7 billion euros in February.",
        ["7 billion euros = 7000000000 EUR | level | trade deficit | 2026-02"],
    ),
    ("Passenger traffic is still 20 percent below its 2019 level.", ["20 percent = 20 percent | level | Passenger traffic"]),
    ("Police seized 3 tonnes of cocaine on Sunday.", ["3 tonnes = 3 tonne | level | cocaine seized | 2026-04-12"]),
    (
        "The firm expects to sell 200,000 cars in 2026, up from 150,000 in 2025.",
        ["200,000 cars = 200000 car | level | cars sold | 2026", "150,000 = 150000 car | level | cars sold | 2025"],
    ),
]

PARSER_PROOF: list[Row] = [
    ("His wealth was up 47 percent, as the company grew.", ["47 percent = 47 percent | change up | wealth"]),
    ("While the share price was down 27 percent, the owner gained.", ["27 percent = 27 percent | change down | share price"]),
    ("Profit grew, with the gross margin hitting 53.6 percent in 2025.", ["53.6 percent = 53.6 percent | level up | gross margin | 2025"]),
]

WIRES: list[Row] = [
    (
        "The yield on the 10-year bond climbed 12 basis points to 4.3 percent on Thursday.",
        [
            "12 basis points = 12 basis point | change up | yield on the 10-year bond | 2026-04-09",
            "4.3 percent = 4.3 percent | level up | yield on the 10-year bond | 2026-04-09",
        ],
    ),
    (
        "Brent crude futures fell $1.20, or 1.5 percent, to $78.40 a barrel on Monday.",
        [
            "$1.20 = 1.2 USD | change down | Brent crude futures | 2026-04-13",
            "1.5 percent = 1.5 percent | change down | Brent crude futures | 2026-04-13",
            "$78.40 = 78.4 USD | level down | Brent crude futures | 2026-04-13 | per barrel",
        ],
    ),
    (
        "Growth in the euro zone slowed to 0.3 percent in the first quarter.",
        ["0.3 percent = 0.3 percent | level down | Growth in the euro zone | 2026-Q1"],
    ),
    ("GDP growth was 5.2 percent in 2025.", ["5.2 percent = 5.2 percent | change up | GDP growth | 2025"]),
    ("The economy expanded 5.2 percent in 2025, its fastest pace in a decade.", ["5.2 percent = 5.2 percent | change up | economy | 2025"]),
    ("The economy is expected to contract by 1.1 percent this year.", ["1.1 percent = 1.1 percent | change down | economy | 2026"]),
    ("Some 60 percent of voters backed the plan in the referendum.", ["60 percent = 60 percent | share | voters | about"]),
    ("The party won 34 percent of the vote.", ["34 percent = 34 percent | share | vote"]),
    (
        "The company plans to invest $2 billion in a new factory in Hungary.",
        ["$2 billion = 2000000000 USD | level | investment in a new factory in Hungary"],
    ),
    ("The World Bank approved a $500 million loan on Friday.", ["$500 million = 500000000 USD | level | loan"]),
    ("The deal is worth about $4.5 billion.", ["$4.5 billion = 4500000000 USD | level | deal | about"]),
    (
        "Production of maize fell to 2.1 million tonnes from 2.8 million tonnes in 2024.",
        [
            "2.1 million tonnes = 2100000 tonne | level down | Production of maize",
            "2.8 million tonnes = 2800000 tonne | level | Production of maize | 2024",
        ],
    ),
    (
        "A fire at a factory in Dhaka killed at least 17 people and injured 40 others on Saturday.",
        [
            "17 people = 17 person | level | people killed | 2026-04-11 | at least",
            "40 others = 40 person | level | others injured | 2026-04-11",
        ],
    ),
    (
        "More than 200 homes were destroyed when a cyclone hit the island in January.",
        ["200 homes = 200 home | level | homes destroyed | 2026-01 | more than"],
    ),
    ("The company shed 3,000 jobs last year.", ["3,000 jobs = 3000 job | level | jobs shed | 2025"]),
    ("Tesla sold 400,000 cars in the first quarter.", ["400,000 cars = 400000 car | level | cars sold | 2026-Q1"]),
    ("The average salary in the capital is $900.", ["$900 = 900 USD | level | average salary in the capital"]),
    (
        "In 2025 the average price of a house rose 8 percent to $300,000.",
        [
            "8 percent = 8 percent | change up | average price of a house | 2025",
            "$300,000 = 300000 USD | level up | average price of a house | 2025",
        ],
    ),
    (
        "The airline carried 4 million passengers in 2025, an increase of 12 percent.",
        [
            "4 million passengers = 4000000 passenger | level | passengers carried | 2025",
            "12 percent = 12 percent | change up | passengers carried | 2025",
        ],
    ),
    (
        "The airline carried 4 million passengers in 2025, 12 percent more than a year earlier.",
        [
            "4 million passengers = 4000000 passenger | level | passengers carried | 2025",
            "12 percent = 12 percent | change up | passengers carried | 2025",
        ],
    ),
    ("The project will supply 300,000 homes with electricity.", ["300,000 homes = 300000 home | level | homes supplied"]),
    ("The central bank left its key rate at 11 percent.", ["11 percent = 11 percent | level | key rate"]),
    (
        "The central bank raised interest rates by 50 basis points on Thursday.",
        ["50 basis points = 50 basis point | change up | interest rates | 2026-04-09"],
    ),
    ("The opposition holds 40 of the 120 seats.", ["40 = 40 seat | level | seats", "120 seats = 120 seat | level | seats"]),
    (
        "The share of renewables in electricity rose to 40 percent in 2025.",
        ["40 percent = 40 percent | level up | share of renewables in electricity | 2025"],
    ),
    ("The number of tourists increased by 15 percent in 2025.", ["15 percent = 15 percent | change up | number of tourists | 2025"]),
    ("The road is 120 km long.", ["120 km = 120 kilometre | level | road"]),
    (
        "Sales of electric cars in Norway surged 45% in March from a year earlier.",
        ["45% = 45 percent | change up | Sales of electric cars in Norway | 2026-03"],
    ),
    ("The price of bread has more than doubled to 20 pounds.", ["20 pounds = 20 GBP | level up | price of bread"]),
    (
        "Annual inflation accelerated to 4.5 percent in March from 4.1 percent in February, the statistics office said on Tuesday.",
        [
            "4.5 percent = 4.5 percent | level up | Annual inflation | 2026-03",
            "4.1 percent = 4.1 percent | level | Annual inflation | 2026-02",
        ],
    ),
    ("Core inflation, which excludes food, eased to 3.2 percent.", ["3.2 percent = 3.2 percent | level down | Core inflation"]),
    (
        "Domestic demand for steel, down 4 percent last year, is recovering.",
        ["4 percent = 4 percent | change down | Domestic demand for steel | 2025"],
    ),
    ("Sony shares dropped as much as 7 percent after the announcement.", ["7 percent = 7 percent | change down | Sony shares | at most"]),
    ("The government will spend an additional $200 million on schools.", ["$200 million = 200000000 USD | level | spending on schools"]),
    ("Analysts had expected a rise of 3 percent.", ["3 percent = 3 percent | change up | -"]),
    (
        "The tax will be reduced from 20 percent to 15 percent in 2027.",
        ["20 percent = 20 percent | level | tax", "15 percent = 15 percent | level down | tax | 2027"],
    ),
    ("Electricity tariffs will go up by 18 percent in July.", ["18 percent = 18 percent | change up | Electricity tariffs | 2026-07"]),
    ("Ticket sales went down 9 percent.", ["9 percent = 9 percent | change down | Ticket sales"]),
    ("Egypt's population is 110 million people.", ["110 million people = 110000000 person | level | Egypt's population"]),
    ("An estimated 300 people attended the funeral.", ["300 people = 300 person | level | people | about"]),
    (
        "The storm displaced 40,000 people in 12 villages.",
        ["40,000 people = 40000 person | level | people displaced", "12 villages = 12 village | level | villages"],
    ),
    (
        "Unemployment among young people stands at 31 percent, compared with 12 percent for adults.",
        ["31 percent = 31 percent | level | Unemployment among young people", "12 percent = 12 percent | level | Unemployment for adults"],
    ),
    ("The state owns 51 percent of the airline.", ["51 percent = 51 percent | share | airline"]),
    ("The loan carries an interest rate of 5 percent.", ["5 percent = 5 percent | level | interest rate"]),
    (
        "The trade gap shrank by $400 million to $2.1 billion in February.",
        [
            "$400 million = 400000000 USD | change down | trade gap | 2026-02",
            "$2.1 billion = 2100000000 USD | level down | trade gap | 2026-02",
        ],
    ),
    ("Total assets stood at $90 billion at the end of 2025.", ["$90 billion = 90000000000 USD | level | Total assets | 2025"]),
    (
        "The firm employs 3,000 people in 14 countries.",
        ["3,000 people = 3000 person | level | people employed", "14 countries = 14 country | level | countries"],
    ),
    ("Rents rose 6.1 percent, the biggest increase since 2019.", ["6.1 percent = 6.1 percent | change up | Rents"]),
    (
        "Growth in China will slow to 4.5 percent this year from 5 percent in 2025, the fund said.",
        ["4.5 percent = 4.5 percent | level down | Growth in China | 2026", "5 percent = 5 percent | level | Growth in China | 2025"],
    ),
    (
        "Foreign tourist arrivals in Thailand reached 3 million in January, up 8 percent year-on-year.",
        [
            "3 million = 3000000 arrival | level | Foreign tourist arrivals in Thailand | 2026-01",
            "8 percent = 8 percent | change up | Foreign tourist arrivals in Thailand | 2026-01",
        ],
    ),
    (
        "The company's market value shrank by a quarter to $30 billion.",
        ["$30 billion = 30000000000 USD | level down | company's market value"],
    ),
    ("Remittances accounted for 24 percent of GDP last year.", ["24 percent = 24 percent | share | GDP | 2025"]),
    (
        "Gold prices slipped 0.4 percent to $2,300 an ounce on Thursday.",
        [
            "0.4 percent = 0.4 percent | change down | Gold prices | 2026-04-09",
            "$2,300 = 2300 USD | level down | Gold prices | 2026-04-09 | per ounce",
        ],
    ),
    (
        "The reserves, which stood at $20 billion in 2024, have dwindled to $4 billion.",
        ["$20 billion = 20000000000 USD | level | reserves | 2024", "$4 billion = 4000000000 USD | level down | reserves"],
    ),
    (
        "The plan would create 5,000 jobs and cost $2 billion.",
        ["5,000 jobs = 5000 job | level | jobs created", "$2 billion = 2000000000 USD | level | plan"],
    ),
    ("The country imports 90 percent of its wheat from Russia.", ["90 percent = 90 percent | share | wheat"]),
    ("Exports to China, its largest market, jumped 17 percent in 2025.", ["17 percent = 17 percent | change up | Exports to China | 2025"]),
    (
        "The number of deaths on the roads fell from 3,000 in 2020 to 2,100 in 2025.",
        [
            "3,000 = 3000 death | level | number of deaths on the roads | 2020",
            "2,100 = 2100 death | level down | number of deaths on the roads | 2025",
        ],
    ),
    (
        "The fine was cut from $5 million to $2 million on appeal.",
        ["$5 million = 5000000 USD | level | fine", "$2 million = 2000000 USD | level down | fine"],
    ),
    (
        "The firm's shares, which had lost 40 percent in 2025, rose 3 percent on Monday.",
        ["40 percent = 40 percent | change down | firm's shares | 2025", "3 percent = 3 percent | change up | firm's shares | 2026-04-13"],
    ),
    ("Mortgage rates averaged 6.8 percent last week.", ["6.8 percent = 6.8 percent | level | Mortgage rates | 2026-W15"]),
    (
        "President Ruto pledged 2 billion dollars for climate projects.",
        ["2 billion dollars = 2000000000 USD | level | pledge for climate projects"],
    ),
    ("Officials said 80 percent of the damaged roads had been repaired.", ["80 percent = 80 percent | share | damaged roads"]),
    (
        "The company's gross margin improved by 2 percentage points, hitting 53.6 percent in 2025.",
        [
            "2 percentage points = 2 percentage point | change up | company's gross margin",
            "53.6 percent = 53.6 percent | level up | company's gross margin | 2025",
        ],
    ),
    ("Wheat prices have shot up 40 percent since the drought began.", ["40 percent = 40 percent | change up | Wheat prices"]),
    ("Households now pay $30 more for gas.", ["$30 = 30 USD | change up | payment for gas"]),
    ("The king's wealth is estimated at $30 billion.", ["$30 billion = 30000000000 USD | level | king's wealth"]),
    ("The bank expects inflation of 4 percent in 2026.", ["4 percent = 4 percent | level | inflation | 2026"]),
    ("It expects a 4 percent rise in prices.", ["4 percent = 4 percent | change up | prices"]),
    ("Analysts forecast that sales would drop 4 percent.", ["4 percent = 4 percent | change down | sales"]),
    (
        "The airline's fuel bill was $2 billion, 30 percent higher than a year earlier.",
        ["$2 billion = 2000000000 USD | level | airline's fuel bill", "30 percent = 30 percent | change up | airline's fuel bill"],
    ),
    ("Cement sales recovered to 2 million tonnes in March.", ["2 million tonnes = 2000000 tonne | level up | Cement sales | 2026-03"]),
    ("The drop in exports was 12 percent.", ["12 percent = 12 percent | change down | exports"]),
    ("The rise in rents slowed to 3 percent in March.", ["3 percent = 3 percent | level down | rise in rents | 2026-03"]),
    (
        "The budget was increased from $10 million to $15 million for 2026.",
        ["$10 million = 10000000 USD | level | budget", "$15 million = 15000000 USD | level up | budget | 2026"],
    ),
    ("The stake is worth $300 million.", ["$300 million = 300000000 USD | level | stake"]),
    ("Kenya borrowed $2 billion from the IMF in 2024.", ["$2 billion = 2000000000 USD | level | borrowing | 2024"]),
    (
        "Customs duties on cars will be lowered to 10 percent from 25 percent.",
        ["10 percent = 10 percent | level down | Customs duties on cars", "25 percent = 25 percent | level | Customs duties on cars"],
    ),
    ("Demand for coal is set to fall 3 percent.", ["3 percent = 3 percent | change down | Demand for coal"]),
    ("Sales in Asia, which make up a third of the total, slid 9 percent.", ["9 percent = 9 percent | change down | Sales in Asia"]),
    ("Imports of oil grew by a fifth, while those of gas fell 6 percent.", ["6 percent = 6 percent | change down | -"]),
]

RATES: list[Row] = [
    (
        "Oil prices rose 2 percent to $83.20 a barrel on Monday.",
        [
            "2 percent = 2 percent | change up | Oil prices | 2026-04-13",
            "$83.20 = 83.2 USD | level up | Oil prices | 2026-04-13 | per barrel",
        ],
    ),
    ("Gold slipped to $2,300 an ounce on Friday.", ["$2,300 = 2300 USD | level down | Gold | 2026-04-10 | per ounce"]),
    ("Petrol now costs 1,100 naira a litre in Lagos.", ["1,100 naira = 1100 NGN | level | Petrol | per litre"]),
    (
        "The minimum wage will rise to 600 euros a month in January.",
        ["600 euros = 600 EUR | level up | minimum wage | 2027-01 | per month"],
    ),
    ("The plant makes 400 cars a day.", ["400 cars = 400 car | level | cars | per day"]),
    ("Farmers sell milk at 45 shillings a litre in Nairobi, Kenya.", ["45 shillings = 45 KES | level | milk | per litre"]),
    ("The ferry uses 300 litres of diesel an hour.", ["300 litres = 300 litre | level | diesel | per hour"]),
    ("The mine will produce 20,000 tonnes of copper a year.", ["20,000 tonnes = 20000 tonne | level | copper produced | per year"]),
    (
        "Production was 1.2 million barrels per day in March.",
        ["1.2 million barrels = 1200000 barrel | level | Production | 2026-03 | per day"],
    ),
    ("Fuel prices increased by 15 cents a litre.", ["15 cents = 0.15 USD | change up | Fuel prices | per litre"]),
    ("The tax yields 300 million kwacha a year in Zambia.", ["300 million kwacha = 300000000 ZMW | level | tax | per year"]),
    ("The rent is $80 per square metre.", ["$80 = 80 USD | level | rent | per square metre"]),
    ("Profit was $5 million a year earlier.", ["$5 million = 5000000 USD | level | Profit | 2025"]),
]

MONEY_OF_THE_WORLD: list[Row] = [
    ("Iceland's fishing fleet earned 300 billion kronur in 2025.", ["300 billion kronur = 300000000000 ISK | level | earnings | 2025"]),
    ("The Canadian province of Alberta cut its deficit to C$1.2 billion.", ["C$1.2 billion = 1200000000 CAD | level down | deficit"]),
    ("The laptop costs 899 €.", ["899 € = 899 EUR | level | laptop"]),
    ("The fund paid USD$15 million for the land.", ["USD$15 million = 15000000 USD | level | payment for the land"]),
    ("The ticket costs two dollars and 50 cents.", ["two dollars and 50 cents = 2.5 USD | level | ticket"]),
    ("The company reported revenue of 4.2 billion reais in 2025.", ["4.2 billion reais = 4200000000 BRL | level | revenue | 2025"]),
    ("Zambia owes China $4 billion.", ["$4 billion = 4000000000 USD | level | debt"]),
    ("The World Bank will lend Egypt $700 million.", ["$700 million = 700000000 USD | level | loan"]),
    ("The charity raised 5 million pounds in March.", ["5 million pounds = 5000000 GBP | level | funds raised | 2026-03"]),
    ("The court fined the bank $20 million on Thursday.", ["$20 million = 20000000 USD | level | fine | 2026-04-09"]),
    ("The city spent 40 million euros on trams in 2025.", ["40 million euros = 40000000 EUR | level | spending on trams | 2025"]),
    ("Profit fell by a third to 90 million Swiss francs.", ["90 million Swiss francs = 90000000 CHF | level down | Profit"]),
    (
        "Tax revenue rose 8 percent to 210 billion rupees in Sri Lanka.",
        ["8 percent = 8 percent | change up | Tax revenue", "210 billion rupees = 210000000000 LKR | level up | Tax revenue"],
    ),
    ("The strike cost the company 30 million dollars.", ["30 million dollars = 30000000 USD | level | strike"]),
    ("Half a million dollars was paid for the painting.", ["Half a million dollars = 500000 USD | level | payment for the painting"]),
    ("The project will cost between $5 million and $7 million.", ["$5 million and $7 million = 5000000-7000000 USD | level | project"]),
    (
        "Oil fell from $75 U.S. per barrel to $70 per barrel in March.",
        ["$75 U.S. = 75 USD | level | Oil | per barrel", "$70 = 70 USD | level down | Oil | 2026-03 | per barrel"],
    ),
]

POINTS_AND_PERCENT: list[Row] = [
    ("The index lost 190 points, or 0.6 percent, on Monday.", ["0.6 percent = 0.6 percent | change down | index | 2026-04-13"]),
    ("The Nikkei added 250 points or 0.7 percent on Tuesday.", ["0.7 percent = 0.7 percent | change up | Nikkei | 2026-04-14"]),
    ("The benchmark index was down 85 points, or 1.1 percent.", ["1.1 percent = 1.1 percent | change down | benchmark index"]),
    ("The index rose 120 points, but banks fell 0.4 percent.", ["0.4 percent = 0.4 percent | change down | banks"]),
    ("The index gained 1 percent, or 75 points.", ["1 percent = 1 percent | change up | index"]),
]

PARTICIPLES: list[Row] = [
    ("The report is based on a survey of 300 farmers conducted in 2021.", ["300 farmers = 300 farmer | level | farmers"]),
    ("The two envoys were not bound by the deal.", ["two envoys = 2 envoy | level | envoys"]),
    ("Police freed the 12 people held in the shop.", ["12 people = 12 person | level | people held"]),
]

PARTS_AND_MORE: list[Row] = [
    ("The police freed ten of the hostages on Friday.", ["ten = 10 hostage | level | hostages freed | 2026-04-10"]),
    ("Two of the ministers resigned on Monday.", ["Two = 2 minister | level | ministers resigned | 2026-04-13"]),
    ("Twelve of the victims were children.", ["Twelve = 12 victim | level | victims"]),
    ("Soldiers found three of their comrades in the river.", ["three = 3 comrade | level | comrades found"]),
    (
        "The party won 27 seats, nine more than in 2022.",
        ["27 seats = 27 seat | level | seats won", "nine = 9 seat | change up | seats won"],
    ),
    ("The fleet has 40 ships, six fewer than in 2020.", ["40 ships = 40 ship | level | ships", "six = 6 ship | change down | ships"]),
    (
        "The company employs 900 workers, 50 more than in 2024.",
        ["900 workers = 900 worker | level | workers employed", "50 = 50 worker | change up | workers employed"],
    ),
    ("A total of 125 seats are up for election.", ["125 seats = 125 seat | level | seats"]),
    ("A total of 30 prisoners were released on Sunday.", ["30 prisoners = 30 prisoner | level | prisoners released | 2026-04-12"]),
    ("All three family members died.", ["three family members = 3 member | level | family members died"]),
    ("The city will build eight 50-metre towers.", ["eight = 8 tower | level | towers built", "50-metre = 50 metre | level | towers"]),
]

GAPS: list[Row] = [
    (
        "The bridge cost $5 million and the tunnel $12 million.",
        ["$5 million = 5000000 USD | level | bridge", "$12 million = 12000000 USD | level | tunnel"],
    ),
    (
        "Cotton output rose 4 percent and sugar output 2 percent.",
        ["4 percent = 4 percent | change up | Cotton output", "2 percent = 2 percent | change up | sugar output"],
    ),
    (
        "Exports fell 3 percent and imports 5 percent in March.",
        ["3 percent = 3 percent | change down | Exports | 2026-03", "5 percent = 5 percent | change down | imports | 2026-03"],
    ),
    ("The road is 80 km long and the canal 12 km.", ["80 km = 80 kilometre | level | road", "12 km = 12 kilometre | level | canal"]),
]

FRACTIONS_AND_RANGES: list[Row] = [
    (
        "Rates rose by a quarter of a percentage point in March.",
        ["a quarter of a percentage point = 0.25 percentage point | change up | Rates | 2026-03"],
    ),
    (
        "The bank lifted its rate by three quarters of a percentage point.",
        ["three quarters of a percentage point = 0.75 percentage point | change up | rate"],
    ),
    (
        "The bank lowered its rate by half a percentage point on Thursday.",
        ["half a percentage point = 0.5 percentage point | change down | rate | 2026-04-09"],
    ),
    ("The trail is 2 1/2 miles long.", ["2 1/2 miles = 2.5 mile | level | trail"]),
    ("The track is 1/4 mile long.", ["1/4 mile = 0.25 mile | level | track"]),
    (
        "The tax on sugar rose from 5 to 8 percent.",
        ["5 = 5 percent | level | tax on sugar", "8 percent = 8 percent | level up | tax on sugar"],
    ),
    ("Inflation is expected to be between 3 and 4 percent in 2027.", ["3 and 4 percent = 3-4 percent | level | Inflation | 2027"]),
    ("Rain of 60 to 80 mm is forecast.", ["60 to 80 mm = 60-80 millimetre | level | Rain"]),
    ("Analysts expect growth of 4 to 5 percent this year.", ["4 to 5 percent = 4-5 percent | change up | growth | 2026"]),
]

UNITS: list[Row] = [
    ("Temperatures will reach 42 degrees on Friday.", ["42 degrees = 42 degree | level | Temperatures | 2026-04-17"]),
    (
        "Temperatures in Delhi reached 46 degrees Celsius on Monday.",
        ["46 degrees Celsius = 46 degree Celsius | level | Temperatures in Delhi | 2026-04-13"],
    ),
    (
        "The temperature fell to minus 12 degrees Celsius in Oslo.",
        ["minus 12 degrees Celsius = -12 degree Celsius | level down | temperature"],
    ),
    ("The tunnel is 57 km long.", ["57 km = 57 kilometre | level | tunnel"]),
    ("The tower is 300 metres high.", ["300 metres = 300 metre | level | tower"]),
    ("The fire destroyed 12,000 hectares of forest in Chile.", ["12,000 hectares = 12000 hectare | level | forest destroyed"]),
    ("Winds of 150 km/h hit the coast on Saturday.", ["150 km/h = 150 kilometre per hour | level | Winds | 2026-04-11"]),
    ("The dam will generate 2,100 megawatts of electricity.", ["2,100 megawatts = 2100 megawatt | level | electricity generated"]),
    ("The harvest reached 30 million tonnes in 2025.", ["30 million tonnes = 30000000 tonne | level | harvest | 2025"]),
    ("Sea levels have risen by 20 centimetres since 1900.", ["20 centimetres = 20 centimetre | change up | Sea levels"]),
    ("The river rose 3 metres on Sunday.", ["3 metres = 3 metre | change up | river | 2026-04-12"]),
    (
        "Police seized more than 2 tonnes of cocaine in Antwerp on Friday.",
        ["2 tonnes = 2 tonne | level | cocaine seized | 2026-04-10 | more than"],
    ),
    ("Mobile data use grew to 40 gigabytes.", ["40 gigabytes = 40 gigabyte | level up | Mobile data use"]),
    ("The phone has 256 gigabytes of storage.", ["256 gigabytes = 256 gigabyte | level | storage"]),
    ("The train has a top speed of 300 km/h.", ["300 km/h = 300 kilometre per hour | level | top speed"]),
]

HEADS_AND_THINGS: list[Row] = [
    ("Fewer than 200 tigers live in the park.", ["200 tigers = 200 tiger | level | tigers | less than"]),
    ("At least 60 miners were trapped on Sunday.", ["60 miners = 60 miner | level | miners trapped | 2026-04-12 | at least"]),
    (
        "The cyclone destroyed nearly 9,000 homes in Mozambique in March.",
        ["9,000 homes = 9000 home | level | homes destroyed | 2026-03 | about"],
    ),
    ("The ministry plans to hire 4,500 nurses in 2027.", ["4,500 nurses = 4500 nurse | level | nurses hired | 2027"]),
    ("The company will open 25 shops in Vietnam next year.", ["25 shops = 25 shop | level | shops opened | 2027"]),
    ("The army said 14 soldiers were killed on Saturday.", ["14 soldiers = 14 soldier | level | soldiers killed | 2026-04-11"]),
    ("The death toll rose to 44 on Monday.", ["44 = 44 death | level up | death toll | 2026-04-13"]),
    (
        "The quake killed 12 people and injured 80 others.",
        ["12 people = 12 person | level | people killed", "80 others = 80 person | level | others injured"],
    ),
    ("The number of cases doubled to 4,000 in March.", ["4,000 = 4000 case | level up | number of cases | 2026-03"]),
    (
        "The airline carried 12 million passengers in 2025, up 9 percent.",
        [
            "12 million passengers = 12000000 passenger | level | passengers carried | 2025",
            "9 percent = 9 percent | change up | passengers carried | 2025",
        ],
    ),
    ("The ship carried 5,000 containers.", ["5,000 containers = 5000 container | level | containers carried"]),
    ("Three ministers resigned on Monday.", ["Three ministers = 3 minister | level | ministers resigned | 2026-04-13"]),
    ("The leaders signed 14 agreements on Tuesday.", ["14 agreements = 14 agreement | level | agreements signed | 2026-04-14"]),
]

SHARES_AND_RATES_OF_THE_WORLD: list[Row] = [
    (
        "The Reserve Bank of India kept its key rate at 6.5 percent on Wednesday.",
        ["6.5 percent = 6.5 percent | level | key rate | 2026-04-08"],
    ),
    (
        "Ghana's cocoa output fell 18 percent to 530,000 tonnes in 2025.",
        [
            "18 percent = 18 percent | change down | Ghana's cocoa output | 2025",
            "530,000 tonnes = 530000 tonne | level down | Ghana's cocoa output | 2025",
        ],
    ),
    (
        "Unemployment in South Africa fell to 31.9 percent in the third quarter of 2025.",
        ["31.9 percent = 31.9 percent | level down | Unemployment in South Africa | 2025-Q3"],
    ),
    ("The rupee weakened 0.3 percent against the dollar on Monday.", ["0.3 percent = 0.3 percent | change down | rupee | 2026-04-13"]),
    ("The peso gained 1.2 percent in March.", ["1.2 percent = 1.2 percent | change up | peso | 2026-03"]),
    (
        "Shares in the airline jumped as much as 11 percent on Thursday.",
        ["11 percent = 11 percent | change up | Shares in the airline | 2026-04-09 | at most"],
    ),
    ("Nearly 40 percent of the city's schools have no running water.", ["40 percent = 40 percent | share | city's schools | about"]),
    (
        "Exports to China dropped 7 percent to $2.3 billion in February.",
        [
            "7 percent = 7 percent | change down | Exports to China | 2026-02",
            "$2.3 billion = 2300000000 USD | level down | Exports to China | 2026-02",
        ],
    ),
    (
        "Turkey's annual inflation eased to 38 percent in March from 39 percent in February.",
        [
            "38 percent = 38 percent | level down | Turkey's annual inflation | 2026-03",
            "39 percent = 39 percent | level | Turkey's annual inflation | 2026-02",
        ],
    ),
    (
        "The central bank of Kenya cut its rate from 9.5 percent to 9 percent on Tuesday.",
        ["9.5 percent = 9.5 percent | level | rate", "9 percent = 9 percent | level down | rate | 2026-04-14"],
    ),
    ("Women hold 31 percent of the seats in parliament.", ["31 percent = 31 percent | share | seats in parliament"]),
    ("Some 15 percent of the workforce is unemployed.", ["15 percent = 15 percent | share | workforce | about"]),
    ("The government owns a 30 percent stake in the bank.", ["30 percent = 30 percent | share | stake in the bank"]),
    ("Its debt stands at 120 percent of GDP.", ["120 percent = 120 percent | level | debt"]),
    ("Food prices were 12 percent higher than in March.", ["12 percent = 12 percent | change up | Food prices"]),
    ("The company aims to cut emissions by 40 percent by 2030.", ["40 percent = 40 percent | change down | emissions | 2030"]),
    (
        "Solar power supplied 9 percent of the country's electricity in 2025.",
        ["9 percent = 9 percent | share | country's electricity | 2025"],
    ),
    ("The vaccine is 95 percent effective.", ["95 percent = 95 percent | level | vaccine"]),
    (
        "South Korea's exports to the United States fell 5.8 percent in March.",
        ["5.8 percent = 5.8 percent | change down | South Korea's exports to the United States | 2026-03"],
    ),
    ("The deficit widened by 2 percentage points in 2025.", ["2 percentage points = 2 percentage point | change up | deficit | 2025"]),
    (
        "Sydney's house prices rose 1.1 percent in March, the biggest gain in a year.",
        ["1.1 percent = 1.1 percent | change up | Sydney's house prices | 2026-03"],
    ),
    ("Rice output is forecast to rise 2 percent in 2027.", ["2 percent = 2 percent | change up | Rice output | 2027"]),
    ("Players shot 47 percent from the field.", ["47 percent = 47 percent | level | -"]),
    ("Wheat prices have shot up 40 percent this year.", ["40 percent = 40 percent | change up | Wheat prices | 2026"]),
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
    *RATES,
    *MONEY_OF_THE_WORLD,
    *POINTS_AND_PERCENT,
    *PARTICIPLES,
    *PARTS_AND_MORE,
    *GAPS,
    *FRACTIONS_AND_RANGES,
    *UNITS,
    *HEADS_AND_THINGS,
    *SHARES_AND_RATES_OF_THE_WORLD,
]


def read(nlp: Language, text: str) -> Figures:
    """Return the figures of `text`, published on PUBLISHED."""
    article = Article(text=text, published=PUBLISHED)
    doc = nlp(text)
    return find_figures(doc, article, find_dates(doc, article))


def written(figure: Percentage | Money | Quantity) -> str:
    """Return a figure with all its fields as the table writes it."""
    value = f"{figure.low}-{figure.high}" if figure.value is None else f"{figure.value}"
    unit = figure.currency if isinstance(figure, Money) else figure.unit
    said = [f"{figure.text} = {value} {unit}", f"{figure.kind} {figure.direction or ''}".strip(), figure.measure or "-"]
    return " | ".join([*said, *filter(None, (figure.when, figure.qualifier, figure.per and f"per {figure.per}"))])


def facts_of(figures: Figures) -> list[str]:
    """Return the figures in the order of the text, as the table writes them."""
    found = sorted([*figures.percentages, *figures.money, *figures.quantities], key=lambda f: f.start)
    return [written(f) for f in found]


@pytest.mark.parametrize(("sentence", "facts"), TABLE, ids=[row[0] for row in TABLE])
def test_figures_are_complete_facts(nlp: Language, sentence: str, facts: list[str]) -> None:
    assert facts_of(read(nlp, sentence)) == facts


NO_FIGURE = [
    "The yen weakened past 155 to the dollar.",
    "He was born on 4 May 1962 in Accra.",
    "The G7 and the G20 met in Rome.",
    "Article 370 was repealed in 2019.",
    "Her three-year term ends in June.",
    "The 62-year-old minister resigned.",
    "The match ended 2-2 after extra time.",
    "The F1 race starts at 14:00.",
    "He lives at 221 Baker Street.",
    "The A380 landed on runway 27.",
    "Interstate 95 was closed.",
    "Hundreds of people marched.",
    "Tens of thousands fled the city.",
    "A quarter of the crop was lost.",
    "Sales more than doubled.",
    "Exports rose threefold.",
    "The law passed its third reading.",
    "It was his second term.",
    "The 14th century mosque was restored.",
    "A magnitude 6.2 quake hit Chile.",
    "Category 4 Hurricane Ian made landfall.",
    "The ship turned 30 degrees north.",
    "A 45-degree angle is steep.",
    "Windows 11 is out.",
    "The iPhone 15 went on sale.",
    "She scored 31 points and took 12 rebounds.",
    "He finished in 2:03:59.",
    "Psalm 23 was read.",
    "Chapter 11 proceedings began.",
    "The Covid-19 pandemic began in 2019.",
    "Bus 42 was late.",
    "Channel 4 reported it.",
    "Room 101 was empty.",
    "He dialled 911.",
    "The vote was 7-2.",
    "They lost by 3 runs.",
    "The index rose 85 points.",
    "UN Resolution 1701 ended the war.",
    "The MiG-29 crashed.",
    "He is in his forties.",
    "She won 6-4, 7-5.",
    "The 9/11 attacks changed the law.",
    "Half the village left.",
    "Millions of dollars were lost.",
    "The ratio is 3 to 1.",
    "The 1990s were hard.",
    "He ran the 2024 Boston Marathon.",
    "The meeting took six hours.",
    "Act 2 begins at noon.",
    "Gate 5 was closed.",
    "It happened 10 times.",
    "The company was founded 30 years ago.",
    "One of the ministers resigned.",
    "The letter is from 23456 F Block.",
    "They live on the 45th parallel at 12 degrees east.",
    "The section is marked 5 t.",
    "A half-hour delay was announced.",
    "In 2019 the company moved to Lagos.",
    "He is 45 years old and lives at 10 Downing Street.",
    "The team won 3-2 on Saturday in the 2022 World Cup.",
    "Flight 370 and Article 5 of Law 1420 were cited.",
    "The G20 met after COVID-19 and before COP27.",
    "One of the ministers resigned in his 60s.",
    "They scored 3 points and finished second.",
    "The Boeing 737 landed at gate 12 at 10:30 a.m.",
    "Siberia 2 will use 5G networks.",
    "The store is open 24/7.",
    "Shares of 3M fell.",
    "Version 2.0 of the app costs nothing.",
    "Call 555-1234 or see page 12.",
    "The index closed at 7,500.",
    "Shares rose to 1,250 from 1,100.",
    "He scored two goals.",
    "Two-thirds of voters agreed.",
    "About a quarter of the crop was lost.",
    "Dozens of people were hurt and hundreds fled.",
    "Billions of people watched.",
    "The fourth minister left.",
    "He moved from room 1,200 to 1,300.",
    "The address is http://example.com/a%20b.",
    "The works take three weeks and two days.",
    "It happened twice in a decade.",
    "The ratio was 2:1.",
    "The ministers arrived a day later.",
    "The report is a real success.",
    "Sol and Lev won the race.",
    "The F-16 crashed near Route 66.",
    "The party has two real options.",
    "Of the athletes, 20 won medals.",
    "The students got 20 marks.",
    "He averaged 3.7 rebounds.",
    "Lead came back at 4 ppb.",
    "The engine makes 450 Nm.",
    "Goals came from Smith (12) and Jones (45).",
    "Prices rose in Paris (1,200) and London (1,300).",
    "The scorers were Gabon (12) and Togo (9).",
    "Turnover fell in Kenya (12,400) and Togo (8,300).",
    "The treaties of Rome (1957) and Lisbon (2007) were cited.",
    "The members are Tom Smith (145) and Jim Jones (230).",
    "They ended the drive at minus 12 yards.",
    "One person of note was the mayor.",
    "The team beat Chile 5-1 in 2021-22.",
    "The police killed time in 2019.",
    "He was named in the top three.",
    "ALL 500 of them left.",
    "They live in Ward 12 and Zone 4.",
    "The children are aged 5 to 11.",
    "Children under five are at risk.",
    "The meeting is on May 5-7.",
    "He won 40 to 30.",
    "The recession hit a hundred times over.",
    "The 3D film was shot in 4K.",
    "The virus, H5N1, spread.",
]


@pytest.mark.parametrize("sentence", NO_FIGURE)
def test_what_is_no_figure(nlp: Language, sentence: str) -> None:
    assert facts_of(read(nlp, sentence)) == []


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
