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

_RESOLUTION = re.compile(r"(.+\b(?:Council|Assembly|UN|U\.N\.|Nations)) Resolutions? \d+")


def parts_of_people(spans: Iterable[Span]) -> frozenset[str]:
    """Return the words of the names of people that have several: `Sabah`, where the article names `Sabah Al-Khaled`, is no place."""
    return frozenset(word for span in spans if span.label_ == "PERSON" and len(words := span.text.split()) > 1 for word in words)


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


def by_what_follows(span: Span) -> Span:
    """Return `span` as a place where what follows says so.

    That is its country or state that has a town of this name (`Macomb, Illinois`), or its governor (`Córdoba Governor`).
    """
    doc = span.doc
    if span.label_ not in ("PERSON", "ORG", "MISC") or span.end + 1 >= len(doc) or len(span) > 2:
        return span
    if span.label_ != "PERSON" and doc[span.end].lower_ in place_words("words", "local") and is_known_place(span.text):
        return Span(doc, span.start, span.end, label="LOC")
    if doc[span.end].text != ",":
        return span
    after = doc[span.end + 1]
    if after.ent_type_ != "LOC" or after.ent_iob_ != "B":
        return span
    whole = next((ent.text for ent in doc[after.i : after.i + 4].ents if ent.start == after.i), after.text)
    codes = {code_of_country(whole), *subdivisions().get(name_key(whole), ())} - {None}
    town = any(city.country in codes for city in find_cities(span.text))
    return Span(doc, span.start, span.end, label="LOC") if town else span


def by_words(span: Span, people: frozenset[str]) -> Span:
    """Return `span` with the label that its words show, where they show one; `people` are words of the names of people."""
    text, label = span.text, span.label_
    if (label == "PERSON" and text in people) or (label in PLACE_LABELS and _is_another_place(span)):
        return span
    if label in PLACE_LABELS and is_khan(text):
        return Span(span.doc, span.start, span.end, label="PERSON")
    if label in PLACE_LABELS and text in people and text not in place_words("words", "people") and not is_known_place(text):
        return Span(span.doc, span.start, span.end, label="PERSON")  # "the Duterte government", where Rodrigo Duterte is named
    resolution = _RESOLUTION.fullmatch(text) if label in ("MISC", "ORG") else None
    if resolution:
        return span.doc.char_span(span.start_char, span.start_char + len(resolution[1]), label="ORG") or span
    settled = _label_by_words(text, label)
    return span if settled == label else Span(span.doc, span.start, span.end, label=settled)


def _is_another_place(span: Span) -> bool:
    """Say whether a place that shares its name with a body is meant: `the M23 motorway`, `Wagner, South Dakota`."""
    doc, end = span.doc, span.end
    if end >= len(doc):
        return False
    in_whole = doc[end].text == "," and doc[end].ent_type_ in PLACE_LABELS  # the recogniser read both as one
    return in_whole or doc[end].lower_ in place_words("words", "roads")


def _label_by_words(text: str, label: str) -> str:
    if label in ("ORG", "MISC", "NORP") and code_of_country(text) and not (label == "NORP" and code_of_demonym(text)):
        return "LOC"
    if text in load("places/places.toml")["short"]:
        return "LOC"
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
