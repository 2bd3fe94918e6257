#!/usr/bin/env python3
"""Whether a folded text gives the facts of the unfolded one: articles folded as mail, pdftotext and old wires have them.

    python benchmarks/folding.py ARTICLES.jsonl|TEXT... [--widths 60,72,90,110] [--errors]

Each article is folded at each width in each form of `FORMS`. A fact is one of both sheets if all its fields are the same but for white
space, ids, offsets and confidence. Prints the share of the unfolded text's facts that are kept, and the facts gained, by form.
"""

from __future__ import annotations

import argparse
import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsfacts import Article, FactSheet, load_pipeline
from newsfacts.api import parse_published
from newsfacts.models import SECTIONS
from newsfacts.sheet import make_sheet

WIDTHS = (60, 72, 90, 110)
_BEHIND_SENTENCE = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z\"“])")
_ELSEWHERE = frozenset(("id", "start", "end", "sentence", "confidence"))  # fields that a fold may change


def folded(text: str, width: int, *, indent: str = "", first: str = "", at_hyphens: bool = False) -> str:
    """Return `text` with each of its lines folded at `width`, all lines behind `indent`, the first one of a paragraph behind `first`."""
    return "\n".join(
        textwrap.fill(
            line,
            width,
            initial_indent=indent + first,
            subsequent_indent=indent,
            break_on_hyphens=at_hyphens,
            break_long_words=False,
        )
        for line in text.split("\n")
    )


FORMS: dict[str, Callable[[str, int], str]] = {
    "plain": lambda text, width: folded(text, width),
    "CRLF": lambda text, width: folded(text, width).replace("\n", "\r\n"),
    "indented": lambda text, width: folded(text, width, indent="    "),
    "first lines indented": lambda text, width: folded(text, width, first="   "),
    "two spaces behind a sentence": lambda text, width: folded(_BEHIND_SENTENCE.sub("  ", text), width),
    "spaces at line ends": lambda text, width: folded(text, width).replace("\n", " \n"),
    "no blank lines": lambda text, width: folded(re.sub(r"\n{2,}", "\n", text), width),
    "folded at hyphens": lambda text, width: folded(text, width, at_hyphens=True),
}


def facts_of(sheet: FactSheet) -> Counter[str]:
    """Return the facts of a sheet, each as a line of JSON without what a fold may change; a holder and a source by name."""
    names = {entity.id: entity.name for entity in (*sheet.people, *sheet.organizations)}
    facts = ((section, fact.model_dump()) for section in SECTIONS for fact in getattr(sheet, section))
    return Counter(json.dumps([section, _plain(fields, names)], sort_keys=True) for section, fields in facts)


def _plain(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return "".join(names.get(value, value).split())  # a word may be folded at its hyphen
    if isinstance(value, list):
        return [_plain(one, names) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one, names) for name, one in value.items() if name not in _ELSEWHERE}
    return value


def articles_of(paths: list[Path]) -> Iterator[Article]:
    """Yield the articles of text files and JSON lines."""
    for path in paths:
        if path.suffix != ".jsonl":
            yield Article(path.read_text(encoding="utf-8"), name=path.name)
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            day = row.get("published")
            yield Article(row["text"], name=row["name"], title=row.get("title"), published=parse_published(day) if day else None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--widths", default=",".join(map(str, WIDTHS)))
    parser.add_argument("--errors", action="store_true", help="print each fact lost or gained")
    args = parser.parse_args()
    nlp = load_pipeline()
    whole, lost, gained = Counter[str](), Counter[str](), Counter[str]()
    for article in articles_of(args.articles):
        wanted = facts_of(make_sheet(article, nlp))
        for width in map(int, args.widths.split(",")):
            for form, fold in FORMS.items():
                text = fold(article.text, width)
                found = facts_of(make_sheet(Article(text, article.name, article.title, article.published), nlp))
                whole[form] += wanted.total()
                lost[form] += (wanted - found).total()
                gained[form] += (found - wanted).total()
                if args.errors:
                    for sign, facts in (("-", wanted - found), ("+", found - wanted)):
                        print(*(f"{sign} {article.name} {width} {form}: {fact}" for fact in facts.elements()), sep="\n")
    for form, facts in whole.items():
        print(f"{form:30} kept {1 - lost[form] / facts:.4f} of {facts}, gained {gained[form]}")
    print(f"{'all':30} kept {1 - lost.total() / whole.total():.4f} of {whole.total()}, gained {gained.total()}")


if __name__ == "__main__":
    main()
