"""Whether a text is English, told by its commonest words."""

from __future__ import annotations

import re

from .knowledge import knowledge

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 20_000


def looks_english(text: str) -> bool:
    """Say whether `text` may be English: too short to tell, or with English function words among its words."""
    known = knowledge()["english"]
    words = _WORD.findall(text[:_HEAD])
    if sum(map(len, words)) < known["least_letters"]:
        return True
    common = frozenset(known["words"])
    return sum(word.lower() in common for word in words) >= known["least_share"] * len(words)
