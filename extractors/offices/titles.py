"""The grammar of titles: `Nigeria's former minister of trade`, `the Bank of Korea governor`, `CEO of Tesla`.

A title is a head from offices.toml with what belongs to it on both sides. Before it stand modifiers (`deputy`), portfolios (`Industry and
Trade`), what it is an office of (a name or a demonym), words of status (`former`) and a determiner; after it `of`, `for`, `at`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .lexicon import Head, first_words, heads, honorifics, longest, rank_names, words_of
from .words import Name, Reading

DETERMINERS = ("the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "my", "your")
POSSESSIVES = ("'s", "'", "‘s", "`s")
SPOKES = ("spokesman", "spokeswoman", "spokesperson")
PLACED = (
    "adviser",
    "advisor",
    "security adviser",
    "security advisor",
    "national security adviser",
    "national security advisor",
    "aide de camp",
    "ambassador",
    "envoy",
    "special envoy",
    "consul",
    "consul general",
    "representative",
    "special representative",
    "high commissioner",
)
BODY_ENDS = (
    "ministry",
    "department",
    "agency",
    "commission",
    "committee",
    "council",
    "parliament",
    "senate",
    "authority",
    "assembly",
    "court",
)


@dataclass(frozen=True)
class Title:
    """A title in the text.

    `start` to `end` are the words of the title itself, `left` to `right` those of the whole noun phrase. `of` is the body or jurisdiction
    as it stands in the text, `within` the country that qualifies it. `determiner` is the article or possessive in front, `'s` for a name's.
    """

    head: Head
    start: int
    end: int
    left: int
    right: int
    of: Name | None = None
    within: Name | None = None
    former: bool = False
    determiner: str | None = None

    @property
    def kind(self) -> str:
        """The kind of the head in offices.toml."""
        return self.head.kind


def find_titles(reading: Reading) -> list[Title]:
    """Return the titles of the article from left to right, none inside another or inside the name of something else."""
    found: list[Title] = []
    i = 0
    while i < len(reading.words):
        match = _head_at(reading, i)
        if match is None:
            i += 1
            continue
        head, start, end = match
        floor = found[-1].right if found else 0
        title = _right(reading, _left(reading, Title(head, start, end, start, end), floor))
        if _is_title(reading, title):
            found.append(title)
        i = max(end, title.right)
    return found


def _head_at(reading: Reading, i: int) -> tuple[Head, int, int] | None:
    """Return the longest head that begins at word `i` with its words' start and end."""
    if reading.lower(i) not in first_words() or i in reading.people:
        return None
    if reading.lower(i) == "chief" and (officer := _chief_officer(reading, i)):
        return officer
    table = heads()
    for size in range(min(longest(), len(reading.words) - i), 0, -1):
        words = tuple(reading.lower(k) for k in range(i, i + size))
        head = table.get(words)
        if size == 1 and head and head.key in ("deputy", "principal", "general", "major") and i + 1 not in reading.people:
            continue  # "Deputy Prime Minister": deputy is a head in "Deputy Ali Khan" only
        if head and words[-1] == "opposition" and reading.lower(i + size) in words_of("title", "bodies"):
            continue  # "leader of the opposition" | "party Renova"
        if head and all(reading.joined(k) for k in range(i + 1, i + size)) and _stands_free(reading, i, i + size, head):
            return head, i, i + size
    return None


def _chief_officer(reading: Reading, i: int) -> tuple[Head, int, int] | None:
    """Read `chief corporate affairs and marketing officer`, whatever the portfolio."""
    for k in range(i + 1, min(i + 9, len(reading.words))):
        lower = reading.lower(k)
        if lower in ("officer", "officers") and k > i + 1:
            words = (*tuple(reading.lower(w) for w in range(i, k)), "officer")
            return Head(words, "body", plural=lower == "officers"), i, k + 1
        if not (
            lower in words_of("title", "portfolios")
            or lower in ("and", "&", ",", "executive")
            or reading.pos(k) in ("NOUN", "ADJ", "PROPN")
        ):
            return None
    return None


