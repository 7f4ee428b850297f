"""`slowsmile run`: straight into a session, with no questions on the way.

What is not given by a flag comes from the settings, and for the simulated patient from its
profile.
"""

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from routines.errors import Trouble
from routines.model import Routine
from routines.movements import SIDES, Side
from tui.paths import Places
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.session_request import SessionRequest

DEFAULT_ROUTINE = "daily-gentle"
FASTEST = 1000.0
SIMULATED = ("sim", "sim:")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The flags of `run`."""
    parser.add_argument(
        "routine",
        nargs="?",
        metavar="ROUTINE",
        help="id of a routine, or a .toml file (default: what is due today)",
    )
    parser.add_argument(
        "--source",
        metavar="SOURCE",
        help="camera[:N|:NAME], a video file, an http address, or sim[:PROFILE]",
    )
    parser.add_argument("--side", choices=SIDES, help="the affected side, your own left or right")
    parser.add_argument("--speed", type=float, metavar="X", help="simulated patient only")
    parser.add_argument("--plain", action="store_true", help="lines of text, no full screen")
    parser.add_argument("--no-sound", action="store_true", help="no cues by ear")
    parser.add_argument("--anyway", action="store_true", help="begin although it is advised not to")


def run(args: argparse.Namespace) -> int:
    """Run one session; returns the exit code."""
    if not args.plain:
        need_terminal()
    request = request_for(args)
    if args.plain:
        from tui.plain import run_plain

        return run_plain(request, args.places)
    from tui.app import SlowsmileApp, show
    from tui.camera import camera_for
    from tui.screens.session import SessionScreen
    from tui.settings_file import FILE_NAME, load_settings

    settings = load_settings(args.places.config / FILE_NAME)
    screen = SessionScreen(request, lambda: camera_for(args.places))
    return show(SlowsmileApp(screen, settings))


def need_terminal() -> None:
    """Raise Trouble unless a full screen can be shown."""
    streams = (sys.__stdin__, sys.__stdout__)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise Trouble(
            "This is not a terminal, so the practice screen cannot be shown. "
            "Run it in a terminal window, or add --plain for lines of text."
        )


def request_for(args: argparse.Namespace, now: datetime | None = None) -> "SessionRequest":
    """The session that flags, settings and profile ask for. Raises Trouble."""
    import msgspec

    from tui.session_request import SessionRequest
    from tui.settings_file import FILE_NAME, load_settings

    places: Places = args.places
    now = now or datetime.now().astimezone()
    settings = load_settings(places.config / FILE_NAME)
    source = args.source or settings.source or "camera"
    simulated = source.partition(":")[0] == "sim"
    routine = _routine(args.routine, settings, places, now)
    speed = _speed(args.speed, simulated=simulated)
    sound = settings.sound
    if args.no_sound:
        sound = msgspec.structs.replace(sound, on=False)
    return SessionRequest(
        routine=routine,
        side=_side(args.side, settings, source, simulated=simulated),
        data=places.data,
        source=source,
        model="" if simulated else _model(places),
        known_linked=settings.known_linked,
        by_clock=settings.eye_covered and not simulated,
        speed=speed,
        saver=settings.saver,
        sound=sound,
        spoken=settings.spoken,
        view=settings.view,
        reduced_motion=settings.reduced_motion,
        eye_stays_open=settings.eye_closes is False,
    )


def _routine(named: str | None, settings: Settings, places: Places, now: datetime) -> Routine:
    from pathlib import Path

    from routines.library import find

    folders = [places.data / "routines", *map(Path, settings.routine_folders)]
    return find(
        named or DEFAULT_ROUTINE,
        folders,
        today=now.date(),
        ear_surgery=bool({"ear", "skull-base"} & set(settings.answers.operated)),
    )


def _side(typed: Side | None, settings: Settings, source: str, *, simulated: bool) -> Side:
    if typed is not None:
        return typed
    if simulated:
        return "left"
    if settings.side is not None:
        return settings.side
    raise Trouble(
        "I do not know yet which side of your face is the weak one. Type it once, your own left "
        "or right: slowsmile run --side left"
    )


def _speed(typed: float | None, *, simulated: bool) -> float:
    if typed is None:
        return 1.0
    if not simulated:
        raise Trouble("--speed is only for the simulated patient: add --source sim.")
    if not 0.1 <= typed <= FASTEST:
        raise Trouble(f"--speed is a number from 0.1 to {FASTEST:.0f}; {typed:g} is not.")
    return typed


def _model(places: Places) -> str:
    from sessions.camera.model import find_model

    return str(find_model(places.model))
