"""What the words of an expression say: numbers, ordinals, months, `last` and `next`."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import load


@cache
def beside(name: str) -> re.Pattern[str]:
    """Return the pattern `name` of `[beside]` in dates.toml: what stands right before or behind an expression."""
    return re.compile(load("dates/dates.toml")["beside"][name])


def number_of(said: str | None) -> float | None:
    """Return the number that `said` writes in digits or in words, None for `several`."""
    if (said or "").startswith("half a"):
        return 0.5
    words = load("dates/dates.toml")["numbers"]
    plain = (said or "").replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain) if "." in plain else int(plain)
    if plain in ("a couple of", "couple of", "a couple", "couple"):
        return 2
    if plain == "another":
        return 1
    total = 0
    for part in re.split(r"[ -]", plain.replace(" and ", " ")):
        if part in ("hundred", "dozen"):
            total *= 100 if part == "hundred" else 12
        elif (value := words.get(part)) is not None:
            total += value
        else:
            return None
    return total


def hour_number(said: str | None) -> int:
    """Return the hour that `said` names: `5`, `five`, `noon`; 0 for `midnight`."""
    return 12 if said in ("noon", "midday") else int(number_of(said) or 0)


def spelled_year(said: str) -> int:
    """Return the year that `nineteen ninety-six`, `nineteen oh five` or `two thousand and one` says."""
    numbers, centuries = load("dates/dates.toml")["numbers"], load("dates/dates.toml")["spelled_years"]
    first, *rest = re.split("[ -]", said)
    century: int = centuries["thousand" if "thousand" in rest else first]
    return century + sum(numbers.get(part, 0) for part in rest if part not in ("hundred", "thousand"))


def ordinal_of(said: str) -> int:
    """Return the number of `third`, `3rd` or `XIX`, 0 where it is none."""
    digits, words = re.match(r"\d+", said), load("dates/dates.toml")
    return int(digits[0]) if digits else int(words["ordinals"].get(said) or words["romans"].get(said.upper(), 0))


def offset_of(said: str | None) -> int:
    """Return -1 for `last`, 0 for `this`, 1 for `next` and their likes."""
    if said in ("before last", "after next"):
        return -2 if said == "before last" else 2
    words = load("dates/dates.toml")
    offsets = [words["deixis"].get(word, words["story_deixis"].get(word, 0)) for word in (said or "").split()]
    return -1 if -1 in offsets else max(offsets, default=0)


def month_number(said: str | None) -> int | None:
    """Return the number of the month that `said` names: `March`, `Sept.`, `06` of `06/2005`."""
    if said and said.isdigit():
        return int(said)
    return load("dates/dates.toml")["months"][said.rstrip(".")] if said else None


def day_number(said: str | None) -> int | None:
    """Return the day of the month that `said` writes: `3`, `3rd`."""
    return ordinal_of(said) if said else None
