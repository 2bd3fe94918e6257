"""Other ways to write one organisation's name: spelt otherwise, a word left out, its country before or behind, its last words shortened."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from ..knowledge import load
from ..names.words import LINKING, body_words, initials, is_acronym
from ..places.countries import code_of_country, code_of_demonym
from ..places.gazetteer import name_key
from ..places.known import is_known_place
from .groups import NamedBody

_MANY = 20  # names with a part in common that are compared
_LONG = 10  # letters of a name, from which on one letter more or less is a slip


def variants(groups: dict[str, NamedBody]) -> dict[str, str]:
    """Return the key of the name that comes first for the key of each one that is but another way to write it."""
    found: dict[str, str] = {}
    first: dict[Hashable, str] = {}
    for key, body in groups.items():
        for form in _forms(body.name):
            if (other := first.setdefault(form, key)) != key:
                found.setdefault(key, other)
    words = {key: body.name.split() for key, body in groups.items() if " " in body.name}
    for one, other in _alike(words):
        short, full = sorted((one, other), key=lambda key: len(words[key]))
        if _leaves_words_out(words[short], words[full]) or _shortens_end(words[short], words[full]):
            found.setdefault(short, full)
        elif _is_slip(words[short], words[full]):
            found.setdefault(other, one)
    return found


def _alike(words: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the keys of the names that share both ends, all words but one, or an abbreviated end: an article may have thousands."""
    by_part: dict[Hashable, list[str]] = {}
    for key, name in words.items():
        others = dict.fromkeys(other for part in _parts(name) for other in by_part.setdefault(part, [])[:_MANY])
        yield from ((other, key) for other in others)
        for part in _parts(name):
            by_part[part].append(key)


def _parts(words: Sequence[str]) -> Iterator[Hashable]:
    yield words[0], words[-1]
    for at in range(min(len(words), _MANY)):
        yield at, *words[:at], None, *words[at + 1 :]
        rest = " ".join(words[at:])
        yield "abbreviated", *words[:at], rest.lower() if is_acronym(rest) else initials(rest)


def _forms(name: str) -> Iterator[Hashable]:
    """Yield what the ways to write a name have in common: letters without plurals (`TF Boys`, `TFBoys`), its country and the rest."""
    written = load("organizations/organizations.toml")["initials"]
    words = [name_key(written.get(word.replace(".", ""), word)) for word in name.replace("’", "'").replace("'s ", " ").split()]
    letters = "".join("".join(filter(str.isalnum, word)).removesuffix("s") for word in words)
    if len(letters) > 4:
        yield letters
    yield from _with_country(name.split())


def _with_country(words: Sequence[str]) -> Iterator[Hashable]:
    """Yield the country and the other words of `Football Federation of Chile` and `Chilean Football Federation`."""
    code = code_of_demonym(words[0]) or code_of_country(words[0])
    if code and len(words) > 2:
        yield code, name_key(" ".join(words[1:]))
    if "of" in words[2:] and (code := code_of_country(" ".join(words[words.index("of", 2) + 1 :]))):
        yield code, name_key(" ".join(words[: words.index("of", 2)]))


def _leaves_words_out(short: Sequence[str], full: Sequence[str]) -> bool:
    """Say whether `short` has the first and the last word of `full` and leaves some out between: `Tainan (City) Police Department`."""
    same = short[0] == full[0] and short[-1] == full[-1] and 1 < len(short) < len(full)
    general = short[0] in body_words("general") | body_words("heads") | body_words("first_heads") or code_of_country(short[0])
    rest = iter(full)
    return same and not general and "and" not in full and all(word in rest for word in short)


def _shortens_end(short: Sequence[str], full: Sequence[str]) -> bool:
    """Say whether the last words of `full` are letters in `short`: `Henan AMC` of `Henan Asset Management Company`."""
    size = len(short) - 1
    return is_acronym(short[-1]) and short[:size] == full[:size] and initials(" ".join(full[size:])) == short[-1].lower()


def _is_slip(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names differ by one letter of one long word: `Guosheng Futures`, `Gousheng Futures`, but not `Hebei`, `Hubei`."""
    different = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(different) != 1 or sum(map(len, one)) < _LONG:
        return False
    a, b = different[0]
    plain = a.isalpha() and b.isalpha() and min(len(a), len(b)) > 6 and a[0] == b[0] and {a, b}.isdisjoint(LINKING)
    return plain and _is_one_letter_off(a.casefold(), b.casefold()) and not (is_known_place(a) and is_known_place(b))


def _is_one_letter_off(a: str, b: str) -> bool:
    """Say whether one letter is added, left out or another, or two have changed places."""
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[start:], b[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return max(len(a), len(b)) < 2 or (len(a) == 2 and a == b[::-1])
