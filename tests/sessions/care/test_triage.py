"""How soon a doctor has to look."""

import datetime
from typing import get_args

import pytest
from msgspec.structs import replace

from sessions.care.settings import RedFlag, Settings
from sessions.care.triage import EMERGENCY, doctor_looked, emergency, flags_for_today
from tests.tui.people import ANSWERED

TODAY = datetime.date(2026, 11, 21)


def flagged(*flags: RedFlag) -> Settings:
    """Somebody who ticked these."""
    return replace(ANSWERED, answers=replace(ANSWERED.answers, red_flags=flags))


@pytest.mark.parametrize("flag", get_args(RedFlag))
def test_only_signs_of_a_stroke_are_an_emergency(flag: RedFlag) -> None:
    """Alone, and beside any other sign; finished questions or not."""
    assert emergency(flagged(flag)) == (flag == "sudden-limbs-or-speech")
    assert emergency(flagged(flag, EMERGENCY))
    unfinished = replace(flagged(EMERGENCY).answers, finished_on=None)
    assert emergency(Settings(answers=unfinished))


def test_eye_and_ear_are_for_today() -> None:
    """In this order; a lump is for an appointment soon."""
    flags = flagged("ear-rash-or-hearing", "eye-pain-or-vision", "lump")

    assert flags_for_today(flags) == ("flag-eye-pain-or-vision", "flag-ear-rash-or-hearing")
    assert flags_for_today(flagged("lump")) == ()


def test_a_doctor_who_looked_takes_back_the_emergency_alone() -> None:
    """The date is kept, every other sign stays."""
    seen = doctor_looked(flagged("lump", EMERGENCY), TODAY)

    assert not emergency(seen)
    assert seen.answers.red_flags == ("lump",)
    assert seen.answers.emergency_seen_on == TODAY
