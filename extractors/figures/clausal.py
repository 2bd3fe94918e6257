"""Measures read from the clause: the subject, the object or the deed that the verb ties the figure to."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from .amounts.lexicon import lemma_of, lexical, moves, words
from .amounts.tree import NOMINAL, SUBJECTS, case_of, has_copula, np_head, subject
from .movement import verb_way
from .phrases import defines, noun_phrase, top_noun
from .site import Site
from .syntax import counted_noun, goes_to, is_apart, is_argument, is_part, ranging, takes_up
from .told import Told

REACH = 60  # words between a pronoun and the subject that it stands for
SAME = 4  # clauses whose pronoun is the same


def of_subject(site: Site) -> bool:
    """Tell whether the figure says how much its subject is or moved: `exports fell 21%`, `the toll rose to 12 people`."""
    verb = site.verb
    if verb is None or site.head.dep_ in SUBJECTS or is_apart(site) or is_part(site) or _is_other(site) or takes_up(site):
        return False
    counted = site.amount.dimension == "count" and counted_noun(site) is not None
    if counted and site.governor is not None and site.governor.dep_ in SUBJECTS:  # "a total of 125 seats are up for election"
        return False
    if site.head.dep_ == "conj" and site.complement is not None and has_copula(verb) and verb != site.head:
        return False  # "demand is strong and 30 percent of the staff are new", where the parser missed the second clause
    if verb != site.head and site.preposition == "for" and site.complement is not None and site.amount.section == "percentages":
        return False  # "is responsible for 90 percent of accidents"
    if verb == site.head or (has_copula(verb) and verb.pos_ != "VERB"):
        named = subject(verb)
        if counted and verb != site.head and site.preposition in {"of", "with", "for", "about"}:  # "is proud of its 12 rivers"
            return False
        return not counted or (named is not None and lemma_of(named) in words("nouns", "toll"))
    if not is_argument(site, verb):
        return False
    if not counted and _target(site, verb, frozenset()) is not None:
        return True
    deed = site.amount.section != "percentages" and lexical(verb, "deed", "percent_only") and site.preposition == "" and not goes_to(site)
    if counted or deed:
        moved_to = site.preposition in {"to", "by", "from", "at"} and (lexical(verb, "up", "down") or verb_way(verb) is not None)
        return moved_to or (lexical(verb, "tally") and (site.preposition == "by" or _tallies(verb)))
    return _by_verb(site, verb)


def _by_verb(site: Site, verb: Token) -> bool:
    """Tell whether the verb and the preposition between it and the figure say how much the subject is."""
    if lexical(verb, "level_at") and site.preposition in {"at", "on", "for", "to", "between"}:
        return True
    if site.preposition == "for" and site.amount.section == "money" and (lexical(verb, "trade") or _takes_share(verb)):
        return True
    if lexical(verb, "bringing") and site.preposition == "to" and any(c.dep_ == "obj" and c.i < site.head.i for c in verb.children):
        return True  # "the cut brings the rate to 4.75 percent"
    if site.amount.dimension in {"length", "area"} and lexical(verb, "extent"):
        return True
    if lexical(verb, "undirected") and ((site.earlier is not None and site.preposition == "to") or site.preposition == "from"):
        return True  # "went from 40 tonnes to 60 tonnes"
    # "topped the list with 33 percent"
    return lexical(verb, "up", "down") or (site.preposition != "with" and (lexical(verb, "level") or verb_way(verb) is not None))


def _is_other(site: Site) -> bool:
    """Tell `the year ended with inflation at 5 percent`, which says nothing of the year."""
    noun = site.lead.nbor(-1) if site.lead is not None and site.lead.lower_ == "at" and site.lead.i else None
    return noun is not None and noun.pos_ == "NOUN" and case_of(noun) == "with"


def _tallies(verb: Token) -> bool:
    """Tell `the number of cases reached 175 cases` from `the brand reaches 140 million people`."""
    named = subject(verb)
    return lemma_of(verb) not in words("verbs", "arrival") or (
        named is not None and (named.tag_ == "NNS" or lemma_of(named) in words("nouns", "toll") | words("nouns", "hollow"))
    )


def verbal(site: Site, told: Told) -> str | None:
    """`exports fell 21%`, `inflation is 6%`, `boost profits by $5m`, `a plant valued at $10 billion`."""
    verb = site.verb
    if verb is None or not of_subject(site):
        return _left_subject(site, told) if verb is None else None
    target = _target(site, verb, told.skipped)
    if target is not None:
        return noun_phrase(target, told.skipped)
    # "cut 10 percent of its workforce"
    if site.complement is not None and site.preposition == "" and site.amount.section == "percentages" and verb_way(verb) is not None:
        return noun_phrase(site.complement, told.skipped)
    moved = _object(verb, site.head, told) if not lexical(verb, "level") else None
    if moved is not None:
        return noun_phrase(moved, told.skipped)
    return _left_subject(site, told) or subject_phrase(verb, site, told)


def _object(verb: Token, head: Token, told: Told) -> Token | None:
    """Return the object of `verb` before the figure at `head`: `stake` in `sold most of her stake for $5 million`."""
    for child in verb.children:
        split = child.i + 1 < head.i and (child.nbor().head, child.nbor().dep_) == (verb, "obj")  # "kept its benchmark rate at 5 percent"
        if child.dep_ == "obj" and verb.i < child.i < head.i and child.i not in told.skipped and not split:
            part = child.lower_ in words("words", "parts") or (case_of(head) == "for" and lemma_of(child) in words("nouns", "trade"))
            whole = next((c for c in child.children if c.dep_ == "nmod" and case_of(c) == "of"), None) if part else child
            whole = child if whole is None and child.pos_ == "NOUN" and lemma_of(child) in words("nouns", "trade") else whole
            named = whole is not None and whole.pos_ in NOMINAL and lemma_of(whole) not in words("words", "times") | {"point"}
            if named:
                return whole
    return None


def set_at(site: Site, told: Told) -> str | None:
    """`with turnout at 27 percent`, `sells bread at $2`: the noun before `at`, where the verb says nothing of the figure."""
    lead = site.lead
    if lead is None or lead.lower_ != "at" or lead.i == lead.sent.start or site.amount.section == "quantities":
        return None
    noun = top_noun(lead.nbor(-1), told.skipped) if lead.nbor(-1).pos_ in NOMINAL else lead
    each = site.after is not None and site.after.lower_ in {"each", "apiece"}
    skipped = told.skipped_for(noun, site) if each else told.skipped  # "ordered 40 jets at $5 million each"
    common = noun.pos_ == "NOUN" and noun.i not in skipped and lemma_of(noun) not in words("words", "times")
    return noun_phrase(noun, skipped) if common else None


def beside(site: Site, told: Told) -> str | None:
    """`the index ended at 16,644, 16 percent above its record`: the subject of the clause behind which the comparison is set off."""
    after, lead, verb = site.after, site.lead, site.verb
    if site.amount.section != "percentages" or after is None or lead is None or verb is None:
        return None
    aside = lead.text in {",", "—", "–"} and after.lower_ in words("adverbs", "beside") and after.i == site.amount.tokens[1]
    return subject_phrase(verb, site, told) if aside and verb.i < lead.i else None


def _takes_share(verb: Token) -> bool:
    """Tell `took a 51 percent stake in a school for 92 million yuan`, `completed the purchase of a plant for $5 million`."""
    traded = words("nouns", "share") | words("nouns", "trade")
    return any(c.dep_ == "obj" and lemma_of(c) in traded for c in verb.children)


def ranged(site: Site, told: Told) -> str | None:
    """`the rate of the tax ranges from 3.5% to 5.5%`, `claims, ranging from $200`: what stands before the verb."""
    verb = ranging(site)
    if verb is None or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    while before.lower_ in words("words", "modal") | {"which", "that"} and before.i > verb.sent.start:
        before = before.nbor(-1)
    if before.text == "," and before.i > verb.sent.start:
        before = before.nbor(-1)
    noun = subject(verb) if verb.pos_ == "VERB" else None
    if noun is None or noun.i in told.skipped or noun.pos_ not in NOMINAL:
        noun = top_noun(before, told.skipped)
    return noun_phrase(noun, told.skipped) if noun.pos_ in NOMINAL and noun.i not in told.skipped else None


def _left_subject(site: Site, told: Told) -> str | None:
    """Return the subject before `was up 27%`, whatever word the parser gave it to."""
    lead = site.lead
    if lead is not None and lead.lower_ == "by" and lead.i > lead.sent.start:
        lead = lead.nbor(-1)
    if lead is None or lead.lower_ not in {"up", "down"} or lead.nbor(-1 if lead.i else 0).pos_ != "AUX":
        return None
    for token in reversed(lead.doc[lead.sent.start : lead.i]):
        if token.pos_ == "VERB":
            return None
        if token.dep_ in SUBJECTS:
            return noun_phrase(token, told.skipped) if token.pos_ in NOMINAL else None
    return None


def _target(site: Site, verb: Token, skipped: frozenset[int]) -> Token | None:
    """Return what a movement is taken from or added to: `cut $5 million from its budget`, `added 1.3 percent to growth`."""
    cases = {"from", "off"} if lexical(verb, "cutting") else {"to"} if lexical(verb, "adding") else set()
    after = site.after
    if after is None or after.lower_ not in cases or after.i + 1 >= len(after.doc):
        return None
    noun = np_head(after.nbor())
    return noun if noun.pos_ in NOMINAL and noun.i not in skipped else None


def said_of(noun: Token, site: Site, told: Told) -> str | None:
    """Return the subject of the verb that `noun` completes: `Shares posted a 5% gain`, `inflation hit a high of 6%`."""
    if noun.dep_ in SUBJECTS:
        return None
    verb = next((node for node in noun.ancestors if node.pos_ == "VERB" or has_copula(node)), noun if has_copula(noun) else None)
    # "restrained inflation by an average of 1.2 percent"
    moved = _object(verb, noun, told) if verb is not None and case_of(noun) == "by" and verb_way(verb) is not None else None
    if moved is not None:
        return noun_phrase(moved, told.skipped)
    supports = verb is not None and (
        verb == noun or lexical(verb, "support", "level", "up", "down", "undirected", "arrival") or has_copula(verb)
    )
    return subject_phrase(verb, site, told) if verb is not None and supports and not _reports(verb) else None


def _reports(verb: Token) -> bool:
    """Tell those who only tell of a movement: `the agency reported a 9 percent drop`, `data showed a 2 percent gain`."""
    teller = subject(verb) if lemma_of(verb) in words("words", "say") | {"see"} else None
    return teller is not None and (teller.ent_type_ == "ORG" or lemma_of(teller) in words("nouns", "teller"))


def subject_phrase(verb: Token, site: Site, told: Told) -> str | None:
    """Return the subject of `verb`; a pronoun or `the figure` stands for the figure before or the subject of the sentence before."""
    noun = subject(verb)
    if noun is None or noun.i in told.skipped:
        # "the 2,900 tonnes produced in 2025 represented a 16% increase"
        return told.of(site.previous) if noun is not None and site.previous is not None and site.previous.head == noun else None
    if noun.lower_ in {"those", "that"} and (owner := next((c for c in noun.rights if c.dep_ == "nmod"), None)) is not None:
        return _those_of(owner, told.of(site.like), told)
    if lemma_of(noun) in words("nouns", "fractions"):  # "half of the debt is due"
        noun = next((c for c in noun.rights if c.dep_ == "nmod" and case_of(c) == "of" and c.i not in told.skipped), noun)
    hollow = lemma_of(noun) in words("nouns", "hollow") and not any(
        c.dep_ in {"nmod", "compound", "amod", "acl", "nmod:poss"} for c in noun.children
    )
    if noun.lower_ in {"it", "they", "this", "that"} or hollow:
        before = told.of(site.like) if site.like is not None and hollow else _stands_for(noun, told)
        return before or (noun_phrase(noun, told.skipped) if hollow else None)
    defined = noun.lower_ in {"those", "these"} and not any(c.dep_ == "nmod" for c in noun.children)
    if noun.pos_ in {"PRON", "DET"} and not defined:
        return None
    return _moved_subject(noun, verb, told) or noun_phrase(noun, told.skipped)


def _those_of(owner: Token, same: str | None, told: Told) -> str | None:
    """Return `Shares of its rival` for `those of its rival`, where the figure before measured `Shares in the miner`."""
    thing = " ".join(takewhile(lambda word: word not in words("prepositions", "defining"), same.split())) if same is not None else None
    named = noun_phrase(owner, told.skipped, depth=0)
    return f"{thing} {case_of(owner)} {named}" if thing and named and case_of(owner) else None


def _moved_subject(noun: Token, verb: Token, told: Told) -> str | None:
    """`the increase in prices was 5%`: the prices; `the latest estimate of production`: the production."""
    if moves(noun) and not has_copula(verb):
        return None
    if (not moves(noun) and lemma_of(noun) not in words("nouns", "reported")) or lemma_of(noun) in {"growth", "loss"}:
        return None
    inner = next((c for c in noun.children if c.dep_ == "nmod" and case_of(c) in {"in", "of"} and defines(c, told.skipped)), None)
    return noun_phrase(inner, told.skipped) if inner is not None else None


def _stands_for(pronoun: Token, told: Told) -> str | None:
    """Return what `It` of `It fell 5%` is: the last subject before it in its sentence that agrees, else that of the sentence before."""
    noun = _subject_before(pronoun)
    for _ in range(SAME):
        earlier = _same_pronoun(pronoun)
        if earlier is None or (noun is not None and noun.i < earlier.i):
            break
        pronoun, noun = earlier, _subject_before(earlier)
    doc, start = pronoun.doc, pronoun.sent.start
    topic = doc[start : start + 2].text.lower() in {"as for", "as to"}
    if noun is None and topic:  # "As for the market size, it rose to $7 billion"
        noun = np_head(doc[start + 2]) if start + 2 < pronoun.i else None
    if noun is None and start:
        noun = subject(doc[start - 1].sent.root)
    return noun_phrase(noun, told.skipped) if noun is not None and noun.pos_ in NOMINAL else None


def _subject_before(pronoun: Token) -> Token | None:
    """Return the last subject before `it` or `they` in its sentence that agrees with it."""
    if pronoun.lower_ not in {"it", "they"}:
        return None
    here = reversed(pronoun.doc[max(pronoun.sent.start, pronoun.i - REACH) : pronoun.i])
    named = (t for t in here if t.dep_ in SUBJECTS and t.pos_ in NOMINAL and lemma_of(t.head) not in words("words", "say"))
    return next((t for t in named if _agrees(t, pronoun)), None)


def _same_pronoun(pronoun: Token) -> Token | None:
    """Return the pronoun of the clause that the pronoun's own is coordinated with: `it is no rival of the Acme, but it sells at $25`."""
    verb = pronoun.head
    above = verb.head if verb.dep_ in {"conj", "parataxis"} and verb.head.i < verb.i else verb
    return next((c for c in above.lefts if c.dep_ in SUBJECTS and c.lower_ == pronoun.lower_), None) if above != verb else None


def _agrees(noun: Token, pronoun: Token) -> bool:
    """Tell whether a noun is of the number of `it` or `they`."""
    several = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    return several == (pronoun.lower_ == "they")
