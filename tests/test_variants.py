"""Other ways to write one organisation's name, and the towns of datelines: what the writing decides, without the recogniser."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from newsfacts.names.datelines import with_datelines
from newsfacts.names.trimming import trimmed_name
from newsfacts.organizations.candidates import is_name
from newsfacts.organizations.groups import NamedBody, body_key
from newsfacts.organizations.variants import variants

BLANK = spacy.blank("en")


def _body(name: str) -> NamedBody:
    doc = BLANK(name)
    return NamedBody([doc[:]])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TF Boys", "TFBoys"),
        ("Dana Airline", "Dana Airlines"),
        ("Farmers Bank", "Farmer's Bank"),
        ("UN Relief Office", "United Nations Relief Office"),
        ("US Embassy", "United States Embassy"),
        ("Chilean Football Federation", "Football Federation of Chile"),
        ("Badminton Association of Thailand", "Thai Badminton Association"),
        ("Umbelo Municipality", "Umbelo Local Municipality"),
        ("Lakeside Police Department", "Lakeside City Police Department"),
        ("Henan AMC", "Henan Asset Management Company"),
        ("Harbour SSS", "Harbour State Secondary School"),
        ("Guosheng Futures", "Gousheng Futures"),
        ("Kremlacek Foundation", "Kremacek Foundation"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    groups = {body_key(name): _body(name) for name in (one, other)}
    assert variants(groups) or len(groups) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chilean Football Federation", "Football Federation of Peru"),
        ("Supreme Court", "Supreme Administrative Court"),
        ("National Bank", "National Development Bank"),
        ("Ministry of Culture", "Ministry of Health"),
        ("Umbelo Municipality", "Umbela Municipality"),
        ("Henan University", "Hunan University"),
        ("Henan AMC", "Henan Development Company"),
        ("Brigade 12", "Brigade 13"),
        ("Bank of Greece", "Bank of Ghana"),
        ("Lakeside College", "Lakeside School"),
        ("Acme Steel", "Acme Oil"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert variants({body_key(name): _body(name) for name in (one, other)}) == {}


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("86MW", "LOC", None),
        ("1,200 km", "ORG", None),
        ("220MW Tula River plant", "FAC", "Tula River plant"),
        ("the Kenyan Herald newspaper", "ORG", "Kenyan Herald"),
        ("Voice of Lamu radio", "ORG", "Voice of Lamu"),
        ("northern Kenya", "LOC", "Kenya"),
        ("west Africa", "LOC", "west Africa"),
        ("3M", "ORG", "3M"),
        ("65th Street", "FAC", "65th Street"),
        ("Lamu Radio", "ORG", "Lamu Radio"),
        ("Lamu Dignity group", "ORG", "Lamu Dignity group"),
        ("Western Cape", "LOC", "Western Cape"),
    ],
)
def test_what_is_no_part_of_a_name(text: str, label: str, name: str | None) -> None:
    doc = BLANK(text)
    found = trimmed_name(Span(doc, 0, len(doc), label=label))
    assert (found and found.text) == name


@pytest.mark.parametrize("text", ["Israeli army", "Kenyan health ministry", "Ghana police"])
def test_what_is_no_body(text: str) -> None:
    assert not is_name(BLANK(text)[:])


@pytest.mark.parametrize(
    "text", ["3M", "7-Eleven", "20th Century Studios", "D-Wave", "Kenya Airways", "Israeli Army", "British JLT", "Ghana Post"]
)
def test_what_is_one(text: str) -> None:
    assert is_name(BLANK(text)[:])


def _places(text: str) -> list[str]:
    doc: Doc = BLANK(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    person = Span(doc, 0, 1, label="PERSON")
    return [span.text for span in with_datelines(doc, [token.text for token in doc], [person]) if span.label_ == "LOC"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("TROY, N.C. (Wire) -- The council met.", ["TROY", "N.C."]),
        ("HENDERSON, Nev. -- It snowed.", ["HENDERSON", "Nev."]),
        ("SALT LAKE CITY, Utah (Wire) — Rain fell.", ["SALT LAKE CITY", "Utah"]),
        ("Rain ends\nTYLER, Texas - It rained.", ["TYLER", "Texas"]),
        ("LONDON, Ont. (Wire) - A mill will close.", ["LONDON", "Ont."]),
        ("ABUJA (Wire) - Fuel ran out.", ["ABUJA"]),
        ("LAHTI - A mill will close.", ["LAHTI"]),
        ("Rain ends\nSAN SALVADOR (Wire) - It rained.", ["SAN SALVADOR"]),
    ],
)
def test_datelines(text: str, places: list[str]) -> None:
    assert [place.rstrip(".") for place in _places(text)] == [place.rstrip(".") for place in places]


@pytest.mark.parametrize(
    "text",
    [
        "Troy, N.C. (Wire) -- The council met.",
        "NATO, Ohio and Texas agreed.",
        "TROY (Wire) -- The council met.",
        "IT, Texas said, is growing.",
        "IRAN - The council met.",
        "Abuja (the capital) met.",
        "The mayor of ABUJA - he is ill - spoke.",
        "The TROY, N.C. (Wire) report.",
        "TROY, Prussia (Wire) -- The council met.",
    ],
)
def test_no_datelines(text: str) -> None:
    assert _places(text) == []


def _bodies(text: str, named: str | None = None) -> list[str]:
    doc: Doc = BLANK(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    spans = [span for span in [doc.char_span(text.index(named), text.index(named) + len(named), label="LOC")] if span] if named else []
    return [span.text for span in with_datelines(doc, [token.text for token in doc], spans) if span.label_ == "ORG"]


@pytest.mark.parametrize(
    ("text", "named", "agency"),
    [  # what the recogniser has a name in, or is in capitals
        ("LAMU (KCN) - Ferries stood still.", None, "KCN"),
        ("LAMU (Harbour) - Ferries stood still.", "Harbour", "Harbour"),
        ("LAMU, Kenya (Coast Press) — Ferries stood still.", "Coast Press", "Coast Press"),
        ("TROY, N.C. (TNS) -- Ferries stood still.", None, "TNS"),
        ("OSLO, May 3 (NTB) – Ferries stood still.", None, "NTB"),
    ],
)
def test_the_agency_of_a_dateline(text: str, named: str | None, agency: str) -> None:
    assert _bodies(text, named) == [agency]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("OSLO (Norway) - Ferries stood still.", "Norway"),
        ("SPRINGFIELD (Ohio) - Ferries stood still.", "Ohio"),
        ("LAMU (US) - Ferries stood still.", None),
        ("NATO (KCN) said that ferries stood still.", None),
        ("OSLO (May 3) - Ferries stood still.", None),
        ("The ferry of Lamu (KCN) - the oldest - sank.", None),
    ],
)
def test_brackets_that_hold_no_agency(text: str, named: str | None) -> None:
    assert _bodies(text, named) == []
