"""Clips, in the camera process: a bounded series of pictures, or nothing."""

import threading
from functools import cache
from typing import Any, cast

import cv2
import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from sessions.camera.wire import WireError, encode, from_worker
from sessions.messages import (
    CLIP_FPS,
    CLIP_FRAMES,
    MOST_FRAME,
    Clip,
    EndClip,
    FromWorker,
    Still,
    TakeClip,
    ToWorker,
)
from sessions.readings import Reading, Reason
from sessions.scoring.landmarks import OUTLINE
from sessions.worker import live
from sessions.worker.clip import GAP_S, SIZE, Filmer
from sessions.worker.sources.source import Frame
from sessions.worker.workload import Workload
from tests.patience import patience
from tests.sessions.worker.test_photo import Ear, OneSitting

ALONG = np.linspace(0.3, 0.7, len(OUTLINE))
PLACES = tuple(float(v) for pair in zip(ALONG, ALONG, strict=True) for v in pair)
GOOD = Reading(n=0, t_s=0.0, outline=PLACES)
WANTED = TakeClip(name="frown", take=3)


@cache
def picture(grey: int) -> NDArray[np.uint8]:
    """A plain picture."""
    plain = np.full((480, 640, 3), grey, np.uint8)
    plain.flags.writeable = False
    return plain


class Sitting:
    """A person before the camera, 30 frames a second."""

    def __init__(self) -> None:
        self.filmer = Filmer()
        self.now = 100.0
        self.clips: list[Clip] = []

    def ask(self, message: TakeClip | EndClip) -> None:
        """The session says something."""
        self.filmer.ask(message, self.now)

    def sit(
        self, seconds: float, reading: Reading = GOOD, *, step_s: float = 1 / 30, grey: int = 120
    ) -> None:
        """Frames for so long."""
        for _ in range(round(seconds / step_s)):
            self.now += step_s
            clip = self.filmer.clip(Frame(0, 0.0, picture(grey)), reading, self.now)
            if clip is not None:
                self.clips.append(clip)


def bad(reason: Reason) -> Reading:
    """A frame that is not scored."""
    return Reading(n=0, t_s=0.0, reason=reason, outline=PLACES)


def test_ten_seconds_and_no_more() -> None:
    """One clip for one question, of small bare pictures of one size, under its name."""
    sitting = Sitting()
    sitting.sit(1.0)
    assert sitting.clips == []
    sitting.ask(WANTED)
    sitting.sit(15.0)
    (clip,) = sitting.clips

    assert (clip.name, clip.take) == ("frown", 3)
    assert len(clip.frames) == CLIP_FRAMES
    opened = cv2.imdecode(np.frombuffer(clip.frames[0], np.uint8), cv2.IMREAD_COLOR)
    assert opened is not None
    assert opened.shape == (SIZE[1], SIZE[0], 3)
    assert (clip.width, clip.height) == SIZE
    assert b"\xff\xe1" not in clip.frames[0]


def test_the_session_may_end_it_sooner_or_let_go_of_it() -> None:
    """Answered with what there is, or with nothing; less than a second is nothing."""
    sitting = Sitting()
    for seconds, keep in ((6.5, True), (6.5, False), (0.5, True)):
        sitting.ask(WANTED)
        sitting.sit(seconds)
        sitting.ask(EndClip(keep=keep))
        sitting.sit(0.5)
    (clip,) = sitting.clips

    assert len(clip.frames) == round(6.5 * CLIP_FPS)


def test_the_next_begins_where_the_last_one_ends() -> None:
    """Both are answered, in order."""
    sitting = Sitting()
    for take in (1, 2):
        sitting.ask(TakeClip(name="frown", take=take))
        sitting.sit(4.0)
        sitting.ask(EndClip(keep=True))
    sitting.sit(0.1)

    assert [clip.take for clip in sitting.clips] == [1, 2]


@pytest.mark.parametrize("reason", ["hand", "eye-covered", "two-faces"])
def test_a_hand_a_covered_eye_or_a_second_face_end_it(reason: Reason) -> None:
    """One such frame, and nothing of the clip is left."""
    sitting = Sitting()
    sitting.ask(WANTED)
    sitting.sit(4.0)
    sitting.sit(1 / 30, bad(reason))
    sitting.sit(8.0)
    sitting.ask(EndClip(keep=True))
    sitting.sit(0.1)

    assert sitting.clips == []


def test_what_is_missed_is_the_picture_before_it_and_too_much_missed_is_no_clip() -> None:
    """A blurred moment does not shift the rest in time; a long one ends the clip."""
    sitting = Sitting()
    sitting.ask(WANTED)
    sitting.sit(2.0, grey=60)
    sitting.sit(0.5, bad("blurred"))
    sitting.sit(8.0, grey=200)
    (clip,) = sitting.clips
    assert len(clip.frames) == CLIP_FRAMES
    assert len(set(clip.frames[:20])) == 1
    assert len(set(clip.frames[20:])) == 1

    sitting.ask(WANTED)
    sitting.sit(2.0)
    sitting.sit(GAP_S + 0.1, bad("head-turned"))
    sitting.sit(8.0)
    assert len(sitting.clips) == 1