def _stands_free(reading: Reading, start: int, end: int, head: Head) -> bool:
    """Say whether these words are a title here: a noun, and no part of a longer name (`King Hussein Bridge`, `Office of the President`)."""
    if reading.pos(end - 1) in ("VERB", "AUX", "ADV", "ADP") or any(k in reading.people for k in range(start, end)):
        return False
    if head.kind != "loose" and head.key in words_of("title", "capital") and not reading.capital(start):
        return False
    if head.key in words_of("title", "letters") and not _are_letters_of_office(reading, start, end):
        return False
    if any(reading.words[k].glued for k in (end,) if k < len(reading.words)) and reading.lower(end) not in words_of(
        "status", "former_after"
    ):
        return False
    if _cuts_name(reading, start, end):
        return False
    name = reading.names.get(end - 1)
    if name is None or name.label == "NORP" or (name.start >= start and name.end <= end):
        return True
    if name.end == end or (name.start < start and reading.lower(end) in ("of", "for")):  # it swallowed its head: "Kenya Army Commander"
        return reading.lower(name.start) not in ("office", "house", "ministry", "department", "order", "council")
    return all(k in reading.people for k in range(end, name.end))  # "HRH Crown Prince Hussein" as one name


def _are_letters_of_office(reading: Reading, start: int, end: int) -> bool:
    """Say whether an abbreviation is a title: a person or a portfolio and a person follow it (`Health CS Ann Kamau`, `MEC for Finance`)."""
    k = end
    while reading.lower(k) in honorifics() and k not in reading.people:
        k += 1
    return reading.text(start, end).isupper() and (k in reading.people or (reading.lower(end) == "for" and reading.capital(end + 1)))


def _cuts_name(reading: Reading, start: int, end: int) -> bool:
    """Say whether a head of several words takes the end of a body's name: `Communist Party chief`, but `Shanghai Party Secretary`."""
    from ..tables import is_known_place

    name = reading.names.get(start)
    if name is None or name.label != "ORG" or not name.start < start < name.end < end:
        return False
    if reading.lower(start) not in words_of("title", "bodies"):
        return False  # "Union of Teachers Secretary" + "-General"
    return not is_known_place(reading.text(name.start, start))


def _left(reading: Reading, title: Title, floor: int) -> Title:
    """Walk to the left of the head and take in what belongs to the title."""
    j = title.start - 1
    while j >= floor and j >= 0 and reading.joined(j + 1):
        step = _step(reading, title, j, floor)
        if step is None:
            break
        title, j = step
        if title.determiner:
            break
    return title


def _step(reading: Reading, title: Title, j: int, floor: int) -> tuple[Title, int] | None:
    """Take word `j`, which stands right before the noun phrase of `title`; None where the phrase ends."""
    lower = reading.lower(j)
    if lower in POSSESSIVES:
        return _possessor(reading, title, j, floor)
    if lower == ")":
        return _past_letters(reading, title, j, floor)
    if j in reading.people:
        return None
    if lower in DETERMINERS:
        return replace(title, left=j, determiner=lower), j - 1
    name = reading.names.get(j)
    if name is not None and name.end > j + 1 and name.start >= floor:  # it swallowed its head: "WHO Regional Director"
        name = Name(name.start, j + 1, name.label, reading.text(name.start, j + 1))
    whole = name is not None and name.end == j + 1 and name.start >= floor
    if lower in words_of("status", "former") and (reading.lower(j + 1) != "general"):
        return replace(title, left=j, former=True), j - 1
    tight = title.left == title.start
    if tight and not (whole and name and name.label in ("LOC", "NORP")):
        longer = None if _closes_name(reading, j, floor) else _longer(reading, title, j)
        if longer is not None:
            return replace(title, start=longer, left=longer), longer - 1
    if whole and name is not None:
        return _named(title, name)
    return _passed(reading, title, j) or _unnamed_body(reading, title, j, floor)


def _past_letters(reading: Reading, title: Title, j: int, floor: int) -> tuple[Title, int] | None:
    """Pass over the abbreviation in brackets behind the body: `Chinese Nationalist Party (KMT) Chairman`."""
    opening = j - 2
    named = reading.names.get(opening - 1)
    if opening <= floor or reading.lower(opening) != "(" or not reading.text(j - 1, j).isupper() or named is None or named.label != "ORG":
        return None
    return replace(title, left=opening), opening - 1


def _passed(reading: Reading, title: Title, j: int) -> tuple[Title, int] | None:
    """Pass over word `j` where it belongs to the phrase, but not to the title: `new`, `23rd`, `company`, `disaster management`."""
    lower = reading.lower(j)
    if lower in ("appointed", "elected", "reelected") and reading.lower(j - 1) not in (*DETERMINERS, "newly", "recently", "directly"):
        return None  # "was appointed president": the verb, no part of the phrase
    if lower in words_of("status", "neutral") or (lower[:1].isdigit() and lower.endswith(("st", "nd", "rd", "th"))):
        return replace(title, left=j), j - 1
    if lower in words_of("title", "bodies") and not reading.capital(j) and title.kind != "minister":
        return _lower_body(reading, title, j)
    if lower in words_of("title", "bodies") and title.of is None and j not in reading.names and not reading.first(j):
        return replace(title, of=_named_before(reading, j), left=j), j - 1  # "Agency Chairman", where the Jewish Agency is named
    if not reading.capital(j) and reading.pos(j) == "NOUN" and title.kind in ("state", "body", "loose", "minister") and title.left - j < 2:
        return replace(title, left=j), j - 1  # "a disaster management spokesperson"
    return None


