"""How words hang in a sentence: the subject of a verb, the head of a noun phrase, what a relative pronoun stands for.

Trees are Universal Dependencies: prepositions are `case` children of their noun, copulas `cop` children of the predicate. Where a parser
errs, the words that stand next to each other are asked before the tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .lexicon import lemma_of, lexical, words

NOMINAL = {"NOUN", "PROPN"}
SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}
LEFT_MODIFIERS = {
    "amod",
    "compound",
    "nummod",
    "nmod:poss",
    "nmod:unmarked",
    "det",
    "advmod",
    "nmod",
    "flat",
    "case",
    "punct",
    "obl:npmod",
    "nmod:npmod",
}
BEFORE_NOUN = {"NOUN", "PROPN", "ADJ", "VERB", "PUNCT", "NUM", "PART", "SYM", "DET", "PRON", "ADV", "CCONJ"}
FINITE = {"VBD", "VBZ", "VBP"}
CLAUSES = {"advcl", "conj", "xcomp", "ccomp", "acl", "parataxis"}


def np_head(token: Token) -> Token:
    """Return the noun of the noun phrase that `token` begins or stands in, on its right."""
    noun = token
    while (
        noun.head.i > noun.i
        and noun.dep_ in LEFT_MODIFIERS
        and all(t.pos_ in BEFORE_NOUN or _in_compound(t) for t in token.doc[token.i : noun.head.i])
    ):
        noun = noun.head
    return noun


def _in_compound(token: Token) -> bool:
    """Tell the preposition within a compound: `for` in `a roads-for-minerals deal`."""
    doc, i = token.doc, token.i
    return 0 < i < len(doc) - 1 and doc[i - 1].text == doc[i + 1].text == "-"


def ascend(token: Token) -> Iterator[Token]:
    """Yield `token` and the words above it, up to the root of the sentence."""
    yield token
    yield from token.ancestors


def has_copula(token: Token) -> bool:
    """Tell whether `token` is the predicate of a copula (`inflation is 6%`)."""
    return any(child.dep_ == "cop" for child in token.children)


def is_past(word: Token) -> bool:
    """Tell a verb of movement that the parser took for an adjective or a noun: `Shares in Acme advanced 8%`, `Gold rose 0.8 percent`."""
    ended = (word.tag_ == "JJ" and word.lower_.endswith("ed")) or (word.tag_ == "NN" and lemma_of(word) != word.lower_)
    return ended and lexical(word, "up", "down") and word.i > word.sent.start and word.nbor(-1).pos_ in NOMINAL


def subject(verb: Token) -> Token | None:
    """Return the subject of `verb`, through coordination and clauses that leave it out."""
    for _ in range(4):
        found = _own_subject(verb) or _beside(verb)
        if found is not None:
            return found
        if verb.dep_ in {"acl", "acl:relcl"} and verb.head.pos_ in NOMINAL | {"PRON"} and not _is_timed(verb):
            meant = verb.dep_ == "acl" and verb.tag_ == "VB" and lemma_of(verb.head) in words("nouns", "meant")
            return None if meant else _user(verb) or _described(verb)
        if lemma_of(verb.head) in words("words", "say") and (told := _told(verb)) is not verb:
            return told
        above = _above(verb)
        if above is None or (above.pos_ not in {"VERB", "AUX"} and not has_copula(above)):
            return above if above is not None and above.pos_ in NOMINAL and above.dep_ in SUBJECTS else None
        verb = above
    return None


def _above(verb: Token) -> Token | None:
    """Return the verb whose subject a clause without one shares, None where it shares none."""
    if _is_timed(verb):  # "rose to $2,412 an ounce after touching $2,420", which the parser gave to the ounce
        return next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
    if verb.dep_ not in CLAUSES | {"acl:relcl", "advcl:relcl"} or verb.head == verb or _is_noun(verb):
        return None
    above = _nearer_clause(verb) or verb.head
    return None if any(c.dep_ == "expl" for c in above.children) else above  # "there will be a start to reach 70 percent"


def _is_timed(verb: Token) -> bool:
    return verb.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ in {"after", "before", "while", "since"} for c in verb.children)


def _told(verb: Token) -> Token | None:
    """Return what a clause under a verb of saying speaks of, `verb` where that says nothing of it: never the one who says so.

    "the bank said the economy had shrunk", where the parser parted `had` from `shrunk`; "forecast a deficit of 4 percent, narrowing to 3".
    """
    if verb.dep_ == "ccomp":
        return next((t for t in reversed(verb.doc[verb.head.i + 1 : verb.i]) if t.dep_ in SUBJECTS), None)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return next((c for c in verb.head.children if c.dep_ == "obj" and c.i < verb.i), verb)
    return verb


def _user(verb: Token) -> Token | None:
    """Return who does what the object of a verb is for: `Lopez` in `Lopez used the break to get fit`."""
    noun = verb.head
    above = noun.head if noun.dep_ == "obj" and verb.tag_ == "VB" else None
    return _own_subject(above) if above is not None and lemma_of(above) in words("verbs", "using") else None


def _described(verb: Token) -> Token:
    """Return the noun that a clause describes: `demand` in `demand for lithium expected to rise`, where the parser chose the last noun."""
    noun = verb.head
    while verb.dep_ == "acl" and noun.dep_ == "nmod" and noun.head.i < noun.i and noun.head.pos_ == noun.pos_ == "NOUN":
        if any(t.is_punct or t.like_num for t in noun.doc[noun.head.i : noun.i]):
            break
        noun = noun.head
    return noun


def _own_subject(verb: Token) -> Token | None:
    """Return the subject among the words of `verb`, the noun that it stands for where it is a relative pronoun."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS] or _subject_inside(verb)
    # "expects prices to rise", where the parser gave `expects` two subjects: the nearer one is of the infinitive
    above = [c for c in verb.head.children if c.dep_ in SUBJECTS and verb.head.i < c.i < verb.i] if verb.dep_ == "xcomp" else []
    if above and not own:
        return above[-1]
    if _is_noun(verb) and not own:
        return next((c for c in reversed(list(verb.lefts)) if c.dep_ in {"compound", "nmod"} and c.pos_ in NOMINAL), None)
    if not own:
        near = verb.nbor(-1) if verb.i > verb.sent.start else verb
        if near.head == verb and near.dep_ == "compound" and (verb.tag_ in FINITE or is_past(verb)):  # "The tax rose", "Gold rose"
            return near
        return near if verb.tag_ in FINITE and near.dep_ in SUBJECTS and near.head.i < near.i and near.pos_ in NOMINAL else None
    nearest = next((c for c in reversed(own) if c.i < verb.i), own[0])  # of several: the others are the parser's mistakes
    if nearest.lower_ == "which" and verb.dep_ == "ccomp" and verb.head.dep_ == "acl:relcl":  # "15,400 sales, which it said was a drop"
        return verb.head.head
    return None if nearest.lower_ in {"which", "that"} and verb.head.pos_ == "VERB" else _antecedent(nearest, verb)


