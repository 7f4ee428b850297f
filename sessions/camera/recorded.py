"""Measuring a recording: every frame, none dropped, after its rest is known.

Two passes. The first finds rest (the stretch that was asked for, or the stillest one) and keeps
nothing but numbers; the second measures from frame 0, so frames before the rest are measured
too. Memory does not grow with the length of the recording.
"""

from collections.abc import Callable

from routines.errors import Trouble
from sessions.camera.live import Reader, measured
from sessions.camera.pipes import Inbox, Outbox
from sessions.camera.sources.source import Rewindable
from sessions.readings import Ended, Open, Progress, RestRefused, RestTaken

TELL_EVERY = 15
"""Frames of the first pass between two words about it: the session must know we are alive."""


def serve(
    source: Rewindable,
    make_reader: Callable[[], Reader],
    open: Open,
    inbox: Inbox,
    outbox: Outbox,
) -> None:
    """Find rest if asked to, then tell every frame, then `Ended`."""
    calibration = open.calibration
    if open.rest_s is not None:
        taken = rest_between(source, make_reader, open.rest_s, inbox, outbox)
        outbox.put(taken or RestRefused(reason="no-face"))
        calibration = taken.calibration if isinstance(taken, RestTaken) else None
    source.rewind()
    reader = make_reader()
    if calibration is not None:
        reader.restore(calibration)
    frames = 0
    while not inbox.closing.is_set():
        frame = source.read()
        if frame is None:
            outbox.put(Ended(frames=frames))
            return
        frames += 1
        reading = measured(reader, frame)
        outbox.put(reading)


def rest_between(
    source: Rewindable,
    make_reader: Callable[[], Reader],
    stretch: tuple[float, float],
    inbox: Inbox,
    outbox: Outbox,
) -> RestTaken | RestRefused | None:
    """Rest from a given stretch, seconds; None when it had no frames."""
    begin_s, end_s = stretch
    reader = make_reader()
    asked = False
    done = 0
    try:
        while not inbox.closing.is_set() and (frame := source.read()) is not None:
            done += 1
            if done % TELL_EVERY == 0:
                outbox.put(Progress(done=done, of=source.frames))
            if frame.t_s > end_s:
                break
            if frame.t_s < begin_s:
                continue
            if not asked:
                reader.take_rest(end_s - begin_s)
                asked = True
            measured(reader, frame)
            result = reader.rest_result()
            if result is not None:
                return result
        return None
    finally:
        reader.close()


def no_rest() -> Trouble:
    """What to say when a recording holds no usable rest."""
    return Trouble(
        "No still stretch of the face was found in the first half of the recording. "
        "Name one with --neutral A:B (seconds), or record a second of rest first.",
        "video",
    )
