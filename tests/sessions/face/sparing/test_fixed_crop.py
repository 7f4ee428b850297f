"""The fixed crop: it reads what MediaPipe reads, by its own rest and gain."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace

from routines.movements import SIDES, MeasureKey
from sessions.face.calibrated_face import with_gain
from sessions.face.composites import CompositeCanvas
from sessions.face.face_reader import FaceReader
from sessions.face.sparing.fixed_crop import PUCKER, SMILE, FixedCrop, moved
from sessions.face.sparing.fixed_rest import GAINS, gain_of
from sessions.messages import RestTaken
from sessions.readings import Reading
from sessions.scoring.calibration import Gain, Rest
from sessions.scoring.measures import Moves
from sessions.selftest.numbers import PerSide
from tests.sessions.selftest.portraits import at_rest, model, noisy, portrait


def both(reading: Reading, key: MeasureKey) -> np.ndarray:
    """Millimetres of both halves."""
    assert reading.left is not None
    assert reading.right is not None
    return np.array([reading.left.measure(key), reading.right.measure(key)])


class Film:
    """One reader of pictures that follow one another."""

    def __init__(self) -> None:
        self.reader = FaceReader(model())
        self._n = 0
        self.reader.take_rest(0.2)
        while self.reader.rest_result() is None:
            self.show(at_rest())

    @property
    def rest(self) -> Rest:
        """What was taken."""
        return rest_of(self.reader)

    def show(self, picture: np.ndarray) -> Reading:
        """One frame of it."""
        self._n += 1
        return self.reader.read(noisy(picture, self._n), self._n, self._n / 30)

    def mm(self, key: MeasureKey, shares: PerSide) -> np.ndarray:
        """Of both halves, once the library has followed."""
        picture = portrait().moved(key, shares)
        *_, last = [self.show(picture) for _ in range(3)]
        assert last.method == "composite"
        return both(last, key)


def rest_of(reader: FaceReader) -> Rest:
    """What a reader has taken."""
    result = reader.rest_result()
    assert isinstance(result, RestTaken)
    return Rest.from_bytes(result.calibration)


@pytest.fixture(scope="module")
def film() -> Iterator[Film]:
    """At rest, read by LiteRT."""
    film = Film()
    yield film
    film.reader.close()


@pytest.mark.parametrize("key", ["open-smile", pytest.param("pucker", marks=pytest.mark.long)])
def test_it_reads_a_movement_as_mediapipe_does(film: Film, key: MeasureKey) -> None:
    """A quarter beside a full one; to six percent of the full one. A still face stays still."""
    shares = PerSide(0.25, 1.0)
    fixed = film.mm(key, shares)
    still = film.show(at_rest())
    film.reader.fixed_crop = False
    usual = film.mm(key, shares)
    film.reader.fixed_crop = True

    assert np.abs(fixed - usual).max() < 0.06 * usual.max()
    assert not np.array_equal(fixed, usual)
    assert np.abs(both(still, key)).max() < 0.3


def test_its_gain_is_of_a_size_that_a_crop_can_have(film: Film) -> None:
    """Told apart by direction, and kept with the rest."""
    for side in SIDES:
        gain = film.rest.gain(side)
        assert gain != Gain()
        assert GAINS[0] < min(gain.outward, gain.inward)
        assert GAINS[1] > max(gain.outward, gain.inward)


def test_without_litert_nothing_fixed_is_kept(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rest that was taken with it is read by MediaPipe against MediaPipe's own rest."""
    monkeypatch.setitem(sys.modules, "ai_edge_litert.interpreter", None)
    with FaceReader(model()) as without:
        without.take_rest(0.0)
        without.read(at_rest(), 0, 0.0)
        own = rest_of(without)
        without.restore(film.rest.to_bytes())
        reading = without.read(at_rest(), 1, 1.0)

    assert film.rest.has_fixed
    assert not own.has_fixed
    assert own.has_composites
    assert reading.method == "composite"
    assert np.abs(both(reading, "open-smile")).max() < 0.5


def test_a_known_movement_moves_the_corner_and_nothing_beyond_the_push() -> None:
    """A dark dot in the corner of the mouth goes where it is pushed, on both sides alike."""
    head = np.random.default_rng(1).normal(size=(478, 3))
    head[[33, 263], 0] = -45.0, 45.0
    head[[61, 291], :2] = (-24.0, 60.0), (24.0, 60.0)
    canvas = CompositeCanvas.of(head)
    white = np.full((320, 320, 3), 255, np.uint8)
    for out in (-24.0, 24.0):
        x, y = canvas.to_canvas(np.array([[out, 60.0]]))[0].astype(int)
        white[y - 2 : y + 3, x - 2 : x + 3] = 0
    for by in (SMILE, PUCKER):
        pushed = moved(white, canvas, head, "left", by)
        rows, columns = np.nonzero(pushed[:, :, 0] < 128)
        here = canvas.to_head(np.column_stack([columns, rows]).astype(np.float64) + 0.5)
        for half in (here[here[:, 0] > 0], here[here[:, 0] < 0] * (-1.0, 1.0)):
            assert half.mean(axis=0) == pytest.approx([24.0 + by[0], 60.0 - by[1]], abs=0.8)


def test_points_of_the_crop_lie_on_the_canvas() -> None:
    """The crop is half as large again as the box of the points, and has the same middle."""
    crop = FixedCrop.of(np.array([[100.0, 80.0], [220.0, 280.0]]))
    corners = crop.on_canvas(np.array([[0.0, 0.0], [256.0, 256.0], [128.0, 128.0]]))

    assert corners == pytest.approx(np.array([[10.0, 30.0], [310.0, 330.0], [160.0, 180.0]]))


def test_a_gain_is_the_quotient_of_two_readings() -> None:
    """Along the movement; what no crop can have is not believed."""
    assert gain_of((2.0, 0.0), (1.8, 5.0), (2.0, -3.0)) == pytest.approx(0.9)
    assert gain_of((2.0, 0.0), (1.0, 0.0), (2.0, 0.0)) == 1.0
    assert gain_of((2.0, 0.0), (-1.0, 0.0), (2.0, 0.0)) == 1.0


def test_each_direction_has_its_gain() -> None:
    """Up goes with out; nothing but the corner is changed."""
    moves = Moves((1.0, 1.0), (1.0, 1.0), (1.0, 1.0), (2.0, 2.0), (1.0, 1.0), 0.5, 9.0)
    gain = Gain(outward=1.1, inward=0.9)
    inward = with_gain(replace(moves, corner=(-2.0, 2.0)), gain)

    assert with_gain(moves, gain).corner == pytest.approx((2.2, 2.2))
    assert with_gain(moves, gain).closed == moves.closed
    assert inward.corner == pytest.approx((-1.8, 2.2))
