"""Session views for tests of words and widgets: a quiet moment, changed where a test needs it."""

from typing import Any

import msgspec

from sessions.engine.interface.view import Meter, SessionView, StopCard
from sessions.reps.rep import HalfRep, Rep, Verdict

LEFT = Meter(role="affected", side="left", percent=82.0, mm=3.3, band=(70.0, 110.0))
RIGHT = Meter(role="unaffected", side="right", percent=96.0, mm=6.4, band=(70.0, 110.0))

QUIET = SessionView(
    at_s=20.0,
    phase="hold",
    seconds_left=2.4,
    seconds_total=3.0,
    paused=None,
    paused_reason=None,
    step=1,
    steps=6,
    exercise_id="open-smile",
    exercise_name="Small open smile",
    how=("Lips apart, jaw loose.", "Let both corners glide a little outwards and up."),
    mistake="",
    eyes_shut=False,
    scored=True,
    set=1,
    sets=1,
    rep=3,
    reps=5,
    finding_reference=False,
    target_percent=100.0,
    meters=(LEFT, RIGHT),
    hint="",
    linked_now="quiet",
    last_rep=None,
    reading_reason=None,
    method="composite",
    pose=None,
    face=None,
    outline=(),
    fps=30.0,
    may_go_by_clock=False,
    computer_busy=False,
    blind=(),
    stop=None,
    next_name="Pucker",
    progress=0.2,
    ended=None,
    why_ended="",
)


def view(**changes: Any) -> SessionView:
    """A quiet hold, with `changes`."""
    return msgspec.structs.replace(QUIET, **changes)


def rep(**changes: Any) -> Rep:
    """A good repetition, with `changes`."""
    half = HalfRep(excursion_mm=4.0, seen=True, percent_of_reference=98.0)
    good = Rep(
        n=2,
        onset_s=1.0,
        peak_s=2.0,
        release_s=5.0,
        scored=True,
        affected=half,
        unaffected=half,
        symmetry_percent=100.0,
        lag_ms=40.0,
    )
    return msgspec.structs.replace(good, **changes)


def card(**changes: Any) -> StopCard:
    """The card after fatigue, with `changes`."""
    verdict = Verdict(
        rule="fatigue",
        level="stop",
        t_s=44.0,
        rep=6,
        detail={"drop_percent": 34.0},
        sentence="Your left side moved 34 % less than at the start.",
    )
    fatigue = StopCard(
        verdict=verdict,
        what_next="Rest for 30 seconds.",
        choices=("continue", "enough"),
    )
    return msgspec.structs.replace(fatigue, **changes)
