"""`--model NAME`: CLEAR trees and OntoNotes names become ours, and a pipeline that won't do says so in a line."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed

from newsfacts import ModelError, extract, load_pipeline
from newsfacts.pipeline.clear import Tree, to_universal
from newsfacts.pipeline.other import LabelMapper


def tree(rows: str) -> Tree:
    """Read `word/tag/head/relation`, heads counted from 1, 0 for the root; the lemma is the word's, but for forms of `be`."""
    cells = [row.rsplit("/", 3) for row in rows.split()]
    words = [cell[0] for cell in cells]
    heads = [int(cell[2]) - 1 if cell[2] != "0" else i for i, cell in enumerate(cells)]
    lemmas = ["be" if word.lower() in ("is", "are", "was", "were", "be") else word.lower() for word in words]
    return Tree(words, [cell[1] for cell in cells], lemmas, heads, [cell[3] for cell in cells])


def arcs(rows: Tree) -> str:
    """Write a tree as `word>head:relation` in the order of the words."""
    return " ".join(
        f"{word}>{'' if head == i else rows.words[head]}:{dep}"
        for i, (word, head, dep) in enumerate(zip(rows.words, rows.heads, rows.deps, strict=True))
    )


# CLEAR as `word/tag/head/relation` beside Universal Dependencies as `word>head:relation`.
TREES = [
    pytest.param("Kenya/NNP/2/nsubj buys/VBZ/0/ROOT wheat/NN/2/dobj", "Kenya>buys:nsubj buys>:ROOT wheat>buys:obj", id="object"),
    pytest.param(
        "Prices/NNS/2/nsubj fell/VBD/0/ROOT in/IN/2/prep May/NNP/3/pobj",
        "Prices>fell:nsubj fell>:ROOT in>May:case May>fell:obl",
        id="prepositional phrase on a verb",
    ),
    pytest.param(
        "Prices/NNS/4/nsubj of/IN/1/prep wheat/NN/2/pobj fell/VBD/0/ROOT",
        "Prices>fell:nsubj of>wheat:case wheat>Prices:nmod fell>:ROOT",
        id="prepositional phrase on a noun",
    ),
    pytest.param(
        "Ports/NNS/3/nsubjpass were/VBD/3/auxpass shut/VBN/0/ROOT by/IN/3/agent guards/NNS/4/pobj",
        "Ports>shut:nsubj:pass were>shut:aux:pass shut>:ROOT by>guards:case guards>shut:obl:agent",
        id="passive with an agent",
    ),
    pytest.param(
        "Banks/NNS/2/nsubj lend/VBP/0/ROOT Lima/NNP/2/dative money/NN/2/dobj",
        "Banks>lend:nsubj lend>:ROOT Lima>lend:iobj money>lend:obj",
        id="indirect object",
    ),
    pytest.param(
        "Banks/NNS/2/nsubj lend/VBP/0/ROOT money/NN/2/dobj to/IN/2/dative Lima/NNP/4/pobj",
        "Banks>lend:nsubj lend>:ROOT money>lend:obj to>Lima:case Lima>lend:obl",
        id="indirect object with a preposition",
    ),
    pytest.param(
        "Ruiz/NNP/2/nsubj is/VBZ/0/ROOT the/DT/4/det mayor/NN/2/attr of/IN/4/prep Lima/NNP/5/pobj",
        "Ruiz>mayor:nsubj is>mayor:cop the>mayor:det mayor>:ROOT of>Lima:case Lima>mayor:nmod",
        id="copula with a noun",
    ),
    pytest.param(
        "Rates/NNS/3/nsubj still/RB/3/advmod are/VBP/0/ROOT high/JJ/3/acomp",
        "Rates>high:nsubj still>high:advmod are>high:cop high>:ROOT",
        id="copula with an adjective",
    ),
    pytest.param(
        "Inflation/NN/2/nsubj was/VBD/0/ROOT at/IN/2/prep 5/CD/5/nummod percent/NN/3/pobj",
        "Inflation>percent:nsubj was>percent:cop at>percent:case 5>percent:nummod percent>:ROOT",
        id="copula with a preposition",
    ),
    pytest.param(
        "Exports/NNS/2/nsubj are/VBP/0/ROOT up/RB/2/advmod",
        "Exports>up:nsubj are>up:cop up>:ROOT",
        id="copula with an adverb",
    ),
    pytest.param(
        "There/EX/2/expl are/VBP/0/ROOT 300/CD/4/nummod miners/NNS/2/attr",
        "There>are:expl are>:ROOT 300>miners:nummod miners>are:nsubj",
        id="there is no copula",
    ),
    pytest.param(
        "Output/NN/2/nsubj became/VBD/0/ROOT low/JJ/2/acomp",
        "Output>became:nsubj became>:ROOT low>became:xcomp",
        id="another verb keeps its predicate",
    ),
    pytest.param(
        "Ruiz/NNP/3/nsubjpass was/VBD/3/auxpass named/VBN/0/ROOT mayor/NN/3/oprd",
        "Ruiz>named:nsubj:pass was>named:aux:pass named>:ROOT mayor>named:xcomp",
        id="object predicate",
    ),
    pytest.param(
        "Acme/NNP/2/nsubj paid/VBD/0/ROOT $/$/5/quantmod 5/CD/5/compound million/CD/2/dobj in/IN/5/prep May/NNP/6/pobj",
        "Acme>paid:nsubj paid>:ROOT $>paid:obj 5>million:compound million>$:nummod in>May:case May>$:nmod",
        id="money",
    ),
    pytest.param(
        "Acme/NNP/2/nsubj pays/VBZ/0/ROOT $/$/4/nmod 5/CD/2/dobj",
        "Acme>pays:nsubj pays>:ROOT $>pays:obj 5>$:nummod",
        id="money in one number",
    ),
    pytest.param(
        "Lima/NNP/6/nsubj ,/,/1/punct Cusco/NNP/1/conj and/CC/3/cc Puno/NNP/3/conj grew/VBD/0/ROOT",
        "Lima>grew:nsubj ,>Cusco:punct Cusco>Lima:conj and>Puno:cc Puno>Lima:conj grew>:ROOT",
        id="conjuncts",
    ),
    pytest.param(
        "Sales/NNS/2/nsubj fell/VBD/0/ROOT in/IN/2/prep Lima/NNP/3/pobj and/CC/3/cc in/IN/3/conj Cusco/NNP/6/pobj",
        "Sales>fell:nsubj fell>:ROOT in>Lima:case Lima>fell:obl and>Cusco:cc in>Cusco:case Cusco>Lima:conj",
        id="conjoined phrases",
    ),
    pytest.param(
        "Output/NN/2/nsubj fell/VBD/0/ROOT because/IN/2/prep of/IN/3/pcomp rain/NN/3/pobj",
        "Output>fell:nsubj fell>:ROOT because>rain:case of>because:fixed rain>fell:obl",
        id="preposition of two words",
    ),
    pytest.param(
        "Crude/NN/2/nsubj fell/VBD/0/ROOT according/VBG/2/prep to/IN/3/prep Acme/NNP/4/pobj",
        "Crude>fell:nsubj fell>:ROOT according>Acme:case to>Acme:case Acme>fell:obl",
        id="a preposition under a preposition",
    ),
    pytest.param(
        "Shares/NNS/2/nsubj fell/VBD/0/ROOT after/IN/2/prep losing/VBG/3/pcomp ground/NN/4/dobj",
        "Shares>fell:nsubj fell>:ROOT after>losing:mark losing>fell:advcl ground>losing:obj",
        id="clause under a preposition",
    ),
    pytest.param(
        "Acme/NNP/2/nsubj hopes/VBZ/0/ROOT to/TO/4/aux grow/VB/2/xcomp",
        "Acme>hopes:nsubj hopes>:ROOT to>grow:mark grow>hopes:xcomp",
        id="infinitive",
    ),
    pytest.param(
        "Mines/NNS/4/nsubj that/WDT/3/nsubj shut/VBD/1/relcl reopened/VBD/0/ROOT",
        "Mines>reopened:nsubj that>shut:nsubj shut>Mines:acl:relcl reopened>:ROOT",
        id="relative clause",
    ),
    pytest.param(
        "Peru/NNP/3/poss 's/POS/1/case exports/NNS/6/nsubj did/VBD/6/aux n't/RB/6/neg rise/VB/0/ROOT Monday/NNP/6/npadvmod",
        "Peru>exports:nmod:poss 's>Peru:case exports>rise:nsubj did>rise:aux n't>rise:advmod rise>:ROOT Monday>rise:obl:unmarked",
        id="possessive, negation, bare adverbial",
    ),
    pytest.param(
        "Acme/NNP/2/nsubj shut/VBD/0/ROOT down/RP/2/prt all/PDT/6/predet its/PRP$/6/poss mines/NNS/2/dobj",
        "Acme>shut:nsubj shut>:ROOT down>shut:compound:prt all>mines:det:predet its>mines:nmod:poss mines>shut:obj",
        id="particle and predeterminer",
    ),
    pytest.param(
        "In/IN/5/prep May/NNP/1/pobj ,/,/5/punct exports/NNS/5/nsubj rose/VBD/0/ROOT",
        "In>May:case May>rose:obl ,>May:punct exports>rose:nsubj rose>:ROOT",
        id="the comma of what comes first",
    ),
    pytest.param(
        "Acme/NNP/5/nsubj ,/,/1/punct a/DT/4/det miner/NN/1/appos grew/VBD/0/ROOT ././5/punct",
        "Acme>grew:nsubj ,>miner:punct a>miner:det miner>Acme:appos grew>:ROOT .>grew:punct",
        id="the comma of an apposition",
    ),
    pytest.param("In/IN/0/ROOT Lima/NNP/1/pobj", "In>Lima:case Lima>:ROOT", id="a phrase alone"),
]


