"""Dates: time expressions of an article as TIMEX3 values, resolved against the day of publication and against the story's own dates."""

from __future__ import annotations

from .finding import find_dates
from .published import find_published

__all__ = ["find_dates", "find_published"]
