"""A fact sheet for people: one line a fact, grouped by section. Nothing of an article is markup here."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .confidence import is_doubtful
from .formats import FIGURES, SECTIONS
from .time_wording import is_iso, time_in_words
from .visible import visible
from .wording import coordinates_in_words, figure_in_words, note_in_words, office_in_words, other_forms, whole_in_words

if TYPE_CHECKING:
    from newsfacts import FactSheet
    from newsfacts.models import Date, Money, Office, Organization, Percentage, Person, Place, Quantity, Span

# Named ANSI colours that are readable on light and on dark ground.
_HEADING, _NAME, _VALUE = "bold magenta", "bold", "cyan"
_ARROWS = {"▲": "green", "▼": "red"}

# In columns of the terminal.
_INDENT, _MARGIN = 2, 2
_WIDEST, _WIDEST_FIRST = 40, 60  # of a column that isn't the first, and of the first
_NARROWEST = 12  # of the first
_LEAST_CONTEXT = 46  # less of a sentence says nothing
_BEFORE = 32  # of the sentence before a fact

Row = list[Text]
_NOTE = 3  # the column of a figure's row that goes below its measure where there is no room beside it


def to_table(sheet: FactSheet, text: str, sections: Sequence[str] = SECTIONS, *, width: int = 80, colour: bool = False) -> str:
    """Return the sheet as a table.

    Args:
        sheet: a fact sheet.
        text: the article that it was made from.
        sections: which of them to show.
        width: of the terminal, in columns. A wide one shows the words around each fact too.
        colour: whether to use ANSI colours and bold.
    """
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    _print_head(console, sheet, width)
    shown = 0
    for section in SECTIONS:
        rows = _ROWS[section](sheet, text, sections) if section in sections else []
        if rows:
            if shown:
                console.print()
            shown += len(rows)
            console.print(Text.assemble((section.capitalize(), _HEADING), (f"  {_size(sheet, section, rows)}", "magenta")))
            console.print(_grid(_fitted(rows, width) if section in FIGURES else rows, width))
    if not shown:
        console.print("No facts found.")
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n"))


def _print_head(console: Console, sheet: FactSheet, width: int) -> None:
    source = sheet.source
    if source.title:
        console.print(Text(visible(source.title), _NAME))
    published = f"published {source.published}" if source.published else "day of publication unknown"
    console.print(Text(visible(f"{source.name} · {published} · {source.length:,} characters")))
    console.print("─" * width)


def _size(sheet: FactSheet, section: str, rows: list[Row]) -> int:
    if section == "people":
        return len(_shown_people(sheet))
    return len(rows) if section == "offices" else len(getattr(sheet, section))


def _fitted(rows: list[Row], width: int) -> list[Row]:
    """Return the rows with the notes on figures in a column of their own or below the measures, as they fit, best with the context."""
    below = [[_below(row[0], row[_NOTE]), *row[1:_NOTE], *row[_NOTE + 1 :]] for row in rows]
    for least_context in (_LEAST_CONTEXT, 0):
        for layout in (rows, below):
            first, *middle, context = _natural(layout)
            needed = [min(first, _WIDEST_FIRST), *(min(length, _WIDEST) for length in middle), min(context, least_context)]
            if _INDENT - _MARGIN + sum(length + _MARGIN for length in needed if length) <= width:
                return layout
    return below


def _below(measure: Text, note: Text) -> Text:
    return Text("\n  ").join((measure, note)) if note else measure


def _natural(rows: list[Row]) -> list[int]:
    """Return the columns of the terminal that each column of the table would fill."""
    return [max(line.cell_len for cell in column for line in cell.split(allow_blank=True)) for column in zip(*rows, strict=True)]


def _grid(rows: list[Row], width: int) -> Table:
    """Lay out rows: the first cell takes what room the middle ones leave, the last one is shown where there is room beside it."""
    natural = _natural(rows)
    middle = [min(length, _WIDEST) for length in natural[1:-1]]
    room = width - _INDENT - sum(length + _MARGIN for length in middle if length)
    first = min(natural[0], _WIDEST_FIRST)
    context = min(natural[-1], room - first - _MARGIN)
    if context < min(_LEAST_CONTEXT, natural[-1]) or not context:
        context, first = 0, min(natural[0], max(_NARROWEST, room))
    grid = Table.grid(padding=(0, _MARGIN, 0, 0))
    grid.add_column(width=_INDENT - _MARGIN)
    kept = []
    for index, length in enumerate([first, *middle, context]):
        if length:
            kept.append(index)
            last = index == len(middle) + 1
            grid.add_column(width=length, no_wrap=last, overflow="ellipsis" if last else "fold")
    for row in rows:
        grid.add_row("", *(row[index] for index in kept))
    return grid


def _shown_people(sheet: FactSheet) -> list[Person]:
    """Return the people of the story: its makers are left out."""
    return [person for person in sheet.people if person.role is None]


def _people(sheet: FactSheet, text: str, sections: Sequence[str]) -> list[Row]:
    """Each person with an office, where offices are shown at all; a second office stands on a line of its own."""
    rows = []
    for person in _shown_people(sheet):
        offices = [o for o in sheet.offices if o.holder == person.id] if "offices" in sections else []
        for index, office in enumerate(offices or [None]):
            role = _of(office, _text(office_in_words(office), _VALUE)) if office else [Text()]
            name, *rest = _of(person, _text(person.name, _NAME), _times(person), _others(person))
            rows.append([name, *role, *rest] if not index else [Text(), *role, Text(), Text()])
    return rows


def _offices(sheet: FactSheet, text: str, sections: Sequence[str]) -> list[Row]:
    """The offices that stand beside nobody in the people's section."""
    names = {person.id: person.name for person in sheet.people}
    offices = [o for o in sheet.offices if o.holder is None or "people" not in sections]
    return [_of(o, _text(office_in_words(o), _VALUE), _text(names.get(o.holder or "", ""), _NAME), _times(o), Text()) for o in offices]


