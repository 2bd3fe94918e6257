"""The names of an article as the recogniser found them, settled by what an article shows as a whole and by what words of names show.

Places and organisations are read from the same settled names, so that no name is both.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from .countries import code_of_country, code_of_demonym
from .gazetteer import find_cities, name_key
from .knowledge import load
from .offices.lexicon import first_words, heads, words_of
from .tables import is_in_tables, is_known_body, is_known_place, known_places, subdivisions, word_set

_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’", "‘s", "`s"))
_FUNCTION_WORDS = frozenset(("of", "for", "the", "and", "&", "on", "to", "in", "de", "del", "la"))
LINKING = frozenset(("of", "for", "the", "and", "&", "on", "to", "in", "de", "del", "la", "des", "du", "di", "e", "y"))
_LISTING = frozenset((",", "and", "or", "&", "as", "well", ";", "(", ")", "to", "from", "in", "%", "percent", "plus"))
_PLACE_LABELS = frozenset(("LOC", "FAC"))
_DASHES = frozenset(("-", "–", "—"))
_RESOLUTION = re.compile(r"(.+\b(?:Council|Assembly|UN|U\.N\.|Nations)) Resolutions? \d+")


def settled_entities(doc: Doc) -> list[Span]:
    """Return the names in `doc` with their settled labels, in order and without overlap.

    Articles, possessives and punctuation are outside the spans; names joined by a comma or a possessive are apart (`Okpo, South Gyeongsang
    Province`), names that the recogniser cut are whole, and one name has one label all through the article.
    """
    spans = _with_known_places(doc, _joined(doc))
    named = frozenset(span.text for span in spans if span.label_ in _PLACE_LABELS)
    spans = [part for span in spans for part in _parts(span, named)]
    named = frozenset(span.text for span in spans if span.label_ in _PLACE_LABELS)
    spans = [part for span in spans for part in _parts(span, named)]
    spans = [_as_country(span) for span in bodies_and_heads(spans)]
    spans = [trimmed for span in spans if (trimmed := _trimmed(span))]
    people = _parts_of_people(spans)
    spans = _with_missed_names(doc, [_by_what_follows(_by_dateline(_by_words(span, people))) for span in spans])
    return _by_enumeration(doc, _by_vote(_by_body_noun(doc, _by_brackets(doc, spans))))


def initials(text: str) -> str:
    """Return the first letters of the words of a name, without `of` and its like (`International Monetary Fund`: `imf`)."""
    return "".join(name_key(word)[:1] for word in text.replace("-", " ").split() if word.lower() not in LINKING)


def is_acronym(text: str) -> bool:
    """Say whether `text` is one word with two capital letters or more (`IMF`, `U.N.`, `EsSalud`)."""
    return " " not in text and sum(c.isupper() for c in text) >= 2


def _joined(doc: Doc) -> list[Span]:
    """Return the recogniser's spans, with names that it cut in two made whole."""
    spans: list[Span] = []
    for span in doc.ents:
        last = spans[-1] if spans else None
        if last is not None and span.start < last.end:
            if span.end > last.end and last.label_ == span.label_ == "ORG":
                spans[-1] = Span(doc, last.start, span.end, label="ORG")  # "Economic Justice and" + "Dignity group"
            continue
        if (
            last is not None
            and last.label_ == span.label_ == "ORG"
            and span.start == last.end
            and "\n" not in doc[last.start : span.end].text
            and not is_acronym(span.text)  # "the Left" | "LDF"
        ):
            spans[-1] = Span(doc, last.start, span.end, label="ORG")
            continue
        if last is not None and last.text == "Bank" and last.end == span.start and span.label_ == "LOC" and code_of_country(span.text):
            spans[-1] = Span(doc, last.start, span.end, label="ORG")  # "Bank" | "Indonesia"
            continue
        if last is not None and _is_branch(last, span):
            spans[-1] = Span(doc, last.start, span.end, label="ORG")  # "Lazado" | "Malaysia" before "CEO"
            continue
        spans.append(_without_charge(_continued(span)) if span.label_ == "ORG" else _as_team(span))
    return spans


