"""Measures that a figure takes over from one before it: lists, gaps, comparisons."""

from __future__ import annotations

from spacy.tokens import Token

from .amounts.lexicon import lemma_of, lexical, plural, words
from .amounts.tree import NOMINAL, has_copula, np_head, subject
from .clausal import subject_phrase
from .movement import answers
from .nominal import completed
from .phrases import noun_phrase, render
from .preceding import purpose
from .site import Site
from .syntax import LISTED, counted_noun, gapped, in_row, is_another, is_parallel, list_opener, of_which, puts_figure
from .told import Told


def listed(site: Site, told: Told) -> str | None:
    """`Junin (+3,192); Ancash (+3,152)`, `San Borja (1,220 to 1,551)`: the things of the list in the place before the bracket."""
    if site.earlier is not None and site.preposition == "to":
        return told.of(site.earlier) if _place_before(site.earlier) else None
    place = _place_before(site)
    if place and site.amount.section == "percentages" and _in_place(site) and not _things_of_list(site, told):
        return _moved_there(site, told)
    named = site.amount.section == "percentages" and not _in_place(site)
    if not place or not (site.amount.signed or named or site.amount.dimension == "count"):
        return None
    if site.amount.dimension == "count":
        return f"{plural(site.amount.unit)} in {place}"
    things = _things_of_list(site, told)
    return f"{things} in {place}" if things else place


def in_list(site: Site, told: Told) -> str | None:
    """`100% of its power, followed by Norway (98%) and Peru (77%)`: the measure of the figure before the list."""
    return told.of(list_opener(site))


def part_of(site: Site, told: Told) -> str | None:
    """`40 tonnes were sold, of which 29 percent were exported`: what the figure before measured."""
    return told.of(site.previous) if of_which(site) else None


def _things_of_list(site: Site, told: Told) -> str | None:
    """Return what the list counts: percentages in brackets right after a list of cases are of cases."""
    node = site.previous
    for _ in range(8):
        if node is None:
            return None
        things, listing, _ = (told.of(node) or "").partition(" in ")
        if listing and _place_before(node):
            return things
        node = node.previous
    return None


def _place_before(site: Site) -> str | None:
    """Return the name before the bracket that the figure opens: `Santiago de Surco` before `(2,120`."""
    doc, opening = site.head.doc, site.amount.tokens[0] - 1
    if opening < 1 or doc[opening].text != "(" or doc[opening - 1].pos_ != "PROPN":
        return None
    start = opening - 1
    while start > 0 and (
        doc[start - 1].tag_.startswith("NNP")
        or (doc[start - 1].lower_ in {"de", "del", "al", "of"} and doc[max(0, start - 2)].pos_ == "PROPN")
    ):
        start -= 1
    return render(doc, list(doc[start:opening]))


def _moved_there(site: Site, told: Told) -> str | None:
    """Return what moves in the place before the bracket: `cases` in `cases soared in Peru (+3%)`."""
    place = site.head.doc[site.amount.tokens[0] - 2]
    verb = next((t for t in place.ancestors if t.pos_ == "VERB" or has_copula(t)), None)
    moves = verb is not None and (has_copula(verb) or lexical(verb, "up", "down", "undirected"))
    return subject_phrase(verb, site, told) if verb is not None and moves else None


def _in_place(site: Site) -> bool:
    """Tell `growth was strongest in Ghana (8%)`, where the name says where, from `the leader was Ana Lopez (36%)`."""
    doc = site.head.doc
    for _ in range(LISTED):
        i = site.amount.tokens[0] - 2
        if i < site.head.sent.start:
            return False
        while i > site.head.sent.start and (doc[i].tag_.startswith("NNP") or doc[i].pos_ == "DET"):
            i -= 1
        before = site.previous
        if doc[i].pos_ == "ADP" or before is None or before.head.sent != site.head.sent or doc[i].text not in {"and", ",", ";"}:
            return doc[i].pos_ == "ADP"
        if _place_before(before) is None:
            return False
        site = before
    return False


def in_gap(site: Site, told: Told) -> str | None:
    """`The bridge cost $5 million and the tunnel $12 million`: the noun that stands where the clause before has its subject.

    Only where that subject was measured: not `Kenya exported $300 million of tea and Rwanda $90 million`.
    """
    noun, before = gapped(site), site.previous
    if noun is None or before is None or noun.i in told.skipped:
        return None
    while before.previous is not None and gapped(before) is not None:
        before = before.previous
    stands_for = subject(before.verb) if before.verb is not None else None
    if stands_for is not None and stands_for.text not in (told.of(before) or "").split():
        return None
    return noun_phrase(noun, told.skipped, depth=0)


