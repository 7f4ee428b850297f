"""The question about the picture of a mirrored half, and switching it off again."""

from functools import partial

from msgspec.structs import replace

from tui.flows.asking import warn
from tui.person.person import Person
from tui.screens.home_actions import AnyApp
from tui.texts import seeing as words


async def turn_whole_face(app: AnyApp, person: Person) -> None:
    """From Settings: off at once, on only after the question; Enter means no."""
    from tui.screens.questions.ask import Ask

    settings = person.settings
    if settings.whole_face:
        person.keep(replace(settings, whole_face=False), partial(warn, app))
        app.notify(words.HALF_TURNED_OFF, timeout=8, markup=False)
        return
    ask = Ask(words.HALF_ASK, words.HALF_ABOUT, words.HALF_YES, words.HALF_NO)
    yes = bool(await app.push_screen_wait(ask))
    person.keep(replace(person.settings, whole_face=yes), partial(warn, app))
