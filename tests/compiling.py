"""Each process of a first run compiles its share of the tests, and reads what the others compiled.

pytest compiles tests anew for its `assert`, which takes a first run ten seconds in each process.
All go through the same files in the same order at the same time, and so each compiled all of them.
"""

import contextlib
import importlib
from pathlib import Path

import pytest


def share_compiling(config: pytest.Config, root: Path) -> None:
    """Import those of this process's share that no run has compiled, where all tests are run.

    What cannot be imported is told when it is collected.
    """
    told: dict[str, object] | None = getattr(config, "workerinput", None)
    if told is None or config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    number, count = int(str(told["workerid"]).removeprefix("gw")), int(str(told["workercount"]))
    for file in sorted((root / "tests").rglob("test_*.py"))[number::count]:
        if not any((file.parent / "__pycache__").glob(f"{file.stem}.*-pytest-*.pyc")):
            with contextlib.suppress(Exception, pytest.skip.Exception):
                importlib.import_module(".".join(file.relative_to(root).with_suffix("").parts))
