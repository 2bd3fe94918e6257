"""From spaCy's tokens to the sheet's characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.attrs import IDX, ORTH, SENT_START
from spacy.tokens import Doc

from .models import Mention

_WEB_ADDRESS = re.compile(r"(?:https?://|(?<!\w)www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}", re.IGNORECASE)


_TEXT, _TOKENS = "newsfacts.text", "newsfacts.tokens"  # in a Doc's user_data


def text_of(doc: Doc) -> str:
    """Return the text of `doc`, joined once: spaCy joins it from its tokens anew at each call, a tenth of an article's time."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def token_texts(doc: Doc) -> list[str]:
    """Return the texts of all tokens, looked up once; a Token made for each of them costs several times as much."""
    texts: list[str] | None = doc.user_data.get(_TOKENS)
    if texts is None:
        strings = doc.vocab.strings
        texts = doc.user_data[_TOKENS] = [strings[key] for key in doc.to_array(ORTH).tolist()]
    return texts


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """Return the characters of each sentence, without the white space around it."""
    spans: list[tuple[int, int]] = []
    begins = True
    for text, start, mark in zip(token_texts(doc), *doc.to_array([IDX, SENT_START]).T.tolist(), strict=True):
        begins = begins or mark == 1
        if text.isspace():
            continue
        spans.append((start if begins else spans.pop()[0], start + len(text)))
        begins = False
    return spans


def web_addresses(text: str) -> list[tuple[int, int]]:
    """Return the characters of each web and mail address: a number within one is no figure and no date."""
    return [match.span() for match in _WEB_ADDRESS.finditer(text)]


class SentenceIndex:
    """Which of an article's sentences, given by their characters, a character stands in."""

    def __init__(self, sentences: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in sentences]

    def __call__(self, char: int) -> int:
        """Return the index of the sentence that holds character `char` (the one before it, between two)."""
        return max(0, bisect_right(self._starts, char) - 1)


def mention(text: str, start: int, end: int) -> Mention:
    """Return the mention at characters `start` to `end` of the article's text (not of a Doc: that joins its text anew each time)."""
    return Mention(text=text[start:end], start=start, end=end)
