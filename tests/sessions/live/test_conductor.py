"""The conductor without a screen: events in order, deeds done, nothing left behind."""

import asyncio
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from routines.errors import Trouble
from routines.reading.library import find
from routines.reading.reader import read_routine
from sessions.engine.interface.commands import Command, Cue, Finished, KeptRep
from sessions.live.clock import ManualClock
from sessions.live.conductor import Conductor
from sessions.live.request import SessionRequest
from sessions.log.journal import Journal
from sessions.log.recovery import running, unfinished
from sessions.messages import Ended, Heard, Open, Picture, ShowPictures, StepTo, TakeRest
from sessions.readings import Reading
from tests.patience import patience
from tests.sessions.log_samples import header, kept_rep
from tests.tui.pretend_camera import PretendCamera

ROUTINE = """
schema = 1
id = "short"
name = "Short"
stage = "paretic"
[dose]
reps = 4
[[exercise]]
do = "open-smile"
"""


class Memory:
    """A listener that remembers."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.times: list[float] = []

    def hear(self, command: Command) -> None:
        """Remember a command."""
        self.commands.append(command)

    def pass_time(self, at_s: float) -> None:
        """Remember the time."""
        self.times.append(at_s)


def asked(data: Path, source: str = "sim", **more: object) -> SessionRequest:
    """A short session."""
    routine = read_routine(ROUTINE, source="test", today=date(2026, 11, 21))
    return SessionRequest(routine=routine, side="left", data=data, source=source, **more)  # type: ignore[arg-type]


async def play(conductor: Conductor, clock: ManualClock) -> None:
    """Run to the end, freely."""
    clock.run()
    await asyncio.wait_for(conductor.run(), patience(10.0))


async def test_a_session_goes_from_request_to_record(tmp_path: Path) -> None:
    """Rest is asked for, cues reach the patient, the record is written, the journal is gone."""
    clock, camera, memory = ManualClock(), PretendCamera(), Memory()
    conductor = Conductor(asked(tmp_path), camera, clock=clock, listeners=[memory])
    await play(conductor, clock)
    path = await conductor.keep("a fine morning", 2)

    assert path is not None
    assert path.exists()
    assert not list((tmp_path / "journal").iterdir())
    assert camera.closed
    assert any(isinstance(message, TakeRest) for message in camera.told)
    assert isinstance(memory.commands[-1], Finished)
    assert sum(isinstance(command, KeptRep) for command in memory.commands) == 4
    record = conductor.record()
    assert record is not None
    assert record.notes[0].text == "a fine morning"
    assert record.exercises[0].effort_of_ten == 2


async def test_the_patient_hears_every_cue_in_order(tmp_path: Path) -> None:
    """The simulated patient is told the cues the listeners hear, none twice, none left out."""
    clock, camera, memory = ManualClock(), PretendCamera(), Memory()
    await play(Conductor(asked(tmp_path), camera, clock=clock, listeners=[memory]), clock)

    told = [
        each for message in camera.told if isinstance(message, StepTo) for each in message.heard
    ]
    cued = [command for command in memory.commands if isinstance(command, Cue)]
    heard = [each for each in told if each.phase != "hint"]
    assert [(each.at_s, each.phase) for each in heard] == [
        (each.at_s, each.phase) for each in cued[: len(heard)]
    ]
    assert len(cued) - len(heard) <= 2


async def test_phases_change_exactly_when_they_are_over(tmp_path: Path) -> None:
    """No cue waits for the next reading: a hold of 3 s is 3 s, whatever the frame rate."""
    clock, memory = ManualClock(), Memory()
    conductor = Conductor(asked(tmp_path), PretendCamera(), clock=clock, listeners=[memory])
    await play(conductor, clock)

    cues = [command for command in memory.commands if isinstance(command, Cue)]
    for before, after in pairwise(cues):
        if before.phase in {"rise", "hold", "release"} and after.phase != "done":
            assert before.seconds is not None
            assert after.at_s - before.at_s == pytest.approx(before.seconds, abs=1e-9)


async def test_time_never_runs_backwards(tmp_path: Path) -> None:
    """Events come in the order of their times, with keys in between."""
    clock, memory = ManualClock(), Memory()
    conductor = Conductor(asked(tmp_path), PretendCamera(), clock=clock, listeners=[memory])
    running = asyncio.create_task(conductor.run())
    await asyncio.wait_for(clock.run_until(lambda: conductor.view().phase == "hold"), patience(5.0))
    conductor.ask("pause")
    conductor.ask("resume")
    clock.run()
    await asyncio.wait_for(running, patience(10.0))

    assert memory.times == sorted(memory.times)
    assert conductor.view().ended == "finished"


async def test_a_camera_that_does_not_start_leaves_nothing_behind(tmp_path: Path) -> None:
    """The sentence comes through as Trouble; no journal is offered at the next start."""
    conductor = Conductor(asked(tmp_path), PretendCamera(refuses="The camera is busy."))
    with pytest.raises(Trouble, match="camera is busy"):
        await conductor.run()

    assert unfinished(tmp_path) == []


async def test_a_session_put_aside_goes_on_at_the_same_repetition(tmp_path: Path) -> None:
    """What was kept stays kept; the resumed session begins after it."""
    clock = ManualClock()
    conductor = Conductor(asked(tmp_path), PretendCamera(), clock=clock)
    running = asyncio.create_task(conductor.run())

    def two_done() -> bool:
        last = conductor.view().last_rep
        return last is not None and last.n == 2

    await asyncio.wait_for(clock.run_until(two_done), patience(5.0))
    conductor.put_aside()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    (found,) = unfinished(tmp_path)

    again = ManualClock()
    resumed = Conductor(asked(tmp_path, resume=found), PretendCamera(), clock=again)
    await play(resumed, again)
    record = resumed.record()
    assert record is not None
    assert len(record.exercises[0].reps) == 4
    assert record.interrupted


async def test_a_recording_that_ends_ends_the_session_kindly(tmp_path: Path) -> None:
    """A file shorter than the routine is over, and says why; the camera is let go."""
    clock, camera = ManualClock(), PretendCamera()
    conductor = Conductor(asked(tmp_path, source="film.mp4"), camera, clock=clock)
    running = asyncio.create_task(conductor.run())
    await asyncio.wait_for(clock.run_until(lambda: conductor.now() > 0.5), patience(5.0))
    camera.say(Ended(frames=9))
    clock.run()
    await asyncio.wait_for(running, patience(5.0))

    view = conductor.view()
    assert view.ended is not None
    assert "recording" in view.why_ended
    assert camera.closed


async def test_leaving_ends_at_once(tmp_path: Path) -> None:
    """The person leaves in mid-hold; the session is abandoned and the camera let go."""
    clock, camera = ManualClock(), PretendCamera()
    conductor = Conductor(asked(tmp_path), camera, clock=clock)
    running = asyncio.create_task(conductor.run())
    await asyncio.wait_for(clock.run_until(lambda: conductor.view().phase == "hold"), patience(5.0))
    conductor.leave()
    await asyncio.wait_for(running, patience(5.0))

    assert conductor.view().ended == "abandoned"
    assert camera.closed


async def test_pictures_are_only_asked_for_while_they_are_wanted(tmp_path: Path) -> None:
    """The mirror asks for small pictures, and asks for none when it is put away."""
    clock, camera = ManualClock(), PretendCamera()
    conductor = Conductor(asked(tmp_path), camera, clock=clock)
    running = asyncio.create_task(conductor.run())
    await asyncio.wait_for(
        clock.run_until(lambda: conductor.view().phase == "ready"), patience(5.0)
    )
    conductor.looking.show_mirror(True)
    conductor.looking.show_mirror(False)
    clock.run()
    await asyncio.wait_for(running, patience(10.0))

    widths = [m.width for m in camera.told if isinstance(m, ShowPictures)]
    assert len(widths) == 2
    assert widths[0] > 0
    assert widths[1] == 0


async def test_a_disk_that_refuses_is_said_and_does_not_end_the_session(tmp_path: Path) -> None:
    """The data folder cannot be made: the session runs, and says that it is not kept."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    clock = ManualClock()
    conductor = Conductor(asked(blocked / "data"), PretendCamera(), clock=clock)
    await play(conductor, clock)

    assert conductor.view().ended == "finished"
    assert conductor.trouble
    assert await conductor.keep() is None


