"""How the program was installed, and which promises the doctor cannot vouch for."""

import re
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path

import pytest

from tui.setup.installation import Find, Promise, promises
from tui.setup.project import Project

PINS = 'run = [\n    "numpy==2.4.6",\n]\n'
ASKED = (
    '[project]\nname = "slowsmile"\ndependencies = ["numpy>=2", "opencv-python>=4"]\n'
    f"\n[tool.slowsmile.pins]\n{PINS}"
)
TABLE = "numpy 2.4.6 numpy.whl 00\nopencv-python-headless 4.13 cv.whl 00\nclick 8.5 c.whl 00\n"

Packages = Mapping[str, tuple[str, Sequence[str]]]
TESTED: Packages = {"numpy": ("2.4.6", ()), "opencv-python-headless": ("4.13", ("numpy>=2",))}


def shelf(folder: Path, packages: Packages) -> Find:
    """An environment's folder of packages: name to version and requirements."""
    for name, (version, asked) in packages.items():
        info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True)
        lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
        lines += [f"Requires-Dist: {line}" for line in asked]
        (info / "METADATA").write_text("\n".join(lines) + "\n")
        (info / "INSTALLER").write_text("uv\n")

    def find(name: str) -> metadata.Distribution:
        for found in metadata.distributions(name=name, path=[str(folder)]):
            return found
        raise metadata.PackageNotFoundError(name)

    return find


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with a `.venv` that the program made."""
    (tmp_path / "pyproject.toml").write_text(ASKED)
    project = Project(tmp_path)
    project.stamps.mkdir(parents=True)
    project.python.parent.mkdir(exist_ok=True)
    for file in (project.python, project.venv / "pyvenv.cfg", project.proven):
        file.touch()
    (project.stamps / "run").write_text(project.pinned("run"))
    project.compared.write_text("numpy 2.4.6\nopencv-python-headless 4.13\n")
    (tmp_path / "wheels.txt").write_text(TABLE)
    return tmp_path


def said(root: Path, prefix: Path, packages: Packages) -> dict[str, Promise]:
    """What is told of an environment, by subject."""
    told = promises(root, str(prefix), shelf(prefix / "lib", packages), root / "wheels.txt")
    return {promise.subject: promise for promise in told}


def test_its_own_environment_keeps_every_promise(root: Path) -> None:
    """Made by the program, finished, with the tested versions."""
    told = said(root, root / ".venv", TESTED)

    assert list(told) == ["Installed", "Versions"]
    assert all(promise.kept for promise in told.values())
    assert "of 2 packages" in told["Versions"].found


@pytest.mark.parametrize("note", [None, "numpy 2.4.6\n", "numpy 2.4\n"])
def test_what_was_not_compared_with_the_table_is_not_vouched_for(
    root: Path, note: str | None
) -> None:
    """As in an environment that a release without such a table made."""
    compared = Project(root).compared
    compared.unlink() if note is None else compared.write_text(note)
    told = said(root, root / ".venv", TESTED)["Installed"]

    assert not told.kept
    assert "no note tells" in told.found
    assert ("opencv-python-headless were" in told.found) == (note == "numpy 2.4.6\n")


def test_a_version_changed_by_hand_is_named(root: Path) -> None:
    """Also in the environment that the program made."""
    told = said(root, root / ".venv", {**TESTED, "numpy": ("2.5", ())})

    assert not told["Versions"].kept
    assert "numpy 2.5 (tested: 2.4.6)" in told["Versions"].found


def test_an_unfinished_environment_is_not_vouched_for(root: Path) -> None:
    """Neither is one in the same place that another tool made."""
    (root / ".venv" / "slowsmile" / "proven").unlink()
    (root / ".venv" / "pyvenv.cfg").write_text("home = /usr/bin\nuv = 0.9\n")
    told = said(root, root / ".venv", TESTED)

    assert not told["Installed"].kept
    assert "by uv, not made by the program" in told["Installed"].found


def test_what_pip_drew_in_is_named(tmp_path: Path) -> None:
    """No checkout: what the package's metadata leads to, and only that; two builds of OpenCV."""
    (tmp_path / "wheels.txt").write_text(TABLE)
    packages: Packages = {
        **TESTED,
        "slowsmile": ("0.1.0", ("mediapipe", "numpy", "pytest; extra == 'test'")),
        "mediapipe": ("0.10.33", ("opencv-contrib-python", "SoundDevice~=0.5")),
        "sounddevice": ("0.5.3", ()),
        "opencv-contrib-python": ("4.14", ("numpy",)),
        "pytest": ("9", ()),
        "click": ("1.0", ()),
    }
    told = said(tmp_path, tmp_path / "env", packages)

    assert "by uv, not made by the program" in told["Installed"].found
    drawn = told["Drawn in"].found.partition(": ")[2]
    assert drawn == "mediapipe 0.10.33, opencv-contrib-python 4.14, sounddevice 0.5.3"
    assert "opencv-python-headless and opencv-contrib-python" in told["OpenCV"].found
    assert not any(promise.kept for promise in told.values())


def test_the_page_names_all_that_the_packages_draw_in(checkout: Path) -> None:
    """By the metadata of the pinned wheels: what they ask for beyond the pins stands there. Pins
    that nothing asks for, such as the second model of the eyes, are the own set-up's alone."""
    project = Project(checkout)
    pinned = {pin.partition("==")[0] for pin in project.pins("run")}
    drawn, asked = set[str](), {_name(line) for line in project.asks_for(("run",))}
    while new := asked - drawn:
        drawn |= new
        for name in (new & pinned) - {"certifi"}:  # of another kind of machine
            lines = metadata.requires(name) or ()
            asked |= {_name(line) for line in lines if "extra ==" not in line}
    beyond = drawn - pinned
    text = (checkout / "sessions" / "README.md").read_text(encoding="utf-8")
    section = text.partition("### Other ways of installing")[2]

    assert {"sounddevice", "opencv-contrib-python"} <= beyond
    assert [name for name in sorted(beyond) if f"`{name}`" not in section] == []


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0]
