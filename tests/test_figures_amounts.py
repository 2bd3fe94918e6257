"""Rules for finding amounts, each with sentences that it catches and sentences that it must leave."""

from __future__ import annotations

from functools import partial

import pytest
from amount_rows import PUBLISHED, Row, check
from spacy.language import Language
from tables import hold

from newsfacts import Article, make_sheet

# Central banks move their rates by quarters and halves of a percentage point; a football table and an index know points, too.
QUARTER_POINTS: list[Row] = [
    ("The bank announced a quarter-point cut in its key interest rate.", ["quarter-point = 0.25 percentage point"]),
    ("Traders expect a half-point increase in borrowing costs.", ["half-point = 0.5 percentage point"]),
    (
        "The Riksbank lowered its policy rate by a quarter of a percentage point.",
        ["a quarter of a percentage point = 0.25 percentage point"],
    ),
    ("Interest rates went up by three-quarters of a point in June.", ["three-quarters of a point = 0.75 percentage point"]),
    ("The Fed made another quarter-percentage-point reduction in May.", ["quarter-percentage-point = 0.25 percentage point"]),
    ("Brazil's central bank raised its benchmark rate by half a point.", ["half a point = 0.5 percentage point"]),
    ("The bank cut its main rate by 0.25 points to 3.75%.", ["0.25 points = 0.25 percentage point", "3.75% = 3.75 percent"]),
    ("Ajax kept a half-point lead in the table.", []),
    ("The index closed half a point higher.", []),
    ("The chess champion scored a half-point in the final game.", []),
    ("The point of the cut was to save jobs, the bank said.", []),
    ("The shares traded a quarter point below their opening price.", []),
    ("In the third quarter, point guards scored less.", []),
]

PENCE: list[Row] = [
    ("Shares in the bakery chain rose 3.2% to 164p.", ["3.2% = 3.2 percent", "164p = 1.64 GBP"]),
    ("The board raised the dividend to 12.5p a share.", ["12.5p = 0.125 GBP | | share"]),
    ("The price of a stamp went up by 10p.", ["10p = 0.1 GBP"]),
    ("The brewer was down 6p at 215p.", ["6p = 0.06 GBP", "215p = 2.15 GBP"]),
    ("Diesel cost 148.7p per litre on Monday.", ["148.7p = 1.487 GBP | | litre"]),
    ("The film streams in 1080p and in 720p.", []),
    ("The talks began at 2p.m. in the palace.", []),
    ("See p12 and p14 of the report.", []),
    ("The player wore shirt P10.", []),
    ("The gene is known as 53p1.", []),
]

LAKH_AND_CRORE: list[Row] = [
    ("The fiscal deficit was Rs 1.5 lakh crore.", ["Rs 1.5 lakh crore = 1500000000000 INR"]),
    ("The minister gave Rs 5 lakhs to each family.", ["Rs 5 lakhs = 500000 INR"]),
    ("The state sowed maize on 12 lakh hectares.", ["12 lakh hectares = 1200000 hectare"]),
    ("Police seized ₹2.4 crores in Chennai.", ["₹2.4 crores = 24000000 INR"]),
    ("Some 3 crore voters are on the roll.", ["3 crore voters = 30000000 voter | about"]),
    ("The scheme is worth 20 lacs rupees.", ["20 lacs rupees = 2000000 INR"]),
    ("Lakhs of pilgrims bathed in the river.", []),
    ("He won crores of hearts in the state.", []),
    ("The firm is worth several crores.", []),
    ("Lakh and crore are words of trade.", []),
    ("Mr Lakh met Ms Crore in Pune.", []),
]

MONEY_RANGES: list[Row] = [
    ("The repair will cost £5-7m.", ["£5-7m = 5000000..7000000 GBP"]),
    ("A new stand would cost £12m-£15m.", ["£12m-£15m = 12000000..15000000 GBP"]),
    ("The group plans to raise between €1.2bn and €1.5bn.", ["€1.2bn and €1.5bn = 1200000000..1500000000 EUR"]),
    ("Fees run to $300-$400 a term.", ["$300-$400 = 300..400 USD"]),
    ("The prize is worth R20 to R30 million.", ["R20 to R30 million = 20000000..30000000 ZAR"]),
    ("The clubs finished 5-7 and 3-4.", []),
    ("The M5-M7 road was closed.", []),
    ("Flight BA5-7 landed late.", []),
    ("Rule 5-7 of the code applies.", []),
    ("He lost the final 5-7, 6-4, 3-6.", []),
]

STRONG: list[Row] = [
    ("A 5,000-strong crowd marched through Belgrade.", ["5,000-strong = 5000 person"]),
    ("The mayor called out the 300-strong police force.", ["300-strong = 300 person"]),
    ("A 40-strong delegation from Hanoi arrived.", ["40-strong = 40 person"]),
    ("The company will cut its 12,000-strong workforce.", ["12,000-strong = 12000 person"]),
    ("The 20-strong squad left for Doha.", ["20-strong = 20 person"]),
    ("The firm added ten ships to its 60-strong fleet.", ["ten ships = 10 ship"]),
    ("The market remained strong after 2024.", []),
    ("Headstrong voters stayed away.", []),
    ("The army is strong in the north.", []),
    ("The farm lost part of its 90-strong herd.", []),
]

