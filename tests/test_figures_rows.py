"""Figures that share words of their sentence: rows, lists told `respectively`, sizes and what has them.

For each rule what it catches and what it must leave. All sentences are read as published on Tuesday, 14 April 2026; the facts are written
as in test_figures.py.
"""

from __future__ import annotations

import pytest
from spacy.language import Language
from test_figures import facts_of, read

Row = tuple[str, list[str]]

# With `respectively` each figure measures its own thing.
RESPECTIVELY: list[Row] = [
    (
        "Wheat and maize shipments rose 6 percent and 2 percent, respectively.",
        ["6 percent = 6 percent | change up | Wheat shipments", "2 percent = 2 percent | change up | maize shipments"],
    ),
    (
        "Peru's exports and imports of fish fell by 4 and 9 percent respectively.",
        ["4 = 4 percent | change down | Peru's exports of fish", "9 percent = 9 percent | change down | Peru's imports of fish"],
    ),
    (
        "Unemployment in Lesotho and Malawi stood at 17 percent and 5 percent, respectively.",
        ["17 percent = 17 percent | level | Unemployment in Lesotho", "5 percent = 5 percent | level | Unemployment in Malawi"],
    ),
    (
        "Sales of tea, cocoa and sugar dropped 12%, 7% and 3%, respectively.",
        [
            "12% = 12 percent | change down | Sales of tea",
            "7% = 7 percent | change down | Sales of cocoa",
            "3% = 3 percent | change down | Sales of sugar",
        ],
    ),
    (
        "The port and the railway cost $40 million (€35 million) and $90 million, respectively.",
        [
            "$40 million = 40000000 USD | level | port",
            "€35 million = 35000000 EUR | level | port",
            "$90 million = 90000000 USD | level | railway",
        ],
    ),
    (
        "Visitor numbers grew 5% and 8% in January and February, respectively.",
        ["5% = 5 percent | change up | Visitor numbers | 2026-01", "8% = 8 percent | change up | Visitor numbers | 2026-02"],
    ),
    # left as they are: no `respectively`, as many things as figures or not, the same thing at two times
    (
        "Exports and imports rose 6 percent and 2 percent.",
        ["6 percent = 6 percent | change up | Exports and imports", "2 percent = 2 percent | change up | Exports and imports"],
    ),
    (
        "Sales of tea, cocoa and sugar dropped 12% and 7%, respectively.",
        ["12% = 12 percent | change down | Sales of tea, cocoa and sugar", "7% = 7 percent | change down | Sales of tea, cocoa and sugar"],
    ),
    ("Lopez and Diaz, respectively mayor and treasurer, raised $3 million.", ["$3 million = 3000000 USD | level | funds raised"]),
    ("Rents rose 5 percent, and Lopez and Diaz took office respectively.", ["5 percent = 5 percent | change up | Rents"]),
    (
        "Rents rose 5% in January and 8% in February.",
        ["5% = 5 percent | change up | Rents | 2026-01", "8% = 8 percent | change up | Rents | 2026-02"],
    ),
]

# Figures side by side move alike, and share what completes the last of them.
SIDE_BY_SIDE: list[Row] = [
    (
        "Rents grew 5 percent, 4 percent and 3 percent.",
        [
            "5 percent = 5 percent | change up | Rents",
            "4 percent = 4 percent | change up | Rents",
            "3 percent = 3 percent | change up | Rents",
        ],
    ),
    (
        "The two parties won 41 percent and 38 percent of the seats.",
        ["two parties = 2 party | level | parties", "41 percent = 41 percent | share | seats", "38 percent = 38 percent | share | seats"],
    ),
    (
        "Oil and gas bring in 30 and 12 percent of the revenue.",
        ["30 = 30 percent | share | revenue", "12 percent = 12 percent | share | revenue"],
    ),
    (
        "The funds hold $3 million and $4 million of the debt.",
        ["$3 million = 3000000 USD | level | debt", "$4 million = 4000000 USD | level | debt"],
    ),
    (
        "Prices fell 2%, 3% and 5% in three years.",
        ["2% = 2 percent | change down | Prices", "3% = 3 percent | change down | Prices", "5% = 5 percent | change down | Prices"],
    ),
    # not a row: another unit, another verb, a level in a bracket
    (
        "Rents grew 5 percent and the fee is 3 percent of the wage.",
        ["5 percent = 5 percent | change up | Rents", "3 percent = 3 percent | share | fee"],
    ),
    ("The city has 12 buses and 3 trams.", ["12 buses = 12 bus | level | buses", "3 trams = 3 tram | level | trams"]),
    (
        "Rents grew 5 percent, and 3 percent of the flats are empty.",
        ["5 percent = 5 percent | change up | Rents", "3 percent = 3 percent | share | flats"],
    ),
    (
        "Rents grew 5 percent and $3 million of the debt was repaid.",
        ["5 percent = 5 percent | change up | Rents", "$3 million = 3000000 USD | level | debt repaid"],
    ),
    ("Rents grew 5 percent to $400.", ["5 percent = 5 percent | change up | Rents", "$400 = 400 USD | level up | Rents"]),
]

