"""The session engine, driven frame by frame: what it asks for, keeps and ends."""

import itertools
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from routines.model import Step
from sessions.engine import texts as words
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import (
    AskForRest,
    Cue,
    Finished,
    KeptPause,
    KeptReference,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.engine.interface.events import (
    ActionRequested,
    Began,
    CameraBack,
    CameraLost,
    Closed,
    Felt,
    Read,
    SourceEnded,
    Ticked,
)
from sessions.engine.states import SessionError
from sessions.guards.known_reference import KnownReference
from sessions.readings import Reading
from tests.sessions.driving import Drive, brow, massage, plan, smile

STEADY: "Sizes" = {"left": (4.0,), "right": (6.0,)}
OVERDRIVING: "Sizes" = {"left": (4.0,), "right": (6.0, 6.0, 6.0, 9.5, 9.5, 9.5)}
TIRING: "Sizes" = {"left": (8.0, 8.0, 8.0, 4.5, 4.5), "right": (9.0,)}


Sizes = Mapping[str, Sequence[float]]


def begin(*steps: Step, drive: Sizes = STEADY, **more: object) -> Drive:
    """A drive through these steps, begun; `more` are fields of the plan."""
    sizes = Drive(Engine(plan(*steps, **more)), left=drive["left"], right=drive["right"])
    return sizes.begin()


def stops(drive: Drive) -> list[str]:
    """The rules that stopped a set, in order."""
    return [k.verdict.rule for k in drive.of(KeptVerdict) if k.verdict.level == "stop"]


def in_rep(drive: Drive, phase: str, count: int = 1) -> Drive:
    """Drive to the `count`-th repetition's `phase`."""
    return drive.run(lambda: drive.asked >= count and drive.engine.phase == phase)


class TestAGoodSession:
    """A session in which nothing goes wrong."""

    def test_finishes_with_every_repetition_kept(self) -> None:
        """Two exercises of five: ten repetitions, no stop, `finished`."""
        drive = begin(smile(), brow()).run()

        assert [k.rep.n for k in drive.of(KeptRep)] == [1, 2, 3, 4, 5] * 2
        assert stops(drive) == []
        assert [k.ended for k in drive.of(KeptStepEnd)] == ["done", "done"]
        assert drive.ended.ended == "finished"

    def test_looks_for_the_face_then_takes_rest_then_begins(self) -> None:
        """The order of the first cues."""
        drive = begin(smile())
        in_rep(drive, "rise")

        assert [c.phase for c in drive.of(Cue)] == ["finding-face", "taking-rest", "ready", "rise"]
        assert len(drive.of(AskForRest)) == 1

    def test_finds_the_reference_in_the_first_three_repetitions(self) -> None:
        """The reference is the medians of repetitions one to three."""
        drive = begin(smile()).run()

        (reference,) = drive.of(KeptReference)
        assert reference.affected_mm == pytest.approx(4.0, abs=0.3)
        assert reference.unaffected_mm == pytest.approx(6.0, abs=0.3)

    def test_measures_what_the_face_did(self) -> None:
        """Excursion, symmetry and percent of reference of the last repetition."""
        rep = begin(smile()).run().of(KeptRep)[-1].rep

        assert rep.affected.excursion_mm == pytest.approx(4.0, abs=0.2)
        assert rep.symmetry_percent == pytest.approx(67, abs=3)
        assert rep.affected.percent_of_reference == pytest.approx(100, abs=3)

    def test_repeats_sets_with_a_rest_between(self) -> None:
        """Two sets of three."""
        drive = begin(smile(sets=2, reps=3)).run()

        assert [k.set for k in drive.of(KeptRep)] == [1, 1, 1, 2, 2, 2]
        assert "between" in [c.phase for c in drive.of(Cue)]

    def test_guided_steps_need_no_camera(self) -> None:
        """A routine of massage alone begins at once and never asks for rest."""
        drive = begin(massage(), massage()).run()

        assert drive.of(AskForRest) == []
        assert drive.ended.ended == "finished"

    def test_keeps_its_rhythm(self) -> None:
        """Phases last as long as the dose says, one after the other."""
        drive = begin(smile(rise_s=2, hold_s=3, release_s=2, rest_s=4))
        in_rep(drive, "rise", 2)
        times = {c.phase: c.at_s for c in drive.of(Cue)}
        first = [c.at_s for c in drive.of(Cue) if c.phase in {"rise", "hold", "release", "rest"}]

        assert [round(b - a, 3) for a, b in itertools.pairwise(first[:4])] == [2, 3, 2]
        assert times["rise"] - first[0] == pytest.approx(11.0)


class TestStops:
    """What follows a guard's stop."""

    def test_overcompensation_rests_then_tries_once_smaller(self) -> None:
        """After the stop: 30 s, then the rest of the dose at 80 %."""
        drive = begin(smile(reps=8), drive=OVERDRIVING)
        drive.run(lambda: drive.engine.phase == "stopped")
        card = drive.engine.view().stop
        assert card is not None
        assert card.verdict.rule == "overcompensation"
        in_rep(drive, "rise", drive.asked + 1)

        assert drive.engine.view().target_percent == 80
        stopped = next(c for c in drive.of(Cue) if c.phase == "stopped")
        assert stopped.seconds == 30

    def test_the_retry_of_a_smaller_aim_is_smaller_still(self) -> None:
        """80 % of what was aimed at: the card says smaller, whatever the routine asked for."""
        drive = begin(replace(smile(reps=8), target_percent=70.0), drive=OVERDRIVING)
        drive.run(lambda: drive.engine.phase == "stopped")
        in_rep(drive, "rise", drive.asked + 1)

        assert drive.engine.view().target_percent == pytest.approx(56)

    def test_a_second_overcompensation_ends_the_exercise(self) -> None:
        """One retry only."""
        drive = begin(smile(reps=8), brow(), drive=OVERDRIVING)
        drive.run(lambda: bool(drive.of(KeptStepEnd)))

        assert stops(drive) == ["overcompensation", "overcompensation"]
        assert drive.of(KeptStepEnd)[0].ended == "stopped"

    def test_fatigue_ends_the_exercise(self) -> None:
        """No retry; the next exercise comes from another region."""
        drive = begin(smile(reps=6), smile(), brow(), drive=TIRING)
        drive.run(lambda: drive.engine.phase == "stopped")

        assert stops(drive) == ["fatigue"]
        assert drive.of(KeptStepEnd)[0].ended == "stopped"
        assert drive.engine.view().exercise_id == "brow-raise"

    def test_a_stop_carries_rule_numbers_and_a_sentence(self) -> None:
        """Nothing ends a set without saying why."""
        drive = begin(smile(reps=8), drive=TIRING)
        drive.run(lambda: drive.engine.phase in {"stopped", "done"})
        (stop,) = [k.verdict for k in drive.of(KeptVerdict) if k.verdict.level == "stop"]

        assert stop.sentence
        assert any(isinstance(value, float) for value in stop.detail.values())

    @pytest.mark.parametrize(("spread_mm", "rules"), [(0.5, ["fatigue"]), (1.5, [])])
    def test_own_scatter_raises_the_floor(self, spread_mm: float, rules: list[str]) -> None:
        """A loss of 3.5 mm says nothing about someone whose repetitions scatter by 1.5 mm."""
        usual = KnownReference(
            affected_mm=8.0, unaffected_mm=9.0, origin="usual", affected_spread_mm=spread_mm
        )
        drive = begin(smile(reps=6), drive=TIRING, references={"closed-smile": usual}).run()

        assert stops(drive) == rules

    def test_a_reference_bigger_than_usual_is_asked_for_again_softer(self) -> None:
        """An overdriven start would blind the guard; three softer ones make the reference."""
        usual = KnownReference(affected_mm=4.0, unaffected_mm=6.0, origin="usual")
        sizes = {"left": (4.0,), "right": (9.0, 9.0, 9.0, 6.0)}
        drive = begin(smile(reps=6), drive=sizes, references={"closed-smile": usual}).run()
        (reference,) = drive.of(KeptReference)

        assert reference.unaffected_mm == pytest.approx(6.0, abs=0.3)

    def test_a_stop_in_the_last_exercise_finishes_after_its_card(self) -> None:
        """The card is shown for its time, and the session is whole."""
        drive = begin(smile(reps=6), drive=TIRING)
        drive.run(lambda: drive.engine.phase == "stopped")
        card = drive.engine.view().stop
        drive.run()

        assert card is not None
        assert card.what_next == words.LAST_ONE
        assert drive.ended.ended == "finished"

    def test_two_stopped_exercises_end_the_session_by_themselves(self) -> None:
        """Kindly, as `stopped`."""
        sizes = (8.0, 8.0, 8.0, 4.5, 4.5, 8.0, 8.0, 8.0, 4.5, 4.5)
        steps = (smile(reps=6), brow(reps=6), smile())
        drive = begin(*steps, drive={"left": sizes, "right": (9.0,)}).run()

        assert stops(drive) == ["fatigue", "fatigue"]
        assert drive.ended.ended == "stopped"
        assert drive.ended.why == words.TWO_STOPPED

    def test_the_person_may_go_on_after_two(self) -> None:
        """Enter on the second card goes on."""
        sizes = (8.0, 8.0, 8.0, 4.5, 4.5, 8.0, 8.0, 8.0, 4.5, 4.5, 8.0)
        steps = (smile(reps=6), brow(reps=6), smile())
        drive = begin(*steps, drive={"left": sizes, "right": (9.0,)})
        drive.run(lambda: len(stops(drive)) == 2)
        drive.send(ActionRequested(drive.at_s, "continue"))

        assert drive.run().ended.ended == "finished"

    def test_in_a_sets_last_repetition_it_is_told_and_ends_nothing(self) -> None:
        """Tiring in the fourth and fifth of five: a caution with its rule, and the set is done."""
        drive = begin(smile(), brow(), drive=TIRING).run()
        told = [k.verdict for k in drive.of(KeptVerdict) if k.verdict.rep == 5][:1]

        assert stops(drive) == []
        assert [k.ended for k in drive.of(KeptStepEnd)] == ["done", "done"]
        assert [(v.rule, v.level, v.detail["reps"]) for v in told] == [("fatigue", "caution", 2)]
        assert told[0].sentence.endswith("side has worked enough. This set is over.")

    def test_no_retry_is_offered_for_what_came_true_in_the_last_repetition(self) -> None:
        """The strong side was too big twice, and there is nothing left to try smaller."""
        sizes = {"left": (4.0,), "right": (6.0, 6.0, 6.0, 9.0, 9.0)}
        drive = begin(smile(sets=2), drive=sizes)
        drive.run(lambda: drive.engine.phase == "between")

        assert stops(drive) == []
        assert drive.engine.view().hint.endswith("This set is over.")


class TestThePersonsWord:
    """Keys: stop, rest, skip, enough."""

    @pytest.mark.parametrize("phase", ["rise", "hold", "release", "rest", "ready"])
    def test_one_key_stops_at_once(self, phase: str) -> None:
        """From any phase of a set, with no question first."""
        drive = begin(smile())
        in_rep(drive, phase, 0 if phase == "ready" else 1)
        drive.send(ActionRequested(drive.at_s, "stop-set"))

        assert drive.engine.phase == "stopped"
        assert stops(drive) == ["self"]

    def test_rest_then_the_same_exercise_goes_on(self) -> None:
        """Nothing kept is lost."""
        drive = begin(smile())
        in_rep(drive, "hold", 3)
        drive.send(ActionRequested(drive.at_s, "stop-set"))
        drive.send(ActionRequested(drive.at_s, "rest"))
        drive.run()

        assert [k.rep.n for k in drive.of(KeptRep)] == [1, 2, 3, 4, 5]
        assert drive.ended.ended == "finished"

    def test_the_reason_can_be_named_on_the_card(self) -> None:
        """`tired` after the stop: kept, and the card stays."""
        drive = begin(smile())
        in_rep(drive, "hold")
        drive.send(ActionRequested(drive.at_s, "stop-set"))
        drive.send(Felt(drive.at_s, "tired"))

        assert [k.verdict.detail["sign"] for k in drive.of(KeptVerdict)][-1] == "tired"
        assert drive.engine.phase == "stopped"

    @pytest.mark.parametrize("phase", ["rise", "hold", "rest", "ready", "stopped", "finding-face"])
    def test_pain_never_leads_to_another_repetition(self, phase: str) -> None:
        """From anywhere the session is over at once, with where to turn."""
        drive = begin(smile())
        if phase == "stopped":
            in_rep(drive, "hold")
            drive.send(ActionRequested(drive.at_s, "stop-set"))
        elif phase != "finding-face":
            in_rep(drive, phase, 0 if phase == "ready" else 1)
        commands = drive.send(Felt(drive.at_s, "pain"))

        assert isinstance(commands[-1], Finished)
        assert "doctor" in drive.ended.why

    def test_enough_is_kept_as_a_success(self) -> None:
        """`stopped`, the other exercises left out."""
        drive = begin(smile(), brow())
        in_rep(drive, "rise", 3)
        drive.send(ActionRequested(drive.at_s, "enough"))

        assert drive.ended.ended == "stopped"
        assert [k.ended for k in drive.of(KeptStepEnd)] == ["stopped", "left-out"]

    def test_leaving_before_anything_was_done_is_abandoned(self) -> None:
        """Nothing to keep."""
        drive = begin(smile())
        drive.send(ActionRequested(drive.at_s, "enough"))

        assert drive.ended.ended == "abandoned"

    def test_enter_never_pauses_or_stops(self) -> None:
        """In every phase of a session."""
        drive = begin(smile(reps=3), massage())
        while drive.engine.phase != "done":
            drive.frame()
            drive.send(ActionRequested(drive.at_s, "continue"))
            assert drive.engine.pause is None
        assert drive.ended.ended == "finished"

    def test_skip_goes_to_the_next_exercise(self) -> None:
        """Kept as skipped."""
        drive = begin(smile(), brow())
        in_rep(drive, "hold")
        drive.send(ActionRequested(drive.at_s, "skip"))

        assert drive.of(KeptStepEnd)[0].ended == "skipped"
        assert drive.engine.view().exercise_id == "brow-raise"

    def test_a_skipped_repetition_is_not_asked_for_in_the_next_exercise(self) -> None:
        """A pause in the next `ready` has no repetition to drop: five and two more, not eight."""
        drive = begin(smile(), brow(), drive={"left": (0.0,), "right": (0.0,)})
        in_rep(drive, "hold")
        drive.send(ActionRequested(drive.at_s, "skip"))
        drive.send(ActionRequested(drive.at_s, "pause"))
        drive.send(ActionRequested(drive.at_s, "resume"))
        assert drive.engine.phase == "ready"
        drive.run()

        assert len(drive.of(KeptUnseen)) == 7

    def test_a_set_can_be_stopped_while_rest_is_taken_anew(self) -> None:
        """The card is shown, and the exercise can go on from it."""
        drive = begin(smile())
        in_rep(drive, "hold", 3)
        drive.send(ActionRequested(drive.at_s, "new-rest"))
        drive.send(ActionRequested(drive.at_s, "stop-set"))
        assert drive.engine.view().stop is not None
        drive.send(ActionRequested(drive.at_s, "rest"))
        drive.run()

        assert [k.rep.n for k in drive.of(KeptRep)] == [1, 2, 3, 4, 5]

    def test_more_rest_adds_fifteen_seconds(self) -> None:
        """In a rest between repetitions."""
        drive = begin(smile())
        in_rep(drive, "rest")
        before = drive.engine.view().seconds_left
        drive.send(ActionRequested(drive.at_s, "more-rest"))

        after = drive.engine.view().seconds_left
        assert before is not None
        assert after == pytest.approx(before + 15)


class TestPauses:
    """Standing still and going on."""

    @pytest.mark.parametrize(
        ("phase", "rep"),
        [
            ("ready", 1),
            *((p, rep) for p in ("rise", "hold", "release") for rep in (1, 3)),
            ("rest", 2),
        ],
    )
    def test_pausing_in_any_phase_keeps_the_score(self, phase: str, rep: int) -> None:
        """In the first and in the last repetition; `-m long` pauses at any instant."""
        drive = begin(smile(reps=3))
        drive.run(
            lambda: (
                drive.engine.phase == phase and (phase == "ready" or drive.engine.view().rep >= rep)
            )
        )
        self._pause_here(drive, 40.0 * rep)

    @pytest.mark.long
    @given(st.floats(0.1, 60), st.floats(0.1, 300))
    def test_pausing_at_any_instant_keeps_the_score(self, at_s: float, for_s: float) -> None:
        """The same repetitions, the same sizes, and no pause counted as hold."""
        drive = begin(smile(reps=3))
        while drive.at_s < at_s and drive.engine.phase != "done":
            drive.frame()
        self._pause_here(drive, for_s)

    def _pause_here(self, drive: Drive, for_s: float) -> None:
        drive.send(ActionRequested(drive.at_s, "pause"))
        drive.sleep(for_s)
        drive.send(ActionRequested(drive.at_s, "resume"))
        drive.run()

        reps = [k.rep for k in drive.of(KeptRep)]
        assert [rep.n for rep in reps] == [1, 2, 3]
        for rep in reps:
            assert rep.affected.excursion_mm == pytest.approx(4.0, abs=0.3)
            assert rep.affected.hold_s is not None
            assert rep.affected.hold_s < 6

    def test_a_lost_face_pauses_and_coming_back_resumes(self) -> None:
        """Within two seconds out, two seconds and a countdown back, by itself."""
        drive = begin(smile())
        in_rep(drive, "hold", 2)
        lost_at = drive.at_s
        drive.reason = "no-face"
        drive.run(lambda: drive.engine.pause is not None)
        assert drive.at_s - lost_at < 2
        drive.reason = None
        drive.run()

        assert [k.rep.n for k in drive.of(KeptRep)] == [1, 2, 3, 4, 5]
        assert [bool(k.why) for k in drive.of(KeptPause)] == [True, False]

    def test_a_person_who_paused_is_not_resumed_by_the_camera(self) -> None:
        """Only the person lifts the person's pause."""
        drive = begin(smile())
        in_rep(drive, "hold")
        drive.send(ActionRequested(drive.at_s, "pause"))
        for _ in range(300):
            drive.frame()

        assert drive.engine.view().paused == words.paused("person")

    def test_a_lost_camera_pauses_and_says_why(self) -> None:
        """The link's own sentence is shown; back it goes on."""
        drive = begin(smile())
        in_rep(drive, "hold")
        drive.send(CameraLost(drive.at_s, "The camera was unplugged."))
        assert drive.engine.view().paused == "The camera was unplugged."
        drive.send(CameraBack(drive.at_s))

        assert drive.run().ended.ended == "finished"

    def test_silence_is_a_lost_camera(self) -> None:
        """Ticks without readings pause within two seconds."""
        drive = begin(smile())
        in_rep(drive, "hold")
        for _ in range(20):
            drive.sleep(0.1)

        assert drive.engine.view().paused_reason == "camera"

    def test_a_computer_that_slept_pauses_where_it_was(self) -> None:
        """Twenty seconds of standstill are no hold and no rest."""
        drive = begin(smile())
        in_rep(drive, "hold", 2)
        drive.sleep(20)
        assert drive.engine.view().paused_reason == "asleep"
        drive.run()

        assert [k.rep.n for k in drive.of(KeptRep)] == [1, 2, 3, 4, 5]

    def test_massage_goes_on_without_a_face(self) -> None:
        """Hands before the face are no reason to pause a guided step."""
        drive = begin(massage(20), smile())
        drive.run(lambda: drive.engine.phase == "guided")
        drive.reason = "no-face"
        for _ in range(300):
            drive.frame()

        assert drive.engine.pause is None

    def test_changed_light_is_said(self) -> None:
        """With the key that helps; nothing is paused."""
        drive = begin(smile())
        in_rep(drive, "hold")
        drive.at_s += 0.01
        drive.send(Read(drive.at_s, Reading(n=9999, t_s=drive.at_s, light_changed=True)))

        assert drive.engine.view().hint == words.LIGHT_CHANGED

    def test_new_rest_after_the_light_changed(self) -> None:
        """The face is looked for again, rest taken again, and the exercise goes on."""
        drive = begin(smile())
        in_rep(drive, "hold", 3)
        drive.send(ActionRequested(drive.at_s, "new-rest"))
        drive.run()

        assert len(drive.of(AskForRest)) == 2
        assert [k.rep.n for k in drive.of(KeptRep)] == [1, 2, 3, 4, 5]

    def test_new_rest_between_two_sets(self) -> None:
        """As in a repetition: the second set follows on the new rest."""
        drive = begin(smile(sets=2, reps=2))
        drive.run(lambda: drive.engine.phase == "between")
        drive.send(ActionRequested(drive.at_s, "new-rest"))
        drive.run()

        assert len(drive.of(AskForRest)) == 2
        assert [k.set for k in drive.of(KeptRep)] == [1, 1, 2, 2]


class TestWhatCannotBeSeen:
    """Nothing is guessed."""

    def test_a_repetition_without_movement_is_kept_as_unseen(self) -> None:
        """Kindly, and asked for again at most twice."""
        drive = begin(smile(), drive={"left": (0.0,), "right": (0.0,)}).run()

        assert drive.of(KeptRep) == []
        assert len(drive.of(KeptUnseen)) == 7

    def test_one_still_half_is_a_repetition(self) -> None:
        """Opened by the other half; the still one is not `seen`."""
        rep = begin(smile(), drive={"left": (0.0,), "right": (6.0,)}).run().of(KeptRep)[0].rep

        assert (rep.scored, rep.unaffected.seen, rep.affected.seen) == (True, True, False)

    def test_by_the_clock_nothing_is_scored_and_it_is_said(self) -> None:
        """A covered eye: the same exercise, timed."""
        drive = begin(smile(reps=3), by_clock=True)
        drive.run(lambda: drive.engine.phase == "rise")
        assert drive.engine.view().blind
        drive.run()

        assert len(drive.of(KeptUnseen)) == 3
        assert drive.ended.ended == "finished"

    def test_a_covered_eye_offers_to_go_on_by_the_clock(self) -> None:
        """Enter, and only while that is the reason."""
        drive = begin(smile(reps=3))
        in_rep(drive, "hold", 2)
        drive.reason = "eye-covered"
        drive.run(lambda: drive.engine.pause is not None)
        drive.send(ActionRequested(drive.at_s, "continue"))
        drive.run()

        assert drive.ended.ended == "finished"
        assert drive.of(KeptUnseen)


class TestEndings:
    """Every way a session may end."""

    def test_a_recording_that_ends_is_stopped(self) -> None:
        """What was under way is kept."""
        drive = begin(smile())
        in_rep(drive, "release", 2)
        drive.send(SourceEnded(drive.at_s))

        assert drive.ended.why == words.SOURCE_ENDED
        assert len(drive.of(KeptRep)) == 2

    def test_closing_the_window_abandons_but_keeps(self) -> None:
        """The repetitions stay."""
        drive = begin(smile())
        in_rep(drive, "rise", 3)
        drive.send(Closed(drive.at_s))

        assert drive.ended.ended == "abandoned"
        assert len(drive.of(KeptRep)) == 2

    def test_nothing_comes_after_the_end(self) -> None:
        """Late events are ignored."""
        drive = begin(massage(1.0)).run()

        assert drive.engine.handle(ActionRequested(drive.at_s, "pause")) == ()

    def test_going_on_after_an_interruption(self) -> None:
        """The kept entries put the engine at the same repetition."""
        drive = begin(smile(), brow())
        in_rep(drive, "rise", 4)
        kept = tuple(c for c in drive.out if isinstance(c, KeptRep | KeptReference | KeptStepEnd))
        again = begin(smile(), brow(), kept=kept).run()

        assert [k.rep.n for k in again.of(KeptRep)] == [4, 5, 1, 2, 3, 4, 5]
        assert [k.ended for k in again.of(KeptStepEnd)] == ["done", "done"]


class TestMisuse:
    """Our own mistakes raise."""

    def test_time_never_runs_backwards(self) -> None:
        """An engine error, not a camera's."""
        drive = begin(smile())
        drive.sleep(1.0)
        with pytest.raises(SessionError, match="backwards"):
            drive.engine.handle(Ticked(0.5))

    def test_a_session_begins_once(self) -> None:
        """And with nothing else."""
        with pytest.raises(SessionError, match="Ticked"):
            Engine(plan(smile())).handle(Ticked(0.0))
        with pytest.raises(SessionError, match="Began"):
            begin(smile()).engine.handle(Began(1.0))


WISHES = st.sampled_from(
    [
        "pause",
        "resume",
        "continue",
        "skip",
        "again",
        "more-rest",
        "new-rest",
        "stop-set",
        "rest",
        "next",
        "tired",
        "annoyed",
        "lose",
        "find",
        "gone",
        "back",
    ]
)


@given(st.lists(st.tuples(WISHES, st.integers(1, 200)), max_size=25))
def test_any_wishes_in_any_order_are_obeyed(wishes: list[tuple[str, int]]) -> None:
    """Nothing raises, no kept repetition is lost or counted twice, equal events give equal
    commands, and it can always be ended."""
    drive = begin(smile(reps=3), massage(5), brow(reps=3))
    for wish, frames in wishes:
        if drive.engine.phase == "done":
            break
        if wish in {"tired", "annoyed"}:
            drive.send(Felt(drive.at_s, wish))  # pyright: ignore[reportArgumentType]
        elif wish in {"lose", "find"}:
            drive.reason = "no-face" if wish == "lose" else None
        elif wish == "gone":
            drive.send(CameraLost(drive.at_s, "gone"))
        elif wish == "back":
            drive.send(CameraBack(drive.at_s))
        else:
            drive.send(ActionRequested(drive.at_s, wish))  # pyright: ignore[reportArgumentType]
        for _ in range(frames):
            drive.frame()
            drive.engine.view()
    drive.send(ActionRequested(drive.at_s, "enough"))

    numbers = [(k.step, k.rep.n) for k in drive.of(KeptRep)]
    ends = [k.step for k in drive.of(KeptStepEnd)]
    assert len(numbers) == len(set(numbers))
    assert len(ends) == len(set(ends))
    assert len(drive.of(Finished)) == 1
    again = Engine(drive.engine.plan)
    repeated = [c for event in drive.events for c in again.handle(event)]
    assert repeated == drive.out


def test_a_view_is_made_once_for_each_event() -> None:
    """A screen asks for it once for each of its keys; what an event changes is seen at once."""
    drive = begin(smile(reps=1))
    before = drive.engine.view()
    assert drive.engine.view() is before

    drive.engine.handle(ActionRequested(drive.engine.at_s, "pause"))
    assert before.paused is None
    assert drive.engine.view().paused is not None
