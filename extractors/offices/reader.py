"""What the text says of a title, as the learned reader tells it: who holds the office, of what it is, and whether that is past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..pipeline.pointing import Stretch
from ..pipeline.reader import Answer
from ..places.countries import code_of_country, code_of_demonym
from ..reading import Reading
from ..sureness import threshold
from .lexicon import heads, honorifics, kind_of, plain_words, singular, words_of
from .written import TitleSpan

NO_PARTYS = ("local", "rank")  # kinds of offices that nobody holds of a party; "labour minister" has a portfolio
ANOTHER = 0.35  # share of the likeliest holder's probability from which on a plural has one more: "presidents Ana Ruiz and José Mori"
UNKNOWN = 0.5  # from which probability on words are a title whose head isn't in offices.toml; of those below, two thirds are none


@dataclass(frozen=True)
class Name:
    """A name that an office can be of, with its label and the name that owns it: `Vietnam` of `Vietnam's Communist Party`."""

    text: str
    label: str
    owner: str = ""


@dataclass(frozen=True)
class Held:
    """A title as one place of the article tells it.

    Attributes:
        start, end: its characters.
        title: its words, in the singular.
        holder: the id of a person, None where nobody is said to hold it.
        of: the name that it is of, None where the text beside it doesn't say.
        of_article: only the article as a whole tells of which country it is.
        former: the probability that its holder holds it no more, or not yet.
        chances: the probability of each field, as the network gives it.
    """

    start: int
    end: int
    title: str
    holder: str | None
    of: Name | None
    of_article: bool
    former: float
    chances: dict[str, float]


def held_titles(reading: Reading) -> list[Held]:
    """Return the titles of the article with their holders, one for each holder."""
    ends = {e.end: e.text for e in reading.doc.ents if e.end < len(reading.doc) and reading.doc[e.end].tag_ == "POS"}
    named = [(reading.words.of_tokens(e.start, e.end), Name(e.text, e.label_, ends.get(e.start - 1, ""))) for e in reading.doc.ents]
    names, stretches = {words[0]: name for words, name in named}, {words[0]: words for words, _ in named}
    found = []
    for title, answer in zip(reading.titles, reading.offices, strict=True):
        known = kind_of(plain_words(*reading.words.texts[slice(*title.words)])) != "other"
        if title.chance >= (threshold("title") if known else UNKNOWN):
            found += _held(reading, title, answer, names, stretches)
    return found


def _held(reading: Reading, title: TitleSpan, answer: Answer, names: dict[int, Name], stretches: dict[int, Stretch]) -> list[Held]:
    trimmed = _trimmed(reading, title.words)
    if trimmed is None:
        return []
    words, is_former, people = trimmed
    start, end = reading.words.characters(*words)
    text, plural = singular(" ".join(reading.source[start:end].split()))
    of, of_article, of_chance = _of(answer, names, plain_words(*reading.words.texts[slice(*words)]))
    if people is not None:
        of, of_article = people, False
    if title.of is not None:
        name = " ".join(reading.text(title.of).split())  # it needn't be one of the names that the network found
        of = names.get(title.of[0]) or Name(name, "LOC" if code_of_country(name) else "ORG")
        of_article, of_chance = False, 1.0
    former = 1.0 if is_former else float(answer.classes["former"][1])
    holders = _holders(reading, answer, stretches)
    best = holders[0][1] if holders else 0.0
    if (best < threshold("holder") and not (plural and len(holders) > 1)) or best < answer.unsaid["holder"]:
        holders, best = [("", answer.unsaid["holder"])], 0.0
    elif not plural:
        holders = holders[:1]
    if (of is None or best == 0) and text.casefold() in honorifics() - words_of("heads", "monarch"):
        return []  # "Chief Okoro" is courtesy, "Lubicon Lake Chief Ana Ruiz" holds an office
    found = []
    for holder, chance in holders:
        if chance >= ANOTHER * best:
            sure = min(1.0, chance * (len(holders) if plural else 1))
            chances = {"title": title.chance, "holder": sure, "of": of_chance, "former": max(former, 1 - former)}
            found.append(Held(start, end, text, holder or None, of, of_article, former, chances))
    return found


def _trimmed(reading: Reading, words: Stretch) -> tuple[Stretch, bool, Name | None] | None:
    """Return a title without words of time, peoples and linking words at its ends; None where nothing else is left.

    With its words come whether it is former, and whose people it is: `former Egyptian` before `finance minister`.
    """
    start, end = words
    texts = reading.words.texts
    former, people = False, None
    while start < end:
        word = texts[start].casefold().strip("-")
        rest = [text.casefold().replace(".", "") for text in texts[start:end]]
        if tuple(rest[:2]) in heads():  # "U.S. attorney" is a title whole
            break
        ranks = word == "first" and not words_of("title", "grades").isdisjoint(rest[1:2])  # "First Deputy Prime Minister"
        if word in words_of("title", "parties") and kind_of(rest[1:]) in NO_PARTYS:  # "Republican Gov."
            start += 1
            continue
        if code_of_demonym(texts[start]) and end - start > 1:
            people = Name(texts[start], "NORP")
        elif word in words_of("status", "former"):
            former = True
        elif ranks or (word not in words_of("status", "neutral") and any(c.isalnum() for c in word)):
            break
        start += 1
    while start < end and (texts[end - 1].casefold() in words_of("title", "links") or not any(c.isalnum() for c in texts[end - 1])):
        end -= 1
    left = " ".join(texts[start:end]).casefold().rstrip(".")
    courtesy = left in honorifics() - words_of("heads", "monarch") - words_of("heads", "loose")
    return None if not left or courtesy else ((start, end), former, people)


def _holders(reading: Reading, answer: Answer, stretches: dict[int, Stretch]) -> list[tuple[str, float]]:
    """Return the ids of the people who may hold the office with their probabilities, the likeliest first.

    All mentions of a person count; those beyond the window only where they make it very sure.
    """
    chances: dict[str, float] = {}
    near: dict[str, float] = {}
    for word, chance in answer.pointed["holder"].items():
        person = reading.person_at(*reading.words.characters(*stretches.get(word, (word, word + 1))))
        if person is not None:
            chances[person] = chances.get(person, 0.0) + chance
            near[person] = near.get(person, 0.0) + chance * (answer.window[0] <= word < answer.window[1])
    sure = {person: chance if chance >= threshold("holder_elsewhere") else near[person] for person, chance in chances.items()}
    return sorted(((p, chance) for p, chance in sure.items() if chance), key=lambda c: (-c[1], c[0]))


def _can_be_of(title: Sequence[str], name: Name) -> bool:
    """Say whether an office can be of a name.

    A military or police rank is of a country or a force, not of the college that stands near; a governor is not of his party, and no
    minister of the cabinet.
    """
    text = name.text.casefold()
    if text in words_of("title", "parties") and kind_of(title) in NO_PARTYS:
        return False
    if text in words_of("title", "of_ministers") and kind_of(title) == "minister":
        return False
    if " ".join(title) not in words_of("title", "military") or code_of_country(name.text) or code_of_demonym(name.text):
        return True
    return not words_of("title", "forces").isdisjoint(word.casefold() for word in name.text.split())


def _of(answer: Answer, names: dict[int, Name], title: Sequence[str]) -> tuple[Name | None, bool, float]:
    """Return the name that the office of a title's words is of, whether only the article tells it, and the probability of this answer."""
    chances: dict[str, float] = {}
    told: dict[str, tuple[float, Name]] = {}
    near: set[str] = set()  # those that stand in the window
    for word, chance in answer.pointed["of"].items():
        if word in names and _can_be_of(title, names[word]):
            name = names[word]
            key = code_of_country(name.text) or code_of_demonym(name.text) or name.text
            chances[key] = chances.get(key, 0.0) + chance
            near |= {key} if answer.window[0] <= word < answer.window[1] else set()
            told[key] = max(told.get(key, (0.0, name)), (chance, name), key=lambda t: t[0])
    best = max(chances, key=lambda key: chances[key], default=None)
    unsaid = answer.unsaid["of_article"] + answer.unsaid["of"]
    needed = threshold("of" if best in near else "of_elsewhere")
    if best is not None and chances[best] >= max(unsaid, needed):
        return told[best][1], False, chances[best]
    return None, answer.unsaid["of_article"] >= threshold("of_article"), unsaid
