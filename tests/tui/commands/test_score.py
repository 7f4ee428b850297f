"""`score`: rows that scripts can rely on, from videos and pictures."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from routines.movements import MEASURES
from sessions.messages import Ended, FromWorker, Hello, RestRefused
from sessions.readings import Half, Pose, Reading
from tests.astronaut import astronaut
from tests.patience import patience
from tests.sessions.link_here import measure_here
from tests.sessions.selftest.portraits import noisy
from tui.cli import main
from tui.commands import score

HEAD = ["file", "frame", "t_s", "scored", "reason", "confidence"]
KEYS = [*HEAD, "doubtful"]
POSE = ["yaw_deg", "pitch_deg", "roll_deg"]
COLUMNS = [
    *HEAD,
    *POSE,
    *(f"{side}.{key}_mm" for side in ("left", "right") for key in MEASURES),
    "doubtful",
]


@pytest.fixture(scope="module")
def photo() -> NDArray[np.uint8]:
    """A face in the middle of the picture, as a webcam sees it, 640x480, BGR."""
    face = astronaut()[0:180, 60:460]
    framed = cv2.copyMakeBorder(face, 120, 0, 0, 0, cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(framed, (640, 480)), np.uint8)


@pytest.fixture(scope="module")
def film(photo: NDArray[np.uint8], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a second of a still face with the noise of a sensor, then none."""
    path = tmp_path_factory.mktemp("film") / "still.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 15.0, (640, 480))
    for n in range(9):
        writer.write(noisy(photo, n))
    for _ in range(3):
        writer.write(np.full_like(photo, 90))
    writer.release()
    return path


