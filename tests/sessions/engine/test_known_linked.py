"""Known linked movement in a session: words, a release step, a smaller try, and a kind end."""

from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from routines.catalogue import exercises
from routines.model import Dose, Step
from routines.movements import MeasureKey
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import (
    Command,
    Cue,
    Hint,
    KeptReference,
    KeptRep,
    KeptStepEnd,
    KeptVerdict,
)
from sessions.engine.interface.events import ActionRequested
from sessions.guards.known_reference import KnownReference
from sessions.simulator.profile import Profile, load_profile
from tests.sessions.driving import Drive, brow, linked_smile, massage, plan
from tests.sessions.practising import fewer_readings, practised


def begin(*steps: Step, linked: tuple[float, ...] = (30.0,), **more: object) -> Drive:
    """A session in which the eye narrows along by these percents; it is known to."""
    more = {"known_linked": True, **more}
    return Drive(Engine(plan(*steps, **more)), left=(4.0,), right=(6.0,), linked=linked).begin()


def said(commands: list[Command]) -> list[tuple[str, int]]:
    """Level and repetition of what was kept of linked movement."""
    kept = [c.verdict for c in commands if isinstance(c, KeptVerdict)]
    return [(v.level, v.rep) for v in kept if v.rule == "synkinesis"]


def test_two_loud_then_released_then_two_more_then_the_end() -> None:
    """Four repetitions of five, the last two at half size; the end has its numbers."""
    drive = begin(linked_smile(), brow())
    drive.run(lambda: drive.engine.phase == "stopped")
    card = drive.engine.view().stop

    assert said(drive.out) == [*[("caution", n) for n in (1, 2, 3, 4)], ("stop", 4)]
    assert [k.target_percent for k in drive.of(KeptRep)] == [100, 100, 50, 50]
    assert [c.phase for c in drive.of(Cue)].count("release-step") == 1
    assert card is not None
    assert "30 %" in card.verdict.sentence
    assert "smallest size" in card.verdict.sentence


def test_the_release_step_comes_after_the_rest_and_says_what_to_relax() -> None:
    """Ten seconds for the eye of that side, then ready, at half size."""
    drive = begin(linked_smile())
    drive.run(lambda: drive.engine.phase == "release-step")
    view = drive.engine.view()
    drive.run(lambda: drive.engine.phase == "rise")
    phases = [c.phase for c in drive.of(Cue)]
    cues = {c.phase: c for c in drive.of(Cue)}

    assert view.hint.startswith("Relax your left eye.")
    assert view.seconds_total == pytest.approx(10.0)
    assert ("rest", "release-step") in pairwise(phases)
    assert ("release-step", "ready") in pairwise(phases)
    assert cues["rise"].target_percent == 50


def test_a_hand_in_the_release_step_pauses_nothing() -> None:
    """It is the hand that relaxes."""
    drive = begin(linked_smile())
    drive.run(lambda: drive.engine.phase == "release-step")
    drive.reason = "hand"
    drive.run(lambda: drive.engine.phase != "release-step")

    assert drive.engine.phase == "ready"
    assert drive.engine.pause is None


def test_the_release_step_can_be_left_and_made_longer() -> None:
    """Enter and skip go on with the same exercise; more rest adds to it."""
    for action in ("continue", "skip"):
        drive = begin(linked_smile())
        drive.run(lambda drive=drive: drive.engine.phase == "release-step")
        before = drive.engine.ends_s
        drive.send(ActionRequested(drive.at_s, "more-rest"))
        assert before is not None
        assert drive.engine.ends_s == pytest.approx(before + 15.0)
        drive.send(ActionRequested(drive.at_s, action))
        assert drive.engine.phase == "ready"
        assert drive.of(KeptStepEnd) == []


def test_in_the_last_repetition_it_is_told_and_the_next_set_is_smaller() -> None:
    """The rest between the sets is rest enough."""
    drive = begin(linked_smile(reps=2, sets=2)).run()

    assert [k.target_percent for k in drive.of(KeptRep)] == [100, 100, 50, 50]
    assert "release-step" not in [c.phase for c in drive.of(Cue)]


def test_quiet_at_half_size_the_set_is_done() -> None:
    """Nothing is said any more once the link is quiet."""
    drive = begin(linked_smile(), linked=(30.0, 30.0, 10.0)).run()

    assert said(drive.out) == [("caution", 1), ("caution", 2)]
    assert len(drive.of(KeptRep)) == 5
    assert [k.ended for k in drive.of(KeptStepEnd)] == ["done"]


