"""WordPiece of uncased BERT, from a word to the ids of its pieces.

The tokenizer of Devlin et al. 2019 in plain Python: lower case, accents stripped, punctuation and CJK
characters apart, then greedy longest match from the left. It gives the pieces of the `tokenizers` package
without that package's hub client (31 MB); words repeat, so a cache makes it fast enough.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import islice

MAX_PART_LENGTH = 64  # a longer part is one unknown piece: greedy matching is quadratic in the length
MAX_PIECES = 24  # of one word: a web address has hundreds, and only the first one's vector stands for the word


class WordPiece:
    """Pieces of single words.

    Args:
        vocabulary: the pieces in the order of their ids; continuations begin with `##`.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown = self.ids["[UNK]"]
        self.cls = self.ids["[CLS]"]
        self.sep = self.ids["[SEP]"]
        self._cache: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """Return the piece ids of `word`; from one to `MAX_PIECES`, whatever the word."""
        pieces = self._cache.get(word)
        if pieces is None:
            matched = (i for part in split_word(word) for i in self._match(part))
            pieces = tuple(islice(matched, MAX_PIECES)) or (self.unknown,)
            if len(self._cache) < 200_000:  # bounded over a stream of any length
                self._cache[word] = pieces
        return pieces

    def _match(self, part: str) -> list[int]:
        if len(part) > MAX_PART_LENGTH:
            return [self.unknown]
        pieces, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.ids.get(part[start:end] if start == 0 else "##" + part[start:end])
                if piece is not None:
                    pieces.append(piece)
                    start = end
                    break
            else:
                return [self.unknown]
        return pieces


def split_word(word: str) -> list[str]:
    """Lower-case `word`, strip accents and split it at punctuation and CJK characters."""
    parts: list[str] = []
    current = ""
    for char in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(char)
        if category == "Mn" or category.startswith("C"):
            continue
        if char.isspace() or _stands_alone(char, category):
            if current:
                parts.append(current)
                current = ""
            if not char.isspace():
                parts.append(char)
        else:
            current += char
    if current:
        parts.append(current)
    return parts


def _stands_alone(char: str, category: str) -> bool:
    code = ord(char)
    if category.startswith("P") or (code < 128 and category.startswith("S")):
        return True
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
