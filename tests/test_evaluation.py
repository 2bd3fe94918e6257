"""The program against evaluation/baseline.json, and the scorers against small sheets whose faults are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.__main__ import error_line, table
from evaluation.baseline import fallen, read_baseline, write_baseline
from evaluation.expected import Expected, read_samples, read_sentences
from evaluation.matching import content_words, normal, same_name, same_words
from evaluation.reading import all_expected, own_sentences
from evaluation.scoring import Count, count, score
from newsfacts import FactSheet
from training.formats import FormatError

TEXT = "Acme's sales rose 5% in May, chairman Li Wei of Acme said. It paid $3 million for two mills in Peru."
FIVE = {"text": "5%", "value": 5, "unit": "percent", "kind": "change", "direction": "up", "measure": "Acme's sales", "source": "Li Wei"}
THREE = {"text": "$3 million", "value": 3000000, "unit": "USD", "measure": ["payment", "paid"]}
CHAIRMAN = {"text": "chairman", "of": "Acme", "holder": "Li Wei"}


def test_the_program_holds_its_baseline(sheets: dict[str, FactSheet]) -> None:
    expected = all_expected()
    counts = count(score(expected, [sheets[one.article.name] for one in expected]))
    lines = fallen(counts, read_baseline())
    assert not lines, "\n".join([*lines, "`python -m evaluation --errors FIELD` shows what is wrong", table(counts)])


def test_all_texts_have_names_of_their_own() -> None:
    names = [one.article.name for one in all_expected()]
    assert len(names) == len(set(names))


def expected_of(tmp_path: Path, **sections: Any) -> Expected:
    """Return a line of evaluation/sentences/ as it is read."""
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": TEXT, **sections}), encoding="utf-8")
    (expected,) = read_sentences(path)
    return expected


def place(text: str, nth: int = 1) -> dict[str, Any]:
    """Return a mention of the text's `nth` occurrence."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(text, start + 1)
    return {"text": text, "start": start, "end": start + len(text)}


def sheet_of(**sections: Any) -> FactSheet:
    """Return a sheet of TEXT with Acme, Li Wei and Peru in it."""
    names = {
        "people": [{"id": "p1", "name": "Li Wei", "mentions": [place("Li Wei")]}],
        "places": [{"id": "l1", "name": "Peru", "type": "country", "country": "PE", "mentions": [place("Peru")]}],
        "organizations": [{"id": "g1", "name": "Acme", "mentions": [place("Acme"), place("Acme", 2)]}],
    }
    return FactSheet.model_validate({"source": {"name": "-", "sha256": "", "length": len(TEXT)}, **names, **sections})


def percentage(**fields: Any) -> dict[str, Any]:
    said = {"kind": "change", "direction": "up", "measure": "sales of Acme", "source": place("Li Wei")}
    return {**place("5%"), "sentence": 0, "value": 5, "unit": "percent", **said, **fields}


def money(**fields: Any) -> dict[str, Any]:
    return {**place("$3 million"), "sentence": 1, "value": 3000000, "currency": "USD", "kind": "level", "measure": "paid", **fields}


def office(**fields: Any) -> dict[str, Any]:
    return {"id": "o1", "title": "chairman", "of": "Acme", "holder": "p1", "mentions": [place("chairman")], **fields}


