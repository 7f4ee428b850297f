"""`replay`: one recorded set, as JSON for scripts and as words for people."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from routines.errors import Trouble
from sessions.messages import Ended, FromWorker, Hello, ReadEyes, RestRefused
from tests.astronaut import astronaut
from tests.sessions.made_reps import REST, readings, train
from tui.cli import main
from tui.commands import replay

SMILE = ["--exercise", "open-smile", "--side", "left"]


def hello(source: str = "file") -> Hello:
    """A worker's first word."""
    return Hello(
        wire=1,
        program="0",
        mediapipe="",
        model_sha256="",
        source=source,
        width=640,
        height=480,
        fps=30.0,
        live=False,
        network_banned=True,
    )


@pytest.fixture
def recording(monkeypatch: pytest.MonkeyPatch) -> list[FromWorker]:
    """What the worker says instead of reading a file; a test fills it in."""
    said: list[FromWorker] = []

    def read(files: Sequence[str], **_: Any) -> Iterator[FromWorker]:
        assert files == ["set.mp4"]
        yield from said

    monkeypatch.setattr(replay, "read_recording", read)
    return said


def tiring() -> list[FromWorker]:
    """Seven smiles whose left half becomes half as big."""
    frames = readings(45, train([8, 8, 8, 5, 5, 4, 4]), train([9] * 7))
    return [hello(), REST, *frames, Ended(frames=1)]


