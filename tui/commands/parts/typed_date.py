"""A date on the command line, as a person types it."""

from datetime import date

from routines.errors import Trouble
from routines.language import _
from routines.safe_text import harmless
from tui.texts.dates import understand


def typed_date(flag: str, text: str, today: date) -> date:
    """The day that `text` means. Raises Trouble with examples where it is not understood."""
    found = understand(text, today)
    if found is None:
        raise Trouble(
            _(
                "{flag} {text}: not a day up to today that I understand. "
                'Examples: 2026-11-30, 5 October, october, monday, yesterday, "6 weeks".'
            ).format(flag=flag, text=harmless(text, 40))
        )
    return found
