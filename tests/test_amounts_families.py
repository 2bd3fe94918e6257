"""Families of numbers, money and units that are read wrong in silence: each with sentences that it catches and that it must leave."""

from __future__ import annotations

from functools import partial

from amount_rows import Row, check
from spacy.language import Language
from tables import hold

SCALES: list[Row] = [
    ("Acme Raises $45 Million for Its Docks", ["$45 Million = 45000000 USD"]),
    ("The port earned £3.6million from tolls.", ["£3.6million = 3600000 GBP"]),
    ("The mill in India owes Rs 12.5cr to its workers.", ["Rs 12.5cr = 125000000 INR"]),
    ("The road cost $64 mil, the bridge $2.1 bil.", ["$64 mil = 64000000 USD", "$2.1 bil = 2100000000 USD"]),
    ("It signed a 30-billion US-dollar contract.", ["30-billion US-dollar = 30000000000 USD"]),
    ("He paid with a $50 bill.", ["$50 = 50 USD"]),
    ("The court took 35L of fuel.", ["35L = 35 litre"]),
    ("She ran the 10K race for the third time.", []),
    ("The shop sells 4K televisions.", []),
    ("The sharpener fits 2B pencils.", []),
]

OWN_CURRENCY: list[Row] = [
    ("The bank lent €7 million and $2 million.", ["€7 million = 7000000 EUR", "$2 million = 2000000 USD"]),
    ("Fares run from £20 to $90.", ["£20 = 20 GBP", "$90 = 90 USD"]),
    ("The fine is EUR 35.", ["EUR 35 = 35 EUR"]),
    ("A meal costs CHF 28 in the hall.", ["CHF 28 = 28 CHF"]),
    ("Debts of ₹9 crore and $4 million were sold.", ["₹9 crore = 90000000 INR", "$4 million = 4000000 USD"]),
    ("Delegates flew to COP 29 in the autumn.", []),
    ("The old router (R7000) was sold.", []),
    ("Shares in the index (N225) rose.", []),
    ("The phone scored more in Geekmark R23 than its rival.", []),
    ("Take exit K12 to the harbour.", []),
]

PARTS_OF_A_PERCENT: list[Row] = [
    ("The levy rose by a quarter of a percent.", ["a quarter of a percent = 0.25 percent"]),
    ("Turnout fell by three-tenths of one percent.", ["three-tenths of one percent = 0.3 percent"]),
    (
        "The bank moved its rate by one-half of 1 percent to 5 percent.",
        ["one-half of 1 percent = 0.5 percent", "5 percent = 5 percent"],
    ),
    ("Less than a tenth of a percent of the vote was lost.", ["a tenth of a percent = 0.1 percent | less than"]),
    ("The boat lies two and one-half miles off the coast.", ["two and one-half miles = 2.5 mile"]),
    ("A quarter of the votes were lost.", []),
    ("Half of one household's goods were stolen.", []),
    ("One percent of voters stayed at home.", ["One percent = 1 percent"]),
    ("Two-thirds of the members left.", []),
    ("The third of a pair of storms hit.", []),
]

BELOW_NOUGHT: list[Row] = [
    ("The deposit rate fell to -0.4 percent.", ["-0.4 percent = -0.4 percent"]),
    ("Growth was minus two percent.", ["minus two percent = -2 percent"]),
    ("The yield stood at −0.12%.", ["−0.12% = -0.12 percent"]),
    ("The club has a balance of -$3 million.", ["-$3 million = -3000000 USD"]),
    ("The rate is –0.5% in the euro zone.", ["–0.5% = -0.5 percent"]),
    ("Acme (-2.5%) and Zeta (+1.5%) moved most.", ["-2.5% = 2.5 percent", "+1.5% = 1.5 percent"]),
    ("The count is exact to plus or minus 3 percent.", ["3 percent = 3 percent"]),
    ("Sales grew by 4-5 percent.", ["4-5 percent = 4..5 percent"]),
    ("A non-$5 offer was made.", []),
    ("The price – $7 – is low.", ["$7 = 7 USD"]),
]

