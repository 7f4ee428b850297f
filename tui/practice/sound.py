"""Soft cues, made from sine waves with the standard library and played by what is there.

Six sounds that can be told apart by shape, not only by pitch, so that exercises with shut eyes
can be done by ear: `rise` glides up, `hold` is a short tick, `release` glides down, `done` is
two notes, `stop` a low pair, `caution` a soft double tick. Without a player or a device the
terminal's bell stands in for the important ones. Sound never raises and never holds up a session.
"""

import array
import contextlib
import io
import math
import shutil
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol, get_args

from sessions.care.settings import Sound
from sessions.storage.private_files import write_private

CueName = Literal["rise", "hold", "release", "rest", "done", "stop", "caution"]
CUES: tuple[CueName, ...] = get_args(CueName)

RATE = 22050
_PITCH = {"low": 0.6, "middle": 1.0, "high": 1.5}
_LEVEL = {1: 0.05, 2: 0.10, 3: 0.18, 4: 0.30, 5: 0.45}
"""Peak, of full scale. The sound check begins at the softest; the palsied ear may hurt."""
_BASE_HZ = 392.0

_SHAPES: dict[CueName, tuple[tuple[float, float, float, float], ...]] = {
    "rise": ((0.0, 0.45, 1.0, 1.5),),
    "hold": ((0.0, 0.06, 1.5, 1.5),),
    "release": ((0.0, 0.45, 1.5, 1.0),),
    "rest": ((0.0, 0.20, 0.75, 0.75),),
    "done": ((0.0, 0.25, 1.0, 1.0), (0.28, 0.45, 1.5, 1.5)),
    "stop": ((0.0, 0.35, 0.75, 0.75), (0.40, 0.55, 0.5, 0.5)),
    "caution": ((0.0, 0.07, 1.25, 1.25), (0.14, 0.07, 1.25, 1.25)),
}
"""Notes as (begins, lasts) in seconds and (from, to) as multiples of the base pitch."""

_BELL: frozenset[CueName] = frozenset({"rise", "release", "done", "stop"})


class Speaker(Protocol):
    """Something that makes cues heard."""

    def play(self, cue: CueName) -> None:
        """Begin the cue and return at once."""
        ...

    def close(self) -> None:
        """Let go of whatever is held."""
        ...


class Silence:
    """No sound at all."""

    def play(self, cue: CueName) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


class Bell:
    """The terminal's bell, for the cues that matter most."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring

    def play(self, cue: CueName) -> None:
        """Ring for some cues; a bell for every tick would be unkind."""
        if cue in _BELL:
            self._ring()

    def close(self) -> None:
        """Nothing."""


class Player:
    """Runs the system's own player once a cue, from small files in a cache folder.

    When the player fails (no device, no sound server) the fallback takes over for good. Raises
    OSError where the files cannot be written.
    """

    def __init__(
        self, command: tuple[str, ...], sound: Sound, folder: Path, fallback: Speaker
    ) -> None:
        self._command = command
        self._fallback = fallback
        self._failed = False
        self._running: list[subprocess.Popen[bytes]] = []
        self._folder = folder / f"cues-{sound.pitch}-{sound.level}-{sound.ear}"
        for cue in CUES:
            if not self._file(cue).exists():
                write_private(self._file(cue), synthesise(cue, sound))

    def _file(self, cue: CueName) -> Path:
        return self._folder / f"{cue}.wav"

    def play(self, cue: CueName) -> None:
        """Start the player; cues that are still sounding go on."""
        self._look_back()
        if self._failed:
            self._fallback.play(cue)
            return
        try:
            process = subprocess.Popen(
                (*self._command, str(self._file(cue))),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            self._failed = True
            self._fallback.play(cue)
            return
        self._running.append(process)

    def _look_back(self) -> None:
        """Notice players that have ended, and whether they could play."""
        still: list[subprocess.Popen[bytes]] = []
        for process in self._running:
            code = process.poll()
            if code is None:
                still.append(process)
            elif code != 0:
                self._failed = True
        self._running = still

    def wait(self) -> None:
        """Return when all that was begun has sounded."""
        for process in self._running:
            process.wait()

    def close(self) -> None:
        """End what is sounding."""
        for process in self._running:
            with contextlib.suppress(OSError):
                process.terminate()
            process.wait()
        self._running = []


def speaker(sound: Sound, folder: Path, ring: Callable[[], None]) -> Speaker:
    """The best speaker this machine has, its files in `folder`; `ring` rings the bell."""
    if not sound.on:
        return Silence()
    command = find_player()
    bell = Bell(ring)
    if command is None:
        return bell
    try:
        return Player(command, sound, folder, bell)
    except OSError:
        return bell


def find_player(which: Callable[[str], str | None] = shutil.which) -> tuple[str, ...] | None:
    """The command that plays a wave file here; None where there is none."""
    if sys.platform == "win32":
        code = "import sys, winsound; winsound.PlaySound(sys.argv[1], winsound.SND_FILENAME)"
        return (sys.executable, "-c", code)
    for command in (("pw-play",), ("paplay",), ("afplay",), ("aplay", "-q")):
        if which(command[0]) is not None:
            return command
    return None


def synthesise(cue: CueName, sound: Sound) -> bytes:
    """The cue as a wave file: 16 bit, two channels, softly faded in and out."""
    notes = _SHAPES[cue]
    length = max(begins + lasts for begins, lasts, _, _ in notes)
    tone = [0.0] * (int(length * RATE) + 1)
    base = _BASE_HZ * _PITCH[sound.pitch]
    for begins, lasts, low, high in notes:
        turn = 0.0
        count = int(lasts * RATE)
        first = int(begins * RATE)
        for n in range(count):
            share = n / count
            turn += 2 * math.pi * base * (low + (high - low) * share) / RATE
            fade = min(1.0, n / (0.02 * RATE), (count - n) / (0.04 * RATE))
            tone[first + n] += _LEVEL[sound.level] * fade * math.sin(turn)
    left = 0.0 if sound.ear == "right" else 32767.0
    right = 0.0 if sound.ear == "left" else 32767.0
    frames = array.array("h")
    for value in tone:
        frames.append(int(left * value))
        frames.append(int(right * value))
    if sys.byteorder == "big":
        frames.byteswap()
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames.tobytes())
    return out.getvalue()