# A size is of the noun that it describes, over a number between the two, a comma and `with`.
SIZES: list[Row] = [
    (
        "The maker showed a 1.6-litre four-cylinder engine.",
        ["1.6-litre = 1.6 litre | level | engine", "four-cylinder = 4 cylinder | level | engine"],
    ),
    (
        "The plant fills nine million 330ml bottles.",
        ["nine million = 9000000 bottle | level | bottles filled", "330ml = 330 millilitre | level | bottles"],
    ),
    ("The ferry, with 900 horsepower, is the strongest on the lake.", ["900 horsepower = 900 horsepower | level | ferry"]),
    ("A tower with 60 metres stands beside the church.", ["60 metres = 60 metre | level | tower"]),
    ("The law is for lorries over 3.5 tonnes.", ["3.5 tonnes = 3.5 tonne | level | lorries | more than"]),
    ("Projects below $5 million need no licence.", ["$5 million = 5000000 USD | level | Projects | less than"]),
    # left: what is done with the size, and what has no size
    ("The club paid the striker over $5 million.", ["$5 million = 5000000 USD | level | payment | more than"]),
    ("Police left with 60 kilograms.", ["60 kilograms = 60 kilogram | level | -"]),
    ("The ferry sank with 60 people on board.", ["60 people = 60 person | level | people"]),
    ("The firm began with $5 million.", ["$5 million = 5000000 USD | level | -"]),
    ("The lorry weighs over 3.5 tonnes.", ["3.5 tonnes = 3.5 tonne | level | lorry | more than"]),
]

# A conversion may be an alternative, and may have a time of its own.
ALTERNATIVES: list[Row] = [
    (
        "The app costs 8 euros a month (or $90 per year).",
        ["8 euros = 8 EUR | level | app | per month", "$90 = 90 USD | level | app | per year"],
    ),
    (
        "The pass is priced at £8 per month (or £80 per year) and €9 per month (or €90 per year).",
        [
            "£8 = 8 GBP | level | pass | per month",
            "£80 = 80 GBP | level | pass | per year",
            "€9 = 9 EUR | level | pass | per month",
            "€90 = 90 EUR | level | pass | per year",
        ],
    ),
    (
        "The fare went from £4 ($5) to £4.50 ($5.60).",
        [
            "£4 = 4 GBP | level | fare",
            "$5 = 5 USD | level | fare",
            "£4.50 = 4.5 GBP | level up | fare",
            "$5.60 = 5.6 USD | level up | fare",
        ],
    ),
    (
        "A box costs $5 for the small size and $8 for the large one.",
        ["$5 = 5 USD | level | box", "$8 = 8 USD | level | box"],
    ),
    (
        "It costs 2,400 yen ($15) for the small box and 3,900 yen ($25) for the large box.",
        [
            "2,400 yen = 2400 JPY | level | small box",
            "$15 = 15 USD | level | small box",
            "3,900 yen = 3900 JPY | level | large box",
            "$25 = 25 USD | level | large box",
        ],
    ),
]

# What the verb's own words tell: what is cooled, traded, broken, and whom a pronoun or an infinitive goes back to.
CLAUSES: list[Row] = [
    ("The plant will cool the gas to minus 160 degrees Celsius.", ["minus 160 degrees Celsius = -160 degree Celsius | level down | gas"]),
    ("Inflation cooled to 2.4 percent.", ["2.4 percent = 2.4 percent | level down | Inflation"]),
    ("The rupee firmed 0.3 percent.", ["0.3 percent = 0.3 percent | change up | rupee"]),
    ("Acme completed the purchase of a brewery in Leeds for $40 million.", ["$40 million = 40000000 USD | level | brewery in Leeds"]),
    ("The state agreed to the sale of the mill for $9 million.", ["$9 million = 9000000 USD | level | mill"]),
    ("The studio broke a record for yearly revenue with $7 million.", ["$7 million = 7000000 USD | level | yearly revenue"]),
    ("The index closed at 6,644, 16 percent above its low.", ["16 percent = 16 percent | level | index"]),
    (
        "Lopez used the break to get fit, dropping from 95 kilos to 80.",
        ["95 kilos = 95 kilogram | level | Lopez", "80 = 80 kilogram | level down | Lopez"],
    ),
    (
        "A stall in the market can run from $500 to $900 a year.",
        ["$500 = 500 USD | level | stall in the market | per year", "$900 = 900 USD | level | stall in the market | per year"],
    ),
    (
        "Fees, which range from 1 percent to 2 percent, are paid in May.",
        ["1 percent = 1 percent | level | Fees", "2 percent = 2 percent | level | Fees"],
    ),
    # left
    ("The cool gas cost $9 million.", ["$9 million = 9000000 USD | level | cool gas"]),
    ("The firm spent $9 million.", ["$9 million = 9000000 USD | level | spending"]),
    ("The index closed at 6,644.", []),
    ("It is no rival to the Acme, but it sells at $25.", ["$25 = 25 USD | level | -"]),
    ("A plan to cut costs by $5 million failed.", ["$5 million = 5000000 USD | change down | costs"]),
    ("He ran from the police with $500.", ["$500 = 500 USD | level | -"]),
    ("The studio broke the news with 40 reporters.", ["40 reporters = 40 reporter | level | reporters"]),
]

