"""People, bodies and places of many articles: who is one, and that the order of the articles changes nothing."""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from typing import Any

import pytest
from sheets import many_sheets, sheet_of

from newsfacts import FactSheet
from newsfacts.collection import Member, entities_in, has_words, names_in
from newsfacts.collection.figures import Said, Topic, days_of, differ, side_by_side, topic_of
from newsfacts.pipeline.lemmas import singular


def entities_of(sheets: list[FactSheet]) -> dict[str, list[str]]:
    """Return the articles of each entity."""
    blocks: dict[str, list[Member]] = defaultdict(list)
    for sheet in sheets:
        for name in names_in(sheet):
            blocks[name.block].append(Member(sheet.source.name, name))
    return {entity.id: [member.article for member in entity.members] for block in blocks.values() for entity in entities_in(block)}


def about(name: str, country: str | None = None, **fields: Any) -> dict[str, Any]:
    """Return how an article speaks of a person: the country whose news it is, the office, and whom and what it names beside."""
    return {"name": name, "country": country, **fields}


def two(one: dict[str, Any], other: dict[str, Any], section: str = "people") -> list[FactSheet]:
    """Return two articles that speak so of somebody, first of all they name."""
    sheets = []
    for number, given in enumerate((one, other)):
        beside = {key: [{"name": name} for name in given.get(key, [])] for key in ("people", "organizations")}
        fields = {key: value for key, value in given.items() if key not in ("country", *beside)}
        names = {**beside, section: [fields, *beside.get(section, [])]}
        words = [word for entities in names.values() for entity in entities for word in (entity.get("office"), entity["name"]) if word]
        sheets.append(sheet_of(f"{number}.txt", ", ".join(words), country=given["country"], **names))
    return sheets


def are_one(sheets: list[FactSheet], section: str = "people") -> bool:
    """Say whether the first name of the section is one entity in both."""
    firsts = [next(name for name in names_in(sheet) if name.section == section) for sheet in sheets]
    blocks = {name.block for name in firsts}
    members = [Member(sheet.source.name, name) for sheet in sheets for name in names_in(sheet) if {name.block} == blocks]
    owners = [entity.id for entity in entities_in(members) for member in entity.members if member.name in firsts]
    return len(blocks) == 1 and len(owners) == 2 and len(set(owners)) == 1


ONE = {
    "the office": (
        about("Joseph Okello", office="President", of_country="UG"),
        about("Joseph Okello", office="President", of_country="UG"),
    ),
    "another person": (about("Joseph Okello", people=["Ruth Akello"]), about("Joseph Okello", people=["Ruth Akello"])),
    "country and body": (
        about("Lena Brandt", "DE", organizations=["Rhein Stahl"]),
        about("Lena Brandt", "DE", organizations=["Rhein Stahl"]),
    ),
    "accents, hyphens": (about("Park Min-jae", "KR", people=["Seo Ha-eun"]), about("Park Minjae", "KR", people=["Seo Ha-eun"])),
    "a middle name": (about("Joseph Okello", office="Mayor", of="Gulu"), about("Joseph M. Okello", office="Mayor", of="Gulu")),
    "a title of other words": (
        about("Lena Brandt", "DE", office="Minister for Rail", of_country="DE"),
        about("Lena Brandt", "DE", office="Rail Minister", of_country="DE"),
    ),
    "surname and office": (
        about("Joseph Okello", office="President", of_country="UG"),
        about("Okello", office="President", of_country="UG"),
    ),
}
NOT_ONE = {
    "a surname alone": (about("Joseph Okello", "UG", people=["Ruth Akello"]), about("Okello", "UG", people=["Ruth Akello"])),
    "only the country": (about("Joseph Okello", "UG"), about("Joseph Okello", "UG")),
    "nothing": (about("Joseph Okello", "UG"), about("Joseph Okello", "KE")),
    "another given name": (
        about("Joseph Okello", office="President", of_country="UG"),
        about("Ruth Okello", office="President", of_country="UG"),
    ),
    "father and son": (about("Joseph Okello", people=["Ruth Akello"]), about("Joseph Okello Jr", people=["Ruth Akello"])),
    "another office": (about("Joseph Okello", office="Mayor", of="Gulu"), about("J. M. Okello", office="Mayor", of="Lira")),
    "surname of another office": (
        about("Joseph Okello", office="President", of_country="UG"),
        about("Okello", office="President", of_country="KE"),
    ),
}


