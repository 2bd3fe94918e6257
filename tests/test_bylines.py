"""Who is but named as an article's maker."""

from __future__ import annotations

import re

import pytest

from newsfacts.models import Mention, Person
from newsfacts.people.bylines import with_roles


def _roles(text: str, *names: str) -> list[str | None]:
    people = [
        Person(id="", name=name, mentions=[Mention(text=name, start=m.start(), end=m.end()) for m in re.finditer(name, text)])
        for name in names
    ]
    return [person.role for person in with_roles(text, people)]


@pytest.mark.parametrize(
    "text",
    [
        "Port grows\nBy Jane Doe\nNAIROBI - The port grew.",
        "By Jane Doe and John Roe, Staff Writers\nThe port grew.",
        "BY Jane Doe in Lagos\nThe port grew.",
        "By Jane Doe | jane@star.example\nThe port grew.",
        "The port grew.\n(Reporting by John Roe; Editing by Jane Doe)",
        "The port grew. (Additional reporting by Jane Doe)",
        "The port grew.\nPhoto: Jane Doe/Wire\nIt will grow.",
        "The harbour (picture by Jane Doe) grew.",
        "Image courtesy of Jane Doe\nThe port grew.",
    ],
)
def test_makers(text: str) -> None:
    assert _roles(text, "Jane Doe") == ["byline"]


@pytest.mark.parametrize(
    "text",
    [
        "By Monday Jane Doe had left.",
        "By then Jane Doe was rich\nShe sang.",
        "A photo by Jane Doe won the prize.",
        "The report was written by Jane Doe.",
        "Reporting by the committee showed that Jane Doe lied.",
        "By Jane Doe\nJane Doe, the minister, resigned.",
        "The port grew, Jane Doe said (photo: the harbour).",
    ],
)
def test_others(text: str) -> None:
    assert _roles(text, "Jane Doe") == [None]


def test_each_by_its_own_mentions() -> None:
    assert _roles("By Jane Doe\nJohn Roe resigned.", "Jane Doe", "John Roe") == ["byline", None]
