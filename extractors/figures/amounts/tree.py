"""The noun of the noun phrase that a number stands in. Trees are Universal Dependencies."""

from __future__ import annotations

from spacy.tokens import Token

LEFT_MODIFIERS = {
    "amod",
    "compound",
    "nummod",
    "nmod:poss",
    "nmod:unmarked",
    "det",
    "advmod",
    "nmod",
    "flat",
    "case",
    "punct",
    "obl:npmod",
    "nmod:npmod",
}
BEFORE_NOUN = {"NOUN", "PROPN", "ADJ", "VERB", "PUNCT", "NUM", "PART", "SYM", "DET", "PRON", "ADV", "CCONJ"}


def np_head(token: Token) -> Token:
    """Return the noun of the noun phrase that `token` begins or stands in, on its right."""
    noun = token
    while (
        noun.head.i > noun.i
        and noun.dep_ in LEFT_MODIFIERS
        and all(t.pos_ in BEFORE_NOUN or _in_compound(t) for t in token.doc[token.i : noun.head.i])
    ):
        noun = noun.head
    return noun


def _in_compound(token: Token) -> bool:
    """Tell the preposition within a compound: `for` in `a roads-for-minerals deal`."""
    doc, i = token.doc, token.i
    return 0 < i < len(doc) - 1 and doc[i - 1].text == doc[i + 1].text == "-"
