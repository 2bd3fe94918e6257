"""Whether a sentence looks back or ahead: `on Tuesday` is the last one in `met on Tuesday`, the next one in `will meet on Tuesday`."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from ..knowledge import load

BACK, AHEAD, EITHER = -1, 1, 0
_QUOTES = ("“", "”", '"', "``", "''", "«", "»")
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj")
_VERBAL = ("VERB", "AUX")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("dates/dates.toml")["tense"][name])


@cache
def _forms(name: str) -> frozenset[str]:
    """Return the words of a list with their regular inflections: a lemmatiser that says `postpon` must not hide a postponement."""
    endings = ("", "s", "es", "d", "ed", "ing")
    return frozenset(w + e for w in _words(name) for e in endings) | {w[:-1] + "ing" for w in _words(name) if w.endswith("e")}


def _is_any(token: Token, name: str) -> bool:
    return token.lower_ in _forms(name) or token.lemma_.lower() in _words(name)


def direction(first: Token, last: Token) -> int:
    """Return BACK, AHEAD or EITHER for the expression from token `first` to token `last`.

    The governing verb decides by its auxiliaries and form; a preposition or a word that points ahead (`ahead of`, `due`) does so where
    the expression hangs on a noun.
    """
    top = _top(first, last)
    preposition = _preposition(top, first, last)
    if preposition == "since":
        return BACK
    if preposition in _words("ahead_words"):
        return AHEAD
    if not _is_possessive(last) and modified(first, last) is None and (adjacent := _adjacent_verb(first)):
        return _of_verb(adjacent, preposition)
    chain = [top, *_governors(_enclosing(top))]
    for i, node in enumerate(chain):
        if _is_across_quote(node, top):
            continue
        if i and not _is_verbal(node):
            if found := _nominal(node):
                return found
        elif _is_verbal(node):
            found = AHEAD if _summons(node, top) else _of_verb(node, preposition)
            nouns = [noun for noun in chain[1:i] if noun.dep_ != "conj"]
            if found == AHEAD and last.like_num and _is_known(modified(first, last)):
                return EITHER  # "will appeal against the October 9 judgment"
            return _through_noun(found, node, nouns, _is_possessive(last)) if nouns or _is_possessive(last) else found
    return AHEAD if preposition in ("until", "till", "ahead", "before", "by") else EITHER


def governor(first: Token, last: Token) -> Token | None:
    """Return the verb that the expression depends on, by way of other nouns or directly."""
    top = _top(first, last)
    return next((node for node in [top, *_governors(top)] if _is_verbal(node)), None)


def _is_verbal(node: Token) -> bool:
    """Say whether `node` is a verb or a predicate; with an owner (`her August 7 call`) it is a noun for any tagger."""
    owned = any(t.dep_ in ("nmod:poss", "det") for t in node.children)
    return (node.pos_ in _VERBAL and not owned) or _has_copula(node) or _is_taken_for_noun(node)


def _is_taken_for_noun(node: Token) -> bool:
    """`Parliament votes on the bill Thursday`, `Talks resume in two weeks`: what its sentence hangs on agrees with a subject before it."""
    if node.dep_ != "ROOT" or not (node.pos_ == "VERB" or _is_any(node, "appointed")):
        return False
    subjects = ("NN", "NNP") if node.tag_ == "NNS" else ("NNS",) if node.tag_ == "NN" else ()
    return any(t.dep_ == "compound" and t.i == node.i - 1 and t.tag_ in subjects for t in node.lefts)


def _summons(verb: Token, top: Token) -> bool:
    """`subpoenaed him to testify on May 4`: the day is the one appointed for the deed, wherever the parser hangs it."""
    deeds = (t for t in verb.children if t.dep_ in ("xcomp", "advcl", "ccomp") and verb.i < t.i < top.i)
    return _is_any(verb, "summoning") and any(_is_infinitive(t) and _is_any(t, "appointed") for t in deeds)


def is_told(first: Token, last: Token) -> bool:
    """Say whether the expression is the time of somebody's telling: `the office said on Monday`."""
    return is_reporting(_adjacent_verb(first)) or is_reporting(governor(first, last))


def is_of_data(first: Token, last: Token) -> bool:
    """Say whether the expression is the time that figures are about: `will release October figures`, `the data for October`."""
    top = _top(first, last)
    if _is_any(top.head, "data"):
        return top.dep_ in ("compound", "nmod", "nmod:unmarked", "nmod:poss", "amod")
    return _preposition(top, first, last) == "for" and is_reporting(governor(first, last))


