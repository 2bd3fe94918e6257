"""Where a figure stands in its sentence: the word that leads to it, the noun and the verb that it belongs to.

A parser errs mostly on where a phrase attaches, so the words that stand next to the figure are asked before its head in the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from .amounts.lexicon import lemma_of, words
from .amounts.tree import NOMINAL, SUBJECTS, ascend, case_of, has_copula, is_past, np_head

if TYPE_CHECKING:
    from .amounts import Amount

ROW = 8  # figures side by side that share what completes the last of them
REACH = 12  # words between a noun of movement and the figures that it goes between


@dataclass(frozen=True, eq=False)
class Site:
    """Where a figure stands.

    Attributes:
        amount: the figure.
        head: the token of the figure that the rest of the sentence governs.
        lead: the word before the figure and its qualifiers, None at the start of a sentence.
        modified: the noun that the figure stands before and modifies (`a 10% increase`, `a $5 billion dam`).
        governor: the noun before the figure that it completes by a preposition (`an increase of 10%`).
        complement: the noun that completes the figure (`11 percent of the population`).
        verb: the verb of the figure's clause, or the predicate of a copula.
        after: the word after the figure and a bracket that converts it.
        earlier: the site of the figure that this one is coordinated with or measured from (`from 5% to 6%`, `5% in May and 6% in June`).
        like: the site of the figure before it in the sentence with the same unit.
        previous: the site of the figure before it, in whatever sentence.
        outer: the site of the figure whose conversion this one is (`10 billion ringgit (US$2.3 billion)`).
    """

    amount: Amount
    head: Token
    lead: Token | None
    modified: Token | None
    governor: Token | None
    complement: Token | None
    verb: Token | None
    after: Token | None
    earlier: Site | None = None
    like: Site | None = None
    previous: Site | None = None
    outer: Site | None = None

    @property
    def preposition(self) -> str:
        """The preposition that leads to the figure, empty where there is none; `compared` stands for `compared with` and `compared to`."""
        lead = self.lead
        if lead is None or lead.pos_ not in {"ADP", "SCONJ", "ADV", "PART"}:
            return ""
        compares = lead.lower_ in {"with", "to"} and lead.i > 0 and lead.nbor(-1).lower_ in {"compared", "comparing"}
        return "compared" if compares else lead.lower_


def taken_tokens(doc: Doc, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the indices of the tokens that lie in the character `spans`."""
    tokens = (doc.char_span(start, end, alignment_mode="expand") for start, end in spans)
    return frozenset(i for span in tokens if span is not None for i in range(span.start, span.end))


def locate(doc: Doc, amounts: Sequence[Amount], dates: frozenset[int]) -> list[Site]:
    """Return the site of each of `amounts`, which stand in the order of the text; `dates` are the tokens of dates."""
    sites: list[Site] = []
    firsts = {a.tokens[0]: a for a in amounts}
    units = {i: a for a in amounts if a.section == "quantities" and a.dimension != "count" for i in range(*a.tokens)}
    for amount in amounts:
        head = head_of(doc, amount)
        lead = _lead(doc, amount)
        after = _after(doc, amount, firsts)
        previous = sites[-1] if sites and sites[-1].head.sent == head.sent else None
        modified = _modified(doc, amount, head, after, dates, firsts)
        sites.append(
            Site(
                amount=amount,
                head=head,
                lead=lead,
                modified=modified,
                governor=_governor(head, lead),
                complement=_complement(_behind_row(after, amount, firsts), dates, amount, units),
                verb=_verb(modified or head, lead),
                after=after,
                earlier=None if opens_clause(head, previous) else _earlier(doc, previous, amount, dates),
                like=_like(sites, head, amount),
                previous=sites[-1] if sites else None,
                outer=previous if previous and _converts(doc, previous.amount, amount) else None,
            )
        )
    return sites


