"""The shipped pipeline: its parts, and what it says of plain wire sentences."""

from __future__ import annotations

import itertools
import random
import textwrap

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts.pipeline.consistency import settle_labels
from newsfacts.pipeline.decoding import MAX_SENTENCE, decode_names, decode_sentences, decode_tree
from newsfacts.pipeline.encoder import CONTEXT, WINDOW, Encoder, cut_windows, load_encoder
from newsfacts.pipeline.folding import folds
from newsfacts.pipeline.lemmas import apply_script, edit_script, lemma_of
from newsfacts.pipeline.shapes import SHAPES, shape_class
from newsfacts.pipeline.tokenizer import LONGEST_MET, article_memory, create_tokenizer
from newsfacts.pipeline.wordpiece import MAX_PIECES, WordPiece, split_word

NAMES = ["O", "B-LOC", "I-LOC", "B-PERSON", "I-PERSON"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Exports", ["exports"]),
        ("São", ["sao"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("state-owned", ["state", "-", "owned"]),
        ("€5", ["€5"]),  # BERT takes the euro sign for a letter, the dollar for punctuation
        ("$5", ["$", "5"]),
        ("東京", ["東", "京"]),
    ],
)
def test_split_word(word: str, parts: list[str]) -> None:
    assert split_word(word) == parts


def test_wordpiece_matches_the_longest_piece_first() -> None:
    wordpiece = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "ex", "export", "##port", "##s", "##ers"])
    assert wordpiece("exports") == (5, 7)
    assert wordpiece("Exporters") == (5, 8)
    assert wordpiece("imports") == (1,)


@given(st.text(max_size=80))
def test_every_word_has_pieces(word: str) -> None:
    wordpiece = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefghijklmnopqrstuvwxyz", *(f"##{c}" for c in "abcdefghij")])
    assert 1 <= len(wordpiece(word)) <= MAX_PIECES


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("fell", "lower"),
        ("Tuesday", "capitalised"),
        ("NATO", "capitals"),
        ("X.", "one capital"),
        ("iPhone", "mixed"),
        ("2025", "digits"),
        ("½", "digits"),
        ("5G", "digits and letters"),
        ("—", "punctuation"),
        ("東京", "other"),
    ],
)
def test_shape_class(word: str, shape: str) -> None:
    assert SHAPES[shape_class(word)] == shape


@given(st.text())
def test_every_text_has_a_shape(word: str) -> None:
    assert 0 <= shape_class(word) < len(SHAPES)


@pytest.mark.parametrize(("word", "lemma", "script"), [("fell", "fall", "3|all"), ("exports", "export", "1|"), ("went", "go", "4|go")])
def test_edit_script(word: str, lemma: str, script: str) -> None:
    assert edit_script(word, lemma) == script
    assert apply_script(word, script) == lemma


@given(st.text("abcdefgh", min_size=1), st.text("abcdefgh", min_size=1))
def test_a_script_leads_from_word_to_lemma(word: str, lemma: str) -> None:
    assert apply_script(word, edit_script(word, lemma)) == lemma


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [("fell", "VBD", "fall"), ("Rose", "VBD", "rise"), ("Rose", "NNP", "Rose"), ("women", "NNS", "woman"), ("ports", "NNS", "port")],
)
def test_lemma_of(word: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, tag, "1|", {"port"}) == lemma


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("stepped", "VBD", "step"),
        ("served", "VBN", "serve"),
        ("carried", "VBD", "carry"),
        ("bodies", "NNS", "body"),
        ("policemen", "NNS", "policeman"),
        ("matches", "NNS", "match"),
        ("chairing", "VBG", "chair"),
        ("selling", "VBG", "sell"),
        ("quintals", "NNS", "quintal"),  # not among the known words: the surest ending stands
    ],
)
def test_regular_endings_mend_a_wrong_script(word: str, tag: str, lemma: str) -> None:
    known = {"step", "serve", "carry", "body", "policeman", "match", "chair", "sell"}
    assert lemma_of(word, tag, "2|zz", known) == lemma


