"""Whose program this is: the places, the settings as they stand, and the time of day.

One value shared by the screens of the day, so that a change made on one is seen on the next.
It writes settings and nothing else; records belong to `sessions`.
"""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from sessions.camera.source_name import is_simulated
from sessions.care.settings import Settings
from sessions.care.settings_file import (
    FILE_NAME,
    KeymapCheck,
    SettingsError,
    load_settings,
    save_settings,
)
from tui.person.paths import Places


def local_now() -> datetime:
    """Local time with its offset, whole seconds."""
    return datetime.now().astimezone().replace(microsecond=0)


class Person:
    """The person at the keyboard. Tests hand in their own time."""

    def __init__(
        self,
        places: Places,
        now: Callable[[], datetime] = local_now,
        *,
        keymap_complaint: KeymapCheck,
    ) -> None:
        """Reads the settings; raises SettingsError where they are wrong."""
        self.places = places
        self.now = now
        self.settings: Settings = load_settings(self.settings_path, keymap_complaint)

    @property
    def settings_path(self) -> Path:
        """Where the settings are kept."""
        return self.places.config / FILE_NAME

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.places.data

    @property
    def routine_folders(self) -> tuple[Path, ...]:
        """Where routines of the person's own may stand: the data folder's, and those added."""
        named = (Path(folder).expanduser() for folder in self.settings.routine_folders)
        return (self.data / "routines", *named)

    @property
    def ear_surgery(self) -> bool:
        """Whether no air may be held or puffed: operated at the ear or the base of the skull."""
        return bool({"ear", "skull-base"} & set(self.settings.answers.operated))

    @property
    def simulated(self) -> bool:
        """Whether the patient is the simulated one."""
        return is_simulated(self.settings.source)

    @property
    def today(self) -> date:
        """The local date."""
        return self.now().date()

    def change(self, settings: Settings) -> None:
        """Take `settings` from now on and keep them; raises SettingsError where it cannot."""
        if settings != self.settings:
            self.settings = settings
            save_settings(settings, self.settings_path)

    def keep(self, settings: Settings, say: Callable[[str], object]) -> None:
        """As `change`; where it cannot be written, `say` why and go on with it unwritten."""
        try:
            self.change(settings)
        except SettingsError as error:
            say(str(error))
