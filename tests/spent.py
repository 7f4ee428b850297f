"""Where the processor time of a run goes: `python3 -m tests -p tests.spent`.

A pytest plugin. Seconds of this process and of the children that have ended, in user and system
mode: a busy machine changes them less than seconds on the clock. What comes before the first test,
imports above all, is spent in each process anew, and told with `-n 0`.
"""

import os
import time
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field

import pytest

KEY = "spent"
"""Under this name each test carries its times to the process that prints."""
MOST = 15
"""So many files and tests are named."""


def _own_and_children_s() -> tuple[float, float]:
    times = os.times()
    return times.user + times.system, times.children_user + times.children_system


def _measured(kind: str, item: pytest.Item) -> Generator[None]:
    own, children = _own_and_children_s()
    try:
        return (yield)
    finally:
        own_now, children_now = _own_and_children_s()
        item.user_properties.append((KEY, (kind, own_now - own, children_now - children)))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """Fixtures."""
    return (yield from _measured("fixtures", item))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """The test itself."""
    return (yield from _measured("tests", item))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """What comes after it."""
    return (yield from _measured("tidying up", item))


@dataclass(eq=False)
class Spent:
    """Seconds by what they were spent on."""

    kinds: Counter[str] = field(default_factory=Counter[str])
    files: Counter[str] = field(default_factory=Counter[str])
    tests: Counter[str] = field(default_factory=Counter[str])
    gathered_s: float = 0.0

    def pytest_collection_finish(self) -> None:
        """All that came before the first test, in this process."""
        self.gathered_s = time.process_time()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that is over, with all its times."""
        if report.when != "teardown":
            return
        for name, value in report.user_properties:
            if name == KEY and isinstance(value, tuple | list):
                kind, own_s, children_s = value
                self.kinds[f"{kind}, in the process of the tests"] += own_s
                self.kinds[f"{kind}, in children"] += children_s
                self.files[report.nodeid.partition("::")[0]] += own_s + children_s
                self.tests[report.nodeid] += own_s + children_s

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The sums, the files and the tests, largest first."""
        write = terminalreporter.write_line
        write(f"\nprocessor time: {self.kinds.total():.0f} s in {len(self.tests)} tests")
        if self.gathered_s:
            write(f"{self.gathered_s:9.1f} s  before the first test")
        for counted in (self.kinds, self.files, self.tests):
            write("")
            for name, seconds in counted.most_common(MOST):
                write(f"{seconds:9.1f} s  {name}")


def pytest_configure(config: pytest.Config) -> None:
    """Count in the process that prints."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Spent())
