"""An article as words and names: what the grammar of titles walks over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from ..models import Mention, Organization, Person, Place
from .lexicon import words_of

NAME_LABELS = ("LOC", "ORG", "FAC", "NORP")


@dataclass(frozen=True)
class Word:
    """A token, in lower case and without the full stop of an abbreviation; hyphens inside compounds are left out.

    `end` is the character after it, the full stop included; `glued` says that a hyphen joins it to the word before.
    """

    token: int
    lower: str
    start: int
    end: int
    glued: bool


@dataclass(frozen=True)
class Name:
    """A named body or place as words `start` to `end`."""

    start: int
    end: int
    label: str
    text: str


@dataclass(frozen=True)
class Reading:
    """The words of a Doc with the names and people in them.

    `names` and `people` give for a word the name or the person's mention (id, first word, end) that it stands in.
    """

    doc: Doc
    source: str
    words: list[Word]
    names: dict[int, Name]
    people: dict[int, tuple[str, int, int]]
    by_token: dict[int, int]

    def text(self, start: int, end: int) -> str:
        """Return the text from word `start` up to word `end`."""
        return self.source[self.words[start].start : self.words[end - 1].end]

    def lower(self, i: int) -> str:
        """Return word `i` in lower case, the empty string outside the article."""
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def capital(self, i: int) -> bool:
        """Say whether word `i` begins with a capital."""
        return 0 <= i < len(self.words) and self.source[self.words[i].start].isupper()

    def pos(self, i: int) -> str:
        """Return the part of speech of word `i`."""
        return self.doc[self.words[i].token].pos_ if 0 <= i < len(self.words) else ""

    def first(self, i: int) -> bool:
        """Say whether word `i` begins a sentence."""
        return i == 0 or bool(self.doc[self.words[i].token].is_sent_start) or not self.joined(i)

    def joined(self, i: int) -> bool:
        """Say whether word `i` and the one before it stand on one line."""
        return 0 < i < len(self.words) and "\n" not in self.source[self.words[i - 1].end : self.words[i].start]


def read(doc: Doc, people: Iterable[Person], places: Iterable[Place], organizations: Iterable[Organization]) -> Reading:
    """Return `doc` as words with its names: the sheet's places and organisations before the pipeline's entities."""
    source = doc.text  # spaCy joins it anew at each call
    words = list(_words(doc, source))
    at = {word.start: i for i, word in enumerate(words)}
    by_token = {word.token: i for i, word in enumerate(words)}
    names = _entity_names(doc, source, words, by_token)
    for label, entities in (("ORG", organizations), ("LOC", places)):
        for entity in entities:
            for span in (_span(at, words, m) for m in entity.mentions):
                if span:
                    _add(names, Name(*span, label, source[words[span[0]].start : words[span[1] - 1].end]))
    persons: dict[int, tuple[str, int, int]] = {}
    for person in people:
        for span in (_span(at, words, m) for m in person.mentions):
            if span:
                persons.update(dict.fromkeys(range(*span), (person.id, *span)))
    return Reading(doc, source, words, names, persons, by_token)


def _entity_names(doc: Doc, source: str, words: list[Word], by_token: dict[int, int]) -> dict[int, Name]:
    """Return the pipeline's names by word, without a preposition left hanging at the end."""
    names: dict[int, Name] = {}
    for ent in doc.ents:
        if ent.label_ in NAME_LABELS:
            inside = [by_token[t.i] for t in ent if t.i in by_token]
            while inside and words[inside[-1]].lower in ("of", "the", "and", "for", "in"):
                inside.pop()
            if inside:
                text = source[words[inside[0]].start : words[inside[-1]].end]
                _add(names, Name(inside[0], inside[-1] + 1, ent.label_, text))
    return names


def _words(doc: Doc, text: str) -> Iterable[Word]:
    abbreviations = words_of("title", "abbreviations")
    glued = False
    tokens = [t for t in doc if not t.is_space]
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if token.text in "-–‑" and before and after and before.idx + len(before) == token.idx and after.idx == token.idx + 1:
            glued = True
            continue
        lower = token.lower_.replace("’", "'")
        start, end = token.idx, token.idx + len(token)
        if lower == "." and before and before.idx + len(before) == start and before.lower_ in abbreviations and before.is_title:
            continue  # "Maj", "." of "Maj. Gen."
        if lower.rstrip(".") and not lower.endswith(".."):
            if lower.count(".") == 1:
                lower = lower.rstrip(".")
            if lower in abbreviations and text[end : end + 1] == "." and token.is_title and after and after.text == ".":
                end += 1
        yield Word(token.i, lower, start, end, glued)
        glued = False


def _span(at: dict[int, int], words: list[Word], mention: Mention) -> tuple[int, int] | None:
    start = at.get(mention.start)
    if start is None:
        return None
    end = start + 1
    while end < len(words) and words[end].start < mention.end:
        end += 1
    return start, end


def _add(names: dict[int, Name], name: Name) -> None:
    """Put `name` over its words; names that it cuts into go."""
    for i in range(name.start, name.end):
        old = names.get(i)
        if old:
            for k in range(old.start, old.end):
                names.pop(k, None)
    for i in range(name.start, name.end):
        names[i] = name
