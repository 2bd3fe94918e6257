"""Texts seen with the names of others: the reader and the names' head learn from what stands around a name, not from the name alone."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsfacts.pipeline.shapes import shape_class
from newsfacts.places.countries import code_of_country, code_of_demonym
from training.annotated import Annotated

SWAPPED = ("PERSON", "ORG", "LOC")
Name = tuple[str, ...]
Kind = tuple[str, tuple[int, ...]]  # a label, and the shape of each word


class Names:
    """The names of many texts, by label and shape, to exchange them for each other."""

    def __init__(self, texts: Iterable[Annotated]) -> None:
        found: dict[Kind, set[Name]] = defaultdict(set)
        for text in texts:
            for name, label in named(text):
                found[kind_of(name, label)].add(name)
        self._by_kind = {kind: sorted(names) for kind, names in found.items()}

    def exchanged(self, text: Annotated, rng: random.Random) -> list[str]:
        """Return the words of `text` with its people, bodies and places, but for countries, exchanged for others of the same shape.

        One name becomes one other throughout; a person's surname or given name alone becomes the other's.
        """
        chosen: dict[Name, Name] = {}
        words = list(text.words)
        for start, name, label in sorted(_spans(text), key=lambda s: -len(s[1])):
            if name not in chosen:
                chosen[name] = rng.choice(self._by_kind.get(kind_of(name, label), [name]))
                if label == "PERSON" and len(name) > 1:
                    chosen.setdefault(name[-1:], chosen[name][-1:])
                    chosen.setdefault(name[:1], chosen[name][:1])
            words[start : start + len(name)] = chosen[name]
        return words


def kind_of(name: Sequence[str], label: str) -> Kind:
    return label, tuple(shape_class(word) for word in name)


def named(text: Annotated) -> list[tuple[Name, str]]:
    """Return the names of `text` that may be exchanged, each with its label."""
    return [(name, label) for _, name, label in _spans(text)]


def _spans(text: Annotated) -> list[tuple[int, Name, str]]:
    spans, start = [], 0
    while start < len(text.words):
        label = str(text.names[start])
        end = start + 1
        if label.startswith("B-"):
            while end < len(text.words) and text.names[end] == "I-" + label[2:]:
                end += 1
            name = tuple(text.words[start:end])
            if label[2:] in SWAPPED and not (code_of_country(" ".join(name)) or code_of_demonym(" ".join(name))):
                spans.append((start, name, label[2:]))
        start = end
    return spans
