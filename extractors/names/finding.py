"""The names of an article as the recogniser found them, settled by what an article shows as a whole and by what words of names show.

Places and organisations are read from the same settled names, so that no name is both.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from ..spans import token_texts
from .agreement import by_enumeration
from .companies import short_names
from .datelines import with_datelines
from .dividing import divided
from .labels import by_its_neighbours, by_words, parts_of_people
from .phrases import linked, with_known_places
from .trimming import trimmed_name
from .words import PLACE_LABELS


def find_names(doc: Doc) -> list[Span]:
    """Return the names in `doc` with their settled labels, in order and without overlap.

    Articles, possessives and punctuation are outside the spans; names joined by a comma or a possessive are apart (`Okpo, South Gyeongsang
    Province`).
    """
    words = token_texts(doc)  # spaCy makes them anew at each call
    spans = with_known_places(doc, words, linked(doc, doc.ents))
    named = frozenset(span.text for span in spans if span.label_ in PLACE_LABELS)
    parts = (part for span in spans for part in divided(span, named))
    spans = [trimmed for part in parts if (trimmed := trimmed_name(part))]
    people, companies = parts_of_people(spans), short_names(spans)
    spans = with_datelines(doc, words, [by_its_neighbours(by_words(span, people), companies) for span in spans])
    return by_enumeration(doc, spans)
