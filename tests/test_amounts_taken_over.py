"""Numbers that take their noun from elsewhere, names between a number and its noun, and marks that are no figures, by family."""

from __future__ import annotations

from functools import partial

from amount_rows import Row, check
from spacy.language import Language
from tables import hold

INCLUDED: list[Row] = [
    ("The flood drove out 9,000 people, including 2,500 who lost their homes.", ["9,000 people = 9000 person", "2,500 = 2500 person"]),
    ("Police freed 300 workers, including 40 from Nepal.", ["300 workers = 300 worker", "40 = 40 worker"]),
    (
        "Of about 600 million speakers of the language, 90 million live in towns.",
        ["600 million speakers = 600000000 speaker | about", "90 million = 90000000 speaker"],
    ),
    (
        "The storm pushed 12 million people into debt and 4 million into hunger.",
        ["12 million people = 12000000 person", "4 million = 4000000 person"],
    ),
    (
        "Some 7 million out of Chad's 18 million people were counted.",
        ["7 million = 7000000 person | about", "18 million people = 18000000 person"],
    ),
    ("He owns 30 horses, including Number 7.", ["30 horses = 30 horse"]),
    ("The club has 40 players, including the No. 9.", ["40 players = 40 player"]),
    ("She read 12 books, including 1984.", ["12 books = 12 book"]),
    ("The fair drew 900 guests, including 5 percent from Ghana.", ["900 guests = 900 guest", "5 percent = 5 percent"]),
    ("They hired 20 clerks, including two in 2024.", ["20 clerks = 20 clerk", "two = 2 clerk"]),
]

STANDING_FOR: list[Row] = [
    ("The city had 90 cinemas; there are now 12.", ["90 cinemas = 90 cinema", "12 = 12 cinema"]),
    ("In May 700 shops were open. This dropped to 410 in June.", ["700 shops = 700 shop", "410 = 410 shop"]),
    ("The court tried 220 people. That number has risen to 305.", ["220 people = 220 person", "305 = 305 person"]),
    ("There were 178 unions, an increase from the 120 seen two years before.", ["178 unions = 178 union", "120 = 120 union"]),
    ("Okoro took 930 votes while Bello got only 665.", ["930 votes = 930 vote", "665 = 665 vote"]),
    ("Daily arrivals have passed the 6,000 mark.", ["6,000 = 6000 arrival"]),
    ("The index passed the 6,000 mark.", []),
    ("The team has 20 players. It rose to 3rd place.", ["20 players = 20 player"]),
    ("The village has 300 houses. There was a fire.", ["300 houses = 300 house"]),
    ("The bank has 40 branches. It lost 5 percent.", ["40 branches = 40 branch", "5 percent = 5 percent"]),
    ("The airline flies 12 jets, and the 747 is the oldest.", ["12 jets = 12 jet"]),
]

COUNTED_PEOPLE: list[Row] = [
    ("The blast led to the death of 14 and to the arrest of six.", ["14 = 14 person", "six = 6 person"]),
    ("The fund pays 3 million unemployed.", ["3 million unemployed = 3000000 person"]),
    ("The airline repatriated over 50,000.", ["50,000 = 50000 person | more than"]),
    ("He spoke of the death of a king.", []),
    ("The killing of Order 227 was news.", []),
    ("Unemployed men met.", []),
    ("The author of 1984 was ill.", []),
    ("The loss of form cost them.", []),
]

NAMES_BETWEEN: list[Row] = [
    ("Three Supreme Court of Kenya judges sat.", ["Three Supreme Court of Kenya judges = 3 judge"]),
    ("The fair had two 'Green Harbour' marches.", ["two 'Green Harbour' marches = 2 march"]),
    ('The club has 30 "founding members" today.', ['30 "founding members = 30 member']),
    ("Four ex-ministers were tried.", ["Four ex-ministers = 4 minister"]),
    ("The yard owns seven up-to-the-minute rescue tugs.", ["seven up-to-the-minute rescue tugs = 7 tug"]),
    ("More than half of the 1607 voters came.", ["1607 voters = 1650 voter"]),
    ("There are 14.5 pupils per teacher.", ["14.5 pupils = 14.5 pupil"]),
    ("In all 22, Kenyan and Chadian police met.", []),
    ("The court heard three 'no's.", []),
    ("The score was 3.7 rebounds higher.", []),
    ("At 9 “the bell” rang.", []),
    ("He won the 1956 elections.", []),
]

