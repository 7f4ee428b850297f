"""Reviews are suggested by date and by history, once each."""

import datetime

import msgspec
import pytest

from sessions.care.reviews import Review, due_review, put_away
from sessions.care.settings import Answers, Settings

TODAY = datetime.date(2026, 11, 21)


def since(days: int, **changes: object) -> Settings:
    """A person whose palsy began `days` ago."""
    onset = TODAY - datetime.timedelta(days=days)
    return msgspec.structs.replace(
        Settings(stage="paretic", answers=Answers(onset=onset)), **changes
    )


@pytest.mark.parametrize(
    ("days", "stage", "expected"),
    [
        (27, "flaccid", None),
        (28, "flaccid", "four-weeks"),
        (28, "paretic", None),
        (91, "flaccid", "three-months"),
        (91, "synkinetic", "three-months"),
        (183, "paretic", "six-months"),
        (243, "paretic", "six-months"),
        (244, "paretic", "chronic"),
        (4000, "synkinetic", "chronic"),
        (83, "paretic", None),
        (84, "paretic", "eye-twelve-weeks"),
    ],
)
def test_by_date(days: int, stage: str, expected: str | None) -> None:
    """Four weeks without movement, three months, six to eight months."""
    assert due_review(since(days, stage=stage), TODAY, same_for_8_weeks=False) == expected


def test_no_date_of_onset_no_review_by_date() -> None:
    """An unknown onset, or one ahead, asks for nothing."""
    assert due_review(Settings(stage="flaccid"), TODAY, same_for_8_weeks=False) is None
    assert due_review(since(-5), TODAY, same_for_8_weeks=False) is None
    ahead = since(-5, answers=Answers(onset=TODAY + datetime.timedelta(days=5), finished_on=TODAY))
    assert due_review(ahead, TODAY, same_for_8_weeks=False) is None


@pytest.mark.parametrize(("days", "expected"), [(90, "when-to-begin"), (91, "three-months")])
def test_both_views_on_when_to_begin_are_told_in_the_first_three_months(
    days: int, expected: str
) -> None:
    """Once the first run is over; afterwards there is nothing to wait for."""
    onset = TODAY - datetime.timedelta(days=days)
    settings = Settings(stage="paretic", answers=Answers(onset=onset, finished_on=TODAY))

    assert due_review(settings, TODAY, same_for_8_weeks=False) == expected


def test_put_away_is_not_shown_again() -> None:
    """What was read stays away."""
    settings = since(100)
    away = msgspec.structs.replace(
        settings, reviews_put_away=put_away(settings, "three-months", TODAY)
    )

    assert due_review(away, TODAY, same_for_8_weeks=False) == "eye-twelve-weeks"


def test_eight_weeks_without_change_comes_back_after_eight_weeks() -> None:
    """The review by history may be suggested again, but not before eight weeks."""
    settings = read(since(400), "chronic")
    assert due_review(settings, TODAY, same_for_8_weeks=True) == "eight-weeks-same"

    settings = msgspec.structs.replace(
        settings, reviews_put_away=put_away(settings, "eight-weeks-same", TODAY)
    )

    week = datetime.timedelta(days=7)
    assert due_review(settings, TODAY + 7 * week, same_for_8_weeks=True) is None
    assert due_review(settings, TODAY + 8 * week, same_for_8_weeks=True) == "eight-weeks-same"


def read(settings: Settings, *reviews: Review) -> Settings:
    """These were put away today."""
    for review in reviews:
        away = put_away(settings, review, TODAY)
        settings = msgspec.structs.replace(settings, reviews_put_away=away)
    return settings


@pytest.mark.parametrize("days", [0, 90])
def test_both_views_on_when_to_begin_are_shown_once(days: int) -> None:
    """Under three months, once the first run is over; afterwards what else is due."""
    finished = Answers(onset=TODAY - datetime.timedelta(days=days), finished_on=TODAY)
    settings = since(days, answers=finished)

    assert due_review(settings, TODAY, same_for_8_weeks=False) == "when-to-begin"
    left = due_review(read(settings, "when-to-begin"), TODAY, same_for_8_weeks=False)
    assert left == (None if days < 84 else "eye-twelve-weeks")


def test_the_eye_is_named_after_the_three_months_too() -> None:
    """Both are read, one after the other."""
    settings = read(since(100), "three-months")

    assert due_review(settings, TODAY, same_for_8_weeks=False) == "eye-twelve-weeks"
    settings = read(settings, "eye-twelve-weeks")
    assert due_review(settings, TODAY, same_for_8_weeks=False) is None


def test_reminders_do_not_end_after_eight_months() -> None:
    """Each half year; in between eight weeks without change are still named."""
    settings = read(since(400), "chronic")
    day = datetime.timedelta(days=1)

    assert due_review(settings, TODAY + 182 * day, same_for_8_weeks=False) is None
    assert due_review(settings, TODAY + 183 * day, same_for_8_weeks=False) == "chronic"
    assert due_review(settings, TODAY + day, same_for_8_weeks=True) == "eight-weeks-same"


def test_smaller_in_three_weeks_comes_before_all_else() -> None:
    """And again after three weeks."""
    settings = since(100)
    told = due_review(settings, TODAY, same_for_8_weeks=False, smaller_for_3_weeks=True)
    assert told == "smaller-three-weeks"

    settings = read(settings, "smaller-three-weeks")
    week = datetime.timedelta(weeks=1)
    for weeks, expected in [(2, "three-months"), (3, "smaller-three-weeks")]:
        day = TODAY + weeks * week
        told = due_review(settings, day, same_for_8_weeks=False, smaller_for_3_weeks=True)
        assert told == expected
