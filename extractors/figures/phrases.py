"""Noun phrases cut from the article: the noun, what defines it, and nothing that a figure, a date or a relative clause adds."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from .amounts.lexicon import words
from .amounts.tree import NOMINAL, SUBJECTS, case_of

KEPT_LEFT = {"amod", "compound", "nmod:poss", "nmod", "nummod", "flat", "advmod", "det", "punct", "cc", "conj"}
POSSESSIVES = {"'s", "’s", "'", "’"}
CLOSERS = '-–—,;:()[]"“”'
BREAKS = ":;–—("
PAUSES = BREAKS + ",-"
MAX_WORDS = 16


def noun_phrase(noun: Token, skipped: frozenset[int], depth: int = 2) -> str | None:
    """Return the text of the noun phrase of `noun` without the tokens `skipped` (figures and dates), None where nothing is left.

    `depth` is how many prepositional phrases may hang on each other: 2 for `exports of coffee to Russia`.
    """
    if noun.i in skipped:
        return None
    for limit in range(depth, -1, -1):
        kept = sorted(set(_kept(noun, skipped, limit)))
        if len(kept) <= MAX_WORDS:
            break
    else:
        return None  # half a sentence is no noun phrase
    kept = _unbracketed(noun, kept)
    hyphens = [i + 1 for i in kept if i + 2 in kept and noun.doc[i + 1].text == "-" and not noun.doc[i].whitespace_]
    return render(noun.doc, _trimmed([noun.doc[i] for i in sorted({*kept, *hyphens})])) or None


def _unbracketed(noun: Token, kept: list[int]) -> list[int]:
    """Return `kept` within the brackets that `noun` stands in: the parser hangs words over them."""
    marks = [t for t in noun.doc[kept[0] : kept[-1] + 1] if t.text in "()"]
    if not marks or [t.text for t in marks] in (["(", ")"], ["(", ")"] * 2):
        return kept
    start = max((t.i + 1 for t in marks if t.i < noun.i), default=kept[0])
    end = min((t.i for t in marks if t.i > noun.i), default=kept[-1] + 1)
    return [i for i in kept if start <= i < end]


def _kept(noun: Token, skipped: frozenset[int], depth: int) -> Iterator[int]:
    """Yield the tokens of the noun phrase, in any order; a name is never cut."""
    yield noun.i
    yield from (t.i for t in _name(noun) if t.i not in skipped)
    for child in noun.lefts:
        if child.i not in skipped and child.dep_ in KEPT_LEFT:
            yield from (t.i for t in child.subtree if t.i not in skipped)
    for child in noun.rights:
        if child.i not in skipped and child.lower_ not in POSSESSIVES:
            yield from _kept_right(noun, child, skipped, depth)
    if noun.dep_ in SUBJECTS and depth:
        for child in _before_verb(noun, skipped):
            yield from (c.i for c in child.lefts if c.dep_ == "case")
            yield from _kept(child, skipped, depth - 1)


def _name(noun: Token) -> Iterator[Token]:
    """Yield the words before `noun` that belong to its name, wherever the parser hangs them."""
    token = noun
    while token.i > token.sent.start:
        before = token.nbor(-1)
        # two subjects side by side, or two objects: "kept its benchmark rate"
        pair = before.pos_ == token.pos_ == "PROPN" or (before.pos_ == token.pos_ == "NOUN" and token.dep_ == "obj")
        twin = pair and (before.head, before.dep_) == (token.head, token.dep_)
        if not twin and (token.ent_iob_ != "I" or token.ent_type_ not in {"ORG", "PERSON", "FAC"}):
            return
        token = before
        yield token


def _before_verb(noun: Token, skipped: frozenset[int]) -> Iterator[Token]:
    """Yield the phrases between a subject and its verb, which belong to the subject even where the parser gave them to the verb.

    "exports to Russia fell": nothing stands there unless it says which exports.
    """
    end = noun.i + 1
    for child in noun.head.lefts:
        if child.dep_ == "obl" and child.left_edge.i == end and defines(child, skipped) and not _set_off(child):
            yield child
            end = child.right_edge.i + 1


def _kept_right(noun: Token, child: Token, skipped: frozenset[int], depth: int) -> Iterator[int]:
    """Yield the tokens of one modifier after the noun, none where it doesn't define the noun."""
    if child.dep_ in {"flat", "compound"} or (child.dep_ == "nummod" and not _set_off(child)):
        yield from (t.i for t in child.subtree if t.i not in skipped)
    elif (
        child.dep_ == "nmod"
        and child.pos_ == "NOUN"
        and not case_of(child)
        and child.i == child.left_edge.i
        and child.nbor(-1).pos_ == "PROPN"
    ):
        yield child.i  # "the Institute for Medicine and Hygiene headquarters"
    elif child.dep_ == "nmod" and depth and defines(child, skipped) and not _set_off(child):
        yield from (c.i for c in child.lefts if c.dep_ == "case")
        yield from _kept(child, skipped, depth - 1)
    elif child.dep_ == "conj" and _joined(noun, child, skipped):
        yield from (c.i for c in child.lefts if c.dep_ in {"cc", "punct"})
        yield from _kept(child, skipped, depth)
    elif _participle(noun, child) or (child.text == "-" and not child.nbor(-1).whitespace_ and not child.whitespace_):
        yield child.i


