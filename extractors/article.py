"""An article as the extractors take it: its text, what its source says of it, and how its house writes."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from .habits import Habits

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Article:
    """One news article.

    Lone surrogates (`\\ud800` in JSON, a file name that isn't UTF-8) are no characters; each becomes U+FFFD, so that offsets stay.

    Attributes:
        text: the whole text; offsets of facts count its code points.
        name: the file name, or `-` for standard input.
        title: the headline, where the source gives it.
        published: the day of publication (a `datetime` where the time is known too), which relative dates count from; None where
            nobody says it.
        habits: how its house writes numbers, money and dates.
        url: where the article stands, if its source says so.
    """

    text: str
    name: str = "-"
    title: str | None = None
    published: datetime.date | None = None
    url: str | None = None
    habits: Habits = field(default_factory=Habits)

    def __post_init__(self) -> None:
        for name in ("text", "name", "title", "url"):
            value = getattr(self, name)
            if value and not value.isascii():
                object.__setattr__(self, name, _SURROGATE.sub("\ufffd", value))

    @property
    def published_day(self) -> datetime.date | None:
        """The day of `published`, without its time."""
        return self.published.date() if isinstance(self.published, datetime.datetime) else self.published

    @property
    def published_iso(self) -> str | None:
        """The day of `published` in ISO 8601, with its time but without seconds, which no newspaper prints."""
        if isinstance(self.published, datetime.datetime):
            return self.published.isoformat(timespec="minutes")
        return None if self.published is None else self.published.isoformat()
