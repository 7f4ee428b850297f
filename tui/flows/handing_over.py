"""A plan or a routine goes to another computer, or comes from one. Called inside a worker."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from routines.errors import Trouble
from routines.model import Routine
from routines.reading.files import reason
from routines.reading.library import list_all, path_of
from routines.safe_text import shown_path
from sessions.camera.source_name import is_simulated
from sessions.care.day_plan import load_plan
from sessions.exchange.hand_over import (
    HandOver,
    archived,
    checked,
    from_file,
    of_plan,
    of_routines,
    packed,
    texts_of,
    unpacked,
)
from sessions.exchange.taking import keep, replaced_by
from sessions.messages import WIRE_VERSION, Open
from sessions.storage.exported_files import remember
from tui.flows.asking import warn
from tui.person.person import Person
from tui.presenters.plan.handed_over import exercises_of, review_lines
from tui.screens.home_actions import AnyApp
from tui.screens.plan.review import Review
from tui.screens.questions.pick import Pick
from tui.screens.questions.typed import Typed
from tui.terminal.output import to_write, write_out
from tui.texts.plan import handing_over as words

if TYPE_CHECKING:
    from sessions.live.interfaces import Camera

MakeCamera = Callable[[], "Camera"]


def own_routines(person: Person) -> list[Routine]:
    """The routines that lie in the person's folders, those that can be run."""
    listed = list_all(person.routine_folders, today=person.today)
    return [each.routine for each in listed if each.routine and each.source != "library"]


async def hand_over(app: AnyApp, person: Person) -> str:
    """What, and how; a sentence where something is to be said afterwards."""
    try:
        plan = await asyncio.to_thread(load_plan, person.data, person.today, person.routine_folders)
        own = await asyncio.to_thread(own_routines, person)
        options = {} if plan is None else {"plan": words.PLAN}
        options |= {f"routine {each.id}": words.ROUTINE.format(name=each.name) for each in own}
        if not options:
            return words.NO_PLAN
        chosen = await app.push_screen_wait(Pick(words.WHAT_TITLE, (words.WHAT_TEXT,), options))
        if chosen is None:
            return ""
        if chosen[0] == "plan" and plan is not None:
            handed = await asyncio.to_thread(of_plan, plan, person.routine_folders, person.today)
        else:
            handed = of_routines([each for each in own if f"routine {each.id}" == chosen[0]])
        return await _given(app, person, handed)
    except Trouble as trouble:
        await tell(app, words.WHAT_TITLE, trouble.sentence)
        return ""


async def _given(app: AnyApp, person: Person, handed: HandOver) -> str:
    texts = (words.LEAVES.format(exercises=exercises_of(handed)),) if handed.leaves else ()
    how = await app.push_screen_wait(Pick(words.HOW_TITLE, texts, words.HOW_OPTIONS))
    if how is None:
        return ""
    if how[0] == "codes":
        from tui.screens.plan.show_codes import ShowCodes

        await app.push_screen_wait(ShowCodes(packed(texts_of(handed))))
        return ""
    named = words.FILE_USUAL
    while named := await app.push_screen_wait(Typed(words.FILE_TITLE, words.FILE_ABOUT, named)):
        try:
            return write_file(person, handed, named)
        except Trouble as trouble:
            warn(app, trouble.sentence)
    return ""


def write_file(person: Person, handed: HandOver, named: str) -> str:
    """Write it as a ZIP; a sentence that says where. Raises Trouble."""
    path = to_write(named, (".zip",), person.data)
    write_out(path, archived(texts_of(handed)))
    remember(person.data, path, "export", person.now())
    return words.WRITTEN.format(path=shown_path(path))


async def take(app: AnyApp, person: Person, camera: MakeCamera) -> str:
    """From the camera or a file; a sentence that says what came of it."""
    title, texts = words.TAKE_TITLE, (words.TAKE_TEXT,)
    chosen = await app.push_screen_wait(Pick(title, texts, words.TAKE_OPTIONS))
    if chosen is None:
        return ""
    if chosen[0] == "camera":
        return await take_codes(app, person, camera, person.settings.source)
    named = ""
    while named := await app.push_screen_wait(
        Typed(words.TAKE_FILE_TITLE, words.TAKE_FILE_ABOUT, named)
    ):
        try:
            handed = await asyncio.to_thread(
                from_file, path_of(named), person.routine_folders, person.today
            )
            return await review(app, person, handed)
        except Trouble as trouble:
            await tell(app, words.TAKE_TITLE, trouble.sentence)
    return ""


async def take_codes(app: AnyApp, person: Person, camera: MakeCamera, source: str) -> str:
    """From codes before the camera `source`."""
    from tui.screens.plan.read_codes import ReadCodes

    if is_simulated(source):
        return words.READ_SIMULATED
    request = Open(wire=WIRE_VERSION, source=source, model="")
    content = await app.push_screen_wait(ReadCodes(camera, request))
    if content is None:
        return words.NOT_TAKEN
    try:
        texts = unpacked(content)
        handed = await asyncio.to_thread(checked, texts, person.routine_folders, person.today)
        return await review(app, person, handed)
    except Trouble as trouble:
        await tell(app, words.TAKE_TITLE, trouble.sentence)
        return words.NOT_TAKEN


async def review(app: AnyApp, person: Person, handed: HandOver) -> str:
    """Show it; kept only after a yes. Raises Trouble."""
    lines = review_of(person, handed)
    review = Review(words.REVIEW_TITLE, lines, yes=words.REVIEW_YES, no=words.REVIEW_NO)
    answer = await app.push_screen_wait(review)
    return keep_taken(person, handed) if answer else words.NOT_TAKEN


def review_of(person: Person, handed: HandOver) -> Callable[[int], list[str]]:
    """What is shown before it is kept, in lines of so many columns. Raises Trouble."""
    replaced = replaced_by(person.data, handed)
    new = [name for name in texts_of(handed) if not (person.data / name).exists()]
    here = len(texts_of(handed)) - len(replaced) - len(new)
    return partial(review_lines, handed, replaced, here, person.settings.stage)


def keep_taken(person: Person, handed: HandOver) -> str:
    """Keep it; what was kept, in a sentence. Raises Trouble."""
    try:
        kept = keep(person.data, handed, person.now())
    except OSError as error:
        raise Trouble(words.NOT_KEPT.format(why=reason(error)), "settings") from error
    names = ", ".join(kept.names)
    if kept.backup is None:
        return words.TAKEN.format(names=names)
    return words.TAKEN_BACKUP.format(names=names, backup=shown_path(kept.backup))


async def tell(app: AnyApp, title: str, text: str) -> None:
    """Show a longer text, to be read at leisure."""
    await app.push_screen_wait(Review(title, lambda _: text.splitlines(), no=words.REVIEW_BACK))
