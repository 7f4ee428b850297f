"""The camera process gives up the internet for good; tried in child processes only."""

import struct
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.native import network_ban
from tests.patience import patience

BEGIN = """
import ctypes, os, platform, socket, threading
from sessions.native.network_ban import MACHINES, forbid_internet, internet_refused

def refused(*kind):
    try:
        socket.socket(*kind).close()
    except PermissionError:
        return True
    return False
"""


def in_child(script: str, checkout: Path) -> list[str]:
    """What a fresh process prints that runs `script` after `BEGIN`."""
    ran = subprocess.run(
        [sys.executable, "-c", BEGIN + script],
        capture_output=True,
        text=True,
        cwd=checkout,
        timeout=patience(20.0),
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split()


def test_internet_is_refused_and_unix_sockets_work(checkout: Path) -> None:
    """TCP, UDP, raw, packet and netlink sockets are refused; Unix sockets are not."""
    said = in_child(
        "print(internet_refused(), forbid_internet(), forbid_internet())\n"
        "print(refused(2, 1), refused(10, 1), refused(2, 2), refused(2, 3, 255), refused(17, 3))\n"
        "print(refused(16, 3), refused(43, 1))\n"
        "print(refused(1, 1)); a, b = socket.socketpair(); a.send(b'x'); print(b.recv(1) == b'x')",
        checkout,
    )

    assert said == ["False", *["True"] * 9, "False", "True"]


def test_no_way_around(checkout: Path) -> None:
    """Older threads, children and io_uring are bound too."""
    said = in_child(
        "go, out = threading.Event(), []\n"
        "def later(): go.wait(); out.append(refused(2, 1))\n"
        "thread = threading.Thread(target=later); thread.start()\n"
        "forbid_internet(); go.set(); thread.join(); print(out[0])\n"
        "child = os.fork()\n"
        "if not child: os._exit(0 if refused(2, 1) else 1)\n"
        "print(os.waitpid(child, 0)[1] == 0)\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "print(libc.syscall(ctypes.c_long(425), 8, ctypes.create_string_buffer(120)))\n"
        "print(ctypes.get_errno())",
        checkout,
    )

    assert said == ["True", "True", "-1", "13"]


def test_what_was_open_goes_on(checkout: Path) -> None:
    """A network camera is opened first and read afterwards."""
    said = in_child(
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "ours = socket.create_connection(server.getsockname()); theirs, _ = server.accept()\n"
        "print(forbid_internet()); theirs.send(b'frame'); print(ours.recv(5).decode())",
        checkout,
    )

    assert said == ["True", "frame"]


def allowed(program: bytes, arch: int, number: int, argument: int) -> bool:
    """Run the filter on one system call, as the kernel does."""
    words = {0: number, 4: arch, 16: argument}
    lines = list(struct.iter_unpack("HBBI", program))
    at, register = 0, 0
    while True:
        code, if_true, if_false, k = lines[at]
        at += 1
        if code == 0x20:
            register = words[k]
        elif code == 0x15:
            at += if_true if register == k else if_false
        elif code == 0x35:
            at += if_true if register >= k else if_false
        else:
            return k == 0x7FFF0000


@pytest.mark.parametrize("name", ["x86_64", "aarch64"])
def test_the_rules_hold_on_both_machines(name: str) -> None:
    """Every family but Unix, io_uring and foreign system-call tables; nothing else."""
    machine = network_ban.MACHINES[name]
    rules = network_ban.rules(machine)
    arch, opens = machine.audit_arch, machine.socket

    assert [f for f in range(64) if allowed(rules, arch, opens, f)] == [1]
    assert [n for n in range(600) if not allowed(rules, arch, n, 1)] == [425]
    assert not allowed(rules, 0x40000003, 102, 1)
    assert not allowed(rules, arch, 0x40000000 + opens, 2)


@pytest.mark.parametrize(
    ("release", "banned", "refused"),
    [
        ("0.10.33", False, False),
        ("0.10.35", False, True),
        ("1.2.2", False, True),
        ("1.2.2", True, False),
    ],
)
def test_a_reporting_release_needs_the_ban(
    release: str, banned: bool, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Releases that call home run only where the kernel keeps them from it."""
    monkeypatch.setattr(metadata, "version", lambda _name: release)
    told = ""
    try:
        network_ban.refuse_reporting(banned)
    except Trouble as trouble:
        told = trouble.sentence

    assert bool(told) is refused
    assert (release in told) is refused
