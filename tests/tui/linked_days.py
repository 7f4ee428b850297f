"""Practice with linked movement on several days, as Home and the next session know it."""

from msgspec.structs import replace

from sessions.history.linked_sets import LinkedSet
from sessions.history.summary import SessionSummary
from tests.tui.people import ANSWERED, DAY, session

LINKED = replace(ANSWERED, stage="synkinetic", known_linked=True)


def quiet_days(days: int) -> tuple[SessionSummary, ...]:
    """So many days with a quiet pucker and a quiet smile at half size, the last one yesterday."""
    sets = tuple(
        LinkedSet(
            pair=pair,
            target_percent=50.0,
            reps=5,
            loud_percents=(),
            quiet=True,
            eye_open_percent=95.0,
            moved=3.0,
        )
        for pair in ("pucker-eye", "smile-eye")
    )
    plain = session(DAY)
    exercise = replace(plain.exercises[0], measure="pucker", linked=sets)
    return tuple(
        session(ago * DAY, known_linked=True, exercises=(exercise,)) for ago in range(days, 0, -1)
    )