def _named_before(reading: Reading, j: int) -> Name | None:
    """Return the body named last before word `j` whose name ends with this word."""
    for k in range(j - 1, -1, -1):
        name = reading.names.get(k)
        if (
            name is not None
            and name.label == "ORG"
            and name.end == k + 1
            and name.end - name.start > 1
            and reading.lower(k) == reading.lower(j)
        ):
            return name
    return None


def _lower_body(reading: Reading, title: Title, j: int) -> tuple[Title, int]:
    """Take a body in lower case: `foreign ministry` of `foreign ministry spokesman`; a lone `company`, `government` names none."""
    start = j
    while reading.lower(start - 1) in words_of("title", "portfolios") and not reading.capital(start - 1) and reading.joined(start):
        start -= 1
    if start < j and reading.lower(j) in BODY_ENDS and title.of is None and start - 1 not in reading.people:
        return replace(title, of=Name(start, j + 1, "ORG", reading.text(start, j + 1)), left=start), start - 1
    return replace(title, left=j), j - 1


def _longer(reading: Reading, title: Title, j: int) -> int | None:
    """Return the word at which the title begins if word `j` belongs to it: a modifier, a portfolio, the chief's body."""
    lower = reading.lower(j)
    if lower == "under" and reading.lower(j + 1) not in ("secretary", "secretaries"):
        return None  # "under President Ferrer"
    if lower in words_of("title", "modifiers"):
        return j if not reading.capital(j) or reading.capital(title.start) or reading.first(j) else None
    if lower == "first" and reading.lower(title.start) in words_of("title", "counted"):
        return j
    if title.kind == "loose":
        cased = not reading.capital(j) or reading.capital(title.start) or reading.first(j)
        fits = (
            cased
            and title.head.words[-1] in words_of("title", "chiefs")
            and lower in words_of("title", "bodies")
            and j not in reading.names
        )
        part = (
            title.head.words[-1] not in words_of("title", "chiefs")
            and reading.pos(j) in ("NOUN", "ADJ")
            and lower not in words_of("title", "bodies")
        )
        free = j not in reading.names and not reading.capital(j) and lower not in words_of("status", "neutral")
        return j if fits or (free and (part or lower in words_of("title", "portfolios"))) else None
    if title.kind != "minister":
        return None
    if _is_portfolio(reading, title, j):
        return j
    if (
        lower in ("and", "&")
        and reading.joined(j)
        and title.start < title.end - len(title.head.words)
        and _is_portfolio(reading, title, j - 1)
    ):
        return j - 1
    return j - 1 if _begins_list(reading, title, j) else None


def _closes_name(reading: Reading, j: int, floor: int) -> bool:
    """Say whether `and` at word `j` stands behind somebody's name: `Interior Minister Somchai Boonma and Labour Minister …`.

    That is two capitalised words or more, or one right behind the title before, which ends at `floor`; none of them is a portfolio.
    """
    if reading.lower(j) not in ("and", "&"):
        return False
    k = j
    while k > max(floor, j - 5) and _may_be_name(reading, k - 1) and reading.joined(k):
        k -= 1
    if k > floor and reading.capital(k - 1) and reading.lower(k - 1) in words_of("title", "portfolios"):
        return False
    return j - k > 1 or (j - k == 1 and k == floor > 0)


def _may_be_name(reading: Reading, k: int) -> bool:
    """Say whether a capitalised word can belong to a person's name: no portfolio, country or region."""
    name = reading.names.get(k)
    placed = name is not None and name.label in ("LOC", "NORP")
    return reading.capital(k) and reading.lower(k) not in words_of("title", "portfolios") and not placed and not _jurisdiction(reading, k)


def _begins_list(reading: Reading, title: Title, j: int) -> bool:
    """Say whether the comma at word `j` stands in a list of portfolios: `the business, energy and industrial strategy secretary`."""
    first = j - 1
    while reading.lower(first - 1) == "," and reading.lower(first - 2) in words_of("title", "portfolios"):
        first -= 2
    listed = any(reading.lower(k) in ("and", "&") for k in range(title.start, title.end))
    determined = reading.lower(first - 1) in DETERMINERS or reading.lower(first - 1) in POSSESSIVES
    return reading.lower(j) == "," and listed and determined and reading.lower(j - 1) in words_of("title", "portfolios")


