"""What an article may do to a terminal: nothing."""

from __future__ import annotations

from unicodedata import category

_JOINERS = "\u200c\u200d"  # Persian, Indic scripts and emoji need them
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """Return `text` with a visible symbol in place of each control character, bidi override and lone surrogate.

    White space of any length, line ends among it, becomes one space.
    """
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(map(symbol, line))


def visible_lines(text: str) -> str:
    """Return `text` as `visible` does, but with its line ends and tabs."""
    return text if text.isprintable() else "".join(char if char in "\n\t" else symbol(char) for char in text)


def symbol(char: str) -> str:
    """Return what is shown of a character: itself, or a symbol of the same length if a terminal obeys it."""
    if char in _JOINERS or category(char) not in _UNSEEN:
        return char
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    return "" if char == "\xad" else "�"  # a soft hyphen is there not to be seen