def _is_branch(body: Span, place: Span) -> bool:
    """Say whether a country is the end of the name of a company's branch: `Lazado Malaysia CEO`."""
    doc, end = body.doc, place.end
    branch = body.label_ == "ORG" and place.label_ == "LOC" and body.end == place.start and bool(code_of_country(place.text))
    titled = end < len(doc) and (doc[end].lower_,) in heads() and heads()[(doc[end].lower_,)].kind == "body"
    return branch and (titled or (end + 1 < len(doc) and (doc[end].lower_, doc[end + 1].lower_) in heads()))


def _without_charge(span: Span) -> Span:
    """Return a ministry's span without what its undersecretary is in charge of: `Ministry of Ports` | `for Fishing`."""
    doc, at = span.doc, span.start - 1
    at -= at > 1 and doc[at].lower_ == "the"
    if at < 1 or doc[at].lower_ != "of" or doc[at - 1].lower_ not in ("undersecretary", "secretary", "undersecretaries"):
        return span
    end = next((token.i for token in span[2:] if token.lower_ == "for"), span.end)
    named = "Ministry" in doc[span.start : end].text.split() and doc[end - 1].text != "State" and span[0].text != "Federal"
    return Span(doc, span.start, end, label="ORG") if named else span


def _as_team(span: Span) -> Span:
    """Return a place's span as a body's where it is but a part of the name: `Kuwait` | `SC`, `Bank` | `Indonesia`."""
    doc = span.doc
    if span.label_ == "LOC" and span.end < len(doc) and doc[span.end].text in word_set("organizations.toml", "clubs"):
        return Span(doc, span.start, span.end + 1, label="ORG")
    before = doc[span.start - 1] if span.start else None
    if span.label_ == "LOC" and before is not None and before.text == "Bank" and not before.ent_type_ and code_of_country(span.text):
        return Span(doc, span.start - 1, span.end, label="ORG")
    return span


def _continued(span: Span) -> Span:
    """Return an organisation's span with what belongs to it after a cut: `Ministry of Trade` | `and Industry`."""
    doc, start, end = span.doc, span.start, span.end
    if start > 0 and _has_digit(doc[start - 1]) and not doc[start - 1].ent_type_:
        start -= 1  # "TV5" | "Monde"
    if span[-1].lower_ in _FUNCTION_WORDS and len(span) > 1:
        while end < len(doc) and doc[end].text[:1].isupper() and doc[end].sent.start == span[0].sent.start:
            end += 1
    if (
        span[-1].text in ("Persons", "People", "Children", "Women")
        and doc[end : end + 1].text == "with"
        and doc[end + 1 : end + 2].text.istitle()
    ):
        end += 2  # "Council for Persons" | "with Disabilities"
    if span[0].text in word_set("organizations.toml", "ministries") and len(span) > 2:
        end = _portfolio_end(doc, end)
    elif end < len(doc) and doc[end].text.removesuffix("s") in word_set("organizations.toml", "heads") and _may_end_body(doc[end]):
        end += 1  # "Civil Society" | "Organizations"
    return Span(doc, start, end, label=span.label_)


def _may_end_body(token: Token) -> bool:
    """Say whether a noun may belong to the body before it: no name has it, or a person's begins with it (`Khural G.Zandan`)."""
    begins_person = token.ent_type_ == "PERSON" and token.ent_iob_ == "B" and token.i + 1 < len(token.doc)
    return _is_free_noun(token) or (begins_person and token.nbor().ent_iob_ == "I")


def _is_free_noun(token: Token) -> bool:
    """Say whether `token` is a noun on the line of the word before it that no name has."""
    return not token.ent_type_ and token.pos_ in ("NOUN", "PROPN") and not token.is_sent_start and bool(token.nbor(-1).whitespace_)


def _has_digit(token: Token) -> bool:
    return token.text[:1].isupper() and any(c.isdigit() for c in token.text)


def _portfolio_end(doc: Doc, end: int) -> int:
    """Return the end of a list of portfolios that goes on at `end` (`, Technology and Innovation`), else `end`."""
    portfolios = word_set("organizations.toml", "portfolios")
    at = end
    while at + 1 < len(doc) and (doc[at].text in (",", "and", "&") or doc[at].text in portfolios):
        closed = doc[at].text in ("and", "&")
        at += 1
        if closed:
            while at < len(doc) and doc[at].text in portfolios:
                at += 1
                end = at
            break
    return end


