"""Corpora become chunks with the right labels (the recipe itself needs torch and runs by hand)."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.pipeline.wordpiece import WordPiece
from training.corpora import (
    IGNORE,
    Chunk,
    Labels,
    Mentions,
    Sentence,
    batches,
    change_case,
    encode,
    mask_words,
    pack,
    read_names,
    read_trees,
    sampled,
)

TREES = """\
# newdoc id = ports
# newpar id = ports-1
# sent_id = 1
# text = Ports don't close.
1\tPorts\tport\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tclose\tclose\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
# text = Lima grew.
1\tLima\tLima\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tgrew\tgrow\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def wordpiece() -> WordPiece:
    return WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "ports", "do", "close", ".", "lima", "gr", "##ew"])


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    path = tmp_path / "trees.conllu.gz"
    path.write_bytes(gzip.compress(TREES.encode()))
    return path


def test_trees_become_sentences(trees: Path) -> None:
    [document] = read_trees(trees)
    assert [s.words for s in document] == [["Ports", "do", "n't", "close", "."], ["Lima", "grew", "."]]
    assert [s.breaks[0] for s in document] == [1, 0]
    assert document[0].heads == [3, 3, 3, 3, 3]
    assert document[1].lemmas == ["0|", "2|ow", "0|"]


def test_a_chunk_is_encoded_with_its_labels(trees: Path, wordpiece: WordPiece) -> None:
    documents = list(read_trees(trees))
    labels = Labels.from_trees(documents, lemma_count=1)
    index = {key: labels.index(key) for key in ("names", "pos", "tags", "lemmas", "deps")}
    [chunk] = pack(iter(documents), wordpiece, 160)
    encoded = encode(chunk, wordpiece, index)
    assert encoded["pieces"][0] == wordpiece.cls
    assert encoded["pieces"][-1] == wordpiece.sep
    assert encoded["heads"] == [3, 3, 3, 3, 3, 6, 6, 6]
    assert encoded["starts"] == [1, 0, 0, 0, 0, 1, 0, 0]
    assert encoded["sentence"] == [0] * 5 + [1] * 3
    assert encoded["names"] == [IGNORE] * 8
    assert encoded["pieces"][encoded["first"][6]] == wordpiece.ids["gr"]
    assert labels.pos[encoded["pos"][5]] == "PROPN"


def test_names_become_bio_on_spacys_tokens(tmp_path: Path) -> None:
    text = "Ana Ruiz left.\nShe paid $5 in Lima."
    entities = [[0, 8, "PERSON"], [24, 26, "MONEY"], [30, 34, "LOC"]]
    path = tmp_path / "names.jsonl"
    path.write_text(json.dumps({"name": "x", "text": text, "entities": entities}) + "\n", encoding="utf-8")
    [lines] = read_names(path)
    assert [s.words for s in lines] == [["Ana", "Ruiz", "left", "."], ["She", "paid", "$", "5", "in", "Lima", "."]]
    assert lines[0].names == ["B-PERSON", "I-PERSON", "O", "O"]
    assert lines[1].names == ["O", "O", "O", "O", "O", "B-LOC", "O"]


def test_a_chunk_holds_no_more_than_its_size(trees: Path, wordpiece: WordPiece) -> None:
    chunks = pack(read_trees(trees), wordpiece, 6)
    assert [[len(s.words) for s in c.sentences] for c in chunks] == [[3]]  # the tree of more than six pieces is left out


def test_changed_case_keeps_the_labels(trees: Path, wordpiece: WordPiece) -> None:
    [chunk] = pack(read_trees(trees), wordpiece, 160)
    for seed in range(5):
        changed = change_case(chunk, random.Random(seed))
        assert [w.lower() for s in changed.sentences for w in s.words] == [w.lower() for s in chunk.sentences for w in s.words]
        assert [s.tags for s in changed.sentences] == [s.tags for s in chunk.sentences]
        assert changed.sentences != chunk.sentences


def _chunk(*lines: str) -> Chunk:
    """Read lines of `word/label` with labels in BIO."""
    cells = [[cell.split("/") for cell in line.split()] for line in lines]
    return Chunk([Sentence([w for w, _ in row], [1] + [0] * (len(row) - 1), [label for _, label in row]) for row in cells])


def test_swapped_names_keep_their_labels_and_stay_the_same_ones() -> None:
    other = _chunk("Ingrid/B-PERSON Dahl/I-PERSON left/O Port/B-LOC of/I-LOC Tema/I-LOC")
    chunk = _chunk("Ana/B-PERSON Ruiz/I-PERSON left/O Lima/B-LOC", "RUIZ/B-PERSON loves/O Lima/B-LOC ,/O Ruiz/B-PERSON said/O")
    swapped = Mentions.of([other]).swap(chunk, random.Random(1))
    assert [s.words for s in swapped.sentences] == [
        ["Ingrid", "Dahl", "left", "Port", "of", "Tema"],
        ["DAHL", "loves", "Port", "of", "Tema", ",", "Dahl", "said"],
    ]
    assert swapped.sentences[0].names == ["B-PERSON", "I-PERSON", "O", "B-LOC", "I-LOC", "I-LOC"]
    assert [s.breaks for s in swapped.sentences] == [[1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0]]


def test_a_tree_is_left_alone_by_swapping(trees: Path, wordpiece: WordPiece) -> None:
    [chunk] = pack(read_trees(trees), wordpiece, 160)
    assert Mentions({}).swap(chunk, random.Random(1)) == chunk


def test_masked_words_lose_their_pieces_and_keep_their_labels(trees: Path, wordpiece: WordPiece) -> None:
    documents = list(read_trees(trees))
    labels = Labels.from_trees(documents, lemma_count=1)
    [chunk] = pack(iter(documents), wordpiece, 160)
    encoded = encode(chunk, wordpiece, {key: labels.index(key) for key in ("names", "pos", "tags", "lemmas", "deps")})
    masked = mask_words(encoded, 99, 1.0, random.Random(1))
    assert masked["pieces"] == [wordpiece.cls, *[99] * (len(encoded["pieces"]) - 2), wordpiece.sep]
    assert masked["heads"] == encoded["heads"]
    assert mask_words(encoded, 99, 0.0, random.Random(1)) == encoded


def test_a_share_of_the_texts_is_spread_over_all() -> None:
    assert sampled(range(10), 0.3) == [0, 3, 6]
    assert sampled(range(10), 1.0) == list(range(10))
    assert sampled(range(10), 0.01) == [0]


@given(st.lists(st.integers(1, 160), min_size=1, max_size=600), st.integers(162, 1200))
def test_batches_hold_each_text_once_and_no_more_than_their_size(pieces: list[int], size: int) -> None:
    found = batches(pieces, size, random.Random(1))
    assert sorted(text for batch in found for text in batch) == list(range(len(pieces)))
    assert all(len(batch) * (max(pieces[text] for text in batch) + 2) <= size for batch in found)
