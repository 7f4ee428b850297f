"""`slowsmile selftest`: the program's own error, as a table a therapist can read.

Nothing is drawn from the landmark model's own opinion: real pixels of a face are moved by known
amounts and read back.
"""

import argparse
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import msgspec

from routines.errors import Trouble
from routines.language import _
from routines.language.lists import listed
from routines.reading.files import reason
from routines.safe_text import harmless
from sessions.camera.model_file import find_model
from sessions.history.own_error import FILE_NAME, keep_own_error
from sessions.selftest.keeping import LEAST_R2, not_followed, own_error_of
from sessions.selftest.results import (
    NO_PICTURE,
    MeasureRow,
    Moving,
    Resting,
    SelfTest,
    SelfTestRequest,
)
from sessions.selftest.results import run as run_test
from tui.person.paths import Places
from tui.person.person import local_now
from tui.terminal.exits import DONE, say

HEAD = (
    ("movement", 13), ("reads", 6), ("leak", 6), ("1/4 as", 7), ("1/2 as", 7), ("R2", 6),
    ("jitter", 8), ("smallest", 9), ("turn 5", 8), ("turn 10", 8),
)  # fmt: skip
MOVING_HEAD = (("movement", 13), ("R2", 6), (_("still face reads"), 20))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--camera`, `--photo FILE`, `--json`."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--camera", action="store_true", help=_("test on your own face, at rest"))
    which.add_argument("--photo", metavar="FILE", help=_("test on the face in this picture"))
    parser.add_argument("--json", action="store_true", help=_("print the numbers as JSON"))
    parser.epilog = _(
        "Takes about a minute. No picture is kept. With --camera the error is kept as your own: "
        "screens and reports go by it where it is worse than the usual one."
    )


def run(args: argparse.Namespace) -> int:
    """Print the table."""
    places: Places = args.places
    if args.photo and not Path(args.photo).is_file():
        folder = Path(args.photo).is_dir()
        what = _("this is a folder; name a picture in it") if folder else _("there is no such file")
        raise Trouble(f"--photo {args.photo}: {what}.")
    if not args.photo and not args.camera and find_spec("skimage") is None:
        raise Trouble(NO_PICTURE)
    model = find_model(places.model)
    say(_("Moving a real face by known amounts and reading it back. About a minute."))
    found = run_test(
        SelfTestRequest(model=str(model), photo=str(args.photo or ""), camera=args.camera),
        places.logs / "camera.log",
    )
    print(msgspec.json.encode(found).decode() if args.json else "\n".join(table(found)))
    if args.camera:
        _keep(places, found)
    return DONE


def _keep(places: Places, found: SelfTest) -> None:
    """The error on the person's own face, for screens and reports."""
    own = own_error_of(found, local_now().date())
    if own is None:
        say(_("Not kept as your own error: the movements were not followed well enough."))
        return
    try:
        keep_own_error(places.data, own)
    except OSError as error:
        raise Trouble(
            _("Your own error could not be kept ({reason}). What was kept before still is.").format(
                reason=reason(error)
            ),
            "settings",
        ) from error
    say(_("Kept as your own error: {file_name} in the data folder.").format(file_name=FILE_NAME))


def table(found: SelfTest) -> list[str]:
    """The lines to print."""
    return [
        _("Picture: {picture}. Each half was moved by itself, by known amounts.").format(
            picture=harmless(found.picture)
        ),
        "",
        _cells([name for name, _ in HEAD], HEAD),
        *[_line(row) for row in found.rows],
        "",
        _("reads      what is read of a movement, 1.00 is all of it (one half moving alone)"),
        _("leak       what the still half seems to move, percent of the moving one (worse)"),
        _("1/4 1/2    how a half of a quarter, or half, of the other's strength reads"),
        _("R2         measured against true, all levels, both halves; 1 is perfect"),
        _("jitter     of a still face, half-second medians, mm"),
        _("smallest   movement that is called movement, mm"),
        _("turn       false difference between the halves, head turned 5 or 10 degrees, mm"),
        _("*          low confidence: shown, never a fine grade"),
        "",
        *_moving(found.moving),
        "",
        _cells([name for name, _ in MOVING_HEAD], MOVING_HEAD),
        *[_moving_line(row) for row in found.rows],
        "",
        _("R2         as above, the head held another way at each level; - is not tested"),
        _("still face what is read although nothing moves, root mean square of both halves"),
        _refused(found.moving),
        "",
        *_resting(found.resting),
        "",
        *_ratios(found.rows),
        _light(found),
    ]


def _ratios(rows: Sequence[MeasureRow]) -> list[str]:
    """What the table says of ratios; that it says nothing where a movement was not followed."""
    told = [row for row in rows if not row.low_confidence]
    lost = not_followed(rows)
    if lost:
        return [
            _("Not followed well enough (R2 under {least_r2:.2f}): {lost}.").format(
                least_r2=LEAST_R2, lost=listed(lost)
            ),
            _("So these numbers say little. Take another picture: a face at rest, eyes open."),
        ]
    wrong = max((max(abs(r.quarter - 0.25), abs(r.half - 0.5)) for r in told), default=0.0)
    names = listed(row.measure for row in told)
    return [
        _("Ratios of the halves were read wrong by up to {wrong:.2f} on this face").format(
            wrong=wrong
        ),
        f"({names}).",
    ]


def _resting(resting: Resting | None) -> list[str]:
    if resting is None:
        return [_("At rest: not tested, the face could not be taken as rest every time.")]
    turned, rms, most = (
        f"{resting.turned_deg:z.0f}",
        f"{resting.rms_mm:z.1f}",
        f"{resting.most_mm:z.1f}",
    )
    return [
        _(
            "At rest: one mouth corner laid 1.5 to 3 mm lower or higher, {tested} times, some"
        ).format(tested=resting.tested),
        _(
            "with the head turned {turned} degrees. The difference of the corners is read to "
            "{rms} mm"
        ).format(turned=turned, rms=rms),
        _("(root mean square), {most} mm at most. Brow and eye are told in words only.").format(
            most=most
        ),
    ]


def _moving(moving: Moving) -> list[str]:
    yaw, pitch, roll = (
        f"{one:z.0f}" for one in (moving.yaw_deg, moving.pitch_deg, moving.roll_deg)
    )
    return [
        _(
            "The same with the head moving: anywhere within {yaw} degrees to a side, {pitch} up"
        ).format(yaw=yaw, pitch=pitch),
        _("or down and {roll} tilted, held another way for every picture.").format(roll=roll),
    ]


def _refused(moving: Moving) -> str:
    said = (
        _(
            "Frames refused because the head was turned too far: {turned} of {frames}, {others} "
            "for other reasons."
        )
        if moving.refused_otherwise
        else _("Frames refused because the head was turned too far: {turned} of {frames}.")
    )
    return said.format(
        turned=moving.refused_turned, frames=moving.frames, others=moving.refused_otherwise
    )


def _moving_line(row: MeasureRow) -> str:
    return _cells(
        (
            _name(row),
            "-" if row.moving_r2 is None else f"{row.moving_r2:z.2f}",
            "refused" if row.moving_still_mm is None else f"{row.moving_still_mm:z.1f} mm",
        ),
        MOVING_HEAD,
    )


def _name(row: MeasureRow) -> str:
    return row.measure + ("*" if row.low_confidence else "")


def _cells(cells: Sequence[str], columns: Sequence[tuple[str, int]]) -> str:
    """The first flush left, the others right."""
    return "".join(
        cell.ljust(width) if i == 0 else cell.rjust(width)
        for i, (cell, (_, width)) in enumerate(zip(cells, columns, strict=True))
    )


def _line(row: MeasureRow) -> str:
    ten = "refused" if row.turn_10_mm is None else f"{row.turn_10_mm:z.1f} mm"
    cells = (
        _name(row),
        f"{row.gain:z.2f}",
        f"{round(row.leak_percent)} %",
        f"{row.quarter:z.2f}",
        f"{row.half:z.2f}",
        f"{row.r2:z.2f}",
        f"{row.jitter_mm:z.2f} mm",
        f"{row.smallest_mm:z.1f} mm",
        f"{row.turn_5_mm:z.1f} mm",
        ten,
    )
    return _cells(cells, HEAD)


def _light(found: SelfTest) -> str:
    if found.light_noticed:
        return _("Light from the other side: noticed; numbers are low confidence until a new rest.")
    return _("Light from the other side: not noticed, false difference {light_mm:z.1f} mm.").format(
        light_mm=found.light_mm
    )
