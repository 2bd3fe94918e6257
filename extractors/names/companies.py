"""What an article shows of a name that is a company's or another body's, whatever the recogniser takes it for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Span

from ..places.countries import code_of_country, code_of_demonym
from ..places.gazetteer import LARGE_CITY, find_cities
from .words import ARTICLES, POSSESSIVES, body_words


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
    """Say whether a name stands for the company that was named in full before it: it is a subject or an owner behind no preposition."""
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
        if token.text in POSSESSIVES:
            return False  # "Ana Ruiz, the bank's chief"
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB") and token.text != "-":
            break
        noun = token
    return noun is not None and (noun.lower_ in body_words("announcing") or noun.lower_ in body_words("called"))


def addresses_as_company(span: Span) -> bool:
    """Say whether a name is the subject of a verb that addresses investors or customers, and called `it`: `X told customers that it …`."""
    verb = span.root.head
    if not span.root.dep_.startswith("nsubj"):
        return False
    addressed = any(token.dep_ in ("obj", "iobj") and token.lower_ in body_words("addressed") for token in verb.children)
    return addressed and any(token.lower_ in ("it", "its") for token in verb.subtree)
