"""Numbers without a noun of their own, and what stands around each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from spacy.tokens import Doc, Token

from .counts import Count, Number, table, unit_of
from .lexicon import NOMINAL

REACH = 240  # characters between a count and a number that takes its noun, in the same sentence or the next
NEAR = 48  # characters before a number that say how it is told


@dataclass(frozen=True)
class Bare:
    """A number in `text`, that of `doc`, and the counts found so far, in the order of the text."""

    doc: Doc
    text: str
    number: Number
    counted: Sequence[Count]

    @property
    def value(self) -> Decimal:
        """The number, or the lower end of a range."""
        return self.number.values[0]

    @cached_property
    def first(self) -> int:
        """Its first character."""
        return self.doc[self.number.start].idx

    @cached_property
    def last(self) -> int:
        """The character behind it."""
        word = self.doc[self.number.end - 1]
        return word.idx + len(word)

    @cached_property
    def before(self) -> str:
        """The text before it."""
        return self.text[max(0, self.first - NEAR) : self.first]

    @property
    def word(self) -> Token:
        """The word that carries it in the tree: `hundred` of `two hundred and six`."""
        return self.doc[self.number.start : self.number.end].root

    @property
    def lead(self) -> str:
        """The word before it, in lower case."""
        return self.doc[self.number.start - 1].lower_ if self.number.start else ""

    @property
    def follower(self) -> Token | None:
        """The word behind it."""
        return self.doc[self.number.end] if self.number.end < len(self.doc) else None

    @property
    def is_named(self) -> bool:
        """Whether a noun phrase goes on behind it."""
        return self.follower is not None and self.follower.pos_ in NOMINAL

    @cached_property
    def near(self) -> Sequence[Count]:
        """The counts of its sentence."""
        sentence = self.doc[self.number.start].sent
        return self.counted[_at(self.counted, sentence.start_char) : _at(self.counted, sentence.end_char)]

    @cached_property
    def near_before(self) -> Count | None:
        """The last count before it in its sentence."""
        return max((count for count in self.near if count.start < self.first), default=None)

    @cached_property
    def last_count(self) -> Count | None:
        """The last count before it in its sentence or the one before, where no other figure stands between."""
        here = _at(self.counted, self.first)
        last = self.counted[here - 1] if here else None
        between = self.doc.char_span(last.end, self.first, alignment_mode="expand") if last and self.first - last.end <= REACH else None
        if between is None or "\n\n" in between.text or any(_is_other_figure(t) for t in between):
            return None
        return last if sum(bool(t.is_sent_start) for t in between) <= 1 else None

    def part_of(self, count: Count | None) -> str | None:
        """Return what `count` counts, where the number may be a part of it."""
        return count.unit if count is not None and self.value <= count.numbers[-1] else None


def _at(counted: Sequence[Count], char: int) -> int:
    return bisect_left(counted, char, key=lambda count: count.start)


def _is_other_figure(word: Token) -> bool:
    return word.is_currency or word.text == "%" or word.lower_ in ("percent", "cent")


def noun_phrase_unit(doc: Doc, start: int, end: int) -> str | None:
    """Return the unit of the things in the noun phrase that begins at token `start`, the people's where it is `dead` or `injured`."""
    last: Token | None = None
    for word in doc[start : min(start + 6, end)]:
        if word.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "DET", "PART", "PUNCT", "ADV") or word.text in ",;:()":
            break
        if word.tag_ == "NNS" or word.lower_ in table()["units"]:
            last = word
        elif last is not None and word.pos_ not in ("NOUN", "ADJ"):
            break
    return None if last is None or {last.lemma_.lower(), last.lower_} & table()["never"] else unit_of(last)
