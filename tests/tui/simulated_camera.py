"""The simulated patient as a camera that lives in the test: no child process, no waiting."""

import asyncio
from collections.abc import AsyncIterator

from sessions.messages import FromWorker, Hello, Open, Stepped, StepTo, TakeRest, ToWorker
from sessions.simulator.patient import Patient
from sessions.simulator.profile import Profile
from tests.tui.pretend_camera import HELLO


class SimulatedCamera:
    """Answers a session in lockstep with its clock, as the worker does for `sim`."""

    def __init__(self, profile: Profile) -> None:
        self._patient = Patient(profile)
        self._messages: asyncio.Queue[FromWorker] = asyncio.Queue()
        self._now_s = 0.0

    async def start(self, open: Open) -> Hello:
        """Say hello."""
        return HELLO

    async def send(self, message: ToWorker) -> None:
        """Hear a message and answer it."""
        match message:
            case TakeRest(seconds=seconds):
                self._patient.take_rest(self._now_s, seconds)
            case StepTo(until_s=until_s, heard=heard):
                for each in self._patient.step(until_s, heard):
                    self._messages.put_nowait(each)
                self._now_s = max(self._now_s, until_s)
                self._messages.put_nowait(Stepped(until_s=until_s))
            case _:
                pass

    async def __aiter__(self) -> AsyncIterator[FromWorker]:
        while True:
            yield await self._messages.get()

    async def close(self) -> None:
        """Nothing is left behind."""
