"""The mentions of one organisation joined: the same name, its abbreviation, its short form, the same written otherwise."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span

from .abbreviations import abbreviations
from .groups import NamedBody, body_key
from .short_forms import short_forms
from .variants import variants


def join(doc: Doc, spans: Sequence[Span]) -> list[NamedBody]:
    """Return the spans in groups, one for each organisation: the same name, its abbreviation, its short form, another spelling."""
    groups: dict[str, NamedBody] = {}
    for span in spans:
        groups.setdefault(body_key(span.text), NamedBody()).spans.append(span)
    links = (abbreviations(doc, spans), short_forms(groups), variants(groups))
    roots = _roots(groups, [pair for found in links for pair in found.items()])
    joined: dict[str, NamedBody] = {}
    for key, body in groups.items():
        joined.setdefault(roots[key], NamedBody()).spans.extend(body.spans)
    for body in joined.values():
        body.spans.sort(key=lambda span: span.start)
    return list(joined.values())


def _roots(keys: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one key for all keys that links join, by each of them."""
    pairs = list(links)
    roots = {key: key for key in itertools.chain(keys, *pairs)}
    for one, other in pairs:
        old, new = roots[one], roots[other]
        roots |= {key: new for key, root in roots.items() if root == old}
    return roots
