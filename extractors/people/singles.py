"""Surnames, given names and nicknames joined to the people whom an article names in full."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from ..knowledge import load
from ..names.words import body_words
from ..sureness import chances_by_character
from .clusters import CANDIDATES, Cluster
from .company import listed_starts
from .words import core, has_apposition, people_words, title_words, word_before

_KNOWN_AS = re.compile(
    r",? ?\(?(?:who is |also |better |popularly |widely |commonly |simply ){0,4}(?:known|referred to) (?:\w+ly |simply |also )?as "
)
_INTRODUCED = re.compile(r"\b(?:the late|surnamed|nicknamed|identified as) [“\"‘']?$")
_AGE_AFTER = re.compile(r",? (?:is|was|who is|who was) (?:\d{1,2}|just \d{1,2}) years old\b|, \d{1,2},")
_KIN = re.compile(r"(?:\b(?:his|her|their|whose)|['’]s) (?:\w+ ){0,2}(\w+),? $")


def join_singles(
    doc: Doc, text: str, singles: list[tuple[int, int, list[str]]], clusters: list[Cluster], index: dict[str, list[int]]
) -> None:
    """Give each single word to the person of that surname or given name named last before it, else make it a person of its own."""
    near = _near_index(clusters)
    introduced = [_introduced(text, c) for c in clusters]
    families = Counter(core(c.words)[-1] for c in clusters)
    full_names = {end: number for number, c in enumerate(clusters) for _, end in c.spans}
    nicknames: dict[str, int] = {}
    alone: dict[str, Cluster] = {}
    for start, end, words in singles:
        key = core(words)[-1] if core(words) else words[-1]
        if known := _KNOWN_AS.search(text, max(0, start - 48), start):
            nicknames |= {key: full_names[known.start()]} if known.start() in full_names else {}
        number = _holder_of(key, text, start, clusters, index, introduced, families)
        if number is None and key not in index:
            number = nicknames[key] if key in nicknames else _almost(key, near)
        if number is not None:
            clusters[number].spans.append((start, end))
            continue
        if key not in alone:
            alone[key] = Cluster(words, text[start:end])
            if text[max(0, start - 7) : start] == "Sheikh ":  # "Sheikh Hasina": with one name the honorific is half of it
                alone[key].name = text[start - 7 : end]
        alone[key].spans.append((start, end))
    listed = listed_starts(doc) if alone else frozenset()
    chances = chances_by_character(doc) if alone else {}
    clusters.extend(
        c for c in alone.values() if not listed.isdisjoint(start for start, _ in c.spans) or _is_known_alone(doc, text, c, chances)
    )


@dataclass(frozen=True)
class Introduced:
    """How an article names a person in full: at which characters first, whether as somebody's relative, as a man or a woman, as royal."""

    starts: tuple[int, ...]
    relative: bool
    gender: str
    royal: bool


def _introduced(text: str, cluster: Cluster) -> Introduced:
    starts = tuple(start for start, _ in sorted(cluster.spans)[:CANDIDATES])
    before = [word_before(text, start) for start in starts]
    kin = [match[1].casefold() for start in starts if (match := _KIN.search(text, max(0, start - 40), start))]
    genders = [_gender(word) for word in [*kin, *before] if _gender(word)]
    return Introduced(
        starts=starts,
        relative=any(word in people_words("kin_women") or word in people_words("kin_men") for word in kin),
        gender=genders[0] if genders else "",
        royal=any(word in people_words("royal") for word in before),
    )


def is_relative(text: str, start: int) -> bool:
    """Say whether the name at character `start` is introduced as that of somebody's relative: `his father, John Tully`."""
    kin = _KIN.search(text, max(0, start - 40), start)
    return kin is not None and kin[1].casefold() in people_words("kin_women") | people_words("kin_men")


def _gender(word: str) -> str:
    """Return `f` or `m` for a word that only women or only men are called: `wife`, `Mrs`, `son`, `Mr`; else the empty string."""
    women = word in people_words("kin_women") or word in people_words("courtesies_women")
    return "f" if women else "m" if word in people_words("kin_men") or word in people_words("courtesies_men") else ""


