#!/usr/bin/env python3
"""How time and memory grow with the length of one article: plain news, and texts that try to make something quadratic.

    python benchmarks/long.py --kind news --sizes 0.3,0.6,1.2,2.4
    python benchmarks/long.py --rules --kind names --sizes 1.25,2.5,5

Prints for each size (millions of characters) the CPU time of the whole process, its ratio to the size before, and the peak of resident
memory so far. `--rules` leaves the encoder out: a short text goes through the whole pipeline, its Doc is repeated, and the extractors
are timed on that, which takes a twentieth of the time.
"""

from __future__ import annotations

import argparse
import datetime
import random
import resource
import time
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts import Article, load_pipeline, make_sheet
from newsfacts.sheet import sheet_from_doc

SOUNDS = ("ba", "ko", "ri", "sten", "mar", "lo", "van", "ti", "sha", "del", "ur", "phon", "gra", "ne", "wil", "zo")
GIVEN = ("Anna", "Brian", "Chen", "Dalia", "Emeka", "Farah", "Goran", "Hanna", "Ivan", "Jorge", "Kofi", "Lina", "Minh", "Nadia")
COUNTRIES = ("Ghana", "Peru", "Vietnam", "Poland", "Canada", "Jordan", "Kenya", "Nepal", "Chile", "Norway", "Oman", "Laos")
CITIES = ("Accra", "Lima", "Hanoi", "Warsaw", "Toronto", "Amman", "Nairobi", "Kathmandu", "Santiago", "Oslo", "Muscat", "Vientiane")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
GOODS = ("exports", "imports", "car sales", "wheat prices", "food prices", "coal shipments", "wages", "rents", "visitor numbers")
SENTENCES = (
    "{Goods} of {country} rose {n}.{d} percent in {month} {year}, {given} {name}, the finance minister, said on Tuesday.",
    "President {given} {name} of {country} met {given2} {name2}, the head of the {name} Bank, in {city} last week.",
    "The company, {name} {name2} Ltd, paid ${n}.{d} million for a plant near {city} that employs {k} people.",
    "{name} said {goods} fell to {k} tonnes from {k2} tonnes a year earlier, after a {d}.{n} percent drop in {month}.",
    "Some {k} families left {city} between {month} {day} and {month2} {day2}, police chief {given} {name} told reporters.",
    "“We expect {goods} to grow by {d}% to {n}% a year until {year2},” {name2} added; the {name} Institute had forecast {n} percent.",
    "The road from {city} to {city2} is {k} kilometres long and cost €{n} million (${k} million) in {year}.",
)


def news(rng: random.Random) -> Iterator[str]:
    """Yield paragraphs without end, names and figures of their own in each."""

    def surname() -> str:
        return "".join(rng.choices(SOUNDS, k=rng.randint(2, 3))).capitalize()

    while True:
        lines = []
        for _ in range(rng.randint(1, 4)):
            goods = rng.choice(GOODS)
            words = {"name": surname(), "name2": surname(), "given": rng.choice(GIVEN), "given2": rng.choice(GIVEN), "goods": goods}
            words |= {
                "Goods": goods.capitalize(),
                "country": rng.choice(COUNTRIES),
                "city": rng.choice(CITIES),
                "city2": rng.choice(CITIES),
            }
            numbers = {"n": rng.randint(2, 99), "d": rng.randint(1, 9), "k": rng.randint(100, 990), "k2": rng.randint(100, 990)}
            days = {"month": rng.choice(MONTHS), "month2": rng.choice(MONTHS), "day": rng.randint(1, 28), "day2": rng.randint(1, 28)}
            years = {"year": rng.randint(1990, 2025), "year2": rng.randint(2027, 2040)}
            lines.append(rng.choice(SENTENCES).format(**words, **numbers, **days, **years))
        yield " ".join(lines)


def _names(rng: random.Random) -> Iterator[str]:
    while True:
        yield f"{rng.choice(GIVEN)} {''.join(rng.choices(SOUNDS, k=2)).capitalize()}, {rng.choice(CITIES)}"


