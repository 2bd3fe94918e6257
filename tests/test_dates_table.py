"""Dates: a sentence, its day of publication, and the span, type and TIMEX3 value of each time expression in it.

The expectations were written by the guide before the program saw the sentences.
"""

from __future__ import annotations

import datetime
from functools import partial

import pytest
from spacy.language import Language
from tables import hold

from newsfacts import Article
from newsfacts.dates.finding import find_dates

WED = "2024-05-15"  # of the week 2024-W20
MON = "2025-11-03"  # of the week 2025-W45
FRI = "2023-02-10"  # of the week 2023-W06
SAT = "2022-07-23"  # of the week 2022-W29

Row = tuple[str, str, str]

# Times that count from what the story has told before them.
STORY: list[tuple[str, str, list[Row]]] = [
    (
        "Exports rose 4 percent in October. They had fallen 2 percent the previous month.",
        MON,
        [("October", "DATE", "2025-10"), ("previous month", "DATE", "2025-09")],
    ),
    (
        "The mine produced 4,000 tonnes in September. A year earlier it produced 5,000.",
        MON,
        [("September", "DATE", "2025-09"), ("A year earlier", "DATE", "2024-09")],
    ),
    (
        "Protesters filled the square on October 12. Two days later the minister resigned.",
        MON,
        [("October 12", "DATE", "2025-10-12"), ("Two days later", "DATE", "2025-10-14")],
    ),
    (
        "The ferry sank on March 3, 2021. The following week the operator was fined.",
        MON,
        [("March 3, 2021", "DATE", "2021-03-03"), ("following week", "DATE", "2021-W10")],
    ),
    (
        "He was sworn in on 20 January 2017. That day thousands marched.",
        MON,
        [("20 January 2017", "DATE", "2017-01-20"), ("That day", "DATE", "2017-01-20")],
    ),
    (
        "Revenue reached $4 billion in the first half of 2025, up from $3 billion in the same period of 2024.",
        MON,
        [("first half of 2025", "DATE", "2025-H1"), ("same period of 2024", "DATE", "2024-H1")],
    ),
    (
        "Unemployment stood at 5 percent in the third quarter. It was 6 percent a year earlier.",
        MON,
        [("third quarter", "DATE", "2025-Q3"), ("a year earlier", "DATE", "2024-Q3")],
    ),
    (
        "Inflation slowed to 2.4 percent in October, the statistics office said on Monday. It was 3.1 percent a year earlier.",
        MON,
        [("October", "DATE", "2025-10"), ("Monday", "DATE", "2025-11-03"), ("a year earlier", "DATE", "2024-10")],
    ),
    ("In 1998 the party lost power. Four years later it returned.", MON, [("1998", "DATE", "1998"), ("Four years later", "DATE", "2002")]),
    (
        "The war began in April 2011. By the end of that year, half of the city lay in ruins.",
        MON,
        [("April 2011", "DATE", "2011-04"), ("end of that year", "DATE", "2011")],
    ),
    (
        "The bank cut rates in June and again the following month.",
        WED,
        [("June", "DATE", "2023-06"), ("following month", "DATE", "2023-07")],
    ),
    ("She joined the firm in 2009 and left the next year.", MON, [("2009", "DATE", "2009"), ("next year", "DATE", "2010")]),
    ("The club was founded in 1901; a decade later it won the cup.", MON, [("1901", "DATE", "1901"), ("a decade later", "DATE", "1911")]),
    (
        "Prices rose 3 percent in the second quarter of 2023. In the previous quarter they had risen 2 percent.",
        MON,
        [("second quarter of 2023", "DATE", "2023-Q2"), ("previous quarter", "DATE", "2023-Q1")],
    ),
    (
        "The vote took place on Sunday. The day before, police had found the ballots.",
        MON,
        [("Sunday", "DATE", "2025-11-02"), ("day before", "DATE", "2025-11-01")],
    ),
    (
        "The king died on 8 September 2022. The next day his son spoke.",
        MON,
        [("8 September 2022", "DATE", "2022-09-08"), ("next day", "DATE", "2022-09-09")],
    ),
    (
        "Sales in August were flat. In the same month last year they rose 8 percent.",
        MON,
        [("August", "DATE", "2025-08"), ("same month last year", "DATE", "2024-08")],
    ),
    ("The law was passed in 2015. It was repealed six years later.", MON, [("2015", "DATE", "2015"), ("six years later", "DATE", "2021")]),
    (
        "Three people died in the fire on May 3. A week later the owner was arrested.",
        WED,
        [("May 3", "DATE", "2024-05-03"), ("A week later", "DATE", "2024-05-10")],
    ),
    (
        "Talks began in February 2020. A month later the borders were closed.",
        MON,
        [("February 2020", "DATE", "2020-02"), ("A month later", "DATE", "2020-03")],
    ),
    (
        "The treaty was signed on 7 February 1992. More than a year later it came into force.",
        MON,
        [("7 February 1992", "DATE", "1992-02-07"), ("a year later", "DATE", "1993")],
    ),
    (
        "The team won in 2018. The year before, it had finished last.",
        MON,
        [("2018", "DATE", "2018"), ("year before", "DATE", "2017")],
    ),
    (
        "He was arrested on Friday. The same day, the court ordered his release.",
        MON,
        [("Friday", "DATE", "2025-10-31"), ("same day", "DATE", "2025-10-31")],
    ),
    (
        "In December 2019 the first cases appeared. The following month the city was sealed off.",
        MON,
        [("December 2019", "DATE", "2019-12"), ("following month", "DATE", "2020-01")],
    ),
    ("The 1973 war was short. That year the price of oil rose fourfold.", MON, [("1973", "DATE", "1973"), ("That year", "DATE", "1973")]),
    (
        "Output fell 3 percent in March from a month earlier.",
        WED,
        [("March", "DATE", "2024-03"), ("a month earlier", "DATE", "2024-02")],
    ),
    (
        "Output fell 3 percent in January from the previous month.",
        FRI,
        [("January", "DATE", "2023-01"), ("previous month", "DATE", "2022-12")],
    ),
    (
        "Passenger numbers rose 5 percent last month from a year earlier.",
        MON,
        [("last month", "DATE", "2025-10"), ("a year earlier", "DATE", "2024-10")],
    ),
    (
        "Profit rose last year. In the previous year the bank made a loss.",
        MON,
        [("last year", "DATE", "2024"), ("previous year", "DATE", "2023")],
    ),
    (
        "Second-quarter sales rose 4 percent. Profit in the quarter doubled.",
        MON,
        [("Second-quarter", "DATE", "2025-Q2"), ("quarter", "DATE", "2025-Q2")],
    ),
    (
        "Sales fell 2 percent in September. Exports for the month dropped 5 percent.",
        MON,
        [("September", "DATE", "2025-09"), ("month", "DATE", "2025-09")],
    ),
    (
        "Profit fell to $5 million in the third quarter from $6 million in the year-ago period. Revenue in the quarter was flat.",
        MON,
        [("third quarter", "DATE", "2025-Q3"), ("year-ago period", "DATE", "2024-Q3"), ("quarter", "DATE", "2025-Q3")],
    ),
    (
        "Rebels took the town on 12 June 2014. Three weeks later the army came back.",
        MON,
        [("12 June 2014", "DATE", "2014-06-12"), ("Three weeks later", "DATE", "2014-07-03")],
    ),
    (
        "The company was founded in 1995 and went bankrupt 12 years later.",
        MON,
        [("1995", "DATE", "1995"), ("12 years later", "DATE", "2007")],
    ),
    (
        "Voters went to the polls in May 2022. The previous election was held three years earlier.",
        MON,
        [("May 2022", "DATE", "2022-05"), ("three years earlier", "DATE", "2019-05")],
    ),
    (
        "A bomb exploded on the evening of 5 May 2024. Police arrested a man the next morning.",
        MON,
        [("evening of 5 May 2024", "TIME", "2024-05-05TEV"), ("next morning", "TIME", "2024-05-06TMO")],
    ),
    (
        "The parliament met on Tuesday. That evening the prime minister resigned.",
        MON,
        [("Tuesday", "DATE", "2025-10-28"), ("That evening", "TIME", "2025-10-28TEV")],
    ),
    (
        "The census of 2011 counted 4 million people. Ten years earlier there were 3 million.",
        MON,
        [("2011", "DATE", "2011"), ("Ten years earlier", "DATE", "2001")],
    ),
    (
        "Wages grew 5 percent in 2021 and 3 percent the year after.",
        MON,
        [("2021", "DATE", "2021"), ("year after", "DATE", "2022")],
    ),
    (
        "The minister resigned in March 2018. In April of the same year he was charged.",
        MON,
        [("March 2018", "DATE", "2018-03"), ("April of the same year", "DATE", "2018-04")],
    ),
    (
        "He came to power in July 2013 and was elected in May of the following year.",
        MON,
        [("July 2013", "DATE", "2013-07"), ("May of the following year", "DATE", "2014-05")],
    ),
    (
        "In the first nine months of 2025 the group lost $3 million, compared with a profit in the same period a year earlier.",
        MON,
        [("first nine months of 2025", "DATE", "2025-01/2025-09"), ("same period a year earlier", "DATE", "2024-01/2024-09")],
    ),
    (
        "The army seized power on 1 February 2021. Two years later the emergency was extended.",
        MON,
        [("1 February 2021", "DATE", "2021-02-01"), ("Two years later", "DATE", "2023")],
    ),
    (
        "He was born in 1964. Twenty years later he sang at the opera.",
        MON,
        [("1964", "DATE", "1964"), ("Twenty years later", "DATE", "1984")],
    ),
    (
        "Exports were worth $5 billion in fiscal year 2023/24, down from $6 billion the previous fiscal year.",
        MON,
        [("fiscal year 2023/24", "DATE", "2023/2024"), ("previous fiscal year", "DATE", "2022/2023")],
    ),
    (
        "On Thursday the union called a strike. The following Monday the trains stopped.",
        WED,
        [("Thursday", "DATE", "2024-05-09"), ("following Monday", "DATE", "2024-05-13")],
    ),
    (
        "The flood came in the spring of 2011. That summer the crops failed.",
        MON,
        [("spring of 2011", "DATE", "2011-SP"), ("That summer", "DATE", "2011-SU")],
    ),
    (
        "In 2020 the economy shrank 5 percent; in the previous year it had grown 2 percent.",
        MON,
        [("2020", "DATE", "2020"), ("previous year", "DATE", "2019")],
    ),
    (
        "The bridge opened in 1937. In the following decade it was widened.",
        MON,
        [("1937", "DATE", "1937"), ("following decade", "DATE", "194")],
    ),
    (
        "Turnout was 61 percent in the November election, down from 66 percent four years earlier.",
        WED,
        [("November", "DATE", "2023-11"), ("four years earlier", "DATE", "2019-11")],
    ),
    (
        "The court jailed him in 2016. He had been arrested two years before.",
        MON,
        [("2016", "DATE", "2016"), ("two years before", "DATE", "2014")],
    ),
    (
        "Shares fell 3 percent on Monday after rising 2 percent the previous Friday.",
        MON,
        [("Monday", "DATE", "2025-11-03"), ("previous Friday", "DATE", "2025-10-31")],
    ),
    (
        "Oil rose to $80 on Wednesday from $78 the day before.",
        WED,
        [("Wednesday", "DATE", "2024-05-15"), ("day before", "DATE", "2024-05-14")],
    ),
    (
        "Oil rose to $80 on Wednesday from $75 a week earlier.",
        WED,
        [("Wednesday", "DATE", "2024-05-15"), ("a week earlier", "DATE", "2024-05-08")],
    ),
    (
        "In the week to 5 May cases fell by a third from the previous week.",
        WED,
        [("week to 5 May", "DATE", "2024-W18"), ("previous week", "DATE", "2024-W17")],
    ),
    (
        "The drug was approved in Europe in 2019 and in Japan a year later.",
        MON,
        [("2019", "DATE", "2019"), ("a year later", "DATE", "2020")],
    ),
    (
        "He resigned on 4 May. The next day she took over, and two days later she named a cabinet.",
        WED,
        [("4 May", "DATE", "2024-05-04"), ("next day", "DATE", "2024-05-05"), ("two days later", "DATE", "2024-05-07")],
    ),
    (
        "The plant made 300 cars in June, half of what it made in the same month of 2022.",
        WED,
        [("June", "DATE", "2023-06"), ("same month of 2022", "DATE", "2022-06")],
    ),
    (
        "Construction began in late 2019. It was to end a year later.",
        MON,
        [("late 2019", "DATE", "2019"), ("a year later", "DATE", "2020")],
    ),
    (
        "GDP shrank 2 percent in the fourth quarter. It had grown 1 percent in the previous three months.",
        FRI,
        [("fourth quarter", "DATE", "2022-Q4"), ("previous three months", "DURATION", "P3M")],
    ),
    (
        "In 2023, 40 percent of the loans went to farmers, and a year earlier 35 percent.",
        MON,
        [("2023", "DATE", "2023"), ("a year earlier", "DATE", "2022")],
    ),
    (
        "The two men met in Geneva in June 2021, and again a month later in Vienna.",
        MON,
        [("June 2021", "DATE", "2021-06"), ("a month later", "DATE", "2021-07")],
    ),
    (
        "It was on 9 November 1989 that the wall fell. That night thousands crossed the border.",
        MON,
        [("9 November 1989", "DATE", "1989-11-09"), ("That night", "TIME", "1989-11-09TNI")],
    ),
    (
        "The strike began last Monday. Two days later the airline gave in.",
        WED,
        [("last Monday", "DATE", "2024-05-13"), ("Two days later", "DATE", "2024-05-15")],
    ),
    (
        "Last month the price of rice rose 10 percent. The month before, it rose 6 percent.",
        MON,
        [("Last month", "DATE", "2025-10"), ("month before", "DATE", "2025-09")],
    ),
    (
        "Growth reached 5 percent in 2010 but fell to 1 percent within two years.",
        MON,
        [("2010", "DATE", "2010"), ("two years", "DURATION", "P2Y")],
    ),
    # `ago` counts from the day of publication, whatever the story tells of.
    (
        "In May 2020 the shop closed. It had opened four years ago, its owner says.",
        MON,
        [("May 2020", "DATE", "2020-05"), ("four years ago", "DATE", "2021")],
    ),
    (
        "Profit in the third quarter rose to $9 million from $7 million a year ago.",
        MON,
        [("third quarter", "DATE", "2025-Q3"), ("a year ago", "DATE", "2024-Q3")],
    ),
    (
        "Exports to China fell 21% in September, after a drop of 4% the previous month, and were 3% lower than a year earlier.",
        MON,
        [("September", "DATE", "2025-09"), ("previous month", "DATE", "2025-08"), ("a year earlier", "DATE", "2024-09")],
    ),
    (
        "The ministry said on Friday that sales rose in September. They were 4 percent above those of the same month in 2019.",
        MON,
        [("Friday", "DATE", "2025-10-31"), ("September", "DATE", "2025-09"), ("same month in 2019", "DATE", "2019-09")],
    ),
]