def _like(sites: list[Site], head: Token, amount: Amount) -> Site | None:
    """Return the last of `sites` in the sentence of `head` with the unit of `amount`."""
    sentence = head.sent
    here = takewhile(lambda s: sentence.start <= s.head.i, reversed(sites))
    return next((s for s in here if s.amount.unit == amount.unit and s.head.i < sentence.end), None)


def head_of(doc: Doc, amount: Amount) -> Token:
    """Return the token of the figure that depends on a word outside of it, the noun or unit where the parser left several."""
    span = doc[amount.tokens[0] : amount.tokens[1]]
    if amount.dimension == "count":
        nouns = [t for t in span if t.is_alpha and not t.like_num and t.pos_ in {"NOUN", "PROPN", "ADJ", "VERB", "PRON"}]
        return nouns[-1] if nouns else span.root
    outer = [t for t in span if t.head.i not in range(*amount.tokens) or t.head == t]
    return next((t for t in reversed(outer) if t.pos_ != "NUM"), span.root)


def _lead(doc: Doc, amount: Amount) -> Token | None:
    """Return the word before the figure, over its qualifiers: `by` in `rose by as much as an estimated 5%`."""
    i, start = amount.tokens[0] - 1, doc[amount.tokens[0]].sent.start
    skipped = words("words", "lead_ins")
    while i >= start and ((doc[i].lower_ in skipped and not _leads(doc, i, amount)) or _bounds(doc, i)):
        i -= 1
    if (
        i > start and amount.qualifier == "at most" and (doc[i - 1].lower_, doc[i].lower_) == ("up", "to") and doc[i - 2].pos_ != "AUX"
    ):  # "worth up to $8 million"
        i -= 2
    # "lost 190 points, or 0.6 percent": points of an index are no figure, and the movement is the percentage's as well
    points = _points_before(doc, i, start) if amount.section == "percentages" else None
    i = i if points is None else points
    if i > start and doc[i].lower_ == "between" and doc[i - 1].pos_ == "ADP":  # "fines of between $5 and $20"
        i -= 1
    return doc[i] if i >= start else None


def _bounds(doc: Doc, i: int) -> bool:
    """Tell the `not` of `a fine of not more than $300`, the `high` of `climbed as high as 4 percent`."""
    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    if doc[i].lower_ in {"high", "low", "far"}:
        return following == "as" and i > 0 and doc[i - 1].lower_ == "as"
    return doc[i].lower_ == "not" and following in {"more", "less", "fewer", "exceeding"}


def _points_before(doc: Doc, i: int, start: int) -> int | None:
    """Return the token before `190 points, or`, where that ends with the token `i`."""
    end = i - 1 if i > start and doc[i].lower_ == "or" else None
    if end is None:
        return None
    end -= doc[end].text == ","
    number = end - 1
    named = number > start and doc[end].lower_ in {"points", "point"} and doc[number].like_num
    return number - 1 if named else None


def _leads(doc: Doc, i: int, amount: Amount) -> bool:
    """Tell whether a word that may be a qualifier leads to the figure instead: `up` in `up 3%`, `at` in `at 5%`."""
    word = doc[i].lower_
    if word == "at":
        return doc[i + 1].lower_ not in {"least", "most"}
    if word == "up":
        return not (i + 1 < len(doc) and doc[i + 1].lower_ == "to" and amount.qualifier == "at most")
    return False


def _after(doc: Doc, amount: Amount, firsts: Mapping[int, Amount]) -> Token | None:
    """Return the word after the figure, over a bracket that holds nothing but another figure."""
    i = amount.tokens[1]
    if i + 1 < len(doc) and doc[i].text in {"(", "["} and i + 1 in firsts:
        closing = firsts[i + 1].tokens[1]
        i = closing + 1 if closing < len(doc) and doc[closing].text in {")", "]"} else closing if ")" in doc[closing - 1].text else i
    while i < len(doc) and doc[i].text == "-":
        i += 1
    return doc[i] if i < len(doc) and doc[i].sent == doc[amount.tokens[0]].sent else None


