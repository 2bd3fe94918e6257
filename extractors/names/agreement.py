"""What a name is labelled by the other names of its list."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from ..places.gazetteer import name_key
from ..places.known import is_known_place, subdivisions
from .companies import announces_body
from .lists import enumerations
from .words import PLACE_LABELS, body_words, is_known_body


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
