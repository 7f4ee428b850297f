"""The closing picture after a practice that was begun by `slowsmile run`, on a screen or in lines.

Home shows it by itself (`practice_flow`). At many times the usual pace nobody looks, and who left
before the summary wants to be gone: then there is none.
"""

from typing import TYPE_CHECKING

from sessions.live.request import SessionOutcome, SessionRequest
from tui.person.local_zone import with_rules
from tui.person.past import load_past
from tui.person.person import Person
from tui.presenters.closing import Closing, closing

if TYPE_CHECKING:
    from tui.screens.closing import ClosingScreen


def closing_after(
    person: Person, request: SessionRequest, outcome: SessionOutcome
) -> Closing | None:
    """The picture after the session of `request`; None where there is to be none."""
    if outcome.record is None or outcome.left or request.speed > 1.0:
        return None
    return closing(person, load_past(person), with_rules(person.now()))


def closing_screen_after(
    person: Person, request: SessionRequest, outcome: SessionOutcome
) -> "ClosingScreen | None":
    """The same as a screen that ends the program."""
    from tui.screens.closing import ClosingScreen

    shown = closing_after(person, request, outcome)
    return None if shown is None else ClosingScreen(shown, ends=True)
