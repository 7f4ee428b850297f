"""`doctor --camera`: what a helper on the telephone is read."""

import msgspec
import pytest

from sessions.readings import FaceBox, Pose, Reading, Reason
from tests.tui.pretend_camera import HELLO
from tui import cli
from tui.commands.parts.doctor_camera import in_words
from tui.texts.commands import camera_check as words

CAMERA = msgspec.structs.replace(HELLO, camera=(0, "Integrated Webcam"))
STRAIGHT = Pose(1.0, -3.0, 2.0)


def look(
    *,
    camera_fps: float = 30.0,
    fps: float = 30.0,
    light: float = 0.5,
    pose: Pose = STRAIGHT,
    reason: Reason | None = None,
    seen: int = 20,
) -> list[str]:
    """Twenty readings alike, of which so many show a face."""
    one = Reading(
        n=0,
        t_s=0.0,
        reason=reason,
        fps=fps,
        camera_fps=camera_fps,
        pose=pose,
        face=FaceBox(0.5, 0.5, 0.3, light),
    )
    none = msgspec.structs.replace(one, face=None, pose=None, reason="no-face")
    return in_words(CAMERA, [one] * seen + [none] * (20 - seen))


def test_all_is_well_in_six_sentences() -> None:
    """Name, size, rate, the computer, face, light, head."""
    assert look() == [
        "Camera: Integrated Webcam.",
        "Picture: 640 wide, 480 high.",
        "Pictures: 30 a second. That is good.",
        "Computer: it reads 30 pictures a second. That is enough.",
        words.FACE_SEEN,
        words.LIGHT_GOOD,
        words.POSE_GOOD,
    ]


@pytest.mark.parametrize(
    ("fps", "said"), [(24.0, "That is good."), (15.0, "That is enough."), (11.0, "That is few.")]
)
def test_the_rate_is_judged(fps: float, said: str) -> None:
    """And what helps is said where it is low."""
    assert said in look(camera_fps=fps)[2]


@pytest.mark.parametrize(("fps", "said"), [(6.0, words.READ_ENOUGH), (5.0, words.READ_FEW)])
def test_the_computer_is_told_apart_from_the_camera(fps: float, said: str) -> None:
    """From six a second on it is scored."""
    assert look(fps=fps)[3].endswith(said)


@pytest.mark.parametrize(
    ("light", "said"),
    [
        (0.11, words.LIGHT_DARK),
        (0.2, words.LIGHT_DIM),
        (0.3, words.LIGHT_GOOD),
        (0.9, words.LIGHT_BRIGHT),
    ],
)
def test_the_light_is_told(light: float, said: str) -> None:
    """By the grey of the face itself."""
    assert said in look(light=light)


@pytest.mark.parametrize(
    ("pose", "said"),
    [
        (Pose(-9.0, 0.0, 0.0), words.POSE_TURNED.format(degrees=9)),
        (Pose(5.0, 14.0, 0.0), words.POSE_NODDED.format(degrees=14)),
        (Pose(0.0, 0.0, 20.0), words.POSE_LEANING.format(degrees=20)),
    ],
)
def test_the_angle_that_matters_most_is_told(pose: Pose, said: str) -> None:
    """One thing at a time."""
    assert look(pose=pose)[-1] == said


def test_no_face_and_no_picture_are_told() -> None:
    """Then nothing is said of light and pose."""
    assert look(seen=0)[-1] == words.NO_FACE
    assert look(seen=10)[4].startswith("Face: seen 50 % of the time.")
    assert in_words(CAMERA, [])[-1].startswith("Pictures: none came")


def test_what_else_is_wrong_is_told() -> None:
    """Such as sitting too far away."""
    assert look(reason="too-far")[-1] == "Also: Come a little closer."


def test_a_camera_that_is_not_there_is_exit_3(capsys: pytest.CaptureFixture[str]) -> None:
    """With the sentence that says what to do; the real worker says it."""
    assert cli.main(["doctor", "--camera", "camera:No Such Camera"]) == 3

    assert "amera" in capsys.readouterr().out
