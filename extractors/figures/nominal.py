"""Measures read from the noun phrase that the figure stands in: before a noun, behind one, or completed by one."""

from __future__ import annotations

from spacy.tokens import Token

from .clausal import said_of
from .counted import participle
from .lexicon import lemma_of, lexical, moves, words
from .movement import is_level
from .phrases import defines, noun_phrase, top_noun
from .site import Site
from .syntax import counted_noun, is_extent
from .told import Told
from .tree import NOMINAL, case_of, is_aside, np_head


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


def _those_before(site: Site, told: Told) -> str | None:
    """Return those before the comma: `voters` in `the trust of voters, 83% of whom are angry`."""
    lead = site.lead
    noun = lead.nbor(-1) if lead is not None and lead.text == "," and lead.i > lead.sent.start else None
    return noun_phrase(noun, told.skipped, depth=0) if noun is not None and noun.tag_ in {"NNS", "NNPS"} else None


def headed(site: Site, told: Told) -> str | None:
    """`Sale price: $400`: what stands before the colon, where the figure is all that follows."""
    lead, doc, end = site.lead, site.head.doc, site.amount.tokens[1]
    if lead is None or lead.text != ":" or lead.i == lead.sent.start or lead.i != site.amount.tokens[0] - 1:
        return None
    alone = end >= len(doc) or doc[end].is_punct or doc[end].is_space
    noun = top_noun(lead.nbor(-1), told.skipped)
    named = noun.tag_ in {"NN", "NNP"} and noun.pos_ == "NOUN" and noun.i not in told.skipped
    return noun_phrase(noun, told.skipped) if alone and named and site.amount.dimension != "count" else None


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


def attribute(site: Site, told: Told) -> str | None:
    """`an investment worth US$12 million`, `a plant valued at $5 billion`, `the reactor (50MW)`: the noun before."""
    lead = site.lead
    if lead is None or lead.i == lead.sent.start:
        return None
    if lead.lower_ == "between" and lead.nbor(-1).lower_ == "worth" and lead.i - 1 > lead.sent.start:
        lead = lead.nbor(-1)  # "vouchers worth between $15 and $50"
    noun = lead.nbor(-1)
    if site.amount.signed and lead.pos_ == "PROPN" and lead.doc[site.amount.tokens[0]].text.startswith("("):
        noun = lead  # "Nicaragua (+8%) and Mexico (-8%)", where `(-8` is one token
    elif lead.text == "(" and site.head.dep_ == "appos":
        noun = site.head.head
    elif lead.lower_ in {"up", "down"} and noun.pos_ in NOMINAL and site.preposition and lemma_of(noun) not in words("words", "times"):
        noun = top_noun(noun, told.skipped)  # "with diesel up 112 percent"
    elif lead.lower_ in {"up", "down", "at"} and noun.text == ",":
        noun = top_noun(lead.nbor(-2), told.skipped) if lead.i - 2 >= lead.sent.start else noun
    elif lead.lower_ not in words("words", "worth") and not (lead.lower_ in {"to", "at"} and noun.lower_ in words("words", "amounting")):
        return None
    elif noun.lower_ in words("words", "amounting"):
        aside = noun.i - 1 > noun.sent.start and noun.nbor(-1).text == ","  # "1,430 tons of mushrooms, estimated at $115 million"
        noun = top_noun(noun.nbor(-2), told.skipped) if aside else _amounting(noun, told)
    elif lead.lower_ == "worth":
        noun = _valued(lead, told) or noun
    return noun_phrase(noun, told.skipped) if noun.pos_ in NOMINAL else None


def _amounting(verb: Token, told: Told) -> Token:
    """Return the noun before `amounting to $5 million`, the one that the clause describes where it follows another."""
    noun = verb.head if verb.dep_ == "acl" and verb.head.i < verb.i else verb.nbor(-1) if verb.i > verb.sent.start else verb
    while noun.i in told.skipped and noun.dep_ == "nmod" and noun.head.i < noun.i:  # "agreements of the two countries amounting to"
        noun = noun.head
    return noun


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


def purpose(site: Site, told: Told) -> str | None:
    """`$500 million for refugees`, where nothing else says what the money is."""
    after = site.after
    if site.amount.section != "money" or after is None or after.lower_ != "for" or after.i + 1 >= len(after.doc):
        return None
    noun = np_head(after.nbor())
    return noun_phrase(noun, told.skipped) if noun.pos_ in NOMINAL and noun.i not in told.skipped else None