# The stuff after the measured unit, the name of the currency behind a symbol, and qualifiers that a "not" opens.
STUFF_AND_NAMES: list[Row] = [
    ("Deliveries of 40,000 tons of cement were halted.", ["40,000 tons = 40000 ton | level | Deliveries of cement"]),
    ("The ministry ordered the storage of 9,000 tonnes of rice.", ["9,000 tonnes = 9000 tonne | level | storage of rice"]),
    ("Work began on the 40MW Red River wind farm.", ["40MW = 40 megawatt | level | Red River wind farm"]),
    ("An average bun may have 300 calories.", ["300 calories = 300 calorie | level | average bun"]),
    ("The fee in Mexico is $5 pesos.", ["$5 pesos = 5 MXN | level | fee in Mexico"]),
    ("Repairs cost US$10 million dollars.", ["US$10 million dollars = 10000000 USD | level | Repairs"]),
    ("The law has a fine of not more than RM900.", ["RM900 = 900 MYR | level | fine | at most"]),
    ("Rents fell 9 percent in annual terms.", ["9 percent = 9 percent | change down | Rents"]),
    ("The agency reported a 9 percent decrease in annual terms.", ["9 percent = 9 percent | change down | -"]),
    (
        "Some 74% of nurses are content, compared with 60% of doctors.",
        ["74% = 74 percent | share | nurses | about", "60% = 60 percent | share | doctors"],
    ),
    ("Data showed a 2 percent gain.", ["2 percent = 2 percent | change up | -"]),
    ("Shares posted a 2 percent gain.", ["2 percent = 2 percent | change up | Shares"]),
    # left: pesos of no country, a hollow noun, a count, another currency's name, a denial, a range of races
    ("A total of 40,000 tons of cement arrived.", ["40,000 tons = 40000 ton | level | cement arrived"]),
    ("The release of 40 of the hostages was delayed.", ["40 = 40 hostage | level | hostages"]),
    ("The fee is $5 pesos.", []),
    ("The fee is $5.", ["$5 = 5 USD | level | fee"]),
    ("Repairs cost €10 million in US dollars.", ["€10 million = 10000000 EUR | level | Repairs"]),
    ("The fee is not $5.", ["$5 = 5 USD | level | fee"]),
    (
        "She won races from 200 metres to 1,500 metres.",
        ["200 metres = 200 metre | level | -", "1,500 metres = 1500 metre | level | -"],
    ),
    ("The fare went from $5 to $6.", ["$5 = 5 USD | level | fare", "$6 = 6 USD | level up | fare"]),
    ("The state put up $1.5 billion for security.", ["$1.5 billion = 1500000000 USD | level | funding for security"]),
    ("Sales ended up 5 percent.", ["5 percent = 5 percent | change up | Sales"]),
]

# Parallel phrases, places where something moves, and what is no movement at all.
PARALLELS: list[Row] = [
    (
        "The clinic reported a fall of 8% in births and 2% in deaths.",
        ["8% = 8 percent | change down | births", "2% = 2 percent | change down | deaths"],
    ),
    (
        "Rents rose 5 percent in Leeds and 3 percent in York.",
        ["5 percent = 5 percent | change up | Rents", "3 percent = 3 percent | change up | Rents"],
    ),
    (
        "An increase of 4% in wages and 6% in fees was agreed.",
        ["4% = 4 percent | change up | wages", "6% = 6 percent | change up | fees"],
    ),
    ("There was a 20 percent increase in Ghana.", ["20 percent = 20 percent | change up | -"]),
    ("The bank saw a 3 percent drop in poor countries.", ["3 percent = 3 percent | change down | -"]),
    (
        "Cases soared in Central America (+54%) and in Peru (+3%).",
        ["+54% = 54 percent | change up | Cases", "+3% = 3 percent | change up | Cases"],
    ),
    # left: a phrase of another preposition, a thing that moved in a place, another verb
    (
        "Rents rose 5 percent in Leeds and $30 of the fee was repaid.",
        ["5 percent = 5 percent | change up | Rents", "$30 = 30 USD | level | fee repaid"],
    ),
    ("There was a 20 percent increase in wages in Ghana.", ["20 percent = 20 percent | change up | wages"]),
    ("Lopez came up with $100,000.", ["$100,000 = 100000 USD | level | -"]),
    (
        "Demand is strong and 30 percent of the nurses say they may leave.",
        ["30 percent = 30 percent | share | nurses"],
    ),
    ("The prize is $50,000,00 in cash.", []),
    (
        "Rents rose 5 percent in Leeds but fell 3 percent in York.",
        ["5 percent = 5 percent | change up | Rents", "3 percent = 3 percent | change down | Rents"],
    ),
]