def another(site: Site, told: Told) -> str | None:
    """`a grant of $50 million, another $15 million from donors`: the measure of the figure of the same unit before it."""
    if site.like is None or site.modified is not None or (site.amount.dimension == "count" and counted_noun(site) is not None):
        return None
    between = site.head.doc[site.like.amount.tokens[1] : site.amount.tokens[0]]
    acted = next((t for t in between if t.pos_ == "VERB"), None)
    # "bought a mill for $40 million and put up another $5 million": a deed of its own
    own = (
        site.amount.section == "money" and acted is not None and acted == site.verb and lemma_of(acted) != lemma_of(site.like.verb or acted)
    )
    return told.of(site.like) if is_another(site) and not own else None


def asked(site: Site, told: Told) -> str | None:
    """`Another 30 percent said they would stay`: a part of those whom the figure before counted, where that was a part too."""
    before = site.previous
    if before is None or site.amount.section != "percentages" or before.amount.section != "percentages" or not answers(site):
        return None
    near = before.head.sent.end >= site.head.sent.start
    whole = before.complement is not None or answers(before)
    return told.of(before) if near and whole else None


def as_before(site: Site, told: Told) -> str | None:
    """`from 5%`, `compared with 4%`, `and 6% in June`: the measure of the figure before."""
    if site.earlier is not None:
        same = _own_purpose(site, site.earlier, told) or _own_whole(site, site.earlier, told) or told.of(site.earlier)
        return _contrasted(site, same, told) if site.preposition in words("prepositions", "base") else same
    moved = site.lead is not None and site.lead.i > site.lead.sent.start and site.lead.nbor(-1).lower_ in {"up", "down"}
    if site.like is not None and site.preposition in words("prepositions", "base") and (moved or site.preposition != "from"):
        return _own_whole(site, site.like, told) or _contrasted(site, told.of(site.like), told)
    if site.like is not None and puts_figure(site):
        return told.of(site.like)
    if in_row(site) or _closes_at(site) or _restates(site):
        return told.of(site.previous)
    aside = _compares(site) or (site.lead is not None and site.lead.lower_ in {"up", "down"})
    return told.of(site.previous) if aside and site.previous is not None and _comma(site) else None


def _restates(site: Site) -> bool:
    """Tell `debt stands at 68 percent of output, or $2 trillion`: the same as a sum."""
    lead, before = site.lead, site.previous
    if lead is None or lead.lower_ != "or" or before is None or before.complement is None or lead.i < 1 or lead.nbor(-1).text != ",":
        return False
    counted = site.amount.dimension == "count" and counted_noun(site) is not None
    return not counted and before.amount.section == "percentages" and before.complement.i == lead.i - 2


def _closes_at(site: Site) -> bool:
    """Tell where a movement ended: `$1,112` in `Acme, down $68 at $1,112`."""
    before = site.previous
    if before is None or site.preposition != "at":
        return False
    end, start = before.amount.tokens[1], site.amount.tokens[0]
    if start == end + 2:  # "room rates 6 percent higher at $112"
        return site.head.doc[end].lower_ in words("adverbs", "up") | words("adverbs", "down")
    return start == end + 1 and before.lead is not None and before.lead.lower_ in {"up", "down"}


def _own_purpose(site: Site, before: Site, told: Told) -> str | None:
    """`costs $5 for the small box and $8 for the large one`: what the second is for, where the first was measured by that."""
    return purpose(site, told) if told.of(before) is not None and told.of(before) == purpose(before, told) else None


def _own_whole(site: Site, before: Site, told: Told) -> str | None:
    """`74% of nurses, compared with 60% of doctors`: the second whole, where the first was measured by its own."""
    whole = completed(before, told) if site.complement is not None and before.complement is not None else None
    return completed(site, told) if whole is not None and told.of(before) == whole else None


def _contrasted(site: Site, same: str | None, told: Told) -> str | None:
    """`unemployment among men stands at 9 percent, compared with 12 percent among women`: unemployment among women."""
    after = site.after
    if same is None or after is None or after.lower_ not in words("prepositions", "contrasting") or after.i + 1 >= len(after.doc):
        return same
    return _defined_anew(same, after, told) or same


