"""A person's name without the titles, honorifics, possessives and punctuation around it."""

from __future__ import annotations

import re

from ..offices.lexicon import heads
from ..places.countries import code_of_country
from .words import people_words, title_words, word_before

_POSSESSIVE = re.compile(r"(?:['’‘`´]s|['’])$")
_TITLE_BEFORE = re.compile(r"\b(\w+)\.? $")
_EDGE = " \t\u00a0\u200b,;:!?\"“”()[]{}<>*_|/–—-'’‘`«»@#&+=…"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take honorifics and titles off the front, possessives and punctuation off the end."""
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while start < end and (text[end - 1] in _EDGE):
            end -= 1
        possessive = _POSSESSIVE.search(text[start:end])
        if possessive:
            end = start + possessive.start()
        start, end = _inside_brackets(text, start, end)
        if end - start > 2 and text[end - 1] == "." and not re.search(r"(?:\b[^\W\d_]|\b[JS]r)\.$", text[start:end]):
            end -= 1
        start = _past_description(text, _past_place(text, _past_title(text, start, end), end), end)
        last = text.rfind(" ", start, end)
        if last > 0 and text[last + 1 : end].casefold() in people_words("honorifics_after"):
            end = last
        if (start, end) == before:
            return start, end


def _inside_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the name without what a bracket or a quotation mark cuts off: `Jorge) Alcocer`, `José “N”`."""
    name = text[start:end]
    for opening, closing in ("()", "“”"):
        if closing in name and opening not in name:
            start += name.rindex(closing) + 1
        elif opening in name and closing not in name:
            end = start + name.index(opening)
        if (opening in name) != (closing in name):
            return start, end
    return start, end


def _past_title(text: str, start: int, end: int) -> int:
    """Return where the name begins behind one title or honorific, `start` where there is none."""
    words = list(re.finditer(r"\S+", text[start:end]))
    size = _title_size(text, start, [word.group() for word in words])
    return start + words[size].start() if len(words) > size else end


def _title_size(text: str, start: int, words: list[str]) -> int:
    """Return how many of the first words of a span are a title or an honorific: `Menteri Besar Amirudin Shari`: 2."""
    folded = [word.rstrip(".,").casefold().replace("’", "'") for word in words]
    size = next((n for n in (4, 3, 2) if tuple(folded[:n]) in heads()), 0)
    if not words or size:
        return size
    if " ".join(folded[:2]) in people_words("pairs"):
        return 2
    if folded[0] == "sri" and word_before(text, start) in ("tan", "datuk", "dato", "datin", "puan"):
        return 1
    family = folded[0] in people_words("family_first") and len(words) > 1 and not words[0].isupper()
    initials = len(words[0]) == 2 and words[0].isupper() and folded[0] not in people_words("honorifics")
    title = _TITLE_BEFORE.search(text, max(0, start - 24), start)
    if initials and title and title[1].casefold() in title_words():
        return 0  # "chief minister MK Stalin", where an MK alone is a member of the Knesset
    if family or words[0] == "U." or (folded[0] == "he" and words[0] != "HE"):
        return 0  # "He Lifeng", "To Lam", "U. R. Rao"
    if len(words) > 1 and words[1].casefold() == "of":
        return 0
    return 1 if _is_no_name(text, start, folded) else 0


def _is_no_name(text: str, start: int, folded: list[str]) -> bool:
    """Say whether the first of `folded` words stands before a name: an honorific, a title, a word that no name has."""
    first, left = folded[0], len(folded) - 1
    called = word_before(text, start) in people_words("courtesies_women") | people_words("courtesies_men")  # "Ms. June"
    if first in people_words("never") or first in ("&", "/") or (first in people_words("months") and not left and not called):
        return True
    if first in people_words("honorifics") and left >= (2 if first in people_words("given_too") else 1):
        return True
    if first in people_words("names_too") and left >= 2 and folded[1] in people_words("honorifics"):
        return True  # "Amir Sheikh Nawaf", but "Amir Khan"
    if first in people_words("royal") and left >= 1 and word_before(text, start) in ("majesty", "highness", "hm", "hrh", "hh"):
        return True
    parts = [part.rstrip(".") for part in re.split(r"[-‑]", first) if part]
    return bool(parts) and left >= 1 and all(part in title_words() for part in parts)


def _past_place(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a country or an acronym after a preposition: `Ambassador to Jordan Atallah Khairi`."""
    words = text[start:end].split(" ")
    preposition = re.compile(r"\b(?:to|of|in|from|for) $").search(text, max(0, start - 6), start)
    acronym = len(words[0]) >= 3 and words[0].isupper() and not words[-1].isupper()  # "Head of LEBA Fatallah Fawzi"
    if preposition and len(words) >= 3 and (acronym or code_of_country(words[0])):
        return start + len(words[0]) + 1
    return start


def _past_description(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a word in small letters that no name has: `Orkhon aimag D.Batlut`."""
    words = list(re.finditer(r"\S+", text[start:end]))
    small = (w[0].isalpha() and w[0].islower() and len(w[0]) > 3 and w[0] not in people_words("particles") for w in words[:-1])
    at = max((i for i, is_small in enumerate(small) if is_small), default=-1)
    return start + words[at + 1].start() if at >= 0 else start