# Lists of names behind a figure, parts that a verb takes up, `of which`, and deeds that are of money alone.
LISTS_AND_DEEDS: list[Row] = [
    (
        "The island makes 100% of its power from wind, followed by Ghana (92%), Togo (85%) and Benin (77%).",
        [
            "100% = 100 percent | share | power from wind",
            "92% = 92 percent | share | power from wind",
            "85% = 85 percent | share | power from wind",
            "77% = 77 percent | share | power from wind",
        ],
    ),
    (
        "The road takes up 96% of the freight and 97% of the passengers.",
        ["96% = 96 percent | share | freight", "97% = 97 percent | share | passengers"],
    ),
    (
        "They sold 40 tonnes of tea, of which 29% was exported.",
        ["40 tonnes = 40 tonne | level | tea sold", "29% = 29 percent | share | tea sold"],
    ),
    (
        "The clinic treated 60 patients, of whom 40 percent were children.",
        ["60 patients = 60 patient | level | patients treated", "40 percent = 40 percent | share | patients treated"],
    ),
    ("Acme will provide 2 million tonnes per annum (mtpa) of gas.", ["2 million tonnes = 2000000 tonne | level | gas provided | per year"]),
    ("The bank invested $42 million in support of farmers.", ["$42 million = 42000000 USD | level | investment in support of farmers"]),
    (
        "Output will soar, with wages nearly doubling to $400 by 2035, tripling to $600 by 2040.",
        [
            "$400 = 400 USD | level up | wages | 2035",
            "$600 = 600 USD | level up | wages | 2040",
        ],
    ),
    ("The firm will add 24 languages to its tool.", ["24 languages = 24 language | level | languages"]),
    ("A grant to train 200 nurses was announced.", ["200 nurses = 200 nurse | level | nurses"]),
    ("She has eight great-grandchildren.", ["eight great-grandchildren = 8 grandchild | level | great-grandchildren"]),
    ("Three new double degrees were put in place.", ["Three new double degrees = 3 degree | level | new double degrees put"]),
    # left
    ("They took train 200 to Leeds.", []),
    ("The cafe is among the World's 50 Best Bars.", []),
    ("The cafe is among the world's 50 best bars.", ["50 best bars = 50 bar | level | world's best bars"]),
    ("The state provided $2 million for clinics.", ["$2 million = 2000000 USD | level | funding for clinics"]),
    ("The firm added $4 million to its budget.", ["$4 million = 4000000 USD | change up | budget"]),
    ("Growth was strongest in Ghana (8%) and Togo (7%).", ["8% = 8 percent | level | Growth", "7% = 7 percent | level | Growth"]),
    ("Shares ended up 3 percent.", ["3 percent = 3 percent | change up | Shares"]),
    ("The meal has olives, knives and 12 loaves.", ["12 loaves = 12 loaf | level | loaves"]),
    ("They raised $5 million in aid.", ["$5 million = 5000000 USD | level | aid raised"]),
]

# Whose relative clause it is, whose amounts, what a pronoun's topic is; ranges behind `by`, rates behind their points, and sayings.
WHOSE: list[Row] = [
    ("The economy of Togo, which grew 5 percent, is small.", ["5 percent = 5 percent | change up | economy of Togo"]),
    ("Exports to Chile, which fell 21 percent, are weak.", ["21 percent = 21 percent | change down | Exports to Chile"]),
    (
        "They signed deals between firms of the two states amounting to $14 billion.",
        ["two states = 2 state | level | states", "$14 billion = 14000000000 USD | level | deals between firms"],
    ),
    (
        "As for the market size, it rose from $5 billion to $7 billion.",
        ["$5 billion = 5000000000 USD | level | market size", "$7 billion = 7000000000 USD | level up | market size"],
    ),
    ("Rents rose by 4 to 5 percent.", ["4 to 5 percent = 4-5 percent | change up | Rents"]),
    ("Flows fell by 20 to 30 cubic metres.", ["20 to 30 cubic metres = 20-30 cubic metre | change down | Flows"]),
    (
        "The bank raised its rate by 75 basis points to 4.15.",
        ["75 basis points = 75 basis point | change up | rate", "4.15 = 4.15 percent | level up | rate"],
    ),
    ("It will lift the cruising range by about 48 miles.", ["48 miles = 48 mile | change up | cruising range | about"]),
    (
        "The losers were Acme, down $68 at $1,112, and Bolt, down $2 at $125.",
        [
            "$68 = 68 USD | change down | Acme",
            "$1,112 = 1112 USD | level | Acme",
            "$2 = 2 USD | change down | Bolt",
            "$125 = 125 USD | level | Bolt",
        ],
    ),
    # left
    (
        "Rents rose by 4 percent to 5 percent.",
        ["4 percent = 4 percent | change up | Rents", "5 percent = 5 percent | level up | Rents"],
    ),
    ("Wages rose by $3 to $50.", ["$3 = 3 USD | change up | Wages", "$50 = 50 USD | level up | Wages"]),
    (
        "The bank raised its rate by 50 basis points for 20 clients.",
        [
            "50 basis points = 50 basis point | change up | rate",
            "20 clients = 20 client | level | clients",
        ],
    ),
    ("The principle is one country, two systems.", []),
    ("The state has two systems.", ["two systems = 2 system | level | systems"]),
    ("The lake in Chile, which has 40 boats, is deep.", ["40 boats = 40 boat | level | boats"]),
    ("It rose from $5 billion to $7 billion.", ["$5 billion = 5000000000 USD | level | -", "$7 billion = 7000000000 USD | level up | -"]),
]

