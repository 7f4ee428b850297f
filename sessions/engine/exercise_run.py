"""One scored exercise as it is being done: repetitions are found, counted and judged.

The engine handles phases and time; this class interprets the readings of one exercise across its
sets and its one smaller retry. After an interruption it is rebuilt from the journal.
"""

import msgspec

from routines.feedback import is_hidden
from routines.movements import TOO_COARSE, MeasureKey, Side, Watch, is_eye_pair, other_side
from sessions.engine.assisted_hold import AssistedHold
from sessions.engine.exercise_reference import ExerciseReference
from sessions.engine.interface.commands import Phase
from sessions.engine.interface.plan import SessionPlan
from sessions.engine.interface.view import Meter, ReadFor, Role
from sessions.engine.meters import meter
from sessions.engine.resume_point import Position
from sessions.guards import Guards, blind_sentences
from sessions.guards.look import Look
from sessions.guards.reference import REPS, TRIES
from sessions.guards.synkinesis import LinkedNow, LinkedReading
from sessions.messages import RestTaken
from sessions.readings import Reading
from sessions.reps.rep import Rep, Verdict
from sessions.reps.tracker import RepTracker

EXTRA_TRIES = 2
"""Repetitions asked for beyond the dose when some were not seen."""


class ExerciseRun:
    """The sets of one exercise. The engine asks for each repetition and feeds every reading."""

    def __init__(
        self, plan: SessionPlan, index: int, rest: RestTaken | None, *, by_clock: bool = False
    ) -> None:
        step = plan.routine.steps[index]
        measure = step.exercise.measure
        if measure is None:
            raise ValueError(f"{step.exercise.id} has nothing to score")
        self.set = 1
        self.asked = 0
        """Repetitions asked for in this set."""
        self.done = 0
        """Repetitions confirmed in this set."""
        self.ladder_percent = plan.ladder_percent(step)
        """The step of the ladder this began at; None where there is no ladder."""
        self.start_percent = min(
            plan.target_percent(step),
            100.0 if self.ladder_percent is None else self.ladder_percent,
        )
        """What is aimed at as soon as the own gentle size is known, percent of it."""
        self.fingers = plan.fingers(step)
        """The pairs that nobody watches here: a finger rests on the part that is to stay quiet."""
        smaller = self.start_percent < 100.0
        self.reference = ExerciseReference(
            plan.references.get(measure),
            index,
            gentle=plan.gentle.get(measure) if smaller else None,
            needed=TRIES if smaller else REPS,
        )
        """The own gentle size, which percentages are of."""
        self._plan = plan
        self._step = step
        self._watch: tuple[Watch, ...] = tuple(
            pair for pair in step.exercise.watch if pair not in self.fingers
        )
        self._dose_reps = step.dose.reps
        self._measure: MeasureKey = measure
        self._retried = False
        self._reps: list[Rep] = []
        self._tracker: RepTracker | None = None
        self._assisted: AssistedHold | None = None
        self._guards: Guards | None = None
        self._release: Verdict | None = None
        self._blind: str | None = blind_sentences.BLIND_BY_CLOCK
        if rest is not None and not by_clock:
            self.rest_anew(rest)

    # Where it stands

    @property
    def by_clock(self) -> bool:
        """Whether the repetitions run by the clock alone, unwatched."""
        return self._tracker is None and self._assisted is None

    @property
    def open(self) -> bool:
        """Whether a movement is under way."""
        finder = self._assisted or self._tracker
        return finder is not None and finder.open

    @property
    def begun(self) -> bool:
        """Whether a repetition was done, seen or not."""
        return self.set > 1 or self.asked > 0

    @property
    def rep_next(self) -> int:
        """The repetition that is asked for next, from 1; as `rep_now`, over the set."""
        return (self.asked if self.by_clock else self.done) + 1

    @property
    def rep_now(self) -> int:
        """The repetition being done, from 1, counted over the set."""
        return self.done + 1 if self.open or self.asked > self.done else max(self.done, 1)

    @property
    def set_over(self) -> bool:
        """Whether the set has all its repetitions, or enough were asked for."""
        if self.by_clock:
            return self.asked >= self._dose_reps
        return self.done >= self._dose_reps or self.asked >= self._dose_reps + EXTRA_TRIES

    @property
    def hidden(self) -> bool:
        """Whether the repetition asked for last is done without seeing the meters."""
        watched = self.asked > 0 and not self.by_clock
        return watched and is_hidden(self.asked, self._plan.hidden_of_three)

    @property
    def finding_reference(self) -> bool:
        """Whether the own gentle size is still being found."""
        return not self.by_clock and not self.reference.reference.ready

    @property
    def target_percent(self) -> float:
        """What the next repetition aims at, percent of the reference."""
        return self.start_percent if self._guards is None else self._guards.target_percent

    @property
    def linked_now(self) -> LinkedNow:
        """Whether something moves along at this moment, as far as it is watched."""
        if self._guards is None or self.by_clock:
            return "unwatched"
        return self._guards.linked_now

    @property
    def linked_reading(self) -> LinkedReading | None:
        """What moves along at this moment, beside its limit."""
        return None if self._guards is None else self._guards.linked_reading

    @property
    def blind(self) -> tuple[str, ...]:
        """Why a guard cannot work here, in plain sentences."""
        if self._blind is not None:
            return (self._blind,)
        touched = (blind_sentences.blind_finger(self.fingers),) if self.fingers else ()
        return touched if self._guards is None else (*touched, *self._guards.blind)

    @property
    def may_retry(self) -> bool:
        """Whether the one smaller retry is still to come and the dose has room for it."""
        return not self._retried and self.done < self._dose_reps

    def meters(self, reading: Reading | None) -> tuple[Meter, Meter]:
        """Both halves' live excursion, affected first; empty while the frame is not scored."""
        return self._meter("affected", reading), self._meter("unaffected", reading)

    @property
    def reads_for(self) -> ReadFor:
        """What readings are read for."""
        corners = any(not is_eye_pair(pair) for pair in self._step.exercise.watch)
        return ReadFor(self._measure, corners)

    @property
    def looks(self) -> tuple[Look, ...]:
        """What the guards compared in the last repetition."""
        return () if self._guards is None else self._guards.looks

    # What happens to it

    def rest_anew(self, rest: RestTaken) -> None:
        """Work from this rest from now on; what was judged before stays."""
        step, side = self._step, self._plan.side
        if self.by_clock:
            # What was done unwatched counts, or watching again would add repetitions to the dose.
            self.done = max(self.done, self.asked)
            self._blind = None
        of = self._measure, side, rest.left, rest.right
        first_n = len(self._reps) + 1
        if step.assist:
            self._assisted = AssistedHold(*of)
            self._assisted.n = first_n
        else:
            self._tracker = RepTracker(*of, watch=self._watch, first_n=first_n)
        if self._guards is None:
            known = self._plan.known(step)
            self._guards = Guards(
                step.thresholds,
                measure=self._measure,
                watch=self._watch,
                affected=side,
                left=rest.left,
                right=rest.right,
                reference=self.reference.reference,
                known_linked=bool(known),
                linked_pairs=tuple(known),
                start_percent=self.start_percent,
            )

    def go_on_from(self, position: Position) -> None:
        """Take over what an interrupted session had kept of this exercise."""
        self.set, self.asked, self.done = position.set, position.asked, position.done
        self._reps = list(position.reps)
        if self._guards is not None:
            earlier, stopped = len(position.reps) - position.seen, False
            for before, rep in enumerate((*position.reps, None)):
                if before == earlier:
                    self._guards.new_set()
                if before == position.smaller_after:
                    self._begin_smaller(self._guards)
                if rep is not None:
                    stopped = any(each.level == "stop" for each in self._guards.judge(rep))
            known = self.asked >= self._dose_reps or position.smaller_after == len(position.reps)
            if stopped and not known:  # its line in the journal was damaged: it stays a stop
                self.set, self.done = self._step.dose.sets, self._dose_reps
            if position.target_percent < self._guards.target_percent:
                self._retried = True
                self._guards.new_set(position.target_percent)
        for finder in (self._tracker, self._assisted):
            if finder is not None:
                finder.n = len(self._reps) + 1
        self.reference.kept = position.reference is not None

    def go_by_clock(self) -> None:
        """Nothing is measured. Guards keep what they know, and judge again after `rest_anew`."""
        self._tracker = self._assisted = None
        self._blind = blind_sentences.BLIND_BY_CLOCK

    def ask(self) -> None:
        """A repetition is being asked for."""
        self.asked += 1

    def feed(self, reading: Reading, phase: Phase) -> tuple[Rep | None, Verdict | None]:
        """Take in one reading: a finished repetition, and a word told while it happens."""
        if self._assisted is not None:
            return self._assisted.feed(reading, phase), None
        if self._tracker is None or self._guards is None:
            return None, None
        return self._tracker.feed(reading), self._guards.live(reading, self._tracker)

    def close(self, t_s: float) -> Rep | None:
        """End the repetition that is under way at source time `t_s`, released or not."""
        finder = self._assisted or self._tracker
        return None if finder is None else finder.close(t_s)

    def abandon(self) -> None:
        """Forget the movement that is under way."""
        finder = self._assisted or self._tracker
        if finder is not None:
            finder.abandon()

    def judge(self, rep: Rep) -> tuple[Rep, tuple[Verdict, ...]]:
        """Count a repetition and ask the guards; it comes back with its percentages."""
        self.done += 1
        self._reps.append(rep)
        verdicts = () if self._guards is None else self._guards.judge(rep)
        self._release = None if self._guards is None else self._guards.release
        return self.reference.reference.with_percent(rep), verdicts

    def take_release(self) -> Verdict | None:
        """The caution that brings a release step before the next repetition, once."""
        release, self._release = self._release, None
        return release

    def next_set(self) -> None:
        """Begin the next set."""
        self.set += 1
        self.asked = self.done = 0
        if self._guards is not None:
            self._guards.new_set()

    def retry_smaller(self) -> None:
        """Begin the one retry: what is left of the dose, at a smaller target."""
        self.asked = self.done
        if self._guards is not None:
            self._begin_smaller(self._guards)

    def _begin_smaller(self, guards: Guards) -> None:
        """`retry_target_percent` is a share of what was aimed at, which may be small already."""
        self._retried = True
        share = self._step.thresholds.overcompensation.retry_target_percent / 100.0
        guards.new_set(share * guards.target_percent)

    def _meter(self, role: Role, reading: Reading | None) -> Meter:
        affected = role == "affected"
        side: Side = self._plan.side if affected else other_side(self._plan.side)
        mm: float | None = None
        doubtful = reading is not None and self._measure in reading.doubtful
        if reading is not None and reading.reason is None and not doubtful:
            if self._tracker is not None:
                mm = self._tracker.affected_mm if affected else self._tracker.unaffected_mm
            else:
                half = reading.half(side)
                mm = None if half is None else half.measure(self._measure)
        level = None if self._guards is None else self._guards.level(role)
        shown = meter(role, side, mm, self.reference.reference, self.target_percent, level)
        coarse = self._measure in TOO_COARSE
        return msgspec.structs.replace(shown, doubtful=True, coarse=coarse) if doubtful else shown
