"""The format of annotated texts, and a check of it: `python -m training.formats training/sentences/*.jsonl`.

One text a line. Words are given as they stand in the text; each is looked for nearest to what it belongs to, `nth` chooses another
occurrence of a figure's or a title's own words.

    {"text": "Shares of Nordvik fell 3.2% on Tuesday, its chairman Ole Dahl said.",
     "figures": [{"text": "3.2%", "kind": "change", "direction": "down", "measure": "Shares of Nordvik", "when": ["Tuesday"],
                  "source": "Ole Dahl"}],
     "offices": [{"text": "chairman", "of": "Nordvik", "holder": "Ole Dahl"}]}

Absent: `kind` level, `direction` none, `measure` none, `when` [], `status` actual, `source` none; `of` and `holder` none, `former` and
`of_article` false. An office that has `of_article` is a state's whose country only the article as a whole tells: its `of` is absent.
`measure` is one stretch of the text or a list of several in their order.

`names`, where a text has it, is all of its names, each different wording with what it is: PERSON, ORG, the type of a place (country,
region, city, water, landform, facility, other), NORP (a people, a party's or a religion's followers) or MISC (any other name).

    {"text": "Korean Air flew 300 Malians to Bamako.", "names": {"Korean Air": "ORG", "Malians": "NORP", "Bamako": "city"}}
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

Stretch = tuple[int, int]  # characters, end exclusive
PlaceType = Literal["country", "region", "city", "water", "landform", "facility", "other"]
Name = Literal["PERSON", "ORG", "NORP", "MISC"] | PlaceType


class FormatError(ValueError):
    """An annotation that isn't what it should be; the message says which and why."""


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    nth: int = 1


class WrittenFigure(_Written):
    """A figure as an annotator writes it."""

    kind: Literal["change", "share", "level"] = "level"
    direction: Literal["up", "down"] | None = None
    measure: str | list[str] | None = None
    when: list[str] = []
    status: Literal["actual", "planned", "forecast", "hypothetical", "denied"] = "actual"
    source: str | None = None


class WrittenOffice(_Written):
    """An office as an annotator writes it; `of` and `holder` are names in the text."""

    of: str | None = None
    holder: str | None = None
    former: bool = False
    of_article: bool = False


class WrittenText(BaseModel):
    """A text with its figures and offices, and all of its names or none of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    figures: list[WrittenFigure] = []
    offices: list[WrittenOffice] = []
    names: dict[str, Name] | None = None


def open_text(path: Path):
    """Open a file of text, unpacked where it ends in `.gz`."""
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_written(path: Path) -> Iterator[tuple[int, WrittenText]]:
    """Yield the texts of a file with the numbers of their lines.

    Raises:
        FormatError: a line isn't JSON or isn't in the format.
    """
    with open_text(path) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield number, WrittenText.model_validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, first["loc"]))
                raise FormatError(f"{path}:{number}: {where}: {first['msg']}") from None


def find_stretch(text: str, words: str, near: int | None = None, nth: int = 1) -> Stretch:
    """Return where `words` stand in `text`: the `nth` time, or nearest to the character `near`; whole words alone.

    Raises:
        FormatError: they don't stand there.
    """
    found = stretches_of(text, words)
    if len(found) < nth:
        raise FormatError(f"{words!r} (time {nth}) isn't in the text as whole words: {text[:60]!r}")
    return found[nth - 1] if near is None else min(found, key=lambda s: abs(s[0] - near))


def stretches_of(text: str, words: str) -> list[Stretch]:
    """Return all places where `words` stand in `text` as whole words."""
    found = []
    at = text.find(words) if words.strip() else -1
    while at >= 0:
        end = at + len(words)
        inside = (at and text[at - 1].isalnum() and words[:1].isalnum()) or (text[end : end + 1].isalnum() and words[-1:].isalnum())
        if not inside:
            found.append((at, end))
        at = text.find(words, at + 1)
    return found


def names_of(text: str, names: dict[str, Name]) -> list[tuple[int, int, Name]]:
    """Return each place where a name stands, the longest first where one holds another.

    Raises:
        FormatError: a name doesn't stand in the text by itself.
    """
    taken: list[tuple[int, int, Name]] = []
    for name in sorted(names, key=len, reverse=True):
        free = [(a, b) for a, b in stretches_of(text, name) if not any(a < end and start < b for start, end, _ in taken)]
        if not free:
            raise FormatError(f"the name {name!r} isn't in the text by itself as whole words: {text[:60]!r}")
        taken += [(a, b, names[name]) for a, b in free]
    return sorted(taken)


def figure_of(text: str, figure: WrittenFigure) -> dict[str, Any]:
    """Return a figure with offsets: `start`, `end`, `measure` (stretches), `when` (stretches), `source` (a stretch or None)."""
    start, end = find_stretch(text, figure.text, nth=figure.nth)
    stretches = [figure.measure] if isinstance(figure.measure, str) else figure.measure or []
    return {
        "start": start, "end": end, "kind": figure.kind, "direction": figure.direction, "status": figure.status,
        "measure": [find_stretch(text, words, start) for words in stretches],
        "when": [find_stretch(text, words, start) for words in figure.when],
        "source": find_stretch(text, figure.source, start) if figure.source else None,
    }  # fmt: skip


def office_of(text: str, office: WrittenOffice) -> dict[str, Any]:
    """Return an office with offsets: `start`, `end`, `of` and `holder` (a stretch or None), `former`, `of_from_article`.

    Raises:
        FormatError: its words don't stand in the text, or it has an `of` of its own and the article's besides.
    """
    start, end = find_stretch(text, office.text, nth=office.nth)
    if office.of and office.of_article:
        raise FormatError(f"{office.text!r} has an `of`, so only the article can't tell it: leave `of_article` out")
    return {
        "start": start, "end": end, "former": office.former, "of_from_article": office.of_article,
        "of": find_stretch(text, office.of, start) if office.of else None,
        "holder": find_stretch(text, office.holder, start) if office.holder else None,
    }  # fmt: skip


def _faults(path: Path) -> Iterator[str]:
    seen: dict[str, int] = {}
    try:
        for number, written in read_written(path):
            if written.text in seen:
                yield f"{path}:{number}: the text of line {seen[written.text]} again"
            seen[written.text] = number
            for one in [*written.figures, *written.offices, written.names or {}]:
                try:
                    _tied(written.text, one)
                except FormatError as error:
                    yield f"{path}:{number}: {error}"
    except FormatError as error:
        yield str(error)


def _tied(text: str, one: WrittenFigure | WrittenOffice | dict[str, Name]) -> object:
    """Return an annotation with its offsets.

    Raises:
        FormatError: its words don't stand in the text.
    """
    if isinstance(one, WrittenFigure):
        return figure_of(text, one)
    return office_of(text, one) if isinstance(one, WrittenOffice) else names_of(text, one)


def main() -> None:
    faults = 0
    for name in sys.argv[1:]:
        for fault in _faults(Path(name)):
            faults += 1
            print(fault)
    texts = [w for name in sys.argv[1:] for _, w in read_written(Path(name))] if not faults else []
    if faults:
        raise SystemExit(f"{faults} faults")
    counts = [sum(len(part) for part in parts) for parts in zip(*((t.figures, t.offices, t.names or ()) for t in texts), strict=True)]
    print(f"{len(texts)} texts, {counts[0]} figures, {counts[1]} offices, {counts[2]} names: all well")


if __name__ == "__main__":
    main()
