"""Which names can be those of places."""

from __future__ import annotations

from spacy.tokens import Span

from ..knowledge import load
from ..names.words import heads_line, is_acronym
from ..offices.lexicon import honorifics
from .countries import code_of_country, code_of_demonym
from .gazetteer import LARGE_CITY, find_cities, find_town, name_key
from .known import is_known_place, known_places, place_words, postal_states, states, subdivisions


def is_place(span: Span) -> bool:
    """Say whether `span` can name a place: no bare kind of place, no abbreviation that no table knows, no currency (`US dollars`)."""
    text, doc = span.text, span.doc
    if " ".join(text.split()).casefold() in place_words("words", "no_places"):
        return False
    if span.end < len(doc) and doc[span.end].lower_ in ("dollar", "dollars"):
        return False
    if text.split()[0] in place_words("words", "tribes") | place_words("words", "vessels") or text.endswith(("/", "/.")):
        return False  # "MONTSAME/." of a dateline
    if all(token.lower_ in honorifics() for token in span) or text.split()[-1] in place_words("words", "no_heads"):
        return False
    others = place_words("words", "vessels") | place_words("words", "heavenly")
    if _is_adjective(span) or (span.start and doc[span.start - 1].text in others):
        return False  # "typhoon Egay", "INS Vela", "the moon Callisto"
    key = name_key(text)
    if heads_line(span) and any(city.weight >= LARGE_CITY for city in find_cities(text)):
        return True  # "LEON, GUANAJUATO.-"
    if doc[span.end : span.end + 1].text == "," and name_key(doc[span.end + 1 : span.end + 2].text) in states():
        return True  # "TROY, N.C."
    if _is_postal_code(span):
        return True
    return text in load("places/places.toml")["short"] or not (
        is_acronym(text) and text.isupper() and len(key) <= 4 and not code_of_country(text) and key not in known_places() | subdivisions()
    )


def _is_postal_code(span: Span) -> bool:
    """Say whether `span` is the postal code of a state behind one of its towns: `Fort Wayne, IN`."""
    doc, comma = span.doc, span.start - 1
    state = postal_states().get(span.text)
    if state is None or comma < 1 or doc[comma].text != ",":
        return False
    return any(find_town(doc[max(0, comma - size) : comma].text, state.country, state.admin1) for size in (1, 2, 3))


def _is_adjective(span: Span) -> bool:
    """Say whether `span` is but an adjective for a direction or a people: `the Northern and Western provinces`, `Kurdish`."""
    text = span.text
    if text.casefold() in place_words("words", "compass"):
        return text != "Central" or _qualifies(span)
    people = text in place_words("words", "peoples") or code_of_demonym(text) is not None
    return people and not is_known_place(text)


def is_common_word(span: Span) -> bool:
    """Say whether a town's name opens a sentence as the common word that it is: `Mobile users`, not `Reading officials`."""
    doc, end = span.doc, span.end
    if span.text not in place_words("words", "common_words") or end >= len(doc):
        return False
    opens = bool(span[0].is_sent_start) or "\n" in doc[span.start - 1].text
    after = doc[end]
    return opens and after.is_lower and after.pos_ == "NOUN" and after.lower_ not in place_words("words", "townspeople")


def _qualifies(span: Span) -> bool:
    """Say whether `Central` qualifies what follows (`in Central and Eastern parts`); Hong Kong has a district called so."""
    doc, at = span.doc, span.end
    at += at < len(doc) and doc[at].lower_ in (",", "and", "or")
    goes_on = at < len(doc) and (doc[at].pos_ == "NOUN" or doc[at].lower_ in place_words("words", "compass"))
    return goes_on or (span.start > 0 and doc[span.start - 1].lower_ == "the")
