"""`newsfacts people`: the people of many articles, and of one of them the names, the offices over time and the articles."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .columns import in_columns
from .formats import escaped
from .messages import InputError
from .visible import visible_lines

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from .output import Write

Person = dict[str, Any]
_AT_ONCE = 500  # entities of a query


def print_people(sources: Sequence[str], name: str | None, *, output_format: str, output: str | None, quiet: bool) -> int:
    """Write the people of a database or of stored sheets, and return the exit status: 1 if some input failed or nobody has the name.

    Args:
        sources: one database, or files and folders of sheets.
        name: words of a name, for all that is known of the people who have them; None for a list of all.
        output_format: `table`, or `jsonl` for an object a line.
        output: the file to write; None or `-` for standard output.
        quiet: whether to say nothing but errors.
    """
    from .database.asking import answered

    def answer(connection: Connection, write: Write) -> None:
        people = people_in(connection, name)
        if name is not None and not people:
            raise InputError(name, "nobody has that name", "newsfacts people without a name lists all")
        for part in _lines(people) if output_format == "jsonl" else _tables(people, name is not None):
            write(part if output_format == "jsonl" else visible_lines(part))

    return answered(sources, output, quiet, answer)


def people_in(connection: Connection, name: str | None = None) -> list[Person]:
    """Return the people, those of most articles first.

    Each has `entity`, `name`, `variants`, `country`, `offices` (`title`, `of`, `country`, `former`, the days of publication `first` and
    `last`, the number of `articles`) and the number of `articles`; with `name` these are a list (`article`, `published`, `title`, `url`).

    Args:
        connection: to a database of facts.
        name: words that a name of the person has; None for all people.
    """
    from sqlalchemy import select

    from newsfacts.collection import has_words

    from .database.tables import entities

    query = select(entities).where(entities.c.section == "people").order_by(entities.c.articles.desc(), entities.c.entity)
    people = [
        {
            "entity": row.entity,
            "name": row.name,
            "variants": row.variants.split("; ") if row.variants else [],
            "country": row.country,
            "articles": row.articles,
        }
        for row in connection.execute(query)
        if name is None or has_words(name, (row.name, *row.variants.split("; ")))
    ]
    for some in (people[start : start + _AT_ONCE] for start in range(0, len(people), _AT_ONCE)):
        _add_offices(connection, some)
        if name is not None:
            _add_articles(connection, some)
    return people


def _add_offices(connection: Connection, people: Sequence[Person]) -> None:
    """Give each of the people `offices`: what the articles say they hold or held, the latest last."""
    from .database.tables import articles, entity_mentions, offices

    query = _of(people).add_columns(offices.c.title, offices.c.of_what, offices.c.country, offices.c.former, articles.c.published)
    query = query.join(offices, (offices.c.article == entity_mentions.c.article) & (offices.c.holder == entity_mentions.c.id))
    found: dict[str, dict[tuple[Any, ...], list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(query):
        found[row.entity][(row.title.casefold(), row.country or row.of_what, row.former)].append(row)
    for person in people:
        person["offices"] = sorted(map(_office, found[person["entity"]].values()), key=_by_day)


def _by_day(office: dict[str, Any]) -> tuple[str, str, int, str]:
    return office["first"] or "", office["last"] or "", -office["articles"], office["title"]


def _office(rows: Sequence[Any]) -> dict[str, Any]:
    days = sorted(row.published.isoformat() for row in rows if row.published)
    forms = Counter((row.title, row.of_what) for row in rows)
    title, of = min(forms, key=lambda form: (-forms[form], *map(str, form)))
    span = {"first": days[0] if days else None, "last": days[-1] if days else None}
    return {
        "title": title,
        "of": of,
        "country": rows[0].country,
        "former": bool(rows[0].former),
        **span,
        "articles": len({r.article for r in rows}),
    }


def _add_articles(connection: Connection, people: Sequence[Person]) -> None:
    """Give each of the people `articles`: those that name them, by day."""
    from .database.tables import articles

    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in connection.execute(_of(people).add_columns(articles.c.published, articles.c.title, articles.c.url)):
        day = row.published.isoformat() if row.published else None
        found[row.entity].append({"article": row.article, "published": day, "title": row.title, "url": row.url})
    for person in people:
        person["articles"] = sorted(found[person["entity"]], key=lambda article: (article["published"] or "", article["article"]))


def _of(people: Sequence[Person]) -> Select[Any]:
    """Return a query for the entity and the article of each of their mentions."""
    from sqlalchemy import select

    from .database.tables import articles, entity_mentions

    columns = entity_mentions.c
    query = select(columns.entity, columns.article).join(articles, articles.c.article == columns.article)
    return query.where(columns.entity.in_([person["entity"] for person in people])).distinct()


def _lines(people: Iterable[Person]) -> Iterator[str]:
    for person in people:
        yield escaped(json.dumps(person, ensure_ascii=False)) + "\n"


def _tables(people: Sequence[Person], whole: bool) -> Iterator[str]:
    """Yield a list of the people, or of each all that is known."""
    if not whole:
        yield in_columns([("Articles", "Name", "Latest office"), *((p["articles"], p["name"], _latest(p)) for p in people)], right=(0,))
        return
    for number, person in enumerate(people):
        yield ("\n" if number else "") + _all_of(person)


def _latest(person: Person) -> str:
    offices = [office for office in person["offices"] if not office["former"]] or person["offices"]
    if not offices:
        return ""
    last = max(office["last"] or "" for office in offices)
    return _in_words(max((o for o in offices if (o["last"] or "") == last), key=lambda office: (office["articles"], office["title"])))


def _in_words(office: dict[str, Any]) -> str:
    former = "former " if office["former"] else ""
    return f"{former}{office['title']} of {office['of']}" if office["of"] else f"{former}{office['title']}"


def _all_of(person: Person) -> str:
    lines = [" · ".join(filter(None, (person["name"], person["country"], person["entity"]))) + "\n"]
    if person["variants"]:
        lines.append(f"  also {', '.join(person['variants'])}\n")
    if person["offices"]:
        rows = [(_in_words(o), _span(o), f"{o['articles']} article{'' if o['articles'] == 1 else 's'}") for o in person["offices"]]
        lines.append("\nOffices\n" + in_columns(rows, indent=2))
    articles = [(a["published"] or "day unknown", a["title"] or "", a["article"]) for a in person["articles"]]
    lines.append(f"\nArticles  {len(articles)}\n" + in_columns(articles, indent=2))
    return "".join(lines)


def _span(office: dict[str, Any]) -> str:
    first, last = office["first"], office["last"]
    return f"{first} to {last}" if first != last else first or ""
