"""What an article shows of a name that is a company's or another body's, whatever the recogniser takes it for."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from .words import ARTICLES, POSSESSIVES, body_words


def announces_body(doc: Doc, start: int) -> bool:
    """Say whether the words before token `start` announce the name of a company or another body: `oil producer X`, `shares in X`."""
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    if not before or doc[start].is_sent_start:
        return False
    in_trade = before[0] in body_words("sectors") and before[-1] in body_words("sizes")
    held = before[0] in ("shares", "stake") and before[-1] in ("in", "of")
    return before[-1] in body_words("announcing") or in_trade or held


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
