"""What is suggested after a practice, in lines of text: the questions of the screen."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.reading.library import find
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from tests.sessions.log_samples import header, whole
from tests.tui.people import ANSWERED, DAY, MORNING, somebody
from tests.tui.practised_days import DAILY, checked_up, eyes_checked, practised
from tui.flows.suggestions import ask_afterwards_in_lines
from tui.person.person import Person
from tui.texts import day as words
from tui.texts import seeing as words_seeing
from tui.texts import settings as words_settings


def in_lines(person: Person, *typed: str, routine: str = "daily-gentle") -> list[str]:
    """What is said when these lines are typed; then the input ends."""
    left, told = list(typed), list[str]()

    def ask(question: str) -> str | None:
        return left.pop(0) if left else None

    ask_afterwards_in_lines(person, find(routine), ask, told.append)
    return told


def test_a_yes_keeps_the_longer_hold(tmp_path: Path) -> None:
    """With its reason before it."""
    practised(tmp_path, 8)
    person = somebody(tmp_path)

    told = in_lines(person, "1")

    assert f"{words.SUGGEST_TITLE}." in told
    assert any("without a stop" in line for line in told)
    found = find("daily-gentle", person.routine_folders)
    assert sum(step.dose.hold_s == 5.0 for step in found.steps) == 1


@pytest.mark.parametrize(("typed", "declined"), [("2", True), ("", False), (None, False)])
def test_a_no_is_remembered_and_an_empty_line_leaves_it_open(
    tmp_path: Path, typed: str | None, declined: bool
) -> None:
    """Nothing of the practice changes; what was left open is asked again."""
    practised(tmp_path, 8)
    person = somebody(tmp_path)

    in_lines(person, *([] if typed is None else [typed]))

    assert not (tmp_path / "routines").exists()
    assert (list(person.settings.declined.values()) == [MORNING.date()]) == declined
    assert (in_lines(person) == []) == declined


def test_linked_movement_of_a_check_up_becomes_a_known_pair(tmp_path: Path) -> None:
    """And the plan follows."""
    checked_up(tmp_path)
    person = somebody(tmp_path)

    told = in_lines(person, "1", routine="check-up")

    assert any("Your left eye narrowed when you smiled" in line for line in told)
    assert person.settings.linked_pairs == ("smile-eye",)
    assert 'stage = "synkinetic"' in (tmp_path / "plan.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("typed", "known"), [("1", 80.0), ("2", None), ("", None)])
def test_a_shut_eye_of_a_check_up_calibrates_both_where_the_person_says_so(
    tmp_path: Path, typed: str, known: float | None
) -> None:
    """Not by itself: only the person knows whether it was shut. A no is not asked again at once."""
    eyes_checked(tmp_path)
    person = somebody(tmp_path)

    told = in_lines(person, typed, routine="check-up")

    assert f"{words_seeing.FULL_CLOSURE_TITLE}." in told
    assert person.settings.eye_full_percent == known
    again = in_lines(person, routine="check-up")
    assert (f"{words_seeing.FULL_CLOSURE_TITLE}." in again) == (typed == "")


def test_sides_are_asked_about_once(tmp_path: Path) -> None:
    """Only the person changes them."""
    practised(tmp_path, 1, affected_mm=14.0)
    person = somebody(tmp_path)

    in_lines(person, "2")

    assert (person.settings.side, person.settings.sides_confirmed) == ("right", True)
    assert in_lines(person) == []


def test_without_a_practice_nothing_is_asked(tmp_path: Path) -> None:
    """Nor after massage."""
    assert in_lines(somebody(tmp_path, replace(ANSWERED)), routine=DAILY.id) == []


@pytest.mark.parametrize(("typed", "feedback"), [("1", "fading"), ("2", "after"), ("3", "always")])
def test_after_two_weeks_it_is_asked_when_the_bars_are_seen(
    tmp_path: Path, typed: str, feedback: str
) -> None:
    """Once; the answer is kept."""
    practised(tmp_path, 16)
    person = somebody(tmp_path)

    assert f"{words_settings.FEEDBACK_TITLE}." in in_lines(person, typed)
    assert person.settings.feedback == feedback
    assert f"{words_settings.FEEDBACK_TITLE}." not in in_lines(person)


def test_before_that_the_bars_are_not_asked_about(tmp_path: Path) -> None:
    """And a question left open rests for two weeks."""
    practised(tmp_path, 8)
    assert f"{words_settings.FEEDBACK_TITLE}." not in in_lines(somebody(tmp_path))

    practised(tmp_path, 16)
    person = somebody(tmp_path)
    assert f"{words_settings.FEEDBACK_TITLE}." in in_lines(person, "")
    assert f"{words_settings.FEEDBACK_TITLE}." not in in_lines(person, "")


WITH_CAMERA = replace(ANSWERED, source="camera:0")


def one_with_a_camera(data: Path) -> None:
    """The first practice of a real person."""
    save_record(data, record_of(header(MORNING - DAY, "camera:0"), whole()))


@pytest.mark.parametrize(("typed", "spoken"), [("1", True), ("2", False), ("", False)])
def test_speech_is_offered_after_the_first_practice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, spoken: bool
) -> None:
    """Once; what is chosen is kept."""
    monkeypatch.setattr("tui.flows.suggestions.find_speech", lambda: ("say",))
    one_with_a_camera(tmp_path)
    person = somebody(tmp_path, WITH_CAMERA)

    assert f"{words_settings.SPEECH_TITLE}." in in_lines(person, typed)
    assert person.settings.spoken == spoken
    assert f"{words_settings.SPEECH_TITLE}." not in in_lines(person)


def test_speech_is_not_offered_where_nothing_can_speak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be a promise that cannot be kept."""
    monkeypatch.setattr("tui.flows.suggestions.find_speech", lambda: None)
    one_with_a_camera(tmp_path)

    assert f"{words_settings.SPEECH_TITLE}." not in in_lines(somebody(tmp_path, WITH_CAMERA))