COMPOUNDS: list[Row] = [
    ("Thousands joined a 300-mile march to the capital.", ["300-mile = 300 mile"]),
    ("The fire broke out in a 20-storey block.", ["20-storey = 20 storey"]),
    ("They sat down to a three-course meal.", ["three-course = 3 course"]),
    ("The panel wrote a 12 page report on the spill.", ["12 page = 12 page"]),
    ("A 27 member committee will draft the law.", ["27 member = 27 member"]),
    ("The builder sells two- and three-bedroom flats.", ["two = 2 bedroom", "three-bedroom = 3 bedroom"]),
    (
        "The car comes with four-, six- and eight-cylinder engines.",
        ["four = 4 cylinder", "six = 6 cylinder", "eight-cylinder = 8 cylinder"],
    ),
    ("The council approved a 200-unit complex with a 12-screen cinema.", ["200-unit = 200 unit", "12-screen = 12 screen"]),
    ("He turned to page 12 of the report.", []),
    ("Member 27 left the room.", []),
    ("The first- and second-year students cheered.", []),
    ("The two-way street is closed.", []),
    ("The crew of Apollo 11 seat themselves.", []),
]

OF_THEM: list[Row] = [
    ("The bus carried 52 passengers, 40 of them children.", ["52 passengers = 52 passenger", "40 = 40 child"]),
    ("Police held 60 protesters, 14 of whom were charged.", ["60 protesters = 60 protester", "14 = 14 protester"]),
    ("The navy bought 12 frigates, five of which are in service.", ["12 frigates = 12 frigate", "five = 5 frigate"]),
    ("Some 900 migrants landed. About 300 of them were sent home.", ["900 migrants = 900 migrant | about", "300 = 300 migrant | about"]),
    ("The store sold 80 bikes, 30 of them on the first day.", ["80 bikes = 80 bike", "30 = 30 bike"]),
    ("One of them is a doctor.", []),
    ("Many of them, none of whom voted, left.", []),
    ("Some of them said so in 2019.", []),
    ("Half of them are empty.", []),
    ("In 2019 all of them moved.", []),
]

VAGUE: list[Row] = [
    ("Dozens of homes burned.", []),
    ("Several hundred people came to the vigil.", []),
    ("A few thousand homes lost power.", []),
    ("Tens of thousands of students marched.", []),
    ("Scores of fans were hurt.", []),
    ("Hundreds of millions of voters went to the polls.", []),
    ("A couple of million people watched.", []),
    ("Many thousand tons were lost.", []),
    ("Two dozen homes burned.", ["Two dozen homes = 24 home"]),
    ("Three hundred people came to the vigil.", ["Three hundred people = 300 person"]),
    ("Two thousand homes lost power.", ["Two thousand homes = 2000 home"]),
]

TOP: list[Row] = [
    ("The top three seeds are still playing.", ["three seeds = 3 seed"]),
    ("The top five exporters sold more.", ["five exporters = 5 exporter"]),
    ("It sells half of its cars in its top two markets.", ["two markets = 2 market"]),
    ("Taxes rise for the top four brackets.", ["four brackets = 4 bracket"]),
    ("The top six candidates met in Accra.", ["six candidates = 6 candidate"]),
    ("She reached the top 10.", []),
    ("Ghana is among the top three.", []),
    ("The song was a Top 40 hit.", []),
    ("They finished in the top four.", []),
    ("The Top 500 list came out in May.", []),
]

SUB: list[Row] = [
    ("Demand for sub-300 sq m offices rose.", ["300 sq m = 300 square metre | less than"]),
    ("Buyers look for sub-4% mortgages.", ["4% = 4 percent | less than"]),
    ("It makes chips at sub-7 nanometre scale.", ["7 nanometre = 7 nanometre | less than"]),
    ("The carmaker plans a sub-$25,000 model.", ["$25,000 = 25000 USD | less than"]),
    ("The sub-20-tonne class is growing.", ["20-tonne = 20 tonne | less than"]),
    ("The sub-committee met in the sub-Saharan state.", []),
    ("He ran a sub-four-minute mile.", []),
    ("Players in the sub-20 team trained.", []),
    ("The sub-4 handicap golfer won.", []),
    ("She is the under-19 champion.", []),
]

# Torque is no mass, an index is no list of things, a metric horsepower is a horsepower.
ENGINES: list[Row] = [
    ("The engine makes 296 hp and 332 lb-ft of torque.", ["296 hp = 296 horsepower", "332 lb-ft = 332 pound-foot"]),
    ("The new model has 300 PS.", ["300 PS = 300 metric horsepower"]),
    ("The lorry's motor produces 450 Nm.", ["450 Nm = 450 newton metre"]),
    ("It turns out 250 lb ft at low speed.", ["250 lb ft = 250 pound-foot"]),
    ("The Nasdaq 100 e-minis were flat.", []),
    ("The S&P 500 companies reported.", []),
    ("The PS 300 bus left.", []),
    ("It weighs 332 lb.", ["332 lb = 332 pound"]),
]

HEIGHTS: list[Row] = [
    ("The suspect is 5 feet 4 inches tall.", ["5 feet 4 inches = 64 inch"]),
    ("At 6ft 2in, he is the tallest in the team.", ["6ft 2in = 74 inch"]),
    ("The baby weighed 7lb 3oz.", ["7lb 3oz = 115 ounce"]),
    ("The plank was three feet, six inches long.", ["three feet, six inches = 42 inch"]),
    ("He is 5 ft 11 in and strong.", ["5 ft 11 in = 71 inch"]),
    ("The 6-foot-2 forward scored.", ["6-foot-2 = 74 inch"]),
    ("A 6-foot-2-inch statue stands in the hall.", ["6-foot-2-inch = 74 inch"]),
    ("It fell 5 ft 11 times.", ["5 ft = 5 foot", "11 times = 11 time"]),
    ("The wall was 5 feet in 2019.", ["5 feet = 5 foot"]),
    ("She is 1 m 68 cm tall.", ["1 m 68 cm = 168 centimetre"]),
    ("The wall is 5 feet high and 4 inches thick.", ["5 feet = 5 foot", "4 inches = 4 inch"]),
    ("The room was 12 feet, the table 30 inches.", ["12 feet = 12 foot", "30 inches = 30 inch"]),
    ("It fell 2 km and 3 miles.", ["2 km = 2 kilometre", "3 miles = 3 mile"]),
    ("It rained 3 feet 40 inches too much.", ["3 feet = 3 foot", "40 inches = 40 inch"]),
    ("The man was 6ft in 2019.", ["6ft = 6 foot"]),
]

