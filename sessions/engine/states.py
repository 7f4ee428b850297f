"""The phases of a session and exactly which may follow which.

A session looks for a face (`finding-face`), takes rest (`taking-rest`), then goes through the
steps of its routine. A movement that is new opens with `demonstration`, which waits for the
person; a scored step then begins with `ready` (posture, two seconds to find the muscle)
and repeats `rise`, `hold`, `release`, `rest`; at the person's own pace `your-pace` stands for
the first three; with a helping finger `assist` and `fingers-off` come before the `hold` that is
scored. A guided step is one `guided` stretch of time. Between sets and exercises there is
`between`. Where known linked movement was loud twice in a row, `release-step` comes after the
`rest`: the person relaxes that part, perhaps with a hand, and goes on smaller from `ready`.

A guard, or the person's own stop, leads to `stopped`: the card that says why. From there the
same exercise may begin again (`ready`, once and smaller, after overcompensation), the next step
may begin, the person may ask for `relax`, or the session ends. Pain leads to `done` only.

A pause is not a phase. It lies over a phase; a set that was interrupted in a repetition comes
back through `resuming`, a countdown, to the beginning of that repetition, so a pause can neither
count as hold nor lose a repetition that was kept. Where the set has all its repetitions by then,
as after a restart, the next set or step follows. Broken off on the card of a second stop, a
session begins with that card, and looks for the face after it. When the person asks for rest to
be taken anew, `finding-face` and `taking-rest` come once more and the exercise goes on from
`ready`.

`phases.enter` checks every transition against `FOLLOWS`, and each of its edges has a test which
drives the engine along it.
"""

from sessions.engine.interface.commands import Phase


def _phases(*phases: Phase) -> frozenset[Phase]:
    return frozenset(phases)


IN_A_REP: frozenset[Phase] = _phases(
    "rise", "hold", "release", "rest", "your-pace", "assist", "fingers-off"
)
"""Phases of a repetition: readings count, and a lost face pauses."""

POSITIONING: frozenset[Phase] = _phases("finding-face", "taking-rest")
"""Phases that look for the face and take it at rest."""

_ANY_TIME: frozenset[Phase] = _phases("stopped", "done")
"""A stop by the person; the end of the session."""
_NEXT_STEP: frozenset[Phase] = _phases("demonstration", "ready", "guided")
_OUT_OF_A_REP: frozenset[Phase] = _ANY_TIME | _NEXT_STEP | _phases("resuming", "finding-face")
"""A stop, a skip, "again", a pause, and rest taken anew."""
_FIRST_OF_A_REP: frozenset[Phase] = _phases("rise", "your-pace", "assist")

FOLLOWS: dict[Phase, frozenset[Phase]] = {
    "finding-face": _phases("taking-rest") | _NEXT_STEP | _ANY_TIME,
    "taking-rest": _phases("finding-face") | _NEXT_STEP | _ANY_TIME,
    "demonstration": _phases("finding-face") | _NEXT_STEP | _ANY_TIME,
    "ready": _phases("finding-face", "between") | _FIRST_OF_A_REP | _NEXT_STEP | _ANY_TIME,
    "rise": _phases("hold") | _OUT_OF_A_REP,
    "hold": _phases("release") | _OUT_OF_A_REP,
    "release": _phases("rest") | _OUT_OF_A_REP,
    "rest": _phases("between", "release-step") | _FIRST_OF_A_REP | _OUT_OF_A_REP,
    "your-pace": _phases("rest") | _OUT_OF_A_REP,
    "assist": _phases("fingers-off") | _OUT_OF_A_REP,
    "fingers-off": _phases("hold") | _OUT_OF_A_REP,
    "guided": _phases("between") | _NEXT_STEP | _ANY_TIME,
    "between": _phases("finding-face") | _NEXT_STEP | _ANY_TIME,
    "release-step": _phases("finding-face", "ready") | _ANY_TIME,
    "stopped": _phases("relax", "done", "finding-face") | _NEXT_STEP,
    "relax": _phases("ready", "guided") | _ANY_TIME,
    "resuming": _phases("between") | _FIRST_OF_A_REP | _OUT_OF_A_REP,
    "done": _phases(),
}


class SessionError(Exception):
    """The engine was used wrongly: our mistake, never the camera's or the person's."""


def check(current: Phase, following: Phase) -> None:
    """Raise SessionError unless `following` may come after `current`."""
    if following not in FOLLOWS[current]:
        raise SessionError(f"{following!r} cannot follow {current!r}")
