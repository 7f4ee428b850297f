"""What the drawn face does at a moment: the cue's pace, the person's own halves, the hands."""

from datetime import date

import pytest

from routines.catalogue import exercises
from routines.for_person import for_person
from routines.guided import Moment, moments
from routines.model import Step
from routines.movements import Stage
from routines.reading.reader import read_routine
from sessions.engine.interface.commands import Phase
from tests.tui.views import LEFT, RIGHT, view
from tui.widgets.face.breath import breath, fullness
from tui.widgets.face.expression import REST, expression_of
from tui.widgets.face.portrait import Half, Style
from tui.widgets.face.scene import amount_of, guided, guided_at, live, shown_how, stepped
from tui.widgets.glyphs import Glyphs


def step_of(exercise_id: str, stage: Stage = "paretic", *, assist: bool = False) -> Step:
    """A step as a person of that stage does it."""
    more = "assist = true\n" if assist else ""
    routine = read_routine(
        f'schema = 1\nid = "one"\nname = "One"\nstage = "{stage}"\n[[exercise]]\n'
        f'do = "{exercise_id}"\n{more}',
        source="test",
        today=date(2026, 11, 21),
    )
    (step,) = for_person(routine, stage).steps
    return step


@pytest.mark.parametrize(
    ("phase", "left", "amount"),
    [
        ("rise", 2.0, 0.0),
        ("rise", 1.0, 0.5),
        ("hold", 1.0, 1.0),
        ("release", 0.5, 0.25),
        ("rest", 1.0, 0.0),
        ("between", 1.0, 0.0),
    ],
)
def test_the_goal_keeps_the_pace(phase: Phase, left: float, amount: float) -> None:
    """It rises with the cue, stays for the hold, and sinks again."""
    now = view(phase=phase, seconds_left=left, seconds_total=2.0)

    assert amount_of(now) == pytest.approx(amount)


def test_a_smaller_target_is_drawn_smaller_and_a_pause_at_rest() -> None:
    """The retry after too much asks for less, and the picture asks for less too."""
    assert amount_of(view(phase="hold", target_percent=80.0)) == pytest.approx(0.8)
    assert amount_of(view(phase="hold", paused="Paused.")) == 0.0


def test_each_half_of_the_person_is_drawn_by_its_own_amount() -> None:
    """82 % and 96 % of the gentle size, over the goal of a hold."""
    face = live(view(meters=(LEFT, RIGHT)), "open-smile", "both", "left")

    assert face.left.now == expression_of("open-smile", stepped(0.82))
    assert face.right.now == expression_of("open-smile", stepped(0.96))
    assert face.left.goal == face.right.goal == expression_of("open-smile", 1.0)


def test_what_is_not_read_shows_the_goal_and_a_pause_shows_rest() -> None:
    """Nothing is drawn as the person's own that was not seen."""
    unread = live(view(meters=None), "open-smile", "both", "left")
    paused = live(view(paused="Paused."), "open-smile", "both", "left")

    assert unread.left == unread.right == Half(expression_of("open-smile", 1.0))
    assert paused.left.now == paused.right.now == REST


def test_one_corner_asks_one_half_only() -> None:
    """The other half has no goal to move to."""
    face = live(view(meters=None), "closed-smile", "weak", "right")

    assert face.left == Half(REST)
    assert face.right == Half(expression_of("closed-smile", 1.0))


def test_with_reduced_motion_only_the_end_is_shown() -> None:
    """No live movement, no steps between."""
    rising = view(phase="rise", seconds_left=1.9, seconds_total=2.0)
    face = live(rising, "open-smile", "both", "left", still=True)

    assert face.left == face.right == Half(expression_of("open-smile", 1.0))


def test_the_card_marks_muscle_quiet_part_and_finger() -> None:
    """On both halves; the finger helps the weak side alone."""
    face = shown_how(step_of("open-smile", assist=True), 1.0, "left")

    assert face.left.marks.area == face.right.marks.area == "smile-muscle"
    assert face.left.marks.quiet == face.right.marks.quiet == "eye"
    assert face.left.marks.finger is not None
    assert face.right.marks.finger is None


STILL = {"relax-face", "body-scan", "meditation", "imagery", "breathing"}
"""Nothing moves and no hand is at the face; breathing has its circle."""


def test_every_guided_step_has_its_drawing() -> None:
    """Something moves, a hand goes its way, or the eyes are shut."""
    rest = (Half(), Half())
    for exercise in [e for e in exercises().values() if not e.measure]:
        begin, end = guided_at(exercise, 0.0, 1, "left"), guided_at(exercise, 1.0, 1, "left")

        assert (end.left, end.right) != rest, exercise.id
        marked = {end.left.marks.area, end.right.marks.area} != {None}
        held = exercise.id in STILL or exercise.id in {"release-neck", "neck-stretch"}
        assert begin != end or marked or held, exercise.id


@pytest.mark.parametrize(
    ("exercise_id", "stage", "round_number", "side"),
    [
        ("stretch-both-sides", "paretic", 1, "right"),
        ("stretch-both-sides", "flaccid", 1, "right"),
        ("stretch-both-sides", "synkinetic", 1, "left"),
        ("stretch-both-sides", "synkinetic", 2, "right"),
        ("release-cheek", "synkinetic", 1, "left"),
        ("lid-help", "flaccid", 2, "left"),
    ],
)
def test_hands_are_on_the_side_that_the_sentences_name(
    exercise_id: str, stage: Stage, round_number: int, side: str
) -> None:
    """A stretch is for the strong side, for the side that feels tight where that can be either."""
    exercise = step_of(exercise_id, stage).exercise
    face = guided_at(exercise, 0.5, round_number, "left")
    moving = {s for s in ("left", "right") if getattr(face, s).marks.finger is not None}

    assert moving == {side}


def test_a_guided_turn_goes_with_its_parts() -> None:
    """Half of the way in the middle of "move", the end of it while it is held."""
    step = step_of("mouth-open")
    moment = Moment(begins_s=10.0, seconds=2.0, part="move", turn=1, turns=3)
    now = view(phase="guided", seconds_total=40.0, seconds_left=29.0, moment=moment)
    held = view(
        phase="guided",
        seconds_total=40.0,
        seconds_left=29.0,
        moment=Moment(begins_s=10.0, seconds=2.0, part="hold", turn=1, turns=3),
    )

    half, whole = guided(step, now, "left").left.now.jaw, guided(step, held, "left").left.now.jaw
    assert half == pytest.approx(whole / 2)
    assert whole > 0


def test_the_breath_is_longer_out_than_in_and_never_held() -> None:
    """Largest after the breath in, smallest at its end, and always on the way between."""
    breathing = exercises()["breathing"]
    one = Step(exercise=breathing, dose=breathing.dose)
    into, out = [m for m in moments(one) if m.turn == 2]

    assert (fullness(into, into.begins_s), fullness(into, into.ends_s)) == (0.0, 1.0)
    assert (fullness(out, out.begins_s), fullness(out, out.ends_s)) == (1.0, 0.0)
    assert out.seconds > into.seconds
    assert out.begins_s == pytest.approx(into.ends_s)
    told = moments(one)[0]
    assert fullness(told, 1.0) == fullness(None, 30.0) == 0.0
    assert 0.0 < fullness(into, into.begins_s + into.seconds / 3) < 0.5
    sizes = [
        sum(cell.text != " " or cell.back is not None for row in rows for cell in row)
        for rows in (breath(share, 24, 12, Style(Glyphs.BLOCKS)) for share in (0.0, 0.5, 1.0))
    ]
    assert sizes[0] < sizes[1] < sizes[2]