# What follows the second end of a movement holds for the first, and a unit may stand with the first alone.
FROM_TO: list[Row] = [
    ("Crude fell from $75 a barrel to $45.88 in December.", ["$75 = 75 USD | | barrel", "$45.88 = 45.88 USD | | barrel"]),
    ("Rents run from $500 to $900 a month.", ["$500 = 500 USD | | month", "$900 = 900 USD | | month"]),
    ("The boxer went from 208 pounds to 193 in a year.", ["208 pounds = 208 pound", "193 = 193 pound"]),
    ("The lake shrank from 50 hectares to 32.", ["50 hectares = 50 hectare", "32 = 32 hectare"]),
    ("Output rose from 20 tonnes to 34 in March.", ["20 tonnes = 20 tonne", "34 = 34 tonne"]),
    (
        "The league wants revenue to rise from 24.2 to 33-35 billion euros.",
        ["24.2 = 24200000000 EUR", "33-35 billion euros = 33000000000..35000000000 EUR"],
    ),
    ("He moved from 12 acres to 3 Main Street.", ["12 acres = 12 acre"]),
    ("They drove 40 miles from Lima to 12 villages.", ["40 miles = 40 mile", "12 villages = 12 village"]),
    ("The fund fell from $5 million to 3 percent of assets.", ["$5 million = 5000000 USD", "3 percent = 3 percent"]),
    ("It sold the plot for $300 a month after it paid $200.", ["$300 = 300 USD", "$200 = 200 USD"]),
    ("The road runs from kilometre 12 to 34.", []),
]

# A bare number is money where the same conversion as before stands in brackets behind it, or it shares a movement with money.
CONVERTED: list[Row] = [
    (
        "The car costs 2,435,000 yen ($22,480) with a manual gearbox and 2,380,000 ($21,972) with an automatic one.",
        ["2,435,000 yen = 2435000 JPY", "$22,480 = 22480 USD", "2,380,000 = 2380000 JPY", "$21,972 = 21972 USD"],
    ),
    (
        "Sales and profit were 2.2 billion shekels ($590 million) and 71 million, respectively.",
        ["2.2 billion shekels = 2200000000 ILS", "$590 million = 590000000 USD", "71 million = 71000000 ILS"],
    ),
    (
        "A flat sells for 310,000 zloty ($77,500), against 290,000 ($72,500) a year ago.",
        ["310,000 zloty = 310000 PLN", "$77,500 = 77500 USD", "290,000 = 290000 PLN", "$72,500 = 72500 USD"],
    ),
    ("It paid 500 yen ($3) to 40 (mostly old) workers.", ["500 yen = 500 JPY", "$3 = 3 USD"]),
    ("A seat costs 900 baht ($26); the hall holds 2,000 ($80 more for a box).", ["900 baht = 900 THB", "$26 = 26 USD", "$80 = 80 USD"]),
    (
        "The town of 40,000 ($3 a head) paid 120,000 euros.",
        ["40,000 = 40000 person", "$3 = 3 USD | | person", "120,000 euros = 120000 EUR"],
    ),
]

# `80, 000`: a blank behind the comma is a slip of the typesetter, for no number is `000`.
SLIPS: list[Row] = [
    ("The state paid Rs 80, 000 to each family.", ["Rs 80, 000 = 80000 INR"]),
    ("Some 12, 000 people fled.", ["12, 000 people = 12000 person | about"]),
    ("The firm owes $1, 250, 000.", ["$1, 250, 000 = 1250000 USD"]),
    ("It grew maize on 45, 000 hectares.", ["45, 000 hectares = 45000 hectare"]),
    ("The prize rose to US$30, 000.", ["US$30, 000 = 30000 USD"]),
    ("In 2019, 400 people fled.", ["400 people = 400 person"]),
    ("It paid $5, 300 workers said.", ["$5 = 5 USD", "300 workers = 300 worker"]),
    ("On May 3, 000 was the code.", []),
    ("In wards 3, 4 and 5, 200 houses burned.", ["200 houses = 200 house"]),
    ("The flight of 2010, 000 pilots later, was his last.", []),
]

SPELLED_CURRENCIES: list[Row] = [
    ("The bridge cost 10 million us dollars.", ["10 million us dollars = 10000000 USD"]),
    ("Net sales were MSEK 120, up from MSEK 95.", ["MSEK 120 = 120000000 SEK", "MSEK 95 = 95000000 SEK"]),
    ("Orders came to 30 MEUR in March.", ["30 MEUR = 30000000 EUR"]),
    ("The loan is 75 USD million.", ["75 USD million = 75000000 USD"]),
    ("The fee is usd$ 15 or nzd$20.", ["usd$ 15 = 15 USD", "nzd$20 = 20 NZD"]),
    ("The ride cost 15 dollars 50.", ["15 dollars 50 = 15.5 USD"]),
    ("The village bought the field for 420 million Finnish markka.", ["420 million Finnish markka = 420000000 FIM"]),
    ("He had 20 million more dollars to spend.", []),
    ("They bought 20 silver dollars.", []),
    ("The MSEK office is open.", []),
    ("He paid 15 dollars in 50 towns.", ["15 dollars = 15 USD", "50 towns = 50 town"]),
    ("She gave 30 dollars and 50 books.", ["30 dollars = 30 USD", "50 books = 50 book"]),
]

