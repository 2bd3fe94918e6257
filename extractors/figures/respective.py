"""Figures told in one go of several things: `exports and imports rose 5 and 3 percent, respectively`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from spacy.tokens import Span, Token

from .period import Moment, within
from .phrases import render
from .site import Site

WORD = "respectively"
MOST = 24  # figures of a sentence that a reader can tell apart
Things = tuple[Token, ...]


def apart(measures: Mapping[Site, str | None], skipped: frozenset[int]) -> dict[Site, str | None]:
    """Return `measures`, where a sentence says `respectively` with each figure's own thing in the place of all of them.

    `measures` stand in the order of the text; `skipped` are the tokens of figures and dates, of which no thing consists.
    """
    found = dict(measures)
    for sentence, row in _sentences(measures):
        for figures in rows(row):
            found |= _told_apart(figures, measures, _coordinated(sentence, len(figures), skipped))
    for site in measures:
        if site.outer is not None:
            found[site] = found[site.outer]
    return found


def _sentences(sites: Iterable[Site]) -> Iterator[tuple[Span, list[Site]]]:
    """Yield each sentence that says `respectively` with its figures, where it has two to MOST."""
    for _, group in groupby(sites, key=lambda s: s.head.sent.start):
        row = list(group)
        if 1 < len(row) <= MOST and any(t.lower_ == WORD for t in row[0].head.sent):
            yield row[0].head.sent, row


def rows(sites: Sequence[Site]) -> Iterator[list[Site]]:
    """Yield the figures of one unit of a sentence that stand side by side: `5 percent and 3 percent`, `$3, $4 and $5`, two or more."""
    figures: list[Site] = []
    for site in sites:
        if site.outer is not None:
            continue
        if figures and not _goes_on(figures[-1], site):
            yield from [figures] if len(figures) > 1 else []
            figures = []
        figures.append(site)
    yield from [figures] if len(figures) > 1 else []


def _goes_on(before: Site, site: Site) -> bool:
    """Tell whether nothing but commas, conjunctions, prepositions and a bracket that converts stands between two figures of one unit."""
    between = site.head.doc[before.amount.tokens[1] : site.amount.tokens[0]]
    if before.amount.unit != site.amount.unit or not between:
        return False
    opening = next((t.i for t in between if t.text in {"(", "["}), None)
    closing = next((t.i for t in reversed(between) if t.text in {")", "]"}), opening)
    rest = [t for t in between if opening is None or closing is None or not opening <= t.i <= closing]
    joined = any(t.lower_ in {"and", ",", ";"} for t in rest)
    return joined and all(t.is_punct or t.lower_ == "and" or (t.pos_ == "ADP" and t.lower_ == site.preposition) for t in rest)


def _coordinated(sentence: Span, number: int, skipped: frozenset[int]) -> list[Things]:
    """Return the heads of each list of `number` things in a sentence, none of them a figure or a date."""
    lists = ((token, *(c for c in token.rights if c.dep_ == "conj")) for token in sentence if token.i not in skipped)
    return [
        things
        for things in lists
        if len(things) == number and all(t.pos_ in {"NOUN", "PROPN", "ADJ"} and t.i not in skipped for t in things)
    ]


def _told_apart(figures: Sequence[Site], measures: Mapping[Site, str | None], lists: Iterable[Things]) -> dict[Site, str | None]:
    """Return the measure of each of `figures`, nothing where it isn't plain which list of things they measure."""
    said = {text for s in figures if (text := measures[s]) is not None}
    before = [things for things in lists if things[-1].i < figures[0].head.i]
    if len(said) != 1:
        return {}
    text = said.pop()
    fitting = [measured for things in before if (measured := _each(text, things)) is not None]
    return dict(zip(figures, fitting[0], strict=True)) if len(fitting) == 1 else {}


def _each(measure: str, things: Things) -> list[str] | None:
    """Return `measure` of each of `things`, None where it doesn't name them: `Imports from China` and `Imports from India`."""
    own = [_own(thing, things) for thing in things]
    if not all(own):
        return None
    first, last = own[0][0], own[-1][-1]
    joined = render(first.doc, list(first.doc[first.i : last.i + 1]))
    names = [_bare(tokens) for tokens in own]
    at = measure.find(joined)
    if at >= 0:
        return [(measure[:at] + name + measure[at + len(joined) :]).strip() for name in names]
    # "record sales and profits of $2 billion and $71 million": the last alone was taken
    tail = _bare(own[-1])
    return names if measure == tail else None


def _own(thing: Token, things: Things) -> list[Token]:
    """Return the words of one thing of a list, without what joins the things and without what is said of all of them.

    "China's exports and imports of steel": `China's` and `of steel` are said of both.
    """
    rest = {t.i for other in things if other is not thing for t in other.subtree} if thing is things[0] else set[int]()
    kept = [t for t in thing.subtree if t.i not in rest and (thing is not things[0] or t.i < things[1].left_edge.i)]
    if thing is things[0]:
        owners = [c for c in thing.lefts if c.dep_ == "nmod:poss" or (c.dep_ == "amod" and c.text[0].isupper() and c.i > c.sent.start)]
        kept = [t for t in kept if not any(t.i <= owner.right_edge.i for owner in owners)]
    elif thing is things[-1] and not any(c.i < things[1].left_edge.i for c in things[0].rights if c.dep_ == "nmod"):
        kept = [t for t in kept if t.i <= thing.i or t.dep_ in {"flat", "compound"}]
    while kept and (kept[0].dep_ in {"cc", "punct", "case"} or kept[0].lower_ in {"the", "a", "an"}):
        kept = kept[1:]
    while kept and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
        kept = kept[:-1]
    return kept


def _bare(tokens: Sequence[Token]) -> str:
    return render(tokens[0].doc, list(tokens))


def in_turn(periods: Mapping[Site, str | None], times: Sequence[Moment]) -> dict[Site, str | None]:
    """Return `periods`, each figure with a date of its own in `rose 5% and 3% in May and June, respectively`."""
    found = dict(periods)
    for sentence, row in _sentences(periods):
        word = next(t.i for t in sentence if t.lower_ == WORD)
        here = within(times, sentence)
        for figures in rows(row):
            own = [m for m in here if figures[-1].amount.tokens[1] <= m.first < word]
            if len(own) == len(figures) and all(t.is_punct or t.lower_ == "and" for t in _between(own)):
                found |= {site: moment.value for site, moment in zip(figures, own, strict=True)}
    return found


def _between(moments: Sequence[Moment]) -> Iterator[Token]:
    """Yield the tokens between dates that stand side by side."""
    for one, other in pairwise(moments):
        yield from one.head.doc[one.last : other.first]
