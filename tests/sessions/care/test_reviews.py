"""Reviews are suggested by date and by history, once each."""

import datetime

import msgspec
import pytest

from sessions.care.reviews import due_review, put_away
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
        (244, "paretic", None),
    ],
)
def test_by_date(days: int, stage: str, expected: str | None) -> None:
    """Four weeks without movement, three months, six to eight months."""
    assert due_review(since(days, stage=stage), TODAY, same_for_8_weeks=False) == expected


def test_no_date_of_onset_no_review_by_date() -> None:
    """An unknown onset, or one ahead, asks for nothing."""
    assert due_review(Settings(stage="flaccid"), TODAY, same_for_8_weeks=False) is None
    assert due_review(since(-5), TODAY, same_for_8_weeks=False) is None


def test_put_away_is_not_shown_again() -> None:
    """What was read stays away."""
    settings = since(100)
    away = msgspec.structs.replace(
        settings, reviews_put_away=put_away(settings, "three-months", TODAY)
    )

    assert due_review(away, TODAY, same_for_8_weeks=False) is None


def test_eight_weeks_without_change_comes_back_after_eight_weeks() -> None:
    """The review by history may be suggested again, but not before eight weeks."""
    settings = since(400)
    assert due_review(settings, TODAY, same_for_8_weeks=True) == "eight-weeks-same"

    settings = msgspec.structs.replace(
        settings, reviews_put_away=put_away(settings, "eight-weeks-same", TODAY)
    )

    week = datetime.timedelta(days=7)
    assert due_review(settings, TODAY + 7 * week, same_for_8_weeks=True) is None
    assert due_review(settings, TODAY + 8 * week, same_for_8_weeks=True) == "eight-weeks-same"
