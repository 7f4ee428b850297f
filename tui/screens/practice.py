"""The heart of the screens: the cue, the seconds, both halves, and what is known about them.

Left stands left, as in a looking glass. It draws one `SessionView` and decides nothing.
"""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from routines.movements import MeasureKey, Side, other_side
from sessions.readings import Picture
from sessions.reps import Rep
from sessions.view import SessionView
from tui import words
from tui.settings import View
from tui.widgets.cue import Countdown, Cue, cue_line, cue_word, seconds_shown
from tui.widgets.face import DrawnFace, amount_of
from tui.widgets.meter import HalfMeter
from tui.widgets.mirror import Mirror
from tui.widgets.said import Said
from tui.widgets.sketch import Sketch


class Practice(Container):
    """Cue, countdown and meters on the left, the drawn face (or sketch, or mirror) on the right."""

    def __init__(self, side: Side, *, reduced_motion: bool = False, blink: bool = False) -> None:
        super().__init__(id="practice")
        self._side: Side = side
        self._reduced_motion = reduced_motion
        self._blink = blink

    def compose(self) -> ComposeResult:
        """Left column and right column."""
        with Vertical(id="practice-words"):
            with Horizontal(id="practice-cue"):
                yield Cue(id="cue")
                yield Countdown(id="countdown")
            yield Said(id="cue-line")
            yield HalfMeter(id="meter-left")
            yield HalfMeter(id="meter-right")
            yield Said(id="count")
            yield Said(id="hint")
            yield Said(id="about-last")
            yield Said(id="next")
        with Vertical(id="practice-face"):
            yield DrawnFace(reduced_motion=self._reduced_motion, id="face")
            yield Sketch(id="sketch")
            yield Mirror(id="mirror")

    def on_mount(self) -> None:
        """Look the parts up once; they are drawn many times a second."""
        self._cue = self.query_one(Cue)
        self._countdown = self.query_one(Countdown)
        self._left = self.query_one("#meter-left", HalfMeter)
        self._right = self.query_one("#meter-right", HalfMeter)
        self._face = self.query_one(DrawnFace)
        self._sketch = self.query_one(Sketch)
        self._mirror = self.query_one(Mirror)
        names = ("cue-line", "count", "hint", "about-last", "next")
        self._lines = {name: self.query_one(f"#{name}", Said) for name in names}

    def show(
        self,
        view: SessionView,
        measure: MeasureKey | None,
        looks: View,
        picture: Picture | None,
    ) -> None:
        """Draw the session as it stands."""
        self._cue.show(cue_word(view))
        self._countdown.show(seconds_shown(view))
        meters = {meter.side: meter for meter in view.meters or ()}
        bars = looks != "cue-only" and view.scored
        self._left.show(meters.get("left") if bars else None)
        self._right.show(meters.get("right") if bars else None)
        if looks == "sketch":
            self._sketch.show(view.outline)
        elif looks == "mirror":
            self._mirror.show(picture)
        else:
            self._face.show(measure, amount_of(view))
        self._lines["cue-line"].say(cue_line(view))
        self._lines["count"].say(count_line(view))
        self._lines["hint"].say(hint_line(view, blink=self._blink))
        self._lines["about-last"].say(about_last(view, self._side))
        self._lines["next"].say(next_line(view))


def count_line(view: SessionView) -> str:
    """Which repetition of which set, and whether the size is still being found."""
    if not view.reps:
        return ""
    parts = [words.COUNT.format(rep=min(max(1, view.rep), view.reps), reps=view.reps)]
    if view.sets > 1:
        parts.append(words.COUNT_SETS.format(set=view.set, sets=view.sets))
    if view.target_percent < 100:
        parts.append(words.TARGET_SMALLER.format(percent=round(view.target_percent)))
    return "   ".join(parts)


def hint_line(view: SessionView, *, blink: bool = False) -> str:
    """What matters now, one thing only: the camera's trouble, a guard's word, or the state."""
    if view.paused is not None:
        own = view.paused_reason in {"person", "asleep"}
        return words.PAUSED_HINT if own else words.PAUSED_FACE_HINT
    if view.hint:
        return f"! {view.hint}"
    if view.scored and view.reading_reason is not None:
        why = words.WHY_NOT_SCORED[view.reading_reason]
        return f"? {why[:1].upper()}{why[1:]}. {words.WHAT_TO_DO[view.reading_reason]}"
    if blink and view.phase == "rest":
        return words.BLINK
    if view.blind:
        return words.BLIND.format(why=view.blind[0])
    if not view.scored:
        return words.NOT_MEASURED
    if view.finding_reference:
        return words.FINDING_REFERENCE
    return words.GUARDS_QUIET


def about_last(view: SessionView, affected: Side) -> str:
    """What is worth knowing about the repetition before this one."""
    rep = view.last_rep
    if rep is None:
        return ""
    if not rep.scored:
        why = "" if rep.reason is None else words.WHY_NOT_SCORED[rep.reason]
        return words.REP_NOT_SCORED.format(why=why)
    low = f" ({words.LOW_CONFIDENCE})" if rep.confidence == "low" else ""
    return lag_words(rep, affected) + low


def lag_words(rep: Rep, affected: Side) -> str:
    """Which half came later, if one visibly did."""
    if rep.lag_ms is None:
        return ""
    if abs(rep.lag_ms) < words.LAG_TOGETHER_MS:
        return words.LAG_TOGETHER
    late = affected if rep.lag_ms > 0 else other_side(affected)
    return words.LAG_LATER.format(side=words.SIDE_NAMES[late], seconds=abs(rep.lag_ms) / 1000)


def next_line(view: SessionView) -> str:
    """What comes after this exercise."""
    return words.NEXT.format(name=view.next_name) if view.next_name else words.LAST_ONE
