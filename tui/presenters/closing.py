"""What the closing picture after a practice says. Pure."""

from datetime import datetime

import msgspec

from sessions.care.next_practice import own_sessions
from tui.person.past import Past
from tui.person.person import Person
from tui.presenters.week import good_thing, of_this_side, week_of, when_next


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """The week, and the sentences below it."""

    week: tuple[int, ...]
    today: int
    """Number of the day in the week, Monday is 0."""
    lines: tuple[str, ...]


def closing(person: Person, past: Past, now: datetime) -> Closing:
    """The picture as it stands after the last practice in `past`."""
    settings = person.settings
    own = own_sessions(settings, past.sessions)
    good = good_thing(of_this_side(settings, own), now.date(), past.own_error)
    said = (good, when_next(person, past, now))
    return Closing(
        week=week_of(own, now.date()),
        today=now.weekday(),
        lines=tuple(line for line in said if line),
    )
