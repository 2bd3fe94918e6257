"""Fixtures that all tests share."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts import load_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline, loaded once a run."""
    return load_pipeline()
