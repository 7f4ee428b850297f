"""Pictures come out of every kind of file regular and in time, or a sentence says why not."""

import itertools
import os
import threading
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.errors import Trouble
from sessions.camera.source_name import parse
from sessions.messages import WIRE_VERSION, Open
from sessions.worker.latest_frame import LatestFrame
from sessions.worker.sources.opening import open_recorded, opened_within
from sessions.worker.sources.paced import Paced
from sessions.worker.sources.picture_file import load
from sessions.worker.sources.pictures import fitted, mirrored_rgb, regular, regular_size, same
from sessions.worker.sources.recording import Recording
from sessions.worker.sources.source import BGR, Frame, Rewindable
from sessions.worker.sources.stills import PictureSequence, Stills, numbered
from tests.patience import patience


def _picture(shade: int, width: int = 96, height: int = 64) -> BGR:
    picture = np.full((height, width, 3), shade, np.uint8)
    picture[:, : width // 2, 2] = 255
    return picture


def _video(path: Path, frames: int = 12, fps: float = 25.0, code: str = "MJPG") -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*code), fps, (96, 64))
    assert writer.isOpened()
    for n in range(frames):
        writer.write(_picture(20 * (n % 12)))
    writer.release()
    return path


def _all(source: Rewindable) -> list[Frame]:
    frames: list[Frame] = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    return frames


def _open(name: str, *more: str) -> Rewindable:
    return open_recorded(
        parse(name), Open(wire=WIRE_VERSION, source=name, model="", more=more, every_frame=True)
    )


# Videos


@pytest.mark.parametrize(
    ("name", "code"), [("a.avi", "MJPG"), ("a.mp4", "mp4v"), ("a.webm", "VP80"), ("a.mkv", "FFV1")]
)
def test_every_frame_of_a_video_comes_with_the_containers_time(
    tmp_path: Path, name: str, code: str
) -> None:
    """Numbers from 0 without gaps, times as recorded."""
    source = Recording(_video(tmp_path / name, code=code))
    frames = _all(source)

    assert [frame.n for frame in frames] == list(range(12))
    assert [frame.t_s for frame in frames] == pytest.approx([n / 25 for n in range(12)], abs=0.002)
    assert all(frame.picture is not None and frame.picture.shape == (64, 96, 3) for frame in frames)
    assert (source.width, source.height) == (96, 64)


def test_a_video_can_be_read_again_from_its_beginning(tmp_path: Path) -> None:
    """The second pass sees what the first saw, also after skipping."""
    source = Recording(_video(tmp_path / "a.avi"))
    first = _all(source)
    source.rewind()
    assert source.skip() == pytest.approx(first[0].t_s)
    second = _all(source)

    assert [frame.n for frame in second] == [frame.n for frame in first[1:]]
    assert [frame.t_s for frame in second] == [frame.t_s for frame in first[1:]]