def _holder_of(
    key: str,
    text: str,
    start: int,
    clusters: list[Cluster],
    index: dict[str, list[int]],
    introduced: list[Introduced],
    families: Counter[str],
) -> int | None:
    """Return the person that the single name `key` at character `start` stands for.

    The last word of a name counts more than the first (`Chan` for `Benny Chan`), that more than one in the middle. Of two that fit alike it
    is the one whom `Mr` or `Mrs` fits, rather nobody's relative (`Macron` isn't `his wife, Brigitte Macron`), the one named last before.
    """
    best: tuple[int, bool, bool, int] | None = None
    found = None
    before = word_before(text, start)
    royal, gender = before in people_words("royal"), _gender(before)
    for number in index.get(key, [])[-CANDIDATES:]:
        words, person = core(clusters[number].words), introduced[number]
        place = 2 if words[-1] == key or (words[0] == key and key in people_words("family_first")) else 1 if words[0] == key else 0
        place = 3 if words[0] == key and before in people_words("given") else place
        earlier = [s for s in person.starts if s < start]
        if royal and (words[0] != key or not person.royal):
            continue  # "King Salman" isn't "Mohammed bin Salman"
        if place < 2 and not earlier and not royal and families[words[-1]] < 2:
            continue  # a given name alone comes after the whole name: "Crown Prince Hussein" isn't "Hussein Sheikh"; not so in a family
        if gender and person.gender and gender != person.gender:
            continue
        rank = (place, bool(gender and person.gender), not person.relative, earlier[-1] if earlier else -1)
        if best is None or rank > best:
            best, found = rank, number
    return found


def _near_index(clusters: list[Cluster]) -> dict[str, int]:
    """Index the long surnames by their sound and by themselves with one letter left out, to find another spelling of them."""
    near: dict[str, int] = {}
    for number, cluster in enumerate(clusters):
        surname = core(cluster.words)[-1]
        if len(surname) >= 6:
            for form in _near_forms(surname, 0):
                near.setdefault(form, number)
    return near


def _almost(key: str, near: dict[str, int]) -> int | None:
    """Return the person whose surname is `key` in another spelling: `Naando` for `Naanda`, `Qaddafi` for `Gaddafi`."""
    if len(key) < 6:
        return None
    return next((near[form] for form in _near_forms(key, 1) if form in near), None)


def _near_forms(surname: str, first: int) -> Iterator[str]:
    """Yield what other spellings of a surname share: its sound, its letters in any order, and itself without one letter from `first` on."""
    yield "=" + _sound(surname)
    yield "~" + surname[0] + "".join(sorted(surname))
    yield from (surname[:i] + "*" + surname[i + 1 :] for i in range(first, len(surname)))


def _sound(surname: str) -> str:
    """Return a surname with one letter for all that transliterations write for a sound: `zelenskyy` and `zelensky` are `zelenski`."""
    for written, sound in load("people/people.toml")["sounds"].items():
        surname = surname.replace(written, sound)
    return "".join(letter for letter, _ in itertools.groupby(surname))


SURE = 0.99  # of a single word that it is a person's name
TOLD = 0.93  # of one that is the subject of what somebody tells
LIKELY = 0.8  # of one that stands where people do in a sentence


def _is_known_alone(doc: Doc, text: str, cluster: Cluster, chances: Mapping[int, float]) -> bool:
    """Say whether a single word is surely a person: the network is sure, it has a title, acts as people do, or comes again and again."""
    if len(cluster.spans) >= 3:
        return True
    for start, end in cluster.spans:
        if chances.get(start, 0) >= SURE:
            return True
        before = word_before(text, start)
        if (
            before in people_words("honorifics")
            or before in title_words()
            or before in people_words("names_too")
            or has_apposition(text, end)
        ):
            return True
        if _INTRODUCED.search(text, max(0, start - 16), start) or _AGE_AFTER.match(text, end):
            return True
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and _acts(span, chances.get(start, 0)):
            return True
    return False


def _is_called_one(noun: Token) -> bool:
    """Say whether a noun with a copula says of its subject what people are: `Janine is a professor`, but not `is a family`, `is a bank`."""
    parts = {token.dep_: token.lower_ for token in noun.children}
    groups = people_words("kin_groups") | body_words("announcing") | body_words("called") | body_words("no_names")
    return noun.pos_ == "NOUN" and "cop" in parts and parts.get("det") in ("a", "an") and noun.lower_ not in groups


def _acts(span: Span, chance: float) -> bool:
    """Say whether the span is the subject of a verb of which only people are, or one is done to it of which the network says a person is.

    `Maria sent Pedro a letter`: who gives something to somebody is a person, and so is who gets it.
    """
    root = span.root
    if root.dep_.startswith("nsubj"):
        verb = root.head
        told = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in people_words("speech")  # "Emma told James that Oliver had left"
        shown = (told and chance >= TOLD) or any(t.dep_ == "iobj" for t in verb.children) or _is_called_one(verb)
        return verb.lemma_.lower() in people_words("speech") or (chance >= LIKELY and shown)
    if root.dep_ == "iobj" and root.head.lemma_.lower() in people_words("speech"):
        return True  # "told Maria that"
    return chance >= LIKELY and root.dep_ in ("obj", "iobj") and root.head.pos_ == "VERB"