def test_a_script_that_cuts_too_much_changes_nothing() -> None:
    assert apply_script("at", "3|all") == "at"


MET = "Mr. Okello's U.S. envoy didn't sell 1,250-odd tonnes (worth $3.5m) at 6 p.m.-ish. See example.org/a-b, e.g. the Q3 re-entry.\n\nSo"


def test_the_tokens_of_a_text_are_the_same_when_its_words_are_remembered(nlp: Language) -> None:
    make = create_tokenizer()
    new, met = make(nlp), make(nlp)
    met.meet(" ".join(reversed(MET.split())))
    with nlp.memory_zone():
        assert [(t.text, t.whitespace_, t.norm_) for t in new(MET)] == [(t.text, t.whitespace_, t.norm_) for t in met(MET)]


def test_words_are_remembered_behind_an_article_and_its_names_and_numbers_are_not(nlp: Language) -> None:
    text = f"zquibbon Zquibbons 47zq {'z' * (LONGEST_MET + 1)}"
    with article_memory(nlp, text):
        nlp.make_doc(text)
    known = {lexeme.orth_ for lexeme in nlp.vocab}
    assert [word in known for word in text.split()] == [True, False, False, False]


@given(st.lists(st.tuples(st.integers(1, MAX_PIECES), st.booleans()), min_size=1, max_size=300))
def test_windows_cover_every_word_once(words: list[tuple[int, bool]]) -> None:
    sizes, breaks = [size for size, _ in words], [new for _, new in words]
    windows = list(cut_windows(sizes, breaks))
    kept = [i for w in windows for i in range(w.keep_start, w.keep_end)]
    assert kept == list(range(len(words)))
    for w in windows:
        assert w.start <= w.keep_start < w.keep_end <= w.end
        assert w.pieces == sum(sizes[w.start : w.end]) <= WINDOW + CONTEXT + MAX_PIECES


def test_a_cut_line_shows_both_sides_of_the_cut() -> None:
    first, second = list(cut_windows([1] * (WINDOW + 40), [True] + [False] * (WINDOW + 39)))
    assert first.keep_end == second.keep_start
    assert first.end - first.keep_end == CONTEXT
    assert second.keep_start - second.start == CONTEXT


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("===== Ports =====", "===== Ports ====="),
        ("***note*** What?! Yes!!", "*** note *** What ?! Yes !!"),
        ('"Really??" he said.', '" Really ?? " he said .'),
        ("Wait... it cost $5. Why?", "Wait ... it cost $ 5 . Why ?"),
    ],
)
def test_runs_of_one_sign_are_one_token(nlp: Language, text: str, tokens: str) -> None:
    assert [t.text for t in nlp.make_doc(text)] == tokens.split()


def _score(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


def _is_tree(heads: list[int]) -> bool:
    if sum(h == i for i, h in enumerate(heads)) != 1:
        return False
    for node in range(len(heads)):
        for _ in heads:
            node = heads[node]
        if heads[node] != node:
            return False
    return True


@given(st.integers(1, 40), st.integers(0, 10_000))
def test_every_decoded_tree_is_a_tree(n: int, seed: int) -> None:
    assert _is_tree(decode_tree(np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)))


