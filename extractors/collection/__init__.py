"""Many articles: their people, bodies and places known again from one article to the next, and their figures side by side."""

from .entities import Entity, entities_in
from .members import Member, Name
from .names import has_words, names_in

__all__ = ["Entity", "Member", "Name", "entities_in", "has_words", "names_in"]
