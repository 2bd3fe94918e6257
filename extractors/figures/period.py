"""`when`: the period or the point that a figure is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Doc, Span, Token

from ..models import Date
from .amounts.lexicon import lemma_of, moves, words
from .amounts.tree import SUBJECTS, has_copula, is_aside, subject
from .site import Site

# Not a stretch of the calendar.
VAGUE = ("PAST_REF", "FUTURE_REF", "PRESENT_REF")
# Clauses that share the time of the clause above: "a quake struck on Wednesday, killing 12 people".
SAME_TIME = {"advcl", "conj", "xcomp", "ccomp"}
STRETCHES = {("from", "to"), ("from", "until"), ("from", "through"), ("between", "and")}
LINKS = {"in", "for", "during", "on", "the", "this", "at", "of", "(", ",", "by", "through"}


@dataclass(frozen=True)
class Moment:
    """A date that a figure can be about, and the tokens it stands on; no value where the article doesn't say which (`last year`)."""

    value: str | None
    first: int
    last: int
    head: Token


def moments(doc: Doc, dates: Sequence[Date]) -> list[Moment]:
    """Return the points and stretches of calendar time among `dates`: no durations, no sets, nothing vague."""
    found = []
    for date in dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is not None and date.type in {"DATE", "TIME"} and date.value not in VAGUE:
            found.append(Moment(None if "XX" in date.value else date.value, span.start, span.end, span.root))
    return _joined(doc, [m for m in found if not _is_dateline(doc, m)])


def _joined(doc: Doc, found: Sequence[Moment]) -> list[Moment]:
    """Return `found` with the two ends of a stretch as one: `from 2010 to 2012` is `2010/2012`."""
    joined: list[Moment] = []
    for moment in found:
        start = joined[-1] if joined else None
        if start and start.last + 1 == moment.first and start.first and (doc[start.first - 1].lower_, doc[start.last].lower_) in STRETCHES:
            value = f"{start.value}/{moment.value}" if start.value and moment.value else None
            joined[-1] = Moment(value, start.first - 1, moment.last, start.head)
        else:
            joined.append(moment)
    return joined


def _is_dateline(doc: Doc, moment: Moment) -> bool:
    """Tell whether the date stands before the dash that opens an article: `NAIROBI, 5 November - The dam`."""
    return moment.last < min(len(doc), 25) and doc[moment.last].text in {"-", "–", "—", "--"} and bool(doc[moment.last - 1].whitespace_)


def periods(sites: Sequence[Site], times: Sequence[Moment]) -> dict[Site, str | None]:
    """Return the TIMEX3 value of the period that each figure is about, None where the article doesn't say it; `sites` in textual order."""
    found: dict[Site, str | None] = {}
    for _, group in groupby(sites, key=lambda s: s.head.sent.start):
        row = list(group)
        sentence = row[0].head.sent
        here = within(times, sentence)
        for site in row:
            own = _is_base(site) or _adjacent(site, here) is not None
            same = site.outer or _compared_by(site, here) or (None if own else _subject_figure(site, row))
            found[site] = found[same] if same is not None else _when(site, row, here, times)
    return found


def within(times: Sequence[Moment], sentence: Span) -> list[Moment]:
    """Return the dates of a sentence."""
    return list(times[slice(*(bisect_left(times, edge, key=lambda m: m.first) for edge in (sentence.start, sentence.end)))])


def _when(site: Site, row: Sequence[Site], here: list[Moment], times: Sequence[Moment]) -> str | None:
    """Return the period of the figure at `site` among the figures `row` and the dates `here` of its sentence.

    A date next to the figure is its own (`$190 million in 2020 and $490 million in 2021`); else the date of its noun, its clause or the
    clause above. What it is compared with (`from 5%`) takes only a date of its own.
    """
    own = _adjacent(site, here)
    if own is not None or _is_base(site):
        return own.value if own is not None else None
    if not here:
        return _of_sentence_before(site, times)
    claims = [(other, m) for other in row if other is not site and (m := _adjacent(other, here)) is not None]
    # "averaged $184 in June and last month $253": `last month` is of the second alone
    ahead = [m for other, m in claims if m.first < other.amount.tokens[0]]
    claimed = [m for _, m in claims if m not in ahead]
    here = [m for m in here if m not in ahead]
    usable = [
        m
        for m in here
        if not _is_compared(m) and not _is_reported(m) and not any(m == theirs and _is_base(other) for other, theirs in claims)
    ]
    return _of_clause(site, usable, claimed)


