"""The question about progress photos, the one about clips, and switching both off again."""

from functools import partial

from msgspec.structs import replace

from routines.model import Routine
from routines.safe_text import shown_path
from sessions.pictures.albums import FOLDER
from sessions.pictures.photo_director import ROUTINE
from tui.flows.asking import warn
from tui.person.person import Person
from tui.screens.home_actions import AnyApp
from tui.texts import clips as words_clips
from tui.texts import photos as words


async def offer_photos(app: AnyApp, person: Person, routine: Routine) -> None:
    """Before the first check-up with a camera, ask; never again by itself."""
    if not person.look(partial(warn, app)):
        return
    settings = person.settings
    camera = not person.simulated and not settings.eye_covered
    if routine.id == ROUTINE and camera and not settings.photos and not settings.photos_asked:
        await ask_photos(app, person)


async def turn_photos(app: AnyApp, person: Person) -> None:
    """From Settings: off at once, on only after the question."""
    if person.settings.photos:
        person.keep(replace(person.settings, photos=False, clips=False), partial(warn, app))
        app.notify(words.TURNED_OFF, timeout=8, markup=False)
    else:
        await ask_photos(app, person)


async def ask_photos(app: AnyApp, person: Person) -> None:
    """What is kept, where, for whom, how to delete; Enter means no."""
    from tui.screens.questions.ask import Ask

    about = words.ASK_ABOUT.format(folder=shown_path(person.data / FOLDER))
    yes = bool(await app.push_screen_wait(Ask(words.ASK, about, words.ASK_YES, words.ASK_NO)))
    kept = replace(person.settings, photos=yes, photos_asked=True)
    person.keep(kept, partial(warn, app))


async def turn_clips(app: AnyApp, person: Person) -> None:
    """From Settings: off at once, on only after their own question, and only beside photos."""
    from tui.screens.questions.ask import Ask

    settings = person.settings
    if not settings.photos:
        app.notify(words_clips.NEED_PHOTOS, timeout=8, markup=False)
    elif settings.clips:
        person.keep(replace(settings, clips=False), partial(warn, app))
        app.notify(words_clips.TURNED_OFF, timeout=8, markup=False)
    else:
        about = words_clips.ASK_ABOUT.format(folder=shown_path(person.data / FOLDER))
        ask = Ask(words_clips.ASK, about, words_clips.ASK_YES, words_clips.ASK_NO)
        yes = bool(await app.push_screen_wait(ask))
        person.keep(replace(person.settings, clips=yes), partial(warn, app))
