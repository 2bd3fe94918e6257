"""What a report lists over all its articles: the articles, their people and places, and their figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from ..collecting import Collection
from ..formats import escaped
from .facts import index_terms

if TYPE_CHECKING:
    from markupsafe import Markup

    from newsfacts.collection import Entity

_FIGURE = ("label", "detail", "group", "number", "when", "day", "note")


class Lists:
    """The lists of a report. What is said of each article waits in temporary files until all articles are written.

    Args of its constructor: two empty files, for what is said of articles and of figures.
    """

    def __init__(self, entries: TextIO, figures: TextIO) -> None:
        self._entries, self._figures = entries, figures
        self._names = Collection()
        self._articles = self._written = 0
        self._rows: dict[str, list[str]] | None = None

    def add(self, article: dict[str, Any], *, whole: bool) -> None:
        """Add an article as `to_piece` makes it; `whole`: with its people, places and figures."""
        entry = [article["title"] or article["name"], article["published"], article["name"], list(index_terms(article["facts"]))]
        self._entries.write((",\n" if self._articles else "") + for_script(json.dumps(entry, ensure_ascii=False)))
        if whole:
            self._add_figures(article["facts"])
            self._add_names(article)
        self._articles += 1

    def _add_figures(self, facts: list[dict[str, Any]]) -> None:
        for number, fact in enumerate(facts):
            if fact["kind"] == "figures":
                row = [*(fact[name] for name in _FIGURE), [self._articles, number]]
                self._figures.write((",\n" if self._written else "") + for_script(json.dumps(row, ensure_ascii=False)))
                self._written += 1

    def _add_names(self, article: dict[str, Any]) -> None:
        from newsfacts import FactSheet
        from newsfacts.collection import names_in

        sheet = FactSheet.model_validate(article["sheet"])
        about = {}
        for number, fact in enumerate(article["facts"]):
            if fact["section"] in ("people", "places"):
                day = sheet.source.published or ""
                about[getattr(sheet, fact["section"])[fact["index"]].id] = json.dumps([[self._articles, number], day, fact["detail"]])
        self._names.add(f"{self._articles:09}", names_in(sheet, ("people", "places")), about)

    def entries(self) -> Iterator[Markup]:
        """Yield, as JSON, of each article the title, the day, the name, and what the index searches."""
        yield from _from_start(self._entries)

    def figures(self) -> Iterator[Markup]:
        """Yield, as JSON, of each figure what a table of figures shows, and last the numbers of its article and in it."""
        yield from _from_start(self._figures)

    def people(self) -> Iterator[Markup]:
        """Yield, as JSON, of each person the name, the other names, the latest office, and where the articles name the person."""
        yield from self._listed("people")

    def places(self) -> Iterator[Markup]:
        """Yield, as JSON, of each place the name, the other names, kind and country, and where the articles name it."""
        yield from self._listed("places")

    def _listed(self, section: str) -> Iterator[Markup]:
        if self._rows is None:
            self._rows = self._sorted_rows()
        for number, row in enumerate(self._rows[section]):
            yield for_script((",\n" if number else "") + row)

    def _sorted_rows(self) -> dict[str, list[str]]:
        """Return the rows of each list, those of most articles first."""
        rows: dict[str, list[tuple[int, str, str]]] = {"people": [], "places": []}
        for entity, said in self._names.entities():
            rows[entity.section].append((-entity.articles, entity.id, _row(entity, [json.loads(about) for about in said])))
        return {section: [row for *_, row in sorted(found)] for section, found in rows.items()}


def _row(entity: Entity, said: list[Any]) -> str:
    detail = max(said, key=lambda about: (bool(about[2]), about[1]))[2]  # of the latest article that tells one
    return json.dumps([entity.name, entity.variants, detail, [place for place, *_ in said]], ensure_ascii=False)


def _from_start(stream: TextIO) -> Iterator[Markup]:
    from markupsafe import Markup

    stream.seek(0)
    return map(Markup, stream)


def for_script(source: str) -> Markup:
    """Return JSON in which no `</script>` and no line separator of JavaScript is left."""
    from markupsafe import Markup

    return Markup(escaped(source).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