HANGING: list[Row] = [
    ("It is a $4- to $5-billion gap.", ["$4- to $5-billion = 4000000000..5000000000 USD"]),
    ("A 15- to 20-foot wave struck.", ["15- to 20-foot = 15..20 foot"]),
    ("They seek a 10- to 15-percent rise.", ["10- to 15-percent = 10..15 percent"]),
    ("The 30- to 40-mile road is shut.", ["30- to 40-mile = 30..40 mile"]),
    ("The €2- to €3-million prize was split.", ["€2- to €3-million = 2000000..3000000 EUR"]),
    ("The price rose from $4 to $5.", ["$4 = 4 USD", "$5 = 5 USD"]),
    ("They want a 5- and a 10-mile race.", ["10-mile = 10 mile"]),
    ("It fell from 8 percent to 5 percent.", ["8 percent = 8 percent", "5 percent = 5 percent"]),
    ("A five- to six-year term was given.", []),
    ("Team A won 3- to the crowd's joy.", []),
]

BOUNDS: list[Row] = [
    ("Turnout was lower than 30 percent.", ["30 percent = 30 percent | less than"]),
    ("Rents are higher than $1,500.", ["$1,500 = 1500 USD | more than"]),
    ("Fines are no higher than $40.", ["$40 = 40 USD | at most"]),
    ("Stakes no lower than 5% are told.", ["5% = 5 percent | at least"]),
    ("Farms smaller than 20 hectares are free.", ["20 hectares = 20 hectare | less than"]),
    ("The price is 4 percent higher than $90.", ["4 percent = 4 percent", "$90 = 90 USD"]),
    ("Rates lower than 10% or above 40 percent lapse.", ["10% = 10 percent | less than", "40 percent = 40 percent | more than"]),
    ("It paid $20, higher or not.", ["$20 = 20 USD"]),
    ("The lower house has 90 members.", ["90 members = 90 member"]),
    ("The higher court fined 12 firms.", ["12 firms = 12 firm"]),
]

UNITS: list[Row] = [
    ("The air held 41 µg/m³ of dust.", ["41 µg = 41 microgram | | cubic metre"]),
    ("The river carries 250 m3/s.", ["250 m3 = 250 cubic metre | | second"]),
    ("Police found 6.5g of gold and 750 g of silver.", ["6.5g = 6.5 gram", "750 g = 750 gram"]),
    ("The ship took on 22,000 t of ore and 40 l of oil.", ["22,000 t = 22000 tonne", "40 l = 40 litre"]),
    ("The car emits 98 g/km on a 12KM road.", ["98 g = 98 gram | | kilometre", "12KM = 12 kilometre"]),
    ("The town has a 5g mast.", []),
    ("Item 3 t was struck from the list.", []),
    ("The fund filed its 13F form.", []),
    ("The carrier flies the 777F to Oslo.", []),
    ("He fights in the 71 kg category.", []),
]

WEATHER: list[Row] = [
    ("It was 41 degrees in Seville.", ["41 degrees = 41 degree"]),
    ("Highs of 33 to 36 degrees are due.", ["33 to 36 degrees = 33..36 degree"]),
    ("Temperatures passed 44 degrees in Multan.", ["44 degrees = 44 degree"]),
    ("The mercury fell to 9.5degC.", ["9.5degC = 9.5 degree Celsius"]),
    ("It was 112F at noon.", ["112F = 112 degree Fahrenheit"]),
    ("She holds two degrees in law.", []),
    ("The ship turned 40 degrees.", []),
    ("The quake struck at 36 degrees north.", []),
    ("The car spun 180 degrees in the rain.", []),
    ("He has three degrees from Leeds.", []),
]

NO_YEARS: list[Row] = [
    ("Some 1800 people fled.", ["1800 people = 1800 person | about"]),
    ("The army killed 1750 rebels.", ["1750 rebels = 1750 rebel"]),
    ("A 1600-seat theatre opened.", ["1600-seat = 1600 seat"]),
    ("Nearly 2000 homes burned.", ["2000 homes = 2000 home | about"]),
    ("The plant will cut 1550 jobs.", ["1550 jobs = 1550 job"]),
    ("The party lost the 2019 elections.", []),
    ("In 1998 prices were lower.", []),
    ("The 2012 riots are remembered.", []),
    ("Since 2010 farmers have left.", []),
    ("The band played its 1985 songs.", []),
]

