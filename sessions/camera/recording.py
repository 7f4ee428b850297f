"""A whole recording, measured by a worker of its own."""

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from routines.errors import Trouble
from sessions.camera.link import Link
from sessions.messages import WIRE_VERSION, Ended, Failed, FromWorker, Open, Progress, ReadEyes

FRAME_S = 30.0
"""Patience for one frame: an 8K frame takes about a second on a slow machine."""


def read_recording(
    files: Sequence[Path | str],
    *,
    model: Path | str,
    neutral: tuple[float, float] | None = None,
    stills: bool = False,
    any_rest: bool = False,
    reads: ReadEyes | None = None,
    log: Path | None = None,
    environment: Mapping[str, str] | None = None,
    command: Sequence[str] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[FromWorker]:
    """Measure a recording, or stills of one face: every frame, none dropped, from a worker.

    Yields `Hello`, then what came of rest (`RestTaken` or `RestRefused`), a `Reading` for every
    frame from 0 on, and `Ended`. With `neutral` (seconds) rest is that stretch, else the stillest
    one in the first half; with `any_rest`, where there is none, the first good frame. Of pictures
    the first is rest (`stills`: nothing else is expected), and `n` is their place in `files`. With
    `reads` no more is read than in a practice. Must not be called from inside an event loop.

    Raises:
        Trouble: no video, no model, or the worker was lost on the way.
    """
    link = Link(log=log, environment=environment, command=command)
    open = Open(
        wire=WIRE_VERSION,
        source=os.fspath(files[0]),
        more=tuple(os.fspath(file) for file in files[1:]),
        model=os.fspath(model),
        every_frame=True,
        rest_s=neutral,
        find_rest=neutral is None and not stills,
        any_rest=any_rest,
        reads=reads,
    )
    with asyncio.Runner() as runner:
        try:
            yield runner.run(link.start(open))
            while (message := runner.run(link.next(FRAME_S))) is not None:
                if isinstance(message, Progress):
                    if progress is not None:
                        progress(message)
                    continue
                if isinstance(message, Failed):
                    raise Trouble(message.sentence, message.part)
                yield message
                if isinstance(message, Ended):
                    return
            raise Trouble(link.why(), "unexpected")
        finally:
            runner.run(link.close())
