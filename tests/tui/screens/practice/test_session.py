"""The practice on the screen: what is seen in each phase, and what each key does."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.guards.brief import brief
from sessions.log.record_files import record_files, save_record
from tests.patience import patience
from tests.tui.people import until, until_screen
from tests.tui.pretend_camera import HELLO, PretendCamera
from tests.tui.screens.practice_app import practice
from tui.app import SlowsmileApp
from tui.screens.help import Help
from tui.screens.practice.how import HowScreen
from tui.screens.practice.summary import Summary
from tui.screens.questions.ask import Ask
from tui.screens.questions.pick import Pick
from tui.texts import how as words_how
from tui.texts import practice as words
from tui.texts import seeing as words_seeing
from tui.texts import summary as words_summary
from tui.widgets.cue import CueText
from tui.widgets.lines import Said
from tui.widgets.step_lines import StepLines


async def test_what_is_shown_from_the_first_look_to_a_repetition(tmp_path: Path) -> None:
    """Whether it can see you, before anything is measured; the movement in one line, where the
    meters will be; then cue, seconds, both meters with percent and band in words, the count."""
    async with practice(tmp_path) as now:
        await now.until(lambda view: view.phase == "finding-face" and view.face is not None)
        part, rows, private = now.part(), now.said("see-rows"), now.said("see-private")
        free = now.said("see-free")
        view = await now.phase("ready")
        ready = now.text()
        await now.phase("hold", rep=4)
        screen = now.text()

    assert part == "positioning"
    assert "[+] distance" in rows
    assert private == words_seeing.SEE_SIMULATED
    assert not free

    assert "Smile. Stay. Let go. 8 times, small and" in ready
    assert view.how[0] not in ready
    assert "weak side" not in ready

    assert "left (weak side): " in screen
    meters = [line for line in screen.splitlines() if " %" in line and "in the band" in line]
    assert len(meters) == 2
    assert "rep 4 of 8" in screen
    assert "Next:" not in screen
    assert "[" in screen
    assert "]" in screen


async def test_keys_in_a_repetition_and_in_a_rest(tmp_path: Path) -> None:
    """Stray feelings and Enter change nothing in a repetition; space pauses, says so, and truly
    resumes: it counts down and comes back to the repetition. In a rest, plus gives fifteen seconds
    more as often as wanted, and Enter goes on."""
    async with practice(tmp_path) as now:
        before = await now.phase("hold", rep=1)
        after = await now.press("p", "t", "n", "e")
        held = await now.press("enter", "enter", "enter")
        await now.phase("hold", rep=2)
        paused = await now.press("space")
        line, hint = now.said("cue-line"), now.said("hint")
        resumed = await now.press("space")
        again = await now.phase("hold", rep=2)
        rest = await now.phase("between")
        longer = await now.press("plus", "plus")
        went_on = await now.press("enter")

    assert after.phase == before.phase == "hold"
    assert (held.phase, held.paused) == ("hold", None)

    assert paused.paused_reason == "person"
    assert line == paused.paused
    assert hint == words.PAUSED_HINT
    assert resumed.phase == "resuming"
    assert again.rep == 2

    assert rest.seconds_left is not None
    assert longer.seconds_left is not None
    assert longer.seconds_left == pytest.approx(rest.seconds_left + 30.0)
    assert went_on.phase == "ready"


async def test_x_stops_at_once_and_asks_how_it_felt_afterwards(tmp_path: Path) -> None:
    """No question first; the card is kind, and naming the feeling is free. Pain ends everything,
    with where to turn."""
    async with practice(tmp_path) as now:
        await now.phase("rise", rep=2)
        stopped = await now.press("x")
        part, feeling = now.part(), now.said("stop-feeling")
        named = await now.press("t")
        await now.press("p")
        await now.end()
        assert isinstance(now.app.screen, Summary)
        why = now.app.screen.query_one("#summary-why", Said).text

    assert stopped.phase == "stopped"
    assert part == "stop"
    assert feeling == words.STOP_FEELING
    assert named.stop is not None
    assert "tired" in named.stop.verdict.detail.values()
    assert "pain" in why.lower()
    assert "doctor" in why


@pytest.mark.long
async def test_a_still_side_is_offered_care(tmp_path: Path) -> None:
    """The card says what was seen and what may follow; s leads to massage."""
    async with practice(tmp_path, PretendCamera(weak_mm=0.0)) as now:
        await now.phase("stopped")
        title, said = now.said("stop-title"), now.said("stop-sentence")
        choices = now.said("stop-choices")
        on = await now.press("s")

    assert title == words.STOP_TITLES["care"]
    assert said == "I see no movement on the left yet. That can be normal."
    assert "massage and care" in choices
    assert words.STOP_GO_ON_ALL_THE_SAME in choices
    assert on.exercise_id == "massage-cheek"


async def test_a_guard_stops_the_set_and_says_why(tmp_path: Path) -> None:
    """The strong side takes over: the card has the reason in words; numbers are in the record.
    Where its time is held Enter would do nothing: the way on is named, and only keys that work."""
    async with practice(tmp_path, PretendCamera(strong_grows=0.3)) as now:
        view = await now.phase("stopped")
        screen, sentence, following = now.text(), now.said("stop-sentence"), now.said("stop-next")
        held = await now.press("space")
        follows, choices = now.said("stop-next"), now.said("stop-choices")
        went_on = await now.press("space")

    assert view.stop is not None
    assert view.stop.verdict.rule == "overcompensation"
    assert words.STOP_TITLES["retry"] in screen
    assert sentence == brief(view.stop.verdict)
    assert "%" in view.stop.verdict.sentence
    assert "once more, smaller" in following

    keys = screen.splitlines()[-1]
    assert held.paused is not None
    assert words.PAUSED_HINT in follows
    assert "Enter" not in choices
    assert went_on.paused is None
    assert "View" not in keys
    assert "Stop" not in keys


async def test_leaving_the_picture_pauses_and_coming_back_goes_on(tmp_path: Path) -> None:
    """Hands-free: the reason is shown, and nothing needs a key. Why the camera was gone is told as
    a toast when it is back: the pause with its reason may have been short, or none at all."""
    camera = PretendCamera(lost_between=(20.0, 26.0))
    async with practice(tmp_path, camera) as now:
        await now.until(lambda view: view.paused is not None)
        hint, part = now.said("hint"), now.part()
        back = await now.until(lambda view: view.paused is None and view.at_s > 26.0)
        await now.phase("hold", rep=1)
        camera.say(LinkLost(sentence="The camera process ended by itself."))
        camera.say(LinkBack(hello=HELLO))
        await now.phase("resuming")
        told = [each.message for each in now.app._notifications]

    assert hint.startswith(words.PAUSED_FACE_HINT)
    assert words.BY_CLOCK_OFFER in hint
    assert part == "practice"
    assert back.phase == "resuming"
    assert words.CAMERA_AGAIN.format(why="The camera process ended by itself.") in told


async def test_help_and_the_question_before_the_end_let_the_practice_wait(tmp_path: Path) -> None:
    """Help knows every key, and afterwards it goes on by itself. The end is asked once, with what
    is saved; no goes on, yes, by its place on a keyboard of other letters, ends and keeps."""
    async with practice(tmp_path) as now:
        await now.phase("rise", rep=3)
        await now.press("question_mark")
        assert isinstance(now.app.screen, Help)
        keys = now.app.screen.query_one("#help-keys", Said).text
        helped = now.view()
        closed = await now.press("enter")
        await now.press("ctrl+q")
        asked = now.app.screen
        about = asked.query_one("#ask-about", Said).text
        waiting = now.view()
        went_on = await now.press("n")
        await now.press("ctrl+q", "ט")
        assert now.view().ended == "abandoned"
        now.clock.run()
        await now.pilot.pause()

    assert helped.paused is not None
    assert closed.paused is None
    for label in ("pause", "go on", "stop this exercise", "rest", "bars", "end the practice"):
        assert label in keys

    assert isinstance(asked, Ask)
    assert "2 gentle movements" in about
    assert waiting.paused is not None
    assert went_on.paused is None
    assert now.app.return_code == 0
    assert len(list((tmp_path / "sessions").rglob("*.toml"))) == 1


async def test_everything_that_matters_fits_and_a_sliver_of_a_window_pauses(tmp_path: Path) -> None:
    """The cue grows with the window and is never cut; cue line, both meters, count and keys stand
    at every size that is allowed. Too small, it pauses and asks for room; enlarged, it goes on."""
    async with practice(tmp_path) as now:
        await now.phase("release", rep=4)
        for size, lines in (((200, 60), 8), ((120, 36), 5), ((60, 20), 3)):
            await now.resize(*size)
            cue = now.screen.query_one("#cue", CueText)
            drawn = cue.text.splitlines()

            assert len(drawn) == lines
            assert max(map(len, drawn)) <= cue.size.width
            assert all(set(line) <= set(" \u2580\u2584\u2588") for line in drawn)

        await now.phase("hold", rep=5)
        screens = {(60, 20): now.text()}
        for size in ((56, 16), (160, 45), (80, 24)):
            screens[size] = await now.at_size(*size)
        for size, screen in screens.items():
            for wanted in ("left (weak", "right: ", "rep 5 of 8", words.CUE_LINE["hold"][:12]):
                assert wanted in screen, size
            assert "Pause" in screen.splitlines()[-1], size
            assert "Stop" in screen.splitlines()[-1], size

        await now.resize(50, 14)
        small, paused = now.part(), now.view().paused
        await now.resize(80, 24)
        large, after = now.part(), now.view()

    assert small == "small"
    assert paused is not None
    assert large == "practice"
    assert after.paused is None


async def test_the_summary_takes_effort_and_note(tmp_path: Path) -> None:
    """Ten can be typed; too much effort is answered kindly; both are kept."""
    async with practice(tmp_path) as now:
        await now.phase("hold", rep=2)
        await now.press("x", "e")
        await now.end()
        await now.pilot.press("1", "0")
        said = now.app.screen.query_one("#summary-effort", Said).text
        await now.pilot.press("n", "o", "k", "enter")
        await now.pilot.pause()
    record = now.screen.conductor.record()

    assert said == f"{words_summary.EFFORT_KNOWN.format(value=10)} {words_summary.EFFORT_HIGH}"
    assert record is not None
    assert record.notes[0].text == "ok"
    assert record.exercises[0].effort_of_ten == 10


async def test_a_camera_that_does_not_start_ends_with_its_sentence(tmp_path: Path) -> None:
    """The screen is restored, the sentence is for stderr, the exit code is 3."""
    camera = PretendCamera(refuses="The camera is in use by another program.")
    async with practice(tmp_path, camera) as now:
        await now.pilot.pause()

    assert now.app.return_value == "The camera is in use by another program."
    assert now.app.return_code == 3


async def test_a_signal_puts_the_session_aside(tmp_path: Path) -> None:
    """The journal stays, to be gone on with; the code is that of the signal."""
    async with practice(tmp_path) as now:
        await now.phase("hold", rep=3)
        now.app.leave_by_signal(15)
        await now.pilot.pause()

    assert now.app.return_code == 143
    assert len(list((tmp_path / "journal").glob("*.jsonl"))) == 1
    assert not (tmp_path / "sessions").exists()


async def test_an_unexpected_failure_shows_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What goes wrong in drawing ends the app; it is left to the exits to describe."""
    apps: list[SlowsmileApp] = []

    async def draw_badly() -> None:
        async with practice(tmp_path) as now:
            apps.append(now.app)
            now.screen.call_later(lambda: 1 // 0)
            await now.pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await draw_badly()

    assert isinstance(apps[0].failure, ZeroDivisionError)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.long
async def test_on_a_full_disk_the_last_card_stays_until_it_is_kept_or_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter tries again; what is said to be kept is on the disk."""
    full = True

    def save(*args: Any) -> Path:
        if full:
            raise OSError(28, "No space left on device")
        return save_record(*args)

    monkeypatch.setattr("sessions.log.journal.save_record", save)
    async with practice(tmp_path) as now:
        await now.phase("hold", rep=1)
        await now.press("x", "p")
        await now.end()
        for _ in range(2):
            await now.pilot.press("enter")
            await until_screen(now.pilot, Pick)
        full = False
        await now.pilot.press("enter")
        await until(now.pilot, lambda: record_files(tmp_path) != [], "the record")


async def test_a_new_movement_is_shown_until_enter(tmp_path: Path) -> None:
    """The face moves, nothing is asked for, and `h` shows it again while the practice waits.

    Reached by leaving out the exercises before it, a guided step shows all its steps and which is
    now; it says that it is timed and not measured.
    """
    async with practice(tmp_path, demonstrated=("open-smile",)) as now:
        await now.phase("demonstration")
        part, lines, follows = now.part(), now.said("how-lines"), now.said("how-next")
        first = now.text()
        moved = await now.until(lambda view: view.at_s > 90.0)
        ready = await now.press("enter")
        await now.phase("hold", rep=1)
        await now.press("h")
        again = now.app.screen
        held = now.view()
        resuming = await now.press("h")

        after = await now.press("s")
        await now.phase("hold", rep=1)
        await now.press("s")
        guided = await now.phase("guided")
        guided_part, line = now.part(), now.said("guided-line")
        steps = now.screen.query_one("#guided-steps", StepLines).text

    assert part == "how-card"
    assert "How: Lips apart" in lines
    assert follows == words_how.WHEN_READY
    assert "Watch" not in first
    assert moved.phase == "demonstration"
    assert ready.phase == "ready"
    assert isinstance(again, HowScreen)
    assert held.paused is not None
    assert resuming.phase == "resuming"

    assert after.exercise_id == "brow-raise"
    assert guided_part == "guided"
    assert steps.startswith(f"> {guided.how[0]}")
    assert all(sentence[:30] in steps for sentence in guided.how)
    assert "not measured" in line


@pytest.mark.long
async def test_a_question_that_nobody_answers_puts_the_practice_aside(tmp_path: Path) -> None:
    """After ten minutes; what was done can be gone on with."""
    async with practice(tmp_path, demonstrated=("open-smile",)) as now:
        await now.phase("demonstration")
        now.clock.run()
        await asyncio.wait_for(now.screen.conductor.finished.wait(), patience(10.0))
        await until(now.pilot, lambda: now.app.screen is not now.screen, "the screen is left")

    assert list((tmp_path / "journal").iterdir())
    assert not record_files(tmp_path)


async def test_the_views_and_large_print(tmp_path: Path) -> None:
    """Bars, outline, mirror, cue only, bars; pictures are asked for and given up again. `l` takes
    all but cue, count and two bars away and gives it back; why it is paused is told all the same.
    """
    small, huge = (60, 20), (160, 45)
    async with practice(tmp_path) as now:
        await now.phase("hold", rep=4)
        seen = [now.screen.looks]
        for _ in range(3):
            await now.press("v")
            seen.append(now.screen.looks)
        cue_only = now.text()
        await now.press("v")
        seen.append(now.screen.looks)

        # Each of these in both windows, in few steps: another window costs as much as an app.
        face = now.screen.query_one("#practice-face")
        usual = [await now.at_size(*huge)]
        await now.press("l")
        large = [now.text(), await now.at_size(*small)]
        await now.press("l")
        usual.append(now.text())
        shown = [face.display]
        await now.press("l", "space")
        in_small = now.text()
        paused = [await now.at_size(*huge), in_small]
        await now.press("space", "l")
        shown.append(face.display)

    assert seen == ["bars", "sketch", "mirror", "cue-only", "bars"]
    assert "left (weak side)" not in cue_only
    assert "rep 4 of 8" in cue_only
    assert shown == [True, True]
    for at, size in enumerate((huge, small)):
        assert "Keep breathing" in usual[at], size
        assert "Keep breathing" not in large[at], size
        assert "rep 4 of 8" in large[at], size
        assert large[at].count("[") == large[at].count("]") >= 2, size
        assert words.PAUSED_HINT in paused[at], size