def _places(sheet: FactSheet, text: str, sections: Sequence[str]) -> list[Row]:
    return [
        _of(
            place,
            _text(place.name, _NAME),
            _text(place.type if place.type != "other" else ""),
            _text(whole_in_words(place), _VALUE),
            _text(coordinates_in_words(place)),
            _times(place),
            _others(place),
        )
        for place in sheet.places
    ]


def _organizations(sheet: FactSheet, text: str, sections: Sequence[str]) -> list[Row]:
    return [_of(o, _text(o.name, _NAME), _times(o), _others(o)) for o in sheet.organizations]


def _dates(sheet: FactSheet, text: str, sections: Sequence[str]) -> list[Row]:
    """Each date with its value, once however often it stands in the text."""
    counts = Counter((date.text, date.value) for date in sheet.dates)
    first = {(date.text, date.value): date for date in reversed(sheet.dates)}
    return [
        _of(
            date,
            _text(date.text),
            _text(f"→ {_time(date.value, date.type)}", _VALUE),
            _days(date),
            _count(counts[key]),
            _context(sheet, text, date),
        )
        for key, date in sorted(first.items(), key=lambda item: item[1].start)
    ]


def _days(date: Date) -> Text:
    """The days that a value covers, where it doesn't tell them itself as `2026-04` does."""
    if not date.first_day or not date.last_day or date.value.replace("-", "").isdigit() or date.type == "TIME":
        return Text()
    return _text(date.first_day if date.first_day == date.last_day else f"{date.first_day} to {date.last_day}")


def _time(value: str, kind: str = "DATE") -> str:
    """Return a day or month as ISO 8601 writes it, so that a column of them can be compared, and words in place of other TIMEX3 values."""
    return value if is_iso(value) else time_in_words(value, kind)


def _figures(section: str) -> Callable[[FactSheet, str, Sequence[str]], list[Row]]:
    def rows(sheet: FactSheet, text: str, sections: Sequence[str]) -> list[Row]:
        figures: list[Percentage | Money | Quantity] = getattr(sheet, section)
        return [
            _of(
                figure,
                _measure(figure),
                _arrowed(figure_in_words(figure)),
                _text(_time(figure.when) if figure.when else ""),
                _text(note_in_words(figure), "magenta"),
                _context(sheet, text, figure),
            )
            for figure in figures
        ]

    return rows


def _measure(figure: Percentage | Money | Quantity) -> Text:
    return _text(figure.measure) if figure.measure else _text(f"“{figure.text}”")


def _arrowed(words: str) -> Text:
    return _text(words, f"bold {_ARROWS.get(words[:1], _VALUE)}")


def _sentences(sheet: FactSheet, text: str, sections: Sequence[str]) -> list[Row]:
    """Sentences are no facts: they are in the sheet for programs."""
    return []


def _text(value: str, style: str = "") -> Text:
    return Text(visible(value), style)


def _of(fact: Span | Person | Office | Place | Organization, *cells: Text) -> Row:
    """Return the cells of a fact's row, dimmed and without colours where the fact is doubtful."""
    return [Text(cell.plain, "dim") for cell in cells] if is_doubtful(fact) else list(cells)


def _times(entity: Person | Office | Place | Organization) -> Text:
    return _count(len(entity.mentions))


def _count(number: int) -> Text:
    return Text(f"×{number}" if number > 1 else "")


def _others(entity: Person | Place | Organization) -> Text:
    forms = other_forms(entity)
    return _text(f"also {', '.join(forms)}") if forms else Text()


def _context(sheet: FactSheet, text: str, fact: Span) -> Text:
    """The words of the sentence around a fact, which is bold."""
    sentence = sheet.sentences[fact.sentence]
    before, after = visible(text[sentence.start : fact.start] + "|")[:-1], visible("|" + text[fact.end : sentence.end])[1:]
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:].partition(" ")[2]
    return Text(before).append(visible(fact.text), "bold").append(after)


_ROWS: dict[str, Callable[[FactSheet, str, Sequence[str]], list[Row]]] = {
    "people": _people,
    "offices": _offices,
    "places": _places,
    "organizations": _organizations,
    "dates": _dates,
    "percentages": _figures("percentages"),
    "money": _figures("money"),
    "quantities": _figures("quantities"),
    "sentences": _sentences,
}
