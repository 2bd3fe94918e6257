"""Numbers with a unit of measurement: `6.5km`, `5 feet 4 inches`, `20 x 30 metres`, `26°C to 27°C`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from ...knowledge import load
from .counts import Count, counts_after
from .matching import BEFORE, MINUS, Found, below_nought, numbers_pattern, split_pair
from .numbers import ABOUT, digits_pattern, is_whole, number_pattern, parse_number, part_pattern, part_value
from .units import Unit, surfaces, unit_named, unit_pattern

_REPEATED = r"(?P<repeated>kg|km|cm|mm|m|g|ft|lb|mw|gw|°c)(?=[-–]\d)"  # `10kg-12kg`
_MEASURED = re.compile(rf"{BEFORE}{MINUS}(?i:{numbers_pattern(money=False, million=True, unit=_REPEATED)}){unit_pattern()}")


def quantities(doc: Doc, text: str) -> Iterator[Found]:
    """Yield the numbers with a unit of measurement, with their SI values; `5 feet 4 inches` is one length."""
    yield from _areas(text)
    yield from _parts(text)
    last: Found | None = None
    for found in (_with_bare_inches(text, f) for f in _measures(doc, text)):
        joined = (_with_subunit(text, last, found) or _as_range(doc, text, last, found)) if last else None
        if last and not joined:
            yield last
        last = joined or found
    if last:
        yield last


def _unit_of(match: re.Match[str]) -> Unit | None:
    """Return the unit of a match of `unit_pattern`."""
    names, symbols = surfaces()
    name = match["name"]
    if not name:
        return symbols[match["symbol"] or match["glued"]]
    return names.get(re.sub(r"[\s-]+", " ", name.lower())) or names.get(name.lower())


def _measures(doc: Doc, text: str) -> Iterator[Found]:
    for match in _MEASURED.finditer(text):
        unit, symbol = _unit_of(match), match["symbol"] or match["glued"]
        if unit is None or _is_name(text, match) or (symbol == "m" and _is_million(doc, text, match)):
            continue
        if (symbol in _LETTERS and _is_labelled(text, match)) or (
            unit.dimension == "temperature" and not _is_temperature(text, match, unit)
        ):
            continue
        if (match["repeated"] and match["repeated"] != symbol) or _is_mark(text, match):
            continue
        if unit.name in ("kilogram", "pound") and _CLASS.match(text, match.end()):
            continue
        if match["minus"] and unit.name == "yard":  # a loss of ground in a game
            continue
        if symbol == "kt" and not _speaks_of(text, match, "sailing"):
            continue
        for found in split_pair(text, match, "quantities", unit.name, unit.dimension):
            yield _measured(doc, text, match, found, unit)


# `in the 57-kg category`: a name of those who fight
_CLASS = re.compile(r"\s(?:weight\b|(?:weight )?(?:category|class|division|competitions?|bouts?|event|title|gold|silver|bronze)\b)")


_EVENTS = "|".join(load("figures/amounts/units.toml")["events"]["words"])
_CONTEST = re.compile(
    rf"(?<![\w.,])(?i:{number_pattern()})(?:m|[\s-]?met(?:re|er)s?|[\s-]yards?)\s(?:(?:men|women|boys|girls)['’]s?\s)?(?:{_EVENTS})\b"
    r"|\bthe\s(?:\w+['’]s?\s)?(?:60|100|110|200|400|800|1,?500|3,?000|5,?000|10,?000)m(?=[.,;)]|\s(?:and|at|in|which)\b)"
)


def contests(text: str) -> list[tuple[int, int]]:
    """Return the characters of contests and parts of a pitch named by a length: `the 100m butterfly`, `the six-yard box`, `the 400m`."""
    return [match.span() for match in _CONTEST.finditer(text)]


_LETTERS = frozenset("CFLWV")  # signs of units that stand behind the numbers of rooms, buses and bills, too


_LABELS = "|".join(word for words in load("figures/amounts/units.toml")["labels"].values() for word in words)
_LABEL = re.compile(rf"(?<![a-z])(?:{_LABELS})\s(?:\d{{1,4}}[A-Z](?:,\s|\s(?:and|or|to)\s)){{0,3}}$", re.IGNORECASE)


def _is_labelled(text: str, match: re.Match[str]) -> bool:
    """Say whether what stands before a number with a letter makes a name of the two: `Appendix 2C`, `a bill known as 36C`."""
    return _LABEL.search(text, max(0, match.start() - 40), match.start()) is not None


_STUFF = re.compile(r"\s(?:of|per|a)\b|/")


def _is_mark(text: str, match: re.Match[str]) -> bool:
    """Tell `t`, `l` and `g` that are marks of a list or letters of a name (`5 t`, a `5g` mast) from `50 l of fuel` and `900 g`."""
    if match["symbol"] not in load("figures/amounts/units.toml")["marks"]["symbols"]:
        return False
    if text[match.end() : match.end() + 1] == "-":  # `24703 L-202`
        return True
    value = parse_number(match["second"] or match["first"])
    apart = text[match.start("symbol") - 1].isspace()
    small = value is not None and is_whole(value) and (value < 100 if apart else match["symbol"] == "g" and value < 7)
    return small and not _STUFF.match(text, match.end())


def counted_or_measured(text: str, count: Count) -> Found:
    """Return a count as a figure, one of a unit of measurement as that: `20 additional megawatts`."""
    names, _ = surfaces()
    words = re.findall(r"[a-z]+", text[count.start : count.end].lower())
    unit = next((names[name] for n in (3, 2, 1) if (name := " ".join(words[-n:])) in names), None)
    if unit is None or unit.dimension in {"count", "temperature"} or " " not in text[count.start : count.end]:
        return Found("quantities", count.start, count.end, count.numbers, count.unit, "count")
    numbers = tuple(n * unit.scale for n in count.numbers)
    si = unit.to_si(numbers[0]) if len(numbers) == 1 else None
    return Found("quantities", count.start, count.end, numbers, unit.name, unit.dimension, unit.per, si)


_LENGTH = r"(?:[\s-]?(?:m|ft|metres?|meters?|feet|foot|km|cm|inch(?:es)?))?"
_AREA = re.compile(
    rf"{BEFORE}(?<![x×]\s)(?<!from\s)(?P<first>{digits_pattern()}){_LENGTH}(?:\s?[x×]\s?|\sby\s)"
    rf"(?P<second>{digits_pattern()}){unit_pattern()}"
)
_PART = re.compile(rf"(?<![\w/.,-]){part_pattern()}\sof\s(?:an?|one){unit_pattern()}")


def _parts(text: str) -> Iterator[Found]:
    """Yield the parts of one unit: `a quarter of a mile`, `1/16 of a pint`; `a third of a tonne of bricks` is one, too."""
    for match in _PART.finditer(text):
        unit, part = _unit_of(match), part_value(match)
        if unit is None or part is None or not 0 < part < 1 or unit.dimension in ("temperature", "count"):
            continue
        value = part * unit.scale
        yield Found("quantities", match.start(), match.end(), (value,), unit.name, unit.dimension, unit.per, unit.to_si(value))


RELAY = frozenset([50, 100, 200, 400, 800, 1500])  # metres that four run or swim one after another


def _areas(text: str) -> Iterator[Found]:
    """Yield the areas of `a 20 x 30 metre pit`; the 4x100 metres are a relay."""
    names, _ = surfaces()
    for match in _AREA.finditer(text):
        unit = _unit_of(match)
        first, second = parse_number(match["first"]), parse_number(match["second"])
        square = f"square {unit.name}" if unit else ""
        if square not in names or first is None or second is None or (first < 10 and second in RELAY):
            continue
        area, value = names[square], first * second
        yield Found("quantities", match.start(), match.end(), (value,), area.name, area.dimension, si=area.to_si(value))


_SUBUNITS = {("foot", "inch"): 12, ("yard", "foot"): 3, ("pound", "ounce"): 16, ("metre", "centimetre"): 100, ("kilometre", "metre"): 1000}


def _as_range(doc: Doc, text: str, low: Found, high: Found) -> Found | None:
    """Return `26°C to 27°C` and `between 10 km and 12 km` as one range, None where the two are apart or move from one to the other."""
    if low.unit != high.unit or len(low.numbers) + len(high.numbers) > 2 or low.numbers[0] >= high.numbers[0]:
        return None
    joint, first = text[low.end : high.start], doc.char_span(low.start, low.start + 1, alignment_mode="expand")
    before = doc[first.start - 1] if first is not None and first.start else None
    word = before.lower_ if before is not None else ""
    moves = before is not None and (before.pos_ == "VERB" or word in ("from", "by"))
    if (joint == " and " and word == "between") or (joint in (" to ", "-", "–") and not moves):
        return replace(low, end=high.end, numbers=(low.numbers[0], high.numbers[0]), si=None)
    return None


def _with_subunit(text: str, whole: Found, part: Found) -> Found | None:
    """Return `5 feet 4 inches` as 64 inches, None where the second figure is one of its own."""
    size = _SUBUNITS.get((whole.unit, part.unit))
    if size is None or len(whole.numbers) + len(part.numbers) > 2 or not re.fullmatch(r",?\s(?:and\s)?", text[whole.end : part.start]):
        return None
    first, second = whole.numbers[0], part.numbers[0]
    if not is_whole(first) or not 0 < second < size:
        return None
    unit, value = unit_named(part.unit), first * size + second
    return replace(part, start=whole.start, numbers=(value,), si=unit.to_si(value))


_INCHES = re.compile(r"(?:\s(?P<apart>1[01]|\d)\s?ins?\b(?!\s\d)|-(?P<hyphened>1[01]|\d)(?:-inch)?(?![\w-]))")


def _with_bare_inches(text: str, found: Found) -> Found:
    """Return `5 ft 11 in` and `the 6-foot-2 forward` in inches, other figures as they are."""
    match = _INCHES.match(text, found.end) if found.unit == "foot" and len(found.numbers) == 1 and is_whole(found.numbers[0]) else None
    if match is None:
        return found
    unit, value = unit_named("inch"), found.numbers[0] * 12 + int(match["apart"] or match["hyphened"])
    return replace(found, end=match.end(), numbers=(value,), unit=unit.name, si=unit.to_si(value))


HOTTEST = 200  # of the weather, in either scale
MILD = 15
_IT_WAS = re.compile(rf"\b[Ii]t (?:was|is|will be|got to|hit|reached|felt like)\s{ABOUT}$")
_ANGLE = re.compile(rf"[\s-]?(?:[NSEW]\b|['’′]|{'|'.join(load('figures/amounts/units.toml')['angles']['words'])})")
_TAKEN = re.compile(r"\s(?:in\s[a-z]|from\s|at\s[a-z])")  # degrees of a university, few as they are
_MOVED_BY = re.compile(rf"\b(?:by|drop of|fall of|rise of|dip of|swing of|increase of)\s{ABOUT}$")
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:in|on|at|and|or|by|to|from|for|as|with|but|was|were|is|are|will|would|could|may|can|has|had|when|while|after|before|during|this|last|today|above|below)\b)[a-z]"
)


def _is_temperature(text: str, match: re.Match[str], unit: Unit) -> bool:
    """Tell degrees of a temperature from an angle, a latitude and a diploma, and a bare `C` or `F` from a letter (`23456 F Block`)."""
    number = parse_number(match["second"] or match["first"])
    if match["symbol"] in ("C", "F"):
        if text[match.end() : match.end() + 1] == "-" or number is None:  # `32 F-35 jets`
            return False
        named = text[match.start("symbol") - 1].isdigit() and _NOUN_BEHIND.match(text, match.end())  # a `13F filing`
        return (number <= HOTTEST and not named) or _speaks_of(text, match, "thermal")
    if unit.name != "degree":
        return True
    taken = (number is None or number < MILD) and _TAKEN.match(text, match.end()) and not _MOVED_BY.search(text[: match.start()][-24:])
    if _ANGLE.match(text, match.end(), match.end() + 12) or taken:
        return False
    weather = number is not None and number >= MILD and _IT_WAS.search(text, max(0, match.start() - 24), match.start())
    return bool(weather) or _speaks_of(text, match, "thermal")


def _speaks_of(text: str, match: re.Match[str], topic: str) -> bool:
    """Say whether one of the words of `topic` in units.toml stands near `match`."""
    near = re.findall(r"[a-z-]+", text[max(0, match.start() - 120) : match.end() + 80].lower())
    return not set(near).isdisjoint(load("figures/amounts/units.toml")[topic]["words"])


def _measured(doc: Doc, text: str, match: re.Match[str], found: Found, unit: Unit) -> Found:
    numbers = tuple(n * unit.scale for n in found.numbers)
    if unit.dimension == "temperature" and found.start == match.start() and (sign := _minus(doc, text, match)) is not None:
        found = replace(found, start=sign)
        numbers = tuple(-n for n in sorted(numbers, reverse=True))
    elif match["minus"] and found.start == match.start():
        numbers = below_nought(replace(found, numbers=numbers)).numbers
    si = unit.to_si(numbers[0], difference=_is_difference(text, found)) if len(numbers) == 1 else None
    return replace(found, numbers=numbers, per=unit.per, si=si)


def _minus(doc: Doc, text: str, match: re.Match[str]) -> int | None:
    """Return where a temperature's minus stands; one apart (`fell to - 20 degrees`) is a dash behind what a clause may end with."""
    start = match.start()
    if match["minus"] or text[start] in "-−":
        return start
    if start > 1 and text[start - 1] == "–" and text[start - 2].isspace():  # "–5°C in Turin"
        return start - 1
    if not text[:start].endswith((" - ", " − ")):
        return None
    before = doc.char_span(start - 2, start - 1, alignment_mode="expand")
    word = before[0].nbor(-1) if before is not None and before.start else None
    return start - 2 if word is not None and (word.pos_ in ("VERB", "AUX", "ADP") or word.text in ",(") else None