def _compared_by(site: Site, here: Sequence[Moment]) -> Site | None:
    """Return the figure whose movement the one at `site` is: `$5 billion in 2019 and $6 billion in 2020, an increase of 20 percent`."""
    start = _aside(site)
    before = site.previous
    if before is None or start is None or before.head.sent != site.head.sent or _adjacent(site, here) is not None:
        return None
    between = site.head.doc[before.amount.tokens[1] : start]
    while _is_base(before) and before.earlier is not None:
        before = before.earlier
    return before if not any(t.pos_ == "VERB" or t.dep_ in SUBJECTS for t in between) else None


def _subject_figure(site: Site, row: Sequence[Site]) -> Site | None:
    """Return the figure that the one at `site` is said of: `the 2,900 tonnes produced in 2025 represented a 16% increase`."""
    noun = subject(site.verb) if site.verb is not None and site.head.dep_ not in SUBJECTS else None
    return next((s for s in row if s is not site and s.head == noun and s.head.i < site.head.i), None)


def _aside(site: Site) -> int | None:
    """Return where the phrase begins that adds a movement behind a comma: `an increase of 20 percent`, `up 20 percent`."""
    noun = next((n for n in (site.modified, site.governor) if n is not None and moves(n)), None)
    if noun is not None:
        return noun.left_edge.i if is_aside(noun) else None
    lead = site.lead
    return lead.i if lead is not None and lead.lower_ in {"up", "down"} and lead.i > 0 and lead.nbor(-1).text == "," else None


def _of_sentence_before(site: Site, times: Sequence[Moment]) -> str | None:
    """Return the date of the sentence before, where a pronoun goes on with its subject: `Exports were weak in March. They fell 5%.`."""
    start = site.head.sent.start
    noun = subject(site.verb) if site.verb is not None else None
    if start == 0 or noun is None or noun.lower_ not in {"it", "they", "this"}:
        return None
    before = site.head.doc[start - 1].sent
    root, times = before.root, within(times, before)
    if site.verb is not None and _now(site.verb) != _now(root):  # "The firm was founded in 1990. It employs 400 people."
        return None
    return next((m.value for m in times if m.last <= start and m.head.head == root and not _is_reported(m) and not _is_compared(m)), None)


def _now(verb: Token) -> bool:
    """Tell a verb, or a predicate with its copula, in the present or the future."""
    return any(t.tag_ in {"VBZ", "VBP", "MD"} for t in (verb, *verb.children) if t == verb or t.dep_.startswith(("aux", "cop")))


def _adjacent(site: Site, times: Sequence[Moment]) -> Moment | None:
    """Return the date right after the figure, or right before it."""
    doc, end = site.head.doc, site.amount.tokens[1]
    start = site.after.i if site.after is not None else end
    if site.modified is not None and (site.amount.section == "percentages" or _moves(site)):
        start = site.modified.i + 1
    elif start + 1 < len(doc) and site.amount.per and doc[start + 1].lower_ == site.amount.per:
        start += 2
    for moment in times:
        between = doc[start : moment.first] if moment.first >= start else None
        if (
            between is not None
            and len(between) <= 4
            and all(t.lower_ in LINKS - {"(", ",", "of"} for t in between)
            and not _is_compared(moment)
        ):
            return moment
    first = site.lead.i if site.lead is not None else -1
    opening = first >= 0 and doc[first].text in {"(", "—"}
    return next((m for m in times if m.last - 1 == first or (opening and m.last == first)), None)


def _is_base(site: Site) -> bool:
    """Tell whether the figure is what another is compared with (`from 5%`): it isn't of the same period."""
    counted = site.amount.dimension == "count" and site.head.pos_ == "NOUN"
    return site.preposition in words("prepositions", "base") and not (counted and site.preposition == "from")


def _is_compared(moment: Moment) -> bool:
    """Tell whether the date is of what is compared with: `than in 2020`, `from a year earlier`, `since June`, `below its 2019 peak`."""
    doc, i = moment.head.doc, moment.first - 1
    named = False
    while i >= max(0, moment.first - 6) and doc[i].pos_ in {"ADP", "SCONJ", "DET", "ADJ", "NOUN", "VERB", "PRON"}:
        if doc[i].lower_ in {"from", "than", "versus", "compared", "since", "against"}:
            return doc[i].lower_ != "against" or not named  # "weakened against the dollar on Monday"
        near = all(t.pos_ == "DET" for t in doc[i + 1 : moment.first])
        if doc[i].lower_ == "on" and near and re.fullmatch(r"\d{4}(?:-Q\d|-\d\d|-W\d\d)?", moment.value or ""):
            return True  # "up 17 percent on last year"
        if doc[i].lower_ in {"over", "on"} and any(t.lower_ in {"same", "corresponding", "comparable"} for t in doc[i : moment.last]):
            return True  # "an increase of 7 percent over the same period last year"
        if doc[i].lower_ in {"below", "above", "under"}:
            return all(t.pos_ in {"DET", "PRON", "ADJ"} for t in doc[i + 1 : moment.first])
        if doc[i].pos_ == "VERB" or doc[i].lower_ == "during":  # "fled from the prison during the May riot"
            return False
        named = named or doc[i].pos_ == "NOUN"
        i -= 1
    return False


