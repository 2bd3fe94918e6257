"""People: the human beings that an article names, each with all the places where it names them.

The pipeline's PERSON entities are repaired (titles and honorifics off the front, possessives off the end), missed ones are added
(`Dr. D.Ankhbayar`, surnames of people whose full name stands in the article), and the mentions of one person are joined.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Span, Token

from .article import Article
from .entities import is_known_place, names_body, word_set
from .knowledge import load
from .models import Mention, Person
from .offices.lexicon import heads

CANDIDATES = 12  # people of one name that a mention is held against, the latest first: keeps the joining linear

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W\d_]{2,})*")
_POSSESSIVE = re.compile(r"(?:['’‘`´]s|['’])$")
_INITIALS_BEFORE = re.compile(r"(?:\b[A-Z][a-z]?\.[ -]?){1,4}$")
_HYPHEN_AFTER = re.compile(r"[-‑]?[^\W\d_]+")
_OWN_SCRIPT = re.compile(r" ?[(（]([\u3400-\u9fff\uac00-\ud7af·・]{2,12})[)）]")
_INITIAL = re.compile(r"[A-Z]\. ")
_GIVEN_BEFORE = re.compile(r"(?<![\w.])([A-Z][a-z]+) $")
_NUMBER_AFTER = re.compile(r"(?:,? [JS]r\.?| (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}|XXI{0,3}))(?![\w’'])")  # "Jr.", "Charles III"
_FAMILY_BEFORE = re.compile(r"(?<![\w.])([A-Z][a-z]) $")
_SRI_BEFORE = re.compile(r"(\b(?:Tan|Puan|Datuk|Dato['’]?|Datin) )?\bSri $")
_KNOWN_AS = re.compile(
    r",? ?\(?(?:who is |also |better |popularly |widely |commonly |simply )*(?:known|referred to) (?:\w+ly |simply |also )?as "
)
_KIN = re.compile(r"(?:\b(?:his|her|their|whose)|['’]s) (?:\w+ ){0,2}(\w+),? $")
_KIN_AFTER = re.compile(r" ([a-z]+)")
_APPOSITION = re.compile(r", (?:\d\d,|(?:the|a|an|who is the|former) ((?:[\w-]+ ){0,3}?[\w-]+)(?=,| of | for ))")
_COUNTED = re.compile(r" \((?:[+-]?\d+[,.%]|\+|\d+ to )")  # a place in a list of figures: "San Miguel (857 to 1,098)"
_HYPHENATED = re.compile(r"[-‑][^\W\d_]+$")
_DOTTED = re.compile(r"[A-Z][a-z]?\.[A-Z][a-z]{3,}")
_EDGE = " \t\u00a0\u200b,;:!?\"“”()[]{}<>*_|/–—-'’‘`«»@#&+=…"


@dataclass
class Cluster:
    """The mentions of one person so far. `words` is the fullest name, folded."""

    words: list[str]
    name: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    latest: int = -1


def find_people(doc: Doc, article: Article) -> list[Person]:
    """Return the people of `article` in the order of their first appearance, with ids p1, p2, …

    Args:
        doc: what the pipeline made of the article's text.
        article: the article itself.
    """
    text = doc.text  # spaCy joins it anew at each call
    spans = _without_overlaps([*_named_spans(doc, text), *_announced_spans(doc, text)])
    clusters = _join(doc, text, spans)
    _add_missed(doc, text, clusters)
    clusters.sort(key=lambda c: min(c.spans))
    people = []
    for number, cluster in enumerate(clusters, 1):
        people.append(Person(id=f"p{number}", name=cluster.name, mentions=_mentions(doc, text, cluster)))
    return people


# ---------------------------------------------------------------------------------------------------------------------- spans


def _named_spans(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Yield the pipeline's PERSON entities, repaired, without those that name something else."""
    votes = _votes(doc, text)
    for start, end in _entity_spans(doc, text):
        start, end = _grown(doc, text, start, end)
        for s, e in _lines(text, start, end):
            s, e = _trimmed(text, s, e)
            if s < e and _is_person(doc, text, s, e, votes):
                yield s, e


