"""The reader on a real face moved by known amounts: what it says, and what it will not say."""

import subprocess
import sys
from collections.abc import Iterator
from statistics import fmean

import cv2
import msgspec
import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from routines.movements import MEASURES, SIDES, TOO_COARSE, MeasureKey, Side, other_side
from sessions.camera.model_file import find_iris_model
from sessions.face.eye_reader import IrisNetwork
from sessions.face.face_reader import FaceReader
from sessions.messages import RestRefused, RestTaken
from sessions.readings import Pose, Reading
from sessions.scoring.calibration import BadCalibration, Rest
from sessions.scoring.eye_witnesses import EyeRest
from sessions.scoring.landmarks import EYE_CORNERS
from sessions.selftest.numbers import PerSide
from tests.sessions.selftest.portraits import FPS, at_rest, model, noisy, portrait

Picture = NDArray[np.uint8]
SETTLE = 2
"""Frames; the first one reads the same already, but for the noise."""
SETTLE_BY_MEDIAPIPE = 4
"""It follows a face that has changed in the second one."""


class Frames:
    """Hands one picture after another to a reader, as a camera would."""

    def __init__(self, reader: FaceReader) -> None:
        self.reader = reader
        self.n = 0

    def next(self, picture: Picture) -> Reading:
        """The reading of one frame."""
        self.n += 1
        return self.reader.read(noisy(picture, self.n), self.n, self.n / FPS)

    def show(self, picture: Picture, frames: int = SETTLE) -> Reading:
        """The reading of the last of `frames` frames."""
        return [self.next(picture) for _ in range(frames)][-1]

    def until(self, reason: str | None, picture: Picture, frames: int) -> Reading:
        """The second reading in a row with this reason, or that of the last of `frames` frames."""
        before = reading = self.next(picture)
        for _ in range(frames - 1):
            before, reading = reading, self.next(picture)
            if before.reason == reading.reason == reason:
                break
        return reading

    def rested(self) -> "Frames":
        """Itself, once the reader has taken her rest."""
        self.reader.take_rest(0.3)
        for _ in range(40):
            self.show(at_rest(), 1)
            if self.reader.rest_result() is not None:
                break
        return self

    def measured(self, picture: Picture, key: MeasureKey, frames: int = SETTLE) -> PerSide:
        """Millimetres of each half of `picture`, in the last of `frames` frames."""
        reading = self.show(picture, frames)
        assert reading.right is not None, reading.reason
        assert reading.left is not None
        return PerSide(reading.left.measure(key), reading.right.measure(key))


@pytest.fixture(scope="module")
def two_witnesses() -> Iterator[Frames]:
    """A reader with the second model of the eyes, who has taken her rest."""
    with FaceReader(model(), find_iris_model()) as reader:
        yield Frames(reader).rested()


@pytest.fixture(scope="module")
def taken(two_witnesses: Frames) -> RestTaken:
    """The astronaut's rest."""
    result = two_witnesses.reader.rest_result()
    assert isinstance(result, RestTaken)
    return result


@pytest.fixture(scope="module")
def shared(taken: RestTaken) -> Iterator[Frames]:
    """A reader that knows her rest."""
    with FaceReader(model()) as reader:
        reader.restore(taken.calibration)
        yield Frames(reader)


@pytest.fixture
def frames(shared: Frames) -> Frames:
    """The same, looking at her at rest."""
    shared.until(None, at_rest(), 6)
    return shared


