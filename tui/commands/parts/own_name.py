"""The name in the settings, for commands that need nothing else of them."""

from routines.errors import Trouble
from sessions.care.settings_file import FILE_NAME, load_settings
from tui.person.paths import Places
from tui.screens.keymap_checks import complaint


def own_name(places: Places) -> str:
    """The name; empty where none was given or the settings cannot be read."""
    try:
        return load_settings(places.config / FILE_NAME, complaint).name
    except Trouble:
        return ""
