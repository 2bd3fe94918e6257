"""What an article calls a place: `the town of Talkha`, `Tana River, a county on the coast`, `the counties of Kilifi and Kwale`.

A word of the article's own says more of a place than its name does: Tana River is a county here, and no river.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from ..figures.amounts.numbers import is_whole, parse_number
from ..models import PlaceType
from .gazetteer import name_key
from .known import place_words, subdivisions

_KINDS: tuple[PlaceType, ...] = ("water", "landform", "region", "city", "other", "facility")
_KINDS_OF_NAMES: tuple[PlaceType, ...] = ("water", "landform", "facility", "region", "city", "other")
_BETWEEN_KIND_AND_LIST = frozenset(
    ("of", "include", "includes", "included", "including", "like", "such", "as", "are", "were", "in", "the", ":", ",")
)
_FIRST = ("water", "landform", "facility")
_ARTICLES = frozenset(("a", "an", "the"))
_APPOSING = frozenset(("--", "—", "–", "-", ":", "(", ","))
_WORDS_OF_LIST = 40  # the words that an enumeration of places goes on for at most


def described_kinds(doc: Doc, spans: Sequence[Span]) -> dict[int, PlaceType]:
    """Return the type that the article gives to places in words of its own, by the first token of the mention.

    Args:
        doc: what the pipeline made of the article's text.
        spans: the mentions of places in it.
    """
    by_start = {span.start: span for span in spans}
    kinds: dict[int, PlaceType] = {}
    for run in _runs(doc, [by_start[start] for start in sorted(by_start)]):
        kind = _kind_of_run(doc, run) if len(run) > 1 else None
        for span in run:
            own = _kind_before(doc, span) or _kind_in_apposition(doc, span) or _kind_of_seat(doc, span)
            if own or kind:
                kinds[span.start] = own or kind or "other"
    return kinds


@cache
def _singular() -> dict[str, PlaceType]:
    """Return the types by the common nouns for them, in small letters and the singular."""
    return {word: kind for kind in _KINDS for word in place_words("nouns", kind)}


@cache
def _plural() -> dict[str, PlaceType]:
    return {(word[:-1] + "ies" if word.endswith("y") else word + "s"): kind for word, kind in _singular().items()}


def _kind_before(doc: Doc, span: Span) -> PlaceType | None:
    """Read `the border town of X`, `the island X`."""
    at = span.start - 1
    if at > 0 and doc[at].lower_ == "of":
        at -= 1
        if doc[at].lower_ == "capital":
            return None  # "Matsue, the capital of Shimane Prefecture"
        if at > 0 and doc[at - 1].lower_ in ("capital", "port") and doc[at].lower_ == "city":
            return "city"
    elif at >= 0 and not doc[at].is_lower:
        return None
    return _singular().get(doc[at].text) if at >= 0 and not _is_whole(doc, at) else None


def _kind_of_seat(doc: Doc, span: Span) -> PlaceType | None:
    """Read `an Iron Mountain-based firm`: firms have their seats in towns, also in those with a landform's name."""
    seat = [token.lower_ for token in doc[span.end : span.end + 2]] == ["-", "based"]
    return "city" if seat and kind_by_heads([span.text]) in ("water", "landform") and name_key(span.text) not in subdivisions() else None


def _is_whole(doc: Doc, at: int) -> bool:
    """Say whether the noun at `at` names a part of the place (`a province of Turkey`, `the coast of Kenya`, `a village in X`)."""
    determiner = next(
        (t.lower_ for t in reversed(doc[max(0, at - 4) : at]) if t.lower_ in (*_ARTICLES, "every", "each", "any", "this")), ""
    )
    return doc[at + 1].lower_ == "of" and determiner in ("a", "an", "every", "each", "any")


def _kind_in_apposition(doc: Doc, span: Span) -> PlaceType | None:
    """Read `X, a small county on the coast`, `X is a town in Libya`."""
    at = span.end
    if at + 2 >= len(doc) or doc[at].lower_ not in (",", "is", "was", "("):
        return None
    noun = _last_noun(doc, at + 2) if doc[at + 1].lower_ in _ARTICLES else None
    if noun is None or (doc[at].text == "," and doc[at + 1].lower_ == "the" and noun.text != "capital"):
        return None  # "in Hulunbuir, the summer palace of the khans and …": the next name of an enumeration
    return _singular().get(noun.text)


