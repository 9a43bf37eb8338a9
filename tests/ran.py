"""Keeps a list of the statements that the tests ran; a whole run in which one never ran fails and names it.

It only looks on: every statement still goes to the real server.
"""

from __future__ import annotations

from typing import Any

import pytest

from graph.catalogue import catalogue
from graph.store.client import Work

RAN: set[str] = set()


def pytest_configure() -> None:
    """From now on each statement that succeeded is noted by its name."""
    run, each = Work.run, Work.each

    def noting(self: Work, query: Any, **given: Any) -> Any:
        rows = run(self, query, **given)
        RAN.add(query if isinstance(query, str) else query.name)
        return rows

    def noting_each(self: Work, query: str, **given: Any) -> Any:
        yield from each(self, query, **given)
        RAN.add(query)

    Work.run = noting  # type: ignore[method-assign]  # an observer around the real method
    Work.each = noting_each  # type: ignore[method-assign]  # the same


def never_ran(config: pytest.Config) -> list[str]:
    """Statements no test ran, when all tests were asked for; schema commands run by another way (test_derived)."""
    options = config.option
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not (options.keyword or options.markexpr)
    if not whole or options.collectonly or getattr(options, "lf", False) or options.deselect:
        return []
    return sorted(name for name in catalogue().keys() - RAN if not name.startswith("schema/"))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fails an otherwise green whole run."""
    if exitstatus == pytest.ExitCode.OK and never_ran(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Names the statements that no test ran."""
    names = never_ran(config)
    if names:
        terminalreporter.section("statements that no test ran", red=True)
        terminalreporter.line("\n".join(names))
