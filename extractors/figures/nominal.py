"""Measures read from the noun phrase that the figure stands in: before a noun, behind one, or completed by one."""

from __future__ import annotations

from spacy.tokens import Token

from .amounts.lexicon import lemma_of, moves, words
from .amounts.tree import NOMINAL, case_of, is_aside, np_head
from .clausal import said_of
from .counted import participle
from .movement import is_level
from .phrases import defines, noun_phrase
from .site import Site
from .syntax import counted_noun, is_extent
from .told import Told


def distance(site: Site, told: Told) -> str | None:
    """`80 kilometres from Quito`, `31km southwest of Dhaka`."""
    word = site.after
    if site.amount.dimension != "length" or word is None or is_extent(site):
        return None
    if word.lower_ == "to" and word.i + 2 < len(word.doc) and word.nbor(2).lower_ in words("words", "distance"):
        word = word.nbor(2)  # "87 kilometres to the northeast of Chiang Rai"
    while word.lower_ not in {"from", "of"}:
        if word.i + 1 >= len(word.doc) or (word.lower_ not in words("words", "distance") and word.text not in "-‑–"):
            return None
        word = word.nbor()
    if (word == site.after and word.lower_ == "of") or word.i + 1 >= len(word.doc):
        return None
    place = noun_phrase(np_head(word.nbor()), told.skipped, depth=1)
    return f"distance from {place}" if place else None


def modified(site: Site, told: Told) -> str | None:
    """`a 10 per cent increase in food prices`, `Bangladesh's US$465 billion economy`, `a 45% stake in the venture`."""
    if site.modified is None:
        return None
    if moves(site.modified) and not is_level(site.modified, site):
        return _moved(site.modified, site, told)
    after = site.after  # `tall` of "two 1,600 feet tall towers" belongs to the figure
    extent = {after.i} if after is not None and site.amount.dimension == "length" and after.lower_ in words("words", "extents") else set()
    return noun_phrase(site.modified, told.skipped_near(site.modified) | extent)


def governed(site: Site, told: Told) -> str | None:
    """`a capacity of 50MW`, `an increase of 5% in prices`, `a 24-year high of 6%`."""
    noun = site.governor
    if noun is None or noun.i in told.skipped:  # "25 percent of $8 million"
        return None
    if moves(noun) and not is_level(noun, site):
        return _moved(noun, site, told)
    # "the expulsion of four of their colleagues" counts colleagues
    if site.preposition != "of" or (site.amount.dimension == "count" and (counted_noun(site) is not None or site.complement is not None)):
        return None
    if lemma_of(noun) not in words("nouns", "hollow") or _completes(noun, site, told):
        return _of_stuff(noun, site, told) or noun_phrase(noun, told.skipped)
    text = noun_phrase(noun, told.skipped)
    owner = _owner(noun)
    if owner is not None and owner.i not in told.skipped:
        return noun_phrase(owner, told.skipped, depth=0)
    if site.amount.section == "quantities" and lemma_of(noun) in words("nouns", "physical"):
        return text
    return said_of(noun, site, told) or (text if text and " " in text else None)


def _of_stuff(noun: Token, site: Site, told: Told) -> str | None:
    """Return `exports of oil` for `exports of 3 million barrels of oil`."""
    stuff, after = site.complement, site.after
    measured = site.amount.section == "quantities" and site.amount.dimension != "count"
    if not measured or stuff is None or after is None or after.lower_ != "of" or stuff.pos_ not in NOMINAL or stuff.i in told.skipped:
        return None
    deed, named = noun_phrase(noun, told.skipped, depth=0), noun_phrase(stuff, told.skipped, depth=0)
    return f"{deed} of {named}" if deed and named else None


def _owner(noun: Token) -> Token | None:
    """Return the noun whose amount a hollow noun tells: `loan` in `a loan in the amount of $5 million`."""
    case = next((c for c in noun.lefts if c.dep_ == "case"), None)
    if case is None or lemma_of(noun) not in words("nouns", "loaned") or case.lower_ not in {"of", "in", "to", "for"} or not case.i:
        return None
    return case.nbor(-1) if case.nbor(-1).pos_ == "NOUN" else None


def _completes(noun: Token, site: Site, told: Told) -> bool:
    """Tell whether words of the article make a hollow noun a measure: `the rate of inflation`, `an unemployment rate`, `a market share`."""
    if lemma_of(noun) in words("nouns", "sums") and site.amount.section == "money":
        # "allocated a total of $5 million in its budget"
        return any(c.dep_ == "nmod" and c != site.head and case_of(c) == "of" and c.i < site.head.i for c in noun.children)
    named = lemma_of(noun) in words("nouns", "named_by_part") and any(
        c.dep_ == "compound" and c.pos_ == "NOUN" and c.i not in told.skipped and lemma_of(c) not in words("nouns", "hollow")
        for c in noun.lefts
    )
    return named or any(c.dep_ == "nmod" and c != site.head and case_of(c) != "per" and defines(c, told.skipped) for c in noun.children)