RATES_OF_COUNTS: list[Row] = [
    ("The force had 22 burglaries, compared with an average of 20 per week.", ["22 burglaries = 22 burglary", "20 = 20 burglary | | week"]),
    ("The clinic sees 40 patients a day, against 25 a day last year.", ["40 patients = 40 patient | | day", "25 = 25 patient | | day"]),
    (
        "The port handled 300 ships per month, up from 180 per month in 2020.",
        ["300 ships = 300 ship | | month", "180 = 180 ship | | month"],
    ),
    ("Workers make 12 dollars, compared with 20 per hour in the city.", ["12 dollars = 12 USD"]),
    ("The club played 40 games, against 20 in 2019.", ["40 games = 40 game"]),
    ("The team scored 30 points, compared with 20 per game before.", []),
]

TEMPERATURES: list[Row] = [
    ("Water boils at 100° Celsius.", ["100° Celsius = 100 degree Celsius"]),
    ("The night was cold, - 20 degrees Fahrenheit in the hills.", ["- 20 degrees Fahrenheit = -20 degree Fahrenheit"]),
    ("The fever reached 104 degrees farenheit.", ["104 degrees farenheit = 104 degree Fahrenheit"]),
    ("The mercury stood at −12 °C.", ["−12 °C = -12 degree Celsius"]),
    ("Lows of minus 35 Celsius are forecast.", ["minus 35 Celsius = -35 degree Celsius"]),
    ("The road turns 90 degrees.", []),
    ("The town lies at 45 degrees north.", []),
    ("She holds two degrees from Lagos.", []),
    ("The band 98 Degrees will play.", []),
    ("Suites 5 - 20 degrees of luxury.", []),
]

# A label names the number behind it, but no label goes with thousands: `week 12`, `in the 26th week 24,219 cases`.
LABELS: list[Row] = [
    ("In the 26th week 24,219 new cases were reported.", ["24,219 new cases = 24219 case"]),
    ("On that day 3,500 people fled.", ["3,500 people = 3500 person"]),
    ("In this district 12,400 homes have no water.", ["12,400 homes = 12400 home"]),
    ("During the last season 1,250 boats sank.", ["1,250 boats = 1250 boat"]),
    ("In week 12 cases fell.", []),
    ("Article 5 rights are safe.", []),
    ("District 9 residents met.", []),
    ("Resolution 1325 members met.", []),
    ("Flight 370 families waited.", []),
]

STANDS_FOR: list[Row] = [
    ("In May 2,300 cases were reported, a figure that climbed to 4,100 in June.", ["2,300 cases = 2300 case", "4,100 = 4100 case"]),
    ("The camp held 1,200 refugees; the number rose to 3,400 by June.", ["1,200 refugees = 1200 refugee", "3,400 = 3400 refugee"]),
    ("Some 5,000 jobs were lost. The figure rose to 7,000 in a year.", ["5,000 jobs = 5000 job | about", "7,000 = 7000 job"]),
    ("The index hit a figure that climbed to 4,100.", []),
    ("The number climbed to 4,100 in June.", []),
    ("It paid $3,000, a figure that climbed to 4,100.", ["$3,000 = 3000 USD"]),
]

# `one` counts where people came to harm, elsewhere it is an article or a pronoun.
ONE: list[Row] = [
    ("At least one person was killed and three were injured in the blast.", ["one person = 1 person | at least", "three = 3 person"]),
    ("One soldier died and two were wounded on Monday.", ["One soldier = 1 soldier", "two = 2 person"]),
    ("A blast in the market killed one man and hurt four.", ["one man = 1 man", "four = 4 person"]),
    ("The ministry confirmed one death and 12 new cases.", ["one death = 1 death", "12 new cases = 12 case"]),
    ("One woman is missing after the flood.", ["One woman = 1 woman"]),
    ("A landslide killed one and injured five.", ["one = 1 person", "five = 5 person"]),
    ("One man asked why.", []),
    ("It was one of the deaths that shook the town.", []),
    ("One day the killed man's son returned.", []),
    ("One official said that the dead had names.", []),
    ("No one died.", []),
    ("One person's loss is another's gain.", []),
    ("He was the one who was arrested.", []),
    ("One by one the wounded came.", []),
]

# Names and adverbs may stand between a number and its noun.
FAR_NOUNS: list[Row] = [
    ("The firm sold 63,000 Model 3 sedans.", ["63,000 Model 3 sedans = 63000 sedan"]),
    ("The wind farm is worth about 20 decently sized power plants.", ["20 decently sized power plants = 20 plant | about"]),
    ("The navy ordered 12 Type 26 frigates.", ["12 Type 26 frigates = 12 frigate"]),
    ("The army has 40 recently repaired trucks.", ["40 recently repaired trucks = 40 truck"]),
    ("Poland bought 32 F-35 jets.", ["32 F-35 jets = 32 jet"]),
    ("In 2019 Model 3 sedans sold well.", []),
    ("The 45 rule changes things for drivers.", []),
    ("Level 3 patients were moved.", []),
    ("At 18 Baker Street, lodgers complained.", []),
    ("Windows 11 users complained.", []),
]

# What a rate is of may stand before the figure: `the quintal averaged $184`, `an annual payroll of $3 million`.
RATES_BEFORE: list[Row] = [
    ("A quintal of coffee averaged $184 in June.", ["$184 = 184 USD | | quintal"]),
    ("The barrel rose to $83 in London.", ["$83 = 83 USD | | barrel"]),
    ("The levy is for firms whose annual payroll is more than N$1 million.", ["N$1 million = 1000000 NAD | more than | year"]),
    ("He gets a monthly pension of $120.", ["$120 = 120 USD | | month"]),
    ("Exports will grow annually by 5 per cent.", ["5 per cent = 5 percent | | year"]),
    ("The day cost the firm $5 million.", ["$5 million = 5000000 USD"]),
    ("The share of exports rose to 5 percent.", ["5 percent = 5 percent"]),
    ("The annual report put losses at $5 million.", ["$5 million = 5000000 USD"]),
    ("The annual fair was worth $5 million.", ["$5 million = 5000000 USD"]),
    ("The monthly magazine paid $300.", ["$300 = 300 USD"]),
    ("Litre bottles were sold by a firm worth $3 million.", ["$3 million = 3000000 USD"]),
]

