"""The summary's lines: kind, and nothing left out."""

from datetime import UTC, datetime

from msgspec.structs import replace

from sessions.engine.texts import RAN_BY_THE_CLOCK
from sessions.log.record import (
    AtRestRecord,
    ExerciseRecord,
    RepRecord,
    RoutineRecord,
    SessionRecord,
    SetRecord,
    UnseenRecord,
    VerdictRecord,
)
from sessions.readings import CLEAR_FROM, RestHalf
from sessions.reps.blink_depth import BlinkDepth
from tests.sessions.eye_closures import closing
from tui.practice.summary_words import done_lines, ended_by_pain
from tui.presenters.summary_rows import summary_rows
from tui.texts import eye as eye_words
from tui.texts import practice as words
from tui.texts import summary as words_summary


def rep(n: int, **changes: object) -> RepRecord:
    """A repetition."""
    fields: dict[str, object] = {
        "n": n,
        "at_s": 1.0,
        "onset_s": 1.0,
        "peak_s": 2.0,
        "scored": True,
        "affected_mm": 4.0,
        "affected_seen": True,
        "unaffected_mm": 7.0,
        "unaffected_seen": True,
    }
    return RepRecord(**{**fields, **changes})  # type: ignore[arg-type]


def record(*exercises: ExerciseRecord) -> SessionRecord:
    """A session of these exercises."""
    return SessionRecord(
        id="x",
        ended="finished",
        started=datetime(2026, 11, 21, 8, 30, tzinfo=UTC),
        seconds=300.0,
        side="left",
        stage="paretic",
        source="sim",
        program="0",
        routine=RoutineRecord(id="r", name="R", stage="paretic"),
        exercises=exercises,
    )


def smile(**changes: object) -> ExerciseRecord:
    """Four repetitions of five."""
    fields: dict[str, object] = {
        "n": 1,
        "id": "open-smile",
        "name": "Small open smile",
        "measure": "open-smile",
        "seen": "scored",
        "ended": "done",
        "dose": {"sets": 1.0, "reps": 5.0},
        "sets": (SetRecord(n=1, reps=tuple(rep(n) for n in (1, 2, 3, 4))),),
    }
    return ExerciseRecord(**{**fields, **changes})  # type: ignore[arg-type]


def test_what_was_done_is_counted() -> None:
    """Name, done, planned."""
    assert done_lines(record(smile())) == ["Small open smile: 4 of 5 movements"]


def test_what_was_not_scored_is_said_with_its_reason() -> None:
    """Two hands and one turned head are two lines."""
    reps = (
        rep(1),
        rep(2, scored=False, reason="hand"),
        rep(3, scored=False, reason="hand"),
        rep(4, scored=False, reason="head-turned"),
    )
    lines = done_lines(record(smile(sets=(SetRecord(n=1, reps=reps),))))

    assert f"   2 not scored: {words.WHY_NOT_SCORED['hand']}" in lines
    assert f"   1 not scored: {words.WHY_NOT_SCORED['head-turned']}" in lines


def test_a_weekly_record_says_how_the_halves_compare_at_rest() -> None:
    """Below what was done; a practice does not say it."""
    halves = [RestHalf(brow_mm=20.0, eye_mm=9.0, corner_mm=corner) for corner in (-62.0, -60.0)]
    read = AtRestRecord(affected=halves[0], unaffected=halves[1], clear_from=CLEAR_FROM)
    practice = replace(record(smile()), at_rest=read)
    weekly = replace(practice, routine=replace(practice.routine, id="check-up"))

    assert done_lines(weekly)[-4:] == [
        words_summary.REST,
        "   Your left mouth corner lies about 2 mm lower than the right.",
        "   Eyes: no clear difference.",
        "   Brows: no clear difference.",
    ]
    assert done_lines(practice) == done_lines(record(smile()))


def test_what_a_closure_left_open_is_told_where_it_is_clear() -> None:
    """Of the weak eye; one line, or none."""
    known, unclear = done_lines(closing(4.0)), done_lines(closing(6.5, known=False))

    gap = eye_words.SUMMARY_EYE_GAP.format(side="left", gap="a gap, about 4.0 mm (2.4 to 5.6)")
    assert known[1:] == ["   " + gap]
    assert len(unclear) == 1


def test_blinks_are_told_as_a_lower_bound() -> None:
    """Nothing of a weak lid that is not sure; nothing at all where the strong one is not."""
    seen = BlinkDepth(
        seconds=75.0, blinks=9, affected_at_least_percent=0, unaffected_at_least_percent=70
    )
    unsure = replace(seen, unaffected_at_least_percent=0)

    (line,) = done_lines(replace(record(smile()), blinks=seen))[1:]
    assert line == (
        "9 blinks in the pauses: how far the left lid came down is not sure, the right lid came "
        "down 70 % of the way or more"
    )
    assert len(done_lines(replace(record(smile()), blinks=unsure))) == 1