def _is_noun(verb: Token) -> bool:
    """Tell a verb that the parser took for a noun: `saw their wealth rise by 5%`."""
    return verb.pos_ == "NOUN" and verb.dep_ == "xcomp" and not has_copula(verb)


def _beside(verb: Token) -> Token | None:
    """Return the noun before a participle (`with profit margin hitting 53.6 per cent`) or the object above (`help Jordan's GDP grow`)."""
    near = verb.nbor(-1) if verb.i > verb.sent.start else verb
    near = near.nbor(-1) if near.pos_ == "ADV" and near.i > near.sent.start else near  # "with production nearly doubling"
    if verb.tag_ in {"VBG", "JJ"} and near.pos_ in NOMINAL:
        return near
    objects = [c for c in verb.head.children if c.dep_ in {"obj", "iobj"} and verb.head.i < c.i < verb.i] if verb.dep_ == "xcomp" else []
    return objects[-1] if objects else None


def _subject_inside(predicate: Token) -> list[Token]:
    """Return the subject before a copula that the parser hung on a word behind: `traffic is 20 percent below its level`."""
    copula = next((c for c in predicate.children if c.dep_ == "cop"), None)
    if copula is None:
        return []
    return [t for t in copula.sent if t.i < copula.i and t.dep_ in SUBJECTS and t.head.i > predicate.i and predicate.is_ancestor(t)]


def _nearer_clause(verb: Token) -> Token | None:
    """Return the finite verb between a participle and the verb that the parser hung it on.

    "exports fell 21%, while imports rebounded, rising 3.8%": a participle behind a comma goes with the clause before it.
    """
    if verb.tag_ != "VBG" or verb.i == verb.sent.start or verb.nbor(-1).text != "," or verb.head.i > verb.i:
        return None
    between = reversed(verb.doc[verb.head.i + 1 : verb.i - 1])
    acting = FINITE | {"VBG"}  # "with output doubling to 5 tonnes, tripling to 8 tonnes by 2040"
    return next((t for t in between if t.tag_ in acting and any(c.dep_ in SUBJECTS and c.i < t.i for c in t.children)), None)


def _antecedent(noun: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else `noun`.

    Where the parser chose a name for a movement, that is of the thing before the name: `the economy of Ghana, which grew 5 percent`.
    """
    if verb.dep_ != "acl:relcl" or noun.lower_ not in {"which", "that", "who"} or verb.head.pos_ not in NOMINAL | {"PRON"}:
        return noun
    meant = verb.head
    while meant.pos_ == "PROPN" and meant.dep_ == "nmod" and meant.head.i < meant.i and lexical(verb, "up", "down", "undirected"):
        meant = meant.head
    return meant


def is_aside(noun: Token) -> bool:
    """Tell whether the phrase of `noun` is set off from its clause: `carried 4 million passengers, an increase of 12 percent`."""
    return noun.dep_ not in {"obj", "obl"} and any(t.text in {",", "—", "–"} for t in noun.doc[max(0, noun.left_edge.i - 1) : noun.i])


def amount_follows(token: Token) -> bool:
    """Tell `5 percent of $70 billion` and `25 percent of an estimated $8 million`."""
    behind = token.doc[token.i + 1 : token.sent.end]
    following = next((t for t in behind if t.lower_ not in words("words", "lead_ins")), token)
    return following.like_num or following.is_currency or any(c.isdigit() for c in following.text)


def case_of(token: Token) -> str:
    """Return the preposition of `token`, empty where it has none."""
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")
