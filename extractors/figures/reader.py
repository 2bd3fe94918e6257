"""What the text says of an amount, as the learned reader tells it: measure, kind, direction, when, status and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np

from ..knowledge import load
from ..models import Credit, Date, Direction, Kind, Status
from ..pipeline.pointing import DIRECTIONS, KINDS, STATUSES, Stretch
from ..pipeline.reader import Answer, Floats
from ..reading import Reading
from ..sureness import threshold
from .amounts import Amount

MAX_SOURCE = 15  # words
LEAST_CHANCE = 0.005  # of a word to begin the source: below it isn't looked at
RIVALS = {"FAC": "LOC", "MISC": "ORG", "NORP": "ORG"}  # labels of names that can be what another label's names are in a measure
Name = tuple[int, int, str]  # first word, end, label
NEIGHBOUR = 0.5  # what a figure of the same sentence says of the source, as a share of what the figure's own words say


@dataclass(frozen=True)
class Statement:
    """What is said of one amount. `chances` holds the probability of each field, as the network gives it."""

    kind: Kind
    direction: Direction | None
    measure: str | None
    when: str | None
    status: Status
    source: Credit | None
    chances: dict[str, float]


def statements(reading: Reading) -> list[Statement]:
    """Return a statement for each of the reading's amounts."""
    read = zip(reading.amounts, reading.figures, _sources(reading), strict=True)
    return [_statement(reading, amount, answer, *credited) for amount, answer, credited in read]


def _statement(reading: Reading, amount: Amount, answer: Answer, source: Credit | None, source_chance: float) -> Statement:
    best = {name: _best(answer.classes[name]) for name in ("kind", "direction", "status")}
    (kind, _), (direction, _), (status, _) = best.values()
    measure, measure_chance = _measure(reading, amount, answer)
    when, when_chance = _when(reading, amount, answer)
    chances = {name: chance for name, (_, chance) in best.items()}
    chances |= {"measure": measure_chance, "when": when_chance, "source": source_chance}
    return Statement(KINDS[kind], DIRECTIONS[direction], measure, when, STATUSES[status], source, chances)


def _best(chances: Floats) -> tuple[int, float]:
    best = int(chances.argmax())
    return best, float(chances[best])


# --- measure


def _measure(reading: Reading, amount: Amount, answer: Answer) -> tuple[str | None, float]:
    """Return the measure as a phrase of the words that belong to it, and how sure they are.

    The words of amounts belong to none, but for the nouns of counts: `5% of the 300 workers`.
    """
    first = answer.window[0]
    chances = _word_chances(reading, amount, answer)
    chosen = chances > threshold("measure_word")
    chosen[1:-1] |= chosen[:-2] & chosen[2:] & (chances[1:-1] > threshold("measure_gap"))
    if not chosen.any():
        return None, 1 - float(chances.max(initial=0.0))
    stretches = [without_ends(reading.words.texts, (first + start, first + end)) for start, end in _runs(chosen)]
    return without_links(" ".join(said_once([reading.text(s) for s in stretches if s[0] < s[1]]))), float(chances[chosen].mean())


def said_once(phrases: Sequence[str]) -> list[str]:
    """Return the phrases whose words another one doesn't say, too: `index`, `Baltic index` → `Baltic index`."""
    said = [set(phrase.lower().split()) for phrase in phrases]
    return [p for i, p in enumerate(phrases) if not any(said[i] < other or (said[i] == other and at < i) for at, other in enumerate(said))]


def _word_chances(reading: Reading, amount: Amount, answer: Answer) -> Floats:
    """Return for each word of the window how likely it belongs to the measure.

    Constraints of decoding: no word of a later line does, and none of an amount but its nouns and compounds (`12-seat boats`).
    """
    first, last = answer.window
    names = [(max(a, first) - first, min(b, last) - first, label) for a, b, label in reading.names if a < last and first < b]
    own = reading.words.at(amount.start, amount.end)
    parts = [(a, b) for a, b in reading.compounds if first <= a and b <= last and (b <= own[0] or own[1] <= a or reading.is_free[a])]
    joined = [(a - first, b - first, "") for a, b in parts]
    figures = [(a - first, b - first) for a, b in (reading.words.at(a.start, a.end) for a in reading.amounts if a.end <= amount.start)]
    chances = nearest_names(whole_names(answer.measure, names + joined), names, figures, own[0] - first)
    chances[[not free and not any(a <= at < b for a, b, _ in joined) for at, free in enumerate(reading.is_free[first:last])]] = 0
    line_end = reading.source.find("\n", amount.end)
    if line_end >= 0:
        chances[[reading.words.characters(at, at + 1)[0] > line_end for at in range(first, last)]] = 0
    return chances


