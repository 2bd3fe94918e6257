"""Families of time expressions: for each, sentences that it catches and their likes that it must leave.

Wednesday 15 May 2024 is the day of publication."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts import Article
from newsfacts.dates.finding import find_dates

CAUGHT = [
    # parts of months and years
    ("The council meets on the second Thursday of June.", ("second Thursday of June", "2024-06-13")),
    ("Wages were paid on the last day of February.", ("last day of February", "2024-02-29")),
    ("The race fell on the third weekend of April.", ("third weekend of April", "2024-W16-WE")),
    ("The ban ends in the first week of next month.", ("first week of next month", "2024-06-01/2024-06-07")),
    ("The tax fell due on the last day of 2023.", ("last day of 2023", "2023-12-31")),
    # a weekday with its day
    ("The final is on Saturday the 25th.", ("Saturday the 25th", "2024-05-25")),
    ("The hall was shut on Tuesday 7th.", ("Tuesday 7th", "2024-05-07")),
    ("Trams will stop on Friday 24 and Saturday 25 May.", ("Friday 24", "2024-05-24")),
    ("The vote on Sunday (June 9) is the third.", ("Sunday", "2024-06-09")),
    ("The fair is open from Thursday 30th to Sunday 2 June.", ("Thursday 30th", "2024-05-30")),
    # quarters with their year
    ("Sales fell in 3Q22.", ("3Q22", "2022-Q3")),
    ("Output grew in 2021-Q4.", ("2021-Q4", "2021-Q4")),
    ("Margins were thin in Q2'23.", ("Q2'23", "2023-Q2")),
    ("Orders doubled in the 2019 third quarter.", ("2019 third quarter", "2019-Q3")),
    ("The firm expects a loss in the coming quarter.", ("coming quarter", "2024-Q3")),
    # lengths in words
    ("The siege lasted thirty-one days.", ("thirty-one days", "P31D")),
    ("A seventy-two-hour truce held.", ("seventy-two-hour", "PT72H")),
    ("He was away for one hundred and twenty days.", ("one hundred and twenty days", "P120D")),
    ("The flight took three hours 40 minutes.", ("three hours 40 minutes", "PT3H40M")),
    ("Clinics will open in the next fortnight.", ("next fortnight", "P2W")),
    # the clock
    ("The alarm rang at half past six on Monday.", ("half past six on Monday", "2024-05-13T06:30")),
    ("Shots were heard at 4:20 in the afternoon.", ("4:20 in the afternoon", "T16:20")),
    ("The office is open from 8 to 10 a.m. on Friday.", ("8", "2024-05-17T08:00")),
    ("The shop will open between 11 and 2 p.m. on Friday.", ("11", "2024-05-17T11:00")),
    ("The king will speak tonight at 9 o'clock.", ("tonight at 9 o'clock", "2024-05-15T21:00")),
    # counts from another date
    ("The rule takes hold 30 days after June 1, 2024.", ("30 days after June 1, 2024", "2024-07-01")),
    ("The trial opens a week from Monday.", ("a week from Monday", "2024-05-27")),
    ("She left three days before last Friday's vote.", ("three days before last Friday", "2024-05-07")),
    ("Next week, on Thursday, the court will rule.", ("Next week, on Thursday", "2024-05-23")),
    ("The sale begins Saturday week.", ("Saturday week", "2024-05-25")),
    # the year of the story
    ("The mill burned on 3 May 1988. By 9 May it had been cleared.", ("9 May", "1988-05-09")),
    ("In 1975 the war ended. On April 30, tanks rolled in.", ("April 30", "1975-04-30")),
    ("She was jailed on Oct. 2, 2011, freed the following January and jailed again that May.", ("following January", "2012-01")),
    ("The line opened in June 1994. In August the first train crashed.", ("August", "1994-08")),
    ("The club was founded in March 2001. The next year, in July, it folded.", ("July", "2002-07")),
    # the day of an infinitive
    ("Senators voted to cut the levy on Monday.", ("Monday", "2024-05-13")),
    ("The judge refused to free him on Friday.", ("Friday", "2024-05-10")),
    ("It took an hour to free the driver on Sunday.", ("Sunday", "2024-05-12")),
    ("They tried to cross the river on March 4.", ("March 4", "2024-03-04")),
    ("The bank decided to sell the unit on Tuesday.", ("Tuesday", "2024-05-14")),
    # decades, later years, days with a name
    ("She grew up in the nineteen-fifties.", ("nineteen-fifties", "195")),
    ("The 80s were loud.", ("80s", "198")),
    ("By 2120 the ice may be gone.", ("2120", "2120")),
    ("The store was robbed on Black Friday 2019.", ("Black Friday 2019", "2019-11-29")),
    ("The stamp is of Sep-14-2016.", ("Sep-14-2016", "2016-09-14")),
    # years from 2100 on
    ("Seas could rise by a metre by 2100.", ("2100", "2100")),
    ("Yields may fall by 2100.", ("2100", "2100")),
    ("The maps show the coast in 2050 and 2100.", ("2100", "2100")),
    ("Emissions must end by 2080, not 2110.", ("2110", "2110")),
    ("Between 2070 and 2120 the lake will dry up.", ("2120", "2120")),
    # a month of an event that has its year
    ("The strike of 1984 began in March.", ("March", "1984-03")),
    ("The 1995 drought ended in October.", ("October", "1995-10")),
    ("The famine of 1847 peaked in August.", ("August", "1847-08")),
    ("The rebellion of 1901 broke out in June.", ("June", "1901-06")),
    ("The 2011 trial opened in November.", ("November", "2011-11")),
    # a month for which somebody asks something
    ("The union demanded a vote in August.", ("August", "2024-08")),
    ("They called for an election in October.", ("October", "2024-10")),
    ("The minister proposed talks in June.", ("June", "2024-06")),
    ("She requested a hearing in September.", ("September", "2024-09")),
    ("The party sought a referendum in March.", ("March", "2024-03")),
    # rates and the clock
    ("He left at ten to six.", ("ten to six", "T05:50")),
    ("A statement, read Tuesday at a rally, said no.", ("Tuesday", "2024-05-14")),
]

LEFT = [
    # (sentence, what must be its dates)
    ("On Monday 20 people died.", [("Monday", "2024-05-13")]),
    ("On Friday 13 shops burned.", [("Friday", "2024-05-10")]),
    ("The first Monday was quiet.", [("Monday", "2024-05-13")]),
    ("It was his last day at work.", []),
    ("It was the first week of the war.", []),
    ("He agreed to meet them on Friday.", [("Friday", "2024-05-17")]),
    ("The union plans to strike on Monday.", [("Monday", "2024-05-20")]),
    ("She was told to leave by Saturday.", [("Saturday", "2024-05-18")]),
    ("They decided to hold a vote on Sunday.", [("Sunday", "2024-05-19")]),
    ("The envoy managed to flee on Sunday.", [("Sunday", "2024-05-12")]),
    ("The plant was built in 1988. The union said on March 4 that it will shut.", [("1988", "1988"), ("March 4", "2024-03-04")]),
    ("Born on May 3, 1950, she resigned on May 5.", [("May 3, 1950", "1950-05-03"), ("May 5", "2024-05-05")]),
    ("The mill opened on 3 May 2002. It has been shut since January.", [("3 May 2002", "2002-05-03"), ("January", "2024-01")]),
    ("The mill opened on 3 May 2002. It will be sold in July.", [("3 May 2002", "2002-05-03"), ("July", "2024-07")]),
    ("Elected in 2018, he resigned on May 3.", [("2018", "2018"), ("May 3", "2024-05-03")]),
    ("Highs will be in the 70s.", []),
    ("The index fell by 2120.", []),
    ("It helps 100 ad agencies.", []),
    ("The gauge rose from 1072 to 1135.", []),
    ("The ferry carried 2010 passengers.", []),
    ("Police marched past the second gate.", []),
    ("Half past members came.", []),
    ("The score went from 2 to 4.", []),
    ("They won 3 to 1 on Monday.", [("Monday", "2024-05-13")]),
    ("He works five days a week.", [("five days", "P5D")]),
    ("A $9.75-a-week pass is planned.", []),
    ("He trains twice a week on Saturday.", [("Saturday", "2024-05-18")]),
    ("The pool was shut for two weeks from Monday.", [("two weeks", "P2W"), ("Monday", "2024-05-13")]),
    ("The minister said that May is too late.", [("May", "2024-05")]),
    ("Profit fell from 2050 to 2100.", [("2050", "2050")]),
    ("Sales rose by 2110 in March.", [("March", "2024-03")]),
    ("The index could rise by 2100 points.", []),
    ("Between 2000 and 2200 people came.", []),
    ("The Act of 1984 was repealed in March.", [("1984", "1984"), ("March", "2024-03")]),
    ("The champion of 1984 died in March.", [("1984", "1984"), ("March", "2024-03")]),
    ("The strike of 1984 was remembered in March.", [("1984", "1984"), ("March", "2024-03")]),
    ("The 2008 crisis has spread since October.", [("2008", "2008"), ("October", "2023-10")]),
    ("The winner of the 1995 race began in January.", [("1995", "1995"), ("January", "2024-01")]),
    ("The union lost a vote in August.", [("August", "2023-08")]),
    ("The bank sought a loan in August.", [("August", "2023-08")]),
    ("The party demanded his head in November.", [("November", "2023-11")]),
    ("The mill held a meeting in June.", [("June", "2023-06")]),
    ("The court rejected talks in October.", [("October", "2023-10")]),
    ("Rates of four to 4.5 percent are paid at 5 to 7.5 percent.", []),
]


def read(nlp: Language, text: str) -> list[tuple[str, str]]:
    article = Article(text=text, published=datetime.date(2024, 5, 15))
    return [(date.text, date.value) for date in find_dates(nlp(text), article)]


@pytest.mark.parametrize(("sentence", "expected"), CAUGHT)
def test_what_a_family_catches(nlp: Language, sentence: str, expected: tuple[str, str]) -> None:
    assert expected in read(nlp, sentence)


@pytest.mark.parametrize(("sentence", "expected"), LEFT)
def test_what_it_leaves(nlp: Language, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(nlp, sentence) == expected


QUARTERS = [
    "Q{q} {y}",
    "Q{q} of {y}",
    "Q{q}/{y}",
    "Q{q}-{y}",
    "{y}-Q{q}",
    "{y}Q{q}",
    "{y} Q{q}",
    "{q}Q {y}",
    "{q}Q{s}",
    "Q{q}'{s}",
    "Q{q}’{s}",
    "{q}Q'{s}",
    "{n} quarter of {y}",
    "{y} {n} quarter",
    "{n}-quarter {y}",
    "{n} quarter, {y}",
]


@settings(max_examples=60)
@given(quarter=st.integers(1, 4), year=st.integers(2005, 2049), form=st.sampled_from(QUARTERS))
def test_any_quarter_comes_back_as_itself(nlp: Language, quarter: int, year: int, form: str) -> None:
    said = form.format(q=quarter, y=year, s=f"{year % 100:02}", n=("first", "second", "third", "fourth")[quarter - 1])
    text = f"Sales fell 3 percent in {'the ' if 'quarter' in said else ''}{said}."
    assert [value for _, value in read(nlp, text)] == [f"{year}-Q{quarter}"]


RANGES = ["from {a} to {b}", "between {a} and {b}", "from {a} through {b}", "from {a} until {b}"]


@settings(max_examples=40)
@given(
    first=st.dates(datetime.date(1950, 1, 1), datetime.date(2040, 11, 1)),
    days=st.integers(1, 300),
    form=st.sampled_from(RANGES),
    written=st.sampled_from(
        [
            "{0:%B} {0.day}, {0.year}",
            "{0.day} {0:%B} {0.year}",
            "{0:%b} {0.day}, {0.year}",
            "{0:%B} {0.year}",
            "{0.year}-{0.month:02}-{0.day:02}",
        ]
    ),
)
def test_any_range_comes_back_as_its_ends(nlp: Language, first: datetime.date, days: int, form: str, written: str) -> None:
    ends = [first, first + datetime.timedelta(days=days)]
    text = f"The road was closed {form.format(a=written.format(ends[0]), b=written.format(ends[1]))}."
    length = 7 if written == "{0:%B} {0.year}" else 10
    assert [value for _, value in read(nlp, text)] == [end.isoformat()[:length] for end in ends]


@settings(max_examples=40)
@given(
    day=st.dates(datetime.date(2000, 1, 1), datetime.date(2040, 12, 28)),
    form=st.sampled_from(["{m} {a} and {b}, {y}", "{a} and {b} {m} {y}", "{a}, {b} and 28 {m} {y}"]),
)
def test_any_list_of_days_comes_back_as_its_days(nlp: Language, day: datetime.date, form: str) -> None:
    first, second = min(day.day, 26), min(day.day, 26) + 1
    text = f"The club played on {form.format(m=f'{day:%B}', a=first, b=second, y=day.year)}."
    expected = [f"{day:%Y-%m}-{number:02}" for number in ([first, second, 28] if "28" in form else [first, second])]
    assert [value for _, value in read(nlp, text)] == expected
