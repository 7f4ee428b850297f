"""A camera that cannot be opened at all: the clock is offered where somebody can take it."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.live.clock import ManualClock
from sessions.live.conductor import Conductor
from sessions.messages import Hello, Open
from tests.patience import patience
from tests.tui.practice.test_plain import ScriptedKeys, play
from tests.tui.pretend_camera import PretendCamera
from tests.tui.screens.practice_app import practice, request
from tui.practice.view_words import hint_line
from tui.texts import practice as words

BUSY = "The camera is in use by another program."
OTHER = "It is still in use."


@dataclass
class Stubborn(PretendCamera):
    """Refuses a few times, each time with another sentence; then it opens."""

    sentences: list[str] = field(default_factory=list[str])

    async def start(self, open: Open) -> Hello:
        """One try."""
        self.refuses = self.sentences.pop(0) if self.sentences else ""
        return await super().start(open)


async def test_in_lines_the_practice_goes_on_by_the_clock(tmp_path: Path) -> None:
    """The reason is said, the key is offered, and taken; nothing is called measured."""
    keys = ScriptedKeys({words.BY_CLOCK_OFFER: "c"})
    camera = PretendCamera(refuses=BUSY)
    outcome, lines = await play(tmp_path, keys, camera=camera, source="camera:0")

    assert outcome.ended == "finished"
    assert outcome.exit_code == 0
    assert any(line.startswith(BUSY) for line in lines)
    assert lines.count(f"{words.BY_CLOCK_OFFER}.") == 1


@pytest.mark.parametrize("kind", ["camera", "model"])
async def test_where_nobody_can_answer_it_is_the_end(tmp_path: Path, kind: str) -> None:
    """The command line says why and exits with 3; a broken installation does so anywhere."""
    keys = None if kind == "camera" else ScriptedKeys({})
    camera = PretendCamera(refuses=BUSY)
    if kind == "model":
        camera.kind = "model"
    with pytest.raises(Trouble, match="in use"):
        await play(tmp_path, keys, camera=camera, source="camera:0")


async def test_it_is_tried_again_until_it_is_there(tmp_path: Path) -> None:
    """The reason of the moment is not said twice; then the face is looked for."""
    clock, camera = ManualClock(), Stubborn(sentences=[BUSY, OTHER, OTHER])
    conductor = Conductor(request(tmp_path, source="camera:0"), camera, clock=clock, answered=True)
    running = asyncio.create_task(conductor.run())
    await asyncio.wait_for(clock.run_until(lambda: conductor.view().paused == BUSY), patience(5.0))
    assert conductor.view().may_go_by_clock
    opened = lambda: conductor.hello is not None  # noqa: E731
    await asyncio.wait_for(clock.run_until(opened), patience(5.0))

    assert len([each for each in camera.told if isinstance(each, Open)]) == 4
    assert conductor.engine.ended is None
    conductor.leave()
    await asyncio.wait_for(running, patience(5.0))


async def test_by_the_clock_it_is_left_alone(tmp_path: Path) -> None:
    """The light of a camera that nobody asked for would be a surprise."""
    clock, camera = ManualClock(), Stubborn(sentences=[BUSY])
    conductor = Conductor(request(tmp_path, source="camera:0"), camera, clock=clock, answered=True)
    running = asyncio.create_task(conductor.run())
    await asyncio.wait_for(clock.run_until(lambda: conductor.view().paused == BUSY), patience(5.0))
    conductor.ask("by-clock")
    clock.run()
    await asyncio.wait_for(running, patience(10.0))

    assert conductor.hello is None
    assert conductor.engine.ended == "finished"


async def test_on_the_screen_it_is_a_pause(tmp_path: Path) -> None:
    """With its reason and the key."""
    camera = PretendCamera(refuses=BUSY)
    async with practice(tmp_path, camera, source="camera:0") as now:
        await asyncio.wait_for(
            now.clock.run_until(lambda: now.view().paused == BUSY), patience(5.0)
        )
        assert words.BY_CLOCK_OFFER in hint_line(now.view())
        now.screen.draw()
        await now.pilot.press("c")
        assert now.view().phase == "ready"
        assert not now.view().scored