@given(st.integers(1, 5), st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_the_decoded_tree_is_the_best_one_with_its_root(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    heads = decode_tree(scores)
    root = next(i for i, h in enumerate(heads) if i == h)
    trees = (t for t in itertools.product(range(n), repeat=n) if t[root] == root and _is_tree(list(t)))
    assert _score(scores, heads) == pytest.approx(max(_score(scores, list(t)) for t in trees), abs=1e-4)


@given(st.integers(1, 30), st.integers(0, 10_000))
def test_names_are_legal(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, len(NAMES))).astype(np.float32)
    spans = decode_names(scores, NAMES, [False] * n)
    assert all(0 <= start < end <= n and label in ("LOC", "PERSON") for start, end, label in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_a_stray_inside_label_takes_a_beginning_or_goes() -> None:
    scores = np.array([[2.0, 1.0, 0, 0, 0], [0, 0, 5.0, 0, 0]], dtype=np.float32)  # O I-LOC is not legal: B-LOC I-LOC scores 6
    assert decode_names(scores, NAMES, [True, False]) == [(0, 2, "LOC")]


def _scores(*rows: dict[str, float]) -> np.ndarray:
    scores = np.full((len(rows), len(NAMES)), -5, dtype=np.float32)
    for row, values in zip(scores, rows, strict=True):
        for label, value in values.items():
            row[NAMES.index(label)] = value
    return scores


@pytest.mark.parametrize(
    ("words", "sure", "names", "settled"),  # `sure`: how sure the network is of a place and of a person, word by word
    [
        ("Mori Mori Mori", [(0, 4), (2, 1), (0, 4)], "PERSON LOC PERSON", "PERSON PERSON PERSON"),  # most mentions decide the rest
        ("Oslo Mori Oslo", [(4, 0), (0, 4), (4, 0)], "LOC PERSON LOC", "LOC PERSON LOC"),
        ("Mori Mori", [(1.2, 1), (1, 1.1)], "LOC PERSON", "LOC PERSON"),  # neither is clearly the better
    ],
)
def test_mentions_settle_a_label_together(words: str, sure: list[tuple[float, float]], names: str, settled: str) -> None:
    scores = _scores(*({"B-LOC": place, "B-PERSON": person} for place, person in sure))
    given = [(i, i + 1, label) for i, label in enumerate(names.split())]
    assert [label for _, _, label in settle_labels(given, words.split(), scores, NAMES)] == settled.split()


@pytest.mark.parametrize(
    ("place", "person", "settled"),
    [(3, 1, "PERSON"), (5, 0, "LOC")],  # the mention itself may be too sure: `Paris` beside `Keiko Paris`
)
def test_a_last_name_alone_follows_the_full_name(place: float, person: float, settled: str) -> None:
    scores = _scores({"B-PERSON": 5}, {"I-PERSON": 5}, {"O": 5}, {"B-LOC": place, "B-PERSON": person})
    names = [(0, 2, "PERSON"), (3, 4, "LOC")]
    assert settle_labels(names, ["Keiko", "Mori", "met", "Mori"], scores, NAMES) == [(0, 2, "PERSON"), (3, 4, settled)]


def test_sentences_end_at_breaks_and_before_they_grow_too_long() -> None:
    scores = np.zeros((MAX_SENTENCE + 10, 2), dtype=np.float32)
    scores[:, 0] = 1
    breaks = [i in (0, 4) for i in range(len(scores))]
    assert decode_sentences(scores, breaks, ["x"] * len(breaks), [True] * len(breaks)) == [
        (0, 4),
        (4, 4 + MAX_SENTENCE),
        (4 + MAX_SENTENCE, MAX_SENTENCE + 10),
    ]


@pytest.mark.parametrize(
    ("text", "seen", "starts"),  # `_` is no white space; where the network sees a sentence start, and where one is
    [
        ('The plan is bad _. _" He left', 5, [0, 6]),  # a quote that closes belongs to what was said
        ('he said _. " _If it rains', 4, [0, 3]),  # one that opens, to what is said next
        ("Thank you _. = _= _= _=", 5, [0]),
        ("the Oslo _/ _Bergen line", 3, [0]),
        ("at night _. _He ran", 3, [0, 3]),
        ("it fell _. Oil rose", 3, [0, 3]),
        ("the U.S. _-led force", 2, [0]),
    ],
)
def test_no_sentence_starts_within_a_word(text: str, seen: int, starts: list[int]) -> None:
    words = text.split()
    spaced = [not word.startswith("_") for word in words]
    scores = np.array([[1, 0]] * len(words), dtype=np.float32)
    scores[seen] = (0, 1)
    breaks = [i == 0 for i in range(len(words))]
    found = decode_sentences(scores, breaks, [word.removeprefix("_") for word in words], spaced)
    assert [start for start, _ in found] == starts


@pytest.mark.parametrize(
    "text",
    [  # one sentence a line
        "BEIJING, Nov 3 (Wire) -- Exports rose 5 percent in October, customs data showed on Monday.",
        "NAIROBI, Nov. 3 — The central bank held its rate at 9.5 percent.",
        "GENEVA, 3 November 2025 - The U.N. refugee agency said 5,000 people fled.\nThousands more are waiting...",
        "Sen. John Q. Morris, R-Ohio, said the No. 5 producer in the U.S. will close its plant in St. Louis.",
        "The firm, based in Washington, D.C., makes steel.\nIt employs 300 people.",
        "Acme Corp. said prices rose to $5.50 vs. $4.20 a year ago.\nIts rival, Zeta Inc., lost 3 percent.",
        '"We will not accept this," Mori said.\n"The plan is bad."\nHe left at 5 p.m. Monday.',
        '"Is it over?" asked Lena Park, 34.\n"No," said her brother.',
        "Brig. Gen. Amos Lee, Lt. Col. Ian Wu and Capt. Roy Hill took part.",
    ],
)
def test_sentences_of_the_wires(nlp: Language, text: str) -> None:
    assert [s.text.strip() for s in nlp(text.replace("\n", " ")).sents] == text.split("\n")


WRAPPED = (
    "The harbour authority said on Monday that it would dredge the\n"
    "eastern channel before the autumn storms, at a cost that the city\n"
    "council called high but bearable, and that it had asked three\n"
    "companies for their bids.\n\nWork is to begin in May.\n"
)


def test_only_text_that_goes_on_in_lower_case_folds() -> None:
    assert folds(WRAPPED)
    assert not folds("A headline\nBy Ana Ruiz\nThe harbour authority said it would dredge.\nWork begins in May.\n")


def folded(text: str, width: int, indent: str = "") -> str:
    return "\n".join(
        textwrap.fill(line, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False) for line in text.split("\n")
    )


FOLDED = (
    "Port sets record\nBy Ana Ruiz\nJanuary 20, 2026\n\n"
    "MOMBASA (Wire) - The harbour authority said on Monday that Halima Abdalla, who has led the port since 2019, would "
    "borrow $310 million for a third berth, and that the World Food Programme would pay 4 percent of it.\n\n"
    "Trade with Uganda grew by 6 percent to 1.4 million tonnes. A second berth is to open in June at Kipevu, the authority "
    "said in a statement, and a third in May 2027.\n"
)


@pytest.mark.parametrize("width", [60, 72, 90, 110])
@pytest.mark.parametrize("form", ["plain", "CRLF", "indented", "with spaces behind"])
def test_folded_text_has_the_sentences_and_names_of_the_unfolded(nlp: Language, width: int, form: str) -> None:
    def read(text: str) -> tuple[list[str], list[str]]:
        doc = nlp(text)
        return [" ".join(s.text.split()) for s in doc.sents], [" ".join(e.text.split()) for e in doc.ents]

    text = folded(FOLDED, width, "    " if form == "indented" else "")
    text = text.replace("\n", {"CRLF": "\r\n", "with spaces behind": " \n"}.get(form, "\n"))
    assert read(text) == read(FOLDED)


LISTS = [
    "The board:\nAnna Berg\nCarl Dahl\nEva Falk\n\nThe board met on Monday in Malmo.",
    "Storm hits northern ports\nBank cuts rate to 4 percent\nTea exports fall by a tenth\nFerry is late again",
    "Shares:\niGas 4.1\nKenya Tea 3.2\nLamu Port 9.9\nTana Power 1.2",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_list_is_not_folded(text: str) -> None:
    assert not folds(text)


def test_wrapped_lines_are_one_sentence(nlp: Language) -> None:
    doc = nlp(WRAPPED)
    assert [s.text.split()[0] for s in doc.sents] == ["The", "Work"]


def test_a_line_is_a_sentence_of_its_own_elsewhere(nlp: Language) -> None:
    doc = nlp("Storm hits northern ports\n\nThree ships ran aground on Monday. No one was hurt.")
    assert [s.text.strip() for s in doc.sents] == ["Storm hits northern ports", "Three ships ran aground on Monday.", "No one was hurt."]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "President Emmanuel Macron met Olaf Scholz in Berlin on Monday.",
            [("Emmanuel Macron", "PERSON"), ("Olaf Scholz", "PERSON"), ("Berlin", "LOC")],
        ),
        ("The World Bank will lend Kenya $200 million.", [("World Bank", "ORG"), ("Kenya", "LOC")]),
        ("Turkish exports to Iraq rose in May.", [("Turkish", "NORP"), ("Iraq", "LOC")]),
    ],
)
def test_names_of_a_sentence(nlp: Language, sentence: str, names: list[tuple[str, str]]) -> None:
    assert [(e.text.removeprefix("The "), e.label_) for e in nlp(sentence).ents] == names


