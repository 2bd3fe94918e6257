"""A page to look at: articles with their facts marked in them, as one HTML file that asks the network for nothing."""

from __future__ import annotations

from .facts import to_piece
from .rendering import to_frame, write_page

__all__ = ["to_frame", "to_piece", "write_page"]
