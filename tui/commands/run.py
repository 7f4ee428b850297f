"""`slowsmile run`: straight into a session, with no questions on the way but those of safety.

A check-up asks for the own rating of the face at rest as well, which has to come before it.

What is not given by a flag comes from the settings, and for the simulated patient from its
profile. A person who has not answered the safety questions is asked them first; the simulated
patient needs none. Signs of a stroke end it with the emergency card, whatever else was typed.
Interrupted practices are asked about as on Home, and named where nobody can be asked.
"""

import argparse
import contextlib
import sys
from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING

from routines.errors import Trouble
from routines.language import _
from routines.program import COMMAND
from routines.reading.library import find
from sessions.care.triage import emergency
from sessions.log.record import is_simulated
from sessions.log.recovery import running, unfinished
from tui.commands.parts.run_flags import add_arguments
from tui.commands.parts.run_request import request_for
from tui.person.country import place_here
from tui.screens.keymap_checks import complaint
from tui.terminal import exits
from tui.texts.doctor import emergency_lines
from tui.texts.unfinished import ALREADY_RUNNING

if TYPE_CHECKING:
    from routines.model import Routine
    from sessions.live.request import SessionOutcome, SessionRequest
    from tui.person.person import Person

__all__ = ["add_arguments", "request_for", "run"]

LAST_WAIT_S = 2.0
"""Longest wait at the end for a backup that was begun at the start, in seconds."""


def run(args: argparse.Namespace) -> int:
    """Run one session; returns the exit code."""
    if args.plain:
        exits.need_stdout()
    if _ask_first(args):
        return exits.USAGE
    if args.plain:
        return _run_plain(args)
    code = _interrupted_on_screen(args)
    if code is not None:
        return code
    request = request_for(args)
    need_terminal()
    request = _asked_at_rest(args, request)
    if request is None:
        return exits.DONE
    warning = ALREADY_RUNNING if running(args.places.data) else ""
    from sessions.care.settings_file import FILE_NAME, load_settings
    from tui.flows.closing import closing_screen_after
    from tui.practice.camera import camera_for
    from tui.screens.practice.session import SessionScreen

    settings = load_settings(args.places.config / FILE_NAME, complaint)
    screen = SessionScreen(request, lambda: camera_for(args.places))
    person = _person_as_run(args, request)
    last = partial(closing_screen_after, person, request)
    with _backed_up(args):
        return int(args.show(screen, settings, warning, last))


def _person_as_run(args: argparse.Namespace, request: "SessionRequest") -> "Person":
    """The person with the source and side of this run, for what is said of the week."""
    from msgspec.structs import replace

    from tui.commands.parts.person_of import person_of

    person = person_of(args.places)
    person.settings = replace(person.settings, source=request.source, side=request.side)
    return person


@contextlib.contextmanager
def _backed_up(args: argparse.Namespace) -> Generator[None, None, None]:
    """Make the weekly backup meanwhile; what kept it from being made is said afterwards."""
    from tui.commands.parts.person_of import person_of
    from tui.person.weekly_backup import begin_backup

    troubles: list[str] = []
    thread = begin_backup(person_of(args.places), troubles.append)
    yield
    if thread is not None:
        thread.join(LAST_WAIT_S)
    for sentence in troubles:
        exits.say(sentence)


def _run_plain(args: argparse.Namespace) -> int:
    """Ask about interrupted practices, or name them, then run one session in lines."""
    from msgspec.structs import replace

    from tui.commands.parts.person_of import person_of
    from tui.flows.interrupted_lines import ask_about_interrupted, name_interrupted
    from tui.practice.plain import run_plain
    from tui.terminal.typed_lines import typed_after, typed_line

    person = person_of(args.places)
    resumed = None
    if _lines_can_be_typed():
        resumed = ask_about_interrupted(person, typed_line, print, typed_after)
    else:
        name_interrupted(person, exits.say)
    request = resumed or request_for(args, ask_leaves=_ask_leaves)
    if resumed is None and _asks_at_rest(request) and _lines_can_be_typed():
        from tui.flows.plain_questions import ask_at_rest

        request = _rated(request, ask_at_rest(typed_line, print))
    if running(args.places.data):
        exits.say(ALREADY_RUNNING)
    sound = replace(request.sound, on=request.sound.on and not args.no_sound)
    with _backed_up(args):
        outcome = run_plain(replace(request, sound=sound), args.places)
    if _lines_can_be_typed():
        person.refresh()
        _say_closing(_person_as_run(args, request), request, outcome)
        if request.routine.kind == "weekly-look":
            from tui.flows.ask_again import ask_about_movement_in_lines

            ask_about_movement_in_lines(person, typed_line, print)
        elif outcome.record is not None and not request.simulated:
            from tui.flows.suggestions import ask_afterwards_in_lines

            ask_afterwards_in_lines(person, request.routine, typed_after, print)
    return outcome.exit_code


