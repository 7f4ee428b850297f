"""What the drawn face does at this moment: from the view, the step, and the person's weak side.

The goal's outline goes with the cue; the face itself makes what each half of the person makes,
as far as the camera reads it, and the goal where it reads nothing. Pure.
"""

from typing import NamedTuple

from routines.model import Exercise, Sides, Step
from routines.movements import MeasureKey, Side, other_side
from sessions.engine.interface.view import SessionView
from tui.widgets.face import hands
from tui.widgets.face.expression import AREA_OF, REST, expression_of, guided_expression, quiet_of
from tui.widgets.face.marks import NO_MARKS, Marks
from tui.widgets.face.portrait import Half

STEPS = 12
"""A movement is drawn in so many steps, so that each is painted once and kept."""
MOST = 1.5
"""No more than this is drawn, however far the person moves."""
STROKE_S = 3.5
"""One way of the hand, where nothing counts it."""
LIFTED_S = 0.5
"""The hand stays at the end of its way so long before it begins again."""


class Face(NamedTuple):
    """Both halves, the person's own left and right."""

    left: Half = Half()
    right: Half = Half()


def stepped(amount: float, *, still: bool = False) -> float:
    """The amount as it is drawn; `still` is the end of a movement, which does not move."""
    amount = min(MOST, max(0.0, amount))
    return float(amount > 0.0) if still else round(amount * STEPS) / STEPS


def amount_of(view: SessionView) -> float:
    """How far the movement that is asked for has come in this phase."""
    if view.paused is not None:
        return 0.0
    share = 1.0
    if view.seconds_left is not None and view.seconds_total:
        share = 1.0 - min(1.0, max(0.0, view.seconds_left / view.seconds_total))
    size = min(1.0, view.target_percent / 100.0)
    match view.phase:
        case "rise" | "assist":
            return size * share
        case "hold" | "fingers-off" | "your-pace":
            return size
        case "release":
            return size * (1.0 - share)
        case _:
            return 0.0


def _moving(sides: Sides, weak: Side) -> tuple[Side, ...]:
    if sides == "both":
        return ("left", "right")
    return (weak,) if sides == "weak" else (other_side(weak),)


def shown_how(step: Step, amount: float, weak: Side) -> Face:
    """The card of how it is done: the movement, its muscle, what stays quiet, where a finger goes.

    A step without a measure is drawn as in practice, `amount` of the way through a turn.
    """
    exercise = step.exercise
    if exercise.measure is None:
        return guided_at(exercise, amount, 0, weak)
    quiet, area = quiet_of(exercise.watch), AREA_OF[exercise.measure]
    now = expression_of(exercise.measure, amount)
    moving = _moving(exercise.sides, weak)
    halves: dict[Side, Half] = {}
    for side in ("left", "right"):
        marks = Marks(area=area, quiet=quiet) if side in moving else Marks(quiet=quiet)
        if side == weak and step.assist and (way := hands.ASSIST.get(exercise.id)):
            marks = marks._replace(finger=hands.along(way, amount), trail=way)
        halves[side] = Half(now if side in moving else REST, marks=marks)
    return Face(halves["left"], halves["right"])


def live(
    view: SessionView, measure: MeasureKey | None, sides: Sides, weak: Side, *, still: bool = False
) -> Face:
    """A repetition: each half by its own amount over the goal, or the goal where none is read."""
    asked = stepped(amount_of(view), still=still)
    own: dict[Side, float | None] = {}
    if view.paused is None and not still:
        own = {meter.side: meter.percent for meter in view.meters or ()}
    moving = _moving(sides, weak)
    halves: dict[Side, Half] = {}
    for side in ("left", "right"):
        goal = expression_of(measure, asked if side in moving else 0.0)
        percent = own.get(side)
        if percent is None:
            halves[side] = Half(goal)
        else:
            halves[side] = Half(
                expression_of(measure, stepped(percent / 100.0)), goal if asked else None
            )
    return Face(halves["left"], halves["right"])


def guided(step: Step, view: SessionView, weak: Side, *, still: bool = False) -> Face:
    """A guided step: hands on their way, or what the face does, by the turn that is counted."""
    exercise = step.exercise
    elapsed_s = (view.seconds_total or 0.0) - (view.seconds_left or 0.0)
    share, round_number = _share(view, elapsed_s)
    share = stepped(share, still=still)
    return guided_at(exercise, share, round_number, weak)


def guided_at(exercise: Exercise, share: float, round_number: int, weak: Side) -> Face:
    """The drawing `share` of the way through a turn."""
    now = guided_expression(exercise.id, share)
    moving = _moving(exercise.sides, weak)
    if exercise.sides != "both" and round_number % 2:
        moving = tuple(side for side in ("left", "right") if side not in moving)
    halves: dict[Side, Half] = {
        side: Half(now if side in moving else REST) for side in ("left", "right")
    }
    hand = hands.hand_of(exercise)
    if hand is None:
        return Face(halves["left"], halves["right"])
    marks = hands.marks_of(exercise.id, hand, share)
    for side in _with_hand(hand, weak, round_number):
        halves[side] = halves[side]._replace(marks=marks)
    if exercise.id == "lid-stretch":
        halves[other_side(weak)] = Half(now._replace(brow=0.0))
    if hands.holds_weak_side(exercise):
        halves[weak] = Half(marks=NO_MARKS._replace(held=hands.HELD[exercise.id]))
    return Face(halves["left"], halves["right"])


def _with_hand(hand: hands.Hand, weak: Side, round_number: int) -> tuple[Side, ...]:
    match hand.where:
        case "both":
            return ("left", "right")
        case "weak":
            return (weak,)
        case "strong":
            return (other_side(weak),)
        case "either":
            return (weak if round_number % 2 else other_side(weak),)


def _share(view: SessionView, elapsed_s: float) -> tuple[float, int]:
    """How far the present turn has come, and its number; a steady stroke where none is counted."""
    moment = view.moment
    if moment is not None and moment.turn and moment.part != "station":
        into = (elapsed_s - moment.begins_s) / moment.seconds if moment.seconds else 1.0
        match moment.part:
            case "move":
                return into, moment.turn
            case "hold":
                return 1.0, moment.turn
            case "release":
                return 1.0 - into, moment.turn
            case _:
                return 0.0, moment.turn
    number, into_s = divmod(elapsed_s, STROKE_S + LIFTED_S)
    return min(1.0, into_s / STROKE_S), int(number)