def _entity_spans(doc: Doc, text: str) -> list[tuple[int, int]]:
    """Return the PERSON entities, two of them with nothing but a space between as one (`Sultan A.` + `Al-Marshad`)."""
    spans: list[tuple[int, int]] = []
    for ent in doc.ents:
        if ent.label_ != "PERSON" and not _is_misread(ent, text):
            continue
        gap = text[spans[-1][1] : ent.start_char] if spans else ""
        if (gap == " " and text[spans[-1][1] - 1] in ".-") or gap in (" “", ' "', " ‘", "” ", '" ', "’ "):
            spans[-1] = (spans[-1][0], ent.end_char)
        else:
            spans.append((ent.start_char, ent.end_char))
    return spans


def _is_misread(ent: Span, text: str) -> bool:
    """Say whether the pipeline took a person for a place: no table knows the place, and a title stands in apposition to it."""
    if ent.label_ != "LOC" or len(ent) != 1 or is_known_place(ent.text):
        return False
    following = _APPOSITION.match(text, ent.end_char)
    return following is not None and following[1] is not None and _has_apposition(text, ent.end_char)


def _grown(doc: Doc, text: str, start: int, end: int) -> tuple[int, int]:
    """Take in initials before a span, the rest of a hyphenated word and an initial's surname after it."""
    start = _with_family_name(doc, text, start, end)
    sri = _SRI_BEFORE.search(text, max(0, start - 12), start)
    if sri and sri[1] is None:
        start = sri.start()  # "Sri Mulyani", but "Tan Sri Muhyiddin"
    before = _INITIALS_BEFORE.search(text, max(0, start - 12), start)
    if before and not text[before.start() : start].startswith(("U.S.", "U.K.", "U.N.")):
        start = before.start()
    given = _GIVEN_BEFORE.search(text, max(0, start - 24), start) if _INITIAL.match(text, start) else None
    if given and not _is_title_word(given.group(1)):
        start = given.start(1)  # "Sultan" + "A. Al-Marshad"
    if text[end - 1] in "-‑" or text[end : end + 1] in ("-", "‑"):
        rest = _HYPHEN_AFTER.match(text, end)
        if rest and rest.group().lstrip("-‑")[:1].isalpha() and not _is_compound(rest.group()):
            end = rest.end()
    number = _NUMBER_AFTER.match(text, end)
    end = number.end() if number else end
    return start, end + 1 if text.startswith(".", end) and text[start:end].endswith((" Jr", " Sr")) else end


def _with_family_name(doc: Doc, text: str, start: int, end: int) -> int:
    """Take in a family name that stands first and that the pipeline read as another word: `To` + `Lam`."""
    before = _FAMILY_BEFORE.search(text, max(0, start - 12), start)
    if before is None or before[1].casefold() not in _list("family_words") or " " in text[start:end]:
        return start
    token = doc.char_span(before.start(1), before.end(1))
    opens = token is None or token[0].is_sent_start
    return start if opens and text.count(text[before.start(1) : end]) < 2 else before.start(1)


def _is_title_word(word: str) -> bool:
    lower = word.casefold()
    return lower in _list("honorifics") or lower in _title_words() or lower in _list("never") or lower in _list("speech") or lower.isupper()


