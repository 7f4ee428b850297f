"""The steps of a routine that are still to be done, in order.

After a stop the next step comes from another region of the face (clinical brief, row 26), so
the order may change. Every step ends exactly once, with the reason.
"""

from routines.model import Routine, Step
from sessions.engine.interface.commands import KeptStepEnd, StepEnding
from sessions.engine.texts import SAME_REGION


def _asks_work(step: Step) -> bool:
    """Whether a step is no care for today: active, or skipped anyway."""
    return step.exercise.active or step.skipped is not None


class Agenda:
    """Steps in the order they are done. A step's number is always its place in the routine."""

    def __init__(self, routine: Routine, ended: frozenset[int] = frozenset()) -> None:
        self._steps = routine.steps
        self._order = [i for i in range(len(routine.steps)) if i not in ended]

    @property
    def index(self) -> int | None:
        """The number of the step being done, from 0; None when the routine is done."""
        return self._order[0] if self._order else None

    @property
    def step(self) -> Step | None:
        """The step being done."""
        return self._steps[self._order[0]] if self._order else None

    @property
    def following(self) -> Step | None:
        """The next step that will be done."""
        ahead = (self._steps[i] for i in self._order[1:])
        return next((step for step in ahead if step.skipped is None), None)

    @property
    def behind(self) -> int:
        """How many steps have ended."""
        return len(self._steps) - len(self._order)

    def end(self, at_s: float, ended: StepEnding, why: str = "") -> KeptStepEnd:
        """End the step being done."""
        return KeptStepEnd(at_s=at_s, step=self._order.pop(0), ended=ended, why=why)

    def pass_skipped(self, at_s: float) -> list[KeptStepEnd]:
        """End every step up to the next that may be done today."""
        passed: list[KeptStepEnd] = []
        while self.step is not None and self.step.skipped is not None:
            passed.append(self.end(at_s, "skipped", self.step.skipped))
        return passed

    def other_region_first(self, at_s: float, region: str) -> list[KeptStepEnd]:
        """Bring forward the next step from another region; with none left, leave out the rest."""
        other = next(
            (
                i
                for i in self._order
                if self._steps[i].skipped is None and self._steps[i].exercise.region != region
            ),
            None,
        )
        if other is None:
            return self.leave_all(at_s, SAME_REGION)
        self.first(other)
        return []

    def first(self, index: int) -> None:
        """Bring a step forward that is still ahead."""
        self._order.remove(index)
        self._order.insert(0, index)

    @property
    def care_ahead(self) -> bool:
        """Whether massage, calm or care is still to come."""
        return any(not _asks_work(self._steps[i]) for i in self._order[1:])

    def leave_active(self, at_s: float, why: str) -> list[KeptStepEnd]:
        """Leave out every step ahead that asks muscles to work."""
        active = [i for i in self._order if _asks_work(self._steps[i])]
        self._order = [i for i in self._order if i not in active]
        return [KeptStepEnd(at_s=at_s, step=i, ended="left-out", why=why) for i in active]

    def leave_all(self, at_s: float, why: str) -> list[KeptStepEnd]:
        """Leave out every step that is still ahead."""
        return [self.end(at_s, "left-out", why) for _ in range(len(self._order))]
