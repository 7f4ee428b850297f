"""Limits against harm: how far a routine may go, and why no further.

Outside a bound is an error that names the bound. `LIFTED` are the wider limits a routine gets
when it lifts a bound by name and says why. The tables of `routines/README.md` are made from here
(`python -m tests.readme_tables`); sources are the rows of the clinical brief.
"""

import msgspec

from routines.language import gettext_noop


class Bound(msgspec.Struct, frozen=True):
    """Lowest and highest value that is accepted, ends included, in `unit`, which is translated
    where a person reads it."""

    low: float
    high: float
    unit: str = ""


DOSE: dict[str, Bound] = {
    "sets": Bound(1, 3, gettext_noop("sets")),
    # 3 to 8 repetitions: quality before number (brief, row 5).
    "reps": Bound(1, 8, gettext_noop("repetitions")),
    # Slow: nothing is asked for in less than a second (row 7 has 2 s).
    "rise_s": Bound(1, 6, gettext_noop("seconds")),
    # 3 s, later 5 s (row 6). Half a second is there for a blink, eight for a patient therapist.
    "hold_s": Bound(0.5, 8, gettext_noop("seconds")),
    "release_s": Bound(1, 6, gettext_noop("seconds")),
    "rest_s": Bound(2, 60, gettext_noop("seconds")),
    "between_s": Bound(3, 120, gettext_noop("seconds")),
    "for_s": Bound(5, 600, gettext_noop("seconds")),
    # Slow, and never held: 4 s in and 6 s out are six breaths a minute.
    "breath_in_s": Bound(2, 6, gettext_noop("seconds")),
    "breath_out_s": Bound(3, 10, gettext_noop("seconds")),
}
LIFTED: dict[str, Bound] = {
    "reps": Bound(1, 15, gettext_noop("repetitions")),
    "session_minutes": Bound(0, 20, gettext_noop("minutes")),
}
"""What `[lifts]` may widen, and how far: 15 is the lowest count of the one source that counts."""
SESSION_MINUTES = Bound(0, 10, gettext_noop("minutes"))
"""Short bouts (row 8)."""
SESSION_REPS = Bound(0, 40, gettext_noop("repetitions in all"))
"""25 to 40 a session is what home programmes with a good record ask for (brief, section 8)."""
EXERCISES = Bound(1, 20, gettext_noop("exercises"))
LEAVE_DAYS = Bound(0, 366, gettext_noop("days"))
"""A therapist's leave is looked at again within a year."""
DAILY_CAP = Bound(1, 5, gettext_noop("sessions a day"))
"""2 to 3 a day is usual; 5 short ones is the most any source gives (rows 8 and section 4.3)."""
GAP_HOURS = Bound(1, 12, gettext_noop("hours"))
"""At least two hours apart unless the therapist says otherwise (row 8)."""

TARGET_PERCENT = Bound(50, 100, gettext_noop("percent of the own gentle size"))
"""A smaller aim for one exercise: half of the gentle size is where practice below a linked movement
begins (clinical judgement, no published value), and nothing is ever asked for above it."""

_PERCENT_DROP = Bound(5, 60, gettext_noop("percent"))
_FLOOR = Bound(0.5, 5, "mm")
_COUNT = Bound(1, 3, gettext_noop("repetitions"))
_SPREAD = Bound(1, 6, gettext_noop("times the usual spread"))

GUARDS: dict[str, dict[str, Bound]] = {
    "fatigue": {
        "caution_drop_percent": _PERCENT_DROP,
        "caution_floor_mm": _FLOOR,
        "stop_drop_percent": _PERCENT_DROP,
        "stop_floor_mm": _FLOOR,
        "stop_reps": _COUNT,
        "hold_decay_percent": _PERCENT_DROP,
        "hold_decay_floor_mm": _FLOOR,
        "hold_decay_reps": _COUNT,
        "slow_rise_percent": Bound(20, 150, gettext_noop("percent")),
        "restless_ratio": Bound(1.2, 5, gettext_noop("times rest")),
        "help_growth_percent": Bound(5, 50, gettext_noop("percent")),
        "spread_factor": _SPREAD,
    },
    "overcompensation": {
        "hint_percent": Bound(101, 150, gettext_noop("percent")),
        "caution_percent": Bound(105, 160, gettext_noop("percent")),
        "caution_floor_mm": _FLOOR,
        "caution_dwell_s": Bound(0.1, 2, gettext_noop("seconds")),
        "stop_percent": Bound(110, 180, gettext_noop("percent")),
        "stop_floor_mm": _FLOOR,
        "stop_reps": _COUNT,
        "stop_cautions": Bound(1, 5, gettext_noop("cautions")),
        "spread_factor": _SPREAD,
        "retry_target_percent": Bound(50, 100, gettext_noop("percent")),
        "rest_s": Bound(20, 120, gettext_noop("seconds")),
    },
    "synkinesis": {
        "pucker_eye_caution_points": Bound(3, 25, gettext_noop("points")),
        "pucker_eye_stop_points": Bound(5, 30, gettext_noop("points")),
        "smile_eye_difference_points": Bound(5, 30, gettext_noop("points")),
        "closure_corner_caution_mm": _FLOOR,
        "closure_corner_stop_mm": _FLOOR,
        "brow_corner_difference_mm": _FLOOR,
        "known_eye_points": Bound(3, 25, gettext_noop("points")),
        "known_corner_mm": _FLOOR,
        "live_dwell_s": Bound(0.4, 2, gettext_noop("seconds")),
        "stop_reps": _COUNT,
        "smallest_target_percent": Bound(30, 70, gettext_noop("percent")),
        "spread_factor": _SPREAD,
    },
}
"""Bounds of every threshold in `thresholds`, same names. They keep each guard awake: none may be
set so high that it never speaks, nor below what a camera can tell (0.5 mm, 3 points)."""

ORDERED: tuple[tuple[str, str, str], ...] = (
    ("fatigue", "caution_drop_percent", "stop_drop_percent"),
    ("overcompensation", "hint_percent", "caution_percent"),
    ("overcompensation", "caution_percent", "stop_percent"),
    ("synkinesis", "pucker_eye_caution_points", "pucker_eye_stop_points"),
    ("synkinesis", "closure_corner_caution_mm", "closure_corner_stop_mm"),
)
"""A caution comes no later than the stop it announces: (guard, earlier, later)."""