def test_an_interruption_forgets_neither_size_nor_count() -> None:
    """Two loud ones are kept: the third is asked for at half size."""
    drive = begin(linked_smile())
    drive.run(lambda: drive.engine.phase == "release-step")
    kept = tuple(c for c in drive.out if isinstance(c, KeptRep | KeptReference | KeptStepEnd))
    again = begin(linked_smile(), kept=kept)
    again.run(lambda: again.engine.phase == "stopped")

    assert [(k.rep.n, k.target_percent) for k in again.of(KeptRep)] == [(3, 50), (4, 50)]


def test_all_quiet_is_never_claimed_while_something_moves_along() -> None:
    """From the first frame over the caution the view says loud; the word follows."""
    drive = begin(linked_smile(reps=1))
    now: set[str] = set()
    while drive.engine.phase != "done":
        drive.frame()
        view = drive.engine.view()
        if view.phase == "hold" and view.seconds_left is not None and view.seconds_left < 2.0:
            now.add(view.linked_now)
            assert view.hint == "The eye is coming along. Smaller."
        elif view.phase in {"ready", "finding-face"}:
            assert view.linked_now == "unwatched"

    assert now == {"loud"}


def practise(profile: Profile, measure: MeasureKey, *, known: bool) -> list[Command]:
    """One set of five of the simulated patient, up to its end or its stop card."""
    step = Step(exercise=exercises()[measure], dose=Dose(reps=5))
    with fewer_readings():
        return practised(plan(step, known_linked=known), profile)


@pytest.mark.parametrize("measure", ["pucker", "closed-smile"])
def test_both_answers_speak_at_the_same_repetitions(measure: MeasureKey) -> None:
    """Of the simulated patient whose eye comes along, as far as both go."""
    unknown, known = (
        practise(load_profile("linked-eye"), measure, known=known) for known in (False, True)
    )

    assert said(unknown) == [("caution", 1), ("caution", 2), ("stop", 2)]
    assert said(known)[:2] == said(unknown)[:2]
    assert len([c for c in known if isinstance(c, KeptRep)]) > 2


@pytest.mark.parametrize("known", [False, True])
def test_the_word_comes_soon_after_the_caution_is_crossed(known: bool) -> None:
    """Before the hold is half over, in each loud repetition."""
    out = practise(load_profile("linked-eye"), "pucker", known=known)
    words = [c for c in out if isinstance(c, Hint) and c.verdict.rule == "synkinesis"]
    rises = [c.at_s for c in out if isinstance(c, Cue) and c.phase == "rise"]

    assert [w.verdict.rep for w in words] == [n for level, n in said(out) if level == "caution"]
    assert all(0.4 < w.at_s - rise < 3.0 for w, rise in zip(words, rises, strict=True))


@pytest.mark.parametrize("known", [False, True])
def test_blinks_never_speak(known: bool) -> None:
    """Forty a minute in a pucker in which nothing comes along."""
    blinking = replace(load_profile("steady"), blinks_per_min=40.0)
    out = practise(blinking, "pucker", known=known)

    assert [c for c in out if isinstance(c, Hint) and c.verdict.rule == "synkinesis"] == []
    assert said(out) == []


LADDER: dict[str, Any] = {"ladder": {"smile-eye": 60.0}}
GENTLE: dict[str, Any] = {
    "gentle": {"closed-smile": KnownReference(affected_mm=4.0, unaffected_mm=6.0, origin="usual")}
}


def test_practice_begins_at_the_step_of_the_ladder() -> None:
    """From the first repetition, where the own size was measured before; percents are of it."""
    drive = begin(linked_smile(reps=3), linked=(0.0,), **LADDER, **GENTLE).run()
    reps = drive.of(KeptRep)

    assert [k.target_percent for k in reps] == [60, 60, 60]
    assert [k.origin for k in drive.of(KeptReference)] == ["usual"]
    assert reps[0].rep.affected.percent_of_reference == pytest.approx(100, abs=5)


def test_without_a_known_size_two_tries_come_first() -> None:
    """They make the size; a loud pair of them leads to the smallest."""
    quiet = begin(linked_smile(reps=4), linked=(0.0,), **LADDER).run()
    loud = begin(linked_smile(reps=4), linked=(30.0, 30.0, 0.0), **LADDER).run()

    assert [k.target_percent for k in quiet.of(KeptRep)] == [100, 100, 60, 60]
    assert [k.target_percent for k in loud.of(KeptRep)] == [100, 100, 50, 50]
    assert said(loud.out) == [("caution", 1), ("caution", 2)]


