"""Which language a text is in. English is told by its commonest words, which takes no time; the others by py3langid."""

from __future__ import annotations

import re

from .knowledge import load, word_set

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?<!\S)\S{1,100}(?:@|://)\S{1,200}")  # of a page or a mailbox: no words of a language
_HEAD = 20_000  # characters that are looked at


def looks_english(text: str) -> bool:
    """Say whether `text` may be English: too short to tell, or with English function words among its words."""
    words = _WORD.findall(_ADDRESS.sub("", text[:_HEAD]))
    if sum(map(len, words)) < load("languages.toml")["least_letters"]:
        return True
    common = word_set("languages.toml", "words")
    return sum(word.lower() in common for word in words) >= load("languages.toml")["least_share"] * len(words)


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text` (ISO 639-2 where there is none); `en` where the text is too short to tell."""
    if looks_english(text):
        return "en"
    import py3langid

    language: str = py3langid.classify(text[:_HEAD])[0]
    return language