AREAS: list[Row] = [
    ("The palace measured 1200x1200 metres.", ["1200x1200 metres = 1440000 square metre"]),
    ("They dug a 20 x 30 metre pit.", ["20 x 30 metre = 600 square metre"]),
    ("The carpet is 3m x 4m.", ["3m x 4m = 12 square metre"]),
    ("A 10×20 cm card was found.", ["10×20 cm = 200 square centimetre"]),
    ("The plots are 50 feet x 100 feet.", ["50 feet x 100 feet = 5000 square foot"]),
    ("She won gold in the 4x100m relay.", []),
    ("He drives a 4x4 truck.", []),
    ("The 4 x 400 metres team won.", ["400 metres = 400 metre"]),
    ("It bought 3 x 50 MW turbines.", ["50 MW = 50 megawatt"]),
    ("Generation X 20 metres away cheered.", ["20 metres = 20 metre"]),
]

SERIES: list[Row] = [
    (
        "The rise in cases was also seen in Salto (+3,100), Rivera (+1,250) and Florida (+1,040).",
        ["+3,100 = 3100 case", "+1,250 = 1250 case", "+1,040 = 1040 case"],
    ),
    (
        "Cases went up in Maria Grande (1,220 to 1,551) and San Jose (870 to 1,583).",
        [
            "1,220 = 1220 case",
            "1,551 = 1551 case",
            "870 = 870 case",
            "1,583 = 1583 case",
        ],
    ),
    ("The votes went to Ana Ruiz (1,220) and Luis Paz (870).", []),
    (
        "Infections rose in Ica (2,400 to 2,900); Puno (1,100 to 1,300) and Ate (788 to 1,222).",
        [
            "2,400 = 2400 infection",
            "2,900 = 2900 infection",
            "1,100 = 1100 infection",
            "1,300 = 1300 infection",
            "788 = 788 infection",
            "1,222 = 1222 infection",
        ],
    ),
    (
        "Some 4,000 cases were found. The rise was sharpest in Lima (2,560 to 3,365) and Callao (1,100 to 1,390).",
        ["4,000 cases = 4000 case | about", "2,560 = 2560 case", "3,365 = 3365 case", "1,100 = 1100 case", "1,390 = 1390 case"],
    ),
    ("The rise in rents was sharpest in Lima (2,560 to 3,365) and Callao (1,100 to 1,390).", []),
    ("The rise was sharpest in Lima (2,560 to 3,365) and Callao (1,100 to 1,390).", []),
    (
        "There were 140 deaths last week, 12 more than the week before, and four fires.",
        ["140 deaths = 140 death", "12 = 12 death", "four fires = 4 fire"],
    ),
    ("Prices rose in Lima (2019) and Callao (2020).", []),
    ("The winners were Kim (23) and Lee (31).", []),
]

# `rose by 8 percent and exports by 5`: the same unit moves, as long as nothing else does.
BY: list[Row] = [
    ("Imports rose by 8 percent and exports by 5.", ["8 percent = 8 percent", "5 = 5 percent"]),
    ("The price of tin increased by 2 percent but that of zinc decreased by 1.", ["2 percent = 2 percent", "1 = 1 percent"]),
    ("Rents went up by 6.5 per cent in Leeds and by 4.2 in York.", ["6.5 per cent = 6.5 percent", "4.2 = 4.2 percent"]),
    ("Sales fell by 3%, and profit dropped by 12.", ["3% = 3 percent", "12 = 12 percent"]),
    ("Output grew by 4 percent in May and shrank by 2 in June.", ["4 percent = 4 percent", "2 = 2 percent"]),
    ("Sales rose by 8 percent and the club won by 5.", ["8 percent = 8 percent"]),
    ("Imports rose by 8 percent and the staff by 500 people.", ["8 percent = 8 percent", "500 people = 500 person"]),
    ("The price rose by 8 percent and is to be paid by 5 May.", ["8 percent = 8 percent"]),
    ("Wages rose by 8 percent by 2019.", ["8 percent = 8 percent"]),
    ("The index rose by 2 percent, and the other gained by 300 points.", ["2 percent = 2 percent"]),
]

# The word `minus` says that a level is below nought; a margin of error goes both ways.
MINUS: list[Row] = [
    ("Growth was minus 0.3 percent in March.", ["minus 0.3 percent = -0.3 percent"]),
    ("The key rate stands at minus 0.75%.", ["minus 0.75% = -0.75 percent"]),
    ("Inflation, at minus 0.1 per cent, is low.", ["minus 0.1 per cent = -0.1 percent"]),
    ("The visitors finished with minus-5 yards.", []),
    ("The shaft ends at minus 400 metres.", ["minus 400 metres = -400 metre"]),
    ("It was minus 12 degrees Celsius at dawn.", ["minus 12 degrees Celsius = -12 degree Celsius"]),
    ("The margin of error is plus or minus 3 percentage points.", ["3 percentage points = 3 percentage point"]),
    ("They get the price minus a 5 percent fee.", ["5 percent = 5 percent"]),
    ("The sign was a minus. 5 metres on stood a plus.", ["5 metres = 5 metre"]),
    ("The terminus 5 km away was closed.", ["5 km = 5 kilometre"]),
    ("Exports (-3%) fell.", ["-3% = 3 percent"]),
]

