"""Where the writing settles whether a sentence starts, whatever the network says."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from newsfacts.pipeline.boundaries import cannot_start, starts_in
from newsfacts.pipeline.decoding import decode_sentences


def words_of(nlp: Language, text: str) -> tuple[list[str], list[bool], list[int]]:
    """Return the words of a text without `|`, whether white space stands before each, and the words that a `|` stood before."""
    words: list[str] = []
    spaced: list[bool] = []
    marked: list[int] = []
    for part in text.split("|"):
        marked.append(len(words))
        for token in nlp.make_doc(part.strip()):
            spaced.append(bool(token.i == 0 or token.nbor(-1).whitespace_))
            words.append(token.text)
    return words, spaced, marked[1:]


MUST = [
    "The council refused the plan. | Harbour fees will rise.",
    "“We will not sell. | Our fathers built these boats,” she said.",
    "He called it a gift. | “Nobody asked for it,” said his brother.",
    '"The roof leaks." | Teachers have waited for years.',
    "“The bridge is closed.” | Trucks wait on both banks.",
    "They lost ‘by a wide margin.’ | Critics blamed the coach.",
    # a quotation that ends with a name
    "“We will not sell it to the men from Oslo.” | Harbour fees are to rise.",
    '"They have a friend in the Senate." | Nobody asked who it was.',
    "“He never left Kenya.” | “That is a lie,” said his brother.",
    "He was told: “Wait for Maria.” | Ferries had left by then.",
    "“The boat belongs to Amos.” | Two of his sons sail it.",
]


@pytest.mark.parametrize("text", MUST)
def test_a_sentence_must_start(nlp: Language, text: str) -> None:
    words, spaced, marked = words_of(nlp, text)
    assert list(starts_in(words, spaced)) == marked


UNSETTLED = [
    "They sell rice, beans, etc. Nobody buys flour.",
    "Lawyers of Hill et al. Brown asked for a delay.",
    "He works for Acme Inc. Zeta is its rival.",
    "She moved to Ohio in 2019. It was cold.",
    "The film “Who Knows?” Ana Ruiz made is long.",
    "The river rose to 3.5 metres in the lower town.",
    "the site coast.example and others. but nobody came",
    # no quotation ends there, or none with a name
    "The men came from Oslo. Harbour fees are to rise.",
    "“She works for Acme Inc.” Zeta is its rival.",
    "The sign said “No.” Seven men saw it.",
    "He wrote “J. D.” Brown on the wall.",
    "“They left for the U.S.” Ana Ruiz wrote.",
]


@pytest.mark.parametrize("text", UNSETTLED)
def test_the_network_decides_elsewhere(nlp: Language, text: str) -> None:
    words, spaced, _ = words_of(nlp, text)
    assert list(starts_in(words, spaced)) == []


CANNOT = [
    "“The dam will hold,” | Governor Amos Reed told the crowd.",
    '"We are late," | the pilot said.',
    "The bill was brought by Sen. | Lena Park of Ohio.",
    "It was Lt. | Col. | Ian Wu who spoke.",
    "The firm is the No. | 5 producer of tin.",
    "Ships left on Sept. | 14 for Lamu.",
    "Shares of Norvale Energy Inc. | (NYSE: NVE) fell.",
    "Redfern Mining Corp. | said it would close.",
    "OSLO, May 3 (Wire) — | Ferries stood still on Sunday.",
    "LAMU, Kenya - | Fishermen blocked the port.",
    "• | It was a slow day at the port.",
    "- | Ships wait outside the bay.",
    "* | Two ferries were sold.",
    "3. | Update your cover photo.",
    "5) | Secure your accounts.",
    "12. | Salt of the sea",
    "October 22: ACCIDENT – | A car struck a deer.",
    "UPDATE - | Ferries go again.",
    "They live at 40 Quay St., Apt. | 12 since May.",
    "He met the mayor | , who said nothing.",
    # in lower case behind a comma or a dash, in brackets that no sentence ends before, and behind P.S.
    "They sell tea, | coffee and rice.",
    "The ferry is old — | and slow, as all know.",
    "He sells boats - | mostly small ones - in Lamu.",
    "They moved there together; and ... | (how to say it?) she stayed.",
    "The third berth | (the last one) opens in May.",
    "P.S. | Love the new boat.",
]


@pytest.mark.parametrize("text", CANNOT)
def test_no_sentence_can_start(nlp: Language, text: str) -> None:
    words, spaced, marked = words_of(nlp, text)
    spaced = [True if i in marked and words[i] != "," else there for i, there in enumerate(spaced)]
    assert all(cannot_start(i, words, spaced, 0) for i in marked)


CAN = [
    "He works for Acme Inc. | Zeta is its rival.",
    "They met at 5 p.m. | Police closed the road.",
    "It rained in the U.S. | In Canada it snowed.",
    "“Who was it?” | Ana Ruiz asked him again.",
    "He had said: | “The dam will hold.”",
    "Tea, coffee • | Rice is sold there.",
    "Ferries — old ones — | Two of them sank.",
    "It began in 2019. | He left soon.",
    "2019. | That was the year.",
    "They asked for 3. | Two were given.",
    "Prices fell - | Farmers blame the rain.",
    "She lives in Apt. | Nobody calls.",
    "He walked down the road. | (It was late.)",
    "They live in Lamu. | (we don't)",
    "Dear Ana, | Please send the list.",
    "Is it old? | (nobody knows)",
    "He wanted to – | Well, he did not say.",
    "go there... | it is cheap",
]


@pytest.mark.parametrize("text", CAN)
def test_a_sentence_may_start(nlp: Language, text: str) -> None:
    words, spaced, marked = words_of(nlp, text)
    spaced = [True if i in marked else there for i, there in enumerate(spaced)]
    assert not any(cannot_start(i, words, spaced, 0) for i in marked)


def test_the_writing_overrules_the_network(nlp: Language) -> None:
    words, spaced, _ = words_of(nlp, "“It is late,” Gov. Amos Reed said. Nobody left.")
    everywhere = np.tile(np.array([0, 1], dtype=np.float32), (len(words), 1))
    nowhere = everywhere[:, ::-1]
    breaks = [i == 0 for i in range(len(words))]
    starts = {words[start] for start, _ in decode_sentences(everywhere, breaks, words, spaced)}
    assert not starts & {"Gov.", "Amos", ","}
    assert [words[start] for start, _ in decode_sentences(nowhere, breaks, words, spaced)] == ["“", "Nobody"]


SHORT_LINES = {  # what starts a sentence, whatever the network says
    "Gary Sloane": ["Gary"],
    "“Break The Ice” Workout Video": ["“"],
    "Ferry Hangout": ["Ferry"],
    "Walnut Creek North": ["Walnut"],
    "Quarry plan will undermine rural road": ["Quarry"],
    "Is it old? Nobody knows.": ["Is", "Nobody"],
    "What a day! Boats everywhere": ["What", "Boats"],
    "Lamu: Ferry sinks": ["Lamu", "Ferry"],
    "He left. They stayed.": ["He", "They"],
    "It is late… Good night": ["It", "Good"],
}


@pytest.mark.parametrize(("text", "starts"), SHORT_LINES.items())
def test_a_short_line_without_a_mark_is_one_sentence(nlp: Language, text: str, starts: list[str]) -> None:
    words, spaced, _ = words_of(nlp, text)
    capitals = np.array([[0.5, float(word[0].isupper() or word == "“")] for word in words], dtype=np.float32)
    found = decode_sentences(capitals, [i == 0 for i in range(len(words))], words, spaced)
    assert [words[start] for start, _ in found] == starts
