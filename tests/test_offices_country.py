"""Whose news an article is, and of which country an office is where no sentence says it."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tables import hold

from newsfacts import Article, make_sheet
from newsfacts.offices.country import Mentions, country_of_national, country_of_title, whose_news
from newsfacts.offices.lexicon import kind_of, lacks_office

PERU = "LIMA — Farmers in Cusco and Puno blocked roads in southern Peru on Monday. Peruvian police cleared the road to Arequipa.\n\n"
KENYA = "Farmers in Nakuru and Kisumu sold less tea this year, Kenya's tea board said. The Kenyan shilling fell.\n\n"
JORDAN = "AMMAN — Jordan and Iraq signed a deal on water in Amman on Monday. Jordanian engineers will build the line from Aqaba.\n\n"
LONGER = (
    "The talks began early in the morning and went on until the lamps were lit, and those who had come on foot from the hills slept in the "
    "school beside the road. Nobody wanted to go home without an answer.\n\n"
)
NAMELESS = "The strike at the port went on for a third day.\n\n"

# An article, and what the one office in it that has this title is of.
TOLD = [
    (PERU + "Interior Minister Ana Ruiz spoke to them.", "Interior Minister", "Peru"),
    (KENYA + "President Amos Wekesa promised help.", "President", "Kenya"),
    (JORDAN + "King Hamza bin Talal received the engineers.", "King", "Jordan"),
    (KENYA + "The farmers met Agriculture Minister Grace Atieno.", "Agriculture Minister", "Kenya"),
    (PERU + "“Nobody was hurt,” General Luis Quispe said.", "General", "Peru"),
    (NAMELESS + "Transport Minister Ana Ruiz spoke to them.", "Transport Minister", None),
    (PERU + LONGER + "Governor Luis Quispe joined the farmers.", "Governor", None),
    (KENYA + LONGER + "Councillor Grace Atieno bought the tea.", "Councillor", None),
    (JORDAN + LONGER + "Mayor Omar Haddad thanked the engineers.", "Mayor", None),
    (NAMELESS + "President Ana Ruiz was not there.", "President", None),
]


def test_of_the_article(nlp: Language) -> None:
    def check(text: str, title: str, of: str | None) -> None:
        found = [office.of for office in make_sheet(Article(text), nlp).offices if office.title == title]
        assert found == [of]

    hold(TOLD, check, floor=0.8)


TALKS = "BEIRUT — Greece and Bulgaria will build a gas line together, the two countries said after talks in Athens and Sofia on Monday.\n\n"

# An article, and the countries of the offices in it that have this title, in the order of the text.
TWO = [
    (TALKS + "Greek President Nikos Dimas spoke first. President Ivan Petkov spoke of trust.", "President", ["Greece", "Bulgaria"]),
    (
        TALKS + "Bulgarian Prime Minister Ivan Petkov spoke first. Prime Minister Nikos Dimas nodded.",
        "Prime Minister",
        ["Bulgaria", "Greece"],
    ),
    (
        TALKS + "Foreign Minister Nikos Dimas of Greece signed. Foreign Minister Ivan Petkov did so later.",
        "Foreign Minister",
        ["Greece", "Bulgaria"],
    ),
    (PERU + "Peruvian President Ana Ruiz met President Luis Quispe.", "President", ["Peru", None]),
    (KENYA + "Kenyan Finance Minister Grace Atieno wrote to Finance Minister Omar Haddad.", "Finance Minister", ["Kenya", None]),
    (KENYA + "Kenyan MP Grace Atieno and MP Amos Wekesa asked for help.", "MP", ["Kenya", "Kenya"]),
    (PERU + "Peruvian General Luis Quispe and General Ana Ruiz led the troops.", "General", ["Peru", "Peru"]),
    (KENYA + "Kenyan President Amos Wekesa spoke. Former President Grace Atieno listened.", "President", ["Kenya", "Kenya"]),
    (KENYA + "President Amos Wekesa spoke at noon. President Wekesa then left for Nakuru.", "President", ["Kenya"]),
    (PERU + "President Ana Ruiz wrote to Luis Quispe, president of the Congress of Peru.", "President", ["Peru"]),
    (PERU + "Peruvian Justice Minister Ana Ruiz and Labour Minister Luis Quispe resigned.", "Labour Minister", ["Peru"]),
]


def test_one_president_a_country(nlp: Language) -> None:
    def check(text: str, title: str, of: list[str | None]) -> None:
        assert [office.of for office in make_sheet(Article(text), nlp).offices if office.title == title] == of

    hold(TWO, check, floor=0.8)


# An article, and title and body of its offices: a party is no part of a governor's title, and nothing that he is the governor of.
OF_PARTIES = [
    ("Republican Gov. Dale Norton signed the law.", [("Gov.", None)]),
    ("Democratic Senator Priya Anand voted no.", [("Senator", None)]),
    ("Labour MP Ines Cole left the hall.", [("MP", None)]),
    ("GOP Sen. Ray Hart called it a mistake.", [("Sen.", None)]),
    ("Conservative Mayor Ann Doyle opened the pool.", [("Mayor", None)]),
    ("Alan Voss, the U.S. attorney for the Western District, praised the police.", [("U.S. attorney", None)]),
    ("Labour Minister Ines Cole left the hall.", [("Labour Minister", None)]),
    ("Labour leader Ines Cole left the hall.", [("leader", "Labour")]),
    ("Congress president Meera Nair spoke in Delhi.", [("president", "Congress")]),
    ("Kenyan Senator Amos Wekesa voted no.", [("Senator", "Kenya")]),
    ("Democratic whip Priya Anand counted the votes.", [("whip", "Democratic")]),
    ("Lagos Governor Ade Balogun signed the law.", [("Governor", "Lagos")]),
]


def test_parties_are_no_countries(nlp: Language) -> None:
    def check(text: str, offices: list[tuple[str, str | None]]) -> None:
        assert [(office.title, office.of) for office in make_sheet(Article(text), nlp).offices] == offices

    hold(OF_PARTIES, check, floor=0.7)


def mentions(**counts: int) -> Mentions:
    """Return as many mentions of each country, one behind the other over an article."""
    at = {code: list(range(place, place + 100 * count, 100)) for place, (code, count) in enumerate(counts.items())}
    return Mentions(1000, at, at, {})


def test_the_country_that_is_spoken_of_most_is_the_articles() -> None:
    code, chance = whose_news(mentions(PE=9, BR=1))
    assert code == "PE"
    assert chance > whose_news(mentions(PE=9, BR=6))[1]


def test_nothing_is_said_without_a_country() -> None:
    assert whose_news(mentions()) == (None, 0.0)
    assert country_of_title(mentions(), ["president"], (0, 10)) == (None, 0.0)


def test_a_king_is_of_no_republic() -> None:
    both = mentions(IQ=5, JO=4)
    assert country_of_title(both, ["king"], (5, 9))[0] == "JO"
    assert country_of_title(both, ["president"], (5, 9))[0] == "IQ"


@pytest.mark.parametrize(
    ("title", "code"), [("president", "SA"), ("prime minister", "US"), ("king", "PE"), ("pope", "IT"), ("minister", "US")]
)
def test_lacking(title: str, code: str) -> None:
    assert lacks_office(code, title.split())


@pytest.mark.parametrize(
    ("title", "code"), [("president", "PE"), ("prime minister", "PE"), ("king", "JO"), ("pope", "VA"), ("senator", "US")]
)
def test_not_lacking(title: str, code: str) -> None:
    assert not lacks_office(code, title.split())


@pytest.mark.parametrize(
    ("name", "code"), [("Knesset", "IL"), ("the State Duma", "RU"), ("Yonhap", "KR"), ("Senate", None), ("Labour Party", None)]
)
def test_bodies_that_do_not_name_their_country(name: str, code: str | None) -> None:
    assert country_of_national(name) == code


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("finance minister", "minister"),
        ("president", "state"),
        ("crown prince", "monarch"),
        ("colonel", "rank"),
        ("managing director", "body"),
        ("mayor", "local"),
        ("deputy governor", "local"),
        ("minister of justice", "minister"),
        ("deputy secretary general", "body"),
        ("head", "loose"),
        ("baker", "other"),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    assert kind_of(title.split()) == kind


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The governor of Georgia spoke to farmers in Macon and Savannah.", "US"),
        ("Alabama sued, and the attorney general of Georgia joined it.", "US"),
        ("Atlanta, Georgia – The secretary of state of Georgia, Ann Pope, resigned.", "US"),
        ("Voters in Augusta and Savannah chose the next governor of Georgia.", "US"),
        ("The lieutenant governor of Georgia went to Florida and Tennessee.", "US"),
        ("The president of Georgia arrived in Tbilisi.", "GE"),
        ("Georgia's foreign minister met the governor of Adjara in Batumi.", "GE"),
        ("The prime minister of Georgia visited Armenia and Azerbaijan.", "GE"),
        ("The king of Jordan met the president of Lebanon in Amman.", "JO"),
        ("The prime minister of Georgia flew from Tbilisi to Atlanta.", "GE"),
    ],
)
def test_an_office_is_of_the_country_that_its_place_lies_in(nlp: Language, text: str, country: str) -> None:
    assert make_sheet(Article(text), nlp).offices[0].country == country
