"""Short news articles of our own making, with varied names and figures: the same seed and number give the same text."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

_PEOPLE = (
    "Maria Okafor",
    "James Whitfield",
    "Li Na Zhou",
    "Arjun Mehta",
    "Sofia Lindqvist",
    "Pedro Almeida",
    "Hannah Kruger",
    "Tomas Novak",
)
_OFFICES = ("finance minister", "central bank governor", "chief executive", "transport secretary", "spokesperson", "deputy chair")
_FIRMS = ("Norvale Energy", "Castell Foods", "Brightwater Holdings", "Tamarind Air", "Ostrava Steel", "Redfern Mining", "Kestrel Telecom")
_PLACES = ("Vienna", "Nairobi", "Jakarta", "Lima", "Warsaw", "Toronto", "Kenya", "Poland", "Peru", "Indonesia", "Austria", "Canada")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MONTHS = ("January", "March", "May", "July", "September", "November")
_GOODS = ("wheat", "copper", "mobile phones", "coffee", "cement", "passenger cars")
_VERBS = ("rose", "fell", "climbed", "dropped", "slipped", "grew")

_SENTENCES = (
    "{firm} said on {day} that its sales {verb} {percent} percent to ${money} million in {month}.",
    "Exports of {goods} from {place} {verb} {percent}% in {month} after a {other}% gain a year earlier, {person} said.",
    "{person}, the {office} of {place}, told reporters in {city} that {count:,} people had lost their jobs since {month}.",
    "The company will build a plant in {city} for {money} million euros and hire {count:,} workers by {year}.",
    "Shares of {firm} {verb} {percent} percent on {day}, the largest move since {month} {year}.",
    "{firm} shipped {count:,} tonnes of {goods} to {place}, up from {less:,} tonnes in the same month of {year}.",
    "“We expect inflation of {percent} percent next year,” said {office} {person}.",
    "The road between {city} and {place} is {less} kilometres long and cost £{money} million.",
    "Police in {city} arrested {small} people on {day} night, {person} said.",
    "Analysts had forecast a profit of ${money} million for the quarter, against ${less} million in {year}.",
)
BAD = ("binary", "empty", "cut gzip", "wrong encoding", "long line")


def make_article(seed: int, number: int, sentences: tuple[int, int]) -> str:
    """Return an article of so many sentences, at least and at most, under a headline and a date line."""
    chance = random.Random(f"{seed}/{number}")
    filled = [_filled(template, chance) for template in chance.sample(_SENTENCES, chance.randint(*sentences))]
    headline = f"{chance.choice(_FIRMS)} and {chance.choice(_PLACES)}: report {number}"
    return f"{headline}\n\n{chance.randint(1, 28)} {chance.choice(_MONTHS)} 2025\n\n" + "\n\n".join(filled) + "\n"


def _filled(template: str, chance: random.Random) -> str:
    return template.format(
        **{key: chance.choice(words) for key, words in _WORDS.items()},
        percent=f"{chance.uniform(0.1, 40):.1f}",
        other=f"{chance.uniform(0.1, 40):.1f}",
        money=f"{chance.uniform(2, 900):.1f}",
        count=chance.randint(1100, 90_000),
        less=chance.randint(20, 999),
        small=chance.randint(3, 19),
        year=chance.randint(2015, 2024),
    )


_WORDS = {"firm": _FIRMS, "place": _PLACES[6:], "city": _PLACES[:6], "person": _PEOPLE, "office": _OFFICES, "day": _DAYS, "month": _MONTHS}
_WORDS |= {"goods": _GOODS, "verb": _VERBS}


def write_articles(
    folder: Path, number: int, seed: int, bad_every: int = 0, sentences: tuple[int, int] = (3, 6)
) -> tuple[set[str], set[str]]:
    """Write articles into folders of a thousand, every `bad_every`th of them one that cannot be read; `sentences` as of `make_article`.

    Returns:
        The names of the good ones and of the bad ones, relative to `folder`.
    """
    good, bad = set(), set()
    for i in range(number):
        name = f"{i // 1000:03}/{i:06}.txt"
        content = make_article(seed, i, sentences).encode()
        if bad_every and i % bad_every == bad_every // 2:
            kind = BAD[i // bad_every % len(BAD)]
            name += ".gz" if kind == "cut gzip" else ""
            content = _spoilt(content, kind)
            bad.add(name)
        else:
            good.add(name)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return good, bad


def _spoilt(content: bytes, kind: str) -> bytes:
    if kind == "binary":
        return b"\x7fELF" + bytes(range(256)) * 40
    if kind == "empty":
        return b""
    if kind == "cut gzip":
        return gzip.compress(content, mtime=0)[:-20]
    if kind == "wrong encoding":
        return content.decode().encode("utf-16-le")  # without its mark
    return b"a line that does not end, " * (3_000_000 // 26)
