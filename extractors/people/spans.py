"""Where an article names people: the pipeline's PERSON entities, repaired."""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Span

from ..names.companies import addresses_as_company, announces_body, is_called_body, short_names, stands_for_company
from ..names.words import body_words, is_before_its_state, is_known_body
from ..places.countries import code_of_country, code_of_demonym
from ..sureness import chances_of_names
from .behind_bodies import bodies_and_heads
from .trimming import trimmed
from .words import fold, is_title_word, names_a_family, next_word, people_words, word_before, words_of_name

_INITIALS_BEFORE = re.compile(r"(?:\b[A-Z][a-z]?\.[ -]?){1,4}$")
_HYPHEN_AFTER = re.compile(r"[-‑]?[^\W\d_]+")
_INITIAL = re.compile(r"[A-Z]\. ")
_ARABIC_ARTICLE = re.compile(r"[Aa][ls][ -][A-Z]")
_SON_OF = re.compile(r"[Bb]int? [A-Z]|[Ii]bn [A-Z]")
_GIVEN_BEFORE = re.compile(r"(?<![\w.])([A-Z][a-z]+) $")
_NUMBER_AFTER = re.compile(r"(?:,? [JS]r\.?| (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}|XXI{0,3}))(?![\w’'])")  # "Jr.", "Charles III"
_JUNIOR = re.compile(r"\w \w+,? [JS]r\.?$")
_SHORT_PAIR = re.compile(r"(?<![\w.])[A-Z][a-z] [A-Z]\w+")
_FAMILY_BEFORE = re.compile(r"(?<![\w.])([A-Z][a-z]) $")
_SRI_BEFORE = re.compile(r"(\b(?:Tan|Puan|Datuk|Dato['’]?|Datin) )?\b(?:Sri|Mohd\.?|Md\.?) $")
_PARTY_TAG = re.compile(r"[A-Z]-[A-Z][a-z]+")  # "Sen. Owen Platt, R-Kan."
_MONTHS = frozenset(month.lower() for month in calendar.month_name[1:])
DOUBTED = 0.9  # below it, a body's name is often none: those of clubs with supporters are surer
_COUNTED = re.compile(r" \((?:[+-]?\d+[,.%]|\+|\d+ to )")  # a place in a list of figures: "San Miguel (857 to 1,098)"


def label_votes(entities: Iterable[Span]) -> dict[str, Counter[str]]:
    """Count for each name the labels that the pipeline gave it over the article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in entities:
        votes[fold(ent.text)]["PERSON" if _JUNIOR.search(ent.text) else ent.label_] += 1
    return votes


def named_spans(doc: Doc, text: str, entities: Iterable[Span], votes: Mapping[str, Counter[str]]) -> Iterator[tuple[int, int]]:
    """Yield the pipeline's PERSON entities, repaired, without those that name something else."""
    pairs = Counter(_SHORT_PAIR.findall(text))
    for start, end in _entity_spans(entities, text):
        start, end = _grown(doc, text, start, end, pairs)
        for s, e in _lines(text, start, end):
            s, e = trimmed(text, s, e)
            if s < e and _is_person(doc, text, s, e, votes):
                yield s, e


def _entity_spans(entities: Iterable[Span], text: str) -> list[tuple[int, int]]:
    """Return the PERSON entities, two of them with nothing but a space between as one (`Sultan A.` + `Al-Marshad`)."""
    spans: list[tuple[int, int]] = []
    entities = list(entities)
    companies = short_names(entities)
    for ent in bodies_and_heads(entities):
        named = ent.label_ == "PERSON" or _JUNIOR.search(ent.text) or _has_followers(ent)
        body = stands_for_company(ent, companies) or is_called_body(ent.doc, ent.end)
        if not named or body or is_before_its_state(ent):
            continue
        gap = text[spans[-1][1] : ent.start_char] if spans else ""
        if (gap == " " and text[spans[-1][1] - 1] in '.-”"’') or gap in (" “", ' "', " ‘", "” ", '" ', "’ "):
            spans[-1] = (spans[-1][0], ent.end_char)
        else:
            spans.append((ent.start_char, ent.end_char))
    return spans


def _has_followers(ent: Span) -> bool:
    """Say whether a name of two words that the network isn't sure of is a person's by the noun behind it: `a former Ana Ruiz supporter`."""
    doc, end = ent.doc, ent.end
    if ent.label_ not in ("ORG", "MISC") or len(ent) != 2 or end >= len(doc) or doc[end].lemma_.lower() not in people_words("followers"):
        return False
    own = all(word[:1].isupper() and not word.isupper() and word not in body_words("heads") for word in ent.text.split())
    return own and chances_of_names(doc).get(ent.start, 0) < DOUBTED


