"""A short practice under watch, for `doctor --prove`: what it tried, and what it wrote.

It runs as a person would start it, with the simulated patient; then the model that reads pictures
is set to work on a grey one. All in a folder of its own that is deleted afterwards. Standard
library only.
"""

import os
import stat
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from routines.counted import counted
from routines.language import _
from routines.language.lists import listed
from tui.setup.bootstrap import CHECKOUT
from tui.setup.watch import Note, read_notes

TIMEOUT_S = 60.0
"""For each of the two starts; either takes 2 seconds on an idle machine."""
SPEED = "200"
ROUTINE = """
schema = 1
id = "proof"
name = "One smile"
stage = "paretic"

[[exercise]]
do = "closed-smile"
reps = 3
"""
PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"RIFF",
    b"II*\x00",
    b"MM\x00*",
    b"\x93NUMPY",
)
"""How files begin that hold pictures, films or arrays of them; MP4 has its word at byte 4."""

_REFUSED = _("the system refuses internet sockets to every process, whatever code asks")

State = Literal["ok", "note", "failed"]


class Finding(NamedTuple):
    """One line of the proof."""

    state: State
    subject: str
    found: str


class Proof(NamedTuple):
    """What was found of the practice, and what it wrote."""

    findings: list[Finding]
    written: list[str]
    """A line for each file: rights, name, size."""


def prove() -> Proof:
    """Run the practice and look at all that it left."""
    with tempfile.TemporaryDirectory(prefix="slowsmile-") as name:
        folder = Path(name).resolve()
        data, log = folder / "data", folder / "notes"
        failure = _run_watched(folder, data, log)
        if failure:
            return Proof([Finding("failed", "Practice", failure)], [])
        return Proof(list(judge(read_notes(log), data)), [_line(p, data) for p in _files(data)])


def judge(notes: Sequence[Note], data: Path, posix: bool = os.name == "posix") -> Iterator[Finding]:
    """What `notes` and the files in `data` prove; `posix` says that rights and limits are known."""
    processes = {note.process for note in notes if note.kind == "process"}
    if len(processes) < 2:
        yield Finding("failed", "Watch", _("the processes of the practice could not be watched"))
        return
    yield _watch(notes, len(processes))
    yield _internet(notes, len(processes))
    yield _rights(data, posix)
    outside = sorted({n.what for n in notes if n.kind == "write" and not _inside(n.what, data)})
    named = _("written outside its folder: {names}").format(names=listed(outside))
    own = _("nothing was written outside the folder of the practice")
    yield Finding("failed" if outside else "ok", "Elsewhere", named if outside else own)
    pictures = [_name(path, data) for path in _files(data) if _is_picture(path)]
    found = (
        _("begin like a picture: {names}").format(names=listed(pictures))
        if pictures
        else _("no file is a picture")
    )
    yield Finding("failed" if pictures else "ok", "Pictures", found)
    yield _core_files(notes, data)


def _run_watched(folder: Path, data: Path, log: Path) -> str:
    """Run both to their ends; why that could not be, or empty."""
    hook, here = folder / "hook", folder / "here"
    for each in (hook, here):
        each.mkdir()
    begin = f"from tui.setup.watch import begin\nbegin({str(log)!r})\n"
    (hook / "sitecustomize.py").write_text(begin, encoding="utf-8")
    routine = folder / "proof.toml"
    routine.write_text(ROUTINE, encoding="utf-8")
    picture = folder / "grey.png"
    picture.write_bytes(grey_picture(640, 480))
    checkout = [str(CHECKOUT)] if (CHECKOUT / "pyproject.toml").is_file() else []
    practice = ("run", str(routine), "--side", "left", "--source", "sim", "--speed", SPEED)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(hook), *checkout, *_led()]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    for words in ((*practice, "--plain", "--no-sound"), ("score", str(picture))):
        line = [sys.executable, "-m", "tui", "--data-dir", str(data), *words]
        if failure := _failure(line, here, environment):
            return f"`{words[0]}` {failure}"
    return ""


def _led() -> list[str]:
    """Where PYTHONPATH leads already, from the folder that this process stands in."""
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return [str(Path(folder).absolute()) for folder in named if folder]


