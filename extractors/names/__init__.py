"""The names of an article, settled: what people, places and organisations are read from."""

from .finding import find_names

__all__ = ["find_names"]
