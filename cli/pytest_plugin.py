"""`pytest --newsfacts fixtures/`: what `newsfacts check` compares, a test for each article's file.

Without the option nothing but this module is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .check.command import Facts
    from .check.fixtures import Fixture
    from .messages import InputError


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("newsfacts").addoption(
        "--newsfacts", action="append", default=[], metavar="FIXTURES", help="Compare the articles there with their expected sheets."
    )


def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add a test for each fixture to those that were collected."""
    if paths := config.getoption("newsfacts"):
        folder: Any = _Fixtures.from_parent(session, name="newsfacts", nodeid="newsfacts")
        items.extend(folder.of(paths))


class _Fixtures(pytest.Collector):
    """All fixtures, which share a pipeline."""

    def collect(self) -> list[pytest.Item]:
        return []

    def of(self, paths: list[str]) -> Iterator[pytest.Item]:
        from .check.command import Plan, reader
        from .check.fixtures import find_fixtures
        from .messages import Messages

        facts = reader(Plan(), Messages(-1))
        for fixture in find_fixtures(paths):
            label = getattr(fixture, "label", None) or getattr(fixture, "source", "")
            yield _Article.from_parent(self, name=label, fixture=fixture, facts=facts)


class _Article(pytest.Item):
    """One file and its expected sheets."""

    def __init__(self, *, fixture: Fixture | InputError, facts: Facts, **rest: Any) -> None:
        super().__init__(**rest)
        self.fixture, self.facts = fixture, facts

    def runtest(self) -> None:
        """Compare."""
        from .check.command import Plan, check_fixture
        from .check.reports import all_lines

        for result in check_fixture(self.fixture, Plan(), self.facts):
            if result.status != "ok":
                lines = [line for lines in all_lines(result.differences) for line in lines]
                pytest.fail("\n".join([f"{result.label}: {result.problem or result.status}", *lines]), pytrace=False)

    def reportinfo(self) -> tuple[str, None, str]:
        """Name it by its file."""
        return self.name, None, self.name