@pytest.mark.parametrize(("clear", "universal"), TREES)
def test_clear_trees_become_universal(clear: str, universal: str) -> None:
    rows = tree(clear)
    to_universal(rows)
    assert arcs(rows) == universal


def test_a_persons_name_is_headed_by_its_first_word() -> None:
    rows = tree("Mayor/NNP/3/compound Ana/NNP/3/compound Ruiz/NNP/4/nsubj won/VBD/0/ROOT")
    to_universal(rows, people=[(1, 3)])
    assert arcs(rows) == "Mayor>Ana:compound Ana>won:nsubj Ruiz>Ana:flat won>:ROOT"


DEPS = (
    "prep",
    "pobj",
    "pcomp",
    "conj",
    "cc",
    "attr",
    "acomp",
    "nsubj",
    "dobj",
    "agent",
    "dative",
    "compound",
    "nmod",
    "punct",
    "expl",
    "quantmod",
)
TAGS = ("IN", "NN", "NNP", "VB", "VBD", "VBG", "CD", "$", "CC", "TO", "RB", ",")


@given(st.data(), st.integers(1, 12))
def test_whatever_the_parser_gives_a_tree_comes_out(data: st.DataObject, n: int) -> None:
    order = data.draw(st.permutations(range(n)))  # each word hangs on an earlier one of this order: a tree, projective or not
    heads = [0] * n
    for place, node in enumerate(order):
        heads[node] = order[data.draw(st.integers(0, place - 1))] if place else node
    deps = [data.draw(st.sampled_from(DEPS)) if heads[i] != i else "ROOT" for i in range(n)]
    tags = [data.draw(st.sampled_from(TAGS)) for _ in range(n)]
    lemmas = [data.draw(st.sampled_from(("be", "there", "x"))) for _ in range(n)]
    start = data.draw(st.integers(0, n - 1))
    rows = Tree(list(lemmas), tags, lemmas, heads, deps)
    to_universal(rows, people=[(start, data.draw(st.integers(start + 1, n)))])
    assert [i for i, head in enumerate(rows.heads) if head == i] == [i for i, dep in enumerate(rows.deps) if dep == "ROOT"]
    assert sum(head == i for i, head in enumerate(rows.heads)) == 1
    for node in range(n):
        for _ in range(n):
            node = rows.heads[node]
        assert rows.heads[node] == node


