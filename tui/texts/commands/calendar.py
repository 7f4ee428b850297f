"""What `slowsmile due --ics` says beside the calendar file it writes."""

from typing import Final

TITLE: Final = "Practice"
"""What an entry is called unless the person says otherwise: no word of the face."""
WRITTEN: Final = (
    "Written: {path}. Import it into your calendar. Each entry is called {title} and says nothing "
    "else. Whoever has this file can read it."
)
UNTIL: Final = "The entries end before {review}, when the plan should be looked at again."
REVIEW_PASSED: Final = (
    "The plan was to be looked at again on {review}. Show it to your therapist. The entries have "
    "no end."
)
NO_ENTRIES: Final = "No calendar was written."
QUESTIONS_FIRST: Final = "A few safety questions come first. Answer them first: {command}"
CLOSED: Final = "Nothing is planned by the clock today. {why}"
SOFT_ONLY: Final = "The calendar has only what is open today. {why}"
SLOT_CLOSED: Final = "Left out: {slot}. It is closed today."
SLOT_STAGE: Final = "Left out: {slot}. It is for another stage."
