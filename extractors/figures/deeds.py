"""Measures named by what was done: with the money, or with the stuff that a unit measured before."""

from __future__ import annotations

from spacy.tokens import Token

from .amounts.currencies import names as currency_names
from .amounts.lexicon import deeds, lemma_of, lexical, past_participle, phrasal_deeds, words
from .amounts.tree import NOMINAL, SUBJECTS, case_of, subject
from .clausal import subject_phrase
from .phrases import noun_phrase
from .site import Site
from .syntax import counted_noun, is_part
from .told import Told

REACH = 8  # figures looked back for what the unit measured last


def deed(site: Site, told: Told) -> str | None:
    """`lost 289 billion won`: losses; `300 million were allocated for the conference`: allocation for the conference."""
    verb = site.verb
    own = site.after
    if own is not None and own.dep_ == "acl" and own.tag_ == "VBN" and own.head == site.head:  # "the $4 million raised in 2024"
        return _named(own, site) or (f"money {own.lower_}" if site.amount.section == "money" else None)
    if (
        verb is None
        or is_part(site)
        or (site.amount.section == "percentages" and site.head.dep_ in SUBJECTS)
        or (site.amount.dimension == "count" and counted_noun(site) is not None)
    ):
        return None
    phrasal = _phrasal(site, verb)
    head = _summed(site)
    plain = head.head == verb and head.dep_ in {"obj", "nsubj:pass", "obl:unmarked", "advmod"}  # `NT$10,000` is one token
    # "paid the striker $5 million", where the parser saw no second object
    plain = plain or (
        site.head.head == verb and site.head.dep_ == "obl" and lexical(verb, "giving") and not (site.preposition or case_of(site.head))
    )
    priced = site.preposition == "at" and site.amount.section == "money"  # "it sells at $25"
    if priced or not (phrasal or plain or site.lead == verb):
        return None
    if site.amount.dimension in {"power", "energy"} and lexical(verb, "yielding"):  # "the engine makes 200 kW", "a pie has 300 calories"
        return subject_phrase(verb, site, told)
    if site.amount.section == "money" and lexical(verb, "holding"):  # "the account contained 200,000 yen"
        return subject_phrase(verb, site, told)
    named = subject(verb) if site.amount.section == "money" and lexical(verb, "fetching") else None
    if named is not None and lemma_of(named) in currency_names():  # "the euro bought $1.08"
        return noun_phrase(named, told.skipped)
    own_name = phrasal or _named(verb, site)
    name, cases = own_name or _of_money(site, verb), words("prepositions", "deed") - (frozenset[str]() if own_name else {"in", "on"})
    return (_with_purpose(name, site, verb, head, cases, told) or name) if name else None


def _with_purpose(name: str, site: Site, verb: Token, head: Token, cases: frozenset[str], told: Told) -> str | None:
    """Return the name of a deed with what it is for: `spending on roads`, `allocation for the conference`."""
    phrases = [c for c in (*verb.children, *site.head.children) if c.dep_ in {"obl", "nmod"} and c.i > site.head.i and c.pos_ in NOMINAL]
    phrases += [c for c in head.children if head != site.head and c.dep_ == "nmod" and c.i > site.head.i and c.pos_ in NOMINAL]
    for phrase in phrases:
        if case_of(phrase) == "in" and lemma_of(phrase) in words("words", "times"):  # "earned $3 million in the year to June"
            continue
        apart = any(t.text in {"—", "–", "--", "(", ";"} for t in verb.doc[(site.after or site.head).i : phrase.i])
        if case_of(phrase) in cases and not apart and not any(t.i in told.skipped for t in phrase.subtree):
            article = "".join(f"{c.lower_} " for c in phrase.lefts if c.lower_ in {"a", "an", "the"})
            return f"{name} {case_of(phrase)} {article}{noun_phrase(phrase, told.skipped, depth=1)}"
    return None


def _summed(site: Site) -> Token:
    """Return the noun that stands for the figure in its clause: `total` in `allocated a total of $5 million`."""
    noun = site.governor
    summed = noun is not None and site.preposition == "of" and lemma_of(noun) in words("nouns", "stands")
    return noun if summed and noun is not None else site.head


def _named(verb: Token, site: Site) -> str | None:
    """Name what a deed of its own noun is done with: `losses`; stuff is only produced, sold and used up, and never a loan or a revenue."""
    financial = site.amount.section == "quantities" and lemma_of(verb) not in words("stuff", "deeds")
    return None if financial else deeds().get(lemma_of(verb))


def _phrasal(site: Site, verb: Token) -> str | None:
    """Name the money of a verb with a particle: `raked in $5 million`, `paid out $5 million`."""
    particle = site.lead
    if site.amount.section != "money" or particle is None or particle.i != verb.i + 1:
        return None
    return phrasal_deeds().get(f"{lemma_of(verb)} {particle.lower_}")


def _of_money(site: Site, verb: Token) -> str | None:
    """Name the money by what was done with it, where no noun does: `money seized`, `money transferred`."""
    plain = lexical(verb, "up", "down", "undirected", "level", "level_at", "share", "support") or lemma_of(verb) in words("words", "light")
    negated = any(c.lower_ in words("words", "negations") for c in verb.children)
    if site.amount.section != "money" or plain or negated or verb.pos_ != "VERB":
        return None
    return f"money {past_participle(verb)}"


def stuff(site: Site, told: Told) -> str | None:
    """`sold 473,000 tonnes of sugar. Some 250,000 tonnes were exported`: the stuff that the unit measured last, and what was done."""
    verb = site.verb
    if verb is None or site.amount.dimension not in {"mass", "volume", "energy"} or site.complement is not None:
        return None
    before = site.previous
    for _ in range(REACH):
        if before is None or before.amount.unit == site.amount.unit:
            break
        before = before.previous
    if before is None or before.amount.unit != site.amount.unit or before.complement is None or before.head.sent.end < site.head.sent.start:
        return None
    name = noun_phrase(before.complement, told.skipped, depth=0)
    if name is None or site.head.head != verb or site.head.dep_ not in {"obj", "nsubj:pass"}:
        return None
    return name if lemma_of(verb) in words("words", "light") else f"{name} {past_participle(verb)}"
