"""Fixtures that all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings
from spacy.language import Language

from evaluation.reading import all_expected, read_sheets
from newsfacts import FactSheet, load_pipeline

settings.register_profile("newsfacts", deadline=None)  # a busy machine is no failure
settings.load_profile("newsfacts")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline, loaded once a run."""
    return load_pipeline()


@pytest.fixture(scope="session")
def sheets(nlp: Language) -> dict[str, FactSheet]:
    """The program's sheet of each text of evaluation/ by the name of its article, read once a run."""
    return {sheet.source.name: sheet for sheet in read_sheets(nlp, all_expected())}
