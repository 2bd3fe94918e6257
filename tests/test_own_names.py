"""A newsroom's own names: what a file says, what is wrong of its lines, and what becomes of an article's entities."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from spacy.language import Language

from newsfacts import Article, make_sheet
from newsfacts.cli.main import cli
from newsfacts.habits import Habits
from newsfacts.models import Mention, Organization, Person, Place
from newsfacts.own_entities import Entities, with_own_names
from newsfacts.own_names import OwnName, OwnNames, OwnNamesError, read_own_names

TOML = """
never = ["Kick", "Today"]

[[people]]
name = "Amina Odhiambo"
aliases = ["Mama Amina"]

[[places]]
name = "Umbelo"
type = "city"
country = "KE"
latitude = -0.5
longitude = 37.25

[[organizations]]
name = "Lake Traders Union"
aliases = ["LTU", "the Traders"]
"""
CSV = """name,section,type,country,aliases,latitude,longitude
Kick,never,,,,,
Today,never,,,,,
Amina Odhiambo,people,,,Mama Amina,,
Umbelo,places,city,KE,,-0.5,37.25
Lake Traders Union,organizations,,,LTU;the Traders,,
"""
OWN = OwnNames(
    known=(
        OwnName("people", "Amina Odhiambo", ("Mama Amina",)),
        OwnName("places", "Umbelo", (), "city", "KE", -0.5, 37.25),
        OwnName("organizations", "Lake Traders Union", ("LTU", "the Traders")),
    ),
    never=("Kick", "Today"),
)


@pytest.mark.parametrize(("name", "text"), [("names.toml", TOML), ("names.csv", CSV)])
def test_both_kinds_of_file_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_own_names(tmp_path / name) == OWN


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Umbelo,towns,,,,,", "'towns' is no section; write people, places, organizations or never"),
        (",people,,,,,", "there is no name"),
        ("Umbelo,places,village,KE,,,", "'village' is no type; write country, region, city, water, landform, facility, other"),
        ("Umbelo,places,city,Kenya,,,", "'Kenya' is no country; ISO 3166-1 has two letters, as KE"),
        ("Umbelo,places,city,KE,,3,", "a point needs latitude and longitude"),
        ("Umbelo,places,city,KE,,95,3", "'95' is no latitude in degrees"),
        ("Umbelo,places,city,KE,,9,x", "'x' is no longitude in degrees"),
        ("Amina,people,,KE,,,", "only places have a type, a country and a point"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(CSV + row + "\n", encoding="utf-8")
    with pytest.raises(OwnNamesError) as error:
        read_own_names(path)
    assert error.value.problems == (f"names.csv, line 7: {problem}",)


def test_what_is_no_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "names.json").write_text('[{"name": "Umbelo"}]', encoding="utf-8")
    with pytest.raises(OwnNamesError, match=r"^names\.json: is no TOML \("):
        read_own_names(tmp_path / "names.json")


def test_each_wrong_entry_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text('[[people]]\nname = ""\n[[places]]\nname = "Umbelo"\nkind = "city"\n[[teams]]\nname = "Kick"\n', encoding="utf-8")
    with pytest.raises(OwnNamesError) as error:
        read_own_names(path)
    assert error.value.problems == (
        "names.toml, people 1: there is no name",
        "names.toml, places 1: 'kind' is no field; there are name, section, type, country, aliases, latitude, longitude",
        "names.toml, teams 1: 'teams' is no section; write people, places, organizations or never",
    )


def _mentions(text: str, *forms: str) -> list[Mention]:
    return [Mention(text=form, start=text.index(form), end=text.index(form) + len(form)) for form in forms]


def _settled(text: str, found: Entities) -> list[tuple[str, str, list[str]]]:
    sections = with_own_names(text, OWN, found)
    return [(entity.id, entity.name, [m.text for m in entity.mentions]) for section in sections for entity in section]


def test_names_are_found_joined_and_located() -> None:
    text = "Mama Amina left Umbelo. LTU members cheered Odhiambo, and the Traders sang."
    found: Entities = ([], [], [Organization(id="g1", name="Umbelo", mentions=_mentions(text, "Umbelo"))])
    assert _settled(text, found) == [
        ("p1", "Amina Odhiambo", ["Mama Amina"]),
        ("l1", "Umbelo", ["Umbelo"]),
        ("g1", "Lake Traders Union", ["LTU", "the Traders"]),
    ]
    [place] = with_own_names(text, OWN, found)[1]
    assert (place.type, place.country, place.latitude, place.longitude) == ("city", "KE", -0.5, 37.25)


def test_other_mentions_of_the_same_come_along() -> None:
    text = "Amina Odhiambo left. Later Odhiambo sang."
    found: Entities = ([Person(id="p1", name="Amina Odhiambo", mentions=_mentions(text, "Amina Odhiambo", "Later Odhiambo"))], [], [])
    assert _settled(text, found) == [("p1", "Amina Odhiambo", ["Amina Odhiambo", "Later Odhiambo"])]


def test_what_is_never_a_name_goes_and_the_others_are_counted_anew() -> None:
    text = "Kick met Ann Hale. Kick left."
    found: Entities = (
        [
            Person(id="p1", name="Kick", mentions=_mentions(text, "Kick")),
            Person(id="p2", name="Ann Hale", mentions=_mentions(text, "Ann Hale")),
        ],
        [],
        [],
    )
    assert _settled(text, found) == [("p1", "Ann Hale", ["Ann Hale"])]


@pytest.mark.parametrize("name", ["Umbelo Law Centre", "Kick Records", "Umbelo-on-Sea"])
def test_a_longer_name_is_left(name: str) -> None:
    text = f"The {name} closed."
    found: Entities = ([], [], [Organization(id="g1", name=name, mentions=_mentions(text, name))])
    assert _settled(text, found) == [("g1", name, [name])]


@pytest.mark.parametrize("text", ["umbelo grew.", "Umbelos grew.", "The LTUs cheered.", "MultUmbelo fell.", "mama amina left."])
def test_other_words_are_left(text: str) -> None:
    assert _settled(text, ([], [], [])) == []


def test_another_country_of_a_place_has_no_point_of_its_namesake() -> None:
    text = "Umbelo grew."
    own = OwnNames(known=(OwnName("places", "Umbelo", (), None, "UG"),))
    place = Place(id="l1", name="Umbelo", type="region", country="KE", latitude=1.0, longitude=2.0, mentions=_mentions(text, "Umbelo"))
    [settled] = with_own_names(text, own, ([], [place], []))[1]
    assert (settled.type, settled.country, settled.latitude) == ("region", "UG", None)


def test_without_names_of_its_own_all_stays() -> None:
    found: Entities = ([], [], [])
    assert with_own_names("Umbelo grew.", OwnNames(), found) is found


def test_a_sheet_has_them(nlp: Language) -> None:
    text = "The LTU asked for 5 percent more, Mama Amina said in Umbelo."
    sheet = make_sheet(Article(text, habits=Habits(names=OWN)), nlp)
    assert [p.name for p in sheet.people] == ["Amina Odhiambo"]
    assert [p.country for p in sheet.places] == ["KE"]
    assert [g.name for g in sheet.organizations] == ["Lake Traders Union"]


def test_the_command_tells_wrong_lines(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,section\nUmbelo,towns\n,people\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["extract", "--names", str(path), str(path)])
    assert result.exit_code == 2
    assert "names.csv, line 2: 'towns' is no section" in result.output
    assert "names.csv, line 3: there is no name" in result.output
