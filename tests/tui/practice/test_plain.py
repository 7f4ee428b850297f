"""The same session as lines of text."""

import asyncio
import contextlib
import itertools
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from routines.reading.library import find
from routines.reading.reader import read_routine
from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.care.settings import Sound
from sessions.engine.texts import CARE_FOLLOWS, own_word
from sessions.live.clock import ManualClock
from sessions.live.request import SessionOutcome
from sessions.log.record_files import read_record, save_record
from sessions.messages import StepTo, ToWorker
from sessions.storage import private_files
from tests.patience import patience
from tests.tui.pretend_camera import HELLO, PretendCamera
from tests.tui.screens.practice_app import ROUTINE, request
from tui.practice.plain import practise
from tui.practice.plain_keys import NoKeys, TerminalKeys
from tui.texts import how as words_how
from tui.texts import practice as words
from tui.texts import seeing as words_seeing
from tui.texts import summary as words_summary

QUIET = Sound(on=False)
WHOLE = read_routine(ROUTINE, source="test", today=date(2026, 11, 21))
SMILE = replace(WHOLE, steps=WHOLE.steps[:1])
"""The set of eight alone, where nothing that follows it matters."""
FEW = ROUTINE.replace("reps = 3", "reps = 1").replace("reps = 8", "reps = 3")
SHORT = replace(SMILE, steps=read_routine(FEW, source="test", today=date(2026, 11, 21)).steps[:2])
"""Three repetitions and one, where it is not the length that matters."""
QUICKLY = 20.0
"""Speed of a practice that nobody answers: the event loop is waited for less often."""
TIRED = own_word("tired", 0.0, 1).sentence


class ScriptedKeys:
    """Keys that a test presses when a line appears."""

    there = True

    def __init__(self, script: dict[str, str], answers: tuple[str, ...] = ("", "")) -> None:
        self._script = dict(script)
        self._answers = list(answers)
        self._press: Callable[[str], None] | None = None
        self.lines: list[str] = []

    def say(self, line: str) -> None:
        """A line of the session; press what the script has for it, once."""
        self.lines.append(line)
        for begin in [begin for begin in self._script if line.startswith(begin)]:
            key, press = self._script.pop(begin), self._press
            assert press is not None
            asyncio.get_running_loop().call_soon(press, key)

    @contextlib.contextmanager
    def listening(self, press: Callable[[str], None]) -> Iterator[None]:
        """Take the session's ear."""
        self._press = press
        yield

    async def ask(self, question: str) -> str | None:
        """Answer in order; then the input has ended."""
        self.lines.append(question)
        return self._answers.pop(0) if self._answers else None


def seconds_apart() -> Iterator[float]:
    """Times of keys that a hand presses one after the other."""
    return itertools.count(1.0)


async def play(
    data: Path,
    keys: ScriptedKeys | None = None,
    camera: PretendCamera | None = None,
    **changes: Any,
) -> tuple[SessionOutcome, list[str]]:
    """A whole session; returns how it went and what was said."""
    clock = ManualClock()
    clock.run()
    lines: list[str] = []
    say = keys.say if keys is not None else lines.append
    usual: dict[str, Any] = {"sound": QUIET, "speed": 1.0 if keys is not None else QUICKLY}
    outcome = await asyncio.wait_for(
        practise(
            request(data, **usual | changes),
            camera or PretendCamera(),
            say,
            keys or NoKeys(),
            clock=clock,
            hand_s=seconds_apart().__next__,
        ),
        patience(5.0),
    )
    return outcome, keys.lines if keys is not None else lines


async def test_a_session_without_keys_runs_by_time_to_its_end(tmp_path: Path) -> None:
    """Cues with their seconds and counts, results of both sides, the summary, the record."""
    outcome, lines = await play(tmp_path)

    assert outcome.ended == "finished"
    assert outcome.record is not None
    assert "Smile. 2 seconds. rep 1 of 8." in lines
    assert "Stay. 3 seconds." in lines
    assert any(line.startswith("left ") and "right " in line and "%" in line for line in lines)
    assert "exercise 2 of 3: Raise the eyebrows." in lines
    assert words_summary.TITLE["finished"] in lines
    assert "Small open smile: 8 of 8 movements" in lines
    # A screen reader gets words: no escapes, no blocks, no bars.
    assert all(line.isprintable() for line in lines)
    assert not any(0x2500 <= ord(letter) <= 0x28FF for line in lines for letter in line)