def test_a_stop_is_told_in_its_own_sentence() -> None:
    """With the numbers the person saw."""
    stop = VerdictRecord(rule="fatigue", level="stop", at_s=9.0, rep=4, sentence="Moved 34 % less.")
    stopped = smile(ended="stopped", sets=(SetRecord(n=1, reps=(rep(1),), stops=(stop,)),))

    assert "   ended early: Moved 34 % less." in done_lines(record(stopped))


def test_what_was_stopped_in_between_and_done_all_the_same_did_not_end_early() -> None:
    """After overcompensation what is left is done once more, smaller."""
    stop = VerdictRecord(rule="fatigue", level="stop", at_s=9.0, rep=4, sentence="Moved 34 % less.")
    reps = tuple(rep(n) for n in range(1, 6))
    whole = smile(sets=(SetRecord(n=1, reps=reps, stops=(stop,)),))

    lines = done_lines(record(whole))
    assert lines[0] == "Small open smile: 5 of 5 movements"
    assert "   stopped in between: Moved 34 % less." in lines


def test_a_smaller_target_says_why_the_numbers_are_small() -> None:
    """The smallest size that was asked for, once."""
    small = tuple(replace(rep(n), target_percent=percent) for n, percent in ((1, 60.0), (2, 50.0)))
    said = done_lines(record(smile(sets=(SetRecord(n=1, reps=small),))))

    assert "   " + words_summary.SMALLER.format(percent=50) in said
    assert len(done_lines(record(smile(sets=(SetRecord(n=1, reps=(rep(1),)),))))) == 1


def test_a_set_that_was_done_once_more_is_not_said_to_end() -> None:
    """After the strong side took over the sentence of the stop is over; the record keeps it."""
    ends = "Your strong side moved too much (right: 190 % of its gentle size): the set ends here."
    stop = VerdictRecord(rule="overcompensation", level="stop", at_s=9.0, rep=4, sentence=ends)
    reps = tuple(rep(n) for n in range(1, 6))
    sets = (SetRecord(n=1, reps=reps[:4], stops=(stop,)), SetRecord(n=2, retry=True, reps=reps[4:]))

    lines = done_lines(record(smile(sets=sets)))

    assert "   stopped in between: Your strong side moved too much." in lines
    assert not any("the set ends here" in line for line in lines)


def test_size_without_the_bars_stands_beside_the_size_with_them() -> None:
    """One line where some were hidden, none where none were."""
    hidden = (rep(1), rep(2), rep(3, hidden=True, affected_mm=3.0))
    lines = done_lines(record(smile(sets=(SetRecord(n=1, reps=hidden),))))

    assert "   " + words_summary.HIDDEN.format(percent=75) in lines
    assert not any("bars" in line for line in done_lines(record(smile())))


def test_repetitions_in_which_something_came_along_are_counted() -> None:
    """Those of linked movement, and what else a guard said while the exercise went on."""
    told = [
        VerdictRecord(rule=rule, level="caution", at_s=9.0, rep=n)
        for n, rule in enumerate(("synkinesis", "fatigue", "synkinesis"), 1)
    ]
    reps = tuple(rep(n) for n in (1, 2, 3))
    loud = done_lines(record(smile(sets=(SetRecord(n=1, reps=reps, cautions=tuple(told)),))))
    other = done_lines(record(smile(sets=(SetRecord(n=1, reps=reps, cautions=(told[1],)),))))

    assert "   " + words_summary.LINKED.format(count=2) in loud
    assert other[1:] == ["   " + words_summary.CAUTIONS["fatigue"].format(count=1)]


def test_a_repetition_in_which_a_rule_spoke_twice_is_one() -> None:
    """A word in it, and the stop that its end would have been had a repetition been left."""
    twice = tuple(
        VerdictRecord(rule="overcompensation", level="caution", at_s=9.0, rep=n) for n in (3, 4, 4)
    )
    reps = tuple(rep(n) for n in (1, 2, 3, 4))
    lines = done_lines(record(smile(sets=(SetRecord(n=1, reps=reps, cautions=twice),))))

    assert "   " + words_summary.CAUTIONS["overcompensation"].format(count=2) in lines


def test_a_finished_session_is_not_praised() -> None:
    """What was not measured cannot be called good."""
    assert "good" not in words_summary.TITLE["finished"]


def test_movements_that_were_not_seen_are_no_reproach() -> None:
    """They are counted apart from those that were."""
    unseen = (UnseenRecord(at_s=1.0, why="No movement seen."),) * 2
    lines = done_lines(record(smile(sets=(SetRecord(n=1, reps=(rep(1),), unseen=unseen),))))

    assert lines[0] == "Small open smile: 1 of 5 movements"
    assert lines[1].strip().startswith("2 ")


def test_a_still_face_is_not_praised() -> None:
    """The strong side's repetitions are no gentle movements of the weak one."""
    still = tuple(rep(n, affected_seen=False) for n in (1, 2))
    lines = done_lines(record(smile(sets=(SetRecord(n=1, reps=still),))))
    mixed = done_lines(record(smile(sets=(SetRecord(n=1, reps=(rep(1), *still)),))))

    assert lines == ["Small open smile: no movement seen on the left yet"]
    assert mixed[0] == "Small open smile: 1 of 5 movements"
    assert mixed[1].strip().startswith("2 without")