LISTED_WITH_ONE: list[Row] = [
    ("She has three sons and one daughter.", ["three sons = 3 son", "one daughter = 1 daughter"]),
    ("They won six silver medals and one gold medal.", ["six silver medals = 6 medal", "one gold medal = 1 medal"]),
    (
        "The school has nine classrooms, one science laboratory and a yard.",
        ["nine classrooms = 9 classroom", "one science laboratory = 1 laboratory"],
    ),
    ("One nurse and four doctors came.", ["One nurse = 1 nurse", "four doctors = 4 doctor"]),
    ("The port has two cranes and one tug.", ["two cranes = 2 crane", "one tug = 1 tug"]),
    ("She has three sons and one of them is ill.", ["three sons = 3 son"]),
    ("The town has two schools and one day they will merge.", ["two schools = 2 school"]),
    ("Two men shouted at one another.", ["Two men = 2 man"]),
    ("On one hand and two legs he walked.", ["two legs = 2 leg"]),
    ("One can see two towers.", ["two towers = 2 tower"]),
]

YEARS_AND_GROUPS: list[Row] = [
    ("Rents rose from 300 euros in 2019 to 4,100 euros in 2024.", ["300 euros = 300 EUR", "4,100 euros = 4100 EUR"]),
    ("Output grew from 3,000 tonnes in 2010 to 5,000 tonnes.", ["3,000 tonnes = 3000 tonne", "5,000 tonnes = 5000 tonne"]),
    ("Support rose from a low of 12 percent to 15 percent.", ["12 percent = 12 percent", "15 percent = 15 percent"]),
    ("The mill employs 12.000 people.", ["12.000 people = 12000 person"]),
    ("The fee varies by a range of 2 percent to 4 percent.", ["2 percent to 4 percent = 2..4 percent"]),
    ("The jar holds 1.250 litres.", ["1.250 litres = 1.25 litre"]),
]

PARTS_OF_UNITS: list[Row] = [
    ("The path is three quarters of a mile long.", ["three quarters of a mile = 0.75 mile"]),
    ("A cup is 1/4 of a US pint.", ["1/4 of a US pint = 0.25 US pint"]),
    ("It snowed half an inch.", ["half an inch = 0.5 inch"]),
    ("The van holds 90 US gallons.", ["90 US gallons = 90 gallon"]),
    ("The stamp costs 17 USD 25.", ["17 USD 25 = 17.25 USD"]),
    ("Half of a house burned.", []),
    ("A quarter of a century passed.", []),
    ("He ate 1/4 of a pie.", []),
    ("Her half of one ship was sold.", []),
    ("The prize was $4.25 and 32 were left.", ["$4.25 = 4.25 USD"]),
]

NO_FIGURES: list[Row] = [
    ("He swam the 100m butterfly.", []),
    ("The shot flew into the six-yard box.", []),
    ("She lost the men's 80-kg bout.", []),
    ("The table is in Appendix 3C.", []),
    ("Three out of four phones sold were cheap.", []),
    ("The wall is 100m long.", ["100m = 100 metre"]),
    ("The boar weighed 80 kg.", ["80 kg = 80 kilogram"]),
    ("The water was 31C at noon.", ["31C = 31 degree Celsius"]),
    ("A yard of 6 metres was dug.", ["6 metres = 6 metre"]),
    ("The levy took a 10% share.", ["10% = 10 percent"]),
]

CASES: list[Row] = [
    *INCLUDED,
    *STANDING_FOR,
    *COUNTED_PEOPLE,
    *NAMES_BETWEEN,
    *LISTED_WITH_ONE,
    *YEARS_AND_GROUPS,
    *PARTS_OF_UNITS,
    *NO_FIGURES,
]


def test_amounts(nlp: Language) -> None:
    hold(CASES, partial(check, nlp), 0.97)