def test_a_video_cut_off_gives_what_is_there(tmp_path: Path) -> None:
    """A recording that broke off is measured up to the break."""
    whole = _video(tmp_path / "a.avi", frames=40)
    cut = tmp_path / "cut.avi"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    frames = _all(Recording(cut))

    assert 5 < len(frames) < 40
    assert [frame.n for frame in frames] == list(range(len(frames)))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b"just some words\n" * 300, "is text"),
        ("ümlaute".encode() * 3000, "is text"),
        (b"#EXTM3U\nhttp://127.0.0.1/secret.ts\n", "is text"),
        (bytes(range(256)) * 40, "is not a video"),
        (b"\x00" * 5000, "is not a video"),
    ],
)
def test_what_is_no_video_is_a_plain_sentence(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    """The file is named, the problem is named, and what to do next."""
    for name in ("film.mp4", "film.txt"):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(Trouble, match=words) as caught:
            _open(str(path))

        assert caught.value.kind == "video"
        assert name in caught.value.sentence
        assert "try another file" in caught.value.sentence


def test_folders_pipes_and_impossible_names_are_refused_at_once(tmp_path: Path) -> None:
    """Nothing waits on a pipe that nobody writes."""
    pipe = tmp_path / "pipe.mp4"
    os.mkfifo(pipe)

    for name, words in ((str(tmp_path), "folder"), (str(pipe), "not a file"), ("a\0b", "read")):
        with pytest.raises(Trouble, match=words):
            _open(name)


@pytest.mark.parametrize(
    "script",
    [
        b"ffconcat version 1.0\nfile other.avi\n#\0\n",
        b"#EXTM3U\n#EXTINF:1,\nother.avi\n#\0\n",
        b"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5 RTP/AVP 96\n\0",
        b"ID3\x03\0\0\0\0\0\x0a" + bytes(10) + b"\xff\xfb\x90\x64" * 300,
    ],
)
def test_a_script_that_names_another_film_is_no_film(tmp_path: Path, script: bytes) -> None:
    """Nor is sound. A zero byte does not make text anything else."""
    _video(tmp_path / "other.avi")
    for name in ("list.mp4", "list.ffconcat", "list.m3u8"):
        path = tmp_path / name
        path.write_bytes(script)

        with pytest.raises(Trouble, match="is not a video"):
            _open(str(path))


def test_a_sound_with_its_cover_is_no_film(tmp_path: Path) -> None:
    """The picture in an MP3 file is not a movement of anybody's face."""
    cover = cv2.imencode(".jpg", _picture(10))[1].tobytes()
    frame = b"\0image/jpeg\0\x03\0" + cover
    tag = b"APIC" + len(frame).to_bytes(4) + b"\0\0" + frame
    size = bytes(len(tag) >> shift & 127 for shift in (21, 14, 7, 0))
    path = tmp_path / "song.mp3"
    path.write_bytes(b"ID3\x03\0\0" + size + tag + (b"\xff\xfb\x90\x64" + bytes(413)) * 20)

    with pytest.raises(Trouble, match="is not a video"):
        _open(str(path))


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_video_is_frames_or_a_sentence(tmp_path: Path, seed: int) -> None:
    """Bytes changed anywhere: never another error, never more frames than there could be."""
    rng = np.random.default_rng(seed)
    name, code = (("a.avi", "MJPG"), ("a.mp4", "mp4v"), ("a.webm", "VP80"))[seed % 3]
    data = bytearray(_video(tmp_path / name, code=code).read_bytes())
    for _ in range(int(rng.integers(1, 60))):
        data[int(rng.integers(0, len(data)))] = int(rng.integers(0, 256))
    bad = tmp_path / f"bad-{name}"
    bad.write_bytes(bytes(data[: int(rng.integers(len(data) // 2, len(data) + 1))]))
    try:
        source = Recording(bad)
    except Trouble:
        return
    frames = [source.read() for _ in range(60)]
    times = [frame.t_s for frame in frames if frame is not None]

    assert len(times) < 60
    assert all(later > earlier for earlier, later in itertools.pairwise(times))


# Stills and sequences


def test_several_stills_are_one_recording_each_in_its_own_size(tmp_path: Path) -> None:
    """`score` reads pictures of one face in the order given."""
    paths = [tmp_path / "a.png", tmp_path / "b.jpg"]
    cv2.imwrite(str(paths[0]), _picture(10))
    cv2.imwrite(str(paths[1]), _picture(200, 200, 100))
    source = _open(str(paths[0]), str(paths[1]))
    shapes = [frame.picture.shape for frame in _all(source) if frame.picture is not None]

    assert isinstance(source, Stills)
    assert shapes == [(64, 96, 3), (100, 200, 3)]


def test_a_video_among_pictures_is_refused(tmp_path: Path) -> None:
    """One video, or pictures: never both, and never two videos."""
    cv2.imwrite(str(tmp_path / "a.png"), _picture(10))
    film = str(_video(tmp_path / "a.avi"))
    for names in ((str(tmp_path / "a.png"), film), (film, film)):
        with pytest.raises(Trouble, match=r"a\.avi is not a picture. Give one video"):
            _open(*names)


@pytest.mark.parametrize("depth", ["grey", "16-bit", "alpha", "4K"])
def test_odd_pictures_become_regular(tmp_path: Path, depth: str) -> None:
    """Grey, deep, transparent and huge pictures are measured like any other."""
    rng = np.random.default_rng(0)
    pictures = {
        "grey": rng.integers(0, 255, (64, 96), dtype=np.uint8),
        "16-bit": rng.integers(0, 65535, (64, 96, 3), dtype=np.uint16),
        "alpha": rng.integers(0, 255, (64, 96, 4), dtype=np.uint8),
        "4K": np.zeros((2160, 3840), np.uint8),
    }
    path = tmp_path / "odd.png"
    cv2.imwrite(str(path), pictures[depth])
    picture = load(path)

    assert picture.dtype == np.uint8
    assert picture.shape == ((1080, 1920, 3) if depth == "4K" else (64, 96, 3))


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(200), b"\xff\xd8\xff" + bytes(9)])
def test_a_broken_picture_is_a_plain_sentence(tmp_path: Path, content: bytes) -> None:
    """A header without a picture."""
    path = tmp_path / "broken.png"
    path.write_bytes(content)
    with pytest.raises(Trouble, match="not a picture that can be measured"):
        _open(str(path))


def test_a_sequence_is_played_in_the_order_of_its_numbers(tmp_path: Path) -> None:
    """Gaps are skipped, other files ignored, a broken picture is a frame without one."""
    for number in (1, 2, 10):
        cv2.imwrite(str(tmp_path / f"im_{number:03d}.png"), _picture(number))
    (tmp_path / "im_004.png").write_bytes(b"no picture")
    (tmp_path / "im_x.png").write_bytes(b"no picture")
    source = _open(str(tmp_path / "im_%03d.png"))
    frames = _all(source)

    assert isinstance(source, PictureSequence)
    assert [frame.picture is not None for frame in frames] == [True, True, False, True]
    assert [frame.t_s for frame in frames] == pytest.approx([0, 1 / 30, 2 / 30, 3 / 30])
    assert [path.name for path in numbered(str(tmp_path / "im_%d.png"))] == [
        "im_001.png",
        "im_002.png",
        "im_004.png",
        "im_010.png",
    ]


def test_a_sequence_without_pictures_says_so(tmp_path: Path) -> None:
    """Neither a wrong pattern nor a missing folder is anything worse than a sentence."""
    cv2.imwrite(str(tmp_path / "im_1.png"), _picture(1))
    for pattern in (
        tmp_path / "im_%03d.png",
        tmp_path / "gone" / "im_%d.png",
        tmp_path / "im_%099999999999d.png",
        tmp_path / f"im_%{'9' * 5000}d.png",
        tmp_path / ("a" * 300) / "im_%d.png",
    ):
        with pytest.raises(Trouble, match="No picture fits"):
            _open(str(pattern))


# Playing as a camera


def test_a_recording_played_as_a_camera_keeps_its_times(tmp_path: Path) -> None:
    """Each frame comes no sooner than its time, and begins where a restart left off."""
    path = _video(tmp_path / "a.avi", frames=6, fps=50.0)
    source = Paced(Recording(path), begin_s=0.06)
    times: list[float] = []
    while (frame := source.read()) is not None:
        assert source.now_s() >= frame.t_s - 0.001
        times.append(frame.t_s)

    assert times[0] == pytest.approx(0.06, abs=0.021)
    assert times[-1] == pytest.approx(0.10, abs=0.001)


@pytest.mark.parametrize("reached", range(5))
def test_after_a_restart_no_frame_comes_before_the_last_one_seen(
    tmp_path: Path, reached: int
) -> None:
    """Also where only the first or second frame was seen."""
    path = _video(tmp_path / "a.avi", frames=6, fps=1000.0)
    source = Paced(Recording(path), begin_s=reached / 1000.0)
    frame = source.read()

    assert frame is not None
    assert frame.t_s == pytest.approx(reached / 1000.0, abs=0.0005)


class _Counting:
    """A source that gives frames as fast as it is asked, until told to end."""

    live = True
    width, height, fps = 64, 64, 0.0

    def __init__(self) -> None:
        self.n = 0
        self.enough = threading.Event()
        self.closed = False

    def read(self) -> Frame | None:
        """The next number."""
        if self.n == 100:
            self.enough.wait(patience(2.5))
            return None
        self.n += 1
        return Frame(self.n - 1, 0.0, None)

    def now_s(self) -> float:
        """No time passes."""
        return 0.0

    def close(self) -> None:
        """Note it."""
        self.closed = True


def test_the_newest_frame_wins() -> None:
    """Whoever was busy gets the last frame, not the ninety-nine before."""
    source = _Counting()
    newest = LatestFrame(source)
    taken = [newest.take(1.0)]
    while taken[-1] is not None and taken[-1].n < 99:
        taken.append(newest.take(1.0))
    source.enough.set()

    assert newest.take(2.0) is None
    assert newest.ended
    newest.close()
    assert source.closed
    numbers = [frame.n for frame in taken if frame is not None]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == 99


# Pictures


SHAPES = st.lists(st.integers(min_value=0, max_value=90), min_size=0, max_size=4)
KINDS = st.sampled_from([np.uint8, np.uint16, np.float32, np.float64, np.int64, np.bool_])


@given(SHAPES, KINDS)
def test_any_array_becomes_a_picture_or_none(shape: list[int], kind: type[np.generic]) -> None:
    """Whatever a driver delivers; nothing raises, and what comes out is always the same kind."""
    array = np.zeros(shape, kind)
    picture = regular(array)

    assert picture is None or (
        picture.dtype == np.uint8
        and picture.ndim == 3
        and picture.shape[2] == 3
        and min(picture.shape[:2]) >= 48
        and picture.flags["C_CONTIGUOUS"]
    )


def test_numbers_that_are_none_do_not_spread() -> None:
    """NaN and infinities in a floating-point picture become black and white."""
    array = np.full((64, 64), np.nan, np.float32)
    array[:, 32:] = np.inf
    picture = regular(array)

    assert picture is not None
    assert picture[0, 0].tolist() == [0, 0, 0]
    assert picture[0, 63].tolist() == [255, 255, 255]


def test_a_picture_of_another_size_is_fitted_in_proportion() -> None:
    """A camera that changes its size does not change the shape of a face."""
    wide = np.full((90, 160, 3), 255, np.uint8)
    canvas = fitted(wide, 96, 64)

    assert canvas.shape == (64, 96, 3)
    assert canvas[:5].max() == 0
    assert canvas[32].min() == 255
    assert fitted(canvas, 96, 64) is canvas


def test_the_mirror_shows_left_on_the_left_in_true_colours() -> None:
    """A mirror view: the picture's right half, red, comes first."""
    picture = np.zeros((64, 96, 3), np.uint8)
    picture[:, 48:, 2] = 255
    width, height, rgb = mirrored_rgb(picture, 48, 48)

    assert (width, height, len(rgb)) == (48, 32, 48 * 32 * 3)
    assert rgb[:3] == b"\xff\x00\x00"
    assert rgb[-3:] == b"\x00\x00\x00"


def test_a_frozen_picture_is_told_from_noise_and_from_darkness() -> None:
    """A sensor never repeats itself; a covered lens may."""
    rng = np.random.default_rng(0)
    noise = rng.integers(60, 190, (480, 640, 3), dtype=np.uint8)
    other = noise.copy()
    other[::8, ::8] ^= 1
    black = np.zeros((480, 640, 3), np.uint8)

    assert same(noise, noise.copy())
    assert not same(noise, other)
    assert not same(black, black.copy())
    assert not same(noise, noise[:240])


@given(st.integers(1, 20000), st.integers(1, 20000))
def test_the_announced_size_is_the_size_of_the_pictures(width: int, height: int) -> None:
    """Long sides are bounded, short ones never vanish."""
    size = regular_size(width, height)

    assert min(size) >= 1
    assert max(size) <= 1920


@pytest.mark.parametrize(("source", "kind"), [("film.avi", "video"), ("camera", "camera")])
def test_what_does_not_open_is_called_what_it_is(
    source: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody unplugs a camera because a film opens slowly."""
    monkeypatch.chdir(tmp_path)
    Path("film.avi").write_bytes(b"RIFF")
    never = threading.Event()

    with pytest.raises(Trouble, match="did not open within") as refused:
        opened_within(0.01, parse(source), never.wait)
    never.set()

    assert refused.value.kind == kind
    assert ("camera" in refused.value.sentence) == (kind == "camera")
