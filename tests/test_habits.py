"""How a house writes: its decimal sign and its currency, from the options, the library and a batch to the amounts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from amount_rows import shown
from spacy.language import Language

import newsfacts
from newsfacts import Article
from newsfacts.cli.batch.storage import Local
from newsfacts.cli.batch.tasks import Settings, read_tasks
from newsfacts.cli.batch.worker import work
from newsfacts.cli.main import main
from newsfacts.cli.reading import ReadOptions
from newsfacts.figures.amounts import find_amounts
from newsfacts.habits import Habits, habits_of, parse_currency

COMMA: dict[str, Any] = {"decimal": "comma"}
POINT: dict[str, Any] = {"decimal": "point"}

ROWS = [
    ("The mill hired 1.250 workers.", COMMA, ["1.250 workers = 1250 worker"]),
    ("Rents rose 2,5 percent.", COMMA, ["2,5 percent = 2.5 percent"]),
    ("The bridge cost €1.250.000,50 in all.", COMMA, ["€1.250.000,50 = 1250000.5 EUR"]),
    ("The tank holds 12.000 litres.", COMMA, ["12.000 litres = 12000 litre"]),
    ("Rents rose 3.5 percent.", COMMA, []),  # a point before one digit is no sign of theirs
    ("The tank holds 12.000 litres.", POINT, ["12.000 litres = 12 litre"]),
    ("Rents rose 2,5 percent.", POINT, []),
    ("The bridge cost €1.250.000,50 in all.", POINT, []),
    ("The mill hired 1,250 workers for $2.5 million.", POINT, ["1,250 workers = 1250 worker", "$2.5 million = 2500000 USD"]),
    ("The state of India owes Rs 12,34,567.", POINT, ["Rs 12,34,567 = 1234567 INR"]),
    ("The port earned $5 million.", {"currency": {"$": "CAD"}}, ["$5 million = 5000000 CAD"]),
    ("The port earned five million dollars.", {"currency": {"$": "CAD"}}, ["five million dollars = 5000000 CAD"]),
    ("The port earned $5 million.", {"currency": {"dollars": "NZD"}}, ["$5 million = 5000000 NZD"]),
    ("A stamp costs 90 cents.", {"currency": {"$": "CAD"}}, ["90 cents = 0.9 CAD"]),
    ("A ticket costs 40 pesos.", {"currency": {"peso": "MXN"}}, ["40 pesos = 40 MXN"]),
    ("The port earned US$5 million.", {"currency": {"$": "CAD"}}, ["US$5 million = 5000000 USD"]),
    ("The port earned five million Australian dollars.", {"currency": {"$": "CAD"}}, ["five million Australian dollars = 5000000 AUD"]),
    ("The port earned €5 million.", {"currency": {"$": "CAD"}}, ["€5 million = 5000000 EUR"]),
    ("The mill in Lahore paid Rs 500.", {"currency": {"Rs": "LKR"}}, ["Rs 500 = 500 LKR"]),
    ("The hall seats 500.", {"currency": {"$": "CAD"}}, []),
]


@pytest.mark.parametrize(("text", "said", "rows"), ROWS)
def test_a_house_reads_its_own_numbers_and_signs(nlp: Language, text: str, said: dict[str, Any], rows: list[str]) -> None:
    doc, article = nlp(text), Article(text, habits=habits_of(**said))
    assert [shown(text, amount) for amount in find_amounts(doc, article, [])] == rows


WRONG = [
    ({"decimal": ","}, "',' is no decimal sign; write point or comma"),
    ({"currency": {"$": "Can"}}, "'CAN' is no code of a currency; ISO 4217 has three letters, as CAD"),
    (
        {"currency": {"shell": "CAD"}},
        "'shell' is no sign or name of a currency; write it as $=CAD or peso=MXN",
    ),
    ({"fiscal_year": 13}, "13 is no month that a business year begins in; write it as 04"),
]


@pytest.mark.parametrize(("said", "line"), WRONG)
def test_a_wrong_habit_is_told(said: dict[str, Any], line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line)):
        habits_of(**said)


def test_signs_and_names_of_one_currency_are_one_habit() -> None:
    assert parse_currency("dollars=cad") == parse_currency("$=CAD") == ("$", "CAD")
    assert Habits(currency=(("£", "EGP"),)).currency_of("pound") == "EGP"
    assert Habits(currency=(("£", "EGP"),)).currency_of("euro") is None


def test_the_command_the_library_and_check_take_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The port of Halifax earned $2.500.000 in May.")
    assert main([str(story), "--currency", "$=CAD", "--decimal", "comma", "--format", "jsonl", "-q"]) == 0
    printed = json.loads(capsys.readouterr().out)
    sheet = newsfacts.extract(story.read_text(), name="story.txt", currency={"$": "CAD"}, decimal="comma")
    assert [(m["value"], m["currency"]) for m in printed["money"]] == [(m.value, m.currency) for m in sheet.money] == [(2500000, "CAD")]
    (tmp_path / "story.facts.json").write_text('{"money": [{"value": 2500000, "currency": "CAD"}]}')
    assert main(["check", str(tmp_path), "--currency", "$=CAD", "--decimal", "comma", "-q"]) == 0
    assert main(["check", str(tmp_path), "--currency", "$=AUD", "--decimal", "comma", "-q"]) == 1


def test_a_batch_carries_them_and_does_an_article_anew_for_them(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The port of Halifax earned $5 million in May.")
    storage, prints = Local(tmp_path), set()
    for code in ("CAD", "USD"):
        settings = Settings(reading=ReadOptions(habits=Habits(currency=(("$", code),))))
        [task] = read_tasks(storage, "story.txt", settings)
        prints.add(task.fingerprint)
        assert json.loads(work(task, settings).rendered)["money"][0]["currency"] == code
    assert len(prints) == 2
