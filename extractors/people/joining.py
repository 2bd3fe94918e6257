"""The mentions of one person joined: names of several words first, then the single ones."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc

from ..knowledge import load
from .clusters import CANDIDATES, Cluster
from .singles import is_relative, join_singles
from .words import core, people_words, words_of_name


def join(doc: Doc, text: str, spans: list[tuple[int, int]]) -> list[Cluster]:
    """Join the spans that name one person: first the names of two and more words, then the single words."""
    clusters: list[Cluster] = []
    index: dict[str, list[int]] = defaultdict(list)
    singles = []
    for start, end in spans:
        words = words_of_name(text[start:end])
        if len(core(words)) < 2:
            singles.append((start, end, words))
            continue
        found = _same_person(words, is_relative(text, start), clusters, index)
        if found is None:
            found = len(clusters)
            clusters.append(Cluster(words, text[start:end]))
        cluster = clusters[found]
        if len(words) > len(cluster.words):
            cluster.words, cluster.name = words, text[start:end]
        cluster.spans.append((start, end))
        for word in words:
            if found not in index[word][-CANDIDATES:]:
                index[word].append(found)
    join_singles(doc, text, singles, clusters, index)
    return clusters


def _same_person(words: list[str], relative: bool, clusters: list[Cluster], index: dict[str, list[int]]) -> int | None:
    """Return the number of the cluster that a name of several words belongs to; `relative` where it is that of somebody's relative."""
    tried = set()
    for word in (core(words)[-1], words[0], words[-1]):
        for number in reversed(index.get(word, [])[-CANDIDATES:]):
            if number not in tried and _match(words, clusters[number].words, relative):
                return number
            tried.add(number)
    return None


def _match(later: list[str], earlier: list[str], relative: bool) -> bool:
    """Say whether two names of several words can be one person's.

    A `Jr` may be missing later (`Michael D. Varga Jr`, `Mike Varga`), but not of a relative (`his father, Michael Varga`).
    """
    suffixes = [[w for w in words if w in people_words("suffixes")] for words in (later, earlier)]
    if suffixes[0] != suffixes[1] and (suffixes[0] or relative):
        return False
    short, full = sorted((later, earlier), key=len)
    if _run_together(short) == _run_together(full) or (_within(short, full) and not _is_fathers(short, full)):
        return True
    if not _same_given(short[0], full[0]):
        return False
    rest = iter(core(full)[1:])  # "Sabah Khaled Al-Hamad" in "Sabah Al-Khaled Al-Hamad": in order, whatever is left out
    return all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in core(short)[1:] if len(word) > 1
    )


def _run_together(words: list[str]) -> str:
    return "".join(words)


def _within(short: list[str], full: list[str]) -> bool:
    """Say whether `short` stands in `full` word for word: `López Obrador`, `Xi Jinping`."""
    size = len(short)
    return any(full[i : i + size] == short for i in range(len(full) - size + 1))


def _is_fathers(short: list[str], full: list[str]) -> bool:
    """Say whether `short` is the father's name behind a given name: `Nawaf Al-Ahmad Al-Sabah` in `Ahmad Nawaf Al-Ahmad Al-Sabah`."""
    return short[0] != full[0] and len(core(short)) > 2 and "al" in short


def _same_given(a: str, b: str) -> bool:
    """Say whether two given names can be one: equal, an initial, a short form."""
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    short = load("people/people.toml")["short"]
    return bool(short.get(a, a) == short.get(b, b))
