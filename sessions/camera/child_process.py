"""Command line, environment and signals of the camera child process."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from sessions.camera.source_name import shown
from sessions.messages import Open

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the packages."""


def check_names(open: Open) -> None:
    """File names may hold bytes that are no text; messages may not.

    Raises:
        Trouble: such a name.
    """
    for name in (open.source, *open.more, open.model):
        try:
            name.encode()
        except UnicodeEncodeError:
            raise Trouble(
                _(
                    "{name}: this name holds characters that cannot be read. Rename the file "
                    "and try again."
                ).format(name=shown(name)),
                "usage",
            ) from None


def signal_child(process: asyncio.subprocess.Process, number: int) -> None:
    """Send it a signal, if it is still there.

    Not `Process.kill`: that reaps the child behind the back of the event loop, which then
    complains and reports 255.
    """
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, number)


async def ended_within(process: asyncio.subprocess.Process, seconds: float) -> bool:
    """Whether it ends by itself in time."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), seconds)
        return True
    return False


def worker_command() -> tuple[str, ...]:
    """What is run. -P: a numpy.py in the folder the person stands in must not be imported."""
    return (sys.executable, "-P", "-m", "sessions.worker.main")


def code_reader_command() -> tuple[str, ...]:
    """The same for reading QR codes."""
    return (sys.executable, "-P", "-m", "sessions.worker.qr_read")


def child_environment(own: Mapping[str, str] | None = None) -> dict[str, str]:
    """`own`, or this process's environment, with the packages importable from any folder."""
    environment = dict(os.environ if own is None else own)
    if ROOT.name not in {"site-packages", "dist-packages"}:
        path = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = f"{ROOT}{os.pathsep}{path}" if path else str(ROOT)
    return environment