def _is_compound(rest: str) -> bool:
    """Say whether `-led` in `Putin-led` and its like begins no second half of a name."""
    word = rest.lstrip("-‑")
    return word.islower() and word in (
        "led",
        "backed",
        "era",
        "style",
        "linked",
        "owned",
        "appointed",
        "brokered",
        "born",
        "run",
        "like",
        "ally",
        "aligned",
    )


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a span on each line of the text: no name goes over a line's end."""
    for part in re.finditer(r"[^\n\r\u2028\u2029]+", text[start:end]):
        yield start + part.start(), start + part.end()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take honorifics and titles off the front, possessives and punctuation off the end."""
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while start < end and (text[end - 1] in _EDGE):
            end -= 1
        possessive = _POSSESSIVE.search(text[start:end])
        if possessive:
            end = start + possessive.start()
        if end - start > 2 and text[end - 1] == "." and not re.search(r"(?:\b[^\W\d_]|\b[JS]r)\.$", text[start:end]):
            end -= 1
        start = _past_place(text, _past_title(text, start, end), end)
        if (start, end) == before:
            return start, end


def _past_title(text: str, start: int, end: int) -> int:
    """Return where the name begins behind one word of title or honorific, `start` where there is none."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if not words:
        return start
    first = words[0].group().rstrip(".,").casefold().replace("’", "'")
    if words[0].group() == "U.":
        return start  # an initial; "U Win Myint" has the Burmese courtesy
    second = words[1].group().rstrip(".").casefold() if len(words) > 1 else ""
    folded = [word.group().rstrip(".,").casefold() for word in words]
    size = next((n for n in (4, 3, 2) if tuple(folded[:n]) in heads()), 0)
    if size:  # "Menteri Besar", "Grand Mufti": a title, with the name behind it or without
        return start + words[size].start() if len(words) > size else end
    if first == "sri" and len(words) > 1 and _word_before(text, start) in ("tan", "datuk", "dato", "datin", "puan"):
        return start + words[1].start()
    if f"{first} {second}" in _list("pairs"):
        return start + words[2].start() if len(words) > 2 else end
    family = first in _list("family_first") and len(words) > 1 and not words[0].group().isupper()
    if family or (first == "he" and words[0].group() != "HE"):
        return start  # "He Lifeng", "To Lam"
    parts = [p for p in re.split(r"[-‑]", first) if p]
    left = len(words) - 1
    strip = first in _list("never") or first in ("&", "/")
    if first in _list("honorifics"):
        strip |= left >= (2 if first in _list("given_too") else 1)
    if first in _list("names_too") and left >= 2 and words[1].group().casefold().rstrip(".") in _list("honorifics"):
        strip = True  # "Amir Sheikh Nawaf", but "Amir Khan"
    if first in _list("royal") and left >= 1 and _word_before(text, start) in ("majesty", "highness", "hm", "hrh", "hh"):
        strip = True
    if parts and all(part.rstrip(".") in _title_words() for part in parts):
        strip |= left >= 1
    if not strip or (left and words[1].group().casefold() in ("of",)):
        return start
    return start + words[1].start() if left else end