async def test_a_session_resumed_in_two_windows_is_kept_by_the_first(tmp_path: Path) -> None:
    """The second does not begin, says why, and leaves the first one's journal alone."""
    begun = Journal.begin(tmp_path, header())
    begun.add(kept_rep(1))
    begun.close()
    (found,) = unfinished(tmp_path)
    first = Journal.resume(found, 0.0, header().started)
    clock = ManualClock()
    second = Conductor(asked(tmp_path, resume=found), PretendCamera(), clock=clock)

    with pytest.raises(Trouble, match="Another window is going on with this practice"):
        await play(second, clock)

    assert not second.begun
    assert await second.keep() is None
    assert running(tmp_path)
    first.close()
    assert unfinished(tmp_path)[0].entries == first.entries


async def test_the_worker_is_told_whom_it_watches(tmp_path: Path) -> None:
    """The opening message carries source and side; nothing is heard before it."""
    clock, camera = ManualClock(), PretendCamera()
    await play(Conductor(asked(tmp_path), camera, clock=clock), clock)

    first = camera.told[0]
    assert isinstance(first, Open)
    assert (first.source, first.side) == ("sim", "left")
    assert not any(isinstance(message, Heard) for message in camera.told)


async def test_with_an_eye_covered_no_camera_is_opened(tmp_path: Path) -> None:
    """By the clock alone: every repetition is asked for, on time, and nothing is measured."""
    clock, camera, memory = ManualClock(), PretendCamera(), Memory()
    request = asked(tmp_path, source="camera:0", by_clock=True)
    await play(Conductor(request, camera, clock=clock, listeners=[memory]), clock)

    holds = [c for c in memory.commands if isinstance(c, Cue) and c.phase == "hold"]
    releases = [c for c in memory.commands if isinstance(c, Cue) and c.phase == "release"]
    assert camera.told == []
    assert len(holds) == 4
    assert [r.at_s - h.at_s for h, r in zip(holds, releases, strict=True)] == [3.0] * 4