def _participle(noun: Token, child: Token) -> bool:
    """Tell the participle that alone defines its noun: `those infected`, `people killed`."""
    defined = child.dep_ == "acl" or (child.dep_ == "amod" and child.tag_ == "VBN")
    return defined and child.i == noun.i + 1 and noun.lower_ in words("words", "generic")


def _joined(noun: Token, child: Token, skipped: frozenset[int]) -> bool:
    """Tell the second of `imports and exports` from an aside that the parser took for it (`China, its largest market,`)."""
    behind = child.doc[child.right_edge.i + 1 : child.right_edge.i + 4]  # "70 percent of the population and expats 30 percent"
    figured = next((t.i in skipped for t in behind if t.i in skipped or (t.tag_ != "POS" and t.lower_ not in {"by", "to"})), False)
    # "a dam in Kenya and a plant in Ghana", "its seats and its majority" are two things
    apart = any(c.lower_ in {"a", "an"} or c.tag_ == "PRP$" for c in child.lefts)
    joint = next((c for c in child.lefts if c.dep_ == "cc"), None)
    if any(i in skipped for i in range(noun.i + 1, child.left_edge.i)):  # "Acme, down 2 percent, and Bolt, down 3 percent"
        return False
    alone = sum(k.dep_ == "conj" for k in noun.rights) == 1
    apart = apart or (alone and joint is not None and joint.i > noun.i and joint.nbor(-1).text == ",")  # "in India, and Lingala was added"
    nominal = (
        not apart
        and child.pos_ in NOMINAL | {"ADJ"}
        and not figured
        and not any(t.i in skipped or t.dep_ == "nummod" for t in child.subtree)
    )
    return nominal and not _set_off(child, BREAKS) and any(c.dep_ == "cc" for k in noun.rights if k.dep_ == "conj" for c in k.lefts)


def _set_off(child: Token, marks: str = PAUSES) -> bool:
    """Tell whether one of `marks` stands before or at the start of a phrase: `three targets: reform and growth`."""
    first = child.left_edge
    return first.text in marks or (first.i > 0 and first.nbor(-1).text in marks)


def defines(child: Token, skipped: frozenset[int]) -> bool:
    """Tell whether a prepositional phrase says which one is meant (`to Russia`), and not when or how much."""
    cases = [c.lower_ for c in child.children if c.dep_ == "case" and c.i < child.i]
    # "profit for the quarter"
    bare = child.lower_ in words("words", "times") and all(c.dep_ in {"case", "det"} for c in child.children) and "of" not in cases
    temporal = bare or child.i in skipped or any(c.i in skipped for c in child.lefts)
    return bool(cases) and cases[0] in words("prepositions", "defining") and not temporal


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Return `tokens` without leading articles and pronouns and the punctuation at both ends."""
    start, end = 0, len(tokens)
    while start < end and (_drops(tokens[start]) or tokens[start].is_space or tokens[start].text in CLOSERS):
        start += 1
    while start < end and (
        tokens[end - 1].text in CLOSERS or tokens[end - 1].pos_ in {"CCONJ", "ADP"} or tokens[end - 1].lower_ in POSSESSIVES
    ):
        end -= 1
    return tokens[start:end]


def _drops(token: Token) -> bool:
    if token.lower_ == "more":
        return True  # "six more bodies"
    article = (token.dep_ == "det" and token.lower_ not in {"no", "all"}) or token.lower_ in {"the", "a", "an", "such", "both", "'s", "’s"}
    return article or token.lower_ in words("words", "vague") or token.tag_ in {"PRP$", "WP$"} or token.pos_ in {"CCONJ", "ADP", "PART"}


def render(doc: Doc, tokens: list[Token]) -> str:
    """Return the text of `tokens` with the article's own white space between neighbours and one space over gaps."""
    pieces: list[str] = []
    for i, token in enumerate(tokens):
        jumps = i > 0 and token.i != tokens[i - 1].i + 1 and token.text not in CLOSERS
        gap = i > 0 and (jumps or (token.i == tokens[i - 1].i + 1 and bool(tokens[i - 1].whitespace_)))
        pieces.append(f" {token.text}" if gap else token.text)
    return " ".join("".join(pieces).split()).rstrip("-–—")


def top_noun(token: Token, skipped: frozenset[int]) -> Token:
    """Return the head of the noun phrase that ends with `token`: `demand` for `demand for steel, down 4 percent`."""
    while (
        token.i not in skipped
        and token.dep_ in {"nmod", "flat", "compound", "conj"}
        and token.head.i < token.i
        and token.head.i not in skipped
        and token.head.pos_ in NOMINAL
        and token.head.lower_ not in words("words", "prepositional")
        and not any(t.text in {",", ";"} for t in token.doc[token.head.i : token.i])  # "of exports, below tobacco, at 23 percent"
    ):
        token = token.head
    return token