def _is_portfolio(reading: Reading, title: Title, j: int) -> bool:
    """Say whether word `j` names a portfolio before the head: `gender` in `Gender Minister`."""
    if j < 0 or j in reading.people or reading.lower(j) in DETERMINERS or reading.lower(j) in words_of("status", "former"):
        return False
    name = reading.names.get(j)
    if name is not None and (name.label != "ORG" or reading.text(j, j + 1).isupper()):
        return False
    if reading.lower(j) in words_of("title", "portfolios"):
        return reading.capital(j) or not reading.capital(title.start)
    if (reading.lower(j),) in heads() or (title.head.key in words_of("title", "letters") and _is_region(reading, j)):
        return False
    capital_head = reading.capital(title.end - 1)
    return capital_head and reading.capital(j) and reading.pos(j) in ("NOUN", "PROPN", "ADJ") and not _jurisdiction(reading, j)


def _is_region(reading: Reading, j: int) -> bool:
    """Say whether word `j` is a country or a region of the tables: `Gauteng Education MEC`."""
    from ..tables import is_in_tables

    return is_in_tables(reading.text(j, j + 1))


def _jurisdiction(reading: Reading, j: int) -> bool:
    from ..countries import code_of_country, code_of_demonym

    word = reading.text(j, j + 1)
    return bool(code_of_country(word) or code_of_demonym(word))


def _possessor(reading: Reading, title: Title, j: int, floor: int) -> tuple[Title, int] | None:
    """Take `Ethiopia's`, `the company's`, `Kenyatta's` in front."""
    name = reading.names.get(j - 1)
    if name is not None and name.end == j and name.start >= floor:
        taken = _named(title, name)
        return (_owned(reading, taken[0]), name.start - 1) if taken else None
    if j - 1 in reading.people:
        return replace(title, left=reading.people[j - 1][1], determiner="'s"), j - 2
    if reading.capital(j - 1) and reading.pos(j - 1) == "PROPN":
        start = _capitals_before(reading, j, floor)
        taken = _named(title, Name(start, j, "ORG", reading.text(start, j)))
        return (_owned(reading, taken[0]), start - 1) if taken else None
    article = reading.lower(j - 2) == "the" and reading.joined(j - 1)
    return replace(title, left=j - 1 - article, determiner="its"), j - 2 - article


def _owned(reading: Reading, title: Title) -> Title:
    """Return `title` as one with a possessor in front, whose own article belongs to the phrase: `, the Vatican's secretary of state,`."""
    article = reading.lower(title.left - 1) == "the" and reading.joined(title.left)
    return replace(title, determiner="'s", left=title.left - article)


def _named(title: Title, name: Name) -> tuple[Title, int] | None:
    """Take a name in front as what the title is an office of, a place before it as the country of that body."""
    if title.of is None and not (title.kind == "monarch" and name.label == "ORG"):
        return replace(title, of=name, left=name.start), name.start - 1
    if title.of is not None and title.of.label == "ORG" and name.label in ("LOC", "NORP") and title.within is None:
        return replace(title, within=name, left=name.start), name.start - 1
    return None


def _unnamed_body(reading: Reading, title: Title, j: int, floor: int) -> tuple[Title, int] | None:
    """Take capitalised words in front that the pipeline didn't see as a name: `EsSalud Executive-President`."""
    if title.of is not None or not reading.capital(j) or (j in reading.names and reading.names[j].end != j + 1):
        return None
    if _jurisdiction(reading, j):
        return _named(title, Name(j, j + 1, "NORP", reading.text(j, j + 1)))
    before = reading.names.get(j - 1)
    if reading.lower(j) in words_of("title", "regions") and before is not None and before.end == j and before.start >= floor:
        return _named(title, Name(before.start, j + 1, before.label, reading.text(before.start, j + 1)))
    acronym = len(reading.text(j, j + 1)) > 1 and reading.text(j, j + 1).isupper()  # "WHO" is a pronoun to the pipeline
    court = title.kind == "rank" and reading.lower(j) in BODY_ENDS  # "High Court Judge"
    if not (acronym or court or reading.pos(j) == "PROPN") or (title.kind in ("rank", "monarch") and not court):
        return None
    start = _capitals_before(reading, j + 1, floor)
    while (
        court
        and start > floor
        and reading.capital(start - 1)
        and reading.pos(start - 1) in ("PROPN", "ADJ")
        and start - 1 not in reading.people
    ):
        start -= 1
    return _named(title, Name(start, j + 1, "ORG", reading.text(start, j + 1)))