TYPES: list[Row] = [
    ("The carrier parked 30 737 jets.", ["30 737 jets = 30 jet"]),
    ("It ordered six 777 freighters.", ["six 777 freighters = 6 freighter"]),
    ("It bought 20 of Boeing's 787-9 jets.", ["20 = 20 jet"]),
    ("Three of the nine reactors are shut.", ["Three = 3 reactor", "nine reactors = 9 reactor"]),
    ("Four of Weber's cabinet aides left.", ["Four = 4 aide"]),
    ("The 737 jets are old.", []),
    ("Neighbours made 911 calls.", []),
    ("Homes with Wi-Fi 6 routers are few.", []),
    ("One of the three men fled.", ["three men = 3 man"]),
    ("Thornberg 4 lamps sell well.", []),
]

COLLECTIVES: list[Row] = [
    ("The number of dead rose to 71.", ["71 = 71 person"]),
    ("The number of registered voters is 2,304,000.", ["2,304,000 = 2304000 voter"]),
    ("The number of clinics went up by 4 to 37.", ["4 = 4 clinic", "37 = 37 clinic"]),
    ("The number of pending cases stood at over 1.1 million.", ["1.1 million = 1100000 case | more than"]),
    ("The fleet of trams shrank from 90 to 72.", ["90 = 90 tram", "72 = 72 tram"]),
    ("The number of goals is not 3.", []),
    ("A number of players moved to Ajax in 2019.", []),
    ("The number of visitors rose by 5 percent.", ["5 percent = 5 percent"]),
    ("The order of the day fell to committee 7.", []),
    ("The number of the house is 14.", []),
]

MORE_OF_THEM: list[Row] = [
    ("Some 400 miners left, and another 90 have resigned.", ["400 miners = 400 miner | about", "90 = 90 miner"]),
    ("The fire killed two guards and injured six more.", ["two guards = 2 guard", "six = 6 guard"]),
    ("Five of 12 bridges fell. The other seven are shut.", ["Five = 5 bridge", "12 bridges = 12 bridge", "seven = 7 bridge"]),
    ("It sold nine boats: four to Chile and five to Peru.", ["nine boats = 9 boat", "four = 4 boat", "five = 5 boat"]),
    ("The team won four silver and two bronze medals.", ["four = 4 medal", "two bronze medals = 2 medal"]),
    ("Three ships left; another left later.", ["Three ships = 3 ship"]),
    ("The two met at 5 and two officers came.", ["two officers = 2 officer"]),
    ("Prices rose 4 percent, and another 3 are due.", ["4 percent = 4 percent"]),
    ("Six boats came at 7 in the morning and at 9 in the evening.", ["Six boats = 6 boat"]),
    ("He is more than 50.", []),
]

CHAINS: list[Row] = [
    (
        "Kenya reaped 64 tons per hectare; Malawi, 58; and Chad, 51.",
        ["64 tons = 64 ton | | hectare", "58 = 58 ton", "51 = 51 ton"],
    ),
    (
        "The largest are Chile (9 million tons), Peru (7 million) and Congo (4 million).",
        ["9 million tons = 9000000 ton", "7 million = 7000000 ton", "4 million = 4000000 ton"],
    ),
    (
        "The markets are France with 8,900 tourists, Peru with 3,100 and Chad with 1,200.",
        ["8,900 tourists = 8900 tourist", "3,100 = 3100 tourist", "1,200 = 1200 tourist"],
    ),
    ("He has been to Peru 14 times.", ["14 times = 14 time"]),
    ("The film was viewed 3 million times.", ["3 million times = 3000000 time"]),
    ("It is four times as large.", []),
    ("They meet three times a week.", []),
    ("Sales are five times higher.", []),
    ("Weber (CDU), 58; Braun, 61, and Klein spoke of 3 laws.", ["3 laws = 3 law"]),
    ("Mali had 3 tons; Chad, in 2019, had none.", ["3 tons = 3 ton"]),
]

