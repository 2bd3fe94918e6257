"""Measures read from the noun before the figure: what is worth it, has its size, is sold for it or headed by it."""

from __future__ import annotations

from spacy.tokens import Token

from .amounts.lexicon import lemma_of, lexical, words
from .amounts.tree import NOMINAL, case_of, np_head, subject
from .phrases import defines, noun_phrase, top_noun
from .site import Site
from .told import Told


def attribute(site: Site, told: Told) -> str | None:
    """`an investment worth US$12 million`, `a plant valued at $5 billion`, `the reactor (50MW)`: the noun before."""
    lead = site.lead
    if lead is None or lead.i == lead.sent.start:
        return None
    noun = _before_bracket(site, lead) or _before_state(site, lead, told)
    noun = noun or _before_movement(site, lead, told) or _before_worth(lead, told)
    if noun is None or noun.pos_ not in NOMINAL:
        return None
    return noun_phrase(noun, told.skipped_for(noun, site))


def _before_bracket(site: Site, lead: Token) -> Token | None:
    """Return the noun before a bracket: `reactor (50MW)`, `Mexico (-8%)`, where `(-8` is one token."""
    if site.amount.signed and lead.pos_ == "PROPN" and lead.doc[site.amount.tokens[0]].text.startswith("("):
        return lead
    return site.head.head if lead.text == "(" and site.head.dep_ == "appos" else None


def _before_state(site: Site, lead: Token, told: Told) -> Token | None:
    """Return the noun before `, 290 metres long,`, `, 60 percent owned by the state,` and in `with costs 6 percent higher`."""
    after, adjacent = site.after, lead.i == site.amount.tokens[0] - 1
    if after is None or after.i != site.amount.tokens[1]:
        return None
    sized = site.amount.dimension == "length" and after.lower_ in words("words", "extents")
    owned = site.amount.section == "percentages" and after.lower_ in words("words", "owned")
    if lead.text == "," and (sized or owned):
        return top_noun(lead.nbor(-1), told.skipped)
    compared = site.amount.section != "quantities" and after.lower_ in words("adverbs", "up") | words("adverbs", "down")
    if compared and adjacent and lead.pos_ == "NOUN" and lead.i not in told.skipped and lemma_of(lead) not in words("words", "times"):
        return top_noun(lead, told.skipped)
    return None


def _before_movement(site: Site, lead: Token, told: Told) -> Token | None:
    """Return the noun before `up`, `down` or `at`: `with diesel up 112 percent`, `Acme, down 3 percent`."""
    noun = lead.nbor(-1)
    moved = lead.lower_ in {"up", "down"}
    if moved and noun.pos_ in NOMINAL and site.preposition and lemma_of(noun) not in words("words", "times"):
        return top_noun(noun, told.skipped)
    aside = (moved or lead.lower_ == "at") and noun.text == "," and lead.i - 2 >= lead.sent.start
    if not aside:
        return None
    noun = top_noun(lead.nbor(-2), told.skipped)
    # "the won closed at 1,312 against the dollar, down 0.6 percent": the won
    beside = moved and case_of(noun) == "against"
    # "stocks are down by a quarter, at 11 million tonnes": the stocks
    part = lemma_of(noun) in words("nouns", "fractions") and case_of(noun) in {"by", "to", "from"}
    return subject(noun.head) if (beside or part) and noun.dep_ == "obl" else noun


def _before_worth(lead: Token, told: Told) -> Token | None:
    """Return what is worth the figure or amounts to it: `vouchers worth between $15 and $50`, `deals amounting to $4 million`."""
    if lead.lower_ == "between" and lead.nbor(-1).lower_ == "worth" and lead.i - 1 > lead.sent.start:
        lead = lead.nbor(-1)
    noun = lead.nbor(-1)
    amounting = noun.lower_ in words("words", "amounting")
    if lead.lower_ not in words("words", "worth") and not (lead.lower_ in {"to", "at"} and amounting):
        return None
    if amounting:  # "1,430 tons of mushrooms, estimated at $115 million"
        aside = noun.i - 1 > noun.sent.start and noun.nbor(-1).text == ","
        return top_noun(noun.nbor(-2), told.skipped) if aside else _amounting(noun, told)
    if noun.text == "," and lead.i - 2 >= lead.sent.start:  # "the package, worth up to $750 million"
        return top_noun(lead.nbor(-2), told.skipped)
    return (_valued(lead, told) or noun) if lead.lower_ == "worth" else noun


def _amounting(verb: Token, told: Told) -> Token:
    """Return the noun before `amounting to $5 million`, the one that the clause describes where it follows another."""
    noun = verb.head if verb.dep_ == "acl" and verb.head.i < verb.i else verb.nbor(-1) if verb.i > verb.sent.start else verb
    while noun.i in told.skipped and noun.dep_ == "nmod" and noun.head.i < noun.i:  # "agreements of the two countries amounting to"
        noun = noun.head
    return noun


