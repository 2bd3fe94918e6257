"""What is one name: the recogniser's spans, those that it cut made whole."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from ..offices.lexicon import heads
from ..places.countries import code_of_country
from .words import FUNCTION_WORDS, body_words, is_acronym


def made_whole(doc: Doc, entities: Iterable[Span]) -> list[Span]:
    """Return the recogniser's spans, with names that it cut in two made whole."""
    spans: list[Span] = []
    for span in entities:
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
    if span.label_ == "LOC" and span.end < len(doc) and doc[span.end].text in body_words("clubs"):
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
    if span[-1].lower_ in FUNCTION_WORDS and len(span) > 1:
        while end < len(doc) and doc[end].text[:1].isupper() and doc[end].sent.start == span[0].sent.start:
            end += 1
    if (
        span[-1].text in ("Persons", "People", "Children", "Women")
        and doc[end : end + 1].text == "with"
        and doc[end + 1 : end + 2].text.istitle()
    ):
        end += 2  # "Council for Persons" | "with Disabilities"
    if span[0].text in body_words("ministries") and len(span) > 2:
        end = _portfolio_end(doc, end)
    elif end < len(doc) and doc[end].text.removesuffix("s") in body_words("heads") and _may_end_body(doc[end]):
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
    portfolios = body_words("portfolios")
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