def _with_known_places(doc: Doc, spans: list[Span]) -> list[Span]:
    """Add the places of the tables whose names have several words (`horn of Africa`), in place of the parts that the recogniser saw."""
    covers = {token.i: span for span in spans for token in span}
    added: list[Span] = []
    for start, end in _known_runs(doc):
        inside = {covers[i].start: covers[i] for i in range(start, end) if i in covers}
        reaches_out = any(span.start < start or span.end > end for span in inside.values())
        if not reaches_out and not _goes_on(doc, end) and not _goes_on_before(doc, start):
            added.append(Span(doc, start, end, label="LOC"))
    taken = {token.i for span in added for token in span}
    return sorted([*added, *(span for span in spans if span.start not in taken)], key=lambda span: span.start)


def _known_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the known places of several words, the longest at each token, without overlap."""
    phrases = _phrases()
    words = [(token.i, name_key(token.text)) for token in doc if token.text != "-"]
    at = 0
    while at < len(words):
        length = next(
            (len(p) for p in phrases.get(words[at][1], ()) if tuple(word for _, word in words[at : at + len(p)]) == p),
            0,
        )
        if length:
            start, end = words[at][0], words[at + length - 1][0] + 1
            if doc[end - 1].text[:1].isupper() or doc[start].text[:1].isupper():
                yield start, end
        at += length or 1


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of the known places of several words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in known_places():
        words = tuple(key.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def _goes_on(doc: Doc, end: int) -> bool:
    """Say whether a longer name goes on at `end` (`Middle East` | `Eye`)."""
    return end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and doc[end].ent_type_ not in _PLACE_LABELS


def _goes_on_before(doc: Doc, start: int) -> bool:
    """Say whether the token before `start` belongs to a longer name (`Radio` | `Free Europe`)."""
    return start > 0 and doc[start - 1].pos_ == "PROPN" and not doc[start - 1].is_sent_end and doc[start - 1].ent_type_ not in _PLACE_LABELS


def _parts(span: Span, named: frozenset[str]) -> Iterator[Span]:
    """Yield the names that are joined in one span; `named` are the places that the article names."""
    doc, start = span.doc, span.start
    if at := _between_countries(span):
        yield Span(doc, start, at, label=span.label_)
        start = at
    for token in span:
        if token.i > start and _divides(span, start, token, named):
            yield Span(doc, start, token.i, label=span.label_)
            start = token.i + 1
    if start < span.end:
        yield Span(doc, start, span.end, label=span.label_)


def _between_countries(span: Span) -> int | None:
    """Return the token at which the second of two countries begins in one span: `U.S. Namibia cooperation`."""
    if span.label_ not in _PLACE_LABELS or len(span) > 4 or is_in_tables(span.text):
        return None
    ends = range(span.start + 1, span.end)
    doc = span.doc
    return next((at for at in ends if code_of_country(doc[span.start : at].text) and code_of_country(doc[at : span.end].text)), None)


def bodies_and_heads(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield `spans`, with `ABC` and `Samir Nader` apart in `Head of ABC Samir Nader` where the article has named the ABC."""
    spans = list(spans)
    known = frozenset(span.text for span in spans if span.label_ == "ORG" and len(span) == 1 and is_acronym(span.text))
    for span in spans:
        at = _end_of_body(span, known) if span.label_ == "ORG" and len(span) > 2 and _is_head_of(span) else span.end
        if at < span.end and _is_full_name(span.doc[at : span.end]):
            yield Span(span.doc, span.start, at, label="ORG")
            yield Span(span.doc, at, span.end, label="PERSON")
        elif span.label_ == "PERSON" and (start := _start_behind_body(span)) > span.start:
            yield Span(span.doc, start, span.end, label="PERSON")
        else:
            yield span