# Times that the calendar or the day of publication gives.
PLAIN: list[tuple[str, str, list[Row]]] = [
    ("The treaty was signed in nineteen ninety-six.", MON, [("nineteen ninety-six", "DATE", "1996")]),
    ("They came in the year two thousand.", MON, [("year two thousand", "DATE", "2000")]),
    ("The fair opens on March eighth.", FRI, [("March eighth", "DATE", "2023-03-08")]),
    ("The hearing is set for the week of March 6.", FRI, [("week of March 6", "DATE", "2023-W10")]),
    ("The index fell 2 percent in the week ended 28 October.", MON, [("week ended 28 October", "DATE", "2025-W44")]),
    ("The dynasty ruled for two centuries.", MON, [("two centuries", "DURATION", "P200Y")]),
    ("It fell for the third week in a row.", MON, [("third week in a row", "DURATION", "P3W")]),
    ("The bazaar is held every Wednesday evening.", MON, [("every Wednesday evening", "SET", "XXXX-WXX-3TEV")]),
    ("The ferry sails on Tuesday nights.", MON, [("Tuesday nights", "SET", "XXXX-WXX-2TNI")]),
    ("The repair takes a day or two.", MON, [("a day or two", "DURATION", "P1D/P2D")]),
    ("They fled at 4 in the morning.", MON, [("4 in the morning", "TIME", "T04:00")]),
    ("Sales rose in the fiscal third quarter of 2025.", MON, [("fiscal third quarter of 2025", "DATE", "2025-Q3")]),
    ("Exports rose in the latest quarter.", MON, [("latest quarter", "DATE", "2025-Q3")]),
    ("Music changed in the '90s.", MON, [("'90s", "DATE", "199")]),
    ("The style was born in the mid-1960s.", MON, [("mid-1960s", "DATE", "196")]),
    ("He works 40 hours a week.", MON, [("40 hours", "DURATION", "PT40H")]),
    ("She trains 10 to 12 hours a day.", MON, [("10 to 12 hours", "DURATION", "PT10H/PT12H")]),
    ("Shops are open five days a week.", MON, [("five days", "DURATION", "P5D")]),
    ("In 1990's second half the war ended.", MON, [("1990's second half", "DATE", "1990-H2")]),
    ("Rates rose in the 1980's.", MON, [("1980's", "DATE", "198")]),
    ("The fund grew 4 percent in H1 2025.", MON, [("H1 2025", "DATE", "2025-H1")]),
    ("Revenue for FY23 was $2 billion.", MON, [("FY23", "DATE", "2023")]),
    ("Revenue was $2 billion in 3Q 2024.", MON, [("3Q 2024", "DATE", "2024-Q3")]),
    ("The games run from 1–3 March.", FRI, [("1–3 March", "DATE", "2023-03-01/2023-03-03")]),
    ("Rain fell on Monday and Tuesday.", WED, [("Monday", "DATE", "2024-05-13"), ("Tuesday", "DATE", "2024-05-14")]),
    ("Snow will fall on Monday and Tuesday.", WED, [("Monday", "DATE", "2024-05-20"), ("Tuesday", "DATE", "2024-05-21")]),
    (
        "Trade grew from January to June.",
        MON,
        [("January", "DATE", "2025-01"), ("June", "DATE", "2025-06")],
    ),
    (
        "He ruled in 1958, 1962 and 1970.",
        MON,
        [("1958", "DATE", "1958"), ("1962", "DATE", "1962"), ("1970", "DATE", "1970")],
    ),
    ("The council will meet on the first Monday.", MON, [("Monday", "DATE", "2025-11-03")]),
    ("The envoy could not be reached on Tuesday.", WED, [("Tuesday", "DATE", "2024-05-14")]),
    ("A spokesman would not comment on Friday.", MON, [("Friday", "DATE", "2025-10-31")]),
    ("Rebels were given until Tuesday to leave.", WED, [("Tuesday", "DATE", "2024-05-21")]),
    ("The Fed is expected to cut rates in December.", MON, [("December", "DATE", "2025-12")]),
    ("The Fed cut its rate in December.", MON, [("December", "DATE", "2024-12")]),
    ("The cut expected in December was put off.", MON, [("December", "DATE", "2025-12")]),
    ("The army has to withdraw by January 14.", "2025-01-15", [("January 14", "DATE", "2025-01-14")]),
    ("He faces a Dec. 1 deadline.", MON, [("Dec. 1", "DATE", "2025-12-01")]),
    ("The slated visit in December was welcomed.", MON, [("December", "DATE", "2025-12")]),
    ("The ship left on Saturday and will arrive on Sunday.", MON, [("Saturday", "DATE", "2025-11-01"), ("Sunday", "DATE", "2025-11-09")]),
    ("The company paid for the purchase last year of a mine.", MON, [("last year", "DATE", "2024")]),
    ("The fire broke out in the early hours of Friday.", SAT, [("early hours of Friday", "DATE", "2022-07-22")]),
    ("The envoy arrived on Thursday evening.", SAT, [("Thursday evening", "TIME", "2022-07-21TEV")]),
    ("He will speak tomorrow at 9:30 a.m.", SAT, [("tomorrow at 9:30 a.m.", "TIME", "2022-07-24T09:30")]),
    ("The talks ended last night.", SAT, [("last night", "TIME", "2022-07-22TNI")]),
    ("The court sits next week.", SAT, [("next week", "DATE", "2022-W30")]),
    ("The harvest began this month.", SAT, [("this month", "DATE", "2022-07")]),
    ("The town was founded in the 12th century.", SAT, [("12th century", "DATE", "11")]),
    ("He reigned in the 1st century BC, after 44 BC.", SAT, [("1st century", "DATE", "00"), ("44 BC", "DATE", "BC0044")]),
    ("The season starts in the autumn of 2026.", MON, [("autumn of 2026", "DATE", "2026-FA")]),
    ("The reactor will go on line next spring.", MON, [("next spring", "DATE", "2026-SP")]),
    ("Output is to peak in the 2030s.", MON, [("2030s", "DATE", "203")]),
    ("The lease runs for 99 years.", MON, [("99 years", "DURATION", "P99Y")]),
    ("The truce held for 72 hours.", MON, [("72 hours", "DURATION", "PT72H")]),
    ("He spoke for 20 minutes.", MON, [("20 minutes", "DURATION", "PT20M")]),
    ("A six-week strike ended.", MON, [("six-week", "DURATION", "P6W")]),
    ("It expects to post a loss for the third quarter.", MON, [("third quarter", "DATE", "2025-Q3")]),
    ("It will cut output in the third quarter.", MON, [("third quarter", "DATE", "2026-Q3")]),
    ("The ministry will release October figures on Friday.", MON, [("October", "DATE", "2025-10"), ("Friday", "DATE", "2025-11-07")]),
    ("The agency will publish the data for October on Friday.", MON, [("October", "DATE", "2025-10"), ("Friday", "DATE", "2025-11-07")]),
    ("The party will hold a September congress.", MON, [("September", "DATE", "2026-09")]),
    ("Sales in December will be weak.", MON, [("December", "DATE", "2025-12")]),
    ("The company will report its results in January.", MON, [("January", "DATE", "2026-01")]),
    ("They met the day before last Tuesday.", WED, [("day before last Tuesday", "DATE", "2024-05-13")]),
    ("The shops reopened the day after 1 May 2024.", MON, [("day after 1 May 2024", "DATE", "2024-05-02")]),
    ("The shops will reopen the day after Friday's march.", MON, [("day after Friday", "DATE", "2025-11-08")]),
    ("The singer said she would not perform on Friday.", MON, [("Friday", "DATE", "2025-11-07")]),
    ("The firm planned to raise pay, according to a report on Friday by a newspaper.", MON, [("Friday", "DATE", "2025-10-31")]),
    ("Monday's hearing is scheduled to last an hour.", FRI, [("Monday", "DATE", "2023-02-13"), ("an hour", "DURATION", "PT1H")]),
    ("Monday's attack is likely to hurt ties.", FRI, [("Monday", "DATE", "2023-02-06")]),
    (
        "Output fell 3 percent in the first five months of 2025 from a year earlier.",
        MON,
        [("first five months of 2025", "DATE", "2025-01/2025-05"), ("a year earlier", "DATE", "2024-01/2024-05")],
    ),
    ("A weeklong strike ended.", MON, [("weeklong", "DURATION", "P1W")]),
    (
        "The airline has flights on Monday and Friday nights.",
        MON,
        [("Monday", "SET", "XXXX-WXX-1TNI"), ("Friday nights", "SET", "XXXX-WXX-5TNI")],
    ),
    ("The bank was offered a week to answer.", MON, [("a week", "DURATION", "P1W")]),
    (
        "The firm will report third-quarter results tomorrow.",
        MON,
        [("third-quarter", "DATE", "2025-Q3"), ("tomorrow", "DATE", "2025-11-04")],
    ),
    ("Oil for December delivery rose.", MON, [("December", "DATE", "2025-12")]),
    ("It had $3 million in assets at year-end 2022.", MON, [("year-end 2022", "DATE", "2022-12")]),
    ("The July-September quarter was weak.", MON, [("July-September quarter", "DATE", "2025-Q3")]),
    ("He retired the year before last.", MON, [("year before last", "DATE", "2023")]),
    ("Shares are below the record high set on August 6.", FRI, [("August 6", "DATE", "2022-08-06")]),
    ("Neither he nor his lawyer could be found on Friday.", MON, [("Friday", "DATE", "2025-10-31")]),
    ("Neighbours found ways to get around Tuesday's ruling.", MON, [("Tuesday", "DATE", "2025-10-28")]),
    ("Peru was the first to sign on Friday.", MON, [("Friday", "DATE", "2025-10-31")]),
    ("Peru will be the first to sign on Friday.", MON, [("Friday", "DATE", "2025-11-07")]),
    ("A decades-long feud ended.", MON, [("decades-long", "DURATION", "PXY")]),
    ("The plant will take one and a half years to build.", MON, [("one and a half years", "DURATION", "P1Y6M")]),
    ("Prices may rise in the coming months.", MON, [("coming months", "DATE", "FUTURE_REF")]),
    ("Crime has fallen in recent years.", MON, [("recent years", "DATE", "PAST_REF")]),
    ("The price is set quarterly.", MON, [("quarterly", "SET", "P3M")]),
    ("The fair is held every two years.", MON, [("every two years", "SET", "P2Y")]),
    ("A bus leaves every 20 minutes.", MON, [("every 20 minutes", "SET", "PT20M")]),
    ("The shop is closed on weekends.", MON, [("weekends", "SET", "XXXX-WXX-WE")]),
    ("The quake struck at 05:17 GMT on 3 November 2025.", MON, [("05:17 GMT on 3 November 2025", "TIME", "2025-11-03T05:17")]),
    ("The match kicks off at 8 p.m. local time on Saturday.", MON, [("8 p.m. local time on Saturday", "TIME", "2025-11-08T20:00")]),
    ("British police said he vanished on 03/04/2024.", MON, [("03/04/2024", "DATE", "2024-04-03")]),
    ("American police said he vanished on 03/04/2024.", MON, [("03/04/2024", "DATE", "2024-03-04")]),
    ("The file is dated 27/04/2024.", MON, [("27/04/2024", "DATE", "2024-04-27")]),
    ("The letter of 03.04.2024 was found.", MON, [("03.04.2024", "DATE", "2024-04-03")]),
]

