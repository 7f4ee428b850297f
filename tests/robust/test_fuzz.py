"""Anything at all, given to everything that takes input: an answer in words, never a failure."""

import contextlib
import io
import itertools
import math
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from routines.errors import Trouble
from routines.thresholds import Thresholds
from sessions.care.settings_file import FILE_NAME, load_settings
from sessions.guards import Guards
from sessions.guards.reference import Reference
from sessions.readings import Half, Noise, Reading
from sessions.reps.tracker import RepTracker
from tui import cli
from tui.screens.keymap_checks import complaint

PATIENT = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
LONG = settings(max_examples=2000, suppress_health_check=PATIENT)
BRIEF = settings(suppress_health_check=PATIENT)

HOSTILE = (
    "../../../etc/passwd",
    "\x1b[2J\x1b]0;owned\x07",
    "=cmd()",
    "@SUM(1)",
    "\u202efdp.exe",
    "a\nb",
    "nul\x00l",
    "\udc80",
    "x" * 5000,
    "",
    " ",
    "-",
    "--",
    "~nobody/x",
    "/dev/zero",
    "/proc/self/mem",
    "/",
)
WORDS = st.sampled_from(
    [
        *(name for name in cli.COMMANDS if name not in {"run", "selftest"}),
        *("list", "show", "check", "schema", "daily-gentle", "closed-smile", "small-and-slow"),
        *("--json", "--side", "left", "--neutral", "1:2", "--exercise", "--known-linked"),
        *("--format", "csv", "jsonl", "zip", "--weeks", "-1", "1e9", "--help", "--data-dir"),
        *("--model", "--version", "--session", "--word"),
        *HOSTILE,
    ]
)
NUMBERS = st.one_of(
    st.floats(-30, 30),
    st.sampled_from([0.0, -0.0, math.nan, math.inf, -math.inf, 1e308, -1e308, 5e-324]),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.dates()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=4,
)
KEYS = st.one_of(
    st.sampled_from(["schema", "side", "stage", "source", "sound", "plan", "keymap", "view"]),
    st.text(max_size=8),
)


def _settings_file(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        path.write_bytes(content)
        said = FILE_NAME
        try:
            load_settings(path, complaint)
        except Trouble as trouble:
            said = trouble.sentence
    assert FILE_NAME in said
    assert "\x1b" not in said


@BRIEF
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: t.encode())))
def test_any_bytes_as_settings(content: bytes) -> None:
    """Settings, or a sentence that names the file."""
    _settings_file(content)


@BRIEF
@given(st.dictionaries(KEYS, VALUES, max_size=4))
@example({"keymap": {"\x1b": False}})
def test_any_toml_as_settings(tables: dict[str, Any]) -> None:
    """Well formed, and nonsense."""
    _settings_file(tomli_w.dumps(tables).encode())


def _command_line(words: list[str], tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir(exist_ok=True)
    written, err = io.BytesIO(), io.StringIO()
    out = io.TextIOWrapper(written, "utf-8")
    with (
        contextlib.chdir(here),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code: object = cli.main(["--data-dir", str(tmp_path / "data"), *words])
        except SystemExit as leaving:
            code = leaving.code

    assert code in {0, 2, 3}, (words, code, err.getvalue())
    assert "Traceback" not in err.getvalue()
    assert "\x1b" not in err.getvalue()
    out.flush()
    assert b"\x1b" not in written.getvalue()
    assert list(here.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} <= {"here", "data"}


@BRIEF
@given(words=st.lists(WORDS, max_size=5))
def test_any_command_line(
    words: list[str], tmp_path_factory: pytest.TempPathFactory, nobody_types: None
) -> None:
    """A known exit code, a sentence, no escape sequence, no file where none was asked for."""
    if "--data-dir" not in words:
        _command_line(words, tmp_path_factory.mktemp("line"))


@pytest.fixture(scope="module")
def nobody_types() -> Any:
    """Nobody types."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(""))
        yield


def _set_of(numbers: list[float]) -> None:
    noise = Noise(mm=(0.1,) * 9, narrowing_percent=0.5, corner_mm=0.1)
    tracker = RepTracker("closed-smile", "left", noise, noise, watch=("smile-eye",))
    reference = Reference()
    guards = Guards(
        Thresholds(),
        measure="closed-smile",
        watch=("smile-eye",),
        affected="left",
        left=noise,
        right=noise,
        reference=reference,
    )
    endless = itertools.cycle(numbers)
    for n in range(240):
        # Long movements, so that repetitions open and close between the wild numbers.
        wild = next(endless) if n % 7 == 0 else 4.0 * (n % 120 > 50)
        half = Half(mm=(wild,) * 9, narrowing_percent=wild, corner_out_mm=wild, corner_up_mm=wild)
        reading = Reading(n=n, t_s=n / 30, left=half, right=half)
        rep = tracker.feed(reading)
        guards.live(reading, tracker)
        if rep is not None:
            for verdict in guards.judge(rep):
                assert verdict.sentence


@BRIEF
@given(st.lists(NUMBERS, min_size=1, max_size=12))
def test_any_numbers_as_measures(numbers: list[float]) -> None:
    """NaN, infinities and absurd sizes among the readings never stop the counting."""
    _set_of(numbers)


@pytest.mark.long
@LONG
@given(st.lists(NUMBERS, min_size=1, max_size=12))
def test_two_thousand_sets_of_any_numbers(numbers: list[float]) -> None:
    """The same, longer."""
    _set_of(numbers)


@pytest.mark.long
@LONG
@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_two_thousand_settings(tables: dict[str, Any]) -> None:
    """The same, longer."""
    _settings_file(tomli_w.dumps(tables).encode())


@pytest.mark.long
@LONG
@given(words=st.lists(WORDS, max_size=6))
def test_two_thousand_command_lines(
    words: list[str], tmp_path_factory: pytest.TempPathFactory, nobody_types: None
) -> None:
    """The same, longer."""
    if "--data-dir" not in words:
        _command_line(words, tmp_path_factory.mktemp("line"))