def _as_country(span: Span) -> Span:
    """Return the country in `government of South Sudan`, which in small letters names no body."""
    doc, at = span.doc, span.start + 2
    rest = doc[at : span.end]
    described = span.label_ == "ORG" and len(rest) > 0 and doc[span.start].text in ("government", "governments", "people")
    return Span(doc, at, span.end, label="LOC") if described and doc[at - 1].lower_ == "of" and code_of_country(rest.text) else span


def _end_of_body(span: Span, known: frozenset[str]) -> int:
    """Return the token at which a body's name ends by its own words: `ABC`, where the article has it alone, `the Central Bank`."""
    heads_of_bodies = word_set("organizations.toml", "heads")
    ends = (token.i + 1 for token in span[1:] if token.text in heads_of_bodies)
    return span.start + 1 if span[0].text in known else max(ends, default=span.end)


def _start_behind_body(span: Span) -> int:
    """Return the token at which a person's name begins behind the end of a body's: `Great Khural` | `G.Zandan`."""
    bodies = word_set("organizations.toml", "heads")
    return max((token.i + 1 for token in span[:-1] if token.text in bodies), default=span.start)


def _is_head_of(span: Span) -> bool:
    """Say whether `span` stands behind a title and `of`."""
    at = span.start - 1
    at -= at > 1 and span.doc[at].lower_ == "the"
    return at > 0 and span.doc[at].lower_ == "of" and span.doc[at - 1].lower_ in first_words()


def _is_full_name(name: Span) -> bool:
    """Say whether two to four words can be a person's name: none of them is a kind of body or a place."""
    bodies = word_set("organizations.toml", "heads") | word_set("organizations.toml", "first_heads")
    return 2 <= len(name) <= 4 and all(t.text.istitle() and t.text not in bodies and not is_known_place(t.text) for t in name)


def _divides(span: Span, start: int, token: Token, named: frozenset[str]) -> bool:
    """Say whether `token` stands between two names of `span`, the first of which begins at `start`."""
    doc = span.doc
    left, right = doc[start : token.i], doc[token.i + 1 : span.end]
    if token.text in ("/", "|", "\n", "\n\n") or (token.is_space and "\n" in token.text):
        return True
    if not len(right) or token.i == start:
        return False
    place = span.label_ in _PLACE_LABELS
    if token.text == "," and place:
        return True
    if token.text in _DASHES:
        spaced = bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)  # "AMMAN — Jordan"
        return spaced or (place and token.text == "-" and _are_two_places(left, right, named))
    if token.text in _POSSESSIVES:
        return bool(right[0].text[:1].isupper()) and (_is_owner(left) or (place and _is_place_name(left.text, named)))
    if token.lower_ != "of":
        return False
    if place:
        part = left[-1].lower_ in word_set("places.toml", "words", "parts") or name_key(left.text) in known_places()
        part = part and bool(code_of_country(right.text)) and not is_in_tables(doc[start : span.end].text)  # no "Gulf of Guinea"
        return left[-1].text in word_set("places.toml", "words", "kinds") or part
    return span.label_ == "ORG" and right[0].lower_ == "the" and _ends_as_organization(left.text) and _ends_as_organization(right.text)


def _are_two_places(left: Span, right: Span, named: frozenset[str]) -> bool:
    """Say whether a hyphen joins two places (`the Napier-Gisborne railway`), not the halves of a name (`Guinea-Bissau`)."""
    whole = left.doc[left.start : right.end].text
    first = right[:1] if len(right) > 1 and right[1].text == "-" else right
    return not is_known_place(whole) and all(len(side.text) > 3 and _is_place_name(side.text, named) for side in (left, first))


