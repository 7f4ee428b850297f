"""What is shipped: the three packages with their data, and no one's records."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.patience import patience

PACKAGES = ("routines", "sessions", "tui")


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with wheel and sdist, built from a checkout that has a record lying in it. Of its
    tests it has what lies at their top and in one folder."""
    copy = tmp_path_factory.mktemp("copy")
    for name in (*PACKAGES, "tests/robust"):
        shutil.copytree(checkout / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (*(checkout / "tests").glob("*.py"), checkout / "tests" / "README.md"):
        shutil.copy(file, copy / "tests")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(checkout / name, copy / name)
    (copy / "sessions" / "2026").mkdir()
    (copy / "sessions" / "2026" / "2026-11-21T08-30-00.toml").write_text("schema = 1\n")
    (copy / "sessions" / "journal.jsonl").write_text("{}\n")
    out = tmp_path_factory.mktemp("built")
    ran = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(out)],
        cwd=copy,
        capture_output=True,
        text=True,
        timeout=patience(40.0),
    )
    assert ran.returncode == 0, ran.stderr
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    """The wheel, opened."""
    return zipfile.ZipFile(next(built.glob("*.whl")))


def test_every_file_of_the_packages_is_shipped(wheel: zipfile.ZipFile, checkout: Path) -> None:
    """Code, style sheets, routines and type markers; nothing of the tests."""
    shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    kinds = {".py", ".toml", ".tcss", ".txt", ".typed"}
    ours = {
        file.relative_to(checkout).as_posix()
        for package in PACKAGES
        for file in (checkout / package).rglob("*")
        if file.suffix in kinds or file.name == "py.typed"
    }

    assert ours - shipped == set()
    assert {name.partition("/")[0] for name in shipped} == set(PACKAGES)
    assert {f"{package}/py.typed" for package in PACKAGES} <= shipped


def test_records_are_never_shipped(built: Path, wheel: zipfile.ZipFile) -> None:
    """A record that lies in the checkout stays there."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = [*sdist.getnames(), *wheel.namelist()]

    assert [name for name in names if "2026-11-21" in name or name.endswith(".jsonl")] == []


def test_the_packages_readmes_go_with_the_sources(built: Path, wheel: zipfile.ZipFile) -> None:
    """Whoever reads the code finds them; what is installed holds code and data alone."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}

    assert {f"{folder}/README.md" for folder in (*PACKAGES[:2], "tests")} <= names
    assert [name for name in wheel.namelist() if name.endswith("README.md")] == []
    assert any(name.startswith("routines/learn/") for name in wheel.namelist())


def test_the_sources_hold_the_tests(built: Path) -> None:
    """Whoever packages it can test it."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = sdist.getnames()

    assert any(name.endswith("/tests/__main__.py") for name in names)
    assert any(name.endswith("/tests/robust/terminal.py") for name in names)
    assert any(name.endswith("/LICENSE") for name in names)


def test_the_installed_program_runs_without_setting_up(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    """Unpacked where no checkout is: same program, the command `slowsmile`, no `.venv`."""
    wheel.extractall(tmp_path / "site")
    entry = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "--help"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        timeout=patience(20.0),
    )

    assert "slowsmile = tui.cli:main" in wheel.read(entry).decode()
    assert ran.returncode == 0, ran.stderr
    assert "\n  slowsmile run --side left " in ran.stdout
    assert "Traceback" not in ran.stderr
    assert list(elsewhere.iterdir()) == []
    assert not (tmp_path / "site" / ".venv").exists()
