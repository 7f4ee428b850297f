"""How the program was installed, and which of its promises that keeps, for `doctor`.

Its own set-up puts exact versions into `.venv` of the checkout, from wheels it knows by their
SHA-256. Whatever else installed it (pip, pipx, uv) chose versions within the ranges of
pyproject.toml and checked files in its own way. Standard library only.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from routines.language import _
from routines.language.lists import joined, listed
from tui.setup import wheels
from tui.setup.bootstrap import CHECKOUT, OPENCV_BUILDS
from tui.setup.project import Project, read_note

Find = Callable[[str], metadata.Distribution]
"""A package by its name, such as `importlib.metadata.distribution`."""


class Promise(NamedTuple):
    """One line of the doctor's."""

    kept: bool
    subject: str
    found: str


def promises(
    checkout: Path = CHECKOUT,
    prefix: str = sys.prefix,
    find: Find = metadata.distribution,
    table: Path = wheels.TABLE,
) -> Iterator[Promise]:
    """How the program was installed, then whether its packages are those it was tested with."""
    installed = drawn_in(_asked_for(checkout, find), find)
    yield _made_by(checkout, Path(prefix), find, installed)
    pinned = _pinned(table)
    others = [
        f"{name} {version} (tested: {' or '.join(sorted(pinned[name]))})"
        for name, version in installed.items()
        if name in pinned and version not in pinned[name]
    ]
    unknown = [f"{name} {installed[name]}" for name in installed if name not in pinned]
    if others:
        yield Promise(
            False, "Versions", _("not the tested ones: {names}").format(names=listed(others))
        )
    if unknown:
        yield Promise(
            False,
            "Drawn in",
            _("not among the tested packages: {names}").format(names=listed(unknown)),
        )
    if not others and not unknown:
        yield Promise(
            True, "Versions", _("the tested ones, of {count} packages").format(count=len(installed))
        )
    builds = [build for build in OPENCV_BUILDS if _version(build, find) is not None]
    if len(builds) > 1:
        found = _("{names} share one folder; which of them is loaded is chance").format(
            names=joined(builds)
        )
        yield Promise(False, "OpenCV", found)


def drawn_in(requirements: Sequence[str], find: Find = metadata.distribution) -> dict[str, str]:
    """The packages that `requirements` lead to, as far as they are installed: name to version."""
    found: dict[str, str] = {}
    waiting = list(requirements)
    while waiting:
        line = waiting.pop()
        name = _plain(re.split(r"[^\w.-]", line)[0])
        if name in found or "extra ==" in line:
            continue
        for build in OPENCV_BUILDS if name in OPENCV_BUILDS else (name,):
            version = _version(build, find)
            if version is not None:
                found[build] = version
                waiting += find(build).requires or []
    return dict(sorted(found.items()))


def _made_by(checkout: Path, prefix: Path, find: Find, installed: Mapping[str, str]) -> Promise:
    if (checkout / "pyproject.toml").is_file():
        project = Project(checkout)
        own = prefix.resolve() == project.venv.resolve()
        if own and project.ready(("run",)):
            return _own(project, installed)
        maker = "uv" if re.search(r"^uv\s*=", read_note(prefix / "pyvenv.cfg") or "", re.M) else ""
    else:
        try:
            maker = (find("slowsmile").read_text("INSTALLER") or "").strip()
        except metadata.PackageNotFoundError:
            maker = ""
    found = (
        _(
            "{prefix}, by {maker}, not made by the program: whether its packages are the published "
            "files cannot be told here"
        )
        if maker
        else _(
            "{prefix}, not made by the program: whether its packages are the published files "
            "cannot be told here"
        )
    )
    return Promise(False, "Installed", found.format(prefix=prefix, maker=maker))


def _own(project: Project, installed: Mapping[str, str]) -> Promise:
    """The environment of the program's own set-up, as far as its notes tell what was compared."""
    note = (read_note(project.compared) or "").splitlines()
    compared = {(_plain(name), version) for name, _, version in (s.partition(" ") for s in note)}
    rest = [name for name, version in installed.items() if (name, version) not in compared]
    made = _("{folder}, made by the program").format(folder=project.venv)
    if not rest:
        found = _("{made}; wheels compared with its table when fetched").format(made=made)
        return Promise(True, "Installed", found)
    which = "its wheels" if len(rest) == len(installed) else ", ".join(rest)
    found = _(
        "{made}; no note tells that {which} were compared with its table when "
        "fetched. To have that done, delete this folder and start again"
    ).format(made=made, which=which)
    return Promise(False, "Installed", found)


def _asked_for(checkout: Path, find: Find) -> Sequence[str]:
    if (checkout / "pyproject.toml").is_file():
        return Project(checkout).asks_for(("run",))
    try:
        return find("slowsmile").requires or []
    except metadata.PackageNotFoundError:
        return []


def _pinned(table: Path) -> Mapping[str, set[str]]:
    known: dict[str, set[str]] = {}
    for wheel in wheels.read_table(read_note(table) or ""):
        known.setdefault(_plain(wheel.name), set()).add(wheel.version)
    return known


def _version(name: str, find: Find) -> str | None:
    try:
        return find(name).version
    except metadata.PackageNotFoundError:
        return None


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
