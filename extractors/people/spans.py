"""Where an article names people: the pipeline's PERSON entities repaired, and names behind a title that it missed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from ..entities import bodies_and_heads, is_khan, names_body
from ..offices.lexicon import heads
from ..offices.lexicon import words_of as office_words
from ..tables import is_known_body, is_known_place, word_set
from .names import fold, has_apposition, is_title_word, names_a_family, next_word, title_words, word_before, word_list, words_of_name

_POSSESSIVE = re.compile(r"(?:['’‘`´]s|['’])$")
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
_SRI_BEFORE = re.compile(r"(\b(?:Tan|Puan|Datuk|Dato['’]?|Datin) )?\bSri $")
_APPOSITION = re.compile(r", (?:\d\d,|(?:the|a|an|who is the|former) ((?:[\w-]+ ){0,3}?[\w-]+)(?=,| of | for ))")
_COUNTED = re.compile(r" \((?:[+-]?\d+[,.%]|\+|\d+ to )")  # a place in a list of figures: "San Miguel (857 to 1,098)"
_DOTTED = re.compile(r"[A-Z][a-z]?\.[A-Z][a-z]{3,}")
_EDGE = " \t\u00a0\u200b,;:!?\"“”()[]{}<>*_|/–—-'’‘`«»@#&+=…"


def label_votes(doc: Doc, text: str) -> dict[str, Counter[str]]:
    """Count for each name the labels that the pipeline gave it over the article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        votes[fold(ent.text)]["PERSON" if _is_misread(ent, text) else ent.label_] += 1
    return votes


def _is_misread(ent: Span, text: str) -> bool:
    """Say whether the pipeline took a person for something else.

    That is a name with `Jr` or `Sr`, or a place that no table knows and a title stands in apposition to.
    """
    if _JUNIOR.search(ent.text) or (ent.label_ == "LOC" and is_khan(ent.text)):
        return True
    if ent.label_ != "LOC" or len(ent) != 1:
        return False
    following = _APPOSITION.match(text, ent.end_char)
    return following is not None and following[1] is not None and has_apposition(text, ent.end_char) and not is_known_place(ent.text)


