"""Runs fast tests on mutants, each in a forked child that imports the project anew.

The parent has imported everything that is not the project's, so a child starts within a fraction
of a second. An import hook gives it the mutated code; nothing is written to the checkout. How
much processor time a child may use follows from the run without a mutant, so an endless loop
ends as a failure on a slow machine as well as on a quick one.
"""

import gc
import importlib
import json
import math
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

import hypothesis
import pytest

from tests.mutants.mutate import Mutant
from tests.mutants.targets import ROOT, Target

OWN = ("tests", "sessions", "routines", "tui")
"""Top-level packages a child imports itself."""

PATIENCE = 5.0
"""Times the processor time of the run without a mutant, for a child."""

MOST_BYTES = 4 << 30
"""Address space of a child: an endless list ends before the machine does."""

FAILED = (1, 2)
"""Exit codes of pytest: a test failed; a test file could not be imported."""

NOT_LOADED = 77
"""Exit code of a child whose tests never imported the mutated module."""


class Measured(NamedTuple):
    """What the run without a mutant was like."""

    cpu_s: float
    durations: dict[str, float]
    """Seconds of each test by its id."""
    modules: list[str]
    """What it imported, without the project."""


class _Mutated(SourceFileLoader):
    """Loads the mutated code in place of the file's."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        """The mutant."""
        return self._code


class _Hook:
    """An import hook for one module."""

    def __init__(self, target: Target, code: CodeType) -> None:
        self._target = target
        self._code = code
        self.used = False

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, module: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The mutated module; everything else is found as usual."""
        if name != self._target.module:
            return None
        self.used = True
        file = ROOT / self._target.source
        package = [str(file.parent)] if file.name == "__init__.py" else None
        loader = _Mutated(name, str(file), self._code)
        return spec_from_file_location(
            name, file, loader=loader, submodule_search_locations=package
        )


class _Order:
    """A pytest plugin: quick tests first, their time measured, no shrinking of examples."""

    def __init__(self, durations: dict[str, float]) -> None:
        self._known = durations
        self.durations: dict[str, float] = {}

    def pytest_configure(self) -> None:
        """Looking for the smallest failing example would only cost time."""
        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile("mutants", hypothesis.settings(), phases=phases)
        hypothesis.settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """By the time each took without a mutant."""
        items.sort(key=lambda item: self._known.get(item.nodeid, 0.0))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up set-up, call and tear-down."""
        before = self.durations.get(report.nodeid, 0.0)
        self.durations[report.nodeid] = before + report.duration


def measure(target: Target, folder: Path) -> Measured:
    """Run the tests of `target` as the code is. Raises RuntimeError when they fail."""
    told = folder / f"{target.name}.json"
    pid = _fork(target, None, folder, Measured(math.inf, {}, []), told)
    _, status, usage = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise RuntimeError(f"{' '.join(target.tests)}: pytest ended with {code} without a mutant")
    durations, modules = json.loads(told.read_text(encoding="utf-8"))
    return Measured(usage.ru_utime + usage.ru_stime, durations, modules)


def preload(modules: Sequence[str]) -> None:
    """Import these once, for all children; the collector then passes them over (twice as fast)."""
    for name in modules:
        try:
            importlib.import_module(name)
        except ImportError:  # a name that exists only inside another package's tricks
            continue
    gc.disable()
    gc.freeze()


def survivors(
    target: Target, mutants: Sequence[Mutant], measured: Measured, folder: Path, jobs: int
) -> Iterator[Mutant]:
    """Those whose change no test notices. Raises RuntimeError when a run says nothing."""
    running: dict[int, Mutant] = {}
    waiting = list(reversed(mutants))
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            running[_fork(target, mutant, folder, measured)] = mutant
        pid, status = os.wait()
        mutant = running.pop(pid)
        code = os.waitstatus_to_exitcode(status)
        if code == 0:
            yield mutant
        elif code > 0 and code not in FAILED:
            raise RuntimeError(f"{mutant.name}: pytest ended with {code}")


def _fork(
    target: Target,
    mutant: Mutant | None,
    folder: Path,
    measured: Measured,
    told: Path | None = None,
) -> int:
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 3
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        code = _child(target, mutant, folder / str(os.getpid()), measured, told)
    finally:
        os._exit(code)


def _child(
    target: Target, mutant: Mutant | None, temp: Path, measured: Measured, told: Path | None
) -> int:
    hook = None
    if mutant is not None:
        cpu_s = math.ceil(PATIENCE * measured.cpu_s)
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        hook = _Hook(target, mutant.code)
        sys.meta_path.insert(0, hook)
    for name in [name for name in sys.modules if _own(name)]:
        del sys.modules[name]
    order = _Order(measured.durations)
    plain = ["-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist"]
    code = int(pytest.main([*plain, f"--basetemp={temp}", *target.tests], plugins=[order]))
    if hook is not None and not hook.used:
        return NOT_LOADED
    if told is not None:
        found: list[Any] = [order.durations, [name for name in sys.modules if not _own(name)]]
        told.write_text(json.dumps(found), encoding="utf-8")
    return code


def _own(module: str) -> bool:
    return module.partition(".")[0] in OWN
