"""What runs when no command is named: Home, and before it the first run where it is missing."""

import argparse

from tui.commands.run import need_terminal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The app takes only the flags that every command takes."""


def run(args: argparse.Namespace) -> int:
    """Show Home; returns the exit code."""
    need_terminal()
    from tui.commands.parts.person_of import person_of
    from tui.flows.home_actions import Starting
    from tui.screens.home import Home

    person = person_of(args.places)
    return int(args.show(Home(person, Starting(person)), person.settings))
