"""`slowsmile replay`: analyse one recorded set, without a screen and without cues.

With `--json` stdout is one JSON object and nothing else; without, a readable summary. Whatever
else is said goes to stderr. A face without repetitions is a result, not a failure.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Any

from routines.catalogue import exercises
from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.language.lists import listed, sentences
from routines.model import Exercise
from routines.movements import TOO_COARSE, Side
from routines.reading.problems import did_you_mean
from sessions.camera.recording import read_recording
from sessions.camera.source_name import shown
from sessions.engine.texts import TURNED
from sessions.live.eyes_wanted import used_by
from sessions.messages import FromWorker, Hello, RestRefused, RestTaken
from sessions.replay import NoRest, analyse
from tui.commands.parts.stretch import parse_stretch
from tui.person.paths import Places
from tui.terminal.exits import DONE, say
from tui.texts.practice import WHY_NOT_SCORED

_NO_REST = _(
    "No rest was found in the recording ({why}), so nothing can be measured. Let it begin with a "
    "second of a still face that looks straight at the camera, or name one with --neutral A:B."
)
_WHY: dict[str, str] = {
    **WHY_NOT_SCORED,
    "no-face": _("no face was seen"),
    "moving": _("the face never kept still"),
    "head-turned": _("the head was turned"),
    "two-faces": _("there were two faces"),
    "eyes-shut": _("both eyes were shut"),
    "mouth-open": _("the mouth was open"),
    "too-short": _("too few pictures in a row show a face that could be at rest"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `replay` takes."""
    parser.add_argument("video", metavar="VIDEO", help=_("a recording of one set"))
    parser.add_argument(
        "--exercise", required=True, metavar="ID", help=_("what is done in it, such as open-smile")
    )
    parser.add_argument(
        "--side", required=True, choices=("left", "right"), help=_("the affected side, your own")
    )
    parser.add_argument(
        "--neutral",
        metavar="A:B",
        help=_("the face is at rest from second A to second B (default: the stillest stretch)"),
    )
    parser.add_argument(
        "--known-linked",
        action="store_true",
        help=_("linked movement is known: a stop tells what is usual for you, and allows no more"),
    )
    parser.add_argument("--json", action="store_true", help=_("one JSON object on stdout"))


def run(args: argparse.Namespace) -> int:
    """Analyse and print."""
    places: Places = args.places
    exercise = _exercise(args.exercise)
    side: Side = args.side
    neutral = None if args.neutral is None else parse_stretch(args.neutral)
    messages = read_recording(
        [args.video],
        model=places.model or "",
        neutral=neutral,
        reads=used_by(exercise),
        log=places.logs / "camera.log",
        environment=places.child_environment(),
    )
    try:
        found = analyse(_only_a_set(messages), exercise, side, known_linked=args.known_linked)
    except NoRest:
        raise Trouble(_NO_REST.format(why=_("it is too short")), "video") from None
    if args.json:
        print(json.dumps(found, ensure_ascii=True))
    else:
        print("\n".join(summary(found, exercise)))
    return DONE


def _exercise(name: str) -> Exercise:
    known = exercises()
    scored = [id for id, exercise in known.items() if exercise.measure is not None]
    exercise = known.get(name)
    if exercise is None:
        raise Trouble(
            sentences(
                (
                    _("There is no exercise called {name!r}.").format(name=shown(name)),
                    did_you_mean(name, scored),
                    _("Those that can be measured: {scored}.").format(scored=listed(scored)),
                )
            )
        )
    if exercise.measure is None:
        raise Trouble(
            _(
                "{id} is only timed: the camera cannot measure it. "
                "Those that can be measured: {scored}."
            ).format(id=exercise.id, scored=listed(scored))
        )
    return exercise


def _only_a_set(messages: Iterable[FromWorker]) -> Iterator[FromWorker]:
    """Pass the worker's messages on; what makes a replay impossible is said here."""
    for message in messages:
        if isinstance(message, Hello) and message.source == "stills":
            raise Trouble(_("replay takes a video. For pictures there is `score`."), "video")
        if isinstance(message, RestRefused):
            why = _WHY.get(message.reason, message.reason)
            move = "" if message.turned is None else f" {TURNED[message.turned]}"
            raise Trouble(_NO_REST.format(why=why) + move, "video")
        if isinstance(message, RestTaken):
            say(
                _("Rest: {begin_s:.2f} to {end_s:.2f} s.").format(
                    begin_s=message.begin_s, end_s=message.end_s
                )
            )
        yield message


def summary(found: dict[str, Any], exercise: Exercise) -> list[str]:
    """The result in lines of plain words."""
    side = found["side"]
    reps = counted(len(found["reps"]), "repetition")
    scored = _("{scored_frames} of {frames} frames scored").format(
        scored_frames=found["scored_frames"], frames=found["frames"]
    )
    lines = [
        _("{name}, affected side {side}: {reps}; {scored}.").format(
            name=exercise.name, side=side, reps=reps, scored=scored
        )
    ]
    lines += [_rep_line(rep, exercise) for rep in found["reps"]]
    lines += [
        _("Caution in repetition {rep}, at {t_s:.1f} s: {rules}.").format(
            rep=c["rep"], t_s=c["t_s"], rules=_RULES[c["rule"]]
        )
        for c in found["cautions"]
    ]
    stop = found["stop"]
    if stop is None:
        lines.append(_("No guard would have ended this set."))
    else:
        lines.append(
            _("The set would have ended in repetition {rep}, at {t_s:.1f} s. {sentence}").format(
                rep=stop["rep"], t_s=stop["t_s"], sentence=stop["sentence"]
            )
        )
    return lines


_RULES = {
    "fatigue": _("the affected side was smaller"),
    "overcompensation": _("the other side was bigger"),
    "synkinesis": _("another part moved along"),
}


def _rep_line(rep: dict[str, Any], exercise: Exercise) -> str:
    begin = f"{rep['n']:3}  {rep['onset_s']:6.1f} s"
    if not rep["scored"]:
        return _("{begin}  not scored ({reason})").format(begin=begin, reason=rep["reason"])
    if exercise.measure in rep["doubtful"]:
        why = _("size not shown") if exercise.measure in TOO_COARSE else _("not readable just now")
        return f"{begin}  {why}"
    halves = "  ".join(
        f"{name} {_size(rep[name]):20}" for name in ("affected", "unaffected")
    ).rstrip()
    unsure = f"  ({_('not sure')})" if rep["confidence"] == "low" else ""
    return f"{begin}  {halves}{unsure}"


def _size(half: dict[str, Any]) -> str:
    if not half["seen"]:
        return _("no movement seen")
    percent = half["percent_of_reference"]
    of = "" if percent is None else f" ({percent:z.0f} %)"
    return f"{half['excursion_mm']:z.1f} mm{of}"
