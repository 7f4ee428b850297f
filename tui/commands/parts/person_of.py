"""The person at this computer, as the commands and the app share them."""

from collections.abc import Callable
from datetime import datetime

from tui.person.paths import Places
from tui.person.person import Person, local_now
from tui.screens.keymap_checks import complaint


def person_of(places: Places, now: Callable[[], datetime] = local_now) -> Person:
    """The person whose folders are `places`; raises SettingsError where settings are wrong."""
    return Person(places, now, keymap_complaint=complaint)