def _is_reported(moment: Moment) -> bool:
    """Tell whether the date stands right after a verb of saying: `officials said on Monday`."""
    doc, i = moment.head.doc, moment.first - 1
    while i > 0 and doc[i].lower_ in {"on", "in", "late", "early", "earlier", "at", "the", "a", "statement"}:
        i -= 1
    verb = doc[i] if i >= 0 else moment.head
    return (
        verb.pos_ == "VERB" and lemma_of(verb) in words("words", "say") and not any(c.dep_ in {"nsubj:pass", "obj"} for c in verb.children)
    )


def _of_clause(site: Site, times: Sequence[Moment], claimed: Sequence[Moment]) -> str | None:
    """Return the date of the figure's noun or of its clause, and the one above where that is of the same time."""
    node: Token = site.head
    for _ in range(12):
        found = [m for m in times if _hangs(m, node)] or [m for m in times if node == site.head and _defines(m, site)]
        # a date between the figures is the other's: it is shared only where the clause has no other
        free = [m for m in found if m not in claimed] or found
        if free:
            return min(free, key=lambda m: abs(m.first - site.head.i)).value
        if node.dep_ in {"advcl", "acl:relcl"} and any(c.lower_ == "when" for c in node.children):
            return next((m.value for m in reversed(times) if m.last <= node.left_edge.i and m.last >= node.left_edge.i - 4), None)
        if node.head == node or not _passes(node, site):
            return None
        node = node.head
    return None


def _passes(node: Token, site: Site) -> bool:
    """Tell whether what `node` stands under speaks of the same time."""
    if node.pos_ in {"VERB", "AUX"} or has_copula(node):
        above = node.head
        return node.dep_ in SAME_TIME and lemma_of(above) not in words("words", "say") and not (node.dep_ == "ccomp" and node.i > above.i)
    # "the economy of $465 billion will grow in 2022": its size is of no year
    if site.amount.section != "percentages" and node.dep_ in {"compound", "amod", "nummod"}:
        return _moves(site)
    attributive = node == site.modified and (site.amount.section != "percentages" or node.dep_ != "obj")
    return not attributive or _moves(site)


def _moves(site: Site) -> bool:
    noun = site.modified
    return noun is not None and lemma_of(noun) in words("nouns", "up") | words("nouns", "down")


def _hangs(moment: Moment, node: Token) -> bool:
    """Tell whether the date modifies `node`, its subject, or an event that `node` happened in (`during the May riot`)."""
    head = moment.head.head if moment.head != node else node
    for _ in range(2):  # "34 people were killed and 120 injured when a bus plunged into a ravine on Monday"
        if head.head != node and _same_event(head) and (_same_event(head.head) or head.head.dep_ == "conj"):
            head = head.head
    if head == node or (head.head == node and _same_event(head)):
        return not _said_then(moment, node)
    if head.head != node or head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if head.dep_ in {"obl", "nmod"}:
        return any(c.dep_ == "case" and c.lower_ in {"in", "during", "at", "for"} for c in head.children)
    # "sales in 2025 totaled $3 billion", "the 2025 harvest was 5 million bags"
    attributes = {"nmod", "nmod:unmarked"} if node.pos_ == "VERB" else {"nmod", "compound", "nmod:poss", "amod", "nummod"}
    return head.dep_ in SUBJECTS and moment.head.dep_ in attributes


def _defines(moment: Moment, site: Site) -> bool:
    """Tell whether the date is of a participle that says which things the figure counts: `2,900 tonnes of ore produced in 2025`."""
    verb = moment.head.head
    if site.head.dep_ == "nmod" and site.governor is not None:  # "a survey of 300 farmers conducted in 2021"
        return False
    return verb.dep_ == "acl" and verb.i < moment.first and verb.head in (site.head, site.complement)


def _same_event(verb: Token) -> bool:
    """Tell whether `verb` goes on with the event above: `killed 17 and injured 40 on Saturday`, `destroyed when a storm hit in May`."""
    if verb.dep_ == "conj":
        gapped = verb.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in verb.children)  # "were killed and 120 injured"
        return verb.pos_ == "VERB" and (gapped or not any(c.dep_ in SUBJECTS for c in verb.children))
    return verb.dep_ == "advcl" and any(c.lower_ == "when" for c in verb.children)


def _said_then(moment: Moment, node: Token) -> bool:
    """Tell whether the date is when somebody said it: `the bank said on Tuesday`."""
    return lemma_of(node) in words("words", "say") and node.pos_ == "VERB" and any(c.dep_ in {"ccomp", "parataxis"} for c in node.children)
