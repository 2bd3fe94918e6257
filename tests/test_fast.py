"""The fast network: a smaller one beside the full one, chosen by `--model fast`."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner
from spacy.language import Language

from newsfacts import Article, extract, load_pipeline, make_sheet
from newsfacts.cli.main import cli
from newsfacts.pipeline.networks import FAST, FULL, OWN, file_of, network_of, shared_file
from newsfacts.sureness import confidence, measured

TEXT = (
    "NAIROBI, April 14, 2026 - Kenyan President Amina Odhiambo opened a railway in Mombasa on Tuesday.\n\n"
    "Exports of tea rose 5 percent in March, Finance Minister Peter Kamau said. The line cost $2.4 billion."
)


@pytest.fixture(scope="module")
def fast() -> Language:
    return load_pipeline(FAST)


def test_it_reads_the_facts_of_a_plain_article(fast: Language) -> None:
    sheet = make_sheet(Article(TEXT), fast)
    assert [person.name for person in sheet.people] == ["Amina Odhiambo", "Peter Kamau"]
    assert {place.name.title() for place in sheet.places} >= {"Nairobi", "Mombasa"}
    assert [(o.title, o.holder) for o in sheet.offices] == [("President", "p1"), ("Finance Minister", "p2")]
    (growth,) = sheet.percentages
    assert (growth.value, growth.kind, growth.direction, growth.measure, growth.when) == (5, "change", "up", "Exports of tea", "2026-03")
    assert [(m.value, m.currency) for m in sheet.money] == [(2.4e9, "USD")]


def test_each_doc_is_read_on_by_the_network_that_began_it(nlp: Language, fast: Language) -> None:
    assert network_of(fast("Prices rose.")) == FAST
    assert network_of(nlp("Prices rose.")) == FULL


def test_the_sheet_says_which_network_read_it(nlp: Language, fast: Language) -> None:
    full, small = (make_sheet(Article(TEXT), pipeline).made_by or "" for pipeline in (nlp, fast))
    assert ", model " in full
    assert ", fast model " in small
    assert full.split()[-1] != small.split()[-1]


def test_both_give_the_same_sheet_twice(fast: Language) -> None:
    assert make_sheet(Article(TEXT), fast) == extract(TEXT, model=FAST)


def test_its_confidence_is_measured_apart() -> None:
    curves = measured(FAST)["curves"]
    assert set(curves) == {"figures", "offices", "people", "places", "organizations"}
    assert curves != measured(FULL)["curves"]
    assert measured(FAST)["thresholds"] == measured(FULL)["thresholds"]
    for section, curve in curves.items():
        assert curve["right"] == sorted(curve["right"])
        assert confidence(section, [0.99], FAST) >= confidence(section, [0.6], FAST)


def test_the_networks_share_the_embeddings_of_words() -> None:
    sizes = {name: len(file_of(name, "encoder.onnx").read_bytes()) for name in (FULL, FAST)}
    words = len(shared_file("words.bin").read_bytes())
    assert words == 384 * len(shared_file("vocab.txt").read_text(encoding="utf-8").splitlines())
    assert sizes[FAST] < sizes[FULL] < 13_000_000


def test_the_fast_network_brings_an_encoder_and_its_confidence_alone() -> None:
    own = {path.name for path in files("newsfacts.pipeline").joinpath("model").iterdir() if path.name.startswith("fast_")}
    assert own == {f"fast_{name}" for name in OWN} == {"fast_encoder.onnx", "fast_confidence.json"}


def test_the_command_takes_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(cli, ["extract", "--model", "fast", "--format", "json", str(tmp_path / "a.txt")])
    assert done.exit_code == 0, done.output
    sheet = json.loads(done.stdout)
    assert "fast model" in sheet["made_by"]
    assert sheet["percentages"][0]["value"] == 5


def test_a_batch_takes_it(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in "ab":
        (articles / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(cli, ["batch", str(articles), "-o", str(tmp_path / "out"), "--model", "fast", "--workers", "1", "--quiet"])
    assert done.exit_code == 0, done.output
    for name in "ab":
        assert "fast model" in json.loads((tmp_path / "out" / f"{name}.txt.facts.json").read_text())["made_by"]