def _is_place_name(text: str, named: frozenset[str]) -> bool:
    """Say whether `text` is a place by itself, with the point of the compass or an article in front of it or not."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in (_ARTICLES | word_set("places.toml", "words", "directions")):
        del words[0]
    return " ".join(words) in named or is_known_place(" ".join(words))


def _is_owner(left: Span) -> bool:
    """Say whether `left`, before a possessive, is a name of its own: a country or an organisation (`China's`), not `People's`."""
    text = " ".join(t.text for t in left if t.lower_ not in _ARTICLES)
    return bool(code_of_country(text)) or is_acronym(text) or _ends_as_organization(text) or is_known_body(text)


def _ends_as_organization(text: str) -> bool:
    words = text.split()
    first = next((w for w in words if w.lower() not in _ARTICLES), "")
    return (
        words[-1] in word_set("organizations.toml", "heads")
        or (" of " in text and first in word_set("organizations.toml", "first_heads"))
        or is_known_body(text.removeprefix("the "))
        or words[-1] == "Sciences"
        or (first in word_set("organizations.toml", "first_heads_abroad") and len(words) > 1)
    )


def _trimmed(span: Span) -> Span | None:
    """Return `span` without articles, possessives, punctuation and, for places, directions in front; None where no name is left."""
    start, end, doc = span.start, span.end, span.doc
    directions = word_set("places.toml", "words", "directions") if span.label_ in _PLACE_LABELS else frozenset()
    kinds = {"NGO", "NGOs"} | word_set("organizations.toml", "announcing") if span.label_ == "ORG" and len(span) > 1 else frozenset[str]()
    while start < end and (
        _is_edge(doc[start]) or doc[start].lower_ in _ARTICLES or doc[start].text in directions or doc[start].text in kinds
    ):
        start += 1
    while (
        start < end
        and not _closes(doc[start:end])
        and (_is_edge(doc[end - 1]) or doc[end - 1].lower_ in _FUNCTION_WORDS or (start < end - 1 and _begins_title(span, end - 1)))
    ):
        end -= 1
    if (
        end - start > 1
        and (doc[start].lower_ in directions or (directions and doc[start].text in word_set("places.toml", "words", "peoples")))
        and code_of_country(doc[start + 1 : end].text)
        and not is_in_tables(doc[start:end].text)
    ):
        start += 1  # "Mountainous Afghanistan" at the head of a sentence, "Persian Iran"
    if end < len(doc) and doc[end].text == ")" and start < end and "(" in doc[end - 1].text:
        end += 1  # "JD(S" | ")"
    has_capital = any(c.isupper() for c in doc[start:end].text)
    return Span(doc, start, end, label=span.label_) if start < end and has_capital else None


def _closes(name: Span) -> bool:
    """Say whether `name` ends with a bracket of its own (`JD(S)`)."""
    return name[-1].text == ")" and "(" in name.text and " (" not in name.text


def _begins_title(span: Span, at: int) -> bool:
    """Say whether the token at `at` begins the title behind an organisation: `WHO Regional` | `Director`, `TUC Secretary` | `-General`."""
    doc = span.doc
    if span.label_ != "ORG" or at + 1 >= len(doc):
        return False
    word, after = doc[at].lower_, doc[at + 1]
    if word in words_of("title", "modifiers") and after.text.istitle() and after.lower_ in first_words():
        return True
    if after.text == "-" and at + 2 < len(doc):
        after = doc[at + 2]
    return (word, after.lower_) in heads() and word not in words_of("title", "bodies") and after.i >= span.end


def _is_edge(token: Token) -> bool:
    return (
        token.text in _POSSESSIVES
        or token.is_space
        or token.is_quote
        or token.text in {",", ".", ";", ":", "-", "–", "—", "(", ")", "[", "]", "/", "!", "?", "’"}
    )


def _parts_of_people(spans: Iterable[Span]) -> frozenset[str]:
    """Return the words of the names of people that have several: `Sabah`, where the article names `Sabah Al-Khaled`, is no place."""
    return frozenset(word for span in spans if span.label_ == "PERSON" and len(words := span.text.split()) > 1 for word in words)


def _by_dateline(span: Span) -> Span:
    """Return `span` as a place where it is a large city in front of a dateline's dash or bracket (`Ulaanbaatar /MONTSAME/`)."""
    doc = span.doc
    heads_line = span.start == 0 or "\n" in doc[span.start - 1].text
    if not heads_line or span.label_ not in ("PERSON", "ORG", "MISC") or span.end >= len(doc) or doc[span.end].text[:1] not in "/(-–—:":
        return span
    cities = find_cities(span.text)
    return Span(doc, span.start, span.end, label="LOC") if cities and cities[0].weight >= 200_000 else span


