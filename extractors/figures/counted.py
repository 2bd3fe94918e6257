"""Measures of counts: the counted things, and what was done to them."""

from __future__ import annotations

from spacy.tokens import Token

from .amounts.lexicon import lemma_of, lexical, past_participle, words
from .clausal import of_subject, verbal
from .phrases import noun_phrase
from .site import Site
from .syntax import counted_noun
from .told import Told


def counted(site: Site, told: Told) -> str | None:
    """`12 people were killed`, `won three awards`, `left 36 people dead`."""
    if site.amount.dimension != "count":
        return None
    noun = counted_noun(site)
    if noun is None and (site.amount.unit != "person" or site.earlier is not None or of_subject(site)):
        return None
    if noun is not None and of_subject(site) and not _there(site.verb):
        found = verbal(site, told)
        if found:
            return found
    own = frozenset(range(*site.amount.tokens))
    number = frozenset(i for i in own if (t := site.head.doc[i]).like_num or t.pos_ in {"NUM", "SYM"} or t.text in "()+-")
    if site.amount.tokens[0] and site.head.doc[site.amount.tokens[0] - 1].lower_ == "all":  # "all three members"
        number |= {site.amount.tokens[0] - 1}
    first = min(own)
    while first > site.head.sent.start and site.head.doc[first - 1].lower_ in words("words", "lead_ins"):
        first -= 1  # "as many as 600 patients"
    number |= frozenset(range(first, min(own)))
    if noun is not None:  # "four and six counts"
        number |= {t.i for c in noun.lefts if c.dep_ == "nummod" for t in c.subtree if t.i < min(own)}
    done = participle(site)
    others = _others(noun) if noun is not None else frozenset()
    text = (
        noun_phrase(noun, told.skipped_near(noun) - own - {noun.i} | number | others, depth=0 if done else 1)
        if noun is not None
        else "people"
    )
    return f"{text} {done}" if text and done and done not in text.split() else text


def _others(noun: Token) -> frozenset[int]:
    """Return the tokens of what is listed with the counted and not counted: `three sons, Omar, and a daughter`; not `200 men and women`."""
    listed = [c for c in noun.rights if c.dep_ == "conj" and c.i > noun.i + 2]
    return frozenset(t.i for c in listed for t in c.subtree)


def _there(verb: Token | None) -> bool:
    """Tell whether the clause only says that there are so many (`there were 12 people`)."""
    return verb is not None and any(c.dep_ == "expl" or c.lower_ == "there" for c in verb.children)


def participle(site: Site) -> str | None:
    """Return what happened to the counted: `killed` in `killing 12 people`, `12 people were killed`."""
    if site.after is not None and site.after.lower_ in words("words", "states"):
        return site.after.lower_
    acl = next((c for c in site.head.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.i > site.head.i), None)
    # "a survey of 300 farmers conducted in 2021": the survey was, not the farmers
    if acl is not None and _next_to(site.head, acl) and (site.head.dep_ != "nmod" or site.governor is None):
        return acl.lower_ if _tells(acl) else None
    noun = counted_noun(site) or site.head
    verb, dep = noun.head, noun.dep_
    if dep == "nmod" and verb == site.governor and lemma_of(verb) in words("nouns", "toll"):  # "a total of 30 prisoners were released"
        verb, dep = verb.head, verb.dep_
    if dep == "conj" and verb.dep_ in {"obj", "nsubj:pass"}:
        verb, dep = verb.head, verb.dep_
    if dep == "obl:unmarked" and site.lead == verb and not lexical(verb, "up", "down", "undirected"):  # an object that the parser missed
        dep = "obj"
    negated = any(c.lower_ in words("words", "negations") for c in verb.children)
    passive = any(c.dep_ == "aux:pass" for c in verb.children)  # `hurt` in "30 people were hurt" is taken for an adjective
    if (verb.pos_ != "VERB" and not passive) or negated or not _tells(verb) or (dep in {"obj", "nsubj"} and site.preposition == "with"):
        return None
    intransitive = dep == "nsubj" and verb.tag_ in {"VBD", "VBN"} and not any(c.dep_ in {"obj", "ccomp", "xcomp"} for c in verb.children)
    return past_participle(verb) if intransitive or dep in {"obj", "nsubj:pass"} else None


def _tells(verb: Token) -> bool:
    """Tell a participle that says what became of the counted from `called`, `expected to be built` and `to counter two challenges`."""
    leads = {c.lower_ for c in verb.children if c.dep_ in {"aux", "mark"}}
    aims = verb.tag_ == "VB" and (("to" in leads and verb.dep_ != "xcomp") or not leads.isdisjoint(words("words", "modal")))
    return lemma_of(verb) not in words("words", "light") and not aims and not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)


def _next_to(noun: Token, verb: Token) -> bool:
    """Tell whether no other noun, which the participle may be about, stands between."""
    return not any(t.pos_ in {"NOUN", "PROPN"} for t in noun.doc[noun.i + 1 : verb.i])
