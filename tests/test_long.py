"""Long and hostile texts: tokens in linear time, scores held in parts, figures that ask their own sentence, lawful sheets."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from benchmarks.fuzz import corpus, failure, make_input
from newsfacts import Article, make_sheet
from newsfacts.pipeline import encoder as encoding
from newsfacts.pipeline.decoding import MAX_NAME, decode_names
from newsfacts.pipeline.tokenizer import MAX_RUN, PIECE

STORY = (
    "Exports from Ghana rose 4.5 percent in March, Finance Minister Ama Boateng said on Tuesday.\n\n"
    "Kofi Mensah, the head of the Bank of Accra, paid $3 million for 200 trucks in Kumasi. Boateng met him on Friday"
)


def _seconds(work: Callable[[], object]) -> float:
    """Return the least CPU time of three goes."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize("unit", ["(", '"', "'", "$", "-", "a-", "1,", "1", "…", "😀", "http://a.b/", "\u200b", "«", "%", "."])
def test_a_megabyte_without_white_space_is_cut_in_linear_time(nlp: Language, unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    half = max(0.02, _seconds(lambda: nlp.make_doc(text[:500_000])))
    assert _seconds(lambda: nlp.make_doc(text)) <= 3 * half
    doc = nlp.make_doc(text)
    assert doc.text == text
    assert max(map(len, doc)) == PIECE


@given(
    st.lists(
        st.sampled_from(["a", "Mr. Obi's", " ", "  ", "\n", "$5m", "x" * MAX_RUN, "(" * (MAX_RUN + 1), "-" * 700, "\xa0", "."]), max_size=12
    )
)
def test_tokens_give_the_text_back(nlp: Language, parts: list[str]) -> None:
    text = "".join(parts)
    assert nlp.make_doc(text).text == text


@pytest.mark.parametrize("text", ["China's exports fell 21%.", "See https://example.org/a-b_c?d=e,f (in Hanoi)…", "x" * MAX_RUN])
def test_ordinary_text_has_spacys_tokens(nlp: Language, text: str) -> None:
    import spacy

    assert [t.text for t in nlp.make_doc(text)] == [t.text for t in spacy.blank("en").make_doc(text)]


def test_the_size_of_a_part_changes_no_sheet(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The scores are decoded in parts of one window, of three and of all."""
    article = Article(f"{STORY}. " * 30)
    sheets = []
    for part in (1, 3, 1000):
        monkeypatch.setattr(encoding, "PART", part)
        sheets.append(make_sheet(article, nlp))
    assert sheets[0] == sheets[1] == sheets[2]
    assert len(sheets[0].percentages) == 30


def test_a_name_without_end_is_none() -> None:
    import numpy as np

    labels = ["O", "B-PERSON", "I-PERSON"]
    scores = np.array([[0, 1, 0]] + [[0, 0, 1]] * (MAX_NAME - 1) + [[1, 0, 0]], dtype=np.float32)
    longer = np.insert(scores, 1, [0, 0, 1], axis=0)
    assert decode_names(scores, labels, [False] * len(scores)) == [(0, MAX_NAME, "PERSON")]
    assert decode_names(longer, labels, [False] * len(longer)) == []


def test_more_than_a_million_characters(nlp: Language) -> None:
    sheet = make_sheet(Article(STORY + "." + " " * 1_000_000 + "\n\n" + STORY + "."), nlp)
    assert sheet.source.length > 1_000_000
    assert [fact.value for fact in sheet.money] == [3_000_000, 3_000_000]


def test_a_figure_has_no_date_of_another_sentence_in_a_long_article(nlp: Language) -> None:
    text = " ".join(f"Sales of rice rose {n} percent in {year}." for n, year in zip(range(2, 90), range(1920, 2008), strict=True))
    sheet = make_sheet(Article(text), nlp)
    years = [str(year) for year in range(1920, 2008)]
    assert [date.value for date in sheet.dates] == years
    assert all(fact.when in (None, year) for fact, year in zip(sheet.percentages, years, strict=True))


@pytest.mark.parametrize("text", ["\ud800", "Sales rose 5\ud800% in \udfff2021.", "Ann\ud83d Lee"])
def test_a_lone_surrogate_is_a_replacement_character(nlp: Language, text: str) -> None:
    sheet = make_sheet(Article(text, name="\udce9.txt", title="a\ud800"), nlp)
    assert (sheet.source.length, sheet.source.name, sheet.source.title) == (len(text), "\ufffd.txt", "a\ufffd")
    assert '"length"' in sheet.model_dump_json()


def test_mutated_articles(nlp: Language) -> None:
    """A part of what `benchmarks/fuzz.py` runs; a failure says which input it was."""
    texts = corpus()
    failed = [(number, why) for number in range(200) if (why := failure(make_input(number, 7, texts), nlp))]
    assert failed == []


@pytest.mark.parametrize(
    "text",
    ["99999 bc lights from next october\n\nmachava will travel on to seoul on satu\n\nmachava will travel on to seoul on saturd½ ay"],
)
def test_inputs_that_once_failed(nlp: Language, text: str) -> None:
    """A phrase that the parser hangs on a word and that begins the article has no word before it."""
    assert failure(text, nlp) is None
