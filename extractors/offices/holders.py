"""Who holds a title: the person behind it, before it, around a comma, a bracket or a verb."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from ..knowledge import load
from .lexicon import KNOWLEDGE, heads, honorifics, verb_forms, words_of
from .titles import DETERMINERS, SPOKES, Title, _name_at
from .words import Name, Reading


@dataclass(frozen=True)
class Held:
    """A title with its holder (a person's id), None where the article gives no name.

    `at` are the words of the mention; `wording` is the title where no noun of the text gives it (`chair` for `who chairs`).
    """

    title: Title
    holder: str | None
    at: tuple[int, int]
    wording: str | None = None


@dataclass
class Links:
    """Holders found so far: for each title by its number, the people and how the title stands to them."""

    titles: list[Title]
    people: dict[int, list[tuple[str, Name | None]]] = field(default_factory=dict)
    ways: dict[int, str] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)  # by the title's number the word `and` behind the name that it stands before
    introduced: set[int] = field(default_factory=set)  # first words of the people who stand behind their title and a comma

    def set(self, number: int, people: list[tuple[str, Name | None]], way: str) -> None:
        """Give title `number` to `people`."""
        self.people[number] = people
        self.ways[number] = way


def find_holders(reading: Reading, titles: list[Title]) -> list[Held]:
    """Return each title with its holders, one entry for each of them, and the titles without one."""
    links = Links(titles)
    for number in reversed(range(len(titles))):
        _before_name(reading, links, number)
    for number in range(len(titles)):
        for find in (_around_comma, _in_brackets, _by_verb, _after_and):
            if number not in links.people:
                find(reading, links, number)
    for number in reversed(range(len(titles) - 1)):
        if number not in links.people:
            _before_and(reading, links, number)
    held = []
    for number in range(len(titles)):
        title = _shared(links, number)
        spot = (title.start, title.end)
        for person, of in links.people.get(number, []):
            held.append(Held(replace(title, of=of) if of and title.of is None else title, person, spot))
        if number not in links.people:
            held.append(Held(title, None, spot))
    return [*held, *_counterparts(reading, held), *_by_relative_clause(reading)]


# ------------------------------------------------------------------------------------------------------------- before the name


def _before_name(reading: Reading, links: Links, number: int) -> None:
    """`Russian Prime Minister Mikhail Mishustin`, `Brigadiers A, B and C`, `Director Maj. Gen. Ahmad Husni`, `president and CEO X`."""
    title = links.titles[number]
    k = past_honorifics(reading, _past_brackets(reading, title.right))
    if k in reading.people and reading.people[k][1] == k and reading.joined(k):
        if not (title.determiner in ("a", "an") and title.right == title.end and title.kind == "loose"):
            links.set(number, _listed(reading, k) if title.head.plural else [_with_place(reading, k)], "before")
            links.ends[number] = reading.people[k][2] if reading.lower(reading.people[k][2]) == "and" else -1
        return
    following = links.titles[number + 1] if number + 1 < len(links.titles) else None
    if following is None or links.ways.get(number + 1) != "before" or title.head.plural:
        return
    adjacent = following.left == k and following.kind == "rank"
    joined = reading.lower(title.right) in ("and", "&", "/", "cum") and following.left == title.right + 1
    if adjacent or (joined and _one_holder(reading, title, following)):
        links.set(number, links.people[number + 1], "before")


def past_honorifics(reading: Reading, k: int) -> int:
    """Return the word behind honorifics from word `k` on."""
    while k not in reading.people and reading.lower(k) in honorifics() and reading.lower(k) not in DETERMINERS:
        k += 1
    if reading.lower(k) == "." and reading.lower(k - 1) in honorifics():
        k += 1
    return k


def _past_brackets(reading: Reading, k: int) -> int:
    """Return the word behind short brackets at word `k`: `Superintendent of Police (Rural) Anil Deshmukh`."""
    closing = _closing(reading, k) if reading.lower(k) == "(" else k
    return closing + 1 if k < closing < k + 4 else k


def _one_holder(reading: Reading, first: Title, second: Title) -> bool:
    """Say whether two titles joined by `and` before one name are one person's: no article or name of its own before the second."""
    if (
        second.determiner is not None
        or second.head.plural
        or (second.of is not None and second.of.start < second.start and first.of is not None)
    ):
        return False
    return first.determiner in (None, "'s", "its") or not reading.capital(second.start)


def _with_place(reading: Reading, k: int) -> tuple[str, Name | None]:
    """Return the person at word `k` with what an `of` behind the name gives: `President Joko Widodo of Indonesia`."""
    person, _, end = reading.people[k]
    if reading.lower(end) == "of" and reading.joined(end):
        start = end + 1 + (reading.lower(end + 1) == "the")
        return person, _name_at(reading, start)
    return person, None


def _listed(reading: Reading, k: int) -> list[tuple[str, Name | None]]:
    """Return the people of a list from word `k` on: `Wang Yi of China, A (Defence) and B`."""
    found = []
    while k in reading.people and reading.people[k][1] == k:
        person, place = _with_place(reading, k)
        found.append((person, place))
        k = reading.people[k][2]
        if place is not None:
            k = place.end
        if reading.lower(k) == "(":
            k = _closing(reading, k) + 1
        while reading.lower(k) in (",", "and", "&"):
            k += 1
        k = past_honorifics(reading, k)
    return found


def _closing(reading: Reading, k: int) -> int:
    """Return the word of the bracket that closes the one at word `k`, at most 25 words on."""
    for i in range(k + 1, min(k + 25, len(reading.words))):
        if reading.lower(i) == ")":
            return i
    return k


# ----------------------------------------------------------------------------------------------------------------- apposition


def _around_comma(reading: Reading, links: Links, number: int) -> None:
    """`Tim Clarke, the head of the commission,` and `The head of the commission, Tim Clarke,`."""
    title = links.titles[number]
    if title.head.plural:
        return
    member = _member_behind(reading, title)
    if member is not None:
        links.set(number, [(member, None)], "before")
        return
    beside = reading.people.get(title.left - 1)
    if beside is not None and beside[2] == title.left and _is_bare_apposition(reading, title):
        links.set(number, [(beside[0], None)], "after")
        return
    comma = _before_other_nouns(reading, title.left - 1)
    before = _person_before(reading, comma) if reading.lower(comma) in (",", "—", "–") else None
    if before is not None and not _ends_apposition(reading, title):
        before = None
    after = _person_after(reading, title)
    if before is not None and after is not None and before[1] in links.introduced:
        before = None
    if before is not None:
        links.set(number, [(before[0], None)], "after")
    elif after is not None and _ends_name(reading, after[2], _needs_comma(reading, title)):
        links.introduced.add(after[1])
        links.set(number, [(after[0], None)], "comma")
    elif _precedes_rank(reading, links, number):  # "the Chief Judge of the High Court, Justice John Tsoho,"
        links.set(number, links.people[number + 1], "comma")


def _member_behind(reading: Reading, title: Title) -> str | None:
    """Return the person of whom the title is said with a membership: `finance minister and party member Enoch Zulu`."""
    k = title.right + 1
    while reading.lower(title.right) == "and" and k < title.right + 5 and k not in reading.people and reading.lower(k).isalpha():
        k += 1
    named = k in reading.people and reading.people[k][1] == k
    return reading.people[k][0] if named and reading.lower(k - 1) == "member" else None


def _is_bare_apposition(reading: Reading, title: Title) -> bool:
    """Say whether a title right behind a name is the name's: `Jamal Al Nasser Ambassador of Bahrain to Peru`."""
    capital = reading.capital(title.left) and not title.determiner and reading.joined(title.left)
    return capital and title.kind in ("state", "minister", "body") and title.of is not None


def _needs_comma(reading: Reading, title: Title) -> bool:
    """Say whether a name behind the title and a comma is its apposition only where another comma ends it."""
    return _in_adverbial(reading, title) or (title.determiner is None and not _is_full(reading, title))


def _in_adverbial(reading: Reading, title: Title) -> bool:
    """Say whether the comma behind the title ends an adverbial that opens the sentence: `After talks with the Speaker, X left`."""
    k = title.left
    while k > 0 and not reading.first(k):
        k -= 1
        if reading.lower(k) in (",", ";", ":"):
            return False
    opening = reading.doc[reading.words[k].token]
    if reading.lower(k) in ("on", "in") and title.left - k < 5 and reading.lower(title.left - 1) in words_of("links", "times"):
        return False  # "On Monday the mayor of Bergen, Tor Lunde opened the fair": the adverbial ends before the title
    return k < title.left and (opening.pos_ in ("ADP", "SCONJ") or opening.tag_ == "VBG")


def _is_full(reading: Reading, title: Title) -> bool:
    """Say whether a title has a capital and what it is an office of: `Deputy Minister of Mines, Kornelia Amutse said`."""
    long = reading.capital(title.start) and max(title.right, title.end) - title.start > 2 and reading.lower(title.left - 1) != "as"
    in_apposition = reading.lower(title.left - 1) == "," and (
        title.left - 2 in reading.people or reading.lower(title.left - 2) in (")", "and")
    )
    long = long or (title.of is not None and title.of.end <= title.start)  # "Telecom Lesotho Chief Executive, Thabo Molefe said"
    return long and not in_apposition


def _before_other_nouns(reading: Reading, k: int) -> int:
    """Return the comma before nouns that are no office and joined to the title behind word `k`: `X, co-founder, chairman and …`."""
    if reading.lower(k) not in ("and", ",", "&") or reading.lower(k - 1) not in words_of("links", "beside"):
        return k
    k -= 2
    while reading.lower(k) in ("co", "the", "a", "its", "sole", "original"):
        k -= 1
    return k


def _person_after(reading: Reading, title: Title) -> tuple[str, int, int] | None:
    """Return the person right behind the comma that follows a definite title, or `a spokesman for X`."""
    comma = _past_brackets(reading, title.right)
    k = past_honorifics(reading, comma + 1)
    found = reading.people.get(k)
    if reading.lower(comma) != "," or found is None or found[1] != k:
        return None
    speaks = title.head.words[-1] in SPOKES and title.of is not None and reading.lower(found[2]) == ","
    return None if title.determiner in ("a", "an") and not speaks else found


def _precedes_rank(reading: Reading, links: Links, number: int) -> bool:
    """Say whether a comma and a rank with its holder follow the title."""
    title = links.titles[number]
    if reading.lower(title.right) != "," or links.ways.get(number + 1) != "before" or title.determiner not in ("the", "a", "'s"):
        return False
    following = links.titles[number + 1]
    return following.left == title.right + 1 and following.kind == "rank"


def _person_before(reading: Reading, comma: int) -> tuple[str, int, int] | None:
    """Return the person right before the comma, past an age, letters or a bracket: `Liu, 45,`, `Jacobs, SAN,`, `Ko (柯文哲),`."""
    k = comma - 1
    for _ in range(3):
        if k in reading.people:
            return reading.people[k] if reading.people[k][2] == k + 1 else None
        opening = _opening(reading, k) if reading.lower(k) == ")" else _comma_before_letters(reading, k)
        if opening is None:
            return None
        k = opening - 1
    return None


def _opening(reading: Reading, k: int) -> int | None:
    """Return the bracket that the one at word `k` closes, at most 12 words back."""
    return next((i for i in range(k - 1, max(k - 12, -1), -1) if reading.lower(i) == "("), None)


def _comma_before_letters(reading: Reading, k: int) -> int | None:
    """Return the comma before an age or letters that end with word `k`: `, 45`, `, SAN`, `, D-N.J.`."""
    for comma in range(k - 1, max(k - 4, 0), -1):
        if reading.lower(comma) == ",":
            text = reading.text(comma + 1, k + 1)
            return comma if len(text) < 12 and text == text.upper() else None
    return None


def _ends_apposition(reading: Reading, title: Title) -> bool:
    """Say whether the noun phrase ends where an apposition may end, or the tree has it as one."""
    k = title.right
    if k >= len(reading.words) or not reading.joined(k) or reading.lower(k) in words_of("links", "ends"):
        return True
    root = reading.doc[reading.words[title.end - 1].token]
    # "Hamad bin Saif, Deputy Prime Minister for Water Affairs greeted the envoy": the second comma is missing
    unclosed = reading.capital(title.start) and title.kind in ("minister", "state", "body") and reading.pos(k) in ("VERB", "AUX")
    return root.dep_ == "appos" or (unclosed and reading.doc[reading.words[k].token].tag_ in ("VBD", "VBZ"))


def _ends_name(reading: Reading, k: int, strict: bool) -> bool:
    """Say whether a name in apposition ends before word `k`; `strict`: only at a comma (`Commissioner for Health, Akin Abayomi,`)."""
    if strict:
        return reading.lower(k) == ","
    ends = k >= len(reading.words) or not reading.joined(k) or reading.lower(k) in words_of("links", "ends")
    return ends or reading.pos(k) in ("VERB", "AUX", "ADV")


def _in_brackets(reading: Reading, links: Links, number: int) -> None:
    """`Joyce Banda (President of Malawi)`."""
    title = links.titles[number]
    k = title.left - 2
    if title.head.plural or reading.lower(title.left - 1) != "(" or k not in reading.people or reading.people[k][2] != k + 1:
        return
    if _closing(reading, title.left - 1) > title.left - 1:
        links.set(number, [(reading.people[k][0], None)], "after")


def _before_and(reading: Reading, links: Links, number: int) -> None:
    """The first of two titles before a comma and a name.

    `The chairman and managing director of Tata Power, Anil Mehta,`; `The Deputy Premier, Minister of Roads, Lata Ramdin,`.
    """
    first, second = links.titles[number], links.titles[number + 1]
    joined = reading.lower(first.right) in ("and", ",") and second.left == first.right + 1 and first.determiner in ("the", "'s")
    if joined and links.ways.get(number + 1) == "comma" and not first.head.plural and second.determiner is None:
        links.set(number, links.people[number + 1], "comma")


def _after_and(reading: Reading, links: Links, number: int) -> None:
    """The second of two titles behind a name: `Dame, Attorney-General and Minister of Justice,`."""
    if number == 0 or links.ways.get(number - 1) not in ("after", "verb") or links.titles[number].head.plural:
        return
    first, second = links.titles[number - 1], links.titles[number]
    between = [reading.lower(k) for k in range(first.right, second.left)]
    joins = between in (["and"], ["&"], [",", "and"], ["and", "also"]) and second.determiner != "'s"
    one = first.determiner in (None, "a", "an") or second.determiner is not None or not reading.capital(second.start)
    if joins and one:
        links.set(number, links.people[number - 1], links.ways[number - 1])
        if first.former and second.determiner is None:
            links.titles[number] = replace(second, former=True)


# ---------------------------------------------------------------------------------------------------------------------- verbs


def _by_verb(reading: Reading, links: Links, number: int) -> None:
    """`X is president of Y`, `X, who was chairman`, `X was named as the new commander`, `X stepped down as minister`."""
    title = links.titles[number]
    if title.head.plural or (title.kind == "rank" and reading.lower(title.right) != "of"):
        return
    root = reading.doc[reading.words[title.end - 1].token]
    root = _phrase_root(reading, title, root)
    found = _by_copula(reading, title, root) or _by_role(reading, title, root)
    if found is not None:
        person, former = found
        links.titles[number] = replace(title, former=title.former or former)
        links.set(number, [(person, None)], "verb")


def _phrase_root(reading: Reading, title: Title, root: Token) -> Token:
    """Return the word of the title whose head in the tree stands outside it."""
    inside = {reading.words[k].token for k in range(title.left, title.right)}
    for k in range(title.start, title.end):
        token = reading.doc[reading.words[k].token]
        if token.head.i not in inside or token.head is token:
            return token
    return root


def _by_copula(reading: Reading, title: Title, root: Token) -> tuple[str, bool] | None:
    copula = next((c for c in root.children if c.dep_ == "cop"), None)
    if copula is None:
        return _by_predicate(reading, title, root)
    if any(_denies(c) for c in root.children):
        return None
    person = _subject(reading, root)
    past = copula.lower_ in ("was", "were") and copula.tag_ == "VBD"
    return (person, past) if person else None


def _by_predicate(reading: Reading, title: Title, root: Token) -> tuple[str, bool] | None:
    """Read `The first vice president was Nicolas Brava`: the title is the subject, the name the predicate."""
    copula = next((c for c in root.head.children if c.dep_ == "cop"), None)
    word = reading.by_token.get(root.head.i)
    if copula is None or not root.dep_.startswith("nsubj") or reading.by_token.get(copula.i) != title.right or word not in reading.people:
        return None
    person, start, _ = reading.people[word]
    past = copula.lower_ == "was" and copula.tag_ == "VBD"
    denied = any(_denies(c) for c in root.head.children)
    return (person, past) if start == title.right + 1 and not denied else None


def _by_role(reading: Reading, title: Title, root: Token) -> tuple[str, bool] | None:
    """Read `as TITLE`, `named TITLE`, `became TITLE`."""
    verb = _verb_of_role(reading, title) or root.head
    has_as = any(c.dep_ == "case" and c.lower_ == "as" for c in root.children) or reading.lower(title.left - 1) == "as"
    if verb is root or verb.pos_ != "VERB" or (not has_as and root.dep_.startswith(("nsubj", "appos", "conj", "nmod"))):
        return None
    if any(_denies(c) for c in verb.children):
        return None
    if _is_link(verb, "losing") and has_as:
        person = _object(reading, verb, title) or _subject(reading, verb)
        return (person, True) if person else None
    passive = any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children)
    if not _is_link(verb, "gaining") or not (has_as or passive or _is_link(verb, "bare")):
        return None
    person = _subject(reading, verb) if passive or _is_link(verb, "own") else _object(reading, verb, title)
    past = _is_link(verb, "past") and verb.tag_ in ("VBD", "VBN") and not any(c.lower_ in ("has", "have") for c in verb.children)
    return (person, past) if person else None