# What the sheet has of the two figures, and which fields are then wrong: right/of of each.
FIGURES: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({"percentages": [percentage()], "money": [money()]}, {}),
    ({"percentages": [percentage(kind="level")], "money": [money()]}, {"kind": "1/2", "complete": "1/2", "whole": "1/2"}),
    ({"percentages": [percentage(direction=None)], "money": [money()]}, {"direction": "1/2", "complete": "1/2", "whole": "1/2"}),
    ({"percentages": [percentage(measure="profit")], "money": [money()]}, {"measure": "1/2", "complete": "1/2", "whole": "1/2"}),
    ({"percentages": [percentage(measure=None)], "money": [money()]}, {"measure": "1/2", "complete": "1/2", "whole": "1/2"}),
    ({"percentages": [percentage(when="2026-05")], "money": [money()]}, {"when": "1/2", "complete": "1/2", "whole": "1/2"}),
    ({"percentages": [percentage(status="planned")], "money": [money()]}, {"status": "1/2", "not actual": "0/1", "whole": "1/2"}),
    ({"percentages": [percentage(source=None)], "money": [money()]}, {"source": "0/1", "whole": "1/2"}),
    ({"percentages": [percentage()], "money": [money(source=place("Acme"))]}, {"source": "1/2", "whole": "1/2"}),
    (
        {"percentages": [percentage()]},
        {"found": "1/2", "complete": "1/2", "whole": "1/2"}
        | dict.fromkeys(("value", "kind", "direction", "measure", "when", "status"), "1/1"),
    ),
    (
        {"percentages": [percentage(value=6)], "money": [money()]},
        {"value": "1/2", "complete": "1/2", "whole": "1/2", "source": "-"}
        | dict.fromkeys(("kind", "direction", "measure", "when", "status"), "1/1"),
    ),
    (
        {
            "percentages": [percentage()],
            "money": [money()],
            "quantities": [
                {**place("two mills"), "sentence": 1, "value": 2, "unit": "mill", "dimension": "count", "kind": "level", "measure": "mills"}
            ],
        },
        {"found": "2/3"},
    ),
]
ALL_RIGHT = dict.fromkeys(("found", "value", "kind", "direction", "measure", "when", "status", "complete", "whole"), "2/2")

OFFICES: list[tuple[list[dict[str, Any]], dict[str, str]]] = [
    ([office()], {}),
    ([office(title="Chair")], {"title": "0/1", "complete": "0/1"}),
    ([office(of=None)], {"of": "0/1", "complete": "0/1"}),
    ([office(of="the Acme")], {}),
    ([office(holder=None)], {"holder": "0/1", "complete": "0/1"}),
    ([office(former=True)], {"former": "0/1", "complete": "0/1"}),
    ([], {"found": "0/1", "complete": "0/1", "title": "-", "of": "-", "holder": "-", "former": "-"}),
    ([office(), office(id="o2", title="mills", mentions=[place("mills")])], {"found": "1/2"}),
]


def told(counts: dict[str, Count], section: str) -> dict[str, str]:
    """Return right/of of each field of a section."""
    return {field.removeprefix(f"{section} "): f"{c.right}/{c.of}" for field, c in counts.items() if field.startswith(f"{section} ")}


def without_dashes(fields: dict[str, str]) -> dict[str, str]:
    return {field: told for field, told in fields.items() if told != "-"}


@pytest.mark.parametrize(("sections", "wrong"), FIGURES)
def test_figures_are_scored_field_by_field(tmp_path: Path, sections: dict[str, Any], wrong: dict[str, str]) -> None:
    verdicts = score([expected_of(tmp_path, figures=[FIVE, THREE])], [sheet_of(**sections)])
    assert told(count(verdicts), "figures") == without_dashes(ALL_RIGHT | {"source": "1/1"} | wrong)


@pytest.mark.parametrize(("offices", "wrong"), OFFICES)
def test_offices_are_scored_field_by_field(tmp_path: Path, offices: list[dict[str, Any]], wrong: dict[str, str]) -> None:
    verdicts = score([expected_of(tmp_path, offices=[CHAIRMAN])], [sheet_of(offices=offices)])
    right = dict.fromkeys(("found", "title", "of", "holder", "former", "complete"), "1/1")
    assert told(count(verdicts), "offices") == without_dashes(right | wrong)


def test_names_are_scored(tmp_path: Path) -> None:
    people = [{"name": "Li Wei", "mentions": ["Li Wei", "Li"]}, {"name": "Ann Lee"}]
    expected = expected_of(tmp_path, people=people, places=[{"name": "Peru", "type": "country", "country": "CL"}], organizations=[])
    counts = count(score([expected], [sheet_of()]))
    assert told(counts, "people") == {"found": "1/2", "mentions": "0/1"}
    assert told(counts, "places") == {"found": "1/1", "type": "1/1", "country": "0/1"}
    assert told(counts, "organizations") == {"found": "0/1"}


