"""What can go wrong with a pipeline that the user chose; apart, so that the command can name it without loading spaCy."""

from __future__ import annotations


class ModelError(ValueError):
    """A pipeline that isn't there or doesn't give what the extractors need. The message is one line and says what to do."""