def _by_what_follows(span: Span) -> Span:
    """Return `span` as a place where what follows says so.

    That is its country or state that has a town of this name (`Macomb, Illinois`), or its governor (`Córdoba Governor`).
    """
    doc = span.doc
    if span.label_ not in ("PERSON", "ORG", "MISC") or span.end + 1 >= len(doc) or len(span) > 2:
        return span
    if span.label_ != "PERSON" and doc[span.end].lower_ in word_set("places.toml", "words", "local") and is_known_place(span.text):
        return Span(doc, span.start, span.end, label="LOC")
    if doc[span.end].text != ",":
        return span
    after = doc[span.end + 1]
    if after.ent_type_ != "LOC" or after.ent_iob_ != "B":
        return span
    whole = next((ent.text for ent in doc[after.i : after.i + 4].ents if ent.start == after.i), after.text)
    codes = {code_of_country(whole), *subdivisions().get(name_key(whole), ())} - {None}
    town = any(city.country in codes for city in find_cities(span.text))
    return Span(doc, span.start, span.end, label="LOC") if town else span


def _by_words(span: Span, people: frozenset[str]) -> Span:
    """Return `span` with the label that its words show, where they show one; `people` are words of the names of people."""
    text, label = span.text, span.label_
    if (label == "PERSON" and text in people) or (label in _PLACE_LABELS and _is_another_place(span)):
        return span
    if label in _PLACE_LABELS and is_khan(text):
        return Span(span.doc, span.start, span.end, label="PERSON")
    if label in _PLACE_LABELS and text in people and text not in word_set("places.toml", "words", "people") and not is_known_place(text):
        return Span(span.doc, span.start, span.end, label="PERSON")  # "the Duterte government", where Rodrigo Duterte is named
    resolution = _RESOLUTION.fullmatch(text) if label in ("MISC", "ORG") else None
    if resolution:
        return span.doc.char_span(span.start_char, span.start_char + len(resolution[1]), label="ORG") or span
    settled = _label_by_words(text, label)
    return span if settled == label else Span(span.doc, span.start, span.end, label=settled)


def _is_another_place(span: Span) -> bool:
    """Say whether a place that shares its name with a body is meant: `the M23 motorway`, `Wagner, South Dakota`."""
    doc, end = span.doc, span.end
    if end >= len(doc):
        return False
    in_whole = doc[end].text == "," and doc[end].ent_type_ in _PLACE_LABELS  # the recogniser read both as one
    return in_whole or doc[end].lower_ in word_set("places.toml", "words", "roads")


def is_khan(text: str) -> bool:
    """Say whether a name of several words ends as those of people do alone: `Kublai Khan`, but not the city `Dera Ismail Khan`."""
    return text.endswith(" Khan") and len(text.split()) < 4 and not is_known_place(text) and not text.startswith("Dera ")


def _label_by_words(text: str, label: str) -> str:
    if label in ("ORG", "MISC", "NORP") and code_of_country(text) and not (label == "NORP" and code_of_demonym(text)):
        return "LOC"
    if text in load("places.toml")["short"]:
        return "LOC"
    if label != "ORG" and is_known_body(text):
        return "ORG"
    if (
        label not in _PLACE_LABELS
        and known_places().get(name_key(text), ("", None))[1]
        and text not in word_set("places.toml", "words", "people")
    ):
        return "LOC"
    if label == "NORP" and name_key(text) in subdivisions() and not code_of_demonym(text):
        return "LOC"  # "Nyeri Governor"
    if label == "ORG" and " " in text and len(subdivisions().get(name_key(text), ())) == 1:
        return "LOC"  # "Bono East Regional Commander"
    law = label == "MISC" and not word_set("organizations.toml", "no_heads").isdisjoint(re.findall(r"\w+", text))
    if label in ("PERSON", "LOC", "MISC", "NORP") and _ends_as_organization(text) and " " in text and not is_in_tables(text) and not law:
        return "ORG"
    return label


