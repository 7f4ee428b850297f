"""What is closed is named, with the reason that counts and what opens it."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.access import unlocked
from sessions.care.settings import Answers, Settings
from tests.tui.people import ANSWERED, MORNING, somebody
from tui.person.open_routines import shelf
from tui.texts.holds import HOLDS, LOOK_WAITS, OPENS, STAGE_OPENS


def why(tmp_path: Path, settings: Settings, today: datetime.date) -> dict[str, str]:
    """Why each routine is closed, by its id."""
    found = shelf(somebody(tmp_path, settings), unlocked(settings, today))
    assert not {each.id for each in found.routines} & {c.routine.id for c in found.closed}
    return {each.routine.id: each.why for each in found.closed}


def answers(**changes: object) -> Settings:
    """Somebody in whose answers this is different."""
    return replace(ANSWERED, answers=replace(ANSWERED.answers, **changes))


@pytest.mark.parametrize(
    ("settings", "routine", "begins", "ends"),
    [
        (ANSWERED, "linked-movement", '"', STAGE_OPENS),
        (ANSWERED, "weekly-look", '"', STAGE_OPENS),
        (replace(ANSWERED, stage="flaccid"), "daily-gentle", '"', OPENS["flaccid"]),
        (replace(ANSWERED, stage="flaccid"), "weekly-look", LOOK_WAITS, LOOK_WAITS),
        (replace(ANSWERED, side=None), "daily-gentle", HOLDS["side"], OPENS["side"]),
        (
            answers(swelling_settled=False),
            "daily-gentle",
            HOLDS["swelling-settled"],
            OPENS["swelling-settled"],
        ),
        (
            answers(red_flags=("lump",)),
            "soft-tissue",
            HOLDS["flag-lump"],
            OPENS["flag-lump"],
        ),
        (
            answers(not_for=("both-sides",)),
            "daily-gentle",
            HOLDS["both-sides"],
            "This stays closed here.",
        ),
        (
            answers(red_flags=("sudden-limbs-or-speech",)),
            "soft-tissue",
            HOLDS["flag-sudden-limbs-or-speech"],
            "worst headache ever.",
        ),
        (
            replace(ANSWERED, answers=Answers()),
            "soft-tissue",
            HOLDS["not-answered"],
            "answered yet.",
        ),
    ],
)
def test_the_reason_that_counts(
    tmp_path: Path, settings: Settings, routine: str, begins: str, ends: str
) -> None:
    """A stage that a routine is not for comes before an answer; each has what opens it."""
    said = why(tmp_path, settings, MORNING.date())[routine]

    assert said.startswith(begins)
    assert said.endswith(ends)
