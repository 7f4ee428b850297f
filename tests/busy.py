"""A run of the tests on a machine that has too much to do: `python3 -m tests -p tests.busy`.

A pytest plugin. Beside the tests run as many busy loops as make a load of `LOAD`, and what the
system says of its load meanwhile is printed at the end.
"""

import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field

import pytest

LOAD = 8
"""Processes that want to run, those of the tests among them."""
LOOP = "import os; parent = os.getppid()\nwhile os.getppid() == parent: pass"
"""Busy until whoever started it is gone, however that ended."""
LOOK_EVERY_S = 5.0
SETTLED_S = 60.0
"""The system's mean is one of the last minute: what it says before that is of an earlier time."""


@dataclass(eq=False)
class Busy:
    """Busy loops from `begin` to `end`, and the loads that were seen."""

    loops: int
    loads: list[float] = field(default_factory=list[float])
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list[subprocess.Popen[bytes]])
    _over: threading.Event = field(default_factory=threading.Event)

    def begin(self) -> None:
        """Start the loops, and look at the load from time to time."""
        command = [sys.executable, "-I", "-S", "-c", LOOP]
        for _ in range(self.loops):
            self._running.append(subprocess.Popen(command, stdin=subprocess.DEVNULL))
        threading.Thread(target=self._look, daemon=True).start()

    def end(self) -> None:
        """End the loops."""
        self._over.set()
        for loop in self._running:
            loop.kill()
            loop.wait()
        self._running.clear()

    def said(self) -> str:
        """The loads that were seen, in one line."""
        beside = f"beside {self.loops} busy loops on {os.cpu_count()} cores"
        if not self.loads:
            return f"{beside}; too short to tell the load"
        mean = sum(self.loads) / len(self.loads)
        return f"{beside}; load {min(self.loads):.1f} to {max(self.loads):.1f}, mean {mean:.1f}"

    def _look(self) -> None:
        if self._over.wait(SETTLED_S):
            return
        while not self._over.wait(LOOK_EVERY_S):
            self.loads.append(os.getloadavg()[0])

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """As many loops as are missing to the load, beside the processes of the tests."""
        self.begin()

    def pytest_sessionfinish(self) -> None:
        """Leave the machine as it was."""
        self.end()

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """What the load was."""
        terminalreporter.write_line(f"\n{self.said()}")


def pytest_configure(config: pytest.Config) -> None:
    """Only in the process that prints."""
    if not hasattr(config, "workerinput"):
        workers = config.getoption("numprocesses", None) or 1
        config.pluginmanager.register(Busy(loops=max(0, LOAD - workers)))
