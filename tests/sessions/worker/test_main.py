"""The real worker process: it keeps to its pipes, its limits and its end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sessions.camera import wire
from sessions.camera.link import Link
from sessions.camera.recording import read_recording
from sessions.messages import (
    WIRE_VERSION,
    Close,
    Ended,
    Failed,
    FromWorker,
    Hello,
    Open,
    Stepped,
    StepTo,
)
from sessions.native.worker_log import KEEP_BYTES, LIMIT_BYTES
from sessions.readings import Load, Reading
from sessions.worker import main
from tests.patience import patience, slowness
from tests.sessions.link_here import measure_here

FAULTY = Path(__file__).parents[2] / "faults" / "faulty_worker.py"


class Worker:
    """A worker with bare pipes, to do to it what a link never would."""

    def __init__(self, *command: str) -> None:
        command = command or ("-m", "sessions.worker.main")
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).parents[3],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        )

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def say(self, data: bytes) -> None:
        """Write raw bytes."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def hang_up(self) -> int:
        """Close its input; its exit code, soon."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(patience(1.5))

    def until(self, kind: type[FromWorker]) -> list[FromWorker]:
        """Everything it says up to the first message of a kind."""
        assert self.process.stdout is not None
        decoder = wire.from_worker()
        heard: list[FromWorker] = []
        while not any(isinstance(message, kind) for message in heard):
            piece = os.read(self.process.stdout.fileno(), 65536)
            assert piece, "it ended before"
            heard += decoder.feed(piece)
        return heard


def _open(source: str) -> bytes:
    return wire.encode(Open(wire=WIRE_VERSION, source=source, model="", side="left"))


def test_it_ends_when_its_input_ends() -> None:
    """Before it was told anything, and in the middle of measuring."""
    with Worker() as idle, Worker(str(FAULTY), "none") as busy:
        busy.say(_open("camera"))
        busy.until(Reading)

        assert idle.hang_up() == 0
        assert busy.hang_up() == 0


def test_it_ends_when_its_output_is_closed() -> None:
    """A session that is gone reads nothing more."""
    with Worker(str(FAULTY), "none") as worker:
        worker.say(_open("camera"))
        worker.until(Reading)
        assert worker.process.stdout is not None
        worker.process.stdout.close()

        worker.process.wait(patience(1.5))


def test_it_ends_soon_after_close_also_while_a_camera_hangs() -> None:
    """Polite first, but no driver is waited for."""
    with Worker(str(FAULTY), "read-hangs") as worker:
        worker.say(_open("camera"))
        worker.until(Reading)
        began = time.monotonic()
        worker.say(wire.encode(Close()))
        worker.process.wait(patience(1.5))

        assert time.monotonic() - began < 1.5 * slowness()


@pytest.mark.parametrize(
    ("best", "load", "least", "most"),
    [("every-second", "every-second", 12, 18), ("every-frame", "eight-a-second", 6, 10)],
)
def test_a_load_is_kept_to_from_the_first_frame(
    best: Load, load: Load, least: int, most: int
) -> None:
    """Of a camera that gives sixty: on battery, and where this machine could do no more before."""
    asked = Open(wire=WIRE_VERSION, source="camera", model="", best=best, load=load)
    with Worker(str(FAULTY), "none") as worker:
        worker.say(wire.encode(asked))
        readings: list[Reading] = []
        while not readings or readings[-1].fps == 0.0:
            readings += [m for m in worker.until(Reading) if isinstance(m, Reading)]

    assert least / slowness() <= readings[-1].fps <= most
    assert {reading.load for reading in readings} == {load}


def test_ctrl_c_in_the_terminal_is_not_for_the_worker() -> None:
    """The session decides; an interrupt that reaches the worker changes nothing."""
    with Worker() as worker:
        worker.say(_open("sim:steady"))
        worker.until(Hello)
        worker.process.send_signal(signal.SIGINT)
        worker.say(wire.encode(StepTo(until_s=1.0)))

        heard = worker.until(Stepped)
    assert sum(isinstance(message, Reading) for message in heard) == 30


@pytest.mark.parametrize("nonsense", [b"\xff" * 64, wire.encode(Open(wire=0, source="", model=""))])
def test_it_neither_hangs_nor_guesses_when_told_nonsense(nonsense: bytes) -> None:
    """Bytes that are no message end it; another version is told so."""
    with Worker() as worker:
        worker.say(nonsense)
        out, _ = worker.process.communicate(timeout=patience(2.5))

    messages = list(wire.from_worker().feed(out))
    assert not messages or isinstance(messages[0], Failed)


async def test_its_log_is_bounded_and_stray_words_reach_neither_pipe(tmp_path: Path) -> None:
    """Three megabytes on its stderr leave one in the log, after the tail of what was there."""
    log = tmp_path / "camera.log"
    log.write_bytes(b"old " * LIMIT_BYTES + b"the end of it")
    link = Link(command=[sys.executable, str(FAULTY), "prints"], log=log)
    await link.start(Open(wire=WIRE_VERSION, source="camera", model=""))
    assert isinstance(await link.next(within_s=patience(5.0)), Reading)
    await link.close()

    assert KEEP_BYTES < log.stat().st_size <= LIMIT_BYTES + KEEP_BYTES
    assert log.read_bytes()[:KEEP_BYTES].endswith(b"old the end of it")


def test_the_simulated_patient_costs_no_heavy_library() -> None:
    """Trying the program loads neither OpenCV nor MediaPipe nor numpy."""
    code = (
        "import sys, threading, os\n"
        "from sessions.worker import main as worker, pipes\n"
        "def leave(code=0):\n"
        "    bad = [m for m in ('numpy', 'cv2', 'mediapipe') if m in sys.modules]\n"
        "    os.write(2, repr(bad).encode()); os._exit(code)\n"
        "pipes.leave = worker.leave = leave\n"
        "worker.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=_open("sim:steady") + wire.encode(StepTo(until_s=0.5)),
        capture_output=True,
        cwd=Path(__file__).parents[3],
        timeout=patience(10.0),
        check=False,
    )

    assert done.stderr == b"[]"


def test_a_recording_without_a_face_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every frame comes with its reason, through the real reader and the real model."""
    import cv2
    import numpy as np

    measure_here(monkeypatch)
    banned: list[bool] = []
    monkeypatch.setattr(main, "forbid_internet", lambda: not banned.append(True))
    path = tmp_path / "wall.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30.0, (160, 120))
    for _ in range(20):
        writer.write(np.full((120, 160, 3), 90, np.uint8))
    writer.release()
    messages = list(read_recording([path], model=""))
    readings = [message for message in messages if isinstance(message, Reading)]
    hello = messages[0]

    assert isinstance(hello, Hello)
    assert (banned, hello.network_banned) == ([True], True)
    assert len(hello.model_sha256) == 64
    assert [reading.n for reading in readings] == list(range(20))
    assert {reading.reason for reading in readings} == {"no-face"}
    assert messages[-1] == Ended(frames=20)
