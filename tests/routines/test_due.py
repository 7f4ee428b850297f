"""What is next, from the plan, what was done, and the time of day."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.due import due
from routines.plan import Plan, Slot, default_plan

DAY = datetime(2026, 11, 18)
"""A Wednesday."""
DAY_LONG, MOMENT = timedelta(days=1), timedelta(microseconds=1)
PARTS = ("bells-1", "bells-2", "bells-3")
PLAN = Plan(
    stage="paretic",
    slots=(
        Slot(name="morning", at=time(8), routines=("daily-gentle",)),
        Slot(name="afternoon", at=time(14), routines=PARTS),
        Slot(name="evening", at=time(20), routines=("wind-down",)),
    ),
    daily_cap=3,
    gap_hours=2.0,
)


def at(hour: float, days: int = 0) -> datetime:
    """A time of the day of the tests."""
    return DAY + timedelta(hours=hour, days=days)


def test_a_slot_is_due_once_its_time_has_come() -> None:
    """One line names the routine and the slot."""
    found = due(PLAN, [], at(9))

    assert (found.state, found.routine, found.slot) == ("now", "daily-gentle", "morning")
    assert found.may_run
    assert found.sentence == "Due now: daily-gentle (morning)."
    assert due(PLAN, [], at(8)) == found


def test_a_slot_named_like_its_routine_is_named_once() -> None:
    """The standard plans have a "weekly record"."""
    plan = Plan(
        stage="paretic", slots=(Slot(name="weekly record", at=time(8), routines=("check-up",)),)
    )

    assert due(plan, [], at(9), name_of=lambda _: "Weekly record").sentence == (
        "Due now: Weekly record."
    )


def test_before_its_time_a_slot_may_be_done_already() -> None:
    """Times are suggestions."""
    found = due(PLAN, [], at(6))

    assert (found.state, found.routine, found.at) == ("ahead", "daily-gentle", at(8))
    assert found.may_run
    assert found.sentence == "Next: daily-gentle (morning), planned for 08:00."


def test_the_gap_is_kept() -> None:
    """Whatever was done, planned or not, also across midnight."""
    found = due(PLAN, [(at(13), "mouth-set")], at(14.5))

    assert (found.state, found.routine, found.not_before) == ("too-early", "bells-1", at(15))
    assert not found.may_run
    assert "not before 15:00" in found.sentence
    late = Plan(stage="paretic", slots=(Slot(name="n", at=time(0), routines=("speech",)),))
    assert due(late, [(at(23, days=-1), "speech")], at(0.5)).not_before == at(1)
    assert due(PLAN, [(at(13), "mouth-set")], at(15)).state == "now"


def test_the_cap_ends_the_day() -> None:
    """Kindly, and without a next."""
    done = [(at(8), "daily-gentle"), (at(11), "speech"), (at(14), "bells-1")]
    found = due(PLAN, done, at(20))

    assert (found.state, found.routine) == ("done", None)
    assert found.sentence == "Done for today: 3 sessions. Rest is part of it."
    one = Plan(stage="paretic", slots=PLAN.slots, daily_cap=1)
    assert due(one, done[:1], at(20)).sentence.startswith("Done for today: one session.")
    two = Plan(stage="paretic", slots=PLAN.slots, daily_cap=2)
    assert due(two, done[:2], at(20)).sentence.startswith("Done for today: 2 sessions.")


def test_a_day_with_all_slots_done_is_done() -> None:
    """Below the cap nothing more is asked for."""
    plan = Plan(stage="paretic", slots=PLAN.slots[:1])

    found = due(plan, [(at(8), "daily-gentle")], at(12))

    assert (found.state, found.sentence) == ("done", "Nothing more is planned today.")


def test_a_missed_slot_is_let_go() -> None:
    """In the afternoon the afternoon's routine is due, and the morning is not held up."""
    found = due(PLAN, [], at(15))
    assert (found.state, found.slot) == ("now", "afternoon")
    assert due(PLAN, [], at(14)).slot == "afternoon"

    later = due(PLAN, [(at(15), "bells-1")], at(18))
    assert (later.state, later.slot) == ("ahead", "evening")


