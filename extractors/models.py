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

    text: str = Field(description="The words of the article that stand there.")
    start: int = Field(ge=0, description="Where it begins: the characters (Unicode code points) of the article's text before it.")
    end: int = Field(ge=0, description="Where it ends: the characters of the text before what follows it.")


class Person(Record):
    """A human being."""

    id: str = Field(description="By which offices and credits of the sheet name this person: p1, p2 …")
    name: str = Field(description="The fullest form in the article, without honorifics and office.")
    role: Literal["byline"] | None = Field(
        default=None, description="byline where the article names this person only as one of its makers (`By`, `Editing by`, `Photo:`)."
    )
    mentions: list[Mention] = Field(description="All places where the text names this person, in their order.")
    confidence: Confidence = 1.0


class Office(Record):
    """A position of authority."""

    id: str = Field(description="Its number in the sheet: o1, o2 …")
    title: str = Field(description="In the article's words, without the jurisdiction.")
    of: str | None = Field(default=None, description="Its jurisdiction or body.")
    country: str | None = Field(
        default=None, description="Of a country, its regions and cities, and of bodies with the country in their name: ISO 3166-1 alpha-2."
    )
    holder: str | None = Field(default=None, description="The id of the person of this sheet who holds or held it.")
    former: bool = Field(default=False, description="Whether that is past.")
    mentions: list[Mention] = Field(description="All places where the text has the title, in their order.")
    confidence: Confidence = 1.0


class Place(Record):
    """A geographical place. What isn't known of it is null."""

    id: str = Field(description="Its number in the sheet: l1, l2 …")
    name: str = Field(description="The fullest form in the article.")
    type: PlaceType = Field(
        description="What it is: a region is a part of a country or several countries, a facility a building or a road."
    )
    country: str | None = Field(default=None, description="The country that it is or lies in: ISO 3166-1 alpha-2.")
    state: str | None = Field(
        default=None, description="The first-level division that it is or lies in: a state, a province, a county of Kenya."
    )
    state_code: str | None = Field(default=None, description="That division's ISO 3166-2 code.")
    latitude: float | None = Field(
        default=None, description="WGS 84 degrees: of a city from GeoNames, of a country or a division those of a point well inside it."
    )
    longitude: float | None = Field(default=None, description="WGS 84 degrees, as for the latitude.")
    geonames_id: int | None = Field(default=None, description="Its number in GeoNames.")
    mentions: list[Mention] = Field(description="All places where the text names it, in their order.")
    confidence: Confidence = 1.0


class Organization(Record):
    """A company, agency, party, ministry, army, court, team, media outlet or group with a name."""

    id: str = Field(description="By which credits of the sheet name it: g1, g2 …")
    name: str = Field(description="The fullest form in the article.")
    mentions: list[Mention] = Field(description="All places where the text names it, in their order.")
    confidence: Confidence = 1.0


class Span(Record):
    """Base of the facts that stand in one place of the text."""

    text: str = Field(description="The words of the article that say it.")
    start: int = Field(ge=0, description="Where they begin: the characters (Unicode code points) of the article's text before them.")
    end: int = Field(ge=0, description="Where they end: the characters of the text before what follows them.")
    sentence: int = Field(ge=0, description="The number of the sentence that they stand in, in the sheet's `sentences`, from 0.")


class Date(Span):
    """A point or stretch of calendar time."""

    type: DateType = Field(description="As in TIMEX3: a day or longer, a time of day, a length of time, or what comes again and again.")
    value: str = Field(description="In TIMEX3, resolved against the day of publication: 2026-03, 2026-W20, P3D.")
    first_day: str | None = Field(default=None, description="The first day that it covers (ISO 8601); null for lengths and vague times.")
    last_day: str | None = Field(default=None, description="The last day that it covers (ISO 8601).")
    confidence: Confidence = 1.0


