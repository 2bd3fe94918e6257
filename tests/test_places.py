"""Places as entities: joined, typed, with country and coordinates. Each row is a text of the wires beside its places."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts import Article
from newsfacts.models import Place
from newsfacts.places import find_places


def places(nlp: Language, text: str) -> list[Place]:
    return find_places(nlp(text), Article(text))


# text, then name, type and country of each place
ROWS: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("Ministers met in Nairobi on Monday.", [("Nairobi", "city", "KE")]),
    ("The U.S. and Brazil signed a trade deal.", [("U.S.", "country", "US"), ("Brazil", "country", "BR")]),
    (
        "The United States raised tariffs on Monday. Canada protested, and the U.S. agreed to talks.",
        [("United States", "country", "US"), ("Canada", "country", "CA")],
    ),
    ("Floods hit northern Pakistan and the city of Peshawar.", [("Pakistan", "country", "PK"), ("Peshawar", "city", "PK")]),
    ("Shipping through the Red Sea has resumed.", [("Red Sea", "water", None)]),
    ("Leaders of Southeast Asia will meet in Jakarta.", [("Southeast Asia", "region", None), ("Jakarta", "city", "ID")]),
    ("Wildfires spread in California on Sunday.", [("California", "region", "US")]),
    ("Voters in Ontario go to the polls in June.", [("Ontario", "region", "CA")]),
    ("The quake was felt in Santiago, Chile.", [("Santiago", "city", "CL"), ("Chile", "country", "CL")]),
    ("Police in Birmingham, Alabama, made two arrests.", [("Birmingham", "city", "US"), ("Alabama", "region", "US")]),
    ("Police in Birmingham, England, made two arrests.", [("Birmingham", "city", "GB"), ("England", "region", "GB")]),
    ("Britain and Ireland agreed on fishing quotas.", [("Britain", "country", "GB"), ("Ireland", "country", "IE")]),
    ("Beijing said it would retaliate.", [("Beijing", "city", "CN")]),
    ("South Korea and North Korea exchanged fire.", [("South Korea", "country", "KR"), ("North Korea", "country", "KP")]),
    ("The minister flew to Abidjan in Ivory Coast.", [("Abidjan", "city", "CI"), ("Ivory Coast", "country", "CI")]),
    ("The US-funded clinic in Kabul closed.", [("US", "country", "US"), ("Kabul", "city", "AF")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_places(nlp: Language, text: str, rows: list[tuple[str, str, str | None]]) -> None:
    assert [(p.name, p.type, p.country) for p in places(nlp, text)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Russian and Chinese officials met on Monday.",
        "The Bank of Korea left its rate unchanged.",
        "Exports fell 21 percent in September.",
        "The turkey farmer said sales had risen before the holiday.",
        "He said the reading was high.",
    ],
)
def test_what_is_no_place(nlp: Language, text: str) -> None:
    assert [p.name for p in places(nlp, text)] == []


@pytest.mark.parametrize(
    ("text", "name", "geonames_id"),
    [
        ("Talks took place in Hangzhou, in eastern China.", "Hangzhou", 1808926),
        ("Talks took place in Moscow.", "Moscow", 524901),
        ("Ministers of Argentina met in Cordoba.", "Cordoba", 3860259),
        ("Ministers of Spain met in Cordoba.", "Cordoba", 2519240),
    ],
)
def test_the_article_says_which_city(nlp: Language, text: str, name: str, geonames_id: int) -> None:
    [city] = [p for p in places(nlp, text) if p.name == name]
    assert city.geonames_id == geonames_id
    assert city.latitude is not None
    assert city.longitude is not None


def test_a_small_town_of_a_country_that_is_not_named_gets_no_point(nlp: Language) -> None:
    text = "Mozambique said fighting had stopped in Palma. Mozambique sent aid to Palma from Maputo."
    [palma] = [p for p in places(nlp, text) if p.name == "Palma"]
    assert (palma.latitude, palma.longitude, palma.geonames_id) == (None, None, None)


def test_countries_have_no_point(nlp: Language) -> None:
    assert [(p.latitude, p.geonames_id) for p in places(nlp, "Peru and Chile signed a deal.")] == [(None, None), (None, None)]


def test_mentions_are_joined_in_order(nlp: Language) -> None:
    text = "The United States raised tariffs. China protested. The U.S. agreed to talks with China."
    found = places(nlp, text)
    assert [(p.id, [m.text for m in p.mentions]) for p in found] == [("l1", ["United States", "U.S."]), ("l2", ["China", "China"])]
    assert all(text[m.start : m.end] == m.text for p in found for m in p.mentions)
