"""`kind` and `direction`: whether a figure is the size of a movement, a part of a whole or a level, and which way the measure moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Token

from ..models import Direction, Kind
from .amounts.lexicon import lemma_of, lexical, moves, words
from .amounts.tree import SUBJECTS, case_of, has_copula, subject
from .site import Site
from .syntax import (
    gapped,
    goes_to,
    in_row,
    is_apart,
    is_argument,
    is_parallel,
    is_part,
    is_ranged,
    list_opener,
    of_which,
    puts_figure,
    takes_up,
)

Movement = tuple[Kind, Direction | None]
LEVEL: Movement = ("level", None)


def movements(sites: Iterable[Site]) -> dict[Site, Movement]:
    """Return kind and direction of each figure, as far as its sentence says them; `sites` stand in the order of the text."""
    found: dict[Site, Movement] = {}
    for site in sites:
        found[site] = _movement(site, found)
    return found


def _movement(site: Site, before: Mapping[Site, Movement]) -> Movement:
    """Return kind and direction of the figure at `site`; `before` are those of the figures before."""
    if site.outer is not None:
        part = site.amount.section == "percentages" and site.complement is not None and site.outer.amount.section != "percentages"
        return ("share", None) if part else before[site.outer]  # "1,200 jobs, or 8 percent of its workforce"
    if (
        not site.amount.signed
        and site.previous is not None
        and site.previous.amount.section == site.amount.section
        and gapped(site) is not None
    ):
        return before[site.previous]
    rules: tuple[Callable[[Site], Movement | None], ...] = (_sign, _adverb_before, _adverb_after, _noun_after, _noun_before)
    near = next((found for read in rules if (found := read(site))), None)
    if near is None and (same := _moves_with(site)) is not None:
        return before[same]
    far = (_verb, _predicate, _share)
    return near or _pair(site, before) or next((found for read in far if (found := read(site))), LEVEL)


def _moves_with(site: Site) -> Site | None:
    """Return the figure before that moves as the one at `site` does.

    `rose 5 percent, 4 percent and 3 percent`, `100% of its power, followed by Norway (98%)`, `a decrease of 9% in cases and 3% in deaths`.
    """
    if in_row(site):
        return site.previous
    alike = site.like is not None and (puts_figure(site) or is_parallel(site, site.like))
    return list_opener(site) or (site.like if alike else None)


def direction_of(lemma: str, table: str) -> Direction | None:
    """Return the way that a word of movement of `[table]` goes."""
    if lemma in words(table, "up"):
        return "up"
    return "down" if lemma in words(table, "down") else None


def _sign(site: Site) -> Movement | None:
    """`+3,192`."""
    return ("change", site.amount.signed) if site.amount.signed else None


def _adverb_before(site: Site) -> Movement | None:
    """`up 3%`, `down 5 points`; not `up to 3%`."""
    lead = _adverb_of(site)
    if lead is None or takes_up(site):
        return None
    # "making up 6.6 per cent of the market"
    before = lead.nbor(-1) if lead.i > lead.sent.start else lead
    if lemma_of(before) in words("verbs", "share"):
        return None
    # "put up $5 million for the wall"
    if site.amount.section == "money" and before.pos_ == "VERB" and lead.dep_ == "compound:prt" and verb_way(before) is None:
        return None
    return "change", direction_of(lead.lower_, "adverbs")


def _adverb_of(site: Site) -> Token | None:
    """Return the adverb of direction that leads to the figure, over `by`: `up 3%`, `was up by 3%`."""
    lead = site.lead
    if lead is not None and lead.lower_ == "by" and lead.i > lead.sent.start and lead.nbor(-1).lower_ in {"up", "down"}:
        lead = lead.nbor(-1)
    return lead if lead is not None and lead.lower_ in {"up", "down", "off"} else None


def _adverb_after(site: Site) -> Movement | None:
    """`20% higher`, `62.3% more than in 2021`; not `41 percent below the average`, `more than 5%`."""
    # "the 48MW Lower Kalnai project" is called so
    if site.after is None or site.after.tag_.startswith("NNP") or (site.after.pos_ == "ADP" and site.after.lower_ not in {"up", "down"}):
        return None
    # "ranges from $40 upwards"
    if site.preposition in words("prepositions", "base"):
        return None
    if site.amount.tokens[1] != site.after.i:
        return None
    way = direction_of(site.after.lower_, "adverbs")
    if way is None or (site.amount.section == "quantities" and site.after.lower_ in {"up", "down", "off", "longer", "bigger"}):
        return None
    following = site.after.nbor() if site.after.i + 1 < len(site.after.doc) else None
    if site.amount.dimension == "count" and (following is None or following.lower_ != "than"):
        return None
    return "change", way


def _noun_after(site: Site) -> Movement | None:
    """`a 10 per cent increase`."""
    return _named(site.modified, site) if site.modified is not None else None


def _noun_before(site: Site) -> Movement | None:
    """`an increase of 10%`, `a cut by 5 points`, `a rise to $50`, `a 24-year high of 6%`."""
    noun, preposition = site.governor, site.preposition
    if noun is None or (site.amount.dimension == "count" and preposition == "in"):
        return None
    lemma = lemma_of(noun)
    if preposition == "of" and lemma in words("nouns", "high") | words("nouns", "low"):
        if case_of(noun) in words("prepositions", "base"):  # "plunged from a high of $115"
            return LEVEL
        return "level", "up" if lemma in words("nouns", "high") else "down"
    if preposition == "of" and lemma in words("nouns", "hollow") and noun.head.pos_ == "VERB":
        way = verb_way(noun.head)
        if case_of(noun) in {"to", "into"}:
            return "level", way  # "fell to a rate of 6 percent"
        if case_of(noun) == "by" and way is not None:
            return "change", way  # "grew by an average of 6 percent"
    if preposition in {"of", "by"}:
        return _named(noun, site)
    way = direction_of(lemma, "nouns")
    if way is None:
        return None
    return ("level", way) if preposition == "to" else LEVEL if preposition == "from" else None


def _named(noun: Token, site: Site) -> Movement | None:
    """Return the movement that `noun` names with the figure as its size."""
    lemma = lemma_of(noun)
    way = direction_of(lemma, "nouns")
    if way is None:
        return ("change", None) if lemma in words("nouns", "change") else None
    return LEVEL if is_level(noun, site) else ("change", way)


def is_level(noun: Token, site: Site) -> bool:
    """Tell a level named by a noun of movement (`a net loss of $8 billion`) from the movement (`a loss in the value of exports`)."""
    if lemma_of(noun) not in words("nouns", "level_unless_in") or site.amount.section == "percentages":
        return False
    return not any(c.dep_ == "nmod" and any(p.lower_ in {"in", "to"} for p in c.children) for c in noun.children)


def _pair(site: Site, before: Mapping[Site, Movement]) -> Movement | None:
    """`from 2,560 to 3,365`: the second figure is where the measure went; `5% in May and 6% in June`: both alike."""
    earlier = site.earlier
    if earlier is None:
        base = site.like is not None and site.preposition in words("prepositions", "base")
        return before[site.like] if base and site.like is not None and before[site.like][0] == "share" else None
    if is_ranged(site):
        return LEVEL
    if site.preposition == "to":
        kind, way = before[earlier]
        said = verb_way(site.verb) or (way if kind == "change" else None)
        return "level", said or (_compared(earlier, site) if _goes(site) else None)
    if site.preposition in words("prepositions", "base"):
        return before[earlier] if before[earlier][0] == "share" else LEVEL
    if earlier.amount.section != site.amount.section:
        return None
    if site.lead is not None and site.lead.pos_ == "CCONJ":
        return before[earlier]
    return None


def _goes(site: Site) -> bool:
    """Tell a movement from one figure to another from a range and a result: `fees went from $5 to $4`, `cases (120 to 140)`.

    Not `races from 200 metres to 1,500` and `231 votes to 189`.
    """
    start, verb = site.earlier, site.verb
    if start is None or verb is None or lexical(verb, "undirected", "changing", "up", "down", "support", "level"):
        return True
    doc, first, lead = site.head.doc, start.amount.tokens[0], start.lead
    if start.preposition != "from" or lead is None or lead.i == lead.sent.start:
        return first > 0 and doc[first - 1].text == "("
    governed = start.governor is not None and moves(start.governor)
    return governed or lead.nbor(-1).pos_ != "NOUN" or moves(lead.nbor(-1))


def _compared(start: Site, end: Site) -> Direction | None:
    """Return the way from one value to the next of `A to B`."""
    a, b = start.amount.value, end.amount.value
    if a is None or b is None or a == b:
        return None
    return "up" if b > a else "down"


def verb_way(verb: Token | None) -> Direction | None:
    """Return the way of a verb of movement: `rose`, `edged down`, `was revised up`; none where it is negated."""
    if verb is None or any(c.lower_ in words("words", "negations") for c in verb.children):
        return None
    lemma = lemma_of(verb)
    if lemma in words("verbs", "undirected"):
        adverbs = [c for c in verb.children if c.i > verb.i and c.dep_ in {"advmod", "compound:prt", "xcomp", "case", "obl"}]
        adverbs += [verb.nbor()] if verb.i + 1 < len(verb.doc) else []  # "went up to $30", wherever the parser hangs the adverb
        ways = (direction_of(c.lower_, "adverbs") for c in adverbs)
        return next((way for way in ways if way), None)
    return direction_of(lemma, "verbs")


def _verb(site: Site) -> Movement | None:
    """`fell 21%`, `cut by $5m`, `rose to 5%`, `increased from 300 megawatts`."""
    verb = site.verb
    if verb is None or is_apart(site) or is_part(site) or takes_up(site) or not is_argument(site, verb):
        return None
    lemma, preposition = lemma_of(verb), site.preposition
    if lemma not in words("verbs", "up") | words("verbs", "down") | words("verbs", "undirected"):
        return _arrival(site, verb)
    way = verb_way(verb)
    negated = way is None and lemma not in words("verbs", "undirected")
    if way is None and not negated:
        return None
    if preposition in words("prepositions", "by"):
        return "change", way
    if site.head.doc[max(0, site.amount.tokens[0] - 2) : site.amount.tokens[0]].text.lower() in {"high as", "low as"}:
        return "level", way  # "climbed as high as 4 percent"
    if preposition in words("prepositions", "to"):
        return "level", way
    if preposition in words("prepositions", "base") | {"at", "in", "for", "on", "of", "with"}:
        return None
    return ("change", way) if _plain_object_moves(site, verb, lemma) else None


def _plain_object_moves(site: Site, verb: Token, lemma: str) -> bool:
    """Tell `fell 21%` and `gained $3` from the deeds `raised $5 million` and `lost 500 jobs`."""
    if site.amount.section == "percentages":
        return True
    if site.amount.dimension == "count" and any(t.pos_ in {"NOUN", "PROPN"} for t in site.head.doc[slice(*site.amount.tokens)]):
        return False
    if goes_to(site):
        return True
    added = lemma in words("verbs", "adding") and site.after is not None and site.after.lower_ == "to"
    return added or lemma not in words("verbs", "percent_only")


def _arrival(site: Site, verb: Token) -> Movement | None:
    """`grew 15% and reached one million`: the second verb says how far the first went."""
    if (
        lemma_of(verb) not in words("verbs", "arrival")
        or verb.dep_ not in {"conj", "xcomp", "advcl"}
        or site.preposition not in {"", verb.lower_}
    ):
        return None
    way = verb_way(verb.head) if verb.head.i < verb.i else None
    return ("level", way) if way else None


def _predicate(site: Site) -> Movement | None:
    """`the increase was 5%`, `the variation was 27.4%`."""
    if site.verb is None or not ((site.verb == site.head and has_copula(site.verb)) or lemma_of(site.verb) in words("verbs", "level")):
        return None
    # "advances shall not exceed 5 percent of revenue": a part of a whole is no size of a movement
    if site.head.dep_ in SUBJECTS or site.modified is not None or site.governor is not None or site.complement is not None:
        return None
    noun = subject(site.verb)
    return _named(noun, site) if noun is not None else None


def _share(site: Site) -> Movement | None:
    """`11 percent of the population`, `a 45% stake`, `account for 40%`, `60 percent said`."""
    if site.amount.section != "percentages" or site.amount.unit != "percent":
        return None
    if of_which(site):
        return "share", None
    if site.complement is not None and site.after is not None and site.after.lower_ in {"of", "and", "or", ","}:
        return LEVEL if _is_ratio(site) else ("share", None)
    if is_part(site):
        return "share", None
    lead = site.lead
    nouns = (site.modified, site.governor, lead.nbor(-1) if lead is not None and lead.lower_ == "at" and lead.i else None)
    if any(n is not None and (lemma_of(n) in words("nouns", "share") or n.lower_ in words("nouns", "share")) for n in nouns):
        return "share", None
    verb = site.verb
    if site.modified is not None or site.governor is not None:
        return None
    if verb is None:
        return ("share", None) if answers(site) else None
    if _is_polled(site, verb):
        return "share", None
    own = lemma_of(verb) in words("verbs", "share") and verb != site.head
    return ("share", None) if own or answers(site) or (site.head.dep_ in SUBJECTS and verb.pos_ == "VERB") else None


def _is_polled(site: Site, verb: Token) -> bool:
    """Tell the part of those asked: `a survey found 61 percent in favour`."""
    named = subject(verb) if lemma_of(verb) in words("verbs", "polling") else None
    asked = named is not None and lemma_of(named) in words("nouns", "poll")
    return asked and site.head.dep_ in {"obj", "obl"} and site.preposition == ""


def answers(site: Site) -> bool:
    """Tell the percentage that opens a clause before its verb: `In fact, 70% expressed satisfaction`, `about 40 percent are young`."""
    opened = site.lead is None or site.lead.lower_ in words("words", "opening")
    return opened and site.after is not None and site.after.i == site.amount.tokens[1] and site.after.tag_ in {"VBP", "VBD", "VBN", "MD"}


def _is_ratio(site: Site) -> bool:
    """Tell `debt hit 90 percent of GDP`, a ratio, from a part of a whole."""
    named = subject(site.verb) if site.verb is not None else None
    product = site.complement is not None and lemma_of(site.complement) in words("nouns", "product")
    nouns = [n for n in (named, site.governor) if n is not None]
    parts = [c for n in nouns for c in n.lefts if c.dep_ == "compound"]  # "the debt situation"
    return product and any(lemma_of(n) in words("nouns", "ratio") for n in (*nouns, *parts))
