"""What a stage begins with, the weekly look while nothing moves, and release before movement."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from routines.movements import Stage
from routines.plan import Plan, default_plan
from sessions.care.next_practice import due_now, offer
from sessions.care.settings import Settings
from sessions.care.weekly_look import answered, is_look_due, movement_to_ask_about, next_look
from sessions.history.summary import SessionSummary
from tests.tui.people import ANSWERED, DAY, MORNING, session

TODAY = MORNING.date()
LATER = MORNING.replace(hour=15)


def staged(stage: Stage, **answers: Any) -> Settings:
    """Somebody in `stage` with these answers."""
    return replace(ANSWERED, stage=stage, answers=replace(ANSWERED.answers, **answers))


def look(ago: timedelta, *, seen: bool = False, ended: str = "finished") -> SessionSummary:
    """A weekly look so long before this morning."""
    done = session(ago)
    (first, _) = done.exercises
    tried = replace(first, name="Raise the eyebrows", reps=1, counted=1, affected_seen=seen)
    return replace(done, routine_id="weekly-look", stage="flaccid", exercises=(tried,), ended=ended)


def soft(routine_id: str, ago: timedelta) -> SessionSummary:
    """A session of hands alone."""
    done = session(ago)
    return replace(done, routine_id=routine_id, exercises=done.exercises[1:])


def offered(settings: Settings, *sessions: SessionSummary, plan: Plan | None = None) -> str | None:
    """The routine that is offered in the afternoon."""
    return offer(settings, plan, sessions, LATER, _is_active).routine


def _is_active(routine_id: str) -> bool:
    return routine_id not in {"soft-tissue", "tight-day", "flaccid-care", "wind-down"}


@pytest.mark.parametrize(
    ("first", "routine"), [(13, "first-flickers"), (14, "daily-gentle"), (200, "daily-gentle")]
)
def test_the_paretic_stage_begins_with_flickers_for_two_weeks(first: int, routine: str) -> None:
    """From its first practice on; without any the first run counts, or nothing yet."""
    assert offered(staged("paretic", finished_on=TODAY - 13 * DAY)) == "first-flickers"
    assert offered(staged("paretic", finished_on=TODAY - 14 * DAY)) == "daily-gentle"
    assert offered(ANSWERED, soft("flaccid-care", DAY)) == "first-flickers"
    assert offered(ANSWERED, session(first * DAY), session(DAY)) == routine


def test_after_a_weekly_look_the_stage_begins_anew() -> None:
    """What was practised before nothing moved counts for nothing."""
    before, since = session(200 * DAY), session(DAY)

    assert offered(ANSWERED, before, look(3 * DAY), since) == "first-flickers"
    assert offered(ANSWERED, look(300 * DAY), before, since) == "daily-gentle"


@pytest.mark.parametrize(
    ("days", "routine"),
    [
        (0, "first-flickers"),
        (90, "first-flickers"),
        (91, "daily-gentle"),
        (-1, "daily-gentle"),
    ],
)
def test_under_three_months_flickers_are_proposed(days: int, routine: str) -> None:
    """However long there was practice; a date ahead says nothing."""
    early = staged("paretic", onset=TODAY - days * DAY)

    assert offered(early, session(60 * DAY), session(DAY)) == routine


@pytest.mark.parametrize("by", ["", "Dr. A"])
def test_a_therapists_plan_stands(by: str) -> None:
    """Signed, it is never changed; nor where the person says that one was made."""
    plan = replace(default_plan("paretic", TODAY), by=by)

    assert offered(ANSWERED, session(DAY), plan=plan) == (
        "daily-gentle" if by else "first-flickers"
    )
    assert (
        offered(staged("paretic", therapist_plan=True), session(DAY), plan=plan) == "daily-gentle"
    )


def test_a_plan_written_by_hand_stands() -> None:
    """The person chose its routines."""
    usual = default_plan("paretic", TODAY)
    slots = tuple(replace(each, routines=("daily-gentle", "bells-1")) for each in usual.slots[:2])

    assert offered(ANSWERED, session(DAY), plan=replace(usual, slots=slots)) == "bells-1"


def test_known_linked_movement_leads_to_its_own_plan() -> None:
    """At any date, whatever other sentence was chosen, and whatever the plan was written for."""
    linked = replace(staged("paretic", onset=TODAY - 30 * DAY), known_linked=True)
    for plan in (None, default_plan("paretic", TODAY)):
        found = offer(linked, plan, [], MORNING, _is_active)
        assert (found.kind, found.routine) == ("routine", "linked-movement")


@pytest.mark.parametrize("answer", ["tight", "spasm"])
@pytest.mark.parametrize("release", ["soft-tissue", "tight-day"])
def test_a_tight_face_is_released_first(answer: str, release: str) -> None:
    """Once a day, before the first movement; then the plan goes on."""
    tense = staged("paretic", **{answer: True})

    assert offered(tense, session(DAY)) == "soft-tissue"
    assert offered(tense, session(DAY), soft(release, DAY)) == "soft-tissue"
    assert offered(tense, session(DAY), soft(release, timedelta(hours=1))) == "first-flickers"
    said = due_now(tense, None, [session(DAY)], LATER, _is_active).sentence
    assert said == "Due now: soft-tissue (release first), then first-flickers."


def test_a_release_waits_with_the_movement_and_comes_before_no_care() -> None:
    """While the face rests its end is said, and winding down needs none."""
    tense = staged("paretic", tight=True)
    resting = offer(tense, None, [session(DAY), session(timedelta(hours=-5))], LATER, _is_active)
    evening = offer(tense, None, [session(DAY)], MORNING.replace(hour=20, minute=30), _is_active)

    assert (resting.kind, resting.routine) == ("wait", "first-flickers")
    assert evening.routine == "wind-down"


def test_while_nothing_moves_the_look_comes_once_in_seven_days() -> None:
    """Before the plan's care, which goes on afterwards."""
    flaccid = staged("flaccid")

    assert offer(flaccid, None, [], LATER).kind == "look"
    assert offered(flaccid) == offered(flaccid, look(7 * DAY)) == "weekly-look"
    assert offered(flaccid, look(6 * DAY)) == offered(flaccid, look(-DAY)) == "flaccid-care"
    due = due_now(flaccid, None, [], LATER, _is_active)
    assert due.sentence == "Due now: weekly-look (once a week, one minute)."


