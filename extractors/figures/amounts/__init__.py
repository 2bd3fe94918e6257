"""What is written of a figure, by a grammar: its number, unit or currency, qualifier and denominator; exact, or nothing at all."""

from __future__ import annotations

from .finding import Amount, find_amounts

__all__ = ["Amount", "find_amounts"]