def _figures(rng: random.Random) -> Iterator[str]:
    while True:
        yield rng.choice(("{}%", "${} million", "{} people", "{} km", "{}", "{} to {} percent", "€{}bn")).format(
            rng.randint(1, 999), rng.randint(1, 999)
        )


def _repeated(unit: str) -> Callable[[random.Random], Iterator[str]]:
    def units(rng: random.Random) -> Iterator[str]:
        while True:
            yield unit * 50

    return units


KINDS: dict[str, tuple[Callable[[random.Random], Iterator[str]], str]] = {
    "news": (news, "\n\n"),
    "one line": (news, " "),
    "no full stop": (lambda rng: (p.replace(".", "").replace(";", "") for p in news(rng)), " "),
    "capitals": (lambda rng: (p.upper() for p in news(rng)), "\n\n"),
    "figures": (_figures, ", "),
    "figures in lines": (_figures, "\n"),
    "names": (_names, ", "),
    "names in lines": (_names, "\n"),
    "short lines": (lambda rng: (word for p in news(rng) for word in p.split()), "\n"),
    "one token": (_repeated("x1"), ""),
    "brackets": (_repeated("("), ""),
    "spaced brackets": (_repeated("( "), ""),
    "hyphens": (_repeated("a-"), ""),
    "spaced hyphens": (_repeated("- "), ""),
    "quotes": (_repeated('"'), ""),
    "spaced quotes": (_repeated('" '), ""),
    "digits": (_repeated("1"), ""),
    "spaced digits": (_repeated("1 "), ""),
    "dollars": (_repeated("$ "), ""),
    "percent": (_repeated("1% "), ""),
    "months": (_repeated("May "), ""),
    "years": (_repeated("2021, "), ""),
    "titles": (_repeated("President "), ""),
    "of": (_repeated("of the "), ""),
    "Mr": (_repeated("Mr "), ""),
    "ands": (_repeated("Anna and "), ""),
    "spaces": (_repeated(" "), ""),
    "lines": (_repeated("\n"), ""),
}


def text_of(kind: str, size: int) -> str:
    """Return a text of `size` characters."""
    parts, link = KINDS[kind]
    pieces, length = [], 0
    for piece in parts(random.Random(1)):
        pieces.append(piece)
        length += len(piece) + len(link)
        if length >= size:
            break
    return link.join(pieces)[:size]


def repeated(nlp: Language, text: str, size: int) -> Doc:
    """Return the Doc of `text` again and again up to `size` characters."""
    doc = nlp(text + "\n\n")
    return Doc.from_docs([doc] * max(1, size // len(doc.text)), ensure_whitespace=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="may be given again; all by default")
    parser.add_argument("--sizes", default="0.3,0.6,1.2,2.4", help="in millions of characters")
    parser.add_argument("--rules", action="store_true", help="time the extractors alone")
    args = parser.parse_args()
    nlp = load_pipeline()
    day = datetime.date(2026, 4, 14)
    make_sheet(Article(text_of("news", 2000), published=day), nlp)  # loads what is loaded at first use
    for kind in args.kind or KINDS:
        before = 0.0
        for size in (int(1e6 * float(size)) for size in args.sizes.split(",")):
            text = text_of(kind, min(size, 20_000) if args.rules else size)
            doc = repeated(nlp, text, size) if args.rules else None
            start = time.process_time()
            article = Article(doc.text if doc is not None else text, published=day)
            sheet = sheet_from_doc(article, doc) if doc is not None else make_sheet(article, nlp)
            spent = time.process_time() - start
            ratio = f"{spent / before:5.2f}" if before else "     "
            facts = sum(len(section) for _, section in sheet if isinstance(section, list)) - len(sheet.sentences)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{kind:18} {size / 1e6:5.2f} MB {spent:8.1f} s {ratio}  {memory:6.0f} MB peak  {facts:8} facts", flush=True)
            before = spent


if __name__ == "__main__":
    main()