def is_appointed(first: Token, last: Token) -> bool:
    """Say whether the verb is of something to happen on a day, and not of what takes its time: `will meet in two weeks`, not `will double`.

    A habit (`reaches the coast in two days`) and a duty (`must pay in 60 days`) have none.
    """
    top = _top(first, last)
    verb = top if _has_copula(top) else top.head
    if _is_ranked(verb, first):
        return False
    if verb is top:
        return True  # "the election is in four months"
    if not _is_verbal(verb) or top.dep_ == "nsubj" or _is_any(verb, "lengthy"):
        return False
    if _modal(verb) in ("must", "should", "can", "ought"):
        return False
    return _modal(verb) is not None or _is_infinitive(verb) or _has_copula(verb) or _is_any(verb, "appointed")


def _is_ranked(verb: Token, first: Token) -> bool:
    """`the first rise in two years`, `will open 40 shops in three years`: of all that happens in that time, or how much of it."""
    start = min([verb.i, *(t.i for t in _auxiliaries(verb))])
    between = first.doc[min(start, first.i) : first.i]
    return any(
        t.tag_ in ("JJS", "RBS", "CD") or t.lower_ in load("dates/dates.toml")["ordinals"] or t.lower_ in ("only", "last") for t in between
    )


def is_participant(first: Token, last: Token) -> bool:
    """Say whether the expression is a subject, an object or a predicate, without a preposition."""
    top = _top(first, last)
    return not any(t.dep_ == "case" for t in top.children) and (top.dep_ in ("nsubj", "nsubj:pass", "obj") or _has_copula(top))


def is_wished(first: Token, last: Token) -> bool:
    """Say whether the expression stands right behind an event that somebody asks for: `demanded a vote in August`.

    Whether the asking or the event is in August, only the calendar tells.
    """
    preposition = first.nbor(-1) if first.i > 1 else first
    event = preposition.nbor(-1) if preposition.lower_ in ("in", "on") else None
    asked = event is not None and event.dep_ in ("obj", "obl") and _is_any(event, "events")
    if event is None or not asked or event.head.tag_ not in ("VBD", "VBN"):
        return False
    return _is_any(event.head, "wanting") or (event.head.lemma_ == "call" and any(t.lower_ == "for" for t in event.lefts))


def modified(first: Token, last: Token) -> Token | None:
    """Return the noun that the expression stands before as a part of it: `the October 9 judgment`, `a Saturday brawl`."""
    top = _top(first, last)
    is_part = top.dep_ in ("compound", "nmod", "nmod:unmarked", "nummod", "amod") and last.i < top.head.i <= last.i + 4
    is_apart = any(t.tag_ in ("IN", "TO", "POS") for t in first.doc[last.i + 1 : top.head.i])
    return top.head if is_part and not is_apart and top.head.tag_ in ("NN", "NNS") else None


def is_weekly(first: Token, last: Token) -> bool:
    """`plans to end Saturday delivery`, `Sunday ferries will stop`: a weekday of every week, as somebody keeps it up or gives it up."""
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    noun = modified(first, last) or (following if following.tag_ == "VBG" else None)  # `will scrap Friday opening`
    while noun is not None and noun.dep_ == "compound":  # its Saturday print edition
        noun = noun.head
    if noun is None or not _is_any(noun, "services"):
        return False
    if noun.dep_ in ("obj", "xcomp"):
        return _is_any(noun.head, "keeping")
    is_subject = noun.dep_ in ("nsubj", "nsubj:pass")
    return is_subject and noun.head.tag_ not in ("VBD", "VBN") and _is_any(noun.head, "going")


def is_event(noun: Token) -> bool:
    """Say whether `noun` is something that happened over some time: a strike, a famine."""
    return any(_is_any(noun, name) for name in ("events", "deeds", "upheavals"))


def takes_its_course(verb: Token) -> bool:
    """Say whether `verb` tells how an event went: `began`, `peaked`."""
    return _is_any(verb, "courses")


def is_narrated(first: Token, last: Token) -> bool:
    """Say whether the expression is the time of something that happened once: `placed their orders in the morning`."""
    verb = governor(first, last)
    if verb is None or is_reporting(verb):
        return False
    forms = {t.lower_ for t in _auxiliaries(verb)}
    is_past = verb.tag_ == "VBD" or verb.lower_ in _words("same_in_past")
    return (is_past and not forms) or bool(forms & {"was", "were", "had"})


