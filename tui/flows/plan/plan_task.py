"""The whole plan on a sheet: who made it, its limits, its times, its own routines."""

import asyncio
import re
from datetime import date, timedelta
from functools import partial

from msgspec.structs import replace

from routines.bounds import DAILY_CAP, GAP_HOURS
from routines.errors import Trouble
from routines.feedback import FEEDBACKS
from routines.model import Routine
from routines.plan import FILE_NAME, default_plan
from routines.reading.files import reason
from routines.reading.library import find, list_all
from sessions.care.day_plan import load_plan
from sessions.care.stage_today import stage_today
from sessions.exchange.plan_draft import (
    PlanDraft,
    copied,
    empty_routine,
    fresh_id,
    judged_plan,
    kept,
)
from tui.flows.asking import warn
from tui.flows.handing_over import own_routines, tell
from tui.flows.plan.asking import number, picked, remove, sure, typed
from tui.flows.plan.routine_task import RoutineTask
from tui.flows.plan.slot_task import changed_slot, new_slot
from tui.flows.plan.step_task import stage_of
from tui.person.past import plan_state
from tui.person.person import Person
from tui.presenters.plan.rows import SheetRow, as_on_screen, plan_rows
from tui.screens.home_actions import AnyApp
from tui.screens.plan.sheet import Sheet
from tui.texts.dates import day_in_words
from tui.texts.plan import building as words

MOST_COMMENT = 500
_WEEKS = re.compile(r"(\d{1,2}) *w(?:eeks?)?", re.IGNORECASE)


def drafted(person: Person) -> PlanDraft:
    """The plan as it is kept, with the own routines; the program's own where there is none.

    Raises Trouble for a plan that is wrong.
    """
    plan = load_plan(person.data, person.today, person.routine_folders)
    if plan is None:
        plan = default_plan(stage_today(person.settings) or "flaccid", person.today)
    own = (
        each
        for each in own_routines(person)
        if each.source == str(person.data / "routines" / f"{each.id}.toml")
    )
    return PlanDraft(plan=plan, routines=tuple(own))


