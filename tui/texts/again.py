"""Every text of what is asked again: warning signs each month, and what the weekly look saw."""

from typing import Final

from routines.language import _
from routines.program import COMMAND
from sessions.care.asked_again import Again

INTRO: Final[dict[Again, str]] = {
    "flags": _("This question comes once a month. Warning signs may come at any time."),
    "not-for": _("This question comes twice a year. Perhaps something has changed."),
    "toxin-date": _(
        "Practice waits until 16 weeks after the injection. I ask once a month until I know when "
        "it was."
    ),
    "stage": _(
        "You said that nothing moves, and that another part moves along. Both cannot be so. "
        "Which is right?"
    ),
}
"""Why a question of the first run is put again."""
OVERDUE: Final = _(
    "The question about warning signs is due. It is asked at the next start in a terminal "
    "window: {command}"
).format(command=COMMAND)
"""For `run` where nobody can be asked."""

MOVEMENT_TITLE: Final = _("Did something move?")
MOVEMENT: Final = _(
    "The camera saw a small movement on your weak side at: {where}. Did you see or feel it too?"
)
MOVEMENT_OPTIONS: Final = {
    "yes": _("Yes, I saw it or felt it"),
    "no": _("No"),
    "unsure": _("I am not sure"),
}
MOVEMENT_YES: Final = _(
    "Then the time of first small movements begins. First flickers is open to you. Tell your "
    "therapist or doctor."
)
MOVEMENT_NO: Final = _("All stays as it is. The next look is in a week.")