@pytest.mark.parametrize(
    ("words", "labels", "names"),
    [
        ("The World Bank lent", "B-ORG I-ORG I-ORG O", [("World Bank", "ORG")]),
        ("Kenya paid $ 5", "B-GPE O B-MONEY I-MONEY", [("Kenya", "LOC")]),
        ("Turkish voters rose Monday", "B-NORP O O B-DATE", [("Turkish", "NORP")]),
        ("Ana Ruiz crossed Galata Bridge", "B-PERSON I-PERSON O B-FAC I-FAC", [("Ana Ruiz", "PERSON"), ("Galata Bridge", "FAC")]),
        ("Expo opened near Andes", "B-EVENT O O B-LOC", [("Expo", "MISC"), ("Andes", "LOC")]),
        ("Acme sold Rocket Two", "B-ORG O B-PRODUCT I-PRODUCT", [("Acme", "ORG"), ("Rocket Two", "MISC")]),
        ("Twice five", "B-CARDINAL I-CARDINAL", []),
    ],
)
def test_ontonotes_names_become_ours(words: str, labels: str, names: list[tuple[str, str]]) -> None:
    doc = Doc(spacy.blank("en").vocab, words.split(), ents=labels.split())
    assert [(e.text, e.label_) for e in LabelMapper(clear=False)(doc).ents] == names


