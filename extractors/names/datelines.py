"""The town, the state and the agency at the head of a dateline, and states behind towns: `TROY, N.C. (AP) --`, `Astoria, Ore.`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from ..places.countries import code_of_country
from ..places.gazetteer import UNIQUE_CITY, find_cities, find_town, name_key
from ..places.known import is_known_place, postal_states, states
from .words import DASHES, heads_line

_WORDS = 4  # of a town's name
_LONGEST = 12  # tokens before the agency's bracket: a town, a state and a day
_AGENCY = 3  # words of an agency's name
_ENDS = DASHES | {"(", "--", "/"}


def with_datelines(doc: Doc, words: Sequence[str], spans: list[Span]) -> list[Span]:
    """Return `spans` with the town, the state and the agency of each dateline, in place of what the recogniser took their words for.

    With them come the abbreviated states behind towns that the recogniser missed.
    """
    heads = [start for start in range(len(doc)) if _may_begin(doc, words, start)]
    named = frozenset(span.start for span in spans)
    found = [span for start in heads for part in (_town(doc, words, start), _agency(doc, words, start, named)) for span in part]
    found.extend(_missed_states(doc, words, spans, frozenset(i for span in found for i in range(span.start, span.end))))
    taken = {i for span in found for i in range(span.start, span.end)}
    kept = [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
    return sorted([*kept, *found], key=lambda span: span.start)


def _may_begin(doc: Doc, words: Sequence[str], at: int) -> bool:
    in_capitals = len(words[at]) > 1 and words[at].isupper()  # asked first: few words are
    return in_capitals and (at == 0 or "\n" in words[at - 1] or bool(doc[at].is_sent_start))


def _town(doc: Doc, words: Sequence[str], start: int) -> Iterator[Span]:
    """Yield the town and the state of the dateline that begins at `start`, if one does."""
    comma = next((at for at in range(start + 1, min(start + _WORDS + 1, len(words))) if not words[at].isupper()), len(words))
    state = comma + 1
    if comma < len(words) and words[comma] in _ENDS and heads_line(doc[start:comma]) and _is_city(doc[start:comma].text):
        yield Span(doc, start, comma, label="LOC")
    if state + 1 >= len(words) or words[comma] != "," or name_key(words[state]) not in states():
        return
    end = state + 1 + (words[state + 1] == ".")
    if words[end : end + 1] and words[end] in _ENDS:
        yield Span(doc, start, comma, label="LOC")
        yield Span(doc, state, end, label="LOC")


def _missed_states(doc: Doc, words: Sequence[str], spans: Sequence[Span], covered: frozenset[int]) -> Iterator[Span]:
    """Yield the abbreviations of states behind a place and a comma: `Astoria, Ore.`, `Victoria, B.C.`, without a stop `Fort Wayne, IN`.

    What the recogniser takes for another name there is a state, too.
    """
    longer = {i for span in spans for i in range(span.start, span.end) if span.label_ == "LOC" or len(span) > 2}
    for town in (span for span in spans if span.label_ == "LOC" and words[span.end : span.end + 1] == [","]):
        at = town.end + 1
        if at >= len(words) or at in covered or at in longer or not words[at][:1].isupper():
            continue
        end = at + 1 + (words[at + 1 : at + 2] == ["."])
        postal = postal_states().get(words[at])
        if "." in doc[at:end].text and name_key(words[at]) in states():
            yield Span(doc, at, end, label="LOC")
        elif postal and find_town(town.text, postal.country, postal.admin1):
            yield Span(doc, at, at + 1, label="LOC")


def _is_city(text: str) -> bool:
    """Say whether `text` is known as a city's name without a state behind it: `ABUJA (Wire)`."""
    cities = find_cities(text)
    return bool(cities) and cities[0].weight >= UNIQUE_CITY and not code_of_country(text)


def _agency(doc: Doc, words: Sequence[str], start: int, named: frozenset[int]) -> Iterator[Span]:
    """Yield what stands in brackets before the dash of a dateline that begins at `start`: `HANOI (KNB) -`, but not `OSLO (Norway) -`.

    The recogniser must have a name there (`named`: where those begin), or it is in capitals.
    """
    first = next((at + 1 for at in range(start, min(start + _LONGEST, len(words))) if words[at] == "(" or "\n" in words[at]), len(words))
    end = next((at for at in range(first, min(first + _AGENCY + 1, len(words))) if words[at] == ")"), len(words))
    if first >= end or end + 1 >= len(words) or words[end + 1] not in _ENDS - {"(", "/"}:
        return
    agency = Span(doc, first, end, label="ORG")
    in_capitals = end == first + 1 and words[first].isalpha() and words[first].isupper()
    is_place = code_of_country(agency.text) or name_key(agency.text) in states() or is_known_place(agency.text)
    if (first in named or in_capitals) and not is_place:
        yield agency
