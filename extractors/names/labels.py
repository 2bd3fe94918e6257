"""What a name is labelled by its own words and by what stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from ..knowledge import load
from ..places.countries import code_of_country, code_of_demonym
from ..places.divisions import division_called
from ..places.gazetteer import UNIQUE_CITY, find_cities, name_key
from ..places.known import is_known_place, known_places, place_words, subdivisions
from .companies import addresses_as_company, announces_body, is_called_body, stands_for_company
from .words import PLACE_LABELS, POSSESSIVES, body_words, is_before_its_state, is_khan, is_known_body


def parts_of_people(spans: Sequence[Span]) -> frozenset[str]:
    """Return the words of the names of people that have several: `Sabah`, where the article names `Sabah Al-Khaled`, is no place.

    What the recogniser takes for a place more than once is one, all the same.
    """
    places = Counter(span.text for span in spans if span.label_ in PLACE_LABELS)
    words = (word for span in spans if span.label_ == "PERSON" and " " in span.text for word in span.text.split())
    return frozenset(word for word in words if places[word] < 2)


def by_words(span: Span, people: frozenset[str]) -> Span:
    """Return `span` with the label that its words show, where they show one; `people` are words of the names of people."""
    text, label = span.text, span.label_
    if label in ("NORP", "MISC", "ORG") and _is_state_and_follower(span):
        return Span(span.doc, span.start, span.end - 1, label="LOC")
    if (label == "PERSON" and text in people) or _is_another_place(span):
        return span
    if label in PLACE_LABELS and is_khan(text):
        return Span(span.doc, span.start, span.end, label="PERSON")
    if label in PLACE_LABELS and text in people and text not in place_words("words", "people") and not is_known_place(text):
        return Span(span.doc, span.start, span.end, label="PERSON")  # "the Duterte government", where Rodrigo Duterte is named
    settled = _label_by_words(text, label)
    return span if settled == label else Span(span.doc, span.start, span.end, label=settled)


def by_its_neighbours(span: Span, companies: Mapping[str, int]) -> Span:
    """Return `span` as a place where it is a town of the country or state behind it, and a body where the article calls it one.

    A name is a body, too, where it is short for one of `companies`, which the article names in full before it (`short_names`).
    """
    if is_before_its_state(span) or (span.label_ == "ORG" and _is_in_city(span)):
        return Span(span.doc, span.start, span.end, label="LOC")
    if span.label_ == "FAC" and _has_staff(span):
        return Span(span.doc, span.start, span.end, label="ORG")
    called = is_called_body(span.doc, span.end) or (len(span) == 1 and addresses_as_company(span))
    if span.label_ in ("LOC", "PERSON", "MISC") and (called or stands_for_company(span, companies)):
        return Span(span.doc, span.start, span.end, label="ORG")
    return span


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
    return label


def _is_state_and_follower(span: Span) -> bool:
    """Say whether a name is one of a state of the USA and a party's follower in it: `a Georgia Republican`, but not `the Texas GOP`."""
    of_people = span.label_ != "ORG" or span[-1].text not in ("GOP", "Democratic")
    return (
        of_people
        and len(span) > 1
        and span[-1].text in place_words("words", "american")
        and division_called("US", [span[:-1].text]) is not None
    )


def _has_staff(span: Span) -> bool:
    """Say whether a hospital or a school is named as the body whose people act: `Nurses at northern Kenya's Marsabit Referral Hospital`."""
    doc, at = span.doc, span.start - 1
    if span.text.split()[-1] not in body_words("staffed"):
        return False
    if at > 1 and doc[at].text in POSSESSIVES:
        at = next((i for i in range(at - 1, max(0, at - 6), -1) if doc[i].lower_ in ("at", "of")), 0)
    return at > 0 and doc[at].lower_ in ("at", "of") and doc[at - 1].lower_ in body_words("staff")


def _is_in_city(span: Span) -> bool:
    """Say whether a name behind `in` is a city's that has no namesake abroad: `hires in Wuppertal`, but not `shares in Santos`."""
    doc, at = span.doc, span.start - 1
    if at < 1 or doc[at].lower_ != "in" or len(span) > 1 or announces_body(doc, span.start) or doc[at - 1].pos_ == "NOUN":
        return False
    cities = find_cities(span.text)
    return len(cities) > 0 and cities[0].weight >= UNIQUE_CITY and len({city.country for city in cities}) == 1


def _is_another_place(span: Span) -> bool:
    """Say whether a place that shares its name with a body is meant: `the M23 motorway`, `Wagner, South Dakota`."""
    doc, end = span.doc, span.end
    if end >= len(doc):
        return False
    before_another = doc[end].text == "," and any(token.ent_type_ in PLACE_LABELS for token in doc[end : end + 2])
    return (span.label_ in PLACE_LABELS and before_another) or doc[end].lower_ in place_words("words", "roads")
