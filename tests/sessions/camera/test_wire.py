"""The framing survives any bytes: every honest message comes through, the rest is refused."""

import contextlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.camera import wire
from sessions.messages import (
    MOST_JPEG,
    Close,
    Ended,
    Failed,
    FromWorker,
    Heard,
    Open,
    Picture,
    Progress,
    ReadEyes,
    RestRefused,
    ShowPictures,
    Stepped,
    StepTo,
    Still,
    TakePicture,
    TakeRest,
    ToWorker,
)
from sessions.readings import Half, Pose, Reading

HALF = Half(mm=tuple(range(9)), narrowing_percent=1.5, corner_out_mm=-0.5, corner_up_mm=0.25)
SAID: tuple[FromWorker, ...] = (
    Reading(n=3, t_s=0.1, pose=Pose(1.0, 2.0, 3.0), left=HALF, right=HALF, outline=(0.5, 0.5)),
    Reading(n=4, t_s=0.2, reason="two-faces"),
    RestRefused(reason="moving"),
    Stepped(until_s=1.0),
    Picture(width=1, height=1, rgb=b"\x00\xff\x00"),
    Still(name="brow-raise", jpeg=b"\xff\xd8\xff", outline=(0.5, 0.5)),
    Progress(done=1, of=2),
    Failed(part="camera", sentence="Ümlaut."),
    Ended(frames=12),
)
TOLD: tuple[ToWorker, ...] = (
    Open(wire=1, source="camera:Häuser", model="m", rest_s=(0.5, 1.5), calibration=b"\x00"),
    TakeRest(seconds=2.0),
    StepTo(until_s=1.0, heard=(Heard(at_s=0.5, phase="hold", measure="open-smile"),)),
    ShowPictures(width=96, height=72),
    ReadEyes(wanted=False),
    TakePicture(name="rest"),
    Close(),
)


def test_every_message_comes_back_as_it_was_sent() -> None:
    """Nothing is lost or changed between the two ends."""
    said = b"".join(wire.encode(message) for message in SAID)
    told = b"".join(wire.encode(message) for message in TOLD)

    assert tuple(wire.from_worker().feed(said)) == SAID
    assert tuple(wire.to_worker().feed(told)) == TOLD


def test_a_stream_may_be_cut_anywhere() -> None:
    """Pipes cut messages at any byte; pieces of one byte are the worst of it."""
    stream = b"".join(wire.encode(message) for message in SAID)
    decoder = wire.from_worker()

    messages = [message for i in range(len(stream)) for message in decoder.feed(stream[i : i + 1])]

    assert tuple(messages) == SAID
    assert decoder.pending == 0


def test_half_a_message_is_not_a_message() -> None:
    """What was begun stays pending and is never guessed."""
    decoder = wire.from_worker()

    assert list(decoder.feed(wire.encode(SAID[0])[:-1])) == []
    assert decoder.pending > 0


@pytest.mark.parametrize(
    "garbage",
    [
        b"Traceback (most recent call last):\n",
        b"\x00\x00\x00\x00",
        b"\xff\xff\xff\xff",
        b"\x00\x00\x00\x01\xc1",
        b"\x00\x00\x00\x05hello",
    ],
)
def test_garbage_is_refused(garbage: bytes) -> None:
    """Text, impossible lengths and unknown bytes end the stream with one kind of error."""
    with pytest.raises(wire.WireError):
        list(wire.from_worker().feed(garbage))


def test_a_message_of_the_other_direction_is_refused() -> None:
    """A worker has no business sending what only sessions send."""
    with pytest.raises(wire.WireError):
        list(wire.from_worker().feed(wire.encode(TakeRest())))


@pytest.mark.parametrize(
    "still",
    [
        Still(name="../../.bashrc", jpeg=b""),
        Still(name="rest\n", jpeg=b""),
        Still(name="", jpeg=b""),
        Still(name="rest", jpeg=bytes(MOST_JPEG + 1)),
        Still(name="rest", jpeg=b"", outline=(0.5,) * 1000),
    ],
)
def test_a_still_has_a_plain_name_and_a_bounded_size(still: Still) -> None:
    """Its name becomes a file's: nothing that is a path comes through the wire."""
    with pytest.raises(wire.WireError):
        list(wire.from_worker().feed(wire.encode(still)))


def test_a_message_too_long_is_neither_sent_nor_taken() -> None:
    """The bound holds at both ends."""
    huge = Picture(width=1, height=1, rgb=bytes(wire.MAX_BYTES))
    body = msgspec.msgpack.encode(huge)

    with pytest.raises(wire.WireError):
        wire.encode(huge)
    with pytest.raises(wire.WireError):
        list(wire.from_worker().feed(len(body).to_bytes(4, "big")))


@given(st.lists(st.binary(max_size=200), max_size=8))
def test_no_bytes_do_more_than_be_refused(pieces: list[bytes]) -> None:
    """Whatever comes, it is messages or a WireError, and memory stays bounded."""
    decoder = wire.from_worker()
    try:
        for piece in pieces:
            list(decoder.feed(piece))
    except wire.WireError:
        pass

    assert decoder.pending <= wire.MAX_BYTES + 4


@given(st.binary(max_size=64), st.integers(min_value=0, max_value=200))
def test_a_damaged_message_is_refused_or_read(damage: bytes, at: int) -> None:
    """Bytes overwritten inside a framed message never raise anything but WireError."""
    stream = bytearray(wire.encode(SAID[0]))
    place = 4 + at % (len(stream) - 4)
    stream[place : place + len(damage)] = damage[: len(stream) - place]
    decoder = wire.from_worker()
    read: list[object] = []
    with contextlib.suppress(wire.WireError):
        read += decoder.feed(bytes(stream))
    assert len(read) <= 1