def _behind_row(after: Token | None, amount: Amount, firsts: Mapping[int, Amount]) -> Token | None:
    """Return the word behind the last of a row of figures that share their complement: `of` in `41 percent and 38 percent of the vote`."""
    if after is not None and amount.per is not None and after.lower_ in {"per", "a", "an", "each"} and after.i + 2 < len(after.doc):
        after = after.nbor(2)  # "1,642 barrels per day of crude", "2 million tonnes per annum (mtpa) of gas"
        if after.text == "(" and after.i + 3 < len(after.doc) and after.nbor(2).text == ")":
            after = after.nbor(3)
    for _ in range(ROW):
        joined = (
            after is not None and after.i + 1 < len(after.doc) and after.lower_ in {"and", "or", ","} and amount.section != "quantities"
        )
        following = firsts.get(after.i + 1) if joined and after is not None else None
        if after is None or following is None or following.unit != amount.unit:
            return after
        after = _after(after.doc, following, firsts)
    return after


def _modified(
    doc: Doc, amount: Amount, head: Token, after: Token | None, dates: frozenset[int], firsts: Mapping[int, Amount]
) -> Token | None:
    """Return the noun that the figure stands before: `increase` in `a 10 per cent pay increase`."""
    near = _attributed(doc, amount, head, after, dates) or _sized(amount, head, after, firsts)
    return near or _determined(doc, amount, head, after, dates)


def _determined(doc: Doc, amount: Amount, head: Token, after: Token | None, dates: frozenset[int]) -> Token | None:
    """Return the noun of the phrase that the figure begins or stands in, where that is no clause of its own."""
    before = doc[amount.tokens[0] - 1] if amount.tokens[0] else None
    if after is None or after.i in dates or after.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"} or after.dep_ == "case":
        return None
    said = words("adverbs", "up") | words("adverbs", "down") | words("adverbs", "beside") | {"worth"}
    if after.lower_ in said and not after.tag_.startswith("NNP"):
        return None
    determined = before is not None and (
        (before.dep_ in {"det", "amod", "case"} and before.pos_ != "ADP") or before.tag_ in {"PRP$", "POS", "DT"}
    )
    # "a steep 17.8% drop": `drop` is a noun here, whatever its tag
    # "the $4 million raised in 2024", "some 430 million people fell into poverty"
    inflected = after.pos_ == "VERB" and after.lower_.removesuffix("s") != lemma_of(after).removesuffix("s")
    if determined and not inflected and lemma_of(after) in words("nouns", "up") | words("nouns", "down"):
        return after
    if _is_rate(after):
        return None
    noun = np_head(after)
    # "70% expressed satisfaction", where the parser took the verb for a participle
    if amount.section == "percentages" and not determined and after.tag_ in {"VBN", "VBD"} and noun != after:
        return None
    if noun.pos_ not in NOMINAL or noun.i < after.i or any(t.i in dates for t in doc[after.i : noun.i + 1]):
        return None
    if head.head == noun and head.dep_ not in SUBJECTS | {"appos", "conj"}:
        return noun
    # "for 220MW Eg River hydropower plant", where the parser gave the size to the name
    if head.dep_ in {"amod", "compound", "nummod"} and after.i <= head.head.i < noun.i and noun.is_ancestor(head.head):
        return noun
    # "took out $20 million mortgages", which the parser made two objects
    if noun == after and noun.pos_ == "NOUN" and noun.tag_ == "NNS" and head.dep_ == noun.dep_ == "obj" and head.head == noun.head:
        return noun
    named = lemma_of(noun) in words("nouns", "up") | words("nouns", "down") | words("nouns", "share")
    return noun if determined or named else None


