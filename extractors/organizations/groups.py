"""The mentions of one organisation together."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from spacy.tokens import Span

from ..places.countries import code_of_demonym
from ..places.gazetteer import name_key


@dataclass
class NamedBody:
    """All mentions of one organisation."""

    spans: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form, white space made single: the one with most words, written out rather than in capitals; of equals the first.

        A country's adjective before an abbreviation is no part of it: `British JLT`, where it is `JLT`, too.
        """
        forms = list(dict.fromkeys(" ".join(span.text.split()) for span in self.spans))
        forms = [form for form in forms if not _is_adjective_and_one_of(form, forms)]
        return max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form), -forms.index(form)))


def _is_adjective_and_one_of(form: str, forms: Container[str]) -> bool:
    first, _, rest = form.partition(" ")
    return rest.isupper() and " " not in rest and rest in forms and code_of_demonym(first) is not None


def body_key(text: str) -> str:
    """Return what the forms of one name have in common: `the World Food Programme's` and `World Food Programme`."""
    key = name_key(text.replace("’", "'").removesuffix("'s")).replace("organisation", "organization").replace("centre", "center")
    return key.replace(" the ", " ")
