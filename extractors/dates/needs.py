"""What a pattern of the grammar can't match without: a text that lacks it needn't be searched, and the pattern needn't be compiled.

A hundred patterns and more are needed for the dates of all articles, a third of them for those of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

Needs = tuple[frozenset[str], ...]  # of each set a text must have one sign at least: a word in small letters, or a fragment as `<month>`

_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
# What stands in a pattern: a group said again, a group's begin, a fragment, a set of characters, an escape, how often, or one character.
_PART = re.compile(r"\(\?P=\w+\)|\((?:\?(?:P<\w+>|-i:|:|=|!|<=|<!))?|<[a-z_]+>|\[\^?\]?[^]]*\]|\\.|[?*+]|\{\d*(?:,\d*)?\}|.", re.DOTALL)
_MAY_LACK = re.compile(r"[?*]|\{(?:0|,)")
_SHORTEST = 2  # letters of a word that is looked for
# Letters that a pattern which ignores case takes for i and s; Python's `lower` makes nothing of them, or two letters.
_ALSO_LETTERS = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})


def needs_of(pattern: str, fragments: Iterable[str]) -> Needs:
    """Return what a text must have for `pattern` to match; of its fragments, those of `fragments` count."""
    return tuple(_either(_parts(pattern), frozenset(f"<{name}>" for name in fragments)))


class Signs:
    """The signs that a stretch of a text has, each looked for once."""

    def __init__(self, text: str, start: int, end: int, fragment: Callable[[str], re.Pattern[str]]) -> None:
        self.start, self.end = start, end
        self._text, self._lower = text, text[start:end].translate(_ALSO_LETTERS).lower()
        self._fragment = fragment
        self._known: dict[str, bool] = {}

    def meets(self, needs: Needs) -> bool:
        """Say whether the stretch has what a pattern needs."""
        return all(any(map(self._has, signs)) for signs in needs)

    def _has(self, sign: str) -> bool:
        known = self._known.get(sign)
        if known is None:
            is_fragment = sign[0] == "<"
            known = self._fragment(sign).search(self._text, self.start, self.end) is not None if is_fragment else sign in self._lower
            self._known[sign] = known
        return known


def _parts(pattern: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a pattern, and whether each may be lacking; that of a group is told at its end."""
    parts = _PART.findall(pattern)
    for part, behind in zip(parts, [*parts[1:], ""], strict=True):
        yield part, bool(_MAY_LACK.match(behind))


def _either(parts: Iterator[tuple[str, bool]], known: frozenset[str]) -> list[frozenset[str]]:
    """Return what the alternatives up to the end of their group need: that of the only one, or one sign of each."""
    branches: list[list[frozenset[str]]] = [[]]
    word = ""
    for part, may_lack in parts:
        if part.isalpha() and not may_lack:
            word += part.lower()
            continue
        _add_word(branches[-1], word)
        word = ""
        if part.startswith("(") and not part.endswith(")"):
            inner, may_lack = _group(parts, known)
            branches[-1] += [] if may_lack or part in _AROUND else inner
        elif part in known and not may_lack:
            branches[-1].append(frozenset((part,)))
        elif part == "|":
            branches.append([])
        elif part == ")":
            break
    _add_word(branches[-1], word)
    if len(branches) == 1:
        return branches[0]
    return [frozenset().union(*(min(branch, key=len) for branch in branches))] if all(branches) else []


def _add_word(branch: list[frozenset[str]], word: str) -> None:
    if len(word) >= _SHORTEST:
        branch.append(frozenset((word,)))


def _group(parts: Iterator[tuple[str, bool]], known: frozenset[str]) -> tuple[list[frozenset[str]], bool]:
    """Return what a group needs, up to its end, and whether the group may be lacking."""
    lacking = False

    def until_end() -> Iterator[tuple[str, bool]]:
        nonlocal lacking
        for part, may_lack in parts:
            lacking = may_lack
            yield part, may_lack

    return _either(until_end(), known), lacking