KNOTS: list[Row] = [
    ("Winds of 65 kt lashed the coast.", ["65 kt = 65 knot"]),
    ("The cyclone's gusts reached 90 kt.", ["90 kt = 90 knot"]),
    ("The ship's top speed is 24 kt.", ["24 kt = 24 knot"]),
    ("The mine made 110 kt of copper.", []),
    ("The necklace is of 18 kt gold.", []),
]

CARS: list[Row] = [
    ("The new model has a two-door body.", ["two-door = 2 door"]),
    ("It delivered 27,000 Model S and Model X vehicles.", ["27,000 Model S and Model X vehicles = 27000 vehicle"]),
    ("The stock closed at Y=28,030 in Tokyo.", ["Y=28,030 = 28030 JPY"]),
    ("The variable x=28 is a constant.", []),
    ("Open-door days draw crowds.", []),
]

# A number with a capital in the middle of a sentence belongs to a name, a sum with signs to a format; a quotation mark divides no words.
NAMES: list[Row] = [
    ("“More than 45 shops closed,” the mayor said.", ["45 shops = 45 shop | more than"]),
    ("He sat in the Two Brothers Inns with six friends.", ["six friends = 6 friend"]),
    ("Army Kills Three Rebels in Raid on Camp", ["Three Rebels = 3 rebel"]),
    ("Police said that Three Rebels were killed in the raid.", []),
    ("The keeper of the Two Sacred Rivers came.", []),
    ("She led the Four Sisters Houses charity for years.", []),
    ("The 5 + 1 talks went on.", []),
    ("A 6 + 2 + 1 summits plan was agreed.", []),
    ("The Five Star movement won 30 seats.", ["30 seats = 30 seat"]),
    ("He is one of the Seven Wise Elders of the town.", []),
]

# `one in five people` is a fraction in words, and five people are none of it.
FRACTIONS: list[Row] = [
    ("One in five people is poor.", []),
    ("About two in three voters agree.", []),
    ("Nine out of 10 households have power.", []),
    ("One of every three sharks is female.", []),
    ("Some four in every ten jobs are at risk.", []),
    ("One or two things went wrong.", []),
    ("Some 12 people in five cars were hurt.", ["12 people = 12 person | about", "five cars = 5 car"]),
    ("The group killed two in three raids.", ["two = 2 person", "three raids = 3 raid"]),
    ("He worked in five cities.", ["five cities = 5 city"]),
    ("Of the ten jobs, four are at risk.", ["ten jobs = 10 job", "four = 4 job"]),
    ("Two or three things went wrong.", ["Two or three things = 2..3 thing"]),
]

# A range may say its unit twice or its scale once; a movement has two figures.
MEASURED_RANGES: list[Row] = [
    ("Water of 26°C to 27°C is best.", ["26°C to 27°C = 26..27 degree Celsius"]),
    ("The tunnel is between 10 km and 12 km long.", ["10 km and 12 km = 10..12 kilometre"]),
    ("Bags of 10kg-12kg sell well.", ["10kg-12kg = 10..12 kilogram"]),
    ("The plant burns between two and 18 million tonnes.", ["two and 18 million tonnes = 2000000..18000000 tonne"]),
    ("Waves of 5 metres to 7 metres are forecast.", ["5 metres to 7 metres = 5..7 metre"]),
    ("The lake fell from 26 metres to 20 metres.", ["26 metres = 26 metre", "20 metres = 20 metre"]),
    ("The road grew from 5 km to 7 km.", ["5 km = 5 kilometre", "7 km = 7 kilometre"]),
    ("The river rose 5 metres to 12 metres.", ["5 metres = 5 metre", "12 metres = 12 metre"]),
    ("The wells are 10 km and 12 km away.", ["10 km = 10 kilometre", "12 km = 12 kilometre"]),
    ("It is two miles and 18 million people live there.", ["two miles = 2 mile", "18 million people = 18000000 person"]),
]

MORE_POINTS: list[Row] = [
    ("Growth was 0.5 percent points higher.", ["0.5 percent points = 0.5 percentage point"]),
    ("Support rose four per cent points to 31 per cent.", ["four per cent points = 4 percentage point", "31 per cent = 31 percent"]),
    ("The big five clubs and the Big Three builders met.", []),
    ("The five big clubs met.", ["five big clubs = 5 club"]),
]

# People by the group that they make or the place where they live.
BODIES: list[Row] = [
    ("A crew of 12 was on board the trawler.", ["12 = 12 person"]),
    ("A family of five was rescued from the roof.", ["five = 5 person"]),
    ("The storm cut off a village of about 300.", ["300 = 300 person | about"]),
    ("A crowd of more than 20,000 filled the square.", ["20,000 = 20000 person | more than"]),
    ("Power is back in the town of 8,000.", ["8,000 = 8000 person"]),
    ("A team of 12 nurses flew to Nauru.", ["12 nurses = 12 nurse"]),
    ("The Group of Seven met in Hiroshima.", []),
    ("He ran a city of 12 districts.", ["12 districts = 12 district"]),
    ("The team of 2020 was better.", []),
    ("It is an island of 24-hour bars.", []),
]