def test_tree_of_a_sentence(nlp: Language) -> None:
    doc = nlp("Kenya's price of wheat fell sharply in September.")
    fell = doc[5]
    assert (fell.lemma_, fell.tag_, fell.pos_, fell.dep_) == ("fall", "VBD", "VERB", "ROOT")
    assert (doc[2].lemma_, doc[2].dep_, doc[2].head) == ("price", "nsubj", fell)
    assert (doc[0].dep_, doc[0].head) == ("nmod:poss", doc[2])
    assert (doc[4].dep_, doc[4].head) == ("nmod", doc[2])
    assert (doc[8].dep_, doc[8].head) == ("obl", fell)


@given(st.text(alphabet=st.one_of(st.sampled_from(" \n\r\t.abcABC€é\u0301\u200f\x00—“”"), st.characters(exclude_categories=["Cs"]))))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_whole_trees(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for sentence in doc.sents:
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)
        assert sum(token.head == token and not token.is_space for token in sentence) <= 1


def test_the_same_text_gets_the_same_annotation_alone_and_after_others(nlp: Language) -> None:
    text = "Acme said profit fell 5 percent. It will cut 300 jobs in Ohio.\n\nShares slid."
    alone = nlp(text).to_json()
    rng = random.Random(3)
    for _ in range(3):
        nlp(" ".join(rng.choice(["ports", "Lima", "fell", "5", "."]) for _ in range(50)))
    assert nlp(text).to_json() == alone


def test_the_encoder_has_a_column_for_each_label() -> None:
    encoder = Encoder()
    (scores,) = encoder.score(["Ports", "closed"], [True, False])
    assert scores["names"].shape == (2, len(encoder.labels.names))
    assert scores["tags"].shape == (2, len(encoder.labels.tags))
    assert encoder.relations == len(encoder.labels.deps)


def test_a_words_scores_depend_on_its_window_alone() -> None:
    lines = [line.split() * 15 for line in ("The port of Nacala was closed .", "Mackerel prices rose 9 percent in May .")]
    words = lines[0] + lines[1]
    breaks = [i in (0, len(lines[0])) for i in range(len(words))]
    (together,) = load_encoder().score(words, breaks)
    for line, rows in zip(lines, (slice(len(lines[0])), slice(len(lines[0]), None)), strict=True):
        (alone,) = load_encoder().score(line, [True] + [False] * (len(line) - 1))
        assert all((alone[key] == scores[rows]).all() for key, scores in together.items())
