"""A nudge at the end of a rest, and when nobody is there: only where it is wished for."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.app import App

from routines.reading.library import find
from sessions.care.settings import Settings
from sessions.engine.interface.commands import Cue, Phase
from sessions.live.request import SessionRequest
from tests.tui.people import ANSWERED, somebody
from tests.tui.views import QUIET
from tui.practice.nudge import Nudger, nudgers
from tui.practice.request_for import request_for
from tui.terminal.notifications import BELL, notification
from tui.texts.practice import NUDGES

RESTED, AWAY = NUDGES["rested"], NUDGES["away"]


def nudged(*cues: tuple[float, Phase, float | None], paused: str | None = None) -> list[str]:
    """What is said to cues of a time, a phase, and how long it is to last."""
    said: list[str] = []
    ears = Nudger(lambda: replace(QUIET, paused_reason=paused), said.append)
    for at_s, phase, seconds in cues:
        ears.hear(Cue(at_s=at_s, phase=phase, seconds=seconds))
        ears.pass_time(at_s)
    return said


@pytest.mark.parametrize(
    ("cues", "said"),
    [
        ([(0.0, "between", 25.0), (25.0, "ready", 2.0), (27.0, "rise", 2.0)], [RESTED]),
        ([(0.0, "stopped", 30.0), (30.0, "ready", 2.0)], [RESTED]),
        ([(0.0, "relax", 30.0), (30.0, "guided", 60.0)], [RESTED]),
        ([(0.0, "between", 25.0), (9.0, "ready", 2.0)], []),
        ([(0.0, "between", 3.0), (3.0, "ready", 2.0)], []),
        ([(0.0, "rest", 10.0), (10.0, "rise", 2.0)], []),
        ([(0.0, "stopped", None), (90.0, "ready", 2.0)], []),
        ([(0.0, "between", 25.0), (25.0, "done", None)], []),
    ],
)
def test_a_rest_that_came_to_its_end(
    cues: list[tuple[float, Phase, float | None]], said: list[str]
) -> None:
    """Once; not after one that was ended by a key, a short one, or the last one."""
    assert nudged(*cues) == said


def test_a_pause_in_a_rest_moves_its_end() -> None:
    """The rest of a rest counts, however short; the pause itself is no end."""
    cues = [(0.0, "between", 25.0), (20.0, "paused", None), (90.0, "between", 5.0)]

    assert nudged(*cues, (95.0, "ready", 2.0)) == [RESTED]
    assert nudged(*cues, (92.0, "ready", 2.0)) == []


@pytest.mark.parametrize(
    ("reason", "said"), [("no-face", [AWAY]), ("person", []), ("hand", []), ("camera", [])]
)
def test_only_who_left_the_picture_is_called(reason: str, said: list[str]) -> None:
    """Whoever paused, or covers the face with a hand, sits there."""
    assert nudged((4.0, "hold", 3.0), (5.0, "paused", None), paused=reason) == said


@pytest.mark.parametrize(
    ("environ", "sequence"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, "\x1b]9;a: b\x1b\\"),
        ({"TERM": "xterm-kitty"}, "\x1b]99;;a: b\x1b\\"),
        ({"TERM_PROGRAM": "WezTerm"}, "\x1b]777;notify;a;b\x1b\\"),
        ({"TERM_PROGRAM": "ghostty", "TERM": "xterm-ghostty"}, "\x1b]777;notify;a;b\x1b\\"),
        ({"TERM": "foot"}, "\x1b]777;notify;a;b\x1b\\"),
        ({"TERM": "xterm-256color"}, BELL),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x,1,0"}, BELL),
        ({"TERM": "screen-256color", "TERM_PROGRAM": "WezTerm"}, BELL),
        ({}, BELL),
    ],
)
def test_each_terminal_is_told_in_its_own_way(environ: dict[str, str], sequence: str) -> None:
    """One that is not known, or stands behind another, hears the bell."""
    assert notification(environ, "a", "b") == sequence


def test_nobody_is_nudged_unasked(tmp_path: Path) -> None:
    """Off by default; on only by the own setting, at the usual pace, before a keyboard."""
    routine = find("daily-gentle")

    def asked(*, nudge: bool, **changes: object) -> SessionRequest:
        person = somebody(tmp_path, replace(ANSWERED, nudge=nudge))
        return replace(request_for(person, routine, "left", []), **changes)

    def count(request: SessionRequest) -> int:
        return len(nudgers(request, lambda: QUIET, App()))

    assert Settings().nudge is False
    assert count(asked(nudge=False, keyboard=True)) == 0
    assert count(asked(nudge=True, keyboard=True)) == 1
    assert count(asked(nudge=True, keyboard=False)) == 0
    assert count(asked(nudge=True, keyboard=True, speed=20.0)) == 0
