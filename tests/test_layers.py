"""The tui shows sessions of routines; heavy libraries stay where they belong."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from routines.reading.library import NOT_ROUTINES
from tests.patience import patience

PACKAGES = ("routines", "sessions", "tui")
HEAVY = {"cv2", "mediapipe", "ai_edge_litert", "numpy", "matplotlib", "scipy", "skimage"}
SCREEN = {"textual", "rich"}


def sources(*packages: str) -> Iterator[Path]:
    """Every Python file of `packages`, relative to the checkout (the working folder)."""
    for package in packages:
        yield from sorted(Path(package).rglob("*.py"))


def module_name(source: Path) -> str:
    """`tui/widgets/meter.py` as `tui.widgets.meter`."""
    parts = source.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def nodes(source: Path) -> list[ast.AST]:
    """Everything in `source`, as the parser sees it."""
    return list(ast.walk(ast.parse(source.read_text(encoding="utf-8"))))


@cache
def imports(source: Path) -> set[str]:
    """Top-level names of all that `source` imports, by statement or by `import_module`."""
    found: set[str] = set()
    for node in nodes(source):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if name in {"import_module", "__import__"} and isinstance(first, ast.Constant):
                found.add(str(first.value))
    return {name.partition(".")[0] for name in found}


def users_of(library: str) -> list[str]:
    """The files that import a library; only what names it is parsed."""
    naming = (s for s in sources(*PACKAGES) if library in s.read_text(encoding="utf-8"))
    return [s.as_posix() for s in naming if library in imports(s)]


def loaded_by(*steps: list[str], before: str = "") -> list[set[str]]:
    """Top-level names loaded in a fresh process that imports the modules of one step after another,
    as they are after each step."""
    code = (
        "import importlib, sys\n"
        f"{before}\n"
        "for step in sys.argv[1:]:\n"
        "    for name in step.split(): importlib.import_module(name)\n"
        "    print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *map(" ".join, steps)],
        capture_output=True,
        text=True,
        timeout=patience(20.0),
    )
    assert ran.returncode == 0, ran.stderr
    return [set(line.split()) for line in ran.stdout.splitlines()]


@pytest.fixture(autouse=True)
def in_the_checkout(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths here are relative to the checkout."""
    monkeypatch.chdir(checkout)


def test_imports_point_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    """The contracts in pyproject.toml hold."""
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


def test_one_module_imports_mediapipe() -> None:
    """Whoever replaces the landmark model has one file to read."""
    users = users_of("mediapipe")

    assert len(users) <= 1, users
    assert all(user.startswith("sessions/face/") for user in users)


def test_one_module_imports_litert() -> None:
    """So does whoever replaces what runs it."""
    users = [s.as_posix() for s in sources(*PACKAGES) if "ai_edge_litert" in s.read_text()]

    assert users == ["sessions/face/litert.py"]


ON_PAPER = ("paper", "pdf", "pdf_charts", "pdf_photos")
DRAW_ON_PAPER = {f"sessions/report/{each}.py" for each in ON_PAPER}
"""They load matplotlib; imported only for `report -o FILE.pdf`."""

NO_MATPLOTLIB = """
import types
from importlib.machinery import ModuleSpec
class StandIn(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return type(name, (), {})
class StandsIn:
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] == "matplotlib": return ModuleSpec(name, self, is_package=True)
    def create_module(self, spec): return StandIn(spec.name)
    def exec_module(self, module): pass
sys.meta_path.insert(0, StandsIn())
"""
"""Stands in for matplotlib, which takes a second to load and draws on no screen."""

SEES_PICTURES = tuple(f"sessions/{room}/" for room in ("face", "worker", "selftest"))
"""The rooms of the child processes: what they import, the process that draws never loads."""


def test_opencv_stays_with_the_pictures() -> None:
    """cv2 is imported where pictures are read and drawn, and nowhere else."""
    users = users_of("cv2")

    assert [user for user in users if not user.startswith(SEES_PICTURES)] == []


def test_numbers_stay_with_the_pictures_and_the_scoring() -> None:
    """NumPy is imported where pictures are read and measured, never on the parent's side."""
    users = users_of("numpy")
    allowed = (*SEES_PICTURES, "sessions/scoring/")

    assert [user for user in users if not user.startswith(allowed)] == []


def test_only_paths_knows_where_things_live() -> None:
    """Only tui/person/paths.py reads platformdirs and the program's environment variables."""
    knowing = set(users_of("platformdirs"))
    reading = {
        s.as_posix()
        for s in sources(*PACKAGES)
        if "SLOWSMILE_" in s.read_text(encoding="utf-8")
        for node in nodes(s)
        if isinstance(node, ast.Constant)
        and node.value in ("SLOWSMILE_DATA_DIR", "SLOWSMILE_MODEL")
    }

    assert knowing | reading == {"tui/person/paths.py"}


def test_the_screen_side_loads_nothing_heavy() -> None:
    """The process that draws imports everything of its own without cv2, mediapipe or numpy; the
    `__init__` of every package loads nothing at all."""
    inits = [module_name(s) for s in sources(*PACKAGES) if s.name == "__init__.py"]
    modules = [module_name(s) for s in sources("tui") if s.name != "__main__.py"]
    rooms = (
        "storage",
        "reps",
        "guards",
        "camera",
        "engine",
        "log",
        "pictures",
        "history",
        "report",
        "exchange",
        "care",
        "live",
    )
    modules += [module_name(s) for s in Path("sessions").glob("*.py")]
    modules += [
        module_name(s)
        for room in rooms
        for s in sources(f"sessions/{room}")
        if s.as_posix() not in DRAW_ON_PAPER
    ]

    by_inits, by_all = loaded_by(inits, modules)

    assert by_inits & (HEAVY | SCREEN) == set()
    assert by_all & HEAVY == set()
    assert by_all >= SCREEN


def test_doing_and_describing_load_no_screen() -> None:
    """routines and sessions, the camera process included, never load Textual."""
    modules = [module_name(s) for s in sources("routines", "sessions") if s.name != "__main__.py"]

    (loaded,) = loaded_by(modules, before=NO_MATPLOTLIB)

    assert loaded & SCREEN == set()
    assert loaded >= {"cv2", "numpy"}


def test_no_file_of_the_program_is_taken_for_a_routine() -> None:
    """Routines may lie in the data folder itself, beside the program's own files."""
    own = {
        node.value
        for source in sources("sessions", "routines")
        if ".toml" in source.read_text(encoding="utf-8")
        for node in nodes(source)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.fullmatch(r"[a-z][a-z-]*\.toml", node.value)
    }

    assert own - {"pyproject.toml", "validation.toml"} <= NOT_ROUTINES
    assert "plan.toml" in own