def _denies(child: Token) -> bool:
    """Say whether a verb's child makes a possibility, a plan or its contrary of it: `may become`, `not`, `if`."""
    modal = child.dep_ in ("aux", "aux:pass") and child.lower_ in ("would", "could", "might", "may", "should", "can", "will", "'ll", "’ll")
    marked = child.dep_ == "mark" and child.lower_ in ("if", "whether", "to", "unless")
    return modal or marked or child.lower_ in ("not", "n't", "n’t", "never")


def _verb_of_role(reading: Reading, title: Title) -> Token | None:
    """Return the verb of losing or gaining right before `as TITLE`, whatever the tree says: `stepped down as minister`."""
    k = title.left - 1
    if reading.lower(k) != "as":
        return None
    for i in range(k - 1, max(k - 4, -1), -1):
        token = reading.doc[reading.words[i].token]
        if _is_link(token, "losing") or _is_link(token, "gaining"):
            return token
    return None


def _is_link(token: Token, kind: str) -> bool:
    return token.pos_ == "VERB" and token.lower_ in verb_forms(kind)


def _subject(reading: Reading, verb: Token) -> str | None:
    """Return the person who is the subject of `verb`: by name, or by `who` behind the name."""
    bare = (c for c in verb.lefts if c.dep_ == "obl:agent" and not any(k.dep_ == "case" for k in c.children))  # the parser's mistake
    subject = next(bare, None) or next((c for c in verb.children if c.dep_.startswith("nsubj") and not _owns(c)), None)
    if subject is not None and subject.lower_ not in ("who", "that"):
        return _person_at(reading, subject)
    if subject is not None and verb.dep_.startswith("acl") and (person := _person_at(reading, verb.head)):
        return person
    near = _name_before(reading, verb)
    if near is not None:
        return near
    if verb.dep_ == "conj" and verb.head is not verb:
        return _subject(reading, verb.head) if verb.head.dep_ != "conj" else None
    return None


