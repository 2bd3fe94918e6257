"""`pytest --newsfacts fixtures/`: what `newsfacts check` compares, a test for each article's file.

`--newsfacts-published` and `--newsfacts-model` are its `--published` and `--model`; each of the three may stand in pytest's own
configuration, too (`newsfacts_published = "2026-04-14"`). Without fixtures nothing but this module is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .check.command import Facts, Plan
    from .check.fixtures import Fixture
    from .messages import InputError

_FIXTURES = "Compare the articles there with their expected sheets."
_PUBLISHED = "The day of publication (ISO 8601) of articles that don't say it."
_MODEL = "Read with this installed spaCy pipeline in place of the one that newsfacts brings."


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options, and the same as settings."""
    group = parser.getgroup("newsfacts")
    group.addoption("--newsfacts", action="append", default=[], metavar="FIXTURES", help=_FIXTURES)
    group.addoption("--newsfacts-published", metavar="DATE", help=_PUBLISHED)
    group.addoption("--newsfacts-model", metavar="NAME", help=_MODEL)
    parser.addini("newsfacts", _FIXTURES, type="paths", default=[])
    parser.addini("newsfacts_published", _PUBLISHED, default="")
    parser.addini("newsfacts_model", _MODEL, default="")


def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add a test for each fixture to those that were collected."""
    if paths := config.getoption("newsfacts") or list(map(str, config.getini("newsfacts"))):
        folder: Any = _Fixtures.from_parent(session, name="newsfacts", nodeid="newsfacts")
        items.extend(folder.of(paths, _plan(config)))


def _plan(config: pytest.Config) -> Plan:
    from .check.command import Plan
    from .days import parse_day

    published, model = (config.getoption(f"newsfacts_{name}") or config.getini(f"newsfacts_{name}") for name in ("published", "model"))
    try:
        return Plan(published=parse_day(published) if published else None, model=model or None)
    except ValueError as error:
        raise pytest.UsageError(f"--newsfacts-published: {error}") from None


class _Fixtures(pytest.Collector):
    """All fixtures, which share a pipeline."""

    def collect(self) -> list[pytest.Item]:
        return []

    def of(self, paths: list[str], plan: Plan) -> Iterator[pytest.Item]:
        from .check.command import reader
        from .check.fixtures import find_fixtures
        from .messages import Messages

        facts = reader(plan, Messages(-1))
        for fixture in find_fixtures(paths):
            label = getattr(fixture, "label", None) or getattr(fixture, "source", "")
            yield _Article.from_parent(self, name=label, fixture=fixture, plan=plan, facts=facts)


class _Article(pytest.Item):
    """One file and its expected sheets."""

    def __init__(self, *, fixture: Fixture | InputError, plan: Plan, facts: Facts, **rest: Any) -> None:
        super().__init__(**rest)
        self.fixture, self.plan, self.facts = fixture, plan, facts

    def runtest(self) -> None:
        """Compare."""
        from newsfacts import ModelError

        from .check.command import check_fixture
        from .check.reports import all_lines

        try:
            results = list(check_fixture(self.fixture, self.plan, self.facts))
        except ModelError as error:
            pytest.fail(f"--newsfacts-model: {error}", pytrace=False)
        told: list[str] = []
        for result in results:
            if result.status != "ok":
                told.append(f"{result.label}: {result.problem or result.status}")
                told += [line for lines in all_lines(result.differences) for line in lines]
        if told:
            pytest.fail("\n".join(told), pytrace=False)

    def reportinfo(self) -> tuple[str, None, str]:
        """Name it by its file."""
        return self.name, None, self.name
