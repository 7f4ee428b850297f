"""What plain mode says: one line for each thing that happens in a session."""

from collections.abc import Callable

from routines.catalogue import exercises
from routines.guided import Moment
from sessions.camera.source_name import is_simulated
from sessions.engine.interface.commands import (
    Command,
    Cue,
    Finished,
    GuidedCue,
    Hint,
    KeptBlind,
    KeptPause,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.engine.interface.view import SessionView
from sessions.engine.texts import weak_side_unseen
from sessions.guards.brief import brief, brief_blind
from sessions.live.conductor import Conductor
from sessions.readings import Reason
from sessions.reps.rep import Rep
from tui.practice.aloud.hold_count import HoldCount
from tui.practice.aloud.late_words import LateWords
from tui.practice.cue_words import line_of, sides_of, told_now, word_of
from tui.practice.how_words import how_lines, ready_lines, size_words
from tui.practice.plain_cards import demonstration_lines, guided_line, stop_card_lines
from tui.practice.plain_slow import SlowLines
from tui.practice.praise import may_praise
from tui.practice.summary_words import title_of
from tui.practice.view_words import (
    doubtful,
    lag_words,
    not_scored,
    rep_unread,
    sizes_words,
    what_to_do,
)
from tui.texts import how as words_how
from tui.texts import practice as words
from tui.texts import seeing as words_seeing
from tui.texts import summary as words_summary

BLINK_EVERY_S = 60.0
"""The reminder to blink, at most so often: a line that is read aloud takes its time. On the screen
it stands in every rest. No published figure."""
SAY_AGAIN_S = 5.0
"""The same advice about the picture is not repeated sooner than this."""

_BEGINS = frozenset({"demonstration", "ready", "guided", "between"})
"""Phases in which the session may come to another exercise."""
_WITH_LINE = frozenset(
    {"finding-face", "taking-rest", "demonstration", "stopped", "your-pace", "assist"}
)
"""Phases whose line below the word is said too."""

Say = Callable[[str], None]


class PlainLines:
    """Says what happens, one line each."""

    def __init__(
        self, conductor: Conductor, say: Say, *, blink: bool = False, keeps: bool = True
    ) -> None:
        """`blink`: rests say to blink. Without `keeps` nothing is said of a record."""
        self._keeps = keeps
        self._conductor = conductor
        self._say = say
        self._blink = blink
        self._blinked_at_s = -BLINK_EVERY_S
        self._late = LateWords()
        self._step = -1
        self._advice: Reason | None = None
        self._advice_at_s = -SAY_AGAIN_S
        self._slow = SlowLines()
        self._smooth = False
        self._asked_free = False
        self._hold = HoldCount()
        self._cautioned = False
        self._trouble = ""

    def hear(self, command: Command) -> None:
        """Turn a command into a line, where it is one."""
        if late := self._late.due(command):
            self._say(late)
        match command:
            case Cue():
                self._cue(command)
            case GuidedCue(at_s=at_s, exercise=exercise, moment=moment):
                self._guided(at_s, exercise, moment)
            case Hint(verdict=verdict):
                self._cautioned |= verdict.level != "hint"
                self._say(told_now(verdict, self._conductor.view().exercise_id))
            case KeptRep(rep=rep, target_percent=percent):
                self._say(self._rep(rep, percent))
            case KeptUnseen(why=why):
                self._say(why)
            case KeptBlind(why=why):
                self._say(brief_blind(why))
            case KeptPause(why=why):
                self._say(f"{why} {words.PAUSED_HINT}." if why else words.PLAIN_GOING_ON)
                for line in self._slow.offer(self._conductor.view(), anew=True):
                    self._say(line)
            case KeptVerdict(verdict=verdict) if verdict.level == "stop" or verdict.rule == "self":
                self._say(brief(verdict))
            case KeptStepEnd(ended="skipped", why=why) if why:
                self._say(why)
            case Finished(ended=ended, why=why) if self._keeps:
                self._say(f"{title_of(ended, self._conductor.trouble)} {why}".strip())
            case _:
                pass

    def pass_time(self, at_s: float) -> None:
        """Say what is not kept, that the camera is back, and what it needs, when that changes."""
        trouble = self._conductor.trouble if self._keeps else ""
        if trouble != self._trouble:
            self._trouble = trouble
            self._say(trouble or words.PLAIN_KEPT_AGAIN)
        if why := self._conductor.take_was_lost():
            self._say(words.CAMERA_AGAIN.format(why=why))
        if (left_s := self._hold.left_at(at_s)) is not None:
            self._say(words_how.SECONDS_MORE.format(seconds=left_s))
        while self._conductor.notes:
            self._say(self._conductor.notes.pop(0))
        was_smooth, self._smooth = self._smooth, self._conductor.engine.smooth
        if was_smooth and self._smooth:
            return  # a view for each reading would take more time than the lines
        view = self._conductor.view()
        if view.paused is None:
            for line in (*self._slow.about(view), *self._slow.offer(view)):
                self._say(line)
        if view.phase not in {"finding-face", "taking-rest"} and view.paused is None:
            return
        reason = view.reading_reason
        if reason is None or (reason == self._advice and at_s - self._advice_at_s < SAY_AGAIN_S):
            return
        self._advice, self._advice_at_s = reason, at_s
        self._say(what_to_do(view))

    def _cue(self, cue: Cue) -> None:
        self._hold.end()
        if cue.phase in {"paused", "done"}:
            return
        view = self._conductor.view()
        if view.step != self._step and cue.phase in _BEGINS:
            self._step = view.step
            where = words.EXERCISE_OF.format(step=view.step + 1, steps=view.steps)
            self._say(f"{where}: {view.exercise_name}.")
            ladder = size_words(view.ladder_percent, view.start_percent)
            # A guided step tells its sentences when their time has come.
            how = ready_lines(view) if view.scored and not self._shows_next(view) else ()
            for line in (*([ladder] if ladder else []), *how, *view.text.splitlines()):
                self._say(line)
            if exercises()[view.exercise_id].mirrors_half:
                self._say(words_seeing.HALF_PLAIN)
        parts = [word_of(cue.phase, view.exercise_id)]
        if cue.seconds is not None:
            seconds = round(cue.seconds)
            one = seconds == 1
            parts.append(
                words.PLAIN_ONE_SECOND if one else words.PLAIN_SECONDS.format(seconds=seconds)
            )
        if cue.phase in {"rise", "your-pace", "assist"}:
            self._cautioned = False
            parts.append(words.COUNT.format(rep=view.rep, reps=view.reps))
        if cue.phase == "stopped" and view.stop is not None:
            parts.append(view.stop.exercise)
        if cue.phase in _WITH_LINE:
            parts.append(line_of(cue.phase, view.exercise_id))
        if cue.phase == "release-step":
            parts.append(view.hint)
        self._say(". ".join(part.rstrip(".") for part in parts if part) + ".")
        if self._blink and cue.phase in {"rest", "between"}:
            self._remind_to_blink(cue.at_s)
        if cue.phase == "finding-face" and not self._asked_free:
            self._asked_free = True
            simulated = is_simulated(self._conductor.request.source)
            self._say(words_seeing.SEE_SIMULATED if simulated else words_seeing.SEE_FREE)
        if cue.phase == "stopped" and view.stop is not None:
            asks = self._conductor.request.keyboard
            for line in stop_card_lines(view, view.stop, asks=asks):
                self._say(line)
        if cue.phase == "demonstration":
            self.say_how()

    def say_how(self) -> None:
        """Say how the movement of now, or of next, is done."""
        view = self._conductor.view()
        steps = self._conductor.plan.routine.steps
        step = next((s for s in steps if s.exercise.id == view.exercise_id), None)
        lines = () if step is None else how_lines(step, view.fingers)
        if step is not None and view.phase == "demonstration":
            lines = demonstration_lines(view, step)
        for line in lines:
            self._say(line)

    def _shows_next(self, view: SessionView) -> bool:
        """Whether the card that shows the exercise says how it is done."""
        return view.exercise_id in self._conductor.plan.demonstrated and view.phase != "ready"

    def _remind_to_blink(self, at_s: float) -> None:
        if at_s - self._blinked_at_s >= BLINK_EVERY_S:
            self._blinked_at_s = at_s
            self._say(words.BLINK)

    def _guided(self, at_s: float, exercise: str, moment: Moment) -> None:
        """A sentence, a place or a part of a turn, when its time has come."""
        self._hold.end()
        if line := guided_line(moment, exercise):
            self._say(line)
        if moment.part == "hold":
            self._hold.begin(at_s, moment.seconds)

    def _rep(self, rep: Rep, target_percent: float) -> str:
        if not rep.scored:
            return not_scored(rep)
        if self._conductor.plan.routine.kind == "weekly-look":
            return words_summary.LOOK_TRIED
        if doubtful(self._conductor.view().exercise_id, rep):
            return rep_unread(self._conductor.view().exercise_id)
        affected = self._conductor.plan.side
        if not rep.affected.seen:
            return weak_side_unseen(affected)
        sizes = sizes_words(rep, affected)
        both = sides_of(self._conductor.view().exercise_id) == "both"
        small = rep.affected.percent_of_reference is not None and target_percent < 100.0
        asked = words.PLAIN_ASKED.format(percent=round(target_percent)) if small else ""
        lag = lag_words(rep, affected) if both else ""
        praised = not self._cautioned and may_praise(rep, target_percent)
        if lag == words.LAG_TOGETHER and not praised:
            lag = ""
        return " ".join(part for part in (f"{sizes}.", asked, lag) if part)