def _owns(noun: Token) -> bool:
    """Tell the owner whom the parser took for the subject: `Uhuru Kenyatta's former aide James Njiru has been named`."""
    return any(c.tag_ == "POS" for c in noun.children) or (noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "POS")


def _name_before(reading: Reading, verb: Token) -> str | None:
    """Return the person whose name stands before a verb with nothing but its auxiliaries and adverbs between: `X, who has been named`."""
    copula = next((c for c in verb.children if c.dep_ == "cop"), verb)
    k = reading.by_token.get(copula.i, 0) - 1
    for i in range(k, max(k - 7, -1), -1):
        if i in reading.people:
            return reading.people[i][0]
        passed = reading.pos(i) in ("AUX", "ADV") or reading.lower(i) in (
            ",",
            "who",
            "yesterday",
            "today",
            "last",
            "week",
            "month",
            "year",
            "also",
        )
        if not passed:
            return None
    return None


def _object(reading: Reading, verb: Token, title: Title) -> str | None:
    """Return the person named between the verb and the title: `appointed Laura Chen as its chief executive`."""
    after = reading.by_token.get(verb.i, title.left) + 1
    for i in range(title.left - 1, max(after, title.left - 12) - 1, -1):
        if i in reading.people:
            return reading.people[i][0]
    return None


