"""What `slowsmile due --ics` says beside the calendar file it writes."""

from typing import Final

from routines.language import _

TITLE: Final = _("Practice")
"""What an entry is called unless the person says otherwise: no word of the face."""
WRITTEN: Final = _(
    "Written: {path}. Import it into your calendar. Each entry is called {title} and says nothing "
    "else. Whoever has this file can read it."
)
UNTIL: Final = _("The entries end before {review}, when the plan should be looked at again.")
REVIEW_PASSED: Final = _(
    "The plan was to be looked at again on {review}. Show it to your therapist. The entries have "
    "no end."
)
NO_ENTRIES: Final = _("No calendar was written.")
QUESTIONS_FIRST: Final = _("A few safety questions come first. Answer them first: {command}")
CLOSED: Final = _("Nothing is planned by the clock today. {why}")
SOFT_ONLY: Final = _("The calendar has only what is open today. {why}")
SLOT_CLOSED: Final = _("Left out: {slot}. It is closed today.")
SLOT_STAGE: Final = _("Left out: {slot}. It is for another stage.")
