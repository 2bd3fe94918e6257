"""Dates: sentences of the wires beside their TIMEX3 values. Wednesday 15 May 2024 is the day of publication unless a row says another."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts import Article
from newsfacts.dates import grammar
from newsfacts.dates.finding import find_dates
from newsfacts.dates.numeric import numeric_day
from newsfacts.dates.published import find_published
from newsfacts.dates.timex import coarsen, first_and_last_day, grain, of_day, shift
from newsfacts.models import Date

WEDNESDAY = datetime.date(2024, 5, 15)


def read(nlp: Language, text: str, published: datetime.date | None = WEDNESDAY) -> list[Date]:
    return find_dates(nlp(text), Article(text=text, published=published))


def facts(dates: list[Date]) -> list[tuple[str, str]]:
    return [(date.text, date.value) for date in dates]


CALENDAR = [
    ("The race was run on 4 june 2021.", [("4 june 2021", "2021-06-04")]),
    ("The siege of the port ended on July 26, 1999.", [("July 26, 1999", "1999-07-26")]),
    ("In the winter of 1998-1999 the war began.", [("winter of 1998-1999", "1998-WI")]),
    ("He was jailed for six years and four months.", [("six years and four months", "P6Y4M")]),
    ("The show starts at 8pm on Friday, May 17.", [("8pm on Friday, May 17", "2024-05-17T20:00")]),
    ("It was around 7:15 pm on Monday evening.", [("7:15 pm on Monday evening", "2024-05-13T19:15")]),
    ("He was born on 4 July 1976 in Lima.", [("4 July 1976", "1976-07-04")]),
    ("The pact was signed on November 3, 2025 in Beijing.", [("November 3, 2025", "2025-11-03")]),
    ("The hall burned on the 5th of November 1605.", [("5th of November 1605", "1605-11-05")]),
    ("The two sides signed it in February 2022.", [("February 2022", "2022-02")]),
    ("The dam was finished in 1994.", [("1994", "1994")]),
    ("The party ruled from 2010 to 2012.", [("2010", "2010"), ("2012", "2012")]),
    ("He led the club in 2015-2018.", [("2015-2018", "2015/2018")]),
    ("Growth reached 6.9 percent in 2021-22.", [("2021-22", "2021/2022")]),
    ("The budget for fiscal year 2024/25 was passed.", [("fiscal year 2024/25", "2024/2025")]),
    ("The company expects revenue of $5 billion in fiscal 2025.", [("fiscal 2025", "2025")]),
    ("The law was passed in the 1990s.", [("1990s", "199")]),
    ("Radio came in the early 1930s.", [("early 1930s", "193")]),
    ("The port was rebuilt in the 20th century.", [("20th century", "19")]),
    ("Inflation slowed in the first quarter of 2024.", [("first quarter of 2024", "2024-Q1")]),
    ("Exports fell in the first half of 2022.", [("first half of 2022", "2022-H1")]),
    ("Exports fell in the first six months of 2022.", [("first six months of 2022", "2022-H1")]),
    ("Deliveries fell in Q3 2023.", [("Q3 2023", "2023-Q3")]),
    ("He left in the summer of 2019.", [("summer of 2019", "2019-SU")]),
    ("Reserves stood at $5 billion at the end of 2021.", [("end of 2021", "2021")]),
    ("Talks began in late 2012.", [("late 2012", "2012")]),
    ("The Companies Act 2013 was amended.", [("2013", "2013")]),
    ("The 2022 World Cup was held in Qatar.", [("2022", "2022")]),
    ("From March to May 2020 schools were closed.", [("March", "2020-03"), ("May 2020", "2020-05")]),
    ("The camp was open on 5 and 6 May 2021.", [("5", "2021-05-05"), ("6 May 2021", "2021-05-06")]),
    ("Shots were fired at 20:00 on 4 May 2024.", [("20:00 on 4 May 2024", "2024-05-04T20:00")]),
    ("The file is dated 2023-11-03.", [("2023-11-03", "2023-11-03")]),
    ("The letter of 23.11.2023 was found.", [("23.11.2023", "2023-11-23")]),
    ("The party on New Year's Eve 2023 was cancelled.", [("New Year's Eve 2023", "2023-12-31")]),
]

LENGTHS_AND_SETS = [
    ("He began a two-day visit to China.", [("two-day", "P2D")]),
    ("She signed a 12-month contract.", [("12-month", "P12M")]),
    ("The bridge took eight years to build.", [("eight years", "P8Y")]),
    ("It was the worst quake in two decades.", [("two decades", "P20Y")]),
    ("The war lasted two and a half years.", [("two and a half years", "P2Y6M")]),
    ("The flight took five and a half hours.", [("five and a half hours", "PT5H30M")]),
    ("The broadcast was cut off for half an hour.", [("half an hour", "PT30M")]),
    ("Police gave them 48 hours to leave.", [("48 hours", "PT48H")]),
    ("The price doubled over the past three years.", [("past three years", "P3Y")]),
    ("Sales rose for a third straight month.", [("third straight month", "P3M")]),
    ("The search could take two to three years.", [("two to three years", "P2Y/P3Y")]),
    ("He worked there for a year.", [("a year", "P1Y")]),
    ("Prices have risen in recent months.", [("recent months", "PAST_REF")]),
    ("Prices may fall in the coming weeks.", [("coming weeks", "FUTURE_REF")]),
    ("The mine yields 5,000 tonnes annually.", [("annually", "P1Y")]),
    ("The bank published its monthly report.", [("monthly", "P1M")]),
    ("Every Friday, thousands gather in the square.", [("Every Friday", "XXXX-WXX-5")]),
    ("The market is open on Sundays.", [("Sundays", "XXXX-WXX-7")]),
    ("The council meets every two weeks.", [("every two weeks", "P2W")]),
    ("The town marks the day every year on March 23.", [("every year on March 23", "XXXX-03-23")]),
    ("Two months after the vote, the court annulled it.", [("Two months", "P2M")]),
]

RELATIVE = [
    ("The central bank raised its key rate on Tuesday.", [("Tuesday", "2024-05-14")]),
    ("The two leaders will meet on Tuesday in Geneva.", [("Tuesday", "2024-05-21")]),
    ("The minister is expected to sign the accord on Friday.", [("Friday", "2024-05-17")]),
    ("The court ordered the company to pay by Friday.", [("Friday", "2024-05-17")]),
    ("The hearing was adjourned until Thursday.", [("Thursday", "2024-05-16")]),
    ("The strike was called off on Wednesday.", [("Wednesday", "2024-05-15")]),
    ("The parliament will vote on Wednesday.", [("Wednesday", "2024-05-15")]),
    ("He said on Tuesday that the port would reopen on Thursday.", [("Tuesday", "2024-05-14"), ("Thursday", "2024-05-16")]),
    ("The union called a strike for Monday.", [("Monday", "2024-05-20")]),
    ("Prices have been rising since Monday.", [("Monday", "2024-05-13")]),
    ("Schools will be closed from Monday to Wednesday.", [("Monday", "2024-05-20"), ("Wednesday", "2024-05-22")]),
    ("He will visit Paris next Monday.", [("next Monday", "2024-05-20")]),
    ("His term ended last Thursday.", [("last Thursday", "2024-05-09")]),
    ("The city reopened the road on Wednesday last week.", [("Wednesday last week", "2024-05-08")]),
    ("The summit will be held in September.", [("September", "2024-09")]),
    ("Exports fell 21% in September.", [("September", "2023-09")]),
    ("The festival in December drew thousands.", [("December", "2023-12")]),
    ("The union struck in April last year.", [("April last year", "2023-04")]),
    ("The Taliban took over the country last August.", [("last August", "2023-08")]),
    ("The summit will be held next November.", [("next November", "2024-11")]),
    ("The council met on May 5.", [("May 5", "2024-05-05")]),
    ("The law takes effect on January 1.", [("January 1", "2025-01-01")]),
    ("The conference will run from 5 to 7 June.", [("5 to 7 June", "2024-06-05/2024-06-07")]),
    ("The deal was signed two days ago.", [("two days ago", "2024-05-13")]),
    ("The company was founded a decade ago.", [("a decade ago", "2014")]),
    ("Sales fell last week.", [("last week", "2024-W19")]),
    ("The ship sank yesterday.", [("yesterday", "2024-05-14")]),
    ("The ship arrives tomorrow.", [("tomorrow", "2024-05-16")]),
    ("Prices have risen 4 percent this year.", [("this year", "2024")]),
    ("The vote will be held next year.", [("next year", "2025")]),
    ("By the end of the year, the bank will cut rates.", [("end of the year", "2024")]),
    ("The contract expires at year-end.", [("year-end", "2024-12")]),
    ("Thousands protested over the weekend.", [("weekend", "2024-W19-WE")]),
    ("Last night police closed the road.", [("Last night", "2024-05-14TNI")]),
    ("The president arrived on Monday night.", [("Monday night", "2024-05-13TNI")]),
    ("The quake struck at 2:30 a.m. on Tuesday.", [("2:30 a.m. on Tuesday", "2024-05-14T02:30")]),
    ("Trading resumed at 14:30 GMT.", [("14:30 GMT", "T14:30")]),
    ("The king left early on Tuesday.", [("early on Tuesday", "2024-05-14")]),
    ("The mayor was re-elected last summer.", [("last summer", "2023-SU")]),
    ("Growth will slow in the second half of the year.", [("second half of the year", "2024-H2")]),
]

ANCHORED = [
    ("In 2021, exports reached $5 billion. They will rise by the end of the year.", [("2021", "2021"), ("end of the year", "2024")]),
    (
        "In the first quarter, profit fell to $5 million from $7 million a year ago.",
        [("first quarter", "2024-Q1"), ("a year ago", "2023-Q1")],
    ),
    ("She moved there in 1953. Later in the decade, she married.", [("1953", "1953"), ("Later in the decade", "195")]),
    ("They met on Monday and Friday.", [("Monday", "2024-05-13"), ("Friday", "2024-05-10")]),
    ("They will meet on Monday and Friday.", [("Monday", "2024-05-20"), ("Friday", "2024-05-24")]),
    ("Inflation rose to 5 percent in April from 4 percent in March.", [("April", "2024-04"), ("March", "2024-03")]),
    (
        "Sales rose in January from December and from January 2023.",
        [("January", "2024-01"), ("December", "2023-12"), ("January 2023", "2023-01")],
    ),
    ("Shops will be shut from December 28 to January 3.", [("December 28", "2024-12-28"), ("January 3", "2025-01-03")]),
    ("The deal will be signed by the end of June.", [("end of June", "2024-06")]),
    ("The letter was issued on 29 February.", [("29 February", "2024-02-29")]),
    ("Exports fell 21% in September after a steep drop the previous month.", [("September", "2023-09"), ("previous month", "2023-08")]),
    ("Output rose 5 percent in April from a year earlier.", [("April", "2024-04"), ("a year earlier", "2023-04")]),
    (
        "Sales in the third quarter rose 4% from a year earlier, the company said on Tuesday.",
        [("third quarter", "2023-Q3"), ("a year earlier", "2022-Q3"), ("Tuesday", "2024-05-14")],
    ),
    ("The plant opened in March 2015. The following year it was closed.", [("March 2015", "2015-03"), ("following year", "2016")]),
    ("In 2015 he became mayor; three years later he resigned.", [("2015", "2015"), ("three years later", "2018")]),
    ("In 1945 the war ended. Ten years later the treaty was signed.", [("1945", "1945"), ("Ten years later", "1955")]),
    ("The vote was held on May 5, and two days later the result was known.", [("May 5", "2024-05-05"), ("two days later", "2024-05-07")]),
    ("Police arrested him on 3 April. The next day he was charged.", [("3 April", "2024-04-03"), ("next day", "2024-04-04")]),
    ("On May 3 the king left; on the same day the queen came.", [("May 3", "2024-05-03"), ("same day", "2024-05-03")]),
    ("The novel came out in 2011 and won three prizes that year.", [("2011", "2011"), ("that year", "2011")]),
    (
        "Exports rose 4% in the first quarter, compared with 2% in the same period last year.",
        [("first quarter", "2024-Q1"), ("same period last year", "2023-Q1")],
    ),
    (
        "In April exports rose 4%, against 2% in the same month a year earlier.",
        [("April", "2024-04"), ("same month a year earlier", "2023-04")],
    ),
    (
        "Sales rose in the first half of 2022, unlike the same period of 2021.",
        [("first half of 2022", "2022-H1"), ("same period of 2021", "2021-H1")],
    ),
    ("Cases rose last week, after a fall the previous week.", [("last week", "2024-W19"), ("previous week", "2024-W18")]),
    (
        "Cases rose in the 26th epidemiological week and the following week.",
        [("26th epidemiological week", "2024-W26"), ("following week", "2024-W27")],
    ),
    (
        "Output fell in coffee year 2021/22 from the previous coffee year.",
        [("coffee year 2021/22", "2021/2022"), ("previous coffee year", "2020/2021")],
    ),
    ("They met from 11 a.m. on Tuesday until 11:20 p.m.", [("11 a.m. on Tuesday", "2024-05-14T11:00"), ("11:20 p.m.", "2024-05-14T23:20")]),
    ("Sales fell in March, and a month earlier they rose.", [("March", "2024-03"), ("a month earlier", "2024-02")]),
    ("Profit for 2023 was lower than in the previous year.", [("2023", "2023"), ("previous year", "2022")]),
    ("He was shot on March 3, 2019. The following day he died.", [("March 3, 2019", "2019-03-03"), ("following day", "2019-03-04")]),
]

NOTHING = [
    "Mr. May left the party.",
    "May Day was quiet in the capital.",
    "The number of visitors reached 1950.",
    "The company has 1900 employees.",
    "The army may march on the capital.",
    "She finished second in the race.",
    "A 45-year-old man was arrested.",
    "The 30-year-old building was sold.",
    "People aged 18 to 29 years were asked.",
    "He is 30 years old.",
    "Residents 65 years and older get the gift.",
    "The company sells Windows 2000.",
    "The ministry presented Vision 2030.",
    "About 2000 people marched through the city.",
    "The plant employs 1500 workers.",
    "The shop sold 2,010 units.",
    "The fund invests 5 billion yuan a year in roads.",
    "The clinic is open 24 hours a day.",
    "It costs 300 dollars per month.",
    "Tickets cost $2000 each.",
    "The team won after scoring a goal in the first half.",
    "The Sunday Times reported the deal.",
    "Prime Minister Theresa May resigned.",
    "Shares in USA Today rose.",
    "The Securities Daily reported the deal.",
    "Black Friday sales rose.",
    "Good Friday services were cancelled.",
    "Year-on-year inflation was 4 percent.",
    "The government has now agreed to the plan.",
    "Prices have recently fallen.",
    "The bank will soon open.",
    "The kingdom was once rich.",
    "Many died in the fall of Kabul.",
    "Spring water is sold in bottles.",
    "The wind farm yields 40 megawatt hours.",
    "For the second time, he was elected.",
    "Three quarters of the voters stayed at home.",
    "A quarter of the houses were damaged.",
    "The score was 3-2.",
    "The city lies at 2010 metres.",
    "He took flight 1999 to Lima.",
    "Version 10.11 of the program is out.",
    "He lives at 1984 Main Street.",
    "Over the years, the budget grew.",
    "In the long run, prices will fall.",
    "The summer palace was restored.",
    "The ship moved at 20 miles an hour.",
]


@pytest.mark.parametrize(("sentence", "expected"), CALENDAR + LENGTHS_AND_SETS + RELATIVE + ANCHORED)
def test_values(nlp: Language, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert facts(read(nlp, sentence)) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_date(nlp: Language, sentence: str) -> None:
    assert facts(read(nlp, sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bank raised its rate on Tuesday.", [("Tuesday", "XXXX-WXX-2")]),
        ("Exports fell in September.", [("September", "XXXX-09")]),
        ("The law takes effect on January 1.", [("January 1", "XXXX-01-01")]),
        ("Sales fell last week.", [("last week", "XXXX-WXX")]),
        ("The ship sank yesterday.", [("yesterday", "XXXX-XX-XX")]),
        ("Exports fell in September 2021 after a rise the previous month.", [("September 2021", "2021-09"), ("previous month", "2021-08")]),
        ("The dam was finished in 1994.", [("1994", "1994")]),
        ("The company sells 03/04/2024 calendars.", []),
    ],
)
def test_without_a_day_of_publication(nlp: Language, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert facts(read(nlp, sentence, None)) == expected


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The ship sank yesterday.", "DATE"),
        ("The ship sank at 2:30 a.m. on Tuesday.", "TIME"),
        ("The ship sank on Tuesday night.", "TIME"),
        ("The voyage took 12 days.", "DURATION"),
        ("The ship sails weekly.", "SET"),
    ],
)
def test_types(nlp: Language, sentence: str, kind: str) -> None:
    assert [date.type for date in read(nlp, sentence)] == [kind]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-07-19", "2022-07-19", "2022-07-19"),
        ("2022-07-19T14:30", "2022-07-19", "2022-07-19"),
        ("2022-07-19TAF", "2022-07-19", "2022-07-19"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-Q3", "2022-07-01", "2022-09-30"),
        ("2022-H1", "2022-01-01", "2022-06-30"),
        ("2022-W29", "2022-07-18", "2022-07-24"),
        ("2022-W28-WE", "2022-07-16", "2022-07-17"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2010/2012", "2010-01-01", "2012-12-31"),
        ("2022-06-12/2022-06-18", "2022-06-12", "2022-06-18"),
        ("2022-SU", None, None),
        ("P3M", None, None),
        ("PAST_REF", None, None),
        ("XXXX-WXX-2", None, None),
        ("XXXX-07", None, None),
        ("T14:30", None, None),
        ("2023-02-30", None, None),
        ("P2W/P3W", None, None),
    ],
)
def test_days_that_a_value_covers(value: str, first: str | None, last: str | None) -> None:
    assert first_and_last_day(value) == (first, last)


@pytest.mark.parametrize(
    ("value", "n", "unit", "expected"),
    [
        ("2025-09", -1, "month", "2025-08"),
        ("2025-01", -1, "month", "2024-12"),
        ("2025-Q3", -1, "year", "2024-Q3"),
        ("2024-02-29", -1, "year", "2023-02-28"),
        ("2022-W01", -1, "week", "2021-W52"),
        ("2022-H1", -1, "year", "2021-H1"),
        ("2021-SU", 1, "year", "2022-SU"),
        ("199", -1, "decade", "198"),
        ("0001", -1, "year", None),
        ("PAST_REF", -1, "year", None),
    ],
)
def test_shift(value: str, n: int, unit: str, expected: str | None) -> None:
    assert shift(value, n, unit) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("2022-07-19", "month", "2022-07"),
        ("2022-07-19", "week", "2022-W29"),
        ("2022-07", "quarter", "2022-Q3"),
        ("2022-Q3", "year", "2022"),
        ("2022-W29", "year", "2022"),
        ("2022", "month", None),
        ("2022-Q3", "month", None),
        ("P3M", "year", None),
    ],
)
def test_coarsen(value: str, unit: str, expected: str | None) -> None:
    assert coarsen(value, unit) == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("BEIJING, Nov 3, 2025 (Wire) — Russia and China signed a pact.", "2025-11-03"),
        ("CAIRO - 26 July 2022: The minister said prices fell.", "2022-07-26"),
        ("Cairo, Egypt, Apr 21 2022 (IPS) - Last June, the ship sank.", "2022-04-21"),
        ("Pact signed\n\nNov 3, 2025\xa0-\xa012:34\nRussia and China signed a pact.", "2025-11-03T12:34:00"),
        ("Pact signed\nUpdated: 4 March 2024\nRussia and China signed a pact.", "2024-03-04"),
        ("Pact signed\nBy Jane Doe | 4 March 2024\nRussia and China signed a pact.", "2024-03-04"),
        ("Pact signed\nPublished 2024-03-04 10:15 GMT\nRussia signed.", "2024-03-04T10:15:00"),
        ("Pact signed\nPublished: 23/04/2024\nRussia signed.", "2024-04-23"),
        ("Updated 5 March 2024\nPublished 4 March 2024\nRussia signed.", "2024-03-04"),
        ("Pact signed\nMonday, 4 March 2024\nRussia signed.", "2024-03-04"),
        ("March 4, 2024 | 5 min read\nRussia signed.", "2024-03-04"),
        ("Published 2025, November the 3rd\nRussia signed.", "2025-11-03"),
        ("MOSCOW, November 3, 2025 /Wire/ — The two leaders met.", "2025-11-03"),
        ("NAIROBI, Kenya, March 4, 2024 (Agency) - Police said so.", "2024-03-04"),
        ("New Delhi, March 4, 2024 (Agency): The court said so.", "2024-03-04"),
        ("SINGAPORE, 4 March 2024 — The bank cut its rate.", "2024-03-04"),
        ("DUBAI, 4th March 2024 (WIRE) -- The ruler left.", "2024-03-04"),
        ("JAKARTA, March 4 2024 (Wire) -- The ruler left.", "2024-03-04"),
        ("Published on March 4, 2024\nThe bank cut its rate.", "2024-03-04"),
        ("Posted at 10:15 on 4 March 2024\nThe bank cut its rate.", "2024-03-04T10:15:00"),
        ("First published: 4 Mar 2024, 10:15 AM IST\nLast updated: 5 Mar 2024, 9:00 AM IST\nThe bank cut.", "2024-03-04T10:15:00"),
        ("March 4, 2024 10:15 am\nThe bank cut its rate.", "2024-03-04T10:15:00"),
        ("Mon, 04 Mar 2024 10:15:00 +0000\nThe bank cut its rate.", "2024-03-04T10:15:00"),
        ("2024-03-04T10:15:00Z\nThe bank cut its rate.", "2024-03-04T10:15:00"),
        ("By Jane Doe\nMarch 4, 2024\nThe bank cut its rate.", "2024-03-04"),
        ("Jane Doe, Staff Writer\nMonday March 4 2024\nThe bank cut its rate.", "2024-03-04"),
        ("Date: 4 March 2024\nThe bank cut its rate.", "2024-03-04"),
        ("Released: March 4th, 2024\nThe bank cut its rate.", "2024-03-04"),
        ("4 March 2024 - 10:15\nThe bank cut its rate.", "2024-03-04T10:15:00"),
        ("Updated 10:15 AM EST, Mon March 4, 2024\nThe bank cut its rate.", "2024-03-04T10:15:00"),
        ("Last modified on Mon 4 Mar 2024 10.15 GMT\nThe bank cut its rate.", "2024-03-04T10:15:00"),
        ("Sunday, 3 March 2024, 18:30 GMT\nThe bank cut its rate.", "2024-03-03T18:30:00"),
        ("(Updated: March 4, 2024)\nThe bank cut its rate.", "2024-03-04"),
        # No date of the story is the day of publication, and a date without a year is none.
        ("BEIJING, Nov 3 (Wire) — Russia and China signed a pact.", None),
        ("Updated Nov 3\nRussia and China signed a pact.", None),
        ("The court will rule by March 4, 2024.\nThe bank cut its rate.", None),
        ("Born: March 4, 1924\nThe singer died at home.", None),
        ("Deadline: March 4, 2024\nThe bank cut its rate.", None),
        ("Since March 4, 2024, the bank has cut its rate.", None),
        ("In PARIS, on March 4, 2024, the king spoke.", None),
        ("Photo taken on March 4, 2024\nThe bank cut its rate.", None),
        ("March 2024\nThe bank cut its rate.", None),
        ("Updated every Monday\nThe bank cut its rate.", None),
        ("Published in 1999 by the university press\nThe book sold well.", None),
        ("Issued on: 04/03/2024 - 10:15\nThe bank cut its rate.", None),
        ("Updated 31 February 2024\nThe bank cut its rate.", None),
        ("LONDON, March 4 (Wire) - The bank cut its rate.", None),
        ("On March 4, 2024, the king died.", None),
        ("The war began on 4 March 2024 - a day of rain.", None),
        ("4 March 2024 was a day of rain.", None),
        ("How it came about\nMarch 3, 2020\nTalks began.\nMarch 5, 2020\nTalks ended.", None),
        ("Published: 03/04/2024\nThe bank cut its rate.", None),
        ("Concert in the park, 4 March 2024, at the old mill\nThe band will play.", None),
        ("The bank cut its rate.", None),
        ("", None),
    ],
)
def test_published(text: str, published: str | None) -> None:
    article = find_published(Article(text=text))
    assert (article.published.isoformat() if article.published else None) == published


def test_published_of_the_source_stands() -> None:
    text = "CAIRO - 26 July 2022: The minister said prices fell."
    article = Article(text=text, published=WEDNESDAY)
    assert find_published(article) is article


def ordinal(day: int) -> str:
    return f"{day}{'th' if day in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


FORMATS = [
    "%d %B %Y",
    "%d %b %Y",
    "%d. %B %Y",
    "%d %B, %Y",
    "%d-%b-%Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%A, %d %B %Y",
    "%A %d %B %Y",
    "%A, %B %d, %Y",
    "%a, %d %b %Y",
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "ORDINAL of %B %Y",
    "ORDINAL %B %Y",
    "%B ORDINAL, %Y",
    "%B the ORDINAL, %Y",
]


@settings(max_examples=120, deadline=None)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(FORMATS))
def test_any_day_in_any_of_twenty_formats_comes_back_as_itself(nlp: Language, day: datetime.date, form: str) -> None:
    written = day.strftime(form.replace("ORDINAL", ordinal(day.day)))
    found = [date for date in read(nlp, f"The treaty was signed on {written} in Geneva.") if date.value == day.isoformat()]
    assert [date.text for date in found] == [written]
    assert (found[0].first_day, found[0].last_day) == (day.isoformat(), day.isoformat())


@settings(max_examples=60, deadline=None)
@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from([("British", "%d/%m/%Y"), ("Indian", "%d-%m-%Y"), ("American", "%m/%d/%Y"), ("Filipino", "%m/%d/%Y")]),
)
def test_figures_are_read_in_the_order_of_the_country(nlp: Language, day: datetime.date, country_and_form: tuple[str, str]) -> None:
    country, form = country_and_form
    sentence = f"{country} police said the man died on {day.strftime(form)}."
    assert [date.value for date in read(nlp, sentence)] == [day.isoformat()]


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_figures_that_could_change_places_need_an_order(day: datetime.date, form: str) -> None:
    written = day.strftime(form)
    if day.day > 12 or day.day == day.month:
        assert numeric_day(written) == day
    else:
        with pytest.raises(ValueError, match="ambiguous"):
            numeric_day(written)
        assert numeric_day(written, "DMY" if form.startswith("%d") else "MDY") == day


PIECES = [
    *["on Tuesday", "in May", "March 3", "2019", "last year", "a year earlier", "the previous month", "two-day", "21% in", "at 9 a.m."],
    *[
        ",",
        "\n",
        "\n\n",
        "\u00a0",
        "’s",
        "7 pm.",
        "every",
        "the end of",
        "2021/22",
        "June 12-18",
        "é",
        "🙂",
        "first half",
        "31 February",
        "from",
    ],
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12),
    st.none() | st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)),
)
def test_every_date_is_a_piece_of_the_text(nlp: Language, pieces: list[str], published: datetime.date | None) -> None:
    text = " ".join(pieces)
    dates = read(nlp, text, published)
    assert all(text[date.start : date.end] == date.text and date.text.strip() == date.text != "" for date in dates)
    assert all(a.end <= b.start for a, b in pairwise(dates))


DAY = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))


@given(DAY, st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"]))
def test_the_days_of_a_unit_are_those_that_lie_in_it(day: datetime.date, unit: str) -> None:
    value = of_day(day, unit)
    first, last = (datetime.date.fromisoformat(str(d)) for d in first_and_last_day(value))
    assert first <= day <= last
    assert of_day(first, unit) == of_day(last, unit) == value
    one = datetime.timedelta(days=1)
    assert value not in (of_day(first - one, unit), of_day(last + one, unit))


@given(DAY, DAY)
def test_the_days_of_an_interval_are_those_from_its_first_to_its_last(one: datetime.date, other: datetime.date) -> None:
    start, end = sorted((one, other))
    assert first_and_last_day(f"{start}/{end}") == (start.isoformat(), end.isoformat())
    assert first_and_last_day(f"{end:%Y-%m}/{start:%Y-%m}")[0] is None or start.strftime("%Y-%m") == end.strftime("%Y-%m")


@given(st.integers(1000, 2999), st.sampled_from(["SP", "SU", "FA", "WI"]), st.sampled_from(["north", "south"]))
def test_the_seasons_of_a_hemisphere_take_three_months_and_follow_one_another(year: int, season: str, hemisphere: str) -> None:
    first, last = first_and_last_day(f"{year}-{season}", hemisphere)
    if (season, hemisphere) == ("SU", "south"):
        assert first is None  # of which of two years?
        return
    assert 89 <= (datetime.date.fromisoformat(str(last)) - datetime.date.fromisoformat(str(first))).days <= 91
    after = {"north": "SP SU FA WI", "south": "FA WI SP"}[hemisphere].split()
    if season != after[-1]:
        following = first_and_last_day(f"{year}-{after[after.index(season) + 1]}", hemisphere)[0]
        assert datetime.date.fromisoformat(str(last)) + datetime.timedelta(days=1) == datetime.date.fromisoformat(str(following))


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("German farmers lost half of the crop in the summer of 2022.", "2022-06-01", "2022-08-31"),
        ("Australian farmers lost half of the crop in the winter of 2022.", "2022-06-01", "2022-08-31"),
        ("Australian farmers lost half of the crop in the summer of 2022.", None, None),
        ("Kenyan farmers lost half of the crop in the summer of 2022.", None, None),
        ("Farmers lost half of the crop in the summer of 2022.", None, None),
        ("The firm lost $2 million in fiscal 2022.", None, None),
        ("The firm lost $2 million in 2022.", "2022-01-01", "2022-12-31"),
        ("The firm lost $2 million in the first half of 2022.", "2022-01-01", "2022-06-30"),
        ("The firm was founded in the 1920s.", "1920-01-01", "1929-12-31"),
        ("The fort was built in the 17th century.", "1600-01-01", "1699-12-31"),
        ("The firm lost money in the week of March 6, 2023.", "2023-03-06", "2023-03-12"),
    ],
)
def test_days_of_a_date_in_an_article(nlp: Language, sentence: str, first: str | None, last: str | None) -> None:
    assert [(date.first_day, date.last_day) for date in read(nlp, sentence)] == [(first, last)]


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.integers(0, 120))
def test_patterns_find_the_same_near_their_cues_as_in_the_whole_text(pieces: list[str], gap: int) -> None:
    text = (" " + "word " * gap).join(pieces)
    whole = ((piece.kind, match) for piece in grammar._pieces() for match in piece.regex.finditer(text))
    assert grammar._longest(grammar._matches(text)) == grammar._longest(whole)


@given(st.dates(), st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"]))
def test_a_day_lies_in_its_unit(day: datetime.date, unit: str) -> None:
    value = of_day(day, unit)
    first, last = first_and_last_day(value)
    assert grain(value) == unit
    if first and last:  # the year 0 and 10000 are beyond the calendar
        assert first <= day.isoformat() <= last