def test_a_slow_machine_gives_a_clip_of_the_same_length() -> None:
    """Five frames a second are spread over the ten seconds."""
    sitting = Sitting()
    sitting.ask(WANTED)
    sitting.sit(11.0, step_s=0.2)

    assert [len(clip.frames) for clip in sitting.clips] == [CLIP_FRAMES]


def test_the_framing_stays_while_the_face_moves() -> None:
    """It is that of the first picture: a face that moves aside moves in the clip."""
    filmer = Filmer()
    filmer.ask(WANTED, 0.0)
    whole = np.zeros((480, 640, 3), np.uint8)
    whole[:, 320:] = 255
    aside = replace(GOOD, outline=tuple(value + 0.05 for value in PLACES))
    clips = [
        filmer.clip(Frame(0, 0.0, whole), GOOD if n == 0 else aside, n / CLIP_FPS)
        for n in range(CLIP_FRAMES)
    ]
    (clip,) = [each for each in clips if each is not None]

    assert len(set(clip.frames)) == 1


@pytest.mark.parametrize("size", [(480, 640), (1080, 1920)])
def test_the_busiest_picture_stays_within_its_bytes(size: tuple[int, int]) -> None:
    """Noise compresses worst: ten seconds of it are still below their share, or there is none."""
    noise = np.random.default_rng(1).integers(0, 80, (*size, 3)).astype(np.uint8)
    filmer = Filmer()
    filmer.ask(WANTED, 0.0)
    clips = [filmer.clip(Frame(0, 0.0, noise), GOOD, n / CLIP_FPS) for n in range(CLIP_FRAMES)]
    frames = [frame for clip in clips if clip is not None for frame in clip.frames]

    assert all(len(frame) <= MOST_FRAME for frame in frames)
    assert sum(map(len, frames)) <= CLIP_FRAMES * MOST_FRAME


def test_the_largest_clip_is_one_message_and_a_larger_one_is_none() -> None:
    """It travels whole, or the other side is not believed."""
    frames = tuple(bytes([n]) + bytes(MOST_FRAME - 1) for n in range(CLIP_FRAMES))
    largest = Clip(name="frown", take=1, width=SIZE[0], height=SIZE[1], frames=frames)
    (heard,) = from_worker().feed(encode(largest))

    assert heard == largest
    for strange in (
        replace(largest, frames=(*frames, b"one more")),
        replace(largest, frames=(bytes(MOST_FRAME + 1),)),
        replace(largest, frames=()),
        replace(largest, name="../x"),
    ):
        with pytest.raises(WireError):
            list(from_worker().feed(encode(strange)))


class InTurn(Ear):
    """Both pipes, in memory: the session says one thing a turn, and counts what it hears."""

    def __init__(self, *told: ToWorker) -> None:
        super().__init__()
        self._later = list(told)
        self.heard = threading.Semaphore()

    def drain(self) -> list[ToWorker]:
        """What the session says."""
        return [self._later.pop(0)] if self._later else []

    def put(self, message: FromWorker) -> None:
        """What the worker says."""
        super().put(message)
        if isinstance(message, Reading):
            self.heard.release()


class FrameByFrame:
    """A source that waits with each frame until the one before was told."""

    live, width, height, fps = True, 640, 480, 30.0

    def __init__(self, sitting: OneSitting, ear: InTurn) -> None:
        self._sitting = sitting
        self._ear = ear

    def read(self) -> Frame | None:
        """The next frame."""
        self._ear.heard.acquire(timeout=patience(1.0))
        return self._sitting.read()

    def now_s(self) -> float:
        """Source time."""
        return self._sitting.now_s()

    def close(self) -> None:
        """Nothing to let go of."""


@pytest.mark.parametrize("asked", [(), (WANTED, EndClip(keep=True))])
def test_a_live_worker_films_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, asked: tuple[ToWorker, ...]
) -> None:
    """As many clips as questions; without one neither a clip nor a still."""
    monkeypatch.setattr("sessions.worker.clip.LEAST_FRAMES", 1)
    sitting, ear = OneSitting(20), InTurn(*asked)
    source = FrameByFrame(sitting, ear)
    live.serve(cast(Any, source), cast(Any, sitting), cast(Any, ear), cast(Any, ear), Workload())
    clips = [message for message in ear.said if isinstance(message, Clip)]

    assert len(clips) == len(asked) // 2
    assert all((clip.name, clip.take) == (WANTED.name, WANTED.take) for clip in clips)
    assert not any(isinstance(message, Still) for message in ear.said)
    assert any(isinstance(message, Reading) for message in ear.said)