NOUNS: list[Row] = [
    ("The fund helps 300 local artists.", ["300 local artists = 300 artist"]),
    ("Some 600 sheep and three deer died.", ["600 sheep = 600 sheep | about", "three deer = 3 deer"]),
    ("The fleet has six state-of-the-art vessels.", ["six state-of-the-art vessels = 6 vessel"]),
    ("The group owns 44 weekly papers.", ["44 = 44 paper"]),
    ("The last 200 or so settlers left.", ["200 or so settlers = 200 settler | about"]),
    ("It began at 9 local time.", []),
    ("She was born in the nineteen sixties.", []),
    ("He scored two penalties moments later.", ["two penalties = 2 penalty"]),
    ("Page 12 papers were lost.", []),
    ("The 3 a.m. local news was late.", []),
]

OTHER_UNITS: list[Row] = [
    ("The grid hums at 50 Hz, the radio at 98.5 MHz.", ["50 Hz = 50 hertz", "98.5 MHz = 98.5 megahertz"]),
    ("The engine gives 320 Nm of torque.", ["320 Nm = 320 newton metre"]),
    ("The well held 12 parts per billion of lead.", ["12 parts per billion = 12 part per billion"]),
    ("Carbon dioxide stood at 421 ppm in May.", ["421 ppm = 421 part per million"]),
    ("A 220-kV line and a 12-volt lamp were stolen.", ["220-kV = 220 kilovolt", "12-volt = 12 volt"]),
    ("Pressure in the eye fell to 935 hPa.", ["935 hPa = 935 hectopascal"]),
    ("The Nm 12 yarn is grey.", []),
    ("It runs on the 5G band.", []),
    ("The car has a V8 engine.", []),
    ("He drove the KV bus home.", []),
    ("Bars in the town were shut.", []),
]

ANNOUNCED: list[Row] = [
    ("The coach has three choices, all bad.", []),
    ("The club was champion for two seasons.", []),
    ("Two things are certain: rain and tax.", []),
    ("She was torn between two worlds.", []),
    ("The plan serves target 12 of the pact.", []),
    ("In three words, it was cold.", []),
    ("He wrote 800 words about three railways.", ["800 words = 800 word", "three railways = 3 railway"]),
    ("The plan has 21 targets.", ["21 targets = 21 target"]),
    ("Two of us will go.", ["Two = 2 person"]),
    ("Three seasonal workers were hurt.", ["Three seasonal workers = 3 worker"]),
    ("The zoo has two systems of tunnels and 14 keepers.", ["14 keepers = 14 keeper"]),
]

KINDS: list[Row] = [
    ("She holds two master's degrees.", ["two master's degrees = 2 degree"]),
    ("The club entered six women's teams.", ["six women's teams = 6 team"]),
    ("The town has four children's homes.", ["four children's homes = 4 home"]),
    ("They won five men's titles and three women's titles.", ["five men's titles = 5 title", "three women's titles = 3 title"]),
    ("The shop sold 40 girls' coats.", ["40 girls' coats = 40 coat"]),
    ("The two countries' leaders met.", ["two countries = 2 country"]),
    ("The four miners' wives waited.", ["four miners = 4 miner"]),
    ("Her master's degree cost her two jobs.", ["two jobs = 2 job"]),
    ("The first two resigned on Monday.", []),
    ("The men's final drew 900 fans.", ["900 fans = 900 fan"]),
]

NAME_FIRST: list[Row] = [
    ("The fare rose to rupee 40 on Monday.", ["rupee 40 = 40 INR"]),
    ("He was fined Rupee 5,000 in Pune.", ["Rupee 5,000 = 5000 INR"]),
    ("The rupee 40 years ago was strong.", []),
    ("The rupee fell 12 percent.", ["12 percent = 12 percent"]),
]

