"""Plan and routines: built, handed over, taken; and totals. Reached from Settings."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from routines.errors import Trouble
from routines.movements import Stage
from routines.plan import REVIEW_AFTER, default_plan
from sessions.exchange.plan_draft import PlanDraft
from tui.flows.asking import warn
from tui.flows.handing_over import MakeCamera, hand_over, take
from tui.flows.plan.plan_task import PlanTask, drafted
from tui.flows.plan.totals import write_total
from tui.person.person import Person
from tui.screens.home_actions import AnyApp
from tui.screens.plan.sheet import Sheet
from tui.screens.questions.pick import Pick
from tui.texts.plan import building as words

if TYPE_CHECKING:
    from sessions.live.interfaces import Camera


async def plan_and_routines(app: AnyApp, person: Person, camera: MakeCamera | None = None) -> str:
    """One thing after the other until it is left; the last of what there is to say."""

    def code_reader() -> "Camera":
        from tui.practice.camera import code_reader_for

        return code_reader_for(person.places)

    said = ""
    while True:
        menu = Pick(words.MENU_TITLE, (said,) if said else (), words.MENU_OPTIONS)
        chosen = await app.push_screen_wait(menu)
        match chosen:
            case ("build",):
                said = await _build(app, person)
            case ("give",):
                said = await hand_over(app, person)
            case ("take",):
                said = await take(app, person, camera or code_reader)
            case ("totals",):
                said = await write_total(app, person)
            case _:
                return said


async def _build(app: AnyApp, person: Person) -> str:
    try:
        task = PlanTask(person, drafted(person))
    except Trouble as trouble:
        warn(app, trouble.sentence)
        return ""
    await app.push_screen_wait(Sheet(task))
    return ""


async def built_with(app: AnyApp, person: Person, by: str, stage: Stage) -> PlanDraft | None:
    """A plan that `by` builds in a sitting; None where none was kept. Raises Trouble."""
    draft = drafted(person)
    plan = draft.plan if draft.plan.stage == stage else default_plan(stage, person.today)
    signed = replace(plan, by=by, review=person.today + REVIEW_AFTER)
    task = PlanTask(person, replace(draft, plan=signed), new=True)
    await app.push_screen_wait(Sheet(task))
    return task.kept
