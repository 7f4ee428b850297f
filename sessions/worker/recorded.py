"""Measures a recording: every frame, none dropped, after its rest is known.

Rest is found first, in passes of their own that keep nothing but numbers: a cheap one over
everything where nobody has named a stretch, then one over the stretch. The last pass measures
from frame 0, so frames before the rest are measured too. Memory does not grow with the
pictures, only by a dozen numbers a frame.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from sessions.messages import Ended, Open, Progress, ReadEyes, RestRefused, RestTaken
from sessions.scoring.find_rest import FIRST_FRAME
from sessions.worker.live import Reader
from sessions.worker.pipeline import Pipeline, measured
from sessions.worker.pipes import Inbox, Outbox
from sessions.worker.sources.source import BGR, Frame, Rewindable
from sessions.worker.sources.stills import Stills

TELL_EVERY = 15
"""Frames of a search between two messages about it: signs of life for the session."""

FIRST_HALF = 0.55
"""Only the first half is searched; a little more, because containers round."""


AHEAD = 2
"""Frames looked at while one is completed: with a single one the threads that read halves wait
between two frames (rate 0.47 of a bare loop's instead of 0.49, interleaved)."""


class Span(Protocol):
    """A stretch of a recording, seconds."""

    @property
    def begin_s(self) -> float:
        """First frame."""
        ...

    @property
    def end_s(self) -> float:
        """Last frame."""
        ...


class Scout(Protocol):
    """What finds rest in a recording (see `rest_scout`)."""

    def look(self, picture: BGR, t_s: float) -> None:
        """Note a frame."""
        ...

    def skip(self, t_s: float) -> None:
        """Note that a frame was there."""
        ...

    def stretch(self) -> Span | None:
        """Where rest is."""
        ...

    def refusal(self) -> RestRefused:
        """Why there is none."""
        ...

    def close(self) -> None:
        """Let go of the library."""
        ...


class Makers(Protocol):
    """Where readers and scouts come from."""

    def reader(self) -> Reader:
        """A fresh reader."""
        ...

    def scout(self) -> Scout:
        """A fresh scout."""
        ...


def serve(
    source: Rewindable, reader: Reader, makers: Makers, open: Open, inbox: Inbox, outbox: Outbox
) -> None:
    """Find rest if asked to, send its result, send every reading, then `Ended`.

    `reader` measures the frames; each search gets its own from `makers`.
    """
    calibration = open.calibration
    first_is_rest = isinstance(source, Stills)
    if not first_is_rest and (open.rest_s is not None or open.find_rest):
        found = _Search(source, makers, inbox, outbox).rest(open)
        outbox.put(found)
        calibration = found.calibration if isinstance(found, RestTaken) else None
        source.rewind()
    if calibration is not None:
        reader.restore(calibration)
    if open.reads is not None:
        read_as_in_practice(reader, open.reads)
    frames = 0
    with Pipeline(reader) as pipeline:
        if first_is_rest:
            reader.take_rest(0.0)
            pipeline.begin(source.read)
            done = pipeline.finish()
            # By itself: a second picture must not become rest where the first one cannot.
            outbox.put(reader.rest_result() or reader.finish_rest())
            if done is not None:
                frames += 1
                outbox.put(done.reading)
        for _ in range(AHEAD):
            pipeline.begin(source.read)
        while not inbox.closing.is_set():
            done = pipeline.finish(then=source.read)
            if done is None:
                outbox.put(Ended(frames=frames))
                return
            frames += 1
            outbox.put(done.reading)


def read_as_in_practice(reader: Reader, asked: ReadEyes) -> None:
    """Read no more of each frame from now on than a practice does that `asked` for this."""
    reader.reads_eyes, reader.follows_skin = asked.wanted, asked.skin
    reader.eyes_in_turns = True


class _Span(NamedTuple):
    begin_s: float
    end_s: float


_WHOLE = _Span(0.0, math.inf)


class _Search:
    """Looks for rest in a recording."""

    def __init__(self, source: Rewindable, makers: Makers, inbox: Inbox, outbox: Outbox) -> None:
        self._source = source
        self._makers = makers
        self._inbox = inbox
        self._outbox = outbox
        self._done = 0

    def rest(self, open: Open) -> RestTaken | RestRefused:
        """Rest from the stretch that was named, else from the stillest; with `any_rest` a single
        frame will do, in that stretch where one was named."""
        named = None if open.rest_s is None else _Span(*open.rest_s)
        result = self._stillest() if named is None else self._within(named)
        if isinstance(result, RestRefused) and open.any_rest:
            if named is not None:
                return self._good_frame(0, named)
            # None of the first frames, where the tracker is still settling, if others do.
            result = self._good_frame(FIRST_FRAME, _WHOLE)
            if isinstance(result, RestRefused):
                result = self._good_frame(0, _WHOLE)
        return result

    def _stillest(self) -> RestTaken | RestRefused:
        scout = self._makers.scout()
        try:
            for frame in self._frames():
                if frame.picture is None:
                    scout.skip(frame.t_s)
                else:
                    scout.look(frame.picture, frame.t_s)
                if self._past_half(frame):
                    while (t_s := self._source.skip()) is not None:
                        scout.skip(t_s)
            span, refused = scout.stretch(), scout.refusal()
        finally:
            scout.close()
        return refused if span is None else self._within(span)

    def _past_half(self, frame: Frame) -> bool:
        enough = FIRST_HALF * self._source.frames
        return 0 < enough < frame.n and enough < frame.t_s * self._source.fps

    def _within(self, span: Span) -> RestTaken | RestRefused:
        reader = self._makers.reader()
        reader.take_rest(span.end_s - span.begin_s)
        try:
            for frame in self._frames():
                if frame.t_s > span.end_s:
                    break
                if frame.t_s >= span.begin_s:
                    measured(reader, frame)
            return reader.finish_rest()
        finally:
            reader.close()

    def _good_frame(self, first: int, span: Span) -> RestTaken | RestRefused:
        """Rest from one frame: the first good one in `span`, from frame `first` on."""
        reader = self._makers.reader()
        asked = False
        try:
            for frame in self._frames():
                if frame.n >= first and span.begin_s <= frame.t_s <= span.end_s:
                    if not asked or reader.rest_result() is not None:
                        reader.take_rest(0.0)
                    asked = True
                measured(reader, frame)
                if isinstance(result := reader.rest_result(), RestTaken):
                    return result
            return reader.finish_rest()
        finally:
            reader.close()

    def _frames(self) -> Iterator[Frame]:
        """Every frame from the first on, with a word to the session now and then."""
        self._source.rewind()
        while not self._inbox.closing.is_set() and (frame := self._source.read()) is not None:
            self._done += 1
            if self._done % TELL_EVERY == 0:
                self._outbox.put(Progress(done=self._done, of=self._source.frames))
            yield frame