def is_habit(first: Token, last: Token) -> bool:
    """Say whether the expression is the time of what happens again and again: `sales usually peak in the fourth quarter`."""
    verb = governor(first, last)
    return verb is not None and any(t.lower_ in _words("habitually") for t in verb.children)


def is_quoted(verb: Token) -> bool:
    """Say whether `verb` tells the sentence of a quotation that its speaker stands behind: `“We lost the farm,” he said.`"""
    is_said = verb.dep_ == "ccomp" and verb.i < verb.head.i and is_reporting(verb.head)
    return is_said and any(t.text in _QUOTES for t in verb.doc[verb.i : verb.head.i])


def is_reporting(verb: Token | None) -> bool:
    """Say whether `verb` tells of somebody's telling: its day isn't the day of what is told."""
    return verb is not None and _is_any(verb, "reporting")


def _top(first: Token, last: Token) -> Token:
    """Return the token of the expression that hangs on one outside."""
    return next((t for t in first.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i or t.head == t), last)


def _adjacent_verb(first: Token) -> Token | None:
    """Return the verb right before the expression and its preposition: no parse is surer than `would be adopted on October 31`."""
    i = first.i - 1
    if i > 0 and first.doc[i].tag_ in ("IN", "TO"):
        i -= 1
    if i < 0 or any(t.is_sent_start for t in first.doc[i + 1 : first.i + 1]):
        return None
    token = first.doc[i]
    return token if token.pos_ == "VERB" and token.tag_ in ("VB", "VBD", "VBN") else None


def _is_across_quote(node: Token, top: Token) -> bool:
    """`On Monday he said China “welcomes” it`: what governs from within the quotation, or from without, governs by a parser's error."""
    low, high = sorted((node.i, top.i))
    return node.head != node and sum(t.text in _QUOTES for t in node.doc[low:high]) % 2 == 1


def _enclosing(top: Token) -> Token:
    """Return the token whose head governs the expression: a clause that goes on behind it holds it, whatever the parser chose.

    "came after he announced that they would be traveling to Lima Thursday with their son": the son depends on `traveling`.
    """
    verb = top.head
    if verb.i >= top.i or verb.pos_ not in _VERBAL:
        return top
    for token in reversed(verb.doc[verb.i + 1 : top.i]):
        if (
            token.pos_ in _VERBAL
            and token.dep_ in _CLAUSES
            and any(t.i > top.i and t.dep_ in ("obl", "obj", "xcomp") for t in token.children)
        ):
            return next((t for t in token.children if t.i > top.i and t.dep_ in ("obl", "obj", "xcomp")), top)
    return top


def _governors(token: Token) -> list[Token]:
    chain: list[Token] = []
    while token.head != token and len(chain) < 8:
        token = token.head
        chain.append(token)
    return chain


def _is_possessive(last: Token) -> bool:
    return last.i + 1 < len(last.doc) and last.nbor(1).tag_ == "POS"


def _preposition(top: Token, first: Token, last: Token) -> str:
    """Return the expression's preposition in lower case; `ahead` for `ahead of`."""
    cases = [t for t in top.lefts if t.dep_ in ("case", "mark") or t.tag_ == "IN"]
    if cases:
        return str(cases[0].lower_)
    if not first.i or _is_possessive(last):
        return ""
    before = str(first.nbor(-1).lower_)
    return before if before in {*_words("moved_to"), *_words("ahead_words"), "by", "since", "before", "on"} else ""


def _has_copula(token: Token) -> bool:
    return any(
        t.dep_ == "cop" or (t.dep_ == "aux:pass" and token.pos_ == "ADJ") for t in token.children
    )  # `is due`, however the tree has it


def _nominal(noun: Token) -> int:
    """Return AHEAD for a noun with `upcoming`, `planned`, or itself a `deadline`."""
    if noun.lower_ in _words("limits"):
        return AHEAD
    ahead = _words("ahead") | _words("before_nouns")
    if any(t.lower_ in ahead and not _is_former_plan(t) for t in noun.children if t.dep_ in ("amod", "compound", "acl")):
        return AHEAD
    return EITHER