# Sums that stand for their amount, names beside their figures, topics and halves of other things than years.
SUMS_AND_NAMES: list[Row] = [
    ("The fund allocated a total of $4.5 billion in its budget.", ["$4.5 billion = 4500000000 USD | level | allocation in budget"]),
    ("A sum of $4 million was allocated for clinics.", ["$4 million = 4000000 USD | level | allocation for clinics"]),
    ("An amount of $8 million was provided for clinics.", ["$8 million = 8000000 USD | level | funding for clinics"]),
    (
        "Togo was last with only 10 percent, followed by Benin 23 percent, Ghana 24 percent, and Mali 28 percent.",
        [
            "10 percent = 10 percent | level | Togo",
            "23 percent = 23 percent | level | Benin",
            "24 percent = 24 percent | level | Ghana",
            "28 percent = 28 percent | level | Mali",
        ],
    ),
    (
        "Peru kept its rank, with an increase in trust in the army from 78 percent to 82 percent.",
        ["78 percent = 78 percent | level | trust in the army", "82 percent = 82 percent | level up | trust in the army"],
    ),
    ("The dam will raise the river level downstream by 45 centimetres.", ["45 centimetres = 45 centimetre | change up | river level"]),
    ("The river flows at 850 cubic metres (m³) per second.", ["850 cubic metres = 850 cubic metre | level | river | per second"]),
    ("They talked about two aspects.", ["two aspects = 2 aspect | level | aspects"]),
    ("\nThe temperature in Leeds yesterday reached 30°C.", ["30°C = 30 degree Celsius | level | temperature in Leeds | 2026-04-13"]),
    ("Human errors are responsible for 90 percent of accidents.", ["90 percent = 90 percent | share | accidents"]),
    (
        "Audiences will grow 8 percent, reaching 532 million, and will generate $1.4 billion in revenue.",
        ["8 percent = 8 percent | change up | Audiences", "$1.4 billion = 1400000000 USD | level | revenue generated"],
    ),
    # left
    (
        "The mill earned $5 million in 2024 and 6 million in 2025.",
        ["$5 million = 5000000 USD | level | earnings | 2024", "6 million = 6000000 USD | level | earnings | 2025"],
    ),
    ("They sold about two tonnes.", ["two tonnes = 2 tonne | level | sales | about"]),
    (
        "Rents in Ghana rose 5 percent, and Mali 2 percent.",
        ["5 percent = 5 percent | change up | Rents in Ghana", "2 percent = 2 percent | change up | Mali"],
    ),
    ("Sales fell 5 percent in the first half of the year.", ["5 percent = 5 percent | change down | Sales | 2026-H1"]),
    ("The army fell back from the river to the town with 40 tanks.", ["40 tanks = 40 tank | level | tanks"]),
    ("Rents downstream rose 5 percent.", ["5 percent = 5 percent | change up | Rents downstream"]),
]

# What a colon heads, and those of whom a part is told.
HEADED: list[Row] = [
    ("Sale price: $400.", ["$400 = 400 USD | level | Sale price"]),
    (
        "The note gave a price: $400 (or about £300 today).",
        ["$400 = 400 USD | level | price", "£300 = 300 GBP | level | price | about"],
    ),
    ("Rate of access requests: 33%", ["33% = 33 percent | level | Rate of access requests"]),
    ("Storage capacity: 50 litres.", ["50 litres = 50 litre | level | Storage capacity"]),
    ("The parties need the trust of voters, 83% of whom are angry.", ["83% = 83 percent | share | voters"]),
    ("He spoke to nurses, 40 percent of whom work at night.", ["40 percent = 40 percent | share | nurses"]),
    # left
    ("He wants one thing: $400 million in cash for the port.", ["$400 million = 400000000 USD | level | cash for the port"]),
    ("The rule is simple: 50 litres a day are enough.", ["50 litres = 50 litre | level | - | per day"]),
    (
        "They have two aims: 400 schools and 20 roads.",
        ["two aims = 2 aim | level | aims", "400 schools = 400 school | level | schools", "20 roads = 20 road | level | roads"],
    ),
    ("He left the town, 83% of it in ruins.", ["83% = 83 percent | share | -"]),
    ("345%", ["345% = 345 percent | level | -"]),
    ("customers-si1%,-2%,-3%-gni", ["2% = 2 percent | level | -", "3% = 3 percent | level | -"]),
    ("Sales fell 2/3 percent.", ["2/3 percent = 0.666666666666667 percent | change down | Sales"]),
    ("٣٤٥%", ["٣٤٥% = 345 percent | level | -"]),
    ("$5", ["$5 = 5 USD | level | -"]),
    ("Lopez said: $400 is enough.", ["$400 = 400 USD | level | -"]),
]

