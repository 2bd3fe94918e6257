"""`measure`: what a figure measures, as a noun phrase of the article."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from .lexicon import deeds, lemma_of, past_participle, plural, words
from .movement import is_level, verb_way
from .phrases import defines, noun_phrase, render
from .syntax import NOMINAL, SUBJECTS, Site, gapped, has_copula, is_argument, np_head, subject

Skipped = frozenset[int]


def measure(site: Site, skipped: Skipped) -> str | None:
    """Return what the figure at `site` measures, None where its sentence doesn't say it.

    `skipped` are the tokens of all figures and dates, which belong to no measure.
    """
    if site.outer is not None:
        return measure(site.outer, skipped)
    for read in _RULES:
        found = read(site, skipped)
        if found:
            return found
    return None


def _listed(site: Site, skipped: Skipped) -> str | None:
    """`Junin (+3,192); Ancash (+3,152)`, `San Borja (1,220 to 1,551)`: the measure of the list in the place before the bracket."""
    doc, opening = site.head.doc, site.amount.tokens[0] - 1
    if site.earlier is not None and site.preposition == "to":
        return _listed(site.earlier, skipped)
    if (
        opening < 1
        or doc[opening].text != "("
        or doc[opening - 1].pos_ != "PROPN"
        or not (site.amount.signed or site.amount.dimension == "count")
    ):
        return None
    start = opening - 1
    while (start > 0 and doc[start - 1].pos_ == "PROPN") or (
        doc[start - 1].lower_ in {"de", "del", "al", "of"} and doc[start - 2].pos_ == "PROPN"
    ):
        start -= 1
    place = render(doc, list(doc[start:opening]))
    things = plural(site.amount.unit) if site.amount.dimension == "count" else _things_of_list(site)
    return f"{things} in {place}" if things and place else None


def _things_of_list(site: Site) -> str | None:
    """Return what the list before counts: the percentages after a list of cases are of cases."""
    node = site.previous
    while node is not None:
        if node.amount.dimension == "count" and (node.amount.signed or node.earlier is not None):
            return plural(node.amount.unit)
        node = node.previous
    return None


def _distance(site: Site, skipped: Skipped) -> str | None:
    """`80 kilometres from Quito`, `31km southwest of Dhaka`."""
    word = site.after
    if site.amount.dimension != "length" or word is None:
        return None
    while word.lower_ not in {"from", "of"}:
        if word.i + 1 >= len(word.doc) or word.lower_ not in words("words", "distance"):
            return None
        word = word.nbor()
    if (word == site.after and word.lower_ == "of") or word.i + 1 >= len(word.doc):
        return None
    place = noun_phrase(np_head(word.nbor()), skipped, depth=1)
    return f"distance from {place}" if place else None


def _modified(site: Site, skipped: Skipped) -> str | None:
    """`a 10 per cent increase in food prices`, `Bangladesh's US$465 billion economy`, `a 45% stake in the venture`."""
    if site.modified is None:
        return None
    return (
        _moved(site.modified, site, skipped)
        if _moves(site.modified) and not is_level(site.modified, site)
        else noun_phrase(site.modified, skipped)
    )


def _governed(site: Site, skipped: Skipped) -> str | None:
    """`a capacity of 50MW`, `an increase of 5% in prices`, `a 24-year high of 6%`."""
    noun = site.governor
    if noun is None:
        return None
    if _moves(noun) and not is_level(noun, site):
        return _moved(noun, site, skipped)
    if site.preposition != "of" or (site.amount.dimension == "count" and counted_noun(site) is not None):
        return None
    if lemma_of(noun) not in words("nouns", "hollow") or _completes(noun, site, skipped):
        return noun_phrase(noun, skipped)
    text = noun_phrase(noun, skipped)
    if site.amount.section == "quantities" and lemma_of(noun) in words("nouns", "physical"):
        return text
    return _said_of(noun, site, skipped) or (text if text and " " in text else None)


def _completes(noun: Token, site: Site, skipped: Skipped) -> bool:
    return any(c.dep_ == "nmod" and c != site.head and defines(c, skipped) for c in noun.children)


def _moves(noun: Token) -> bool:
    return any(lemma_of(noun) in words("nouns", key) for key in ("up", "down", "change"))


def _moved(noun: Token, site: Site, skipped: Skipped) -> str | None:
    """Return what moves by a noun of movement: its complement, its first part (`pay increase`), or the subject of its verb."""
    for phrase in _complements(noun, site):
        if phrase.i not in skipped and phrase.pos_ in NOMINAL and not _moves(phrase):
            return noun_phrase(phrase, skipped | frozenset(range(noun.sent.start, noun.i + 1)))
    parts = [c for c in noun.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ in NOMINAL and c.i not in skipped]
    if parts:
        return noun_phrase(parts[-1], skipped)
    # "rising 3.8% after a steep 17.8% drop": no other measure is named
    if site.like is not None and site.preposition in words("words", "resuming"):
        return measure(site.like, skipped)
    # "carried 4 million passengers, an increase of 12 percent"
    aside = noun.dep_ not in {"obj", "obl"} and any(t.text in {",", "—", "–"} for t in noun.doc[max(0, noun.left_edge.i - 1) : noun.i])
    if aside and site.previous is not None and site.previous.head.sent == noun.sent:
        return measure(site.previous, skipped)
    return _said_of(noun, site, skipped) or (noun_phrase(noun, skipped) if lemma_of(noun) in words("nouns", "nameable") else None)


def _complements(noun: Token, site: Site) -> list[Token]:
    """Return the heads of the phrases that say what moved, the one next to the noun first."""
    phrases = [
        c
        for c in (*noun.children, *site.head.children)
        if c.dep_ in {"nmod", "obl"} and c.i > noun.i and _case(c) in {"in", "of", "for", "to"}
    ]
    near = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if near.lower_ in {"in", "of"} and near.i + 1 < len(noun.doc):
        phrases.insert(0, np_head(near.nbor()))
    return [*phrases, *([site.complement] if site.complement is not None else [])]


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _said_of(noun: Token, site: Site, skipped: Skipped) -> str | None:
    """Return the subject of the verb that `noun` completes: `Shares posted a 5% gain`, `inflation hit a high of 6%`."""
    if noun.dep_ in SUBJECTS:
        return None
    verb = next((node for node in noun.ancestors if node.pos_ == "VERB" or has_copula(node)), noun if has_copula(noun) else None)
    supports = verb is not None and (
        verb == noun or _lexical(verb, "support", "level", "up", "down", "undirected", "arrival") or has_copula(verb)
    )
    return _subject(verb, site, skipped) if verb is not None and supports else None


def _lexical(verb: Token, *keys: str) -> bool:
    return any(lemma_of(verb) in words("verbs", key) for key in keys)


def counted_noun(site: Site) -> Token | None:
    """Return the counted noun, None where the article leaves it out (`killed five`)."""
    noun = site.head
    if noun.dep_ == "nummod" and site.amount.dimension == "count":  # "eight 50-metre towers"
        noun = next((t for t in noun.ancestors if noun.i < t.i <= noun.i + 8 and t.lemma_.lower() == site.amount.unit), noun)
    return noun if noun.is_alpha and noun.pos_ != "NUM" and not noun.like_num else None


def _counted(site: Site, skipped: Skipped) -> str | None:
    """`12 people were killed`, `won three awards`, `left 36 people dead`."""
    if site.amount.dimension != "count":
        return None
    noun = counted_noun(site)
    if noun is None and (site.amount.unit != "person" or site.earlier is not None or _of_subject(site)):
        return None
    if noun is not None and _of_subject(site) and not _there(site.verb):
        found = _verbal(site, skipped)
        if found:
            return found
    own = frozenset(range(*site.amount.tokens))
    number = frozenset(i for i in own if (t := site.head.doc[i]).like_num or t.pos_ in {"NUM", "SYM"} or t.text in "()+-")
    if site.amount.tokens[0] and site.head.doc[site.amount.tokens[0] - 1].lower_ == "all":  # "all three members"
        number |= {site.amount.tokens[0] - 1}
    done = _participle(site)
    text = noun_phrase(noun, skipped - own | number, depth=0 if done else 1) if noun is not None else "people"
    return f"{text} {done}" if text and done and done not in text.split() else text


def _there(verb: Token | None) -> bool:
    """Tell whether the clause only says that there are so many (`there were 12 people`)."""
    return verb is not None and any(c.dep_ == "expl" or c.lower_ == "there" for c in verb.children)


def _participle(site: Site) -> str | None:
    """Return what happened to the counted: `killed` in `killing 12 people`, `12 people were killed`."""
    if site.after is not None and site.after.lower_ in words("words", "states"):
        return site.after.lower_
    acl = next((c for c in site.head.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.i > site.head.i), None)
    # "a survey of 300 farmers conducted in 2021": the survey was, not the farmers
    if acl is not None and acl.lower_ != "compared" and (site.head.dep_ != "nmod" or site.governor is None):
        return acl.lower_
    noun = counted_noun(site) or site.head
    verb, dep = noun.head, noun.dep_
    if dep == "nmod" and verb == site.governor and lemma_of(verb) in words("nouns", "toll"):  # "a total of 30 prisoners were released"
        verb, dep = verb.head, verb.dep_
    if dep == "conj" and verb.dep_ in {"obj", "nsubj:pass"}:
        verb, dep = verb.head, verb.dep_
    negated = any(c.lower_ in words("words", "negations") for c in verb.children)
    if verb.pos_ != "VERB" or negated or lemma_of(verb) in words("words", "light"):
        return None
    intransitive = dep == "nsubj" and verb.tag_ in {"VBD", "VBN"} and not any(c.dep_ in {"obj", "ccomp", "xcomp"} for c in verb.children)
    return past_participle(verb) if intransitive or dep in {"obj", "nsubj:pass"} else None


def _of_subject(site: Site) -> bool:
    """Tell whether the figure says how much its subject is or moved: `exports fell 21%`, `the toll rose to 12 people`."""
    verb = site.verb
    if verb is None or site.head.dep_ in SUBJECTS:
        return False
    counted = site.amount.dimension == "count" and counted_noun(site) is not None
    if counted and site.governor is not None and site.governor.dep_ in SUBJECTS:  # "a total of 125 seats are up for election"
        return False
    if verb == site.head or (has_copula(verb) and verb.pos_ != "VERB"):
        named = subject(verb)
        return not counted or (named is not None and lemma_of(named) in words("nouns", "toll"))
    if not is_argument(site, verb):
        return False
    if _target(site, verb, frozenset()) is not None:
        return True
    deed = site.amount.section != "percentages" and _lexical(verb, "deed", "percent_only") and site.preposition == ""
    if counted or deed:
        moved_to = site.preposition in {"to", "by", "from", "at"} and _lexical(verb, "up", "down", "undirected")
        return moved_to or _lexical(verb, "tally")
    if _lexical(verb, "level_at") and site.preposition in {"at", "on", "for", "to", "between"}:
        return True
    return _lexical(verb, "up", "down", "level") or verb_way(verb) is not None


def _verbal(site: Site, skipped: Skipped) -> str | None:
    """`exports fell 21%`, `inflation is 6%`, `boost profits by $5m`, `a plant valued at $10 billion`."""
    verb = site.verb
    if verb is None or not _of_subject(site):
        return None
    target = _target(site, verb, skipped)
    if target is not None:
        return noun_phrase(target, skipped)
    # "cut 10 percent of its workforce"
    if site.complement is not None and site.preposition == "" and site.amount.section == "percentages" and verb_way(verb) is not None:
        return noun_phrase(site.complement, skipped)
    objects = [c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < site.head.i and c.i not in skipped and c.pos_ in NOMINAL]
    objects = [c for c in objects if c.lower_ not in {"points", "point"}]
    if objects and not _lexical(verb, "level"):
        return noun_phrase(objects[0], skipped)
    return _left_subject(site, skipped) or _subject(verb, site, skipped)


def _left_subject(site: Site, skipped: Skipped) -> str | None:
    """Return the subject before `was up 27%`, whatever word the parser gave it to."""
    lead = site.lead
    if lead is None or lead.lower_ not in {"up", "down"} or lead.nbor(-1 if lead.i else 0).pos_ != "AUX":
        return None
    for token in reversed(lead.doc[lead.sent.start : lead.i]):
        if token.pos_ == "VERB":
            return None
        if token.dep_ in SUBJECTS:
            return noun_phrase(token, skipped) if token.pos_ in NOMINAL else None
    return None


def _target(site: Site, verb: Token, skipped: Skipped) -> Token | None:
    """Return what a movement is taken from or added to: `cut $5 million from its budget`, `added 1.3 percent to growth`."""
    cases = {"from", "off"} if _lexical(verb, "cutting") else {"to"} if _lexical(verb, "adding") else set()
    after = site.after
    if after is None or after.lower_ not in cases or after.i + 1 >= len(after.doc):
        return None
    noun = np_head(after.nbor())
    return noun if noun.pos_ in NOMINAL and noun.i not in skipped else None


def _subject(verb: Token, site: Site, skipped: Skipped) -> str | None:
    """Return the subject of `verb`; a pronoun or `the figure` stands for the figure before or the subject of the sentence before."""
    noun = subject(verb)
    if noun is None or noun.i in skipped:
        # "the 2,900 tonnes produced in 2025 represented a 16% increase"
        return measure(site.previous, skipped) if noun is not None and site.previous is not None and site.previous.head == noun else None
    hollow = lemma_of(noun) in words("nouns", "hollow") and not any(
        c.dep_ in {"nmod", "compound", "amod", "acl", "nmod:poss"} for c in noun.children
    )
    if noun.lower_ in {"it", "they", "this", "that"} or hollow:
        before = measure(site.like, skipped) if site.like is not None and hollow else _sentence_before(verb, skipped)
        return before or (noun_phrase(noun, skipped) if hollow else None)
    defined = noun.lower_ in {"those", "these"} and not any(c.dep_ == "nmod" for c in noun.children)
    if noun.pos_ in {"PRON", "DET"} and not defined:
        return None
    return _moved_subject(noun, verb, skipped) or noun_phrase(noun, skipped)


def _moved_subject(noun: Token, verb: Token, skipped: Skipped) -> str | None:
    """`the increase in prices was 5%`: the prices; `the latest estimate of production`: the production."""
    if _moves(noun) and not has_copula(verb):
        return None
    if (not _moves(noun) and lemma_of(noun) not in words("nouns", "reported")) or lemma_of(noun) in {"growth", "loss"}:
        return None
    inner = next((c for c in noun.children if c.dep_ == "nmod" and _case(c) in {"in", "of"} and defines(c, skipped)), None)
    return noun_phrase(inner, skipped) if inner is not None else None


def _sentence_before(verb: Token, skipped: Skipped) -> str | None:
    """Return the subject of the sentence before, for `It fell 5%`."""
    start = verb.sent.start
    noun = subject(verb.doc[start - 1].sent.root) if start else None
    return noun_phrase(noun, skipped) if noun is not None and noun.pos_ in NOMINAL else None


def _completed(site: Site, skipped: Skipped) -> str | None:
    """`11 percent of the population`, `$64 million worth of coffee`, `6,000 megawatts of electricity`."""
    if site.complement is None:
        return None
    if site.complement.pos_ in {"PRON", "DET"}:
        # "943 employees, 99% of them Namibians"
        same = site.previous is not None and site.previous.head.sent == site.head.sent
        return measure(site.previous, skipped) if same and site.previous is not None else None
    # "40 of the 120 seats": the complement may be counted itself
    text = noun_phrase(site.complement, skipped - {site.complement.i})
    done = _participle(site) if site.amount.section != "percentages" else None
    return f"{text} {done}" if text and done and done not in text.split() else text


def _deed(site: Site, skipped: Skipped) -> str | None:
    """`lost 289 billion won`: losses; `300 million were allocated for the conference`: allocation for the conference."""
    verb = site.verb
    if verb is None or (site.amount.dimension == "count" and counted_noun(site) is not None):
        return None
    if not ((site.head.head == verb and site.head.dep_ in {"obj", "nsubj:pass", "obl:unmarked"}) or site.lead == verb):
        return None
    name = deeds().get(lemma_of(verb))
    phrases = [c for c in (*verb.children, *site.head.children) if c.dep_ in {"obl", "nmod"} and c.i > site.head.i and c.pos_ in NOMINAL]
    for phrase in phrases:
        if name and _case(phrase) in {"for", "on", "in", "towards", "toward"} and not any(t.i in skipped for t in phrase.subtree):
            article = "".join(f"{c.lower_} " for c in phrase.lefts if c.lower_ in {"a", "an", "the"})
            return f"{name} {_case(phrase)} {article}{noun_phrase(phrase, skipped, depth=1)}"
    return name


def _attribute(site: Site, skipped: Skipped) -> str | None:
    """`an investment worth US$12 million`, `a plant valued at $5 billion`, `the reactor (50MW)`: the noun before."""
    lead = site.lead
    if lead is None or lead.i == lead.sent.start:
        return None
    noun = lead.nbor(-1)
    if lead.text == "(" and site.head.dep_ == "appos":
        noun = site.head.head
    elif lead.lower_ in {"up", "down", "at"} and noun.text == ",":
        noun = _left_noun(lead.nbor(-2), skipped) if lead.i - 2 >= lead.sent.start else noun
    elif lead.lower_ not in words("words", "worth") and not (lead.lower_ in {"to", "at"} and noun.lower_ in words("words", "amounting")):
        return None
    elif noun.lower_ in words("words", "amounting"):
        noun = noun.nbor(-1)
    return noun_phrase(noun, skipped) if noun.pos_ in NOMINAL else None


def _left_noun(token: Token, skipped: Skipped) -> Token:
    """Return the head of the noun phrase that ends with `token`: `demand` for `demand for steel, down 4 percent`."""
    while (
        token.i not in skipped
        and token.dep_ in {"nmod", "flat", "compound", "conj"}
        and token.head.i < token.i
        and token.head.pos_ in NOMINAL
    ):
        token = token.head
    return token


def _gapped(site: Site, skipped: Skipped) -> str | None:
    """`The bridge cost $5 million and the tunnel $12 million`: the noun that stands where the clause before has its subject."""
    noun = gapped(site)
    return noun_phrase(noun, skipped, depth=0) if noun is not None and noun.i not in skipped else None


def _as_before(site: Site, skipped: Skipped) -> str | None:
    """`from 5%`, `compared with 4%`, `and 6% in June`: the measure of the figure before."""
    if site.earlier is not None:
        same = measure(site.earlier, skipped)
        return _contrasted(site, same, skipped) if site.preposition in words("prepositions", "base") else same
    if site.like is not None and site.preposition in words("prepositions", "base") - {"from"}:
        return _contrasted(site, measure(site.like, skipped), skipped)
    aside = _compares(site) or (site.lead is not None and site.lead.lower_ in {"up", "down"})
    return measure(site.previous, skipped) if aside and site.previous is not None and _comma(site) else None


def _contrasted(site: Site, same: str | None, skipped: Skipped) -> str | None:
    """`unemployment among men stands at 9 percent, compared with 12 percent among women`: unemployment among women."""
    after = site.after
    if same is None or after is None or after.lower_ not in {"among", "in", "for", "at", "of"} or after.i + 1 >= len(after.doc):
        return same
    thing, _, defined = same.partition(" among ") if " among " in same else same.partition(f" {after.lower_} ")
    other = np_head(after.nbor())
    if not defined or other.i in skipped or other.pos_ not in NOMINAL:
        return same
    return f"{thing} {after.lower_} {noun_phrase(other, skipped)}"


def _compares(site: Site) -> bool:
    return site.after is not None and site.after.lower_ in words("adverbs", "up") | words("adverbs", "down")


def _comma(site: Site) -> bool:
    """Tell whether the figure is set off from a figure before it in its sentence: `totaled $145 million, 62% more than in 2021`."""
    first = site.lead if site.lead is not None and site.lead.lower_ in {"up", "down"} else site.head.doc[site.amount.tokens[0]]
    before = first.nbor(-1) if first.i > first.sent.start else first
    return before.text in {",", "(", "—", "–"} and site.previous is not None and site.previous.head.sent == site.head.sent


def _alike(site: Site, skipped: Skipped) -> str | None:
    """`one bank pays 5 percent, another only 4 percent`: the measure of the figure of the same unit before it in the sentence."""
    bare = site.amount.section == "percentages" or (site.amount.dimension == "count" and counted_noun(site) is None)
    return measure(site.like, skipped) if bare and site.like is not None else None


def _purpose(site: Site, skipped: Skipped) -> str | None:
    """`$500 million for refugees`, where nothing else says what the money is."""
    after = site.after
    if site.amount.section != "money" or after is None or after.lower_ != "for" or after.i + 1 >= len(after.doc):
        return None
    noun = np_head(after.nbor())
    return noun_phrase(noun, skipped) if noun.pos_ in NOMINAL and noun.i not in skipped else None


_RULES: tuple[Callable[[Site, Skipped], str | None], ...] = (
    _listed,
    _distance,
    _gapped,
    _modified,
    _governed,
    _attribute,
    _counted,
    _as_before,
    _verbal,
    _completed,
    _deed,
    _alike,
    _purpose,
)
