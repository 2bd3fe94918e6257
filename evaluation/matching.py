"""When two names are the same, and two phrases nearly: what the scorers of all fields go by."""

from __future__ import annotations

import re
from collections.abc import Iterable

SMALL_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "for", "to", "and", "its", "their", "his", "her", "this", "that", "by", "at", "from", "with", "s"]
)
_POSSESSIVE = re.compile(r"[’']s\b|[’']$")
_COURTESY = re.compile(r"^(?:the|mr|mrs|ms|dr)\.?\s+")


def normal(name: str | None) -> str:
    """Return a name without case, possessive, article, courtesy and punctuation; None as ""."""
    plain = _POSSESSIVE.sub("", (name or "").strip()).casefold()
    return re.sub(r"[^\w]+", " ", _COURTESY.sub("", plain)).strip()


def same_name(found: str | None, fair: Iterable[str | None]) -> bool:
    """Whether `found` is one of the `fair` names, or None where None is fair."""
    return normal(found) in {normal(name) for name in fair}


def content_words(phrase: str) -> set[str]:
    """Return the words of a phrase that say something, a plural as its singular."""
    words = (word for word in normal(phrase).split() if word not in SMALL_WORDS)
    return {word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words}


def same_words(found: str | None, fair: Iterable[str | None]) -> bool:
    """Whether half of the words are those of one of the `fair` phrases (F1 of .5 or more); None is right where None is fair."""
    if found is None:
        return None in fair
    ours = content_words(found)
    return any(2 * len(ours & words) >= 0.5 * (len(ours) + len(words)) > 0 for words in (content_words(p) for p in fair if p))
