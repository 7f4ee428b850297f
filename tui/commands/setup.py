"""`slowsmile setup`: the questions; the sitting with a therapist; the plan and its routines."""

import argparse

from routines.language import _
from tui.commands.run import need_terminal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Two flags, of which one may be given."""
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


def run(args: argparse.Namespace) -> int:
    """Show the questions or the sitting, then end; returns the exit code."""
    need_terminal()
    from tui.commands.parts.person_of import person_of
    from tui.flows.home_actions import Starting
    from tui.screens.set_up import SetUp

    person = person_of(args.places)
    screen = SetUp(Starting(person), with_therapist=args.with_therapist, plan=args.plan)
    return int(args.show(screen, person.settings))