def _moved(noun: Token, site: Site, told: Told) -> str | None:
    """Return what moves by a noun of movement: its complement, its first part (`pay increase`), or the subject of its verb."""
    for phrase in _complements(noun, site):
        timed = lemma_of(phrase) in words("words", "times") | words("words", "manner")
        if phrase.i not in told.skipped and phrase.pos_ in NOMINAL and not moves(phrase) and not timed and not _is_where(phrase):
            return noun_phrase(phrase, told.skipped_near(phrase) | frozenset(range(noun.sent.start, noun.i + 1)))
    parts = [c for c in noun.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ in NOMINAL and c.i not in told.skipped]
    if parts:
        return noun_phrase(parts[-1], told.skipped)
    # "rising 3.8% after a steep 17.8% drop": no other measure is named
    if site.like is not None and site.preposition in words("words", "resuming"):
        return told.of(site.like)
    # "carried 4 million passengers, an increase of 12 percent"
    if is_aside(noun) and site.previous is not None and site.previous.head.sent == noun.sent:
        return told.of(site.previous)
    return said_of(noun, site, told) or (noun_phrase(noun, told.skipped) if lemma_of(noun) in words("nouns", "nameable") else None)


def _is_where(phrase: Token) -> bool:
    """Tell where something moved from what moved: `a 5 percent rise in Ghana`, `in advanced economies`."""
    names = phrase.ent_type_ in {"LOC", "GPE", "FAC"} and phrase.pos_ == "PROPN"
    return case_of(phrase) == "in" and (names or lemma_of(phrase) in words("nouns", "whereabouts"))


def _complements(noun: Token, site: Site) -> list[Token]:
    """Return the heads of the phrases that say what moved, the one next to the noun first."""
    phrases = [
        c
        for c in (*noun.children, *site.head.children)
        if c.dep_ in {"nmod", "obl"} and c.i > noun.i and case_of(c) in {"in", "of", "for", "to"}
    ]
    near = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if near.lower_ in {"in", "of"} and near.i + 1 < len(noun.doc):
        phrases.insert(0, np_head(near.nbor()))
    return [*phrases, *([site.complement] if site.complement is not None else [])]


def completed(site: Site, told: Told) -> str | None:
    """`11 percent of the population`, `$64 million worth of coffee`, `6,000 megawatts of electricity`."""
    if site.complement is None:
        whole = _whole_before(site)
        return noun_phrase(whole, told.skipped_near(whole) - {whole.i}) if whole is not None else None
    if site.complement.pos_ in {"PRON", "DET"}:
        # "943 employees, 99% of them Namibians"
        same = site.previous is not None and site.previous.head.sent == site.head.sent
        return told.of(site.previous) if same and site.previous is not None else _those_before(site, told)
    # "40 of the 120 seats": the complement may be counted itself
    text = noun_phrase(site.complement, told.skipped_near(site.complement) - {site.complement.i})
    done = participle(site) if site.amount.section != "percentages" else None
    return f"{text} {done}" if text and done and done not in text.split() else text


def restated(site: Site, told: Told) -> str | None:
    """`a third of the budget, or 4.2 billion rand`: what the part is of."""
    part = site.head.head if site.lead is not None and site.lead.lower_ == "or" and site.head.dep_ in {"conj", "appos"} else None
    parted = part is not None and lemma_of(part) in words("nouns", "fractions")
    whole = next((c for c in part.children if c.dep_ == "nmod" and case_of(c) == "of"), None) if parted and part is not None else None
    return noun_phrase(whole, told.skipped) if whole is not None and whole.pos_ in NOMINAL else None


def _those_before(site: Site, told: Told) -> str | None:
    """Return those before the comma: `voters` in `the trust of voters, 83% of whom are angry`."""
    lead = site.lead
    noun = lead.nbor(-1) if lead is not None and lead.text == "," and lead.i > lead.sent.start else None
    return noun_phrase(noun, told.skipped, depth=0) if noun is not None and noun.tag_ in {"NNS", "NNPS"} else None


def _whole_before(site: Site) -> Token | None:
    """Return the whole that opens the sentence: `Of the 300 respondents, 62 percent said so`."""
    lead = site.lead
    if site.amount.section != "percentages" or lead is None or lead.text != "," or lead.i < lead.sent.start + 2:
        return None
    first = lead.sent[0]
    noun = np_head(first.nbor())
    parts = lead.doc[noun.i + 1 : lead.i]
    aside = any(t.pos_ in {"VERB", "AUX", "PUNCT"} and t.dep_ not in {"acl", "amod"} for t in parts)
    named = (
        noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "those" or any(c.dep_ in {"det", "nmod:poss"} for c in noun.lefts)
    )  # not "of course"
    return noun if first.lower_ == "of" and noun.i < lead.i and named and not aside else None


def compared(site: Site, told: Told) -> str | None:
    """`15% fewer reported crimes than in 2020`, `20 percent more cars`: the noun behind the comparative."""
    word = site.after
    if word is None or word.tag_ not in {"JJR", "RBR"} or word.i != site.amount.tokens[1] or site.amount.dimension == "count":
        return None
    if not {word.lower_} & (words("adverbs", "up") | words("adverbs", "down")) or word.i + 1 >= len(word.doc):
        return None
    noun = np_head(word.nbor())
    return noun_phrase(noun, told.skipped_near(noun) | {word.i}) if noun.pos_ in NOMINAL and noun.i not in told.skipped else None


def named_only(site: Site, told: Told) -> str | None:
    """`offered a rate of 3 percent`: where nothing says whose rate, the rate."""
    noun = site.governor
    bare = noun is not None and site.preposition == "of" and lemma_of(noun) in words("nouns", "bare")
    return noun_phrase(noun, told.skipped) if noun is not None and bare else None