def _is_known(noun: Token | None) -> bool:
    """Say whether `noun`, of which the text speaks as known, is nothing that has its appointed day: the calendar tells when it was."""
    if noun is None or _is_any(noun, "events") or _is_any(noun, "limits"):
        return False
    return any(t.dep_ == "nmod:poss" or t.lower_ in ("the", "that", "this") for t in noun.children)


def _through_noun(found: int, verb: Token, nouns: list[Token], is_owner: bool) -> int:
    """Weigh a verb that governs the expression only through nouns: `welcomed the September summit` says little of September."""
    cases = {t.lower_ for noun in nouns for t in noun.children if t.dep_ == "case"}
    if "ahead" in cases:
        return AHEAD
    if nouns and _is_any(nouns[0], "deeds") and not _is_any(verb, "making"):
        return BACK  # "will ask about the minister's August 7 call"
    if nouns and (_is_any(nouns[0], "data") or _is_any(nouns[0], "deeds")) and _is_any(verb, "awaiting"):
        return AHEAD  # "Traders await Friday's report on jobs"
    if nouns and _is_any(nouns[0], "events") and (_is_any(verb, "wanting") or (found == AHEAD and _looks_ahead(verb))):
        return AHEAD  # "plans to attend Saturday's funeral", "demanded a vote in August"
    if nouns and _is_any(nouns[0], "events") and _is_awaited(found, verb, nouns):
        return AHEAD
    if found == AHEAD and cases & {"about", "over", "after", "since", "following", "into"}:
        return EITHER  # "will ask about her August 7 call"
    if found == BACK and cases & {"from", "than", "versus"}:
        return BACK  # "eased to 3 percent in June from 4 percent in May"
    if found == AHEAD and (_modal(verb) or (_is_infinitive(verb) and not is_owner)):
        return AHEAD
    if found == AHEAD and _is_any(verb, "scheduled") and any(noun.dep_.startswith("nsubj") for noun in nouns):
        return AHEAD  # "Monday's hearing is scheduled to last an hour"
    return EITHER


def _is_awaited(found: int, verb: Token, nouns: list[Token]) -> bool:
    """`Friday's final is sold out`, `favourite for the October election`: told in the present of what comes before an event."""
    if any(_is_any(node, "forerunners") for node in (verb, *nouns[1:])):
        return found == AHEAD or any(t.lower_ in ("has", "have") for t in _auxiliaries(verb))
    return found == AHEAD and len(nouns) == 1 and nouns[0].dep_ == "nsubj:pass" and verb.tag_ == "VBN"


def _looks_ahead(verb: Token) -> bool:
    return _modal(verb) is not None or any(t.lower_ == "to" and t.dep_ == "mark" for t in verb.children) or _is_any(verb, "ahead")


def _auxiliaries(verb: Token) -> list[Token]:
    return [t for t in verb.children if t.dep_ in ("aux", "aux:pass", "cop")]


def _modal(verb: Token) -> str | None:
    return next((str(t.lower_) for t in _auxiliaries(verb) if t.lower_ in _words("modals")), None)


def _of_verb(verb: Token, preposition: str, depth: int = 0) -> int:
    forms = {t.lower_ for t in _auxiliaries(verb)}
    if modal := _modal(verb):
        return _of_modal(verb, modal, forms)
    if verb.dep_ == "conj" and verb.tag_.startswith(("JJ", "NN")) and not forms and depth < 4:
        return _of_verb(verb.head, preposition, depth + 1)  # "open at 7 and close at 8": a verb, whatever the tagger says
    if _is_infinitive(verb):
        return _of_infinitive(verb, preposition, depth)
    if _is_put_ahead(verb, preposition) or (_is_expected(verb) and _is_reduced(verb)):
        return AHEAD
    if _tells_in_past(verb, forms) or _has_past_form(verb, forms):
        return BACK
    if verb.tag_ == "VB" and not forms and verb.dep_ in ("ccomp", "xcomp") and verb.head.pos_ in _VERBAL and depth < 4:
        return _of_verb(verb.head, preposition, depth + 1)  # "ran out to see the roof come down on Sunday"
    if verb.tag_ == "VBN":
        return _of_participle(verb, forms, preposition)
    if verb.tag_ == "VBG" and not forms:
        return _of_gerund(verb, preposition, depth)
    return AHEAD if preposition == "from" and verb.tag_ == "VBZ" else _of_present(verb, forms)


