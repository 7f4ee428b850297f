"""How fast frames are scored is known within a second, and pauses are not blamed on a camera."""

import pytest

from sessions.messages import ShowPictures
from sessions.worker.heartbeat import Rate
from sessions.worker.mirror import MirrorPictures
from sessions.worker.sources.source import Frame


def test_the_rate_is_unknown_for_a_second_and_then_right() -> None:
    """Thirty frames a second, then five."""
    rate = Rate()
    steady = [rate.add(n / 30) for n in range(90)]
    slow = [rate.add(3.0 + n / 5) for n in range(10)]

    assert set(steady[:30]) == {0.0}
    assert steady[-1] == pytest.approx(30, abs=1)
    assert slow[-1] == pytest.approx(5, abs=1)


def test_after_a_pause_of_our_own_the_rate_begins_anew() -> None:
    """Reading a rest takes a second in which no frame is scored."""
    rate = Rate()
    for n in range(60):
        rate.add(n / 30)
    rate.forget()

    assert rate.add(4.0) == 0.0
    assert rate.at(4.5) == 0.0


def test_mirror_pictures_exist_only_while_asked_for() -> None:
    """None before, none after, at most fifteen a second and 640x480 in between."""
    import numpy as np

    mirror = MirrorPictures()
    frame = Frame(0, 0.0, np.zeros((960, 1280, 3), np.uint8))
    before = mirror.picture(frame, 0.0)
    mirror.ask(ShowPictures(width=4000, height=4000))
    shown = [mirror.picture(frame, n / 60) for n in range(60)]
    mirror.ask(ShowPictures(width=0, height=0))
    after = mirror.picture(frame, 5.0)
    pictures = [picture for picture in shown if picture is not None]

    assert before is None
    assert after is None
    assert 14 <= len(pictures) <= 16
    assert (pictures[0].width, pictures[0].height) == (640, 480)
    assert len(pictures[0].rgb) == 640 * 480 * 3


def test_a_mirrored_half_takes_the_place_of_the_cameras_picture() -> None:
    """As often; where there is no face to show, that is told by an empty picture."""
    import numpy as np

    mirror = MirrorPictures()
    frame, face = Frame(0, 0.0, np.zeros((96, 128, 3), np.uint8)), np.ones((240, 190, 3), np.uint8)
    assert mirror.whole_face(face, 0.0) is None
    mirror.ask(ShowPictures(width=64, height=80, half="left"))
    shown = [mirror.whole_face(face, n / 60) for n in range(60)]
    pictures = [picture for picture in shown if picture is not None]
    none = mirror.whole_face(None, 2.0)
    assert mirror.half == "left"
    assert mirror.picture(frame, 3.0) is None
    mirror.ask(ShowPictures(width=0, height=0, half="left"))

    assert 14 <= len(pictures) <= 16
    assert (pictures[0].width, pictures[0].height) == (63, 80)
    assert none is not None
    assert (none.width, none.height, none.rgb) == (0, 0, b"")
    assert mirror.half is None
    assert mirror.whole_face(face, 4.0) is None
