"""`slowsmile score`: the measures of each half of the face, a row a frame, on stdout.

Rows come as they are measured; whatever is said about them goes to stderr. Any file that can be
read ends with 0, also when no frame of it could be scored: the rows say why.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from routines.counted import counted, rounded
from routines.errors import Trouble
from routines.language import _
from routines.language.lists import listed
from routines.movements import MEASURES, SIDES
from sessions.camera.recording import read_recording
from sessions.camera.source_name import shown
from sessions.engine.texts import TURNED
from sessions.messages import Hello, RestRefused, RestTaken
from sessions.readings import Half, Reading
from tui.commands.parts.stretch import parse_stretch
from tui.person.paths import Places
from tui.terminal.exits import DONE, need_stdout, say

Row = dict[str, Any]
"""One row of `jsonl`, as `sessions/README.md` has it."""

HEAD = ("file", "frame", "t_s", "scored", "reason", "confidence")
POSE = ("yaw_deg", "pitch_deg", "roll_deg")


_ROW_REASON = {
    "eyes-shut": "unclear-eye",
    "mouth-open": "no-rest",
    "moving": "no-rest",
    "too-short": "no-rest",
}
"""What a frame is told for that cannot be compared, where it is not the reason of the rest."""
_WHY = {
    "eyes-shut": _("both eyes are shut"),
    "mouth-open": _("the mouth is open"),
    "moving": _("the face never kept still"),
    "too-short": _("too few frames in a row"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `score` takes."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help=_("one video, or pictures of one face of which the first is rest"),
    )
    parser.add_argument(
        "--neutral",
        metavar="A:B",
        help=_("the face is at rest from second A to second B (default: the stillest stretch)"),
    )
    parser.add_argument("--format", choices=("csv", "jsonl"), default="csv")


def run(args: argparse.Namespace) -> int:
    """Measure and print."""
    need_stdout()
    places: Places = args.places
    files: list[str] = args.files
    neutral = None if args.neutral is None else parse_stretch(args.neutral)
    write = _write_json
    reasons: Counter[str] = Counter()
    stills = refused = False
    no_rest = "no-face"
    messages = read_recording(
        files,
        model=places.model or "",
        neutral=neutral,
        any_rest=True,
        log=places.logs / "camera.log",
        environment=places.child_environment(),
    )
    for message in messages:
        if isinstance(message, Hello):
            stills = message.source == "stills"
            for note in message.notes:
                say(note)
            if stills and neutral is not None:
                raise Trouble(_("--neutral is for videos. Of pictures, the first one is rest."))
            if args.format == "csv":
                write = _csv_writer()
        elif isinstance(message, RestTaken):
            if not stills:
                say(
                    _("Rest: {begin_s:.2f} to {end_s:.2f} s.").format(
                        begin_s=message.begin_s, end_s=message.end_s
                    )
                )
        elif isinstance(message, RestRefused):
            say(_no_first(message) if stills else _no_rest(message))
            refused = True
            no_rest = _ROW_REASON.get(message.reason, message.reason)
        elif isinstance(message, Reading):
            row = _row(message, files, no_rest, stills=stills)
            if stills and refused and message.n > 0:
                row["reason"] = "no-rest"
            reasons[row["reason"] or ""] += 1
            write(row)
    _sum_up(reasons)
    return DONE


def _no_rest(refused: RestRefused) -> str:
    if refused.reason == "no-face":
        return _("No face was found to take rest from, so nothing can be scored.")
    return _(
        "No frame was fit to be rest ({why}), so nothing can be scored. Face the "
        "camera straight on in the first second, or name a stretch with --neutral A:B."
        "{what_to_move}"
    ).format(why=_why(refused), what_to_move=_what_to_move(refused))


def _no_first(refused: RestRefused) -> str:
    return _(
        "The first picture cannot be rest ({why}), so nothing can be scored. Give "
        "first a picture of the face at rest that looks straight into the camera."
        "{what_to_move}"
    ).format(why=_why(refused), what_to_move=_what_to_move(refused))


def _why(refused: RestRefused) -> str:
    return _WHY.get(refused.reason, refused.reason)


def _what_to_move(refused: RestRefused) -> str:
    return "" if refused.turned is None else f" {TURNED[refused.turned]}"


def _row(reading: Reading, files: Sequence[str], no_rest: str, *, stills: bool) -> Row:
    """A frame without a rest to compare it with is not scored for the reason there was none."""
    scored = reading.reason is None and reading.left is not None and reading.right is not None
    pose = reading.pose
    return {
        "file": files[reading.n] if stills else files[0],
        "frame": 0 if stills else reading.n,
        "t_s": None if stills else rounded(reading.t_s, 4),
        "scored": scored,
        "reason": None if scored else (reading.reason or no_rest),
        "confidence": reading.confidence if scored else None,
        "doubtful": list(reading.doubtful) if scored else None,
        "yaw_deg": None if pose is None else rounded(pose.yaw_deg, 2),
        "pitch_deg": None if pose is None else rounded(pose.pitch_deg, 2),
        "roll_deg": None if pose is None else rounded(pose.roll_deg, 2),
        "left": _half(reading.left) if scored else None,
        "right": _half(reading.right) if scored else None,
    }


def _half(half: Half | None) -> dict[str, float] | None:
    if half is None:
        return None
    return {key: rounded(half.measure(key), 3) for key in MEASURES}


def _write_json(row: Row) -> None:
    # ensure_ascii: a file name may hold what would steer a terminal.
    print(json.dumps(row, ensure_ascii=True), flush=True)


def _csv_writer() -> Callable[[Row], None]:
    millimetres = [f"{side}.{key}_mm" for side in SIDES for key in MEASURES]
    columns = [*HEAD, *POSE, *millimetres, "doubtful"]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)

    def write(row: Row) -> None:
        cells: list[object] = [_cell(row[name]) for name in (*HEAD, *POSE)]
        for side in SIDES:
            half: dict[str, float] = row[side] or {}
            cells += [half.get(key, "") for key in MEASURES]
        cells.append(" ".join(row["doubtful"] or ()))
        writer.writerow(cells)
        sys.stdout.flush()

    return write


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = shown(value)
        # A spreadsheet would run a name like =1+1 as a formula.
        return f"'{text}" if text[:1] in "=+-@" else text
    return value


def _sum_up(reasons: Counter[str]) -> None:
    frames = reasons.total()
    scored = reasons.pop("", 0)
    why = listed(f"{reason} {count}" for reason, count in reasons.most_common())
    said = (
        _("{rows}, {scored} scored (not scored: {why}).") if why else _("{rows}, {scored} scored.")
    )
    say(said.format(rows=counted(frames, "row"), scored=scored, why=why))
