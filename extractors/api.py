"""The one call that most programs need."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .article import Article
from .habits import habits_of
from .models import FactSheet

if TYPE_CHECKING:
    from spacy.language import Language


def extract(
    text: str,
    *,
    published: str | datetime.date | None = None,
    title: str | None = None,
    name: str = "-",
    model: str | None = None,
    decimal: str | None = None,
    currency: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    fiscal_year: int | None = None,
    names: str | Path | None = None,
) -> FactSheet:
    """Return the fact sheet of one English news article.

    Every fact has its `confidence`, from 0 to 1; a figure has its `status` and its `source` (see `newsfacts.models`).

    Args:
        text: the article; every offset in the sheet counts its code points.
        published: the day of publication (ISO 8601, or a date), which relative dates count from. Without it the article's own
            dateline is used; where it has none, `Tuesday` stays unresolved.
        title: the headline, where it isn't part of the text.
        name: what the sheet calls its source.
        model: an installed spaCy pipeline (a package or a folder) to read with in place of the shipped one.
        decimal: the house's decimal sign, `comma` (`1.250,5`) or `point`. Without it each number tells it by its form.
        currency: what the house means by a sign or a name, as ISO 4217 codes: `{"$": "CAD", "peso": "MXN"}`. `US$5` stays US dollars.
        day_first: whether 03/04/2026 is 3 April (True) or March 4 (False). Without it the article's country tells.
        fiscal_year: the month, 1 to 12, in which a business year begins; without it the days of `fiscal 2026` stay unknown.
        names: a TOML or CSV file of the newsroom's own people, places and organisations (see `newsfacts.own_names`).

    Raises:
        ModelError: `model` isn't installed or lacks what the extractors need.
        TypeError: `text` is no string.
        ValueError: `published` is no ISO 8601 date, or `decimal`, `currency`, `fiscal_year` or a line of `names` is wrong.
        OSError: the file `names` can't be read.
    """
    if not isinstance(text, str):
        raise TypeError(f"extract() takes the text of an article, a str, and got {type(text).__name__}; open(path).read() gives a file's")
    from .sheet import make_sheet

    if isinstance(published, str):
        published = parse_published(published)
    habits = habits_of(decimal=decimal, currency=currency, day_first=day_first, fiscal_year=fiscal_year, names=names)
    return make_sheet(Article(text=text, name=name, title=title, published=published, habits=habits), _pipeline(model))


def parse_published(value: str) -> datetime.date:
    """Return the ISO 8601 date (`2025-11-03`) or date and time (`2025-11-03T12:34`) that `value` holds.

    Raises:
        ValueError: it holds neither.
    """
    value = value.strip()
    return datetime.date.fromisoformat(value) if len(value) <= 10 else datetime.datetime.fromisoformat(value)


@cache
def _pipeline(model: str | None) -> Language:
    from .pipeline import load_pipeline

    return load_pipeline(model)
