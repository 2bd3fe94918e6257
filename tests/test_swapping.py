"""Names exchanged for others in a text of the training: labels, numbers of words and shapes stay."""

from __future__ import annotations

import random

from newsfacts.pipeline.shapes import shape_class
from training.annotated import Annotated
from training.swapping import Names


def text_of(words: str, names: str) -> Annotated:
    return Annotated("one", words.split(), [], [], list(names.split()), [])


FIRST = text_of("Ana Ruiz left Peru . Ruiz sings .", "B-PERSON I-PERSON O B-LOC O B-PERSON O O")
SECOND = text_of("Ole Dahl hired Mia of Talvio in Oulu .", "B-PERSON I-PERSON O B-PERSON O B-ORG O B-LOC O")


def test_a_person_becomes_another_throughout_and_a_country_stays() -> None:
    names = Names([FIRST, SECOND])
    seen = {" ".join(names.exchanged(FIRST, random.Random(seed))) for seed in range(40)}
    assert seen == {"Ana Ruiz left Peru . Ruiz sings .", "Ole Dahl left Peru . Dahl sings ."}


def test_words_keep_their_number_and_shape() -> None:
    names = Names([FIRST, SECOND])
    for seed in range(40):
        words = names.exchanged(SECOND, random.Random(seed))
        assert [shape_class(w) for w in words] == [shape_class(w) for w in SECOND.words]
    assert SECOND.words[0] == "Ole"
