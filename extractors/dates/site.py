"""An expression where it stands: its tokens, its neighbours, its governor."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from ..spans import SentenceIndex
from .grammar import Expression, find_expressions

REACH = 48  # characters looked at before and behind an expression


@dataclass(frozen=True)
class Site:
    """An expression with the tokens `first` to `last` and the text around it; `sentence` counts the Doc's sentences."""

    expression: Expression
    first: Token
    last: Token
    sentence: int
    text: str

    @property
    def start(self) -> int:
        """The first character."""
        return self.expression.start

    @property
    def end(self) -> int:
        """The character behind the last one."""
        return self.expression.end

    @property
    def kind(self) -> str:
        """The kind of the expression."""
        return self.expression.kind

    @property
    def said(self) -> str:
        """The expression's own words."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands right before, white space made plain."""
        return self.text[max(0, self.start - REACH) : self.start].replace("\xa0", " ").replace("\n", " ")

    @property
    def after(self) -> str:
        """What stands right behind, white space made plain."""
        return self.text[self.end : self.end + REACH].replace("\xa0", " ").replace("\n", " ")

    def word(self, *names: str) -> str | None:
        """Return what the first of the fields `names` that is there says."""
        return next((self.expression.fields[n] for n in names if n in self.expression.fields), None)

    def without(self, field: str) -> Site:
        """Return the same site without a field of the expression."""
        fields = {name: said for name, said in self.expression.fields.items() if name != field}
        return replace(self, expression=replace(self.expression, fields=fields))

    def having(self, **fields: str) -> Site:
        """Return the same site with some fields of the expression changed."""
        return replace(self, expression=replace(self.expression, fields=self.expression.fields | fields))


def _parted(expression: Expression, text: str) -> list[Expression]:
    """Return the expressions of each line where a line end parts one: `THIS WEEK` above `Thursday: trade figures`."""
    line_end = text.index("\n", expression.start)
    parts = ((expression.start, line_end), (line_end + 1, expression.end))
    return [replace(e, start=start + e.start, end=start + e.end) for start, end in parts for e in find_expressions(text[start:end])]


def place(doc: Doc, text: str, expressions: list[Expression], sentence_of: SentenceIndex) -> list[Site]:
    """Return the sites of `expressions` in `doc`, made of `text`, without those that run over the end of a line into another sentence."""
    starts = doc.to_array("IDX").tolist()
    sites = []
    for expression in expressions:
        first = doc[bisect_right(starts, expression.start) - 1]
        last = doc[bisect_right(starts, expression.end - 1) - 1]
        sentence = sentence_of(expression.start)
        if "\n" in text[expression.start : expression.end] and sentence != sentence_of(expression.end - 1):
            sites += place(doc, text, _parted(expression, text), sentence_of)
            continue
        sites.append(Site(expression, first, last, sentence, text))
    return sites