MOVED_AND_SHARED: list[Row] = [
    (
        "At least 60 million people are hungry, a rise of 3 million in a year.",
        ["60 million people = 60000000 person | at least", "3 million = 3000000 person"],
    ),
    ("The chain runs 1,400 shops, an increase of 120 on 2024.", ["1,400 shops = 1400 shop", "120 = 120 shop"]),
    ("Police made 310 arrests, a drop of 45 from the year before.", ["310 arrests = 310 arrest", "45 = 45 arrest"]),
    ("There were 11 and 14 patients in Lima and Cusco, respectively.", ["11 = 11 patient", "14 patients = 14 patient"]),
    ("The surveys asked 3,000 Japanese aged over 60.", ["3,000 Japanese = 3000 person"]),
    ("Two million self-employed will pay more.", ["Two million self-employed = 2000000 person"]),
    ("They chose from “about 60” names.", ["60” names = 60 name | about"]),
    ("It sold 300 cars, a rise of 4 percent.", ["300 cars = 300 car", "4 percent = 4 percent"]),
    ("They met in rooms 11 and 14, patients said, respectively.", []),
    ("He lost 12 votes, a fall of grace.", ["12 votes = 12 vote"]),
    ("The song “1999” names no one.", []),
    ("The town had 900 Chinese restaurants.", ["900 Chinese restaurants = 900 restaurant"]),
]

SCALE_OF_THE_OTHER: list[Row] = [
    ("The bridge will cost between $3- and $4-billion.", ["$3- and $4-billion = 3000000000..4000000000 USD"]),
    ("Imports rose to $4.2 from $3.9 billion.", ["$4.2 = 4200000000 USD", "$3.9 billion = 3900000000 USD"]),
    ("Sales fell to €3.1 from €4.4 million in May.", ["€3.1 = 3100000 EUR", "€4.4 million = 4400000 EUR"]),
    ("It costs between £2- and £3-million.", ["£2- and £3-million = 2000000..3000000 GBP"]),
    ("The tax will yield $2- to $3-billion.", ["$2- to $3-billion = 2000000000..3000000000 USD"]),
    ("He won $5 from 30 members.", ["$5 = 5 USD", "30 members = 30 member"]),
    ("Loans of £10 to £4 million are offered.", ["£10 = 10 GBP", "£4 million = 4000000 GBP"]),
    ("The fund got $12 from $20 notes.", ["$12 = 12 USD", "$20 = 20 USD"]),
    ("Profit slid to $1.2 million from $3 million.", ["$1.2 million = 1200000 USD", "$3 million = 3000000 USD"]),
    ("The fee went from $200 to $4 million.", ["$200 = 200 USD", "$4 million = 4000000 USD"]),
]

NO_VALUE: list[Row] = [
    ("She paid $1.1. million to the mill.", []),
    ("The port owes £2. billion to its banks.", []),
    ("The vote was held in No. 4 Hall of the port.", []),
    ("Okoro won the 400m in Oslo and the 1500m, too.", []),
    ("Ruiz ran in the women's 800m and came third.", []),
    ("She paid $1.1 million to the mill.", ["$1.1 million = 1100000 USD"]),
    ("The port owes £2. Billions were lost elsewhere.", ["£2 = 2 GBP"]),
    ("The answer was no. 4 halls were shut.", ["4 halls = 4 hall"]),
    ("The fence runs 400m along the road.", ["400m = 400 metre"]),
    ("He fell at the 800m mark of the road.", ["800m = 800 metre"]),
]

CASES: list[Row] = [
    *SCALE_OF_THE_OTHER,
    *NO_VALUE,
    *SCALES,
    *OWN_CURRENCY,
    *PARTS_OF_A_PERCENT,
    *BELOW_NOUGHT,
    *HANGING,
    *BOUNDS,
    *UNITS,
    *WEATHER,
    *NO_YEARS,
    *TYPES,
    *COLLECTIVES,
    *MORE_OF_THEM,
    *CHAINS,
    *NOUNS,
    *OTHER_UNITS,
    *ANNOUNCED,
    *KINDS,
    *NAME_FIRST,
    *MOVED_AND_SHARED,
]


def test_amounts(nlp: Language) -> None:
    hold(CASES, partial(check, nlp), 0.98)
