"""Single names that the company they stand in shows to be people's: `her sons, Rafi and Imran`, `Hilda, Rona and Kahurangi Peters`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from .words import people_words

_JOINTS = frozenset((",", "and", "&", "or"))


def listed_starts(doc: Doc) -> frozenset[int]:
    """Return the characters at which single names begin that stand in a list of people: of relatives, of three, beside a full name."""
    return frozenset(span.start_char for run in _runs(doc) if _is_company(doc, run) for span in run if len(span) == 1)


def _runs(doc: Doc) -> Iterator[list[Span]]:
    """Yield the PERSON entities in runs between which nothing but commas and conjunctions stand."""
    run: list[Span] = []
    for ent in doc.ents:
        joined = (
            bool(run) and run[-1].end < ent.start <= run[-1].end + 2 and _JOINTS.issuperset(t.lower_ for t in doc[run[-1].end : ent.start])
        )
        if run and not (joined and ent.label_ == "PERSON"):
            yield run
            run = []
        if ent.label_ == "PERSON":
            run.append(ent)
    if run:
        yield run


def _is_company(doc: Doc, run: Sequence[Span]) -> bool:
    """Say whether a run of names is one of people without doubt."""
    if not all(span.text[:1].isupper() for span in run):
        return False
    return len(run) > 2 or any(len(span) > 1 for span in run[1:]) or _is_announced(doc, run[0].start)


def _is_announced(doc: Doc, start: int) -> bool:
    """Say whether a noun for relatives or other people stands before token `start`: `his mother, Shirley`, `two suspects, A and B`."""
    at = start - 1
    at -= at > 0 and doc[at].text in (",", ":", "—", "–", "-")
    words = people_words("kin_women") | people_words("kin_men") | people_words("company")
    return at >= 0 and doc[at].pos_ == "NOUN" and (doc[at].lower_ in words or doc[at].lower_.removesuffix("s") in words)
