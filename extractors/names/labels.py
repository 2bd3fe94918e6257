"""What a name is labelled by its own words and by what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span

from ..knowledge import load
from ..places.countries import code_of_country, code_of_demonym
from ..places.gazetteer import find_cities, name_key
from ..places.known import is_in_tables, is_known_place, known_places, place_words, subdivisions
from .words import PLACE_LABELS, body_words, ends_as_body, heads_line, is_khan, is_known_body


def parts_of_people(spans: Iterable[Span]) -> frozenset[str]:
    """Return the words of the names of people that have several: `Sabah`, where the article names `Sabah Al-Khaled`, is no place."""
    return frozenset(word for span in spans if span.label_ == "PERSON" and len(words := span.text.split()) > 1 for word in words)


def by_words(span: Span, people: frozenset[str]) -> Span:
    """Return `span` with the label that its words show, where they show one; `people` are words of the names of people."""
    text, label = span.text, span.label_
    if (label == "PERSON" and text in people) or (label in PLACE_LABELS and _is_another_place(span)):
        return span
    if label in PLACE_LABELS and is_khan(text):
        return Span(span.doc, span.start, span.end, label="PERSON")
    if label in PLACE_LABELS and text in people and text not in place_words("words", "people") and not is_known_place(text):
        return Span(span.doc, span.start, span.end, label="PERSON")  # "the Duterte government", where Rodrigo Duterte is named
    settled = _label_by_words(text, label)
    return span if settled == label else Span(span.doc, span.start, span.end, label=settled)


def by_what_follows(span: Span) -> Span:
    """Return `span` as a place where its country or state stands behind a comma and has a town of this name (`Macomb, Illinois`)."""
    doc, at = span.doc, span.end
    if span.label_ not in ("PERSON", "ORG", "MISC") or len(span) > 2 or doc[at : at + 1].text != "," or at + 1 >= len(doc):
        return span
    whole = next((ent.text for ent in doc[at + 1 : at + 5].ents if ent.start == at + 1 and ent.label_ in PLACE_LABELS), "")
    codes = {code_of_country(whole), *subdivisions().get(name_key(whole), ())} - {None}
    town = any(city.country in codes for city in find_cities(span.text))
    return Span(doc, span.start, at, label="LOC") if town else span


def _label_by_words(text: str, label: str) -> str:
    if label in ("ORG", "MISC", "NORP") and code_of_country(text) and not (label == "NORP" and code_of_demonym(text)):
        return "LOC"
    if text in load("places/places.toml")["short"]:
        return "LOC"
    if label == "ORG" and " " in text and text.split()[-1] in place_words("words", "seats"):
        return "FAC"  # "Iowa Statehouse"
    if label != "ORG" and is_known_body(text):
        return "ORG"
    if label not in PLACE_LABELS and known_places().get(name_key(text), ("", None))[1] and text not in place_words("words", "people"):
        return "LOC"
    if label == "NORP" and name_key(text) in subdivisions() and not code_of_demonym(text):
        return "LOC"  # "Nyeri Governor"
    if label == "ORG" and " " in text and len(subdivisions().get(name_key(text), ())) == 1:
        return "LOC"  # "Bono East Regional Commander"
    law = label == "MISC" and not body_words("no_heads").isdisjoint(re.findall(r"\w+", text))
    if label in ("PERSON", "LOC", "MISC", "NORP") and ends_as_body(text) and " " in text and not is_in_tables(text) and not law:
        return "ORG"
    return label


def by_dateline(span: Span) -> Span:
    """Return `span` as a place where it is a large city in front of a dateline's dash or bracket (`Ulaanbaatar /MONTSAME/`)."""
    doc = span.doc
    if (
        not heads_line(span)
        or span.label_ not in ("PERSON", "ORG", "MISC")
        or span.end >= len(doc)
        or doc[span.end].text[:1] not in "/(-–—:"
    ):
        return span
    cities = find_cities(span.text)
    return Span(doc, span.start, span.end, label="LOC") if cities and cities[0].weight >= 200_000 else span


def _is_another_place(span: Span) -> bool:
    """Say whether a place that shares its name with a body is meant: `the M23 motorway`, `Wagner, South Dakota`."""
    doc, end = span.doc, span.end
    if end >= len(doc):
        return False
    in_whole = doc[end].text == "," and doc[end].ent_type_ in PLACE_LABELS  # the recogniser read both as one
    return in_whole or doc[end].lower_ in place_words("words", "roads")