def whole_names(chances: Floats, names: Sequence[Name]) -> Floats:
    """Return the chances of words to belong to a measure: a name or compound whole or not at all, as its likeliest word."""
    chances = chances.copy()
    for start, end, _ in names:
        chances[start:end] = chances[start:end].max()
    return chances


def nearest_names(chances: Floats, names: Sequence[Name], figures: Sequence[Stretch], here: int) -> Floats:
    """Return the chances of words to belong to the measure of the figure that begins at the word `here`.

    Of two people, two places or two other names with one of the `figures` between them only the nearer one belongs.
    """
    chances = chances.copy()
    before = [name for name in names if name[1] <= here and chances[name[0]] > threshold("measure_word")]
    for start, end, label in before:
        nearer = [at for at, _, other in before if at >= end and RIVALS.get(other, other) == RIVALS.get(label, label)]
        if any(end <= a and b <= at for at in nearer for a, b in figures):
            chances[start:end] = 0
    return chances


def _runs(chosen: np.ndarray) -> list[Stretch]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], chosen.astype(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def without_ends(texts: Sequence[str], stretch: Stretch) -> Stretch:
    """Return a stretch without half a bracket, an article or a sign in front, and half a bracket, a sign or a possessive behind."""
    start, end = stretch
    opened = [at for at in range(start, end) if texts[at] == "(" and ")" not in texts[at:end]]
    end = opened[0] if opened else end
    closed = [at for at in range(start, end) if texts[at] == ")" and "(" not in texts[start:at]]
    start = closed[-1] + 1 if closed else start
    while start < end and (texts[start].lower() in ("the", "a", "an") or not any(c.isalnum() or c in "$€£%(" for c in texts[start])):
        start += 1
    while start < end and (texts[end - 1] in ("'s", "’s") or not any(c.isalnum() or c in "%)" for c in texts[end - 1])):
        end -= 1
    return start, end


def without_links(phrase: str) -> str | None:
    """Return a phrase without prepositions at its ends (`on the railways`), None where nothing else is left."""
    links = load("figures/figures.toml")["phrases"]["links"]
    words = phrase.split()
    while words and words[0].lower() in (*links, "the", "a", "an"):
        del words[0]
    while words and words[-1].lower() in links:
        del words[-1]
    return " ".join(words) or None


# --- when


def _when(reading: Reading, amount: Amount, answer: Answer) -> tuple[str | None, float]:
    """Return the value of the date that the figure is of: one of its sentence, or plainly one that stands elsewhere."""
    sentence = reading.sentence_of(amount.start)
    chances: dict[str, float] = {}
    needed: dict[str, float] = {}
    pointed = [(reading.dates[word], chance) for word, chance in answer.pointed["when"].items() if word in reading.dates]
    for date, chance in pointed:  # those whose words no figure parts
        elsewhere = reading.sentence_of(date.start) != sentence
        chances[date.value] = chances.get(date.value, 0.0) + chance
        needed[date.value] = min(needed.get(date.value, 1.0), threshold("when_elsewhere" if elsewhere else "when"))
    best = max(chances, key=lambda value: chances[value], default=None)
    dates = sorted((date for date in reading.dates.values() if reading.sentence_of(date.start) == sentence), key=lambda date: date.start)
    if best is None or chances[best] < max(needed[best], answer.unsaid["when"]):
        chance = 1 - chances[best] if best else 1.0
        return end_of_interval(reading.source, amount.start, dates) if len(dates) == 2 else None, chance
    return written_interval(reading.source, amount.start, dates, best) or best, chances[best]


def written_interval(text: str, start: int, dates: Sequence[Date], value: str) -> str | None:
    """Return `between April and June` or `from April to June` as one interval, where the reader pointed at an end of it.

    A constraint of decoding: the words that open and join an interval (figures.toml) leave no choice. A figure right behind `from` or `to`
    is of one end.

    Args:
        start: the figure's first character.
        dates: those of the figure's sentence, in the order of the text.
        value: that of the date that the reader pointed at.
    """
    named = [(early, late) for early, late in written_intervals(text, dates) if value in (early.value, late.value)]
    if named and _word_before(text, start) in ("from", "to"):
        return end_of_interval(text, start, named[0])
    early, late = (named[0][0].value, named[0][1].value) if named else ("", "")
    return f"{early}/{late}" if early[:1].isdigit() and early < late and "/" not in early + late else None


def written_intervals(text: str, dates: Sequence[Date]) -> list[tuple[Date, Date]]:
    """Return the pairs of neighbours among `dates` that the words beside them make an interval: `from April to June`."""
    joints = load("figures/figures.toml")["intervals"]
    pairs = pairwise(dates)
    return [
        (early, late) for early, late in pairs if text[early.end : late.start].strip() in joints.get(_word_before(text, early.start), ())
    ]


def end_of_interval(text: str, start: int, dates: Sequence[Date]) -> str | None:
    """Return the end of an interval that a figure behind `from` or `to` is of: `rose from 9 percent to 31 percent between 1995 and 2020`.

    None where the figure at character `start` stands behind neither, or `dates`, two of its sentence, are no interval.
    """
    ends = dict(zip(("from", "to"), dates, strict=True)) if written_intervals(text, dates) else {}
    end = ends.get(_word_before(text, start))
    return end.value if end else None


def _word_before(text: str, start: int) -> str:
    """Return the word right before a character, in lower case."""
    return (text[max(0, start - 8) : start].lower().split(" ")[-2:-1] or [""])[0]


# --- source


@dataclass(frozen=True)
class Voices:
    """Who may be the source of a figure: each person, body or wording with its probability and the words that name it best."""

    named: dict[str, tuple[float, Stretch]]
    none: float


def _sources(reading: Reading) -> list[tuple[Credit | None, float]]:
    """Return for each figure whom the article credits with it, and how sure that is.

    A sentence mostly speaks with one voice, so what the reader says of the sentence's other figures counts besides.
    """
    voices = [_voices(reading, answer) for answer in reading.figures]
    found: list[tuple[Credit | None, float]] = []
    for _, group in groupby(zip(reading.amounts, voices, strict=True), key=lambda pair: reading.sentence_of(pair[0].start)):
        sentence = [one for _, one in group]
        found += [_credited(reading, with_neighbours(one, [o for o in sentence if o is not one])) for one in sentence]
    return found


def _voices(reading: Reading, answer: Answer) -> Voices:
    """Return whom the reader takes for the source: the words of the window, or names beyond it, by the entity that they name."""
    named: dict[str, tuple[float, Stretch]] = {}
    surest: dict[str, float] = {}
    for word, chance in answer.pointed["source"].items():
        if chance < LEAST_CHANCE:
            continue
        stretch = _source_words(reading, answer, word)
        start, end = reading.words.characters(*stretch)
        key = reading.entity_at(start, end) or reading.text(stretch).lower()
        total, best = named.get(key, (0.0, stretch))
        named[key] = total + chance, stretch if chance > surest.get(key, 0.0) else best
        surest[key] = max(surest.get(key, 0.0), chance)
    return Voices(named, answer.unsaid["source"])


def with_neighbours(own: Voices, others: Sequence[Voices]) -> Voices:
    """Return the mean of a figure's voices and, with less weight, those of its sentence's other figures."""
    weight = 1 + NEIGHBOUR * len(others)
    named = {key: (chance / weight, stretch) for key, (chance, stretch) in own.named.items()}
    for other in others:
        for key, (chance, stretch) in other.named.items():
            total, best = named.get(key, (0.0, stretch))
            named[key] = total + NEIGHBOUR * chance / weight, best
    return Voices(named, (own.none + NEIGHBOUR * sum(other.none for other in others)) / weight)


def _credited(reading: Reading, voices: Voices) -> tuple[Credit | None, float]:
    key = max(voices.named, key=lambda k: voices.named[k][0], default=None)
    chance, stretch = voices.named[key] if key is not None else (0.0, (0, 0))
    if key is None or chance < max(threshold("source"), voices.none):
        return None, max(voices.none, 1 - chance)
    start, end = reading.words.characters(*stretch)
    return Credit(text=reading.source[start:end], start=start, end=end, id=reading.entity_at(start, end)), chance


def _source_words(reading: Reading, answer: Answer, word: int) -> Stretch:
    """Return the words of the source that begins at `word`: to its likeliest end in the window, or the name that begins there."""
    first, last = answer.window
    if first <= word < last:
        ends = answer.ends[word - first : word - first + MAX_SOURCE]
        start, end = without_ends(reading.words.texts, (word, word + int(ends.argmax()) + 1))
        return (start, end) if start < end else (word, word + 1)
    end = word + 1
    while end < len(reading.marks) and end - word < MAX_SOURCE and reading.marks[end] == reading.marks[word]:
        end += 1
    return word, end
