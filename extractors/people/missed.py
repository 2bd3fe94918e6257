"""Full names and surnames that the pipeline missed or took for a place or an organisation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from ..names.words import body_words
from ..places.countries import code_of_country, code_of_demonym
from .clusters import CANDIDATES, Cluster
from .words import core, names_a_family, next_word, people_words, title_words, word_before, words_of_name

_INITIALS = re.compile(r" \(([A-Z]{3,5})\)")
_HYPHENATED = re.compile(r"[-‑][^\W\d_]+$")


def add_missed(doc: Doc, text: str, words: Sequence[str], clusters: list[Cluster], votes: Mapping[str, Counter[str]]) -> None:
    """Add the full names and surnames that the pipeline missed or took for a place or an organisation."""
    owners = _owners(text, clusters)
    taken = {i for c in clusters for start, end in c.spans for i in range(start, end)}
    keys = {
        word: key[0] for word in dict.fromkeys(words) if word[:1].isupper() and len(key := words_of_name(word)) == 1 and key[0] in owners
    }
    for at, word in enumerate(words):
        if word not in keys:
            continue
        token = doc[at]
        if token.idx in taken or (token.ent_type_ == "LOC" and votes.get(keys[word], Counter())["LOC"] >= 2):
            continue
        if _is_in_thing(doc, token):
            continue
        span = _missed_span(doc, text, token, [clusters[n] for n in owners[keys[word]][-CANDIDATES:]])
        if span is None or code_of_country(word) or code_of_demonym(word):
            continue
        cluster, start, end = span
        cluster.spans.append((start, end))
        taken.update(range(start, end))


def _owners(text: str, clusters: Sequence[Cluster]) -> dict[str, list[int]]:
    """Return the numbers of the people whose name ends with a word, or begins with one by which the article may call them alone."""
    owners: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        own = core(cluster.words)
        if len(own) < 2:
            continue
        spoken = {words_of_name(text[s:e])[-1] for s, e in cluster.spans if len(words_of_name(text[s:e])) == 1}
        first = own[0] in people_words("family_first") and _HYPHENATED.search(cluster.name) is not None  # the last word is a given name
        for word in [own[0]] if first else dict.fromkeys([own[-1], own[0]]):
            if word == own[-1] or first or word in spoken or len(word) >= 4:
                owners[word].append(number)
    return owners


def _is_in_thing(doc: Doc, token: Token) -> bool:
    """Say whether `token` stands in the name of a building or a body (`Sylvan Adams Emergency Hospital`)."""
    ent = _entity_of(doc, token) if token.ent_type_ in ("ORG", "LOC", "FAC", "MISC") else None
    if ent is None or len(ent) == 1:
        return False
    return ent[-1].lower_ in people_words("things") or ent[0].text in body_words("first_heads_abroad")


def add_initials(doc: Doc, text: str, words: Sequence[str], clusters: list[Cluster]) -> None:
    """Add the initials by which the article calls people: those in brackets behind a name (`(AMLO)`), and those that all readers know."""
    known: dict[str, Cluster | None] = dict.fromkeys(people_words("initials"))
    for cluster in clusters:
        letters = "".join(word[0] for word in cluster.words).upper()
        for _, end in cluster.spans:
            match = _INITIALS.match(text, end)
            if letters in known or (match and match[1] == letters):
                known[letters] = cluster
    for at, word in enumerate(words):
        if word not in known:
            continue
        cluster_of = known[word]
        if cluster_of is None:
            cluster_of = known[word] = Cluster([word.lower()], word)
            clusters.append(cluster_of)
        cluster_of.spans.append((doc[at].idx, doc[at].idx + len(word)))


def _missed_span(doc: Doc, text: str, token: Token, clusters: list[Cluster]) -> tuple[Cluster, int, int] | None:
    """Return the person named at `token` and the characters of the name; None where the word means something else."""
    for cluster in clusters:
        size = _full_name_at(text, token, cluster)
        if size:
            return cluster, token.idx, size
    ent = _entity_of(doc, token)
    if token.pos_ != "PROPN" or (ent is not None and len(ent) > 1) or (token.text.isupper() and len(token.text) < 5):
        return None
    if names_a_family(text, token.idx + len(token)):
        return None
    if _joined_to_name(text, token) or next_word(text, token.idx + len(token)) or _word_before_is_name(doc, text, token):
        return None
    key = words_of_name(token.text)[0]
    fits = [c for c in clusters if core(c.words)[-1] == key or (ent is None or ent.label_ == "ORG")]
    placed = (
        token.i > 0
        and doc[token.i - 1].lower_ in ("in", "at", "near", "from", "to", "of", "across", "around")
        and ent is not None
        and ent.label_ == "LOC"
    )
    if len(fits) != 1 or placed:
        return None
    return fits[0], token.idx, token.idx + len(token)


def _entity_of(doc: Doc, token: Token) -> Span | None:
    """Return the entity that `token` stands in."""
    if not token.ent_type_:
        return None
    start, end = token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end, label=token.ent_type_)


def _full_name_at(text: str, token: Token, cluster: Cluster) -> int | None:
    """Return the character at which the full name of `cluster` that begins at `token` ends."""
    end = token.idx + len(cluster.name)
    here = text[token.idx : end]
    if (
        len(cluster.words) > 1
        and words_of_name(here) == cluster.words
        and not text[end : end + 1].isalnum()
        and next_word(text, end) not in people_words("things")
        and word_before(text, token.idx) not in people_words("things_before")
    ):
        return end
    return None


def _joined_to_name(text: str, token: Token) -> bool:
    """Say whether a hyphen joins the word to another one."""
    before, after = text[token.idx - 1 : token.idx], text[token.idx + len(token) : token.idx + len(token) + 1]
    return before in ("-", "‑", "@", "#") or after in ("-", "‑")


def _word_before_is_name(doc: Doc, text: str, token: Token) -> bool:
    """Say whether a capitalised word that is no title stands right before: `Ibn Al Khatib Hospital`, `East Timor`."""
    before = word_before(text, token.idx)
    if not before or before in people_words("honorifics") or before in title_words() or before in people_words("names_too"):
        return False
    return token.i > 0 and not doc[token.i - 1].is_sent_start and doc[token.i - 1].pos_ == "PROPN"
