"""Organisations as entities: full names and acronyms joined. Each row is a text of the wires beside its organisations."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts import Article
from newsfacts.organizations import find_organizations

ROWS: list[tuple[str, dict[str, list[str]]]] = [
    ("The World Bank will lend Kenya $200 million.", {"World Bank": ["World Bank"]}),
    (
        "The International Monetary Fund (IMF) approved a loan. The IMF said growth would slow.",
        {"International Monetary Fund": ["International Monetary Fund", "IMF", "IMF"]},
    ),
    (
        "The World Trade Organization praised the plan. The WTO also sent envoys.",
        {"World Trade Organization": ["World Trade Organization", "WTO"]},
    ),
    ("Shares in Samsung Electronics rose.", {"Samsung Electronics": ["Samsung Electronics"]}),
    ("The Supreme Court upheld the ruling.", {"Supreme Court": ["Supreme Court"]}),
    (
        "He told Reuters that the Ministry of Finance would decide.",
        {"Reuters": ["Reuters"], "Ministry of Finance": ["Ministry of Finance"]},
    ),
    ("The European Union and NATO condemned the attack.", {"European Union": ["European Union"], "NATO": ["NATO"]}),
    ("The University of Cape Town closed its library.", {"University of Cape Town": ["University of Cape Town"]}),
    ("The African Development Bank opened an office in Lusaka.", {"African Development Bank": ["African Development Bank"]}),
    (
        "The United Nations' General Assembly voted on Friday.",
        {"United Nations": ["United Nations"], "General Assembly": ["General Assembly"]},
    ),
]


@pytest.mark.parametrize(("text", "named"), ROWS)
def test_organizations(nlp: Language, text: str, named: dict[str, list[str]]) -> None:
    found = find_organizations(nlp(text), Article(text))
    assert {g.name: [m.text for m in g.mentions] for g in found} == named
    assert all(text[m.start : m.end] == m.text for g in found for m in g.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the company would pay.",
        "The presidential transition committee met on Monday.",
        "Russian officials met in Kazan.",
        "She won the Nobel Prize in 2019.",
        "Exports fell 21 percent in September.",
    ],
)
def test_what_is_no_organization(nlp: Language, text: str) -> None:
    assert [g.name for g in find_organizations(nlp(text), Article(text))] == []
