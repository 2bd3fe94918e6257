"""What the words and letters of a name show, and the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..knowledge import word_set
from ..places.countries import code_of_country
from ..places.gazetteer import find_cities, name_key
from ..places.known import is_known_place, subdivisions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

ARTICLES = frozenset(("the", "a", "an"))
POSSESSIVES = frozenset(("'s", "’s", "'", "’", "‘s", "`s"))
FUNCTION_WORDS = frozenset(("of", "for", "the", "and", "&", "on", "to", "in", "de", "del", "la"))
LINKING = frozenset(("of", "for", "the", "and", "&", "on", "to", "in", "de", "del", "la", "des", "du", "di", "e", "y"))
PLACE_LABELS = frozenset(("LOC", "FAC"))
DASHES = frozenset(("-", "–", "—"))


def body_words(name: str) -> frozenset[str]:
    """Return a list of organizations.toml: `body_words("heads")`."""
    return word_set("organizations/organizations.toml", name)


def is_known_body(text: str) -> bool:
    """Say whether a table has an organisation called `text`: a company, an agency, an armed group, a movement."""
    return text in body_words("known") or text in body_words("movements")


def heads_line(span: Span) -> bool:
    """Say whether `span` stands at the head of a line: that of a dateline, of a paragraph."""
    return span.start == 0 or "\n" in span.doc[span.start - 1].text


def initials(text: str) -> str:
    """Return the first letters of the words of a name, without `of` and its like (`International Monetary Fund`: `imf`)."""
    return "".join(name_key(word)[:1] for word in text.replace("-", " ").split() if word.lower() not in LINKING)


def is_acronym(text: str) -> bool:
    """Say whether `text` is one word with two capital letters or more (`IMF`, `U.N.`, `EsSalud`)."""
    return " " not in text and sum(c.isupper() for c in text) >= 2


def is_khan(text: str) -> bool:
    """Say whether a name of several words ends as those of people do alone: `Kublai Khan`, but not the city `Dera Ismail Khan`."""
    return text.endswith(" Khan") and len(text.split()) < 4 and not is_known_place(text) and not text.startswith("Dera ")


def ends_as_body(text: str) -> bool:
    """Say whether `text` names a body by a word of its own (`Central Bank`, `Ministry of Health`) or is known as one."""
    words = text.split()
    first = next((w for w in words if w.lower() not in ARTICLES), "")
    last = words[-1] if words else ""  # of an article alone nothing is left
    return (
        last in body_words("heads")
        or (" of " in text and first in body_words("first_heads"))
        or is_known_body(text.removeprefix("the "))
        or last == "Sciences"
        or (first in body_words("first_heads_abroad") and len(words) > 1)
    )


def is_before_its_state(span: Span) -> bool:
    """Say whether a name of one or two words is a town's in the country or state behind its comma: `Macomb, Illinois`, `JACKSON, Miss.`."""
    doc, at = span.doc, span.end
    if span.label_ not in ("PERSON", "ORG", "MISC") or len(span) > 2 or at + 1 >= len(doc) or doc[at].text != ",":
        return False
    short = doc[at + 1].text if "." in doc[at + 1 : at + 3].text else ""  # "Miss." is a state, "Miss" is none
    whole = next((ent.text for ent in doc[at + 1 : at + 5].ents if ent.start == at + 1 and ent.label_ in PLACE_LABELS), short)
    codes = {code_of_country(whole), *subdivisions().get(name_key(whole), ())} - {None}
    return bool(codes) and any(city.country in codes for city in find_cities(span.text))


def goes_on(doc: Doc, end: int) -> bool:
    """Say whether a longer name goes on at `end` (`Middle East` | `Eye`)."""
    return end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and doc[end].ent_type_ not in PLACE_LABELS


def goes_on_before(doc: Doc, start: int) -> bool:
    """Say whether the token before `start` belongs to a longer name (`Radio` | `Free Europe`)."""
    return start > 0 and doc[start - 1].pos_ == "PROPN" and not doc[start - 1].is_sent_end and doc[start - 1].ent_type_ not in PLACE_LABELS
