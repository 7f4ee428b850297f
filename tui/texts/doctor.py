"""The texts of the moments when a doctor comes before any practice, in one place."""

from typing import Final

from routines.language import _

EMERGENCY_TITLE: Final = _("Call your emergency number now")
EMERGENCY_NUMBERS: Final = {
    "europe": _("112 Europe and most mobiles"),
    "uk": _("999 UK"),
    "america": _("911 US and Canada"),
    "australia": _("000 Australia"),
    "new-zealand": _("111 New Zealand"),
}
"""In the order in which they stand where nothing is known of the place."""
EMERGENCY_WHY: Final = _(
    "You ticked that an arm, a leg, speech or balance changed too. This can be a stroke. "
    "Every minute counts. Do not wait to see if it passes. Tell them when it began."
)
EMERGENCY_CLOSED: Final = _("No exercise is open until a doctor has looked at this.")


def emergency_card(first: str = "") -> tuple[str, ...]:
    """The card below its title, the number of the place `first` before the others."""
    places = sorted(EMERGENCY_NUMBERS, key=lambda place: place != first)
    numbers = ", ".join(EMERGENCY_NUMBERS[place] for place in places)
    return (numbers, EMERGENCY_WHY, EMERGENCY_CLOSED)


def emergency_lines(first: str = "") -> str:
    """The card in lines of text."""
    return "\n".join((f"{EMERGENCY_TITLE}.", *emergency_card(first)))


EMERGENCY_SEEN_KEY: Final = _("d  A doctor has looked at this")
EMERGENCY_HELP: Final = _(
    "This card stays until a doctor has looked at the signs you ticked. It is the only thing this "
    "program shows until then."
)

SEEN_ASK: Final = _("Has a doctor looked at this?")
SEEN_ABOUT: Final = _(
    "Say yes only if a doctor has seen you since it began. And only if it is no emergency now."
)
SEEN_YES: Final = _("y  yes, a doctor has looked at this")
SEEN_NO: Final = _("n  no")
SEEN_KEPT: Final = _("Kept with today's date. You can start the program again.")
SEEN_TYPE: Final = _('If a doctor has looked at this, type "seen". Otherwise press Enter:')
SEEN_TYPE_AGAIN: Final = _('{seen_about} Type "yes" if that is so:').format(seen_about=SEEN_ABOUT)

WHEN_KEY: Final = _("l  When to see a doctor: now, today, soon")
TODAY_TITLE: Final = _("See a doctor today")
TODAY_OPEN: Final = _(
    "Until a doctor has looked, breathing, calm and advice for your eye stay open. "
    "Massage, heat and exercises are closed."
)
TODAY_HELP: Final = _(
    "What you answered should be seen by a doctor today. Massage, heat and exercises stay closed "
    "until then. When a doctor has looked, change the answer in Settings, under all questions."
)
