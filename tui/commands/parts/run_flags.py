"""The flags of `slowsmile run`, and what some of them do to the settings of this session."""

import argparse
from typing import TYPE_CHECKING

from routines.errors import Trouble
from routines.language import _
from routines.movements import SIDES
from sessions.readings import LOADS

if TYPE_CHECKING:
    from sessions.care.settings import Settings

SLOWEST, FASTEST = 0.1, 1000.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The flags of `run`."""
    parser.add_argument(
        "routine",
        nargs="?",
        metavar="ROUTINE",
        help=_("id of a routine, or a .toml file (default: what is due today)"),
    )
    parser.add_argument(
        "--source",
        metavar="SOURCE",
        help=_("camera[:N|:NAME], a video file, an http address, or sim[:PROFILE]"),
    )
    parser.add_argument(
        "--side", choices=SIDES, help=_("the affected side, your own left or right")
    )
    parser.add_argument("--speed", type=float, metavar="X", help=_("simulated patient only"))
    parser.add_argument("--plain", action="store_true", help=_("lines of text, no full screen"))
    parser.add_argument("--no-sound", action="store_true", help=_("no cues by ear"))
    parser.add_argument(
        "--saver", action="store_true", help=_("spare the computer: read fewer pictures a second")
    )
    parser.add_argument(
        "--load",
        choices=("auto", *LOADS),
        metavar="LOAD",
        help=_("how many pictures are read: auto, {loads}").format(loads=", ".join(LOADS)),
    )
    parser.add_argument(
        "--anyway", action="store_true", help=_("begin although it is advised not to")
    )


def spared(settings: "Settings", args: argparse.Namespace) -> "Settings":
    """The settings with what flags say of how much is read, for this session."""
    from msgspec.structs import replace

    saver = settings.saver or args.saver
    if args.load is None:
        return replace(settings, saver=saver, load=None if args.saver else settings.load)
    return replace(settings, saver=saver, load=None if args.load == "auto" else args.load)


def speed_of(typed: float | None, *, simulated: bool) -> float:
    """How fast the simulated patient goes. Raises Trouble for anybody else, and out of bounds."""
    if typed is None:
        return 1.0
    if not simulated:
        raise Trouble(_("--speed is only for the simulated patient: add --source sim."))
    if not SLOWEST <= typed <= FASTEST:
        said = _("--speed is a number from {low} to {high:.0f}; {typed:g} is not.")
        raise Trouble(said.format(low=SLOWEST, high=FASTEST, typed=typed))
    return typed