def _past_place(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a country or an acronym after a preposition: `Ambassador to Jordan Atallah Khairi`."""
    from .countries import code_of_country

    words = text[start:end].split(" ")
    preposition = re.compile(r"\b(?:to|of|in|from|for) $").search(text, max(0, start - 6), start)
    acronym = len(words[0]) >= 3 and words[0].isupper() and not words[-1].isupper()  # "Head of LEBA Fatallah Fawzi"
    if preposition and len(words) >= 3 and (acronym or code_of_country(words[0])):
        return start + len(words[0]) + 1
    return start


@cache
def _title_words() -> frozenset[str]:
    """Return the words of titles that are no given names."""
    words = {word for head in heads() for word in head} | {
        "vice",
        "deputy",
        "former",
        "ex",
        "then",
        "late",
        "acting",
        "co",
        "chief",
        "general",
    }
    return frozenset(
        words
        - _list("names_too")
        - {
            "of",
            "the",
            "de",
            "pm",
            "rep",
            "us",
            "dalai",
            "lama",
            "first",
            "high",
            "in",
            "state",
            "special",
            "yang",
            "di",
            "lancaster",
            "besar",
            "pro",
        }
    )


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("people.toml")[name])


def _votes(doc: Doc, text: str) -> dict[str, Counter[str]]:
    """Count for each name the labels that the pipeline gave it over the article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        votes[_fold(ent.text)]["PERSON" if _is_misread(ent, text) else ent.label_] += 1
    return votes


def _is_person(doc: Doc, text: str, start: int, end: int, votes: dict[str, Counter[str]]) -> bool:
    """Say whether a repaired span names a human being and isn't part of another name."""
    from .countries import code_of_country, code_of_demonym

    name = text[start:end]
    words = _words(name)
    if not words or not any(c.isupper() for c in name) or any(c.isdigit() for c in name) or "@" in name:
        return False
    if all(word in _list("particles") or word in _list("never") for word in words):
        return False
    if all(len(word) == 1 for word in words) or _COUNTED.match(text, end):
        return False
    if text[end : end + 3] == " & " or text[max(0, start - 3) : start] == " & ":
        return len(words) > 1  # "Johnson & Johnson"
    if len(words) == 1 and _names_a_family(text, end):
        return False
    if name in word_set("organizations.toml", "known"):
        return False
    if len(words) > 1 and (words[0] in _list("things_first") or words[-1] in _list("things_last")):
        return False
    if _next_word(text, end) in _list("things") or _word_before(text, start) in _list("things_before"):
        return False
    labels = votes[_fold(name)]
    others = labels["LOC"] + labels["ORG"] + labels["FAC"]
    if len(words) == 1:
        known = code_of_country(name) or code_of_demonym(name)
        acronym = name.isupper() and len(name) <= 5
        article = text[max(0, start - 4) : start].lower() == "the "  # "the Kremlin said"
        span = doc.char_span(start, end, alignment_mode="expand")
        body = span is not None and names_body(doc, span.start)  # "oil producer Rosneft said"
        return not (known or acronym or article or body or (others and others >= labels["PERSON"]))
    return others <= labels["PERSON"] or not labels["PERSON"]


def _names_a_family(text: str, end: int) -> bool:
    """Say whether a surname that ends at `end` is a family's: `the Rajapaksa family`."""
    following = _KIN_AFTER.match(text, end)
    return following is not None and following[1] in _list("kin_groups")


def _next_word(text: str, end: int) -> str:
    """Return the capitalised word right behind a name, in lower case."""
    match = re.compile(r" ([A-Z]\w*)").match(text, end)
    return match.group(1).casefold() if match else ""


def _word_before(text: str, start: int) -> str:
    """Return the capitalised word right before a name, in lower case and without a full stop."""
    match = re.compile(r"\b([A-Z]\w*)\.? $").search(text, max(0, start - 24), start)
    return match.group(1).casefold() if match else ""


def _announced_spans(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Yield capitalised words behind an honorific that the pipeline gave another label or none: `Dr. D.Ankhbayar`."""
    for token in doc:
        if _DOTTED.fullmatch(token.text):  # "G.Zandanshatar", as Mongolian papers write names
            yield token.idx, token.idx + len(token)
        if not token.text[:1].isupper() or token.lower_.rstrip(".") not in _list("announcing"):
            continue
        i = token.i + 1
        if i < len(doc) and doc[i].text == ".":
            i += 1
        run = list(_capital_run(doc, i))
        if token.text == "U" and (len(run) < 2 or token.whitespace_ == ""):
            continue  # "U Aung Thein" of Myanmar
        if not run or any(t.ent_type_ == "PERSON" for t in run) or run[0].lower_ in _list("never") | _list("honorifics"):
            continue
        words = [t.lower_ for t in run]
        if any(word in _list("things") or word in _title_words() for word in words):
            continue
        start, end = _trimmed(text, run[0].idx, run[-1].idx + len(run[-1]))
        if start < end and _next_word(text, end) not in _list("things"):
            yield start, end


def _capital_run(doc: Doc, i: int) -> Iterator[Token]:
    """Yield the capitalised proper nouns from token `i` on, with hyphens and particles inside, on one line."""
    first = i
    while i < len(doc) and i < first + 8:
        token = doc[i]
        inside = i > first and doc[i - 1].whitespace_ == "" and token.text in "-.‑"
        particle = token.lower_ in _list("particles") and i + 1 < len(doc) and doc[i + 1].text[:1].isupper()
        glued = i > first and doc[i - 1].text in "-‑" and token.is_alpha
        dotted = token.text == "." and i + 1 < len(doc) and token.whitespace_ == "" and doc[i + 1].text[:1].isupper()
        if (
            not (token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X"))
            and not particle
            and not glued
            and not (inside and dotted)
        ) and not (inside and token.text in "-‑"):
            return
        if token.pos_ == "SPACE" or (i > first and token.ent_iob_ == "B" and token.ent_type_ in ("LOC", "ORG", "NORP")):
            return
        yield token
        i += 1


def _without_overlaps(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order; of two that overlap, the longer."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if kept and span[0] < kept[-1][1]:
            if span[1] - span[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = span
        else:
            kept.append(span)
    return kept


# -------------------------------------------------------------------------------------------------------------------- joining


def _fold(name: str) -> str:
    """Return `name` in lower case without accents and punctuation: the form in which names are compared."""
    return " ".join(_words(name))


def _words(name: str) -> list[str]:
    """Return the folded words of a name, hyphenated ones apart: `Sebastián Piñera-Echenique` → sebastian, pinera, echenique."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.replace("’", "").replace("'", "").replace("ʼ", "").replace("`", "").casefold()
    return [word.translate(_LATIN) for word in _WORD.findall(plain)]


_LATIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def _join(doc: Doc, text: str, spans: list[tuple[int, int]]) -> list[Cluster]:
    """Join the spans that name one person: first the names of two and more words, then the single words."""
    clusters: list[Cluster] = []
    index: dict[str, list[int]] = defaultdict(list)
    singles = []
    for start, end in spans:
        words = _words(text[start:end])
        if len(_core(words)) < 2:
            singles.append((start, end, words))
            continue
        found = _same_person(words, clusters, index)
        if found is None:
            found = len(clusters)
            clusters.append(Cluster(words, text[start:end]))
        cluster = clusters[found]
        if len(words) > len(cluster.words):
            cluster.words, cluster.name = words, text[start:end]
        cluster.spans.append((start, end))
        for word in words:
            if found not in index[word][-CANDIDATES:]:
                index[word].append(found)
    _join_singles(doc, text, singles, clusters, index)
    return clusters


def _core(words: list[str]) -> list[str]:
    """Return the words of a name without particles and `Jr`."""
    return [w for w in words if w not in _list("particles") and w not in _list("suffixes")]


def _same_person(words: list[str], clusters: list[Cluster], index: dict[str, list[int]]) -> int | None:
    """Return the number of the cluster that a name of several words belongs to."""
    tried = set()
    for word in (_core(words)[-1], words[0], words[-1]):
        for number in reversed(index.get(word, [])[-CANDIDATES:]):
            if number not in tried and _match(words, clusters[number].words):
                return number
            tried.add(number)
    return None


def _match(a: list[str], b: list[str]) -> bool:
    """Say whether two names of several words can be one person's."""
    if [w for w in a if w in _list("suffixes")] != [w for w in b if w in _list("suffixes")]:
        return False
    short, full = sorted((a, b), key=len)
    if _joined(short) == _joined(full) or _within(short, full):
        return True
    if not _same_given(short[0], full[0]):
        return False
    rest = iter(_core(full)[1:])  # "Sabah Khaled Al-Hamad" in "Sabah Al-Khaled Al-Hamad": in order, whatever is left out
    return all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in _core(short)[1:] if len(word) > 1
    )


def _joined(words: list[str]) -> str:
    return "".join(words)


def _within(short: list[str], full: list[str]) -> bool:
    """Say whether `short` stands in `full` word for word: `López Obrador`, `Xi Jinping`."""
    size = len(short)
    return any(full[i : i + size] == short for i in range(len(full) - size + 1))


def _same_given(a: str, b: str) -> bool:
    """Say whether two given names can be one: equal, an initial, a short form."""
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    short = load("people.toml")["short"]
    return bool(short.get(a, a) == short.get(b, b))


def _join_singles(
    doc: Doc, text: str, singles: list[tuple[int, int, list[str]]], clusters: list[Cluster], index: dict[str, list[int]]
) -> None:
    """Give each single word to the person of that surname or given name named last before it, else make it a person of its own."""
    near = _near_index(clusters)
    introduced = [_introduced(text, c) for c in clusters]
    families = Counter(_core(c.words)[-1] for c in clusters)
    full_names = {end: number for number, c in enumerate(clusters) for _, end in c.spans}
    nicknames: dict[str, int] = {}
    alone: dict[str, Cluster] = {}
    for start, end, words in singles:
        key = _core(words)[-1] if _core(words) else words[-1]
        if known := _KNOWN_AS.search(text, max(0, start - 48), start):
            nicknames |= {key: full_names[known.start()]} if known.start() in full_names else {}
        number = _holder_of(key, text, start, clusters, index, introduced, families)
        if number is None and key not in index:
            number = nicknames[key] if key in nicknames else _almost(key, near)
        if number is not None:
            clusters[number].spans.append((start, end))
            continue
        if key not in alone:
            alone[key] = Cluster(words, text[start:end])
            if text[max(0, start - 7) : start] == "Sheikh ":  # "Sheikh Hasina": with one name the honorific is half of it
                alone[key].name = text[start - 7 : end]
        alone[key].spans.append((start, end))
    clusters.extend(c for c in alone.values() if _is_known_alone(doc, text, c))


@dataclass(frozen=True)
class Introduced:
    """How an article names a person in full: at which characters first, whether as somebody's relative, as a man or a woman, as royal."""

    starts: tuple[int, ...]
    relative: bool
    gender: str
    royal: bool


def _introduced(text: str, cluster: Cluster) -> Introduced:
    starts = tuple(start for start, _ in sorted(cluster.spans)[:CANDIDATES])
    before = [_word_before(text, start) for start in starts]
    kin = [match[1].casefold() for start in starts if (match := _KIN.search(text, max(0, start - 40), start))]
    genders = [_gender(word) for word in [*kin, *before] if _gender(word)]
    return Introduced(
        starts=starts,
        relative=any(word in _list("kin_women") or word in _list("kin_men") for word in kin),
        gender=genders[0] if genders else "",
        royal=any(word in _list("royal") for word in before),
    )


def _gender(word: str) -> str:
    """Return `f` or `m` for a word that only women or only men are called: `wife`, `Mrs`, `son`, `Mr`; else the empty string."""
    women = word in _list("kin_women") or word in _list("courtesies_women")
    return "f" if women else "m" if word in _list("kin_men") or word in _list("courtesies_men") else ""


def _holder_of(
    key: str,
    text: str,
    start: int,
    clusters: list[Cluster],
    index: dict[str, list[int]],
    introduced: list[Introduced],
    families: Counter[str],
) -> int | None:
    """Return the person that the single name `key` at character `start` stands for.

    The last word of a name counts more than the first (`Chan` for `Benny Chan`), that more than one in the middle. Of two that fit alike it
    is the one whom `Mr` or `Mrs` fits, rather nobody's relative (`Macron` isn't `his wife, Brigitte Macron`), the one named last before.
    """
    best: tuple[int, bool, bool, int] | None = None
    found = None
    word_before = _word_before(text, start)
    royal, gender = word_before in _list("royal"), _gender(word_before)
    for number in index.get(key, [])[-CANDIDATES:]:
        core, person = _core(clusters[number].words), introduced[number]
        place = 2 if core[-1] == key or (core[0] == key and key in _list("family_first")) else 1 if core[0] == key else 0
        earlier = [s for s in person.starts if s < start]
        if royal and (core[0] != key or not person.royal):
            continue  # "King Salman" isn't "Mohammed bin Salman"
        if place < 2 and not earlier and not royal and families[core[-1]] < 2:
            continue  # a given name alone comes after the whole name: "Crown Prince Hussein" isn't "Hussein Sheikh"; not so in a family
        if gender and person.gender and gender != person.gender:
            continue
        rank = (place, bool(gender and person.gender), not person.relative, earlier[-1] if earlier else -1)
        if best is None or rank > best:
            best, found = rank, number
    return found


def _near_index(clusters: list[Cluster]) -> dict[str, int]:
    """Index the long surnames by their sound and by themselves with one letter left out, to find another spelling of them."""
    near: dict[str, int] = {}
    for number, cluster in enumerate(clusters):
        surname = _core(cluster.words)[-1]
        if len(surname) >= 6:
            for form in _near_forms(surname, 0):
                near.setdefault(form, number)
    return near


def _almost(key: str, near: dict[str, int]) -> int | None:
    """Return the person whose surname is `key` in another spelling: `Naando` for `Naanda`, `Qaddafi` for `Gaddafi`."""
    if len(key) < 6:
        return None
    return next((near[form] for form in _near_forms(key, 1) if form in near), None)


def _near_forms(surname: str, first: int) -> Iterator[str]:
    """Yield what other spellings of a surname share: its sound, and itself without one letter from `first` on."""
    yield "=" + _sound(surname)
    yield from (surname[:i] + "*" + surname[i + 1 :] for i in range(first, len(surname)))


def _sound(surname: str) -> str:
    """Return a surname with one letter for all that transliterations write for a sound: `zelenskyy` and `zelensky` are `zelenski`."""
    for written, sound in load("people.toml")["sounds"].items():
        surname = surname.replace(written, sound)
    return "".join(letter for letter, _ in itertools.groupby(surname))


def _is_known_alone(doc: Doc, text: str, cluster: Cluster) -> bool:
    """Say whether a single word is surely a person: it has a title, it speaks, or it comes again and again."""
    if len(cluster.spans) >= 3:
        return True
    for start, end in cluster.spans:
        before = _word_before(text, start)
        if before in _list("honorifics") or before in _title_words() or before in _list("names_too") or _has_apposition(text, end):
            return True
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and _speaks(span):
            return True
    return False


def _has_apposition(text: str, end: int) -> bool:
    """Say whether an age or a title stands in apposition to the name that ends at `end`: `Suhartono, the governor of West Java,`."""
    following = _APPOSITION.match(text, end)
    if following is None:
        return False
    return following[1] is None or any(word.casefold() in _title_words() for word in following[1].split())


def _speaks(span: Span) -> bool:
    """Say whether the span is the subject of a verb of which only people are."""
    root = span.root
    return root.dep_.startswith("nsubj") and root.head.lemma_.lower() in _list("speech")


# --------------------------------------------------------------------------------------------------------------------- missed


def _add_missed(doc: Doc, text: str, clusters: list[Cluster]) -> None:
    """Add the full names and surnames that the pipeline missed or took for a place or an organisation."""
    from .countries import code_of_country, code_of_demonym

    taken = {i for c in clusters for start, end in c.spans for i in range(start, end)}
    owners: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        core = _core(cluster.words)
        if len(core) < 2:
            continue
        spoken = {_words(text[s:e])[-1] for s, e in cluster.spans if len(_words(text[s:e])) == 1}
        first = core[0] in _list("family_first") and _HYPHENATED.search(cluster.name) is not None  # the last word is a given name
        for word in [core[0]] if first else dict.fromkeys([core[-1], core[0]]):
            if word == core[-1] or first or word in spoken or len(word) >= 4:
                owners[word].append(number)
    votes = _votes(doc, text)
    for token in doc:
        key = _words(token.text)
        placed = votes.get(_fold(token.text), Counter())["LOC"] if token.ent_type_ == "LOC" else 0
        if placed >= 2:
            continue
        if len(key) != 1 or key[0] not in owners or not token.text[:1].isupper() or token.idx in taken:
            continue
        span = _missed_span(doc, text, token, [clusters[n] for n in owners[key[0]][-CANDIDATES:]])
        if span is None or code_of_country(token.text) or code_of_demonym(token.text):
            continue
        cluster, start, end = span
        cluster.spans.append((start, end))
        taken.update(range(start, end))


def _missed_span(doc: Doc, text: str, token: Token, clusters: list[Cluster]) -> tuple[Cluster, int, int] | None:
    """Return the person named at `token` and the characters of the name; None where the word means something else."""
    for cluster in clusters:
        size = _full_name_at(doc, text, token, cluster)
        if size:
            return cluster, token.idx, size
    ent = _entity_of(doc, token)
    if token.pos_ != "PROPN" or (ent is not None and len(ent) > 1) or (token.text.isupper() and len(token.text) < 5):
        return None
    if _names_a_family(text, token.idx + len(token)):
        return None
    if _joined_to_name(doc, text, token) or _next_word(text, token.idx + len(token)) or _word_before_is_name(doc, text, token):
        return None
    key = _words(token.text)[0]
    fits = [c for c in clusters if _core(c.words)[-1] == key or (ent is None or ent.label_ == "ORG")]
    placed = (
        token.i > 0
        and doc[token.i - 1].lower_ in ("in", "at", "near", "from", "to", "of", "across", "around")
        and ent is not None
        and ent.label_ == "LOC"
    )
    if len(fits) != 1 or placed:
        return None
    return fits[0], token.idx, token.idx + len(token)


def _entity_of(doc: Doc, token: Token) -> Span | None:
    """Return the entity that `token` stands in."""
    if not token.ent_type_:
        return None
    start, end = token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end, label=token.ent_type_)