def _defined_anew(same: str, preposition: Token, told: Told) -> str | None:
    """Return a measure with another phrase in the place of its own: `unemployment among women` from `unemployment among men`."""
    thing, _, defined = same.partition(" among ") if " among " in same else same.partition(f" {preposition.lower_} ")
    other = np_head(preposition.nbor())
    if not defined or other.i in told.skipped or other.pos_ not in NOMINAL:
        return None
    return f"{thing} {preposition.lower_} {noun_phrase(other, told.skipped)}"


def contrasted_before(site: Site, same: str | None, told: Told) -> str | None:
    """`unemployment among men stood at 9 percent and among women at 12 percent`: the same measure of the others."""
    before = site.like
    if same is None or before is None or told.of(before) != same:
        return same
    between = site.head.doc[before.amount.tokens[1] : site.amount.tokens[0]]
    opening = {"and", "but", ","}
    phrases = (t for t in between if t.lower_ in words("prepositions", "contrasting") and t.i > before.amount.tokens[1])
    start = next((t for t in phrases if t.nbor(-1).lower_ in opening), None)
    return (_defined_anew(same, start, told) or same) if start is not None else same


def _compares(site: Site) -> bool:
    return site.after is not None and site.after.lower_ in words("adverbs", "up") | words("adverbs", "down")


def _comma(site: Site) -> bool:
    """Tell whether the figure is set off from a figure before it in its sentence: `totaled $145 million, 62% more than in 2021`."""
    first = site.lead if site.lead is not None and site.lead.lower_ in {"up", "down"} else site.head.doc[site.amount.tokens[0]]
    before = first.nbor(-1) if first.i > first.sent.start else first
    return before.text in {",", "(", "—", "–"} and site.previous is not None and site.previous.head.sent == site.head.sent


def alike(site: Site, told: Told) -> str | None:
    """`one bank pays 5 percent, another only 4 percent`: the measure of the figure of the same unit before it in the sentence.

    What has a noun of its own takes it over only where the two are coordinated: `sold 300 tonnes of tea in 2016 and 500 tonnes in 2017`.
    """
    if site.like is None:
        return None
    bare = site.amount.section == "percentages" or (site.amount.dimension == "count" and counted_noun(site) is None)
    named = subject(site.verb) if site.verb is not None else None
    if named is not None and named.lower_ in {"those", "that"} and any(c.dep_ == "nmod" for c in named.rights):
        return None  # "those of its rival rose 2 percent"
    same = told.of(site.like) if bare or _coordinated(site, told) else None
    if is_parallel(site, site.like):
        own = _phrase_behind(site, told) if told.of(site.like) == _phrase_behind(site.like, told) else None
        same = own or told.of(site.like)
    return (_own_purpose(site, site.like, told) or same) if same is not None else None


def named_beside(site: Site, told: Told) -> str | None:
    """Return the name right before a figure of a list of names: `Togo had 10 percent, followed by Benin 23 percent, Mali 28 percent`."""
    lead, same = site.lead, told.of(site.like)
    if (
        site.like is None
        or site.like.head.sent != site.head.sent
        or lead is None
        or lead.pos_ != "PROPN"
        or lead.i != site.amount.tokens[0] - 1
        or site.amount.dimension == "count"
        or not same
    ):
        return None
    names = all(word[0].isupper() for word in same.split() if word[0].isalpha() and len(word) > 3)
    return noun_phrase(lead, told.skipped, depth=0) if names else None


def _phrase_behind(site: Site, told: Told) -> str | None:
    """Return the noun phrase that a preposition ties to the figure from behind: `cases` in `a drop of 9% in cases`."""
    noun = np_head(site.after.nbor()) if site.after is not None and site.after.i + 1 < len(site.after.doc) else None
    return noun_phrase(noun, told.skipped) if noun is not None and noun.pos_ in NOMINAL and noun.i not in told.skipped else None


def _coordinated(site: Site, told: Told) -> bool:
    """Tell whether nothing but a date and `and` parts the figure from the one before, and nothing of its own follows."""
    if (
        site.amount.dimension == "count"
        or site.lead is None
        or site.lead.pos_ != "CCONJ"
        or site.like is None
        or site.verb != site.like.verb
    ):
        return False
    behind = site.head.doc[site.amount.tokens[1] : site.head.sent.end]
    return all(t.i in told.skipped or t.is_punct or t.pos_ == "ADP" for t in behind[:2])