@pytest.mark.parametrize(
    "answers",
    [
        {"red_flags": ("eye-pain-or-vision",)},
        {"red_flags": ("lump",)},
        {"seen_by_doctor": None},
        {"causes_ruled_out": False},
        {"swelling_settled": False},
        {"exercises_agreed": None},
        {"not_for": ("child",)},
    ],
)
def test_no_look_before_clearance(answers: dict[str, Any]) -> None:
    """Care goes on."""
    assert offered(staged("flaccid", **answers)) == "flaccid-care"


def test_a_look_that_was_broken_off_before_anything_does_not_count() -> None:
    """The next one is a week after the last in which something was done."""
    empty = replace(look(DAY, ended="abandoned"), exercises=())

    assert is_look_due([empty], TODAY)
    assert next_look([look(9 * DAY), empty]) == TODAY - 2 * DAY
    assert next_look([look(9 * DAY), session(DAY)]) == TODAY - 2 * DAY
    assert not is_look_due([look(DAY, ended="stopped")], TODAY)


def test_what_a_look_saw_is_asked_until_it_is_answered() -> None:
    """Yes makes the stage paretic, which opens first flickers; no waits for the next look."""
    flaccid = staged("flaccid")
    seen = [look(DAY, seen=True)]

    assert movement_to_ask_about(flaccid, seen) == ("Raise the eyebrows",)
    assert movement_to_ask_about(flaccid, []) == ()
    assert movement_to_ask_about(flaccid, [look(DAY)]) == ()
    assert movement_to_ask_about(flaccid, [look(8 * DAY, seen=True), look(DAY)]) == ()

    felt = answered(flaccid, felt=True, today=TODAY)
    assert movement_to_ask_about(felt, seen) == ()
    assert offered(felt, *seen) == "first-flickers"

    not_felt = answered(flaccid, felt=False, today=TODAY)
    assert not_felt.stage == "flaccid"
    assert movement_to_ask_about(not_felt, seen) == ()
    assert movement_to_ask_about(not_felt, [look(timedelta(0), seen=True)]) == ()
    assert movement_to_ask_about(not_felt, [*seen, look(-7 * DAY, seen=True)]) != ()
