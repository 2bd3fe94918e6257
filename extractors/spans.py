"""From spaCy's tokens to the sheet's characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from spacy.tokens import Doc

from .models import Mention, Organization, Person, Place

_WEB_ADDRESS = re.compile(r"(?:https?://|(?<!\w)www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}", re.IGNORECASE)

Named = TypeVar("Named", Place, Organization)


def apart_from(people: Sequence[Person], entities: Sequence[Named], prefix: str) -> list[Named]:
    """Return `entities` without the mentions that are people's; one without any other mention goes, ids are counted anew from `prefix`1.

    The rules that find people know more of them (`Reporting by`, titles, surnames) than the label of one name does.
    """
    taken = {i for person in people for m in person.mentions for i in range(m.start, m.end)}
    kept: list[Named] = []
    for entity in entities:
        mentions = [m for m in entity.mentions if taken.isdisjoint(range(m.start, m.end))]
        if mentions:
            kept.append(entity.model_copy(update={"id": f"{prefix}{len(kept) + 1}", "mentions": mentions}))
    return kept


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """Return the characters of each sentence, without the white space around it."""
    spans = []
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if words:
            spans.append((words[0].idx, words[-1].idx + len(words[-1])))
    return spans


def web_addresses(text: str) -> list[tuple[int, int]]:
    """Return the characters of each web and mail address: a number within one is no figure and no date."""
    return [match.span() for match in _WEB_ADDRESS.finditer(text)]


class SentenceIndex:
    """Which sentence of a Doc a character stands in."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [start for start, _ in sentence_spans(doc)]

    def __call__(self, char: int) -> int:
        """Return the index of the sentence that holds character `char` (the one before it, between two)."""
        return max(0, bisect_right(self._starts, char) - 1)


def mention(text: str, start: int, end: int) -> Mention:
    """Return the mention at characters `start` to `end` of the article's text (not of a Doc: that joins its text anew each time)."""
    return Mention(text=text[start:end], start=start, end=end)
