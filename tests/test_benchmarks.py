"""The benchmarks count what they say they count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from benchmarks import pipeline as benchmark


@pytest.fixture
def ruled() -> Language:
    """A pipeline that takes Lima for a place and Acme for an organisation wherever they stand."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Lima"}, {"label": "ORG", "pattern": "Acme"}])  # type: ignore[attr-defined]
    return nlp


def test_a_false_alarm_counts_in_an_article_without_such_a_name(ruled: Language, tmp_path: Path) -> None:
    rows = [
        {"text": "Lima grew.", "entities": [[0, 4, "LOC"]]},
        {"text": "Acme left Lima.", "entities": [[0, 4, "ORG"], [10, 14, "FAC"]]},
        {"text": "Acme left.", "entities": []},
    ]
    path = tmp_path / "names.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    scores = benchmark.score_names(ruled, path)
    counts = {m: (scores.hit[m], scores.predicted[m], scores.gold[m]) for m in ("all", "LOC", "LOC+FAC", "ORG", "FAC")}
    assert counts == {"all": (2, 4, 3), "LOC": (1, 2, 1), "LOC+FAC": (2, 2, 2), "ORG": (1, 2, 1), "FAC": (0, 0, 1)}


def test_trees_are_scored_on_the_pipelines_own_tokens(nlp: Language, tmp_path: Path) -> None:
    rows = [
        "# newdoc id = x",
        "# newpar id = x-1",
        "1\tExports\texport\tNOUN\tNNS\t_\t2\tnsubj\t_\t_",
        "2\trose\trise\tVERB\tVBD\t_\t0\troot\t_\t_",
        "3\tsharply\tsharply\tADV\tRB\t_\t2\tadvmod\t_\tSpaceAfter=No",
        "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tSpaceAfter=No",
        "",
    ]
    path = tmp_path / "trees.conllu"
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")
    scores = benchmark.score_trees(nlp, path)
    metrics = ("words", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "LAS-punct", "sentences")
    assert [scores.f1(metric) for metric in metrics] == [100.0] * 8
    assert (scores.gold["LAS"], scores.gold["LAS-punct"]) == (4, 3)