async def test_what_was_asked_for_is_said_where_it_is_smaller(tmp_path: Path) -> None:
    """A number that falls with the target says why; at full size nothing is added."""
    _, lines = await play(tmp_path, known_linked=True, ladder={"smile-eye": 50.0}, routine=SHORT)
    sizes = [line for line in lines if line.startswith("left ") and "%" in line]

    assert any("Asked: 50 %." in line for line in sizes)
    assert not all("Asked" in line for line in sizes)
    assert "   " + words_summary.SMALLER.format(percent=50) in lines


async def test_a_still_side_is_said_and_never_praised(tmp_path: Path) -> None:
    """The sentence, the offer, only massage after it, and no number of the strong side."""
    _, lines = await play(tmp_path, camera=PretendCamera(weak_mm=0.0))

    assert "I see no movement on the left yet. That can be normal." in lines
    assert CARE_FOLLOWS in lines
    assert any("s: massage and care" in line for line in lines)
    assert not any("%" in line or "8 of 8 gentle" in line or "good" in line for line in lines)
    assert "Small open smile: no movement seen on the left yet" in lines
    assert "Massage the cheeks: done, by the clock" in lines


async def test_a_caution_is_followed_by_no_praise(tmp_path: Path) -> None:
    """A repetition that was called too large is not told that both sides came together."""
    _, lines = await play(tmp_path, camera=PretendCamera(strong_grows=0.25), routine=SMILE)
    begins = [n for n, line in enumerate(lines) if line.startswith("Smile. ")]
    reps = [lines[a:b] for a, b in itertools.pairwise(begins)]
    told = [any("strong side move" in line for line in rep) for rep in reps]
    praised = [any(words.LAG_TOGETHER in line for line in rep) for rep in reps]

    assert any(told)
    assert any(praised)
    assert not any(both for both in map(all, zip(told, praised, strict=True)))


async def test_lines_show_no_mirrored_half_and_open_no_camera_for_it(tmp_path: Path) -> None:
    """What there is to do instead is said once, before its own sentences."""
    camera = PretendCamera()
    routine = find("whole-face", today=date(2026, 11, 21))
    changes = {"routine": routine, "source": "camera:0", "whole_face": True}
    _, lines = await play(tmp_path, camera=camera, **changes)

    assert lines.count(words_seeing.HALF_PLAIN) == 1
    at = lines.index(words_seeing.HALF_PLAIN)
    assert any("Imagine a small smile on both sides" in line for line in lines[at:])
    assert camera.told == []


async def test_the_same_keys_do_the_same(tmp_path: Path) -> None:
    """x stops at once; the card names the choices; t names the feeling; s is the next one."""
    presses = {"Smile. 2 seconds. rep 2": "x", "Enter: go on with": "t", TIRED: "s"}
    keys = ScriptedKeys(presses)
    outcome, lines = await play(tmp_path, keys, routine=SHORT)

    assert outcome.ended == "finished"
    assert any("s: next exercise" in line for line in lines)
    assert TIRED in lines


async def test_the_card_of_a_new_movement_waits_for_enter(tmp_path: Path) -> None:
    """It is read out, and practice begins after Enter; h reads it again in a pause."""
    presses = {words_how.PLAIN_WHEN_READY: "\n", "Smile. 2 seconds. rep 2": "h", "Paused": " "}
    changes = {"routine": SHORT, "demonstrated": ("open-smile",)}
    outcome, lines = await play(tmp_path, ScriptedKeys(presses), **changes)
    how = [n for n, line in enumerate(lines) if line.startswith("How: ")]
    first_rep = next(n for n, line in enumerate(lines) if line.startswith("Smile. 2 seconds"))

    assert outcome.ended == "finished"
    assert len(how) == 2
    assert how[0] < lines.index(words_how.PLAIN_WHEN_READY) < first_rep < how[1]


async def test_esc_and_other_layouts_stop_and_an_unknown_key_is_told(tmp_path: Path) -> None:
    """A false stop costs one repetition; Cyrillic ha only looks like x."""
    presses = {"Smile. 2 seconds. rep 2": "\u0445", "Stay. 3 seconds": "\x1b", "Enter: go on": "\n"}
    keys = ScriptedKeys(presses)
    outcome, lines = await play(tmp_path, keys, routine=SHORT)

    assert outcome.ended == "finished"
    assert sum(words.STOP_GO_ON in line for line in lines) == 1
    assert words.KEY_NOTHING.format(key="\u0445") in lines
    assert "Small open smile: 3 of 3 movements" in lines


