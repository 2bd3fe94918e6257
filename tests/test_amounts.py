"""Amounts as they stand in the text: each row is a sentence of the wires beside its numbers with their units.

All sentences are read as published on Tuesday, 14 April 2026.
"""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts import Article
from newsfacts.dates import find_dates
from newsfacts.figures.amounts import Amount, find_amounts

PUBLISHED = datetime.date(2026, 4, 14)

Row = tuple[str, float | tuple[float, float], str]


def amounts(nlp: Language, text: str) -> list[Amount]:
    doc, article = nlp(text), Article(text, published=PUBLISHED)
    return find_amounts(doc, article, [(d.start, d.end) for d in find_dates(doc, article)])


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
]

COUNTS: list[tuple[str, list[Row]]] = [
    ("At least 41 people were killed and 126 injured.", [("41 people", 41, "person"), ("126 injured", 126, "person")]),
    ("More than 3,800 houses were destroyed.", [("3,800 houses", 3800, "house")]),
    ("The 27-member bloc sent three former top officials.", [("27-member", 27, "member"), ("three former top officials", 3, "official")]),
    ("Two and a half million voters stayed home.", [("Two and a half million voters", 2_500_000, "voter")]),
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
]


@pytest.mark.parametrize(("sentence", "rows"), PERCENTAGES + MONEY + QUANTITIES + COUNTS)
def test_amounts(nlp: Language, sentence: str, rows: list[Row]) -> None:
    assert [(sentence[a.start : a.end], value_of(a), a.unit) for a in amounts(nlp, sentence)] == rows


@pytest.mark.parametrize(
    "sentence",
    [
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
    ],
)
def test_what_is_no_figure(nlp: Language, sentence: str) -> None:
    assert [sentence[a.start : a.end] for a in amounts(nlp, sentence)] == []


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
        ("Exactly 200 people fled.", None),
        ("The fund holds $5 million.", None),
        ("Ships called about the 40 containers.", None),
    ],
)
def test_qualifier(nlp: Language, sentence: str, qualifier: str | None) -> None:
    assert [a.qualifier for a in amounts(nlp, sentence)] == [qualifier]


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


@pytest.mark.parametrize(
    ("sentence", "signed"), [("Lima (+12%)", "up"), ("Lima (-3%)", "down"), ("Lima (−3%)", "down"), ("Lima (3%)", None)]
)
def test_sign(nlp: Language, sentence: str, signed: str | None) -> None:
    assert [a.signed for a in amounts(nlp, sentence)] == [signed]


def test_si_values(nlp: Language) -> None:
    [gas] = amounts(nlp, "Russia shipped 31 bcm of gas.")
    assert (gas.si_value, gas.si_unit) == (31_000_000_000, "m³")
    [heat] = amounts(nlp, "It was 113F in the desert.")
    assert (heat.si_value, heat.si_unit) == (318.15, "K")


PIECES = [*"0123456789 .,%$€-–kmbn\n()½", "percent", " to ", " and ", "million", " people", "a dozen", "R", "cents"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_amounts_stand_in_the_text_one_after_another(nlp: Language, text: str) -> None:
    found = amounts(nlp, text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all((a.value is None) == (a.low is not None) == (a.high is not None) for a in found)
