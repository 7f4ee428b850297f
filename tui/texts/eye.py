"""The texts about an eye that does not close, in one place.

Wessex Facial Nerve Centre, Southampton: an eye whose clear part (cornea) stays visible goes to an
eye doctor urgently; drops, ointment and tape are for a doctor or nurse to choose and to show.
"""

from typing import Final

GAP_TITLE: Final = "An eye doctor should see your eye"
GAP_LINES: Final = (
    (
        "Your eye does not close all the way. It can dry out and be hurt without pain. Ask your "
        "doctor to send you to an eye doctor soon."
    ),
    (
        "Look in a mirror, or ask somebody: close the eye softly. If the clear part in front of "
        "the coloured ring stays visible, go today."
    ),
    (
        "Go today, too, if the eye hurts, is red or sticky, if light hurts, or if you see less "
        "clearly."
    ),
)