def _full_name_at(doc: Doc, text: str, token: Token, cluster: Cluster) -> int | None:
    """Return the character at which the full name of `cluster` that begins at `token` ends."""
    end = token.idx + len(cluster.name)
    here = text[token.idx : end]
    if (
        len(cluster.words) > 1
        and _words(here) == cluster.words
        and not text[end : end + 1].isalnum()
        and _next_word(text, end) not in _list("things")
    ):
        return end
    return None


def _joined_to_name(doc: Doc, text: str, token: Token) -> bool:
    """Say whether a hyphen joins the word to another one."""
    before, after = text[token.idx - 1 : token.idx], text[token.idx + len(token) : token.idx + len(token) + 1]
    return before in ("-", "‑", "@", "#") or after in ("-", "‑")


def _word_before_is_name(doc: Doc, text: str, token: Token) -> bool:
    """Say whether a capitalised word that is no title stands right before: `Ibn Al Khatib Hospital`, `East Timor`."""
    before = _word_before(text, token.idx)
    if not before or before in _list("honorifics") or before in _title_words() or before in _list("names_too"):
        return False
    return token.i > 0 and not doc[token.i - 1].is_sent_start and doc[token.i - 1].pos_ == "PROPN"


def _mentions(doc: Doc, text: str, cluster: Cluster) -> list[Mention]:
    """Return the mentions in order, with the name in its own script in brackets behind the Latin one: `Ko Wen-je (柯文哲)`."""
    spans = set(cluster.spans)
    for _, end in cluster.spans:
        match = _OWN_SCRIPT.match(text, end)
        if match:
            spans.add(match.span(1))
    return [Mention(text=text[start:end], start=start, end=end) for start, end in sorted(spans)]
