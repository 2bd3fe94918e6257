"""People whom the pipeline missed and a title announces: `Dr. D.Ankhbayar`, `Interior Minister X and …`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from ..names.words import body_words
from ..offices.lexicon import heads
from ..offices.lexicon import words_of as office_words
from ..places.known import is_known_place, place_words
from .trimming import trimmed
from .words import next_word, people_words, title_words

_DOTTED = re.compile(r"[A-Z][a-z]?\.[A-Z][a-z]{3,}")


def announced_spans(doc: Doc, text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield capitalised words behind an honorific that the pipeline gave another label or none: `Dr. D.Ankhbayar`."""
    for at, word in enumerate(words):
        if not word[:1].isupper():
            continue
        if _DOTTED.fullmatch(word):  # "G.Zandanshatar", as Mongolian papers write names
            yield doc[at].idx, doc[at].idx + len(word)
        if word.lower().rstrip(".") in people_words("announcing") and (name := _announced_name(doc, text, doc[at])):
            yield name


def _announced_name(doc: Doc, text: str, title: Token) -> tuple[int, int] | None:
    """Return the characters of the name behind an honorific, None where it is another name's or no person's."""
    i = title.i + 1
    i += i < len(doc) and doc[i].text == "."
    run = list(_capital_run(doc, i))
    if not run or (title.text == "U" and (len(run) < 2 or title.whitespace_ == "")):
        return None  # "U Aung Thein" of Myanmar
    if _is_in_other_name(title, run) or any(t.ent_type_ == "PERSON" for t in run):
        return None
    words = [t.lower_ for t in run]
    if words[0] in people_words("never") | people_words("honorifics"):
        return None
    if any(word in people_words("things") or word in title_words() for word in words):
        return None
    start, end = trimmed(text, run[0].idx, run[-1].idx + len(run[-1]))
    return (start, end) if start < end and next_word(text, end) not in people_words("things") else None


def _is_in_other_name(title: Token, run: list[Token]) -> bool:
    """Say whether a word such as `Justice` stands inside another name (`Climate Justice Alliance`, `King Abdullah Airbase`)."""
    if title.ent_type_ not in ("ORG", "LOC", "FAC", "MISC") or run[0].ent_iob_ != "I":
        return False
    inside = [token for token in run if token.ent_type_ == title.ent_type_]
    return title.ent_iob_ == "I" or inside[-1].lower_ in people_words("things")


def _capital_run(doc: Doc, i: int) -> Iterator[Token]:
    """Yield the capitalised proper nouns from token `i` on, with hyphens and particles inside, on one line."""
    first = i
    while i < len(doc) and i < first + 8:
        token = doc[i]
        inside = i > first and doc[i - 1].whitespace_ == "" and token.text in "-.‑"
        particle = token.lower_ in people_words("particles") and i + 1 < len(doc) and doc[i + 1].text[:1].isupper()
        glued = i > first and doc[i - 1].text in "-‑" and token.is_alpha
        dotted = token.text == "." and i + 1 < len(doc) and token.whitespace_ == "" and doc[i + 1].text[:1].isupper()
        if (
            not (token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X"))
            and not particle
            and not glued
            and not (inside and dotted)
        ) and not (inside and token.text in "-‑"):
            return
        if token.pos_ == "SPACE" or (i > first and token.ent_iob_ == "B" and token.ent_type_ in ("LOC", "ORG", "NORP")):
            return
        yield token
        i += 1


def governing_spans(doc: Doc, entities: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Yield the holders whom the pipeline took for another place or a body: `the mayor of Santarel, Rui Prado opened the fair`."""
    for ent in entities:
        governs = heads().get((doc[ent.start - 2].lower_,)) if ent.label_ == "LOC" and ent.start > 1 else None
        if governs is None or governs.kind != "state" or doc[ent.start - 1].lower_ != "of":
            continue
        comma = next((token.i for token in doc[ent.start : ent.end + 1] if token.text == ","), len(doc))
        end = comma + 1
        while end < min(len(doc), comma + 6) and doc[end].text.istitle():
            end += 1
        name = doc[comma + 1 : end]
        if _is_name_of_two(name) and not any(token.ent_type_ == "PERSON" for token in name) and _acts(doc, end):
            yield name.start_char, name.end_char


def minister_spans(doc: Doc, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the ministers whom the pipeline took for no people, with a verb or another minister behind: `Interior Minister X and …`."""
    for at, word in enumerate(words):
        if word != "Minister":
            continue
        end = at + 1
        while end < min(len(doc), at + 5) and words[end].istitle():
            end += 1
        name = doc[at + 1 : end]
        seen = any(t.ent_type_ == "PERSON" or t.lower_ in office_words("title", "portfolios") for t in name)
        joined = doc[end : end + 1].text == "and" and any(t.text == "Minister" for t in doc[end : end + 6])
        if not seen and _is_name_of_two(name) and (joined or _acts(doc, end)):
            yield name.start_char, name.end_char


def _is_name_of_two(name: Span) -> bool:
    """Say whether two or three capitalised words can be a person's name: no table knows them, none is a kind of place or of body."""
    kinds = {word for kind in ("region", "city", "other", "landform", "water") for word in place_words("heads", kind)}
    kinds |= body_words("heads")
    compass = place_words("words", "directions")
    named = all(t.text.istitle() and t.text not in kinds and t.lower_ not in compass for t in name)
    return 2 <= len(name) <= 3 and named and not is_known_place(name.text)


def _acts(doc: Doc, end: int) -> bool:
    """Say whether a verb in the past follows, past a comma or not."""
    end += end < len(doc) and doc[end].text == ","
    return end < len(doc) and doc[end].tag_ in ("VBD", "VBZ")
