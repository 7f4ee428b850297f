"""Shows what was changed in another window, and takes on the looks that were chosen there."""

from functools import partial

from sessions.care.settings import Settings
from tui.person.person import Person
from tui.presenters.elsewhere import changed_elsewhere
from tui.screens.home_actions import AnyApp


def tell_elsewhere(app: AnyApp, person: Person) -> None:
    """From now on, say it over whatever screen stands there."""
    person.elsewhere = partial(_tell, app)


def wear(app: AnyApp, settings: Settings) -> None:
    """Colours, room and keys as `settings` say."""
    app.theme = settings.theme
    app.set_class(settings.roomy, "-roomy")
    app.set_keymap(settings.keymap)


def _tell(app: AnyApp, before: Settings, after: Settings) -> None:
    sentence = changed_elsewhere(before, after)
    if sentence:
        app.notify(sentence, severity="warning", timeout=12, markup=False)
    wear(app, after)