def test_the_same_routine_twice_a_day_fills_two_slots() -> None:
    """The first session counts for the slot whose time it was done in."""
    slots = (
        Slot(name="one", at=time(8), routines=("daily-gentle",)),
        Slot(name="two", at=time(14), routines=("daily-gentle",)),
    )
    plan = Plan(stage="paretic", slots=slots)

    assert due(plan, [(at(9), "daily-gentle")], at(12)).slot == "two"
    assert due(plan, [(at(14.5), "daily-gentle")], at(17)).state == "done"
    assert due(plan, [(at(7), "daily-gentle")], at(10)).slot == "two"


def gentle(*hours: int) -> Plan:
    """A plan with the same routine at each of these hours."""
    slots = tuple(Slot(name=str(hour), at=time(hour), routines=("daily-gentle",)) for hour in hours)
    return Plan(stage="paretic", slots=slots, daily_cap=6)


def practised(*hours: float) -> list[tuple[datetime, str]]:
    """Sessions of that routine."""
    return [(at(hour), "daily-gentle") for hour in hours]


def test_a_session_fills_one_slot_that_has_its_routine() -> None:
    """The latest whose time had come, to the minute; else the next one that is free."""
    plan = gentle(8, 14)

    assert due(PLAN, [(at(8.5), "speech")], at(12)).slot == "morning"
    assert due(plan, practised(14), at(17)).state == "done"
    assert due(plan, practised(13), at(15.5)).slot == "14"
    assert due(plan, practised(5), at(7.5)).slot == "14"
    assert due(plan, practised(6, 10), at(15)).state == "done"


def test_sessions_made_up_for_leave_the_evening_due() -> None:
    """Each fills one slot that was missed, the latest first."""
    assert due(gentle(8, 11, 14, 20), practised(15, 16, 17), at(21)).slot == "20"
    assert due(gentle(8, 11, 20), practised(12, 15), at(21)).slot == "20"


def test_parts_take_turns_over_the_days() -> None:
    """The one after the latest done, round and round."""
    done: list[tuple[datetime, str]] = []
    seen: list[str | None] = []
    for day in range(4):
        found = due(PLAN, done, at(15, days=day))
        seen.append(found.routine)
        done.append((at(15, days=day), str(found.routine)))

    assert seen == ["bells-1", "bells-2", "bells-3", "bells-1"]


def test_slots_stand_on_their_days() -> None:
    """The weekly record of the first plan comes on Sunday only."""
    plan = default_plan("paretic", DAY.date())
    by_day = [due(plan, [], at(12, days=n)).routine for n in range(7)]

    assert by_day.count("check-up") == 1
    assert (DAY + timedelta(days=by_day.index("check-up"))).weekday() == 6


def test_a_review_date_that_has_come_is_remarked() -> None:
    """Beside the line, never in place of it."""
    plan = Plan(stage="paretic", slots=PLAN.slots, review=date(2026, 11, 18))

    assert "2026-11-18" in due(plan, [], at(9)).remark
    assert due(plan, [], at(9, days=-1)).remark == ""


def test_time_zones_do_not_matter() -> None:
    """Records carry an offset; the clock on the wall decides."""
    east = timezone(timedelta(hours=3))
    now = at(9).replace(tzinfo=east)

    found = due(PLAN, [(datetime(2026, 11, 18, 5, 30, tzinfo=UTC), "daily-gentle")], now)

    assert (found.state, found.not_before) == ("too-early", at(10.5).replace(tzinfo=east))
    local = at(8).astimezone()
    assert due(PLAN, [(local, "speech")], at(9)).not_before == at(10)
    assert due(PLAN, [(at(8), "speech")], at(9).astimezone()).not_before == at(10).astimezone()


def test_the_gap_is_counted_in_hours_that_pass_while_the_clocks_change() -> None:
    """In October an hour comes twice, in March one is left out."""
    berlin = ZoneInfo("Europe/Berlin")
    october = datetime(2026, 10, 25, 1, 30, tzinfo=berlin)
    first, second = (datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold) for fold in (0, 1))
    assert due(PLAN, [(october, "speech")], first).not_before == second
    assert due(PLAN, [(october, "speech")], second).not_before is None

    march = datetime(2026, 3, 29, 1, 30, tzinfo=berlin)
    found = due(PLAN, [(march, "speech")], datetime(2026, 3, 29, 4, 0, tzinfo=berlin))
    assert found.not_before == datetime(2026, 3, 29, 4, 30, tzinfo=berlin)


