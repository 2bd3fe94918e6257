"""Whose news an article is, and which country an office is of where no sentence says it: learned from annotated articles.

Each country that the article speaks of is a candidate. What is counted of it (`ARTICLE`; for a title `TITLE`) is weighed with the weights
of `country.toml`, which `training.country` fits. A candidate's chance is its share of the exponentials, among them that of none of the
countries, which an office of a kind that mostly is a town's or a company's makes likelier.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, log
from typing import Final

from spacy.tokens import Doc, Span

from ..knowledge import load
from ..models import Place
from ..places.countries import code_of_country, code_of_demonym
from .lexicon import kind_of, lacks_office

KNOWLEDGE = "offices/country.toml"
PARTS = 10  # of the text, over which a country's mentions are spread

ARTICLE: Final = ("mentions", "first", "named", "bodies", "parts")
TITLE: Final = ("article", "same sentence", "same title", "lacking")


@dataclass(frozen=True)
class Mentions:
    """Where an article speaks of each country, by the countries' codes (ISO 3166-1 alpha-2); characters in the order of the text.

    Attributes:
        length: of the article in characters.
        all: mentions of places that lie in it, of its people, and of bodies that it has.
        named: of the country itself.
        bodies: of bodies that name it or are known to be its own: `Bank of Korea`, `Knesset`.
    """

    length: int
    all: Mapping[str, Sequence[int]]
    named: Mapping[str, Sequence[int]]
    bodies: Mapping[str, Sequence[int]]

    @classmethod
    def of_article(cls, doc: Doc, places: Sequence[Place]) -> Mentions:
        """Collect the mentions in an article and in the places that were found in it."""
        lying = [(m.start, place.country) for place in places if place.country for m in place.mentions]
        named = [(m.start, c) for place in places if (c := place.country) for m in place.mentions if code_of_country(m.text) == c]
        peoples = [(token.idx, code) for ent in doc.ents for token in ent if (code := code_of_demonym(token.text))]
        bodies = [(ent.start_char, code) for ent in doc.ents for code in _countries_of_body(ent)]
        length = doc[-1].idx + len(doc[-1]) if len(doc) else 0
        return cls(length, *(_by_country(found) for found in (lying + peoples + bodies, named, bodies)))

    @cached_property
    def chances(self) -> dict[str, float]:
        """How likely the article is each country's news."""
        return chances(self.features(), "article", "none")

    def features(self) -> dict[str, tuple[float, ...]]:
        """Return what is counted of each country, in the order of `ARTICLE`."""
        total = sum(map(len, self.all.values()))
        first = min(self.all, key=lambda code: self.all[code][0], default=None)
        return {
            code: (
                log((len(chars) + 0.5) / (total + 1)),
                float(code == first),
                float(code in self.named),
                len(self.bodies.get(code, ())) / len(chars),
                len({PARTS * char // (self.length + 1) for char in chars}) / PARTS,
            )
            for code, chars in self.all.items()
        }

    def features_of_title(self, words: Sequence[str], sentence: tuple[int, int], same: Iterable[str]) -> dict[str, tuple[float, ...]]:
        """Return what is counted of each country for a title, in the order of `TITLE`; the arguments as for `country_of_title`."""
        same = frozenset(same)
        return {
            code: (
                log(max(chance, 1e-4)),
                float(bisect_left(self.all[code], sentence[1]) > bisect_left(self.all[code], sentence[0])),
                float(code in same),
                float(lacks_office(code, words)),
            )
            for code, chance in self.chances.items()
        }


def whose_news(mentions: Mentions) -> tuple[str | None, float]:
    """Return the code of the country whose news the article is and how likely that is, None where it isn't plain."""
    return _plain(mentions.chances)


def country_of_title(
    mentions: Mentions, words: Sequence[str], sentence: tuple[int, int], same: Iterable[str] = (), taken: Iterable[str] = ()
) -> tuple[str | None, float]:
    """Return the code of the country of which a title is that doesn't say it and how likely that is, None where it isn't plain.

    Args:
        mentions: where the article speaks of countries.
        words: of the title, in lower case.
        sentence: the characters of the title's sentence.
        same: the countries of which the article says that the same title is held in them.
        taken: the countries in which somebody else holds it, though only one can.
    """
    features = mentions.features_of_title(words, sentence, same)
    left = {code: row for code, row in features.items() if code not in frozenset(taken)}
    return _plain(chances(left, "title", kind_of(words)))


def chances(features: Mapping[str, Sequence[float]], table: str, none: str) -> dict[str, float]:
    """Return the chance of each country by its features, with the weights of `table` in country.toml and what its `none` has for none."""
    weights = load(KNOWLEDGE)[table]
    scores = {code: sum(w * x for w, x in zip(weights["weights"], row, strict=True)) for code, row in features.items()}
    top = max([*scores.values(), weights[none]])
    total = exp(weights[none] - top) + sum(exp(score - top) for score in scores.values())
    return {code: exp(score - top) / total for code, score in scores.items()}


def _plain(found: Mapping[str, float]) -> tuple[str | None, float]:
    best = max(found, key=lambda code: found[code], default=None)
    sure = found[best] if best is not None else 0.0
    return (best, sure) if sure >= load(KNOWLEDGE)["plain"] else (None, sure)


def country_of_national(name: str) -> str | None:
    """Return the code of the country whose body is known by `name`, which doesn't name the country: `Knesset`, `Xinhua`."""
    return _national().get(name.removeprefix("the ").removeprefix("The "))


@cache
def _national() -> dict[str, str]:
    return {name: code for code, names in load("offices/national.toml").items() for name in names}


def _countries_of_body(name: Span) -> list[str]:
    """Return the countries whose the body of that name is, or that its name names: `Knesset`, `Bank of Korea`."""
    if code := country_of_national(name.text):
        return [code]
    words = [token.text for token in name] if name.label_ == "ORG" else []
    for size in (3, 2, 1):
        codes = [code for at in range(len(words) - size + 1) if (code := code_of_country(" ".join(words[at : at + size])))]
        if codes:
            return codes
    return []


def _by_country(found: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """Return the different characters of each country's mentions, in order."""
    chars: dict[str, list[int]] = {}
    for char, code in sorted(set(found)):
        chars.setdefault(code, []).append(char)
    return chars