def _last_noun(doc: Doc, start: int) -> Token | None:
    """Return the last noun of the noun phrase that goes on from `start`."""
    last = None
    for token in doc[start : start + 8]:
        if token.pos_ == "NOUN":
            last = token
        elif last is not None or token.pos_ not in ("ADJ", "NUM", "ADV", "PROPN", "VERB", "PUNCT") or token.text == ",":
            break
    return last


def _kind_of_run(doc: Doc, run: Sequence[Span]) -> PlaceType | None:
    """Read `the counties of X, Y and Z`, `provinces such as X and Y`, `X, Y and Z provinces`, `four reservoirs -- X, Y, Z and W --`."""
    if run[-1].end < len(doc) and (kind := _plural().get(doc[run[-1].end].text)):
        return kind
    if len(run[-1]) > 1 and (kind := _plural().get(run[-1][-1].text)):
        return kind  # "Barry, Cass and | Kalamazoo counties"
    if kind := _kind_by_apposition(doc, run):
        return kind
    before = [token for token in doc[max(0, run[0].start - 8) : run[0].start] if token.lower_ != "the"]
    if not before or before[-1].lower_ in ("in", ","):
        return None  # "roads in Punjab and Haryana"
    for token in reversed(before):
        if kind := _plural().get(token.text):
            return None if kind == "facility" and before[-1].lower_ == "of" else kind  # "the bridges of Lagos and Kano"
        if token.lower_ not in _BETWEEN_KIND_AND_LIST and token.pos_ != "PROPN":
            return None
    return None


def _kind_by_apposition(doc: Doc, run: Sequence[Span]) -> PlaceType | None:
    """Read `three dams (X, Y and Z)`, `the airports -- X and Y --`, `two bridges: X and Y`, and with a number `two dams, X and Y, …`."""
    at = run[0].start - 1
    at -= at > 1 and doc[at].is_space
    if at < 1 or doc[at].text not in _APPOSING:
        return None
    if doc[at].text == "," and not (_count_before(doc, at - 1) == len(run) and doc[run[-1].end : run[-1].end + 1].text == ","):
        return None
    return _plural().get(doc[at - 1].text)


def _count_before(doc: Doc, at: int) -> int | None:
    """Return the number in the noun phrase whose noun is the token at `at`: `two large dams`; None where there is none."""
    for token in reversed(doc[max(0, at - 4) : at]):
        number = parse_number(token.text)
        if number is not None and is_whole(number):
            return int(number)
        if token.pos_ not in ("ADJ", "NOUN", "NUM"):
            return None
    return None


def _runs(doc: Doc, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the mentions in enumerations: nothing but a comma or `and` between them."""
    run: list[Span] = []
    for span in spans:
        closed = bool(run) and run[-1][-1].text in _plural()  # "Polk and Story counties, Iowa"
        joined = bool(run) and not closed and all(token.lower_ in (",", "and", "&", "the", "or") for token in doc[run[-1].end : span.start])
        if run and (not joined or span.end - run[0].start > _WORDS_OF_LIST):
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def heads_of_kind(kind: str) -> frozenset[str]:
    """Return the words at the head of names that show this type: `River`, `Lake`."""
    return place_words("heads", kind)


def kind_by_heads(forms: Iterable[str]) -> PlaceType | None:
    """Return the type that a word of a name shows: its last one (`Galle Road`, `Bahía Junquillal Refuge`), else its first (`Lake Chad`)."""
    names = [words for words in map(str.split, forms) if len(words) > 1]
    return next((kind for words in names if (kind := _kind_by_last_word(words[-1]) or _kind_by_first_words(words))), None)


def _kind_by_last_word(last: str) -> PlaceType | None:
    if last in heads_of_kind("street"):
        return "facility"
    return next((kind for kind in ("country", *_KINDS_OF_NAMES) if last in heads_of_kind(kind)), None)


def _kind_by_first_words(words: Sequence[str]) -> PlaceType | None:
    for kind in _KINDS_OF_NAMES:
        if kind in _FIRST and words[0] in place_words("first", kind):
            return kind
        if kind in ("water", "landform") and words[0] in heads_of_kind(kind):
            return kind  # "Lake Chad", "Mount Kenya"; "Port Sudan" is a city all the same
        if kind in ("region", "facility", "other") and "of" in words[1:-1] and words[words.index("of", 1) - 1] in heads_of_kind(kind):
            return kind  # "Port of Spain", "Southern District of Texas"
    return None


def place_type(kind: str) -> PlaceType:
    """Return `kind` as a type of the sheet, `other` where it is none."""
    kinds: tuple[PlaceType, ...] = ("country", "region", "city", "water", "landform", "facility")
    return next((known for known in kinds if known == kind), "other")
