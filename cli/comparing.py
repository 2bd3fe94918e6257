"""`newsfacts compare`: what different articles say of one measure, place and time, side by side."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .columns import in_columns
from .formats import escaped, plain_number
from .visible import visible_lines
from .wording import number_in_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from newsfacts.collection.figures import Said

    from .output import Write

Group = dict[str, Any]


def print_compared(sources: Sequence[str], *, output_format: str, output: str | None, all_groups: bool, quiet: bool) -> int:
    """Write the figures that can be compared, and return the exit status: 1 if some input failed.

    Args:
        sources: one database, or files and folders of sheets.
        output_format: `table`, or `jsonl` for an object a line.
        output: the file to write; None or `-` for standard output.
        all_groups: whether to give those too in which all articles say the same.
        quiet: whether to say nothing but errors.
    """
    from .database.asking import answered

    def answer(connection: Connection, write: Write) -> None:
        groups = [group for group in compared(connection) if all_groups or group["differ"]]
        for number, group in enumerate(groups):
            line = escaped(json.dumps(group, ensure_ascii=False)) + "\n"
            write(line if output_format == "jsonl" else visible_lines(("\n" if number else "") + _table(group)))
        if not groups and output_format != "jsonl":
            write("No figures of different articles " + ("can be compared.\n" if all_groups else "differ.\n"))

    return answered(sources, output, quiet, answer)


def compared(connection: Connection) -> Iterator[Group]:
    """Yield the groups of figures that can be compared, those that differ first.

    Each has `measure`, `differ`, and `figures`, by day and article: `article`, `title`, `published`, `measure`, `value`, `low`, `high`,
    `unit`, `qualifier`, `status`, `when`, `source` and `sentence`.
    """
    from newsfacts.collection.figures import differ, side_by_side

    rows = {(row.article, row.number): row for row in connection.execute(_query())}
    around = _places(connection, sorted({article for article, _ in rows}))
    said = [found for row in rows.values() if (found := _said(row, around[row.article]))]
    for group in side_by_side(said):
        figures = [_figure(rows[one.article, one.number]) for one in group]
        yield {"measure": figures[0]["measure"], "differ": differ(group), "figures": figures}


def _query() -> Any:
    """Return the query for the figures whose topic at least two articles have."""
    from sqlalchemy import distinct, func, select

    from .database.tables import articles, figures, sentences

    topics = select(figures.c.topic).group_by(figures.c.topic).having(func.count(distinct(figures.c.article)) > 1)
    named = (articles.c.title, articles.c.published, articles.c.country, sentences.c.text.label("said"))
    beside = (sentences.c.article == figures.c.article) & (sentences.c.sentence == figures.c.sentence)
    query = select(figures, *named).join(articles, articles.c.article == figures.c.article).join(sentences, beside, isouter=True)
    return query.where(figures.c.topic.in_(topics))


def _places(connection: Connection, keys: Sequence[str]) -> dict[str, set[str]]:
    """Return the blocks of the places of each article, some articles at a time."""
    from sqlalchemy import select

    from .database.tables import entity_mentions as names

    found: dict[str, set[str]] = defaultdict(set)
    for start in range(0, len(keys), 500):
        query = select(names.c.article, names.c.block).where(names.c.section == "places", names.c.article.in_(keys[start : start + 500]))
        for row in connection.execute(query):
            found[row.article].add(row.block)
    return found


def _said(row: Any, around: set[str]) -> Said | None:
    """Return what is compared of a figure; None where its days are unknown."""
    from newsfacts.collection.figures import Said, Topic

    dated = row.when_first is not None and row.when_last is not None
    first, last = (row.when_first, row.when_last) if dated else (row.published, row.published)
    if first is None or (row.when_value and not dated):
        return None
    places = tuple(row.topic_places.split("\n")) if row.topic_places else ()
    country = {f"place:{row.country}"} if row.country else set()
    ends = (row.value, row.low, row.high)
    return Said(row.article, row.number, Topic(row.topic, places), ends, first, last, dated, frozenset(around | country))


def _figure(row: Any) -> dict[str, Any]:
    numbers = {name: None if getattr(row, name) is None else plain_number(getattr(row, name)) for name in ("value", "low", "high")}
    day = row.published.isoformat() if row.published else None
    told = {"qualifier": row.qualifier, "status": row.status, "when": row.when_value, "source": row.source_name or row.source}
    article = {"article": row.article, "title": row.title, "published": day}
    return {**article, "measure": row.measure, **numbers, "unit": row.currency or row.unit, **told, "sentence": row.said}


def _table(group: Group) -> str:
    """Return a group as its measure, a line for each figure, and its sentence below."""
    rows = [(_amount(f), f["when"] or f["published"] or "", _credit(f), f["article"]) for f in group["figures"]]
    lines = in_columns(rows, indent=2).splitlines()
    sentences = [f"      {' '.join((figure['sentence'] or '').split())}" for figure in group["figures"]]
    head = f"{group['measure']}  {'differ' if group['differ'] else 'agree'}"
    return "\n".join([head, *(line for pair in zip(lines, sentences, strict=True) for line in pair)]) + "\n"


def _credit(figure: dict[str, Any]) -> str:
    return f"says {figure['source']}" if figure["source"] else ""


def _amount(figure: dict[str, Any]) -> str:
    ends = [number_in_words(figure[name]) for name in ("value", "low", "high") if figure[name] is not None]
    return " ".join(filter(None, (figure["qualifier"], "–".join(ends), figure["unit"])))
