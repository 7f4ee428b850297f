"""What the guards say of what they cannot judge, before a set begins."""

from collections.abc import Sequence

from routines.language import _
from routines.language.lists import joined
from routines.movements import LINKED_PARTS, Watch

YOU_DECIDE = _("You decide when to stop.")
BLIND_BY_CLOCK = _("This runs by the clock, without the camera. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_FALLBACK = _("The camera sees the two halves less well at the moment. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_LOW = _("Your head is a little turned, so the numbers are not sure. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_DOUBTFUL = _("The camera cannot read this movement just now. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_COARSE = _("The camera cannot tell how large this movement is. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_NOISE = _(
    "The picture is restless; small linked movements are not seen. {you_decide}"
).format(you_decide=YOU_DECIDE)


def blind_finger(pairs: Sequence[Watch]) -> str:
    """A finger rests on the parts that are to stay quiet; at least one pair."""
    parts = joined(dict.fromkeys(LINKED_PARTS[pair] for pair in pairs))
    return _(
        "Your finger rests on the {parts}, so the camera does not judge it. "
        "This set earns no step up."
    ).format(parts=parts)


def late_for_tiring(base_mm: float, percent: float) -> str:
    """The weak side is small: tiring shows late."""
    return _(
        "Small is right ({base_mm:z.1f} mm). The camera may see too late that you tire, when the "
        "movement is {percent:z.0f} % smaller. Stop when you feel it."
    ).format(base_mm=base_mm, percent=percent)


def blind_to_tiring(base_mm: float) -> str:
    """The weak side is too small for the camera to see it tire."""
    return _(
        "Small is right. This one ({base_mm:z.1f} mm) is too small for the camera. It cannot see "
        "that you are tired. Stop when you feel it."
    ).format(base_mm=base_mm)


def late_for_growth(size_mm: float, percent: float) -> str:
    """The strong side is small: too big shows late."""
    return _(
        "Small is right ({size_mm:z.1f} mm). The camera may see too late that your strong side "
        "does too much, at {percent:z.0f} % of its size. Keep it soft."
    ).format(size_mm=size_mm, percent=percent)
