"""People, places and organisations of a whole article: linear in its length, the same whatever order Python's sets have."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import product

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsfacts import Article
from newsfacts.names.finding import find_names
from newsfacts.organizations import find_organizations
from newsfacts.people.finding import find_people
from newsfacts.places.finding import find_places
from newsfacts.places.gazetteer import find_cities

SYLLABLES = ("ba", "ko", "mi", "tu", "re", "sa", "lo", "ni", "pe", "du")
NAMES = ["".join(parts).title() for parts in product(SYLLABLES, repeat=4)]  # 10,000 names

# Words of a sentence with the parts of speech, and the names in it as first word, end and label. {0} and {1} are names.
PEOPLE = (
    ["President", "{0}", "{1}", "met", "Mr", "{1}", "."],
    ["NOUN", "PROPN", "PROPN", "VERB", "PROPN", "PROPN", "PUNCT"],
    [(1, 3, "PERSON"), (5, 6, "PERSON")],
)
FAMILY = (
    ["Minister", "{0}", "Wijesinghe", "and", "Mrs", "Wijesinghe", "."],
    ["NOUN", "PROPN", "PROPN", "CCONJ", "PROPN", "PROPN", "PUNCT"],
    [(1, 3, "PERSON"), (5, 6, "PERSON")],
)
COMPANIES = (
    ["shares", "in", "{0}", "{1}", "and", "{0}", "."],
    ["NOUN", "ADP", "PROPN", "PROPN", "CCONJ", "PROPN", "PUNCT"],
    [(2, 4, "ORG"), (5, 6, "ORG")],
)
TOWNS = (
    ["in", "{0}", ",", "{1}", "and", "London", "."],
    ["ADP", "PROPN", "PUNCT", "PROPN", "CCONJ", "PROPN", "PUNCT"],
    [(1, 2, "LOC"), (3, 4, "LOC"), (5, 6, "LOC")],
)

Sentence = tuple[list[str], list[str], list[tuple[int, int, str]]]


def article_of(nlp: Language, sentence: Sentence, names: Sequence[str]) -> Doc:
    """Return an article that says `sentence` once for each name, parsed and labelled: what matters is the joining, not the pipeline."""
    words, parts, entities = sentence
    pairs = list(zip(names, reversed(names), strict=True))
    count = len(words)
    doc = Doc(
        nlp.vocab,
        words=[word.format(*pair) for pair in pairs for word in words],
        sent_starts=[k == 0 for _ in pairs for k in range(count)],
        pos=parts * len(pairs),
        heads=list(range(count * len(pairs))),
        deps=["dep"] * (count * len(pairs)),
        lemmas=[word.format(*pair) for pair in pairs for word in words],
    )
    doc.ents = [Span(doc, k * count + start, k * count + end, label=label) for k in range(len(pairs)) for start, end, label in entities]
    return doc


def seconds_of_joining(nlp: Language, sentence: Sentence, names: Sequence[str]) -> tuple[float, int]:
    """Return the processor time of finding everything, and how many people, places and organisations there are."""
    doc = article_of(nlp, sentence, names)
    article = Article(doc.text)
    begin = time.process_time()
    settled, people = find_names(doc), find_people(doc, article)
    places, organizations = find_places(doc, article, settled), find_organizations(doc, article, settled)
    return time.process_time() - begin, len(people) + len(places) + len(organizations)


@pytest.mark.parametrize("sentence", [PEOPLE, FAMILY, COMPANIES, TOWNS], ids=["people", "family", "companies", "towns"])
def test_twenty_thousand_names_take_four_times_as_long_as_five_thousand(nlp: Language, sentence: Sentence) -> None:
    for name in NAMES[:100]:
        find_cities(name)  # the index of the cities is made once
    few, _ = seconds_of_joining(nlp, sentence, NAMES[:2500])
    many, found = seconds_of_joining(nlp, sentence, NAMES)
    assert found >= 10_000
    assert many < 10 * few  # quadratic would be sixteen times


ARTICLE = """Former minister Namal Wijesinghe met Sir Alan Pritchard, the archbishop of York, in Cordoba, Argentina.

Shares in Lukoil, Rosneft and Gazprom fell in Moscow, London and Victoria. The World Bank, the IMF (International Monetary Fund) and the
Ministry of Health of Kenya said the counties of Kitui, Tana River and Lamu needed 20 million dollars.

Mr Wijesinghe, his wife, Anna Wijesinghe, and his brother Sunil Wijesinghe flew to Georgia. Sunil said Georgia and Punjab were far away.
"""


def test_the_sheet_does_not_depend_on_the_order_of_sets() -> None:
    sheets = {
        subprocess.run(
            [sys.executable, "-m", "newsfacts", "-", "--format", "json"],
            input=ARTICLE,
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(sheets) == 1
    assert "Namal Wijesinghe" in sheets.pop()


def test_cities_are_the_same_from_the_text_and_from_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["Nairobi", "Łódź", "Córdoba", "Xi'an", "Ürümqi", "N’Djamena", "Hạ Long", "San Jose", "San", "KYIV", "Nowhere at all"]
    find_cities.cache_clear()
    monkeypatch.setattr("newsfacts.places.gazetteer._FEW", len(names))
    by_search = [find_cities(name) for name in names]
    find_cities.cache_clear()
    monkeypatch.setattr("newsfacts.places.gazetteer._FEW", -1)
    assert [find_cities(name) for name in names] == by_search
    assert [bool(cities) for cities in by_search] == [True] * 10 + [False]


@pytest.mark.parametrize("module", ["dates", "figures", "names", "offices", "organizations", "people", "places", "reading"])
def test_each_room_can_be_imported_first(module: str) -> None:
    subprocess.run([sys.executable, "-c", f"import newsfacts.{module}"], check=True)


@pytest.mark.parametrize("text", ["The A's Rob Ellery hit two home runs.", "The A’s Coliseum was sold.", "A the's Bank of Lund."])
def test_an_article_with_a_possessive_owns_nothing(nlp: Language, text: str) -> None:
    doc = nlp(text)
    doc.ents = [Span(doc, 0, 4, "ORG")]
    assert all(name.text.strip() for name in find_names(doc))