def _attributed(doc: Doc, amount: Amount, head: Token, after: Token | None, dates: frozenset[int]) -> Token | None:
    """Return the noun of several adjectives, the figure the first: `the 100-seat, wooden courthouse`, `two 1,600 feet tall towers`."""
    before = doc[amount.tokens[0] - 1] if amount.tokens[0] else None
    if after is None:
        return None
    if amount.dimension == "length" and after.lower_ in words("words", "extents") and after.i + 1 < len(doc):
        noun = np_head(after.nbor())
        return noun if after.nbor().pos_ in NOMINAL and noun.i not in dates else None
    listed = (
        amount.section == "money" and before is not None and before.tag_ in {"DT", "PRP$", "POS"}
    )  # "a $1 trillion, 75 mile long tower"
    if after.text != "," or not (listed or "-" in doc[amount.tokens[0] : amount.tokens[1]].text):
        return None
    noun = head.head
    between = doc[after.i + 1 : noun.i]
    attributes = {"ADJ", "ADV", "NOUN", "PROPN", "PUNCT", "VERB", "NUM"}
    near = noun.pos_ in NOMINAL and noun.i > after.i and 0 < len(between) <= 4 and head.dep_ in {"compound", "amod", "nummod", "nmod"}
    return noun if near and all(t.pos_ in attributes for t in between) else None


def _sized(amount: Amount, head: Token, after: Token | None, firsts: Mapping[int, Amount]) -> Token | None:
    """Return the noun of a size that another number parts from it: `a 1.2-litre three-cylinder engine`, `nine million 250ml bottles`."""
    if after is None or amount.dimension in {None, "count"}:
        return None
    following = firsts.get(after.i)
    if following is not None and "-" in after.doc[slice(*amount.tokens)].text and head.dep_ in {"compound", "amod", "nummod"}:
        noun = np_head(after.doc[following.tokens[1] - 1])
        return noun if noun.pos_ in NOMINAL and noun == head.head and noun.i >= following.tokens[1] else None
    counted = next((a for i in range(max(0, amount.tokens[0] - 4), amount.tokens[0]) if (a := firsts.get(i))), None)
    sized = counted is not None and counted.dimension == "count" and counted.tokens[1] == amount.tokens[0]
    return np_head(after) if sized and after.pos_ == "NOUN" else None


def _is_rate(token: Token) -> bool:
    """Tell `year-on-year` and `month over month` behind a figure, which say what it is compared with and name nothing."""
    said = [t.lower_ for t in token.doc[token.i : token.i + 5] if t.text not in {"-", "–", "‑"}]
    return len(said) >= 3 and said[0] == said[2] and said[0] in words("words", "periods") and said[1] in {"on", "over"}


def _governor(head: Token, lead: Token | None) -> Token | None:
    """Return the noun that the figure completes: `increase` in `an increase in prices of about 10%`."""
    if lead is None or lead.pos_ not in {"ADP", "SCONJ"} or lead.i == 0:
        return None
    before = lead.nbor(-1)
    if before.pos_ in NOMINAL and (lead.lower_ == "of" or before == head.head):
        return before
    if lead.lower_ in {"from", "to", "by"} and head.dep_ == "obl" and (noun := _movement_before(lead)) is not None:
        return noun
    return head.head if head.dep_ == "nmod" and head.head.i < lead.i and head.head.pos_ in NOMINAL else None


def _movement_before(lead: Token) -> Token | None:
    """Return the noun of movement that a phrase goes on with, where the parser gave the phrase to the verb.

    "kept its rank, with an increase in trust in the army from 78 percent to 82 percent"
    """
    for token in reversed(lead.doc[max(lead.sent.start, lead.i - REACH) : lead.i]):
        if token.pos_ in {"VERB", "AUX", "PUNCT", "SCONJ"} or token.dep_ == "mark":
            return None
        if token.pos_ == "NOUN" and lemma_of(token) in words("nouns", "up") | words("nouns", "down") and case_of(token) == "with":
            return token
    return None


