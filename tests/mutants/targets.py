"""Which code is mutated, and which fast tests must notice. The only place with paths."""

from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent


class Target(NamedTuple):
    """A source file and the tests that hold it, relative to the checkout."""

    name: str
    """Begins the names of its mutants, and stays when the file moves."""
    source: str
    tests: tuple[str, ...]

    @property
    def module(self) -> str:
        """The source file as Python imports it."""
        return self.source.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


GUARDS = ("tests/sessions/guards",)
FATIGUE = tuple(
    f"{GUARDS[0]}/test_{name}.py" for name in ("fatigue", "fatigue_limits", "looks", "blindness")
)
OVERCOMPENSATION = tuple(
    f"{GUARDS[0]}/test_{name}.py"
    for name in ("overcompensation", "overcompensation_limits", "looks", "blindness")
)
SYNKINESIS = tuple(
    f"{GUARDS[0]}/test_{name}.py"
    for name in ("synkinesis", "synkinesis_limits", "synkinesis_live", "looks", "blindness")
)
RETRY = "engine/test_engine.py::TestStops::test_overcompensation_rests_then_tries_once_smaller"
TWO_TRIES = (
    "tests/sessions/engine/test_known_linked.py"
    "::test_two_tries_make_the_own_size_where_the_next_ones_are_smaller"
)
TRACKER = tuple(
    f"tests/sessions/reps/test_{name}.py"
    for name in (
        *("tracker", "tracker_onset", "tracker_ending"),
        *("linked_now", "doubtful", "few_readings", "jaw"),
    )
)
STAGES_THAT_LIVE = "tests/sessions/care/test_stages_that_live.py"

TARGETS = (
    Target("thresholds", "routines/thresholds.py", (*GUARDS, f"tests/sessions/{RETRY}")),
    Target("guards", "sessions/guards/__init__.py", GUARDS),
    Target("fatigue", "sessions/guards/fatigue.py", FATIGUE),
    Target("overcompensation", "sessions/guards/overcompensation.py", OVERCOMPENSATION),
    Target("synkinesis", "sessions/guards/synkinesis.py", SYNKINESIS),
    Target(
        "blindness", "sessions/guards/blindness.py", ("tests/sessions/guards/test_blindness.py",)
    ),
    Target(
        "reference",
        "sessions/guards/reference.py",
        ("tests/sessions/guards/test_reference.py", TWO_TRIES),
    ),
    Target("tracker", "sessions/reps/tracker.py", TRACKER),
    Target(
        "half_tracker",
        "sessions/reps/half_tracker.py",
        ("tests/sessions/reps/test_half_tracker.py",),
    ),
    Target("jaw", "sessions/reps/jaw.py", ("tests/sessions/reps/test_jaw.py",)),
    Target("due", "routines/due.py", ("tests/routines/test_due.py",)),
    Target("stages", "routines/stages.py", ("tests/routines/test_stages.py",)),
    Target(
        "access",
        "sessions/care/access.py",
        tuple(f"tests/sessions/care/test_{name}.py" for name in ("access", "against", "held_air")),
    ),
    Target("triage", "sessions/care/triage.py", ("tests/sessions/care/test_triage.py",)),
    Target(
        "asked_again", "sessions/care/asked_again.py", ("tests/sessions/care/test_asked_again.py",)
    ),
    Target(
        "stage_today",
        "sessions/care/stage_today.py",
        (
            STAGES_THAT_LIVE,
            "tests/sessions/care/test_access.py",
            "tests/sessions/care/test_asked_again.py",
        ),
    ),
    Target("weekly_look", "sessions/care/weekly_look.py", (STAGES_THAT_LIVE,)),
    Target(
        "check_in_advice",
        "sessions/care/check_in_advice.py",
        ("tests/sessions/care/test_check_in_advice.py",),
    ),
    Target(
        "next_practice",
        "sessions/care/next_practice.py",
        ("tests/sessions/care/test_next_practice.py", STAGES_THAT_LIVE),
    ),
    Target("reviews", "sessions/care/reviews.py", ("tests/sessions/care/test_reviews.py",)),
    Target(
        "eye_care",
        "sessions/care/eye_care.py",
        ("tests/sessions/care/test_eye_care.py", "tests/sessions/history/test_eye_gaps.py"),
    ),
    Target("objections", "tui/person/objections.py", ("tests/tui/person/test_objections.py",)),
)


def chosen(names: list[str]) -> list[Target]:
    """The targets with these names or source files, all for none. Raises KeyError."""
    by_name = {key: target for target in TARGETS for key in (target.name, target.source)}
    return [by_name[name] for name in names] or list(TARGETS)
