"""What can be told of a figure from where it stands: whether it is said of its verb, goes on with another, or is a part of one."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from .amounts.lexicon import lemma_of, lexical, words
from .amounts.tree import NOMINAL, SUBJECTS, amount_follows, subject
from .site import Site, opens_clause

LISTED = 40  # items of a list looked back over


def gapped(site: Site) -> Token | None:
    """Return the noun before a figure whose verb stands with the figure before: `the bridge cost $5 million and the tunnel $12 million`."""
    noun, before = site.lead, site.previous
    if noun is not None and before is not None and (noun.lower_ == "by" or noun.lower_ == before.preposition == "to") and noun.i:
        noun = noun.nbor(-1)  # "Houston grew by 3 percent and Dallas by 2 percent"
    if noun is None or before is None or noun.i < before.amount.tokens[1] or before.head.sent != noun.sent:
        return None
    if noun.pos_ not in NOMINAL and not _is_misread(noun, before, site):
        return None
    clause = noun.doc[before.amount.tokens[1] : noun.i]
    joined = any(t.lower_ in {"and", ",", ";", "while", "but"} for t in clause) and not any(
        t.pos_ in {"VERB", "AUX", "ADP"} for t in clause
    )
    own = list(takewhile(lambda t: t.head == noun and t.dep_ not in {"cc", "punct"}, reversed(clause)))
    opened = clause[-1 - len(own)].lower_ in {"and", ",", ";", "while", "but"} if len(own) < len(clause) else False
    return noun if joined and opened else None


def _is_misread(word: Token, before: Site, site: Site) -> bool:
    """Tell a noun that the parser took for a verb: `fell 3 percent and imports 5 percent`, `rose 4% and sugar output 2%`."""
    alike = before.amount.section == site.amount.section == "percentages" and before.verb is not None and before.verb.tag_ == "VBD"
    whole = site.after is not None and site.after.lower_ == "of"  # "and owns 30 percent of a rival"
    return word.tag_ in {"VBZ", "VBP"} and alike and not whole and not any(c.dep_ in SUBJECTS for c in word.children)


def is_apart(site: Site) -> bool:
    """Tell how far away something happened from how far it moved: `sank 3 miles off the island`, `fell into a river 40 metres below`."""
    after, verb = site.after, site.verb
    if after is None or site.amount.dimension != "length" or is_extent(site):
        return False
    if verb is not None and lexical(verb, "falling") and after.lower_ in words("prepositions", "falling"):
        return True  # "the bus plunged 30 metres into a gorge"
    return after.lower_ in words("words", "distance") | words("adverbs", "beside") and site.preposition != "by"


def is_extent(site: Site) -> bool:
    """Tell the length of a thing between its ends: `the road stretches 80 km from the border`, `its length is 25 km from bank to bank`."""
    verb = site.verb
    if verb is None or (named := subject(verb)) is None:
        return False
    if verb == site.head:
        return lemma_of(named) in words("nouns", "extent")
    return lexical(verb, "extent") and is_argument(site, verb)


def is_another(site: Site) -> bool:
    """Tell whether the figure is one more of the kind named before: `another $15 million`, `a further 20 percent`, `the remaining 11%`."""
    doc, i = site.head.doc, site.amount.tokens[0] - 1
    while i > site.head.sent.start and doc[i].lower_ in words("words", "lead_ins") - words("words", "another"):
        i -= 1
    return i >= site.head.sent.start and doc[i].lower_ in words("words", "another") and site.complement is None


def is_ranged(site: Site) -> bool:
    """Tell whether the figure is an end of a range that a verb names: `the rate ranges from 3 percent to 5 percent`."""
    return ranging(site) is not None or (site.earlier is not None and site.preposition == "to" and ranging(site.earlier) is not None)


def ranging(site: Site) -> Token | None:
    """Return the verb `range` or `vary` before `from` and the figure, whatever the parser took it for."""
    lead = site.lead
    verb = lead.nbor(-1) if lead is not None and lead.lower_ in {"from", "between"} and lead.i > lead.sent.start else None
    return verb if verb is not None and verb.lower_ in words("words", "ranging") else None


def is_argument(site: Site, verb: Token) -> bool:
    """Tell whether the figure itself is said of the verb, as its object or oblique, and not a part of another phrase."""
    if site.head.dep_ in SUBJECTS or site.modified is not None or (site.governor is not None and site.preposition == "of"):
        return False
    lead = site.lead
    while lead is not None and lead.i > verb.i and lead.pos_ in {"ADP", "ADV", "PART", "SCONJ"}:
        lead = lead.nbor(-1)
    if site.head.head == verb or lead == verb:
        return True
    # "slash the distance between A and B by 100km", wherever the parser hangs the last phrase
    loose = site.amount.dimension != "count" or (site.preposition == "by" and lexical(verb, "up", "down", "tally"))
    loose = loose or (
        site.preposition == "to" and lexical(verb, "up", "down") and counted_noun(site) is None
    )  # "rose by a third to 45,600"
    return site.preposition in {"by", "to", "from", "at", "for"} and verb.i < site.head.i and loose


def is_part(site: Site) -> bool:
    """Tell a part of another figure, which no verb moves: `raise 25 percent of an estimated $8 million`."""
    after = site.after
    whole = site.amount.section == "percentages" and after is not None and after.lower_ == "of" and site.amount.tokens[1] == after.i
    return whole and after is not None and amount_follows(after)


def goes_to(site: Site) -> bool:
    """Tell the movement `gained 10 sen to RM31.20` from the deed `raised $5 million`."""
    after = site.after
    return after is not None and after.lower_ == "to" and after.i == site.amount.tokens[1] and amount_follows(after)


def counted_noun(site: Site) -> Token | None:
    """Return the counted noun, None where the article leaves it out (`killed five`)."""
    noun = site.head
    if noun.dep_ == "nummod" and site.amount.dimension == "count":  # "eight 50-metre towers"
        noun = next((t for t in noun.ancestors if noun.i < t.i <= noun.i + 8 and t.lemma_.lower() == site.amount.unit), noun)
    return noun if noun.is_alpha and noun.pos_ != "NUM" and not noun.like_num else None


def in_row(site: Site) -> bool:
    """Tell whether nothing but commas and `and` stands between the figure and one of the same unit: `3.2 inches, 4.5 inches and 5.8`."""
    before = site.previous
    counted = site.amount.dimension == "count" and counted_noun(site) is not None
    if before is None or before.amount.unit != site.amount.unit or counted or opens_clause(site.head, before):
        return False
    between = site.head.doc[before.amount.tokens[1] : site.amount.tokens[0]]
    return 0 < len(between) <= 3 and all(t.lower_ in {",", "and", "or", "&", ";"} for t in between)


def takes_up(site: Site) -> bool:
    """Tell a part of a whole that a verb with `up` names: `taking up 96 percent of the freight`, `make up 6 percent of the market`."""
    lead, after = site.lead, site.after
    part = site.amount.section == "percentages" and site.complement is not None and after is not None and after.lower_ == "of"
    if part and lead is not None and lead.pos_ == "CCONJ" and site.like is not None:  # "96% of the freight and 97% of the passengers"
        lead = site.like.lead
    return part and lead is not None and lead.i > 0 and lead.lower_ == "up" and lead.nbor(-1).pos_ == "VERB"


def of_which(site: Site) -> bool:
    """Tell `40 tonnes were sold, of which 29 percent were exported`."""
    lead = site.lead
    return lead is not None and lead.lower_ in {"which", "whom"} and lead.i > lead.sent.start and lead.nbor(-1).lower_ == "of"


def list_opener(site: Site) -> Site | None:
    """Return the figure before a list of names with percentages in brackets: `100% of its power, before Norway (98%) and Peru (77%)`."""
    if site.amount.section != "percentages" or not _bracketed(site) or site.amount.signed:
        return None
    before = site.previous
    for _ in range(LISTED):
        if before is None or before.head.sent != site.head.sent or before.amount.unit != site.amount.unit or not _bracketed(before):
            break
        before = before.previous
    opens = before is not None and before.head.sent == site.head.sent and before.amount.unit == site.amount.unit
    return before if opens else None


def _bracketed(site: Site) -> bool:
    """Tell the figure in a bracket behind a name: `Norway (98%)`."""
    doc, first = site.head.doc, site.amount.tokens[0]
    return first > 1 and doc[first - 1].text == "(" and doc[first - 2].pos_ == "PROPN"


def puts_figure(site: Site) -> bool:
    """Tell `the union put the figure at 35 percent`, which tells another value of what the figure before measured."""
    verb = site.verb
    objects = [c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < site.head.i] if verb is not None else []
    return site.preposition == "at" and any(c.lower_ in words("nouns", "figures") and not list(c.rights) for c in objects)


def is_parallel(site: Site, before: Site) -> bool:
    """Tell the second of two figures joined by `and`, each with a phrase of one preposition: `9% in cases and 3% in deaths`."""
    after, first = site.after, before.after
    joined = site.lead is not None and site.lead.lower_ in {"and", "but"} and site.verb == before.verb and site.complement is None
    if not joined or after is None or first is None or after.pos_ != "ADP" or first.pos_ != "ADP" or "of" in {after.lower_, first.lower_}:
        return False
    if after.lower_ != first.lower_ and site.amount.section != "percentages":  # "0.3 percent in the quarter and 1.6 percent over the year"
        return False
    between = site.head.doc[before.amount.tokens[1] : site.amount.tokens[0]]
    return not any(t.pos_ in {"VERB", "AUX"} or t.text in {";", ":"} for t in between)