def _person_at(reading: Reading, token: Token) -> str | None:
    """Return the person whose mention holds `token`, or stands flat on it (`Brigadier Kioko`)."""
    tokens = [token, *(c for c in token.children if c.dep_ in ("flat", "appos"))]
    for candidate in tokens:
        word = reading.by_token.get(candidate.i)
        if word is not None and word in reading.people:
            return reading.people[word][0]
    return None


# --------------------------------------------------------------------------------------------------------------- several titles


def _shared(links: Links, number: int) -> Title:
    """Return title `number` with the body that a title joined to it by `and` names: `president and chief executive of Intel`."""
    title = links.titles[number]
    if title.of is not None:
        return title
    if (companion := _companion(links, number)) is not None:
        return replace(title, of=companion.of, within=companion.within)
    for other in (number + 1, number - 1):
        if not 0 <= other < len(links.titles) or links.people.get(other) != links.people.get(number) or number not in links.people:
            continue
        neighbour = links.titles[other]
        if neighbour.of is None or "rank" in (neighbour.kind, title.kind) or (title.kind == "minister" and neighbour.of.label == "ORG"):
            continue
        first, second = sorted((title, neighbour), key=lambda t: t.start)
        inner = neighbour.of.start < neighbour.start if neighbour is second else neighbour.of.start > neighbour.start
        if second.left - first.right <= 1 and not inner:
            return replace(title, of=neighbour.of, within=neighbour.within)
    return title


