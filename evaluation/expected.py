"""Texts beside the facts in them, read by hand: our own sentences, and the articles of samples/ with their fact sheets.

A file of evaluation/sentences/ holds one text a line, in the format of training/formats.py with what a scorer needs more. None of them is
ever trained on.

    {"text": "Shares of Nordvik fell 3.2% on Tuesday, its chairman Ole Dahl said.", "published": "2026-04-14",
     "figures": [{"text": "3.2%", "value": 3.2, "unit": "percent", "kind": "change", "direction": "down",
                  "measure": "Shares of Nordvik", "when": "2026-04-14", "source": "Ole Dahl"}],
     "offices": [{"text": "chairman", "of": "Nordvik", "holder": "Ole Dahl"}]}

A section that a line leaves out isn't scored; one that it gives is scored to the last fact. Beyond the training format:

- a figure has its `value` (`low` and `high` of a range), `unit` (of money the ISO 4217 code), `qualifier` and `per`, which are exact;
- `when` is a TIMEX3 value, and `measure` a phrase that shares half of its words with what is right;
- `title` is an office's title where the text words it otherwise (`chairs the board`: chair), `country` its ISO 3166-1 alpha-2 code;
- `people`, `places` and `organizations` have `name` and `mentions`, places `type` and `country`, too;
- a list holds equally fair answers, and null in it says that none is fair, too: `"status": ["planned", "forecast"]`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from newsfacts import Article, FactSheet
from newsfacts.models import Date, Figure, Money, Number, Office, Organization, Percentage, Person, Place, Quantity
from training.formats import FormatError, find_stretch, open_text

HERE = Path(__file__).parent
SENTENCES = HERE / "sentences"
SAMPLES = HERE.parent / "samples"
SAMPLE_FILES = ("state_visit.txt", "results.txt", "rate_decision.html", "election.txt", "storm.txt", "briefs.jsonl")

# Equally fair answers; None among them where none is fair, an empty tuple where nobody has read for it.
Fair = Annotated[tuple[str | None, ...], BeforeValidator(lambda value: tuple(value) if isinstance(value, list | tuple) else (value,))]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedFigure(_Row):
    """A figure as it should be read. `text`, `value`, `unit`, `qualifier` and `per` are exact."""

    text: str
    start: int
    end: int
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: str
    qualifier: str | None = None
    per: str | None = None
    kind: Fair = ("level",)
    direction: Fair = (None,)
    measure: Fair = (None,)
    when: Fair = (None,)
    status: Fair = ("actual",)
    source: Fair = (None,)


class ExpectedOffice(_Row):
    """An office as it should be read: `of` and `holder` are names."""

    text: str
    start: int
    end: int
    title: Fair
    of: Fair = (None,)
    country: Fair = ()
    holder: Fair = (None,)
    former: bool = False


class ExpectedName(_Row):
    """A person, a place or an organisation; `mentions` are the texts of all, in their order, or empty where nobody read for them."""

    name: str
    mentions: tuple[str, ...] = ()
    type: Fair = ()
    country: Fair = ()


class ExpectedDate(_Row):
    """A date with its TIMEX3 type and value."""

    text: str
    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class Expected:
    """An article beside its facts; a section is None where nobody has read for it."""

    article: Article
    figures: list[ExpectedFigure] | None = None
    offices: list[ExpectedOffice] | None = None
    people: list[ExpectedName] | None = None
    places: list[ExpectedName] | None = None
    organizations: list[ExpectedName] | None = None
    dates: list[ExpectedDate] | None = None


def read_sentences(path: Path) -> Iterator[Expected]:
    """Yield the texts of a file of evaluation/sentences/; an article's name is the file's with the line's number.

    Raises:
        FormatError: a line isn't JSON or isn't in the format; the message says which and why.
    """
    with open_text(path) as file:
        for number, line in enumerate(file, 1):
            name = f"{path.stem}:{number}"
            try:
                yield _expected(name, json.loads(line))
            except FormatError as error:
                raise FormatError(f"{name}: {error}") from None
            except ValidationError as error:
                first = error.errors()[0]
                raise FormatError(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
            except (ValueError, KeyError) as error:
                raise FormatError(f"{name}: {error}") from None


def _expected(name: str, line: dict[str, Any]) -> Expected:
    text, published = line.pop("text"), line.pop("published", None)
    article = Article(text, name=name, published=published and datetime.date.fromisoformat(published))
    if unknown := line.keys() - {"figures", "offices", "people", "places", "organizations"}:
        raise FormatError(f"unknown: {', '.join(sorted(unknown))}")
    figures, offices = line.get("figures"), line.get("offices")
    names = {section: line.get(section) for section in ("people", "places", "organizations")}
    return Expected(
        article,
        figures=None if figures is None else [ExpectedFigure(**_placed(text, row)) for row in figures],
        offices=None if offices is None else [ExpectedOffice(**{"title": row["text"]} | _placed(text, row)) for row in offices],
        **{section: rows if rows is None else [ExpectedName(**row) for row in rows] for section, rows in names.items()},
    )


def _placed(text: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with the characters where its words stand."""
    start, end = find_stretch(text, row["text"], nth=row.get("nth", 1))
    return {key: value for key, value in row.items() if key != "nth"} | {"start": start, "end": end}


