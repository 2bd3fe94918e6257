"""Fixtures that all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings
from spacy.language import Language

from newsfacts import load_pipeline

settings.register_profile("newsfacts", deadline=None)  # a busy machine is no failure
settings.load_profile("newsfacts")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline, loaded once a run."""
    return load_pipeline()
