"""The gap of a closing eye in the record, in words, over weeks, and against the own answer."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from sessions.care.eye_care import GAPS, Gap, seen_open
from sessions.history.eye_gaps import NOT_CLEAR, eye_trend, eye_weeks, in_words, weak_eye_in_words
from sessions.history.summary import SessionSummary, summarise
from sessions.log.entries import Entry
from sessions.log.record import EyeGapRecord, SessionRecord
from sessions.log.record_builder import record_of
from tests.sessions.eye_closures import CALIBRATED, closing, closure, resting, weeks
from tests.sessions.log_samples import MORNING, header, step
from tests.tui.people import ANSWERED


def found_in(record: SessionRecord) -> EyeGapRecord | None:
    """Of the only exercise."""
    return record.exercises[0].eye_gap


def test_a_record_says_what_was_left_open_of_each_eye() -> None:
    """The weak eye by half; the strong one as far as can be told not at all."""
    found = found_in(closing())

    assert found is not None
    assert found.affected is not None
    assert (found.affected.mm, found.affected.opening_mm) == (4.0, 8.0)
    assert found.unaffected is not None
    assert in_words(found.unaffected) == "closed or a thin line"


@pytest.mark.parametrize(("known", "sure"), [(False, True), (True, False)])
def test_without_calibration_or_a_straight_head_there_are_words_only(
    known: bool, sure: bool
) -> None:
    """As coarse as what is known."""
    assert weak_eye_in_words(closing(3.0, known=known, sure=sure).exercises[0]) == "a gap or open"
    assert weak_eye_in_words(closing(0.5, known=known, sure=sure).exercises[0]) == "open"
    assert weak_eye_in_words(closing(6.5, known=known, sure=sure).exercises[0]) == ""
    assert weak_eye_in_words(closing(4.0).exercises[0]) == "a gap, about 4.0 mm (2.4 to 5.6)"


@pytest.mark.parametrize(
    "changed",
    [
        {"doubtful": ("eye-closure",)},
        {"scored": False},
        {"confidence": "low"},
        {"method": "landmarks"},
    ],
)
def test_where_it_was_not_read_well_nothing_is_told(changed: dict[str, object]) -> None:
    """Disagreeing witnesses above all."""
    entries: list[Entry] = [CALIBRATED, resting()]
    entries += [closure(n, 5.5, **changed) for n in (1, 2, 3)]

    assert found_in(record_of(header(MORNING, "camera:0", step("eye-closure")), entries)) is None


def test_only_gentle_closures_count() -> None:
    """A smaller target is no whole closure, a firm one no gentle one; without a rest nobody knows
    the opening."""
    small = [replace(closure(n, 5.5), target_percent=60.0) for n in (1, 2, 3)]
    entries: list[Entry] = [CALIBRATED, resting(), *small]
    gentle = header(MORNING, "camera:0", step("eye-closure"))
    firm = step("eye-closure")
    firm = replace(firm, exercise=replace(firm.exercise, id="tight-closure"))
    full: list[Entry] = [CALIBRATED, resting(), *(closure(n, 5.5) for n in (1, 2, 3))]

    assert found_in(record_of(gentle, entries)) is None
    assert found_in(record_of(gentle, [full[0], *full[2:]])) is None
    assert found_in(record_of(header(MORNING, "camera:0", firm), full)) is None


def test_each_closure_is_counted_from_the_rest_before_it() -> None:
    """A rest taken anew in mid-practice finds another opening."""
    entries: list[Entry] = [CALIBRATED, resting(), closure(1, 8.0)]
    entries += [resting(10.0, at_s=15.0), closure(2, 4.0), closure(3, 4.0)]
    found = found_in(record_of(header(MORNING, "camera:0", step("eye-closure")), entries))

    assert found is not None
    assert found.affected is not None
    assert (found.affected.mm, found.affected.opening_mm) == (6.0, 10.0)


def summaries(*mm: float, known: bool = True) -> list[SessionSummary]:
    """Three practices in each of the last weeks, the latest last."""
    return [summarise(each) for each in weeks(*mm, known=known)]


def test_weeks_and_their_change() -> None:
    """A gap smaller by 3 mm is a change, one by 1 mm is none; nobody's shut eye known
    gives words and no change."""
    smaller = summaries(1.0, 2.0, 4.0)
    change = eye_trend(smaller).change

    assert len(eye_weeks(smaller)) == 3
    assert "about 4.0 mm" in in_words(eye_weeks(smaller)[-1].found.affected)
    assert change is not None
    assert (change.verdict, change.by) == ("smaller", -3.0)
    same = eye_trend(summaries(3.0, 4.0)).change
    assert same is not None
    assert same.verdict == "about the same"
    assert eye_trend(summaries(1.0, 4.0, known=False)).change is None
    assert in_words(eye_weeks(summaries(3.0, known=False))[0].found.affected) == "a gap or open"


def test_a_week_that_is_not_clear_is_left_out() -> None:
    """And so is one without closures."""
    assert in_words(None) == NOT_CLEAR
    assert eye_weeks(summaries(6.5, known=False)) == []


@pytest.mark.parametrize("said", GAPS)
@pytest.mark.parametrize(("closed_mm", "surely"), [(2.0, True), (8.0, False), (6.5, False)])
def test_the_camera_only_ever_sends_back_to_the_mirror(
    said: Gap, closed_mm: float, surely: bool
) -> None:
    """Where the person says closed and it surely saw a gap this week; it never says closed."""
    sessions = [summarise(closing(closed_mm, days_ago=2))]
    today = MORNING.date()

    found = seen_open(said, sessions, ANSWERED, today)

    assert (found is not None) == (said == "closed" and surely)
    assert seen_open(said, sessions, ANSWERED, today + timedelta(days=9)) is None
    other = replace(ANSWERED, side="right" if ANSWERED.side == "left" else "left")
    assert seen_open(said, sessions, other, today) is None


def test_only_own_closures_of_the_last_seven_days_send_back() -> None:
    """Not those of a week ago, nor the simulated patient's; without any there is nothing to say."""
    today = MORNING.date()
    own, older = (summarise(closing(2.0, days_ago=days)) for days in (6, 7))
    simulated = replace(own, simulated=True)

    assert seen_open("closed", [older, simulated, own], ANSWERED, today) is not None
    assert seen_open("closed", [older, simulated], ANSWERED, today) is None
    assert seen_open("closed", [], ANSWERED, today) is None
