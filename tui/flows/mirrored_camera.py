"""Finding out a camera that delivers mirrored pictures, and what the answer changes."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routines.errors import Trouble
from sessions.camera.model_file import find_model
from sessions.camera.source_name import parse
from sessions.care.settings import Settings
from sessions.messages import WIRE_VERSION, Open
from tui.flows.asking import warn
from tui.person.person import Person
from tui.texts import hand as words

if TYPE_CHECKING:
    from sessions.live.interfaces import Camera
    from tui.screens.home_actions import AnyApp

MakeCamera = Callable[[], "Camera"]


def may_mirror(source: str) -> bool:
    """Whether the source is a camera: films say themselves how they are to be shown."""
    return parse(source).kind in {"camera", "url"}


def not_known(settings: Settings) -> str:
    """A sentence where nobody has said yet whether the camera mirrors; empty where it is known."""
    known = settings.mirrored or settings.mirrored_asked or not may_mirror(settings.source)
    return "" if known else words.NOT_KNOWN


async def offer_hand(app: "AnyApp", person: Person, camera: MakeCamera) -> None:
    """Before the first practice with this camera, ask; once it was answered, never by itself."""
    settings = person.settings
    if (
        may_mirror(person.settings.source)
        and not settings.mirrored_asked
        and not settings.eye_covered
    ):
        await ask_hand(app, person, camera)


async def ask_hand(app: "AnyApp", person: Person, camera: MakeCamera) -> None:
    """Show the camera's own picture, not turned back, and keep what the person sees in it."""
    from tui.screens.questions.hand import WhichHand

    if not may_mirror(person.settings.source):
        app.notify(words.SIMULATED, timeout=8, markup=False)
        return
    try:
        model = await asyncio.to_thread(find_model, person.places.model)
    except Trouble as trouble:
        warn(app, trouble.sentence)
        return
    request = Open(wire=WIRE_VERSION, source=person.settings.source, model=str(model))
    answer = await app.push_screen_wait(WhichHand(camera, request))
    if answer is None:
        return
    changed = replace(person.settings, mirrored_asked=True)
    if answer != "unsure":
        changed = replace(changed, mirrored=answer == "right")
    person.keep(changed, partial(warn, app))
    said = {"left": words.STRAIGHT, "right": words.MIRRORED}.get(answer, words.UNSURE)
    app.notify(said, timeout=8, markup=False)