@pytest.mark.parametrize(("one", "other"), ONE.values(), ids=ONE)
def test_one_person(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert are_one(two(one, other))


@pytest.mark.parametrize(("one", "other"), NOT_ONE.values(), ids=NOT_ONE)
def test_two_people(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not are_one(two(one, other))


BODIES = {
    "one name": (about("Kenya Power", "KE"), about("Kenya Power", "UG"), True),
    "known to all": (about("FIFA", "KE"), about("FIFA", "BR"), True),
    "written out": (about("WHO", "KE"), about("World Health Organisation", "BR"), True),
    "one country's": (about("Supreme Court", "KE"), about("the Supreme Court", "KE"), True),
    "with its country": (about("Bank of Ghana", "GH"), about("Bank of Ghana", None), True),
    "every country has one": (about("Supreme Court", "KE"), about("Supreme Court", "UG"), False),
    "a party of two countries": (about("Liberal Party", "KE"), about("Liberal Party", "UG"), False),
    "an office of two countries": (about("Attorney General's Office", "KE"), about("Attorney General’s Office", "ZM"), False),
    "a paper of two countries": (about("Daily Tribune", "KE"), about("The Daily Tribune", "ZM"), False),
    "a service of two countries": (about("Coast Guard", "KE"), about("Coast Guard", "GH"), False),
    "a market of two countries": (about("Stock Exchange", "KE"), about("Stock Exchange", "GH"), False),
    "a word of its own": (about("Kibo Stock Exchange", "KE"), about("Kibo Stock Exchange", "UG"), True),
    "a party with a word of its own": (about("Jubilee Party", "KE"), about("the Jubilee Party", "UG"), True),
    "a paper with a place": (about("Nairobi Daily Tribune", "KE"), about("Nairobi Daily Tribune", "US"), True),
    "a service with a country": (about("Ghana Coast Guard", "GH"), about("Ghana Coast Guard", "TG"), True),
    "a court with a country": (about("Supreme Court of Kenya", "KE"), about("Supreme Court of Kenya", "UG"), True),
    "of unknown countries": (about("Ministry of Health", None), about("Ministry of Health", None), False),
    "letters": (about("PDM", "KE"), about("PDM", "UG"), False),
    "one word": (about("Orion", "KE"), about("Orion", "CL"), False),
    "newspapers": (about("Daily Star", "BD"), about("Daily Star", "GB"), False),
}


@pytest.mark.parametrize(("one", "other", "same"), BODIES.values(), ids=BODIES)
def test_bodies(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    assert are_one(two(one, other, "organizations"), "organizations") == same


PLACES = {
    "GeoNames": (about("Nairobi", geonames_id=184745), about("NAIROBI", geonames_id=184745), True),
    "a country": (
        about("Kenya", type="country", place_country="KE"),
        about("Republic of Kenya", type="country", place_country="KE"),
        True,
    ),
    "of several countries": (about("Lake Victoria", "KE", type="water"), about("Lake Victoria", "UG", type="water"), True),
    "in the news of one country": (about("Kiti Bridge", "KE", type="facility"), about("Kiti Bridge", "KE", type="facility"), True),
    "in the news of two": (about("Kiti Bridge", "KE", type="facility"), about("Kiti Bridge", "UG", type="facility"), False),
    "two cities": (about("Córdoba", geonames_id=3860259), about("Córdoba", geonames_id=2519240), False),
    "one city, unlocated": (about("Wote", place_country="KE"), about("Wote", place_country="KE"), True),
    "a city and a region": (about("Geneva", place_country="CH"), about("Geneva", place_country="CH", type="region"), False),
}


@pytest.mark.parametrize(("one", "other", "same"), PLACES.values(), ids=PLACES)
def test_places(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    given = [{"country": None if "place_country" in fields else fields["country"], **fields} for fields in (one, other)]
    sheets = []
    for number, fields in enumerate(given):
        own = {key: value for key, value in fields.items() if key not in ("country", "place_country")} | {
            "country": fields.get("place_country")
        }
        sheets.append(sheet_of(f"{number}.txt", fields["name"], country=fields["country"], places=[own]))
    assert are_one(sheets, "places") == same


def test_of_two_holders_a_surname_is_nobodys() -> None:
    okellos = [
        sheet_of(f"{n}.txt", f"Mayor {n} Okello", people=[{"name": f"{n} Okello", "office": "Mayor", "of_country": "UG"}])
        for n in ("Joseph", "Ruth")
    ]
    alone = sheet_of("z.txt", "Mayor Okello", people=[{"name": "Okello", "office": "Mayor", "of_country": "UG"}])
    assert sorted(entities_of([*okellos, alone]).values()) == [["Joseph.txt"], ["Ruth.txt"], ["z.txt"]]


def test_the_order_of_the_articles_changes_nothing() -> None:
    sheets = many_sheets()
    expected = entities_of(sheets)
    assert len(expected) > 10
    for seed in range(5):
        random.Random(seed).shuffle(sheets)
        assert entities_of(sheets) == expected


def test_words_of_a_name() -> None:
    assert has_words("lopez obrador", ["Andrés Manuel López Obrador"])
    assert not has_words("lopez", ["Andrés Obrador", "A. Lopezo"])
    assert not has_words("…", ["Andrés Obrador"])


SINGULAR = {"deaths": "death", "countries": "country", "women": "woman", "matches": "match", "taxes": "tax", "losses": "loss", "gas": "gas"}
SINGULAR |= {"bus": "bus", "crisis": "crisis", "prices": "price", "rail": "rail"}


def test_singular() -> None:
    assert {word: singular(word) for word in SINGULAR} == SINGULAR


def topic(measure: str | None, unit: str = "person", **fields: Any) -> Topic | None:
    given = {"text": "12", "value": 12, "measure": measure, **({"unit": unit} if unit else {}), **fields}
    sheet = sheet_of(
        "a.txt", f"12 in Mombasa, {measure}.", places=[{"name": "Mombasa", "country": "KE", "geonames_id": 186301}], figures=[given]
    )
    (figure,) = [*sheet.quantities, *sheet.percentages, *sheet.money]
    return topic_of(figure, sheet)


def test_what_measures_the_same_has_one_topic() -> None:
    assert topic("people killed in the flood") == topic("deaths", unit="death") == topic("children were killed", unit="child")
    assert topic("annual inflation rate", "percent") == topic("the annual rate of inflation in Mombasa", "percent")
    assert topic("inflation", "percent") != topic("inflation", "percent", kind="change")
    assert topic("people killed") != topic("people injured")
    assert topic("exports of tea", "", currency="USD") != topic("exports of tea", "kilogram", dimension="mass")
    found = topic("people killed")
    assert found is not None
    assert found.places == ("place:geonames 186301",)


def test_a_count_of_nothing_more_than_its_noun_has_none() -> None:
    assert [topic(measure, "person") for measure in (None, "persons", "the other persons")] == [None] * 3


def said(article: str, value: float, when: str | None = None, published: str | None = None, **about: Any) -> Said:
    days = days_of(when, published)
    assert days is not None
    first, last = (datetime.date.fromisoformat(day) for day in days[:2])
    places = about.get("places", ("place:geonames 1",))
    around = frozenset(about.get("around", ("place:geonames 1", "place:KE")))
    return Said(article, 0, Topic(about.get("key", "death|count|level|"), places), (value, None, None), first, last, days[2], around)


SIDE_BY_SIDE = {
    "two tolls": ([said("a", 12, "2026-04-13"), said("b", 15, published="2026-04-15")], [["a", "b"]]),
    "weeks apart": ([said("a", 12, "2026-04-13"), said("b", 15, published="2026-05-15")], []),
    "one article": ([said("a", 12, "2026-04-13"), said("a", 15, "2026-04-13")], []),
    "two towns": (
        [said("a", 12, "2026-04-13"), said("b", 15, "2026-04-13", places=("place:geonames 2",), around=("place:geonames 2", "place:KE"))],
        [],
    ),
    "no town in common": ([said("a", 12, "2026-04-13", places=()), said("b", 15, "2026-04-13", places=(), around=("place:KE",))], []),
    "two countries": ([said("a", 12, "2026-04-13"), said("b", 15, "2026-04-13", around=("place:geonames 1", "place:UG"))], []),
    "one year": (
        [said(name, value, "2025", key="inflation|percent|level|", places=()) for name, value in (("a", 4), ("b", 5), ("c", 4))],
        [["a", "b", "c"]],
    ),
    "two years": ([said(name, 4, year, key="inflation|percent|level|") for name, year in (("a", "2025"), ("b", "2024"))], []),
    "a year and a month of it": (
        [said(name, 4, when, key="inflation|percent|level|") for name, when in (("a", "2025"), ("b", "2025-04"))],
        [],
    ),
}


@pytest.mark.parametrize(("figures", "groups"), SIDE_BY_SIDE.values(), ids=SIDE_BY_SIDE)
def test_figures_side_by_side(figures: list[Said], groups: list[list[str]]) -> None:
    for ordered in (figures, figures[::-1]):
        assert [[one.article for one in group] for group in side_by_side(ordered)] == groups


def test_what_differs_comes_first() -> None:
    same = [said(name, 7, "2026-04-13", key="a|count|level|") for name in "abc"]
    other = [said(name, value, "2026-04-13", key="b|count|level|") for name, value in (("a", 1), ("b", 2))]
    assert [differ(group) for group in side_by_side([*same, *other])] == [True, False]
