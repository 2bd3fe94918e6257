"""The fact sheet: every fact with the characters of the article that it was read from.

`start` and `end` are offsets in Unicode code points into the article's text, end exclusive: `text[start:end] == fact.text`.
`sentence` is an index into the sheet's `sentences`. A single value that the text doesn't give is None; a section without facts is an
empty list. `confidence`, the last field of every fact, is the share of facts so marked that are right; pydantic puts what a base class
declares first, so each kind of fact declares it itself. The JSON Schema of `FactSheet` is what `newsfacts schema` prints.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    import pandas

SCHEMA_VERSION = "2.0"
SECTIONS = ("people", "offices", "places", "organizations", "dates", "percentages", "money", "quantities")  # of facts

Number = int | float
PlaceType = Literal["country", "region", "city", "water", "landform", "facility", "other"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Qualifier = Literal["about", "at least", "at most", "more than", "less than"]
Kind = Literal["change", "share", "level"]
Direction = Literal["up", "down"]
Status = Literal["actual", "planned", "forecast", "hypothetical", "denied"]
SentenceKind = Literal["prose", "caption", "credit", "row"]
Confidence = Annotated[
    float, Field(ge=0, le=1, description="The share of facts so marked that are right, as measured on articles nobody trained on.")
]
Dimension = Literal[
    "volume", "mass", "energy", "power", "length", "area", "speed", "temperature", "data", "frequency", "pressure", "voltage", "torque",
    "concentration", "count",
]  # fmt: skip


class Record(BaseModel):
    """Base of all parts of a sheet: immutable, and no field that the schema doesn't name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Mention(Record):
    """One place in the text where an entity stands."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Person(Record):
    """A human being. `name` is the fullest form in the article, without honorifics and office.

    `role` is `byline` where the article names them only as one of its makers (`By`, `Editing by`, `Photo:`).
    """

    id: str
    name: str
    role: Literal["byline"] | None = None
    mentions: list[Mention]
    confidence: Confidence = 1.0


class Office(Record):
    """A position of authority. `of` names its jurisdiction or body, `holder` is the id of a person of the sheet.

    `country` is ISO 3166-1 alpha-2.
    """

    id: str
    title: str
    of: str | None = None
    country: str | None = None
    holder: str | None = None
    former: bool = False
    mentions: list[Mention]
    confidence: Confidence = 1.0


class Place(Record):
    """A geographical place.

    `country` is ISO 3166-1 alpha-2. `state` is the first-level division that the place is or lies in (a state, a province, a county
    of Kenya), `state_code` its ISO 3166-2 code. Coordinates are WGS 84 degrees: of a city from GeoNames, of a country or a division
    a point well inside it. What isn't known is None.
    """

    id: str
    name: str
    type: PlaceType
    country: str | None = None
    state: str | None = None
    state_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    mentions: list[Mention]
    confidence: Confidence = 1.0


class Organization(Record):
    """A company, agency, party, ministry, army, court, team, media outlet or group with a name."""

    id: str
    name: str
    mentions: list[Mention]
    confidence: Confidence = 1.0


class Span(Record):
    """Base of the facts that stand in one place of the text."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    sentence: int = Field(ge=0)


class Date(Span):
    """A point or stretch of calendar time. `value` is TIMEX3; `first_day` and `last_day` are the ISO days it covers."""

    type: DateType
    value: str
    first_day: str | None = None
    last_day: str | None = None
    confidence: Confidence = 1.0


class Credit(Mention):
    """Whom the article credits with a figure. `id` is that of the person or organisation where it is one of the sheet's."""

    id: str | None = None


class Figure(Span):
    """What a figure says. Either `value`, or `low` and `high` for a range.

    `kind`: `change` is the size of a movement, `share` a part of a whole, `level` everything else. `direction` is the way the measure
    moved by or to this figure. `measure` is what is measured, in the article's words. `when` is a TIMEX3 value. `per` is the
    denominator of a rate. `status` tells what is so (`actual`) from what is planned, forecast, hypothetical or denied; `source` is whom
    the article credits with the figure.
    """

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier | None = None
    kind: Kind
    direction: Direction | None = None
    measure: str | None = None
    when: str | None = None
    per: str | None = None
    status: Status = Field(
        default="actual",
        description="What is so, or is planned, forecast, hypothetical (if, could, would) or denied.",
    )
    source: Credit | None = Field(default=None, description="Whom the article credits with the figure; null where it says it itself.")