def _capitals_before(reading: Reading, end: int, floor: int) -> int:
    start = end - 1
    while start > floor and reading.joined(start) and reading.capital(start - 1) and reading.pos(start - 1) == "PROPN":
        if start - 1 in reading.people or start - 1 in reading.names:
            break
        start -= 1
    return start


def _right(reading: Reading, title: Title) -> Title:
    """Walk to the right of the head: `-elect`, `(ADC)`, `of trade`, `of the Bank of Korea`, `at Google`, `to China`, `in Cairo`."""
    if reading.lower(title.right) in words_of("status", "former_after"):
        title = replace(title, right=title.right + 1, former=True)
    title = _past_acronym(reading, _with_powers(reading, title))
    bracketed = reading.names.get(title.right) if reading.lower(title.left - 1) == "(" else None
    if bracketed is not None and title.of is None and reading.lower(bracketed.end) == ")":
        return replace(title, of=bracketed, right=bracketed.end)
    for _ in range(4):
        longer = _complement(reading, title)
        if longer is None:
            break
        title = _past_acronym(reading, longer)
    return title


def _with_powers(reading: Reading, title: Title) -> Title:
    """Take in the words of full powers behind an envoy: `Ambassador Extraordinary and Plenipotentiary`."""
    end = title.right
    while title.head.key in PLACED and reading.lower(end) in ("extraordinary", "and", "plenipotentiary") and reading.joined(end):
        end += 1
    if end == title.right or reading.lower(end - 1) == "and":
        return title
    return replace(title, end=end, right=end)


def _past_acronym(reading: Reading, title: Title) -> Title:
    """Pass over the acronym of the words before: `aide-de-camp (ADC)`."""
    k = title.right
    if reading.lower(k) == "(" and reading.lower(k + 2) == ")" and reading.text(k + 1, k + 2).isupper() and k + 1 not in reading.people:
        return replace(title, right=k + 3)
    return title


def _complement(reading: Reading, title: Title) -> Title | None:
    """Take one prepositional phrase after the title; None where there is none that belongs to it."""
    preposition = reading.lower(title.right)
    start = title.right + 1
    if preposition not in ("of", "for", "at", "to", "in", "on", "with") or not reading.joined(title.right) or not reading.joined(start):
        return None
    bare = reading.lower(start) not in DETERMINERS
    k = start if bare else start + 1
    body = _body(reading, k) or _described_body(reading, k)
    if _refuses(title, preposition, body):
        return None
    if body and _is_ministry(reading, body) and title.kind == "minister":
        return _of_ministry(title, preposition, body)
    if _takes_portfolio(title, preposition, bare) and not (body and body.label in ("LOC", "NORP")):
        return _with_portfolio(title, k, _portfolio_end(reading, k))
    if preposition in ("of", "at"):
        return _of(reading, title, k, bare, body)
    if preposition == "in":
        return _in(reading, title, k, bare, body)
    if preposition == "to":
        return replace(title, right=body.end) if body and title.head.key in PLACED else None
    if preposition == "on" and title.head.words[-1] == "rapporteur":
        return replace(title, right=_subject_end(reading, start))
    return _for(reading, title, k, bare, body)


def _for(reading: Reading, title: Title, k: int, bare: bool, body: Name | None) -> Title | None:
    """Take `for BODY`; pass over `for trade`, `on the economy`, which a head of state has not (`the First Lady for the opening of …`)."""
    preposition = reading.lower(title.right)
    if body and preposition in ("for", "with"):
        speaks = title.head.words[-1] in SPOKES and body.label in ("LOC", "FAC")
        takes = title.of is None and (body.label == "ORG" or speaks) and title.head.key not in PLACED
        return replace(title, right=body.end, of=body if takes else title.of)
    end = _portfolio_end(reading, k)
    fits = preposition in ("for", "on") and end > k and not (title.kind == "state" and not bare)
    return replace(title, right=end) if fits else None


def _in(reading: Reading, title: Title, k: int, bare: bool, body: Name | None) -> Title | None:
    """Pass over `in Cairo`, `in the presidency`."""
    if body is not None:
        return replace(title, right=body.end) if body.label == "LOC" else None
    end = _portfolio_end(reading, k)
    return replace(title, right=end) if not bare and end > k else None


def _refuses(title: Title, preposition: str, body: Name | None) -> bool:
    """Say whether a monarch or a rank takes no such phrase."""
    rank = title.kind == "rank" and not (body and preposition in ("of", "for", "at"))
    return rank or (title.kind == "monarch" and preposition != "of")