@given(
    st.lists(
        st.tuples(
            st.integers(-72, 72).map(lambda h: at(h / 2)),
            st.sampled_from(("daily-gentle", "wind-down", "other", *PARTS)),
        ),
        max_size=8,
    ),
    st.integers(0, 47).map(lambda h: at(h / 2)),
)
def test_cap_and_gap_hold_on_any_day(done: list[tuple[datetime, str]], now: datetime) -> None:
    """Whatever was done when, nothing begins beyond the cap or within the gap."""
    found = due(PLAN, done, now)

    if found.may_run:
        ahead = [start for start, _ in done if now < start <= now + timedelta(days=1)]
        before = [start for start, _ in done if start <= now and start.date() == now.date()]
        assert len(before + ahead) < PLAN.daily_cap
        assert not ahead
        assert all(not now - timedelta(hours=2) < start <= now for start, _ in done)
    assert (found.routine is None) == (found.state == "done")
    assert "\n" not in found.sentence


@pytest.mark.parametrize("back", [timedelta(minutes=50), timedelta(hours=9), timedelta(hours=23)])
def test_a_clock_that_is_set_back_opens_nothing(back: timedelta) -> None:
    """What was done before still counts, and its gap is counted from when it was noted."""
    done = [(at(hour), "bells-1") for hour in (8, 11, 14)]
    now = at(14.1) - back

    assert due(PLAN, done[2:], now).state == "too-early"
    assert due(PLAN, done[2:], now).not_before == at(16)
    assert due(PLAN, done, now).capped
    assert "See to the clock" in due(PLAN, done, now).remark
    assert not due(PLAN, done, at(14.1)).remark


@pytest.mark.parametrize(("ahead", "counts"), [(DAY_LONG, True), (DAY_LONG + MOMENT, False)])
def test_what_is_noted_up_to_a_day_ahead_was_done(ahead: timedelta, counts: bool) -> None:
    """It fills the cap, rests and is remarked; beyond that the clock was wrong at that time."""
    now = at(9)
    found = due(PLAN, [(now + ahead, part) for part in PARTS], now)

    assert found.capped == counts
    assert (found.not_before is not None) == counts
    assert bool(found.remark) == counts


def test_a_practice_that_begins_now_is_not_ahead() -> None:
    """Nothing is wrong with the clock."""
    assert due(PLAN, [(at(9), "bells-1")], at(9)).remark == ""


def test_a_record_from_far_ahead_holds_nothing_up() -> None:
    """The clock was wrong when it was written, by how much nobody knows."""
    found = due(PLAN, [(at(8) + timedelta(days=400), "daily-gentle")], at(9))

    assert found.may_run


def rests(routine_id: str) -> bool:
    """Winding down asks no muscle to work."""
    return routine_id != "wind-down"


def test_care_neither_counts_nor_waits() -> None:
    """After three massages the practice is due; after a practice winding down is."""
    massages = [(at(hour), "soft-tissue") for hour in (9, 10, 11)]
    found = due(PLAN, massages, at(12), worked=[], is_active=rests)
    assert (found.state, found.routine, found.capped) == ("now", "daily-gentle", False)

    just_before = at(19.5)
    found = due(PLAN, [(just_before, "bells-1")], at(20), worked=[just_before], is_active=rests)
    assert (found.state, found.routine) == ("now", "wind-down")
    assert found.not_before == at(21.5)


def test_the_cap_leaves_what_needs_no_rest() -> None:
    """Three practices done: the afternoon's is let go, winding down stays in the plan."""
    done = [(at(hour), "bells-1") for hour in (6, 9, 12)]
    found = due(PLAN, done, at(15), worked=[when for when, _ in done], is_active=rests)

    assert (found.state, found.routine, found.capped) == ("ahead", "wind-down", True)
    done.append((at(20), "wind-down"))
    found = due(PLAN, done, at(21), worked=[when for when, _ in done[:3]], is_active=rests)
    assert (found.state, found.routine) == ("done", None)
    assert found.sentence == "Done for today: 3 sessions. Rest is part of it."