def named_spans(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Yield the pipeline's PERSON entities, repaired, without those that name something else."""
    votes, pairs = label_votes(doc, text), Counter(_SHORT_PAIR.findall(text))
    for start, end in _entity_spans(doc, text):
        start, end = _grown(doc, text, start, end, pairs)
        for s, e in _lines(text, start, end):
            s, e = _trimmed(text, s, e)
            if s < e and _is_person(doc, text, s, e, votes):
                yield s, e


def _entity_spans(doc: Doc, text: str) -> list[tuple[int, int]]:
    """Return the PERSON entities, two of them with nothing but a space between as one (`Sultan A.` + `Al-Marshad`)."""
    spans: list[tuple[int, int]] = []
    for ent in bodies_and_heads(doc.ents):
        if ent.label_ != "PERSON" and not _is_misread(ent, text):
            continue
        gap = text[spans[-1][1] : ent.start_char] if spans else ""
        if (gap == " " and text[spans[-1][1] - 1] in '.-”"’') or gap in (" “", ' "', " ‘", "” ", '" ', "’ "):
            spans[-1] = (spans[-1][0], ent.end_char)
        else:
            spans.append((ent.start_char, ent.end_char))
    return spans


def _grown(doc: Doc, text: str, start: int, end: int, pairs: Counter[str]) -> tuple[int, int]:
    """Take in initials before a span, the rest of a hyphenated word and an initial's surname after it."""
    start = _with_family_name(doc, text, start, end, pairs)
    sri = _SRI_BEFORE.search(text, max(0, start - 12), start)
    if sri and sri[1] is None:
        start = sri.start()  # "Sri Mulyani", but "Tan Sri Muhyiddin"
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
    if before is None or before[1].casefold() not in word_list("family_words") or " " in text[start:end]:
        return start
    token = doc.char_span(before.start(1), before.end(1))
    opens = token is None or token[0].is_sent_start
    return start if opens and pairs[text[before.start(1) : end]] < 2 else before.start(1)


def _is_compound(rest: str) -> bool:
    """Say whether `-led` in `Putin-led` and its like begins no second half of a name."""
    return rest.lstrip("-‑") in word_list("compounds")


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
        start, end = _inside_brackets(text, start, end)
        if end - start > 2 and text[end - 1] == "." and not re.search(r"(?:\b[^\W\d_]|\b[JS]r)\.$", text[start:end]):
            end -= 1
        start = _past_description(text, _past_place(text, _past_title(text, start, end), end), end)
        last = text.rfind(" ", start, end)
        if last > 0 and text[last + 1 : end].casefold() in word_list("honorifics_after"):
            end = last
        if (start, end) == before:
            return start, end


def _inside_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the name without what a bracket or a quotation mark cuts off: `Jorge) Alcocer`, `José “N”`."""
    name = text[start:end]
    for opening, closing in ("()", "“”"):
        if closing in name and opening not in name:
            start += name.rindex(closing) + 1
        elif opening in name and closing not in name:
            end = start + name.index(opening)
        if (opening in name) != (closing in name):
            return start, end
    return start, end


def _past_description(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a word in small letters that no name has: `Orkhon aimag D.Batlut`."""
    words = list(re.finditer(r"\S+", text[start:end]))
    small = (w[0].isalpha() and w[0].islower() and len(w[0]) > 3 and w[0] not in word_list("particles") for w in words[:-1])
    at = max((i for i, is_small in enumerate(small) if is_small), default=-1)
    return start + words[at + 1].start() if at >= 0 else start


def _past_title(text: str, start: int, end: int) -> int:
    """Return where the name begins behind one title or honorific, `start` where there is none."""
    words = list(re.finditer(r"\S+", text[start:end]))
    size = _title_size(text, start, [word.group() for word in words])
    return start + words[size].start() if len(words) > size else end


def _title_size(text: str, start: int, words: list[str]) -> int:
    """Return how many of the first words of a span are a title or an honorific: `Menteri Besar Amirudin Shari`: 2."""
    folded = [word.rstrip(".,").casefold().replace("’", "'") for word in words]
    size = next((n for n in (4, 3, 2) if tuple(folded[:n]) in heads()), 0)
    if not words or size:
        return size
    if " ".join(folded[:2]) in word_list("pairs"):
        return 2
    if folded[0] == "sri" and word_before(text, start) in ("tan", "datuk", "dato", "datin", "puan"):
        return 1
    family = folded[0] in word_list("family_first") and len(words) > 1 and not words[0].isupper()
    if family or words[0] == "U." or (folded[0] == "he" and words[0] != "HE"):
        return 0  # "He Lifeng", "To Lam", "U. R. Rao"
    if len(words) > 1 and words[1].casefold() == "of":
        return 0
    return 1 if _is_no_name(text, start, folded) else 0


def _is_no_name(text: str, start: int, folded: list[str]) -> bool:
    """Say whether the first of `folded` words stands before a name: an honorific, a title, a word that no name has."""
    first, left = folded[0], len(folded) - 1
    if first in word_list("never") or first in ("&", "/"):
        return True
    if first in word_list("honorifics") and left >= (2 if first in word_list("given_too") else 1):
        return True
    if first in word_list("names_too") and left >= 2 and folded[1] in word_list("honorifics"):
        return True  # "Amir Sheikh Nawaf", but "Amir Khan"
    if first in word_list("royal") and left >= 1 and word_before(text, start) in ("majesty", "highness", "hm", "hrh", "hh"):
        return True
    parts = [part.rstrip(".") for part in re.split(r"[-‑]", first) if part]
    return bool(parts) and left >= 1 and all(part in title_words() for part in parts)


def _past_place(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a country or an acronym after a preposition: `Ambassador to Jordan Atallah Khairi`."""
    from ..countries import code_of_country

    words = text[start:end].split(" ")
    preposition = re.compile(r"\b(?:to|of|in|from|for) $").search(text, max(0, start - 6), start)
    acronym = len(words[0]) >= 3 and words[0].isupper() and not words[-1].isupper()  # "Head of LEBA Fatallah Fawzi"
    if preposition and len(words) >= 3 and (acronym or code_of_country(words[0])):
        return start + len(words[0]) + 1
    return start


def _is_person(doc: Doc, text: str, start: int, end: int, votes: dict[str, Counter[str]]) -> bool:
    """Say whether a repaired span names a human being and isn't part of another name."""
    from ..countries import code_of_country, code_of_demonym

    name = text[start:end]
    words = words_of_name(name)
    if not words or not any(c.isupper() for c in name) or any(c.isdigit() for c in name) or "@" in name:
        return False
    if all(word in word_list("particles") or word in word_list("never") for word in words):
        return False
    if all(len(word) == 1 for word in words) or _COUNTED.match(text, end):
        return False
    if text[end : end + 3] == " & " or text[max(0, start - 3) : start] == " & ":
        return len(words) > 1  # "Johnson & Johnson"
    if len(words) == 1 and names_a_family(text, end):
        return False
    if is_known_body(name) or name.split()[0] in word_set("organizations.toml", "first_heads_abroad"):
        return False
    if len(words) > 1 and (words[0] in word_list("things_first") or words[-1] in word_list("things_last")):
        return False
    behind_thing = word_before(text, start) in word_list("things_before") and not (len(words) > 1 and _is_behind_body(doc, start))
    if next_word(text, end) in word_list("things") or behind_thing:
        return False
    labels = votes[fold(name)]
    others = labels["LOC"] + labels["ORG"] + labels["FAC"]
    if len(words) == 1:
        known = code_of_country(name) or code_of_demonym(name)
        acronym = name.isupper() and len(name) <= 5
        article = text[max(0, start - 4) : start].lower() == "the "  # "the Kremlin said"
        span = doc.char_span(start, end, alignment_mode="expand")
        body = span is not None and names_body(doc, span.start)  # "oil producer Rosneft said"
        return not (known or acronym or article or body or (others and others >= labels["PERSON"]))
    return others <= labels["PERSON"] or not labels["PERSON"]


def _is_behind_body(doc: Doc, start: int) -> bool:
    """Say whether the name of a body of several words ends before character `start`: `president of the Central Bank` | `Federico Rossi`."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    before = doc[span.start - 1] if span is not None and span.start else None
    return before is not None and before.ent_type_ == "ORG" and before.ent_iob_ == "I"


def announced_spans(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Yield capitalised words behind an honorific that the pipeline gave another label or none: `Dr. D.Ankhbayar`."""
    for token in doc:
        if _DOTTED.fullmatch(token.text):  # "G.Zandanshatar", as Mongolian papers write names
            yield token.idx, token.idx + len(token)
        if not token.text[:1].isupper() or token.lower_.rstrip(".") not in word_list("announcing"):
            continue
        i = token.i + 1
        if i < len(doc) and doc[i].text == ".":
            i += 1
        run = list(_capital_run(doc, i))
        if token.text == "U" and (len(run) < 2 or token.whitespace_ == ""):
            continue  # "U Aung Thein" of Myanmar
        if run and _is_in_other_name(token, run):
            continue
        if not run or any(t.ent_type_ == "PERSON" for t in run) or run[0].lower_ in word_list("never") | word_list("honorifics"):
            continue
        words = [t.lower_ for t in run]
        if any(word in word_list("things") or word in title_words() for word in words):
            continue
        start, end = _trimmed(text, run[0].idx, run[-1].idx + len(run[-1]))
        if start < end and next_word(text, end) not in word_list("things"):
            yield start, end


def governing_spans(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Yield the holders whom the pipeline took for another place or a body: `the mayor of Santarel, Rui Prado opened the fair`."""
    for ent in doc.ents:
        governs = heads().get((doc[ent.start - 2].lower_,)) if ent.label_ == "LOC" and ent.start > 1 else None
        if governs is None or governs.kind != "state" or doc[ent.start - 1].lower_ != "of":
            continue
        comma = next((token.i for token in doc[ent.start : ent.end + 1] if token.text == ","), len(doc))
        end = comma + 1
        while end < min(len(doc), comma + 6) and doc[end].text.istitle():
            end += 1
        name = doc[comma + 1 : end]
        if _is_name_of_two(name) and not any(token.ent_type_ == "PERSON" for token in name) and _acts(doc, end):
            yield name.start_char, name.end_char


def minister_spans(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Yield the ministers whom the pipeline took for no people, with a verb or another minister behind: `Interior Minister X and …`."""
    for token in doc:
        if token.text != "Minister":
            continue
        end = token.i + 1
        while end < min(len(doc), token.i + 5) and doc[end].text.istitle():
            end += 1
        name = doc[token.i + 1 : end]
        seen = any(t.ent_type_ == "PERSON" or t.lower_ in office_words("title", "portfolios") for t in name)
        joined = doc[end : end + 1].text == "and" and any(t.text == "Minister" for t in doc[end : end + 6])
        if not seen and _is_name_of_two(name) and (joined or _acts(doc, end)):
            yield name.start_char, name.end_char


def _is_name_of_two(name: Span) -> bool:
    """Say whether two or three capitalised words can be a person's name: no table knows them, none is a kind of place or of body."""
    kinds = {word for kind in ("region", "city", "other", "landform", "water") for word in word_set("places.toml", "heads", kind)}
    kinds |= word_set("organizations.toml", "heads")
    compass = word_set("places.toml", "words", "directions")
    named = all(t.text.istitle() and t.text not in kinds and t.lower_ not in compass for t in name)
    return 2 <= len(name) <= 3 and named and not is_known_place(name.text)


def _acts(doc: Doc, end: int) -> bool:
    """Say whether a verb in the past follows, past a comma or not."""
    end += end < len(doc) and doc[end].text == ","
    return end < len(doc) and doc[end].tag_ in ("VBD", "VBZ")


def _is_in_other_name(title: Token, run: list[Token]) -> bool:
    """Say whether a word such as `Justice` stands inside another name (`Climate Justice Alliance`, `King Abdullah Airbase`)."""
    if title.ent_type_ not in ("ORG", "LOC", "FAC", "MISC") or run[0].ent_iob_ != "I":
        return False
    inside = [token for token in run if token.ent_type_ == title.ent_type_]
    return title.ent_iob_ == "I" or inside[-1].lower_ in word_list("things")


def _capital_run(doc: Doc, i: int) -> Iterator[Token]:
    """Yield the capitalised proper nouns from token `i` on, with hyphens and particles inside, on one line."""
    first = i
    while i < len(doc) and i < first + 8:
        token = doc[i]
        inside = i > first and doc[i - 1].whitespace_ == "" and token.text in "-.‑"
        particle = token.lower_ in word_list("particles") and i + 1 < len(doc) and doc[i + 1].text[:1].isupper()
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
