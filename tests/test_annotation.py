"""Annotated texts: what the format refuses, and how an annotation becomes words for the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

from newsfacts.pipeline.pointing import DIRECTIONS, KINDS, STATUSES
from training.annotated import Annotated, read_sentences, settled_names
from training.formats import FormatError, find_stretch, names_of, read_written

TEXT = "Shares of Nordvik fell 3.2% on Tuesday, its chairman Ole Dahl said. Nordvik plans to cut 300 jobs."
FALL = {"text": "3.2%", "kind": "change", "direction": "down", "measure": "Shares of Nordvik", "when": ["Tuesday"], "source": "Ole Dahl"}
JOBS = {"text": "300 jobs", "measure": "jobs", "status": "planned"}
CHAIRMAN = {"text": "chairman", "of": "Nordvik", "holder": "Ole Dahl"}


def written(tmp_path: Path, row: dict[str, object]) -> Path:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def text(nlp: Language, tmp_path: Path) -> Annotated:
    [found] = read_sentences(nlp, [written(tmp_path, {"text": TEXT, "figures": [FALL, JOBS], "offices": [CHAIRMAN]})])
    return found


def test_a_figure_becomes_a_target_with_its_answers(text: Annotated) -> None:
    fall, _, jobs = text.targets
    assert text.words[fall.start : fall.end] == ["3.2", "%"]
    assert (KINDS[fall.kind], DIRECTIONS[fall.direction], STATUSES[fall.status]) == ("change", "down", "actual")
    assert [text.words[i] for i in fall.measure or ()] == ["Shares", "of", "Nordvik"]
    assert [text.words[i] for i in fall.when or ()] == ["Tuesday"]
    assert [text.words[a:b] for a, b in fall.source or ()] == [["Ole", "Dahl"]]
    assert (STATUSES[jobs.status], jobs.when, jobs.source) == ("planned", [], [])


def test_an_office_becomes_a_title_with_its_holder_and_body(text: Annotated) -> None:
    chairman = text.targets[1]
    assert chairman.task == "title"
    assert text.names[chairman.start] == "B-TITLE"
    assert [text.words[i] for i in chairman.holder or ()] == ["Ole"]
    assert {text.words[i] for i in chairman.of or ()} == {"Nordvik"}


def test_an_office_of_the_articles_country_points_at_no_name(nlp: Language, tmp_path: Path) -> None:
    office = {"text": "Finance Minister", "holder": "Rose Apio", "of_article": True}
    row = {"text": "KAMPALA - Finance Minister Rose Apio spoke.", "offices": [office]}
    [text] = read_sentences(nlp, [written(tmp_path, row)])
    [minister] = text.targets
    assert (minister.of, minister.of_article) == ([], True)


def test_an_office_of_a_state_named_elsewhere_points_there(nlp: Language, tmp_path: Path) -> None:
    """Names come from the annotation, where it has them."""
    office = {"text": "Premier", "holder": "Jo Mbeki", "of": "Limpopo"}
    names = {"Limpopo": "region", "Jo Mbeki": "PERSON", "Polokwane Stadium": "facility", "Kaizer Cup": "MISC"}
    row = {"text": "Limpopo hosts the Kaizer Cup. At Polokwane Stadium, Premier Jo Mbeki spoke.", "offices": [office], "names": names}
    [text] = read_sentences(nlp, [written(tmp_path, row)])
    assert [text.words[i] for i in text.targets[0].of or ()] == ["Limpopo"]
    assert [text.words[i] for i in text.targets[0].holder or ()] == ["Jo"]
    assert " ".join(map(str, text.names)) == "B-LOC O O B-MISC I-MISC O O B-FAC I-FAC O B-TITLE B-PERSON I-PERSON O O"


def test_the_longest_name_is_found_first() -> None:
    text = "Bank of Ruva is a bank in Ruva, not Ruvaland."
    assert names_of(text, {"Ruva": "city", "Bank of Ruva": "ORG"}) == [(0, 12, "ORG"), (26, 30, "city")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": TEXT, "offices": [CHAIRMAN | {"of_article": True}]}, "'chairman' has an `of`"),
        ({"text": TEXT, "figures": [{"text": "3.3%"}]}, "'3.3%' (time 1) isn't in the text"),
        ({"text": TEXT, "figures": [FALL | {"source": "Dah"}]}, "'Dah' (time 1) isn't in the text as whole words"),
        ({"text": TEXT, "figures": [FALL | {"kind": "rise"}]}, "figures.0.kind: Input should be 'change', 'share' or 'level'"),
        ({"text": TEXT, "figure": []}, "figure: Extra inputs are not permitted"),
        ({"figures": []}, "text: Field required"),
        ({"text": TEXT, "names": {"Nord": "city"}}, "the name 'Nord' isn't in the text by itself"),
        ({"text": TEXT, "names": {"Ole Dahl": "PERSON", "Dahl": "PERSON"}}, "the name 'Dahl' isn't in the text by itself"),
        ({"text": TEXT, "names": {"Nordvik": "town"}}, "names.Nordvik.literal"),
    ],
)
def test_a_faulty_annotation_is_told_with_its_line(nlp: Language, tmp_path: Path, row: dict[str, object], said: str) -> None:
    with pytest.raises(FormatError) as error:
        list(read_sentences(nlp, [written(tmp_path, row)]))
    assert said in str(error.value)
    assert "own.jsonl:1:" in str(error.value)


def test_words_are_found_nearest_to_what_they_belong_to() -> None:
    assert find_stretch(TEXT, "Nordvik", near=60) == (68, 75)
    assert find_stretch(TEXT, "Nordvik", nth=1) == (10, 17)


def test_the_guide_decides_where_it_has_a_name() -> None:
    text = "Borex and Ana Ruiz met Kenyans at Lakefront in Kisumu."
    corpus = [[0, 5, "PERSON"], [10, 18, "PERSON"], [23, 30, "NORP"], [34, 43, "FAC"], [47, 53, "ORG"]]
    guide = [
        {"section": "organizations", "name": "Borex", "mentions": [[0, 5]]},
        {"section": "people", "name": "Ana Ruiz", "mentions": [[10, 18]]},
        {"section": "places", "name": "Kisumu", "type": "city", "country": "KE", "mentions": [[47, 53]]},
    ]
    assert settled_names(text, corpus, guide) == [
        (0, 5, "ORG"), (10, 18, "PERSON"), (23, 30, "NORP"), (34, 43, "MISC"), (47, 53, "LOC"),
    ]  # fmt: skip


def test_all_our_own_sentences_are_in_the_format() -> None:
    paths = sorted((Path(__file__).parents[1] / "training" / "sentences").glob("*.jsonl"))
    texts = [text.text for path in paths for _, text in read_written(path)]
    assert len(texts) > 2500
    assert len(set(texts)) == len(texts)