def headed(site: Site, told: Told) -> str | None:
    """`Sale price: $400`: what stands before the colon, where the figure is all that follows."""
    lead, doc, end = site.lead, site.head.doc, site.amount.tokens[1]
    if lead is None or lead.text != ":" or lead.i == lead.sent.start or lead.i != site.amount.tokens[0] - 1:
        return None
    alone = end >= len(doc) or doc[end].is_punct or doc[end].is_space
    noun = top_noun(lead.nbor(-1), told.skipped)
    named = noun.tag_ in {"NN", "NNP"} and noun.pos_ == "NOUN" and noun.i not in told.skipped
    return noun_phrase(noun, told.skipped) if alone and named and site.amount.dimension != "count" else None


def sized(site: Site, told: Told) -> str | None:
    """`the ferry, with 900 horsepower,`, `projects over $5 million`: the noun before, which has the size."""
    lead = site.lead
    physical = site.amount.dimension not in {None, "count"}
    if lead is None or site.head.dep_ not in {"nmod", "nmod:unmarked", "obl"} or site.complement is not None or site.modified is not None:
        return None
    if lead.lower_ == "with" and physical and site.head.dep_ == "nmod":
        noun = site.head.head
        return noun_phrase(noun, told.skipped) if noun.pos_ in NOMINAL and noun.i < lead.i and noun.i not in told.skipped else None
    bound, noun = (lead.lower_, lead.nbor(-1)) if lead.lower_ in words("words", "bounds") and lead.i else (lead.nbor().lower_, lead)
    given = noun.dep_ in {"obj", "iobj"} and lexical(noun.head, "giving")  # "paid the striker over $5 million"
    measured = noun.pos_ == "NOUN" and noun.i not in told.skipped and lemma_of(noun) not in words("words", "times")
    if bound not in words("words", "bounds") or not measured or given or (not physical and site.amount.section != "money"):
        return None
    return noun_phrase(top_noun(noun, told.skipped), told.skipped)


def traded(site: Site, told: Told) -> str | None:
    """`agreed to the sale of the mill for $9 million`: what is sold."""
    lead = site.lead
    if site.amount.section != "money" or lead is None or lead.lower_ != "for" or lead.i == lead.sent.start:
        return None
    sale = top_noun(lead.nbor(-1), told.skipped)
    thing = next((c for c in sale.children if c.dep_ == "nmod" and case_of(c) == "of" and c.i < lead.i), None)
    if thing is None or lemma_of(sale) not in words("nouns", "trade"):
        return None
    # "the purchase of a mill in Leeds", where the parser gave Leeds to the purchase
    where = [c for c in sale.children if c.dep_ == "nmod" and thing.i < c.i < lead.i and defines(c, told.skipped)]
    parts = [noun_phrase(thing, told.skipped), *(f"{case_of(c)} {noun_phrase(c, told.skipped, depth=0)}" for c in where)]
    return " ".join(p for p in parts if p)


def broken(site: Site, told: Told) -> str | None:
    """`broke the record for quarterly revenue with $7.2 billion`: what the record is of."""
    verb, preposition = site.verb, site.preposition
    if verb is None or preposition not in {"with", "at"} or site.head.head != verb:
        return None
    record = next((c for c in verb.children if c.dep_ == "obj" and lemma_of(c) in words("nouns", "high") | words("nouns", "low")), None)
    thing = (
        next((c for c in record.children if c.dep_ == "nmod" and case_of(c) in {"for", "in", "of"}), None) if record is not None else None
    )
    return noun_phrase(thing, told.skipped) if thing is not None and thing.pos_ in NOMINAL else None


def _valued(worth: Token, told: Told) -> Token | None:
    """Return the noun that is worth it: `sale` in `a sale of frigates to the island worth $108 million`."""
    node = worth.head
    while node.pos_ == "VERB" and node.dep_ == "acl":
        node = node.head
    apart = any(t.is_punct for t in worth.doc[node.i : worth.i])
    return node if node.pos_ in NOMINAL and node.i < worth.i and node.i not in told.skipped and not apart else None


def purpose(site: Site, told: Told) -> str | None:
    """`$500 million for refugees`, where nothing else says what the money is."""
    after = site.after
    if site.amount.section != "money" or after is None or after.lower_ != "for" or after.i + 1 >= len(after.doc):
        return None
    noun = np_head(after.nbor())
    return noun_phrase(noun, told.skipped) if noun.pos_ in NOMINAL and noun.i not in told.skipped else None