def _with_missed_names(doc: Doc, spans: list[Span]) -> list[Span]:
    """Add the countries, news agencies and abbreviations that the recogniser missed where they stand alone as proper nouns."""
    abbreviated = {initials(span.text) for span in spans if span.label_ == "ORG" and len(span) > 2}
    covered = {token.i for span in spans for token in span} | {token.i for span in doc.ents for token in span}
    added: list[Span] = []
    for token in doc:
        if token.i in covered:
            continue
        if len(token) > 2 and token.is_upper and name_key(token.text) in abbreviated and not doc[max(0, token.i - 1)].is_upper:
            added.append(Span(doc, token.i, token.i + 1, label="ORG"))  # "WHO experts", where the article has the World Health Organization
        if token.pos_ != "PROPN" or not token.text[:1].isupper():
            continue
        if token.i + 1 < len(doc) and doc[token.i + 1].is_currency:
            continue  # "US$5 million"
        body = token.text in word_set("organizations.toml", "agencies") or (names_body(doc, token.i) and not is_known_place(token.text))
        place = code_of_country(token.text) or token.text in load("places.toml")["short"]
        label = "LOC" if place and not body else "ORG" if body else ""
        if label and not _goes_on(doc, token.i + 1) and not _goes_on_before(doc, token.i):
            added.append(Span(doc, token.i, token.i + 1, label=label))
    return sorted([*spans, *added, *_offices(doc, covered)], key=lambda span: span.start)


def _offices(doc: Doc, covered: Container[int]) -> Iterator[Span]:
    """Yield the offices that bear the title of their head and that the recogniser missed: `Prime Minister's Office`."""
    for token in doc[2:]:
        if token.text not in ("Office", "Department") or token.i in covered or doc[token.i - 1].text not in _POSSESSIVES:
            continue
        start = token.i - 1
        while start > max(0, token.i - 6) and (doc[start - 1].text.istitle() or (doc[start - 1].text == "-" and start < token.i - 1)):
            start -= 1
        starts = (at for at in range(start, token.i - 1) if _is_high_title(tuple(_words(doc[at : token.i - 1]))))
        at = next(starts, None)
        if at is not None and not any(i in covered for i in range(at, token.i)):
            yield Span(doc, at, token.i + 1, label="ORG")


def _is_high_title(words: tuple[str, ...]) -> bool:
    """Say whether `words` are a title of a state that needs no name beside it: `prime minister`, not `prosecutor`."""
    head = heads().get(words)
    return head is not None and head.kind in ("state", "minister") and (len(words) > 1 or words == ("president",))


def _words(name: Span) -> Iterator[str]:
    """Yield the words of a title in small letters, without its hyphens."""
    return (token.lower_ for token in name if token.text != "-")


def _by_brackets(doc: Doc, spans: list[Span]) -> list[Span]:
    """An abbreviation in brackets behind an organisation's name is an organisation (`Social Health Insurance System (EsSalud)`).

    So is the one name behind a news agency's and a comma (`the Jordan News Agency, Petra`).
    """
    spans = [Span(doc, span.start, span.end, label="ORG") if len(span) == 1 and is_behind_agency(span) else span for span in spans]
    by_start = {span.start: at for at, span in enumerate(spans)}
    settled, added = list(spans), []
    for span in spans:
        at = span.end + 1
        if span.label_ != "ORG" or at + 1 >= len(doc) or doc[at - 1].text != "(" or doc[at + 1].text != ")" or not is_acronym(doc[at].text):
            continue
        inner = Span(doc, at, at + 1, label="ORG")
        if at in by_start:
            settled[by_start[at]] = inner
        else:
            added.append(inner)
    return sorted([*settled, *added], key=lambda span: span.start)


def is_behind_agency(span: Span) -> bool:
    """Say whether `span` is the short name of the news agency before it: `the Jordan News Agency, Petra`."""
    doc, at = span.doc, span.start
    return at > 2 and doc[at - 1].text == "," and doc[at - 2].text == "Agency" and doc[at - 3].text == "News" and not _lists(doc, span.end)


def _lists(doc: Doc, end: int) -> bool:
    """Say whether an enumeration goes on at `end`."""
    return end < len(doc) and doc[end].lower_ in ("and", "&", "or")


def _by_vote(spans: list[Span]) -> list[Span]:
    """Give all spans of one name the label that most of them have; among equals the place's, then the organisation's."""
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        votes.setdefault(name_key(span.text), Counter())[span.label_] += 1
    return [span if len(counts := votes[name_key(span.text)]) == 1 else _relabelled(span, counts) for span in spans]


