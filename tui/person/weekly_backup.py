"""The weekly backup in a thread of its own, so that no start waits for it.

A daemon thread: leaving the program does not wait either. What a backup that was cut off leaves is
cleared away by the next one.
"""

from collections.abc import Callable
from threading import Thread

from routines.errors import Trouble
from sessions.exchange.archive import ArchivePlaces
from sessions.exchange.backup import back_up
from tui.person.person import Person


def begin_backup(person: Person, say: Callable[[str], object]) -> Thread | None:
    """Make the backup where one is due; `say`, from the thread and once, why it cannot be made.

    None where the settings have it turned off.
    """
    if not person.settings.backups:
        return None
    places = ArchivePlaces(data=person.data, config=person.places.config)
    today = person.today

    def make() -> None:
        try:
            back_up(places, today)
        except Trouble as trouble:
            say(trouble.sentence)

    thread = Thread(target=make, name="weekly-backup", daemon=True)
    thread.start()
    return thread
