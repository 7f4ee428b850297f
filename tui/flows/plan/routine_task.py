"""A routine on a sheet: its name, its stage, its exercises in order."""

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.model import Exercise, Routine, Step
from sessions.exchange.plan_draft import judged, with_steps
from tui.flows.plan.asking import picked, remove, typed
from tui.flows.plan.step_task import StepTask, stage_of
from tui.person.person import Person
from tui.presenters.plan.rows import SheetRow, routine_rows
from tui.screens.home_actions import AnyApp
from tui.screens.plan.sheet import Sheet
from tui.screens.questions.ticks import Ticks
from tui.texts.plan import building as words


class RoutineTask:
    """Changes `routine`; take it when it is over. `by` signs what is allowed by name."""

    keys = frozenset({"add", "remove", "move"})
    help = words.ROUTINE_HELP

    def __init__(self, person: Person, routine: Routine, by: str) -> None:
        self.routine = routine
        self._person = person
        self._by = by

    @property
    def title(self) -> str:
        """Its name."""
        return words.ROUTINE_TITLE.format(name=self.routine.name)

    def rows(self) -> list[SheetRow]:
        """Name, stage, exercises."""
        return routine_rows(self.routine)

    def words(self) -> list[str]:
        """The checker's."""
        said, good = judged(self.routine, self._person.today)
        return said if good else [words.WRONG, *said]

    async def choose(self, app: AnyApp, row: str) -> None:
        """Change one line."""
        if row == "name":
            name = await typed(app, *words.TYPE["name"], self.routine.name)
            if name:
                self.routine = replace(self.routine, name=name[:120])
        elif row == "stage":
            stage = await stage_of(app, self.routine.stage)
            also = tuple(each for each in self.routine.also_for if each != stage)
            self.routine = replace(self.routine, stage=stage, also_for=also)
        elif row == "add":
            await self._add(app)
        else:
            task = StepTask(self._person, self.routine, _place(row), self._by)
            await app.push_screen_wait(Sheet(task))
            self.routine = task.routine

    async def act(self, app: AnyApp, action: str, row: str) -> str:
        """Add, take out, move."""
        if action == "add":
            await self._add(app)
        elif row.startswith("step "):
            place = _place(row)
            steps = list(self.routine.steps)
            if action == "remove":
                if await remove(app, steps[place].exercise.name):
                    del steps[place]
            else:
                to = min(max(place + (1 if action == "later" else -1), 0), len(steps) - 1)
                steps.insert(to, steps.pop(place))
                row = f"step {to}"
            self.routine = with_steps(self.routine, steps)
            return row
        return ""

    async def _add(self, app: AnyApp) -> None:
        region = await picked(app, words.REGION_TITLE, words.REGIONS)
        if region is None:
            return
        options = {
            each.id: each.name + (" *" if each.therapist_only else "")
            for each in exercises().values()
            if each.region == region and self._fits(each)
        }
        if not options:
            app.notify(words.NO_EXERCISES, markup=False)
            return
        ticks = Ticks(words.PICK_TITLE, (words.PICK_TEXT,), options)
        chosen = await app.push_screen_wait(ticks)
        new = [_step(exercises()[each]) for each in chosen or ()]
        self.routine = with_steps(self.routine, [*self.routine.steps, *new])

    def _fits(self, exercise: Exercise) -> bool:
        return self.routine.stage in exercise.stages

    async def may_close(self, app: AnyApp) -> bool:
        """What was changed stays in the plan that is being built."""
        return True


def _place(row: str) -> int:
    return int(row.removeprefix("step "))


def _step(exercise: Exercise) -> Step:
    """The catalogue's dose, in one set."""
    return Step(exercise=exercise, dose=replace(exercise.dose, sets=1))