async def test_pausing_and_going_on(tmp_path: Path) -> None:
    """Space pauses and says how to go on; space again goes on."""
    keys = ScriptedKeys({"Smile. 2 seconds. rep 3": " ", "Paused": " "})
    outcome, lines = await play(tmp_path, keys, routine=SHORT)

    assert outcome.ended == "finished"
    assert any(line.startswith("Paused") and words.PAUSED_HINT in line for line in lines)
    assert words.PLAIN_GOING_ON in lines


async def test_q_ends_here_and_keeps_what_was_done(tmp_path: Path) -> None:
    """Abandoned, with its record; nothing further is asked."""
    outcome, lines = await play(
        tmp_path, ScriptedKeys({"Smile. 2 seconds. rep 3": "q"}), routine=SHORT
    )

    assert outcome.ended == "abandoned"
    assert outcome.record is not None
    assert words_summary.EFFORT_ASK not in lines


async def test_effort_and_note_are_asked_and_kept(tmp_path: Path) -> None:
    """A number and a line; nonsense is left out."""
    keys = ScriptedKeys({}, answers=(" 3 ", "a good day"))
    outcome, _ = await play(tmp_path, keys, routine=SHORT)
    assert outcome.record is not None
    kept = outcome.record.read_text()

    assert "effort_of_ten = 3" in kept
    assert "a good day" in kept


async def test_what_the_camera_needs_is_said_once(tmp_path: Path) -> None:
    """Leaving the picture is said with its advice, and not with every frame."""
    camera = PretendCamera(lost_between=(20.0, 24.0))
    _, lines = await play(tmp_path, camera=camera, routine=SHORT)

    assert lines.count(words_seeing.WHAT_TO_DO["no-face"]) == 1


async def test_a_stop_says_its_sentence_and_what_follows(tmp_path: Path) -> None:
    """The guard's own words, then what happens by itself."""
    _, lines = await play(tmp_path, camera=PretendCamera(weak_fades=0.2))

    stop = next(index for index, line in enumerate(lines) if line.startswith("Stop. 30 seconds"))
    assert "it moved less" in lines[stop - 1]
    assert "30 seconds" in lines[stop + 1]


async def test_a_camera_that_does_not_start_is_trouble(tmp_path: Path) -> None:
    """The command line says it and exits with 3."""
    with pytest.raises(Trouble, match="busy"):
        await play(tmp_path, camera=PretendCamera(refuses="The camera is busy."))


async def test_practice_goes_on_by_the_clock_when_asked(tmp_path: Path) -> None:
    """Offered in words when the camera sees nobody, and taken with one key."""
    camera = PretendCamera(lost_between=(20.0, 4000.0))
    keys = ScriptedKeys({words.BY_CLOCK_OFFER: "c"})
    outcome, lines = await play(tmp_path, keys, camera=camera, routine=SHORT)

    assert "by the clock" in words.BY_CLOCK_OFFER
    assert outcome.ended == "finished"
    assert lines.count(f"{words.BY_CLOCK_OFFER}.") == 1


class Leaving(ScriptedKeys):
    """Presses Ctrl+C at the first question."""

    async def ask(self, question: str) -> str | None:
        """As asyncio tells the main task of it."""
        self.lines.append(question)
        task = asyncio.current_task()
        assert task is not None
        task.cancel()
        await asyncio.Event().wait()
        return None


async def test_ctrl_c_at_the_last_question_keeps_what_was_done(tmp_path: Path) -> None:
    """As Enter does, with the effort left out; the exit code says that it was interrupted."""
    outcome, lines = await play(tmp_path, Leaving({}), routine=SHORT)

    assert lines[-1] == words_summary.EFFORT_ASK
    assert outcome.exit_code == 130
    assert outcome.record is not None
    assert outcome.record.exists()
    assert outcome.sentence.startswith("Kept in")


async def test_a_line_is_waited_for_without_deafness(capfd: pytest.CaptureFixture[str]) -> None:
    """It comes whole; waiting for it can be left at once; the end of the input is no line."""
    ours, theirs = os.pipe()
    keys = TerminalKeys(ours)
    try:
        asked = asyncio.ensure_future(keys.ask("How much?"))
        await asyncio.sleep(0)
        os.write(theirs, "3 \u00e9\n".encode())
        assert await asked == "3 \u00e9"

        left = asyncio.ensure_future(keys.ask("How much?"))
        await asyncio.sleep(0)
        left.cancel()
        with pytest.raises(asyncio.CancelledError):
            await left
        os.close(theirs)
        assert await keys.ask("How much?") is None
    finally:
        os.close(ours)
    assert capfd.readouterr().out == "How much? " * 3