SENTENCES = [
    "Kenya/NNP/2/nsubj/B-GPE buys/VBZ/0/ROOT/O wheat/NN/2/dobj/O from/IN/2/prep/O Peru/NNP/4/pobj/B-GPE ././2/punct/O",
    "Prices/NNS/4/nsubj/O of/IN/1/prep/O wheat/NN/2/pobj/O fell/VBD/0/ROOT/O in/IN/4/prep/O Kenya/NNP/5/pobj/B-GPE ././4/punct/O",
    "Acme/NNP/2/nsubj/B-ORG sells/VBZ/0/ROOT/O wheat/NN/2/dobj/O in/IN/2/prep/O Peru/NNP/4/pobj/B-GPE ././2/punct/O",
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function from components to the folder of a small pipeline that has them, in CLEAR and OntoNotes as spaCy's own."""
    fix_random_seed(1)
    nlp = spacy.blank("en")
    for name in ("tagger", "parser", "ner"):
        tok2vec = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 32, "depth": 1, "embed_size": 300,
                   "window_size": 1, "maxout_pieces": 2, "subword_features": False}  # fmt: skip
        nlp.add_pipe(name, config={"model": {"tok2vec": tok2vec}} | ({"min_action_freq": 1} if name == "parser" else {}))
    examples = [_example(nlp, row) for row in SENTENCES]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    ruler = nlp.add_pipe("attribute_ruler")
    for tag, pos in {"NNP": "PROPN", "NNS": "NOUN", "NN": "NOUN", "VBZ": "VERB", "VBD": "VERB", "IN": "ADP", ".": "PUNCT"}.items():
        ruler.add([[{"TAG": tag}]], {"POS": pos})  # type: ignore[attr-defined]
    for form, lemma in {"buys": "buy", "sells": "sell", "fell": "fall", "Prices": "price"}.items():
        ruler.add([[{"ORTH": form}]], {"LEMMA": lemma})  # type: ignore[attr-defined]
    ruler.add([[{"ORTH": {"NOT_IN": ["buys", "sells", "fell", "Prices"]}}]], {"LEMMA": "x"})  # type: ignore[attr-defined]
    folder = tmp_path_factory.mktemp("models")

    def save(*without: str) -> Path:
        path = folder / "-".join(("small", *without))
        if not path.exists():
            nlp.to_disk(path, exclude=list(without))
        return path

    return save


def _example(nlp: Language, row: str) -> Example:
    cells = [cell.rsplit("/", 4) for cell in row.split()]
    words = [cell[0] for cell in cells]
    gold = Doc(
        nlp.vocab,
        words,
        spaces=[i < len(words) - 2 for i in range(len(words))],
        tags=[cell[1] for cell in cells],
        heads=[int(cell[2]) - 1 if cell[2] != "0" else i for i, cell in enumerate(cells)],
        deps=[cell[3] for cell in cells],
        ents=[cell[4] for cell in cells],
    )
    return Example(nlp.make_doc(gold.text), gold)


def without(small: Callable[..., Path], name: str, tmp_path: Path) -> Path:
    """Save the small pipeline without a component."""
    nlp = spacy.load(small(), exclude=[name])
    nlp.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_another_pipelines_docs_read_like_ours(small: Callable[..., Path]) -> None:
    nlp = load_pipeline(str(small()))
    doc = nlp("Prices of wheat fell in Kenya.")
    by_word = {t.text: t for t in doc}
    assert (by_word["Kenya"].dep_, by_word["Kenya"].head.text) == ("obl", "fell")
    assert (by_word["wheat"].dep_, by_word["wheat"].head.text) == ("nmod", "Prices")
    assert (by_word["in"].dep_, by_word["in"].head.text) == ("case", "Kenya")
    assert ("Kenya", "LOC") in [(e.text, e.label_) for e in doc.ents]


