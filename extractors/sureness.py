"""What was measured on articles kept apart from training: from how sure the reader must be, and how often it is right then.

`pipeline/model/confidence.json` holds both, `fast_confidence.json` the curves of the fast network; `training.calibration` writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

import numpy as np
from spacy.tokens import Doc

from .models import Date, Organization, Person, Place
from .pipeline.component import CHANCES
from .pipeline.networks import FULL, file_of, network_of

Entity = TypeVar("Entity", Person, Place, Organization)
Named = TypeVar("Named", Place, Organization)


@cache
def measured(network: str = FULL) -> dict[str, Any]:
    """Return the thresholds, curves and shares of a network; what wasn't measured for it alone is the full one's."""
    own = json.loads(file_of(network, "confidence.json").read_text(encoding="utf-8"))
    return own if network == FULL else measured() | own


def threshold(name: str) -> float:
    """Return the probability from which on a field is filled."""
    return float(measured()["thresholds"][name])


def confidence(section: str, chances: Iterable[float], network: str) -> float:
    """Return the share of facts of `section` that are right where `network` gives the probabilities `chances` for their fields.

    Where no curve was measured yet, the product of the probabilities as it is.
    """
    sure = float(np.prod(list(chances)))
    curve = measured(network)["curves"].get(section)
    return round(float(np.interp(log_odds(sure), curve["log_odds"], curve["right"])), 2) if curve else min(sure, 1.0)


def log_odds(chance: float) -> float:
    """Return the logarithm of the odds of a probability, from -10 to 10: most names are surer than 99%."""
    bounded = min(max(chance, 4.54e-5), 1 - 4.54e-5)
    return float(np.log(bounded / (1 - bounded)))


UNKNOWN = 0.5  # the probability of a name that a rule found and the network didn't


def with_confidence(section: str, doc: Doc, entities: Sequence[Entity]) -> list[Entity]:
    """Return people, places or bodies with their confidence: that of the mention of which the network is surest."""
    chances = chances_by_character(doc)
    found = []
    for entity in entities:
        surest = max((chances.get(m.start, UNKNOWN) for m in entity.mentions), default=UNKNOWN)
        found.append(entity.model_copy(update={"confidence": confidence(section, [surest], network_of(doc))}))
    return found


def chances_of_names(doc: Doc) -> dict[int, float]:
    """Return how sure the network is of the names that it found, by their first token; nothing of another pipeline's."""
    chances: dict[int, float] = doc.user_data.get(CHANCES, {})
    return chances


def chances_by_character(doc: Doc) -> dict[int, float]:
    """Return the same by their first character."""
    return {doc[token].idx: chance for token, chance in chances_of_names(doc).items()}


DOUBTFUL = 0.45  # below it, on articles kept apart, most bodies that no table has are none


def without_doubtful(doc: Doc, entities: Sequence[Named], is_known: Callable[[str], bool]) -> list[Named]:
    """Return `entities` without those of which the network says that they are sooner none, unless a table has one of their names."""
    chances = chances_by_character(doc)

    def is_kept(entity: Named) -> bool:
        found_by_rule = all(m.start not in chances for m in entity.mentions)
        return found_by_rule or entity.confidence >= DOUBTFUL or any(is_known(m.text) for m in entity.mentions)

    kept = [e for e in entities if is_kept(e)]
    return [e.model_copy(update={"id": f"{e.id[0]}{number}"}) for number, e in enumerate(kept, start=1)]


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def with_date_confidence(dates: Sequence[Date]) -> list[Date]:
    """Return dates with their confidence: the share of their kind whose value is right on TimeBank and AQUAINT."""
    shares = measured()["dates"]
    return [date.model_copy(update={"confidence": shares[_kind_of(date)]}) for date in dates]


def _kind_of(date: Date) -> str:
    if date.type != "DATE":
        return date.type
    if "X" in date.value or date.value.endswith("REF"):
        return "vague"
    return "with its year" if _YEAR.search(date.text) else "relative"