def _complement(after: Token | None, dates: frozenset[int], amount: Amount, units: Mapping[int, Amount]) -> Token | None:
    """Return the noun of the phrase that completes the figure: `population` in `11 percent of the population`.

    `units` are the figures with a unit of measurement by their tokens: half of the 20 hectares of forest is forest.
    """
    if after is not None and after.lower_ in {"worth", "increase"} and after.i + 1 < len(after.doc):
        after = after.nbor()
    if after is None or after.lower_ not in words("prepositions", "complement") or after.i + 2 > len(after.doc):
        return None
    following = after.nbor()
    noun = following if following.lower_ in {"those", "them"} else np_head(following)
    if noun.i in units:
        end = units[noun.i].tokens[1]
        return _complement(after.doc[end], dates, amount, {}) if end < len(after.doc) else None
    if noun.i in dates or following.i in dates or noun.pos_ not in NOMINAL | {"PRON"}:
        return None
    # `$5 billion in revenue`, but `12 people in Cairo`, `$5 billion in Egypt`
    inside = (
        after.lower_ == "in" and amount.section == "money" and noun.pos_ == "NOUN" and following.dep_ != "det" and following.tag_ != "PRP$"
    )
    if inside and noun.lower_ in words("words", "prepositional") and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "of":
        return None  # "in support of the poor"
    return noun if after.lower_ == "of" or inside else None


def _verb(token: Token, lead: Token | None) -> Token | None:
    """Return the verb of the clause that `token` stands in, the one next to the figure first."""
    near = lead
    while near is not None and near.i > near.sent.start and near.pos_ in {"ADP", "ADV", "PART", "SCONJ"}:
        near = near.nbor(-1)
    acts = near is not None and near.pos_ == "VERB" and near.dep_ != "amod" and near.lower_ not in words("words", "distance")
    if near is not None and (acts or is_past(near)):
        return near
    for node in ascend(token):
        if node.lower_ not in words("words", "distance") and (has_copula(node) or node.pos_ in {"VERB", "AUX"}):
            return node
    return None


def _between(doc: Doc, left: Amount, right: Amount) -> list[Token]:
    return list(doc[left.tokens[1] : right.tokens[0]])


def _converts(doc: Doc, outer: Amount, inner: Amount) -> bool:
    """Tell whether `inner` stands in a bracket right after `outer` as the same thing in another unit."""
    between = [t.text for t in _between(doc, outer, inner) if t.lower_ not in words("words", "lead_ins")]
    if outer.per is not None:  # "$9 a month (or $90 a year)"
        between = between[next((i for i, text in enumerate(between) if text in {"(", "["}), 0) :]
    # "fell $1.20, or 1.5 percent,": the same movement as a percentage
    if between == [",", "or"] and inner.section == "percentages" != outer.section:
        return True
    return between in (["("], ["["], ["/"], [",", "or"], ["(", "or"]) and _same_kind(outer, inner)


def _same_kind(outer: Amount, inner: Amount) -> bool:
    return outer.section == inner.section and outer.dimension == inner.dimension and outer.dimension != "count" and inner.signed is None


def _earlier(doc: Doc, previous: Site | None, amount: Amount, dates: frozenset[int]) -> Site | None:
    """Return the site of the figure before, where only `to`, `from`, `and` or a comparison stands between, dates and conversions aside."""
    if previous is None or (previous.amount.section != amount.section and previous.amount.section != "percentages"):
        return None
    linking = words("words", "linking")
    between = _between(doc, previous.amount, amount)
    if previous.amount.per is not None and between and between[0].lower_ == "per":
        between = between[2:]
    rest = [t for t in between if t.i not in dates and not t.is_punct and not t.is_space]
    kept = [t for t in rest if t.lower_ not in words("words", "lead_ins") and not (t.pos_ == "ADP" and t.i + 1 in dates)]
    linked = kept and kept[-1].lower_ in linking and all(t.lower_ in linking or t.pos_ in {"ADP", "DET"} for t in kept)
    same_sentence = previous.head.sent == doc[amount.tokens[0]].sent
    return (previous.outer or previous) if linked and same_sentence else None


def opens_clause(head: Token, previous: Site | None) -> bool:
    """Tell the subject of a clause of its own: `rents grew 5 percent, and 3 percent of the flats are empty`."""
    verb = head.head
    return previous is not None and head.dep_ in SUBJECTS and previous.head.i < head.i < verb.i and not verb.is_ancestor(previous.head)
