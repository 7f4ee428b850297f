"""The simulated patient's side of a restart."""

from collections.abc import Iterator, Sequence
from threading import Event
from typing import cast

from sessions.messages import WIRE_VERSION, FromWorker, Heard, Open, Progress, Stepped, StepTo
from sessions.readings import Reading
from sessions.worker import simulated
from sessions.worker.pipes import Inbox, Outbox


class Patient:
    """Lives at thirty readings a second from the beginning of the session."""

    lived_s = 0.0

    def step(self, until_s: float, heard: Sequence[Heard]) -> Iterator[Reading]:
        """Every reading since the last step."""
        begin, self.lived_s = round(self.lived_s * 30), until_s
        for n in range(begin, round(until_s * 30)):
            yield Reading(n=n, t_s=n / 30)

    def take_rest(self, at_s: float, seconds: float) -> None:
        """Still already."""


class Session:
    """Asks for one step, and keeps what it is told."""

    def __init__(self) -> None:
        self.closing = Event()
        self.told: list[FromWorker] = []

    def next(self, timeout_s: float | None = None) -> StepTo:
        """The one step; then it is over."""
        self.closing.set()
        return StepTo(until_s=3600.1, heard=())

    def put(self, message: FromWorker) -> None:
        """Keep it."""
        self.told.append(message)


def test_living_through_a_long_session_again_is_not_silence() -> None:
    """After an hour, a sign of life for every ten seconds of it comes before the answer; without,
    a busy machine's new worker would be taken for a hanging one, and ended, again and again."""
    session = Session()
    again = Open(wire=WIRE_VERSION, source="sim", model="", begin_s=3600.0)
    simulated.serve(Patient(), again, cast("Inbox", session), cast("Outbox", session))

    kinds = [type(message) for message in session.told]
    assert kinds == [*[Progress] * 360, *[Reading] * 3, Stepped]
