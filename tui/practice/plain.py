"""The same session as lines of text: for screen readers, braille displays and dumb terminals.

One conductor, one line for each thing that happens, nothing redrawn and no colour. Keys work as
on the screen where standard input is a terminal; without one the session runs by time alone.
"""

import asyncio
import sys
import time
from collections.abc import Callable

from msgspec.structs import replace

from sessions.history.own_error import own_error_if_readable
from sessions.live.clock import Clock
from sessions.live.conductor import Camera, Conductor
from sessions.live.request import SessionOutcome, SessionRequest
from sessions.native import garbage
from tui.person.paths import Places
from tui.practice.aloud.speech import speeches
from tui.practice.camera import camera_for
from tui.practice.cue_sounds import CuePlayer
from tui.practice.plain_keys import Keys, keys
from tui.practice.plain_lines import PlainLines, Say
from tui.practice.plain_press import Presses
from tui.practice.sound import speaker
from tui.practice.summary_words import done_lines, ended_by_pain
from tui.terminal import exits
from tui.terminal.signals import leaving
from tui.terminal.typed_lines import say_line
from tui.texts import photos as words_photos
from tui.texts import practice as words
from tui.texts import summary as words_summary
from tui.texts.photos import about_photos


def run_plain(request: SessionRequest, places: Places, *, keeps: bool = True) -> SessionOutcome:
    """Run the session on standard output, and say where its record is; there is none where it
    `keeps` nothing."""
    garbage.keep_what_is_there()
    return asyncio.run(_run(request, camera_for(places), keeps=keeps))


async def _run(request: SessionRequest, camera: Camera, *, keeps: bool) -> SessionOutcome:
    outcome = await practise(request, camera, say_line, keys(), keeps=keeps)
    if outcome.sentence:
        exits.say(outcome.sentence)
    return outcome


async def practise(
    request: SessionRequest,
    camera: Camera,
    say: Say,
    keys: Keys,
    *,
    clock: Clock | None = None,
    hand_s: Callable[[], float] = time.monotonic,
    keeps: bool = True,
) -> SessionOutcome:
    """Go through one session in lines; raises Trouble when it cannot begin.

    `hand_s` is the time by which keys are pressed, seconds, whatever pace the session's clock has.
    Without `keeps` nothing is asked at its end, and no record is written.
    """
    request = replace(request, keyboard=keys.there, whole_face=False, in_lines=True)
    conductor = Conductor(request, camera, clock=clock, answered=keys.there)
    ring = (lambda: say("\a")) if sys.stdout.isatty() else (lambda: None)
    sounds = speaker(request.sound, request.data / "cache", ring)
    lines = PlainLines(conductor, say, blink=request.reminds_to_blink, keeps=keeps)
    conductor.listeners = [lines, CuePlayer(sounds)]
    conductor.listeners += speeches(conductor.view, conductor.plan, wanted=request.spoken)
    presses = Presses(conductor, say, hand_s, lines.say_how)
    signals: list[int] = []

    def leave(number: int) -> None:
        signals.append(number)
        conductor.finished.set()

    say(f"{request.routine.name}.")
    if about := about_photos(request):
        say(about)
    if keys.there:
        say(words.PLAIN_KEYS)
    try:
        with leaving(leave), keys.listening(presses.press):
            await conductor.run()
        if signals:
            conductor.put_aside()
            return SessionOutcome(ended=None, exit_code=128 + signals[0])
        if conductor.left_alone:
            conductor.put_aside()
            return SessionOutcome(ended=None, sentence=words.LEFT_ALONE)
        if not keeps:
            conductor.put_aside()
            return SessionOutcome(ended=conductor.view().ended)
        return await _sum_up(conductor, say, keys)
    except (asyncio.CancelledError, KeyboardInterrupt):
        conductor.put_aside()
        raise
    finally:
        sounds.close()


async def _sum_up(conductor: Conductor, say: Say, keys: Keys) -> SessionOutcome:
    record = conductor.record()
    effort, note, left = None, "", False
    if record is not None:
        own, _ = own_error_if_readable(conductor.request.data)
        for line in done_lines(record, own):
            say(line)
        if keys.there and record.ended != "abandoned":
            try:
                if not ended_by_pain(record):
                    effort = _number(await keys.ask(words_summary.EFFORT_ASK) or "")
                note = await keys.ask(f"{words_summary.NOTE_LABEL}:") or ""
            except asyncio.CancelledError:  # Ctrl+C: what was done is kept as after Enter
                left = True
                if (task := asyncio.current_task()) is not None:
                    task.uncancel()
    path = await conductor.keep(note.strip(), effort)
    while path is None and record is not None and keys.there and not left:
        say(conductor.trouble)
        typed = await keys.ask(words_summary.NOT_KEPT_AGAIN)
        if typed is None or typed.strip().lower() == "q":
            break
        path = await conductor.keep()
    if path is None:
        sentence = words_summary.NOT_KEPT.format(why=conductor.trouble)
    else:
        kept = words_summary.KEPT.format(path=path)
        photos = words_photos.what_came(conductor.pictures.kept, plain=True)
        # The record may be kept though what explains its decisions is not.
        sentence = " ".join(part for part in (kept, photos, conductor.trouble) if part)
    code = exits.INTERRUPTED if left else exits.DONE
    return SessionOutcome(
        ended=conductor.view().ended, record=path, sentence=sentence, exit_code=code, left=left
    )


def _number(typed: str) -> int | None:
    text = typed.strip()
    return int(text) if text.isdecimal() and int(text) <= 10 else None