class Percentage(Figure):
    """Percent, percentage points or basis points."""

    unit: Literal["percent", "percentage point", "basis point"]
    confidence: Confidence = 1.0


class Money(Figure):
    """An amount in a currency (ISO 4217)."""

    currency: str
    confidence: Confidence = 1.0


class Quantity(Figure):
    """An amount with a unit of measurement, or a count of people, objects or events (`unit` is then the noun, singular)."""

    unit: str
    dimension: Dimension
    si_value: Number | None = None
    si_unit: str | None = None
    confidence: Confidence = 1.0


class SentenceSpan(Mention):
    """A sentence and where it stands in the text.

    `kind` tells prose from what is seen in a picture (`caption`), from who wrote the text or made the picture (`credit`), and from a row
    of a table or a key with its value (`row`).
    """

    kind: SentenceKind = "prose"


class Source(Record):
    """The article that the facts were read from. `length` counts code points, `sha256` is of the text in UTF-8.

    `language` is ISO 639-1, `country` the one whose news it is (ISO 3166-1 alpha-2), `url` where it stands, as its source says.
    """

    name: str
    url: str | None = None
    sha256: str
    title: str | None = None
    published: str | None = None
    language: str = "en"
    country: str | None = None
    length: int = Field(ge=0)


class FactSheet(Record):
    """All facts of one article. `made_by` is the program and the model that read it, each with its version.

    A notebook shows it as the page of `newsfacts --format html`.
    """

    schema_version: str = SCHEMA_VERSION
    made_by: str | None = None
    source: Source
    people: list[Person] = []
    offices: list[Office] = []
    places: list[Place] = []
    organizations: list[Organization] = []
    dates: list[Date] = []
    percentages: list[Percentage] = []
    money: list[Money] = []
    quantities: list[Quantity] = []
    sentences: list[SentenceSpan] = []
    text: str | None = Field(default=None, description="The article's text, where it was asked for.")

    def facts(self) -> Iterator[Fact]:
        """Yield the facts of all sections, section after section; the class of each tells its kind. Sentences are no facts."""
        for section in SECTIONS:
            yield from getattr(self, section)

    def text_of(self, fact: Fact) -> str:
        """Return the sentence that a fact of this sheet stands in, of what has several mentions that of the first.

        An empty string where the sheet has no sentences.
        """
        start = fact.start if isinstance(fact, Span) else fact.mentions[0].start
        index = bisect_right(self.sentences, start, key=lambda sentence: sentence.start) - 1
        return self.sentences[index].text if index >= 0 else ""

    def _repr_html_(self) -> str:
        from .cli.page import to_frame  # the one look at the command from here: a page is words and marks, no terminal and no file

        return to_frame(self)

    def to_pandas(self, section: str) -> pandas.DataFrame:
        """Return the facts of a section, `money` or any other, as a table: a row a fact, a column a field, and `sentence_text`.

        Raises:
            ImportError: pandas isn't installed.
            ValueError: there is no such section.
        """
        if section not in SECTIONS:
            raise ValueError(f"{section!r} is no section of facts; there are {', '.join(SECTIONS)}")
        try:
            import pandas
        except ImportError:
            raise ImportError("to_pandas needs pandas: pip install 'newsfacts[pandas]'") from None
        facts = getattr(self, section)
        fields = get_args(type(self).model_fields[section].annotation)[0].model_fields
        table = pandas.DataFrame([fact.model_dump() for fact in facts], columns=list(fields))
        return table.assign(sentence_text=[self.text_of(fact) for fact in facts])


Fact = Person | Office | Place | Organization | Date | Percentage | Money | Quantity