# Festivals are dates by their year; which day it was, the calendar of the country says.
NAMED: list[tuple[str, str, list[Row]]] = [
    ("He was found on Thanksgiving 2021.", MON, [("Thanksgiving 2021", "DATE", "2021-11-25")]),
    ("Canadian shops were shut on Thanksgiving Day 2024.", MON, [("Thanksgiving Day 2024", "DATE", "2024-10-14")]),
    ("The fire on Easter Monday 2019 destroyed the roof.", MON, [("Easter Monday 2019", "DATE", "2019-04-22")]),
    ("Greek banks closed on Easter Monday 2024.", MON, [("Easter Monday 2024", "DATE", "2024-05-06")]),
    ("They were killed on Good Friday 1998.", MON, [("Good Friday 1998", "DATE", "1998-04-10")]),
    ("The bill was passed before last Christmas.", WED, [("last Christmas", "DATE", "2023-12-25")]),
    ("The war will be over by next Easter, he said.", WED, [("next Easter", "DATE", "2025-04-20")]),
    ("Prices rose during Ramadan 2024.", MON, [("Ramadan 2024", "DATE", "2024-03/2024-04")]),
    ("The truce began on Eid al-Fitr 2024.", MON, [("Eid al-Fitr 2024", "DATE", "2024-04-10")]),
    ("India's markets closed on Diwali 2024.", MON, [("Diwali 2024", "DATE", "2024-10-31")]),
    ("Sales fell after Lunar New Year 2023.", MON, [("Lunar New Year 2023", "DATE", "2023-01-22")]),
    ("Koreans travelled home for Chuseok 2024.", MON, [("Chuseok 2024", "DATE", "2024-09-17")]),
    ("Kenyans lit candles on this year's Madaraka Day in Nairobi.", WED, [("this year's Madaraka Day", "DATE", "2024-06-01")]),
    ("India honoured them on Independence Day 2023.", MON, [("Independence Day 2023", "DATE", "2023-08-15")]),
    ("Nobody was hurt on Independence Day 2023.", MON, []),
    ("The bombing on Christmas Eve 2000 shook Jakarta.", MON, [("Christmas Eve 2000", "DATE", "2000-12-24")]),
    ("The parade on May Day 2019 was banned.", MON, [("May Day 2019", "DATE", "2019-05-01")]),
    # A moon not yet sighted is an estimate: no day is given.
    ("The plant will open after Eid al-Fitr 2031.", MON, []),
]

