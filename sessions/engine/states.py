"""The phases of a session and which may follow which. Nothing else decides a transition.

A session looks for a face (`finding-face`), takes rest (`taking-rest`), then goes through the
steps of its routine. A scored step opens with `ready` (posture, two seconds to find the muscle)
and repeats `rise`, `hold`, `release`, `rest`; at the person's own pace `your-pace` stands for
the first three; with a helping finger `assist` and `fingers-off` come before the `hold` that is
scored. A guided step is one `guided` stretch of time. Between sets and exercises there is
`between`.

A guard, or the person's own word, leads from any phase of a set to `stopped`: the card that says
why. From there a set may begin again (`ready`, once and smaller, after overcompensation), the
next step may begin, the person may ask for `relax`, or all ends. Nothing leads from pain to
anything but `done`: the engine never enters `stopped` for it.

A pause is not a phase. It lies over a phase; a set that was interrupted in a repetition comes
back through `resuming`, a countdown, to the beginning of that repetition, so a pause can neither
count as hold nor lose a repetition that was kept. When the light has changed, `finding-face`
and `taking-rest` come once more and the exercise goes on from `ready`.

Any phase may lead to `done`, and `done` to nothing.
"""

from sessions.engine.commands import Phase


def _phases(*phases: Phase) -> frozenset[Phase]:
    return frozenset(phases)


IN_A_REP: frozenset[Phase] = _phases(
    "rise", "hold", "release", "rest", "your-pace", "assist", "fingers-off"
)
"""Phases of a repetition: readings count, and a lost face pauses."""

_OPENS_A_STEP: frozenset[Phase] = _phases("ready", "guided")
_OUT_OF_A_REP: frozenset[Phase] = (
    _phases("between", "stopped", "resuming", "finding-face") | _OPENS_A_STEP
)
_FIRST_OF_A_REP: frozenset[Phase] = _phases("rise", "your-pace", "assist")

FOLLOWS: dict[Phase, frozenset[Phase]] = {
    "finding-face": _phases("taking-rest") | _OPENS_A_STEP,
    "taking-rest": _phases("finding-face") | _OPENS_A_STEP,
    "ready": _FIRST_OF_A_REP | _OUT_OF_A_REP,
    "rise": _phases("hold") | _OUT_OF_A_REP,
    "hold": _phases("release") | _OUT_OF_A_REP,
    "release": _phases("rest") | _OUT_OF_A_REP,
    "rest": _FIRST_OF_A_REP | _OUT_OF_A_REP,
    "your-pace": _phases("rest") | _OUT_OF_A_REP,
    "assist": _phases("fingers-off") | _OUT_OF_A_REP,
    "fingers-off": _phases("hold") | _OUT_OF_A_REP,
    "guided": _phases("between", "stopped") | _OPENS_A_STEP,
    "between": _phases("stopped") | _OPENS_A_STEP,
    "stopped": _phases("relax") | _OPENS_A_STEP,
    "relax": _phases("stopped") | _OPENS_A_STEP,
    "resuming": _FIRST_OF_A_REP | _OUT_OF_A_REP,
    "done": _phases(),
}


class SessionError(Exception):
    """The engine was used wrongly: our mistake, never the camera's or the person's."""


def check(current: Phase, following: Phase) -> None:
    """Raise SessionError unless `following` may come after `current`."""
    if following == "done" and current != "done":
        return
    if following not in FOLLOWS[current]:
        raise SessionError(f"{following!r} cannot follow {current!r}")
