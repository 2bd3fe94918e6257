"""People: the sentences of evaluation/sentences/people.jsonl beside the people in them and how they are mentioned."""

from __future__ import annotations

import itertools
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from tables import hold

from evaluation.expected import Expected
from evaluation.reading import own_sentences
from newsfacts import FactSheet
from newsfacts.article import Article
from newsfacts.people.finding import find_people

ROWS = [row for row in own_sentences() if row.article.name.startswith("people:")]


def _people(sheets: dict[str, FactSheet], row: Expected) -> None:
    found = [(p.name, tuple(m.text for m in p.mentions)) for p in sheets[row.article.name].people]
    assert found == [(p.name, p.mentions) for p in row.people or []]


def test_people(sheets: dict[str, FactSheet]) -> None:
    hold(ROWS, partial(_people, sheets), 0.95)


def test_ids_follow_the_text(nlp: Language) -> None:
    text = "Olaf Scholz met Emmanuel Macron in Paris. Scholz thanked Macron."
    assert [(p.id, p.name) for p in find_people(nlp(text), Article(text))] == [("p1", "Olaf Scholz"), ("p2", "Emmanuel Macron")]


def test_the_last_named_of_two_namesakes_is_meant(nlp: Language) -> None:
    text = "Nicholas Tse played the villain. Patrick Tse won the prize, and Tse thanked the jury."
    names = {p.name: [m.start for m in p.mentions] for p in find_people(nlp(text), Article(text))}
    assert names == {"Nicholas Tse": [0], "Patrick Tse": [33, 64]}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([row.article.text for row in ROWS] + ["\n", "\u00a0", "(", "’s", "@"]), max_size=4), st.text(max_size=20))
def test_offsets(nlp: Language, parts: list[str], noise: str) -> None:
    text = noise.join(parts)
    people = find_people(nlp(text), Article(text))
    assert [p.id for p in people] == [f"p{i}" for i in range(1, len(people) + 1)]
    for person in people:
        assert person.mentions
        for m in person.mentions:
            assert text[m.start : m.end] == m.text
            assert "\n" not in m.text
    spans = sorted((m.start, m.end) for p in people for m in p.mentions)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