_LOWER_OR_HIGHER = re.compile(r"\s(?:above|below|warmer|cooler|colder|hotter|higher|lower|of (?:global |further )?warming)\b")


def _is_difference(text: str, found: Found) -> bool:
    """Say whether degrees are a difference (`warmed by 1.5C`, `2C above normal`) and no point of the scale."""
    before = text[max(0, found.start - 24) : found.start]
    return bool(re.search(r"\bby (?:about |around |nearly |almost |some |up to |at least |more than )?$", before)) or bool(
        _LOWER_OR_HIGHER.match(text, found.end)
    )


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Say whether a unit is a part of a name: `ten Kilo Class submarines`."""
    name = match["name"]
    after = re.match(r"\s([A-Z]\w+)", text[match.end() : match.end() + 20])
    return bool(name and name[0].isupper() and not name.isupper() and after and after[1] not in ("Of", "In", "Per", "A", "From", "To"))


def _is_million(doc: Doc, text: str, match: re.Match[str]) -> bool:
    """Say whether `5m` is five million and no length: `5m people`, not `a 5m wall`, `100m hurdles`."""
    if match["second"] or not re.match(r"\s[a-z]", text[match.end() : match.end() + 2]) or text[match.start("symbol") - 1].isspace():
        return False
    table = load("figures/amounts/numbers.toml")["counts"]
    if re.match(r"\s(?:had|have|has|were|are|was|will|did|do)\b", text[match.end() : match.end() + 6]):
        return True  # "just over 1.3m had been paid"
    following = re.match(r"\s([a-z]+)", text[match.end() : match.end() + 24])
    noun = counts_after(doc, match.end() + 1)
    return noun is not None and noun not in table["metres"] and bool(following and following[1] not in table["measured"])