NOTHING = """
The union may call its members out.
Marchers filled the avenue.
A coil spring broke in the engine.
The second bus was late.
Office 2019 no longer gets updates.
Bus 1999 runs to the port.
Under section 2010 of the code, tenants may appeal.
The score was 21-14 at the break.
The lift carries 1800 kg.
It won by a vote of 1,950 to 12.
The hotline is open 24/7.
The firm moved to version 3.11.2 of the program.
He weighs 84 kg and is 34.
The 12-year-old won the race.
Pensioners aged 65 and over pay nothing.
The ratio was 2:30.
Call 1990 2030 for help.
The house at 1850 Elm Street burned.
The pipe is 2000 mm long.
He ran the marathon in 2:08:30.
The Sunday Mirror printed the photo.
The Daily Nation reported it.
April O'Neil signed the deed.
June Sarpong hosted the show.
The Summer Olympics Association objected.
The winter sports resort is closed.
The runner fell in the last second.
Give me a second to think.
It is the third largest bank.
A quarter of the crop was lost.
The team led at half-time.
The first half ended without goals.
The town is in the second half of the list.
The first quarter of the book is dull.
The clinic is open 24 hours a day, seven days a week.
He scored in the second quarter of the game.
The price per year is fixed.
The plant burns 300 tonnes a day.
It carries 200 people an hour.
Year-on-year growth slowed.
Month-on-month inflation eased.
Once, the river was clean.
The minister will soon resign.
Prices have since fallen.
Sooner or later the bank will fail.
The talks are now over.
In the future, cars will fly.
In the past, cars were slow.
At the time, nobody knew.
Since then, little has changed.
The long-term plan failed.
Today's youth prefer phones.
In today's world, news travels fast.
The party daily Rodong printed the speech.
ABC's programme “This Week” interviewed him.
Fans watched “Saturday Night Live”.
Easter eggs are sold in every shop.
Families celebrated Diwali with fireworks.
Muslims fast during Ramadan.
Ash Wednesday services were full.
Christmas sales rose.
Room 1984 is empty.
The result of TET 2012 was revised.
He scored in the 90th minute.
Passengers waited at gate 2030.
The 1500-seat hall was full.
It sold 1,998 copies.
He was the 44th president.
The rate of the loan is 7 percent per month.
The committee has 2000 members.
Profit in the quarter was flat.
He was 46 years of age.
The two-thirds majority held.
The may flower bloomed.
""".strip().splitlines()

