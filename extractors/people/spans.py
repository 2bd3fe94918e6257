"""Where an article names people: the pipeline's PERSON entities, repaired."""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span

from ..names.companies import addresses_as_company, announces_body, is_called_body, short_names, stands_for_company
from ..names.words import body_words, is_before_its_state, is_known_body
from ..places.countries import code_of_country, code_of_demonym
from ..sureness import chances_of_names
from .trimming import trimmed
from .words import fold, names_a_family, next_word, people_words, word_before, words_of_name

# "Jr.", "Charles III"
_NUMBER_AFTER = re.compile(r"(?:(?<= [JS]r)\.|,? [JS]r\.?| (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}|XXI{0,3}))(?![\w’'])")
_JUNIOR = re.compile(r"\w \w+,? [JS]r\.?$")
# "S. Jaishankar", "Md Rafiq", "Sri Mulyani", but no "Tan Sri Muhyiddin"
_FIRST_OF_NAME = re.compile(
    r"(?:(?<![\w.])(?!U\.[SKN]\.)(?:[A-Z][a-z]?\.[ -]?){1,4}"
    r"|(?<!Tan )(?<!Puan )(?<!Datuk )(?<!Dato )(?<!Dato['’] )(?<!Datin )\bSri |\bM(?:ohd|d)\.? )$"
)
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


def named_spans(doc: Doc, text: str, entities: Sequence[Span], votes: Mapping[str, Counter[str]]) -> Iterator[tuple[int, int]]:
    """Yield the pipeline's PERSON entities, repaired, without those that name something else."""
    for start, end in _entity_spans(entities, text):
        for s, e in _lines(text, *_grown(text, start, end)):
            s, e = trimmed(text, s, e)
            if s < e and _is_person(doc, text, s, e, votes):
                yield s, e


def _entity_spans(entities: Sequence[Span], text: str) -> list[tuple[int, int]]:
    """Return the entities that name people, two with nothing but a space or a quotation mark between as one: `Ana “` + `Nena” Ruiz`."""
    spans: list[tuple[int, int]] = []
    companies = short_names(entities)
    for ent in entities:
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


def _grown(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in initials and given names that look like honorifics before a span, and the number behind it."""
    before, number = _FIRST_OF_NAME.search(text, max(0, start - 16), start), _NUMBER_AFTER.match(text, end)
    return before.start() if before else start, number.end() if number else end


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
    if all(len(word) == 1 for word in words) or _COUNTED.match(text, end) or is_known_body(name):
        return False
    if next_word(text, end) in people_words("things") or word_before(text, start) in people_words("things_before"):
        return False
    return len(words) > 1 or not _means_something_else(doc, text, start, end, votes)


def _means_something_else(doc: Doc, text: str, start: int, end: int, votes: Mapping[str, Counter[str]]) -> bool:
    """Say whether a single word is rather a country's, a family's or a body's name, or what the article mostly names by it."""
    name = text[start:end]
    labels = votes.get(fold(name), Counter())
    others = labels["LOC"] + labels["ORG"] + labels["FAC"]
    if code_of_country(name) or code_of_demonym(name) or names_a_family(text, end) or (others and others >= labels["PERSON"]):
        return True
    span = doc.char_span(start, end, alignment_mode="expand")
    body = span is not None and (announces_body(doc, span.start) or addresses_as_company(span))
    beside = text[max(0, start - 4) : start].lower(), text[end : end + 3]
    return body or beside[0] == "the " or " & " in (beside[0][-3:], beside[1])  # "the Kremlin said", "Johnson & Johnson"


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
