"""Amounts as they stand in the text: each row is a sentence of the wires beside its numbers with their units.

All sentences are read as published on Tuesday, 14 April 2026.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import time

import pytest
from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts import Article
from newsfacts.dates.finding import find_dates
from newsfacts.figures.amounts import Amount, find_amounts
from newsfacts.figures.amounts.numbers import parse_number, plain
from newsfacts.figures.amounts.qualifiers import per as denominator
from newsfacts.knowledge import load

PUBLISHED = datetime.date(2026, 4, 14)

Row = tuple[str, float | tuple[float, float], str]


def amounts(nlp: Language, text: str) -> list[Amount]:
    doc, article = nlp(text), Article(text, published=PUBLISHED)
    return find_amounts(doc, article, [(d.start, d.end) for d in find_dates(doc, article)])


@functools.cache
def _spelled() -> dict[str, str]:
    """ISO 4217 codes of the currencies that a country pays in, with the full name of several in English."""
    territories = [t for t in map(str, Locale("en").territories) if len(t) == 2 and t.isalpha()]
    codes = {str(c) for t in territories for c in get_territory_currencies(t)}
    odd = {"GYD", "ZWG"}  # "Guyanaese dollars"; "Zimbabwean gold" is also what is mined
    return {c: get_currency_name(c, count=5, locale="en") for c in sorted(codes - odd)}


def value_of(amount: Amount) -> float | tuple[float, float] | None:
    return (amount.low, amount.high) if amount.low is not None and amount.high is not None else amount.value


# sentence, then text, value (or low and high) and unit of each figure
PERCENTAGES: list[tuple[str, list[Row]]] = [
    (
        "Inflation eased to 3.4 percent in March from 3.9 per cent a year earlier.",
        [("3.4 percent", 3.4, "percent"), ("3.9 per cent", 3.9, "percent")],
    ),
    ("The bank cut its rate by 25 basis points to 4.75%.", [("25 basis points", 25, "basis point"), ("4.75%", 4.75, "percent")]),
    ("Growth slowed by half a percentage point.", [("half a percentage point", 0.5, "percentage point")]),
    ("Support fell 2.5 percentage points to 31 pct.", [("2.5 percentage points", 2.5, "percentage point"), ("31 pct", 31, "percent")]),
    ("Unemployment is seen between 5 and 6 percent.", [("5 and 6 percent", (5, 6), "percent")]),
    ("The target range is 3.5 to 3.75 percent.", [("3.5 to 3.75 percent", (3.5, 3.75), "percent")]),
    ("Prices rose 21, 18 and 4 percent.", [("21", 21, "percent"), ("18", 18, "percent"), ("4 percent", 4, "percent")]),
    ("Output rose from 5 percent to 7 percent.", [("5 percent", 5, "percent"), ("7 percent", 7, "percent")]),
    ("Growth sped up from 2 to 3 percent.", [("2", 2, "percent"), ("3 percent", 3, "percent")]),
    ("Turnout was sixty-two percent.", [("sixty-two percent", 62, "percent")]),
    ("Cases are up (+12%) in the north.", [("+12%", 12, "percent")]),
    ("A 10-percent tariff took effect.", [("10-percent", 10, "percent")]),
    ("Shares slid 2½ percent.", [("2½ percent", 2.5, "percent")]),
    ("Taxes rose from 3 per cent to 4.5 per cent.", [("3 per cent", 3, "percent"), ("4.5 per cent", 4.5, "percent")]),
    ("Growth will be between five and six percent.", [("five and six percent", (5, 6), "percent")]),
    ("Rates of five and six percent are usual.", [("five", 5, "percent"), ("six percent", 6, "percent")]),
    ("Analysts expect growth of 5% to 7%.", [("5% to 7%", (5, 7), "percent")]),
    ("Margins will be between 5% and 7%.", [("5% and 7%", (5, 7), "percent")]),
    ("Inflation was 7.4 compared with 9.4 percent a year earlier.", [("7.4", 7.4, "percent"), ("9.4 percent", 9.4, "percent")]),
    ("Unemployment fell from 5.2 percent to 4.8 in May.", [("5.2 percent", 5.2, "percent"), ("4.8", 4.8, "percent")]),
    ("Turnout reached 61.3 per cent, against 58.9 in 2020.", [("61.3 per cent", 61.3, "percent"), ("58.9", 58.9, "percent")]),
    ("The rate is 2,5 percent in the euro zone.", [("2,5 percent", 2.5, "percent")]),
    ("Shares fell 2 percent to 31.50.", [("2 percent", 2, "percent")]),
    ("The yield rose 3 bps to 4.5%.", [("3 bps", 3, "basis point"), ("4.5%", 4.5, "percent")]),
]

MONEY: list[tuple[str, list[Row]]] = [
    ("The company made a profit of $4.2 billion.", [("$4.2 billion", 4_200_000_000, "USD")]),
    (
        "Sales of US$800 million (€740 million) beat forecasts.",
        [("US$800 million", 800_000_000, "USD"), ("€740 million", 740_000_000, "EUR")],
    ),
    ("The fund raised $5-7m from investors.", [("$5-7m", (5_000_000, 7_000_000), "USD")]),
    (
        "The ministry set aside R92 million and Rs 500 crore.",
        [("R92 million", 92_000_000, "ZAR"), ("Rs 500 crore", 5_000_000_000, "INR")],
    ),
    (
        "The loan is worth 330 billion yuan, or 46 billion dollars.",
        [("330 billion yuan", 330_000_000_000, "CNY"), ("46 billion dollars", 46_000_000_000, "USD")],
    ),
    ("The ticket costs 60 cents.", [("60 cents", 0.6, "USD")]),
    ("The tax is 5 euros per tonne.", [("5 euros", 5, "EUR")]),
    ("He paid 1.5 million Mexican pesos.", [("1.5 million Mexican pesos", 1_500_000, "MXN")]),
    ("Chile will spend 20 billion pesos on roads in Santiago.", [("20 billion pesos", 20_000_000_000, "CLP")]),
    ("Egypt set aside 300 billion pounds for Cairo.", [("300 billion pounds", 300_000_000_000, "EGP")]),
    ("The firm owes 12 million pounds.", [("12 million pounds", 12_000_000, "GBP")]),
    ("The deal is valued at between $5 million and $7 million.", [("$5 million and $7 million", (5_000_000, 7_000_000), "USD")]),
    ("The fine was cut from $5 million to $2 million.", [("$5 million", 5_000_000, "USD"), ("$2 million", 2_000_000, "USD")]),
    ("Revenue rose by $5 million to $12 million.", [("$5 million", 5_000_000, "USD"), ("$12 million", 12_000_000, "USD")]),
    ("The state gave N$200 000 to the school.", [("N$200 000", 200_000, "NAD")]),
    ("The bridge cost RM1.2 billion.", [("RM1.2 billion", 1_200_000_000, "MYR")]),
    ("Kenya Power lost Sh3.2 billion in Nairobi.", [("Sh3.2 billion", 3_200_000_000, "KES")]),
    ("The budget is N7.2 billion.", [("N7.2 billion", 7_200_000_000, "NGN")]),
    ("The plant cost CHF 45 million.", [("CHF 45 million", 45_000_000, "CHF")]),
    ("It earned 3.5 trillion won.", [("3.5 trillion won", 3_500_000_000_000, "KRW")]),
    ("They paid two million dirhams in Dubai, UAE.", [("two million dirhams", 2_000_000, "AED")]),
    ("Fines go from $300 to $6 million.", [("$300", 300, "USD"), ("$6 million", 6_000_000, "USD")]),
    ("It paid $5 million and $7 million for the two.", [("$5 million", 5_000_000, "USD"), ("$7 million", 7_000_000, "USD")]),
    ("Sales came to N$3,75 billion or 80% of the plan.", [("N$3,75 billion", 3_750_000_000, "NAD"), ("80%", 80, "percent")]),
    ("Namibia set aside 30 million Namibian dollars.", [("30 million Namibian dollars", 30_000_000, "NAD")]),
    ("The plant cost 5 billion New Taiwan dollars.", [("5 billion New Taiwan dollars", 5_000_000_000, "TWD")]),
    ("The port cost 20 billion CFA francs.", [("20 billion CFA francs", 20_000_000_000, "XOF")]),
    ("The kidnappers asked for US dollars 6000.", [("US dollars 6000", 6000, "USD")]),
    ("The state approved rupees 500 crore.", [("rupees 500 crore", 5_000_000_000, "INR")]),
    ("The stock rose 12 sen to RM4.20.", [("12 sen", 0.12, "MYR"), ("RM4.20", 4.2, "MYR")]),
    ("Petrol rose 60 cents to R18.20.", [("60 cents", 0.6, "ZAR"), ("R18.20", 18.2, "ZAR")]),
    ("Revenue was US $61.5 million.", [("US $61.5 million", 61_500_000, "USD")]),
    ("The club paid $5 million CAD.", [("$5 million CAD", 5_000_000, "CAD")]),
    ("It is a million-dollar prize.", [("million-dollar", 1_000_000, "USD")]),
    ("A $5-a-barrel tax was agreed.", [("$5", 5, "USD")]),
    ("The council spent 50,000 pounds of public money.", [("50,000 pounds", 50_000, "GBP")]),
    ("He got a 500-pound fine.", [("500-pound", 500, "GBP")]),
    ("Profit was 70 billion cedis in 2024 and 80 billion in 2025.", [("70 billion cedis", 70e9, "GHS"), ("80 billion", 80e9, "GHS")]),
    ("Sales rose to 300 million euros from 280 million.", [("300 million euros", 300e6, "EUR"), ("280 million", 280e6, "EUR")]),
    ("It makes a loan of five hundred thousand euros.", [("five hundred thousand euros", 500_000, "EUR")]),
    ("The company earned 40 lakh rupees.", [("40 lakh rupees", 4_000_000, "INR")]),
    ("Cocaine worth R$300m was found.", [("R$300m", 300_000_000, "BRL")]),
    ("The city of Toronto, Canada, spent $3 million, the Canadian mayor said.", [("$3 million", 3_000_000, "CAD")]),
    ("The United States gave Canada $3 million, a Canadian official said.", [("$3 million", 3_000_000, "USD")]),
    (
        "The Australian firm paid A$5 million ($3 million) in Australia.",
        [("A$5 million", 5_000_000, "AUD"), ("$3 million", 3_000_000, "USD")],
    ),
]

QUANTITIES: list[tuple[str, list[Row]]] = [
    ("It bought 200 tonnes of rice.", [("200 tonnes", 200, "tonne")]),
    ("The pipeline carries 38 billion cubic metres of gas a year.", [("38 billion cubic metres", 38_000_000_000, "cubic metre")]),
    ("Russia shipped 31 bcm of gas.", [("31 bcm", 31_000_000_000, "cubic metre")]),
    ("Output fell to 1.2 million bpd.", [("1.2 million bpd", 1_200_000, "barrel")]),
    ("The 250-mile road and the 6.5km bridge reopened.", [("250-mile", 250, "mile"), ("6.5km", 6.5, "kilometre")]),
    ("The plant will produce 1,500 megawatts.", [("1,500 megawatts", 1500, "megawatt")]),
    ("Temperatures hit 45 degrees Celsius, or 113F.", [("45 degrees Celsius", 45, "degree Celsius"), ("113F", 113, "degree Fahrenheit")]),
    ("Winds of 195 kilometres per hour lashed the coast.", [("195 kilometres per hour", 195, "kilometre per hour")]),
    ("The reserve covers 50,000 square miles.", [("50,000 square miles", 50_000, "square mile")]),
    ("Rain of 60 to 80 mm is forecast.", [("60 to 80 mm", (60, 80), "millimetre")]),
    ("The farm has 300 hectares.", [("300 hectares", 300, "hectare")]),
    ("The mine exported 1.2m tons of ore.", [("1.2m tons", 1_200_000, "ton")]),
    ("The council will build a 5m wall.", [("5m", 5, "metre")]),
    ("Steel bars hold the 6m wide doors.", [("6m", 6, "metre")]),
    ("She won the 100m hurdles.", []),
    ("Smugglers carried 50,000 pounds of cocaine.", [("50,000 pounds", 50_000, "pound")]),
    ("The boy weighs 80 pounds (36 kilograms).", [("80 pounds", 80, "pound"), ("36 kilograms", 36, "kilogram")]),
    ("The 180-pound suspect fled.", [("180-pound", 180, "pound")]),
    ("It was -20C, then minus 35 degrees Celsius.", [("-20C", -20, "degree Celsius"), ("minus 35 degrees Celsius", -35, "degree Celsius")]),
    ("Farmers sold 500 quintals of maize from 20 feddans.", [("500 quintals", 500, "quintal"), ("20 feddans", 20, "feddan")]),
    ("The firm pumped 45,000 boepd.", [("45,000 boepd", 45_000, "barrel")]),
    ("The engine makes 296 hp.", [("296 hp", 296, "horsepower")]),
    ("The reserve holds 3 tcf of gas.", [("3 tcf", 3_000_000_000_000, "cubic foot")]),
    ("The probe travelled 2.8bn km.", [("2.8bn km", 2_800_000_000, "kilometre")]),
]

COUNTS: list[tuple[str, list[Row]]] = [
    ("At least 41 people were killed and 126 injured.", [("41 people", 41, "person"), ("126 injured", 126, "person")]),
    ("More than 3,800 houses were destroyed.", [("3,800 houses", 3800, "house")]),
    ("The 27-member bloc sent three former top officials.", [("27-member", 27, "member"), ("three former top officials", 3, "official")]),
    ("Two and a half million voters stayed home.", [("Two and a half million voters", 2_500_000, "voter")]),
    ("Some two hundred and fifty thousand voters came.", [("two hundred and fifty thousand voters", 250_000, "voter")]),
    ("The twenty-one ships left.", [("twenty-one ships", 21, "ship")]),
    ("A dozen ships were stranded.", [("A dozen ships", 12, "ship")]),
    ("Cases rose from 2,560 to 3,365 in a week.", [("2,560", 2560, "case"), ("3,365", 3365, "case")]),
    ("Tourist arrivals reached 3 million in January.", [("3 million", 3_000_000, "arrival")]),
    ("The opposition holds 40 of the 120 seats.", [("40", 40, "seat"), ("120 seats", 120, "seat")]),
    (
        "The firm sold 200,000 cars in 2025, up from 150,000 in 2024.",
        [("200,000 cars", 200_000, "car"), ("150,000", 150_000, "car")],
    ),
    ("Some 300 million Africans lack water.", [("300 million Africans", 300_000_000, "person")]),
    ("The assembly speaks for 62 First Nations in Manitoba.", [("62 First Nations", 62, "nation")]),
    ("The army sent 12 000 troops to the north.", [("12 000 troops", 12_000, "troop")]),
    ("The two sides signed 14 agreements.", [("two sides", 2, "side"), ("14 agreements", 14, "agreement")]),
    ("The city has 100 charging points.", [("100 charging points", 100, "point")]),
    ("The company has 437 companies under it.", [("437 companies", 437, "company")]),
    ("The party has 5m members.", [("5m members", 5_000_000, "member")]),
    ("The firm sold 2.5m new cars last year.", [("2.5m new cars", 2_500_000, "car")]),
    ("The navy keeps 60-70 submarines.", [("60-70 submarines", (60, 70), "submarine")]),
    ("Between 20 and 30 ships waited.", [("20 and 30 ships", (20, 30), "ship")]),
    ("Two or three people were seen.", [("Two or three people", (2, 3), "person")]),
    ("About 1 to 2 thousand people came.", [("1 to 2 thousand people", (1000, 2000), "person")]),
    ("The bloc grew from 12 to 27 countries.", [("12", 12, "country"), ("27 countries", 27, "country")]),
    ("The blast killed five and wounded at least 20.", [("five", 5, "person"), ("20", 20, "person")]),
    ("At least 14 were killed and 30 were injured.", [("14", 14, "person"), ("30", 30, "person")]),
    ("The death toll rose to 44 on Monday.", [("44", 44, "death")]),
    ("The city has a population of 3.5 million.", [("3.5 million", 3_500_000, "person")]),
    ("They cared for 200 pregnant and hungry women.", [("200 pregnant and hungry women", 200, "woman")]),
    ("Two of her three sons fled.", [("Two", 2, "son"), ("three sons", 3, "son")]),
    ("The company hired 500+ engineers.", [("500+ engineers", 500, "engineer")]),
    ("The speaker expelled 10 opposition MPs.", [("10 opposition MPs", 10, "MP")]),
    (
        "Arrivals grew in Kenya (12,400), Tanzania (9,800) and Uganda (4,100).",
        [("12,400", 12_400, "arrival"), ("9,800", 9800, "arrival"), ("4,100", 4100, "arrival")],
    ),
    (
        "Bookings went up in Spain (45,000), Portugal (12,300) and Malta (2,150).",
        [("45,000", 45_000, "booking"), ("12,300", 12_300, "booking"), ("2,150", 2150, "booking")],
    ),
    (
        "The rise in cases was sharpest in Dakar (1,240) and Kaolack (870).",
        [("1,240", 1240, "case"), ("870", 870, "case")],
    ),
    (
        "Evictions fell in Leeds (610 to 480) and Hull (350 to 290).",
        [("610", 610, "eviction"), ("480", 480, "eviction"), ("350", 350, "eviction"), ("290", 290, "eviction")],
    ),
    (
        "Cases rose in Lima (2,560 to 3,365) and Callao (+1,770).",
        [("2,560", 2560, "case"), ("3,365", 3365, "case"), ("+1,770", 1770, "case")],
    ),
    ("The crew of the 547-seat hall left.", [("547-seat", 547, "seat")]),
]


@pytest.mark.parametrize(("sentence", "rows"), PERCENTAGES + MONEY + QUANTITIES + COUNTS)
def test_amounts(nlp: Language, sentence: str, rows: list[Row]) -> None:
    assert [(sentence[a.start : a.end], value_of(a), a.unit) for a in amounts(nlp, sentence)] == rows


@pytest.mark.parametrize(
    ("sentence", "qualifier"),
    [
        ("About 40 people came.", "about"),
        ("Nearly 1,100 ships called.", "about"),
        ("An estimated 300 homes burned.", "about"),
        ("A dozen ships were stranded.", "about"),
        ("At least 12 people died.", "at least"),
        ("The fund holds $5 million or more.", "at least"),
        ("Up to 20 percent of the crop was lost.", "at most"),
        ("It may cost as much as $9 billion.", "at most"),
        ("More than 200 people fled.", "more than"),
        ("Over 30 percent voted.", "more than"),
        ("Fewer than 50 seats changed hands.", "less than"),
        ("Just under 5 percent agreed.", "less than"),
        ("The company hired 500+ engineers.", "at least"),
        ("Losses exceeded $28 million.", "more than"),
        ("The bill must not exceed 5 percent of revenue.", "at most"),
        ("Planes flew above 5,000-foot peaks.", None),
        ("The fee is an average of $300.", None),
        ("Exactly 200 people fled.", None),
        ("The fund holds $5 million.", None),
        ("Ships called about the 40 containers.", None),
    ],
)
def test_qualifier(nlp: Language, sentence: str, qualifier: str | None) -> None:
    assert [a.qualifier for a in amounts(nlp, sentence)] == [qualifier]


@pytest.mark.parametrize(
    ("sentence", "qualifiers", "rates"),
    [
        ("As much as 30 million pesos (US$1.7 million) was stolen in Mexico.", ["at most", "at most"], [None, None]),
        ("The fire burned about 2,000 acres (800 hectares).", ["about", "about"], [None, None]),
        ("Nurses will get 2,000 baht ($55) an hour.", [None, None], ["hour", "hour"]),
        ("Nurses will get 2,000 baht ($55) or more.", ["at least", "at least"], [None, None]),
        ("It cost about 200 yuan, and 30 dollars more for the rest.", ["about", None], [None, None]),
        ("More than 40 people (12 women) came.", ["more than", None], [None, None]),
    ],
)
def test_brackets_hold_the_same_amount(nlp: Language, sentence: str, qualifiers: list[str | None], rates: list[str | None]) -> None:
    found = amounts(nlp, sentence)
    assert ([a.qualifier for a in found], [a.per for a in found]) == (qualifiers, rates)


@pytest.mark.parametrize(
    ("sentence", "per"),
    [
        ("Oil rose to $83.20 a barrel.", "barrel"),
        ("The tax is 5 euros per tonne.", "tonne"),
        ("It pumps 3,000 barrels of oil per day.", "day"),
        ("The pipeline carries 38 billion cubic metres of gas annually.", "year"),
        ("Income is $400 per capita.", "person"),
        ("Output was 1.2 million bpd.", "day"),
        ("Rice costs $2 a kilo.", "kilogram"),
        ("Profit was $5 million a year earlier.", None),
        ("The company paid $5 million a day after the ruling.", None),
        ("It paid $5 million for a year of work.", None),
        ("The farm sold 20 tonnes of maize.", None),
    ],
)
def test_rate(nlp: Language, sentence: str, per: str | None) -> None:
    assert [a.per for a in amounts(nlp, sentence)] == [per]


@pytest.mark.parametrize("noun", sorted({w for words in load("figures/amounts/units.toml")["per"].values() for w in words}))
def test_every_denominator_is_read_as_it_is_written(noun: str) -> None:
    assert denominator(f" per {noun}.") == denominator(f" a {noun.upper()},") is not None


@pytest.mark.parametrize(
    ("sentence", "signed"), [("Lima (+12%)", "up"), ("Lima (-3%)", "down"), ("Lima (−3%)", "down"), ("Lima (3%)", None)]
)
def test_sign(nlp: Language, sentence: str, signed: str | None) -> None:
    assert [a.signed for a in amounts(nlp, sentence)] == [signed]


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Russia shipped 31 bcm of gas.", 31_000_000_000, "m³"),
        ("It was 113F in the desert.", 318.15, "K"),
        ("It was -20C in the hills.", 253.15, "K"),
        ("The world warmed by 1.5 degrees Celsius.", 1.5, "K"),  # a difference has no zero point
        ("July was 2C above normal.", 2, "K"),
        ("The plant makes 35 gigawatts.", 35_000_000_000, "W"),
        ("The road is 12 miles long.", 19312.128, "m"),
        ("The phone holds 256GB.", 256_000_000_000, "B"),
        ("Farmers sold 500 quintals of maize.", None, None),  # 46 kg here, 100 kg there
        ("It rained 60 to 80 mm.", None, None),
        ("The ship carries 40 containers.", None, None),
    ],
)
def test_si_values(nlp: Language, sentence: str, value: float | None, unit: str | None) -> None:
    assert [(a.si_value, a.si_unit) for a in amounts(nlp, sentence)] == [(value, unit)]


@pytest.mark.parametrize("code", sorted(_spelled()))
def test_every_currency_has_its_name(nlp: Language, code: str) -> None:
    sentence = f"The bridge cost 5 million {_spelled()[code]}."
    assert [(a.value, a.unit) for a in amounts(nlp, sentence)] == [(5_000_000, code)]


def test_codes_are_those_of_cldr() -> None:
    codes = frozenset(load("figures/amounts/currencies.toml")["codes"])
    assert set(_spelled()) - codes <= {"ALL", "TOP"}  # words of headlines in capitals


@pytest.mark.parametrize("piece", ["one-", "one ", "1,", "$5 to ", "1 000 ", "half a ", "(1,200 to 3", "9", "Ab & "])
def test_time_grows_no_faster_than_the_text(nlp: Language, piece: str) -> None:
    text = piece * 400
    doc = Doc(nlp.vocab, words=[text], sent_starts=[True], pos=["X"], tags=["XX"], lemmas=[text], deps=["ROOT"], heads=[0])
    started = time.process_time()
    find_amounts(doc, Article(text), [])
    assert time.process_time() - started < 2


PIECES = [*"0123456789 .,%$€-–kmbn\n()½", "percent", " to ", " and ", "million", " people", "a dozen", "R", "cents"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_amounts_stand_in_the_text_one_after_another(nlp: Language, text: str) -> None:
    found = amounts(nlp, text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all((a.value is None) == (a.low is not None) == (a.high is not None) for a in found)


DIGITS = st.one_of(
    st.integers(2, 999).map(str),
    st.integers(1000, 10**9).map(lambda n: f"{n:,}"),
    st.decimals(1, 999, places=1).map(str),
    st.tuples(st.decimals(1, 999, places=1), st.sampled_from(["million", "billion", "trillion"])).map(lambda p: f"{p[0]} {p[1]}"),
)
# how a unit stands with its number, and its name
UNITS = {
    "${}": "USD",
    "€{}": "EUR",
    "A${}": "AUD",
    "Rs {}": "INR",
    "{} euros": "EUR",
    "{} Swiss francs": "CHF",
    "MSEK {}": "SEK",
    "{}%": "percent",
    "{} per cent": "percent",
    "{} percentage points": "percentage point",
    "{} basis points": "basis point",
    "{} tonnes": "tonne",
    "{} km": "kilometre",
    "{} square metres": "square metre",
    "{} megawatts": "megawatt",
    "{} degrees Celsius": "degree Celsius",
}


@given(DIGITS, st.sampled_from(sorted(UNITS)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_number_with_its_unit_is_found_where_it_stands(nlp: Language, number: str, form: str) -> None:
    written = form.format(number)
    text = f"The report on the plan gives {written} for the whole country."
    [found] = amounts(nlp, text)
    value = parse_number(number)
    assert value is not None
    factor = 1_000_000 if form.startswith("M") else 1
    assert (text[found.start : found.end], found.value, found.unit) == (written, plain(value * factor), UNITS[form])


ENDS = ["It sold 5", "The bank lent $3", "Some 40", "He paid from 7", "The rate is 6", "The 27", "5 feet", "Of the 120"]
BEGINNINGS = [
    "million people came",
    "to 9 percent",
    "billion euros went",
    "4 inches were missing",
    "of them left",
    "percent of all",
    "-member bloc met",
]
BORDERS = ["\n", "\n\n", ".\n", ". ", " \n ", ".\n\n"]


@given(st.lists(st.tuples(st.sampled_from(ENDS), st.sampled_from(BORDERS), st.sampled_from(BEGINNINGS)), min_size=1, max_size=3))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_amount_crosses_a_line_or_a_sentence(nlp: Language, parts: list[tuple[str, str, str]]) -> None:
    text = ".\n".join(end + border + beginning for end, border, beginning in parts) + ".\n"
    doc = nlp(text)
    for amount in find_amounts(doc, Article(text), []):
        span = doc[amount.tokens[0] : amount.tokens[1]]
        assert "\n" not in text[amount.start : amount.end]
        assert not any(token.is_sent_start for token in span[1:])
