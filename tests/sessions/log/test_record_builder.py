"""From entries to a record: nothing kept is left out, nothing is made up."""

from datetime import timedelta

import pytest

from sessions.engine.interface.commands import (
    Finished,
    KeptBlind,
    KeptPause,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.log.entries import CheckIn, Effort, Entry, NoteLine, Resumed
from sessions.log.record_builder import record_of
from sessions.readings import CLEAR_FROM
from sessions.reps.rep import Verdict
from tests.sessions.log_samples import (
    MORNING,
    REFERENCE,
    header,
    kept_rep,
    kept_rest,
    massage,
    rep,
    step,
    stop,
    whole,
)


def _felt(sign: str) -> KeptVerdict:
    verdict = Verdict(rule="self", level="stop", t_s=0, rep=2, detail={"sign": sign})
    return KeptVerdict(at_s=30.0, step=0, set=1, verdict=verdict)


def _caution(n: int) -> KeptVerdict:
    verdict = Verdict(
        rule="overcompensation", level="caution", t_s=0, rep=n, detail={"percent": 123.456789}
    )
    return KeptVerdict(at_s=10.0 * n, step=0, set=1, verdict=verdict)


def test_a_finished_session_carries_all_that_was_kept() -> None:
    """Reps, reference, doses, versions, notes, check-in."""
    record = record_of(header(), whole())
    smile, cheek = record.exercises

    assert record.ended == "finished"
    assert record.seconds == 131.0
    assert [r.n for r in smile.reps] == [1, 2, 3, 4, 5]
    assert smile.reference is not None
    assert smile.reference.affected_mm == 4.0
    assert smile.ended == cheek.ended == "done"
    assert cheek.dose == {"for_s": 60.0, "between_s": 25.0}
    assert cheek.thresholds == {}
    assert record.measured.mediapipe == "0.10.33"
    assert record.measured.rest_noise_mm["affected"]["pucker"] == 0.1
    assert record.check_in["tightness"] == 3
    assert [note.text for note in record.notes] == ["left side felt lighter"]
    assert not record.simulated


def test_the_halves_at_rest_are_those_of_the_first_rest() -> None:
    """Before anything was practised; affected and unaffected by the side of the plan."""
    entries: list[Entry] = [kept_rest(-2.00049), kept_rep(1), kept_rest(-1.0, at_s=40.0)]
    found = record_of(header(), entries).at_rest

    assert found is not None
    assert found.sure
    assert found.affected.corner_mm == -62.0
    assert found.difference.corner_mm == pytest.approx(-2.0)
    assert found.difference.eye_mm == pytest.approx(2.0)
    assert found.clear_from == CLEAR_FROM


def test_a_rest_without_heights_leaves_them_out() -> None:
    """As an older journal has it, or one without composites."""
    assert record_of(header(), whole()).at_rest is None


def test_a_stop_carries_its_rule_numbers_and_words() -> None:
    """And the exercise is stopped, the session not."""
    entries: list[Entry] = [kept_rep(1), _caution(1), kept_rep(2), stop(2)]
    only = record_of(header(), entries).exercises[0].sets[0]

    assert [r.n for r in only.reps] == [1, 2]
    assert only.cautions[0].detail == {"percent": 123.457}
    assert only.stops[0].rule == "fatigue"
    assert only.stops[0].detail == {"drop_percent": 34.0, "limit_percent": 30.0}
    assert "34 %" in only.stops[0].sentence


def test_the_second_go_after_a_stop_is_a_set_of_its_own() -> None:
    """So neither stop hides the other."""
    entries = [kept_rep(1), stop(1), kept_rep(2), kept_rep(3), stop(3)]
    first, second = record_of(header(), entries).exercises[0].sets

    assert (first.n, first.retry, len(first.reps), len(first.stops)) == (1, False, 1, 1)
    assert (second.n, second.retry, len(second.reps), len(second.stops)) == (1, True, 2, 1)


def test_a_feeling_named_on_the_card_replaces_the_bare_stop() -> None:
    """One stop by the person, with its reason."""
    entries = [kept_rep(1), _felt("not named"), _felt("tired")]
    stops = record_of(header(), entries).exercises[0].stops

    assert [s.detail["sign"] for s in stops] == ["tired"]


def test_pain_after_a_guards_stop_is_kept_beside_it() -> None:
    """Both are said."""
    stops = record_of(header(), [kept_rep(1), stop(1), _felt("pain")]).exercises[0].stops

    assert [s.rule for s in stops] == ["fatigue", "self"]


def test_sets_unseen_reps_effort_and_blind_guards_are_told() -> None:
    """What was not scored is in the record as well."""
    entries: list[Entry] = [
        KeptBlind(at_s=1, step=0, why="the eye is covered"),
        KeptBlind(at_s=2, step=0, why="the eye is covered"),
        kept_rep(1),
        KeptUnseen(at_s=20, step=0, set=1, why="no movement was seen"),
        KeptRep(at_s=50, step=0, set=2, rep=rep(1, scored=False)),
        Effort(at_s=60, step=0, of_ten=3),
    ]
    smile = record_of(header(), entries).exercises[0]

    assert smile.blind == ("the eye is covered",)
    assert smile.effort_of_ten == 3
    assert [(s.n, len(s.reps), len(s.unseen)) for s in smile.sets] == [(1, 1, 1), (2, 1, 0)]
    assert smile.sets[1].reps[0].reason == "head-turned"
    assert smile.sets[1].reps[0].symmetry_percent is None
    assert smile.ended == "not-reached"


def test_pauses_have_their_length_and_an_open_one_has_none() -> None:
    """A pause in which the session ended is not given a made-up end."""
    entries = [
        KeptPause(at_s=5, why="no face"),
        KeptPause(at_s=8, why=""),
        KeptPause(at_s=20, why="you paused"),
        Finished(at_s=90, ended="abandoned", why="closed"),
    ]
    first, second = record_of(header(), entries).pauses

    assert (first.at_s, first.seconds, first.why) == (5, 3, "no face")
    assert (second.at_s, second.seconds) == (20, None)


def test_time_between_an_interruption_and_going_on_does_not_count() -> None:
    """The clock of the second part is another one."""
    entries: list[Entry] = [
        kept_rep(1),
        KeptPause(at_s=18, why="no face"),
        Resumed(at_s=9000.0, now=MORNING + timedelta(hours=2)),
        KeptStepEnd(at_s=9010.0, step=0, ended="done"),
    ]
    record = record_of(header(), entries)

    assert record.seconds == 18 + 10
    assert record.pauses[0].seconds is None
    assert record.interrupted == (MORNING + timedelta(hours=2),)


def test_a_step_that_was_skipped_for_today_says_why() -> None:
    """Also when the session never came to it."""
    record = record_of(header(MORNING, "sim:steady", step(), massage("no leave for it")), [])

    assert record.exercises[1].why == "no leave for it"
    assert record.exercises[0].sets == ()
    assert record.measured.how == "By the clock; nothing was measured."
    assert record.simulated
    assert record.why == "The program ended before the session did."


def test_a_simulated_session_does_not_claim_to_have_measured() -> None:
    """Nobody sat there."""
    record = record_of(header(MORNING, "sim:tiring"), whole())

    assert record.measured.how == "Made up by the simulated patient; nothing was measured."
    assert "iris" in record_of(header(), whole()).measured.how


def test_later_answers_of_the_check_in_win() -> None:
    """Asked before, corrected after."""
    entries: list[Entry] = [
        CheckIn(at_s=1, answers={"pain": 2}),
        NoteLine(at_s=2, text="x"),
        REFERENCE,
    ]
    answers = record_of(header(), entries).check_in

    assert (answers["pain"], answers["tightness"]) == (2, 3)