# A year told for the clause or the month, days just ahead, and the forms of small papers.
UNTUNED: list[tuple[str, str, list[Row]]] = [
    ("In 2019, sales fell in May.", MON, [("2019", "DATE", "2019"), ("May", "DATE", "2019-05")]),
    (
        "She heard of it on August 12, 2024, and not before the meeting on August 11.",
        MON,
        [("August 12, 2024", "DATE", "2024-08-12"), ("August 11", "DATE", "2024-08-11")],
    ),
    (
        "In August 2020 he sued over reports made between July 31 and August 14 that year.",
        MON,
        [("August 2020", "DATE", "2020-08"), ("July 31", "DATE", "2020-07-31"), ("August 14 that year", "DATE", "2020-08-14")],
    ),
    ("Elected in 2018, he resigned on May 3.", MON, [("2018", "DATE", "2018"), ("May 3", "DATE", "2025-05-03")]),
    ("They won for the first time since 2019 on May 3.", MON, [("2019", "DATE", "2019"), ("May 3", "DATE", "2025-05-03")]),
    (
        "Born on May 3, 1950, she resigned on May 5.",
        MON,
        [("May 3, 1950", "DATE", "1950-05-03"), ("May 5", "DATE", "2025-05-05")],
    ),
    ("The side proposed November 5-6 for the visit.", MON, [("November 5-6", "DATE", "2025-11-05/2025-11-06")]),
    ("The flight was put off to November 10.", MON, [("November 10", "DATE", "2025-11-10")]),
    ("The plant closed on December 20.", MON, [("December 20", "DATE", "2024-12-20")]),
    ("He is due in court on Tuesday.", WED, [("Tuesday", "DATE", "2024-05-21")]),
    ("He was in court on Tuesday.", WED, [("Tuesday", "DATE", "2024-05-14")]),
    ("He had until September 30 to pay.", MON, [("September 30", "DATE", "2025-09-30")]),
    ("It is the coldest May in years.", MON, [("May", "DATE", "2025-05")]),
    ("They see prices up 1.5 per cent for October.", MON, [("October", "DATE", "2025-10")]),
    ("Police said on Jan.12 that two died.", MON, [("Jan.12", "DATE", "2025-01-12")]),
    ("A convoy left on Feb.25, 2023.", MON, [("Feb.25, 2023", "DATE", "2023-02-25")]),
    ("The post was filled in Sept.2019.", MON, [("Sept.2019", "DATE", "2019-09")]),
    ("The hearings ran from April 1 through 14.", MON, [("April 1 through 14", "DATE", "2025-04-01/2025-04-14")]),
    ("They went whaling earlier in the month of July.", MON, [("earlier in the month of July", "DATE", "2025-07")]),
    ("Sales rose in the month of June 2024.", MON, [("month of June 2024", "DATE", "2024-06")]),
    ("The faith was founded in the XIX century.", MON, [("XIX century", "DATE", "18")]),
    ("The vote is on the 15th of this month.", MON, [("15th of this month", "DATE", "2025-11-15")]),
    ("The work took one-and-a-half years.", MON, [("one-and-a-half years", "DURATION", "P1Y6M")]),
    (
        "On July 19 she went to the police. They spoke to a clerk. Two officers beat her. The next day they let her go.",
        MON,
        [("July 19", "DATE", "2025-07-19"), ("next day", "DATE", "2025-07-20")],
    ),
    (
        "The inn opened on 3 May 2012. The owner said little. Few came. Two years later, it closed.",
        MON,
        [("3 May 2012", "DATE", "2012-05-03"), ("Two years later", "DATE", "2014")],
    ),
    (
        "The inn opened on 3 May 2012. The owner said little. Few came who stayed the next day.",
        MON,
        [("3 May 2012", "DATE", "2012-05-03"), ("next day", "DATE", "FUTURE_REF")],
    ),
    ("See https://news.example/2019/05/12/story-of-march-2020 for more.", MON, []),
    ("Write to may2019@news.example or see www.news.example/2018.", MON, []),
    ("Readers took to the novel 1984 again.", MON, []),
    ("The film 2012 flopped.", MON, []),
    ("The film of 2012 flopped.", MON, [("2012", "DATE", "2012")]),
    ("The mark XIX gun is old.", MON, []),
    ("They backed a $2.5bn-a-year plan.", MON, []),
]