class Credit(Mention):
    """Whom the article credits with a figure."""

    id: str | None = Field(default=None, description="That of the person or organisation, where it is one of the sheet's.")


class Figure(Span):
    """What a figure says. Either `value`, or `low` and `high` for a range."""

    value: Number | None = Field(default=None, description="The number, all of it: 2400000000 for `2.4 billion`.")
    low: Number | None = Field(default=None, description="The lower end of a range.")
    high: Number | None = Field(default=None, description="The upper end of a range.")
    qualifier: Qualifier | None = Field(default=None, description="What the text says of how exact it is.")
    kind: Kind = Field(description="change: the size of a movement; share: a part of a whole; level: all else.")
    direction: Direction | None = Field(default=None, description="The way that the measure moved by or to this figure.")
    measure: str | None = Field(default=None, description="What is measured, in the article's words.")
    when: str | None = Field(default=None, description="When it is so, in TIMEX3.")
    per: str | None = Field(default=None, description="What a rate counts by: year, person, barrel.")
    status: Status = Field(default="actual", description="What is so, or is planned, forecast, hypothetical (if, could, would) or denied.")
    source: Credit | None = Field(default=None, description="Whom the article credits with the figure; null where it says it itself.")


class Percentage(Figure):
    """Percent, percentage points or basis points."""

    unit: Literal["percent", "percentage point", "basis point"] = Field(description="Which of them.")
    confidence: Confidence = 1.0


class Money(Figure):
    """An amount in a currency."""

    currency: str = Field(description="ISO 4217.")
    confidence: Confidence = 1.0


class Quantity(Figure):
    """An amount with a unit of measurement, or a count of people, objects or events."""

    unit: str = Field(description="Of measurement; of a count the noun, singular.")
    dimension: Dimension = Field(description="What the unit measures.")
    si_value: Number | None = Field(default=None, description="The value in `si_unit`.")
    si_unit: str | None = Field(default=None, description="The SI unit of the dimension; null for counts.")
    confidence: Confidence = 1.0


class SentenceSpan(Mention):
    """A sentence and where it stands in the text."""

    kind: SentenceKind = Field(
        default="prose",
        description="prose, what is seen in a picture, who wrote the text or made the picture, or a row of a table or a key with its value",
    )


class Source(Record):
    """The article that the facts were read from."""

    name: str = Field(description="Its file, a feed's name for it, or -.")
    url: str | None = Field(default=None, description="Where it stands, as its source says.")
    sha256: str = Field(description="Of the text in UTF-8.")
    title: str | None = Field(default=None, description="The headline, of the source or in the text's first line.")
    published: str | None = Field(default=None, description="The day of publication, with the time where that is known: ISO 8601.")
    language: str = Field(default="en", description="ISO 639-1.")
    country: str | None = Field(default=None, description="The country whose news it is: ISO 3166-1 alpha-2.")
    length: int = Field(ge=0, description="Of the text, in characters (Unicode code points).")


class FactSheet(Record):
    """All facts of one article. A notebook shows it as the page of `newsfacts --format html`."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="Of this form of a sheet.")
    made_by: str | None = Field(default=None, description="The program and the model that read the article, each with its version.")
    source: Source = Field(description="The article.")
    people: list[Person] = Field(default=[], description="In the order of the text, as all facts.")
    offices: list[Office] = Field(default=[], description="Positions of authority, with who holds them.")
    places: list[Place] = Field(default=[], description="Countries, regions, cities, waters, landforms, buildings.")
    organizations: list[Organization] = Field(default=[], description="Bodies with a name.")
    dates: list[Date] = Field(default=[], description="Expressions of time.")
    percentages: list[Percentage] = Field(default=[], description="Figures in percent, percentage points or basis points.")
    money: list[Money] = Field(default=[], description="Figures in a currency.")
    quantities: list[Quantity] = Field(default=[], description="Figures with a unit, and counts.")
    sentences: list[SentenceSpan] = Field(default=[], description="All sentences of the text.")
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
