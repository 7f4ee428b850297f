"""Which stage a person's answers come to, and whether it has only begun. Pure.

Two answers speak of the stage: the sentence that was chosen, and whether linked movement is known.
Nothing moves outranks everything. Linked movement makes any other stage the synkinetic one
(clinical brief 4.2: release first, and movement that stays below the link). A stage that was not
chosen is not guessed.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from routines.movements import Stage
from routines.stages import WEEKLY_LOOK
from sessions.care.settings import Settings
from sessions.history.summary import SessionSummary

BEGINNING = timedelta(weeks=2)
"""The first small movements tire at once: initiation before facilitation (clinical brief 4.2).
Two weeks are a careful default without a published figure."""
THREE_MONTHS = timedelta(days=91)
"""Facial Palsy UK: its exercises for the time of paresis are not for the first three months."""


def stage_today(settings: Settings) -> Stage | None:
    """The stage to go by, None while it is not known."""
    if settings.known_linked and settings.stage == "paretic":
        return "synkinetic"
    return settings.stage


def contradicts_itself(settings: Settings) -> bool:
    """Whether nothing moves, and yet something moves along: the stage is to be asked again."""
    return settings.known_linked and settings.stage == "flaccid"


def is_beginning(
    settings: Settings,
    done: Sequence[SessionSummary],
    worked: Sequence[SessionSummary],
    today: date,
) -> bool:
    """Whether the paretic stage has only begun: first flickers come before the usual practice.

    So it is for two weeks from the first practice of the stage, and until three months after the
    palsy began. `done` are the person's practices, oldest first, `worked` those with active work.
    The weekly look is active too, and tells that nothing moved at that time. Without any practice
    the first run tells since when there could have been some.
    """
    if stage_today(settings) != "paretic":
        return False
    if is_early(settings, today):
        return True
    first = None if done else settings.answers.finished_on
    for session in worked:
        if session.routine_id == WEEKLY_LOOK:
            first = None
        elif first is None:
            first = session.started.date()
    return first is None or today - first < BEGINNING


def is_early(settings: Settings, today: date) -> bool:
    """Whether the palsy began less than three months ago; not where its date is not known."""
    onset = settings.answers.onset
    return onset is not None and onset <= today and today - onset < THREE_MONTHS
