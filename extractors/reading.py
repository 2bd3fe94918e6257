"""One reading of an article: its figures and titles, what the reader says of each, and the people and bodies that it points at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from .figures.amounts import Amount
from .figures.amounts.numbers import is_number_word
from .models import Date, Organization, Person
from .offices.written import Names, TitleSpan, constrained
from .pipeline.component import CHANCES, THREADS, TITLES
from .pipeline.lines import Row, rows
from .pipeline.pointing import MARK, Integers, Stretch, base_marks, mark_of_amount
from .pipeline.reader import Answer, Target, Words, load_reader
from .spans import SentenceIndex, sentence_spans, text_of

POINTED = ("DATE", "TIME")  # types of dates that a figure can be of


@dataclass(frozen=True)
class Reading:
    """What was read of an article.

    Attributes:
        words: the article's words.
        marks: what each of them is known to be.
        amounts, figures: the amounts in the order of the text, and the reader's answer for each.
        titles, offices: the titles in the order of the text, and the reader's answer for each.
        dates: the dates that a figure can be of, by their first word.
    """

    doc: Doc
    words: Words
    marks: Integers
    amounts: Sequence[Amount]
    figures: Sequence[Answer]
    titles: Sequence[TitleSpan]
    offices: Sequence[Answer]
    dates: dict[int, Date]
    people: Sequence[Person] = field(default=())
    organizations: Sequence[Organization] = field(default=())

    def text(self, words: Stretch) -> str:
        """Return the text of words as it stands in the article."""
        start, end = self.words.characters(*words)
        return self.source[start:end]

    @cached_property
    def source(self) -> str:
        """The article's text (spaCy joins a Doc's anew at each call)."""
        return text_of(self.doc)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of the article's tables and lists of keys and values."""
        return rows(self.source)

    def row_at(self, start: int) -> Row | None:
        """Return the row of a table that the character `start` stands in."""
        at = bisect_right(self.rows, start, key=lambda row: row.start) - 1
        return self.rows[at] if at >= 0 and start < self.rows[at].end else None

    @cached_property
    def names(self) -> list[tuple[int, int, str]]:
        """The words of each name that the pipeline found, with its label."""
        return [(*self.words.of_tokens(name.start, name.end), name.label_) for name in self.doc.ents]

    @cached_property
    def compounds(self) -> list[tuple[int, int]]:
        """The words of each compound that hyphens join: `pan-African`, `12-seat`; `$7-million` and `5-percent` are none."""
        words, found = self.words, [(0, 0)]
        for at in range(1, len(words)):
            if words.starts[at] == words.ends[at - 1] and "-" in words.texts[at - 1 : at + 1]:
                start = found.pop()[0] if found[-1][1] == at else at - 1
                found.append((start, at + 1))
        return [(start, end) for start, end in found[1:] if self.is_free[start] or self.is_free[end - 1]]

    @cached_property
    def is_free(self) -> NDArray[np.bool_]:
        """Which words can belong to a measure: all but those of amounts, whose nouns of counts and quantities can."""
        free = np.ones(len(self.words), dtype=bool)
        for amount in self.amounts:
            start, end = self.words.at(amount.start, amount.end)
            counted = amount.section == "quantities"
            free[start:end] = [counted and word[:1].isalpha() and not is_number_word(word) for word in self.words.texts[start:end]]
        return free

    @cached_property
    def sentences(self) -> list[Stretch]:
        """The characters of each sentence."""
        return sentence_spans(self.doc)

    @cached_property
    def sentence_of(self) -> SentenceIndex:
        """Which sentence a character stands in."""
        return SentenceIndex(self.sentences)

    def entity_at(self, start: int, end: int) -> str | None:
        """Return the id of the person or body that a mention within the characters names; None for none or several."""
        return _one_at(self._people, start, end) or _one_at(self._bodies, start, end)

    def person_at(self, start: int, end: int) -> str | None:
        """Return the id of the person whom a mention within the characters names; None for none or several."""
        return _one_at(self._people, start, end)

    @cached_property
    def _people(self) -> list[tuple[int, int, str]]:
        return sorted((m.start, m.end, person.id) for person in self.people for m in person.mentions)

    @cached_property
    def _bodies(self) -> list[tuple[int, int, str]]:
        return sorted((m.start, m.end, body.id) for body in self.organizations for m in body.mentions)


def _one_at(mentions: list[tuple[int, int, str]], start: int, end: int) -> str | None:
    at = bisect_right(mentions, (start, 0, ""))
    found = {name for first, last, name in mentions[max(0, at - 1) : at + 8] if first < end and start < last}
    return found.pop() if len(found) == 1 else None


def read(
    doc: Doc, dates: Sequence[Date], amounts: Sequence[Amount], people: Sequence[Person] = (), organizations: Sequence[Organization] = ()
) -> Reading:
    """Ask the reader of each amount and each title of `doc`.

    Args:
        doc: what the pipeline made of the article, with the encoder's vectors as its `tensor`.
        dates, amounts: those of the article.
        people, organizations: those of the article, at which sources and holders point.
    """
    words = Words(doc)
    chances = doc.user_data.get(CHANCES, {})
    names = [(*words.of_tokens(e.start, e.end), e.label_) for e in doc.ents]
    spans = [TitleSpan(words.of_tokens(s.start, s.end), chances.get(s.start, 1.0)) for s in doc.spans.get(TITLES, ())]
    titles = constrained(spans, words.texts, _names(doc, words, names, people))
    amounts = sorted(amounts, key=lambda a: (a.start, a.end))
    figures = [Target("figure", words.at(a.start, a.end), mark_of_amount(a.section, a.dimension)) for a in amounts]
    asked = figures + [Target("title", title.words, MARK["target title"]) for title in titles]
    times = [(words.at(d.start, d.end), d) for d in dates]
    marks = base_marks(
        words.texts,
        names,
        [(*span, d.type in POINTED) for span, d in times],
        [f.words for f in figures],
        [t.words for t in titles],
    )
    answers = load_reader(doc.user_data.get(THREADS, 0)).read(np.asarray(doc.tensor)[words.tokens], marks, asked) if asked else []
    return Reading(
        doc, words, marks, amounts, answers[: len(figures)], titles, answers[len(figures) :],
        {span[0]: d for span, d in times if d.type in POINTED}, people, organizations,
    )  # fmt: skip


def _names(doc: Doc, words: Words, stretches: Sequence[tuple[int, int, str]], people: Sequence[Person]) -> Names:
    """Return the article's names as the constraints on titles ask of them."""
    persons = sorted(words.at(m.start, m.end) for person in people for m in person.mentions)
    return Names(stretches, frozenset(" ".join(words.texts[start:end]) for start, end, _ in stretches), persons)