def test_a_video_gives_a_row_a_frame(film: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The nine measures of both halves, near zero on a still face; the rest found by itself."""
    code = main(["score", str(film), "--format", "jsonl"])
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    scored = [row for row in rows if row["scored"]]

    assert code == 0
    assert [row["frame"] for row in rows] == list(range(12))
    assert [row["t_s"] for row in rows] == pytest.approx([n / 15 for n in range(12)], abs=0.002)
    assert len(scored) == 9
    assert all(list(row) == [*KEYS, *POSE, "left", "right"] for row in rows)
    assert all(list(row[side]) == list(MEASURES) for row in scored for side in ("left", "right"))
    assert abs(np.median([row["left"]["open-smile"] for row in scored])) < 1.0
    assert {row["reason"] for row in rows[9:]} == {"no-face"}
    assert "Rest: " in err
    assert "12 rows, 9 scored" in err


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measured in this process."""
    measure_here(monkeypatch)


@pytest.mark.usefixtures("here")
def test_a_named_stretch_outside_the_film_is_no_rest(
    film: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was named is not quietly replaced by something else, though rest could be found; the
    rows say nothing is scored."""
    code = main(["score", str(film), "--neutral", "50:51"])
    out, err = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(out)))

    assert code == 0
    assert {row["scored"] for row in rows} == {"false"}
    assert all(row["reason"] for row in rows)
    assert "nothing can be scored" in err


@pytest.mark.usefixtures("here")
def test_pictures_are_one_face_and_the_first_is_rest(
    photo: NDArray[np.uint8], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each has a row with its own file name; stills have no time."""
    names = [str(tmp_path / name) for name in ("rest.png", "wall.png", "again.jpg")]
    cv2.imwrite(names[0], photo)
    cv2.imwrite(names[1], np.full_like(photo, 90))
    cv2.imwrite(names[2], photo[:, ::1])
    code = main(["score", *names])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    assert code == 0
    assert list(rows[0]) == COLUMNS
    assert [row["file"] for row in rows] == names
    assert [row["scored"] for row in rows] == ["true", "false", "true"]
    assert [row["t_s"] for row in rows] == ["", "", ""]
    assert rows[1]["reason"] == "no-face"
    assert all(abs(float(rows[0][f"left.{key}_mm"])) < 1.0 for key in ("open-smile", "brow-raise"))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("reason", ["no-face", pytest.param("too-dark", marks=pytest.mark.long)])
def test_where_the_first_picture_cannot_be_rest_nothing_is_scored(
    photo: NDArray[np.uint8], tmp_path: Path, capsys: pytest.CaptureFixture[str], reason: str
) -> None:
    """Its row says why; no later picture takes its place, however good it is."""
    first = np.full_like(photo, 90) if reason == "no-face" else photo // 16
    names = [str(tmp_path / f"{n}.png") for n in range(4)]
    for name, picture in zip(names, (first, photo, photo, first), strict=True):
        cv2.imwrite(name, picture)
    code = main(["score", *names, "--format", "jsonl"])
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]

    assert code == 0
    assert [row["scored"] for row in rows] == [False] * 4
    assert [row["reason"] for row in rows] == [reason, *["no-rest"] * 3]
    assert rows[1]["left"] is None
    assert f"The first picture cannot be rest ({reason})" in err


def test_a_turned_first_picture_is_said_to_be_turned(
    told: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """A face was found in it, and only its pose is no rest."""
    turned = [Reading(n=n, t_s=0.01 * n, pose=Pose(0.0, -18.0, 0.0)) for n in range(2)]
    told += [_hello("stills"), RestRefused(reason="head-turned"), *turned, Ended(frames=2)]
    code = main(["score", "a.png", "b.png", "--format", "jsonl"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert code == 0
    assert [row["reason"] for row in rows] == ["head-turned", "no-rest"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["gone.mp4"], 3, "gone.mp4 does not exist"),
        (["."], 3, "is a folder"),
        (["gone.mp4", "--neutral", "2:1"], 2, "--neutral '2:1' is not a stretch"),
        (["gone.mp4", "--neutral", "one"], 2, "for example --neutral 0.5:1.5"),
        (["gone.mp4", "--format", "xml"], 2, "xml"),
        (["camera"], 2, "not a recording"),
        (["b\udcff.mp4"], 2, "Rename the file"),
        ([], 2, "FILE"),
    ],
)
def test_a_mistake_is_one_sentence_and_a_code(
    words: list[str], code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """On stderr; stdout stays empty; no traceback."""
    assert main(["score", *words]) == code
    out, err = capsys.readouterr()

    assert out == ""
    assert sentence in err
    assert len(err.splitlines()) == 1


HALF = Half(
    mm=tuple(n - 4.0 for n in range(9)), narrowing_percent=0.0, corner_out_mm=0, corner_up_mm=0
)


def _hello(source: str) -> Hello:
    return Hello(
        wire=1,
        program="",
        mediapipe="",
        model_sha256="",
        source=source,
        width=1,
        height=1,
        fps=30.0,
        live=False,
        network_banned=True,
    )


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[FromWorker]:
    """What a worker says in place of a real one."""
    messages: list[FromWorker] = []

    def read(files: Sequence[str], **_: Any) -> Iterator[FromWorker]:
        yield from messages

    monkeypatch.setattr(score, "read_recording", read)
    return messages


def test_a_file_without_rest_is_rows_with_reasons(
    told: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """A face that never looked straight on: nothing is scored, nothing is an error."""
    turned = Reading(n=0, t_s=0.0, pose=Pose(20.0, 0.0, 0.0))
    told += [_hello("file"), RestRefused(reason="head-turned"), turned, Ended(frames=1)]
    code = main(["score", "a.mp4", "--format", "jsonl"])
    out, err = capsys.readouterr()
    row = json.loads(out)

    assert code == 0
    assert (row["scored"], row["reason"], row["yaw_deg"]) == (False, "head-turned", 20.0)
    assert (row["left"], row["right"], row["confidence"]) == (None, None, None)
    assert "--neutral" in err


def test_a_file_name_can_neither_steer_a_terminal_nor_start_a_formula(
    told: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """Escapes are shown harmlessly; a spreadsheet reads the name as text."""
    told += [_hello("file"), Reading(n=0, t_s=0.0, left=HALF, right=HALF), Ended(frames=1)]
    assert main(["score", "=cmd\x1b[2J.mp4"]) == 0
    table = capsys.readouterr().out
    assert main(["score", "=cmd\x1b[2J.mp4", "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out

    assert "\x1b" not in table + lines
    row = next(csv.DictReader(io.StringIO(table)))
    assert row["file"] == r"'=cmd\x1b[2J.mp4"
    assert row["left.brow-raise_mm"] == "-4.0"
    assert json.loads(lines)["file"] == "=cmd\x1b[2J.mp4"


def test_neutral_is_refused_for_pictures(
    told: list[FromWorker], capsys: pytest.CaptureFixture[str]
) -> None:
    """Pictures have no seconds."""
    told += [_hello("stills")]

    assert main(["score", "a.png", "--neutral", "0:1"]) == 2
    assert "first one is rest" in capsys.readouterr().err


_ENDLESS = """
import sys
from sessions.messages import Hello
from sessions.readings import Reading
from tui.cli import main
from tui.commands import score

hello = Hello(
    wire=1, program="", mediapipe="", model_sha256="", source="file", width=1, height=1, fps=30.0,
    live=False, network_banned=True,
)
rows = (Reading(n=n, t_s=n / 30, reason="no-face") for n in range(1 << 20))
score.read_recording = lambda files, **_: (each for part in ([hello], rows) for each in part)
sys.exit(main(["score", "wall.avi"]))
"""
"""`score` of a film of ten hours, which fills any pipe."""


def test_a_reader_that_has_had_enough_is_no_error(checkout: Path) -> None:
    """`slowsmile score FILM | head -1` says nothing about pipes."""
    done = subprocess.run(
        f"\"{sys.executable}\" -c '{_ENDLESS}' | head -1",
        shell=True,
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
        check=False,
    )

    assert done.stdout.startswith("file,frame,t_s,scored")
    assert done.stderr == ""
