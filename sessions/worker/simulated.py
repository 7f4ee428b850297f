"""The simulated patient in lockstep with the session's clock: it moves only when told how far.

A restarted worker is sent all cues that the patient had heard, replays them without emitting
readings, and continues exactly where the lost one stood. Meanwhile it gives signs of life: on a
busy machine the replay of a long session takes longer than the limit of silence.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from sessions.messages import FromWorker, Heard, Open, Progress, Stepped, StepTo, TakeRest
from sessions.worker.pipes import Inbox, Outbox

SIGN_EVERY = 300
"""Replayed readings between two signs of life: ten seconds of session, some ten milliseconds."""


class SimulatedPatient(Protocol):
    """What is used of `patient.Patient`."""

    def step(self, until_s: float, heard: Sequence[Heard]) -> Iterable[FromWorker]:
        """Every message before `until_s`, having heard these cues."""
        ...

    def take_rest(self, at_s: float, seconds: float) -> None:
        """Hold still from `at_s` on."""
        ...


def serve(patient: SimulatedPatient, open: Open, inbox: Inbox, outbox: Outbox) -> None:
    """Send every reading of each step, then say how far it went."""
    now_s = open.begin_s
    _replay(patient, open, outbox)
    while not inbox.closing.is_set():
        match inbox.next(timeout_s=0.5):
            case TakeRest(seconds=seconds):
                patient.take_rest(now_s, seconds)
            case StepTo(until_s=until_s, heard=heard):
                for message in patient.step(until_s, heard):
                    outbox.put(message)
                now_s = max(now_s, until_s)
                outbox.put(Stepped(until_s=until_s))
            case _:
                pass


def _replay(patient: SimulatedPatient, open: Open, outbox: Outbox) -> None:
    heard = list(open.heard)
    replayed = 0
    for at_s, seconds in (*open.rest_asked, (open.begin_s, None)):
        before = tuple(cue for cue in heard if cue.at_s <= at_s)
        heard = [cue for cue in heard if cue.at_s > at_s]
        for _ in patient.step(at_s, before):
            replayed += 1
            if replayed % SIGN_EVERY == 0:
                outbox.put(Progress(done=replayed, of=0))
        if seconds is not None:
            patient.take_rest(at_s, seconds)
