"""What runs when no command is named: Home, and before it the first run where it is missing."""

import argparse

from tui.commands.run import need_terminal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The app takes only the flags that every command takes."""


def run(args: argparse.Namespace) -> int:
    """Show Home; returns the exit code."""
    need_terminal()
    from tui.app import SlowsmileApp, show
    from tui.flows.home_actions import Starting
    from tui.person.person import Person
    from tui.screens.home import Home

    person = Person(args.places)
    return show(SlowsmileApp(Home(person, Starting(person)), person.settings))
