"""A stretch of a recording as it is typed: `--neutral A:B`, in seconds."""

import math

from routines.errors import Trouble
from routines.language import _


def parse_stretch(text: str) -> tuple[float, float]:
    """`1.5:2.5` as (1.5, 2.5).

    Raises:
        Trouble: it is not two rising numbers of seconds.
    """
    begin, colon, end = text.partition(":")
    try:
        stretch = (float(begin), float(end)) if colon else (math.nan, math.nan)
    except ValueError:
        stretch = (math.nan, math.nan)
    if not (0.0 <= stretch[0] < stretch[1] < math.inf):
        raise Trouble(
            _(
                "--neutral {text!r} is not a stretch of the recording. Give two times in seconds, "
                "the first one smaller, for example --neutral 0.5:1.5"
            ).format(text=text)
        )
    return stretch
