"""People: the human beings that an article names."""

from .finding import find_people, without_people

__all__ = ["find_people", "without_people"]