def _is_ministry(reading: Reading, body: Name) -> bool:
    return body.label == "ORG" and reading.lower(body.start) in ("ministry", "department")


def _of_ministry(title: Title, preposition: str, body: Name) -> Title | None:
    """Take the ministry that a secretary or an undersecretary is one of."""
    return replace(title, right=body.end, of=body) if title.of is None and preposition in ("of", "at", "in") else None


def _with_portfolio(title: Title, k: int, end: int) -> Title | None:
    """Return the title with its portfolio from word `k` to `end`, where there is one.

    Behind what it is an office of it is no part of the title: `Undersecretary of the Ministry of Ports` | `for Fishing`.
    """
    if end == k:
        return None
    return replace(title, end=end if title.right == title.end else title.end, right=end)


def _takes_portfolio(title: Title, preposition: str, bare: bool) -> bool:
    """Say whether what follows the preposition is a portfolio and part of the title: `minister of trade`, `Commissioner for Health`."""
    minister = title.kind == "minister" and preposition in ("of", "for")
    charged = title.head.key in ("commissioner", "prime minister", "premier", "vice premier")
    return minister or (charged and preposition == "for" and bare)


def _subject_end(reading: Reading, k: int) -> int:
    """Return the word at which the subject of a mandate from word `k` on ends: `the right to food`."""
    end = k
    while end < k + 12 and end < len(reading.words) and end not in reading.people and reading.joined(end):
        if not reading.lower(end)[:1].isalpha() or reading.pos(end) in ("VERB", "AUX"):
            break
        end += 1
    return end


def _of(reading: Reading, title: Title, k: int, bare: bool, body: Name | None) -> Title | None:
    """Take `of BODY`; a function without an article (`Director of Exams at …`) belongs to the title."""
    if body is not None and bare and reading.lower(k - 1) == "of" and title.end == title.right and _is_function(reading, k):
        return replace(title, end=k + 1, right=k + 1)
    if body is not None:
        function = all(w in words_of("title", "portfolios") or w == "and" for w in body.text.lower().split())
        follows = function or reading.lower(body.end) == "at" or (reading.lower(body.end) == "of" and reading.lower(body.end + 1) == "the")
        if bare and reading.lower(k - 1) == "of" and body.label == "ORG" and follows and not _is_body_name(body.text):
            return replace(title, end=body.end, right=body.end)
        if title.of is None or title.of.label == "NORP" or title.of.text.lower().startswith("board"):
            title = replace(title, of=body, within=title.of or title.within)
        return replace(title, right=_past_nouns(reading, body.end))
    end = _portfolio_end(reading, k)
    if end == k:
        return None
    if bare and reading.lower(k - 1) == "of" and title.end == title.right:
        return replace(title, end=end, right=end)
    if reading.lower(end - 1) in BODY_ENDS and end - k > 1 and title.of is None:
        return replace(title, of=Name(k, end, "ORG", reading.text(k, end)), right=end)
    return replace(title, right=end)


def _past_nouns(reading: Reading, k: int) -> int:
    """Return the word behind what a body's name qualifies: a lower-case noun, a part of the world (`the EU mission`, `Google Africa`)."""
    part = reading.names.get(k)
    if part is not None and part.label == "LOC" and part.start == k and reading.joined(k) and reading.names.get(k - 1, part).label == "ORG":
        return part.end
    noun = k not in reading.people and reading.joined(k) and reading.pos(k) == "NOUN" and reading.lower(k).isalpha()
    lone = (
        noun
        and not reading.capital(k)
        and reading.lower(k) not in ("yesterday", "today", "tomorrow")
        and (reading.lower(k),) not in heads()
    )
    return k + 1 if lone else k


def _is_body_name(text: str) -> bool:
    last = text.split()[-1].lower()
    ends = (
        "institute",
        "centre",
        "center",
        "university",
        "bank",
        "group",
        "association",
        "union",
        "organisation",
        "organization",
        "party",
        "fund",
        "office",
    )
    return last in BODY_ENDS or last in ends or text.isupper()


def _described_body(reading: Reading, k: int) -> Name | None:
    """Return the name behind lower-case words from `k` on: `leader of junior coalition partner Komeito`."""
    end = k
    while end < k + 4 and not reading.capital(end) and end not in reading.people and _describes(reading, end):
        end += 1
    if end > k and reading.lower(end) == "of" and reading.lower(end - 1) in words_of("title", "seats"):
        end += 1  # "bishop of the diocese of Jinotega"
    return _name_at(reading, end) if end > k and reading.joined(end) else None


