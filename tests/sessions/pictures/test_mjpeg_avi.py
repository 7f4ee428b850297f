"""The file of a clip: what other players open, and what this program dares to open."""

from pathlib import Path

import cv2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.messages import CLIP_FPS, CLIP_FRAMES, MOST_FRAME
from sessions.pictures.mjpeg_avi import MOST_FILM, Film, film_bytes, read_film
from sessions.pictures.photos import JPEG_START
from tests.sessions.clip_samples import GREEN, HEIGHT, RED, WIDTH, small_jpeg

FRAMES = (small_jpeg(RED), small_jpeg(GREEN), small_jpeg(GREEN), small_jpeg(RED) + b"\0")
FILM = Film(width=WIDTH, height=HEIGHT, frames=FRAMES)
CONTENT = film_bytes(FILM)


def test_another_player_opens_it(tmp_path: Path) -> None:
    """Size, speed, number and colours are as they were put in."""
    path = tmp_path / "clip.avi"
    path.write_bytes(CONTENT)
    player = cv2.VideoCapture(str(path))
    shown = [player.read()[1] for _ in FRAMES]

    assert player.get(cv2.CAP_PROP_FPS) == CLIP_FPS
    assert player.get(cv2.CAP_PROP_FRAME_COUNT) == len(FRAMES)
    assert not player.read()[0]
    assert [picture.shape for picture in shown] == [(HEIGHT, WIDTH, 3)] * len(FRAMES)
    reds = [picture[HEIGHT // 2, 10, 2] > 150 for picture in shown]
    assert reds == [True, False, False, True]


def test_it_is_read_as_it_was_written() -> None:
    """Pictures of odd length too."""
    assert read_film(CONTENT) == FILM
    assert len({len(frame) % 2 for frame in FRAMES}) == 2
    assert FILM.seconds == 0.5


def test_the_largest_clip_is_read_too() -> None:
    """The bounds of writing and reading meet."""
    frame = JPEG_START + bytes(MOST_FRAME - len(JPEG_START))
    largest = film_bytes(Film(width=240, height=300, frames=(frame,) * CLIP_FRAMES))

    assert len(largest) <= MOST_FILM
    assert len(read_film(largest).frames) == CLIP_FRAMES


@given(st.integers(0, len(CONTENT) - 1), st.binary(min_size=1, max_size=8))
def test_a_file_that_is_another_is_refused_in_words(at: int, other: bytes) -> None:
    """Wherever it differs; outside the pictures, where any JPEG may stand, nothing is believed."""
    changed = CONTENT[:at] + other + CONTENT[at + len(other) :]
    try:
        film = read_film(changed)
    except ValueError:
        return
    assert film_bytes(film) == changed


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    """A stranger's file is no clip, whatever it says of itself."""
    for given_bytes in (content, CONTENT[:230] + content, CONTENT + content[:1]):
        if given_bytes != CONTENT:
            with pytest.raises(ValueError, match="no clip of this program"):
                read_film(given_bytes)


@pytest.mark.parametrize(
    "frames",
    [(), (b"#!/bin/sh",), FRAMES[:1] * (CLIP_FRAMES + 1), (JPEG_START + bytes(MOST_FRAME),)],
)
def test_what_is_no_clip_is_not_written(frames: tuple[bytes, ...]) -> None:
    """Nothing, programs, hours, floods."""
    with pytest.raises(ValueError, match="clip"):
        film_bytes(Film(width=WIDTH, height=HEIGHT, frames=frames))
