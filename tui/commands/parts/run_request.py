"""The session that `slowsmile run` was asked for: flags, settings and profile put together.

Everything that stands against beginning is told here, whatever the way in: full screen or lines,
an id or a file, with `--anyway` or without.
"""

import argparse
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from routines.errors import Trouble
from routines.language import _
from routines.model import Routine
from routines.movements import Side
from routines.program import COMMAND
from routines.reading.library import find
from sessions.camera.source_name import parse
from sessions.care.triage import emergency
from sessions.simulator.profile import load_profile
from tui.commands.parts.run_flags import spared, speed_of
from tui.person.country import place_here
from tui.terminal import exits
from tui.texts.doctor import emergency_lines

if TYPE_CHECKING:
    from sessions.live.request import SessionRequest
    from tui.person.person import Person

DEFAULT_ROUTINE = "daily-gentle"


def _asks_nothing(person: "Person", routine: Routine) -> None:
    """Where nobody can be asked."""


def request_for(
    args: argparse.Namespace,
    now: datetime | None = None,
    ask_leaves: Callable[["Person", Routine], None] = _asks_nothing,
) -> "SessionRequest":
    """The session that flags, settings and profile ask for. Raises Trouble.

    `ask_leaves` may ask about a therapist's leaves; what is not confirmed is left out.
    """
    from msgspec.structs import replace

    from sessions.care.access import opened
    from sessions.care.day_plan import load_plan
    from sessions.care.leave_consent import without_unconfirmed
    from sessions.care.mirrored import with_source
    from sessions.care.next_practice import offer
    from sessions.history.index import open_history
    from tui.commands.parts.person_of import person_of
    from tui.flows.mirrored_camera import not_known
    from tui.person.local_zone import with_rules
    from tui.person.objections import objections
    from tui.person.past import uncounted
    from tui.practice.request_for import request_for as person_request
    from tui.texts import day as words_day
    from tui.texts import practice as words
    from tui.texts import therapist as words_therapist
    from tui.texts.plain_questions import ANSWER_FIRST

    person = person_of(args.places) if now is None else person_of(args.places, lambda: now)
    person.settings = with_source(person.settings, args.source or person.settings.source)
    person.settings = spared(person.settings, args)
    if emergency(person.settings) and not person.simulated:
        raise Trouble(emergency_lines(place_here()))
    speed = speed_of(args.speed, simulated=person.simulated)
    if person.settings.answers.finished_on is None and not person.simulated:
        raise Trouble(ANSWER_FIRST)
    side = _side(args.side, person)
    person.settings = replace(person.settings, side=side)
    history = open_history(person.data)
    history.need_all()
    sessions = history.summaries
    plan = load_plan(person.data, person.today, person.routine_folders)
    here = with_rules(person.now())
    offered = offer(
        person.settings, plan, sessions, here, person.is_active, uncounted(person, history)
    )
    routine = find(
        args.routine or offered.routine or DEFAULT_ROUTINE,
        person.routine_folders,
        today=person.today,
        ear_surgery=person.ear_surgery,
    )
    against = objections(person, routine, offered)
    for each in against:
        if not each.override:
            raise Trouble(each.sentence)
    if against and not args.anyway:
        raise Trouble(words.ANYWAY.format(sentence=against[0].sentence))
    overrides = tuple(each.override for each in against)
    if not person.simulated:
        routine = opened(routine, offered.open, words_day.LEFT_OUT_FOR_NOW) or routine
        ask_leaves(person, routine)
        why = words_therapist.LEAVE_NOT_CONFIRMED
        routine = without_unconfirmed(routine, person.settings, why)
    request = person_request(person, routine, side, sessions, overrides=overrides)
    if sentence := not_known(person.settings):
        exits.say(sentence)
    sound = replace(request.sound, on=request.sound.on and not args.no_sound)
    return replace(request, speed=speed, sound=sound)


def _side(typed: Side | None, person: "Person") -> Side:
    if typed is not None:
        return typed
    if person.simulated:
        return load_profile(parse(person.settings.source).which).side
    if person.settings.side is not None:
        return person.settings.side
    raise Trouble(
        _(
            "I do not know yet which side of your face is the weak one. Type it once, your own "
            "left "
            "or right: {command} run --side left"
        ).format(command=COMMAND)
    )
