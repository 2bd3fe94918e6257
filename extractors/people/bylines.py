"""People who are but named as an article's makers: bylines, photo credits, `Reporting by`, `Editing by`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..knowledge import word_set
from ..models import Person

_BY = re.compile(r"(?m)^[ \t]{0,8}(?:By|BY|by):?[ \t](?P<who>[^\n]{2,120})$")
_LINKING = frozenset(("and", "in", "for", "of", "the", "&", "with", "|", "-", "–", "—"))


def with_roles(text: str, people: Sequence[Person]) -> list[Person]:
    """Return the people, `byline` as the role of those whom `text` names only as its makers."""
    credits = sorted([*_bylines(text), *_credits(text)])
    if not credits:
        return list(people)
    return [
        person.model_copy(update={"role": "byline"})
        if all(any(start <= m.start and m.end <= end for start, end in credits) for m in person.mentions)
        else person
        for person in people
    ]


def _bylines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that say by whom an article is: `By Jane Doe and John Roe`, but not `By Monday the rain had stopped.`."""
    for line in _BY.finditer(text):
        words = line["who"].replace(",", " ").split()
        named = all(word[:1].isupper() or word in _LINKING or "@" in word or not word[:1].isalpha() for word in words)
        if named and not line["who"].rstrip().endswith((".", ":", "?", "!")):
            yield line.span("who")


def _credits(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines and brackets that begin with a maker's work: `(Editing by John Roe)`, `Photo: Ann Hale/AFP`."""
    for credit in _credit().finditer(text):
        yield credit.span()


@cache
def _credit() -> re.Pattern[str]:
    work, pictures = ("|".join(sorted(word_set("people/people.toml", "credits", kind))) for kind in ("work", "pictures"))
    makes = rf"(?:additional |with )?(?:{work})(?: and (?:{work}))? by\b"
    shows = rf"(?:{pictures})(?: by\b|(?: credit)? ?:| courtesy of\b)"
    said = rf"(?i:{makes}|{shows})[^\w\n]{{1,3}}[A-ZÀ-Ý]"
    return re.compile(rf"(?m)[(\[][ \t]?{said}[^)\]\n]{{1,300}}[)\]]|^[ \t]{{0,8}}{said}[^\n]{{1,200}}$")
