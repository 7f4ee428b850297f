"""`slowsmile setup`: the questions; the sitting with a therapist; the plan and its routines."""

import argparse

from routines.errors import Trouble
from routines.language import _
from sessions.care.triage import emergency
from tui.commands.run import need_terminal
from tui.person.country import place_here
from tui.texts.doctor import emergency_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Two flags, of which one may be given, and lines of text for the questions and the plan."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--plan",
        action="store_true",
        help=_("build the plan and its routines, hand them over, or take them from elsewhere"),
    )
    which.add_argument(
        "--with-therapist",
        action="store_true",
        help=_("one sitting: gentle range of each movement, what is taught and allowed, the plan"),
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help=_("lines of text instead of a full screen, for the questions and the plan"),
    )


def run(args: argparse.Namespace) -> int:
    """Show the questions or the sitting, then end; returns the exit code."""
    if args.plain:
        return _in_lines(args)
    need_terminal()
    from tui.commands.parts.person_of import person_of
    from tui.flows.home_actions import Starting
    from tui.screens.set_up import SetUp

    person = person_of(args.places)
    screen = SetUp(Starting(person), with_therapist=args.with_therapist, plan=args.plan)
    return int(args.show(screen, person.settings))


def _in_lines(args: argparse.Namespace) -> int:
    """The same in lines of text; the sitting has none."""
    from tui.commands.parts.person_of import person_of
    from tui.terminal import exits
    from tui.terminal.typed_lines import say_line, typed_line

    exits.need_stdout()
    person = person_of(args.places)
    if args.with_therapist:
        from tui.texts.plan.in_lines import SITTING_NOT_IN_LINES

        raise Trouble(SITTING_NOT_IN_LINES)
    if args.plan:
        from tui.flows.plan.in_lines import plan_in_lines
        from tui.texts.plan.in_lines import INTRO

        say_line(INTRO)
        sentence = plan_in_lines(person, typed_line, say_line)
        if sentence:
            say_line(sentence)
        return exits.DONE
    from tui.flows.plain_questions import ask_in_lines

    ask_in_lines(person, typed_line, say_line)
    if emergency(person.settings):
        exits.say(emergency_lines(place_here()))
        return exits.USAGE
    return exits.DONE
