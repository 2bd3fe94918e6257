"""What a name is labelled by the other names of the article: in brackets beside it, of the same words, in one list."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from ..places.countries import code_of_country
from ..places.gazetteer import name_key
from ..places.known import is_known_place, subdivisions
from .lists import enumerations
from .words import PLACE_LABELS, announces_body, body_words, is_acronym, is_behind_agency, is_known_body


def by_vote(spans: list[Span]) -> list[Span]:
    """Give all spans of one name the label that most of them have; among equals the place's, then the organisation's."""
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        votes.setdefault(name_key(span.text), Counter())[span.label_] += 1
    return [span if len(counts := votes[name_key(span.text)]) == 1 else _relabelled(span, counts) for span in spans]


def _relabelled(span: Span, counts: Counter[str]) -> Span:
    order = ("LOC", "FAC", "ORG", "PERSON", "NORP", "MISC")
    sure = "LOC" if code_of_country(span.text) and counts["LOC"] else "ORG" if is_acronym(span.text) and counts["ORG"] else ""
    best = sure or max(counts, key=lambda label: (counts[label], -order.index(label) if label in order else -len(order)))
    return Span(span.doc, span.start, span.end, label=best)


def by_enumeration(doc: Doc, spans: list[Span]) -> list[Span]:
    """The names of one enumeration are of one kind: where most of four or more are places, all are (`Junin, Cusco, Loreto, Maynas`)."""
    settled: list[Span] = []
    for names in enumerations(doc, spans):
        run = _without_wholes(doc, names)
        kept = {span.start for span in run}
        settled.extend(span for span in names if span.start not in kept)
        places = sum(span.label_ in PLACE_LABELS or name_key(span.text) in subdivisions() for span in run)
        if len(run) >= 4 and 2 * places >= len(run) and not any(_is_body(span) for span in run):
            run = [span if span.label_ in PLACE_LABELS else Span(doc, span.start, span.end, label="LOC") for span in run]
        elif _are_bodies(doc, run, places):
            run = [span if is_known_place(span.text) else Span(doc, span.start, span.end, label="ORG") for span in run]
        settled.extend(run)
    return sorted(settled, key=lambda span: span.start)


def _without_wholes(doc: Doc, run: Sequence[Span]) -> list[Span]:
    """Return the names of an enumeration without those that say where another lies: `Shell in Nigeria, Total in Angola`."""
    before = [doc[first.end : second.start].text for first, second in itertools.pairwise(run)]
    return [span for span, between in zip(run, ["", *before], strict=True) if between not in ("in", "(")]


def _are_bodies(doc: Doc, run: Sequence[Span], places: int) -> bool:
    """Say whether an enumeration is one of bodies: most of them are, or a noun for bodies stands before it (`the restaurants X and Y`)."""
    announced = announces_body(doc, run[0].start)
    if announced and len(run) > 1 and doc[run[0].start - 1].lower_.endswith("s"):
        return True
    return len(run) >= (2 if announced else 3) and 2 * sum(span.label_ == "ORG" for span in run) >= len(run) and places == 1


def _is_body(span: Span) -> bool:
    """Say whether `span` is an organisation by its name (`Selwyn District Council`, `Hamas`)."""
    last = span.text.split()[-1]
    by_words = len(span) > 1 and not body_words("heads").isdisjoint((last, last.removesuffix("s")))
    return span.label_ == "ORG" and (by_words or is_known_body(span.text))


def by_brackets(doc: Doc, spans: list[Span]) -> list[Span]:
    """An abbreviation in brackets behind an organisation's name is an organisation (`Social Health Insurance System (EsSalud)`).

    So is the one name behind a news agency's and a comma (`the Jordan News Agency, Petra`).
    """
    spans = [Span(doc, span.start, span.end, label="ORG") if len(span) == 1 and is_behind_agency(span) else span for span in spans]
    by_start = {span.start: at for at, span in enumerate(spans)}
    settled, added = list(spans), []
    for span in spans:
        at = span.end + 1
        if span.label_ != "ORG" or at + 1 >= len(doc) or doc[at - 1].text != "(" or doc[at + 1].text != ")" or not is_acronym(doc[at].text):
            continue
        inner = Span(doc, at, at + 1, label="ORG")
        if at in by_start:
            settled[by_start[at]] = inner
        else:
            added.append(inner)
    return sorted([*settled, *added], key=lambda span: span.start)