def test_what_nobody_has_read_for_is_not_scored(tmp_path: Path) -> None:
    assert score([expected_of(tmp_path)], [sheet_of(percentages=[percentage()], offices=[office()])]) == []


def test_a_checked_sheet_is_all_right_against_itself() -> None:
    pairs = list(read_samples())
    counts = count(score([expected for expected, _ in pairs], [sheet for _, sheet in pairs]))
    assert {field for field, one in counts.items() if one.share < 1} == set()
    assert counts["dates value"].of > 50


@pytest.mark.parametrize(
    ("found", "fair", "same"),
    [
        ("Kenya's tea exports", ["tea exports of Kenya"], True),
        ("exports", ["tea exports"], True),
        ("exports", ["Kenya's tea exports to Pakistan"], False),
        ("the", ["the"], False),
        ("lost", ["losses", "lost"], True),
        (None, ["losses"], False),
        (None, ["losses", None], True),
        (None, [None], True),
        ("losses", [None], False),
    ],
)
def test_half_of_the_words(found: str | None, fair: list[str | None], same: bool) -> None:
    assert same_words(found, fair) == same


def test_names_are_compared_without_article_courtesy_and_case() -> None:
    assert normal("The World Bank's") == normal("world bank")
    assert same_name("Mr. Li Wei", ["Li Wei"])
    assert same_name(None, [None, "Acme"])
    assert not same_name("Acme Steel", ["Acme", None])
    assert content_words("the price of oils and gas") == {"price", "oil", "gas"}


@pytest.mark.parametrize(
    ("share", "lines"),
    [
        (Count(90, 100), []),
        (Count(89, 100), []),
        (Count(88, 100), ["figures when: 0.8800 (88 of 100), pinned at 0.9000"]),
        (Count(100, 100), []),
        (Count(17, 20), []),  # one fact of 18 in 20
        (Count(16, 20), ["figures when: 0.8000 (16 of 20), pinned at 0.9000"]),
    ],
)
def test_a_field_may_fall_by_a_point_or_a_fact(share: Count, lines: list[str]) -> None:
    assert fallen({"figures when": share}, {"figures when": 0.9}) == lines


def test_a_field_that_one_side_lacks_is_named(tmp_path: Path) -> None:
    counts = {"figures when": Count(1, 2)}
    assert [line.partition(":")[0] for line in fallen(counts, {"offices of": 0.5})] == ["offices of", "figures when"]
    write_baseline(counts, tmp_path / "baseline.json")
    assert fallen(counts, read_baseline(tmp_path / "baseline.json")) == []


def test_an_error_is_shown_with_both_readings(tmp_path: Path) -> None:
    verdicts = score([expected_of(tmp_path, figures=[THREE])], [sheet_of(money=[money(measure="mills")])])
    assert [error_line(v) for v in verdicts if v.field == "figures measure"] == ["rows:1  $3 million: mills, not payment or paid"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"text": "Sales rose 5%.", "figures": [{"text": "6%", "unit": "percent"}]}', "isn't in the text"),
        ('{"text": "Sales rose 5%.", "figures": [{"text": "5%"}]}', "unit"),
        ('{"text": "Sales rose 5%.", "figures": [{"text": "5%", "unit": "percent", "sort": "level"}]}', "sort"),
        ('{"text": "Sales rose 5%.", "facts": []}', "facts"),
        ('{"text": "Sales rose 5%."', "delimiter"),
    ],
)
def test_a_line_that_is_not_in_the_format(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(FormatError, match=why):
        list(read_sentences(path))


def test_sentences_are_not_trained_on() -> None:
    folder = Path(__file__).parents[1] / "training" / "sentences"
    trained = {json.loads(line)["text"] for path in folder.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()}
    assert trained.isdisjoint(one.article.text for one in own_sentences())
