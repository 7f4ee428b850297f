"""`selftest` on the command line: the table, the same as JSON, each refusal in one sentence."""

import json
from pathlib import Path

import msgspec
import pytest

from routines.errors import Trouble, TroubleKind
from sessions.history.own_error import read_own_error
from sessions.selftest.results import MeasureRow, Moving, Resting, SelfTest, SelfTestRequest
from tui.cli import main
from tui.commands import selftest

ROW = MeasureRow(
    measure="open-smile",
    low_confidence=False,
    full_mm=7.8,
    gain=0.874,
    gain_together=0.9,
    leak_percent=-0.4,
    quarter=0.251,
    half=0.506,
    r2=0.991,
    jitter_mm=0.012,
    smallest_mm=1.0,
    turn_5_mm=0.11,
    turn_10_mm=None,
    moving_r2=0.987,
    moving_still_mm=0.41,
)
SNARL = msgspec.structs.replace(
    ROW, measure="snarl", low_confidence=True, moving_r2=None, moving_still_mm=None
)
FOUND = SelfTest(
    picture="me\x1b[2J.png",
    rows=(ROW, SNARL),
    moving=Moving(
        yaw_deg=10.0, pitch_deg=8.0, roll_deg=8.0, frames=129, refused_turned=4, refused_otherwise=0
    ),
    resting=Resting(tested=10, turned_deg=4.0, rms_mm=0.44, most_mm=0.91),
    light_noticed=True,
    light_mm=0.6,
    seconds=40.0,
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[SelfTestRequest]:
    """What the child was asked; it answers with `FOUND`."""
    asks: list[SelfTestRequest] = []

    def answer(ask: SelfTestRequest, _log: Path | None) -> SelfTest:
        asks.append(ask)
        return FOUND

    monkeypatch.setattr(selftest, "run_test", answer)
    return asks


def refusing(monkeypatch: pytest.MonkeyPatch, sentence: str, kind: TroubleKind) -> None:
    """A child that says why not."""

    def answer(_ask: SelfTestRequest, _log: Path | None) -> SelfTest:
        raise Trouble(sentence, kind)

    monkeypatch.setattr(selftest, "run_test", answer)


def test_the_table_fits_a_terminal(
    asked: list[SelfTestRequest], capsys: pytest.CaptureFixture[str]
) -> None:
    """Eighty columns, no escape sequence from a file's name, both tables, what was refused."""
    assert main(["selftest"]) == 0
    lines = capsys.readouterr().out.splitlines()
    smile = [line.split() for line in lines if line.startswith("open-smile")]

    assert asked[0].photo == ""
    assert max(map(len, lines)) <= 80
    assert not any("\x1b" in line for line in lines)
    assert smile[0][:7] == ["open-smile", "0.87", "0", "%", "0.25", "0.51", "0.99"]
    assert smile[0][-1] == "refused"
    assert smile[1] == ["open-smile", "0.99", "0.4", "mm"]
    assert ["snarl*", "-", "refused"] in [line.split() for line in lines]
    assert "Frames refused because the head was turned too far: 4 of 129." in lines
    assert any(line.startswith("(root mean square), 0.9 mm at most.") for line in lines)


def test_other_refusals_and_unnoticed_light_are_said() -> None:
    """Nothing is left out because it is unusual."""
    odd = msgspec.structs.replace(
        FOUND,
        moving=msgspec.structs.replace(FOUND.moving, refused_otherwise=3),
        resting=None,
        light_noticed=False,
    )
    lines = selftest.table(odd)

    assert any(line.endswith("4 of 129, 3 for other reasons.") for line in lines)
    assert any(line.startswith("At rest: not tested") for line in lines)
    assert lines[-1].endswith("not noticed, false difference 0.6 mm.")


@pytest.mark.parametrize(
    ("quarter", "half", "r2", "closing"),
    [
        (
            0.251,
            0.506,
            0.991,
            "Ratios of the halves were read wrong by up to 0.01 on this face",
        ),
        (0.1, 0.48, 0.95, "Ratios of the halves were read wrong by up to 0.15 on this face"),
        (0.25, 0.5, -0.16, "Not followed well enough (R2 under 0.90): open-smile."),
        (0.25, 0.5, float("nan"), "Not followed well enough (R2 under 0.90): open-smile."),
    ],
)
def test_the_closing_line_follows_from_the_table(
    quarter: float, half: float, r2: float, closing: str
) -> None:
    """A face that was not followed gets no figure; movements of low confidence do not count."""
    row = msgspec.structs.replace(ROW, quarter=quarter, half=half, r2=r2)
    weak = msgspec.structs.replace(SNARL, quarter=0.9, r2=0.1)

    assert closing in selftest.table(msgspec.structs.replace(FOUND, rows=(row, weak)))


@pytest.mark.usefixtures("asked")
def test_json_holds_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Unrounded, one object."""
    assert main(["selftest", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)

    assert found["rows"][0]["moving_r2"] == 0.987
    assert found["rows"][1]["moving_still_mm"] is None
    assert found["moving"]["refused_turned"] == 4


def test_a_photo_that_is_there_is_asked_about(asked: list[SelfTestRequest], tmp_path: Path) -> None:
    """By the name that was typed."""
    photo = tmp_path / "me.png"
    photo.touch()

    assert main(["selftest", "--photo", str(photo)]) == 0
    assert (asked[0].photo, asked[0].camera) == (str(photo), False)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--photo", "gone.png"], "gone.png: there is no such file"),
        (["--photo", "."], "this is a folder"),
        (["--photo", "a.png", "--camera"], "--camera"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_2(
    words: list[str],
    sentence: str,
    asked: list[SelfTestRequest],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On stderr, before anything starts."""
    assert main(["selftest", *words]) == 2
    out, err = capsys.readouterr()

    assert (out, asked) == ("", [])
    assert sentence in err
    assert "Traceback" not in err


def test_without_scikit_image_it_names_what_to_do(
    asked: list[SelfTestRequest],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One sentence, exit 2; a photo of one's own needs no such package."""

    def not_installed(_name: str) -> None:
        return None

    monkeypatch.setattr(selftest, "find_spec", not_installed)

    assert main(["selftest"]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "--photo FILE" in err
    assert main(["selftest", "--camera", "--data-dir", str(tmp_path)]) == 0
    assert [ask.camera for ask in asked] == [True]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("No camera was found.", "camera"),
        ("No face was found in the picture.", "video"),
        ("me.png is not a picture that can be measured.", "video"),
    ],
)
def test_what_cannot_be_used_is_exit_3(
    sentence: str,
    kind: TroubleKind,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The child's own sentence, nothing on stdout."""
    refusing(monkeypatch, sentence, kind)

    assert main(["selftest", "--camera"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1] == sentence


@pytest.mark.usefixtures("asked")
def test_the_error_on_the_own_face_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the camera only; movements that were not followed are not in it."""
    data = tmp_path / "data"
    photo = tmp_path / "somebody.png"
    photo.touch()
    assert main(["selftest", "--photo", str(photo), "--data-dir", str(data)]) == 0
    assert read_own_error(data) is None

    assert main(["selftest", "--camera", "--data-dir", str(data)]) == 0
    kept = read_own_error(data)
    assert kept is not None
    assert kept.corner_rest_mm == 0.44
    assert [each.measure for each in kept.movement] == ["open-smile", "snarl"]
    assert (kept.movement[0].still_mm, kept.movement[1].still_mm) == (0.41, None)
    assert "own-error.toml" in capsys.readouterr().err


def test_a_face_that_was_not_followed_leaves_the_kept_error_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Shut eyes behind a hand say nothing of a face."""
    lost = msgspec.structs.replace(ROW, r2=float("nan"))
    found = msgspec.structs.replace(FOUND, rows=(lost, SNARL))
    monkeypatch.setattr(selftest, "run_test", lambda _ask, _log: found)

    assert main(["selftest", "--camera", "--data-dir", str(tmp_path)]) == 0
    assert read_own_error(tmp_path) is None
    assert "Not kept" in capsys.readouterr().err
