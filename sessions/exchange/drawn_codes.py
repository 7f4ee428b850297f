"""QR codes for texts, drawn in a short process of its own: what draws them needs OpenCV.

A code is its modules, dark ones True, without the quiet zone that must lie about it.
"""

import subprocess
import sys
from collections.abc import Sequence

import msgspec

from routines.errors import Trouble
from routines.language import _
from sessions.camera.child_process import child_environment

Modules = tuple[tuple[bool, ...], ...]
"""A square: rows from top to bottom, each from left to right."""
TIMEOUT_S = 60.0
"""Loading OpenCV takes a second, on a slow machine several."""


def draw_codes(texts: Sequence[str]) -> tuple[Modules, ...]:
    """A code for each text. Blocks for about a second. Raises Trouble."""
    try:
        ran = subprocess.run(
            [sys.executable, "-P", "-m", "sessions.worker.qr_draw"],
            input=msgspec.json.encode(list(texts)),
            capture_output=True,
            env=child_environment(),
            timeout=TIMEOUT_S,
            check=True,
        )
        rows = msgspec.json.decode(ran.stdout, type=tuple[tuple[str, ...], ...])
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as error:
        raise Trouble(
            _("The codes cannot be drawn. Hand the plan over as a file instead, with -o FILE."),
            "unexpected",
        ) from error
    return tuple(tuple(tuple(sign == "#" for sign in row) for row in code) for code in rows)


def shown(code: Modules, quiet: int) -> list[str]:
    """Lines of half blocks, two rows of modules each, for dark ink on a light ground.

    `quiet` modules of ground lie at every side; one more below where the height is odd.
    """
    width = len(code) + 2 * quiet
    blank = (False,) * width
    rows = [blank] * quiet
    rows += [((False,) * quiet + row + (False,) * quiet) for row in code]
    rows += [blank] * (quiet + len(rows + [blank] * quiet) % 2)
    halves = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
    return [
        "".join(halves[pair] for pair in zip(rows[at], rows[at + 1], strict=True))
        for at in range(0, len(rows), 2)
    ]


QUIET = 4
"""Modules of light ground that a reader wants about a code (ISO/IEC 18004)."""
LEAST_QUIET = 2
"""What OpenCV's reader did as well with (2,000 tilted, noisy pictures)."""


def best_version(columns: int, lines: int, most: int) -> tuple[int, int] | None:
    """The largest version up to `most` that fits into a window, and its quiet zone in modules; None
    where not even version 2 does."""
    side = min(columns, 2 * lines)
    for version in range(most, 1, -1):
        for quiet in (QUIET, QUIET - 1, LEAST_QUIET):
            if 17 + 4 * version + 2 * quiet <= side:
                return version, quiet
    return None
