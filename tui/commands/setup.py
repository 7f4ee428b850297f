"""`slowsmile setup`: the questions again; with a therapist, the range, the leave and the plan."""

import argparse

from tui.commands.run import need_terminal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One flag."""
    parser.add_argument(
        "--with-therapist",
        action="store_true",
        help="one sitting: gentle range of each movement, what is taught and allowed, the plan",
    )


def run(args: argparse.Namespace) -> int:
    """Show the questions or the sitting, then end; returns the exit code."""
    need_terminal()
    from tui.commands.parts.person_of import person_of
    from tui.flows.home_actions import Starting
    from tui.screens.set_up import SetUp

    person = person_of(args.places)
    screen = SetUp(Starting(person), with_therapist=args.with_therapist)
    return int(args.show(screen, person.settings))