class PlanTask:
    """Changes `draft`, and keeps it."""

    keys = frozenset({"keep", "add", "remove"})
    help = words.HELP
    title = words.TITLE

    def __init__(self, person: Person, draft: PlanDraft, *, new: bool = False) -> None:
        """`new`: `draft` is not what is kept already."""
        self.draft = draft
        self.kept: PlanDraft | None = None
        """What was kept last; None while nothing was."""
        self._person = person
        self._before = None if new else draft
        self._planned = plan_state(person)
        self._library = {
            each.routine.id: each.routine
            for each in list_all((), today=person.today)
            if each.routine is not None
        }

    @property
    def _all(self) -> dict[str, Routine]:
        return {**self._library, **{each.id: each for each in self.draft.routines}}

    def rows(self) -> list[SheetRow]:
        """The plan, times, routines."""
        return plan_rows(self.draft, {each.id: each.name for each in self._all.values()})

    def words(self) -> list[str]:
        """What stands against keeping it."""
        if self.draft == self._before:
            there = (self._person.data / FILE_NAME).exists()
            return [words.AS_KEPT if there else words.AS_USUAL]
        if wrong := self._wrong():
            return [words.WRONG, *wrong]
        unused = [each.name for each in self.draft.routines if not self.draft.used(each.id)]
        said = [words.UNUSED.format(name=name) for name in unused]
        theirs, ours = self.draft.plan.stage, self._person.settings.stage
        if ours is not None and theirs != ours:
            said.append(words.OTHER_STAGE.format(theirs=theirs, ours=ours))
        return [*said, words.GOOD if self.draft.plan.by else words.ADD_NAME]

    def _wrong(self) -> list[str]:
        found = judged_plan(self.draft, self._person.routine_folders, self._person.today)
        return [as_on_screen(each) for each in found]

    async def choose(self, app: AnyApp, row: str) -> None:
        """Change one line."""
        kind, _, which = row.partition(" ")
        if kind == "slot":
            await self._slot(app, int(which))
        elif kind == "add-slot":
            await self._slot(app, None)
        elif kind == "routine":
            await self._routine(app, self._all[which])
        elif kind == "add-routine":
            await self._new_routine(app)
        else:
            await self._line(app, row)

    async def _line(self, app: AnyApp, row: str) -> None:
        plan = self.draft.plan
        if row == "stage":
            plan = replace(plan, stage=await stage_of(app, plan.stage))
        elif row == "cap":
            value = await number(app, words.TYPE[row][0], DAILY_CAP, plan.daily_cap, whole=True)
            plan = plan if value is None else replace(plan, daily_cap=int(value))
        elif row == "gap":
            value = await number(app, words.TYPE[row][0], GAP_HOURS, plan.gap_hours)
            plan = plan if value is None else replace(plan, gap_hours=value)
        elif row == "feedback":
            turns = (None, *FEEDBACKS)
            plan = replace(plan, feedback=turns[(turns.index(plan.feedback) + 1) % len(turns)])
        elif row == "review":
            plan = replace(plan, review=await self._review(app, plan.review))
        else:
            now = plan.by if row == "by" else plan.comment
            text = await typed(app, *words.TYPE[row], now)
            if text is not None and row == "by":
                plan = replace(plan, by=text[:120])
            elif text is not None:
                plan = replace(plan, comment=text[:MOST_COMMENT])
        self.draft = replace(self.draft, plan=plan)

    async def _review(self, app: AnyApp, now: date | None) -> date | None:
        text: str | None = "" if now is None else now.isoformat()
        while (text := await typed(app, *words.TYPE["review"], text)) is not None:
            if not text:
                return None
            found = day_to_come(text, self._person.today)
            if found is not None:
                return found
            warn(app, words.NO_DATE.format(text=text))
        return now

    async def _slot(self, app: AnyApp, place: int | None) -> None:
        slots = list(self.draft.plan.slots)
        own_first = {each.id: each for each in self.draft.routines} | self._all
        fitting = [each for each in own_first.values() if self._may_stand(each)]
        if place is not None:
            slots[place] = await changed_slot(app, slots[place], fitting)
        elif slot := await new_slot(app, fitting):
            slots.append(slot)
        slots.sort(key=lambda each: each.at)
        self.draft = replace(self.draft, plan=replace(self.draft.plan, slots=tuple(slots)))

    def _may_stand(self, routine: Routine) -> bool:
        return routine.kind in {"practice", "record"} and routine.suits(self.draft.plan.stage)

    async def _routine(self, app: AnyApp, routine: Routine) -> None:
        task = RoutineTask(self._person, routine, self.draft.plan.by)
        await app.push_screen_wait(Sheet(task))
        if task.routine != routine or self.draft.routine(routine.id) is None:
            self.draft = self.draft.with_routine(task.routine)

    async def _new_routine(self, app: AnyApp) -> None:
        name = await typed(app, *words.TYPE["routine-name"], "")
        if not name:
            return
        stage = self.draft.plan.stage
        bases = {each.id: each.name for each in self._library.values() if each.suits(stage)}
        options = {"": words.BASE_EMPTY, **bases}
        base = await picked(app, words.BASE_TITLE, options)
        if base is None:
            return
        taken = (*(each.id for each in self.draft.routines), *self.draft.gone)
        routine_id = fresh_id(name, taken)
        if base:
            new = copied(find(base, today=self._person.today), routine_id, name[:120])
        else:
            new = empty_routine(routine_id, name[:120], stage)
        await self._routine(app, new)

    async def act(self, app: AnyApp, action: str, row: str) -> str:
        """Keep, add, take out."""
        kind, _, which = row.partition(" ")
        if action == "keep":
            await self._keep(app)
        elif action == "add":
            routines = kind in {"routine", "add-routine"}
            await (self._new_routine(app) if routines else self._slot(app, None))
        elif kind == "slot" and await remove(app, self.draft.plan.slots[int(which)].name):
            slots = list(self.draft.plan.slots)
            del slots[int(which)]
            self.draft = replace(self.draft, plan=replace(self.draft.plan, slots=tuple(slots)))
        elif kind == "routine":
            await self._take_out(app, which)
        return ""

    async def _take_out(self, app: AnyApp, routine_id: str) -> None:
        name, used = self._all[routine_id].name, self.draft.used(routine_id)
        if used:
            warn(app, words.USED.format(name=name, slots=", ".join(used)))
        elif await remove(app, name):
            self.draft = self.draft.without_routine(routine_id)

    async def _keep(self, app: AnyApp) -> None:
        person, plan = self._person, self.draft.plan
        if not plan.by:
            warn(app, words.ADD_NAME)
            return
        if wrong := self._wrong():
            await tell(app, words.WRONG, "\n\n".join(wrong))
            return
        if plan_state(person) != self._planned and not await sure(
            app, words.CHANGED_ASK, words.CHANGED_ABOUT, words.CHANGED_YES, words.CHANGED_NO
        ):
            return
        try:
            await asyncio.to_thread(partial(kept, person.data, self.draft, person.now()))
        except Trouble as trouble:
            warn(app, trouble.sentence)
            return
        except OSError as error:
            warn(app, words.NOT_KEPT.format(why=reason(error)))
            return
        self._planned = plan_state(person)
        self.draft = replace(self.draft, gone=())
        self._before = self.kept = self.draft
        said = words.KEPT if plan.review else words.KEPT_NO_REVIEW
        review = "" if plan.review is None else day_in_words(plan.review)
        app.notify(said.format(by=plan.by, review=review), timeout=8, markup=False)

    async def may_close(self, app: AnyApp) -> bool:
        """At once where nothing was changed, after a question otherwise."""
        if self.draft == self._before:
            return True
        return await sure(app, words.LEAVE_ASK, words.LEAVE_ABOUT, words.LEAVE_YES, words.LEAVE_NO)


def day_to_come(text: str, today: date) -> date | None:
    """A day after today: a date, or "8 weeks"; None where it is neither."""
    weeks = _WEEKS.fullmatch(text.strip())
    if weeks:
        return today + timedelta(weeks=int(weeks[1])) if int(weeks[1]) else None
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found > today else None
