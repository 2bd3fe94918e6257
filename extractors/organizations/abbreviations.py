"""The abbreviations of an article, and the names and nouns that they stand for."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from ..knowledge import load
from ..names.words import LINKING, body_words, initials, is_acronym
from ..offices.lexicon import heads
from ..places.countries import code_of_country, code_of_demonym
from ..places.gazetteer import name_key
from ..places.known import is_known_place, subdivisions
from ..spans import token_texts
from .groups import body_key

_BETWEEN = 10  # words; names further apart are no pair


def abbreviated_nouns(doc: Doc, bodies: Sequence[Span]) -> frozenset[str]:
    """Return the abbreviations that the article gives for nouns and titles: `the chief election commissioner (CEC)`."""
    inside = {i for span in bodies for i in range(span.start, span.end)}
    words = token_texts(doc)
    found = []
    for at in range(2, len(words) - 1):
        short = words[at]
        if words[at - 1] != "(" or words[at + 1] != ")" or not is_acronym(short):
            continue
        before = [token for token in doc[max(0, at - 10) : at - 1] if token.is_alpha]
        full = next((run for run in (before[-len(short) :], _last_words(before, len(short))) if _spells(run, short.lower())), [])
        if full and inside.isdisjoint(token.i for token in full) and (_is_lower(full) or _is_title(full)):
            found.append(short)
    return frozenset(found)


def _last_words(words: Sequence[Token], number: int) -> list[Token]:
    """Return the last words, `number` of them without `of` and its like."""
    counted = 0
    for at in range(len(words) - 1, -1, -1):
        counted += words[at].lower_ not in LINKING
        if counted == number:
            return list(words[at:])
    return []


def _spells(words: Sequence[Token], letters: str) -> bool:
    firsts = "".join(word.lower_[:1] for word in words)
    return letters in (firsts, "".join(word.lower_[:1] for word in words if word.lower_ not in LINKING))


def _is_lower(words: Sequence[Token]) -> bool:
    return all(word.is_lower for word in words)


def _is_title(words: Sequence[Token]) -> bool:
    """Say whether `words` are an office or have one in them: `Municipal Chief Executive`, `Deputy Commissioner of Police`."""
    lower = [word.lower_ for word in words]
    return any(tuple(lower[at : at + size]) in heads() for size in (1, 2, 3) for at in range(len(lower)))


def abbreviations(doc: Doc, spans: Sequence[Span]) -> dict[str, str]:
    """Return the key of the full name for the key of each abbreviation: in brackets beside it, by first letters, or known to all."""
    found: dict[str, str] = {}
    by_letters = _full_names_by_letters(spans)
    known = {body_key(name): short for short, name in load("organizations/organizations.toml")["acronyms"].items()}
    for span in spans:
        key = body_key(span.text)
        if is_acronym(span.text) and (full := by_letters.get(_letters(span.text)) or by_letters.get(_letters(span.text.removesuffix("s")))):
            found.setdefault(key, full)
        elif known.get(key):
            found.setdefault(known[key], key)
    for first, second in itertools.pairwise(spans):
        if (pair := _full_and_short(doc, first, second)) is not None:
            found.setdefault(body_key(pair[1].text), body_key(pair[0].text))
    return found


def _full_and_short(doc: Doc, first: Span, second: Span) -> tuple[Span, Span] | None:
    """Return the full name and the short one of two that stand beside each other, one in brackets or said to be the other's short form."""
    if second.start - first.end >= _BETWEEN or _is_source(first, second):
        return None
    between, closing = doc[first.end : second.start], doc[second.end : second.end + 1].text
    in_brackets = between.text.strip() in ("(", "(the", "[") and closing in (")", "]", "or", ",")
    said = any(token.lower_ in ("acronym", "initials", "abbreviation", "abbreviated") for token in between)
    if (in_brackets or said) and is_acronym(second.text) != is_acronym(first.text):
        return (first, second) if is_acronym(second.text) else (second, first)
    followed = [token.pos_ for token in doc[second.end + 1 : second.end + 2]]
    foreign = (
        closing == ")"
        and len(first) > 2
        and followed not in (["NOUN"], ["PROPN"])
        and (first[-1].text == "Agency" or not is_known_place(second.text))
    )
    if in_brackets and len(second) == 1 and foreign:
        return first, second  # "National Sailors' Welfare Foundation (Yareb)"
    own_language = between.text.strip() == "(" and closing == ")" and _are_long(first, second)
    return (first, second) if own_language else None


def _full_names_by_letters(spans: Iterable[Span]) -> dict[str, str]:
    """Return the keys of the full names by their first letters, those of `Constitutional Democratic Party of Japan` by `cdp` too."""
    found: dict[str, str] = {}
    for span in spans:
        if not is_acronym(span.text):
            own, _, country = span.text.rpartition(" of ")
            forms = [span.text, _without_legal_form(span.text), *([own] if code_of_country(country) else []), _without_place(span.text)]
            for letters in map(initials, forms):
                found.setdefault(_letters(letters), body_key(span.text))
    return found


def _letters(short: str) -> str:
    """Return the letters and digits of an abbreviation: `pge` of `PG&E`."""
    return "".join(c for c in short.casefold() if c.isalnum())


def _without_place(text: str) -> str:
    """Return a name without the country or state before it: `Public Utilities Commission` of `Ohio Public Utilities Commission`."""
    first, _, rest = text.partition(" ")
    placed = code_of_country(first) or code_of_demonym(first) or name_key(first) in subdivisions()
    return rest if placed and " " in rest else text


def _without_legal_form(text: str) -> str:
    """Return a name without its legal form: `Pacific Gas & Electric` of `Pacific Gas & Electric Co.`."""
    words = text.split()
    while len(words) > 1 and words[-1].strip(".,") in body_words("legal_forms"):
        del words[-1]
    return " ".join(words).rstrip(",")


def _are_long(first: Span, second: Span) -> bool:
    """Say whether two names are so long that the second in brackets is the first's translation: `Nippon Ishin (Japan Innovation Party)`."""
    return min(len(first), len(second)) > 1 and len(first) + len(second) > 4


def letters_of(bodies: Iterable[Span]) -> frozenset[str]:
    """Return the abbreviations of the organisations that the article names in full: `PPP`, where it has the Pakistan Peoples Party."""
    return frozenset(letters for span in bodies if len(span) > 2 and len(letters := initials(span.text)) > 2)


def _is_source(first: Span, second: Span) -> bool:
    """Say whether the second name is but the news agency of a report: `Panama Herald (EFE)`, not `Agence France-Presse (AFP)`."""
    own = initials(first.text) == name_key(second.text) or first.text.split()[-1] in ("Agency", "Press", "News", "Agencia")
    return second.text in body_words("agencies") and not own