def _describes(reading: Reading, k: int) -> bool:
    return reading.pos(k) in ("NOUN", "ADJ") or reading.lower(k) in words_of("title", "seats")


def _body(reading: Reading, k: int) -> Name | None:
    """Return the name at word `k`, after its possessor: `Executive Committee` in `PLO's Executive Committee`."""
    name = _name_at(reading, k)
    while name is not None and reading.lower(name.end) in POSSESSIVES:
        owned = _name_at(reading, name.end + 1)
        if owned is None:  # "the World Economic Forum's council"
            end = _nouns_end(reading, name.end + 1)
            return Name(name.start, end, name.label, name.text) if end > name.end + 1 else None
        name = owned
    if name is None:
        return None
    end = name.end
    if name.label == "ORG" and reading.lower(end) == "of":  # "Institute of Archaeology" + "of the Academy"
        more = _name_at(reading, end + 1) or (_name_at(reading, end + 2) if reading.lower(end + 1) == "the" else None)
        if more is not None and more.label in ("ORG", "LOC"):
            whole = end - name.start == 1  # "Office of the President", "Bank of Korea"
            return Name(name.start, more.end, "ORG", reading.text(name.start, more.end if whole else name.end))
    return name


def _is_function(reading: Reading, k: int) -> bool:
    """Say whether word `k` is a field of work of a body that follows: `Geology of the Andean Institute`, but not `Bank of Korea`."""
    from ..tables import word_set

    text = reading.text(k, k + 1)
    bodies = word_set("organizations.toml", "first_heads") | word_set("organizations.toml", "heads")
    start = k + 2 + (reading.lower(k + 2) == "the")
    named = reading.names.get(start)
    followed = reading.lower(k + 1) in ("of", "at") and reading.joined(k + 1) and named is not None and named.label == "ORG"
    return text.istitle() and text not in bodies and followed


def _nouns_end(reading: Reading, k: int) -> int:
    """Return the word behind the lower-case nouns from word `k` on."""
    end = k
    while (
        end < k + 3
        and end not in reading.people
        and not reading.capital(end)
        and reading.pos(end) in ("NOUN", "ADJ")
        and reading.joined(end)
    ):
        if (reading.lower(end),) in heads():
            return k
        end += 1
    return end


def _name_at(reading: Reading, k: int) -> Name | None:
    """Return the name that begins at word `k`, or the run of capitalised words there; it ends where a person begins."""
    if k >= len(reading.words) or k in reading.people or not reading.joined(k):
        return None
    name = reading.names.get(k)
    if name is not None:
        end = name.end
        while end > k + 1 and (end - 1 in reading.people or _ends_with_rank(reading, end) or (not reading.joined(end - 1) and end - 1 > k)):
            end -= 1
        if name.start < k:
            return Name(k, end, name.label, reading.text(k, end))
        if end == name.end:
            end = _grown(reading, name)
        return Name(k, end, name.label, reading.text(k, end))
    if not reading.capital(k) or reading.pos(k) not in ("PROPN", "NOUN", "ADJ"):
        return None
    if _jurisdiction(reading, k):
        return Name(k, k + 1, "LOC", reading.text(k, k + 1))
    return _capitals_after(reading, k)


def _ends_with_rank(reading: Reading, end: int) -> bool:
    """Say whether the word before `end` is a courtesy or a rank that belongs to the name behind it; not in `Court of Justice, opened`."""
    if reading.lower(end - 1) not in honorifics() | rank_names():
        return False
    return reading.lower(end - 1) != "justice" or end in reading.people or reading.lower(end) in honorifics()


def _grown(reading: Reading, name: Name) -> int:
    """Return the end of a name with the capitalised words behind it that the pipeline left out: `Lagos State`."""
    end = name.end
    while end < len(reading.words) and end < name.end + 3 and reading.joined(end) and reading.capital(end):
        region = reading.lower(end) in words_of("title", "regions")
        word = name.label == "ORG" and reading.pos(end) in ("PROPN", "NOUN") and reading.text(end, end + 1).istitle()
        if end in reading.names or end in reading.people or reading.lower(end) in honorifics() | first_words() or not (region or word):
            break
        end += 1
    return end


def _capitals_after(reading: Reading, k: int) -> Name | None:
    """Return capitalised words from `k` on, joined by `of`, `and`, `for`: `Committee for Women Empowerment`."""
    end = k
    while end < len(reading.words) and end not in reading.people and (end == k or reading.joined(end)):
        if end > k and (reading.lower(end) in honorifics() or (reading.lower(end) in rank_names() and end + 1 in reading.people)):
            break
        if not reading.capital(end):
            links = reading.lower(end) in ("of", "and", "for", "on", "&") and reading.capital(end + 1) and end + 1 not in reading.people
            if not links or reading.lower(end + 1) in first_words():
                break
        end += 1
    return Name(k, end, "ORG", reading.text(k, end)) if end > k else None