async def test_a_live_session_is_told_the_time_at_the_end_of_each_phase(tmp_path: Path) -> None:
    """Cues of a camera session are not late by a tick."""
    clock, memory = ManualClock(), Memory()
    request = asked(tmp_path, source="camera:0", by_clock=True)
    await play(Conductor(request, PretendCamera(), clock=clock, listeners=[memory]), clock)

    cued = [c.at_s for c in memory.commands if isinstance(c, Cue)]
    assert all(any(abs(at - told) < 1e-9 for told in memory.times) for at in cued)


def looked_at(data: Path) -> SessionRequest:
    """A guided routine with the picture of a mirrored half, and a camera."""
    routine = find("whole-face", today=date(2026, 11, 21))
    more = {"source": "camera:0", "whole_face": True}
    return msgspec.structs.replace(asked(data), routine=routine, **more)


async def test_a_camera_that_is_only_looked_at_measures_nothing(tmp_path: Path) -> None:
    """No rest is asked for, no reading counts, and its end does not end the practice."""
    clock, camera = ManualClock(), PretendCamera()
    conductor = Conductor(looked_at(tmp_path), camera, clock=clock)
    running = asyncio.create_task(conductor.run())
    await asyncio.wait_for(clock.run_until(lambda: conductor.now() > 1.0), patience(5.0))
    camera.say(Reading(n=1, t_s=1.0, reason="no-face"))
    camera.say(Picture(width=1, height=1, rgb=b"\x01\x02\x03"))
    await asyncio.wait_for(
        clock.run_until(lambda: conductor.looking.picture is not None), patience(5.0)
    )
    camera.say(Ended(frames=1))
    clock.run()
    await asyncio.wait_for(running, patience(10.0))
    record = conductor.record()

    assert isinstance(camera.told[0], Open)
    assert not any(isinstance(message, TakeRest) for message in camera.told)
    assert conductor.looking.picture is None
    assert conductor.view().ended == "finished"
    assert record is not None
    assert not record.pauses


async def test_without_that_camera_the_practice_goes_on(tmp_path: Path) -> None:
    """The reason is said once."""
    clock, camera = ManualClock(), PretendCamera(refuses="The camera is in use.")
    conductor = Conductor(looked_at(tmp_path), camera, clock=clock)
    await play(conductor, clock)

    assert conductor.notes == ["The camera is in use."]
    assert conductor.looking.gone
    assert conductor.view().ended == "finished"
