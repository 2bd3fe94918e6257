"""The mentions of one organisation joined: the same name, its abbreviation, its short form."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from .abbreviations import abbreviations
from .groups import NamedBody, body_key
from .short_forms import short_forms


def join(doc: Doc, spans: Sequence[Span]) -> list[NamedBody]:
    """Return the spans in groups, one for each organisation: the same name, its abbreviation, its short form."""
    groups: dict[str, NamedBody] = {}
    for span in spans:
        groups.setdefault(body_key(span.text), NamedBody()).spans.append(span)
    by_abbreviation, by_short_form = abbreviations(doc, spans), short_forms(groups)
    parents = by_abbreviation | by_short_form
    for key in (key for key in by_abbreviation if key in by_short_form):  # "MTC Namibia" and "Mobile Telecommunications Limited (MTC)"
        if by_short_form[key] != by_abbreviation[key]:
            parents |= {by_short_form[key]: by_abbreviation[key], key: by_abbreviation[key]}
    joined: dict[str, NamedBody] = {}
    for key, body in groups.items():
        joined.setdefault(_root(key, parents), NamedBody()).spans.extend(body.spans)
    for body in joined.values():
        body.spans.sort(key=lambda span: span.start)
    return list(joined.values())


def _root(key: str, parents: dict[str, str]) -> str:
    """Return the last key on the way from `key` to the fullest name."""
    seen = {key}
    while (parent := parents.get(key, key)) not in seen:
        key = parent
        seen.add(key)
    return key