# What people do, and what is done to people alone.
DEEDS: list[Row] = [
    ("More than 2,000 were evacuated from the valley.", ["2,000 = 2000 person | more than"]),
    ("Some 4,500 took part in the march.", ["4,500 = 4500 person | about"]),
    ("Police arrested 12 on Sunday and detained 40.", ["12 = 12 person", "40 = 40 person"]),
    ("The firm will cut 1,200 jobs and hire 300.", ["1,200 jobs = 1200 job", "300 = 300 person"]),
    ("Twenty-two people were on board; 21 survived.", ["Twenty-two people = 22 person", "21 = 21 person"]),
    ("Of the 60 dogs, 45 were rescued.", ["60 dogs = 60 dog", "45 = 45 dog"]),
    ("The storm damaged 400 houses and 120 were evacuated.", ["400 houses = 400 house"]),
    ("Apartment 12 survived the fire.", []),
    ("Peter Moyo, 34, survived the crash.", []),
    ("The firm hired 300 trucks.", ["300 trucks = 300 truck"]),
    ("He was sentenced to 12 years in prison.", []),
]

TOLLS: list[Row] = [
    ("The toll stood at 1,204 late at night.", ["1,204 = 1204 death"]),
    ("Four more bodies were found, bringing the toll to 17.", ["Four more bodies = 4 body", "17 = 17 death"]),
    ("Deaths rose by 12 to 340.", ["12 = 12 death", "340 = 340 death"]),
    ("Arrests fell from 40 to 23 in the district.", ["40 = 40 arrest", "23 = 23 arrest"]),
    ("Cases rose to 57 in the camp.", ["57 = 57 case"]),
    ("The road's owner raised the toll to $5.", ["$5 = 5 USD"]),
    ("Deaths rose to 12 percent of the total.", ["12 percent = 12 percent"]),
    ("The index rose by 12 to 340.", []),
    ("Cases rose in Piura (18) and Tumbes (30).", []),
    ("The home side rose to 3 in the table.", []),
]

# The second of two that are told alike.
BESIDE: list[Row] = [
    ("The chain has 45 shops in Poland and 23 in Hungary.", ["45 shops = 45 shop", "23 = 23 shop"]),
    ("The motion passed by 56 votes to 43.", ["56 votes = 56 vote", "43 = 43 vote"]),
    ("The clinic has 200 beds, of which 50 are for children.", ["200 beds = 200 bed", "50 = 50 bed"]),
    ("Nine tremors were felt. Of these, four shook the capital.", ["Nine tremors = 9 tremor", "four = 4 tremor"]),
    ("The party won 12 seats in 2016 and eight in 2020.", ["12 seats = 12 seat", "eight = 8 seat"]),
    ("All 70 of us survived.", ["70 = 70 person"]),
    ("Of those, five ministers resigned.", ["five ministers = 5 minister"]),
    ("Of these, 50 percent were women.", ["50 percent = 50 percent"]),
    ("The side won by 56 to 43.", []),
    ("One in 20 people in Lima and 3 in 10 in Cusco are poor.", []),
    ("The house passed it 120-30.", []),
]

COUNTED_NAMES: list[Row] = [
    ("Eleven Vietnamese were rescued.", ["Eleven Vietnamese = 11 person"]),
    ("Some 72,000 Chinese were polled.", ["72,000 Chinese = 72000 person | about"]),
    ("Three of the accused were freed.", ["Three = 3 accused"]),
    ("He sold 30,000 head of cattle.", ["30,000 head = 30000 head"]),
    ("She wrote some 20-odd books.", ["20-odd books = 20 book | about"]),
    ("Twenty Chinese firms left.", ["Twenty Chinese firms = 20 firm"]),
    ("He took 12 fours and 3 sixes off the last bowler.", []),
    ("The P5+1 group met in Vienna.", []),
    ("It runs on zero emissions technology.", []),
    ("There are 12 cases per 100,000 people.", ["12 cases = 12 case"]),
    ("Two heads of state came.", ["Two heads = 2 head"]),
]

# `over` the preposition says nothing of how many.
OVER: list[Row] = [
    ("They argued over two bills.", ["two bills = 2 bill"]),
    ("Over 10 episodes, the pair travel north.", ["10 episodes = 10 episode"]),
    ("The dispute over 12 islands went on.", ["12 islands = 12 island"]),
    ("A row over three posts split the cabinet.", ["three posts = 3 post"]),
    ("They quarrelled over six contracts.", ["six contracts = 6 contract"]),
    ("Over 100 people, most of them women, were hurt.", ["100 people = 100 person | more than"]),
    ("The firm runs over 40 shops.", ["40 shops = 40 shop | more than"]),
    ("It works in over 20 countries.", ["20 countries = 20 country | more than"]),
    ("There are over 300 species here.", ["300 species = 300 species | more than"]),
    ("They sold over 2,000 tickets.", ["2,000 tickets = 2000 ticket | more than"]),
]

UNITS: list[Row] = [
    ("The port handled 2.3 million TEU and sent off 410,000 TEUs.", ["2.3 million TEU = 2300000 TEU", "410,000 TEUs = 410000 TEU"]),
    ("The wells yield 3 million standard cubic feet per day.", ["3 million standard cubic feet = 3000000 cubic foot | | day"]),
    ("The plant adds 20 additional megawatts.", ["20 additional megawatts = 20 megawatt"]),
    ("The tunnel is 1,5 km long.", ["1,5 km = 1.5 kilometre"]),
    ("The snow lay two-and-a-half feet deep.", ["two-and-a-half feet = 2.5 foot"]),
    ("Fuel sells at 180 yen/litre.", ["180 yen = 180 JPY | | litre"]),
    ("She earns €3,000 a month before tax.", ["€3,000 = 3000 EUR | | month"]),
    ("The bill may be as high as $2 billion.", ["$2 billion = 2000000000 USD | at most"]),
    ("As few as 20 people came.", ["20 people = 20 person | at least"]),
    ("The value rose 6.2 percent – 17.8 percent higher than in May.", ["6.2 percent = 6.2 percent", "17.8 percent = 17.8 percent"]),
    ("Rates are at 5% – 6%.", ["5% – 6% = 5..6 percent"]),
    ("She paid €3,000 a month before she left.", ["€3,000 = 3000 EUR"]),
    ("The files are at https://news.example/a%20b?x=50%25&sum=$500.", []),
    ("Write to 500km@news.example or see www.news.example/20km.", []),
    ("He drove the and/litre joke home.", []),
]