def _failure(line: Sequence[str], here: Path, environment: Mapping[str, str]) -> str:
    try:
        ran = subprocess.run(
            line,
            cwd=here,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT_S,
            umask=0 if os.name == "posix" else -1,  # rights must not hang on the umask
        )
    except (OSError, subprocess.SubprocessError) as error:
        return _("could not be run: {error}").format(error=error)
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").strip().splitlines()
        last = said[-1].partition(" The details are in ")[0] if said else "without a word"
        return _("ended with exit code {code}: {last}").format(
            code=ran.returncode, last=last
        )  # the details are gone by then
    return ""


def grey_picture(width: int, height: int) -> bytes:
    """A PNG of one grey (PNG specification, third edition)."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    parts = chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _watch(notes: Sequence[Note], processes: int) -> Finding:
    own = Path(sys.executable)
    started = {n.what for n in notes if n.kind == "program" and Path(n.what) != own}
    found = _("{processes} processes of the practice, from the start").format(processes=processes)
    if started:
        named = ", ".join(sorted(started))
        return Finding(
            "note",
            "Watch",
            _("{found}; started too, and not watched: {named}").format(found=found, named=named),
        )
    return Finding("ok", "Watch", found)


def _internet(notes: Sequence[Note], processes: int) -> Finding:
    tried = [note.what for note in notes if note.kind in ("socket", "network")]
    if tried:
        return Finding("failed", "Internet", f"{counted(len(tried), 'call')}: {'; '.join(tried)}")
    tests = sum(note.kind == "self-test" for note in notes)
    found = _("0 calls tried by Python code, beside {own_tests} of the ban").format(
        own_tests=counted(tests, "own test")
    )
    banned = {note.process for note in notes if note.kind == "banned" and note.what}
    if len(banned) == processes:
        return Finding("ok", "Internet", f"{found}; {_REFUSED}")
    return Finding(
        "note",
        "Internet",
        _(
            "{found}; this system cannot refuse them, so nothing is proved of "
            "libraries in other languages"
        ).format(found=found),
    )


def _rights(data: Path, posix: bool) -> Finding:
    files, folders = list(_files(data)), [data, *(p for p in data.rglob("*") if p.is_dir())]
    if not files:
        return Finding("failed", "Files", _("the practice kept nothing"))
    many = f"{counted(len(files), 'file')}, {counted(len(folders), 'folder')}"
    if not posix:
        return Finding(
            "note",
            "Files",
            _("{many}; rights of this system are not looked at here").format(many=many),
        )
    wrong = [_name(p, data) for p in files if _mode(p) != 0o600]
    wrong += [_name(p, data) for p in folders if _mode(p) != 0o700]
    if wrong:
        return Finding("failed", "Files", f"others may read: {', '.join(wrong)}")
    return Finding(
        "ok",
        "Files",
        _("{many}; files 0600, folders 0700: for your account alone").format(many=many),
    )


def _core_files(notes: Sequence[Note], data: Path) -> Finding:
    last = {note.process: note.what for note in notes if note.kind == "core"}
    cores = [_name(path, data) for path in _files(data) if path.name.startswith("core")]
    if cores or any(limit not in ("", "0") for limit in last.values()):
        found = f"written: {', '.join(cores)}" if cores else _("a process could have written one")
        return Finding("failed", "Core files", found)
    if "" in last.values():
        return Finding(
            "note", "Core files", _("none was written; this system has no limit for them")
        )
    return Finding("ok", "Core files", _("forbidden in every process"))


def _files(data: Path) -> Iterator[Path]:
    return (path for path in sorted(data.rglob("*")) if not path.is_dir())


def _line(path: Path, data: Path) -> str:
    return f"{_mode(path):04o} {_name(path, data)}, {counted(path.lstat().st_size, 'byte')}"


def _name(path: Path, data: Path) -> str:
    return path.relative_to(data.parent).as_posix()


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def _inside(path: str, data: Path) -> bool:
    return path == os.devnull or Path(path).is_relative_to(data)


def _is_picture(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(12)
    return head.startswith(PICTURES) or head[4:8] == b"ftyp"