def _grown(doc: Doc, text: str, start: int, end: int, pairs: Counter[str]) -> tuple[int, int]:
    """Take in initials before a span, the rest of a hyphenated word and an initial's surname after it."""
    start = _with_family_name(doc, text, start, end, pairs)
    sri = _SRI_BEFORE.search(text, max(0, start - 12), start)
    if sri and sri[1] is None:
        start = sri.start()  # "Sri Mulyani", "Md Rafiq", but "Tan Sri Muhyiddin"
    before = _INITIALS_BEFORE.search(text, max(0, start - 12), start)
    if before and not text[before.start() : start].startswith(("U.S.", "U.K.", "U.N.")):
        start = before.start()
    begins_inside = _INITIAL.match(text, start) or _ARABIC_ARTICLE.match(text, start) or _SON_OF.match(text, start)
    given = _GIVEN_BEFORE.search(text, max(0, start - 24), start) if begins_inside else None
    if given and (given[1] == "Sultan" or (_INITIAL.match(text, start) and not is_title_word(given[1]))):
        start = given.start(1)  # "Sultan" + "A. Al-Marshad", "Sultan" + "Al Jaber", "Sultan" + "bin Saad"
    if text[end - 1] in "-‑" or text[end : end + 1] in ("-", "‑"):
        rest = _HYPHEN_AFTER.match(text, end)
        if rest and rest.group().lstrip("-‑")[:1].isalpha() and not _is_compound(rest.group()):
            end = rest.end()
    number = _NUMBER_AFTER.match(text, end)
    end = number.end() if number else end
    return start, end + 1 if text.startswith(".", end) and text[start:end].endswith((" Jr", " Sr")) else end


def _with_family_name(doc: Doc, text: str, start: int, end: int, pairs: Counter[str]) -> int:
    """Take in a family name that stands first and that the pipeline read as another word: `To` + `Lam`.

    At the beginning of a sentence it may be that other word: there the article has to have the name elsewhere too.
    """
    before = _FAMILY_BEFORE.search(text, max(0, start - 12), start)
    if before is None or before[1].casefold() not in people_words("family_words") or " " in text[start:end]:
        return start
    token = doc.char_span(before.start(1), before.end(1))
    opens = token is None or token[0].is_sent_start
    return start if opens and pairs[text[before.start(1) : end]] < 2 else before.start(1)


def _is_compound(rest: str) -> bool:
    """Say whether `-led` in `Putin-led` and its like begins no second half of a name."""
    return rest.lstrip("-‑") in people_words("compounds")


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a span on each line of the text: no name goes over a line's end."""
    for part in re.finditer(r"[^\n\r\u2028\u2029]+", text[start:end]):
        yield start + part.start(), start + part.end()


def _is_person(doc: Doc, text: str, start: int, end: int, votes: Mapping[str, Counter[str]]) -> bool:
    """Say whether a repaired span names a human being and isn't part of another name."""
    name = text[start:end]
    words = words_of_name(name)
    if not words or not any(c.isupper() for c in name) or any(c.isdigit() for c in name) or "@" in name or _PARTY_TAG.fullmatch(name):
        return False
    no_names = people_words("particles") | people_words("never") | people_words("months")
    called = word_before(text, start) in people_words("courtesies_women") | people_words("courtesies_men")  # "Mrs March"
    if all(word in no_names for word in words) and not (called and words[0] in _MONTHS):
        return False
    if all(len(word) == 1 for word in words) or _COUNTED.match(text, end):
        return False
    if text[end : end + 3] == " & " or text[max(0, start - 3) : start] == " & ":
        return len(words) > 1  # "Johnson & Johnson"
    if len(words) == 1 and names_a_family(text, end):
        return False
    if is_known_body(name) or name.split()[0] in body_words("first_heads_abroad"):
        return False
    if len(words) > 1 and (words[0] in people_words("things_first") or words[-1] in people_words("things_last")):
        return False
    behind_thing = word_before(text, start) in people_words("things_before") and not (len(words) > 1 and _is_behind_body(doc, start))
    if next_word(text, end) in people_words("things") or behind_thing:
        return False
    labels = votes.get(fold(name), Counter())
    others = labels["LOC"] + labels["ORG"] + labels["FAC"]
    if len(words) == 1:
        known = code_of_country(name) or code_of_demonym(name)
        acronym = name.isupper() and len(name) <= 5
        article = text[max(0, start - 4) : start].lower() == "the "  # "the Kremlin said"
        span = doc.char_span(start, end, alignment_mode="expand")
        body = span is not None and (announces_body(doc, span.start) or addresses_as_company(span))
        return not (known or acronym or article or body or (others and others >= labels["PERSON"]))
    return others <= labels["PERSON"] or not labels["PERSON"]


def _is_behind_body(doc: Doc, start: int) -> bool:
    """Say whether the name of a body of several words ends before character `start`: `president of the Central Bank` | `Federico Rossi`."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    before = doc[span.start - 1] if span is not None and span.start else None
    return before is not None and before.ent_type_ == "ORG" and before.ent_iob_ == "I"


def without_overlaps(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order; of two that overlap, the longer."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if kept and span[0] < kept[-1][1]:
            if span[1] - span[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = span
        else:
            kept.append(span)
    return kept
