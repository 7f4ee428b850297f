"""One exercise of a routine on a sheet, and its limits on another."""

from typing import cast

import msgspec
from msgspec.structs import replace

from routines.bounds import DOSE, GUARDS, TARGET_PERCENT
from routines.model import Routine, Step
from routines.movements import Stage
from routines.reading.drafts import WHOLE, keys_of
from routines.thresholds import Thresholds
from sessions.exchange.plan_draft import judged, with_dose, with_leave, with_steps
from tui.flows.plan.asking import number, picked, typed
from tui.person.person import Person
from tui.presenters.plan.rows import USUAL, SheetRow, guard_rows, step_rows
from tui.screens.home_actions import AnyApp
from tui.screens.plan.sheet import Sheet
from tui.texts.plan import building as words

MOST_NOTE = 300
"""Letters, as the reader of routines has it."""


class StepTask:
    """Changes the exercise at `place` of `routine`; take `routine` when it is over."""

    keys: frozenset[str] = frozenset()
    help = words.EXERCISE_HELP

    def __init__(self, person: Person, routine: Routine, place: int, by: str) -> None:
        self.routine = routine
        self._person = person
        self._place = place
        self._by = by

    @property
    def title(self) -> str:
        """The exercise."""
        return self._step.exercise.name

    @property
    def _step(self) -> Step:
        return self.routine.steps[self._place]

    def rows(self) -> list[SheetRow]:
        """Dose, aim, word, leave, limits."""
        return step_rows(self.routine, self._step)

    def words(self) -> list[str]:
        """The checker's, of the whole routine."""
        return judged(self.routine, self._person.today)[0]

    async def choose(self, app: AnyApp, row: str) -> None:
        """Change one line."""
        step = self._step
        if row in keys_of(step.exercise):
            label, now, whole = words.DOSE_LABELS[row], getattr(step.dose, row), row in WHOLE
            value = await number(app, label, DOSE[row], now, whole=whole)
            if value is not None:
                self._keep(with_dose(step, row, int(value) if whole else value))
        elif row == "target":
            label, now = words.STEP_LABELS[row], step.target_percent
            value = await number(app, label, TARGET_PERCENT, now)
            if value is not None:
                self._keep(replace(step, target_percent=value))
        elif row == "pace":
            self._keep(replace(step, pace="self" if step.pace == "timed" else "timed"))
        elif row == "assist":
            self._keep(replace(step, assist=not step.assist))
        elif row == "note":
            text = await typed(app, *words.TYPE["note"], step.note)
            if text is not None:
                self._keep(replace(step, note=text[:MOST_NOTE]))
        elif row == "leave":
            await self._allow(app)
        elif row == "guards":
            task = GuardsTask(step.exercise.name, step.thresholds)
            await app.push_screen_wait(Sheet(task))
            self._keep(replace(step, thresholds=task.thresholds))

    async def _allow(self, app: AnyApp) -> None:
        if not self._by:
            app.notify(words.ADD_NAME, severity="warning", markup=False)
            return
        exercise = self._step.exercise
        title = words.LEAVE_TITLE.format(name=exercise.name)
        weeks = await picked(app, title, words.LEAVE_OPTIONS, text=words.LEAVE_TEXT)
        if weeks is not None:
            today = self._person.today
            self.routine = with_leave(self.routine, exercise.id, self._by, today, int(weeks))

    def _keep(self, step: Step) -> None:
        steps = list(self.routine.steps)
        steps[self._place] = step
        self.routine = with_steps(self.routine, steps)

    async def act(self, app: AnyApp, action: str, row: str) -> str:
        """There are no keys of its own."""
        return ""

    async def may_close(self, app: AnyApp) -> bool:
        """What was changed stays in the routine."""
        return True


class GuardsTask:
    """Changes `thresholds`."""

    keys: frozenset[str] = frozenset()
    help = words.GUARDS_HELP

    def __init__(self, name: str, thresholds: Thresholds) -> None:
        self.thresholds = thresholds
        self.title = words.GUARDS_TITLE.format(name=name)

    def rows(self) -> list[SheetRow]:
        """Every limit."""
        return guard_rows(self.thresholds)

    def words(self) -> list[str]:
        """How it is read."""
        return [words.GUARDS_HELP]

    async def choose(self, app: AnyApp, row: str) -> None:
        """Another limit."""
        guard, key = row.split(" ")
        limits = getattr(self.thresholds, guard)
        usual = getattr(getattr(USUAL, guard), key)
        label, bound, whole = key.replace("_", " "), GUARDS[guard][key], key in WHOLE
        value = await number(app, label, bound, getattr(limits, key), usual, whole=whole)
        if value is not None:
            table = msgspec.to_builtins(self.thresholds)
            table[guard][key] = int(value) if whole else value
            self.thresholds = msgspec.convert(table, Thresholds)

    async def act(self, app: AnyApp, action: str, row: str) -> str:
        """There are no keys of its own."""
        return ""

    async def may_close(self, app: AnyApp) -> bool:
        """What was changed stays in the exercise."""
        return True


async def stage_of(app: AnyApp, now: Stage) -> Stage:
    """Another stage, or the same."""
    from routines.movements import STAGES

    chosen = await picked(app, words.STAGE_TITLE, {each: each for each in STAGES}, now)
    return now if chosen is None else cast(Stage, chosen)