def test_json_is_one_object_and_nothing_else(
    recording: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """On one line of stdout; what is said stands on stderr."""
    recording += tiring()
    code = main(["replay", "set.mp4", *SMILE, "--json"])
    out, err = capsys.readouterr()

    assert code == 0
    assert out.count("\n") == 1
    found = json.loads(out)
    assert (found["exercise"], found["side"]) == ("open-smile", "left")
    assert (found["stop"]["rule"], found["stop"]["rep"]) == ("fatigue", 5)
    assert "Rest: " in err


def test_what_the_exercise_does_not_use_is_not_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in a practice: a smile is watched at the eye, a brow by its skin."""
    asked: list[ReadEyes] = []

    def read(files: Sequence[str], *, reads: ReadEyes, **_: Any) -> Iterator[FromWorker]:
        asked.append(reads)
        yield from tiring()

    monkeypatch.setattr(replay, "read_recording", read)
    for exercise in ("open-smile", "brow-raise"):
        main(["replay", "set.mp4", "--exercise", exercise, "--side", "left"])

    assert asked == [ReadEyes(wanted=True, skin=False), ReadEyes(wanted=False, skin=True)]


def test_without_json_it_reads_as_words(
    recording: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """A line a repetition, the cautions, and why the set would have ended."""
    recording += tiring()
    code = main(["replay", "set.mp4", *SMILE])
    out, _ = capsys.readouterr()

    assert code == 0
    assert "7 repetitions" in out
    assert "would have ended in repetition 5" in out
    assert "%" in out
    assert "null" not in out
    assert "None" not in out


def test_a_still_half_is_no_movement_seen_in_words(
    recording: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """Screens and reports do not show millimetres under the noise floor."""
    frames = readings(10, lambda t: 0.0, train([6]))
    recording += [hello(), REST, *frames, Ended(frames=1)]
    code = main(["replay", "set.mp4", *SMILE])
    out, _ = capsys.readouterr()

    assert code == 0
    assert "1 repetition;" in out
    assert "affected no movement seen" in out
    assert "No guard would have ended this set." in out


def test_a_face_without_repetitions_ends_well(
    recording: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty list is a result: exit code 0."""
    frames = readings(5, lambda t: 0.0, lambda t: 0.0)
    recording += [hello(), REST, *frames, Ended(frames=1)]
    code = main(["replay", "set.mp4", *SMILE, "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["reps"] == []


@pytest.mark.parametrize("reason", ["no-face", "moving", "head-turned", "too-dark"])
def test_without_rest_it_says_what_to_do(
    reason: Any, recording: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 3, one sentence, nothing on stdout."""
    recording += [hello(), RestRefused(reason=reason), Ended(frames=0)]
    code = main(["replay", "set.mp4", *SMILE, "--json"])
    out, err = capsys.readouterr()

    assert code == 3
    assert out == ""
    assert "--neutral" in err
    assert "Traceback" not in err


def test_a_refused_rest_says_what_to_move(
    recording: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """From where the camera saw the face, and the remedy."""
    refused = RestRefused(reason="head-turned", turned="from-below")
    recording += [hello(), refused, Ended(frames=0)]

    assert main(["replay", "set.mp4", *SMILE, "--json"]) == 3
    assert "The camera looks up at you. Raise the screen" in capsys.readouterr().err


def test_pictures_are_for_score(
    recording: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """A still has no repetitions."""
    recording += [hello("stills"), Ended(frames=1)]

    assert main(["replay", "set.mp4", *SMILE]) == 3
    assert "`score`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--exercise", "open-smil", "--side", "left"], "open-smile"),
        (["--exercise", "moist-heat", "--side", "left"], "only timed"),
        (["--exercise", "open-smile", "--side", "up"], "left"),
        (["--exercise", "open-smile"], "--side"),
        ([*SMILE, "--neutral", "3:1"], "--neutral"),
    ],
)
def test_what_was_typed_wrongly_is_explained(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 before any file is opened."""
    code = main(["replay", "set.mp4", *words])
    out, err = capsys.readouterr()

    assert code == 2
    assert out == ""
    assert said in err
    assert "Traceback" not in err


def test_troubles_of_the_worker_keep_their_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing video is 3, whatever was asked of it."""

    def read(files: Sequence[str], **_: Any) -> Iterator[FromWorker]:
        raise Trouble("set.mp4 does not exist.", "video")
        yield

    monkeypatch.setattr(replay, "read_recording", read)

    assert main(["replay", "set.mp4", *SMILE]) == 3
    assert "does not exist" in capsys.readouterr().err


@pytest.fixture(scope="module")
def warped_smile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo whose own left mouth corner is drawn out and up once, 15 frames a second."""
    face = astronaut()[0:180, 60:460]
    framed = cv2.copyMakeBorder(face, 120, 0, 0, 0, cv2.BORDER_REPLICATE)
    photo = np.asarray(cv2.resize(framed, (640, 480)), np.uint8)
    path = tmp_path_factory.mktemp("film") / "smile.avi"
    size = (photo.shape[1], photo.shape[0])
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 15.0, size)
    move = train([1.0], every_s=2.4, first_s=1.6, rise_s=0.5, hold_s=0.8, fall_s=0.4)
    ys, xs = np.mgrid[0:480, 0:640].astype(np.float32)
    near = np.exp(-((xs - CORNER[0]) ** 2 + (ys - CORNER[1]) ** 2) / (2 * 14.0**2))
    near *= np.clip((xs - MIDLINE) / 10.0, 0.0, 1.0)
    rng = np.random.default_rng(0)
    noise = rng.normal(0.0, 1.5, (7, *photo.shape)).astype(np.float32)
    for n in range(int(4.0 * 15)):
        back = near * np.float32(5.0 * move(n / 15))
        picture = cv2.remap(photo, xs - back, ys + back, cv2.INTER_LINEAR)
        writer.write(np.clip(picture + noise[n % 7], 0, 255).astype(np.uint8))
    writer.release()
    return path


CORNER = (295.0, 417.0)
MIDLINE = 262.0
"""Where the photo has its left mouth corner and the middle of its face, pixels."""


@pytest.mark.long
def test_a_warped_photo_goes_through_the_composites(
    warped_smile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The half that was drawn out is the mover, once; the other is seen to be still."""
    code = main(
        ["replay", str(warped_smile), "--exercise", "closed-smile", "--side", "right", "--json"]
    )
    reps = json.loads(capsys.readouterr().out)["reps"]

    assert code == 0
    (rep,) = reps
    assert rep["scored"]
    assert rep["confidence"] == "normal"
    assert rep["unaffected"]["excursion_mm"] > 2.5
    assert abs(rep["affected"]["excursion_mm"]) < 0.25 * rep["unaffected"]["excursion_mm"]
    assert not rep["affected"]["seen"]
