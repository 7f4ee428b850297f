"""A process gives up the internet, so that no library in it can report anything.

On Linux the kernel is told, for this process for good, to refuse every new socket except Unix
ones (seccomp; needs no privilege). io_uring is refused too: it can open sockets unseen. Sockets
that are open already go on working, which is how a network camera is read. Elsewhere there is
no such filter; there the MediaPipe release itself must be one that does not report
(`refuse_reporting`).
"""

import ctypes
import errno
import platform
import socket
import struct
import sys
from typing import NamedTuple

from routines.errors import Trouble
from routines.language import _


class _Machine(NamedTuple):
    audit_arch: int
    socket: int
    seccomp: int


MACHINES = {
    "x86_64": _Machine(audit_arch=0xC000003E, socket=41, seccomp=317),
    "aarch64": _Machine(audit_arch=0xC00000B7, socket=198, seccomp=277),
}
"""Numbers from the kernel's audit.h and unistd.h, by `platform.machine()`."""

SILENT_RELEASE = (0, 10, 33)
"""The last MediaPipe measured to send nothing; 0.10.35, 1.0.0 and 1.2.2 look up a logging host."""

_IO_URING_SETUP = 425
_X32 = 0x40000000
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_SECCOMP_FILTER_FLAG_TSYNC = 1
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EACCES

# Classic BPF: load a word, jump if equal, jump if greater or equal, return.
_LD, _JEQ, _JGE, _RET = 0x20, 0x15, 0x35, 0x06
_AT_NR, _AT_ARCH, _AT_ARG0 = 0, 4, 16


def forbid_internet() -> bool:
    """Refuse new internet sockets in this process from now on; whether that is so now.

    All threads and later children are bound too. Calling it again does no harm.
    """
    machine = MACHINES.get(platform.machine())
    if not internet_refused() and sys.platform == "linux" and machine is not None:
        _install(machine)
    return internet_refused()


def internet_refused() -> bool:
    """Whether this process can open neither an IPv4 nor an IPv6 socket. Sends nothing."""
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.socket(family, socket.SOCK_DGRAM).close()
        except OSError:
            continue
        return False
    return True


def need_internet() -> None:
    """See that a network camera can be reached.

    Raises:
        Trouble: this process, or the one that started it, gave the internet up.
    """
    if internet_refused():
        raise Trouble(
            _(
                "A network camera cannot be reached now: since its start the program has had no "
                "way "
                "into the network. End it, and start it again: with a network camera in the "
                "settings, "
                "or after --source, it keeps that way open."
            ),
            "camera",
        )


def refuse_reporting(banned: bool) -> None:
    """Allow a MediaPipe release that reports its use only where the ban holds.

    Raises:
        Trouble: the installed release may report and nothing keeps it from doing so.
    """
    from importlib import metadata

    release = metadata.version("mediapipe")
    numbers = tuple(int(part) for part in release.split(".")[:3] if part.isdigit())
    if numbers > SILENT_RELEASE and not banned:
        raise Trouble(
            _(
                "MediaPipe {release} reports its use over the internet, and this system cannot "
                "keep "
                "it from doing so. Install MediaPipe 0.10.33, or use a Linux kernel with seccomp."
            ).format(release=release),
            "model",
        )


def _install(machine: _Machine) -> None:
    program = rules(machine)
    held = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: how many instructions, where they are
    header = struct.pack("HP", len(program) // 8, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.syscall(
        ctypes.c_long(machine.seccomp),
        ctypes.c_ulong(_SECCOMP_SET_MODE_FILTER),
        ctypes.c_ulong(_SECCOMP_FILTER_FLAG_TSYNC),
        ctypes.c_char_p(header),
    )


def rules(machine: _Machine) -> bytes:
    """The filter, as the kernel reads it.

    Refused are foreign system-call tables, io_uring, and every socket that is not a Unix one.
    """
    lines = [
        (_LD, 0, 0, _AT_ARCH),
        (_JEQ, 0, 7, machine.audit_arch),
        (_LD, 0, 0, _AT_NR),
        (_JGE, 5, 0, _X32),
        (_JEQ, 4, 0, _IO_URING_SETUP),
        (_JEQ, 0, 2, machine.socket),
        (_LD, 0, 0, _AT_ARG0),
        (_JEQ, 0, 1, int(socket.AF_UNIX)),
        (_RET, 0, 0, _ALLOW),
        (_RET, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)
