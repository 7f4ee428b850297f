"""Whose program this is: the places, the settings as they stand, and the time of day.

One value shared by the screens of the day, so that a change made on one is seen on the next.
It writes settings and nothing else; records belong to `sessions`.

The file may be changed by another window, an editor or a sync program at any time. What this
window did not change is never written back, and whoever acts on a side, a stage, an answer or a
consent looks at the file again first (`look`, `as_seen`, `photo_consent`).
"""

import contextlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from routines.errors import Trouble
from routines.reading.library import find
from routines.safe_text import shown_path
from sessions.camera.source_name import is_simulated
from sessions.care.access import holds_no_air
from sessions.care.merging import merged
from sessions.care.settings import Settings
from sessions.care.settings_file import (
    FILE_NAME,
    KeymapCheck,
    SettingsError,
    change_settings,
    read_settings,
)
from tui.person.paths import Places
from tui.texts import settings as words_settings


def folders_of(data: Path, settings: Settings) -> tuple[Path, ...]:
    """Where own routines may stand: `routines` of the data folder, the folders that were added, and
    the data folder itself, beside `plan.toml`."""
    named = (Path(folder).expanduser() for folder in settings.routine_folders)
    return (data / "routines", *named, data)


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
        self._complaint = keymap_complaint
        self._file = read_settings(self.settings_path, keymap_complaint)
        self.settings: Settings = self._file.settings
        self.elsewhere: Callable[[Settings, Settings], object] = _nobody_is_told
        """Told of a change that was made elsewhere: the settings before it, and with it."""
        self.altered = 0
        """How often what a practice goes by was changed elsewhere."""
        self.unrecorded: list[datetime] = []
        """When the practices of this window began, in local time without zone, of which no record
        could be written: they count for the day all the same."""
        self.unwritten = False
        """Whether a change holds in this window and could not be put into the file yet."""

    @property
    def settings_path(self) -> Path:
        """Where the settings are kept."""
        return self.places.config / FILE_NAME

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.places.data

    @property
    def data_shown(self) -> str:
        """The data folder as it may be shown: its name may hold anything."""
        return shown_path(self.places.data)

    @property
    def routine_folders(self) -> tuple[Path, ...]:
        """Where routines of the person's own may stand."""
        return folders_of(self.data, self.settings)

    def is_active(self, id_or_path: str) -> bool:
        """Whether a routine asks a muscle to work; one that cannot be read counts as if it did."""
        try:
            found = find(id_or_path, self.routine_folders, today=self.today)
        except Trouble:
            return True
        return found.active

    def name_of(self, id_or_path: str) -> str:
        """The name of a routine as Home shows it; what was given where it cannot be read."""
        try:
            return find(id_or_path, self.routine_folders, today=self.today).name
        except Trouble:
            return id_or_path

    @property
    def ear_surgery(self) -> bool:
        """Whether no air may be held or puffed, as far as this person has told."""
        if self.simulated:
            return bool({"ear", "skull-base"} & set(self.settings.answers.operated))
        return holds_no_air(self.settings)

    @property
    def simulated(self) -> bool:
        """Whether the patient is the simulated one."""
        return is_simulated(self.settings.source)

    @property
    def today(self) -> date:
        """The local date."""
        return self.now().date()

    def change(self, settings: Settings) -> None:
        """Take `settings` from now on, and put what is new in them into the file.

        What was changed elsewhere meanwhile stays, here too. Raises SettingsError where the file
        cannot be written, or is wrong by now; it is left as it is, and the change holds unwritten
        until the file takes it: `refresh` and every later change try again.
        """
        if settings == self.settings and not self.unwritten:
            return
        self.settings = settings
        self.unwritten = True
        self._write()

    def _write(self) -> None:
        before = self._file.settings
        self._file = change_settings(self.settings_path, before, self.settings, self._complaint)
        self.unwritten = False
        self._take(self._file.settings)

    def keep(self, settings: Settings, say: Callable[[str], object]) -> None:
        """As `change`; where it cannot be written, `say` why and go on with it unwritten."""
        try:
            self.change(settings)
        except SettingsError as error:
            say(f"{error} {words_settings.NOT_WRITTEN}")

    def refresh(self) -> None:
        """Take in what was changed elsewhere. Raises SettingsError for a file that is wrong now."""
        found = read_settings(self.settings_path, self._complaint, self._file)
        if found is not self._file:
            unwritten = merged(self._file.settings, self.settings, found.settings)
            self._file = found
            self._take(unwritten)
        if self.unwritten and self.settings_path.exists():
            with contextlib.suppress(SettingsError):  # a full disk: later, and nothing is held up
                self._write()

    def look(self, say: Callable[[str], object]) -> bool:
        """As `refresh`; `say` what is wrong with the file and return False."""
        try:
            self.refresh()
        except SettingsError as error:
            say(str(error))
            return False
        return True

    def as_seen(self, altered: int, say: Callable[[str], object]) -> bool:
        """Whether all that a practice goes by is on the disk as it was when `altered` was read.

        A file that is wrong by now is said, and is not as it was.
        """
        return self.look(say) and self.altered == altered

    def photo_consent(self) -> tuple[bool, bool]:
        """Whether photos, and clips with them, are wished for at this moment; no where unsure."""
        try:
            self.refresh()
        except SettingsError:
            return (False, False)
        return (self.settings.photos, self.settings.photos and self.settings.clips)

    def _take(self, settings: Settings) -> None:
        """Go by `settings` from now on, and say what is new in them."""
        before, self.settings = self.settings, settings
        if _deciding(before) != _deciding(settings):
            self.altered += 1
        if before != settings:
            self.elsewhere(before, settings)


def _deciding(settings: Settings) -> tuple[object, ...]:
    """What a practice goes by: whether one may begin, which, for which side, and seen by what."""
    return (
        settings.side,
        settings.stage,
        settings.known_linked,
        settings.linked_pairs,
        settings.linked_sides,
        settings.linked_fingers,
        settings.eye_closes,
        settings.eye_covered,
        settings.answers,
        settings.source,
    )


def _nobody_is_told(before: Settings, after: Settings) -> None:
    """Until a screen stands there."""
