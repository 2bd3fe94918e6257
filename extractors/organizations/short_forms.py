"""The short forms of an organisation's name: `Millcon` after `Millcon Steel`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Span

from ..names.words import LINKING, body_words, is_acronym
from ..places.countries import code_of_country, code_of_demonym
from ..places.known import is_known_place
from .groups import NamedBody, body_key


def short_forms(groups: dict[str, NamedBody]) -> dict[str, str]:
    """Return the key of the longer name for the key of each short form (`Millcon` after `Millcon Steel`, `Supreme Court` of a country)."""
    longer: dict[str, list[str]] = {}
    ending: dict[str, list[str]] = {}
    for key, body in groups.items():
        for part in _possible_short_forms(body.spans[0].text):
            longer.setdefault(part, []).append(key)
        for part in _ends(body.spans[0].text, groups):
            ending.setdefault(part, []).append(key)
    found: dict[str, str] = {}
    for key, body in groups.items():
        candidates = [other for other in longer.get(key, ()) if other != key]
        only = ending.get(key, [])  # of two that end so, neither is sure
        if candidates and _may_be_short(body.spans[0], groups[candidates[0]].spans[0]):
            found[key] = candidates[0]
        elif len(only) == 1 and only[0] != key and body.spans[0].start > groups[only[0]].spans[0].start:
            found[key] = only[0]
    return found


def _ends(text: str, groups: Container[str]) -> Iterator[str]:
    """Yield the keys of the last words of a name by which the news calls it later: `Red Cross`, `Astros` of `Houston Astros`."""
    words = text.split()
    starts = [at for at in range(1, len(words) - 1) if words[at].lower() not in LINKING and words[at + 1] != "of"]  # "Bank of Greece"
    yield from (body_key(" ".join(words[at:])) for at in starts)
    place = " ".join(words[:-1])
    if len(words) > 1 and body_key(words[-1]) in groups and (is_known_place(place) or code_of_demonym(place)):
        yield body_key(words[-1])  # "Congress" after "Salvadoran Congress"


def _possible_short_forms(text: str) -> Iterable[str]:
    """Return the keys of the shorter names that a reader takes for the same body."""
    words = text.split()
    lowered = [word.lower() for word in words]
    legal = body_words("legal_forms")
    forms: list[str] = []
    end = len(words)
    while end > 1 and words[end - 1].strip(".,") in legal:
        end -= 1
        forms.append(" ".join(words[:end]))
    while end > 2 and words[end - 1] in body_words("heads"):
        end -= 1
        forms.append(" ".join(words[:end]))  # "Old Quay" of "Old Quay Investment Group"
    if len(words) > 1 and code_of_country(words[-1]) and lowered[-2] not in LINKING:
        forms.append(" ".join(words[:-1]))  # "MTC Namibia"
    if len(words) == 2 and words[1] in ("News", "TV", "Television", "Radio", "Online", "Network", "Sport"):
        forms.append(words[0])
    if words[0] in ("Ministry", "Department") and lowered[1:2] == ["of"]:
        forms.append(" ".join([*words[2:], words[0]]))  # "Health Ministry"
        forms.append(f"{words[2]} {words[0]}")
    if words[0] in ("Grupo", "Groupe", "Gruppo", "PT", "FC", "AC", "Banco", "Banque") and len(words) > 1:
        forms.append(" ".join(words[1:]))
    for at in (at for at in range(1, len(words)) if lowered[at] in ("of", "for")):
        if code_of_country(" ".join(words[at + 1 :])) or (at > 1 and _has_own_word(words[:at])):
            forms.append(" ".join(words[:at]))  # "Supreme Court" of Nigeria, "Lusafa Center" of "Lusafa Center for Blind Persons"
    general = words[0] in ("National", "Federal") and words[1:2] != ["Bank"]
    if len(words) > 2 and (general or code_of_demonym(words[0]) or code_of_country(words[0])):
        forms.append(" ".join(words[1:]))
    return dict.fromkeys(body_key(form) for form in (*forms, *_single_words(words)))


def _has_own_word(words: Sequence[str]) -> bool:
    """Say whether a part of a name has a word of this body alone: `Lusafa Center`, but not `National Center`, `Ministry of Health`."""
    shared = body_words("heads") | body_words("first_heads") | body_words("general")
    return LINKING.isdisjoint(map(str.lower, words)) and not shared.issuperset(words)


def _single_words(words: Sequence[str]) -> Iterable[str]:
    """Yield the words of a name that may stand for it alone."""
    if len(words) < 2:
        return
    traded = words[-1].strip(".,") in body_words("legal_forms")  # "CKE Restaurants Holdings, Inc.", but "UN Security Council"
    other = (is_acronym(words[0]) and not traded) or code_of_country(words[0]) or code_of_demonym(words[0])
    if words[0].lower() not in LINKING | _whole_bodies() and not other:
        yield words[0]
    general = len(words) == 2 and words[0] in ("National", "Federal", "Central", "House", "General")
    if general or words[-1] in body_words("heads"):
        yield words[-1]  # "the Assembly", where a Municipal Assembly is named


@cache
def _whole_bodies() -> frozenset[str]:
    """Return the words that name a body by themselves, in small letters: the Knesset is none of its committees."""
    return frozenset(word.lower() for word in body_words("parliaments"))


def _may_be_short(short: Span, full: Span) -> bool:
    """Say whether `short` may stand for `full`: one word of a name does only behind it, as the news introduces body in full."""
    return len(short.text.split()) > 1 or short.start > full.start