@pytest.mark.long
def test_a_second_witness_of_the_eyes_brings_a_closure_nearer_to_the_truth(
    two_witnesses: Frames, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The left eye half shut, the right one shut, the other open each time: the two err less than
    one alone, and leak less than a tenth. MediaPipe reads the composite, as of pictures.

    Always: what the second witness does where the two disagree.
    """
    half = portrait().moved("eye-closure", PerSide(0.5, 0.0))
    shut = portrait().moved("eye-closure", PerSide(0.0, 1.0))
    true = [portrait().truth_mm("eye-closure", "left", 0.5)]
    true.append(portrait().truth_mm("eye-closure", "right", 1.0))

    with FaceReader(model()) as reader:
        one_witness = Frames(reader).rested()
        for each in (one_witness, two_witnesses):
            monkeypatch.setattr(each.reader, "fixed_crop", False)
        alone, together = (
            (
                each.measured(half, "eye-closure", SETTLE_BY_MEDIAPIPE),
                each.measured(shut, "eye-closure", SETTLE_BY_MEDIAPIPE),
            )
            for each in (one_witness, two_witnesses)
        )

    assert off(together, true) < off(alone, true)
    assert all(
        0.7 * known < mm < 1.2 * known for mm, known in zip(own(together), true, strict=True)
    )
    assert abs(together[0].right) < 0.1 * together[0].left
    assert abs(together[1].left) < 0.1 * together[1].right


def own(read: tuple[PerSide, PerSide]) -> tuple[float, float]:
    """Of each picture the eye that moved."""
    return read[0].left, read[1].right


def off(read: tuple[PerSide, PerSide], true: list[float]) -> float:
    """Mean error of the eyes that moved, mm."""
    return fmean(abs(mm - known) for mm, known in zip(own(read), true, strict=True))


def test_where_the_witnesses_disagree_the_eye_is_doubtful(
    two_witnesses: Frames, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its number stays, and the other movements are as trusted as ever."""
    coarse = two_witnesses.show(at_rest()).doubtful

    monkeypatch.setattr(IrisNetwork, "gap_px", lambda _, crop: 2.0)
    reading = two_witnesses.show(at_rest())
    two_witnesses.reader.reads_eyes = False
    without = two_witnesses.show(at_rest())
    two_witnesses.reader.reads_eyes = True

    assert set(coarse) == TOO_COARSE
    assert reading.doubtful == (*coarse, "eye-closure")
    assert reading.left is not None
    assert without.doubtful == coarse


def test_an_eye_that_two_models_see_otherwise_at_rest_is_doubtful_from_then_on(
    frames: Frames, taken: RestTaken
) -> None:
    """As under hair, or the glare of glasses; the other movements are as trusted as ever."""
    rest = Rest.from_bytes(taken.calibration)
    shown = rest.opening_mm("right")
    doubts = list[tuple[MeasureKey, ...]]()
    for gap_mm in (shown, 0.7 * shown):
        other = replace(rest, eye_right=EyeRest(iris_gap_mm=gap_mm))
        frames.reader.restore(other.to_bytes())
        doubts.append(frames.show(at_rest()).doubtful)
    frames.reader.restore(taken.calibration)

    assert set(doubts[0]) == TOO_COARSE
    assert doubts[1] == (*doubts[0], "eye-closure")


def test_rest_says_when_it_was_and_how_quiet(taken: RestTaken) -> None:
    """The stretch is as long as asked, the noise small and never nothing."""
    assert 0.2 <= taken.end_s - taken.begin_s <= 0.4
    assert taken.short
    assert all(0.0 < noise < 0.6 for noise in (*taken.left.mm, *taken.right.mm))


def test_a_still_face_stays_still(frames: Frames) -> None:
    """Every measure of both halves lies under a few tenths of a millimetre."""
    reading = frames.show(at_rest())

    assert reading.reason is None
    assert reading.method == "composite"
    assert reading.left is not None
    assert reading.right is not None
    assert np.abs(reading.left.mm).max() < 0.7
    assert np.abs(reading.right.mm).max() < 0.7
    assert len(reading.outline) == 80


@pytest.mark.parametrize("key", ["open-smile", "brow-raise", "eye-closure", "pucker", "snarl"])
@pytest.mark.parametrize("side", SIDES)
def test_one_half_moves_and_the_other_stays_still(
    shared: Frames, key: MeasureKey, side: Side
) -> None:
    """The mover reads most of the truth, the still half no more than a tenth of it."""
    shares = PerSide(left=1.0, right=0.0) if side == "left" else PerSide(left=0.0, right=1.0)
    both = shared.measured(portrait().moved(key, shares), key)
    mover, still = both.of(side), both.of(other_side(side))
    true = portrait().truth_mm(key, side, 1.0)

    assert 0.5 * true < mover < 1.3 * true
    assert abs(still) < 0.1 * mover


@pytest.mark.parametrize(
    "key",
    [
        "open-smile",
        "brow-raise",
        *(pytest.param(key, marks=pytest.mark.long) for key in ("pucker", "snarl", "frown")),
    ],
)
def test_a_part_of_a_movement_reads_as_that_part(shared: Frames, key: MeasureKey) -> None:
    """A weak half beside a strong one is not lifted by it."""
    full = shared.measured(portrait().moved(key, PerSide(left=1.0, right=1.0)), key)
    for share in (0.25, 0.5):
        part = shared.measured(portrait().moved(key, PerSide(left=1.0, right=share)), key)

        assert part.right / full.right == pytest.approx(share, abs=0.08)
        assert part.left / full.left == pytest.approx(1.0, abs=0.15)


def test_an_eye_that_shuts_narrows_on_its_own_side_only(frames: Frames) -> None:
    """Percent of the own opening."""
    reading = frames.show(portrait().moved("eye-closure", PerSide(left=1.0, right=0.0)))

    assert reading.left is not None
    assert reading.right is not None
    assert reading.left.narrowing_percent > 50.0
    assert abs(reading.right.narrowing_percent) < 15.0


@pytest.fixture(scope="module")
def by_itself() -> Iterator[FaceReader]:
    """A reader that reads every picture by itself, and forgets one rest with the next."""
    with FaceReader(model(), stills=True) as reader:
        yield reader


def _read_stills(reader: FaceReader, pictures: list[Picture]) -> list[Reading]:
    reader.take_rest(0.0)
    return [reader.read(picture, n, 0.0) for n, picture in enumerate(pictures)]


def _smile(reading: Reading) -> PerSide:
    assert reading.right is not None, reading.reason
    assert reading.left is not None
    return PerSide(reading.left.measure("open-smile"), reading.right.measure("open-smile"))


@pytest.fixture(scope="module")
def stills() -> list[Picture]:
    """Her face at rest, and a smile that is small on her left."""
    return [at_rest(), portrait().moved("open-smile", PerSide(left=0.25, right=1.0))]


@pytest.fixture(scope="module")
def plain(by_itself: FaceReader, stills: list[Picture]) -> list[Reading]:
    """Each of them read by itself."""
    return _read_stills(by_itself, stills)


def test_a_mirrored_picture_swaps_the_halves(
    by_itself: FaceReader, stills: list[Picture], plain: list[Reading]
) -> None:
    """Left and right are the person's own, whichever way the picture is flipped."""
    flipped = [np.ascontiguousarray(picture[:, ::-1]) for picture in stills]
    mirrored = _read_stills(by_itself, flipped)
    left, right = _smile(plain[1])

    assert right > left + 2.0
    assert _smile(mirrored[1]) == pytest.approx((right, left), abs=1.0)


def test_a_scaled_and_shifted_picture_reads_the_same(
    by_itself: FaceReader, stills: list[Picture], plain: list[Reading]
) -> None:
    """Nearer, and elsewhere in the picture, is the same face."""
    place = np.array([[1.25, 0.0, -70.0], [0.0, 1.25, -50.0]])
    nearer = _read_stills(
        by_itself,
        [cv2.warpAffine(p, place, (640, 480), flags=cv2.INTER_CUBIC) for p in stills],  # pyright: ignore[reportArgumentType]
    )

    assert _smile(nearer[1]) == pytest.approx(_smile(plain[1]), abs=0.8)


def test_the_first_still_is_its_own_rest(plain: list[Reading]) -> None:
    """It is scored too, as next to nothing."""
    assert plain[0].left is not None
    assert plain[0].left.mm == pytest.approx([0.0] * len(MEASURES), abs=0.3)


def test_a_turned_head_is_low_and_a_far_turned_one_is_not_scored(frames: Frames) -> None:
    """Outside the good angles numbers are marked, outside the low ones there are none."""
    slightly = frames.show(portrait().turned(Pose(0.0, 0.0, 11.0)))
    far = frames.show(portrait().turned(Pose(0.0, 0.0, 25.0)), 8)

    assert (slightly.reason, slightly.confidence) == (None, "low")
    assert far.reason == "head-turned"
    assert far.left is None
    assert far.pose is not None
    assert far.pose.roll_deg == pytest.approx(25.0, abs=5.0)


def _covered(side: Side) -> Picture:
    centre = portrait().points[list(EYE_CORNERS[side]), :2].mean(axis=0)
    picture = at_rest().copy()
    cv2.ellipse(picture, (int(centre[0]), int(centre[1])), (30, 22), 0, 0, 360, (90, 110, 160), -1)
    return picture


def _with_hand() -> Picture:
    picture = at_rest().copy()
    x, y = portrait().points[205, :2].astype(int)
    for finger in range(4):
        top = (x - 30 + 16 * finger, y + 20)
        cv2.ellipse(picture, top, (9, 40), 8, 0, 360, (40, 55, 85), -1)
    return picture


def _far() -> Picture:
    small = cv2.resize(at_rest(), (320, 240), interpolation=cv2.INTER_AREA)
    picture = np.full_like(at_rest(), 120)
    picture[120:360, 160:480] = small
    return picture


def _at_the_edge() -> Picture:
    place = np.array([[1.0, 0.0, 260.0], [0.0, 1.0, 0.0]])
    moved = cv2.warpAffine(at_rest(), place, (640, 480), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, dtype=np.uint8)


BAD_PICTURES = {
    "no-face": lambda: np.full_like(at_rest(), 90),
    "two-faces": lambda: np.ascontiguousarray(
        np.hstack([at_rest()[:, 160:480], at_rest()[:, 160:480]])
    ),
    "too-far": _far,
    "too-dark": lambda: (at_rest() * 0.08).astype(np.uint8),
    "too-bright": lambda: np.clip(at_rest() * 1.9, 0, 255).astype(np.uint8),
    "blurred": lambda: cv2.GaussianBlur(at_rest(), (0, 0), 4.0),
    "off-centre": _at_the_edge,
    "eye-covered": lambda: _covered("left"),
    "hand": _with_hand,
}


@pytest.mark.parametrize("reason", BAD_PICTURES)
def test_a_bad_frame_says_why_and_a_good_one_follows(shared: Frames, reason: str) -> None:
    """No measures with a reason; the reason goes when its cause goes."""
    bad = shared.until(reason, BAD_PICTURES[reason](), 11)
    good = shared.until(None, at_rest(), 6)

    assert bad.reason == reason
    assert bad.left is None
    assert good.reason is None


def test_other_light_is_noticed(frames: Frames) -> None:
    """A lamp on one side, lit after rest, makes numbers low confidence until a new rest."""
    reading = frames.show(portrait().lit(0.5), 6)

    assert reading.light_changed
    assert reading.confidence == "low"
    assert not frames.show(at_rest(), 6).light_changed


def test_a_torn_picture_is_no_face_and_changes_nothing(frames: Frames) -> None:
    """Whatever array the source hands over."""
    before = frames.measured(at_rest(), "open-smile")
    for torn in (np.empty((0, 0, 3), np.uint8), np.zeros((9, 9), np.uint8), at_rest()[:, :, :1]):
        assert frames.reader.read(torn, 0, 0.0).reason == "no-face"

    assert frames.measured(at_rest(), "open-smile") == pytest.approx(before, abs=0.5)


def test_a_moving_face_is_refused_as_rest(by_itself: FaceReader) -> None:
    """A smile that comes and grows is not rest; the first three seconds are given to it."""
    by_itself.take_rest(0.5)
    for n, share in enumerate((0.0, 0.6, 1.0)):
        assert by_itself.rest_result() is None
        picture = portrait().moved("open-smile", PerSide(left=share, right=share))
        by_itself.read(picture, n, 2.0 * n)

    assert by_itself.rest_result() == RestRefused(reason="moving")
    assert by_itself.read(at_rest(), 3, 6.0).left is None


def test_a_rest_without_a_face_says_so(by_itself: FaceReader) -> None:
    """Given up after a while, or when told to end."""
    by_itself.take_rest(1.0)
    Frames(by_itself).show(np.full_like(at_rest(), 90), 6)

    assert by_itself.rest_result() is None
    assert by_itself.finish_rest() == RestRefused(reason="no-face")


_ELSEWHERE = """
import sys
from pathlib import Path

import msgspec
import numpy as np

from sessions.face.face_reader import FaceReader

raw = sys.stdin.buffer.read()
picture = np.frombuffer(raw[: 640 * 480 * 3], np.uint8).reshape(480, 640, 3)
reader = FaceReader(Path(sys.argv[1]))
reader.restore(raw[640 * 480 * 3 :])
read = reader.read(picture, 0, 0.0)
reader.close()
drawn = [name for name in sys.modules if name.startswith("matplotlib")]
sys.stdout.buffer.write(msgspec.msgpack.encode((read, drawn)))
"""


def test_another_process_reads_the_same_from_a_rest_and_loads_nothing_that_draws(
    taken: RestTaken,
) -> None:
    """The worker may be killed and started again in the middle of a set. MediaPipe's drawing costs
    a third of a second and is never used; nothing stays in matplotlib's place."""
    moved = portrait().moved("open-smile", PerSide(left=1.0, right=0.5))
    with FaceReader(model()) as reader:
        reader.restore(taken.calibration)
        here = reader.read(moved, 0, 0.0)
    ran = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE, str(model())],
        input=moved.tobytes() + taken.calibration,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-500:]
    there, drawn = msgspec.msgpack.decode(ran.stdout, type=tuple[Reading, list[str]])

    assert here.left is not None
    assert there.left is not None
    assert there.left.mm == pytest.approx(here.left.mm, abs=1e-6)
    assert drawn == []