async def test_on_a_full_disk_nothing_is_called_kept_until_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter tries again; once there is room, all of it is kept, the effort and the note too."""
    full = True

    def write(*args: object) -> None:
        if full:
            raise OSError(28, "No space left on device")
        real(*args)  # pyright: ignore[reportArgumentType]

    class Making(ScriptedKeys):
        """Makes room at the second question about it."""

        async def ask(self, question: str) -> str | None:
            nonlocal full
            if self.lines.count(words_summary.NOT_KEPT_AGAIN) == 1:
                full = False
            return await super().ask(question)

    real = private_files.write_all
    monkeypatch.setattr(private_files, "write_all", write)
    monkeypatch.setattr("sessions.log.journal.save_record", _refusing(lambda: full, save_record))
    keys = Making({}, ("3", "a note", "", ""))
    outcome, lines = await play(tmp_path, keys, routine=SHORT)

    assert "Done. What you did is not kept yet." in lines
    assert not any("What you did is kept" in line for line in lines)
    assert lines.count(words_summary.NOT_KEPT_AGAIN) == 2
    assert outcome.record is not None
    record = read_record(outcome.record)
    assert [note.text for note in record.notes] == ["a note"]
    assert 3 in [each.effort_of_ten for each in record.exercises]


async def test_what_is_not_kept_is_said_while_it_is_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the person has practised for minutes, and again when the disk takes it."""
    full, real = True, private_files.write_all

    def write(handle: int, data: bytes) -> None:
        if full:
            raise OSError(28, "No space left on device")
        real(handle, data)

    class Making(ScriptedKeys):
        """Makes room when the first repetition has been asked for."""

        def say(self, line: str) -> None:
            nonlocal full
            full = full and "rep 2 of" not in line
            super().say(line)

    monkeypatch.setattr(private_files, "write_all", write)
    _, lines = await play(tmp_path, Making({}), routine=SHORT)

    first, again = (
        next(n for n, line in enumerate(lines) if begin in line)
        for begin in ("No space left on device", words.PLAIN_KEPT_AGAIN)
    )
    assert first < next(n for n, line in enumerate(lines) if "rep 1 of" in line) < again
    assert sum("No space left" in line for line in lines) == 1


@pytest.mark.parametrize("answers", [("", "", "q"), ("", "")])
async def test_a_full_disk_can_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...]
) -> None:
    """By a key, and where the input has ended."""
    monkeypatch.setattr("sessions.log.journal.save_record", _refusing(lambda: True, save_record))
    outcome, lines = await play(tmp_path, ScriptedKeys({}, answers), routine=SHORT)

    assert outcome.record is None
    assert lines.count(words_summary.NOT_KEPT_AGAIN) == 1
    assert "All of it is kept, and made into a record at the next start" in outcome.sentence


def _refusing(full: Callable[[], bool], save: Callable[..., Path]) -> Callable[..., Path]:
    def refuse(*args: object) -> Path:
        if full():
            raise OSError(28, "No space left on device")
        return save(*args)

    return refuse


class LostInRest(PretendCamera):
    """Ends by itself in the first rest between repetitions, and is there again."""

    async def send(self, message: ToWorker) -> None:
        """As usual, but for that rest."""
        if isinstance(message, StepTo) and any(each.phase == "rest" for each in message.heard):
            if not self.lost:
                self.say(LinkLost(sentence=LOST))
                self.say(LinkBack(hello=HELLO))
            self.lost = True
        await super().send(message)

    lost = False


LOST = "The camera process ended by itself."


async def test_why_the_camera_was_gone_is_told_when_it_is_back(tmp_path: Path) -> None:
    """Once, also where nobody had to be seen and there was no pause."""
    outcome, lines = await play(tmp_path, camera=LostInRest(), routine=SHORT)

    told = words.CAMERA_AGAIN.format(why=LOST)
    assert lines.count(told) == 1
    assert outcome.ended == "finished"


@pytest.mark.long
async def test_an_eye_that_stays_open_is_reminded_to_blink(tmp_path: Path) -> None:
    """In rests, not more than once a minute; nobody else is."""
    outcome, lines = await play(tmp_path, reminds_to_blink=True)
    assert outcome.record is not None
    minutes = read_record(outcome.record).seconds / 60

    assert 2 <= lines.count(words.BLINK) <= minutes + 1
    assert not any(
        words.BLINK in line for line in (await play(tmp_path / "other", routine=SHORT))[1]
    )