CURRENCY_FORMS: list[Row] = [
    ("The road cost Ksh. 4.5 billion.", ["Ksh. 4.5 billion = 4500000000 KES"]),
    ("A bus ride in Uganda costs Shs 2,000.", ["Shs 2,000 = 2000 UGX"]),
    ("Manila in the Philippines set aside P1.2 million.", ["P1.2 million = 1200000 PHP"]),
    ("The loan is Php 5 million.", ["Php 5 million = 5000000 PHP"]),
    ("A ticket costs thirteen dollars forty-five.", ["thirteen dollars forty-five = 13.45 USD"]),
    ("The fund holds 125 million australian dollars.", ["125 million australian dollars = 125000000 AUD"]),
    ("The P5 met in Vienna.", []),
    ("The P2,500 printer is sold in London.", []),
    ("Manila's envoy to the Philippines met the P5.", []),
    ("She paid thirteen dollars forty times.", ["thirteen dollars = 13 USD", "forty times = 40 time"]),
]

# The second number of a pair is money where it has no name and no noun of its own.
PAIRS: list[Row] = [
    ("The mine paid $3 million and 2 million euros.", ["$3 million = 3000000 USD", "2 million euros = 2000000 EUR"]),
    ("It pledged £3 million and 2 million dollars.", ["£3 million = 3000000 GBP", "2 million dollars = 2000000 USD"]),
    ("The widow has $3 and 2 children.", ["$3 = 3 USD", "2 children = 2 child"]),
    ("The firm paid $3 million and 40 workers left.", ["$3 million = 3000000 USD", "40 workers = 40 worker"]),
    ("The state owes US$3 million and 40 billion won.", ["US$3 million = 3000000 USD", "40 billion won = 40000000000 KRW"]),
    ("Oil costs between $50 and 70 a barrel.", ["$50 and 70 = 50..70 USD | | barrel"]),
    ("Tickets cost $5 and 7 each.", ["$5 = 5 USD", "7 = 7 USD"]),
    ("It paid $3 million and $2 million.", ["$3 million = 3000000 USD", "$2 million = 2000000 USD"]),
    ("Seats cost $5 and 7 in Lima.", ["$5 = 5 USD", "7 = 7 USD"]),
    ("The fund has $4 million to 6 million.", ["$4 million to 6 million = 4000000..6000000 USD"]),
]

# One digit behind a letter is money where its country is spoken of; a question and a quarter are none.
LETTERS: list[Row] = [
    ("Q5: Where were you born?", []),
    ("Profit fell in Q4 of the year.", []),
    ("Read K2 first.", []),
    ("In Guatemala the bus costs Q5 a ride.", ["Q5 = 5 GTQ | | ride"]),
    ("The bus costs Q500.", ["Q500 = 500 GTQ"]),
    ("Bread costs R9 in South Africa.", ["R9 = 9 ZAR"]),
]

CASES = [
    *PAIRS,
    *LETTERS,
    *BODIES,
    *DEEDS,
    *TOLLS,
    *BESIDE,
    *COUNTED_NAMES,
    *OVER,
    *UNITS,
    *CURRENCY_FORMS,
    *FRACTIONS,
    *MEASURED_RANGES,
    *MORE_POINTS,
    *NAMES,
    *MINUS,
    *KNOTS,
    *CARS,
    *BY,
    *RATES_BEFORE,
    *AREAS,
    *SERIES,
    *ONE,
    *FAR_NOUNS,
    *QUARTER_POINTS,
    *PENCE,
    *LAKH_AND_CRORE,
    *MONEY_RANGES,
    *STRONG,
    *COMPOUNDS,
    *OF_THEM,
    *VAGUE,
    *TOP,
    *SUB,
    *ENGINES,
    *HEIGHTS,
    *FROM_TO,
    *CONVERTED,
    *SLIPS,
    *SPELLED_CURRENCIES,
    *RATES_OF_COUNTS,
    *TEMPERATURES,
    *LABELS,
    *STANDS_FOR,
]


def test_amounts(nlp: Language) -> None:
    hold(CASES, partial(check, nlp), 0.985)


# The dollars of an article are those of the country it is from, where its places say so and nothing speaks for another dollar.
DOLLARS: list[tuple[str, str]] = [
    ("WELLINGTON - Hikers may be fined $800. The council in Auckland agreed.", "NZD"),
    ("The flood cost Auckland $40 million. Christchurch and Wellington will pay.", "NZD"),
    ("Toronto will spend $3 million, and Ottawa as much. Vancouver waits.", "CAD"),
    ("A clean-up in Brisbane will cost $2 million, the mayors of Perth and Sydney heard.", "AUD"),
    ("Kingston and Montego Bay, in Jamaica, share the $90 million that Jamaica set aside.", "JMD"),
    ("The bank lent $5 million to Auckland and $3 million to Chicago, New York and Boston.", "USD"),
    ("Auckland paid NZ$5 million ($3 million); Wellington agreed.", "USD"),
    ("Nairobi and Mombasa will get $5 million.", "USD"),
    ("The film earned $5 million.", "USD"),
    ("Auckland lost to Sydney. The final earned $5 million.", "USD"),
]


@pytest.mark.parametrize(("text", "currency"), DOLLARS)
def test_dollars_are_the_articles(nlp: Language, text: str, currency: str) -> None:
    sheet = make_sheet(Article(text, published=PUBLISHED), nlp)
    assert {m.currency for m in sheet.money if m.text.startswith("$")} == {currency}
