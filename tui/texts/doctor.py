"""The texts of the moments when a doctor comes before any practice, in one place."""

from typing import Final

EMERGENCY_TITLE: Final = "Call your emergency number now"
EMERGENCY_NUMBERS: Final = {
    "europe": "112 Europe and most mobiles",
    "uk": "999 UK",
    "america": "911 US and Canada",
    "australia": "000 Australia",
    "new-zealand": "111 New Zealand",
}
"""In the order in which they stand where nothing is known of the place."""
EMERGENCY_WHY: Final = (
    "You ticked that an arm, a leg, speech or balance changed too. This can be a stroke. "
    "Every minute counts. Do not wait to see if it passes. Tell them when it began."
)
EMERGENCY_CLOSED: Final = "No exercise is open until a doctor has looked at this."


def emergency_card(first: str = "") -> tuple[str, ...]:
    """The card below its title, the number of the place `first` before the others."""
    places = sorted(EMERGENCY_NUMBERS, key=lambda place: place != first)
    numbers = ", ".join(EMERGENCY_NUMBERS[place] for place in places)
    return (numbers, EMERGENCY_WHY, EMERGENCY_CLOSED)


def emergency_lines(first: str = "") -> str:
    """The card in lines of text."""
    return "\n".join((f"{EMERGENCY_TITLE}.", *emergency_card(first)))


EMERGENCY_SEEN_KEY: Final = "d  A doctor has looked at this"
EMERGENCY_HELP: Final = (
    "This card stays until a doctor has looked at the signs you ticked. It is the only thing this "
    "program shows until then."
)

SEEN_ASK: Final = "Has a doctor looked at this?"
SEEN_ABOUT: Final = (
    "Say yes only if a doctor has seen you since it began. And only if it is no emergency now."
)
SEEN_YES: Final = "y  yes, a doctor has looked at this"
SEEN_NO: Final = "n  no"
SEEN_KEPT: Final = "Kept with today's date. You can start the program again."
SEEN_TYPE: Final = 'If a doctor has looked at this, type "seen". Otherwise press Enter:'
SEEN_TYPE_AGAIN: Final = f'{SEEN_ABOUT} Type "yes" if that is so:'

WHEN_KEY: Final = "l  When to see a doctor: now, today, soon"
TODAY_TITLE: Final = "See a doctor today"
TODAY_OPEN: Final = (
    "Until a doctor has looked, breathing, calm and advice for your eye stay open. "
    "Massage, heat and exercises are closed."
)
TODAY_HELP: Final = (
    "What you answered should be seen by a doctor today. Massage, heat and exercises stay closed "
    "until then. When a doctor has looked, change the answer in Settings, under all questions."
)