def test_what_ran_by_the_clock_is_not_counted_as_seen() -> None:
    """Whole exercises by the clock, and the rest of one; another blindness hides no stillness."""
    ran = (UnseenRecord(at_s=1.0, why=RAN_BY_THE_CLOCK),) * 3
    whole = smile(sets=(SetRecord(n=1, unseen=ran),), blind=("By the clock.",))
    part = smile(sets=(SetRecord(n=1, reps=(rep(1),), unseen=ran),), blind=("By the clock.",))
    unseen = (UnseenRecord(at_s=1.0, why="No movement seen."),) * 2
    noisy = smile(sets=(SetRecord(n=1, unseen=unseen),), blind=("The picture is restless.",))

    assert done_lines(record(whole)) == ["Small open smile: done, by the clock"]
    assert done_lines(record(part))[1].strip() == "3 by the clock"
    assert done_lines(record(noisy)) == ["Small open smile: no movement seen on the left yet"]


def test_guided_skipped_and_unreached_exercises() -> None:
    """By the clock, left out, or not mentioned at all."""
    massage = smile(name="Massage", measure=None, sets=())
    skipped = smile(name="Pucker", ended="skipped", sets=())
    never = smile(name="Brow", ended="not-reached", sets=())
    lines = done_lines(record(massage, skipped, never))

    assert lines == ["Massage: done, by the clock", "Pucker: left out today"]


def test_a_guided_step_that_was_stopped_is_not_said_to_be_done() -> None:
    """What was begun is kept, and said as it was."""
    massage = smile(measure=None, sets=(), name="Massage", ended="stopped")
    assert done_lines(record(massage)) == ["Massage: begun, and ended early"]
    assert [row.done for row in summary_rows(record(massage))] == ["begun"]


def test_many_that_were_left_out_are_counted_not_listed() -> None:
    """A list of what was not done would be a reproach."""
    skipped = [smile(name=f"Number {n}", ended="left-out", sets=()) for n in range(5)]
    lines = done_lines(record(smile(), *skipped))

    assert lines[-1] == "Left out today: 5 exercises"
    assert not any("Number" in line for line in lines)


def test_nothing_done_is_fine_too() -> None:
    """An empty session has a kind line."""
    assert done_lines(record()) == [words_summary.NOTHING]


def test_a_second_smaller_go_is_told() -> None:
    """So that an early end and whole numbers do not contradict each other."""
    again = smile(sets=(SetRecord(n=1, reps=(rep(1),)), SetRecord(n=1, retry=True, reps=(rep(2),))))

    assert "   then once more, smaller" in done_lines(record(again))


def test_pain_is_known_at_the_end() -> None:
    """Then no effort is asked for."""
    pain = VerdictRecord(rule="self", level="stop", at_s=9.0, rep=1, detail={"sign": "pain"})
    hurt = smile(ended="stopped", sets=(SetRecord(n=1, reps=(rep(1),), stops=(pain,)),))

    assert ended_by_pain(record(hurt))
    assert not ended_by_pain(record(smile(sets=(SetRecord(n=1, reps=(rep(1),)),))))


def test_what_was_stopped_before_its_first_movement_did_not_end_early() -> None:
    """Nor was nothing of five done; pain keeps its sentence."""
    own = VerdictRecord(rule="self", level="stop", at_s=9.0, rep=0, sentence="You ended the set.")
    pain = replace(own, detail={"sign": "pain"}, sentence="Stopped because of pain.")

    def told(stop: VerdictRecord) -> list[str]:
        return done_lines(record(smile(ended="stopped", sets=(SetRecord(n=1, stops=(stop,)),))))

    assert told(own) == ["Small open smile: stopped before the first movement"]
    assert "   ended early: Stopped because of pain." in told(pain)


def test_why_numbers_are_small_stands_behind_the_stop_it_comes_of() -> None:
    """The strong side did too much, then once more, smaller: in this order."""
    stop = VerdictRecord(rule="overcompensation", level="stop", at_s=9.0, rep=2, sentence="Much.")
    first = SetRecord(n=1, reps=(rep(1), rep(2)), stops=(stop,))
    again = SetRecord(n=1, reps=(rep(3, target_percent=80.0),), retry=True)
    lines = done_lines(record(smile(ended="stopped", sets=(first, again))))

    assert [line.strip().split(" ")[0] for line in lines[1:]] == ["ended", "then", "asked"]


def test_going_on_after_ones_own_stop_is_not_called_smaller() -> None:
    """It is the same size."""
    stop = VerdictRecord(rule="self", level="stop", at_s=9.0, rep=2, sentence="You ended the set.")
    first = SetRecord(n=1, reps=(rep(1),), stops=(stop,))
    again = SetRecord(n=1, reps=(rep(2),), retry=True)

    told = " ".join(done_lines(record(smile(ended="stopped", sets=(first, again)))))
    assert words_summary.RETRY not in told