# Movements that a verb tells, bases without their unit, asides and bounds.
BASES: list[Row] = [
    (
        "Reserves shrank, slipping $1.2 billion to $48.6 billion.",
        ["$1.2 billion = 1200000000 USD | change down | Reserves", "$48.6 billion = 48600000000 USD | level down | Reserves"],
    ),
    (
        "The mine pumped 10.2 million barrels a day last week, up from 9.9 million the week before.",
        [
            "10.2 million barrels = 10200000 barrel | level | output | 2026-W15 | per day",
            "9.9 million = 9900000 barrel | level | output | 2026-W14 | per day",
        ],
    ),
    (
        "The mill will cut 1,200 jobs, or 8 percent of its workforce.",
        ["1,200 jobs = 1200 job | level | jobs cut", "8 percent = 8 percent | share | jobs cut"],
    ),
    ("The won closed at 1,312.4 against the dollar, down 0.6 percent.", ["0.6 percent = 0.6 percent | change down | won"]),
    ("The bank kept its benchmark rate at 6.5 percent for a fourth straight time.", ["6.5 percent = 6.5 percent | level | benchmark rate"]),
    ("The law sets fines of between 500 and 2,000 dinars in Tunisia.", ["500 and 2,000 dinars = 500-2000 TND | level | fines"]),
    ("Sales were little changed at 22 billion baht.", ["22 billion baht = 22000000000 THB | level | Sales"]),
    (
        "Inflation eased to 3.4% in June 2025 from 3.8% in May.",
        ["3.4% = 3.4 percent | level down | Inflation | 2025-06", "3.8% = 3.8 percent | level | Inflation | 2025-05"],
    ),
    (
        "It carried 18 people in the first half, an increase of 23 percent on the same period of 2023.",
        ["18 people = 18 person | level | people carried | 2026-H1", "23 percent = 23 percent | change up | people carried | 2026-H1"],
    ),
    (
        "Shares in Acme fell 4 percent, while those of its rival rose 2 percent.",
        ["4 percent = 4 percent | change down | Shares in Acme", "2 percent = 2 percent | change up | Shares of rival"],
    ),
    ("The cut brings the rate to 4.75 percent.", ["4.75 percent = 4.75 percent | level | rate"]),
    (
        "Togo spends 3.2 percent of its output on roads, up from 2.6 percent.",
        ["3.2 percent = 3.2 percent | share | output", "2.6 percent = 2.6 percent | share | output"],
    ),
    (
        "The lake has shrunk from 25,000 square kilometres in 1963 to 1,500 today.",
        [
            "25,000 square kilometres = 25000 square kilometre | level | lake | 1963",
            "1,500 = 1500 square kilometre | level down | lake | 2026-04-14",
        ],
    ),
    # left
    ("They brought 4 tonnes to the port.", ["4 tonnes = 4 tonne | level | -"]),
    ("Those in the miner fell 4 percent.", ["4 percent = 4 percent | change down | -"]),
    ("Fines of $5 to $20 are usual.", ["$5 to $20 = 5-20 USD | level | Fines"]),
    ("The price rose to between $5 and $20.", ["$5 and $20 = 5-20 USD | level up | price"]),
    ("He bought shares in Acme, down 3 percent.", ["3 percent = 3 percent | change down | shares in Acme"]),
    (
        "The mine pumped 10 barrels, and 40 workers left.",
        ["10 barrels = 10 barrel | level | output", "40 workers = 40 worker | level | workers"],
    ),
    ("Tickets cost $5 to $20.", ["$5 to $20 = 5-20 USD | level | Tickets"]),
]

# Numbers that count what their sentence names, polls, and falls in cents.
NUMBERS_OF: list[Row] = [
    (
        "The number of tourists is forecast to reach 30 million by 2030, from 18 million now.",
        [
            "30 million = 30000000 tourist | level | number of tourists | 2030",
            "18 million = 18000000 tourist | level | number of tourists",
        ],
    ),
    (
        "The number of licensees increased from 7 to 145.",
        ["7 = 7 licensee | level | number of licensees", "145 = 145 licensee | level up | number of licensees"],
    ),
    (
        "Visitor numbers rose to 3,400 from 2,900.",
        ["3,400 = 3400 visitor | level up | Visitor numbers", "2,900 = 2900 visitor | level | Visitor numbers"],
    ),
    (
        "The party took 43 of 120 seats, up from 29.",
        ["43 = 43 seat | level | seats", "120 seats = 120 seat | level | seats", "29 = 29 seat | level | seats"],
    ),
    (
        "The subsidy will be cut from 30 to 20 cents in Ohio.",
        ["30 = 0.3 USD | level | subsidy", "20 cents = 0.2 USD | level down | subsidy"],
    ),
    (
        "The agency raised its estimate of the harvest by 2 million tonnes to 31 million.",
        [
            "2 million tonnes = 2000000 tonne | change up | estimate of the harvest",
            "31 million = 31000000 tonne | level up | estimate of the harvest",
        ],
    ),
    ("A poll found 61 percent in favour.", ["61 percent = 61 percent | share | -"]),
    # left
    ("The team rose from 7 to 3 in the table.", []),
    ("The score went to 3 from 2.", []),
    ("Sweets cost 20 to 30 cents.", ["20 to 30 cents = 0.2-0.3 USD | level | Sweets"]),
    ("They won by 3 goals to 2.", []),
    ("The study found a 5 percent rise.", ["5 percent = 5 percent | change up | -"]),
    ("Acme cut 9 percent of its staff.", ["9 percent = 9 percent | change down | staff"]),
    ("The employees of the committees met 40 referees.", ["40 referees = 40 referee | level | referees"]),
]

