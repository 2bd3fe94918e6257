"""What the words and letters of a name show, and the words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..knowledge import word_set
from ..places.countries import code_of_country, code_of_demonym
from ..places.gazetteer import LARGE_CITY, find_cities, name_key
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
    return (
        words[-1] in body_words("heads")
        or (" of " in text and first in body_words("first_heads"))
        or is_known_body(text.removeprefix("the "))
        or words[-1] == "Sciences"
        or (first in body_words("first_heads_abroad") and len(words) > 1)
    )


def announces_body(doc: Doc, start: int) -> bool:
    """Say whether the words before token `start` announce the name of a company or another body: `oil producer X`, `shares in X`."""
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    if not before or doc[start].is_sent_start:
        return False
    in_trade = before[0] in body_words("sectors") and before[-1] in body_words("sizes")
    held = before[0] in ("shares", "stake") and before[-1] in ("in", "of")
    return before[-1] in body_words("announcing") or in_trade or held


def short_names(names: Iterable[Span]) -> dict[str, int]:
    """Return the names by which companies may go behind their full one, with its token: `Harrow` after `Harrow Media`.

    A person's surname is none where the article names the person, nor is a country or a large city.
    """
    names = list(names)
    people = {word for span in names if span.label_ == "PERSON" and len(span) > 1 for word in span.text.split()}
    found: dict[str, int] = {}
    for span in (span for span in names if span.label_ == "ORG" and len(span) > 1):
        words = span.text.split()
        own = list(words)
        while len(own) > 1 and own[-1].strip(".,") in body_words("legal_forms") | body_words("trades"):
            del own[-1]
        if len(own) < min(len(words), 3) and people.isdisjoint(own) and _may_stand_for_company(" ".join(own)):
            found.setdefault(" ".join(own).rstrip(","), span.start)
    return found


def _may_stand_for_company(short: str) -> bool:
    known = code_of_country(short) or code_of_demonym(short) or short in body_words("general") or short in body_words("heads")
    return not known and not any(city.weight >= LARGE_CITY for city in find_cities(short))


def stands_for_company(span: Span, companies: Mapping[str, int]) -> bool:
    """Say whether a name stands for the company that was named in full before it: it does something, and something is not in it."""
    at = companies.get(span.text)
    if at is None or at >= span.start:
        return False
    before = span.doc[span.start - 1]
    return (span.root.dep_.startswith("nsubj") or span.root.dep_ == "nmod:poss") and before.pos_ not in ("ADP", "PROPN", "NOUN")


def is_called_body(doc: Doc, end: int) -> bool:
    """Say whether a noun for bodies stands in apposition to the name that ends at token `end`: `Kandora, the steelmaker`."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ARTICLES:
        return False
    noun = None
    for token in doc[end + 2 : end + 8]:
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB") and token.text != "-":
            break
        noun = token
    return noun is not None and (noun.lower_ in body_words("announcing") or noun.lower_ in body_words("called"))


def is_before_its_state(span: Span) -> bool:
    """Say whether a name of one or two words is a town's in the country or state behind its comma: `Macomb, Illinois`, `JACKSON, Miss.`."""
    doc, at = span.doc, span.end
    if span.label_ not in ("PERSON", "ORG", "MISC") or len(span) > 2 or at + 1 >= len(doc) or doc[at].text != ",":
        return False
    short = doc[at + 1].text if "." in doc[at + 1 : at + 3].text else ""  # "Miss." is a state, "Miss" is none
    whole = next((ent.text for ent in doc[at + 1 : at + 5].ents if ent.start == at + 1 and ent.label_ in PLACE_LABELS), short)
    codes = {code_of_country(whole), *subdivisions().get(name_key(whole), ())} - {None}
    return any(city.country in codes for city in find_cities(span.text))


def goes_on(doc: Doc, end: int) -> bool:
    """Say whether a longer name goes on at `end` (`Middle East` | `Eye`)."""
    return end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and doc[end].ent_type_ not in PLACE_LABELS


def goes_on_before(doc: Doc, start: int) -> bool:
    """Say whether the token before `start` belongs to a longer name (`Radio` | `Free Europe`)."""
    return start > 0 and doc[start - 1].pos_ == "PROPN" and not doc[start - 1].is_sent_end and doc[start - 1].ent_type_ not in PLACE_LABELS