def _span_type_and_value(nlp: Language, sentence: str, published: str, expected: list[Row]) -> None:
    article = Article(text=sentence, published=datetime.date.fromisoformat(published))
    assert [(date.text, date.type, date.value) for date in find_dates(nlp(sentence), article)] == expected


def test_span_type_and_value(nlp: Language) -> None:
    hold(STORY + PLAIN + NAMED + UNTUNED, partial(_span_type_and_value, nlp), 0.98)


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_date(nlp: Language, sentence: str) -> None:
    article = Article(text=sentence, published=datetime.date(2025, 11, 3))
    assert [(date.text, date.type, date.value) for date in find_dates(nlp(sentence), article)] == []


@pytest.mark.parametrize(
    ("sentence", "published", "text", "value"),
    [
        ("The boy was found at sea on Thanksgiving Day.", "2000-01-06", "Thanksgiving Day", "1999-11-25"),
        ("The ship will sail on Christmas Eve.", MON, "Christmas Eve", "2025-12-24"),
        ("The ship sank on Christmas Eve.", MON, "Christmas Eve", "2024-12-24"),
        ("Talks resumed after Easter.", WED, "Easter", "2024-03-31"),
        ("They were freed on New Year's Day.", "2025-01-01", "New Year's Day", "2025-01-01"),
    ],
)
def test_a_festival_without_a_year_where_asked_for(nlp: Language, sentence: str, published: str, text: str, value: str) -> None:
    article = Article(text=sentence, published=datetime.date.fromisoformat(published))
    assert find_dates(nlp(sentence), article) == []
    assert [(d.text, d.value) for d in find_dates(nlp(sentence), article, bare_named_days=True)] == [(text, value)]
