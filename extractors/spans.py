"""From spaCy's tokens to the sheet's characters."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc

from .models import Mention

_WEB_ADDRESS = re.compile(r"(?:https?://|(?<!\w)www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}", re.IGNORECASE)


_TEXT = "newsfacts.text"  # in a Doc's user_data


def text_of(doc: Doc) -> str:
    """Return the text of `doc`, joined once: spaCy joins it from its tokens anew at each call, a tenth of an article's time."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def token_texts(doc: Doc) -> list[str]:
    """Return the texts of all tokens; a Token made for each of them costs several times as much."""
    strings = doc.vocab.strings
    return [strings[key] for key in doc.to_array(ORTH).tolist()]


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """Return the characters of each sentence, without the white space around it."""
    texts, starts = token_texts(doc), doc.to_array(IDX).tolist()
    spans = []
    for sentence in doc.sents:
        words = [i for i in range(sentence.start, sentence.end) if not texts[i].isspace()]
        if words:
            spans.append((starts[words[0]], starts[words[-1]] + len(texts[words[-1]])))
    return spans


def web_addresses(text: str) -> list[tuple[int, int]]:
    """Return the characters of each web and mail address: a number within one is no figure and no date."""
    return [match.span() for match in _WEB_ADDRESS.finditer(text)]


class SentenceIndex:
    """Which sentence of a Doc a character stands in."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [start for start, _ in sentence_spans(doc)]

    def __call__(self, char: int) -> int:
        """Return the index of the sentence that holds character `char` (the one before it, between two)."""
        return max(0, bisect_right(self._starts, char) - 1)


def mention(text: str, start: int, end: int) -> Mention:
    """Return the mention at characters `start` to `end` of the article's text (not of a Doc: that joins its text anew each time)."""
    return Mention(text=text[start:end], start=start, end=end)