def _say_closing(person: "Person", request: "SessionRequest", outcome: "SessionOutcome") -> None:
    """The closing picture in lines."""
    from tui.flows.closing import closing_after
    from tui.presenters.week import week_in_words

    shown = closing_after(person, request, outcome)
    if shown is not None:
        for line in (week_in_words(shown.week), *shown.lines):
            print(line)


def _ask_leaves(person: "Person", routine: "Routine") -> None:
    """Ask about a therapist's leaves where lines can be typed."""
    if _lines_can_be_typed():
        from tui.flows.plain_questions import ask_leaves
        from tui.terminal.typed_lines import typed_line

        ask_leaves(person, routine, typed_line, print)


def _asks_at_rest(request: "SessionRequest") -> bool:
    """Whether the own rating of the face at rest is asked for: it stands beside the measured one.

    The simulated patient is asked nothing.
    """
    return request.routine.kind == "record" and not request.simulated


def _rated(request: "SessionRequest", answers: dict[str, int]) -> "SessionRequest":
    """`request` with an own rating as its check-in; as it was where nothing was answered."""
    from msgspec.structs import replace

    from sessions.log.entries import CheckIn

    return replace(request, check_in=CheckIn(answers={**answers})) if answers else request


def _asked_at_rest(args: argparse.Namespace, request: "SessionRequest") -> "SessionRequest | None":
    """The request with the own rating, asked on a screen of its own; None where it was left."""
    if not _asks_at_rest(request):
        return request
    from tui.commands.parts.person_of import person_of
    from tui.screens.questions.at_rest import AtRestScreen

    screen = AtRestScreen()
    args.show(screen, person_of(args.places).settings)
    return None if screen.answers is None else _rated(request, screen.answers)


def _interrupted_on_screen(args: argparse.Namespace) -> int | None:
    """Ask about interrupted practices; None where the session that was typed is to begin."""
    from tui.commands.parts.person_of import person_of

    person = person_of(args.places)
    if not is_terminal():
        from tui.flows.interrupted_lines import name_interrupted

        name_interrupted(person, exits.say)
        return None
    if not any(found.header is not None for found in unfinished(args.places.data)):
        return None
    from tui.flows.home_actions import Starting
    from tui.screens.interrupted import Interrupted

    screen = Interrupted(Starting(person))
    code = int(args.show(screen, person.settings))
    return None if screen.all_asked else code


def _lines_can_be_typed() -> bool:
    """Whether somebody can be asked in lines of text."""
    return sys.stdin is not None and sys.stdin.isatty()


def _ask_first(args: argparse.Namespace) -> bool:
    """Ask the safety questions where they are open and somebody is there to be asked.

    True in an emergency, when its card was shown and nothing else is to be done.
    """
    from tui.commands.parts.person_of import person_of

    person = person_of(args.places)
    if is_simulated(args.source or person.settings.source):
        return False
    lines = args.plain and _lines_can_be_typed()
    if emergency(person.settings):
        exits.say(emergency_lines(place_here()))
        if lines:
            from tui.flows.plain_questions import ask_doctor_looked
            from tui.terminal.typed_lines import typed_after

            ask_doctor_looked(person, typed_after, print)
        return True
    if person.settings.answers.finished_on is not None:
        _ask_again(args, person, lines=lines)
        return False
    if args.routine:
        find(args.routine, person.routine_folders, today=person.today)
    if lines:
        from functools import partial

        from tui.flows.example import example_in_lines
        from tui.flows.plain_questions import ask_in_lines
        from tui.terminal.typed_lines import say_line, typed_line

        ask_in_lines(person, typed_line, say_line, partial(example_in_lines, person))
    elif not args.plain and is_terminal():
        from tui.flows.home_actions import Starting
        from tui.screens.set_up import SetUp

        args.show(SetUp(Starting(person), with_therapist=False), person.settings)
    return False


def _ask_again(args: argparse.Namespace, person: "Person", *, lines: bool) -> None:
    """Ask the safety questions that are due; where nobody can be asked, say so."""
    from sessions.care.asked_again import questions_due
    from tui.terminal.typed_lines import typed_line
    from tui.texts.again import OVERDUE

    due = questions_due(person.settings, person.today)
    if lines:
        from tui.flows.ask_again import ask_again_in_lines

        ask_again_in_lines(person, typed_line, print)
        if not emergency(person.settings):
            from tui.flows.eye_week import ask_about_eye_in_lines

            ask_about_eye_in_lines(person, typed_line, print)
    elif due and not args.plain and is_terminal():
        from tui.flows.home_actions import Starting
        from tui.screens.again import Again

        args.show(Again(Starting(person)), person.settings)
    elif "flags" in due:
        exits.say(OVERDUE)


def is_terminal() -> bool:
    """Whether a full screen can be shown (Textual draws on standard error)."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return all(stream is not None and stream.isatty() for stream in streams)


def need_terminal() -> None:
    """Raise Trouble unless a full screen can be shown."""
    if not is_terminal():
        raise Trouble(
            _(
                "This is not a terminal, so the full screen cannot be shown. Open it in a terminal "
                "window, or practise in lines of text: {command} run --plain"
            ).format(command=COMMAND)
        )