def _relabelled(span: Span, counts: Counter[str]) -> Span:
    order = ("LOC", "FAC", "ORG", "PERSON", "NORP", "MISC")
    sure = "LOC" if code_of_country(span.text) and counts["LOC"] else "ORG" if is_acronym(span.text) and counts["ORG"] else ""
    best = sure or max(counts, key=lambda label: (counts[label], -order.index(label) if label in order else -len(order)))
    return Span(span.doc, span.start, span.end, label=best)


def names_body(doc: Doc, start: int) -> bool:
    """Say whether the words before token `start` announce the name of a company or another body: `oil producer X`, `shares in X`."""
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    if not before or doc[start].is_sent_start:
        return False
    in_trade = before[0] in word_set("organizations.toml", "sectors") and before[-1] in word_set("organizations.toml", "sizes")
    held = before[0] in ("shares", "stake") and before[-1] in ("in", "of")
    return before[-1] in word_set("organizations.toml", "announcing") or in_trade or held


def _by_body_noun(doc: Doc, spans: list[Span]) -> list[Span]:
    """A name behind the noun for a body is one, whatever the recogniser takes it for, where no table knows it as a place."""
    return [
        Span(doc, span.start, span.end, label="ORG")
        if span.label_ in ("PERSON", "LOC", "MISC") and len(span) == 1 and names_body(doc, span.start) and not is_known_place(span.text)
        else span
        for span in spans
    ]


def _by_enumeration(doc: Doc, spans: list[Span]) -> list[Span]:
    """The names of one enumeration are of one kind: where most of four or more are places, all are (`Junin, Cusco, Loreto, Maynas`)."""
    settled: list[Span] = []
    for names in enumerations(doc, spans):
        run = _without_wholes(doc, names)
        kept = {span.start for span in run}
        settled.extend(span for span in names if span.start not in kept)
        places = sum(span.label_ in _PLACE_LABELS or name_key(span.text) in subdivisions() for span in run)
        if len(run) >= 4 and 2 * places >= len(run) and not any(_is_body(span) for span in run):
            run = [span if span.label_ in _PLACE_LABELS else Span(doc, span.start, span.end, label="LOC") for span in run]
        elif _are_bodies(doc, run, places):
            run = [span if is_known_place(span.text) else Span(doc, span.start, span.end, label="ORG") for span in run]
        settled.extend(run)
    return sorted(settled, key=lambda span: span.start)


def _without_wholes(doc: Doc, run: Sequence[Span]) -> list[Span]:
    """Return the names of an enumeration without those that say where another lies: `Shell in Nigeria, Total in Angola`."""
    before = [doc[first.end : second.start].text for first, second in itertools.pairwise(run)]
    return [span for span, between in zip(run, ["", *before], strict=True) if between not in ("in", "(")]


def _are_bodies(doc: Doc, run: Sequence[Span], places: int) -> bool:
    """Say whether an enumeration is one of bodies: most of them are, or a noun for bodies stands before it (`the restaurants X and Y`)."""
    announced = names_body(doc, run[0].start)
    if announced and len(run) > 1 and doc[run[0].start - 1].lower_.endswith("s"):
        return True
    return len(run) >= (2 if announced else 3) and 2 * sum(span.label_ == "ORG" for span in run) >= len(run) and places == 1


def _is_body(span: Span) -> bool:
    """Say whether `span` is an organisation by its name (`Selwyn District Council`, `Hamas`)."""
    last = span.text.split()[-1]
    by_words = len(span) > 1 and not word_set("organizations.toml", "heads").isdisjoint((last, last.removesuffix("s")))
    return span.label_ == "ORG" and (by_words or is_known_body(span.text))


def enumerations(doc: Doc, spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Yield the spans in runs between which only commas, conjunctions and figures stand (`Surco (2,120 to 2,352); Ate (1,574)`)."""
    run: list[Span] = []
    for span in spans:
        if run and not all(token.lower_ in _LISTING or token.pos_ == "NUM" for token in doc[run[-1].end : span.start]):
            yield run
            run = []
        run.append(span)
    if run:
        yield run
