"""How much is read: by settings and flags, on mains and on battery."""

import argparse

import pytest

from sessions.care.settings import Settings
from sessions.readings import LOADS, Load
from tui.commands.parts.run_flags import add_arguments, spared
from tui.practice.request_for import loads
from tui.presenters.settings import rows


@pytest.mark.parametrize(
    ("settings", "battery", "most", "least"),
    [
        (Settings(), False, "every-frame", "eight-a-second"),
        (Settings(), True, "every-second", "eight-a-second"),
        (Settings(saver=True), False, "in-turns", "eight-a-second"),
        (Settings(load="every-frame"), True, "every-frame", "every-frame"),
        (Settings(load="eight-a-second", saver=True), False, "eight-a-second", "eight-a-second"),
    ],
)
def test_what_was_chosen_counts_first(
    settings: Settings, battery: bool, most: Load, least: Load
) -> None:
    """Then sparing the computer, then the battery."""
    assert loads(settings, battery=battery) == (most, least)


@pytest.mark.parametrize(
    ("typed", "saver", "load"),
    [
        ([], False, "in-turns"),
        (["--saver"], True, None),
        (["--load", "auto"], False, None),
        (["--load", "every-frame", "--saver"], True, "every-frame"),
    ],
)
def test_flags_count_for_this_session(typed: list[str], saver: bool, load: Load | None) -> None:
    """Over what the settings say."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    settings = spared(Settings(load="in-turns"), parser.parse_args(typed))

    assert (settings.saver, settings.load) == (saver, load)


def test_in_settings_it_goes_round() -> None:
    """From what the program chooses through each, and back."""
    settings, seen = Settings(), list[Load | None]()
    for _ in range(len(LOADS) + 1):
        (row,) = (row for row in rows(settings) if row.id == "load")
        assert row.turn is not None
        settings = row.turn(settings)
        seen.append(settings.load)

    assert seen == [*LOADS, None]