def read_samples() -> Iterator[tuple[Expected, FactSheet]]:
    """Yield each article of samples/ as the command reads its file, with the facts of its sheet and that sheet."""
    from newsfacts.cli.reading import Read, ReadOptions, read_source

    for name in SAMPLE_FILES:
        path = SAMPLES / name
        lines = path.suffix == ".jsonl"
        facts = path.with_suffix(".facts.jsonl" if lines else ".facts.json").read_text(encoding="utf-8")
        for read, sheet in zip(read_source(str(path), ReadOptions()), facts.splitlines() if lines else [facts], strict=True):
            if not isinstance(read, Read):
                raise FormatError(f"{path}: {read}")
            checked = FactSheet.model_validate_json(sheet)
            yield expected_of_sheet(read.article, checked), checked


def expected_of_sheet(article: Article, sheet: FactSheet) -> Expected:
    """Return the facts of a sheet that was checked by hand."""
    figures: list[Percentage | Money | Quantity] = [*sheet.percentages, *sheet.money, *sheet.quantities]
    return Expected(
        article,
        figures=[_figure_of_sheet(figure) for figure in figures],
        offices=[_office_of_sheet(office, sheet) for office in sheet.offices],
        people=[_name_of_sheet(person) for person in sheet.people],
        places=[_name_of_sheet(place) for place in sheet.places],
        organizations=[_name_of_sheet(body) for body in sheet.organizations],
        dates=[_date_of_sheet(date) for date in sheet.dates],
    )


def _figure_of_sheet(figure: Percentage | Money | Quantity) -> ExpectedFigure:
    """Return a figure of a sheet; what sheets didn't have before schema 2.0 isn't scored where it doesn't stand there."""
    source = (figure.source and figure.source.text,) if _says(figure, "source") else ()
    return ExpectedFigure(
        unit=unit_of(figure),
        status=figure.status if _says(figure, "status") else (),
        source=source,
        **figure.model_dump(include={"text", "start", "end", "value", "low", "high", "qualifier", "per"}),
        **figure.model_dump(include={"kind", "direction", "measure", "when"}),
    )


def _says(figure: Figure, field: str) -> bool:
    return field in figure.model_fields_set


def unit_of(figure: Percentage | Money | Quantity) -> str:
    """Return the unit of a figure, of money its currency."""
    return figure.currency if isinstance(figure, Money) else figure.unit


def _office_of_sheet(office: Office, sheet: FactSheet) -> ExpectedOffice:
    entities: list[Person | Place | Organization] = [*sheet.organizations, *sheet.places, *sheet.people]
    names = [(e.name, *(m.text for m in e.mentions)) for e in entities]
    first = office.mentions[0]
    return ExpectedOffice(
        text=first.text,
        start=first.start,
        end=first.end,
        title=office.title,
        of=next((known for known in names if office.of in known), office.of),
        country=office.country,
        holder=next((p.name for p in sheet.people if p.id == office.holder), None),
        former=office.former,
    )


def _name_of_sheet(entity: Person | Place | Organization) -> ExpectedName:
    told = {"type": entity.type, "country": entity.country} if isinstance(entity, Place) else {}
    return ExpectedName(name=entity.name, mentions=tuple(m.text for m in entity.mentions), **told)


def _date_of_sheet(date: Date) -> ExpectedDate:
    return ExpectedDate(**date.model_dump(include={"text", "start", "end", "type", "value"}))