def _portfolio_end(reading: Reading, k: int) -> int:
    """Return the word at which a portfolio from word `k` on ends: `water and energy`, `Higher Education, Technology and Innovation`."""
    end = k
    while end < len(reading.words) and end not in reading.people and (end == k or reading.joined(end)) and end - k < 14:
        lower, pos = reading.lower(end), reading.pos(end)
        if lower in ("and", "&", ",", "of", "for"):
            if not _goes_on(reading, end, k):
                break
        elif (
            pos not in ("NOUN", "ADJ", "PROPN")
            or lower in DETERMINERS
            or (reading.capital(end) and lower in honorifics())
            or ((name := reading.names.get(end)) is not None and name.label in ("LOC", "NORP"))
        ):
            break
        end += 1
    while end > k and reading.lower(end - 1) in (",", "and", "&", "of", "for"):
        end -= 1  # "Minister of ICT, and Bela Rao"
    return end


def _goes_on(reading: Reading, i: int, start: int) -> bool:
    """Say whether a portfolio that began at `start` goes on after the connector at word `i`."""
    if i == start or i + 1 in reading.people or _head_at(reading, i + 1) is not None:
        return False
    lower = reading.lower(i)
    capital = reading.capital(start)
    if lower == ",":  # "Education, Technology and Innovation": the list has to end in "and"
        ahead = [reading.lower(k) for k in range(i + 1, i + 13)]
        listed = ahead[: ahead.index("and")] if "and" in ahead else []
        return bool(listed) and listed[0] != "," and all(word == "," or word in words_of("title", "portfolios") for word in listed)
    name = reading.names.get(i + 1)
    if lower in ("of", "for"):  # "Minister of State for Legal Affairs"
        return lower == "for" and reading.lower(i - 1) == "state"
    if name is not None and name.label in ("LOC", "NORP"):
        return False
    return reading.capital(i + 1) == capital and (capital or reading.lower(i + 1) in words_of("title", "portfolios"))


def _is_title(reading: Reading, title: Title) -> bool:
    """Say whether the phrase is an office at all: a loose head needs a body, or a name of the police, the army, a policy in the title."""
    if title.determiner == "the" and reading.lower(title.left - 1) == "of" and reading.lower(title.left - 2) in ("office", "residence"):
        return False  # "the Office of the First Lady Anna Mwangi"
    after = reading.lower(title.right)
    if title.head.key in ("chief", "head") and reading.pos(title.right) == "ADJ" and not reading.capital(title.right):
        return False
    compound = reading.pos(title.right) == "NOUN" and not reading.capital(title.right) and after.isalpha() and reading.joined(title.right)
    if compound and title.right not in reading.people and not title.head.plural and after not in ("yesterday", "today", "tomorrow"):
        return False  # "Chittagong's chief doctor", "a presidential candidate"
    if title.kind != "loose" or title.of is not None:
        return True
    longer = title.end - title.start > len(title.head.words)
    if title.head.words[-1] == "leader":
        return False
    if longer and (title.head.words[-1] in words_of("title", "chiefs") or reading.capital(title.start)):
        return True  # "the police chief", "Senior Diplomatic Adviser", but "a medical administrator"
    return title.head.key in rank_names() and reading.capital(title.start)


def singular(reading: Reading, title: Title) -> str:
    """Return the title in the article's words and in the singular."""
    text = " ".join(reading.text(title.start, title.end).split())
    if not title.head.plural:
        return text
    first = title.end - len(title.head.words)
    for k in range(title.start, title.end):
        word = reading.text(k, k + 1)
        one = _one(word, title.head, reading.lower(k))
        if one is not None and k >= min(first, title.start):
            return (
                text[: reading.words[k].start - reading.words[title.start].start]
                + one
                + text[reading.words[k].end - reading.words[title.start].start :]
            )
    return text


def _one(word: str, head: Head, lower: str) -> str | None:
    """Return `word` in the singular if it is the plural of a word of `head`."""
    for single in head.words:
        if lower != single and lower[:3] == single[:3] and abs(len(lower) - len(single)) <= 2 and lower not in head.words:
            return word[0] + single[1:] if not word.isupper() or len(word) < 3 else word.removesuffix("S").removesuffix("s")
    return None
