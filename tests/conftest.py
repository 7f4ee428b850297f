"""What every test may rely on: nothing of the person at the keyboard is read or written."""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings, strategies

from tests.alarm import within_reason
from tests.compiling import share_compiling
from tests.local_hour import begin_at

# Hundreds of children are started here. Where the environment forbids bytecode, each of them and
# each start of the tests would compile the whole program again, which takes a second each time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# As in the program's measuring process: threads of OpenBLAS wait by spinning, which doubles the
# processor time of a rest. It is read when NumPy is imported, by children too.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

# What is due and the greeting follow the local hour: the same at every run, for children too.
begin_at(os.environ.get("SLOWSMILE_TESTS_BEGIN", "10:00"))

settings.register_profile("suite", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("suite")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml; child processes are started there."""
    return ROOT


@pytest.fixture(scope="session")
def library_caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the caches of libraries, filled once in a run."""
    return tmp_path_factory.mktemp("library-caches")


@pytest.fixture(scope="session")
def own_homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for the homes of a run. pytest's own numbered folders are found by looking through
    all that are there, which takes seconds with thousands of tests."""
    folder = tmp_path_factory.mktemp("own-homes")
    return (folder / f"home{n}" for n in count())


@pytest.fixture(autouse=True)
def own_home(
    own_homes: Iterator[Path], library_caches: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A home and a data folder of the test's own; child processes inherit them."""
    home = next(own_homes)
    home.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("SLOWSMILE_MODEL", "NO_COLOR", "COLORTERM", "PYTHONWARNINGS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(library_caches))
    monkeypatch.setenv("MPLCONFIGDIR", str(library_caches))
    monkeypatch.setenv("SLOWSMILE_DATA_DIR", str(home / "slowsmile"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    return home


@pytest.hookimpl(wrapper=True)
def pytest_sessionstart(session: pytest.Session) -> Generator[None]:
    """Let hypothesis learn all letters once in a new checkout, while other processes gather tests.

    It keeps them in a file. Each process that found none worked three seconds at it.
    """
    yield
    if not hasattr(session.config, "workerinput"):
        strategies.text().validate()


def pytest_collection(session: pytest.Session) -> None:
    """Nothing that is collected is garbage: looking for some takes a sixth of the time."""
    gc.disable()
    share_compiling(session.config, ROOT)


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what stays for the whole run, and work less often.

    Libraries and thousands of collected tests are a million objects. Looking through them again
    and again took a fifth of the time of the screens' tests; to look once takes half a second in
    each process, and finds a tenth of them, which may as well stay.
    """
    gc.freeze()
    gc.set_threshold(200_000, 10, 10)
    gc.enable()


def _is_long(item: pytest.Item) -> bool:
    return item.get_closest_marker("long") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """Fixtures that hang fail."""
    with within_reason(long=_is_long(item)):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """A test that hangs fails."""
    with within_reason(long=_is_long(item)):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """What tidies up after a test and hangs fails."""
    with within_reason(long=_is_long(item)):
        return (yield)