@pytest.mark.parametrize(("known", "aims"), [(False, [70, 70, 70]), (True, [60, 60, 60])])
def test_a_routine_may_aim_smaller(known: bool, aims: list[float]) -> None:
    """Of the ladder and what the routine says the smaller one holds."""
    step = replace(linked_smile(reps=3), target_percent=70.0)
    made = plan(step, known_linked=known, **LADDER, **GENTLE)
    drive = Drive(Engine(made), left=(4.0,), right=(6.0,)).begin().run()

    assert [k.target_percent for k in drive.of(KeptRep)] == aims


def test_a_weekly_record_is_taken_at_full_size() -> None:
    """The ladder is for practice."""
    smaller = replace(linked_smile(reps=2), target_percent=70.0)
    made = plan(smaller, known_linked=True, **LADDER, **GENTLE)
    record = replace(made, routine=replace(made.routine, kind="record"))
    drive = Drive(Engine(record), left=(4.0,), right=(6.0,)).begin().run()

    assert [k.target_percent for k in drive.of(KeptRep)] == [100, 100]
    assert drive.engine.view().ladder_percent is None


def test_tiring_is_judged_from_the_size_that_was_practised() -> None:
    """The first three at half size are the start, not half of a start."""
    sizes = {"left": (8.0, 8.0, 8.0, 4.5, 4.5), "right": (6.0,)}
    made = plan(linked_smile(reps=6), brow(), known_linked=True, **LADDER, **GENTLE)
    drive = Drive(Engine(made), **sizes).begin()
    drive.run(lambda: drive.engine.phase == "stopped")

    card = drive.engine.view().stop
    assert card is not None
    assert card.verdict.rule == "fatigue"
    assert card.verdict.detail["start_mm"] == pytest.approx(8.0, abs=0.3)


def test_the_view_shows_the_linked_part_beside_its_limit() -> None:
    """While a repetition is under way."""
    drive = begin(linked_smile(reps=1), **LADDER, **GENTLE)
    drive.run(lambda: drive.engine.phase == "hold")
    drive.run(lambda: (drive.engine.ends_s or 0.0) - drive.at_s < 1.0)
    reading = drive.engine.view().linked

    assert drive.engine.view().ladder_percent == 60.0
    assert reading is not None
    assert (reading.pair, reading.limit, reading.unit) == ("smile-eye", 15.0, "points")
    assert reading.value == pytest.approx(30.0, abs=1.0)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"linked_pairs": ("neck",)}, ("Let your neck stay loose while you move.",)),
        (
            {"linked_pairs": ("ear", "smile-eye", "neck", "chin")},
            ("Let your neck, your chin and your ear stay loose while you move.",),
        ),
        ({"linked_pairs": ("smile-eye",)}, ()),
        ({}, ()),
        ({"linked_pairs": ("neck",), "known_linked": False}, ()),
    ],
)
def test_what_only_the_person_feels_is_a_sentence_on_the_card(
    more: dict[str, Any], said: tuple[str, ...]
) -> None:
    """After how it is done, where a muscle works; the guard knows nothing of it."""
    rub = massage()
    active = begin(linked_smile(reps=1), linked=(0.0,), **more)
    soft = begin(replace(rub, exercise=replace(rub.exercise, active=False)), **more)

    assert active.engine.view().how == ("Softly.", *said)
    assert soft.engine.view().how == ("Softly.",)


def test_a_pair_that_is_not_listed_ends_the_exercise_in_a_session() -> None:
    """As where nothing is known: no release step, the same size, and no ladder."""
    drive = begin(linked_smile(), brow(), linked_pairs=("pucker-eye",), **LADDER, **GENTLE)
    drive.run(lambda: drive.engine.phase == "stopped")

    assert said(drive.out) == [("caution", 1), ("caution", 2), ("stop", 2)]
    assert [k.target_percent for k in drive.of(KeptRep)] == [100, 100]
    assert drive.engine.view().ladder_percent is None


def test_two_tries_make_the_own_size_where_the_next_ones_are_smaller() -> None:
    """One is not enough, and a third at full size is not asked for."""
    drive = begin(linked_smile(reps=5), linked=(0.0,), **LADDER)
    finding: list[bool] = []
    for count in (1, 2):
        drive.run(lambda count=count: len(drive.of(KeptRep)) == count)
        finding.append(drive.engine.view().finding_reference)

    assert finding == [True, False]
