"""Notes what a Python process asks the system for, from its first moment on (PEP 578 audit events).

`doctor --prove` lets every process of a practice begin so. A note is a line of JSON: process,
kind, what. Standard library only; a hook must never raise, or the watched call would fail.
"""

import atexit
import contextlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_NETWORK = {
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
}
_NEW_SOCKET = "socket.__new__"
_INTERNET = (2, 10, 23, 30)
"""AF_INET, and AF_INET6 on Linux, Windows and macOS."""
_SELF_TEST = "sessions.native.network_ban"
"""The module that opens internet sockets to see that they are refused; it sends nothing."""
_MADE = {"os.mkdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "sqlite3.connect": 0}
"""Events beside `open` that make a name, and which of their arguments it is."""
_PROGRAMS = ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.spawn", "os.system")
"""Events that start a program, named by their first argument."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


_WATCHED = {_NEW_SOCKET, *_NETWORK, *_MADE, *_PROGRAMS}


class Note(NamedTuple):
    """One thing that a process did."""

    process: int
    kind: str
    """`process`, `banned`, `core`, `socket`, `network`, `self-test`, `program` or `write`."""
    what: str


def begin(log: str) -> None:
    """Watch this process from now on, and let the kernel refuse it the internet where it can."""
    handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def note(kind: str, what: str) -> None:
        with contextlib.suppress(OSError):
            os.write(handle, (json.dumps([os.getpid(), kind, what]) + "\n").encode())

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event == "open" or event in _WATCHED:
            try:
                for kind, what in _seen(event, args):
                    note(kind, what)
            except Exception as error:
                note("network", f"{event} could not be read: {error!r}")

    note("process", "")
    note("core", _core_limit())
    atexit.register(lambda: note("core", _core_limit()))
    sys.addaudithook(hook)
    from sessions.native.network_ban import forbid_internet

    note("banned", "yes" if forbid_internet() else "")


def read_notes(log: Path) -> list[Note]:
    """What was noted, in order; nothing where no process began to watch itself."""
    try:
        lines = log.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [Note(*json.loads(line)) for line in lines]


def _seen(event: str, args: Sequence[object]) -> list[tuple[str, str]]:
    if event == _NEW_SOCKET:
        if args[1] not in _INTERNET:
            return []
        kind = "self-test" if _within(_SELF_TEST) else "socket"
        return [] if _within("socket", "socketpair") else [(kind, f"family {args[1]}")]
    if event in _NETWORK:
        whom = args[0] if event.startswith("socket.get") else args[1]
        return [] if _is_local(whom) else [("network", f"{event} {whom!r}")]
    if event in _PROGRAMS:
        return [("program", os.fsdecode(args[0]))] if isinstance(args[0], str | bytes) else []
    if event == "open":
        flags = args[2]
        writes = isinstance(flags, int) and bool(flags & _WRITING)
        return _written(args[0]) if writes else []
    return _written(args[_MADE[event]])


def _written(path: object) -> list[tuple[str, str]]:
    if path == ":memory:" or not isinstance(path, str | bytes | os.PathLike):
        return []  # a database in memory, a descriptor that is open already
    return [("write", os.path.abspath(os.fsdecode(path)))]  # noqa: PTH100 - no resolving of links


def _is_local(address: object) -> bool:
    """A Unix socket, or an address that does not leave this computer."""
    host = address[0] if isinstance(address, tuple) and address else address
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if not isinstance(address, tuple) and isinstance(host, str) and host.startswith(("/", "\0")):
        return True
    return isinstance(host, str) and (host in ("localhost", "::1") or host.startswith("127."))


def _within(module: str, function: str = "") -> bool:
    """Whether a function of `module` whose name ends in `function` is running.

    Windows makes its pairs of sockets inside this computer from internet ones (`socketpair`).
    """
    frame = sys._getframe()
    while frame is not None:
        if frame.f_globals.get("__name__") == module and frame.f_code.co_name.endswith(function):
            return True
        frame = frame.f_back
    return False


def _core_limit() -> str:
    """Bytes that a core file of this process may have; empty where the system does not say."""
    try:
        import resource
    except ImportError:
        return ""
    return str(resource.getrlimit(resource.RLIMIT_CORE)[0])