def _of_gerund(verb: Token, preposition: str, depth: int) -> int:
    """A participle goes with its governor, save for what is over before that: `will fall in June after rising in April`."""
    if verb.dep_ == "acl" and verb.head.dep_ == "nsubj" and verb.head.head.pos_ in _VERBAL and depth < 4:
        return _of_verb(verb.head.head, preposition, depth + 1)  # "Voters heading to the polls on Sunday face a long list"
    if verb.head == verb or verb.head.pos_ not in _VERBAL or depth > 3:
        return EITHER
    way = _of_verb(verb.head, preposition, depth + 1)
    return EITHER if way == AHEAD and _is_after(verb) else way


def _is_after(verb: Token) -> bool:
    return any(t.dep_ in ("mark", "case") and t.lower_ in ("after", "since", "following") for t in verb.children)


def _is_reduced(verb: Token) -> bool:
    """`The strike expected on Thursday would close the port`: a clause without a subject of its own can't be what was expected."""
    clauses = [t for t in verb.children if t.dep_ == "ccomp" and t.i > verb.i and _modal(t)]
    return any(not any(t.dep_.startswith(("nsubj", "expl", "csubj")) and t.i > verb.i for t in clause.children) for clause in clauses)


def _tells_in_past(verb: Token, forms: set[str]) -> bool:
    """`projected in May that …`: a forecast has its own day, and the clause the other."""
    return verb.tag_ in ("VBD", "VBN") and not forms and any(t.dep_ == "ccomp" and t.i > verb.i for t in verb.children)


def _has_past_form(verb: Token, forms: set[str]) -> bool:
    """Say whether the verb or its auxiliary has the form of the past: `forty runners set out on Friday`, but not `a vote set for May`."""
    if forms & {"had", "was", "were", "has", "have", "did", "been", "’ve", "'ve"} or _is_past(verb):
        return True
    is_put_ahead = verb.tag_ == "VBN" and _is_any(verb, "ahead")
    return verb.lower_ in _words("same_in_past") and not forms and not is_put_ahead


def _is_past(verb: Token) -> bool:
    """Say whether the verb has the form of the past, which none has that ends in `s`, whatever the tagger says of `shuts`."""
    return verb.tag_ == "VBD" and (not verb.lower_.endswith("s") or verb.lower_ == "was")


def _of_modal(verb: Token, modal: str, forms: set[str]) -> int:
    if (modal == "could" or (modal == "would" and _is_any(verb, "silent"))) and _is_denied(verb):
        return BACK  # "could not be reached on Tuesday", "wouldn't comment on Friday", but "would not play on Friday"
    perfect = "have" in forms and modal not in ("will", "wo", "’ll", "'ll", "shall")
    return BACK if perfect else AHEAD


def _is_put_ahead(verb: Token, preposition: str) -> bool:
    """`postponed until Friday`, `scheduled for May`, `given until noon`: a day ahead, even when told in the past."""
    if _is_any(verb, "granted") and preposition in ("until", "till"):
        return True
    put_off = verb.lower_ == "put" and any(t.lower_ in ("off", "back") for t in verb.children)
    moved = (_is_any(verb, "moved") or put_off) and preposition in _words("moved_to")
    return (moved or _is_any(verb, "scheduled")) and not _is_former_plan(verb)


def _of_present(verb: Token, forms: set[str]) -> int:
    # "reports earnings Friday", "announces the budget on Wednesday"
    published = any(t.dep_ == "obj" and (_is_any(t, "data") or _is_any(t, "events")) for t in verb.children)
    in_headline = not forms and _is_in_headline(verb) and not _is_any(verb, "appointed")
    if in_headline or _is_in_caption(verb) or (is_reporting(verb) and not published):
        return BACK
    # VBD: a form in `s`, which the past hasn't
    is_present = verb.tag_ in ("VBZ", "VBP", "VBG", "VB", "VBD") or _is_taken_for_noun(verb)
    return AHEAD if is_present or forms & {"is", "are", "’s", "'s", "be", "’re", "'re"} else EITHER


def _is_in_headline(verb: Token) -> bool:
    """`Storm kills six in Manila on Sunday`: a line without a full stop tells in the present tense what was."""
    following = verb.doc[verb.sent.end - 1 : verb.sent.end + 1].text
    is_open = not [t for t in verb.sent if not t.is_space][-1].is_punct
    return is_open and ("\n" in following or verb.sent.end == len(verb.doc)) and (verb.tag_ in ("VBZ", "VBP") or not _is_past(verb))