def test_another_pipelines_sentences_end_at_lines(small: Callable[..., Path]) -> None:
    nlp = load_pipeline(str(small()))
    assert [s.text for s in nlp("Kenya buys wheat from Peru.").sents] == ["Kenya buys wheat from Peru."]
    assert "from" in [s[0].text for s in nlp("Kenya buys wheat\n\nfrom Peru.").sents]


def test_extract_with_another_pipeline(small: Callable[..., Path]) -> None:
    sheet = extract("Kenya buys wheat from Peru.", model=str(small()))
    assert [place.name for place in sheet.places] == ["Kenya", "Peru"]


def test_another_pipelines_names_are_as_sure_as_our_network_is_of_them(small: Callable[..., Path]) -> None:
    text = "Kenya buys wheat from Peru."
    theirs, ours = extract(text, model=str(small())), extract(text)
    assert [place.confidence for place in theirs.places] == [place.confidence for place in ours.places]
    assert min(place.confidence for place in theirs.places) > 0.7


def test_another_pipeline_reads_no_more_than_its_own_limit(small: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_text("word " * 200_001)
    (tmp_path / "story.txt").write_text("Kenya buys wheat from Peru.")
    command = [sys.executable, "-m", "newsfacts", "book.txt", "story.txt", "--model", str(small()), "--format", "jsonl", "-q"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert done.returncode == 1
    assert done.stderr == (
        "newsfacts: book.txt: is 1,000,005 characters long, more than the 1,000,000 that this model reads; "
        "leave --model out: the pipeline of newsfacts reads articles of any length\n"
    )
    assert [json.loads(line)["source"]["name"] for line in done.stdout.splitlines()] == ["story.txt"]


@pytest.mark.parametrize(
    ("component", "lacking"),
    [
        ("ner", "lacks names (ner)"),
        ("tagger", "lacks Penn tags (tagger)"),
        ("parser", "lacks a tree (parser)"),
        ("attribute_ruler", "lacks parts of speech (morphologizer, or attribute_ruler), lemmas (lemmatizer)"),
    ],
)
def test_a_pipeline_says_what_it_lacks(small: Callable[..., Path], tmp_path: Path, component: str, lacking: str) -> None:
    with pytest.raises(ModelError, match=r"\A.*\Z") as error:
        load_pipeline(str(without(small, component, tmp_path)))
    assert lacking in str(error.value)


def test_a_pipeline_for_another_language(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(ModelError, match="is for the language 'de'; newsfacts reads English"):
        load_pipeline(str(tmp_path / "german"))


def test_what_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no pipeline 'en_core_web_none' is installed here; install it: python -m spacy download"):
        load_pipeline("en_core_web_none")
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 3\n")
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(ModelError, match=r"cannot be loaded \(.*\)\Z"):
        load_pipeline(str(tmp_path))


def run(*args: str | Path, text: str) -> tuple[int, str, list[str]]:
    command = [sys.executable, "-m", "newsfacts", *map(str, args)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr.splitlines()


def test_the_command_takes_another_pipeline(small: Callable[..., Path]) -> None:
    status, out, errors = run("--model", small(), "--format", "csv", "--only", "places", text="Kenya buys wheat from Peru.\n")
    assert (status, errors) == (0, [])
    assert [row["text"] for row in csv.DictReader(io.StringIO(out))] == ["Kenya", "Peru"]


def test_a_wrong_model_is_wrong_usage(tmp_path: Path) -> None:
    output = tmp_path / "facts.json"
    status, out, errors = run("--model", "en_core_web_none", "-o", output, text="Kenya buys wheat.\n")
    assert (status, out, output.exists()) == (2, "", False)
    assert errors == [
        "newsfacts: Invalid value for '--model': no pipeline 'en_core_web_none' is installed here; "
        "install it: python -m spacy download en_core_web_none; see newsfacts --help"
    ]