# Counts that have a worth, parts told again as a sum, currencies that buy, and what `more` and `as many as` belong to.
WORTHS: list[Row] = [
    (
        "The army ordered 40 jets worth $5.6 billion.",
        ["40 jets = 40 jet | level | jets ordered", "$5.6 billion = 5600000000 USD | level | jets"],
    ),
    ("A third of the budget, or 4.2 billion rand, goes to schools.", ["4.2 billion rand = 4200000000 ZAR | level | budget"]),
    ("Half of the debt, or about $3 million, is due in May.", ["$3 million = 3000000 USD | level | debt | 2026-05 | about"]),
    ("The euro bought $1.0840.", ["$1.0840 = 1.084 USD | level | euro"]),
    ("The clinic took as many as 600 patients.", ["600 patients = 600 patient | level | patients | at most"]),
    ("Rescuers found six more bodies.", ["six more bodies = 6 body | level | bodies found"]),
    (
        "The party lost 19 of its 54 seats and its majority.",
        ["19 = 19 seat | level | seats lost", "54 seats = 54 seat | level | seats"],
    ),
    # left
    ("The man bought $400 of rice.", ["$400 = 400 USD | level | rice bought"]),
    ("He paid a fine, or $400, at the desk.", ["$400 = 400 USD | level | -"]),
    ("Exports and imports rose 5 percent.", ["5 percent = 5 percent | change up | Exports and imports"]),
    ("They ordered 40 jets at $5 million each.", ["40 jets = 40 jet | level | jets ordered", "$5 million = 5000000 USD | level | jets"]),
    ("More than six bodies were found.", ["six bodies = 6 body | level | bodies found | more than"]),
]

# Who only says so, sums told again, parts of what opens the sentence, and bases that stand against.
SAID: list[Row] = [
    (
        "The central bank said the economy had shrunk 0.4 percent, after growing 1.1 percent.",
        ["0.4 percent = 0.4 percent | change down | economy", "1.1 percent = 1.1 percent | change up | economy"],
    ),
    (
        "Public debt stands at 68 percent of output, or 2.1 trillion baht.",
        ["68 percent = 68 percent | level | Public debt", "2.1 trillion baht = 2100000000000 THB | level | Public debt"],
    ),
    (
        "The harvest is expected to total 52 million tonnes, against 47.5 million last season.",
        ["52 million tonnes = 52000000 tonne | level | harvest", "47.5 million = 47500000 tonne | level | harvest"],
    ),
    (
        "Of the 650 seats in parliament, 142 are held by women.",
        ["650 seats = 650 seat | level | seats in parliament", "142 = 142 seat | level | seats in parliament"],
    ),
    (
        "The ministry set aside 7 billion won, 2 billion more than last year, for flood defences.",
        [
            "7 billion won = 7000000000 KRW | level | allocation for flood defences",
            "2 billion = 2000000000 KRW | change up | allocation for flood defences",
        ],
    ),
    ("The fire burned 1,800 hectares of forest.", ["1,800 hectares = 1800 hectare | level | forest burned"]),
    # left
    ("The bank said it had grown 4 percent.", ["4 percent = 4 percent | change up | -"]),
    ("Of the 650 seats, 702 were counted.", ["650 seats = 650 seat | level | seats"]),
    ("Of the 12 members, Lopez is 42.", ["12 members = 12 member | level | members"]),
    ("He voted against 40 bills.", ["40 bills = 40 bill | level | bills"]),
    (
        "Half of the staff, or 40 nurses, were ill.",
        ["40 nurses = 40 nurse | level | nurses"],
    ),
]