def _is_in_caption(verb: Token) -> bool:
    """`Residents queue for water on Monday. Photo: T. Moyo`: what a picture shows has happened, whatever the tense."""
    behind = verb.doc[verb.sent.end : verb.sent.end + 3]
    return any(t.lower_ in _words("credits") for t in behind) and verb.doc[verb.sent.end - 1].text != "\n"


def _is_expected(verb: Token) -> bool:
    return _is_any(verb, "ahead") and not _is_former_plan(verb)


def _is_former_plan(verb: Token) -> bool:
    return any(t.lower_ in _words("formerly") for t in verb.children if t.i < verb.i)


def _is_denied(verb: Token) -> bool:
    """Say whether the verb tells of what didn't happen: `could not be reached`, `neither could be found`."""
    subjects = [t for t in verb.children if t.dep_.startswith("nsubj")]
    words = {t.lower_ for t in verb.children} | {s.lower_ for s in subjects} | {t.lower_ for s in subjects for t in s.children}
    words |= {"neither" for s in subjects for t in s.subtree if t.lower_ == "neither"}
    return bool(words & _words("denying")) and "if" not in words


def _of_participle(verb: Token, forms: set[str], preposition: str) -> int:
    is_for = any(t.lower_ == "for" for thing in verb.rights for t in thing.lefts if t.dep_ == "case")
    if verb.lower_ == "set" and preposition in ("on", "in", "at", "of") and not is_for:
        return BACK  # "its record, set on August 6", but "a vote set for August 6", "a summit set for Washington in April"
    if _is_expected(verb):
        return AHEAD
    return AHEAD if forms & {"is", "are", "be", "being", "’s", "'s", "’re", "'re"} else BACK


def _is_settled(verb: Token, head: Token, preposition: str) -> bool:
    """`voted to raise the tax on Monday`, `took an hour to defuse the bomb on Monday`: the day is that of the vote or of the deed.

    Not so where the deed is one that has its appointed day (`agreed to meet on Monday`), nor behind `by` or `until`.
    """
    was = any(t.lower_ in ("was", "were") for t in head.children)  # "were trying to reach the miners on Monday"
    if not (head.tag_ == "VBD" or (head.tag_ == "VBG" and was)) or _modal(head):
        return False
    if _is_any(head, "lasting"):
        return True
    if preposition in ("by", "until", "till", "before", "ahead", "from", *_words("ahead_words")):
        return False
    if _is_any(head, "attempting"):
        return True
    return preposition != "in" and _is_any(head, "settling") and not _is_any(verb, "appointed")


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(t.lower_ == "to" and t.dep_ in ("mark", "aux") for t in verb.children)


def _of_infinitive(verb: Token, preposition: str, depth: int) -> int:
    """An infinitive points ahead (`ordered them to leave by Friday`) unless its governor says it was done (`managed to win on Friday`)."""
    head = verb.head
    if _is_any(head, "summoning") and _is_any(verb, "appointed"):
        return AHEAD  # "subpoenaed the boy to testify before the committee on Feb. 10"
    if head.pos_ == "ADJ" and head.dep_ == "xcomp" and not _is_any(verb, "appointed") and depth < 4:
        return _of_verb(head.head, preposition, depth + 1)  # "made it hard to meet demand in the summer"
    if verb.dep_ in ("acl", "acl:relcl", "xcomp", "ccomp", "advcl") and any(
        t.lower_ in ("first", "last", "only", "latest") for t in (head, *head.children)
    ):
        told = next((node for node in (head, *_governors(head)) if node.pos_ in _VERBAL or _has_copula(node)), None)
        return _of_verb(told, "", depth + 1) if told is not None and depth < 4 else BACK  # "was among the first to sign on Friday"
    if _is_any(head, "scheduled") and _is_former_plan(head):
        return EITHER  # "previously had been scheduled to expire on Friday"
    if _is_any(head, "ahead") and any(t.lower_ == "had" for t in head.children):
        return EITHER  # "had hoped to sign the accord on Monday"
    induced = _is_any(head, "inducing") and not _is_any(verb, "appointed")
    done = _is_any(head, "done") or induced or verb.dep_ == "advcl" or _is_settled(verb, head, preposition)
    if head != verb and (head.pos_ in _VERBAL or _has_copula(head)) and done and depth < 4:
        return _of_verb(head, preposition, depth + 1)
    return AHEAD
