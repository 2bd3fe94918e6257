"""What the writing alone settles of titles: names and other titles within them."""

from __future__ import annotations

import pytest

from newsfacts.offices.written import Names, TitleSpan, constrained

NO_NAMES = Names((), frozenset())


def spans(sentence: str) -> tuple[list[str], list[TitleSpan]]:
    """Return the words of a sentence and the stretches that stand in square brackets in it."""
    words: list[str] = []
    titles: list[TitleSpan] = []
    for word in sentence.split():
        start = len(words)
        words.append(word.strip("[]"))
        if word.startswith("["):
            titles.append(TitleSpan((start, start + 1), 0.9))
        if word.endswith("]"):
            titles[-1] = TitleSpan((titles[-1].words[0], len(words)), 0.9)
    return words, titles


def read(sentence: str, names: Names = NO_NAMES) -> list[tuple[str, str | None]]:
    """Return each title that is left of those in square brackets, and the name that it stood with."""
    words, titles = spans(sentence)
    found = constrained(titles, words, names)
    return [(" ".join(words[slice(*t.words)]), " ".join(words[slice(*t.of)]) if t.of else None) for t in found]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("the [Ambassador of Peru] Ana Ruiz", [("Ambassador", "Peru")]),
        ("the [high commissioner to New Zealand] said", [("high commissioner", "New Zealand")]),
        ("the [managing director of TBL] said", [("managing director", "TBL")]),
        ("the [Coast Protection Service Director] Amos Mbeki", [("Director", "Coast Protection Service")]),
        ("the [General Border Service Director] Amos Mbeki", [("Director", "General Border Service")]),
        ("[Executive Committee] members met", []),
        ("the [Minister of Energy and Deputy Prime Minister] Ana Ruiz", [("Minister of Energy", None), ("Deputy Prime Minister", None)]),
        ("[President and CEO] Ana Ruiz", [("President", None), ("CEO", None)]),
        ("[Attorney-General and Minister of Justice] Ana Ruiz", [("Attorney-General", None), ("Minister of Justice", None)]),
        ("Air Force [Commander Brigadier General] Amos Mbeki", [("Commander", None), ("Brigadier General", None)]),
        ("Unity party [chair MP] Amos Mbeki", [("chair", None), ("MP", None)]),
        ("the [Industry and] [Trade Minister] said", [("Industry and Trade Minister", None)]),
        ("the [caucus] [whip] said", [("caucus whip", None)]),
        ("the [Minister of] [Justice] said", [("Minister of Justice", None)]),
    ],
)  # fmt: skip
def test_a_title_holds_no_name_and_no_other_title(sentence: str, titles: list[tuple[str, str | None]]) -> None:
    assert read(sentence) == titles


@pytest.mark.parametrize(
    "title",
    [
        "Minister of Trade and Industry",
        "Minister of ICT",
        "Secretary of State",
        "Chief of Staff",
        "Attorney General",
        "Deputy Secretary General",
        "Commissioner General",
        "Secretary for Labour and General Services",
        "Minister of Justice",
        "Chief Justice",
        "director of public prosecutions",
        "Vice Admiral",
        "police commissioner",
        "Central Bank Governor",
        "Defence Forces Minister",
    ],
)
def test_a_title_that_is_one_stays_whole(title: str) -> None:
    assert read(f"the [{title}] said") == [(title, None)]


def test_a_name_behind_or_before_a_title_is_what_it_is_of() -> None:
    words, _ = spans("the [director of Lakeside] said")
    names = Names([(3, 4, "ORG")], frozenset(["Lakeside"]))
    assert words[3] == "Lakeside"
    assert read("the [director of Lakeside] said", names) == [("director", "Lakeside")]
    assert read("the [Lakeside director] said", Names([(1, 2, "ORG")], frozenset(["Lakeside"]))) == [("director", "Lakeside")]
    assert read("the [minister of Lands] said", Names([(3, 4, "ORG")], frozenset(["Lands"]))) == [("minister of Lands", None)]


def test_a_courtesy_is_no_body() -> None:
    assert read("[HRH Crown Prince] Amos", Names([(0, 1, "ORG")], frozenset(["HRH"]))) == [("Crown Prince", None)]


def test_a_part_of_a_name_is_no_title() -> None:
    assert read("chairman of the [State] Grand Council said", Names([(3, 6, "ORG")], frozenset(["State Grand Council"]))) == []
    assert read("CEO [Sultan] A. Haddad said", Names((), frozenset(), [(1, 4)])) == []
    assert read("the [Sultan] Haddad said", Names((), frozenset(), [(2, 3)])) == [("Sultan", None)]


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("Birch River [First Nation Chief] Amos Lake", (0, 4, "LOC"), ("Chief", "Birch River First Nation")),
        ("Ekiti [State Governor] Amos Mbeki", (0, 2, "LOC"), ("Governor", "Ekiti State")),
        ("the Amber [Bank director] said", (1, 3, "ORG"), ("director", "Amber Bank")),
        ("Green Coast [Union chairman] Ana Ruiz", (0, 3, "ORG"), ("chairman", "Green Coast Union")),
        ("the Lakeside [Council speaker] left", (1, 3, "ORG"), ("speaker", "Lakeside Council")),
        ("the Lakeside [director] said", (1, 2, "ORG"), ("director", None)),  # the name ends before the title
        ("Amber [Lands minister] Ana Ruiz", (0, 2, "ORG"), ("Lands minister", None)),  # a minister's portfolio
        ("New [Zealand prime minister] Ana Ruiz", (0, 2, "NORP"), ("Zealand prime minister", None)),
        ("United Nations [High Commissioner] Ana Ruiz", (0, 3, "ORG"), ("High Commissioner", None)),
        ("the [police chief] Amos Lake", (3, 5, "PERSON"), ("police chief", None)),
    ],
)
def test_a_title_that_begins_within_a_name_begins_behind_it(
    sentence: str, name: tuple[int, int, str], title: tuple[str, str | None]
) -> None:
    assert read(sentence, Names([name], frozenset())) == [title]