# How far something falls, what is earned on average, results of votes, and what is worth it behind a comma.
RESULTS: list[Row] = [
    ("The bus left the road and plunged 30 metres into a gorge.", ["30 metres = 30 metre | level | -"]),
    ("Workers earn an average of 480 dinars a month in Algeria.", ["480 dinars = 480 DZD | level | earnings in Algeria | per month"]),
    ("Tea earned the country $1.3 billion in the year to June 2025.", ["$1.3 billion = 1300000000 USD | level | earnings | 2025-06"]),
    ("The bill passed by 231 votes to 189.", ["231 votes = 231 vote | level | votes", "189 = 189 vote | level | votes"]),
    (
        "The package, worth up to $750 million, covers 300 mines.",
        [
            "$750 million = 750000000 USD | level | package | at most",
            "300 mines = 300 mine | level | mines",
        ],
    ),
    # left
    ("The lake fell 2 metres in May 2025.", ["2 metres = 2 metre | change down | lake | 2025-05"]),
    ("Sea level rose by 3 millimetres.", ["3 millimetres = 3 millimetre | change up | Sea level"]),
    ("An average of $480 is paid.", ["$480 = 480 USD | level | payment"]),
    (
        "Cases rose sharply in Lima (120 to 140) and Ica (130 to 170).",
        [
            "120 = 120 case | level | cases in Lima",
            "140 = 140 case | level up | cases in Lima",
            "130 = 130 case | level | cases in Ica",
            "170 = 170 case | level up | cases in Ica",
        ],
    ),
    ("The firm earned $3 million on its first day at the fair.", ["$3 million = 3000000 USD | level | earnings on first day"]),
]

# How long a thing is, what a population is, `as high as`, and the figure that another puts at.
FIGURES_PUT: list[Row] = [
    ("The ship, 290 metres long, ran aground.", ["290 metres = 290 metre | level | ship"]),
    ("Wheat stocks are down by a quarter, at 11 million tonnes.", ["11 million tonnes = 11000000 tonne | level | Wheat stocks"]),
    (
        "The country's population grew by 310,000 to 12.4 million.",
        [
            "310,000 = 310000 person | change up | country's population",
            "12.4 million = 12400000 person | level up | country's population",
        ],
    ),
    ("The rate climbed as high as 4.62 percent.", ["4.62 percent = 4.62 percent | level up | rate | at most"]),
    (
        "Unions say 80 percent of the drivers joined; Acme put the figure at 35 percent.",
        ["80 percent = 80 percent | share | drivers", "35 percent = 35 percent | share | drivers"],
    ),
    # left
    ("The ship, 290 metres from the pier, sank.", ["290 metres = 290 metre | level | distance from pier"]),
    ("Acme put the figure at 35 percent.", ["35 percent = 35 percent | level | figure"]),
    ("The population is proud of its 12 rivers.", ["12 rivers = 12 river | level | rivers"]),
    ("The mast is as high as 40 metres.", ["40 metres = 40 metre | level | mast | at most"]),
    ("Acme, at $40, is cheap.", ["$40 = 40 USD | level | Acme"]),
]

# What is forecast narrows, who owns it, what is higher, and the year it is higher on.
FORECAST: list[Row] = [
    (
        "The minister forecast a deficit of 3.8 percent in 2026, narrowing to 3 percent in 2027.",
        ["3.8 percent = 3.8 percent | level | deficit | 2026", "3 percent = 3 percent | level down | deficit | 2027"],
    ),
    ("The mine, 60 percent owned by the state, closed.", ["60 percent = 60 percent | share | mine"]),
    (
        "Bookings were up 17 percent on last year, with room rates 6 percent higher at 112 euros a night.",
        [
            "17 percent = 17 percent | change up | Bookings",
            "6 percent = 6 percent | change up | room rates",
            "112 euros = 112 EUR | level | room rates | per night",
        ],
    ),
    (
        "Output rose 0.3 percent in the quarter and 1.6 percent over the year.",
        ["0.3 percent = 0.3 percent | change up | Output", "1.6 percent = 1.6 percent | change up | Output"],
    ),
    (
        "They will raise the area under cotton to 1.2 million hectares from 950,000.",
        [
            "1.2 million hectares = 1200000 hectare | level up | area under cotton",
            "950,000 = 950000 hectare | level | area under cotton",
        ],
    ),
    (
        "Six soldiers died and nine were wounded.",
        ["Six soldiers = 6 soldier | level | soldiers died", "nine = 9 person | level | people wounded"],
    ),
    # left
    ("The state spent $20 million on new roads in 2025.", ["$20 million = 20000000 USD | level | spending on new roads | 2025"]),
    ("The minister kept a deficit of 3 percent.", ["3 percent = 3 percent | level | deficit"]),
    (
        "Acme sells fewer than 40 tonnes from 3 farms.",
        [
            "40 tonnes = 40 tonne | level | sales | less than",
            "3 farms = 3 farm | level | farms",
        ],
    ),
    ("The mine, 60 miles from the town, closed.", ["60 miles = 60 mile | level | distance from town"]),
]

TABLE = [
    *FORECAST,
    *FIGURES_PUT,
    *RESULTS,
    *SAID,
    *WORTHS,
    *NUMBERS_OF,
    *BASES,
    *HEADED,
    *SUMS_AND_NAMES,
    *WHOSE,
    *LISTS_AND_DEEDS,
    *PARALLELS,
    *STUFF_AND_NAMES,
    *RESPECTIVELY,
    *SIDE_BY_SIDE,
    *SIZES,
    *ALTERNATIVES,
    *CLAUSES,
]


@pytest.mark.parametrize(("sentence", "facts"), TABLE, ids=[row[0] for row in TABLE])
def test_figures_share_their_words(nlp: Language, sentence: str, facts: list[str]) -> None:
    assert facts_of(read(nlp, sentence)) == facts