def test_damaged_calibration_is_a_plain_error() -> None:
    """Said, and the reader goes on without."""
    with FaceReader(model(), stills=True) as reader:
        with pytest.raises(BadCalibration):
            reader.restore(b"\x00not a rest")

        reading = reader.read(at_rest(), 0, 0.0)
        assert (reading.reason, reading.left) == (None, None)


def test_a_face_seen_from_below_cannot_be_rest_and_it_is_said_so(by_itself: FaceReader) -> None:
    """In the reading of the frame and in the refusal, with the way it is turned."""
    by_itself.take_rest(0.0)
    reading = by_itself.read(portrait().turned(Pose(0.0, -26.0, 0.0)), 0, 0.0)

    assert (reading.reason, reading.turned) == ("head-turned", "from-below")
    assert by_itself.finish_rest() == RestRefused(reason="head-turned", turned="from-below")


def test_a_face_seen_from_above_is_rest_with_a_doubtful_pucker(by_itself: FaceReader) -> None:
    """Smile and brow stay trusted."""
    by_itself.take_rest(0.0)
    seen_from_above = portrait().turned(Pose(0.0, 8.0, 0.0))
    by_itself.read(seen_from_above, 0, 0.0)
    reading = by_itself.read(seen_from_above, 1, 1.0)

    assert reading.left is not None
    assert "pucker" in reading.doubtful
    assert not {"open-smile", "brow-raise", "eye-closure"} & set(reading.doubtful)