def _companion(links: Links, number: int) -> Title | None:
    """Return the title before whose body this one shares: `Medilab chair Steve Mahoney and chief executive Sara Finch`."""
    title = links.titles[number]
    first = links.titles[number - 1] if number else None
    if first is None or first.of is None or first.of.label != "ORG" or first.of.end > first.start:
        return None
    if title.determiner or title.left != title.start or not _is_of_a_body(title) or not _is_of_a_body(first):
        return None
    before = links.ways.get(number - 1) == links.ways.get(number) == "before" and len(links.people[number - 1]) == 1
    return first if before and links.ends.get(number - 1) == title.left - 1 else None


def _is_of_a_body(title: Title) -> bool:
    """Say whether an office is one of companies and associations."""
    return title.kind == "body" or title.head.key == "chief executive"


def _counterparts(reading: Reading, held: list[Held]) -> list[Held]:
    """`Foreign Minister Wang Yi and his Indian counterpart, S. Jaishankar`: the same office of another country."""
    found = []
    named = sorted((h for h in held if h.holder and h.title.kind in ("minister", "state", "body", "monarch")), key=lambda h: h.title.end)
    ends = [h.title.end for h in named]
    for k, word in enumerate(reading.words):
        if word.lower != "counterpart":
            continue
        name = reading.names.get(k - 1) if reading.lower(k - 1) not in ("'s",) else reading.names.get(k - 2)
        person = past_honorifics(reading, k + 1 + (reading.lower(k + 1) == ","))
        before = named[: bisect_right(ends, k)]
        if name is None or person not in reading.people or not before:
            continue
        sentence = reading.doc[word.token].sent.start
        last = before[-1]
        if reading.words[last.title.start].token >= sentence:
            title = replace(last.title, of=name, within=None, former=False)
            found.append(Held(title, reading.people[person][0], (k, k + 1)))
    return found


def _by_relative_clause(reading: Reading) -> Iterator[Held]:
    """Yield the offices in `X, who chairs the Y Committee,`: a verb of heading with nothing but a named body behind it."""
    verbs: dict[str, str] = load(KNOWLEDGE)["heading"]
    for k, word in enumerate(reading.words):
        joint = word.glued and reading.lower(k - 1) == "co"  # "co-chairs"
        who = k - 1 - joint
        if word.lower not in verbs or reading.lower(who) != "who":
            continue
        person = _person_before(reading, who - 1) if reading.lower(who - 1) == "," else reading.people.get(who - 1)
        body = _name_at(reading, k + 1 + (reading.lower(k + 1) == "the"))
        if person is None or body is None or body.label != "ORG" or not _ends_name(reading, body.end, strict=False):
            continue
        head = heads()[(verbs[word.lower],)]
        past = reading.doc[word.token].tag_ == "VBD"
        title = Title(head, k, k + 1, k, body.end, of=body, former=past, determiner="the")
        yield Held(title, person[0], (who + 1, k + 1), f"{'co-' * joint}{verbs[word.lower]}")
